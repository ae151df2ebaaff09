"""One try at one address: its redirects followed, robots.txt obeyed, its page compared with the host's error page."""

import asyncio
import logging
import posixpath
import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from urllib.parse import urljoin, urlsplit, urlunsplit

from protego import Protego

from crawler.answer import MOST_HOPS, Answer, retry_after
from crawler.client import Client, trouble
from crawler.file_look import is_page_sent_as_file
from crawler.gates import gate_of
from crawler.likeness import MANY_LINKS, sketch_of
from crawler.link_hosts import Host, Missing, RobotsForbidden
from crawler.rough import rough_text
from crawler.urls import hop, is_document, is_home, is_media, place_of
from crawler.verdicts import Found, judge
from parsers.blocked import asks_for_cookies

log = logging.getLogger(__name__)

MOST_BYTES = 131_072  # of a page are enough to tell an apology from a page
FILE_BYTES = 1024  # of a file: enough to see that it is one
MOST_ROBOTS = 512_000  # bytes: RFC 9309, 2.5
_ROBOTS_HOPS = 5  # RFC 9309, 2.3.1.2
_ENDINGS = 8  # kinds of addresses, on one host, that get an error page of their own
# /portal/article/990017, /c1/list/3f…9a.shtml
_NUMBERED = re.compile(r"(?<=/)(?:\d+|[0-9a-f]{16,})(?=(?:\.\w{1,5})?/?$)")
# show.asp?id=77; not the numbers of sheets and of columns, which may well be blank and alike.
_NUMBERED_QUERY = re.compile(
    r"(?<![^?&])((?:news|art|article|info|doc|content|item|n|a|i)?_?(?:id|no|key)=)(?:\d{1,19}|[0-9a-f-]{16,36})(?=&|$)",
    re.I,
)
_PART = {"Range": f"bytes=0-{FILE_BYTES - 1}", "Accept-Encoding": "identity"}  # a packed part could not be unpacked
_DEFINITE = frozenset((200, 206, 404, 410))  # what a server says to a request for a part that needs no second asking


