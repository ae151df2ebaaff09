"""A fast look for characters that sound text hardly ever holds: what sets off the slow searches, and nothing else."""

import re
from functools import lru_cache

from parsers.language_model import single_cost, to_simplified_table

# Latin letters and signs side by side that no language writes so: the reading of two-byte characters as single bytes.
_STRAY_LATIN = "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"


_RARE_BITS = 18.5  # a tenth of a per mille of the characters of real pages cost more


@lru_cache(maxsize=1)
def _rare_characters() -> str:
    """Han that sound text hardly holds, as ranges of a regular expression."""
    simplified = to_simplified_table()
    rare = [code for code in range(0x3400, 0xA000) if single_cost(simplified.get(code, chr(code))) > _RARE_BITS]
    ranges: list[list[int]] = []
    for code in rare:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@lru_cache(maxsize=1)
def _suspicious() -> re.Pattern[str]:
    return re.compile(f"[{_rare_characters()}\ufffd\ue000-\uf8ff\u0080-\u009f]|{_STRAY_LATIN}[\u00a0-\u00ff]")


def is_suspicious(text: str) -> bool:
    """Whether a text holds anything that damage leaves behind. Sound text may: the searches themselves decide."""
    return _suspicious().search(text) is not None
