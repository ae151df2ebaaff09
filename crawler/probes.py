"""Timed looks at home pages, as the official check makes them: `python -m crawler.probes`, which the daemon keeps alive.

Every portal is looked at `probes_a_day` times a day, at moments of its own that are spread over the day: a look that was
missed is not made up for. A home page that has just stopped opening, or opens again, is looked at every three minutes until
that is no chance any more; such looks say so (`again`), for they are in no share of a week. One process looks for one
database (a lease). Facts only: what an outage is, and the 5 % rule, is xuncha.rules.
"""

import argparse
import asyncio
import os
import socket
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from pydantic import ValidationError

from crawler.extensions import print_event
from crawler.home_look import HomeLooks
from crawler.parent import FLAG, FLAG_HELP, end_with_parent
from crawler.state import now, open_store
from storage.errors import StoreError
from storage.records import ProbeFact
from storage.settings import Settings
from storage.store import Store

DAY = 86_400.0  # seconds
AT_ONCE = 64  # looks under way; 10,000 portals need about four a second
TICK_EVERY = 1.0  # seconds
PORTALS_EVERY = 30.0  # seconds between two readings of the list of portals
LEASE = timedelta(seconds=60)
RENEW_EVERY = 20.0  # seconds
AGAIN_AFTER = timedelta(minutes=3)
# Looks in a row that settle it: six span a quarter of an hour, and eight are no chance where every fifth look is lost.
SETTLED = {False: 8, True: 2}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_GOLDEN = 0.6180339887498949  # its multiples fall evenly over an interval, however many there are


def next_look(portal_id: int, every: float, after: datetime) -> datetime:
    """The portal's first moment after `after`. Its moments are `every` seconds apart; portals have moments of their own.

    >>> next_look(1, 3600, datetime(2026, 1, 1, tzinfo=UTC)) - datetime(2026, 1, 1, tzinfo=UTC) < timedelta(hours=1)
    True
    """
    apart = round(every * 1_000_000)  # in whole microseconds, for what is rounded away would be a moment twice
    offset = int(portal_id * _GOLDEN % 1 * apart)
    turns = ((after - _EPOCH) // timedelta(microseconds=1) - offset) // apart + 1
    return _EPOCH + timedelta(microseconds=offset + turns * apart)


@dataclass(slots=True)
class Doubt:
    """Whether a home page opens, as far as its last looks say: in doubt until enough of them in a row say the same."""

    opens: bool = True
    looks: int = SETTLED[True]

    def after(self, probe: ProbeFact) -> bool:
        """Whether another look is wanted soon after this one."""
        if not probe.says_something:
            return False
        self.looks = self.looks + 1 if probe.opened == self.opens else 1
        self.opens = probe.opened
        return self.looks < SETTLED[self.opens]


class Prober:
    """`tick(now)` starts the looks that are due; `finish` waits for those under way."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._every = DAY / settings.probes_a_day
        self._looks = HomeLooks(settings)
        self._homes: dict[int, str] = {}
        self._next: dict[int, datetime] = {}
        self._again: dict[int, datetime] = {}
        self._doubts: dict[int, Doubt] = defaultdict(Doubt)
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self.made = 0

    def read_portals(self, at: datetime) -> None:
        """Who is to be looked at from now on. May raise StoreError."""
        self._homes = self._store.homes_to_probe()
        for removed in self._doubts.keys() - self._homes.keys():
            del self._doubts[removed]
        known = self._next
        self._next = {number: known.get(number) or next_look(number, self._every, at) for number in self._homes}

    def tick(self, at: datetime) -> bool:
        """Starts what is due; whether anything was. What is late by half an interval waits for its next moment."""
        due = [number for number, moment in self._next.items() if moment <= at]
        for number in due:
            late = (at - self._next[number]).total_seconds()
            self._next[number] = next_look(number, self._every, at)
            if late < self._every / 2:
                self._begin(number, at)
        doubted = [number for number, moment in self._again.items() if moment <= at]
        for number in doubted:
            del self._again[number]
            if number in self._homes:
                self._begin(number, at, again=True)
        return bool(due or doubted)

    async def finish(self) -> None:
        """Waits for the looks under way; raises what one of them could not store."""
        await asyncio.gather(*self._tasks)

    def _begin(self, portal_id: int, at: datetime, *, again: bool = False) -> None:
        task = asyncio.create_task(self._look(portal_id, self._homes[portal_id], at, again))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and task.exception() is None:
            self._tasks.discard(task)  # one that failed stays, for `raise_trouble`

    def raise_trouble(self) -> None:
        """Raises what kept a look from being stored."""
        for task in self._tasks:
            if task.done():
                task.result()

    async def _look(self, portal_id: int, url: str, at: datetime, again: bool) -> None:
        async with self._gate:
            probe = replace(await self._looks.look(url), again=again)
        if self._doubts[portal_id].after(probe):
            self._again[portal_id] = at + AGAIN_AFTER
        # Not in the loop's thread: a database that lets us wait would be measured as a slow portal.
        await asyncio.to_thread(self._store.record_probe, portal_id, probe)
        self.made += 1


async def probe_for_ever(store: Store, settings: Settings) -> None:
    """Looks while we have the lease. Raises StoreError."""
    owner = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
    prober = Prober(store, settings)
    loop = asyncio.get_running_loop()
    renew_at = read_at = 0.0
    mine = False
    while True:
        if loop.time() >= renew_at:
            renew_at = loop.time() + RENEW_EVERY
            at = now()
            mine = await asyncio.to_thread(store.take_lease, "probes", owner, now=at, until=at + LEASE)
            print_event("progress", made=prober.made, working=mine)
        if mine and loop.time() >= read_at:
            read_at = loop.time() + PORTALS_EVERY
            prober.read_portals(now())
        if mine:
            prober.tick(now())
        prober.raise_trouble()
        await asyncio.sleep(TICK_EVERY)


def main(words: Sequence[str] | None = None) -> int:
    """Runs until it is ended. Exit code 2: the operator's trouble, in one line on standard error."""
    parser = argparse.ArgumentParser(prog="python -m crawler.probes", description="Timed looks at all home pages.")
    parser.add_argument(FLAG, action="store_true", help=FLAG_HELP)
    if parser.parse_args(words).with_parent:
        end_with_parent()
    try:
        settings = Settings()
        with open_store(settings) as store:
            asyncio.run(probe_for_ever(store, settings))
    except (StoreError, ValidationError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
