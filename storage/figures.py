"""Figures about the whole database for those who watch the watchdog: a few counts over indexes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select, text

from storage import tables as t
from storage.base import StorePart
from storage.records import RunFact, Severity
from storage.runs import run_fact


@dataclass(frozen=True, slots=True)
class Figures:
    """`overdue`: patrols due for more than a minute; `late_seconds`: the longest of them."""

    portals: dict[str, int]  # by word
    patrols_running: int
    patrols_ended: dict[str, int]  # in the last day, by status
    overdue: int
    late_seconds: float
    judgements_due: int
    findings_open: dict[tuple[str, str], int]  # by (code, severity)
    notifications: dict[str, int]  # by status
    probes_hour: dict[bool, int]  # in the last hour, by whether the home page opened
    database_bytes: int


class FiguresPart(StorePart):
    def last_runs(self) -> dict[int, RunFact]:
        """Portal → its newest patrol, running ones included."""
        newest = select(func.max(t.run.c.id)).group_by(t.run.c.portal_id)
        with self.database.read() as connection:
            rows = connection.execute(select(t.run).where(t.run.c.id.in_(newest))).mappings()
            return {row["portal_id"]: run_fact(row) for row in rows}

    def open_findings(self) -> dict[int, dict[Severity, int]]:
        """Portal → severity → open findings."""
        by = (t.finding.c.portal_id, t.finding.c.severity)
        wanted = select(*by, func.count()).where(t.finding.c.closed_at.is_(None)).group_by(*by)
        found: dict[int, dict[Severity, int]] = {}
        with self.database.read() as connection:
            for portal_id, severity, count in connection.execute(wanted):
                found.setdefault(portal_id, {})[severity] = count
        return found

    def figures(self, now: datetime) -> Figures:
        watched = t.portal.c.removed_at.is_(None)
        late = watched & (t.portal.c.next_patrol_at < now - timedelta(minutes=1))
        with self.database.read() as connection:

            def counts(wanted: Select[Any, int]) -> dict[Any, int]:
                return {row[0]: row[1] for row in connection.execute(wanted)}

            def count(wanted: Select[Any]) -> Any:
                return connection.execute(wanted).scalar_one()

            oldest = count(select(func.min(t.portal.c.next_patrol_at)).where(late))
            by_code = (t.finding.c.code, t.finding.c.severity)
            findings = (
                select(*by_code, func.count())
                .join(t.portal, t.portal.c.id == t.finding.c.portal_id)
                .where(t.finding.c.closed_at.is_(None), watched)
                .group_by(*by_code)
            )
            return Figures(
                portals=counts(
                    select(func.coalesce(t.portal.c.word, "unknown"), func.count())
                    .where(watched)
                    .group_by(t.portal.c.word)
                ),
                patrols_running=count(select(func.count()).select_from(t.run).where(t.run.c.status == "running")),
                patrols_ended=counts(
                    select(t.run.c.status, func.count())
                    .where(t.run.c.ended_at > now - timedelta(days=1))
                    .group_by(t.run.c.status)
                ),
                overdue=count(select(func.count()).select_from(t.portal).where(late)),
                late_seconds=(now - oldest).total_seconds() if oldest else 0.0,
                judgements_due=count(
                    select(func.count()).select_from(t.portal).where(watched, t.portal.c.judge_due_at <= now)
                ),
                findings_open={(code, severity): number for code, severity, number in connection.execute(findings)},
                notifications=counts(select(t.notification.c.status, func.count()).group_by(t.notification.c.status)),
                probes_hour=counts(
                    select(t.probe.c.opened, func.count())
                    .where(t.probe.c.at > now - timedelta(hours=1))
                    .group_by(t.probe.c.opened)
                ),
                database_bytes=int(connection.execute(_SIZE[self.database.is_sqlite]).scalar_one()),
            )


_SIZE = {
    True: text("SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size())"),
    False: text("SELECT pg_database_size(current_database())"),
}
