"""One workbook, a sheet a table, for people: dates are dates, and what a sheet cannot hold is cut and says so."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError, FileSizeError
from xlsxwriter.worksheet import Worksheet

from storage.errors import StoreError
from storage.exports.fields import ExportTable, Field
from storage.exports.writer import Rows, Writer

FILE = "xuncha.xlsx"
MAX_ROWS = 1_048_576  # of a sheet, its head included
MAX_CELL = 32_767  # UTF-16 units of text
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was; days before are written as text

NOTE = (
    "Times are UTC, to the millisecond. Text over 32,767 characters is cut, and its end says so. A table of more than "
    "1,048,575 rows goes on in the next sheet (link 2, link 3, …). body.data is left out: a sheet cannot hold bytes. "
    "An empty cell is a missing or empty value. Take csv, jsonl, sqlite or parquet where nothing may be missing."
)


class XlsxFile(Writer):
    format = "xlsx"
    note = NOTE

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,  # a title that begins with = is a title
            "strings_to_urls": False,  # a sheet takes 65,530 links at most
            "tmpdir": str(folder),
        }
        self._book = xlsxwriter.Workbook(str(folder / FILE), options)
        self._head = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss.000"})
        self._sheets: dict[str, list[str]] = {}
        self._about()

    def path(self, table: ExportTable) -> str:
        return FILE

    def dialect(self, table: ExportTable) -> dict[str, Any]:
        return {"sheet": self._sheets[table.name][0]}

    def write(self, table: ExportTable, rows: Rows) -> int:
        columns = [(place, field) for place, field in enumerate(table.fields) if field.type != "binary"]
        fields = [field for _, field in columns]
        sheet, line, count = self._sheet(table, fields), 1, 0
        for row in rows:
            if line == MAX_ROWS:
                sheet, line = self._sheet(table, fields), 1
            for column, (place, field) in enumerate(columns):
                self._cell(sheet, line, column, field, row[place])
            line, count = line + 1, count + 1
        return count

    def finish(self) -> None:
        try:
            self._book.close()
        except FileCreateError as error:
            self.abandon()
            raise error.args[0] from error  # the OSError that it wraps
        except FileSizeError as error:
            self.abandon()
            raise StoreError("more than a workbook holds (4 GB); take csv, jsonl, sqlite or parquet") from error

    def abandon(self) -> None:
        """Drops the temporary files of sheets, and the half-made book with them."""
        for sheet in self._book.worksheets():
            for file in {sheet.fh, sheet.row_data_fh} - {None}:
                with suppress(OSError):  # what it could not write before, it cannot now
                    file.close()
        self._book.fileclosed = True

    def _about(self) -> None:
        sheet = self._book.add_worksheet("about")
        for line, sentence in enumerate(NOTE.split(". ")):
            sheet.write_string(line, 0, sentence.rstrip(".") + ".")

    def _sheet(self, table: ExportTable, fields: list[Field]) -> Worksheet:
        names = self._sheets.setdefault(table.name, [])
        names.append(table.name if not names else f"{table.name} {len(names) + 1}")
        sheet = self._book.add_worksheet(names[-1])
        sheet.freeze_panes(1, 0)
        for column, field in enumerate(fields):
            sheet.write_string(0, column, field.name, self._head)
        return sheet

    def _cell(self, sheet: Worksheet, line: int, column: int, field: Field, value: Any) -> None:
        if value is None or value == "":
            return
        if field.type == "datetime" and value.date() >= _FIRST_DAY:
            moment: datetime = value.astimezone(UTC).replace(tzinfo=None)
            sheet.write_datetime(line, column, moment, self._moment)
        elif field.type == "date" and value >= _FIRST_DAY:
            sheet.write_datetime(line, column, value, self._day)
        elif field.type == "boolean":
            sheet.write_boolean(line, column, value)
        elif field.type in ("integer", "number") and isfinite(value):
            sheet.write_number(line, column, value)
        else:
            text = json.dumps(value, ensure_ascii=False) if field.type in ("object", "array") else str(value)
            sheet.write_string(line, column, fitting(text))


def fitting(text: str) -> str:
    """The text as a cell takes it: no character that XML forbids, and cut where it is too long."""
    text = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    units = text.encode("utf-16-le")  # as Excel counts: characters beyond U+FFFF are two
    if len(units) <= 2 * MAX_CELL:
        return text
    end = f"…[cut: {len(text):,} characters in all]"
    return units[: 2 * (MAX_CELL - len(end))].decode("utf-16-le", errors="ignore") + end
