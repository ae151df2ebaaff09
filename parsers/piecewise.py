"""Decoding a body piece by piece, where one piece is damaged or was put there by another system.

A GBK page with a UTF-8 footer, a UTF-8 page with a GBK advertisement, a lost byte that shifts the rest of its run: the
run (from its first high byte to the next byte that no character holds inside) is the unit that is read anew.
"""

import re
from collections.abc import Iterable

from parsers.encodings import decode_as
from parsers.likelihood import LOST_BITS, RUN, cost
from parsers.suspicion import is_suspicious

_TWO_UTF8 = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
_OTHERS = {"utf-8": ("gb18030", "big5"), "gb18030": ("utf-8",), "big5": ("utf-8", "gb18030")}
_CLEARLY = 20.0  # bits by which another reading must be cheaper
_LONGEST = 600  # bytes of a run that are read again at every place; longer ones keep their first reading
_TRAILS = {"gb18030": range(0x40, 0xFF), "big5": range(0x40, 0xFF)}


def decode_pieces(body: bytes, encoding: str, *, mixed: bool = True) -> tuple[str, int, int]:
    """(text, places lost, runs read in another encoding, which happens only if `mixed`)"""
    text, replaced = decode_as(body, encoding)
    if encoding not in _OTHERS or not (replaced or _has_other(body, encoding) or is_suspicious(text)):
        return text, replaced, 0
    pieces: list[str] = []
    place = others = 0
    for match in RUN.finditer(body):
        run = match[0]
        pieces.append(body[place : match.start()].decode("ascii"))
        plain, lost = decode_as(run, encoding)
        if lost or is_suspicious(plain) or (encoding != "utf-8" and _TWO_UTF8.search(run)):
            plain, is_other = _reread(run, encoding, plain, _OTHERS[encoding] if mixed else ())
            others += is_other
        pieces.append(plain)
        place = match.end()
    pieces.append(body[place:].decode("ascii"))
    whole = "".join(pieces)
    return whole, max(0, replaced + whole.count("\ufffd") - text.count("\ufffd")), others


def _has_other(body: bytes, encoding: str) -> bool:
    return encoding != "utf-8" and _TWO_UTF8.search(body) is not None


def _reread(run: bytes, encoding: str, plain: str, others: Iterable[str]) -> tuple[str, bool]:
    """(the likeliest reading of one run, whether it is another encoding's)"""
    bits = cost(plain)
    for other in others:
        reading, lost = decode_as(run, other)
        if not lost and (other != "utf-8" or len(run) > 3) and cost(reading) + _CLEARLY < bits:
            return reading, True
    if encoding in _TRAILS and len(run) <= _LONGEST:
        stepped, stepped_bits = _realigned(run, encoding)
        if stepped_bits + _CLEARLY < bits:
            return stepped, False
    return plain, False


def _realigned(run: bytes, encoding: str) -> tuple[str, float]:
    """The cheapest way to cut a run into characters, bytes being given up as lost where that pays (U+FFFD).

    A byte that was lost shifts all that follow by one, and every pair of them may be a character: likelihood tells.
    Dynamic programming over the places of the run; each keeps its best last character.
    """
    best: list[tuple[float, str, int]] = [(0.0, "\n", -1)] + [(float("inf"), "", -1)] * len(run)
    for place in range(len(run)):
        bits, before, _ = best[place]
        if bits == float("inf"):
            continue
        for size in (1, 2, 4) if encoding == "gb18030" else (1, 2):
            character = _character(run[place : place + size], size, encoding)
            if character is None:
                continue
            price = bits + (LOST_BITS if character == "\ufffd" else cost(before + character) - cost(before))
            if price < best[place + size][0]:
                best[place + size] = (price, character, place)
    characters = []
    place = len(run)
    while place > 0:
        _, character, place = best[place]
        characters.append(character)
    return re.sub("\ufffd+", "\ufffd", "".join(reversed(characters))), best[-1][0]


def _character(code: bytes, size: int, encoding: str) -> str | None:
    """The character of one code of `size` bytes; U+FFFD for a single high byte, None for no code."""
    if len(code) < size:
        return None
    if size == 1:
        return chr(code[0]) if code[0] < 0x80 else "\ufffd"
    if code[0] < 0x80:
        return None
    text, lost = decode_as(code, encoding)
    return text if not lost and len(text) <= 2 and not text.endswith(chr(code[-1])) else None