class Visitor:
    """Asks hosts for what looks need, and remembers it. `polite`: robots.txt is read and obeyed."""

    def __init__(self, client: Client, host: Callable[[str], Host], agent: str, polite: bool) -> None:
        self._client, self.host, self._agent, self._polite = client, host, agent, polite

    async def ask(self, url: str, most_bytes: int, headers: dict[str, str] | None = None) -> tuple[Answer, int]:
        """The answer and the milliseconds that it took. Raises RobotsForbidden, or what `trouble` can name."""
        host = self.host(url)
        if self._polite:
            await self._admit(host, url)
        async with host:
            begun = monotonic()
            return await self._client.ask(url, most_bytes, headers), round((monotonic() - begun) * 1000)

    async def apology(self, url: str) -> Missing:
        """What the host shows, with status 200, for an address of this kind that cannot exist; no sketch if it says so.

        None too where its home page is the same and has no links: a server that answers anything with one page.
        """
        ending = posixpath.splitext(urlsplit(url).path)[1].lower()[:8]
        return await self._known(url, ending, f"/{secrets.token_hex(12)}{ending or '/'}")

    async def apology_of_program(self, url: str) -> Missing:
        """The same of an address that differs in its number only: programs within a host have error pages of their own."""
        parts = urlsplit(url)
        random = str(secrets.randbelow(9 * 10**8) + 10**8)
        if not parts.query and _NUMBERED.search(parts.path):
            path, query = _NUMBERED.sub(random, parts.path), ""
        elif _NUMBERED_QUERY.search(parts.query):
            path, query = parts.path, _NUMBERED_QUERY.sub(rf"\g<1>{random}", parts.query)
        else:
            return Missing()
        wrong = urlunsplit(("", "", path, query, ""))
        return await self._known(url, wrong.replace(random, "#"), wrong)

    async def _known(self, url: str, kind: str, missing: str) -> Missing:
        host = self.host(url)
        if kind not in host.apologies:
            if len(host.apologies) >= _ENDINGS:
                return Missing()
            host.apologies[kind] = asyncio.ensure_future(self._apology(url, urljoin(url, missing)))
        return await host.apologies[kind]

    async def _apology(self, url: str, wrong: str) -> Missing:
        missing = await self._missing(wrong)
        if missing.sketch is None or (missing.sketch.is_telling and missing.sketch.offers_a_way_out):
            return missing
        home = (await self._missing(urljoin(url, "/"))).sketch
        if home is not None and home.links < MANY_LINKS and home.adds_nothing_to(missing.sketch):
            return Missing(leads_to=missing.leads_to)
        return missing

    async def _missing(self, url: str) -> Missing:
        """What comes for that address. Asked twice where it may pass: the host's word stands for all its pages."""
        for is_last in (False, True):
            try:
                at, answer = await self._end_of(url)
                break
            except Exception as error:
                why = trouble(error)
                if why is None and not isinstance(error, RobotsForbidden):
                    raise
                if is_last or why is None or not why[1]:
                    return Missing()
        leads_to = at if at != url else None
        if answer.status != 200 or (leads_to and is_home(at)):
            return Missing(leads_to=leads_to if answer.status == 200 else None)
        return Missing(sketch_of(rough_text(answer.body, answer.headers.get("content-type", ""))), leads_to)

    async def _end_of(self, url: str) -> tuple[str, Answer]:
        """The address at the end of the redirects, and its answer."""
        for _ in range(MOST_HOPS):
            answer, _ms = await self.ask(url, MOST_BYTES)
            if answer.leads_to is None:
                break
            url = answer.leads_to
        return url, answer

    async def _admit(self, host: Host, url: str) -> None:
        if host.rules is None:
            parts = urlsplit(url)
            host.rules = asyncio.ensure_future(self._rules(host, f"{parts.scheme}://{parts.netloc}/robots.txt"))
        rules = await host.rules
        if isinstance(rules, str):
            raise RobotsForbidden(f"robots_unavailable:{rules}")
        if not rules.can_fetch(url, self._agent):
            raise RobotsForbidden("robots")

    async def _rules(self, host: Host, url: str) -> Protego | str:
        """As RFC 9309 wants it, but where no answer can be had at all: then the target's own failure is the verdict."""
        body = b""
        try:
            for _ in range(1 + _ROBOTS_HOPS):
                async with host:
                    answer = await self._client.ask(url, MOST_ROBOTS)
                if answer.leads_to is None:
                    if answer.status >= 500 or answer.status == 429:
                        return f"http_{answer.status}"
                    body = answer.body if answer.status == 200 else b""
                    break
                url = answer.leads_to
        except Exception as error:
            if trouble(error) is None:
                raise
        rules = Protego.parse(body.decode("utf-8", "replace"))
        if delay := rules.crawl_delay(self._agent):
            host.slow_down(float(delay))
        return rules


