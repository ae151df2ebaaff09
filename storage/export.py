"""The whole database as files that anybody can read, with a datapackage.json that says what is in them."""

import errno
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.errors import StoreError
from storage.exports import package
from storage.exports.fields import ExportTable, export_tables
from storage.exports.panel import write_derived
from storage.exports.parquet_files import ParquetFiles
from storage.exports.reading import read_export
from storage.exports.sqlite_file import SqliteFile
from storage.exports.text_files import CsvFiles, JsonLines
from storage.exports.writer import Writer
from storage.exports.xlsx_file import XlsxFile
from storage.store import Store

__all__ = ["FORMATS", "Written", "export_database", "read_export"]

_WRITERS: dict[str, type[Writer]] = {
    writer.format: writer for writer in (CsvFiles, JsonLines, SqliteFile, XlsxFile, ParquetFiles)
}
FORMATS = tuple(_WRITERS)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Written(NamedTuple):
    table: str
    rows: int
    path: str  # below the export's folder


def export_database(store: Store, directory: Path, format: str, *, now: datetime) -> list[Written]:
    """Writes every table, and for csv the panel of reports, as of one moment into `directory`, which appears only when it is complete.

    An earlier export there is replaced. StoreError if the folder holds anything else, if the format is unknown or its
    library is missing, or if there is no room. Memory does not grow with the database.
    """
    if format not in _WRITERS:
        raise StoreError(f"Unexpected format {format!r}, use one of: {', '.join(FORMATS)}")
    directory = directory.resolve()
    with _appearing(directory) as folder:
        with store.database.read() as connection, _WRITERS[format](folder) as writer:
            counts = [(table, _write(connection, writer, table)) for table in export_tables()]
            derived = write_derived(connection, folder) if format == CsvFiles.format else []
        package.describe(folder, writer, counts, derived, now)
    written = [Written(table.name, count, writer.path(table)) for table, count in counts]
    return written + [Written(table.name, table.rows, table.path) for table in derived]


def _write(connection: Connection, writer: Writer, table: ExportTable) -> int:
    ordered = select(*table.columns).order_by(*table.table.primary_key)
    with connection.execute(ordered, execution_options={"yield_per": table.rows_at_once}) as rows:
        return writer.write(table, rows)


@contextmanager
def _appearing(directory: Path) -> Iterator[Path]:
    """A folder beside `directory` that takes its place when all went well, and goes when not."""
    folder = directory.with_name(f".{directory.name}.{secrets.token_hex(4)}.part")
    try:
        _refuse_foreign(directory)
        folder.mkdir(parents=True)
        yield folder
        _take_place(folder, directory)
    except OSError as error:
        raise StoreError(_told(directory, error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _told(directory: Path, error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return f"no space left for {directory}; make room and export again, nothing was half-written"
    return f"cannot write {directory}: {error.strerror or error}; name another folder"


def _take_place(folder: Path, directory: Path) -> None:
    old = folder.with_suffix(".old")
    if directory.exists():
        directory.rename(old)
    try:
        folder.rename(directory)
    except OSError:
        if old.exists():
            old.rename(directory)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(directory: Path) -> None:
    """Only an earlier export of ours is ever replaced, and only if nothing else was put there."""
    if not directory.exists():
        return
    if not directory.is_dir():
        raise StoreError(f"{directory} is a file; name a folder")
    found = {one.name for one in directory.iterdir()}
    if not found:
        return
    earlier = package.ours(directory)
    if earlier is None:
        raise StoreError(f"{directory} is not empty and holds no export of xuncha; name another folder")
    written = {package.FILE, *(resource["path"] for resource in earlier["resources"])}
    if strays := sorted(found - written):
        raise StoreError(f"{directory} holds {strays[0]}, which no export wrote; move it away, or name another folder")
