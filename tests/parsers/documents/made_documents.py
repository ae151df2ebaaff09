"""Documents made by the tests: real files of each kind, small."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import xlsxwriter

ROWS = [["行政许可", "146", "355", "2541765"], ["行政处罚", "95413", "8708", "1965471"]]


def docx_file() -> bytes:
    document = docx.Document()
    document.add_paragraph("一、总体情况")
    table = document.add_table(rows=3, cols=4)
    table.cell(0, 0).merge(table.cell(0, 3)).text = "第二十条第（五）项"
    for row, cells in enumerate(ROWS, start=1):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.add_paragraph("五、存在的主要问题")
    body = BytesIO()
    document.save(body)
    return body.getvalue()


def merged_docx_file() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "不予公开"
    for row, column, words in ((0, 1, "国家秘密"), (0, 2, "0"), (1, 1, "第三方"), (1, 2, "3")):
        table.cell(row, column).text = words
    body = BytesIO()
    document.save(body)
    return body.getvalue()


def xlsx_file() -> bytes:
    body = BytesIO()
    book = xlsxwriter.Workbook(body)
    sheet = book.add_worksheet("年报")
    for row, cells in enumerate(ROWS):
        for column, words in enumerate(cells):
            sheet.write(row, column, int(words) if words.isdigit() else words)
    hidden = book.add_worksheet("草稿")
    hidden.write(0, 0, "不公开")
    hidden.hide()
    book.close()
    return body.getvalue()


def ofd_file(text: str = "收到申请12件") -> bytes:
    names = {
        "OFD.xml": '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>9'
        "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/Pages/Page_0/Content.xml": '<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content>'
        '<ofd:Layer ID="2"><ofd:TextObject ID="3" Boundary="20 20 150 10" Font="1" Size="5">'
        f'<ofd:TextCode X="0" Y="5">{text}</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>',
    }
    return zip_file({name: words.encode() for name, words in names.items()})


def zip_file(members: dict[str, bytes]) -> bytes:
    body = BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return body.getvalue()


def lying_zip_file(name: str, size: int) -> bytes:
    """An archive whose directory says that its member has 10 bytes, while it unpacks to `size`."""
    body = bytearray(zip_file({name: bytes(size)}))
    real, said = struct.pack("<I", size), struct.pack("<I", 10)
    return bytes(body.replace(real, said))


class Pdf:
    """A hand-made PDF: Chinese text in a font that every reader knows by name, and lines."""

    def __init__(self) -> None:
        self.pages: list[bytes] = []

    def page(self, texts: list[tuple[float, float, str]], rules: list[tuple[float, float, float, float]] = ()) -> None:
        """Texts at (x, y) and ruled lines (x1, y1, x2, y2), in points from the lower left."""
        parts = [f"{a} {b} m {c} {d} l S" for a, b, c, d in rules]
        for x, y, words in texts:
            parts.append(f"BT /F1 10 Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET")
        self.pages.append("\n".join(parts).encode())

    def table(self, rows: list[list[str]], before: str = "", after: str = "", wide: int = 120) -> None:
        """A page with one ruled table; words wrap inside their cells, as a word processor does it."""
        width = wide // 11
        wrapped = [
            [[words[at : at + width] for at in range(0, len(words), width)] for words in cells] for cells in rows
        ]
        heights = [14 * max(1, *(len(lines) for lines in cells)) + 8 for cells in wrapped]
        tops = [780.0]
        for height in heights:
            tops.append(tops[-1] - height)
        edges = [50.0 + wide * at for at in range(len(rows[0]) + 1)]
        rules = [(edges[0], top, edges[-1], top) for top in tops] + [(edge, tops[0], edge, tops[-1]) for edge in edges]
        texts = [
            (edge + 3, top - 14 * (at + 1), line)
            for top, cells in zip(tops, wrapped, strict=False)
            for edge, lines in zip(edges, cells, strict=False)
            for at, line in enumerate(lines)
        ]
        texts += [(50.0, tops[0] + 20, before)] if before else []
        texts += [(50.0, tops[-1] - 30, after)] if after else []
        self.page(texts, rules)

    def body(self, extra: str = "") -> bytes:
        count = len(self.pages)
        kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(count))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H "
            "/DescendantFonts [4 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
            "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
        ]
        out = [words.encode() for words in objects]
        for at, content in enumerate(self.pages):
            out.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * at} 0 R "
                f"/Resources << /Font << /F1 3 0 R >> >> {extra} >>".encode()
            )
            packed = zlib.compress(content)
            out.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed))
        return _with_xref(out)


def _with_xref(objects: list[bytes]) -> bytes:
    body, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, words in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    xref = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    body += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, xref)
    return bytes(body)
