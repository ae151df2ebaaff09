"""Parquet: one file a table, with true types, for those who compute."""

import json
from itertools import islice
from pathlib import Path
from typing import Any

from storage.errors import StoreError
from storage.exports.fields import ExportTable, Field
from storage.exports.writer import Rows, Writer


def import_parquet() -> tuple[Any, Any]:
    """(pyarrow, pyarrow.parquet), which are optional and large. StoreError if they are missing."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise StoreError("Parquet needs pyarrow; run: pip install 'xuncha[parquet]', or take another format") from error
    return pyarrow, pyarrow.parquet


class ParquetFiles(Writer):
    format = "parquet"
    note = "JSON is text."

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._arrow, self._parquet = import_parquet()

    def path(self, table: ExportTable) -> str:
        return f"{table.name}.parquet"

    def write(self, table: ExportTable, rows: Rows) -> int:
        schema = self._arrow.schema([self._field(field) for field in table.fields])
        rest, count = iter(rows), 0
        with self._parquet.ParquetWriter(self.folder / self.path(table), schema, compression="zstd") as file:
            while part := list(islice(rest, table.rows_at_once)):
                columns = [[_plain(field, row[place]) for row in part] for place, field in enumerate(table.fields)]
                arrays = [self._arrow.array(values, type=one.type) for values, one in zip(columns, schema, strict=True)]
                file.write_batch(self._arrow.record_batch(arrays, schema=schema))
                count += len(part)
        return count

    def _field(self, field: Field) -> Any:
        kinds: dict[str, Any] = {
            "integer": self._arrow.int64(),
            "number": self._arrow.float64(),
            "boolean": self._arrow.bool_(),
            "date": self._arrow.date32(),
            "datetime": self._arrow.timestamp("us", tz="UTC"),
            "binary": self._arrow.large_binary(),
        }
        kind = kinds.get(field.type, self._arrow.string())
        return self._arrow.field(field.name, kind, not field.required, {"description": field.description})


def _plain(field: Field, value: Any) -> Any:
    if value is not None and field.type in ("object", "array"):
        return json.dumps(value, ensure_ascii=False)
    return value
