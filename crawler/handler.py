"""The one place where Scrapy opens connections: guarded, and timed from the first byte sent to the last received."""

from time import monotonic

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Request, Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.guard import Guard


class GuardedHandler(HTTP11DownloadHandler):
    """Raises AddressRefused for private addresses; leaves the time taken in `meta["elapsed_ms"]`."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._guard = Guard.parse(crawler.settings.get("GUARD_ALLOWED_NETWORKS", ""))

    async def download_request(self, request: Request) -> Response:
        host = urlparse_cached(request).hostname or ""
        self._guard.check_host(host)
        begun = monotonic()
        try:
            return await super().download_request(request)
        except CannotResolveHostError:
            self._raise_refusal(host)
            raise
        finally:
            request.meta["elapsed_ms"] = round((monotonic() - begun) * 1000)

    def _raise_refusal(self, host: str) -> None:
        from twisted.internet import reactor

        refusal = getattr(getattr(reactor, "nameResolver", None), "refused", {}).get(host)
        if refusal is not None:
            raise refusal
