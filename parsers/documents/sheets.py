"""Spreadsheets, XLS and XLSX: each visible sheet's rows, cells between tabs."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from parsers.documents.archives import check_archive
from parsers.documents.records import Document, UnreadableDocument

MAX_CELLS = 500_000  # an annual report's tables have some 300
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
        for sheet in book.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet or sheet.visible != SheetVisibleEnum.Visible:
                continue
            for row in book.get_sheet_by_name(sheet.name).iter_rows():
                cells += len(row)
                if cells > MAX_CELLS:
                    raise UnreadableDocument(f"too large: more than {MAX_CELLS} cells")
                words = [_words(value) for value in row]
                if any(words):
                    lines.append("\t".join(words))
    return lines


def _words(value: _Value) -> str:
    """A cell as a reader sees it: 12.0 is 12, and no line ends or tabs."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return " ".join(str(value).split())
