"""Documents of every kind that portals publish, from bytes to plain text with tab-separated table rows.

read_document runs in this process: for documents from the net use parsers.documents.child, which sets limits.
"""

from collections.abc import Callable

from parsers.documents.markup_text import html_text
from parsers.documents.records import Document, UnreadableDocument
from parsers.documents.sniffing import sniff

__all__ = ["Document", "UnreadableDocument", "html_text", "read_document", "sniff"]

MAX_TEXT = 20_000_000  # characters


def read_document(body: bytes, kind: str) -> Document:
    """The text of a document of a kind that `sniff` names. Raises UnreadableDocument."""
    if not body.strip():
        raise UnreadableDocument("empty")
    reader = _readers().get(kind)
    if reader is None:
        raise UnreadableDocument(f"unsupported: {kind}")
    document = reader(body)
    if not document.text.strip():
        raise UnreadableDocument("image-only" if document.warnings else "empty")
    if len(document.text) > MAX_TEXT:
        raise UnreadableDocument(f"too large: {len(document.text)} characters")
    return document


def _readers() -> dict[str, Callable[[bytes], Document]]:
    """The readers. Their libraries take half a second to load, so that only who reads documents loads them."""
    from parsers.documents.ofd import read_ofd
    from parsers.documents.pdf import read_pdf
    from parsers.documents.sheets import read_sheets
    from parsers.documents.texts import read_html, read_txt
    from parsers.documents.word import read_doc, read_docx

    return {
        "html": read_html,
        "txt": read_txt,
        "pdf": read_pdf,
        "docx": read_docx,
        "doc": lambda body: read_doc(body, "doc"),
        "wps": lambda body: read_doc(body, "wps"),
        "xls": lambda body: read_sheets(body, "xls"),
        "xlsx": lambda body: read_sheets(body, "xlsx"),
        "ofd": read_ofd,
    }
