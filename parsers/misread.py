"""Text whose bytes were once decoded in the wrong encoding, as in 鏀垮簻 for 政府: found and turned back.

The wrong reading is undone by encoding the text in the wrong encoding and decoding the bytes in the right one. It is
undone only where that makes the text much likelier; a place whose bytes did not survive becomes U+FFFD, and the rest
around it is kept. A text may have been misread twice: the undoing goes on while the text gets likelier.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parsers.edits import Edit
from parsers.encodings import decode_as
from parsers.likelihood import cost
from parsers.suspicion import is_suspicious

# A misreading keeps to its line and its cell, tags and quotes being ASCII in every encoding.
_CELL = re.compile(r'[^<>\r\n\t"]+')
# Inside a cell, one part may be sound and another damaged.
_PART = re.compile(r"[^\x00-\x20：:（）()，。、；;|/=【】《》]+")
_LONGEST_CELL = 4000  # characters undone at once; longer ones are undone in parts
_MOST_ROUNDS = 3
# Bits that the undone text must save, at all and for each character: sound text never saves as much.
_LEAST_SAVED = 18.0
_LEAST_SAVED_SHARE = 2.2
_DEAREST = 15.5  # bits for each Han of what comes out: dearer is no text
_MOST_LOST = 0.25  # share of places lost
_HOLE = re.compile("[?\ufffd]*\ufffd[?\ufffd]*")
_HAN = re.compile("[㐀-鿿\U00020000-\U0003ffff]")
_STRAY = re.compile("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    to_bytes: Callable[[str], bytes | None]
    right: str


def misread_edits(text: str) -> list[Edit]:
    """The edits that turn misread places back, in order and apart; none for sound text."""
    if not is_suspicious(text):
        return []
    return [edit for cell in _CELL.finditer(text) if is_suspicious(cell[0]) for edit in _cell_edits(cell)]


def _cell_edits(cell: re.Match[str]) -> Iterator[Edit]:
    """The whole cell turned back, or its parts where only some are damaged."""
    whole = cell[0].strip(" \u3000")
    start = cell.start() + cell[0].index(whole) if whole else cell.start()
    if len(whole) <= _LONGEST_CELL and (undone := _undo(whole)):
        yield Edit(undone[0], start, start + len(whole), undone[1])
        return
    for part in _PART.finditer(cell[0]):
        if is_suspicious(part[0]) and (undone := _undo(part[0][:_LONGEST_CELL])):
            first = cell.start() + part.start()
            yield Edit(undone[0], first, first + len(part[0][:_LONGEST_CELL]), undone[1])


def _undo(text: str) -> tuple[str, str] | None:
    """(family, true text), None where the text is sound or no undoing makes it likelier."""
    names: list[str] = []
    current = text
    for _ in range(_MOST_ROUNDS):
        best = _best_round(current)
        if best is None:
            break
        names.append(best[0])
        current = best[1]
    if not names or current == text:
        return None
    return "+".join(dict.fromkeys(names)), current


def _best_round(text: str) -> tuple[str, str] | None:
    before = cost(text)
    readings = [(cost(reading), name, reading) for name, reading in _readings(text)]
    if not readings:
        return None
    bits, name, reading = min(readings)
    saved = before - bits
    if saved < _LEAST_SAVED or saved < _LEAST_SAVED_SHARE * len(reading):
        return None
    return name, reading


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """What the text would be, had it been misread in each way; readings that make no sense are left out."""
    for family in _FAMILIES:
        raw = family.to_bytes(text)
        if raw is None:
            continue
        reading, lost = decode_as(raw, family.right)
        if lost:
            reading = _HOLE.sub("\ufffd", reading)
            lost = reading.count("\ufffd")
        if lost <= _MOST_LOST * len(reading) and reading != text and _is_text(reading):
            yield family.name, reading


def _is_text(reading: str) -> bool:
    """Han at a fair price, or something that is still to be turned back once more."""
    han = _HAN.findall(reading)
    if not han:
        return len(_STRAY.findall(reading)) * 3 > len(reading)
    sound = "".join(_HAN.findall(reading))
    return cost(sound) <= _DEAREST * len(sound) or len(han) * 3 < len(reading) or is_suspicious(reading)


def _as_gbk(text: str) -> bytes | None:
    """Bytes of a text that was read as GBK; a place that was lost stays a byte that no character can hold."""
    return text.encode("gb18030", "xuncha-hole") if not text.isascii() else None


def _as_big5(text: str) -> bytes | None:
    try:
        return text.encode("big5hkscs")
    except UnicodeEncodeError:
        return None


def _as_western(text: str) -> bytes | None:
    """Bytes of a text that was read as windows-1252 or ISO-8859-1, whose holes are the C1 controls."""
    try:
        return text.encode("cp1252", "xuncha-c1")
    except UnicodeEncodeError:
        return None


def _hole(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return b"\xff", error.start + 1


def _c1(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    character = error.object[error.start]
    if character == "\ufffd":
        return b"\xff", error.start + 1
    if ord(character) > 0xFF:
        raise error
    return bytes((ord(character),)), error.start + 1


codecs.register_error("xuncha-hole", _hole)
codecs.register_error("xuncha-c1", _c1)

_FAMILIES = (
    _Family("utf8-as-gbk", _as_gbk, "utf-8"),
    _Family("utf8-as-latin1", _as_western, "utf-8"),
    _Family("gbk-as-latin1", _as_western, "gb18030"),
    _Family("big5-as-latin1", _as_western, "big5"),
    _Family("gbk-as-big5", _as_big5, "gb18030"),
    _Family("big5-as-gbk", _as_gbk, "big5"),
)
