"""Spreadsheets, XLS and XLSX: each visible sheet's rows, cells between tabs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import groupby

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from parsers.documents.archives import check_archive
from parsers.documents.lines import table_rows
from parsers.documents.records import Document, UnreadableDocument

MAX_CELLS = 500_000  # an annual report's tables have some 300
_WIDE = 0.8  # of the sheet's width
Range = tuple[tuple[int, int], tuple[int, int]]  # (row, column) of a merged cell's first and last corner
_Value = int | float | str | bool | time | date | datetime | timedelta


def read_sheets(body: bytes, kind: str) -> Document:
    """The workbook's rows. Raises UnreadableDocument."""
    if kind == "xlsx":
        if not body.startswith(b"PK"):
            raise UnreadableDocument("encrypted")  # a locked XLSX is a compound file with an EncryptedPackage
        check_archive(body)
    try:
        lines = _lines(body)
    except PasswordError as error:
        raise UnreadableDocument("encrypted") from error
    except (CalamineError, ValueError) as error:
        raise UnreadableDocument(f"broken: {error}") from error
    except BaseException as error:
        # calamine's Rust panics on some cut files; PyO3 raises that as a BaseException which cannot be imported
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableDocument(f"broken: {error}") from error
    return Document(kind, "\n".join(lines))


def _lines(body: bytes) -> list[str]:
    lines: list[str] = []
    cells = 0
    with CalamineWorkbook.from_filelike(BytesIO(body)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet or meta.visible != SheetVisibleEnum.Visible:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            rows: list[list[str]] = []
            for row in sheet.iter_rows():
                cells += len(row)
                if cells > MAX_CELLS:
                    raise UnreadableDocument(f"too large: more than {MAX_CELLS} cells")
                rows.append([_words(value) for value in row])
            lines += sheet_lines(rows, sheet.merged_cell_ranges or ())
    return lines


def sheet_lines(rows: Sequence[Sequence[str]], merged: Iterable[Range]) -> list[str]:
    """The rows without the columns that only another table of the same sheet needs.

    Tables one below the other share a grid, the cells of each merged over several of its columns. What stands between
    them is a heading: a cell as wide as the sheet.
    """
    width = max((len(row) for row in rows), default=0)
    inside: dict[int, set[int]] = defaultdict(set)  # row → columns that a merged cell has begun before
    headings = set[int]()
    for (top, left), (bottom, right) in merged:
        for row in range(top, min(bottom + 1, len(rows))):
            inside[row].update(range(left + 1, min(right + 1, width)))
        if right - left + 1 >= _WIDE * width:
            headings.update(range(top, bottom + 1))
    lines: list[str] = []
    filled = (number for number, row in enumerate(rows) if any(row))
    for is_heading, group in groupby(filled, headings.__contains__):
        block = list(group)
        columns = [at for at in range(width) if is_heading or any(at not in inside[row] for row in block)]
        lines += table_rows([rows[row][at] for at in columns] for row in block)
    return lines


def _words(value: _Value) -> str:
    """A cell as a reader sees it: 12.0 is 12, and no line ends or tabs."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return " ".join(str(value).split())
