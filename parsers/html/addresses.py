"""From what an attribute says to the address that a browser would ask for."""

import re
from urllib.parse import quote, urljoin, urlsplit

_DROPPED = re.compile(
    r"^(?:javascript|vbscript|mailto|tel|sms|data|about|blob|file|thunder|ftp|weixin|mqqwpa|tencent):", re.I
)
_SPACE = re.compile(r"[\x00-\x20\u3000\ufeff]+")
_SIMPLE = re.compile(r"^[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~|]*$")
_PATH_SAFE = "!$%&'()*+,-./:;=@_~[]"
_QUERY_SAFE = "!$%&'()*+,-./:;=?@_~[]|"
# What browsers encode a query with, by the page's charset (WHATWG URL and Encoding standards).
_QUERY_CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
}


class Resolver:
    """Makes absolute addresses for one page.

    >>> Resolver("http://a.gov.cn/x/", "gbk").resolve("通知.asp?s=通知")
    'http://a.gov.cn/x/%E9%80%9A%E7%9F%A5.asp?s=%CD%A8%D6%AA'
    """

    def __init__(self, base: str, charset: str) -> None:
        self._base = base
        self._codec = _QUERY_CODECS.get(charset.lower().replace("-", "").replace("_", ""), "utf-8")
        self._known: dict[str, str | None] = {}

    def resolve(self, raw: str) -> str | None:
        """The absolute http(s) address without a fragment; None for scripts, mail, places on the page and nonsense."""
        if raw not in self._known:
            self._known[raw] = self._resolve(raw)
        return self._known[raw]

    def _resolve(self, raw: str) -> str | None:
        spelled = raw.strip("\x00\t\n\r\f \u3000\ufeff").replace("\\", "/")
        if not spelled or spelled[0] == "#" or _DROPPED.match(spelled):
            return None
        try:
            url = urljoin(self._base, spelled.replace("\n", "").replace("\r", "").replace("\t", ""))
            return self._encoded(url)
        except ValueError:  # a port that is no number, a bracket that never closes
            return None

    def _encoded(self, url: str) -> str | None:
        if not url.startswith(("http://", "https://")):
            url = re.sub(r"^(https?):/*", r"\1://", url, flags=re.I)
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        bare = url.partition("#")[0]
        if _SIMPLE.match(bare) and parts.netloc == parts.netloc.lower():
            return bare if parts.path else self._rooted(bare)
        path = quote(parts.path or "/", safe=_PATH_SAFE, encoding="utf-8", errors="replace")
        query = quote(parts.query.encode(self._codec, "xmlcharrefreplace"), safe=_QUERY_SAFE)
        host = _host(parts.netloc)
        return f"{parts.scheme}://{host}{path}{'?' + query if query else ''}"

    @staticmethod
    def _rooted(url: str) -> str:
        return re.sub(r"^(https?://[^/?]+)", r"\1/", url)


def _host(netloc: str) -> str:
    lowered = _SPACE.sub("", netloc).lower()
    if lowered.isascii():
        return lowered
    try:
        return lowered.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(lowered, safe=":@[]")


def host_of(url: str) -> str:
    """The host without a port and without www., or an empty string.

    >>> host_of("http://www.a.gov.cn:8080/x")
    'a.gov.cn'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
