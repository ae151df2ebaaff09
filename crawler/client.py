"""The HTTP client beside Scrapy, for single addresses: each request passes the guard, each body has a limit."""

import asyncio
import socket
import ssl
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractCookieJar, AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from crawler import lenient
from crawler.answer import Answer
from crawler.guard import AddressRefused, Guard, literal_address
from crawler.tls import TlsFault, TrustingContext, browser_context, certificate_fault, legacy_context
from crawler.urls import BadAddress
from storage.settings import Settings

CONNECTIONS = 256  # at once, over all hosts
_HEAD_LINE = 65_536  # bytes of one header line; browsers take 256 KB in all, and portals set such cookies
_HEAD_LINES = 1000
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
}
_MOST_HOSTS = 100_000  # whose address or certificate was looked at already


class Client:
    """Asks for one address at a time and follows nothing by itself. Use as an async context.

    `cookies`: a jar that keeps what servers set; without one nothing is kept.
    """

    def __init__(self, settings: Settings, cookies: AbstractCookieJar | None = None) -> None:
        self._guard = Guard(settings.private_networks)
        self._gate = asyncio.Semaphore(CONNECTIONS)
        self._resolver = _GuardedResolver(self._guard)
        connector = aiohttp.TCPConnector(
            resolver=self._resolver, limit=CONNECTIONS, ttl_dns_cache=300, dns_cache_max_size=10_000
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=settings.crawl_timeout),
            headers={"User-Agent": settings.user_agent, **_HEADERS},
            cookie_jar=cookies if cookies is not None else aiohttp.DummyCookieJar(),
            max_line_size=_HEAD_LINE,
            max_field_size=_HEAD_LINE,
            max_headers=_HEAD_LINES,
        )
        self._passed = set[str]()  # hosts whose spelling hides no private address
        self._faults: dict[str, TlsFault] = {}  # by host and port

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def ask(self, url: str, most_bytes: int, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer, its body cut at so many bytes after decompression. Raises what `trouble` can name.

        The address goes out byte for byte: GBK and Big5 percent-encodings mean something to the server.
        """
        target = _parsed(url)
        self._admit(target.raw_host or "")
        async with self._gate:  # the time limit must not run while we wait for our turn
            if target.scheme == "http":
                return await self._request(url, target, True, most_bytes, headers)
            return await self._secure(url, target, most_bytes, headers)

    def _admit(self, host: str) -> None:
        if host in self._passed:
            return
        self._guard.check_host(host)
        if len(self._passed) < _MOST_HOSTS:
            self._passed.add(host)

    async def _secure(self, url: str, target: URL, most_bytes: int, headers: Mapping[str, str] | None) -> Answer:
        """A portal with a bad certificate is still there, and read by its visitors: the fault is noted, not fatal."""
        place = target.raw_authority
        fault = self._faults.get(place)
        if fault is not None:
            context = self._legacy if fault == "obsolete" else self._trusting
            return replace(await self._request(url, target, context, most_bytes, headers), tls=fault)
        try:
            return await self._request(url, target, self._verifying, most_bytes, headers)
        except aiohttp.ClientConnectorCertificateError:
            answer = await self._request(url, target, self._trusting, most_bytes, headers)
            fault = self._faults.get(place) or self._certificate_fault(target.raw_host or "")
        except aiohttp.ClientConnectorError as error:
            if not _is_handshake(error):
                raise
            answer = await self._request(url, target, self._legacy, most_bytes, headers)
            fault = "obsolete"  # it answers to what browsers no longer speak
        if len(self._faults) < _MOST_HOSTS:
            self._faults[place] = fault
        return replace(answer, tls=fault)

    def _certificate_fault(self, host: str) -> TlsFault:
        shown = self._trusting.shown.pop(host, b"")
        return certificate_fault(shown, host, datetime.now(UTC)) if shown else "untrusted"

    async def _request(
        self, url: str, target: URL, context: ssl.SSLContext | bool, most_bytes: int, headers: Mapping[str, str] | None
    ) -> Answer:
        try:
            return await self._strictly(url, target, context, most_bytes, headers)
        except (aiohttp.ClientResponseError, aiohttp.ClientPayloadError) as error:
            try:
                return await self._leniently(url, target, context, most_bytes, headers)
            except (lenient.NoAnswer, OSError):
                raise error from None

    async def _leniently(
        self, url: str, target: URL, context: ssl.SSLContext | bool, most_bytes: int, headers: Mapping[str, str] | None
    ) -> Answer:
        """Once more, for an answer that offends against HTTP: browsers show such pages."""
        host, port = target.raw_host or "", target.port or 80
        found = await self._resolver.resolve(host, port) if literal_address(host) is None else []
        place = (found[0]["host"] if found else host.strip("[]"), port)
        sent = lenient.request_of(
            target.raw_path_qs, target.raw_authority, {**self._session.headers, **(headers or {})}
        )
        tls = context if isinstance(context, ssl.SSLContext) else None
        seconds = self._session.timeout.total or 0.0
        status, names, body = await lenient.fetch(place, host, tls, sent, most_bytes, seconds)
        if not body and not 300 <= status < 400 and names.get("content-length") != "0":
            raise lenient.NoAnswer
        return Answer(url, status, names, body, False)

    async def _strictly(
        self, url: str, target: URL, context: ssl.SSLContext | bool, most_bytes: int, headers: Mapping[str, str] | None
    ) -> Answer:
        request = self._session.get(target, allow_redirects=False, ssl=context, headers=headers)
        async with request as response:
            found: dict[str, str] = {}
            for name, value in response.headers.items():
                name = name.lower()
                found[name] = f"{found[name]}\n{value}" if name in found else value
            body, is_whole = await _body(response, most_bytes)
            return Answer(url, response.status, found, body, is_whole)

    @cached_property
    def _verifying(self) -> ssl.SSLContext:
        return browser_context()

    @cached_property
    def _trusting(self) -> TrustingContext:
        return TrustingContext()

    @cached_property
    def _legacy(self) -> ssl.SSLContext:
        return legacy_context()


class _GuardedResolver(AbstractResolver):
    """aiohttp's resolver without the forbidden addresses. Literal addresses never come here: Guard.check_host."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        passed, refusal = [], None
        for address in found:
            try:
                self._guard.check(address["host"])
            except AddressRefused as error:
                refusal = error
            else:
                passed.append(address)
        if refusal is not None and not passed:
            raise refusal
        return passed

    async def close(self) -> None:
        await self._inner.close()


def _parsed(url: str) -> URL:
    try:
        target = URL(url, encoded=True)
        if target.scheme in ("http", "https") and target.raw_host:
            return target
    except ValueError as error:
        raise BadAddress(url) from error
    raise BadAddress(url)


async def _body(response: aiohttp.ClientResponse, most_bytes: int) -> tuple[bytes, bool]:
    """What came, and whether it is all. A body that breaks off or never ends is shown by browsers as far as it came."""
    body = bytearray()
    try:
        async for chunk in response.content.iter_any():
            body += chunk
            if len(body) > most_bytes:
                response.close()
                return bytes(body[:most_bytes]), False
    except (aiohttp.ClientPayloadError, TimeoutError, ConnectionError):
        if not body:
            raise
        response.close()
        return bytes(body), False
    return bytes(body), True


def trouble(error: Exception) -> tuple[str, bool] | None:
    """Reason code of what kept an answer away, and whether it may pass by itself; None if the error is our own."""
    if isinstance(error, AddressRefused):
        return str(error), False
    if isinstance(error, (ssl.SSLError, aiohttp.ClientSSLError)):
        return "tls", False
    if isinstance(error, TimeoutError):
        return "timeout", True
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "dns", getattr(error.os_error, "errno", None) == socket.EAI_AGAIN
    if isinstance(error, aiohttp.ClientConnectorError):
        if _is_handshake(error):
            return "tls", False
        return ("refused" if isinstance(error.os_error, ConnectionRefusedError) else "unreachable"), True
    if isinstance(
        error, (BadAddress, aiohttp.InvalidURL, UnicodeError)
    ):  # the last for a host name too long to look up
        return "bad_url", False
    if isinstance(error, aiohttp.ClientPayloadError):  # no byte of the body could be had, or unpacked
        return "incomplete", True
    if isinstance(error, (aiohttp.ServerDisconnectedError, OSError)):
        return "reset", True
    return ("protocol", True) if isinstance(error, aiohttp.ClientError) else None


def _is_handshake(error: aiohttp.ClientConnectorError) -> bool:
    """The connection stood, and was torn down while encryption was agreed on."""
    return isinstance(error.os_error, (ssl.SSLError, ConnectionResetError))
