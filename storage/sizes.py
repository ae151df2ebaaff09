"""`xuncha db size`: where the bytes are, and how many come every day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import OperationalError

from storage import tables as t
from storage.base import StorePart
from storage.models import Base

DAYS = 7  # that growth is measured over
# Tables that grow with every patrol, and the column that tells when a row came.
_GROWING = {"body": "first_seen_at", "version": "first_seen_at", "visit": "at", "link_check": "at", "probe": "at"}
_PAGE_BYTES = text("SELECT (SELECT page_size FROM pragma_page_size())")


@dataclass(frozen=True, slots=True)
class Size:
    """Bytes. `free`: in the file and unused; `tables` with their indexes, {} where the database cannot tell;
    `portals`: bodies and texts by portal; `growth`: a day, over the last week."""

    total: int
    free: int
    tables: dict[str, int]
    portals: dict[int, int]
    growth: float


class Sizes(StorePart):
    def size(self, now: datetime) -> Size:
        with self.database.read() as connection:
            tables = _sqlite_tables(connection) if self.database.is_sqlite else _postgres_tables(connection)
            total, free = _sqlite_file(connection) if self.database.is_sqlite else (_postgres_total(connection), 0)
            return Size(total, free, tables, _portals(connection), _growth(connection, tables, now))


def _sqlite_file(connection: Connection) -> tuple[int, int]:
    page = int(connection.execute(_PAGE_BYTES).scalar_one())
    count = int(connection.execute(text("PRAGMA page_count")).scalar_one())
    free = int(connection.execute(text("PRAGMA freelist_count")).scalar_one())
    return page * count, page * free


def _sqlite_tables(connection: Connection) -> dict[str, int]:
    held = text(
        "SELECT m.tbl_name, sum(s.pgsize) FROM dbstat s JOIN sqlite_master m ON m.name = s.name"
        " WHERE s.aggregate = TRUE GROUP BY m.tbl_name"
    )
    try:
        return {name: int(size) for name, size in connection.execute(held) if name in Base.metadata.tables}
    except OperationalError:  # an SQLite built without dbstat
        return {}


def _postgres_total(connection: Connection) -> int:
    return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def _postgres_tables(connection: Connection) -> dict[str, int]:
    size = text("SELECT pg_total_relation_size(to_regclass(quote_ident(:name)))")
    return {name: int(connection.execute(size, {"name": name}).scalar_one()) for name in Base.metadata.tables}


def _portals(connection: Connection) -> dict[int, int]:
    """Bodies count for every portal that has them; they are shared by those that show the same bytes."""
    texts = (
        select(t.page.c.portal_id, func.sum(func.length(t.version.c.text)))
        .join(t.page, t.page.c.id == t.version.c.page_id)
        .group_by(t.page.c.portal_id)
    )
    bodies = (
        select(t.page.c.portal_id, t.visit.c.body_sha256)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .where(t.visit.c.body_sha256.is_not(None))
        .distinct()
        .subquery()
    )
    stored = (
        select(bodies.c.portal_id, func.sum(func.length(t.body.c.data)))
        .join(t.body, t.body.c.sha256 == bodies.c.body_sha256)
        .group_by(bodies.c.portal_id)
    )
    held: dict[int, int] = {}
    for wanted, weight in ((texts, 3), (stored, 1)):  # Chinese takes three bytes a character
        for portal_id, size in connection.execute(wanted):
            held[portal_id] = held.get(portal_id, 0) + weight * int(size or 0)
    return held


def _growth(connection: Connection, tables: dict[str, int], now: datetime) -> float:
    """The share of each growing table's rows that came in the last days, of its bytes."""
    grown = 0.0
    for name, column in _GROWING.items():
        table: Any = Base.metadata.tables[name]
        counts = select(func.count(), func.min(table.c[column]))
        total, first = connection.execute(counts).one()
        if not total:
            continue
        new = connection.execute(select(func.count()).where(table.c[column] > now - timedelta(days=DAYS))).scalar_one()
        days = min(float(DAYS), max((now - first).total_seconds() / 86400, 1.0))
        grown += tables.get(name, 0) * new / total / days
    return grown
