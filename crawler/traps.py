"""Addresses that a broken page or an endless calendar makes up: told by their shape, or by showing one page again and again.

What is caught is counted by pattern, so that a patrol can say what it left alone, and why.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

LONGEST_URL = 1000  # characters; real portals stay under 300, traps that append to themselves do not
DEEPEST_PATH = 15  # path segments
REPEATS = 3  # times the same segment may occur in a path: /a/b/a/b/a/b is a relative link gone wrong
SHAPE_LIMIT = 300  # addresses of one shape among links that no column lists: calendars, counters, sessions, filters
SAME_PAGE = 20  # addresses that showed the same words; what further ones link to is not followed
FILTERS = 3  # parameters from which on an address that is called a column is a choice of filters
MOST_SHAPES = 100_000  # remembered, and as many addresses; what comes later is counted less exactly
MOST_NAMED = 20  # traps that are told at the end
_LISTED = frozenset(("home", "column", "report", "entry", "next"))
_PROMISED = frozenset(("home", "entry", "report"))  # may have any number of parameters
_TOKEN = re.compile(r"(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[\da-z_-]{16,}", re.I)  # letters and digits: a session, a hash
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Trap:
    """`pattern`: long_address, deep_path, repeated_path, digits, session, query or same_page; `count`: addresses."""

    pattern: str
    example: str
    count: int = 0


class Traps:
    """Remembers how often a shape or a page was seen."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()  # pattern and shape → addresses
        self._pages: Counter[str] = Counter()  # sketch of a page → addresses that showed it
        self._caught: dict[tuple[str, str], Trap] = {}
        self._left: set[int] = set()  # hashes of the addresses that were left alone, which many pages may name

    def catches(self, url: str, hint: str) -> bool:
        """Whether to leave the address alone. `hint`: what its link promised (storage.records.Lead)."""
        if len(url) > LONGEST_URL:
            return self._catch("long_address", "", url)
        path, _, query = url.partition("?")
        segments = [part for part in urlsplit(path).path.split("/") if part]
        if len(segments) > DEEPEST_PATH:
            return self._catch("deep_path", "", url)
        if any(count > REPEATS for count in Counter(segments).values()):
            return self._catch("repeated_path", "", url)
        if hint not in _LISTED:
            shape = _DIGITS.sub("0", _TOKEN.sub("*", url))
            if self._is_worn_out("session" if "*" in shape else "digits", shape, url):
                return True
        if hint not in _LISTED or (hint not in _PROMISED and query.count("&") + 1 >= FILTERS):
            return bool(query) and self._is_worn_out("query", _DIGITS.sub("0", path), url)
        return False

    def is_known(self, sketch: str, url: str, leads: int) -> bool:
        """Whether so many other addresses have shown this page that its `leads` lead nowhere new."""
        if len(self._pages) >= MOST_SHAPES and sketch not in self._pages:
            return False
        self._pages[sketch] += 1
        return self._pages[sketch] > SAME_PAGE and self._catch("same_page", sketch, url, leads)

    def told(self) -> list[dict[str, Any]]:
        """Each trap with its pattern, an address and how many addresses were left alone, the biggest first."""
        traps = sorted(self._caught.values(), key=lambda trap: -trap.count)
        return [{"pattern": one.pattern, "example": one.example, "count": one.count} for one in traps[:MOST_NAMED]]

    def _is_worn_out(self, pattern: str, shape: str, url: str) -> bool:
        key = (pattern, shape)
        if len(self._seen) >= MOST_SHAPES and key not in self._seen:
            return False
        if self._seen[key] < SHAPE_LIMIT:
            self._seen[key] += 1
            return False
        return self._catch(pattern, shape, url)

    def _catch(self, pattern: str, shape: str, url: str, count: int = 1) -> bool:
        trap = self._caught.setdefault((pattern, shape), Trap(pattern, url[:LONGEST_URL]))
        if hash(url) not in self._left:
            trap.count += count
            if len(self._left) < MOST_SHAPES:
                self._left.add(hash(url))
        return True
