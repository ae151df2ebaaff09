"""Between the frontier and the portal: conditional requests, retry with back-off, cookies within bounds."""

import asyncio
import random
from http.cookiejar import Cookie
from math import inf
from time import monotonic
from typing import Any

from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import cookies
from scrapy.downloadermiddlewares.cookies import CookiesMiddleware
from scrapy.http import Request, Response
from tldextract import TLDExtract

from crawler.answer import retry_after
from crawler.failures import classify, is_transient
from crawler.rough import rough_text
from crawler.settings import ATTEMPTS, LONGEST_WAIT
from parsers.blocked import refusal
from storage.records import KnownPage

# Worth another try: the portal may be busy. 521 is not among them: it is a wall's answer, which nothing moves.
_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504, 520, 522, 523, 524))
# Pages whose links lead on are always asked for in full; a 304 would say nothing about where to go next.
_CONDITIONAL_KINDS = frozenset(("article", "report", "attachment"))
_MOST_COOKIES = 50
_LONGEST_COOKIE = 4096  # bytes of name and value, as browsers have it
_WALL = 200_000  # bytes of a busy answer that are looked at for a wall's marks
STOPS_WITHIN = 0.5  # seconds from SIGTERM until a waiting request gives up
# Scrapy's would download the list of public suffixes from the net, past the guard; the one that is shipped will do.
cookies._split_domain = TLDExtract(suffix_list_urls=(), include_psl_private_domains=True)


class Conditional:
    """Sends what the last visit was told (ETag, Last-Modified), so that an unchanged page costs a header."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Conditional":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        known: dict[str, KnownPage] = getattr(self._crawler.spider, "known_pages", {})
        page = known.get(request.url)
        if page is None or page.kind not in _CONDITIONAL_KINDS:
            return
        if page.etag:
            request.headers.setdefault("If-None-Match", page.etag)
        if page.last_modified:
            request.headers.setdefault("If-Modified-Since", page.last_modified)


class BackOff:
    """Asks again, later and later, after an answer or a failure that may pass; `meta["attempts"]` counts.

    The waiting request keeps its place among those under way, so that a portal in trouble gets fewer requests.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._base = max(2 * crawler.settings.getfloat("DOWNLOAD_DELAY"), 0.1)  # seconds

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BackOff":
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status not in _BUSY or _is_wall(response):
            return response
        asked_to_wait = retry_after(plain_headers(response).get("retry-after", ""))
        return await self._again(request, asked_to_wait) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        outcome, reason = classify(exception)
        if outcome != "failed" or not is_transient(reason):
            return None
        return await self._again(request, None)

    async def _again(self, request: Request, asked_to_wait: float | None) -> Request | None:
        """The same request once more, after the wait; None where that makes no sense."""
        attempts = request.meta.get("attempts", 1)
        if attempts >= ATTEMPTS or (asked_to_wait or 0) > LONGEST_WAIT or self._is_stopping():
            return None
        backed_off = self._base * 2 ** (attempts - 1) * random.uniform(0.75, 1.25)  # noqa: S311  spreads load, hides nothing
        await self._pause(min(asked_to_wait or backed_off, LONGEST_WAIT))
        if self._is_stopping():  # asked to stop meanwhile: the answer in hand is the visit
            return None
        again = request.copy()
        again.meta["attempts"] = attempts + 1
        return again

    async def _pause(self, seconds: float) -> None:
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0 and not self._is_stopping():
            await asyncio.sleep(min(left, STOPS_WITHIN))

    def _is_stopping(self) -> bool:
        """Whether nothing shall be asked again: we were told to end, or the patrol's time is over."""
        return not self._crawler.crawling or monotonic() >= getattr(self._crawler.spider, "deadline", inf)


class BoundedCookies(CookiesMiddleware):
    """Scrapy's cookies, forgotten when a portal sets more than a browser would keep for it."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        result = super().process_response(request, response)
        jar = self.jars[request.meta.get("cookiejar")]
        if len(jar) > _MOST_COOKIES or any(_is_long(cookie) for cookie in jar):
            jar.clear()
        return result


def _is_long(cookie: Cookie) -> bool:
    return len(cookie.name) + len(cookie.value or "") > _LONGEST_COOKIE


def _is_wall(response: Response) -> bool:
    """A refusal of programs, which trying again does not move; 429 is a wish to wait, and is granted."""
    if response.status == 429:
        return False
    return refusal(response.status, plain_headers(response), rough_text(response.body[:_WALL])) is not None


def plain_headers(response: Response) -> dict[str, str]:
    """Header names in lower case to their values, several joined with commas."""
    return {
        name.decode("latin-1").lower(): ", ".join(value.decode("latin-1") for value in values)
        for name, values in response.headers.items()
    }
