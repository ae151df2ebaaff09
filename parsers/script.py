"""Simplified or traditional, and the way to simplified: OpenCC's t2s, only where traditional characters stand."""

import re
from functools import lru_cache
from importlib import resources
from typing import Literal

from opencc import OpenCC

from parsers.language_model import simplified_only, to_simplified_table

Script = Literal["hans", "hant", "mixed", "none"]

_MINOR = 0.05  # below this share the other script's characters are names, quotations or variants
_LINE = re.compile(r"[^\n]*\n?")
_HAN = re.compile("[㐀-鿿豈-﫿\U00020000-\U0003ffff]")


def script_of(text: str) -> Script:
    """Which script a text is written in; `none` where no character tells (which short plain texts share).

    >>> script_of("政府信息公开"), script_of("政府資訊公開"), script_of("人口"), script_of("open 2024")
    ('hans', 'hant', 'hans', 'none')
    """
    traditional = _count("traditional", text)
    if not traditional:
        return "hans" if _HAN.search(text) else "none"
    simplified = _count("simplified", text)
    telling = traditional + simplified
    if traditional <= _MINOR * telling:
        return "hans"
    return "hant" if simplified <= _MINOR * telling else "mixed"


def _count(script: Literal["traditional", "simplified"], text: str) -> int:
    """Many times faster than a pattern of three thousand characters."""
    return sum(map(text.count, _only(script).intersection(text)))


def simplify(text: str) -> str:
    """The text in simplified characters. Lines without a traditional character come out as they are, untouched.

    >>> simplify("著名學者編著《後漢書》")
    '著名学者编著《后汉书》'
    """
    if _only("traditional").isdisjoint(text):
        return text
    return "".join(_simplified_line(line) for line in _LINE.findall(text))


@lru_cache(maxsize=8192)
def _simplified_line(line: str) -> str:
    """OpenCC is slow, and a portal repeats its lines on every page."""
    return line if _only("traditional").isdisjoint(line) else _t2s().convert(line)


@lru_cache(maxsize=1)
def _t2s() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=2)
def _only(script: Literal["traditional", "simplified"]) -> frozenset[str]:
    """The characters that only one script has; 著 and 乾 are at home in both."""
    if script == "simplified":
        return frozenset(simplified_only())
    table = resources.files("opencc").joinpath("dictionary/STCharacters.txt").read_text(encoding="utf-8")
    both = {line[0] for line in table.splitlines()}
    return frozenset(map(chr, to_simplified_table())) - both
