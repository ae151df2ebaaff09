"""Text whose bytes were once decoded in the wrong encoding, as in 鏀垮簻 for 政府: found and turned back.

The wrong reading is undone by encoding the text in the wrong encoding and decoding the bytes in the right one. It is
undone only where that makes the text much likelier; a place whose bytes did not survive becomes U+FFFD, and the rest
around it is kept. A text may have been misread twice: the undoing goes on while the text gets likelier.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from parsers.byte_search import HOLE, LOST, likeliest
from parsers.edits import Edit
from parsers.encodings import beyond_ascii, count_high, decode_as
from parsers.likelihood import cost
from parsers.suspicion import is_dense, is_suspicious
from parsers.wrong_codecs import as_big5, as_gbk, as_western, doubtful_as_gbk

# A misreading keeps to its line and its cell, tags and quotes being ASCII in every encoding.
_CELL = re.compile(r'[^<>\r\n\t"]+')
# Inside a cell, one part may be sound and another damaged.
_PART = re.compile(r"[^\x00-\x20：:（）()，。、；;|/=【】《》]+")
_CONTROLS = tuple(map(chr, (*range(9), 11, 12, *range(14, 32))))
_MOST_CONTROLS = 0.02  # share of the characters: more is no text
_PATIENCE = 20_000  # characters searched in vain, one cell after the other
_SHORT_TEXT = 1000  # characters: short enough to be weighed without any sign of damage
_MOST_COVERED = 0.8  # share of the characters beyond ASCII that are damaged for sure: then the rest is too
_MANY_CELLS = 8  # that look damaged: a document
_LONGEST_CELL = 4000  # characters undone at once; longer ones are undone in parts
_MOST_ROUNDS = 3
_DEAREST = 15.5  # bits for each Han of what comes out: dearer is no text
_PLAIN = 11.0  # bits a character: as cheap as sound text, so that no other way need be gone
_MOST_LOST = 0.34  # share of places lost
_FEWEST_KEPT = 6  # characters for each place lost: two-byte encodings find a character nearly everywhere
_MOST_UTF8 = 0.5  # least share of the bytes that make characters of UTF-8
_FAIR = 11.5  # bits a character: sound text is cheaper
_UTF8_CODE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# A space inside a character of UTF-8 was a no-break space.
_NO_BREAK = re.compile(rb"(?<=[\xe0-\xef]) (?=[\x80-\xbf])|(?<=[\xe0-\xef][\x80-\xbf]) ")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LETTER = re.compile("[A-Za-z]")
_HAN = re.compile("[㐀-鿿\U00020000-\U0003ffff]")
_CHINESE = re.compile(
    "[\\x00-\x7f\u2010-\u2026\u3000-\u3002\u3008-\u3011\u3014\u3015㐀-鿿\U00020000-\U0003ffff\uff01-\uff5e]*"
)
_STRAY = re.compile("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


class _Least(NamedTuple):
    """Bits that the undone text must save, at all and for each character beyond ASCII."""

    bits: float
    share: float


_SURE = _Least(18.0, 2.2)  # sound text never saves as much
_EXPECTED = _Least(1.0, 0.0)
_SAME = _Least(-6.0, -6.0)  # all around it is misread: a rare word may be dearer than what it was misread as


class _Wanted(NamedTuple):
    """What an undoing must save, and the families that it may be of; all where none is named."""

    least: _Least
    families: frozenset[str] = frozenset()

    def accepts(self, names: str, saved: float, text: str) -> bool:
        is_wanted = not self.families or names in self.families
        return is_wanted and saved >= max(self.least.bits, self.least.share * len(beyond_ascii(text)))

    def may_begin(self, name: str) -> bool:
        return not self.families or any(names == name or names.startswith(f"{name}+") for names in self.families)

    def behind(self, name: str, reading: str) -> "_Wanted | None":
        """What is wanted of the undoing that follows the one of a family; None where none may follow."""
        if not self.families:
            return _Wanted(_SURE) if is_suspicious(reading) else None
        rest = frozenset(names.removeprefix(f"{name}+") for names in self.families if names.startswith(f"{name}+"))
        return _Wanted(self.least, rest) if rest else None


def misread_edits(text: str) -> list[Edit]:
    """The edits that turn misread places back, in order and apart; none for sound text.

    Where one cell was misread, its neighbours were too: cells too short to prove anything by themselves are looked at
    again, for the damage that the others showed; in a text that was misread for the most part, all cells.
    """
    is_short = len(text) <= _SHORT_TEXT and _is_improbable(text)
    if not (is_short or is_suspicious(text)) or _is_binary(text):
        return []
    cells = {cell.start(): cell for cell in _CELL.finditer(text) if not cell[0].isascii()}
    sure = _sure_edits([cell for cell in cells.values() if is_short or is_suspicious(cell[0])])
    if main := _main_family(sure, text):
        return [edit for cell in cells.values() for edit in _cell_edits(cell, _Wanted(_SAME, frozenset((main,))))]
    families = frozenset(edit.kind for edits in sure.values() for edit in edits)
    for start, cell in cells.items() if families else ():
        if not sure.get(start):
            sure[start] = list(_cell_edits(cell, _Wanted(_EXPECTED if start in sure else _SURE, families)))
    return [edit for edits in sure.values() for edit in edits]


def _main_family(sure: Mapping[int, list[Edit]], text: str) -> str | None:
    """The family that damaged most of what is not ASCII, in a text of many cells."""
    sizes: Counter[str] = Counter()
    for edits in sure.values():
        for edit in edits:
            sizes[edit.kind] += len(beyond_ascii(text[edit.start : edit.end]))
    [(family, size)] = sizes.most_common(1) or [("", 0)]
    return family if len(sure) >= _MANY_CELLS and size >= _MOST_COVERED * len(beyond_ascii(text)) else None


def _is_binary(text: str) -> bool:
    return sum(map(text.count, _CONTROLS)) > _MOST_CONTROLS * len(text)


def _sure_edits(cells: list[re.Match[str]]) -> dict[int, list[Edit]]:
    """Where a cell starts → its edits. Where many gave none, the text is strange by nature."""
    found: dict[int, list[Edit]] = {}
    vain = 0
    for cell in cells:
        if vain < _PATIENCE:
            found[cell.start()] = list(_cell_edits(cell, _Wanted(_SURE)))
            vain = 0 if found[cell.start()] else vain + len(cell[0])
    return found


def _cell_edits(cell: re.Match[str], wanted: _Wanted) -> Iterator[Edit]:
    """The whole cell turned back, or its parts where only some are damaged."""
    whole = cell[0].strip(" \u3000")
    start = cell.start() + cell[0].index(whole) if whole else cell.start()
    if len(whole) <= _LONGEST_CELL and (undone := _undo(whole, wanted)):
        yield Edit(undone.names, start, start + len(whole), undone.text, undone.guessed)
        return
    vain = 0
    for part in _PART.finditer(cell[0]):
        if vain < _PATIENCE and is_suspicious(part[0]):
            undone = _undo(part[0][:_LONGEST_CELL], wanted)
            vain = 0 if undone else vain + len(part[0])
            if undone:
                first = cell.start() + part.start()
                last = first + len(part[0][:_LONGEST_CELL])
                yield Edit(undone.names, first, last, undone.text, undone.guessed)


class _Undone(NamedTuple):
    """The families that were undone, the true text, and its guessed places (those of the last undoing)."""

    names: str
    text: str
    guessed: tuple[int, ...]


def _undo(
    text: str, wanted: _Wanted, rounds: int = _MOST_ROUNDS, doubts: Mapping[int, str] | None = None
) -> _Undone | None:
    """None where the text is sound or no undoing makes it much likelier.

    Twice misread text gets likelier only at the last step, so that all ways are gone; most end at once.
    """
    before = best = cost(text)
    found: _Undone | None = None
    for family, reading, doubtful in _readings(text, doubts or {}, wanted):
        guessed = tuple(place for place in doubtful if reading[place] != LOST)
        undone = _Undone(family.name, reading, guessed)
        rest = wanted.behind(family.name, reading) if rounds > 1 and family.again else None
        if rest and (deeper := _undo(reading, rest, rounds - 1, doubtful)):
            undone = deeper._replace(names=f"{family.name}+{deeper.names}")
        final = undone.text
        if not _is_text(final, wanted.least):
            continue
        bits = cost(final)
        if (
            wanted.least is _SAME
            and _may_be_sound(text)
            and not (_HAN.search(final) and before - bits >= _EXPECTED.bits)
        ):
            continue
        if (found is None or bits < best) and wanted.accepts(undone.names, before - bits, final):
            best, found = bits, undone
        if found and (family.right == "utf-8" or LOST not in final) and bits <= _PLAIN * len(final):
            break
    return found


def _readings(
    text: str, doubts: Mapping[int, str], wanted: _Wanted
) -> Iterator[tuple["_Family", str, Mapping[int, str]]]:
    """What the text would be, had it been misread in each way, and its doubts; readings without sense are left out."""
    for family in _FAMILIES:
        if not wanted.may_begin(family.name):
            continue
        raw, possible = doubtful_as_gbk(text, doubts) if family.to_bytes is as_gbk else (family.to_bytes(text), {})
        if raw is not None and (wanted.least is _SAME or family.is_plausible(text, raw)):
            # Only the larger table has characters for the private codes.
            wrong = "gb18030" if family.wrong == "gbk" and _PRIVATE.search(text) else family.wrong
            reading, doubtful = _decoded(raw, family, wrong, possible)
            if reading and reading != text and reading.count(LOST) <= _MOST_LOST * len(reading):
                yield family, reading, doubtful


def _decoded(raw: bytes, family: "_Family", wrong: str, possible: Mapping[int, bytes]) -> tuple[str, Mapping[int, str]]:
    """The bytes read right; a byte that was lost is searched for, and what it shifted put back in step."""
    if family.right == "utf-8":
        raw = _NO_BREAK.sub(b"\xa0", raw)
    reading, lost = decode_as(raw, family.right)
    if family.right != "utf-8" and family.wrong == "cp1252" and lost * _FEWEST_KEPT > len(reading):
        return "", {}  # single bytes are hardly ever lost: these are none of that encoding
    if lost or (family.right != "utf-8" and is_dense(reading)):
        reading, _, doubtful = likeliest(raw, family.right, wrong, possible)
        return reading, doubtful
    return reading, {}


def _is_text(reading: str, least: _Least) -> bool:
    """Han at a fair price; where damage is expected, a mark alone will do."""
    sound = "".join(_HAN.findall(reading))
    if not sound:
        return least is not _SURE
    return least is _SAME or cost(sound) <= _DEAREST * len(sound)


def _may_be_sound(text: str) -> bool:
    """Whether nothing but Han in use and Chinese marks stands there: a sound word among misread ones."""
    return not is_suspicious(text) and _CHINESE.fullmatch(text) is not None


def _holds_utf8(_: str, raw: bytes) -> bool:
    """Whether most of the bytes make characters of UTF-8, as other bytes hardly do."""
    whole = raw.replace(HOLE, b"\x80")  # as good as any byte that was lost inside a character
    return sum(map(len, _UTF8_CODE.findall(whole))) >= _MOST_UTF8 * count_high(whole)


def _is_stray(text: str, _: bytes) -> bool:
    """Whether the text is accented letters and signs beside each other, rather than words with some of them."""
    return len(_STRAY.findall(text)) * 2 > len(_LETTER.findall(text))


def _is_improbable(text: str, _: bytes = b"") -> bool:
    """Whether Han are too dear for sound text, which what was misread as other Han always is."""
    beyond = beyond_ascii(text)
    return cost(beyond) > _FAIR * len(beyond)


@dataclass(frozen=True, slots=True)
class _Family:
    """Bytes of the encoding `right` that were read by the codec `wrong`. `again`: it may have happened twice."""

    name: str
    wrong: str
    right: str
    to_bytes: Callable[[str], bytes | None]
    is_plausible: Callable[[str, bytes], bool]
    again: bool = False


_FAMILIES = (
    _Family("utf8-as-gbk", "gbk", "utf-8", as_gbk, _holds_utf8, again=True),
    _Family("utf8-as-latin1", "cp1252", "utf-8", as_western, _holds_utf8, again=True),
    _Family("gbk-as-latin1", "cp1252", "gb18030", as_western, _is_stray),
    _Family("big5-as-latin1", "cp1252", "big5", as_western, _is_stray),
    _Family("gbk-as-big5", "big5hkscs", "gb18030", as_big5, _is_improbable),
    _Family("big5-as-gbk", "gbk", "big5", as_gbk, _is_improbable),
    # a byte was lost, and what follows it was read one off
    _Family("misaligned-gbk", "gbk", "gb18030", as_gbk, _is_improbable),
)
