"""The one place that hands visits to storage."""

import asyncio
import logging
from time import monotonic

from scrapy.crawler import Crawler

from crawler.spiders.portal import PortalSpider
from crawler.state import Patrol
from storage.errors import StoreBusy, StoreError
from storage.records import PageVisit

log = logging.getLogger(__name__)


PATIENCE = 120.0  # seconds that a locked or restarting database is waited for; nothing is asked for meanwhile
_PAUSE = 0.5  # seconds between two tries


class StoreVisits:
    """One visit, one transaction. A database that cannot be written ends the patrol: nothing would be kept of it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "StoreVisits":
        return cls(crawler)

    async def process_item(self, item: PageVisit) -> PageVisit:
        spider = self._crawler.spider
        assert isinstance(spider, PortalSpider)
        patrol = spider.patrol
        if patrol.trouble is None:
            try:
                await self._store(patrol, item)
            except StoreError as error:
                patrol.trouble = str(error)
                spider.frontier.close("store_failed")
            else:
                patrol.tally.count(item)
        return item

    async def _store(self, patrol: Patrol, visit: PageVisit) -> None:
        """Write the visit down, as soon as the database lets us. One that was written after all is not doubled."""
        until = monotonic() + PATIENCE
        while True:
            try:
                patrol.store.record_visit(patrol.run.run_id, patrol.portal.id, visit)
            except StoreBusy:
                if monotonic() > until or not self._crawler.crawling:
                    raise
                await asyncio.sleep(_PAUSE)
            else:
                return
