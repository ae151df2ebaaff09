"""Opening a database: SQLite for one machine, PostgreSQL for several. One read or write is one transaction."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from sqlite3 import OperationalError as SqliteError
from time import monotonic, sleep
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.dml import ReturningInsert

from storage.errors import StoreError, shown, told_to_operator

BUSY_TIMEOUT = 10.0  # seconds that a writer waits for another one before it gives up; sqlite:///FILE?timeout=60 differs

__all__ = ["BUSY_TIMEOUT", "Database", "Insert", "InsertMaker", "ReturningInsert", "Writing"]

# SQLite's and PostgreSQL's insert know the same ON CONFLICT; the one is typed for both.
Insert = sqlite.Insert


InsertMaker = Callable[[Table], Insert]


@dataclass(frozen=True, slots=True)
class Writing:
    """A transaction under way, and its dialect's insert."""

    connection: Connection
    insert: InsertMaker


class Database:
    """An engine with one way to read and one way to write.

    SQLite takes its write lock at the start of a write, so that a transaction never fails half-way through for a lock;
    PostgreSQL gives a reader one moment's picture.
    """

    def __init__(self, url: str, busy_timeout: float = BUSY_TIMEOUT) -> None:
        self.url = url
        self.engine = _open(url, busy_timeout)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = self.engine.execution_options(xuncha_writes=True)
        self._reader = (
            self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="REPEATABLE READ")
        )
        self.insert: InsertMaker = sqlite.insert if self.is_sqlite else cast(InsertMaker, postgresql.insert)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with told_to_operator(self.url), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with told_to_operator(self.url), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def _open(url: str, busy_timeout: float) -> Engine:
    try:
        address = make_url(url)
        to_json = partial(json.dumps, ensure_ascii=False)  # Chinese stays readable in the database
        if address.get_backend_name() == "sqlite":
            patience = float(str(address.query.get("timeout", busy_timeout)))
            return _open_sqlite(url, address.database, patience, to_json)
        if address.get_backend_name() == "postgresql":
            return create_engine(url, json_serializer=to_json, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(f"Unexpected database address {shown(url)}, use sqlite:///FILE or postgresql://…") from error
    except ImportError as error:
        raise StoreError(f"{shown(url)} needs a driver that is missing; run: pip install 'xuncha[postgres]'") from error
    raise StoreError(f"Unexpected database address {shown(url)}, use sqlite:///FILE or postgresql://…")


def _open_sqlite(url: str, file: str | None, busy_timeout: float, to_json: Callable[[Any], str]) -> Engine:
    in_memory = not file or file == ":memory:"
    if file and not in_memory and not file.startswith("file:"):
        _make_folder(Path(file).parent)
    options: dict[str, Any] = {"json_serializer": to_json, "connect_args": {"timeout": busy_timeout}}
    if in_memory:  # every connection would be a database of its own
        options["poolclass"] = StaticPool
        options["connect_args"]["check_same_thread"] = False
    engine = create_engine(url, **options)
    event.listen(engine, "connect", partial(_set_pragmas, patience=busy_timeout))
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"cannot make the folder {folder}: {error.strerror}; name another in XUNCHA_DATA_DIR"
        ) from error


def _set_pragmas(connection: Any, _record: Any, *, patience: float) -> None:
    connection.isolation_level = None  # the driver starts no transactions of its own; _begin does
    cursor = connection.cursor()
    if not cursor.execute("PRAGMA page_count").fetchone()[0]:  # a new one: what is thinned can be given back in steps
        cursor.execute("PRAGMA auto_vacuum=INCREMENTAL")
    _use_wal(cursor, monotonic() + patience)
    cursor.execute("PRAGMA synchronous=NORMAL")  # safe in WAL mode: a power cut may cost the last commits, no more
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _use_wal(cursor: Any, deadline: float) -> None:
    """Switches a new database over. SQLite does not wait for other processes' locks here, whatever its time-out."""
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except SqliteError as error:
            if "locked" not in str(error) or monotonic() > deadline:
                raise
            sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("xuncha_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
