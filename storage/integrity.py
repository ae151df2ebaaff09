"""`xuncha db check`: bytes against their hashes, rows against each other."""

import zlib
from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, Select, func, or_, select, text

from storage import tables as t
from storage.bodies import unpacked
from storage.models import Base
from storage.text import text_hash

_BODIES_AT_ONCE = 20  # up to 10 MB each
_PER_COMPLAINT = 20  # rows named, not all of them: a lost portal would name a million


def complaints(connection: Connection, is_sqlite: bool) -> list[str]:
    """One line per thing that is wrong. Reads every body once."""
    found = list(_sqlite(connection)) if is_sqlite else []
    found += [*_references(connection), *_bodies(connection), *_versions(connection), *_addresses(connection)]
    return [*found, *_timetables(connection), *_rows(connection)]


def _sqlite(connection: Connection) -> Iterator[str]:
    for (said,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if said != "ok":
            yield f"file: {said}"


def _references(connection: Connection) -> Iterator[str]:
    """Rows whose parent is lost: no database lets them come about, but disks and copies do."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column.table.alias("parent")
            there = select(parent).where(parent.c[key.column.name] == key.parent).exists()
            lost = select(table.c.id).where(key.parent.is_not(None), ~there).order_by(table.c.id)
            for (number,) in connection.execute(lost.limit(_PER_COMPLAINT)):
                yield f"{table.name} {number}: names a row of {key.column.table.name} that is not there"


def _bodies(connection: Connection) -> Iterator[str]:
    stored = select(t.body.c.sha256, t.body.c.size, t.body.c.codec, t.body.c.data)
    for row in connection.execution_options(yield_per=_BODIES_AT_ONCE).execute(stored):
        try:
            data = unpacked(row.codec, row.data)
        except zlib.error as error:
            yield f"body {row.sha256}: cannot be unpacked ({error})"
            continue
        if sha256(data).hexdigest() != row.sha256:
            yield f"body {row.sha256}: its bytes have another hash"
        elif len(data) != row.size:
            yield f"body {row.sha256}: says {row.size} bytes, has {len(data)}"


def _versions(connection: Connection) -> Iterator[str]:
    """A version's digest is that of its title and text, or of the bytes where nothing was read."""
    v = t.version.c
    stored = select(v.id, v.title, v.text, v.digest, v.body_sha256)
    for row in connection.execution_options(yield_per=500).execute(stored):
        if row.digest not in (text_hash(row.title or "", row.text), row.body_sha256):
            yield f"version {row.id}: its text has another digest"


def _timetables(connection: Connection) -> Iterator[str]:
    portals = {f"portal:{number}" for number in connection.scalars(select(t.portal.c.id))}
    for name in connection.scalars(select(t.timetable.c.name).order_by(t.timetable.c.name)):
        if name not in portals and name != "all" and not name.startswith("group:"):
            yield f"timetable {name}: is of no portal, group or everybody"


def _addresses(connection: Connection) -> Iterator[str]:
    for table in (t.page, t.target):
        rows = connection.execution_options(yield_per=2000).execute(select(table.c.id, table.c.url, table.c.url_hash))
        for row in rows:
            if text_hash(row.url) != row.url_hash:
                yield f"{table.name} {row.id}: its address has another hash"


def _rows(connection: Connection) -> Iterator[str]:
    for complaint, wrong in _CONTRADICTIONS:
        for (number,) in connection.execute(wrong.limit(_PER_COMPLAINT)):
            yield complaint.format(number)


_CONTRADICTIONS: tuple[tuple[str, Select[tuple[int]]], ...] = (
    (
        "visit {}: is of another portal than its run",
        select(t.visit.c.id)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .join(t.run, t.run.c.id == t.visit.c.run_id)
        .where(t.page.c.portal_id != t.run.c.portal_id),
    ),
    (
        "visit {}: has another address than its page",
        select(t.visit.c.id)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .where(t.visit.c.url_hash != t.page.c.url_hash),
    ),
    (
        "visit {}: shows a version of another page",
        select(t.visit.c.id)
        .join(t.version, t.version.c.id == t.visit.c.version_id)
        .where(t.version.c.page_id != t.visit.c.page_id),
    ),
    (
        "column {}: is of another portal than its page",
        select(t.column.c.id)
        .join(t.page, t.page.c.id == t.column.c.page_id)
        .where(t.page.c.portal_id != t.column.c.portal_id),
    ),
    (
        "report {}: is of another portal than its page",
        select(t.report.c.id)
        .join(t.version, t.version.c.id == t.report.c.version_id)
        .join(t.page, t.page.c.id == t.version.c.page_id)
        .where(t.page.c.portal_id != t.report.c.portal_id),
    ),
    (
        "metric {}: its evidence does not stand where it says",
        select(t.metric.c.id)
        .join(t.report, t.report.c.id == t.metric.c.report_id)
        .where(
            func.substr(
                t.report.c.text, t.metric.c.evidence_start + 1, t.metric.c.evidence_end - t.metric.c.evidence_start
            )
            != t.metric.c.evidence_text
        ),
    ),
    (
        "run {}: has ended and says running, or the other way round",
        select(t.run.c.id).where(
            or_(
                (t.run.c.status == "running") & t.run.c.ended_at.is_not(None),
                (t.run.c.status != "running") & t.run.c.ended_at.is_(None),
            )
        ),
    ),
    (
        "probe {}: opened, and says that it did not, or the other way round",
        select(t.probe.c.id).where(t.probe.c.opened != (t.probe.c.outcome == "ok")),
    ),
    (
        "finding {}: was closed before it was opened",
        select(t.finding.c.id).where(t.finding.c.closed_at < t.finding.c.opened_at),
    ),
    (
        "page {}: was last seen before it was first seen",
        select(t.page.c.id).where(t.page.c.last_seen_at < t.page.c.first_seen_at),
    ),
)