class Look:
    """One try. `asked_to_wait`: seconds that the host wants before the next; `elapsed_ms`: of the last request."""

    def __init__(self, visitor: Visitor, url: str, *, is_first: bool) -> None:
        self._visitor, self._url, self._is_first = visitor, url, is_first
        self._cookies: dict[str, dict[str, str]] = {}  # by host, name → value: what redirects set
        self._start = self._at = ""  # the address asked for first, and last; none yet where it is no address
        self._wall: str | None = None  # whose cookies redirects set
        self.elapsed_ms = 0
        self.asked_to_wait: float | None = None

    async def take(self) -> Found:
        """The verdict; never an exception, whatever the address does."""
        try:
            found, last = await self._follow()
            if found.verdict == "alive" and await self._is_sent_home(last):
                return replace(found, verdict="dead", reason="soft_404:redirect_home")
            return found if found.page is None else await self._compared(found, last)
        except RobotsForbidden as forbidden:
            return Found("unknown", str(forbidden))
        except Exception as error:
            why = trouble(error)
            if why is None:
                log.exception("cannot check %s", self._url, extra={"action": "link_check_failed", "url": self._url})
                return Found("unknown", f"crawler:{type(error).__name__}")
            reason, passing = why
            if gate := gate_of(self._start, self._at):
                return Found("unknown", f"blocked:{gate}", final_url=self._at)
            return Found("unknown" if reason.startswith("private_address") else "dead", reason, passing=passing)

    async def _follow(self) -> tuple[Found, str]:
        """The verdict at the end of the redirects, those of the page itself included, and the last address."""
        scheme = self._url.partition(":")[0].strip().lower()
        if "/" not in scheme and scheme not in ("http", "https") and scheme != self._url.strip().lower():
            return Found("unknown", "scheme"), self._url  # mailto:, javascript:, tel:
        self._start = self._at = start = at = hop(self._url)
        seen = set[tuple[str, str]]()
        while (step := (at, self._cookie(at))) not in seen:
            if len(seen) > MOST_HOPS:
                return self._round("too_many_redirects", at), at
            seen.add(step)
            self._at = at
            answer = await self._answer(at)
            self._keep_cookies(answer)
            if answer.leads_to is not None:
                at = answer.leads_to
                continue
            self.asked_to_wait = retry_after(answer.headers.get("retry-after", ""))
            found = judge(start, answer)
            if found.moved_to is None:
                return found, at
            at = hop(found.moved_to)
        return self._round("redirect_loop", at), at

    def _round(self, reason: str, at: str) -> Found:
        """Redirects without an end are broken, but where a wall asks for its cookie again and again."""
        if wall := self._wall:
            return Found("unknown", f"blocked:{wall}", final_url=at)
        return Found("dead", reason, final_url=at)

    async def _compared(self, found: Found, last: str) -> Found:
        """Dead, where the page is the one that its host shows for an address that cannot exist."""
        assert found.page is not None
        of_host = (await self._visitor.apology(last)).sketch
        missing = of_host or (await self._visitor.apology_of_program(last)).sketch
        # The page need not be parsed, which takes four times as long as its verdict, where there is nothing to compare.
        if missing is None or not (of_host or missing.is_short):
            return found
        seen = sketch_of(found.page)
        if (of_host is not None or seen.is_short) and seen.adds_nothing_to(missing):
            return replace(found, verdict="dead", reason="soft_404:same_as_missing")
        return found

    async def _is_sent_home(self, last: str) -> bool:
        """Whether the home page at the end of redirects, of whatever site, is where any wrong address leads."""
        start = hop(self._url)
        if last == start or not is_home(last) or is_home(start):
            return False
        led = (await self._visitor.apology(start)).leads_to
        return led is not None and led.partition("?")[0] == last.partition("?")[0]

    async def _answer(self, url: str) -> Answer:
        """Of a file its beginning is enough. A server that knows no parts, or takes offence, is asked for the whole."""
        if not (is_document(url) or is_media(url)):
            return await self._ask(url, MOST_BYTES)
        if self._is_first:
            answer = await self._ask(url, FILE_BYTES, _PART)
            is_enough = answer.is_whole or not is_page_sent_as_file(answer.headers, answer.body)
            if (answer.status in _DEFINITE and is_enough) or answer.leads_to is not None:
                return answer
        return await self._ask(url, MOST_BYTES)

    async def _ask(self, url: str, most_bytes: int, headers: dict[str, str] | None = None) -> Answer:
        if cookie := self._cookie(url):
            headers = {**(headers or {}), "Cookie": cookie}
        answer, self.elapsed_ms = await self._visitor.ask(url, most_bytes, headers)
        return answer

    def _cookie(self, url: str) -> str:
        if not self._cookies:
            return ""
        return "; ".join(f"{name}={value}" for name, value in self._cookies.get(place_of(url), {}).items())

    def _keep_cookies(self, answer: Answer) -> None:
        """Of redirects only: some portals send a visitor round once to see whether cookies come back."""
        if answer.leads_to is None or "set-cookie" not in answer.headers:
            return
        self._wall = self._wall or asks_for_cookies(answer.headers)
        kept = self._cookies.setdefault(place_of(answer.url), {})
        for line in answer.headers["set-cookie"].split("\n"):
            name, mark, value = line.partition(";")[0].partition("=")
            if mark and len(kept) < 50:
                kept[name.strip()] = value.strip()
