"""Hostile bodies: bombs, markup that grows in the parser, text that loops in patterns, documents that lie."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import brotli
from backports import zstd

MOST = 10_000_000  # bytes of the largest body that a patrol takes
BOMB = 200_000_000  # bytes that a bomb unpacks to
_PART = b"<html><body>" + bytes(1_000_000)


def _in_parts(pack: Callable[[bytes], bytes], flush: Callable[[], bytes]) -> bytes:
    return b"".join([pack(_PART) for _ in range(BOMB // len(_PART))]) + flush()


@cache
def gzip_bomb() -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return _in_parts(packer.compress, packer.flush)


@cache
def deflate_bomb() -> bytes:
    packer = zlib.compressobj(1)
    return _in_parts(packer.compress, packer.flush)


@cache
def brotli_bomb() -> bytes:
    packer = brotli.Compressor(quality=1)
    return _in_parts(packer.process, packer.finish)


@cache
def zstd_bomb() -> bytes:
    packer = zstd.ZstdCompressor(level=1)
    return _in_parts(packer.compress, packer.flush)


def twice_gzipped() -> bytes:
    return gzip.compress(gzip_bomb(), 1)


def often_gzipped(times: int) -> bytes:
    body = b"<html><body>" + bytes(100_000)
    for _ in range(times):
        body = gzip.compress(body, 1)
    return body


# ── markup ───────────────────────────────────────────────────────────────────


def repeated(
    unit: str, before: str = "<html><head><title>有关情况</title></head><body>", size: int = MOST - 1000
) -> bytes:
    """A page of this unit over and over."""
    start, again = before.encode(), unit.encode()
    return start + again * ((size - len(start)) // len(again))


def numbered(unit: str, count: int, size: int = MOST - 1000) -> bytes:
    """A page of units with a number in each, as many as there is room for."""
    page = io.StringIO()
    page.write("<html><head><title>有关情况</title></head><body>")
    for number in range(count):
        page.write(unit.format(number))
        if page.tell() > size:
            break
    return page.getvalue().encode()[: MOST - 1]


def long_names() -> bytes:
    name = "名" * 4500
    links = "".join(
        f'<li><a href="/x/{n}.htm" title="{name}" class="{name}">{name}{n}</a>2024-01-0{n}</li>' for n in range(1, 9)
    )
    metas = "".join(
        f'<meta name="{one}" content="{name}">'
        for one in ("SiteName", "ColumnName", "ColumnType", "ArticleTitle", "PubDate")
    )
    return (
        f"<html><head><title>{name}</title>{metas}</head><body><h1>{name}</h1><ul>{links}</ul></body></html>".encode()
    )


def nul_bytes() -> bytes:
    body = b"".join(
        b"<li>\x00<a href='/x\x00%d.htm'>\x00\xe9\x80\x9a\x00\xe7\x9f\xa5\x00%d</a></li>" % (n, n) for n in range(50)
    )
    return b"<html><head><title>\x00\x00</title></head><body><h1>\x00</h1>" + body + b"\x00" * 5_000_000


def deep_frames() -> bytes:
    return repeated('<iframe src="/fault.htm?f"><frameset><frame src="/fault.htm?g">', size=2_000_000)


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]><rss><channel><title>&l11;</title><item><title>&l11;</title></item></channel></rss>'.encode()


def outer_entity() -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; root</p></body></html>'


def utf16_trick() -> bytes:
    page = "<html><head><meta charset='utf-8'><title>编码</title></head><body>" + "市政府通知。" * 100_000
    return b"\xff\xfe" + page.encode("utf-16-le") + "然后是另一种".encode("gbk") * 1000 + b"\x00"


def utf7_trick() -> bytes:
    return (
        b"<html><head><meta charset='utf-7'><title>+ADw-script+AD4-</title></head><body>"
        + b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-" * 20_000
    )


# ── documents ────────────────────────────────────────────────────────────────

_HUGE = b" " * 1_000_000


def zip_bomb(name: str, before: bytes, unit: bytes, after: bytes, *, megabytes: int = 400) -> bytes:
    """An office file of which one part unpacks to hundreds of megabytes."""
    unit *= 1_000_000 // len(unit)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(before)
            for _ in range(megabytes):
                part.write(unit)
            part.write(after)
    return packed.getvalue()


@cache
def docx_bomb() -> bytes:
    return zip_bomb(
        "word/document.xml", b"<w:document><w:body>", b"<w:p><w:r><w:t>x</w:t></w:r></w:p>", b"</w:body></w:document>"
    )


@cache
def xlsx_bomb() -> bytes:
    return zip_bomb("xl/workbook.xml", b"<workbook>", b"<sheet name='a'/>", b"</workbook>")


@cache
def ofd_bomb() -> bytes:
    return zip_bomb("OFD.xml", b"<ofd:OFD>", b"<ofd:DocBody/>", b"</ofd:OFD>")


def many_files() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"word/{number}.xml", "")
    return packed.getvalue()


def locked_pdf() -> bytes:
    trailer = (
        b"trailer<</Size 3/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<"
        + b"41" * 32
        + b">/U<"
        + b"42" * 32
        + b">>>/ID[<41><41>]>>"
    )
    return (
        b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + trailer
        + b"\n%%EOF"
    )


def looping_pdf() -> bytes:
    """Pages whose parent is their child, and a hundred thousand pages that are one."""
    kids = b"2 0 R " * 100_000
    return (
        b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Parent 2 0 R/Kids["
        + kids
        + b"]/Count 100000>>endobj\ntrailer<</Size 3/Root 1 0 R>>\n%%EOF"
    )


def pdf_bomb() -> bytes:
    """A content stream that unpacks to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    stream = b"".join([packer.compress(b"BT (xxxxxxxxxx) Tj ET " * 50_000) for _ in range(300)]) + packer.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    said, places = b"%PDF-1.5\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(said))
        said += b"%d 0 obj%s endobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        said
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(said)
    )
