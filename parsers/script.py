"""Simplified or traditional, and the way to simplified: OpenCC's t2s, only where traditional characters stand.

Some mirrors convert mainland text by phrase (文件 → 檔案, 程序 → 程式). The way back, localize(), is never gone unasked:
the phrase may have been the author's own.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from opencc import OpenCC

from parsers.language_model import simplified_only, to_simplified_table
from parsers.radicals import RADICALS, spelled_out

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
    """The text in simplified characters, and characters for radicals. Lines without either come out untouched.

    >>> simplify("著名學者編著《後漢書》")
    '著名学者编著《后汉书》'
    """
    if _to_change().isdisjoint(text):
        return text
    return "".join(_simplified_line(line) for line in _LINE.findall(text))


@lru_cache(maxsize=1)
def _to_change() -> frozenset[str]:
    return _only("traditional") | RADICALS


@lru_cache(maxsize=8192)
def _simplified_line(line: str) -> str:
    """OpenCC is slow, and a portal repeats its lines on every page."""
    if _to_change().isdisjoint(line):
        return line
    line = spelled_out(line)
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


# Mainland words that hold a Taiwan phrase by chance.
_MAINLAND_WORDS = (
    "檔案局",
    "檔案館",
    "檔案室",
    "檔案法",
    "檔案管理",
    "人事檔案",
    "電子檔案",
    "程式化",
    "公式",
    "方程式",
)


@dataclass(frozen=True, slots=True)
class Change:
    """`before` stood where the new text has `after`, at [start:end]."""

    start: int
    end: int
    before: str
    after: str


def localize(text: str) -> tuple[str, tuple[Change, ...]]:
    """(the text with Taiwan's phrases as the mainland says them, each change); the script stays as it is.

    >>> localize("下載檔案請點入口網站")[0], localize("档案局网路")[0]
    ('下載文件請點門戶網站', '档案局网络')
    """
    phrases, pattern = _phrases()
    pieces: list[str] = []
    changes: list[Change] = []
    place = written = 0
    for match in pattern.finditer(text):
        after = phrases[match[0]]
        if after == match[0]:
            continue
        kept = text[place : match.start()]
        start = written + len(kept)
        written = start + len(after)
        pieces += (kept, after)
        changes.append(Change(start, written, match[0], after))
        place = match.end()
    pieces.append(text[place:])
    return "".join(pieces), tuple(changes)


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, str], re.Pattern[str]]:
    """Taiwan's phrase → the mainland's, in both scripts (OpenCC's table of tw2sp), and a pattern that prefers the longest."""
    table = resources.files("opencc").joinpath("dictionary/TWPhrasesRev.txt").read_text(encoding="utf-8")
    pairs = [(old, new.split(" ")[0]) for old, _, new in (line.partition("\t") for line in table.splitlines()) if new]
    pairs += [(word, word) for word in _MAINLAND_WORDS]
    phrases = {simplify(old): simplify(new) for old, new in pairs} | dict(pairs)
    longest_first = sorted(phrases, key=len, reverse=True)
    return phrases, re.compile("|".join(map(re.escape, longest_first)))
