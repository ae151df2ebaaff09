"""When patrols are due: the date on each portal, and the timetables that it comes from."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Text, cast, delete, func, literal, select, update

from storage import tables as t
from storage.base import StorePart, chunks
from storage.portals import portal_record
from storage.records import PortalRecord, Timetable

EVERYBODY = "all"
LIVES = 3  # how often a run is taken up again; a portal that kills every crawler must not be tried for ever


class Timetables(StorePart):
    def due_patrols(self, now: datetime, limit: int = 50) -> list[PortalRecord]:
        """Portals whose patrol is due, the longest overdue first."""
        due = (
            select(t.portal)
            .where(t.portal.c.removed_at.is_(None), t.portal.c.next_patrol_at <= now)
            .order_by(t.portal.c.next_patrol_at, t.portal.c.id)
            .limit(limit)
        )
        with self.database.read() as connection:
            return [portal_record(row) for row in connection.execute(due).mappings()]

    def schedule_patrol(self, portal_id: int, at: datetime) -> None:
        with self.database.write() as connection:
            connection.execute(update(t.portal).where(t.portal.c.id == portal_id).values(next_patrol_at=at))

    def move_patrol(self, portal_id: int, was: datetime | None, to: datetime) -> bool:
        """Moves the next patrol on where it is still as we read it; False if another process was there first."""
        mine = t.portal.c.id == portal_id, t.portal.c.removed_at.is_(None), t.portal.c.next_patrol_at == was
        with self.database.write() as connection:
            return connection.execute(update(t.portal).where(*mine).values(next_patrol_at=to)).rowcount > 0

    def timetables(self) -> dict[str, Timetable]:
        """Whose (portal:7, group:…, all) → timetable."""
        with self.database.read() as connection:
            return {row.name: _timetable(row) for row in connection.execute(select(t.timetable))}

    def timetable_of(self, portal: PortalRecord) -> Timetable:
        """The portal's own, else its group's, else everybody's, else one that leaves it to the setting."""
        wanted = select(t.timetable).where(t.timetable.c.name.in_(_names(portal)))
        with self.database.read() as connection:
            return effective(portal, {row.name: _timetable(row) for row in connection.execute(wanted)})

    def set_timetable(self, name: str, timetable: Timetable | None) -> None:
        """None: it has none of its own any more."""
        with self.database.write() as connection:
            connection.execute(delete(t.timetable).where(t.timetable.c.name == name))
            if timetable is not None:
                row = {
                    "name": name,
                    "cron": timetable.cron,
                    "every_seconds": timetable.every,
                    "jitter_seconds": timetable.jitter,
                    "quiet": timetable.quiet,
                    "skip_holidays": timetable.skip_holidays,
                }
                connection.execute(t.timetable.insert().values(row))

    def set_group(self, portal_ids: Sequence[int], group: str | None) -> None:
        with self.database.write() as connection:
            for part in chunks(portal_ids):
                connection.execute(update(t.portal).where(t.portal.c.id.in_(part)).values(group_name=group))

    def take_up_lost(self, now: datetime, silent: timedelta) -> tuple[list[int], list[int]]:
        """What became of patrols whose process died without a word: (portals due again now, runs closed as failed).

        A run is lost when nobody holds its portal's lease and its heart has not beaten for `silent`. It is taken up
        where it was, a few times; then it has failed, for judge to see.
        """
        lease = t.lease.c.name == literal("portal:") + cast(t.run.c.portal_id, Text)
        lost = (
            select(t.run.c.id, t.run.c.portal_id, t.run.c.resumed)
            .join(t.portal, t.portal.c.id == t.run.c.portal_id)
            .outerjoin(t.lease, lease & (t.lease.c.until > now))
            .where(t.run.c.status == "running", t.run.c.heartbeat_at < now - silent, t.lease.c.name.is_(None))
            .where(t.portal.c.removed_at.is_(None), func.coalesce(t.portal.c.next_patrol_at, now + silent) > now)
        )
        with self.database.read() as connection:  # nearly always there is none: no lock is taken for that
            if connection.execute(lost.limit(1)).first() is None:
                return [], []
        again, failed = [], []
        with self.database.write() as connection:
            for run in connection.execute(lost).all():
                if run.resumed >= LIVES:
                    failed.append(run.id)
                    continue
                again.append(run.portal_id)
                connection.execute(update(t.portal).where(t.portal.c.id == run.portal_id).values(next_patrol_at=now))
        return again, failed


def effective(portal: PortalRecord, timetables: Mapping[str, Timetable]) -> Timetable:
    """The most particular of the timetables."""
    return next((timetables[name] for name in _names(portal) if name in timetables), Timetable())


def _names(portal: PortalRecord) -> tuple[str, ...]:
    return f"portal:{portal.id}", f"group:{portal.group}", EVERYBODY


def _timetable(row: Row[Any]) -> Timetable:
    return Timetable(row.cron, row.every_seconds, row.jitter_seconds, row.quiet, row.skip_holidays)
