"""PDF: text by pdfium, tables by their ruled lines."""

import ctypes
import logging
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import raw

from parsers.documents.lines import Glyph, Item, Line, close_gaps, line_of, paragraphs, table_rows, without_furniture
from parsers.documents.records import Document, UnreadableDocument

MAX_PAGES = 300  # the longest annual report seen has 21
MAX_RULED_PAGES = 40  # pdfplumber takes some 60 ms a page
MIN_RULES = 6  # path objects; a page with fewer has a letterhead's lines, not a table
MIN_TEXT = 8  # characters on a page; fewer are a page number or a stamp
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of every font that names no box
_LABEL = re.compile("[\u4e00-\u9fff]")
_NEW_ROW = re.compile(r"^\s*(?:第|[一二三四五六七]、|[（(]|\d|信息内容|注|行政|规章)")


def read_pdf(body: bytes) -> Document:
    """The pages' text, table rows with tabs. Raises UnreadableDocument: encrypted, broken, image-only, too large."""
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        words = str(error)
        raise UnreadableDocument("encrypted" if "assword" in words else f"broken: {words}") from error
    try:
        if len(pdf) > MAX_PAGES:
            raise UnreadableDocument(f"too large: {len(pdf)} pages")
        return _document(body, pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"broken: {error}") from error
    finally:
        pdf.close()


def _document(body: bytes, pdf: pypdfium2.PdfDocument) -> Document:
    pages: list[list[Item]] = []
    ruled: list[int] = []
    warnings: list[str] = []
    pictures = 0
    for number in range(len(pdf)):
        page = pdf[number]
        lines = list(_lines(page, number))
        kinds = [piece.type for piece in page.get_objects(max_depth=3)]
        blank = sum(len(line.text.strip()) for line in lines) < MIN_TEXT
        if blank and raw.FPDF_PAGEOBJ_IMAGE in kinds:
            pictures += 1
            warnings.append(f"page {number + 1} is a picture")
        elif kinds.count(raw.FPDF_PAGEOBJ_PATH) >= MIN_RULES and len(ruled) < MAX_RULED_PAGES:
            ruled.append(number)
        pages.append([*lines])
    if not any(pages) or pictures == len(pages):
        raise UnreadableDocument("image-only" if pictures else "empty")
    try:
        for number, tables in _ruled_pages(body, ruled):
            pages[number] = _with_tables(pages[number], tables)
    except (PdfminerException, PDFException, ValueError, KeyError, TypeError, IndexError) as error:
        warnings.append(f"tables not read: {type(error).__name__}")
    return Document("pdf", "\n".join(paragraphs(_joined(without_furniture(pages)))), None, tuple(warnings))


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    """The page's lines in the order of the file, their ends as pdfium sees them."""
    height = page.get_height()
    text = page.get_textpage()
    box = raw.FS_RECTF()
    line: list[Glyph] = []
    spaced = False
    for place in range(raw.FPDFText_CountChars(text) + 1):
        code = raw.FPDFText_GetUnicode(text, place)  # 0 behind the last
        if code in (0, 10, 13):
            if line:
                yield line_of(line, number)
                line = []
            spaced = False
        elif chr(code).isspace():
            spaced = spaced or raw.FPDFText_IsGenerated(text, place) == 0  # pdfium sees spaces that nobody wrote
        elif raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            line.append(Glyph(chr(code), box.left, box.right, height - box.top, height - box.bottom, spaced))
            spaced = False


def _ruled_pages(body: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, list[Any]]]:
    """The tables of each page from top to bottom, but frames around a table and what a page break left of one row."""
    if not numbers:
        return
    with pdfplumber.open(BytesIO(body), pages=[number + 1 for number in numbers]) as pdf:
        for number, page in zip(numbers, pdf.pages, strict=True):
            tables: list[Any] = []
            for table in sorted(page.find_tables(), key=lambda table: table.bbox[1]):
                is_inside = tables and table.bbox[1] < tables[-1].bbox[3] - 1
                if len(table.rows[0].cells) > 1 and not is_inside:
                    tables.append(table)
            yield number, tables
            page.close()


def _with_tables(lines: Sequence[Item], tables: Sequence[Any]) -> list[Item]:
    """The page's lines, with a table's rows in the place of the lines that stand inside it."""
    items: list[Item] = []
    waiting = list(tables)
    for line in lines:
        assert isinstance(line, Line)
        middle = (line.top + line.bottom) / 2
        if any(table.bbox[1] <= middle <= table.bbox[3] for table in tables):
            continue
        while waiting and waiting[0].bbox[1] < middle:
            items += _rows(waiting.pop(0))
        items.append(line)
    for table in waiting:
        items += _rows(table)
    return items


def _rows(table: Any) -> list[str]:
    return table_rows([_cell(cell) for cell in row] for row in table.extract())


def _cell(cell: str | None) -> str:
    return "".join(close_gaps(line).strip() for line in (cell or "").split("\n"))


def _joined(pages: Sequence[Sequence[Item]]) -> list[Item]:
    """All pages in a row; a table's row that a page break cuts through is one again."""
    items: list[Item] = []
    for page in pages:
        rest = list(page)
        upper, lower = items[-1] if items else None, rest[0] if rest else None
        if isinstance(upper, str) and isinstance(lower, str) and _goes_on(upper, lower):
            pairs = zip(upper.split("\t"), lower.split("\t"), strict=True)
            items[-1] = "\t".join(above + below for above, below in pairs)
            del rest[0]
        items += rest
    return items


def _goes_on(upper: str, lower: str) -> bool:
    """Is the lower row only the rest of labels of the upper one?"""
    above, below = upper.split("\t"), lower.split("\t")
    if len(above) != len(below) or not any(re.search(r"\d", cell) for cell in above[1:]):
        return False
    return all(
        not cell or (_LABEL.search(name) and not re.search(r"\d", cell) and not _NEW_ROW.match(cell))
        for name, cell in zip(above, below, strict=True)
    )
