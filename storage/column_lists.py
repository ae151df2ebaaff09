"""Columns and their entries, as the pages list them; the operator's corrections of a column's kind."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, case, func, select, update

from storage import tables as t
from storage.base import StorePart
from storage.engine import Insert, InsertMaker, ReturningInsert, Writing
from storage.errors import StoreError
from storage.records import ColumnRecord, ColumnSeen
from storage.text import text_hash


class ColumnLists(StorePart):
    def columns(self, portal_id: int) -> list[ColumnRecord]:
        """The portal's columns, shallow ones first."""
        wanted = (
            select(t.column, t.page.c.url)
            .join(t.page, t.page.c.id == t.column.c.page_id)
            .where(t.column.c.portal_id == portal_id)
            .order_by(t.page.c.depth, t.column.c.id)
        )
        with self.database.read() as connection:
            return [
                ColumnRecord(row.id, row.url, row.name, row.kind, row.kind_source, row.confidence, row.stale_after)
                for row in connection.execute(wanted)
            ]

    def correct_column(self, column_id: int, kind: str) -> None:
        """The operator says what a column is; no later patrol changes it. StoreError if there is no such column."""
        operator_says = {"kind": kind, "kind_source": "operator", "confidence": 1.0}
        with self.database.write() as connection:
            done = connection.execute(update(t.column).where(t.column.c.id == column_id).values(operator_says))
            if done.rowcount == 0:
                raise StoreError(f"no column has the number {column_id}")


def record_column(db: Writing, portal_id: int, page_id: int, seen: ColumnSeen, at: datetime) -> None:
    """Writes a column and the entries that it lists now."""
    column = {
        "portal_id": portal_id,
        "page_id": page_id,
        "name": seen.name,
        "kind": seen.kind,
        "kind_source": "auto",
        "confidence": seen.confidence,
        "script_filled": seen.script_filled,
        "first_seen_at": at,
        "last_seen_at": at,
    }
    column_id = db.connection.execute(_column_upsert(db.insert), column).scalar_one()
    entries: dict[str, dict[str, Any]] = {}  # by key: a list may show an entry twice
    for entry in seen.entries:
        row = {
            "column_id": column_id,
            "key": text_hash(entry.url, entry.title),
            "url": entry.url,
            "title": entry.title,
            "dated": entry.dated,
            "date_source": entry.date_source,
            "date_text": entry.date_text,
            "position": entry.position,
            "first_seen_at": at,
            "last_seen_at": at,
        }
        entries.setdefault(row["key"], row)
    if entries:
        db.connection.execute(_entry_upsert(db.insert), list(entries.values()))


def move_column_on(db: Writing, column_id: int, shown_at: datetime, at: datetime) -> None:
    """The column and what it listed at its last showing are seen again."""
    moment = {"column": column_id, "shown_at": shown_at, "at": at}
    db.connection.execute(_MOVE_COLUMN, moment)
    db.connection.execute(_MOVE_ENTRIES, moment)


_MOVE_COLUMN: Update = (
    update(t.column)
    .where(t.column.c.id == bindparam("column"), t.column.c.last_seen_at >= bindparam("shown_at"))
    .values(last_seen_at=bindparam("at"))
)
_MOVE_ENTRIES: Update = (
    update(t.entry)
    .where(t.entry.c.column_id == bindparam("column"), t.entry.c.last_seen_at >= bindparam("shown_at"))
    .values(last_seen_at=bindparam("at"))
)


@cache
def _column_upsert(insert: InsertMaker) -> ReturningInsert[Any]:
    new = insert(t.column)
    corrected = t.column.c.kind_source == "operator"
    return new.on_conflict_do_update(
        index_elements=["portal_id", "page_id"],
        set_={
            "name": new.excluded.name,
            "kind": case((corrected, t.column.c.kind), else_=new.excluded.kind),
            "confidence": case((corrected, t.column.c.confidence), else_=new.excluded.confidence),
            "script_filled": new.excluded.script_filled,
            "last_seen_at": new.excluded.last_seen_at,
        },
    ).returning(t.column.c.id)


@cache
def _entry_upsert(insert: InsertMaker) -> Insert:
    """A date once read stays until another one is read."""
    new = insert(t.entry)
    dated = new.excluded.dated.is_not(None)
    dates = {name: case((dated, new.excluded[name]), else_=t.entry.c[name]) for name in ("date_source", "date_text")}
    return new.on_conflict_do_update(
        index_elements=["column_id", "key"],
        set_={
            "dated": func.coalesce(new.excluded.dated, t.entry.c.dated),
            "position": new.excluded.position,
            "last_seen_at": new.excluded.last_seen_at,
            **dates,
        },
    )
