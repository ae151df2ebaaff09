"""Everything known about one portal at one moment, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from storage import tables as t
from storage.base import StorePart
from storage.errors import StoreError
from storage.facts_of_columns import column_facts
from storage.facts_of_links import target_facts
from storage.facts_of_reports import report_facts
from storage.portals import portal_record
from storage.records import PageFact, PortalFacts, PortalRecord, ProbeFact, RunFact, VisitFact
from storage.runs import run_fact

VISITS_PER_PAGE = 5
RUNS = 10
PROBE_DAYS = 7


class Facts(StorePart):
    def facts(self, portal_id: int, as_of: datetime) -> PortalFacts:
        """What was known at `as_of`; nothing first seen later is in it. StoreError if there is no such portal.

        Some things keep no history, so an earlier `as_of` shows them as they are now: what a better parser read anew
        from an old version, an operator's corrections, names and kinds of pages and columns, and links that were away
        for a while and came back, which count as there all the time.
        """
        with self.database.read() as connection:
            row = connection.execute(select(t.portal).where(t.portal.c.id == portal_id)).mappings().first()
            if row is None:
                raise StoreError(f"no portal has the number {portal_id}; see: xuncha portals list")
            portal = portal_record(row)
            pages = connection.execute(_pages(portal_id, as_of)).all()
            visits = _visits(connection, portal_id, as_of)
            facts = {row.id: _page_fact(row, visits[row.id]) for row in pages}
            return PortalFacts(
                portal=portal,
                as_of=as_of,
                home=_home(portal, pages, facts),
                pages=tuple(facts.values()),
                columns=column_facts(connection, portal_id, as_of, {row.id: row for row in pages}),
                targets=target_facts(connection, portal_id, as_of, _shown_at(pages, visits)),
                reports=report_facts(connection, portal_id, as_of),
                runs=_runs(connection, portal_id, as_of),
                probes=_probes(connection, portal_id, as_of),
            )


def _pages(portal_id: int, as_of: datetime) -> Select[Any]:
    """Each page with the content of its last showing."""
    showing = t.visit.alias("showing")
    last_showing = (
        select(showing.c.id)
        .where(showing.c.page_id == t.page.c.id, showing.c.version_id.is_not(None), showing.c.at <= as_of)
        .order_by(showing.c.at.desc(), showing.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            t.page.c.id,
            t.page.c.url,
            t.page.c.kind,
            t.page.c.depth,
            t.page.c.first_seen_at,
            t.visit.c.at.label("shown_at"),
            t.visit.c.entries_found,
            t.version.c.title,
            func.length(t.version.c.text).label("text_length"),  # characters in both databases
            t.version.c.published_on,
            t.version.c.published_source,
            t.version.c.damage,
            t.version.c.damage_family,
            t.version.c.repairs,
            t.version.c.encoding,
            t.version.c.encoding_source,
            t.version.c.meta,
            t.version.c.first_seen_at.label("shown_since"),
        )
        .select_from(t.page)
        .outerjoin(t.visit, t.visit.c.id == last_showing)
        .outerjoin(t.version, t.version.c.id == t.visit.c.version_id)
        .where(t.page.c.portal_id == portal_id, t.page.c.first_seen_at <= as_of)
        .order_by(t.page.c.id)
    )


def _visits(connection: Connection, portal_id: int, as_of: datetime) -> dict[int, list[VisitFact]]:
    """Page id → its newest visits, newest first."""
    newest = t.visit.alias("newest")
    ids = (
        select(newest.c.id)
        .where(newest.c.page_id == t.page.c.id, newest.c.at <= as_of)
        .order_by(newest.c.at.desc(), newest.c.id.desc())
        .limit(VISITS_PER_PAGE)
    )
    wanted = (
        select(
            t.visit.c.page_id,
            t.visit.c.at,
            t.visit.c.outcome,
            t.visit.c.reason,
            t.visit.c.status,
            t.visit.c.elapsed_ms,
            t.visit.c.attempts,
            t.visit.c.body_sha256,
            t.visit.c.location,
        )
        .select_from(t.page)
        .join(t.visit, t.visit.c.id.in_(ids.correlate(t.page)))
        .where(t.page.c.portal_id == portal_id, t.page.c.first_seen_at <= as_of)
        .order_by(t.visit.c.at.desc(), t.visit.c.id.desc())
    )
    found: dict[int, list[VisitFact]] = defaultdict(list)
    for page_id, *visit in connection.execute(wanted):
        found[page_id].append(VisitFact(*visit))
    return found


def _page_fact(row: Row[Any], visits: Sequence[VisitFact]) -> PageFact:
    return PageFact(
        url=row.url,
        kind=row.kind,
        title=row.title,
        text_length=row.text_length or 0,
        published_on=row.published_on,
        published_source=row.published_source,
        damage=row.damage or 0.0,
        damage_family=row.damage_family,
        repairs=tuple(row.repairs or ()),
        encoding=row.encoding,
        encoding_source=row.encoding_source,
        meta=row.meta or {},
        first_seen_at=row.first_seen_at,
        visits=tuple(visits),
        shown_since=row.shown_since,
    )


def _home(portal: PortalRecord, pages: Sequence[Row[Any]], facts: dict[int, PageFact]) -> PageFact | None:
    """The page at the portal's address; where that one only redirects, the home page that shows something."""
    own = [row for row in pages if row.url == portal.home_url]
    if own and own[0].shown_at:
        return facts[own[0].id]
    shown = [row for row in pages if row.kind == "home" and row.shown_at]
    best = max(shown, key=lambda row: row.shown_at) if shown else next(iter(own), None)
    return None if best is None else facts[best.id]


