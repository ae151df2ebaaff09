"""Mutes, reminders and digests: who does not want to be told, or only now and then."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select

from storage import tables as t
from storage.alerts_news import notify
from storage.base import StorePart
from storage.records import MuteRecord, Telling


class AlertMutes(StorePart):
    def add_mute(
        self,
        kind: str,
        *,
        portals: str,
        codes: str,
        starts_at: datetime,
        until: datetime | None,
        why: str,
        subject: str = "",
        hours: str = "",
    ) -> int:
        """What the words mean: MuteRecord. Returns its number."""
        row = {
            "kind": kind,
            "portals": portals,
            "codes": codes,
            "subject": subject,
            "hours": hours,
            "starts_at": starts_at,
            "until": until,
            "why": why,
        }
        with self.database.write() as connection:
            return int(connection.execute(insert(t.mute).values(row).returning(t.mute.c.id)).scalar_one())

    def mutes(self, now: datetime) -> list[MuteRecord]:
        """Those in force and those to come."""
        wanted = select(t.mute).where(or_(t.mute.c.until.is_(None), t.mute.c.until > now)).order_by(t.mute.c.id)
        with self.database.read() as connection:
            return [MuteRecord(**row) for row in connection.execute(wanted).mappings()]

    def remove_mute(self, number: int) -> bool:
        """False if there is none of that number."""
        with self.database.write() as connection:
            return connection.execute(delete(t.mute).where(t.mute.c.id == number)).rowcount > 0

    def was_told(self, channel_id: int, key: str) -> bool:
        """Whether a notification of that key was made for the channel."""
        found = select(t.notification.c.id).where(
            t.notification.c.channel_id == channel_id, t.notification.c.key == key
        )
        with self.database.read() as connection:
            return connection.execute(found.limit(1)).first() is not None

    def record_telling(self, telling: Telling, key: str, now: datetime) -> None:
        """Makes the notification of a digest or a reminder; one of the same key is there once."""
        with self.database.write() as connection:
            notify(self.database, connection, [telling], {"key": key, "thread": key}, now)

    def flip_counts(self, portal_ids: Sequence[int], since: datetime, until: datetime) -> dict[tuple[str, str], int]:
        """(code, kind) → flips noticed in that time on those portals."""
        counted = (
            select(t.finding.c.code, t.flip.c.kind, func.count())
            .join(t.finding, t.finding.c.id == t.flip.c.finding_id)
            .where(t.flip.c.noticed_at > since, t.flip.c.noticed_at <= until, t.finding.c.portal_id.in_(portal_ids))
            .group_by(t.finding.c.code, t.flip.c.kind)
        )
        with self.database.read() as connection:
            return {(code, kind): count for code, kind, count in connection.execute(counted)}
