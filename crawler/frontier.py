"""What is still to be asked for, best first, within the budgets. It hands out each address once.

It stands in front of Scrapy's scheduler, which sees only the few requests under way: so a budget is spent on the best
addresses known at the time, and a million waiting ones are a million short tuples.
"""

import asyncio
import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from time import monotonic

from crawler.traps import Traps
from crawler.urls import canonical, is_media, site_of
from storage.records import Lead

# The order in which kinds are asked for.
PRIORITY = {"home": 0, "column": 1, "report": 2, "entry": 3, "next": 4, "page": 5, "attachment": 6}
WAITING_PER_PAGE = 50  # addresses remembered for each page of the budget: what comes later would never be asked for
_MOST_WAITING = 10_000  # at least
_ASKED = -1


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
        self._heap: list[tuple[int, int, int, Lead]] = []
        self._pushed = 0
        self._under_way = 0
        self._waiting = 0
        self.traps = Traps()
        self._room = max(WAITING_PER_PAGE * budget.pages, _MOST_WAITING)
        self.dropped = 0  # addresses for which there was no room
        self._changed = asyncio.Event()

    @property
    def left(self) -> int:
        """Addresses known and not asked for."""
        return self._waiting

    def add(self, lead: Lead) -> Lead | None:
        """Put an address in line, or move it forward. Returns it as it waits now, in its one spelling; None where it
        waits already, was asked for, is another site's or odd."""
        priority = PRIORITY[lead.hint]
        if self._is_known(lead.url, priority):  # the menu, on every page: no need to look closer
            return None
        address = canonical(lead.url)
        if address is None or self._is_known(address, priority) or not self._is_welcome(address, lead):
            return None
        waiting = replace(lead, url=address)
        self._waiting += address not in self._best
        self._best[address] = priority
        self._pushed += 1
        heapq.heappush(self._heap, (priority, lead.depth, self._pushed, waiting))
        self._changed.set()
        return waiting

    def _is_known(self, address: str, priority: int) -> bool:
        return self._best.get(address, priority + 1) <= priority

    def _is_welcome(self, address: str, lead: Lead) -> bool:
        if lead.depth > self._budget.depth or site_of(address) != self._site:
            return False
        if address in self._best:  # looked at before, with less promise
            return True
        return not is_media(address) and not self.traps.catches(address, lead.hint) and self._has_room(lead.hint)

    def _has_room(self, hint: str) -> bool:
        """The last of the room is kept for what promises most."""
        full = len(self._best) >= self._room * (1 if PRIORITY[hint] > PRIORITY["report"] else 2)
        self.dropped += full
        return not full

    async def next(self) -> Lead | None:
        """The best address, as soon as there is room for one more; None when the crawl is over."""
        while True:
            self._spend()
            if self.ended_because is not None:
                return None
            if self._under_way < self._budget.window and (lead := self._pop()) is not None:
                self._under_way += 1
                self.asked += 1
                return lead
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

    def _pop(self) -> Lead | None:
        while self._heap:
            lead = heapq.heappop(self._heap)[3]
            if self._best[lead.url] != _ASKED:
                self._best[lead.url] = _ASKED
                self._waiting -= 1
                return lead
        return None

    def _spend(self) -> None:
        budget = self._budget
        if self.asked + len(self.visited_before) >= budget.pages and self._waiting:
            self.close("page_budget")
        elif self.received >= budget.bytes:
            self.close("byte_budget")
        elif self._clock() - self._begun >= budget.seconds:
            self.close("time_limit")
