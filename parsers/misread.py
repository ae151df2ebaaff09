"""Text whose bytes were once decoded in the wrong encoding, as in 鏀垮簻 for 政府: found and turned back.

The wrong reading is undone by encoding the text in the wrong encoding and decoding the bytes in the right one. It is
undone only where that makes the text much likelier; a place whose bytes did not survive becomes U+FFFD, and the rest
around it is kept. A text may have been misread twice: the undoing goes on while the text gets likelier.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from parsers.edits import Edit
from parsers.encodings import decode_as
from parsers.holes import HOLE, fill
from parsers.likelihood import cost
from parsers.piecewise import decode_pieces
from parsers.suspicion import is_suspicious

# A misreading keeps to its line and its cell, tags and quotes being ASCII in every encoding.
_CELL = re.compile(r'[^<>\r\n\t"]+')
# Inside a cell, one part may be sound and another damaged.
_PART = re.compile(r"[^\x00-\x20：:（）()，。、；;|/=【】《》]+")
_LONGEST_CELL = 4000  # characters undone at once; longer ones are undone in parts
_MOST_ROUNDS = 3
_DEAREST = 15.5  # bits for each Han of what comes out: dearer is no text
_PLAIN = 11.0  # bits a character: as cheap as sound text, so that no other way need be gone
_MOST_LOST = 0.34  # share of places lost
_HOLE = re.compile("[?\ufffd]*\ufffd[?\ufffd]*")
# What stands for a byte that GBK could not read. The euro sign is 0x80 in Microsoft's code page; a question mark
# counts only between characters that are not ASCII.
_LOST_BYTE = re.compile(r"[\ufffd€]|(?<=[^\x00-\x7f])\?(?=[^\x00-\x7f]|$)")
_HAN = re.compile("[㐀-鿿\U00020000-\U0003ffff]")
_STRAY = re.compile("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


class _Least(NamedTuple):
    """Bits that the undone text must save, at all and for each character."""

    bits: float
    share: float


_SURE = _Least(18.0, 2.2)  # sound text never saves as much
_EXPECTED = _Least(1.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    to_bytes: Callable[[str], bytes | None]
    right: str


def misread_edits(text: str) -> list[Edit]:
    """The edits that turn misread places back, in order and apart; none for sound text.

    Where one cell was misread, its neighbours were too: cells too short to prove anything by themselves are looked at
    again, for the damage that the others showed.
    """
    if not is_suspicious(text):
        return []
    cells = {cell.start(): cell for cell in _CELL.finditer(text) if not cell[0].isascii()}
    sure = {start: list(_cell_edits(cell, _SURE)) for start, cell in cells.items() if is_suspicious(cell[0])}
    families = {edit.kind for edits in sure.values() for edit in edits}
    for start, cell in cells.items() if families else ():
        if not sure.get(start):
            edits = _cell_edits(cell, _EXPECTED if start in sure else _SURE)
            sure[start] = [edit for edit in edits if edit.kind in families]
    return [edit for edits in sure.values() for edit in edits]


def _cell_edits(cell: re.Match[str], least: _Least) -> Iterator[Edit]:
    """The whole cell turned back, or its parts where only some are damaged."""
    whole = cell[0].strip(" \u3000")
    start = cell.start() + cell[0].index(whole) if whole else cell.start()
    if len(whole) <= _LONGEST_CELL and (undone := _undo(whole, least)):
        yield Edit(undone[0], start, start + len(whole), undone[1])
        return
    for part in _PART.finditer(cell[0]):
        if is_suspicious(part[0]) and (undone := _undo(part[0][:_LONGEST_CELL], least)):
            first = cell.start() + part.start()
            yield Edit(undone[0], first, first + len(part[0][:_LONGEST_CELL]), undone[1])


def _undo(text: str, least: _Least, rounds: int = _MOST_ROUNDS) -> tuple[str, str] | None:
    """(families, true text), None where the text is sound or no undoing makes it much likelier.

    Twice misread text gets likelier only at the last step, so that all ways are gone; most end at once.
    """
    before = best = cost(text)
    found: tuple[str, str] | None = None
    for name, reading in _readings(text):
        names, final = name, reading
        if rounds > 1 and is_suspicious(reading) and (deeper := _undo(reading, _SURE, rounds - 1)):
            names, final = f"{name}+{deeper[0]}", deeper[1]
        bits = cost(final)
        if bits < best and before - bits >= max(least.bits, least.share * len(final)):
            best, found = bits, (names, final)
        if bits <= _PLAIN * len(final) and not is_suspicious(final.replace("\ufffd", "")):
            break
    return found


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """What the text would be, had it been misread in each way; readings that make no sense are left out."""
    for family in _FAMILIES:
        raw = family.to_bytes(text)
        if raw is None:
            continue
        reading, lost = _decoded(raw, family.right)
        if lost:
            reading = _HOLE.sub("\ufffd", reading)
            lost = reading.count("\ufffd")
        if lost <= _MOST_LOST * len(reading) and reading != text and _is_text(reading):
            yield family.name, reading


def _decoded(raw: bytes, encoding: str) -> tuple[str, int]:
    if encoding == "utf-8":
        return decode_as(fill(raw) if HOLE in raw else raw, encoding)
    text, lost, _ = decode_pieces(raw, encoding, mixed=False)  # a lost byte may have shifted the rest
    return text, lost


def _is_text(reading: str) -> bool:
    """Han at a fair price, or something that is still to be turned back once more."""
    han = _HAN.findall(reading)
    if not han:
        return len(_STRAY.findall(reading)) * 3 > len(reading)
    sound = "".join(_HAN.findall(reading))
    return cost(sound) <= _DEAREST * len(sound) or len(han) * 3 < len(reading) or is_suspicious(reading)


def _as_gbk(text: str) -> bytes | None:
    """Bytes of a text that was read as GBK; a place that was lost stays a byte that no character can hold."""
    return None if text.isascii() else HOLE.join(part.encode("gb18030") for part in _LOST_BYTE.split(text))


def _as_big5(text: str) -> bytes | None:
    try:
        return HOLE.join(part.encode("big5hkscs") for part in text.split("\ufffd"))
    except UnicodeEncodeError:
        return None


def _as_western(text: str) -> bytes | None:
    """Bytes of a text that was read as windows-1252 or ISO-8859-1, whose holes are the C1 controls."""
    try:
        return text.encode("cp1252", "xuncha-c1")
    except UnicodeEncodeError:
        return None


def _c1(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    character = error.object[error.start]
    if character == "\ufffd":
        return HOLE, error.start + 1
    if ord(character) > 0xFF:
        raise error
    return bytes((ord(character),)), error.start + 1


codecs.register_error("xuncha-c1", _c1)

_FAMILIES = (
    _Family("utf8-as-gbk", _as_gbk, "utf-8"),
    _Family("utf8-as-latin1", _as_western, "utf-8"),
    _Family("gbk-as-latin1", _as_western, "gb18030"),
    _Family("big5-as-latin1", _as_western, "big5"),
    _Family("gbk-as-big5", _as_big5, "gb18030"),
    _Family("big5-as-gbk", _as_gbk, "big5"),
    _Family("misaligned-gbk", _as_gbk, "gb18030"),  # a byte was lost, and what follows it was read one off
)
