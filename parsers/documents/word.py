"""Word documents: DOCX by its parts in the order of the body; DOC and WPS are turned into DOCX first."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from doc2docx import convert
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from parsers.documents.archives import check_archive
from parsers.documents.lines import table_rows
from parsers.documents.records import Document, UnreadableDocument

_WRAPPERS = frozenset(qn(name) for name in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:body"))
_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc"))
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_SKIPPED = frozenset(qn(name) for name in ("w:del", "w:instrText", "w:pPr", "w:rPr", "w:drawing", "w:pict"))
_MAX_SPAN = 100  # cells


def read_docx(body: bytes) -> Document:
    """A DOCX document's paragraphs and tables. Raises UnreadableDocument."""
    if not body.startswith(b"PK"):
        raise UnreadableDocument("encrypted")  # a locked DOCX is a compound file with an EncryptedPackage
    check_archive(body)
    try:
        document = docx.Document(BytesIO(body))
    except (KeyError, ValueError, BadZipFile, LxmlError, AttributeError) as error:
        raise UnreadableDocument(f"broken: {error}") from error
    return _document("docx", document)


def read_doc(body: bytes, kind: str) -> Document:
    """A DOC or WPS document (Word 97 and later). Raises UnreadableDocument."""
    # The converter takes and writes named files only; both are gone when we are done.
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile(suffix=".doc", dir=folder) as source:
        source.write(body)
        source.flush()
        try:
            result = convert(source.name, f"{source.name}.docx")
            document = docx.Document(str(result.output_path))
        except EncryptedDocumentError as error:
            raise UnreadableDocument("encrypted") from error
        except (Doc2DocxError, KeyError, ValueError, IndexError, BadZipFile, LxmlError, OSError) as error:
            raise UnreadableDocument(f"broken: {error}") from error
        return _document(kind, document)


def _document(kind: str, document: Any) -> Document:
    lines = list(_lines(document.element.body))
    warnings = () if any(line.strip() for line in lines) or not _has_pictures(document) else ("pictures only",)
    return Document(kind, "\n".join(lines), None, warnings)


def _has_pictures(document: Any) -> bool:
    return bool(document.element.body.xpath(".//w:drawing | .//w:pict"))


def _lines(parent: Any) -> Iterator[str]:
    """The lines of a body or cell: one a paragraph, one a row. Content controls and insertions are looked into."""
    for element in parent:
        if element.tag == _PARAGRAPH:
            yield from _paragraph(element).split("\n")
        elif element.tag == _TABLE:
            yield from _rows(element)
        elif element.tag in _WRAPPERS:
            yield from _lines(element)


def _paragraph(element: Any) -> str:
    """A paragraph's text; what a revision deleted, field codes and drawings are not text."""
    parts: list[str] = []

    def walk(node: Any) -> None:
        for child in node:
            if child.tag == _TEXT:
                parts.append(child.text or "")
            elif child.tag == _TAB:
                parts.append(" ")
            elif child.tag in _BREAKS:
                parts.append("\n")
            elif child.tag not in _SKIPPED:
                walk(child)

    walk(element)
    return "".join(parts)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _children(element, tag)


def _rows(table: Any) -> Iterator[str]:
    """Each row's cells at their places in the grid; a merged cell's text stands at its first place only.

    A row with tables in its cells is layout, as pages pasted from a browser have it: its cells follow one another.
    """
    rows: list[list[str]] = []
    for row in _children(table, _ROW):
        if any(next(_children(cell, _TABLE), None) is not None for cell in _children(row, _CELL)):
            yield from table_rows(rows)
            rows = []
            for cell in _children(row, _CELL):
                yield from _lines(cell)
        else:
            rows.append(_cells(row))
    yield from table_rows(rows)


def _cells(row: Any) -> list[str]:
    cells = [""] * _number(row, "./w:trPr/w:gridBefore/@w:val", 0)
    for cell in _children(row, _CELL):
        goes_on = cell.xpath("./w:tcPr/w:vMerge[not(@w:val='restart')]")
        text = "" if goes_on else " ".join(" ".join(line.split()) for line in _lines(cell) if line.strip())
        cells += [text, *[""] * (_number(cell, "./w:tcPr/w:gridSpan/@w:val", 1) - 1)]
    return cells


def _number(element: Any, path: str, default: int) -> int:
    found = element.xpath(path)
    return min(int(found[0]), _MAX_SPAN) if found and str(found[0]).isdigit() else default
