"""Bytes of UTF-8 that were lost when it was read as GBK, and what they can only have been.

GBK loses a byte where it is no lead byte (0x80) or where it and the next byte are no pair. Together with the two other
bytes of its character that leaves a few candidates; where likelihood does not choose one clearly, the hole stays.
"""

import re

from parsers.likelihood import cost

HOLE = b"\xff"
# A character of three bytes one of which is lost: the last, the middle or the first.
_BROKEN = re.compile(rb"[\xe2-\xef][\x80-\xbf]\xff|[\xe2-\xef]\xff[\x80-\xbf]|\xff[\x80-\xbf]{2}")
_CLEARLY = 5.0  # bits
_CONTINUATIONS, _LEADS = range(0x80, 0xC0), range(0xE2, 0xF0)


def fill(raw: bytes) -> bytes:
    """The bytes with those holes filled that can be filled with confidence."""
    pieces: list[bytes] = []
    place = 0
    for match in _BROKEN.finditer(raw):
        before = b"".join(pieces)[-3:] + raw[place : match.start()]
        pieces += (raw[place : match.start()], _filled(match[0], before, raw[match.end() : match.end() + 3]))
        place = match.end()
    return b"".join((*pieces, raw[place:]))


def _filled(broken: bytes, before: bytes, after: bytes) -> bytes:
    spot = broken.index(HOLE)
    following = (broken + after)[spot + 1 : spot + 2]
    codes = [
        broken.replace(HOLE, bytes((byte,)))
        for byte in (_LEADS if spot == 0 else _CONTINUATIONS)
        if byte == 0x80 or not _is_pair(byte, following)
    ]
    left = before[-3:].decode("utf-8", "ignore")[-1:]
    right = after.decode("utf-8", "ignore")[:1]
    ranked = sorted((cost(left + code.decode("utf-8") + right), code) for code in codes if _is_character(code))
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEARLY):
        return broken
    return ranked[0][1]


def _is_pair(lead: int, following: bytes) -> bool:
    try:
        return bool((bytes((lead,)) + following).decode("gbk"))
    except UnicodeDecodeError:
        return False


def _is_character(code: bytes) -> bool:
    try:
        return len(code.decode("utf-8")) == 1
    except UnicodeDecodeError:
        return False
