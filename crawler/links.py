"""The link engine, outside Scrapy: every address gets one verdict (alive, dead, unknown) and never an exception."""

import argparse
import asyncio
import json
import re
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from urllib.parse import urljoin, urlsplit

import aiohttp
from w3lib.url import safe_url_string
from yarl import URL

from crawler.guard import AddressRefused, Guard
from crawler.reading import rough_text
from crawler.resolver import GuardedAiohttpResolver
from crawler.settings import ATTEMPTS, LONGEST_WAIT
from crawler.state import Patrol
from crawler.urls import is_document, site_of
from parsers.blocked import refusal
from parsers.page import read_page
from parsers.soft404 import error_reason, leads_to_error
from storage.records import LinkChecked, LinkVerdict
from storage.settings import Settings

MOST_HOPS = 10
MOST_BYTES = 131_072  # of a page are enough to tell an apology from a page
_BUSY = frozenset((408, 429, 500, 502, 503, 504))
_HOME = re.compile(r"^/?(?:(?:index|default|main)\.\w+)?$", re.I)


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: LinkVerdict
    reason: str | None = None
    status: int | None = None
    final_url: str | None = None
    passing: bool = False  # it may be different in a moment


class _Host:
    """One host's politeness: so many requests at once, so long between two."""

    def __init__(self, settings: Settings, polite: bool) -> None:
        self._gate = asyncio.Semaphore(settings.crawl_concurrency if polite else 256)
        self._delay = settings.crawl_delay if polite else 0.0
        self._next = 0.0

    async def __aenter__(self) -> None:
        await self._gate.acquire()
        at = max(monotonic(), self._next)
        self._next = at + self._delay
        if self._delay:
            await asyncio.sleep(at - monotonic())

    async def __aexit__(self, *_: object) -> None:
        self._gate.release()


class _Engine:
    def __init__(self, settings: Settings, polite: bool, session: aiohttp.ClientSession) -> None:
        self._settings, self._polite, self._session = settings, polite, session
        self._guard = Guard(settings.private_networks)
        self._hosts: dict[str, _Host] = {}

    async def check(self, url: str) -> LinkChecked:
        begun, found, attempt = monotonic(), _Found("dead", "bad_url"), 0
        for attempt in range(1, ATTEMPTS + 1):
            begun = monotonic()
            found = await self._look(url)
            if not found.passing or attempt == ATTEMPTS:
                break
            base = max(2 * self._settings.crawl_delay, 0.1) if self._polite else 0.1
            await asyncio.sleep(min(base * 2 ** (attempt - 1), LONGEST_WAIT))
        elapsed = round((monotonic() - begun) * 1000)
        return LinkChecked(
            url, found.verdict, found.reason, found.status, found.final_url, attempt, elapsed, datetime.now(UTC)
        )

    async def _look(self, url: str) -> _Found:
        try:
            return await self._follow(url)
        except AddressRefused as error:
            return _Found("unknown", str(error))
        except ssl.SSLError as error:
            return _tls(error)
        except aiohttp.ClientSSLError as error:
            return _tls(error)
        except TimeoutError:
            return _Found("dead", "timeout", passing=True)
        except aiohttp.ClientConnectorDNSError as error:
            code = getattr(error.os_error, "errno", None)
            return _Found("dead", "dns", passing=code == socket.EAI_AGAIN)
        except aiohttp.ClientConnectorError as error:
            refused = isinstance(error.os_error, ConnectionRefusedError)
            return _Found("dead", "refused" if refused else "unreachable", passing=True)
        except (aiohttp.InvalidURL, ValueError):
            return _Found("dead", "bad_url")
        except (aiohttp.ServerDisconnectedError, OSError):
            return _Found("dead", "reset", passing=True)
        except aiohttp.ClientError:
            return _Found("dead", "protocol", passing=True)

    async def _follow(self, url: str) -> _Found:
        """The answer at the end of the redirects; each hop passes the guard."""
        at, seen = safe_url_string(url), set[str]()
        for _ in range(MOST_HOPS + 1):
            parts = urlsplit(at)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                return _Found("unknown", "scheme") if parts.scheme and not parts.netloc else _Found("dead", "bad_url")
            if at in seen:
                return _Found("dead", "redirect_loop", final_url=at)
            seen.add(at)
            self._guard.check_host(parts.hostname)
            status, headers, body = await self._get(at, parts.netloc)
            if 300 <= status < 400 and headers.get("location"):
                at = safe_url_string(urljoin(at, headers["location"])).partition("#")[0]
                continue
            return _judge(url, at, status, headers, body)
        return _Found("dead", "too_many_redirects", final_url=at)

    async def _get(self, url: str, netloc: str) -> tuple[int, dict[str, str], bytes]:
        host = self._hosts.setdefault(netloc, _Host(self._settings, self._polite))
        async with host, self._session.get(URL(url, encoded=True), allow_redirects=False, ssl=False) as response:
            body = bytearray()
            async for chunk in response.content.iter_any():
                body += chunk
                if len(body) >= MOST_BYTES:
                    response.close()
                    break
            headers = {name.lower(): value for name, value in response.headers.items()}
            return response.status, headers, bytes(body)


