"""The columns of a portal with all the entries that they ever listed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from storage import tables as t
from storage.records import ColumnFact, EntryFact


def column_facts(
    connection: Connection, portal_id: int, as_of: datetime, pages: Mapping[int, Row[Any]]
) -> tuple[ColumnFact, ...]:
    """`pages`: page id → its row, with what it showed last at that moment."""
    known = t.column.c.portal_id == portal_id, t.column.c.first_seen_at <= as_of
    columns = connection.execute(select(t.column).where(*known).order_by(t.column.c.id)).all()
    listed = (
        select(
            t.entry.c.column_id,
            t.entry.c.url,
            t.entry.c.title,
            t.entry.c.dated,
            t.entry.c.date_source,
            t.entry.c.date_text,
            t.entry.c.first_seen_at,
            t.entry.c.position,
        )
        .join(t.column, t.column.c.id == t.entry.c.column_id)
        .where(*known, t.entry.c.first_seen_at <= as_of)
        .order_by(t.entry.c.dated.desc().nulls_last(), t.entry.c.position, t.entry.c.id)
    )
    looks = _looks(connection, portal_id, as_of)
    entries: dict[int, list[EntryFact]] = defaultdict(list)
    for row in connection.execute(listed):
        column_id, url, title, dated, source, text, first_seen_at, position = row
        looked_before = looks.get((column_id, first_seen_at))
        fact = EntryFact(url, title, dated, source, text, first_seen_at, position, looked_before)
        entries[column_id].append(fact)
    return tuple(_column_fact(row, pages[row.page_id], entries[row.id]) for row in columns if row.page_id in pages)


def _looks(connection: Connection, portal_id: int, as_of: datetime) -> dict[tuple[int, datetime], datetime]:
    """(Column id, moment at which entries were new in it) → when the list was shown last before that."""
    new = (
        select(t.entry.c.column_id, t.column.c.page_id, t.entry.c.first_seen_at)
        .join(t.column, t.column.c.id == t.entry.c.column_id)
        .where(t.column.c.portal_id == portal_id, t.entry.c.first_seen_at <= as_of)
        .where(t.entry.c.first_seen_at > t.column.c.first_seen_at)
        .distinct()
        .subquery()
    )
    before = (
        select(func.max(t.visit.c.at))
        .where(t.visit.c.page_id == new.c.page_id, t.visit.c.at < new.c.first_seen_at)
        .where(t.visit.c.version_id.is_not(None))
        .scalar_subquery()
    )
    rows = connection.execute(select(new.c.column_id, new.c.first_seen_at, before.label("before")))
    return {(row.column_id, row.first_seen_at): row.before for row in rows if row.before}


def _column_fact(row: Row[Any], page: Row[Any], entries: Sequence[EntryFact]) -> ColumnFact:
    return ColumnFact(
        id=row.id,
        url=page.url,
        name=row.name,
        kind=row.kind,
        confidence=row.confidence,
        depth=page.depth,
        script_filled=row.script_filled,
        first_seen_at=row.first_seen_at,
        last_visit_at=page.shown_at,
        entries_found=page.entries_found,
        entries=tuple(entries),
    )
