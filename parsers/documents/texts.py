"""HTML and plain text given as documents, for instance an .xls that is a saved web page."""

from bs4 import BeautifulSoup

from parsers.documents.markup_text import html_text
from parsers.documents.records import Document
from parsers.reading import Reading, read_bytes


def _warnings(reading: Reading) -> tuple[str, ...]:
    return (f"{len(reading.lost)} places could not be decoded",) if reading.lost else ()


def read_html(body: bytes) -> Document:
    """A page's visible text and its title."""
    reading = read_bytes(body)
    title = BeautifulSoup(reading.text, "lxml").title
    return Document("html", html_text(reading.text), title.get_text(strip=True) if title else None, _warnings(reading))


def read_txt(body: bytes) -> Document:
    """Plain text, line ends made \\n."""
    reading = read_bytes(body)
    return Document("txt", reading.text.replace("\r\n", "\n").replace("\r", "\n"), None, _warnings(reading))
