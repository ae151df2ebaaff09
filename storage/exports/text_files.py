"""CSV and JSON lines: one file a table."""

import csv
import json
from typing import Any

from storage.exports.cells import GUARD_DESCRIPTION, to_json, to_text
from storage.exports.fields import ExportTable
from storage.exports.writer import Rows, Writer


class CsvFiles(Writer):
    """RFC 4180, with the mark that makes Excel read UTF-8."""

    format = "csv"
    encoding = "utf-8-sig"
    note = GUARD_DESCRIPTION

    def path(self, table: ExportTable) -> str:
        return f"{table.name}.csv"

    def dialect(self, table: ExportTable) -> dict[str, Any]:
        return {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}

    def write(self, table: ExportTable, rows: Rows) -> int:
        kinds = [field.type for field in table.fields]
        count = 0
        with (self.folder / self.path(table)).open("w", encoding=self.encoding, newline="") as file:
            lines = csv.writer(file, lineterminator="\r\n")
            lines.writerow([field.name for field in table.fields])
            for row in rows:
                lines.writerow([to_text(kind, value) for kind, value in zip(kinds, row, strict=True)])
                count += 1
        return count


class JsonLines(Writer):
    """One object a line."""

    format = "jsonl"
    encoding = "utf-8"

    def path(self, table: ExportTable) -> str:
        return f"{table.name}.jsonl"

    def write(self, table: ExportTable, rows: Rows) -> int:
        fields = [(field.name, field.type) for field in table.fields]
        count = 0
        with (self.folder / self.path(table)).open("w", encoding=self.encoding, newline="\n") as file:
            for row in rows:
                line = {name: to_json(kind, value) for (name, kind), value in zip(fields, row, strict=True)}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
        return count
