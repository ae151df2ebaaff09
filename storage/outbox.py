"""The outbox of alerts: channels, and what became of each notification, for screens. Its deliveries: deliveries.py."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, func, select

from storage import tables as t
from storage.base import StorePart
from storage.errors import StoreError
from storage.records import ChannelRecord, Severity


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
