"""What a body is, by its bytes: names and headers lie (HTML is served as .xls, a DOCX as .wps)."""

import re

from parsers.charset import decode

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "binary"),
    (b"Rar!", "binary"),
    (b"7z\xbc\xaf", "binary"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|style|table|tr|td|div|p|br|span|ul|a|h[1-6]|font)[\s>/]",
    re.I,
)
_HEAD = 65_536  # bytes looked at for markup; some pages begin with 40 KB of comments and blank lines
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"  # ESC belongs to HZ's and ISO-2022's family
_USUAL = re.compile("[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_MIN_USUAL = 0.8  # share of the characters of Chinese in UTF-16; of other bytes read so, a third
_MAX_CONTROL = 0.01  # a damaged page holds a few; programs and pictures some 10 %


def sniff(body: bytes) -> str:
    """html, txt, pdf, docx, doc, wps, xls, xlsx, ofd, zip, image or binary.

    >>> sniff(b"<table><tr><td>1"), sniff(b"%PDF-1.7"), sniff("公告".encode("gbk"))
    ('html', 'pdf', 'txt')
    """
    if body.startswith(_OLE):
        return _ole_kind(body)
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(body)
    if b"%PDF-" in body[:1024]:
        return "pdf"
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image"
    for magic, kind in _MAGIC:
        if body.startswith(magic) and (magic != b"BM" or b"\x00" in body[:16]):
            return kind
    return _text_kind(body)


def _ole_kind(body: bytes) -> str:
    """Stream names stand in the directory of a compound file as UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in body

    if holds("EncryptedPackage"):
        return "xlsx" if holds("Workbook") else "docx"
    if holds("WordDocument"):
        return "wps" if holds("WpsCustomData") or holds("WPS Office") or b"WPS Office" in body else "doc"
    if holds("Workbook") or holds("Book"):
        return "xls"
    return "binary"


def _zip_kind(body: bytes) -> str:
    """Member names stand uncompressed in the archive, also in one cut short."""
    for name, kind in ((b"word/document", "docx"), (b"xl/workbook", "xlsx"), (b"OFD.xml", "ofd")):
        if name in body:
            return kind
    return "zip"


def _text_kind(body: bytes) -> str:
    head = body[:_HEAD]
    words = head.decode("latin-1")
    if _is_strange(head):  # UTF-16 holds zeros and other controls where other text has none
        decoded = decode(head)
        words = decoded.text
        if (
            not decoded.encoding.startswith(("utf-16", "utf-32"))
            or len(_USUAL.findall(words)) < len(words) * _MIN_USUAL
        ):
            return "binary"
    return "html" if _MARKUP.search(words) else "txt"


def _is_strange(head: bytes) -> bool:
    return len(head) - len(head.translate(None, _CONTROL)) > len(head) * _MAX_CONTROL
