"""Checks addresses outside Scrapy: each gets one verdict (alive, dead, unknown) and never an exception."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from crawler.client import Client
from crawler.link_hosts import GIVEN_UP_AFTER, Host
from crawler.link_look import Look, Visitor
from crawler.settings import ATTEMPTS, LONGEST_WAIT
from crawler.urls import place_of
from crawler.verdicts import Found
from storage.records import LinkChecked
from storage.settings import Settings

IN_HAND = 100_000  # addresses taken and not yet answered for: a list may name one host after the other
AT_A_TIME = 256  # taken before the work goes on
MOST_HOSTS = 20_000  # remembered; then those that nobody waits for are forgotten
REMEMBERED = 50_000  # verdicts kept for addresses that are asked about again
RESOLVERS = 64  # threads that look up names: a dead name must not keep the others waiting
_UNREACHED = frozenset(("timeout", "dns", "refused", "unreachable"))


async def check_links(urls: Iterable[str], settings: Settings, *, polite: bool = True) -> AsyncIterator[LinkChecked]:
    """A verdict about each address, as they come. Takes from `urls` no more than it has in hand."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(RESOLVERS))
    async with Client(settings) as client:
        engine = _Engine(settings, polite, client)
        feeding = asyncio.create_task(engine.take_all(urls))
        try:
            while (checked := await engine.done.get()) is not None:
                yield checked
                engine.release()
            await feeding
        finally:
            await engine.stop(feeding)


@dataclass(slots=True)
class _Target:
    """What is known of a target while it is in hand. `asked_as`: the spellings that differ in their fragments only."""

    asked_as: list[str] = field(default_factory=list)
    attempts: int = 0


class _Engine:
    """Queues targets by host, so that one slow host keeps nobody waiting but itself."""

    def __init__(self, settings: Settings, polite: bool, client: Client) -> None:
        self.done: asyncio.Queue[LinkChecked | None] = asyncio.Queue()
        self._settings, self._polite = settings, polite
        self._visitor = Visitor(client, self._host, settings.user_agent, polite)
        self._hosts: dict[str, Host] = {}
        self._in_hand: dict[str, _Target] = {}
        self._known: OrderedDict[str, LinkChecked] = OrderedDict()
        self._room = asyncio.Semaphore(IN_HAND)
        self._crew = set[asyncio.Task[None]]()
        self._is_fed = False

    async def take_all(self, urls: Iterable[str]) -> None:
        try:
            for number, url in enumerate(urls):
                await self._room.acquire()
                self._take(url)
                if number % AT_A_TIME == 0:
                    await asyncio.sleep(0)
        finally:
            self._is_fed = True
            self._end_if_done()

    def release(self) -> None:
        """Somebody has taken a verdict: there is room for one address more."""
        self._room.release()

    async def stop(self, feeding: "asyncio.Task[None]") -> None:
        for task in (feeding, *self._crew):
            task.cancel()
        await asyncio.gather(feeding, *self._crew, return_exceptions=True)

    def _take(self, url: str) -> None:
        target = url.partition("#")[0]
        if target in self._known:
            self.done.put_nowait(replace(self._known[target], url=url))
        elif target in self._in_hand:
            self._in_hand[target].asked_as.append(url)
        else:
            self._in_hand[target] = _Target([url])
            self._queue(target)

    def _queue(self, target: str) -> None:
        host = self._host(target)
        host.waiting.append(target)
        if host.workers < host.most:
            host.workers += 1
            task = asyncio.create_task(self._work(host))
            self._crew.add(task)
            task.add_done_callback(self._crew.discard)

    def _host(self, url: str) -> Host:
        place = place_of(url)
        if place not in self._hosts:
            if len(self._hosts) >= MOST_HOSTS:
                self._hosts = {name: host for name, host in self._hosts.items() if host.is_busy}
            self._hosts[place] = Host(self._settings, self._polite)
        return self._hosts[place]

    async def _work(self, host: Host) -> None:
        try:
            while host.waiting:
                await self._try(host.waiting.popleft(), host)
        finally:
            host.workers -= 1

    async def _try(self, target: str, host: Host) -> None:
        """One attempt; the next one takes its place in the queue after the wait."""
        state = self._in_hand[target]
        state.attempts += 1
        look = Look(self._visitor, target, is_first=state.attempts == 1)
        found = await look.take()
        wait = self._back_off(state.attempts) if look.asked_to_wait is None else look.asked_to_wait
        most = 1 if host.lost >= GIVEN_UP_AFTER else ATTEMPTS
        if found.passing and state.attempts < most and wait <= LONGEST_WAIT:
            asyncio.get_running_loop().call_later(wait, self._queue, target)
            return
        host.lost = host.lost + 1 if found.reason in _UNREACHED else 0
        self._finish(target, found, look.elapsed_ms)

    def _finish(self, target: str, found: Found, elapsed_ms: int) -> None:
        state = self._in_hand.pop(target)
        now = datetime.now(UTC)
        checked = LinkChecked(
            target, found.verdict, found.reason, found.status, found.final_url, state.attempts, elapsed_ms, now
        )
        self._known[target] = checked
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        for url in state.asked_as:
            self.done.put_nowait(checked if url == target else replace(checked, url=url))
        self._end_if_done()

    def _end_if_done(self) -> None:
        if self._is_fed and not self._in_hand:
            self.done.put_nowait(None)

    def _back_off(self, attempt: int) -> float:
        base = max(2 * self._settings.crawl_delay, 0.1) if self._polite else 0.1  # seconds
        return min(base * 2.0 ** (attempt - 1), LONGEST_WAIT)
