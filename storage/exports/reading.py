"""Reads an export back by its datapackage.json alone."""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from storage.errors import StoreError
from storage.exports.cells import from_json, from_text
from storage.exports.fields import FieldType
from storage.exports.package import FILE, file_hash, ours
from storage.exports.parquet_files import import_parquet

Row = dict[str, Any]
Kinds = dict[str, FieldType]  # by the column's name, in the order of the file
_LONGEST_CELL = 2**31 - 1  # csv's own limit is 131,072 characters; a page's text and a body's base64 are longer
_ROWS_AT_ONCE = 200


def read_export(directory: Path) -> Iterator[tuple[str, Row]]:
    """(table, row) for every row of the database in a csv, jsonl, sqlite or parquet export, with the types that the database gave.

    StoreError if the folder holds no such export of ours, or if a file is not as the export left it.
    """
    package = ours(directory)
    if package is None:
        raise StoreError(f"{directory / FILE} is not there, or not of an export of xuncha")
    read = _READERS.get(package["xuncha"].get("format"))
    if read is None:
        raise StoreError(f"{directory} cannot be read back; export again as one of: {', '.join(_READERS)}")
    files = {resource["path"]: resource["hash"] for resource in package["resources"]}
    for path, digest in files.items():
        _require_sound(_inside(directory, path), digest)
    for resource in package["resources"]:
        if resource.get("derived"):
            continue
        for row in read(_inside(directory, resource["path"]), resource, _kinds(resource)):
            yield resource["name"], row


def _inside(directory: Path, path: str) -> Path:
    """A data package comes from elsewhere: its paths must not lead out of its folder."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts:
        raise StoreError(f"{directory / FILE} names {path!r}, which lies elsewhere; xuncha writes no such export")
    return directory / parts


def _require_sound(file: Path, digest: str) -> None:
    try:
        found = file_hash(file)
    except OSError as error:
        raise StoreError(f"cannot read {file}: {error.strerror}; export again") from error
    if found != digest:
        raise StoreError(f"{file} is damaged or was changed after the export; export again")


def _kinds(resource: Row) -> Kinds:
    return {
        field["name"]: "binary" if field.get("format") == "binary" else field["type"]
        for field in resource["schema"]["fields"]
    }


def _read_csv(file: Path, resource: Row, kinds: Kinds) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with file.open(encoding="utf-8-sig", newline="") as text:
        lines = csv.reader(text, strict=True)
        next(lines)
        for line in lines:
            yield {name: from_text(kind, cell) for (name, kind), cell in zip(kinds.items(), line, strict=True)}


def _read_jsonl(file: Path, resource: Row, kinds: Kinds) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield {name: from_json(kinds[name], value) for name, value in json.loads(line).items()}


def _read_sqlite(file: Path, resource: Row, kinds: Kinds) -> Iterator[Row]:
    names = ", ".join(f'"{name}"' for name in kinds)
    key = ", ".join(f'"{name}"' for name in resource["schema"]["primaryKey"])
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        for row in connection.execute(f'SELECT {names} FROM "{resource["name"]}" ORDER BY {key}'):  # noqa: S608
            values = zip(kinds.items(), row, strict=True)
            yield {name: _from_sqlite(kind, value) for (name, kind), value in values}


def _from_sqlite(kind: FieldType, value: Any) -> Any:
    if value is None:
        return None
    if kind == "datetime":
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "boolean":
        return bool(value)
    return json.loads(value) if kind in ("object", "array") else value


def _read_parquet(file: Path, resource: Row, kinds: Kinds) -> Iterator[Row]:
    _, parquet = import_parquet()
    with parquet.ParquetFile(file) as table:
        for batch in table.iter_batches(_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                yield {name: _from_parquet(kinds[name], value) for name, value in row.items()}


def _from_parquet(kind: FieldType, value: Any) -> Any:
    return json.loads(value) if value is not None and kind in ("object", "array") else value


_READERS: dict[str, Callable[[Path, Row, Kinds], Iterator[Row]]] = {
    "csv": _read_csv,
    "jsonl": _read_jsonl,
    "sqlite": _read_sqlite,
    "parquet": _read_parquet,
}
