"""Judgement: conditions become findings, their changes become flips, in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from storage import tables as t
from storage.base import StorePart
from storage.records import BEGAN_BEFORE, Condition, FindingRecord, FlipRecord, Severity, Verdict
from storage.text import text_hash

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "critical")  # low to high


class Findings(StorePart):
    def due_for_judgement(self, now: datetime, limit: int = 100) -> list[int]:
        """Numbers of the portals to judge, the longest overdue first."""
        due = (
            select(t.portal.c.id)
            .where(t.portal.c.judge_due_at <= now, t.portal.c.removed_at.is_(None))
            .order_by(t.portal.c.judge_due_at, t.portal.c.id)
            .limit(limit)
        )
        with self.database.read() as connection:
            return list(connection.scalars(due))

    def record_judgement(
        self,
        portal_id: int,
        *,
        conditions: Sequence[Condition],
        verdict: Verdict,
        stale_after: Mapping[int, datetime],
        next_due: datetime | None,
        now: datetime,
    ) -> list[FlipRecord]:
        """Writes a judgement; returns what flipped.

        New conditions open findings and closed ones reopen (both happened at the condition's `since`); open ones whose
        severity rises worsen and open ones that hold no longer close (both happened at `now`). Those that stay get the
        new evidence. `stale_after`: column id → the moment at which its silence becomes bad news.
        """
        flips: list[int] = []
        with self.database.write() as connection:
            _mark_judged(connection, portal_id, verdict, next_due, now)
            _set_stale_after(connection, portal_id, stale_after)
            known = _findings_by_key(connection, portal_id)
            holding = {_key(condition): condition for condition in conditions}
            for key, condition in holding.items():
                flips += _hold(connection, portal_id, key, condition, known.get(key), now)
            for key, finding in known.items():
                if key not in holding and finding["closed_at"] is None:
                    flips.append(_close(connection, finding, now))
            return flip_records(connection, flips)

    def findings(
        self, *, portal_id: int | None = None, code: str | None = None, open_only: bool = False
    ) -> list[FindingRecord]:
        """Findings of portals under watch, grave ones first, then the oldest."""
        wanted = finding_rows().where(t.portal.c.removed_at.is_(None))
        if portal_id is not None:
            wanted = wanted.where(t.finding.c.portal_id == portal_id)
        if code is not None:
            wanted = wanted.where(t.finding.c.code == code)
        if open_only:
            wanted = wanted.where(t.finding.c.closed_at.is_(None))
        with self.database.read() as connection:
            found = [finding_record(row) for row in connection.execute(wanted).mappings()]
        return sorted(found, key=lambda one: (-severity_rank(one.severity), one.since, one.id))


def severity_rank(severity: str) -> int:
    """
    >>> severity_rank("critical") > severity_rank("warning")
    True
    """
    return SEVERITIES.index(severity) if severity in SEVERITIES else 0


def finding_rows() -> Select[Any]:
    return select(t.finding, t.portal.c.home_url.label("portal_url"), t.portal.c.name.label("portal_name")).join(
        t.portal, t.portal.c.id == t.finding.c.portal_id
    )


def finding_record(row: RowMapping) -> FindingRecord:
    return FindingRecord(
        id=row["id"],
        portal_url=row["portal_url"],
        portal_name=row["portal_name"],
        code=row["code"],
        subject=row["subject"],
        severity=row["severity"],
        since=row["since"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        evidence=row["evidence"],
    )


def flip_records(connection: Connection, flip_ids: Sequence[int]) -> list[FlipRecord]:
    """The flips with their findings as they are now, in the order given."""
    flips = {row.id: row for row in connection.execute(select(t.flip).where(t.flip.c.id.in_(flip_ids)))}
    ids = {row.finding_id for row in flips.values()}
    rows = connection.execute(finding_rows().where(t.finding.c.id.in_(ids))).mappings()
    findings = {row["id"]: finding_record(row) for row in rows}
    return [
        FlipRecord(
            id=row.id,
            kind=row.kind,
            happened_at=row.happened_at,
            noticed_at=row.noticed_at,
            severity=row.severity,
            evidence=row.evidence,
            finding=findings[row.finding_id],
        )
        for row in (flips[flip_id] for flip_id in flip_ids)
    ]


def _key(condition: Condition) -> str:
    return text_hash(*condition.key)


def _mark_judged(
    connection: Connection, portal_id: int, verdict: Verdict, next_due: datetime | None, now: datetime
) -> None:
    """First of all: on PostgreSQL the row's lock keeps a second judge of the same portal waiting."""
    judged = {
        "verdict": verdict.verdict,
        "word": verdict.word,
        "verdict_reasons": list(verdict.reasons),
        "judged_at": now,
        "judge_due_at": next_due,
    }
    connection.execute(update(t.portal).where(t.portal.c.id == portal_id).values(judged))


def _set_stale_after(connection: Connection, portal_id: int, stale_after: Mapping[int, datetime]) -> None:
    connection.execute(update(t.column).where(t.column.c.portal_id == portal_id).values(stale_after=None))
    for column_id, moment in stale_after.items():
        mine = t.column.c.id == column_id, t.column.c.portal_id == portal_id
        connection.execute(update(t.column).where(*mine).values(stale_after=moment))


def _findings_by_key(connection: Connection, portal_id: int) -> dict[str, RowMapping]:
    rows = connection.execute(select(t.finding).where(t.finding.c.portal_id == portal_id)).mappings()
    return {row["key"]: row for row in rows}


def _hold(
    connection: Connection,
    portal_id: int,
    key: str,
    condition: Condition,
    known: RowMapping | None,
    now: datetime,
) -> list[int]:
    """A condition holds: opens, reopens, worsens or only refreshes its finding. Returns the flip's id, if any."""
    holds = {
        "severity": condition.severity,
        "since": condition.since,
        "evidence": condition.evidence,
    }
    if known is None:
        subject = {"portal_id": portal_id, "key": key, "code": condition.code, "subject": condition.subject}
        new = insert(t.finding).values(**subject, **holds, opened_at=now).returning(t.finding.c.id)
        finding_id = int(connection.execute(new).scalar_one())
        return [_flip(connection, finding_id, "opened", condition.since, now, holds)]
    reopened = known["closed_at"] is not None
    if not reopened and condition.evidence.get(BEGAN_BEFORE):
        holds["since"] = min(condition.since, known["since"])
    change = {**holds, "opened_at": now, "closed_at": None} if reopened else holds
    connection.execute(update(t.finding).where(t.finding.c.id == known["id"]).values(change))
    if reopened:
        return [_flip(connection, known["id"], "reopened", condition.since, now, holds)]
    if severity_rank(condition.severity) > severity_rank(known["severity"]):
        return [_flip(connection, known["id"], "worsened", now, now, holds)]
    return []


def _close(connection: Connection, finding: RowMapping, now: datetime) -> int:
    closed_at = max(now, finding["opened_at"])  # the clock may have been set back
    connection.execute(update(t.finding).where(t.finding.c.id == finding["id"]).values(closed_at=closed_at))
    return _flip(connection, finding["id"], "closed", now, now, finding)


def _flip(
    connection: Connection,
    finding_id: int,
    kind: str,
    happened_at: datetime,
    now: datetime,
    state: RowMapping | dict[str, Any],
) -> int:
    row = {
        "finding_id": finding_id,
        "kind": kind,
        "happened_at": happened_at,
        "noticed_at": now,
        "severity": state["severity"],
        "evidence": state["evidence"],
    }
    return int(connection.execute(insert(t.flip).values(row).returning(t.flip.c.id)).scalar_one())