def _shown_at(pages: Sequence[Row[Any]], visits: dict[int, list[VisitFact]]) -> dict[int, datetime]:
    """Page id → when it showed its links last; pages that are gone or moved now link to nothing."""
    return {row.id: row.shown_at for row in pages if row.shown_at and not _is_gone(visits[row.id])}


def _is_gone(visits: Sequence[VisitFact]) -> bool:
    """By the newest visit that reached it (xuncha.rules.patrols has the same)."""
    for visit in visits:
        if visit.outcome == "redirect" or (visit.outcome == "http_error" and visit.status in (404, 410)):
            return True
        if visit.outcome in ("ok", "not_modified", "too_large"):
            return False
    return False


def _runs(connection: Connection, portal_id: int, as_of: datetime) -> tuple[RunFact, ...]:
    """The newest, and the last one that went through, be it as old as it may."""
    mine = select(t.run).where(t.run.c.portal_id == portal_id, t.run.c.started_at <= as_of)
    newest_first = mine.order_by(t.run.c.started_at.desc(), t.run.c.id.desc())
    went_through = t.run.c.status == "done", t.run.c.reason == "finished", t.run.c.ended_at <= as_of
    rows = {
        row["id"]: row
        for wanted in (newest_first.limit(RUNS), newest_first.where(*went_through).limit(1))
        for row in connection.execute(wanted).mappings()
    }
    return tuple(_run_then(run_fact(row), as_of) for row in rows.values())


def _run_then(run: RunFact, as_of: datetime) -> RunFact:
    """A run that ended later was still running."""
    if run.ended_at is not None and run.ended_at > as_of:
        return RunFact(run.started_at, None, "running", None, {})
    return run


def _probes(connection: Connection, portal_id: int, as_of: datetime) -> tuple[ProbeFact, ...]:
    made = (
        select(
            t.probe.c.at,
            t.probe.c.opened,
            t.probe.c.outcome,
            t.probe.c.reason,
            t.probe.c.elapsed_ms,
            t.probe.c.status,
            t.probe.c.again,
        )
        .where(t.probe.c.portal_id == portal_id)
        .where(t.probe.c.at <= as_of, t.probe.c.at > as_of - timedelta(days=PROBE_DAYS))
        .order_by(t.probe.c.at.desc(), t.probe.c.id.desc())
    )
    return tuple(ProbeFact(*row) for row in connection.execute(made))