def _judge(asked: str, final: str, status: int, headers: dict[str, str], body: bytes) -> _Found:
    final_url = final if final != asked else None
    text = rough_text(body)
    if declined := refusal(status, headers, text):
        return _Found("unknown", f"blocked:{declined}", status, final_url, passing=status == 429)
    if status == 401 or status == 407:
        return _Found("unknown", f"http_{status}", status, final_url)
    if status >= 400:
        return _Found("dead", f"http_{status}", status, final_url, passing=status in _BUSY)
    if why := _missing(asked, final, headers, body, text):
        return _Found("dead", f"soft_404:{why}", status, final_url)
    return _Found("alive", None, status, final_url)


def _missing(asked: str, final: str, headers: dict[str, str], body: bytes, text: str) -> str | None:
    """Why an answer with 200 is none; None if it is one."""
    before, after = urlsplit(asked), urlsplit(final)
    if final != asked and leads_to_error(after.path):
        return "redirect_error"
    is_sent_home = not _HOME.match(before.path) and _HOME.match(after.path) and not after.query
    if is_sent_home and site_of(asked) == site_of(final):
        return "redirect_home"
    if not body.strip():
        return "empty"
    is_markup = text.lstrip()[:200].lower().startswith(("<!doctype html", "<html"))
    if not is_markup and "html" not in headers.get("content-type", ""):
        return None
    if is_document(asked) and not body.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "html_for_file"
    return error_reason(read_page(text, final), size=len(body))


def _tls(error: Exception) -> _Found:
    words = str(error).lower()
    if any(mark in words for mark in ("protocol_version", "unsupported_protocol", "protocol version", "no_protocols")):
        return _Found("unknown", "tls_obsolete")
    return _Found("dead", "tls")


async def check_links(urls: Iterable[str], settings: Settings, *, polite: bool = True) -> AsyncIterator[LinkChecked]:
    """A verdict about each address, as they come; of an address given twice, one."""
    resolver = GuardedAiohttpResolver(Guard(settings.private_networks))
    connector = aiohttp.TCPConnector(resolver=resolver, limit=256)
    timeout = aiohttp.ClientTimeout(total=settings.crawl_timeout)
    headers = {"User-Agent": settings.user_agent, "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"}
    async with aiohttp.ClientSession(
        connector=connector, timeout=timeout, headers=headers, cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        engine = _Engine(settings, polite, session)
        tasks = [asyncio.ensure_future(engine.check(url)) for url in dict.fromkeys(urls)]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for one in tasks:
                one.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def check_targets(patrol: Patrol, seconds: float) -> None:
    """Check what the patrol's pages link to and the crawl did not ask for, until time is up; verdicts are stored."""
    store, run = patrol.store, patrol.run.run_id
    patrol.stats["links_checked"] = 0
    urls = store.unchecked_targets(run, patrol.portal.id, patrol.settings.link_checks)
    try:
        async with asyncio.timeout(max(seconds, 0)):
            async for checked in check_links(urls, patrol.settings):
                store.record_link_checks(run, [checked])
                patrol.stats["links_checked"] += 1
    except TimeoutError:
        patrol.stats["links_left"] = len(urls) - patrol.stats["links_checked"]


def as_json(checked: LinkChecked) -> str:
    row = {name: getattr(checked, name) for name in LinkChecked.__slots__ if name != "at"}
    return json.dumps({**row, "checked_at": checked.at.isoformat()}, ensure_ascii=False)


async def _print(urls: list[str], settings: Settings, polite: bool) -> None:
    async for checked in check_links(urls, settings, polite=polite):
        sys.stdout.write(as_json(checked) + "\n")
        sys.stdout.flush()


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m crawler.links", description="Verdicts about addresses.")
    parser.add_argument("--from", dest="file", type=Path, required=True, help="a file, one address a line")
    parser.add_argument("--json", action="store_true", help="JSON lines (the only form)")
    parser.add_argument("--no-politeness", action="store_true", help="no delays; for your own servers only")
    asked = parser.parse_args(words)
    urls = [line.strip() for line in rough_text(asked.file.read_bytes()).splitlines() if line.strip()]
    asyncio.run(_print(urls, Settings(), not asked.no_politeness))
    return 0


if __name__ == "__main__":
    sys.exit(main())
