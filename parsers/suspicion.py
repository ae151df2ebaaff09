"""A fast look for characters that sound text hardly ever holds: what sets off the slow searches, and nothing else."""

import re
from functools import lru_cache

from parsers.encodings import beyond_ascii
from parsers.language_model import single_cost, to_simplified_table

# Latin letters and signs side by side that no language writes so: the reading of two-byte characters as single bytes.
_SIGNS = "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_STRAY_LATIN = re.compile(f"[\u0080-\u00ff{_SIGNS}][\u00a0-\u00ff]")
_LATIN_1 = frozenset(map(chr, range(0xA0, 0x100)))
_NO_TEXT = frozenset(map(chr, (*range(0x80, 0xA0), *range(0xE000, 0xF900), 0xFFFD)))
_RARE_BITS = 18.5  # a tenth of a per mille of the characters of real pages cost more
# Sound text may have two side by side (盱眙), hardly ever three in as many characters.
SEVERAL, _NEAR = 3, 9


@lru_cache(maxsize=1)
def _rare() -> frozenset[str]:
    """Han that sound text hardly holds."""
    simplified = to_simplified_table()
    return frozenset(
        chr(code) for code in range(0x3400, 0xA000) if single_cost(simplified.get(code, chr(code))) > _RARE_BITS
    )


@lru_cache(maxsize=1)
def _strange() -> frozenset[str]:
    return _rare() | _NO_TEXT


def strange_in(text: str) -> frozenset[str]:
    """The characters of a text that sound text hardly holds."""
    return _strange().intersection(beyond_ascii(text))


def is_suspicious(text: str) -> bool:
    """Whether a text holds anything that damage leaves behind. Sound text may: the searches themselves decide."""
    beyond = beyond_ascii(text)
    if not _strange().isdisjoint(beyond):
        return True
    return not _LATIN_1.isdisjoint(beyond) and _STRAY_LATIN.search(text) is not None


def is_dense(text: str) -> bool:
    """Whether several strange characters stand near each other, as they do where a run is read one byte off."""
    strange = strange_in(text)
    if not strange:
        return False
    places = [place for place, character in enumerate(text) if character in strange]
    return any(later - earlier < _NEAR for earlier, later in zip(places, places[SEVERAL - 1 :], strict=False))
