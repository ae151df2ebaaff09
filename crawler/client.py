"""The HTTP client beside Scrapy, for single addresses: each request passes the guard, each body has a limit."""

import asyncio
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from crawler.guard import AddressRefused, Guard
from crawler.urls import BadAddress, hop
from storage.settings import Settings

MOST_HOPS = 10  # redirects in a row
CONNECTIONS = 256  # at once, over all hosts
_OBSOLETE_TLS = ("protocol_version", "unsupported_protocol", "protocol version", "no_protocols")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; header names are in lower case. `is_whole`: the body neither broke off nor reached the limit."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    is_whole: bool
    method: str = "GET"

    @property
    def leads_to(self) -> str | None:
        """Where a redirect points; None for any other answer."""
        location = self.headers.get("location")
        return hop(self.url, location) if 300 <= self.status < 400 and location else None


class Client:
    """Asks for one address at a time and follows nothing by itself. Use as an async context."""

    def __init__(self, settings: Settings) -> None:
        self._guard = Guard(settings.private_networks)
        self._gate = asyncio.Semaphore(CONNECTIONS)
        connector = aiohttp.TCPConnector(resolver=_GuardedResolver(self._guard), limit=CONNECTIONS)
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=settings.crawl_timeout),
            headers={"User-Agent": settings.user_agent, "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"},
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def ask(self, url: str, most_bytes: int, method: str = "GET") -> Answer:
        """The answer, its body cut at so many bytes after decompression. Raises what `trouble` can name.

        The address goes out byte for byte: GBK and Big5 percent-encodings mean something to the server.
        """
        target = _parsed(url)
        self._guard.check_host(target.raw_host or "")
        # Certificates are not looked at: a portal with an expired one is still there, and read by its visitors.
        request = self._session.request(method, target, allow_redirects=False, ssl=False)
        async with self._gate, request as response:  # the time limit must not run while we wait for our turn
            headers = {name.lower(): value for name, value in response.headers.items()}
            body, is_whole = await _body(response, most_bytes)
            return Answer(url, response.status, headers, body, is_whole, method)


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
    body = bytearray()
    try:
        async for chunk in response.content.iter_any():
            body += chunk
            if len(body) > most_bytes:
                response.close()
                return bytes(body[:most_bytes]), False
    except aiohttp.ClientPayloadError:  # broken off; what came may still tell what it is
        return bytes(body), False
    return bytes(body), True


def retry_after(value: str) -> float | None:
    """Seconds that a Retry-After header asks us to wait, in either of its forms.

    >>> retry_after("120"), retry_after("soon")
    (120.0, None)
    """
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def trouble(error: Exception) -> tuple[str, bool] | None:
    """Reason code of what kept an answer away, and whether it may pass by itself; None if the error is our own."""
    if isinstance(error, AddressRefused):
        return str(error), False
    if isinstance(error, (ssl.SSLError, aiohttp.ClientSSLError)):
        words = str(error).lower()
        return ("tls_obsolete" if any(mark in words for mark in _OBSOLETE_TLS) else "tls"), False
    if isinstance(error, TimeoutError):
        return "timeout", True
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "dns", getattr(error.os_error, "errno", None) == socket.EAI_AGAIN
    if isinstance(error, aiohttp.ClientConnectorError):
        return ("refused" if isinstance(error.os_error, ConnectionRefusedError) else "unreachable"), True
    if isinstance(
        error, (BadAddress, aiohttp.InvalidURL, UnicodeError)
    ):  # the last for a host name too long to look up
        return "bad_url", False
    if isinstance(error, (aiohttp.ServerDisconnectedError, OSError)):
        return "reset", True
    return ("protocol", True) if isinstance(error, aiohttp.ClientError) else None
