"""The one place that hands visits to storage."""

import logging

from scrapy.crawler import Crawler

from crawler.spiders.portal import PortalSpider
from storage.errors import StoreError
from storage.records import PageVisit

log = logging.getLogger(__name__)


class StoreVisits:
    """One visit, one transaction. A database that cannot be written ends the patrol: nothing would be kept of it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "StoreVisits":
        return cls(crawler)

    def process_item(self, item: PageVisit) -> PageVisit:
        spider = self._crawler.spider
        assert isinstance(spider, PortalSpider)
        patrol = spider.patrol
        if patrol.trouble is None:
            try:
                patrol.store.record_visit(patrol.run.run_id, patrol.portal.id, item)
            except StoreError as error:
                patrol.trouble = str(error)
                spider.frontier.close("store_failed")
            else:
                patrol.tally.count(item)
        return item
