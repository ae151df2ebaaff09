"""The one spider: a portal from its home page on. Every address asked for ends in exactly one PageVisit."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from time import monotonic
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.answer import MOST_HOPS
from crawler.failures import TimeIsUp, classify
from crawler.frontier import Budget, Frontier
from crawler.guard import Guard
from crawler.hops import Hops
from crawler.middlewares import plain_headers
from crawler.packed import CUT_SHORT, TRUNCATED
from crawler.pool import ReaderPool
from crawler.records import Fetched, Reading, Unreadable
from crawler.settings import look_ahead
from crawler.state import Patrol, begin, find, now, only_patrol, open_store
from crawler.urls import canonical, percent_encoded
from crawler.verdicts import strays
from storage.errors import StoreError
from storage.records import KnownPage, Lead, Outcome, PageVisit
from storage.settings import Settings

log = logging.getLogger(__name__)

CRAWL_SHARE = 0.7  # of the patrol's time limit; the rest is for link checks and the end
_CONDITIONS = {b"If-None-Match", b"If-Modified-Since"}
MOST_TOTAL_BYTES = 200  # times the largest body: what one patrol may download


class PortalSpider(Spider):
    """`patrol` is handed over by crawler.patrol; with `scrapy crawl portal -a portal=…` the spider begins its own."""

    name = "portal"

    def __init__(self, patrol: Patrol | None = None, portal: str | None = None, progress: bool = False) -> None:
        super().__init__()
        self._own = ExitStack() if patrol is None else None
        self.patrol = patrol or self._begin(portal)
        self.shows_progress = progress
        self.known_pages: dict[str, KnownPage] = {}
        self._hops = Hops(Guard(self.patrol.settings.private_networks))
        self.deadline: float  # by the monotonic clock: nothing is asked for or read any more
        self.frontier: Frontier
        self._readers: ReaderPool
        self._end: asyncio.TimerHandle

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        patrol = spider.patrol
        budget = budget_of(patrol.settings)
        spider.deadline = monotonic() + budget.seconds
        spider.frontier = Frontier(patrol.portal.home_url, budget, patrol.run.visited)
        spider.known_pages = patrol.store.known_pages(patrol.portal.id)
        return spider

    def _begin(self, portal: str | None) -> Patrol:
        assert self._own is not None
        settings = Settings()
        store = self._own.enter_context(open_store(settings))
        record = find(store, portal or "")
        self._own.enter_context(only_patrol(settings, record))
        return begin(store, settings, record, "manual")

    def end_if_alone(self) -> None:
        """Close the run and the store, where nobody else will."""
        if self._own is not None:
            with self._own:
                end_of_crawl(self.patrol)

    def close_readers(self) -> None:
        if hasattr(self, "_readers"):
            self._end.cancel()
            self._readers.close()

    # ── what to ask for ──────────────────────────────────────────────────────

    async def start(self) -> AsyncIterator[Request]:
        self._readers = ReaderPool(self.patrol.settings.parse_processes, self.deadline)
        self._end = asyncio.get_running_loop().call_later(max(self.deadline - monotonic(), 0), self._time_is_up)
        self._fill_frontier()
        while (lead := await self.frontier.next()) is not None:
            yield self._request(lead)

    def _time_is_up(self) -> None:
        """What waits for its turn need not wait any longer: crawler.handler sends nothing now."""
        self.frontier.close("time_limit")
        assert self.crawler.engine is not None
        downloader = self.crawler.engine.downloader
        for slot in downloader.slots.values():
            slot.delay = 0
            if slot.latercall:
                slot.latercall.cancel()
                downloader._latercall(slot)

    def _fill_frontier(self) -> None:
        """The home page; after a crash also what the run had found."""
        self.frontier.add(Lead(self.patrol.portal.home_url, "home", 0))
        for lead in self.patrol.run.frontier:
            self.frontier.add(lead)

    def _request(self, lead: Lead) -> Request:
        return Request(
            lead.url,
            callback=self.answered,
            errback=self.unanswered,
            dont_filter=True,  # the frontier hands out every address once; redirects must not be dropped as seen
            meta={"lead": lead, "is_home": lead.hint == "home"},
        )

    # ── what came back ───────────────────────────────────────────────────────

    async def answered(self, response: Response) -> AsyncIterator[PageVisit]:
        lead: Lead = response.meta["lead"]
        try:
            visit = await self._visit(lead, response)
        except Exception as error:  # a bug of ours with one answer must not cost its visit
            log.exception("cannot take in %s", lead.url, extra={"action": "answer_lost", "url": lead.url})
            assert response.request is not None
            visit = self._record(lead, response.request, "failed", f"crawler:{type(error).__name__}", response)
        try:
            yield visit
        finally:
            self.frontier.done(len(response.body))

    def unanswered(self, failure: Failure) -> Iterator[PageVisit]:
        request: Request = failure.request  # type: ignore[attr-defined]
        lead: Lead = request.meta["lead"]
        assert failure.value is not None
        try:
            if not isinstance(failure.value, TimeIsUp):  # never asked for
                outcome, reason = classify(failure.value)
                yield self._record(lead, request, outcome, reason)
        finally:
            self.frontier.done()

    async def _visit(self, lead: Lead, response: Response) -> PageVisit:
        request = response.request
        assert request is not None
        if response.status == 304 and request.headers.keys() & _CONDITIONS:
            return self._record(lead, request, "not_modified", None, response)
        if 300 <= response.status < 400 and response.headers.get("Location"):
            return self._redirected(lead, request, response)
        reading = await self._readers.read(_fetched(lead, response))
        if isinstance(reading, Unreadable):
            outcome: Outcome = "ok" if 200 <= response.status < 300 else "http_error"
            return self._record(lead, request, outcome, f"unreadable:{reading.reason}", response, body=response.body)
        return self._understood(lead, request, response, reading)

    def _redirected(self, lead: Lead, request: Request, response: Response) -> PageVisit:
        """The hop is a visit, and where it leads is asked for in its own name."""
        location = percent_encoded(response.headers.get("Location") or b"")
        target = canonical(location, base=lead.url) or location
        reason = self._hops.why_not(lead, target)
        leads: tuple[Lead, ...] = ()
        if reason is None:
            leads = self._wait(replace(lead, url=target, hops=lead.hops + 1))
            if lead.hint != "home" and (why := strays(lead.url, target)):
                reason = f"soft_404:{why}"
        return self._record(lead, request, "redirect", reason, response, location=target, leads=leads)

    def _understood(self, lead: Lead, request: Request, response: Response, reading: Reading) -> PageVisit:
        if reading.refusal:
            outcome: Outcome = "blocked"
        else:
            outcome = "ok" if 200 <= response.status < 300 else "http_error"
        is_trap = outcome == "ok" and self._is_trap(lead.url, reading)
        reason = reading.refusal or reading.reason or (f"http_{response.status}" if outcome == "http_error" else None)
        if outcome == "ok" and reason is None:
            reason = "trap:same_page" if is_trap else reading.moved_to and self._hops.why_not(lead, reading.moved_to)
        if outcome == "ok" and reason is None and request.meta.get(CUT_SHORT):
            reason = TRUNCATED
        return self._record(
            lead,
            request,
            outcome,
            reason,
            response,
            kind=reading.kind,
            body=response.body,
            content=reading.content if outcome == "ok" else None,
            location=reading.moved_to,
            leads=self._wait(*reading.leads) if outcome == "ok" and not is_trap else (),
        )

    def _is_trap(self, url: str, reading: Reading) -> bool:
        """The page shows what many addresses have shown: what it links to are more of the same."""
        if reading.sketch is None or not reading.leads:
            return False
        return self.frontier.traps.is_known(reading.sketch, url, len(reading.leads))

    def _wait(self, *leads: Lead) -> tuple[Lead, ...]:
        """Put leads in line; those that were news are stored with the visit, for the case that we die."""
        waiting = (self.frontier.add(lead) for lead in leads if lead.hops <= MOST_HOPS)
        return tuple(lead for lead in waiting if lead is not None)

    def _record(
        self,
        lead: Lead,
        request: Request,
        outcome: Outcome,
        reason: str | None,
        response: Response | None = None,
        **more: Any,
    ) -> PageVisit:
        """The visit. Its kind is what the page showed itself to be, else what it was known as or promised to be."""
        kind = more.pop("kind", None) or self._promised_kind(lead)
        headers = plain_headers(response) if response is not None else {}
        return PageVisit(
            url=lead.url,
            kind="home" if lead.hint == "home" else kind,
            depth=lead.depth,
            at=now(),
            outcome=outcome,
            reason=reason,
            status=response.status if response is not None else None,
            attempts=request.meta.get("attempts", 1),
            elapsed_ms=request.meta.get("elapsed_ms"),
            content_type=headers.get("content-type"),
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            **more,
        )

    def _promised_kind(self, lead: Lead) -> str:
        known = self.known_pages.get(lead.url)
        if known is not None:
            return known.kind
        return {"entry": "article", "next": "other", "page": "other"}.get(lead.hint, lead.hint)


def budget_of(settings: Settings) -> Budget:
    return Budget(
        pages=settings.crawl_max_pages,
        depth=settings.crawl_max_depth,
        seconds=settings.crawl_time_limit * CRAWL_SHARE,
        bytes=settings.crawl_max_bytes * MOST_TOTAL_BYTES,
        window=look_ahead(settings),
    )


def is_whole(patrol: Patrol) -> bool:
    """The crawl came to its own end: a budget that is spent is a patrol that is done."""
    return patrol.crawl_ended in ("finished", "page_budget", "byte_budget", "time_limit")


def end_of_crawl(patrol: Patrol, crashed: str | None = None) -> None:
    """Close the run with the status that the crawl's end means."""
    if patrol.trouble or crashed:
        with suppress(StoreError):  # what cannot be written now stays 'running', and is taken up by the next patrol
            patrol.end("failed", patrol.trouble or crashed or "")
    else:
        patrol.end("done" if is_whole(patrol) else "interrupted", patrol.crawl_ended)


def _fetched(lead: Lead, response: Response) -> Fetched:
    return Fetched(lead, response.status, plain_headers(response), response.body)
