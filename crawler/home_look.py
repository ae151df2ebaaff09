"""One timed look at a home page, as a visitor has it: redirects followed, cookies kept, 15 seconds for all together."""

import asyncio
import logging
from collections import OrderedDict
from time import monotonic
from urllib.parse import urlsplit

import aiohttp

from crawler.answer import MOST_HOPS
from crawler.client import Client, trouble
from crawler.state import now
from crawler.urls import hop
from crawler.verdicts import Found, judge
from storage.records import Outcome, ProbeFact
from storage.settings import Settings

log = logging.getLogger(__name__)

LIMIT = 15.0  # seconds: 超过15秒网站仍打不开
MOST_BYTES = 1_000_000  # of a home page
DECLINED = frozenset((401, 403, 407, 412, 429, 451, 521))  # the portal answers, but not programs like us
OWN_LINE = "own_line"  # reason: other home pages did not open either
_NETWORK = frozenset(("dns", "timeout", "unreachable", "refused", "reset"))
_REMEMBERED = 8  # home pages that opened last
_WITNESSES = 2  # of them asked before our own line is blamed
_BELIEVED_FOR = 30.0  # seconds that their word counts


class HomeLooks:
    """Looks that spare each host and know our own line: `look(url)` never raises for any portal."""

    def __init__(self, settings: Settings) -> None:
        # A look is a visitor's: its time is the standard's, whatever the crawler's is set to.
        self._settings = settings.model_copy(update={"crawl_timeout": LIMIT})
        self._hosts: dict[str, asyncio.Lock] = {}
        self._opened: OrderedDict[str, str] = OrderedDict()  # host → home page, the last one last
        self._line_is_up_until = self._line_is_down_until = 0.0

    async def look(self, url: str) -> ProbeFact:
        """What a visitor sees now. A failure that our own line may be to blame for says so (`own_line`)."""
        probe = await self._spared(url)
        host = urlsplit(url).netloc
        if probe.opened:
            self._opened[host] = url
            self._opened.move_to_end(host)
            if len(self._opened) > _REMEMBERED:
                self._opened.popitem(last=False)
        elif probe.reason in _NETWORK and not await self._line_is_up(host):
            return ProbeFact(probe.at, False, probe.outcome, OWN_LINE, probe.elapsed_ms)
        return probe

    async def _line_is_up(self, but: str) -> bool:
        """Whether a home page on another host opens; True where there is none that did."""
        witnesses = [url for host, url in self._opened.items() if host != but][-_WITNESSES:]
        if not witnesses or monotonic() < self._line_is_up_until:
            return True
        if monotonic() < self._line_is_down_until:
            return False
        for url in reversed(witnesses):
            witness = await self._spared(url)
            if witness.reason not in _NETWORK:
                self._line_is_up_until = monotonic() + _BELIEVED_FOR
                return True
        self._line_is_down_until = monotonic() + _BELIEVED_FOR
        log.warning("our own line seems to be down", extra={"action": "own_line_down"})
        return False

    async def _spared(self, url: str) -> ProbeFact:
        """One look at a host at a time, and a pause after it."""
        host = self._hosts.setdefault(urlsplit(url).netloc, asyncio.Lock())
        async with host:
            probe = await look_once(url, self._settings)
            await asyncio.sleep(self._settings.crawl_delay)
        return probe


async def look_once(url: str, settings: Settings, limit: float = LIMIT) -> ProbeFact:
    """A new visitor's look, with nothing known from earlier ones."""
    at, begun = now(), monotonic()

    def fact(opened: bool, outcome: Outcome, reason: str | None, status: int | None = None) -> ProbeFact:
        return ProbeFact(at, opened, outcome, reason, round((monotonic() - begun) * 1000), status)

    try:
        async with asyncio.timeout(limit), Client(settings, aiohttp.CookieJar(unsafe=True)) as client:
            found = await _open(client, url)
    except Exception as error:
        why = trouble(error)
        if why is None:
            log.exception("cannot look at %s", url, extra={"action": "probe_failed", "url": url})
            return fact(False, "refused", f"crawler:{type(error).__name__}")  # our own trouble says nothing
        return fact(False, "refused" if why[0].startswith("private_address") else "failed", why[0])
    if found.verdict == "alive":
        return fact(True, "ok", found.reason, found.status)  # tls:expired and the like: behind a browser's warning
    if found.verdict == "unknown" or found.status in DECLINED:
        return fact(False, "blocked", found.reason, found.status)
    return fact(False, "http_error" if found.status else "failed", found.reason, found.status)


async def _open(client: Client, url: str) -> Found:
    """The page at the end of the redirects, those of the page itself included."""
    start = at = hop(url)
    for _ in range(MOST_HOPS + 1):
        answer = await client.ask(at, MOST_BYTES)
        if answer.leads_to is not None:
            at = answer.leads_to
            continue
        found = judge(start, answer)
        if found.moved_to is None or found.moved_to == at:
            return found
        at = hop(found.moved_to)
    return Found("dead", "too_many_redirects")
