"""OFD (GB/T 33190), the Chinese layout format: text in reading order, without table borders."""

from io import BytesIO

import ofdkit

from parsers.documents.archives import check_archive
from parsers.documents.lines import close_gaps
from parsers.documents.records import Document, UnreadableDocument


def read_ofd(body: bytes) -> Document:
    """The pages' text. Raises UnreadableDocument."""
    check_archive(body)
    try:
        text = ofdkit.extract_text(BytesIO(body))
    except ofdkit.OFDError as error:
        raise UnreadableDocument(f"broken: {error}") from error
    if not text.strip():
        raise UnreadableDocument("image-only: no page has text")
    return Document("ofd", close_gaps(text))
