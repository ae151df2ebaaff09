"""The SQLite file as a whole: copied, or written anew. PostgreSQL has tools of its own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Error as SqliteError
from sqlite3 import connect
from typing import Any

from sqlalchemy.exc import OperationalError

from storage.base import StorePart
from storage.engine import Database
from storage.errors import StoreError, told_to_operator


class Copies(StorePart):
    def compact(self) -> None:
        """Writes the SQLite file anew without its holes. Everybody waits meanwhile; PostgreSQL looks after itself."""
        if self.database.is_sqlite:
            with outside_transactions(self.database) as connection:
                connection.executescript("PRAGMA auto_vacuum=INCREMENTAL; VACUUM")

    def backup(self, file: Path) -> None:
        """Copies the SQLite database as of one moment into a new file; nobody waits. StoreError for PostgreSQL."""
        if not self.database.is_sqlite:
            raise StoreError("PostgreSQL has a tool for that; run: pg_dump --format=custom --file=xuncha.dump …")
        if file.exists():
            raise StoreError(f"{file} exists; name a new file")
        part = file.with_name(f".{file.name}.part")
        try:
            with outside_transactions(self.database) as connection, closing(connect(part)) as copy:
                connection.backup(copy)  # in one step: a backup in several begins anew at each write of another process
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            part.replace(file)
        except OSError as error:
            raise StoreError(f"cannot write {file}: {error.strerror}") from error
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def outside_transactions(database: Database) -> Iterator[Any]:
    """SQLite's own connection, for what cannot run in a transaction; its complaints are the operator's trouble."""
    with told_to_operator(database.url), database.engine.connect() as connection:
        try:
            yield connection.connection.driver_connection
        except SqliteError as error:
            raise OperationalError(None, None, error) from error
