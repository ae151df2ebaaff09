"""From flips to notifications: what is not decided yet, what deciding needs to know, and what was decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, delete, exists, func, or_, select, update

from storage import tables as t
from storage.base import StorePart, chunks
from storage.engine import Database
from storage.findings import flip_records
from storage.portals import portal_record
from storage.records import Decision, FlipRecord, News, PortalRecord, Severity, Telling, is_of_a_week

_REMEMBERED = timedelta(days=1)  # flips of a finding that tell flapping from news
_AT_ONCE = 5000  # flips decided in one go
OPENINGS = ("opened", "reopened", "worsened")


class AlertNews(StorePart):
    def undecided(self, now: datetime, *, waiting_too: bool = False) -> list[News]:
        """Findings with flips that nobody has decided about and that are new, or due to be looked at again.

        With `waiting_too` those that wait as well: what opens on one portal may be a reason to tell of another.
        """
        due = select(t.flip.c.finding_id).where(_waits(), _is_due(now))
        wanted = select(t.flip.c.id).where(_waits()).order_by(t.flip.c.id).limit(_AT_ONCE)
        with self.database.read() as connection:
            if connection.execute(due.limit(1)).first() is None:
                return []
            ids = list(connection.scalars(wanted if waiting_too else wanted.where(t.flip.c.finding_id.in_(due))))
            flips = [flip for part in chunks(ids) for flip in flip_records(connection, part)]
            return _news(connection, flips, set(_held(connection, ids)), now)

    def open_since(self, codes: Sequence[str]) -> dict[str, dict[str, datetime]]:
        """Code → home page of each portal where a finding of it is open now → when that was opened."""
        found = (
            select(t.finding.c.code, t.portal.c.home_url, t.finding.c.opened_at, t.finding.c.evidence)
            .join(t.portal, t.portal.c.id == t.finding.c.portal_id)
            .where(t.finding.c.code.in_(codes), t.finding.c.closed_at.is_(None), t.portal.c.removed_at.is_(None))
        )
        homes: dict[str, dict[str, datetime]] = defaultdict(dict)
        with self.database.read() as connection:
            for code, home, opened_at, evidence in connection.execute(found):
                if not is_of_a_week(evidence):
                    homes[code][home] = min(opened_at, homes[code].get(home, opened_at))
        return dict(homes)

    def record_decisions(self, decisions: Sequence[Decision], now: datetime) -> int:
        """Writes what was decided; returns how many findings were settled. What another process decided stands."""
        settled = 0
        with self.database.write() as connection:
            known = connection.execute(select(t.incident.c.key, t.incident.c.id))
            incidents = {row.key: int(row.id) for row in known}
            for decision in decisions:
                settled += _settle(self.database, connection, decision, incidents, now)
        return settled


def notify(
    database: Database, connection: Connection, tellings: Sequence[Telling], about: Mapping[str, Any], now: datetime
) -> None:
    """Makes notifications. `about`: key and thread, and incident_id for an incident's. The same key is told once."""
    rows = [
        {
            "channel_id": telling.channel_id,
            "kind": telling.kind,
            "flip_id": telling.flip_id,
            "evidence": None if telling.evidence is None else dict(telling.evidence),
            "incident_id": None,
            "created_at": now,
            "status": "pending",
            "attempts": 0,
            "next_attempt_at": telling.at,
            **about,
        }
        for telling in tellings
    ]
    if rows:
        connection.execute(database.insert(t.notification).on_conflict_do_nothing(), rows)


def _waits() -> Any:
    return t.flip.c.routed_at.is_(None)


def _is_due(now: datetime) -> Any:
    return or_(t.flip.c.look_at.is_(None), t.flip.c.look_at <= now)


def _held(connection: Connection, flip_ids: Sequence[int]) -> list[int]:
    held: list[int] = []
    for part in chunks(flip_ids):
        held += connection.scalars(select(t.flip.c.id).where(t.flip.c.id.in_(part), t.flip.c.look_at.is_not(None)))
    return held


def _news(connection: Connection, flips: list[FlipRecord], held: set[int], now: datetime) -> list[News]:
    flips.sort(key=lambda flip: (flip.finding.id, flip.id))
    ids = sorted({flip.finding.id for flip in flips})
    portals = _portals_of(connection, ids)
    looked = _looked_again(connection, sorted({portal.id for portal in portals.values()}))
    history, told = _history(connection, ids, now - _REMEMBERED), _told(connection, ids)
    news = []
    for finding_id, group in groupby(flips, key=lambda flip: flip.finding.id):
        mine = tuple(group)
        made = News(
            finding=mine[0].finding,
            portal=portals[finding_id],
            flips=mine,
            waited=any(flip.id in held for flip in mine),
            looked_again_at=looked.get(portals[finding_id].id),
            history=tuple(history[finding_id]),
            told=told[finding_id],
        )
        news.append(made)
    return sorted(news, key=lambda one: one.flips[0].id)


def _portals_of(connection: Connection, finding_ids: Sequence[int]) -> dict[int, PortalRecord]:
    found: dict[int, PortalRecord] = {}
    for part in chunks(finding_ids):
        rows = connection.execute(
            select(t.portal, t.finding.c.id.label("finding_id"))
            .join(t.finding, t.finding.c.portal_id == t.portal.c.id)
            .where(t.finding.c.id.in_(part))
        )
        found |= {row["finding_id"]: portal_record(row) for row in rows.mappings()}
    return found


