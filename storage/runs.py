"""Patrols: one begins, dies and is taken up again, or ends."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from storage import tables as t
from storage.base import StorePart
from storage.records import FrontierItem, KnownPage, ProbeFact, RunFact, RunStart

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
            connection.execute(update(t.run).where(t.run.c.id == youngest).values(again))
            visited = _visited(connection, youngest)
            return RunStart(youngest, True, visited, _frontier(connection, youngest, portal_id, visited))

    def heartbeat(self, run_id: int, now: datetime) -> None:
        with self.database.write() as connection:
            connection.execute(update(t.run).where(t.run.c.id == run_id).values(heartbeat_at=now))

    def end_run(self, run_id: int, *, status: str, reason: str, stats: Mapping[str, Any], now: datetime) -> None:
        """Closes a patrol; its portal is due for judgement from now on."""
        end = {"status": status, "reason": reason, "stats": dict(stats), "ended_at": now, "heartbeat_at": now}
        with self.database.write() as connection:
            connection.execute(update(t.run).where(t.run.c.id == run_id).values(end))
            _due_for_judgement(connection, run_id, now)

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

    def record_probe(self, portal_id: int, probe: ProbeFact) -> None:
        """Keeps one timed look at a home page."""
        row = {
            "portal_id": portal_id,
            "at": probe.at,
            "opened": probe.opened,
            "outcome": probe.outcome,
            "reason": probe.reason,
            "elapsed_ms": probe.elapsed_ms,
        }
        with self.database.write() as connection:
            connection.execute(insert(t.probe).values(row))


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


def _new_run(connection: Connection, portal_id: int, trigger: str, now: datetime) -> int:
    new = {"portal_id": portal_id, "trigger": trigger, "status": "running", "started_at": now, "heartbeat_at": now}
    return int(connection.execute(insert(t.run).values(new).returning(t.run.c.id)).scalar_one())


def _due_for_judgement(connection: Connection, run_id: int, now: datetime) -> None:
    portal_id = select(t.run.c.portal_id).where(t.run.c.id == run_id).scalar_subquery()
    connection.execute(update(t.portal).where(t.portal.c.id == portal_id).values(judge_due_at=now))


def _visited(connection: Connection, run_id: int) -> frozenset[str]:
    pages = select(t.page.c.url).join(t.visit, t.visit.c.page_id == t.page.c.id).where(t.visit.c.run_id == run_id)
    return frozenset(connection.scalars(pages))


def _frontier(connection: Connection, run_id: int, portal_id: int, visited: frozenset[str]) -> tuple[FrontierItem, ...]:
    """What the run's visits point to on the portal's own hosts and what it did not ask for, shallow ones first."""
    home_url = connection.execute(select(t.portal.c.home_url).where(t.portal.c.id == portal_id)).scalar_one()
    found: dict[str, FrontierItem] = {}
    for item in sorted([*_links_found(connection, run_id), *_redirects_found(connection, run_id)], key=_by_depth):
        if item.url not in visited and _is_own(item.url, home_url):
            found.setdefault(item.url, item)
    return tuple(found.values())


def _links_found(connection: Connection, run_id: int) -> list[FrontierItem]:
    found = (
        select(t.target.c.url, t.link.c.kind, func.min(t.page.c.depth + 1).label("depth"))
        .select_from(t.visit)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .join(t.link, t.link.c.page_id == t.page.c.id)
        .join(t.target, t.target.c.id == t.link.c.target_id)
        .where(
            t.visit.c.run_id == run_id,
            t.visit.c.version_id.is_not(None),
            t.link.c.last_seen_at >= t.visit.c.at,
            t.link.c.kind.in_(("page", "attachment")),
        )
        .group_by(t.target.c.url, t.link.c.kind)
    )
    return [FrontierItem(row.url, row.kind, row.depth) for row in connection.execute(found)]


def _redirects_found(connection: Connection, run_id: int) -> list[FrontierItem]:
    found = (
        select(t.page.c.url, t.visit.c.location, t.page.c.depth)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .where(t.visit.c.run_id == run_id, t.visit.c.location.is_not(None))
    )
    rows = connection.execute(found)
    return [FrontierItem(joined(row.url, row.location), "page", row.depth) for row in rows]


def joined(base: str, location: str) -> str:
    """Where a redirect leads, without its fragment; the location itself where it cannot be read."""
    try:
        return urljoin(base, location).partition("#")[0]
    except ValueError:
        return location


def _by_depth(item: FrontierItem) -> tuple[int, str, str]:
    return item.depth, item.url, item.kind


def _is_own(url: str, home_url: str) -> bool:
    """Whether the address is on the portal's host or below it (www.x.gov.cn owns x.gov.cn and news.x.gov.cn)."""
    own, host = _host(home_url).removeprefix("www."), _host(url)
    return host == own or host.endswith(f".{own}")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
