"""The outbox of alerts: flips become notifications, notifications are claimed, sent, and marked."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, and_, delete, func, or_, select, update

from storage import tables as t
from storage.base import StorePart, chunks
from storage.engine import Database
from storage.errors import StoreError
from storage.findings import flip_records, severity_rank
from storage.records import ChannelRecord, Delivery, FlipRecord, Severity

_OPENINGS = ("opened", "reopened", "worsened")


class Outbox(StorePart):
    def add_channel(self, name: str, url: str, *, lang: str, min_severity: Severity, now: datetime) -> ChannelRecord:
        """A new place for alerts. StoreError if the name is taken."""
        row = {
            "name": name,
            "url": url,
            "lang": lang,
            "min_severity": min_severity,
            "enabled": True,
            "created_at": now,
        }
        new = self.database.insert(t.channel).values(row).on_conflict_do_nothing(index_elements=["name"])
        with self.database.write() as connection:
            made = connection.execute(new.returning(t.channel)).mappings().first()
            if made is None:
                raise StoreError(f"a channel named {name!r} exists; remove it first, or take another name")
            return _channel_record(made)

    def channels(self) -> list[ChannelRecord]:
        with self.database.read() as connection:
            rows = connection.execute(select(t.channel).order_by(t.channel.c.id)).mappings()
            return [_channel_record(row) for row in rows]

    def remove_channel(self, name: str) -> bool:
        """Removes a channel and what was to be sent there; False if there is none of that name."""
        with self.database.write() as connection:
            return connection.execute(delete(t.channel).where(t.channel.c.name == name)).rowcount > 0

    def route_flips(self, now: datetime) -> int:
        """Makes notifications of flips that have none yet; returns how many.

        A flip goes to every enabled channel that wants its severity; a closing only to those that were told of the
        opening. A flip that no channel wants is routed all the same: a channel added later is not sent the past.
        """
        with self.database.write() as connection:
            fresh = update(t.flip).where(t.flip.c.routed_at.is_(None)).values(routed_at=now).returning(t.flip)
            flips = sorted(connection.execute(fresh).all(), key=lambda flip: int(flip.id))
            channels = connection.execute(select(t.channel).where(t.channel.c.enabled)).all()
            made = 0
            for flip in flips:  # in their order: an opening in this batch counts for its closing
                wanted = [channel.id for channel in channels if _wants(connection, channel, flip)]
                made += len(wanted)
                _notify(self.database, connection, flip.id, wanted, now)
            return made

    def claim_deliveries(self, now: datetime, *, lease_seconds: float = 120.0, limit: int = 20) -> list[Delivery]:
        """Takes what is due to be sent, at most `limit` messages: one per channel and portal, with all its flips.

        What a dead process had claimed is taken over when its lease has ended. A claim is a try: `attempts` counts it.
        """
        with self.database.write() as connection:
            due = _due(now)
            groups = connection.execute(_groups(due, limit)).all()
            claimed: list[int] = []
            for group in groups:
                claimed += _claim(connection, due, group, now + timedelta(seconds=lease_seconds))
            return _deliveries(connection, claimed)

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

    def notifications(self) -> list[dict[str, Any]]:
        """For screens, newest first: channel, status, attempts, error, sent_at and what each is about."""
        wanted = (
            select(
                t.channel.c.name.label("channel"),
                t.notification.c.status,
                t.notification.c.attempts,
                t.notification.c.error,
                t.notification.c.sent_at,
                t.notification.c.next_attempt_at,
                t.flip.c.kind,
                t.finding.c.code,
                t.finding.c.subject,
            )
            .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
            .join(t.flip, t.flip.c.id == t.notification.c.flip_id)
            .join(t.finding, t.finding.c.id == t.flip.c.finding_id)
            .order_by(t.notification.c.id.desc())
        )
        with self.database.read() as connection:
            return [dict(row) for row in connection.execute(wanted).mappings()]

    def _mark(self, notification_ids: Sequence[int], values: Mapping[str, Any]) -> None:
        with self.database.write() as connection:
            for part in chunks(notification_ids):
                # What was sent is never made unsent by a process whose lease had ended.
                mine = t.notification.c.id.in_(part), t.notification.c.status != "sent"
                connection.execute(update(t.notification).where(*mine).values(values))


def _channel_record(row: RowMapping) -> ChannelRecord:
    return ChannelRecord(row["id"], row["name"], row["url"], row["lang"], row["min_severity"], row["enabled"])


def _wants(connection: Connection, channel: Row[Any], flip: Row[Any]) -> bool:
    if flip.kind != "closed":
        return severity_rank(flip.severity) >= severity_rank(channel.min_severity)
    told = (
        select(t.notification.c.id)
        .join(t.flip, t.flip.c.id == t.notification.c.flip_id)
        .where(
            t.notification.c.channel_id == channel.id,
            t.notification.c.status != "dead",
            t.flip.c.finding_id == flip.finding_id,
            t.flip.c.kind.in_(_OPENINGS),
            t.flip.c.id < flip.id,
        )
    )
    return connection.execute(told.limit(1)).first() is not None


def _notify(database: Database, connection: Connection, flip_id: int, channel_ids: list[int], now: datetime) -> None:
    rows = [
        {"flip_id": flip_id, "channel_id": channel_id, "status": "pending", "attempts": 0, "next_attempt_at": now}
        for channel_id in channel_ids
    ]
    if rows:
        connection.execute(database.insert(t.notification).on_conflict_do_nothing(), rows)


def _due(now: datetime) -> Any:
    lost = and_(t.notification.c.status == "sending", t.notification.c.claimed_until < now)
    return and_(or_(t.notification.c.status == "pending", lost), t.notification.c.next_attempt_at <= now)


def _groups(due: Any, limit: int) -> Any:
    """(channel_id, portal_id) with something due, the longest waiting first."""
    return (
        select(t.notification.c.channel_id, t.finding.c.portal_id)
        .join(t.flip, t.flip.c.id == t.notification.c.flip_id)
        .join(t.finding, t.finding.c.id == t.flip.c.finding_id)
        .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
        .where(due, t.channel.c.enabled)
        .group_by(t.notification.c.channel_id, t.finding.c.portal_id)
        .order_by(func.min(t.notification.c.next_attempt_at), t.notification.c.channel_id, t.finding.c.portal_id)
        .limit(limit)
    )


def _claim(connection: Connection, due: Any, group: Row[Any], until: datetime) -> list[int]:
    """Claims what is still due of a group; another process may have been faster."""
    flips = (
        select(t.flip.c.id)
        .join(t.finding, t.finding.c.id == t.flip.c.finding_id)
        .where(t.finding.c.portal_id == group.portal_id)
    )
    claim = (
        update(t.notification)
        .where(due, t.notification.c.channel_id == group.channel_id, t.notification.c.flip_id.in_(flips))
        .values(status="sending", claimed_until=until, attempts=t.notification.c.attempts + 1)
        .returning(t.notification.c.id)
    )
    return list(connection.scalars(claim))


def _deliveries(connection: Connection, notification_ids: list[int]) -> list[Delivery]:
    rows: list[Row[Any]] = []
    flips: dict[int, FlipRecord] = {}
    for part in chunks(notification_ids):
        rows += connection.execute(select(t.notification).where(t.notification.c.id.in_(part))).all()
    for some in chunks(sorted({row.flip_id for row in rows})):
        flips |= {flip.id: flip for flip in flip_records(connection, some)}
    channels = {row["id"]: _channel_record(row) for row in connection.execute(select(t.channel)).mappings()}

    def group(row: Row[Any]) -> tuple[int, str]:
        return row.channel_id, flips[row.flip_id].finding.portal_url

    rows.sort(key=lambda row: (*group(row), row.flip_id))
    return [_delivery(channels[key[0]], list(part), flips) for key, part in groupby(rows, key=group)]


def _delivery(channel: ChannelRecord, rows: list[Row[Any]], flips: dict[int, FlipRecord]) -> Delivery:
    return Delivery(
        channel=channel,
        notification_ids=tuple(row.id for row in rows),
        flips=tuple(flips[row.flip_id] for row in rows),
        attempts=min(row.attempts for row in rows),  # so that news joining an old failure has all its tries
    )
