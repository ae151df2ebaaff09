"""robots.txt, as RFC 9309 wants it: no file forbids nothing; a file that cannot be had forbids everything.

Except the home page, which is asked for all the same: else an outage of the whole portal would be recorded as a wish
not to be read.
"""

import asyncio
from urllib.parse import urljoin, urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser

from crawler.failures import RobotsForbidden, classify

MOST_REDIRECTS = 5  # RFC 9309, 2.3.1.2
MOST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB must be read
LONGEST_CRAWL_DELAY = 10.0  # seconds: more, and no patrol would ever see the whole portal

Rules = ProtegoRobotParser | str  # a string: why the file could not be had


class Robots:
    """Raises RobotsForbidden for what robots.txt forbids. Fetches the file once for each scheme, host and port."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["USER_AGENT"]
        self._rules: dict[str, asyncio.Future[Rules]] = {}
        crawler.signals.connect(self._cut, signals.bytes_received)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Robots":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta.get("is_robots_txt"):
            return
        rules = await self._rules_for(request.url)
        if isinstance(rules, str):
            if not request.meta.get("is_home"):
                raise RobotsForbidden(f"robots_unavailable:{rules}")
        elif not rules.allowed(request.url, self._agent):
            raise RobotsForbidden("robots")

    async def _rules_for(self, url: str) -> Rules:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.get_running_loop().create_future()
            self._rules[origin].set_result(await self._fetch(f"{origin}/robots.txt"))
        return await self._rules[origin]

    async def _fetch(self, address: str) -> Rules:
        for _ in range(1 + MOST_REDIRECTS):
            try:
                response = await self._ask(address)
            except Exception as error:  # noqa: BLE001  whatever it is, it is the reason why there are no rules
                outcome, reason = classify(error)
                return self._parsed(b"") if outcome in ("refused", "too_large") else reason
            location = (response.headers.get("Location") or b"").decode("latin-1")
            if not (300 <= response.status < 400 and location):
                return self._read(response)
            address = urljoin(address, location)
        return self._parsed(b"")  # RFC 9309: too many redirects, as if there were no file

    async def _ask(self, address: str) -> Response:
        if urlsplit(address).scheme not in ("http", "https"):
            raise IgnoreRequest(address)
        meta = {"is_robots_txt": True, "download_maxsize": 0, "autothrottle_dont_adjust_delay": True}
        request = Request(address, priority=1000, meta=meta, callback=NO_CALLBACK, dont_filter=True)
        assert self._crawler.engine is not None
        return await self._crawler.engine.download_async(request)

    def _cut(self, data: bytes, request: Request) -> None:
        """End the download of a file that is too long: its beginning holds (RFC 9309, 2.5)."""
        if request.meta.get("is_robots_txt"):
            request.meta["download_maxsize"] = MOST_BYTES  # from here on it bounds what the body unpacks to
            request.meta["received"] = request.meta.get("received", 0) + len(data)
            if request.meta["received"] > MOST_BYTES:
                raise StopDownload(fail=False)

    def _read(self, response: Response) -> Rules:
        if response.status == 200:
            body = response.body[:MOST_BYTES]
            return self._parsed(body if len(body) < MOST_BYTES else body[: body.rfind(b"\n") + 1])
        # 429 is a wish to be left alone for now, as a server error is; any other 4xx means: no file.
        return f"http_{response.status}" if response.status >= 500 or response.status == 429 else self._parsed(b"")

    def _parsed(self, body: bytes) -> ProtegoRobotParser:
        rules = ProtegoRobotParser(body, None)
        delay = rules.crawl_delay(self._agent)
        if delay:
            self._slow_down(min(float(delay), LONGEST_CRAWL_DELAY))
        return rules

    def _slow_down(self, seconds: float) -> None:
        """Crawl-delay holds for everything that is asked for from now on."""
        assert self._crawler.engine is not None
        downloader = self._crawler.engine.downloader
        downloader._delay = max(downloader._delay, seconds)
        for slot in downloader.slots.values():
            slot.delay = max(slot.delay, seconds)
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = max(throttle.mindelay, seconds)
