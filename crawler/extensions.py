"""The patrol's clock: a sign of life in the database, progress for whoever started it, and the figures at the end."""

import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

from crawler.parent import end_now
from crawler.settings import QUIET_LOGGERS
from crawler.spiders.portal import PortalSpider
from crawler.state import Patrol, now, peak_memory_mb
from storage.errors import StoreError

log = logging.getLogger(__name__)

HEARTBEAT = 5.0  # seconds; a run without one for minutes has lost its process
PROGRESS = 0.5  # seconds


class PatrolClock:
    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._loops: list[AsyncioLoopingCall | LoopingCall] = []
        for name in QUIET_LOGGERS:  # here, for Scrapy sets up its loggers anew when the process begins
            logging.getLogger(name).setLevel(logging.CRITICAL)
        # Scrapy holds receivers weakly: bound methods of an extension live as long as the crawler, lambdas would not.
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PatrolClock":
        return cls(crawler)

    @property
    def spider(self) -> PortalSpider:
        assert isinstance(self._crawler.spider, PortalSpider)
        return self._crawler.spider

    def spider_opened(self, spider: Spider) -> None:
        self._every(HEARTBEAT, self.beat)
        if self.spider.shows_progress:
            self._every(PROGRESS, self.show)

    def spider_closed(self, spider: Spider, reason: str) -> None:
        for loop in self._loops:
            loop.stop()
        portal, patrol = self.spider, self.spider.patrol
        portal.close_readers()
        patrol.crawl_ended = portal.frontier.ended_because or reason
        patrol.stats = patrol.tally.stats() | {
            "frontier_left": portal.frontier.left,
            "resumed": patrol.run.resumed,
            "visited_before": len(patrol.run.visited),
            "crawl_ended": patrol.crawl_ended,
            "traps": portal.frontier.traps.told(),
            "leads_dropped": portal.frontier.dropped,
            "peak_memory_mb": peak_memory_mb(patrol.settings.parse_processes),
        }
        if portal.shows_progress:
            self.show()
        portal.end_if_alone()

    def beat(self) -> None:
        send_heartbeat(self.spider.patrol)

    def show(self) -> None:
        spider = self.spider
        print_event("progress", visited=visited(spider.patrol), queued=spider.frontier.left)

    def _every(self, seconds: float, step: Callable[[], None]) -> None:
        loop = create_looping_call(step)
        loop.start(seconds, now=True)
        self._loops.append(loop)


def visited(patrol: Patrol) -> int:
    """Addresses of this run that have a visit, those before a crash included."""
    return patrol.tally.visits + len(patrol.run.visited)


def send_heartbeat(patrol: Patrol) -> None:
    """Ends this process where the run is another's by now: our parent was away for so long that its lease ran out."""
    try:
        is_ours = patrol.store.heartbeat(patrol.run.run_id, now(), patrol.run.life)
    except StoreError:  # the next visit will meet the same trouble and end the patrol
        return
    if not is_ours:
        log.error("the run was taken over; this patrol ends", extra={"action": "run_taken_over"})
        end_now()


def print_event(event: str, **fields: object) -> None:
    """One line of JSON for the parent; a parent that has gone away is no reason to stop."""
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps({"event": event, **fields}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
