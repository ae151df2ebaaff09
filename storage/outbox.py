"""The outbox of alerts: channels, and notifications that are claimed, sent, and marked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, and_, case, delete, func, not_, or_, select, update

from storage import tables as t
from storage.alerts_incidents import incident_records
from storage.base import StorePart, chunks
from storage.errors import StoreError
from storage.findings import flip_records
from storage.records import ChannelRecord, Delivery, FlipRecord, IncidentRecord, Notice, Severity

# From so many portals on, what is due for a channel at once is one message with counts and a list.
MANY_PORTALS = 5
_THREADS_AT_ONCE = 1000  # a flood is told in several messages


class Outbox(StorePart):
    def add_channel(
        self,
        name: str,
        url: str,
        *,
        lang: str,
        min_severity: Severity,
        now: datetime,
        portals: str = "",
        codes: str = "",
        quiet: str = "",
        digest: str = "",
        remind_days: int = 0,
    ) -> ChannelRecord:
        """A new place for alerts; what the words mean: ChannelRecord. StoreError if the name is taken."""
        row = {
            "name": name,
            "url": url,
            "lang": lang,
            "min_severity": min_severity,
            "enabled": True,
            "created_at": now,
            "portals": portals,
            "codes": codes,
            "quiet": quiet,
            "digest": digest,
            "remind_days": remind_days,
        }
        new = self.database.insert(t.channel).values(row).on_conflict_do_nothing(index_elements=["name"])
        with self.database.write() as connection:
            made = connection.execute(new.returning(t.channel)).mappings().first()
            if made is None:
                raise StoreError(f"a channel named {name!r} exists; remove it first, or take another name")
            return channel_record(made)

    def channels(self) -> list[ChannelRecord]:
        with self.database.read() as connection:
            rows = connection.execute(select(t.channel).order_by(t.channel.c.id)).mappings()
            return [channel_record(row) for row in rows]

    def remove_channel(self, name: str) -> bool:
        """Removes a channel and what was to be sent there; False if there is none of that name."""
        with self.database.write() as connection:
            return connection.execute(delete(t.channel).where(t.channel.c.name == name)).rowcount > 0

    def claim_deliveries(self, now: datetime, *, lease_seconds: float = 120.0, limit: int = 20) -> list[Delivery]:
        """Takes what is due to be sent, at most `limit` messages: one per channel, that of the longest waiting thread, so
        that a process that dies doubles or delays no more than what it was sending.

        From MANY_PORTALS portals on, all that is due for a channel about portals is one message. What a dead process
        had claimed is taken over when its lease has ended, as the same message: the receiver may have it already.
        A claim is a try: `attempts` counts it.
        """
        with self.database.read() as connection:  # nothing is due most of the time, and a write would lock the others
            if not _batches(connection, now, 1):
                return []
        with self.database.write() as connection:
            until, claimed = now + timedelta(seconds=lease_seconds), []
            for channel_id, mine in _batches(connection, now, limit):
                if ids := _claim(connection, now, channel_id, mine, until):
                    claimed.append(ids)
            deliveries = _deliveries(connection, claimed)
            for delivery in deliveries:
                for part in chunks(delivery.notification_ids):
                    named = update(t.notification).where(t.notification.c.id.in_(part)).values(message=delivery.key)
                    connection.execute(named)
            return deliveries

    def mark_sent(self, notification_ids: Sequence[int], now: datetime) -> None:
        """The channel took them."""
        sent = {"status": "sent", "sent_at": now, "claimed_until": None, "next_attempt_at": None, "error": None}
        self._mark(notification_ids, sent)

    def mark_failed(
        self, notification_ids: Sequence[int], *, error: str, next_attempt_at: datetime | None, now: datetime
    ) -> None:
        """The channel did not take them: to be tried again at `next_attempt_at`, or never (None: dead letters)."""
        status = "dead" if next_attempt_at is None else "pending"
        failed = {"status": status, "error": error, "next_attempt_at": next_attempt_at, "claimed_until": None}
        self._mark(notification_ids, failed)

    def revive_dead_letters(self, channel: str, now: datetime) -> int:
        """Dead letters of a channel are due again, with all their tries; how many."""
        mine = select(t.channel.c.id).where(t.channel.c.name == channel).scalar_subquery()
        dead = t.notification.c.channel_id == mine, t.notification.c.status == "dead"
        again = {"status": "pending", "attempts": 0, "next_attempt_at": now}
        with self.database.write() as connection:
            return connection.execute(update(t.notification).where(*dead).values(again)).rowcount

    def delivery_counts(self) -> dict[str, dict[str, int]]:
        """Channel → status → notifications."""
        counted = (
            select(t.channel.c.name, t.notification.c.status, func.count())
            .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
            .group_by(t.channel.c.name, t.notification.c.status)
        )
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        with self.database.read() as connection:
            for name, status, count in connection.execute(counted):
                counts[name][status] = count
        return dict(counts)

    def notifications(self, *, status: str | None = None, limit: int | None = None) -> list[dict[str, Any]]:
        """For screens, newest first: channel, status, attempts, error, sent_at and what each is about."""
        wanted = (
            select(
                t.channel.c.name.label("channel"),
                t.notification.c.status,
                t.notification.c.attempts,
                t.notification.c.error,
                t.notification.c.created_at,
                t.notification.c.sent_at,
                t.notification.c.next_attempt_at,
                t.notification.c.kind,
                func.coalesce(t.finding.c.code, t.incident.c.key, t.notification.c.kind).label("code"),
                func.coalesce(t.finding.c.subject, t.incident.c.key, t.notification.c.key).label("subject"),
            )
            .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
            .outerjoin(t.flip, t.flip.c.id == t.notification.c.flip_id)
            .outerjoin(t.finding, t.finding.c.id == t.flip.c.finding_id)
            .outerjoin(t.incident, t.incident.c.id == t.notification.c.incident_id)
            .order_by(t.notification.c.id.desc())
            .limit(limit)
        )
        if status is not None:
            wanted = wanted.where(t.notification.c.status == status)
        with self.database.read() as connection:
            return [dict(row) for row in connection.execute(wanted).mappings()]

    def _mark(self, notification_ids: Sequence[int], values: Mapping[str, Any]) -> None:
        with self.database.write() as connection:
            for part in chunks(notification_ids):
                # What was sent is never made unsent by a process whose lease had ended.
                mine = t.notification.c.id.in_(part), t.notification.c.status != "sent"
                connection.execute(update(t.notification).where(*mine).values(values))


def channel_record(row: RowMapping) -> ChannelRecord:
    return ChannelRecord(
        id=row["id"],
        name=row["name"],
        url=row["url"],
        lang=row["lang"],
        min_severity=row["min_severity"],
        enabled=row["enabled"],
        portals=row["portals"],
        codes=row["codes"],
        quiet=row["quiet"],
        digest=row["digest"],
        remind_days=row["remind_days"],
        created_at=row["created_at"],
    )


def _is_lost(now: datetime) -> Any:
    return and_(t.notification.c.status == "sending", t.notification.c.claimed_until < now)


def _due(now: datetime) -> Any:
    return and_(or_(t.notification.c.status == "pending", _is_lost(now)), t.notification.c.next_attempt_at <= now)


def _batches(connection: Connection, now: datetime, limit: int) -> list[tuple[int, Any]]:
    """(channel, which of its notifications) for each message that is due, the longest waiting first."""
    lost = case((_is_lost(now), t.notification.c.message))  # NULL for what is not
    due = (
        select(t.notification.c.channel_id, t.notification.c.thread, lost.label("lost"))
        .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
        .where(_due(now), t.channel.c.enabled)
        .group_by(t.notification.c.channel_id, t.notification.c.thread, lost)
        .order_by(func.min(t.notification.c.next_attempt_at), t.notification.c.channel_id, t.notification.c.thread)
        .limit(_THREADS_AT_ONCE)
    )
    again: dict[tuple[int, str], None] = {}
    threads: dict[int, list[str]] = defaultdict(list)
    for channel_id, thread, message in connection.execute(due):
        if message is None:
            threads[channel_id].append(thread)
        else:
            again[channel_id, message] = None
    batches: list[tuple[int, Any]] = [
        (channel_id, t.notification.c.message == message) for channel_id, message in again
    ]
    batches += [
        (channel_id, and_(t.notification.c.thread.in_(_next_message(some)), not_(_is_lost(now))))
        for channel_id, some in threads.items()
    ]
    return batches[:limit]


def _next_message(threads: list[str]) -> list[str]:
    """What a channel is told next, of what is due for it, the longest waiting first.

    >>> _next_message(["portal:1", "digest:2026-06-15"])
    ['portal:1']
    """
    portals = [thread for thread in threads if thread.startswith("portal:")]
    return portals if threads[0] in portals and len(portals) >= MANY_PORTALS else threads[:1]


def _claim(connection: Connection, now: datetime, channel_id: int, mine: Any, until: datetime) -> list[int]:
    """Claims what is still due of a batch; another process may have been faster."""
    claim = (
        update(t.notification)
        .where(_due(now), t.notification.c.channel_id == channel_id, mine)
        .values(status="sending", claimed_until=until, attempts=t.notification.c.attempts + 1)
        .returning(t.notification.c.id)
    )
    return list(connection.scalars(claim))


def _deliveries(connection: Connection, batches: list[list[int]]) -> list[Delivery]:
    rows: dict[int, Row[Any]] = {}
    for part in chunks([number for batch in batches for number in batch]):
        found = connection.execute(select(t.notification).where(t.notification.c.id.in_(part)))
        rows |= {row.id: row for row in found}
    flips: dict[int, FlipRecord] = {}
    for some in chunks(sorted({row.flip_id for row in rows.values() if row.flip_id is not None})):
        flips |= {flip.id: flip for flip in flip_records(connection, some)}
    incidents = incident_records(connection, sorted({row.incident_id for row in rows.values() if row.incident_id}))
    channels = {row["id"]: channel_record(row) for row in connection.execute(select(t.channel)).mappings()}
    made = []
    for batch in batches:
        mine = sorted((rows[number] for number in batch), key=lambda row: (row.flip_id or 0, row.id))
        made.append(_delivery(channels[mine[0].channel_id], mine, flips, incidents))
    return made


def _delivery(
    channel: ChannelRecord, rows: list[Row[Any]], flips: dict[int, FlipRecord], incidents: dict[int, IncidentRecord]
) -> Delivery:
    return Delivery(
        channel=channel,
        key=sha256(" ".join(row.key for row in rows).encode()).hexdigest()[:16],
        notices=tuple(
            Notice(
                id=row.id,
                kind=row.kind,
                created_at=row.created_at,
                flip=flips.get(row.flip_id),
                incident=incidents.get(row.incident_id),
                evidence=row.evidence or {},
            )
            for row in rows
        ),
        attempts=min(row.attempts for row in rows),  # so that news joining an old failure has all its tries
    )
