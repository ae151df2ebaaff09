"""What one patrol is: its portal, its run in the database, and what it has counted so far."""

import fcntl
import os
import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from storage.records import PageVisit, PortalRecord, RunStart
from storage.settings import Settings
from storage.store import Store


class PatrolError(Exception):
    """The operator's trouble with a patrol, in one line. Raised before the first request."""


@dataclass(slots=True)
class Tally:
    """Counts of one process's share of a patrol."""

    visits: int = 0
    bytes: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    begun: float = field(default_factory=monotonic)

    def count(self, visit: PageVisit) -> None:
        self.visits += 1
        self.bytes += len(visit.body or b"")
        self.outcomes[visit.outcome] += 1
        self.kinds[visit.kind] += 1

    def stats(self) -> dict[str, Any]:
        seconds = monotonic() - self.begun
        return {
            "visits": self.visits,
            "pages": self.outcomes["ok"] + self.outcomes["not_modified"],  # rules/crawler_failed.py asks for it
            "bytes": self.bytes,
            "outcomes": dict(self.outcomes),
            "kinds": dict(self.kinds),
            "seconds": round(seconds, 3),
            "pages_per_second": round(self.visits / seconds, 2) if seconds else 0.0,
        }


@dataclass(slots=True)
class Patrol:
    """One patrol of one portal, new or taken up again."""

    store: Store
    settings: Settings
    portal: PortalRecord
    run: RunStart
    tally: Tally = field(default_factory=Tally)
    trouble: str | None = None  # why nothing can be stored any more
    stats: dict[str, Any] = field(default_factory=dict)  # of the crawl, once the spider is closed
    crawl_ended: str = "interrupted"  # why the crawl ended

    def end(self, status: str, reason: str) -> None:
        self.store.end_run(self.run.run_id, status=status, reason=reason, stats=self.stats, now=now())


_latest = datetime.min.replace(tzinfo=UTC)


def now() -> datetime:
    """The time, which never goes back within a process: clocks are set while a patrol is under way."""
    global _latest
    _latest = max(_latest, datetime.now(UTC))
    return _latest


@contextmanager
def open_store(settings: Settings) -> Iterator[Store]:
    """The database, ready for use. Raises StoreError where it is not."""
    store = Store(settings.database)
    try:
        store.require_current()
        yield store
    finally:
        store.close()


def find(store: Store, wanted: str) -> PortalRecord:
    """The portal that a number, address or name means."""
    portal = store.find_portal(wanted)
    if portal is None:
        raise PatrolError(f"Unexpected portal {wanted!r}, use a number, address or name of `xuncha portals list`")
    return portal


def begin(store: Store, settings: Settings, portal: PortalRecord, trigger: str) -> Patrol:
    """Begin a patrol, or take up the one whose process died."""
    return Patrol(store, settings, portal, store.start_run(portal.id, trigger=trigger, now=now()))


@contextmanager
def only_patrol(settings: Settings, portal: PortalRecord) -> Iterator[None]:
    """Hold the portal's lock file: two processes on one machine never patrol one portal. The kernel lets go of it
    when the process dies, however it dies. (Between machines the caller's lease does the same.)"""
    folder = settings.data_dir / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with Path(folder / f"patrol-{portal.id}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise PatrolError(f"A patrol of {portal.home_url} is under way already; wait for it, or end it") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def peak_memory_mb(readers: int) -> float:
    """The most memory that this process and its reading children held, in MB (Linux counts in KB)."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round((own + readers * child) / 1024, 1)
