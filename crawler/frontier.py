"""What is still to be asked for, best first, within the budgets. It hands out each address once.

It stands in front of Scrapy's scheduler, which sees only the few requests under way: so a budget is spent on the best
addresses known at the time, and a million waiting ones are a million short tuples.
"""

import asyncio
import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic

from crawler.urls import Traps, canonical, is_media, site_of

# The order in which kinds are asked for.
PRIORITY = {"home": 0, "column": 1, "report": 2, "entry": 3, "next": 4, "page": 5, "attachment": 6}
_LISTED = frozenset(("home", "column", "report", "entry", "next"))
_ASKED = -1


@dataclass(frozen=True, slots=True)
class Ask:
    """An address to ask for. `hint`: what the link promised; `hops`: redirects that led here; `label`: its words."""

    url: str
    hint: str
    depth: int
    hops: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    pages: int
    depth: int
    seconds: float
    bytes: int
    window: int  # pages asked for and not yet stored


class Frontier:
    """Addresses waiting. `ended_because` says why the last one was handed out; `left` counts what stayed behind."""

    def __init__(
        self, home_url: str, budget: Budget, visited: Iterable[str] = (), clock: Callable[[], float] = monotonic
    ) -> None:
        self.ended_because: str | None = None
        self.visited_before = frozenset(visited)
        self.asked = 0
        self.received = 0  # bytes
        self._site = site_of(home_url)
        self._budget = budget
        self._clock = clock
        self._begun = clock()
        self._best: dict[str, int] = dict.fromkeys(self.visited_before, _ASKED)
        self._heap: list[tuple[int, int, int, Ask]] = []
        self._pushed = 0
        self._under_way = 0
        self._waiting = 0
        self._traps = Traps()
        self._changed = asyncio.Event()

    @property
    def left(self) -> int:
        """Addresses known and not asked for."""
        return self._waiting

    def add(self, url: str, hint: str, depth: int, hops: int = 0, label: str = "") -> bool:
        """Put an address in line, or move it forward; says whether it waits now. Foreign and odd ones are left out."""
        address = canonical(url)
        if address is None or site_of(address) != self._site or depth > self._budget.depth:
            return False
        priority = PRIORITY[hint]
        known = self._best.get(address)
        if known is not None and known <= priority:
            return False
        if known is None and (is_media(address) or self._traps.catches(address, listed=hint in _LISTED)):
            return False
        self._best[address] = priority
        self._waiting += known is None
        self._pushed += 1
        heapq.heappush(self._heap, (priority, depth, self._pushed, Ask(address, hint, depth, hops, label)))
        self._changed.set()
        return True

    async def next(self) -> Ask | None:
        """The best address, as soon as there is room for one more; None when the crawl is over."""
        while True:
            self._spend()
            if self.ended_because is not None:
                return None
            if self._under_way < self._budget.window and (ask := self._pop()) is not None:
                self._under_way += 1
                self.asked += 1
                return ask
            if not self._waiting and not self._under_way:
                self.ended_because = "finished"
                return None
            self._changed.clear()
            await self._changed.wait()

    def done(self, received: int = 0) -> None:
        """An address that was handed out has ended in a visit of so many bytes."""
        self._under_way -= 1
        self.received += received
        self._changed.set()

    def close(self, reason: str) -> None:
        """Hand out nothing more."""
        if self.ended_because is None:
            self.ended_because = reason
        self._changed.set()

    def _pop(self) -> Ask | None:
        while self._heap:
            ask = heapq.heappop(self._heap)[3]
            if self._best[ask.url] != _ASKED:
                self._best[ask.url] = _ASKED
                self._waiting -= 1
                return ask
        return None

    def _spend(self) -> None:
        budget = self._budget
        if self.asked + len(self.visited_before) >= budget.pages and self._waiting:
            self.close("page_budget")
        elif self.received >= budget.bytes:
            self.close("byte_budget")
        elif self._clock() - self._begun >= budget.seconds:
            self.close("time_limit")
