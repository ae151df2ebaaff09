"""Timed looks at home pages."""

from datetime import datetime, timedelta

from sqlalchemy import case, func, insert, select, tuple_, update

from storage import tables as t
from storage.base import StorePart, chunks
from storage.records import ProbeFact, ProbeShare
from storage.text import text_hash

PROBE_DAYS = 7  # the standard's week
# Nobody was there to see whether it opens: the portal declines programs, we may not look, or our own line was down.
SAYS_NOTHING = ("blocked", "robots", "refused")
_BACK_AGAIN = 2  # looks in a row that open end an outage (xuncha.rules.outage): judge must see each


class Probes(StorePart):
    def homes_to_probe(self) -> dict[int, str]:
        """Portal → home page, of those under watch. A portal whose robots.txt keeps us out is not looked at."""
        watched = select(t.portal.c.id, t.portal.c.home_url).where(t.portal.c.removed_at.is_(None))
        with self.database.read() as connection:
            homes = {row.id: row.home_url for row in connection.execute(watched)}
            hashes = {(number, text_hash(url)) for number, url in homes.items()}
            for part in chunks(hashes, 300):
                for number in connection.scalars(_KEPT_OUT.where(_PAGE_KEY.in_(part))):
                    del homes[number]
        return homes

    def record_probe(self, portal_id: int, probe: ProbeFact) -> None:
        """Keeps one look. What did not open, or has just opened again, makes the portal due for judgement."""
        row = {
            "portal_id": portal_id,
            "at": probe.at,
            "opened": probe.opened,
            "outcome": probe.outcome,
            "reason": probe.reason,
            "status": probe.status,
            "elapsed_ms": probe.elapsed_ms,
            "again": probe.again,
        }
        before = select(t.probe.c.opened).where(t.probe.c.portal_id == portal_id).order_by(t.probe.c.at.desc())
        with self.database.write() as connection:
            opened_before = list(connection.scalars(before.limit(_BACK_AGAIN)))
            connection.execute(insert(t.probe).values(row))
            if not probe.opened or not all(opened_before):
                later = t.portal.c.judge_due_at.is_(None) | (t.portal.c.judge_due_at > probe.at)
                due = update(t.portal).where(t.portal.c.id == portal_id, t.portal.c.removed_at.is_(None), later)
                connection.execute(due.values(judge_due_at=probe.at))

    def probe_shares(self, now: datetime) -> dict[int, ProbeShare]:
        """Portal → its looks of the last seven days that say something, and how many of them did not open."""
        failed = func.sum(case((t.probe.c.opened, 0), else_=1))
        week = (
            select(t.probe.c.portal_id, func.count(), failed)
            .where(t.probe.c.at > now - timedelta(days=PROBE_DAYS), t.probe.c.at <= now)
            .where(t.probe.c.outcome.not_in(SAYS_NOTHING), func.coalesce(t.probe.c.reason, "") != "own_line")
            .where(t.probe.c.opened | func.coalesce(t.probe.c.reason, "").not_like("tls%"), t.probe.c.again.is_(False))
            .group_by(t.probe.c.portal_id)
        )
        with self.database.read() as connection:
            return {portal_id: ProbeShare(looks, failed) for portal_id, looks, failed in connection.execute(week)}


_NEWEST = (
    select(t.visit.c.outcome)
    .where(t.visit.c.page_id == t.page.c.id)
    .order_by(t.visit.c.at.desc(), t.visit.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_PAGE_KEY = tuple_(t.page.c.portal_id, t.page.c.url_hash)
_KEPT_OUT = select(t.page.c.portal_id).where(_NEWEST == "robots")
