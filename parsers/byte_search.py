"""The likeliest text of damaged bytes: a search over the ways to cut them into characters.

A byte that was lost shifts all that follow by one, and every pair of them may be a character: likelihood tells. Where a
misreading lost a byte and left a mark, the mark (HOLE) stands for what the wrong encoding could not read there, which
leaves few candidates; where likelihood does not choose one clearly, the hole stays.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from parsers.encodings import decode_as
from parsers.language_model import border_cost, simplified_only, to_simplified_table
from parsers.likelihood import LOST_BITS, step

HOLE = b"\xff"  # no character of any encoding here holds it
LOST = "\ufffd"
_HOLE = HOLE[0]
_MARK = LOST.encode()
_BEAM = 24  # hypotheses kept at each place
_WINDOW = 45.0  # bits: a hypothesis that is this much worse than the best of its place never wins
_GUESS = 3.0  # bits: what filling a hole costs, so that a guess must be likelier than the mark beside a doubt
# Bits for a guess in another script than the text, in traditional characters where the text shows none; the model
# makes no difference.
_OTHER_SCRIPT, _TRADITIONAL = 6.0, 4.0
_OPEN_END, _NEVER_LAST = 8.0, "、，（《“〔【"  # bits for a text that ends in such a mark
_BRACKETS = {"《": "》", "（": "）", "“": "”", "〔": "〕", "【": "】", "〈": "〉", "「": "」", "‘": "’"}
_CLEARLY = 0.1  # bits by which a guess must be likelier than the next: a draw stays a hole
_SIZES = {"utf-8": (1, 2, 3, 4), "gb18030": (1, 2, 4), "big5": (1, 2)}
_LEADS = {3: range(0xE2, 0xF0), 2: range(0xA1, 0xFA)}  # of common characters, by their size
_TRAILS = {"utf-8": range(0x80, 0xC0), "gb18030": range(0xA1, 0xFF), "big5": (*range(0x40, 0x7F), *range(0xA1, 0xFF))}


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    bits: float
    character: str
    plain: str  # its simplified form, for the language model
    among: str  # the characters that its code may stand for
    before: "_Hypothesis | None"


class Likeliest(NamedTuple):
    """A text, its cost in bits, and its doubts: place → what else may stand there, a byte of it being lost."""

    text: str
    bits: float
    doubts: Mapping[int, str]


def likeliest(
    raw: bytes, encoding: str, wrong: str | None = None, possible: Mapping[int, bytes] | None = None
) -> Likeliest:
    """Bytes are given up as lost (one U+FFFD for neighbours) where that pays.

    `wrong` is the codec that read the bytes before and left the holes; without it 0xFF is a lost byte like others.
    `possible` has the bytes of holes of which more is known than that: place → what can have stood there.
    """
    beams: list[dict[str, _Hypothesis]] = [{} for _ in range(len(raw) + 1)]
    beams[0]["\n"] = _Hypothesis(0.0, "\n", "\n", "", None)
    prices = _script_prices(decode_as(raw, encoding)[0])
    for place in range(len(raw)):
        beam = _best(beams[place])
        for code, characters in _codes(raw, place, encoding, wrong, possible or {}) if beam else ():
            extra = _GUESS * code.count(HOLE) if len(characters) > 1 else 0.0
            reached = beams[place + len(code)]
            for before, character in itertools.product(beam, characters):
                _add(reached, before, character, characters, extra and extra + prices[_script(character)])
    last = min(beams[-1].values(), key=lambda one: one.bits + _end(one.plain))
    text, doubts = _text(last, prices)
    return Likeliest(text, last.bits, doubts)


def _add(reached: dict[str, _Hypothesis], before: _Hypothesis, character: str, among: str, extra: float) -> None:
    plain = _simplified(character)
    bits = before.bits + extra + (LOST_BITS if character == LOST else step(before.plain, plain))
    known = reached.get(character)
    if known is None or bits < known.bits:
        reached[character] = _Hypothesis(bits, character, plain, among, before)


def _best(beam: dict[str, _Hypothesis]) -> list[_Hypothesis]:
    if len(beam) < 2:
        return list(beam.values())
    ranked = sorted(beam.values(), key=lambda one: one.bits)[:_BEAM]
    return [one for one in ranked if one.bits < ranked[0].bits + _WINDOW]


def _text(last: _Hypothesis, prices: Mapping[str, float]) -> tuple[str, dict[int, str]]:
    """The characters of the way to `last`, and the doubts among them; one hardly better than another is a hole."""
    characters: list[tuple[str, str]] = []
    here, after = last, ""
    while here.before is not None:
        character = here.character if _is_clear(here, after, prices) else LOST
        if character == LOST and characters and characters[-1][0] == LOST:
            characters[-1] = (LOST, "")
        else:
            characters.append((character, here.among if len(here.among) > 1 else ""))
        here, after = here.before, here.plain
    characters.reverse()
    text = "".join(character for character, _ in characters)
    doubts = {place: among for place, (_, among) in enumerate(characters) if among}
    return _with_brackets_closed(text, doubts), doubts


def _with_brackets_closed(text: str, doubts: Mapping[int, str]) -> str:
    """A doubtful mark that may close the bracket before it does: likelihood alone has no memory for that."""
    found = list(text)
    waiting: list[str] = []  # the closing brackets of those that are open
    for place, character in enumerate(text):
        is_mark = place in doubts and not character.isalnum()
        if is_mark and waiting and waiting[-1] in doubts[place]:
            found[place] = character = waiting[-1]
        if character in _BRACKETS:
            waiting.append(_BRACKETS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return "".join(found)


def _is_clear(here: _Hypothesis, after: str, prices: Mapping[str, float]) -> bool:
    """Whether no other character that the code may stand for fits its neighbours as well."""
    assert here.before is not None
    if len(here.among) == 1:
        return True
    before = here.before.plain

    def bits(character: str) -> float:
        plain = _simplified(character)
        following = step(plain, after) if after else _end(plain)
        return step(before, plain) + following + prices[_script(character)]

    clear = bits(here.character) + _CLEARLY
    return all(bits(other) >= clear for other in here.among if other != here.character)


def _script_prices(text: str) -> dict[str, float]:
    """Bits for a guess in each script, from what the text shows of its own."""
    shown = set(map(_script, text))
    if "hans" in shown:
        return {"": 0.0, "hans": 0.0, "hant": _OTHER_SCRIPT}
    if "hant" in shown:
        return {"": 0.0, "hans": _OTHER_SCRIPT, "hant": 0.0}
    return {"": 0.0, "hans": 0.0, "hant": _TRADITIONAL}


@lru_cache(maxsize=65536)
def _script(character: str) -> str:
    """hans or hant for a character that only one of the scripts holds."""
    if character in simplified_only():
        return "hans"
    return "hant" if _simplified(character) != character else ""


def _end(character: str) -> float:
    return _OPEN_END if character in _NEVER_LAST else border_cost(character)


def _codes(
    raw: bytes, place: int, encoding: str, wrong: str | None, possible: Mapping[int, bytes]
) -> Iterator[tuple[bytes, str]]:
    """(code, the characters that it may stand for) for each way to read a character at a place."""
    lead = raw[place]
    if encoding == "utf-8" and (lead < 0x80 or 0xC2 <= lead < 0xF5):
        code = raw[place : place + (1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4)]
        if character := _read(code, encoding):  # UTF-8 shows where its characters begin: no other way is worth trying
            yield code, character
            return
    for size in _SIZES[encoding]:
        code = raw[place : place + size]
        if len(code) == size:
            if wrong and size > 1 and _HOLE in code:
                known = tuple(possible.get(spot, b"") for spot in range(place, place + size))
                characters = _filled(code, raw[place + size : place + size + 1], encoding, wrong, known)
            else:
                characters = _read(code, encoding)
            if characters:
                yield code, characters


@lru_cache(maxsize=65536)
def _read(code: bytes, encoding: str) -> str:
    """The one character that a code stands for, "" for none; a single high byte is lost."""
    if len(code) == 1:
        return chr(code[0]) if code[0] < 0x80 else LOST
    if code[0] < 0x80:
        return ""
    if code == _MARK and encoding == "utf-8":
        return LOST
    text, lost = decode_as(code, encoding)
    return text if not lost and len(text) == 1 and text != LOST else ""


@lru_cache(maxsize=8192)
def _filled(code: bytes, following: bytes, encoding: str, wrong: str, known: tuple[bytes, ...]) -> str:
    """What a code with one or two holes can have been: bytes that are known to be possible in their place, else those
    that the wrong codec could not read before the next."""
    if len(code) > 3 or code.count(HOLE) > len(code) - 1:
        return ""
    spot = code.rindex(HOLE)
    fitting = _LEADS[len(code)] if spot == 0 else _TRAILS[encoding]
    after = (code + following)[spot + 1 : spot + 2]
    codes = [
        code[:spot] + bytes((byte,)) + code[spot + 1 :]
        for byte in fitting
        if (byte in known[spot] if known[spot] else not _is_readable(bytes((byte,)) + after, wrong))
    ]
    if HOLE in code[:spot]:
        return "".join(_filled(one, following, encoding, wrong, known) for one in codes)
    # U+FFFD is what an earlier misreading left; the characters beside it in the table are hardly ever used.
    return LOST if _MARK in codes and encoding == "utf-8" else "".join(_read(one, encoding) for one in codes)


@lru_cache(maxsize=65536)
def _simplified(character: str) -> str:
    return character.translate(to_simplified_table())


@lru_cache(maxsize=65536)
def _is_readable(code: bytes, codec: str) -> bool:
    """Whether the codec reads a character at the first byte."""
    if codec != "cp1252" and (len(code) < 2 or code[1] == _HOLE):
        return False
    try:
        return bool(code[: 1 if codec == "cp1252" else 2].decode(codec))
    except UnicodeDecodeError:
        return False
