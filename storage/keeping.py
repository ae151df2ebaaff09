"""What is kept, and for how long. Old facts thin out; findings, and what their evidence names, stay.

- Visits and link checks older than `days`: of a stretch in which nothing changed only the first and the last stay, so
  `judge --as-of` still sees every change at its time. Of home pages and columns one in two days stays besides: their
  silence counts only while somebody looked.
- Bytes that such a visit brought and that differ from the version's own only in what nobody reads (a counter, a token) go.
- Versions older than `versions_days`: a page's first, its last and one a month stay; every version with a report stays.
  From then on `judge --as-of` knows of a past day's lists what entries they had, and no longer every look at them.
- Looks at home pages older than `days` go, except those of the week before a `site.unreachable` opened or closed.
- Pages, targets and bodies that any finding or flip names keep everything.

All in steps of a few hundred rows with a pause after each, so that nobody waits for long.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic, sleep
from typing import Any, Self

from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from storage import tables as t
from storage.base import StorePart, chunks
from storage.copies import outside_transactions
from storage.evidence import Named, named_by_evidence
from storage.old_rows import (
    UNNAMED,
    between_months,
    is_named,
    old_checks,
    old_probes,
    old_versions,
    old_visits,
    outages,
    says_nothing_new,
    spare_bytes,
)
from storage.settings import Settings

ROWS = 300  # in one step
BODIES = 30  # in one step: up to 10 MB each
PAGES = 256  # of 4 KB that one step gives back to the disk
ALWAYS_FREE = 2048  # pages left in the file for what comes tomorrow
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Keep:
    """Days that everything is kept, and days that every version is."""

    days: int
    versions_days: int

    @classmethod
    def of(cls, settings: Settings) -> Self:
        return cls(settings.keep_days, settings.keep_versions_days)


@dataclass(slots=True)
class Gone:
    """What was thinned: table → rows; bytes given back to the disk; seconds of the longest step."""

    rows: dict[str, int] = field(default_factory=dict)
    freed: int = 0
    longest: float = 0.0

    def words(self) -> str:
        return ", ".join(f"{count} of {table}" for table, count in self.rows.items() if count) or "nothing"


class Keeping(StorePart):
    def thin(self, now: datetime, keep: Keep, *, should_stop: Callable[[], bool] = lambda: False) -> Gone:
        """Thins what is old. May be ended at any moment: the next time goes on. Raises StoreError."""
        work = _Work(self, now, keep, should_stop)
        with self.database.read() as connection:
            portals = list(connection.scalars(select(t.portal.c.id).order_by(t.portal.c.id)))
        for portal_id in portals:
            work.thin_portal(portal_id)
        work.forget_bodies()
        work.give_back()
        return work.gone


class _Work:
    def __init__(self, store: StorePart, now: datetime, keep: Keep, should_stop: Callable[[], bool]) -> None:
        self._database = store.database
        self._should_stop = should_stop
        self._before = now - timedelta(days=keep.days)
        self._versions_before = now - timedelta(days=max(keep.days, keep.versions_days))
        self._named = set[str]()  # bytes that findings name
        self.gone = Gone()

    def thin_portal(self, portal_id: int) -> None:
        if self._should_stop():
            return
        with self._database.read() as connection:
            named = named_by_evidence(connection, portal_id)
            visits = list(says_nothing_new(connection.execute(old_visits(portal_id, self._before)), named.urls))
            checks = list(says_nothing_new(connection.execute(old_checks(portal_id, self._before)), named.urls))
            down = list(connection.scalars(outages(portal_id)))
            probes = [
                number
                for number, at in connection.execute(old_probes(portal_id, self._before))
                if not any(at <= moment < at + A_WEEK for moment in down)
            ]
        self._delete(t.visit, visits)
        self._delete(t.link_check, checks)
        self._delete(t.probe, probes)
        self._thin_versions(portal_id, named)
        self._forget_bytes(portal_id, named)

    def _thin_versions(self, portal_id: int, named: Named) -> None:
        with self._database.read() as connection:
            old = connection.execute(old_versions(portal_id, self._versions_before)).all()
        dull = [
            row.id for row in between_months(old) if row.url_hash not in named.urls and row.digest not in named.hashes
        ]
        for part in chunks(dull, ROWS):
            self._step("visit", delete(t.visit).where(t.visit.c.version_id.in_(part)))
            self._step("version", delete(t.version).where(t.version.c.id.in_(part)))

    def _forget_bytes(self, portal_id: int, named: Named) -> None:
        """Visits lose the names of bytes that nobody needs."""
        with self._database.read() as connection:
            rows = connection.execute(spare_bytes(portal_id, self._before)).all()
        spare = [row.id for row in rows if row.url_hash not in named.urls and row.body_sha256 not in named.hashes]
        for part in chunks(spare, ROWS):
            self._step("", update(t.visit).where(t.visit.c.id.in_(part)).values(body_sha256=None))
        self._named |= named.hashes

    def forget_bodies(self) -> None:
        """Bytes that no visit, no version and no finding names any more."""
        if self._should_stop():
            return
        with self._database.read() as connection:
            unnamed = [digest for digest in connection.scalars(UNNAMED) if digest not in self._named]
        for digests in chunks(unnamed, BODIES):
            self._step("body", delete(t.body).where(t.body.c.sha256.in_(digests), ~is_named()))

    def give_back(self) -> None:
        """Hands free pages back to the disk, a few at a time; a database made before this was possible keeps them."""
        if not self._database.is_sqlite:
            return
        while not self._should_stop():
            with self._database.read() as connection:
                free = int(connection.execute(text("PRAGMA freelist_count")).scalar_one())
                can = int(connection.execute(text("PRAGMA auto_vacuum")).scalar_one()) == 2
            if not can or free <= ALWAYS_FREE:
                return
            begun = monotonic()
            with outside_transactions(self._database) as connection:
                # Python's execute takes one step of a statement, and each step frees one page.
                connection.executescript(f"PRAGMA incremental_vacuum({PAGES})")
            self.gone.freed += PAGES * 4096
            self._rest(begun)

    def _delete(self, table: Any, ids: Iterable[int]) -> None:
        for part in chunks(ids, ROWS):
            self._step(table.name, delete(table).where(table.c.id.in_(part)))

    def _step(self, table: str, statement: Any) -> None:
        if self._should_stop():
            return
        begun = monotonic()
        try:
            with self._database.write() as connection:
                count = connection.execute(statement).rowcount
        except IntegrityError:  # PostgreSQL: a patrol has just named what we were about to forget
            return
        if table:
            self.gone.rows[table] = self.gone.rows.get(table, 0) + count
        self._rest(begun)

    def _rest(self, begun: float) -> None:
        """As long as the step took: whoever waits for the database comes first."""
        took = monotonic() - begun
        self.gone.longest = max(self.gone.longest, took)
        sleep(min(took, 1.0))
