"""What Scrapy does by itself: `python -m benchmarks.bare_spider URL CONCURRENCY` follows every link, keeps nothing.

Prints one line of JSON: pages, seconds, peak memory in MB.
"""

import json
import resource
import sys
from collections.abc import Iterator
from time import monotonic
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response
from scrapy.linkextractors import LinkExtractor


class BareSpider(Spider):
    name = "bare"

    def __init__(self, url: str) -> None:
        super().__init__()
        self.start_urls = [url]
        self.pages = set[str]()  # it asks for its start page a second time when it meets a link to it
        self._links = LinkExtractor()
        self._begun = monotonic()

    def parse(self, response: Response, **_: Any) -> Iterator[Request]:
        self.pages.add(response.url)
        for link in self._links.extract_links(response):
            yield Request(link.url)

    def closed(self, reason: str) -> None:
        seconds = monotonic() - self._begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"pages": len(self.pages), "seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    process = CrawlerProcess(
        {
            "LOG_LEVEL": "ERROR",
            "CONCURRENT_REQUESTS_PER_DOMAIN": int(sys.argv[2]),
            "TELNETCONSOLE_ENABLED": False,
            "REMOTE_CONTROL_ENABLED": False,
        }
    )
    process.crawl(BareSpider, url=sys.argv[1])
    process.start()
