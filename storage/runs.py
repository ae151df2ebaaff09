"""Patrols: one begins, dies and is taken up again, or ends."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from storage import tables as t
from storage.base import StorePart
from storage.records import KnownPage, Lead, RunFact, RunStart

_DAY = 86400.0  # seconds


class Runs(StorePart):
    def start_run(
        self, portal_id: int, *, trigger: str, now: datetime, resume_within_seconds: float = _DAY
    ) -> RunStart:
        """Begins a patrol, or takes up the one whose process died. The caller holds the portal's lease.

        1. Runs still 'running' that began before the limit are closed as 'interrupted'.
        2. The newest that is left is taken up: same run, what it had visited, what it had found and not visited.
        3. Else a new run begins.
        """
        with self.database.write() as connection:
            youngest = _running_run(connection, portal_id, now - timedelta(seconds=resume_within_seconds))
            _close_other_runs(connection, portal_id, youngest, now)
            if youngest is None:
                return RunStart(_new_run(connection, portal_id, trigger, now), False, frozenset(), ())
            again = {"resumed": t.run.c.resumed + 1, "heartbeat_at": now}
            take_up = update(t.run).where(t.run.c.id == youngest).values(again).returning(t.run.c.resumed)
            life = int(connection.execute(take_up).scalar_one())
            visited = _visited(connection, youngest)
            return RunStart(youngest, True, visited, _frontier(connection, youngest, visited), life)

    def heartbeat(self, run_id: int, now: datetime, life: int | None = None) -> bool:
        """A sign of life; False if the run was closed, or taken up by another (then `life`, RunStart's, is not its own)."""
        mine = t.run.c.id == run_id, t.run.c.status == "running", *(() if life is None else (t.run.c.resumed == life,))
        with self.database.write() as connection:
            return connection.execute(update(t.run).where(*mine).values(heartbeat_at=now)).rowcount > 0

    def end_run(self, run_id: int, *, status: str, reason: str, stats: Mapping[str, Any], now: datetime) -> None:
        """Closes a patrol; its portal is due for judgement from now on."""
        end = {"status": status, "reason": reason, "stats": dict(stats), "ended_at": now, "heartbeat_at": now}
        with self.database.write() as connection:
            ended = update(t.run).where(t.run.c.id == run_id).values(end).returning(t.run.c.portal_id)
            portal_id = connection.execute(ended).scalar_one()
            _forget_leads(connection, portal_id)
            connection.execute(update(t.portal).where(t.portal.c.id == portal_id).values(judge_due_at=now))

    def last_run(self, portal_id: int) -> RunFact | None:
        """The newest patrol, running ones included."""
        newest = (
            select(t.run).where(t.run.c.portal_id == portal_id).order_by(t.run.c.started_at.desc(), t.run.c.id.desc())
        )
        with self.database.read() as connection:
            row = connection.execute(newest.limit(1)).mappings().first()
            return None if row is None else run_fact(row)

    def known_pages(self, portal_id: int) -> dict[str, KnownPage]:
        """Address → what a conditional request needs, for pages whose last full answer is here with its bytes."""
        full = t.visit.alias("full")
        last_full_body = (
            select(full.c.body_sha256)
            .where(full.c.page_id == t.page.c.id, full.c.outcome == "ok")
            .order_by(full.c.at.desc(), full.c.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        known = select(t.page.c.url, t.page.c.kind, t.page.c.etag, t.page.c.last_modified).where(
            t.page.c.portal_id == portal_id,
            t.page.c.etag.is_not(None) | t.page.c.last_modified.is_not(None),
            last_full_body.is_not(None),
        )
        with self.database.read() as connection:
            return {row.url: KnownPage(row.kind, row.etag, row.last_modified) for row in connection.execute(known)}


def run_fact(row: RowMapping) -> RunFact:
    return RunFact(row["started_at"], row["ended_at"], row["status"], row["reason"], row["stats"] or {})


def _running_run(connection: Connection, portal_id: int, not_before: datetime) -> int | None:
    return connection.scalar(
        select(t.run.c.id)
        .where(t.run.c.portal_id == portal_id, t.run.c.status == "running", t.run.c.started_at >= not_before)
        .order_by(t.run.c.started_at.desc(), t.run.c.id.desc())
        .limit(1)
    )


def _close_other_runs(connection: Connection, portal_id: int, kept: int | None, now: datetime) -> None:
    close = update(t.run).where(t.run.c.portal_id == portal_id, t.run.c.status == "running")
    if kept is not None:
        close = close.where(t.run.c.id != kept)
    connection.execute(close.values(status="interrupted", reason="its process died", ended_at=now))
    _forget_leads(connection, portal_id)


def _new_run(connection: Connection, portal_id: int, trigger: str, now: datetime) -> int:
    new = {"portal_id": portal_id, "trigger": trigger, "status": "running", "started_at": now, "heartbeat_at": now}
    return int(connection.execute(insert(t.run).values(new).returning(t.run.c.id)).scalar_one())


def _visited(connection: Connection, run_id: int) -> frozenset[str]:
    pages = select(t.page.c.url).join(t.visit, t.visit.c.page_id == t.page.c.id).where(t.visit.c.run_id == run_id)
    return frozenset(connection.scalars(pages))


def _frontier(connection: Connection, run_id: int, visited: frozenset[str]) -> tuple[Lead, ...]:
    """What the run's visits named and what it did not ask for, in the order in which it was found."""
    found = select(t.lead).where(t.lead.c.run_id == run_id).order_by(t.lead.c.id)
    leads = [Lead(row.url, row.hint, row.depth, row.hops, row.label) for row in connection.execute(found)]
    return tuple(lead for lead in leads if lead.url not in visited)


def _forget_leads(connection: Connection, portal_id: int) -> None:
    """Nobody takes up a run that has ended."""
    ended = select(t.run.c.id).where(t.run.c.portal_id == portal_id, t.run.c.status != "running")
    connection.execute(delete(t.lead).where(t.lead.c.run_id.in_(ended)))


def joined(base: str, location: str) -> str:
    """Where a redirect leads, without its fragment; the location itself where it cannot be read."""
    try:
        return urljoin(base, location).partition("#")[0]
    except ValueError:
        return location
