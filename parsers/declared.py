"""What a page says of its own encoding: byte order mark, HTTP header, meta element, XML declaration. Votes only."""

import re
from collections.abc import Iterator

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I | re.ASCII)
_IN_META = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_IN_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_OPENINGS = re.compile(rb"<!--|<(?:script|style|textarea|title)\b|<meta\b", re.I)
_CLOSINGS = {
    b"<!--": re.compile(rb"-->"),
    b"<scr": re.compile(rb"</script", re.I),
    b"<sty": re.compile(rb"</style", re.I),
    b"<tex": re.compile(rb"</textarea", re.I),
    b"<tit": re.compile(rb"</title", re.I),
}
_LOOKED_AT = 262_144  # bytes: metas were seen as late as 80 KB into a page, behind inlined scripts
_MOST_META = 1000  # bytes of one element


def bom(body: bytes) -> tuple[str, int] | None:
    """(encoding, length of the mark), None without one."""
    return next(((encoding, len(mark)) for mark, encoding in _BOMS if body.startswith(mark)), None)


def header_label(content_type: str | None) -> str | None:
    """
    >>> header_label("text/html; charset=GB2312")
    'GB2312'
    """
    found = _IN_HEADER.search(content_type or "")
    return found[1] if found else None


def meta_label(body: bytes) -> str | None:
    """The label of the first meta element that a browser would see, or of the XML declaration."""
    xml = _IN_XML.match(body[:1024])
    return next(_metas(body[:_LOOKED_AT]), None) or (xml[1].decode("ascii") if xml else None)


def _metas(body: bytes) -> Iterator[str]:
    """Labels of metas, those in comments and scripts left out. Linear: an end that is missing is looked for once."""
    place = 0
    endless: set[bytes] = set()
    while opening := _OPENINGS.search(body, place):
        place = opening.end()
        kind = opening[0][:4].lower()
        if kind == b"<met":
            end = body.find(b">", place, place + _MOST_META)
            label = _IN_META.search(body, place, end if end >= 0 else place + _MOST_META)
            if label:
                yield label[1].decode("ascii", "replace")
        elif kind not in endless:
            closed = _CLOSINGS[kind].search(body, place)
            if closed is None:
                endless.add(kind)  # what stands behind it counts all the same
            else:
                place = closed.end()
