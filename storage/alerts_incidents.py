"""Incidents: what stands for many flips, or for our own trouble."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, case, func, select, update

from storage import tables as t
from storage.alerts_news import notify
from storage.base import StorePart, chunks
from storage.findings import finding_record, finding_rows
from storage.records import IncidentChange, IncidentRecord, IncidentState, Member, Pulse

_STUCK_TRIES = 5  # failed deliveries of one message that show a broken channel: half an hour


class AlertIncidents(StorePart):
    def incidents(self, *, open_only: bool = True) -> list[IncidentRecord]:
        """The youngest first."""
        wanted = select(t.incident).order_by(t.incident.c.opened_at.desc(), t.incident.c.id.desc())
        if open_only:
            wanted = wanted.where(t.incident.c.closed_at.is_(None))
        with self.database.read() as connection:
            return [incident_record(row) for row in connection.execute(wanted).mappings()]

    def incident_states(self) -> list[IncidentState]:
        """Every open incident of findings (not of ourselves)."""
        mine = _by_finding().subquery()
        counts = (
            select(
                mine.c.incident_id,
                func.count().label("findings"),
                func.sum(case((t.finding.c.closed_at.is_(None), 1), else_=0)).label("open"),
                func.max(mine.c.last_flip_at).label("last_flip_at"),
                func.sum(mine.c.flips).label("flips"),
            )
            .join(t.finding, t.finding.c.id == mine.c.finding_id)
            .join(t.portal, t.portal.c.id == t.finding.c.portal_id)
            .where(t.portal.c.removed_at.is_(None))
            .group_by(mine.c.incident_id)
        )
        wanted = select(t.incident).where(t.incident.c.closed_at.is_(None), t.incident.c.kind != "self")
        with self.database.read() as connection:
            incidents = [incident_record(row) for row in connection.execute(wanted).mappings()]
            found = {row.incident_id: row for row in connection.execute(counts)} if incidents else {}
        return [
            IncidentState(one, row.findings, row.open, row.last_flip_at, row.flips)
            if (row := found.get(one.id))
            else IncidentState(one, 0, 0, None, 0)
            for one in incidents
        ]

    def members(self, incident: IncidentRecord) -> list[Member]:
        """The findings that an open incident speaks for."""
        mine = _by_finding().where(t.incident.c.id == incident.id).subquery()
        found = (
            finding_rows()
            .join(mine, mine.c.finding_id == t.finding.c.id)
            .add_columns(mine.c.flips)
            .where(t.portal.c.removed_at.is_(None))
            .order_by(t.finding.c.id)
        )
        with self.database.read() as connection:
            return [Member(finding_record(row), row["flips"]) for row in connection.execute(found).mappings()]

    def record_incident(self, change: IncidentChange, now: datetime) -> bool:
        """Opens it, tells of it again or closes it, with its notifications; False if another process was faster."""
        with self.database.write() as connection:
            row = (
                _opened(self, connection, change, now) if change.phase == "opened" else _moved(connection, change, now)
            )
            if row is None:
                return False
            key = f"incident:{row.id}:{change.phase}:{now.isoformat(timespec='seconds')}"
            about = {"key": key, "thread": f"incident:{row.id}", "incident_id": row.id}
            notify(self.database, connection, change.tell, about, now)
            return True

    def pulse(self, now: datetime) -> Pulse:
        """What shows whether patrols, judge and deliveries go on."""
        watched = t.portal.c.removed_at.is_(None)
        last_run = select(t.run.c.heartbeat_at).order_by(t.run.c.id.desc()).limit(1)
        due = select(func.min(t.portal.c.next_patrol_at), func.count()).where(watched, t.portal.c.next_patrol_at <= now)
        stuck = (
            select(t.channel.c.name, func.count(), func.max(t.notification.c.error))
            .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
            .where(
                t.notification.c.status.in_(("pending", "sending", "dead")), t.notification.c.attempts >= _STUCK_TRIES
            )
            .group_by(t.channel.c.name)
        )
        with self.database.read() as connection:
            oldest, count = connection.execute(due).one()
            judge_due = connection.scalar(select(func.min(t.portal.c.judge_due_at)).where(watched))
            undelivered = {name: (number, error or "") for name, number, error in connection.execute(stuck)}
            return Pulse(oldest, count, connection.scalar(last_run), judge_due, undelivered)


def _by_finding() -> Select[Any]:
    """(incident, finding) with the last flip and the number of flips since the last message."""
    since = t.flip.c.noticed_at > t.incident.c.told_at
    return (
        select(
            t.flip.c.incident_id,
            t.flip.c.finding_id,
            func.max(t.flip.c.noticed_at).label("last_flip_at"),
            func.sum(case((since, 1), else_=0)).label("flips"),
        )
        .join(t.incident, t.incident.c.id == t.flip.c.incident_id)
        .where(t.incident.c.closed_at.is_(None), t.flip.c.routed_at >= t.incident.c.opened_at)
        .group_by(t.flip.c.incident_id, t.flip.c.finding_id)
    )


def incident_record(row: RowMapping) -> IncidentRecord:
    return IncidentRecord(
        id=row["id"],
        key=row["key"],
        kind=row["kind"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        told_at=row["told_at"],
        evidence=row["evidence"],
    )


def incident_records(connection: Connection, ids: Sequence[int]) -> dict[int, IncidentRecord]:
    found: dict[int, IncidentRecord] = {}
    for part in chunks(ids):
        rows = connection.execute(select(t.incident).where(t.incident.c.id.in_(part))).mappings()
        found |= {row["id"]: incident_record(row) for row in rows}
    return found


def _opened(part: StorePart, connection: Connection, change: IncidentChange, now: datetime) -> Any:
    row = {
        "key": change.key,
        "kind": change.kind,
        "opened_at": now,
        "closed_at": None,
        "told_at": now,
        "evidence": dict(change.evidence),
    }
    new = part.database.insert(t.incident).values(row)
    again = {name: new.excluded[name] for name in row if name != "key"}
    opened = new.on_conflict_do_update(index_elements=["key"], set_=again, where=t.incident.c.closed_at.is_not(None))
    return connection.execute(opened.returning(t.incident.c.id)).first()


def _moved(connection: Connection, change: IncidentChange, now: datetime) -> Any:
    values: dict[str, Any] = {"told_at": now, "evidence": dict(change.evidence)}
    if change.phase == "closed":
        values["closed_at"] = now
    mine = t.incident.c.key == change.key, t.incident.c.closed_at.is_(None), t.incident.c.told_at < now
    return connection.execute(update(t.incident).where(*mine).values(values).returning(t.incident.c.id)).first()
