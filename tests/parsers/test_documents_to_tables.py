"""The same made-up report as HTML, DOCX, XLSX and PDF gives the same figures."""

import random
from io import BytesIO

import docx
import pytest
import xlsxwriter

from parsers.documents import read_document, sniff
from parsers.report.tables import read_tables
from tests.parsers.documents.made_documents import Pdf
from tests.parsers.report.table_texts import Style, Tables, make, render


def report(form: int) -> tuple[Tables, list[list[str]]]:
    rng = random.Random(form)
    tables = make(rng, form)
    text = render(tables, Style("tabs"), rng)
    return tables, [line.split("\t") for line in text.split("\n") if line]


def blocks(lines: list[list[str]]) -> list[list[list[str]]]:
    """Runs of rows of one width."""
    found: list[list[list[str]]] = []
    for cells in lines:
        if not found or len(found[-1][0]) != len(cells):
            found.append([])
        found[-1].append(cells)
    return found


def as_html(lines: list[list[str]]) -> bytes:
    parts = ["<html><body>"]
    for rows in blocks(lines):
        if len(rows[0]) == 1:
            parts += [f"<p>{cells[0]}</p>" for cells in rows]
            continue
        parts.append("<table>")
        parts += ["<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in cells) + "</tr>" for cells in rows]
        parts.append("</table>")
    return "".join(parts).encode()


def as_docx(lines: list[list[str]]) -> bytes:
    document = docx.Document()
    for rows in blocks(lines):
        if len(rows[0]) == 1:
            for cells in rows:
                document.add_paragraph(cells[0])
            continue
        table = document.add_table(rows=0, cols=len(rows[0]))
        for cells in rows:
            for cell, words in zip(table.add_row().cells, cells, strict=True):
                cell.text = words
    body = BytesIO()
    document.save(body)
    return body.getvalue()


def as_xlsx(lines: list[list[str]]) -> bytes:
    body = BytesIO()
    book = xlsxwriter.Workbook(body)
    sheet = book.add_worksheet()
    for row, cells in enumerate(lines):
        for column, words in enumerate(cells):
            sheet.write(row, column, int(words) if words.isdigit() else words)
    book.close()
    return body.getvalue()


def as_pdf(lines: list[list[str]]) -> bytes:
    pdf = Pdf()
    for rows in blocks(lines):
        if len(rows[0]) == 1:
            pdf.page([(50, 700 - 20 * at, cells[0]) for at, cells in enumerate(rows)])
            continue
        for at in range(0, len(rows), 8):
            pdf.table(rows[at : at + 8], wide=88 if len(rows[0]) < 15 else 60)
    return pdf.body("/UserUnit 1").replace(b"[0 0 595 842]", b"[0 0 995 842]")


@pytest.mark.parametrize("form", [2019, 2021])
@pytest.mark.parametrize("write", [as_html, as_docx, as_xlsx, as_pdf])
def test_every_kind_gives_the_figures(write: object, form: int) -> None:
    tables, lines = report(form)
    body = write(lines)  # type: ignore[operator]
    reading = read_tables(read_document(body, sniff(body)).text, form)
    read = {(m.code, tuple(sorted(m.dims.items()))): m.value for m in reading.metrics}
    assert read == tables.figures
