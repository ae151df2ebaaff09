"""From misread text back to the bytes that it was read from; a place that was lost becomes HOLE."""

import codecs
import re
from collections.abc import Mapping

from parsers.byte_search import HOLE, LOST

# What stands for bytes that GBK could not read. The euro sign is 0x80 in Microsoft's code page, unless another follows.
_MARKS = re.compile("(\ufffd|€(?![€\ufffd?]))")
_BYTES_OF_MARKS = {LOST: HOLE, "€": b"\x80"}
# Question marks inside a character of UTF-8 are lost bytes.
_QUESTION = re.compile(
    rb"(?<=[\xe0-\xef])\?\??|(?<=[\xe0-\xef][\x80-\xbf])\?|(?<![\x80-\xff])\?(?=[\x80-\xbf]{2}(?![\x80-\xbf]))"
)


def as_gbk(text: str) -> bytes | None:
    """Bytes of a text that was read as GBK; a place that was lost stays a byte that no character can hold."""
    return None if text.isascii() else _QUESTION.sub(lambda marks: HOLE * len(marks[0]), _gbk(text))


def doubtful_as_gbk(text: str, doubts: Mapping[int, str]) -> tuple[bytes | None, dict[int, bytes]]:
    """as_gbk() of a text in which doubtful characters stand (place → all that may stand there).

    A byte in which these differ is a hole; the bytes that may stand there are told by its place.
    """
    raw, done = b"", 0
    possible: dict[int, bytes] = {}
    for place, among in sorted(doubts.items()):
        codes = [code for one in among if one != LOST and len(code := one.encode("gb18030", "replace")) == 2]
        if codes:
            raw += _gbk(text[done:place])
            columns = [bytes(sorted(set(column))) for column in zip(*codes, strict=True)]
            possible |= {len(raw) + spot: column for spot, column in enumerate(columns) if len(column) > 1}
            raw += b"".join(column if len(column) == 1 else HOLE for column in columns)
            done = place + 1
    raw += _gbk(text[done:])
    return None if text.isascii() else _QUESTION.sub(lambda marks: HOLE * len(marks[0]), raw), possible


def _gbk(text: str) -> bytes:
    return b"".join(_BYTES_OF_MARKS.get(part) or part.encode("gb18030", "replace") for part in _MARKS.split(text))


def as_big5(text: str) -> bytes | None:
    try:
        return HOLE.join(part.encode("big5hkscs", "xuncha-cp950") for part in text.split(LOST))
    except UnicodeEncodeError:
        return None


def as_western(text: str) -> bytes | None:
    """Bytes of a text that was read as windows-1252 or ISO-8859-1, whose holes are the C1 controls."""
    try:
        return text.encode("cp1252", "xuncha-c1")
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
