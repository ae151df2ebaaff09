"""The annual reports of a portal: every version of each, with its words, its figures and the checks on them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select

from storage import tables as t
from storage.records import CheckSeen, ReportFact


def report_facts(connection: Connection, portal_id: int, as_of: datetime) -> tuple[ReportFact, ...]:
    """By year, then by when each version was seen first."""
    known = t.report.c.portal_id == portal_id, t.report.c.first_seen_at <= as_of
    read = (
        select(t.report, t.page.c.url)
        .join(t.version, t.version.c.id == t.report.c.version_id)
        .join(t.page, t.page.c.id == t.version.c.page_id)
        .where(*known)
        .order_by(t.report.c.year, t.report.c.first_seen_at, t.report.c.id)
    )
    checked = select(t.check).join(t.report, t.report.c.id == t.check.c.report_id).where(*known).order_by(t.check.c.id)
    checks: dict[int, list[CheckSeen]] = defaultdict(list)
    for row in connection.execute(checked):
        checks[row.report_id].append(CheckSeen(row.code, row.ok, row.expected, row.actual, row.detail))
    figures = _figures(connection, portal_id, as_of)
    return tuple(
        ReportFact(
            url=row.url,
            title=row.title,
            issuer=row.issuer,
            year=row.year,
            era=row.era,
            published_on=row.published_on,
            first_seen_at=row.first_seen_at,
            checks=tuple(checks[row.id]),
            warnings=tuple(row.warnings),
            text=row.text,
            figures=figures[row.id],
        )
        for row in connection.execute(read)
    )


def _figures(connection: Connection, portal_id: int, as_of: datetime) -> dict[int, dict[str, float]]:
    """Report id → its figures about its own year, by code and dimensions. Of two readings of one the first counts."""
    metrics = (
        select(t.metric.c.report_id, t.metric.c.code, t.metric.c.dims, t.metric.c.label, t.metric.c.value)
        .join(t.report, t.report.c.id == t.metric.c.report_id)
        .where(t.report.c.portal_id == portal_id, t.report.c.first_seen_at <= as_of)
        .where(t.metric.c.year == t.report.c.year)
        .order_by(t.metric.c.id)
    )
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for report_id, code, dims, label, value in connection.execute(metrics):
        found[report_id].setdefault(figure_name(code, dims, label), value)
    return found


def figure_name(code: str, dims: Mapping[str, str], label: str = "") -> str:
    """A code with its dimensions in a fixed order; what has no code of its own (`other.`) is told by its label.

    >>> figure_name("requests.new", {"applicant": "business"})
    'requests.new[applicant=business]'
    """
    named = {**dims, "label": label} if code.startswith("other.") else dims
    inner = ",".join(f"{name}={value}" for name, value in sorted(named.items()))
    return f"{code}[{inner}]" if inner else code
