"""Checks addresses outside Scrapy: each gets one verdict (alive, dead, unknown) and never an exception."""

import asyncio
import logging
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urljoin, urlsplit

from crawler.client import MOST_HOPS, Answer, Client, retry_after, trouble
from crawler.settings import ATTEMPTS, LONGEST_WAIT
from crawler.urls import hop, is_document, is_media, site_of
from crawler.verdicts import Found, judge
from parsers.soft404 import similarity
from storage.records import LinkChecked
from storage.settings import Settings

log = logging.getLogger(__name__)

MOST_BYTES = 131_072  # of a page are enough to tell an apology from a page
AT_ONCE = 2000  # addresses taken in hand; most of them wait for their host
REMEMBERED = 10_000  # verdicts kept for addresses that are asked about again
ALIKE = 0.8  # parsers.soft404.similarity: the same page with another address in it


async def check_links(urls: Iterable[str], settings: Settings, *, polite: bool = True) -> AsyncIterator[LinkChecked]:
    """A verdict about each address, as they come. Takes from `urls` no more than it has in hand."""
    waiting = iter(urls)
    done: asyncio.Queue[LinkChecked | None] = asyncio.Queue()
    async with Client(settings) as client:
        engine = _Engine(settings, polite, client)

        async def work() -> None:
            for url in waiting:
                done.put_nowait(await engine.check(url))

        crew = asyncio.gather(*(work() for _ in range(AT_ONCE)))
        crew.add_done_callback(lambda _: done.put_nowait(None))
        try:
            while (checked := await done.get()) is not None:
                yield checked
            crew.result()
        finally:
            crew.cancel()
            await asyncio.gather(crew, return_exceptions=True)


class _Host:
    """One host's politeness: so many requests at once, so long between two."""

    def __init__(self, settings: Settings, polite: bool) -> None:
        self._gate = asyncio.Semaphore(settings.crawl_concurrency if polite else 256)
        self._delay = settings.crawl_delay if polite else 0.0
        self._next = 0.0
        self.apology: asyncio.Future[str | None] | None = None  # sketch of its page for what does not exist

    async def __aenter__(self) -> None:
        await self._gate.acquire()
        at = max(monotonic(), self._next)
        self._next = at + self._delay
        if self._delay:
            await asyncio.sleep(at - monotonic())

    async def __aexit__(self, *_: object) -> None:
        self._gate.release()


class _Engine:
    def __init__(self, settings: Settings, polite: bool, client: Client) -> None:
        self.settings, self.polite, self.client = settings, polite, client
        self._hosts: dict[str, _Host] = {}
        self._known: OrderedDict[str, asyncio.Future[LinkChecked]] = OrderedDict()

    async def check(self, url: str) -> LinkChecked:
        """The verdict; an address asked about a second time gets the first one's without another request."""
        target = url.partition("#")[0]
        known = self._known.get(target)
        if known is None:
            known = self._known[target] = asyncio.ensure_future(self._check(target))
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return replace(await known, url=url)

    async def _check(self, url: str) -> LinkChecked:
        attempt, wait = 0, 0.0
        while True:
            attempt += 1
            look = _Look(self, url)
            found = await look.take()
            wait = self._back_off(attempt) if look.asked_to_wait is None else look.asked_to_wait
            if not found.passing or attempt == ATTEMPTS or wait > LONGEST_WAIT:
                break
            await asyncio.sleep(wait)
        return LinkChecked(
            url, found.verdict, found.reason, found.status, found.final_url, attempt, look.elapsed_ms, datetime.now(UTC)
        )

    def _back_off(self, attempt: int) -> float:
        base = max(2 * self.settings.crawl_delay, 0.1) if self.polite else 0.1  # seconds
        return min(base * 2.0 ** (attempt - 1), LONGEST_WAIT)

    def host(self, url: str) -> _Host:
        netloc = urlsplit(url).netloc
        if netloc not in self._hosts:
            self._hosts[netloc] = _Host(self.settings, self.polite)
        return self._hosts[netloc]

    async def apology(self, url: str) -> str | None:
        """A sketch of what the address's host shows, with status 200, for an address that cannot exist."""
        host = self.host(url)
        if host.apology is None:
            host.apology = asyncio.ensure_future(_Look(self, urljoin(url, f"/{secrets.token_hex(12)}.html")).sketch())
        return await host.apology


class _Look:
    """One try at one address. `asked_to_wait`: seconds that the host wants before the next."""

    def __init__(self, engine: _Engine, url: str) -> None:
        self._engine, self._url = engine, url
        self.elapsed_ms = 0  # of the last request
        self.asked_to_wait: float | None = None

    async def take(self) -> Found:
        try:
            found, last = await self._follow()
            return found if found.sketch is None else await self._compared(found, last)
        except Exception as error:  # whatever one address does, the others get their verdicts
            why = trouble(error)
            if why is None:
                log.exception("cannot check %s", self._url, extra={"action": "link_check_failed", "url": self._url})
                return Found("unknown", f"crawler:{type(error).__name__}")
            reason, passing = why
            is_unsure = reason == "tls_obsolete" or reason.startswith("private_address")
            return Found("unknown" if is_unsure else "dead", reason, passing=passing)

    async def sketch(self) -> str | None:
        try:
            return (await self._follow())[0].sketch
        except Exception as error:
            if trouble(error) is None:
                raise
            return None

    async def _follow(self) -> tuple[Found, str]:
        """The verdict at the end of the redirects, those of the page itself included, and the last address."""
        parts = urlsplit(self._url)
        if parts.scheme and not parts.netloc and parts.scheme not in ("http", "https"):
            return Found("unknown", "scheme"), self._url  # mailto:, javascript:, tel:
        start = at = hop(self._url)
        seen = set[str]()
        while at not in seen:
            if len(seen) > MOST_HOPS:
                return Found("dead", "too_many_redirects", final_url=at), at
            seen.add(at)
            answer = await self._answer(at)
            if answer.leads_to is not None:
                at = answer.leads_to
                continue
            self.asked_to_wait = retry_after(answer.headers.get("retry-after", ""))
            found = judge(start, answer)
            if found.moved_to is None or site_of(found.moved_to) != site_of(at):
                return found, at
            at = hop(found.moved_to)
        return Found("dead", "redirect_loop", final_url=at), at

    async def _compared(self, found: Found, last: str) -> Found:
        """Dead, where the page is the one that its host shows for an address that cannot exist."""
        apology = await self._engine.apology(last)
        if apology and found.sketch and similarity(apology, found.sketch) >= ALIKE:
            return replace(found, verdict="dead", reason="soft_404:same_as_missing")
        return found

    async def _answer(self, url: str) -> Answer:
        """Of a file the head is enough, where the server's answer to HEAD is clear; many do not know HEAD, or lie."""
        if is_document(url) or is_media(url):
            head = await self._head(url)
            if head is not None and _is_clear(head):
                return head
        return await self._ask(url, "GET")

    async def _head(self, url: str) -> Answer | None:
        try:
            return await self._ask(url, "HEAD")
        except Exception as error:
            if trouble(error) is None:
                raise
            return None

    async def _ask(self, url: str, method: str) -> Answer:
        async with self._engine.host(url):
            begun = monotonic()
            try:
                return await self._engine.client.ask(url, MOST_BYTES, method)
            finally:
                self.elapsed_ms = round((monotonic() - begun) * 1000)


def _is_clear(head: Answer) -> bool:
    """The file is there, and is no page in disguise."""
    kind = head.headers.get("content-type", "")
    return head.status == 200 and bool(kind) and "html" not in kind and head.headers.get("content-length") != "0"
