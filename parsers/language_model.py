"""How likely a run of Chinese characters is: the judge between two readings of the same bytes.

Costs are bits (-log2 of a probability); cheaper is likelier. The table comes from jieba's dictionary
(tools/build_language_model.py). Traditional characters cost what their simplified forms cost, so one table serves both.

File format of data/chinese.model: zlib over UTF-8 text in records that end in U+001E. The first holds for each character itself and
three levels (anywhere, at the start of a word, the border behind it); every other record holds a first character and then
(second character, level) for each pair. level = ord - 33, in quarters of a bit. A mark stands for its like: 0 for every
digit, A for every Latin letter, the full-width mark for its ASCII twin, a line break for every space.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from unicodedata import category

_BITS = {chr(33 + level): level / 4 for level in range(94)}
# Bits for what the dictionary does not hold, from the block it stands in.
_UNKNOWN_HAN = 21.0
_RARE_HAN = 24.0
_PUNCTUATION = {
    **dict.fromkeys("，。、", 5.0),
    **dict.fromkeys("“”（）《》：；", 7.5),
    **dict.fromkeys("〔〕【】？！「」『』—…·‘’　〈〉", 9.5),
}
# What stands for a character that is not Han in the table of pairs.
MARKS = {
    **dict.fromkeys("0123456789０１２３４５６７８９", "0"),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "A"),
    **dict.fromkeys("\n\r\t \u3000\u00a0", "\n"),
    **dict(zip(",:;()?!", "，：；（）？！", strict=True)),
    **{mark: mark for mark in "，：；（）？！。、《》“”…—〔〕【】·"},
}


@dataclass(frozen=True, slots=True)
class _Tables:
    """Bits for a character anywhere, at the start of a word, for the border behind it, for a pair, and for a mark."""

    single: dict[str, float]
    initial: dict[str, float]
    border: dict[str, float]
    pairs: dict[str, str]
    mark: dict[str, float]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    packed = resources.files("parsers").joinpath("data/chinese.model").read_bytes()
    first_line, *lines = zlib.decompress(packed).decode("utf-8").split("\x1e")
    characters = first_line[::4]
    single, initial, border = (
        dict(zip(characters, map(_BITS.__getitem__, first_line[column::4]), strict=True)) for column in (1, 2, 3)
    )
    pairs = {line[0]: line[1:] for line in lines}
    mark = {kind: single.pop(kind) for kind in set(MARKS.values()) & single.keys()}
    return _Tables(single, initial, border, pairs, mark)


@lru_cache(maxsize=8192)
def _behind(first: str) -> dict[str, float]:
    """Bits for each character that the table has behind another; read when first asked for, few being needed."""
    packed = _tables().pairs.get(first, "")
    return dict(zip(packed[::2], map(_BITS.__getitem__, packed[1::2]), strict=True))


@lru_cache(maxsize=1)
def to_simplified_table() -> dict[int, str]:
    """For str.translate: each traditional character's usual simplified form, from OpenCC's packaged table."""
    table = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {ord(old): new.split(" ")[0] for old, new in pairs if len(old) == 1 and len(new.split(" ")[0]) == 1}


@lru_cache(maxsize=1)
def simplified_only() -> frozenset[str]:
    """Characters that no text in traditional script holds: OpenCC's table of traditional forms leaves them out."""
    table = resources.files("opencc").joinpath("dictionary/STCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return frozenset(new for new, old in pairs if new not in old.split(" "))


@lru_cache(maxsize=65536)
def single_cost(character: str) -> float:
    """Bits for one character without its neighbour."""
    known = _tables().single.get(character)
    return known if known is not None else _class_cost(character)


@lru_cache(maxsize=65536)
def _initial_cost(character: str) -> float:
    known = _tables().initial.get(character)
    return known if known is not None else _class_cost(character)


def _class_cost(character: str) -> float:
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    code = ord(character)
    if code < 0x80:
        return 7.0 if character.isalnum() or character in " \r\n\t<>/.,\"'=-:;()?!&%_" else 11.0
    if 0x4E00 <= code <= 0x9FFF:
        return _UNKNOWN_HAN
    if 0xFF01 <= code <= 0xFF5E:
        return 11.0 if code <= 0xFF20 else 18.0  # full-width marks and digits, then letters
    if 0x3041 <= code <= 0x30FF:
        return 12.0
    if 0x3400 <= code <= 0x4DBF or code >= 0x20000:
        return _RARE_HAN
    kind = category(character)
    if kind in ("Co", "Cn", "Cc", "Cs"):
        return 28.0
    return 15.0 if kind[0] in "LPN" else 18.0


def step_cost(before: str, character: str) -> float:
    """Bits for `character` (simplified) after `before` (simplified; "" at the start)."""
    known = _behind(MARKS.get(before, before)).get(character)
    if known is not None:
        return known
    return _tables().border.get(before, 0.0) + _initial_cost(character)


def border_cost(character: str, mark: str = "") -> float:
    """Bits for a word to end in this character (simplified); with the mark behind it, how much the mark tells of that."""
    tables = _tables()
    kind = MARKS.get(mark, "")
    known = _behind(character).get(kind) if kind else None
    return tables.border.get(character, 0.0) if known is None else known - tables.mark[kind]


def cost(text: str) -> float:
    """Bits for a whole text; traditional characters count as their simplified forms.

    >>> cost("政府信息公开") == cost("政府信息公開") < cost("鏀垮簻淇℃伅鍏紑")
    True
    """
    simplified = text.translate(to_simplified_table())
    return sum(map(step_cost, "\n" + simplified[:-1], simplified)) if simplified else 0.0
