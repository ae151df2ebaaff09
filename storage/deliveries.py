"""Notifications on their way: claimed as messages, sent, and marked.

What was claimed as one message once stays this message, with its members, its key and its text, until it is sent: nobody
can know whether a try that broke off had reached its receiver. What is new goes into the next message.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, and_, func, or_, select, update

from storage import tables as t
from storage.alerts_incidents import incident_records
from storage.base import StorePart, chunks
from storage.findings import flip_records
from storage.outbox import channel_record
from storage.records import ChannelRecord, Delivery, FlipRecord, IncidentRecord, Notice

# From so many portals on, what is due for a channel at once is one message with counts and a list.
MANY_PORTALS = 5
_MESSAGES_LOOKED_AT = 1000  # of all that are due; a flood is told in several messages


class Deliveries(StorePart):
    def claim_deliveries(self, now: datetime, *, lease_seconds: float = 120.0, limit: int = 20) -> list[Delivery]:
        """Takes what is due to be sent, at most `limit` messages: one per channel, the longest waiting, so that a process
        that dies doubles or delays no more than what it was sending.

        From MANY_PORTALS portals on, all that is new for a channel about portals is one message. A message of a process
        that died is due when its lease has ended. A claim is a try: `attempts` counts it.
        """
        with self.database.read() as connection:  # nothing is due most of the time, and a write would lock the others
            if not _next_messages(connection, now, 1):
                return []
        with self.database.write() as connection:
            until, claimed = now + timedelta(seconds=lease_seconds), []
            for channel_id, mine in _next_messages(connection, now, limit):
                if ids := _claim(connection, now, channel_id, mine, until):
                    claimed.append(ids)
            return _deliveries(connection, claimed)

    def begin_sending(self, delivery: Delivery, *, text: Mapping[str, str], until: datetime) -> bool:
        """To be called right before a message leaves: the lease lasts from now on `until`, and the message keeps this
        text at every later try. False if the claim has been lost to another process, which sends it instead.
        """
        first = [delivery.notices[0].id]
        with self.database.write() as connection:
            is_mine = _mark(connection, delivery.notification_ids, {"claimed_until": until}, *_still(delivery))
            if is_mine and delivery.text is None:
                _mark(connection, first, {"text": dict(text)})
            return is_mine

    def mark_sent(self, delivery: Delivery, now: datetime) -> None:
        """The channel took it, whoever may have claimed it since."""
        sent = {"status": "sent", "sent_at": now, "error": None, "text": None}
        with self.database.write() as connection:
            _mark(connection, delivery.notification_ids, {**sent, "claimed_until": None, "next_attempt_at": None})

    def mark_failed(self, delivery: Delivery, *, error: str, next_attempt_at: datetime | None) -> None:
        """The channel did not take it: to be tried again at `next_attempt_at`, or never (None: dead letters).

        Changes nothing if the claim has been lost to another process.
        """
        status = "dead" if next_attempt_at is None else "pending"
        failed = {"status": status, "error": error, "next_attempt_at": next_attempt_at, "claimed_until": None}
        with self.database.write() as connection:
            _mark(connection, delivery.notification_ids, failed, *_still(delivery))

    def revive_dead_letters(self, channel: str, now: datetime) -> int:
        """Dead letters of a channel are due again, with all their tries; how many."""
        mine = select(t.channel.c.id).where(t.channel.c.name == channel).scalar_subquery()
        dead = t.notification.c.channel_id == mine, t.notification.c.status == "dead"
        again = {"status": "pending", "attempts": 0, "next_attempt_at": now}
        with self.database.write() as connection:
            return connection.execute(update(t.notification).where(*dead).values(again)).rowcount


def _mark(connection: Connection, notification_ids: Sequence[int], values: Mapping[str, Any], *only: Any) -> bool:
    """Whether any was changed; what was sent never is."""
    changed = 0
    for part in chunks(notification_ids):
        mine = t.notification.c.id.in_(part), t.notification.c.status != "sent"
        changed += connection.execute(update(t.notification).where(*mine, *only).values(values)).rowcount
    return changed > 0


def _still(delivery: Delivery) -> tuple[Any, ...]:
    """The claim stands: each one is another try."""
    return t.notification.c.status == "sending", t.notification.c.attempts == delivery.attempts


def _due(now: datetime) -> Any:
    left_behind = and_(t.notification.c.status == "sending", t.notification.c.claimed_until < now)
    return and_(or_(t.notification.c.status == "pending", left_behind), t.notification.c.next_attempt_at <= now)


def _next_messages(connection: Connection, now: datetime, limit: int) -> list[tuple[int, Any]]:
    """(channel, which of its notifications) of the message that each channel is told next, the longest waiting first."""
    is_new = t.notification.c.message.is_(None)
    due = (
        select(t.notification.c.channel_id, t.notification.c.thread, t.notification.c.message)
        .join(t.channel, t.channel.c.id == t.notification.c.channel_id)
        .where(_due(now), t.channel.c.enabled)
        .group_by(t.notification.c.channel_id, t.notification.c.thread, t.notification.c.message)
        .order_by(func.min(t.notification.c.next_attempt_at), is_new, t.notification.c.channel_id)
        .order_by(t.notification.c.thread)
        .limit(_MESSAGES_LOOKED_AT)
    )
    waiting: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for channel_id, thread, message in connection.execute(due):
        waiting[channel_id].append((thread, message))
    return [(channel_id, _next_message(some)) for channel_id, some in waiting.items()][:limit]


def _next_message(waiting: list[tuple[str, str | None]]) -> Any:
    """Which notifications are next, of (thread, message) in a channel, the longest waiting first."""
    _, message = waiting[0]
    if message is not None:
        return t.notification.c.message == message
    threads = _together([thread for thread, message in waiting if message is None])
    return and_(t.notification.c.message.is_(None), t.notification.c.thread.in_(threads))


def _together(threads: list[str]) -> list[str]:
    """What goes into one new message, of what is new for a channel, the longest waiting first.

    >>> _together(["portal:1", "digest:2026-06-15"])
    ['portal:1']
    """
    portals = [thread for thread in threads if thread.startswith("portal:")]
    return portals if threads[0] in portals and len(portals) >= MANY_PORTALS else threads[:1]


def _claim(connection: Connection, now: datetime, channel_id: int, mine: Any, until: datetime) -> list[int]:
    """Claims what is still due of a message, which gets its key with the first claim; another process may have been
    faster. `next_attempt_at` becomes one for all: a message is due as a whole."""
    claim = (
        update(t.notification)
        .where(_due(now), t.notification.c.channel_id == channel_id, mine)
        .values(
            status="sending",
            claimed_until=until,
            next_attempt_at=now,
            attempts=t.notification.c.attempts + 1,
            message=func.coalesce(t.notification.c.message, uuid4().hex),
        )
        .returning(t.notification.c.id)
    )
    return list(connection.scalars(claim))


def _deliveries(connection: Connection, claimed: list[list[int]]) -> list[Delivery]:
    rows: dict[int, Row[Any]] = {}
    for part in chunks([number for batch in claimed for number in batch]):
        found = connection.execute(select(t.notification).where(t.notification.c.id.in_(part)))
        rows |= {row.id: row for row in found}
    flips: dict[int, FlipRecord] = {}
    for some in chunks(sorted({row.flip_id for row in rows.values() if row.flip_id is not None})):
        flips |= {flip.id: flip for flip in flip_records(connection, some)}
    incidents = incident_records(connection, sorted({row.incident_id for row in rows.values() if row.incident_id}))
    channels = {row["id"]: channel_record(row) for row in connection.execute(select(t.channel)).mappings()}
    made = []
    for batch in claimed:
        mine = sorted((rows[number] for number in batch), key=lambda row: (row.flip_id or 0, row.id))
        made.append(_delivery(channels[mine[0].channel_id], mine, flips, incidents))
    return made


def _delivery(
    channel: ChannelRecord, rows: list[Row[Any]], flips: dict[int, FlipRecord], incidents: dict[int, IncidentRecord]
) -> Delivery:
    return Delivery(
        channel=channel,
        key=rows[0].message,
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
        attempts=rows[0].attempts,
        text=next((row.text for row in rows if row.text), None),
    )
