"""Patrols of made-up portals: the crawler's own frontier and reading, storage and judge; only the network is left out."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from benchmarks.bench_portals_model import Answer, Portal
from crawler.answer import MOST_HOPS
from crawler.frontier import Budget, Frontier
from crawler.reading import read
from crawler.records import Fetched, Reading
from crawler.urls import canonical, site_of
from crawler.verdicts import strays
from storage.records import Condition, Lead, LinkChecked, Outcome, PageVisit, PortalRecord, ProbeFact, Verdict
from storage.store import Store
from xuncha.judge import judge_portal
from xuncha.rules import sentence

_BUDGET = Budget(pages=2000, depth=8, seconds=600, bytes=1 << 30, window=1)
_NOON = time(4)  # UTC; noon in China
_PATROL_STATUS = {True: ("done", "finished"), False: ("failed", "crawler:KeyError")}


def noon(day: date) -> datetime:
    return datetime.combine(day, _NOON, UTC)


class Watch:
    """One store; portals are patrolled and judged on the days that they name."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._readings: dict[tuple[Lead, bytes, int], Reading] = {}
        self.pages_read = 0

    def follow(self, portal: Portal, heard: Callable[[date, list[Condition], Verdict], None]) -> None:
        """Patrol and judge on every day of the portal, in order."""
        record = self.store.add_portal(
            portal.home_url, name=portal.site_name, now=noon(portal.moments[0]), organ=portal.organ
        )
        for day in sorted({*portal.moments, *portal.judged}):
            if day in portal.moments:
                asyncio.run(self._patrol(record, portal, day))
                self._probe(record, portal, day)
            judged = judge_portal(self.store, record.id, noon(day) + timedelta(hours=1), record=True)
            heard(day, list(judged.conditions), judged.verdict)

    async def _patrol(self, record: PortalRecord, portal: Portal, day: date) -> None:
        run = self.store.start_run(record.id, trigger="manual", now=noon(day))
        self._site = portal.site(day)
        frontier = Frontier(portal.home_url, _BUDGET)
        frontier.add(Lead(portal.home_url, "home", 0))
        at, visits = noon(day), 0
        while (lead := await frontier.next()) is not None:
            at, visits = at + timedelta(milliseconds=500), visits + 1
            visit = self._visit(lead, portal, at)
            kept = tuple(one for one in (frontier.add(lead) for lead in visit.leads if lead.hops <= MOST_HOPS) if one)
            self.store.record_visit(run.run_id, record.id, replace(visit, leads=kept))
            frontier.done()
        waiting = self.store.unchecked_targets(run.run_id, record.id, 100_000)
        self.store.record_link_checks(run.run_id, [self._checked(url, portal, at) for url in waiting])
        status, reason = _PATROL_STATUS[portal.patrol_fails != day]
        self.store.end_run(run.run_id, status=status, reason=reason, stats={"visits": visits}, now=at)

    def _visit(self, lead: Lead, portal: Portal, at: datetime) -> PageVisit:
        answer = self._answer(lead.url)
        kind = "home" if lead.hint == "home" else "other"
        if answer.status == 0:  # no answer at all; the reason stands in its body
            return PageVisit(lead.url, kind, lead.depth, at, "failed", answer.body)
        if location := answer.headers.get("location"):
            target = canonical(location, base=lead.url) or location
            why = strays(lead.url, target) if lead.hint != "home" else None
            leads = (replace(lead, url=target, hops=lead.hops + 1),)
            reason = f"soft_404:{why}" if why else None
            return PageVisit(lead.url, kind, lead.depth, at, "redirect", reason, answer.status, target, leads=leads)
        encoding = (answer.encoding or portal.style.encoding).replace("gb2312", "gb18030")
        body = answer.body.encode(encoding, "xmlcharrefreplace")
        reading = self._read(lead, answer, body)
        outcome: Outcome = "blocked" if reading.refusal else "ok" if answer.status < 300 else "http_error"
        reason = reading.refusal or reading.reason or (f"http_{answer.status}" if outcome == "http_error" else None)
        return PageVisit(
            lead.url,
            "home" if lead.hint == "home" else reading.kind,
            lead.depth,
            at,
            outcome,
            reason,
            answer.status,
            reading.moved_to,
            content_type=answer.headers.get("content-type"),
            body=body,
            content=reading.content if outcome == "ok" else None,
            leads=reading.leads if outcome == "ok" else (),
        )

    def _answer(self, url: str) -> Answer:
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return self._site.get(path) or Answer("<html><head><title>404</title></head><body>Not Found</body></html>", 404)

    def _read(self, lead: Lead, answer: Answer, body: bytes) -> Reading:
        """The crawler's reading; the same bytes of the same address are read once."""
        key = (lead, body, answer.status)
        if key not in self._readings:
            headers = {"content-type": "text/html", **answer.headers}
            self._readings[key] = read(Fetched(lead, answer.status, headers, body))
            self.pages_read += 1
        return self._readings[key]

    def _checked(self, url: str, portal: Portal, at: datetime) -> LinkChecked:
        """What a link engine would say of a target that no patrol visits."""
        reason = portal.dead.get(url)
        if reason is None and site_of(url) == site_of(portal.home_url):
            path = urlsplit(url).path
            reason = portal.dead.get(path)
        if reason is None:
            return LinkChecked(url, "alive", None, 200, None, 1, 30, at)
        verdict = "unknown" if reason.startswith("blocked") else "dead"
        status = int(reason[5:]) if reason.startswith("http_") else None
        return LinkChecked(url, verdict, reason, status, None, 2, 30, at)  # type: ignore[arg-type]

    def _probe(self, record: PortalRecord, portal: Portal, day: date) -> None:
        if portal.probes is None or day != portal.moments[-1]:
            return
        many, failed = portal.probes
        for number in range(many):
            at = noon(day) - timedelta(days=7) * (number / many)
            opened = number >= failed
            self.store.record_probe(
                record.id, ProbeFact(at, opened, "ok" if opened else "failed", None if opened else "timeout", 120)
            )


def sentences(conditions: list[Condition]) -> list[str]:
    """Each finding in both languages, as an official reads it."""
    return [
        f"{one.code} [{one.severity}] {sentence(one.code, one.subject, one.evidence, one.since, 'zh')}\n"
        f"    {sentence(one.code, one.subject, one.evidence, one.since, 'en')}"
        for one in conditions
    ]
