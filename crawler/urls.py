"""Addresses: one spelling for each, which of them belong to a portal, and which lead nowhere but round in circles."""

import re
from collections import Counter
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

LONGEST_URL = 1000  # characters; real portals stay under 300, traps that append to themselves do not
DEEPEST_PATH = 15  # path segments
REPEATS = 3  # times the same segment may occur in a path: /a/b/a/b/a/b is a relative link gone wrong
SHAPE_LIMIT = 300  # addresses that differ in digits only, among links that no column lists: calendars, counters
_PORTS = {"http": 80, "https": 443}
# Session ids make a new address of the same page on every visit.
_SESSION_PATH = re.compile(r";jsessionid=[^/?]*", re.I)
_SESSION_QUERY = re.compile(r"(?:^|&)(?:phpsessid|aspsessionid\w*|jsessionid|cftoken|cfid)=[^&]*", re.I)
_HOME = re.compile(r"^/?(?:(?:index|default|main|home)\.\w+)?$", re.I)
_DIGITS = re.compile(r"\d+")
_DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|wps|et|ofd|pptx?|rtf|txt|zip|rar|7z)$", re.I)
_MEDIA = re.compile(
    r"\.(jpe?g|png|gif|bmp|webp|svg|ico|tiff?|css|js|json|xml|rss|mp[34]|avi|wmv|flv|swf|mov|m4[av]|wav|woff2?|ttf|eot|exe|apk|msi|dmg|iso|ceb|chm)$",
    re.I,
)


class BadAddress(ValueError):
    """Raised by hop and by crawler.client: no http or https address can be read out of the text."""


def canonical(url: str, base: str | None = None) -> str | None:
    """The one spelling of an http(s) address; None for anything else or what cannot be parsed.

    The fragment, the default port, session ids and dot segments go; the order of the query and the percent-encoding
    stay as they are, for servers tell them apart.

    >>> canonical("HTTP://WWW.Gov.CN:80/a/../b;jsessionid=1F?x=%B9%AB&PHPSESSID=2#top")
    'http://www.gov.cn/b?x=%B9%AB'
    """
    address, mark, query = url.strip().partition("?")
    plain = address.replace("\\", "/") + mark + query  # as browsers read it
    try:
        parts = urlsplit(urljoin(base, plain) if base else plain)
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:
        return None
    if scheme not in _PORTS or not host or parts.username is not None:
        return None
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    netloc = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = _SESSION_PATH.sub("", parts.path) or "/"
    query = _SESSION_QUERY.sub("", parts.query).lstrip("&") if parts.query else ""
    if "/." in path or "//" in path[:2]:
        path = "/" + urlsplit(urljoin(f"{scheme}://h", path.lstrip("/"))).path.lstrip("/")
    try:
        return safe_url_string(urlunsplit(SplitResult(scheme, netloc, path, query, "")))
    except (ValueError, UnicodeError):
        return None


def percent_encoded(raw: bytes) -> str:
    """An address that came as bytes: what is not ASCII is escaped byte for byte, whatever charset it is in.

    >>> percent_encoded("/公.htm".encode("gbk"))
    '/%B9%AB.htm'
    """
    return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in raw)


def hop(base: str, location: str = "") -> str:
    """Where a redirect from `base` leads, ready to be asked for; `base` itself without a location. May raise BadAddress.

    >>> hop("http://a.gov.cn/x/y.htm", "z.htm?q=%B9%AB#top")
    'http://a.gov.cn/x/z.htm?q=%B9%AB'
    """
    raw = location.encode("utf-8", "surrogateescape")  # how aiohttp hands over bytes that are not UTF-8
    try:
        return safe_url_string(urljoin(base, percent_encoded(raw))).partition("#")[0]
    except ValueError as error:
        raise BadAddress(base, location) from error


def site_of(url: str) -> tuple[str, int | None]:
    """What two addresses of one portal share: the host without www., and the port if it is an unusual one.

    >>> site_of("https://www.a.gov.cn/") == site_of("http://a.gov.cn/b"), site_of("http://127.0.0.1:8001/")
    (True, ('127.0.0.1', 8001))
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return host, None if parts.port in (None, 80, 443) else parts.port


def is_home(url: str) -> bool:
    """Whether the path is that of a site's home page, by either of its addresses.

    >>> is_home("http://a.gov.cn/index.html"), is_home("http://a.gov.cn/zwgk/index.html")
    (True, False)
    """
    return _HOME.match(urlsplit(url).path) is not None


def is_document(url: str) -> bool:
    """Whether the path names an office document or an archive."""
    return _DOCUMENT.search(urlsplit(url).path) is not None


def is_media(url: str) -> bool:
    """Whether the path names what is linked and checked, but never crawled: pictures, scripts, films, programs."""
    return _MEDIA.search(urlsplit(url).path) is not None


class Traps:
    """Tells addresses that a broken page or an endless calendar makes up. Remembers how often a shape was seen."""

    def __init__(self) -> None:
        self._shapes: Counter[str] = Counter()

    def catches(self, url: str, *, listed: bool) -> bool:
        """Whether to leave the address alone. `listed`: a column, an entry or a page's own next page named it."""
        if len(url) > LONGEST_URL:
            return True
        segments = [part for part in urlsplit(url).path.split("/") if part]
        if len(segments) > DEEPEST_PATH or any(count > REPEATS for count in Counter(segments).values()):
            return True
        return not listed and self._worn_out(url)

    def _worn_out(self, url: str) -> bool:
        shape = _DIGITS.sub("0", url)
        self._shapes[shape] += 1
        return self._shapes[shape] > SHAPE_LIMIT
