"""The targets of a portal that are not well, with their checks and with every page that links to them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from storage import tables as t
from storage.base import chunks
from storage.records import LinkChecked, LinkSource, TargetFact

CHECKS_PER_TARGET = 10


def target_facts(
    connection: Connection, portal_id: int, as_of: datetime, shown_at: Mapping[int, datetime]
) -> tuple[TargetFact, ...]:
    """Targets whose newest verdict is not alive and that a page links to. `shown_at`: page id → its last showing."""
    found: list[TargetFact] = []
    for rows in chunks(connection.execute(_unwell(portal_id, as_of)).all()):
        ids = [row.id for row in rows]
        checks = _checks(connection, ids, as_of)
        sources = _sources(connection, ids, portal_id, as_of, shown_at)
        found += [TargetFact(row.url, tuple(checks[row.id]), tuple(sources[row.id])) for row in rows if sources[row.id]]
    return tuple(found)


def _unwell(portal_id: int, as_of: datetime) -> Select[Any]:
    linked = (
        select(t.link.c.target_id)
        .join(t.page, t.page.c.id == t.link.c.page_id)
        .where(t.page.c.portal_id == portal_id, t.link.c.first_seen_at <= as_of)
    )
    check = t.link_check.alias("newest")
    newest_verdict = (
        select(check.c.verdict)
        .where(check.c.target_id == t.target.c.id, check.c.at <= as_of)
        .order_by(check.c.at.desc(), check.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(t.target.c.id, t.target.c.url)
        .where(t.target.c.id.in_(linked), newest_verdict != "alive")
        .order_by(t.target.c.id)
    )


def _checks(connection: Connection, targets: list[int], as_of: datetime) -> dict[int, list[LinkChecked]]:
    """Target id → its newest checks, newest first."""
    check = t.link_check.alias("newest")
    newest = (
        select(check.c.id)
        .where(check.c.target_id == t.target.c.id, check.c.at <= as_of)
        .order_by(check.c.at.desc(), check.c.id.desc())
        .limit(CHECKS_PER_TARGET)
    )
    wanted = (
        select(t.target.c.url, t.link_check)
        .select_from(t.target)
        .join(t.link_check, t.link_check.c.id.in_(newest.correlate(t.target)))
        .where(t.target.c.id.in_(targets))
        .order_by(t.link_check.c.at.desc(), t.link_check.c.id.desc())
    )
    found: dict[int, list[LinkChecked]] = defaultdict(list)
    for row in connection.execute(wanted):
        check_made = LinkChecked(
            row.url, row.verdict, row.reason, row.status, row.final_url, row.attempts, row.elapsed_ms, row.at
        )
        found[row.target_id].append(check_made)
    return found


def _sources(
    connection: Connection, targets: list[int], portal_id: int, as_of: datetime, shown_at: Mapping[int, datetime]
) -> dict[int, list[LinkSource]]:
    """Target id → the portal's links to it that stood on their page when it was shown last."""
    wanted = (
        select(t.link.c.target_id, t.link.c.page_id, t.link.c.last_seen_at, t.page.c.url, t.link.c.kind, t.link.c.text)
        .join(t.page, t.page.c.id == t.link.c.page_id)
        .where(t.link.c.target_id.in_(targets), t.page.c.portal_id == portal_id, t.link.c.first_seen_at <= as_of)
        .order_by(t.page.c.depth, t.page.c.id, t.link.c.id)
    )
    found: dict[int, list[LinkSource]] = defaultdict(list)
    for target_id, page_id, last_seen_at, *source in connection.execute(wanted):
        if page_id in shown_at and last_seen_at >= shown_at[page_id]:
            found[target_id].append(LinkSource(*source))
    return found
