"""How likely a piece of text is in any language a portal is written in: the judge between two readings of its bytes.

Costs are bits; Chinese is weighed by parsers.language_model, other scripts by flat prices that were set so that each
script's true text is cheaper than its misreading (Latin letters belong beside Latin letters, kana and hangul beside
their like).
"""

import re
from functools import lru_cache

from parsers.language_model import border_cost, single_cost, step_cost, to_simplified_table

LOST_BITS = 26.0  # a place that cannot be decoded: dearer than the rarest character
_ASCII_BITS = 5.5
_KANA_BITS = 7.5
_HANGUL_BITS = 9.0
_CYRILLIC_BITS = 6.5
_ACCENTED_BITS = 7.0
_STRAY_LATIN_BITS = 17.0
_CONTROL_BITS = 28.0
_HAN_NUMERALS = frozenset("一二三四五六七八九十")
_NUMERALS = _HAN_NUMERALS | frozenset("0123456789百")
_COUNTERS = frozenset("年月日时分条款项号章节次个件人名户届期批元万亿吨米家份例起处")
_COUNTER_BITS = 4.0  # the dictionary does not know numbers: （二）, 12 条

# A run of text that is not ASCII, from its first high byte to a byte that no Chinese encoding uses inside a character.
RUN = re.compile(rb"[\x80-\xff][^\x00-\x2f\x3a-\x3f]*")
HIGH = re.compile(rb"[\x80-\xff]")
_SHORT = 96  # bytes of a run that are enough where there are many
_WINDOW = 262_144  # bytes behind the first high byte; what follows is written in the same encoding, or is damage


def runs_of(body: bytes) -> list[bytes]:
    """The runs that are not ASCII, from the first on."""
    first = HIGH.search(body)
    return RUN.findall(body, first.start(), first.start() + _WINDOW) if first else []


def sample(runs: list[bytes], size: int) -> bytes:
    """About `size` bytes of the runs, spread over them, one a line."""
    total = min(_SHORT * len(runs), sum(map(len, runs)))
    some = runs[:: max(1, total // size)]
    longest = max(_SHORT, size // max(1, len(some)))
    return b"\n".join(run[:longest] for run in some)


def cost(text: str) -> float:
    """Bits for a text. A character's neighbour counts: an accented letter between Han is a stray."""
    simplified = text.translate(to_simplified_table())
    return sum(map(step, "\n" + simplified[:-1], simplified)) if simplified else 0.0


@lru_cache(maxsize=32768)
def step(before: str, here: str) -> float:
    """Bits for a character (simplified) behind another."""
    code = ord(here)
    if code < 0x80:
        is_control = (code < 0x20 and here not in "\t\n\r") or code == 0x7F
        return _CONTROL_BITS if is_control else _ASCII_BITS + border_cost(before, here)
    if 0x4E00 <= code <= 0x9FFF:
        bits = step_cost(before, here)
        if (here in _COUNTERS and before in _NUMERALS) or (here in _HAN_NUMERALS and before in "(（第"):
            return min(bits, _COUNTER_BITS)
        return bits
    if here == "\ufffd":
        return LOST_BITS
    if 0x80 <= code < 0xA0 or 0xE000 <= code < 0xF900:
        return _CONTROL_BITS
    if 0x3041 <= code <= 0x30FF:
        return _KANA_BITS if 0x3041 <= ord(before) <= 0x30FF else _KANA_BITS + 3
    if 0xAC00 <= code <= 0xD7A3:
        return _HANGUL_BITS
    if 0x400 <= code < 0x460:
        return _CYRILLIC_BITS if 0x400 <= ord(before) < 0x460 or before < "\x80" else _STRAY_LATIN_BITS
    if 0xC0 <= code < 0x250:
        return _ACCENTED_BITS if before < "\x80" or 0xC0 <= ord(before) < 0x250 else _STRAY_LATIN_BITS
    return single_cost(here) + border_cost(before, here)
