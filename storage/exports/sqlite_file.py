"""One SQLite file with the tables of the database, whichever that is: for any tool that reads SQLite."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, MetaData, Table, UniqueConstraint, create_engine, insert
from sqlalchemy.exc import OperationalError

from storage.exports.fields import ExportTable, export_tables
from storage.exports.writer import Rows, Writer

FILE = "xuncha.db"


class SqliteFile(Writer):
    format = "sqlite"
    time_format = "%Y-%m-%d %H:%M:%S.%f"
    note = "Times are UTC, as text. JSON is text. Booleans are 0 and 1."

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._metadata = MetaData()
        self._tables = {each.name: _copy(each, self._metadata) for each in export_tables()}
        self._engine = create_engine(f"sqlite:///{folder / FILE}")
        self._connection: Connection = self._engine.connect()
        for setting in ("synchronous", "journal_mode"):  # what fails half-way is thrown away
            self._connection.exec_driver_sql(f"PRAGMA {setting}=OFF")
        with _told_as_os_error():
            self._metadata.create_all(self._connection)
            self._connection.commit()

    def path(self, table: ExportTable) -> str:
        return FILE

    def dialect(self, table: ExportTable) -> dict[str, Any]:
        return {"table": table.name}

    def write(self, table: ExportTable, rows: Rows) -> int:
        names = [field.name for field in table.fields]
        new, rest, count = insert(self._tables[table.name]), iter(rows), 0
        while part := [dict(zip(names, row, strict=True)) for row in islice(rest, table.rows_at_once)]:
            with _told_as_os_error():
                self._connection.execute(new, part)
                self._connection.commit()
            count += len(part)
        return count

    def finish(self) -> None:
        self.abandon()

    def abandon(self) -> None:
        self._connection.close()
        self._engine.dispose()


@contextmanager
def _told_as_os_error() -> Iterator[None]:
    """A full disk is told as for every other format, not taken for trouble with the database that is read."""
    try:
        yield
    except OperationalError as error:
        full = "full" in str(error.orig)
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error.orig)) from error


def _copy(source: ExportTable, metadata: MetaData) -> Table:
    names = {field.name for field in source.fields}
    uniques = (one for one in source.table.constraints if isinstance(one, UniqueConstraint))
    table = Table(
        source.name,
        metadata,
        *(_column(column) for column in source.columns),
        *(UniqueConstraint(*(column.name for column in one.columns)) for one in uniques),
    )
    for index in source.table.indexes:
        if {column.name for column in index.columns} <= names:
            Index(index.name, *(table.c[column.name] for column in index.columns))
    return table


def _column(column: Column[Any]) -> Column[Any]:
    keys = (ForeignKey(key.target_fullname) for key in column.foreign_keys)
    return Column(column.name, column.type, *keys, primary_key=column.primary_key, nullable=column.nullable)
