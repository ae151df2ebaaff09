"""PDF: text by pdfium, tables by their ruled lines."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

from parsers.documents.lines import close_gaps, join_wrapped, without_page_number
from parsers.documents.records import Document, UnreadableDocument

MAX_PAGES = 300  # the longest annual report seen has 21
MAX_RULED_PAGES = 40  # pdfplumber takes some 60 ms a page
MIN_RULES = 6  # path objects; a page with fewer has a letterhead's lines, not a table
MIN_TEXT = 8  # characters on a page; fewer are a page number or a stamp
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
    pages: list[list[str]] = []
    ruled: list[int] = []
    warnings: list[str] = []
    pictures = 0
    for number in range(len(pdf)):
        page = pdf[number]
        lines = page.get_textpage().get_text_bounded().replace("\r", "").split("\n")
        kinds = [piece.type for piece in page.get_objects(max_depth=3)]
        blank = sum(len(line.strip()) for line in lines) < MIN_TEXT
        if blank and FPDF_PAGEOBJ_IMAGE in kinds:
            pictures += 1
            warnings.append(f"page {number + 1} is a picture")
        elif kinds.count(FPDF_PAGEOBJ_PATH) >= MIN_RULES and len(ruled) < MAX_RULED_PAGES:
            ruled.append(number)
        pages.append(join_wrapped(without_page_number([close_gaps(line) for line in lines])))
    if not any(pages) or pictures == len(pages):
        raise UnreadableDocument("image-only" if pictures else "empty")
    try:
        for number, lines in _ruled_pages(body, ruled):
            pages[number] = lines
    except (PdfminerException, PDFException, ValueError, KeyError, TypeError, IndexError) as error:
        warnings.append(f"tables not read: {type(error).__name__}")
    return Document("pdf", "\n".join(_joined(pages)), None, tuple(warnings))


def _ruled_pages(body: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    if not numbers:
        return
    with pdfplumber.open(BytesIO(body), pages=[number + 1 for number in numbers]) as pdf:
        for number, page in zip(numbers, pdf.pages, strict=True):
            if lines := _page_lines(page):
                yield number, lines
            page.close()


def _page_lines(page: Any) -> list[str]:
    """The page from top to bottom: text between tables, and the tables' rows; empty when it has no table."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    tables = [table for table in tables if len(table.rows[0].cells) > 1]  # one row: the rest of a table before
    if not tables:
        return []
    lines: list[str] = []
    top = page.bbox[1]
    for table in tables:
        if table.bbox[1] < top - 1:  # a frame around a table that we have read
            continue
        lines += _text_between(page, top, table.bbox[1])
        lines += [row for cells in table.extract() if (row := _row(cells))]
        top = table.bbox[3]
    lines += _text_between(page, top, page.bbox[3])
    return without_page_number(lines)


def _text_between(page: Any, top: float, bottom: float) -> list[str]:
    if bottom - top < 2:  # points: no line of text fits
        return []
    words = page.crop((page.bbox[0], top, page.bbox[2], bottom), strict=False).extract_text() or ""
    return join_wrapped([close_gaps(line) for line in words.split("\n") if line.strip()])


def _row(cells: Sequence[str | None]) -> str:
    words = ["".join(close_gaps(line).strip() for line in (cell or "").split("\n")) for cell in cells]
    return "\t".join(words) if any(words) else ""


def _joined(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines; a table's row that a page break cuts through is one line again."""
    lines: list[str] = []
    for page in pages:
        rest = list(page)
        if lines and rest and "\t" in lines[-1] and "\t" in rest[0] and _goes_on(lines[-1], rest[0]):
            pairs = zip(lines[-1].split("\t"), rest.pop(0).split("\t"), strict=True)
            lines[-1] = "\t".join(upper + lower for upper, lower in pairs)
        elif lines and rest and "\t" not in lines[-1] + rest[0] and not re.search(r"[。；：！？\d]\s*$", lines[-1]):
            longest = max((len(line) for line in lines[-30:] if "\t" not in line), default=0)
            if len(lines[-1]) > 40 or len(lines[-1]) >= 0.85 * longest > 0:
                lines[-1] += rest.pop(0)
        lines += rest
    return lines


def _goes_on(upper: str, lower: str) -> bool:
    """Is the lower row only the rest of labels of the upper one?"""
    above, below = upper.split("\t"), lower.split("\t")
    if len(above) != len(below) or not any(re.search(r"\d", cell) for cell in above[1:]):
        return False
    return all(
        not cell or (_LABEL.search(name) and not re.search(r"\d", cell) and not _NEW_ROW.match(cell))
        for name, cell in zip(above, below, strict=True)
    )
