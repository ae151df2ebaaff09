"""Addresses: one spelling for each, and which of them belong to a portal."""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

_PORTS = {"http": 80, "https": 443}
# Session ids make a new address of the same page on every visit.
_SESSION_PATH = re.compile(r";jsessionid=[^/?]*", re.I)
_SESSION_QUERY = re.compile(r"(?:^|&)(?:phpsessid|aspsessionid\w*|jsessionid|cftoken|cfid)=[^&]*", re.I)
_HOME = re.compile(r"^/?(?:(?:index|default|main|home)(?:\.\w+|/?))?$", re.I)
_DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|wps|et|ofd|pptx?|rtf|txt|zip|rar|7z)$", re.I)
_MEDIA = re.compile(
    r"\.(jpe?g|png|gif|bmp|webp|svg|ico|tiff?|css|js|json|xml|rss|mp[34]|avi|wmv|flv|swf|mov|m4[av]|wav|woff2?|ttf|eot|exe|apk|msi|dmg|iso|ceb|chm)$",
    re.I,
)
# Nothing in it that would have to be escaped, resolved or lowered.
_PLAIN = re.compile(r"https?://[a-z0-9.:-]+/(?![/.])(?:(?!/\.)[%!$&-;=@-\[\]_a-z|~])*(?:\?[%!$&(-;=?-\[\]-~]*)?")
# What browsers leave as it is (WHATWG URL, 1.3, percent-encode sets of path and special query); % may begin an escape.
_PATH_SAFE = "!$%&'()*+,-./:;=@[]_|~"
_QUERY_SAFE = "!$%&()*+,-./:;=?@[\\]^_`{|}~"

_NEVER_MARKUP = re.compile(
    r"\.(jpe?g|png|gif|bmp|webp|ico|tiff?|css|js|mp[34]|avi|wmv|flv|swf|mov|m4[av]|wav|woff2?|ttf|eot|exe|apk|msi|dmg|iso|ceb|chm)$",
    re.I,
)

_PLACE = re.compile(r"\s*https?:[/\\]{2}(?:[^/\\?#@]*@)?([^/\\?#]*)", re.I)


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

    As browsers read it: backslashes are slashes, dot segments go, what is not ASCII is UTF-8 (WHATWG URL, 4.4).

    >>> hop("http://a.gov.cn/x/y.htm", "z.htm?q=%B9%AB#top"), hop("http://a.gov.cn/x/../y.htm")
    ('http://a.gov.cn/x/z.htm?q=%B9%AB', 'http://a.gov.cn/y.htm')
    """
    if not location and _PLAIN.fullmatch(base):
        return base
    raw = location.encode("utf-8", "surrogateescape")  # how aiohttp hands over bytes that are not UTF-8
    try:
        parts = urlsplit(urljoin(_slashed(base), _slashed(percent_encoded(raw))))
        user, at, host = parts.netloc.rpartition("@")
        host = host.lower() if host.isascii() else host.encode("idna").decode("ascii")
        path = urlsplit(urljoin("http://h/", parts.path)).path if "/." in parts.path else parts.path
    except ValueError as error:
        raise BadAddress(base, location) from error
    path, query = quote(path, _PATH_SAFE, errors="replace"), quote(parts.query, _QUERY_SAFE, errors="replace")
    return urlunsplit((parts.scheme, f"{user}{at}{host}", path or "/", query, ""))


def _slashed(url: str) -> str:
    address, mark, query = url.strip().partition("?")
    return address.replace("\\", "/") + mark + query


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
    return _HOME.match(_path(url)) is not None


def is_document(url: str) -> bool:
    """Whether the path names an office document or an archive."""
    return _DOCUMENT.search(_path(url)) is not None


def is_media(url: str) -> bool:
    """Whether the path names what is linked and checked, but never crawled: pictures, scripts, films, programs."""
    return _MEDIA.search(_path(url)) is not None


def is_never_markup(url: str) -> bool:
    """Whether the path names something that a page of HTML cannot stand for, documents aside.

    >>> is_never_markup("http://a.gov.cn/logo.PNG"), is_never_markup("http://a.gov.cn/rss.xml")
    (True, False)
    """
    return _NEVER_MARKUP.search(_path(url)) is not None


def place_of(url: str) -> str:
    """Host and port as they stand in an address, in small letters; "" for what is none. Never raises, unlike urlsplit.

    >>> place_of("http://A.gov.cn:81?x=/"), place_of("mailto:a@gov.cn")
    ('a.gov.cn:81', '')
    """
    found = _PLACE.match(url)
    return found[1].lower() if found else ""


def _path(url: str) -> str:
    """The path of an address, quicker than urlsplit: link checks ask several times for each."""
    plain = url.partition("#")[0].partition("?")[0]
    return plain[plain.find("/", plain.find("//") + 2) :] if plain.count("/") > 2 else "/"
