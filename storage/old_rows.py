"""Which old rows say nothing that others do not say (storage/keeping.py)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import Row, Select, exists, literal, or_, select

from storage import tables as t

LOOK_GAP = timedelta(days=2.5)  # rules hold a list for looked at that was seen within three days


def says_nothing_new(rows: Iterable[Any], kept: frozenset[str]) -> Iterator[int]:
    """Ids of rows (id, whose, url_hash, at, is_clock, what they say …) that say the same as the one before and the one
    after. Of a clock no two rows that stay are further apart than LOOK_GAP."""
    for _, of_one in groupby(rows, key=lambda row: row[1]):
        stretch = list(of_one)
        if stretch[0].url_hash in kept:
            continue
        last = stretch[0]
        for row, after in pairwise(stretch[1:]):
            says_nothing_new = last[5:] == row[5:] == after[5:]
            if says_nothing_new and (not row.is_clock or after.at - last.at <= LOOK_GAP):
                yield row.id
            else:
                last = row


def between_months(rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    """Versions that are neither a page's first or last one nor the first of a month."""
    for _, of_page in groupby(rows, key=lambda row: row.page_id):
        versions: Sequence[Row[Any]] = list(of_page)
        for before, row in pairwise(versions[:-1]):
            if (before.first_seen_at.year, before.first_seen_at.month) == (
                row.first_seen_at.year,
                row.first_seen_at.month,
            ):
                yield row


def old_visits(portal_id: int, before: datetime) -> Select[Any]:
    v, clock = t.visit.c, t.page.c.kind.in_(("home", "column")).label("is_clock")
    return (
        select(
            v.id,
            v.page_id,
            v.url_hash,
            v.at,
            clock,
            v.outcome,
            v.reason,
            v.status,
            v.location,
            v.version_id,
            v.entries_found,
        )
        .join(t.page, t.page.c.id == v.page_id)
        .where(t.page.c.portal_id == portal_id, v.at < before)
        .order_by(v.page_id, v.at, v.id)
    )


def old_checks(portal_id: int, before: datetime) -> Select[Any]:
    c, clock = t.link_check.c, literal(False).label("is_clock")
    return (
        select(c.id, c.target_id, t.target.c.url_hash, c.at, clock, c.verdict, c.reason, c.status, c.final_url)
        .join(t.run, t.run.c.id == c.run_id)
        .join(t.target, t.target.c.id == c.target_id)
        .where(t.run.c.portal_id == portal_id, c.at < before)
        .order_by(c.target_id, c.at, c.id)
    )


def old_probes(portal_id: int, before: datetime) -> Select[Any]:
    return select(t.probe.c.id, t.probe.c.at).where(t.probe.c.portal_id == portal_id, t.probe.c.at < before)


def outages(portal_id: int) -> Select[tuple[datetime]]:
    """When an outage was found or was over: its share was counted from the week before."""
    return (
        select(t.flip.c.noticed_at)
        .join(t.finding, t.finding.c.id == t.flip.c.finding_id)
        .where(t.finding.c.portal_id == portal_id, t.finding.c.code == "site.unreachable")
    )


def old_versions(portal_id: int, before: datetime) -> Select[Any]:
    v = t.version.c
    return (
        select(v.id, v.page_id, v.digest, v.first_seen_at, t.page.c.url_hash)
        .join(t.page, t.page.c.id == v.page_id)
        .where(t.page.c.portal_id == portal_id, v.last_seen_at < before)
        .where(~exists().where(t.report.c.version_id == v.id))
        .order_by(v.page_id, v.first_seen_at, v.id)
    )


def spare_bytes(portal_id: int, before: datetime) -> Select[Any]:
    """Visits that showed a version whose own bytes are kept, and that is not the page's newest full answer."""
    later = t.visit.alias("later")
    newer = exists().where(later.c.page_id == t.visit.c.page_id, later.c.at > t.visit.c.at, later.c.outcome == "ok")
    return (
        select(t.visit.c.id, t.visit.c.url_hash, t.visit.c.body_sha256)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .join(t.version, t.version.c.id == t.visit.c.version_id)
        .where(t.page.c.portal_id == portal_id, t.visit.c.at < before, newer)
        .where(t.visit.c.body_sha256 != t.version.c.body_sha256)
    )


def is_named() -> Any:
    by_visit = exists().where(t.visit.c.body_sha256 == t.body.c.sha256)
    return or_(by_visit, exists().where(t.version.c.body_sha256 == t.body.c.sha256))


UNNAMED = select(t.body.c.sha256).where(~is_named())
