"""HTML and plain text given as documents, for instance an .xls that is a saved web page.

Pages of a portal are decoded by parsers.charset, with their headers; an attachment has none, so that a mark, UTF-8 and
GB 18030 are all there is to try.
"""

from bs4 import BeautifulSoup

from parsers.documents.markup_text import html_text
from parsers.documents.records import Document


def _decode(body: bytes) -> tuple[str, tuple[str, ...]]:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace"), ()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return body.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    readings = [body.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    return min(readings, key=lambda text: text.count("\ufffd")), ("some bytes could not be decoded",)


def read_html(body: bytes) -> Document:
    """A page's visible text and its title."""
    html, warnings = _decode(body)
    title = BeautifulSoup(html, "lxml").title
    return Document("html", html_text(html), title.get_text(strip=True) if title else None, warnings)


def read_txt(body: bytes) -> Document:
    """Plain text, line ends made \\n."""
    text, warnings = _decode(body)
    return Document("txt", text.replace("\r\n", "\n").replace("\r", "\n"), None, warnings)
