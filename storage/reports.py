"""Annual reports, one per version of a page: figures and checks are those of the latest reading."""

from dataclasses import asdict
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import delete, insert

from storage import tables as t
from storage.engine import InsertMaker, ReturningInsert, Writing
from storage.records import ReportSeen

_READ_ANEW = (
    *("title", "issuer", "region", "year", "era"),
    *("period_start", "period_end", "published_on", "text", "warnings"),
)


def record_report(
    db: Writing, portal_id: int, version_id: int, seen: ReportSeen, published_on: date | None, at: datetime
) -> None:
    """Writes the report with its figures and checks; those of an earlier reading of the same version go."""
    row = {
        "portal_id": portal_id,
        "version_id": version_id,
        "title": seen.title,
        "issuer": seen.issuer,
        "region": seen.region,
        "year": seen.year,
        "era": seen.era,
        "period_start": seen.period_start,
        "period_end": seen.period_end,
        "published_on": published_on,
        "text": seen.text,
        "warnings": seen.warnings,
        "first_seen_at": at,
    }
    report_id = db.connection.execute(_report_upsert(db.insert), row).scalar_one()
    for table, parts in ((t.metric, seen.metrics), (t.check, seen.checks)):
        db.connection.execute(delete(table).where(table.c.report_id == report_id))
        if parts:
            db.connection.execute(insert(table), [{"report_id": report_id, **asdict(part)} for part in parts])


@cache
def _report_upsert(insert: InsertMaker) -> ReturningInsert[Any]:
    new = insert(t.report)
    return new.on_conflict_do_update(
        index_elements=["version_id"], set_={name: new.excluded[name] for name in _READ_ANEW}
    ).returning(t.report.c.id)
