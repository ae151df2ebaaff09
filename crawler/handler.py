"""The one place where Scrapy opens connections: guarded, bounded, and timed from the first byte sent to the last received."""

from contextlib import suppress
from time import monotonic
from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Request, Response
from scrapy.utils.httpobj import urlparse_cached
from twisted.web.http_headers import InvalidHeaderName

from crawler.failures import BadHead, RequestRefused, TimeIsUp
from crawler.guard import AddressRefused, Guard

MOST_HEADER_LINES = 1000  # of one answer, 1xx answers before it included; browsers take some hundreds
LONGEST_HEADER = 65_536  # bytes
LAST_REQUEST = 1.0  # seconds that a request sent at the very end gets


class GuardedHandler(HTTP11DownloadHandler):
    """Raises RequestRefused for private addresses, TimeIsUp when the patrol's time is over; leaves the time taken in
    `meta["elapsed_ms"]`."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._guard = Guard.parse(crawler.settings.get("GUARD_ALLOWED_NETWORKS", ""))
        self._timeout = crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
        self._pool._factory = _BoundedFactory

    async def download_request(self, request: Request) -> Response:
        host = urlparse_cached(request).hostname or ""
        self._check(host)
        request.meta["download_timeout"] = self._seconds()
        begun = monotonic()
        try:
            return await super().download_request(request)
        except CannotResolveHostError:
            self._raise_refusal(host)
            raise
        finally:
            request.meta["elapsed_ms"] = round((monotonic() - begun) * 1000)

    def _check(self, host: str) -> None:
        try:
            self._guard.check_host(host)
        except AddressRefused as refusal:
            raise RequestRefused(refusal.address) from refusal

    def _seconds(self) -> float:
        """What a request may take now: the setting, or what is left of the patrol's time."""
        deadline = getattr(self._crawler.spider, "deadline", None)
        if deadline is None:
            return self._timeout
        left: float = deadline - monotonic()
        if left <= 0:
            raise TimeIsUp
        return min(self._timeout, max(left, LAST_REQUEST))

    def _raise_refusal(self, host: str) -> None:
        from twisted.internet import reactor

        refusal = getattr(getattr(reactor, "nameResolver", None), "refused", {}).get(host)
        if refusal is not None:
            raise RequestRefused(refusal.address) from refusal


class _BoundedParser(_LenientHTTPClientParser):
    """Bounds the number of headers, of which Twisted bounds only the length, and names what is wrong with them."""

    MAX_LENGTH = LONGEST_HEADER  # default 16,384
    lines = 0  # of this answer so far

    def lineReceived(self, line: bytes) -> None:
        self.lines += 1
        if self.lines > MOST_HEADER_LINES:
            raise BadHead("too many headers")
        try:
            super().lineReceived(line)
        except ValueError as error:  # a length that is none, two that differ
            raise BadHead(str(error)) from error

    def lineLengthExceeded(self, line: bytes) -> Any:
        raise BadHead("too long a header")

    def headerReceived(self, name: bytes, value: bytes) -> None:
        with suppress(InvalidHeaderName):  # browsers leave it out, too
            super().headerReceived(name, value)  # type: ignore[no-untyped-call]


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        answer = super().request(request)
        assert self._parser is not None
        self._parser.__class__ = _BoundedParser
        return answer


class _BoundedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> Any:
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