def _looked_again(connection: Connection, portal_ids: Sequence[int]) -> dict[int, datetime]:
    """Portal → its last patrol or probe that judge has seen."""
    last: dict[int, datetime] = {}
    for table, moment in ((t.run, t.run.c.ended_at), (t.probe, t.probe.c.at)):
        for part in chunks(portal_ids):
            seen = (
                select(table.c.portal_id, func.max(moment))
                .join(t.portal, t.portal.c.id == table.c.portal_id)
                .where(table.c.portal_id.in_(part), moment <= t.portal.c.judged_at)
                .group_by(table.c.portal_id)
            )
            for portal_id, at in connection.execute(seen):
                last[portal_id] = max(at, last.get(portal_id, at))
    return last


def _history(
    connection: Connection, finding_ids: Sequence[int], since: datetime
) -> dict[int, list[tuple[datetime, bool]]]:
    found: dict[int, list[tuple[datetime, bool]]] = defaultdict(list)
    for part in chunks(finding_ids):
        rows = connection.execute(
            select(t.flip.c.finding_id, t.flip.c.noticed_at, t.flip.c.kind)
            .where(t.flip.c.finding_id.in_(part), t.flip.c.noticed_at >= since, t.flip.c.kind != "worsened")
            .order_by(t.flip.c.id)
        )
        for finding_id, at, kind in rows:
            found[finding_id].append((at, kind != "closed"))
    return found


def _told(connection: Connection, finding_ids: Sequence[int]) -> dict[int, dict[int, Severity | None]]:
    """Finding → channel → what it believes: the severity that it was told of last, or None if told of the end.

    An incident's message tells of every flip that the incident speaks for.
    """
    last: dict[tuple[int, int], int] = {}  # finding, channel → flip
    for part in chunks(finding_ids):
        for finding_id, channel_id, flip_id in (*_told_singly(connection, part), *_told_by_incidents(connection, part)):
            last[finding_id, channel_id] = max(flip_id, last.get((finding_id, channel_id), 0))
    states: dict[int, Severity | None] = {}
    for part in chunks(set(last.values())):
        for row in connection.execute(
            select(t.flip.c.id, t.flip.c.kind, t.flip.c.severity).where(t.flip.c.id.in_(part))
        ):
            states[row.id] = None if row.kind == "closed" else row.severity
    told: dict[int, dict[int, Severity | None]] = defaultdict(dict)
    for (finding_id, channel_id), flip_id in last.items():
        told[finding_id][channel_id] = states[flip_id]
    return told


def _told_singly(connection: Connection, finding_ids: Sequence[int]) -> Iterable[Any]:
    """(finding, channel, last flip) that a notification of its own told of."""
    return connection.execute(
        select(t.flip.c.finding_id, t.notification.c.channel_id, func.max(t.flip.c.id))
        .join(t.flip, t.flip.c.id == t.notification.c.flip_id)
        .where(t.flip.c.finding_id.in_(finding_ids), t.notification.c.status != "dead")
        .group_by(t.flip.c.finding_id, t.notification.c.channel_id)
    )


def _told_by_incidents(connection: Connection, finding_ids: Sequence[int]) -> Iterable[Any]:
    """(finding, channel, last flip) that an incident's notification told of."""
    spoken_for = connection.execute(
        select(t.flip.c.finding_id, t.flip.c.incident_id, func.max(t.flip.c.id))
        .where(t.flip.c.finding_id.in_(finding_ids), t.flip.c.incident_id.is_not(None))
        .group_by(t.flip.c.finding_id, t.flip.c.incident_id)
    ).all()
    heard: dict[int, list[int]] = defaultdict(list)
    for part in chunks({incident_id for _, incident_id, _ in spoken_for}):
        told = select(t.notification.c.incident_id, t.notification.c.channel_id).distinct()
        wanted = told.where(t.notification.c.incident_id.in_(part), t.notification.c.status != "dead")
        for incident_id, channel_id in connection.execute(wanted):
            heard[incident_id].append(channel_id)
    return [(finding, channel, flip) for finding, incident, flip in spoken_for for channel in heard[incident]]


def _settle(
    database: Database, connection: Connection, decision: Decision, incidents: Mapping[str, int], now: datetime
) -> int:
    ids = [flip.id for flip in decision.news.flips]
    values: dict[str, Any] = {"look_at": decision.look_at}
    if decision.look_at is None:
        values |= {"routed_at": now, "incident_id": incidents.get(decision.incident_key or "")}
    mine = t.flip.c.id.in_(ids), t.flip.c.routed_at.is_(None)
    left = select(t.flip.c.id).where(*mine).order_by(t.flip.c.id).with_for_update()
    if len(connection.scalars(left).all()) < len(ids):
        return 0  # another process was faster with some; the others are decided anew, by what the channels know now
    connection.execute(update(t.flip).where(*mine).values(values))
    if decision.look_at is not None:
        return 0
    thread = f"portal:{decision.news.portal.id}"
    for telling in decision.tell:
        if telling.kind == "closed" and _withdraw(connection, telling.channel_id, decision.news.finding.id, now):
            continue
        notify(database, connection, [telling], {"key": f"flip:{telling.flip_id}", "thread": thread}, now)
    return 1


def _withdraw(connection: Connection, channel_id: int, finding_id: int, now: datetime) -> bool:
    """Takes back an opening that still waits for the end of the channel's quiet hours: it is over before it was told."""
    of_finding = exists().where(t.flip.c.id == t.notification.c.flip_id, t.flip.c.finding_id == finding_id)
    waiting = (
        t.notification.c.channel_id == channel_id,
        t.notification.c.status == "pending",
        t.notification.c.message.is_(None),  # never a part of what may have been sent
        t.notification.c.next_attempt_at > now,
        t.notification.c.kind.in_(OPENINGS),
        of_finding,
    )
    return connection.execute(delete(t.notification).where(*waiting)).rowcount > 0
