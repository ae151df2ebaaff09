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

from parsers.byte_search import HOLE, LOST, likeliest
from parsers.edits import Edit
from parsers.encodings import beyond_ascii, count_high, decode_as
from parsers.likelihood import cost
from parsers.suspicion import is_dense, is_suspicious

# A misreading keeps to its line and its cell, tags and quotes being ASCII in every encoding.
_CELL = re.compile(r'[^<>\r\n\t"]+')
# Inside a cell, one part may be sound and another damaged.
_PART = re.compile(r"[^\x00-\x20：:（）()，。、；;|/=【】《》]+")
_LONGEST_CELL = 4000  # characters undone at once; longer ones are undone in parts
_MOST_ROUNDS = 3
_DEAREST = 15.5  # bits for each Han of what comes out: dearer is no text
_PLAIN = 11.0  # bits a character: as cheap as sound text, so that no other way need be gone
_MOST_LOST = 0.34  # share of places lost
_MOST_UTF8 = 0.5  # least share of the bytes that make characters of UTF-8
_FAIR = 11.5  # bits a character: sound text is cheaper
_UTF8_CODE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What stands for bytes that GBK could not read. The euro sign is 0x80 in Microsoft's code page, unless another follows.
_MARKS = re.compile("(\ufffd|€(?![€\ufffd?]))")
_BYTES_OF_MARKS = {LOST: HOLE, "€": b"\x80"}
# Question marks inside a character of UTF-8 are lost bytes; a space there was a no-break space.
_QUESTION = re.compile(
    rb"(?<=[\xe0-\xef])\?\??|(?<=[\xe0-\xef][\x80-\xbf])\?|(?<![\x80-\xff])\?(?=[\x80-\xbf]{2}(?![\x80-\xbf]))"
)
_NO_BREAK = re.compile(rb"(?<=[\xe0-\xef]) (?=[\x80-\xbf])|(?<=[\xe0-\xef][\x80-\xbf]) ")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LETTER = re.compile("[A-Za-z]")
_HAN = re.compile("[㐀-鿿\U00020000-\U0003ffff]")
_STRAY = re.compile("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


class _Least(NamedTuple):
    """Bits that the undone text must save, at all and for each character."""

    bits: float
    share: float


_SURE = _Least(18.0, 2.2)  # sound text never saves as much
_EXPECTED = _Least(1.0, 0.0)


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
    for family, reading in _readings(text):
        names, final = family.name, reading
        if rounds > 1 and family.again and is_suspicious(reading) and (deeper := _undo(reading, _SURE, rounds - 1)):
            names, final = f"{names}+{deeper[0]}", deeper[1]
        if not _is_text(final):
            continue
        bits = cost(final)
        if bits < best and before - bits >= max(least.bits, least.share * len(final)):
            best, found = bits, (names, final)
        if found and (family.right == "utf-8" or LOST not in final) and bits <= _PLAIN * len(final):
            break
    return found


def _readings(text: str) -> Iterator[tuple["_Family", str]]:
    """What the text would be, had it been misread in each way; readings that make no sense are left out."""
    for family in _FAMILIES:
        raw = family.to_bytes(text)
        if raw is not None and family.is_plausible(text, raw):
            # Only the larger table has characters for the private codes.
            wrong = "gb18030" if family.wrong == "gbk" and _PRIVATE.search(text) else family.wrong
            reading = _decoded(raw, family, wrong)
            if reading != text and reading.count(LOST) <= _MOST_LOST * len(reading):
                yield family, reading


def _decoded(raw: bytes, family: "_Family", wrong: str) -> str:
    """The bytes read right; a byte that was lost is searched for, and what it shifted put back in step."""
    reading, lost = decode_as(raw, family.right)
    if lost or (family.right != "utf-8" and is_dense(reading)):
        reading, _ = likeliest(raw, family.right, wrong)
    return reading


def _is_text(reading: str) -> bool:
    """Han at a fair price."""
    sound = "".join(_HAN.findall(reading))
    return bool(sound) and cost(sound) <= _DEAREST * len(sound)


def _holds_utf8(_: str, raw: bytes) -> bool:
    """Whether most of the bytes make characters of UTF-8, as other bytes hardly do."""
    return sum(map(len, _UTF8_CODE.findall(raw))) >= _MOST_UTF8 * count_high(raw.replace(HOLE, b""))


def _is_stray(text: str, _: bytes) -> bool:
    """Whether the text is accented letters and signs beside each other, rather than words with some of them."""
    return len(_STRAY.findall(text)) * 2 > len(_LETTER.findall(text))


def _is_improbable(text: str, _: bytes) -> bool:
    """Whether Han are too dear for sound text, which what was misread as other Han always is."""
    beyond = beyond_ascii(text)
    return cost(beyond) > _FAIR * len(beyond)


def _as_gbk(text: str) -> bytes | None:
    """Bytes of a text that was read as GBK; a place that was lost stays a byte that no character can hold."""
    if text.isascii():
        return None
    parts = _MARKS.split(text)
    raw = [_BYTES_OF_MARKS.get(part) or part.encode("gb18030", "replace") for part in parts]
    return _QUESTION.sub(lambda marks: HOLE * len(marks[0]), b"".join(raw))


def _as_big5(text: str) -> bytes | None:
    try:
        return HOLE.join(part.encode("big5hkscs", "xuncha-cp950") for part in text.split(LOST))
    except UnicodeEncodeError:
        return None


def _as_western(text: str) -> bytes | None:
    """Bytes of a text that was read as windows-1252 or ISO-8859-1, whose holes are the C1 controls."""
    try:
        return _NO_BREAK.sub(b"\xa0", text.encode("cp1252", "xuncha-c1"))
    except UnicodeEncodeError:
        return None


def _cp950(error: UnicodeError) -> tuple[bytes, int]:
    """Characters that Microsoft's Big5 has and Hong Kong's has not."""
    assert isinstance(error, UnicodeEncodeError)
    return error.object[error.start].encode("cp950"), error.start + 1


def _c1(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    character = error.object[error.start]
    if character == LOST:
        return HOLE, error.start + 1
    if ord(character) > 0xFF:
        raise error
    return bytes((ord(character),)), error.start + 1


codecs.register_error("xuncha-c1", _c1)
codecs.register_error("xuncha-cp950", _cp950)


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
    _Family("utf8-as-gbk", "gbk", "utf-8", _as_gbk, _holds_utf8, again=True),
    _Family("utf8-as-latin1", "cp1252", "utf-8", _as_western, _holds_utf8, again=True),
    _Family("gbk-as-latin1", "cp1252", "gb18030", _as_western, _is_stray),
    _Family("big5-as-latin1", "cp1252", "big5", _as_western, _is_stray),
    _Family("gbk-as-big5", "big5hkscs", "gb18030", _as_big5, _is_improbable),
    _Family("big5-as-gbk", "gbk", "big5", _as_gbk, _is_improbable),
    # a byte was lost, and what follows it was read one off
    _Family("misaligned-gbk", "gbk", "gb18030", _as_gbk, _is_improbable),
)
