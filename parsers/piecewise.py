"""Decoding a body piece by piece, where one piece is damaged or was put there by another system.

A GBK page with a UTF-8 footer, a UTF-8 page with a GBK advertisement, a lost byte that shifts the rest of its run: the
run (from its first high byte to the next byte that no character holds inside) is the unit that is read anew.
"""

import re
from itertools import accumulate

from parsers.byte_search import likeliest
from parsers.encodings import decode_as
from parsers.language_model import to_simplified_table
from parsers.likelihood import RUN, cost, step
from parsers.suspicion import SEVERAL, is_dense, strange_in

_OTHERS = {"utf-8": ("gb18030", "big5"), "gb18030": ("utf-8",), "big5": ("utf-8", "gb18030")}
_CLEARLY = 20.0  # bits by which another reading must be cheaper
_LONGEST = 600  # bytes of a run that are read again at every place; longer ones only from the second byte on
_CODECS = {"gb18030": ("gb18030",), "big5": ("cp950", "big5hkscs")}
_STRETCH, _DEAR = 9, 10.5  # characters; bits for each of them
_MANY = 40  # strange characters: looking for each takes longer than looking at every run
_ANYTHING = re.compile(b"")
_SHIFTING = ("gb18030", "big5")  # where a lost byte puts the next characters out of step


def decode_pieces(body: bytes, encoding: str, first: tuple[str, int] | None = None) -> tuple[str, int, int]:
    """(text, places lost, runs read in another encoding). `first` is decode_as(), where the caller has it already."""
    text, replaced = first or decode_as(body, encoding)
    doubtful = _doubtful(text, encoding, replaced)
    if doubtful is None:
        return text, replaced, 0
    pieces: list[str] = []
    place = others = 0
    for match in RUN.finditer(body):
        run = match[0]
        better = _reread(run, encoding) if replaced or _is_strange(run, doubtful) else None
        if better:
            pieces += (decode_as(body[place : match.start()], encoding)[0], better[0])
            others += better[1]
            place = match.end()
    if not pieces:
        return text, replaced, 0
    pieces.append(decode_as(body[place:], encoding)[0])
    whole = "".join(pieces)
    return whole, max(0, replaced + whole.count("\ufffd") - text.count("\ufffd")), others


def _doubtful(text: str, encoding: str, replaced: int) -> re.Pattern[bytes] | None:
    """What a run must hold to be read anew: anything if bytes were lost, else the strange characters of the text."""
    if encoding not in _OTHERS:
        return None
    strange = strange_in(text) if encoding != "utf-8" else frozenset()
    if replaced or len(strange) > _MANY:
        return _ANYTHING
    codes = [character.encode(codec, "ignore") for character in strange for codec in _CODECS[encoding]]
    return re.compile(b"|".join(map(re.escape, filter(None, codes)))) if strange else None


def _is_strange(run: bytes, doubtful: re.Pattern[bytes]) -> bool:
    """Whether a run that can be decoded should be read anew: it holds as many strange characters as make it dense."""
    found = len(doubtful.findall(run))
    return found >= SEVERAL or (found > 0 and _is_utf8(run))


def _reread(run: bytes, encoding: str) -> tuple[str, bool] | None:
    """(a likelier reading of one run, whether it is another encoding's), None where the first is the best."""
    plain, lost = decode_as(run, encoding)
    if not lost and (encoding == "utf-8" or not (is_dense(plain) or _is_utf8(run))):
        return None
    bits = cost(plain)
    for other in _OTHERS[encoding]:
        reading, missing = decode_as(run, other)
        if not missing and (other != "utf-8" or len(run) > 3) and cost(reading) + _CLEARLY < bits:
            return reading, True
    if encoding in _SHIFTING and (lost or (is_dense(plain) and _is_dear(plain))):
        stepped, stepped_bits = likeliest(run, encoding)[:2] if len(run) <= _LONGEST else _one_later(run, encoding)
        if stepped_bits + _CLEARLY < bits:
            return stepped, False
    return None


def _is_dear(plain: str) -> bool:
    """Whether some stretch costs more than sound text does, as what is out of step always does."""
    simplified = plain.translate(to_simplified_table())
    steps = [0.0, *accumulate(map(step, "\n" + simplified, simplified))]
    span = min(_STRETCH, len(plain))
    return any(end - start > _DEAR * span for start, end in zip(steps, steps[span:], strict=False))


def _is_utf8(run: bytes) -> bool:
    try:
        return bool(run.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _one_later(run: bytes, encoding: str) -> tuple[str, float]:
    """(text, bits) of a run that was cut inside its first character."""
    text = "\ufffd" + decode_as(run[1:], encoding)[0]
    return text, cost(text)
