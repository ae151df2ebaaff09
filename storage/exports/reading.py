"""Reads an export back by its datapackage.json alone, and puts its rows into an empty database."""

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import func, insert, select, text

from storage.base import chunks
from storage.engine import Database
from storage.errors import StoreError
from storage.exports.cells import from_json, from_text
from storage.exports.fields import SECRET, FieldType
from storage.exports.package import FILE, ours
from storage.models import Base

Row = dict[str, Any]
_LONGEST_CELL = 2**31 - 1  # csv's own limit is 131,072 characters; a page's text and a body's base64 are longer


def read_export(directory: Path) -> Iterator[tuple[str, Row]]:
    """(table, row) for every row of a csv, jsonl or sqlite export, with the types that the database gave.

    StoreError if the folder holds no such export of ours, or one that is damaged.
    """
    package = ours(directory)
    if package is None:
        raise StoreError(f"{directory / FILE} is not there, or not of an export of xuncha")
    read = _READERS.get(package["xuncha"].get("format"))
    if read is None:
        raise StoreError(f"{directory} cannot be read back; export again as one of: {', '.join(_READERS)}")
    for resource in package["resources"]:
        try:
            for row in read(_inside(directory, resource["path"]), resource):
                yield resource["name"], row
        except (OSError, ValueError, KeyError, csv.Error, sqlite3.Error) as error:
            raise StoreError(f"{directory / resource['path']} is damaged or missing ({error}); export again") from error


def import_rows(database: Database, rows: Iterable[tuple[str, Row]]) -> int:
    """Puts what read_export gives into a database that has its tables and no rows; returns how many.

    All or nothing. Channels come back switched off: their addresses are secret, so no export has them.
    """
    count = 0
    with database.write() as connection:
        for table in Base.metadata.sorted_tables:
            if connection.execute(select(func.count()).select_from(table)).scalar_one():
                raise StoreError(f"{table.name} has rows already; import into a new database")
        for name, group in groupby(rows, key=lambda one: one[0]):
            if name not in Base.metadata.tables:
                raise StoreError(
                    f"the export has a table {name!r} that this xuncha does not know; install the newer one"
                )
            for part in chunks((_complete(name, row) for _, row in group), 200):
                connection.execute(insert(Base.metadata.tables[name]), list(part))
                count += len(part)
        if not database.is_sqlite:
            for table in Base.metadata.sorted_tables:
                if "id" in table.c:  # PostgreSQL's counters know nothing of rows that came with their numbers
                    counter = f"pg_get_serial_sequence('\"{table.name}\"', 'id')"
                    connection.execute(text(f'SELECT setval({counter}, max(id)) FROM "{table.name}"'))  # noqa: S608
    return count


def _complete(table: str, row: Row) -> Row:
    missing = {column: "" for name, column in SECRET if name == table}
    return {**row, **missing, "enabled": False} if missing else row


def _inside(directory: Path, path: str) -> Path:
    """A data package comes from elsewhere: its paths must not lead out of its folder."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"unsafe path {path!r}")
    return directory / parts


def _kinds(resource: Row) -> dict[str, FieldType]:
    return {
        field["name"]: "binary" if field.get("format") == "binary" else field["type"]
        for field in resource["schema"]["fields"]
    }


def _read_csv(file: Path, resource: Row) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    kinds = _kinds(resource)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            yield {name: from_text(kinds[name], cell) for name, cell in row.items()}


def _read_jsonl(file: Path, resource: Row) -> Iterator[Row]:
    kinds = _kinds(resource)
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield {name: from_json(kinds[name], value) for name, value in json.loads(line).items()}


def _read_sqlite(file: Path, resource: Row) -> Iterator[Row]:
    kinds = _kinds(resource)
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


_READERS = {"csv": _read_csv, "jsonl": _read_jsonl, "sqlite": _read_sqlite}
