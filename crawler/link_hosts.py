"""What the link engine knows of one host: its pace, its robots.txt, and what it shows for a page that cannot exist."""

import asyncio
from collections import deque
from dataclasses import dataclass
from time import monotonic
from types import TracebackType

from protego import Protego

from crawler.likeness import Sketch
from storage.settings import Settings

UNHURRIED = 64  # requests at once to one host without politeness
LONGEST_CRAWL_DELAY = 10.0  # seconds, as crawler.robots
CATCHES_UP = 0.04  # of the delay: a busy machine that is late keeps the rate, but never sends two at once
GIVEN_UP_AFTER = 3  # targets in a row that no attempt reached: the rest get one attempt each


class RobotsForbidden(Exception):
    """Raised by Host.admit: robots.txt forbids the address. The message is the reason code."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a host does with an address that cannot exist: the page it shows with status 200, and where that page is."""

    sketch: Sketch | None = None  # None too where nothing can be recognised by it
    leads_to: str | None = None  # where redirects ended


class Host:
    """One host's politeness: so many requests at once, so long between two. `async with` it for each request."""

    def __init__(self, settings: Settings, polite: bool) -> None:
        self.most = settings.crawl_concurrency if polite else UNHURRIED
        self.waiting: deque[str] = deque()  # targets that nobody works on yet
        self.workers = 0
        self.lost = 0  # targets in a row that could not be reached
        self.rules: asyncio.Future[Protego | str] | None = None  # robots.txt; a string: why it cannot be had
        self.apologies: dict[str, asyncio.Future[Missing]] = {}  # by the kind of the address
        self._gate = asyncio.Semaphore(self.most)
        self._delay = settings.crawl_delay if polite else 0.0
        self._next = 0.0
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> None:
        await self._gate.acquire()
        if not self._delay:
            return
        try:
            async with self._turn:
                at = max(monotonic(), self._next)
                await asyncio.sleep(at - monotonic())
                late = monotonic() - at - CATCHES_UP * self._delay
                self._next = at + self._delay + max(late, 0.0)
        except asyncio.CancelledError:
            self._gate.release()
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._gate.release()

    @property
    def is_busy(self) -> bool:
        """Somebody works on it or waits for it, or its pace must be kept."""
        return self.workers > 0 or bool(self.waiting) or self._gate.locked() or self._next > monotonic()

    def slow_down(self, seconds: float) -> None:
        """A Crawl-delay: for everything that is asked for from now on."""
        longer = max(self._delay, min(seconds, LONGEST_CRAWL_DELAY))
        self._next += longer - self._delay
        self._delay = longer
