"""Which tables a database has: Alembic's revisions, run from code so that no ini file is needed."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, text

from storage.engine import Database
from storage.errors import StoreError, shown

MIGRATIONS = Path(__file__).parent / "migrations"
_UPGRADE_LOCK = 0x78756E63  # PostgreSQL's advisory lock: two processes must not upgrade at once


def upgrade(database: Database) -> None:
    """Brings the tables to the newest revision, in one transaction. StoreError if a newer xuncha wrote them."""
    with database.write() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        _refuse_newer(database, _revision(connection))
        command.upgrade(config(connection), "head")


def is_new(database: Database) -> bool:
    """Whether no xuncha has made tables in it yet."""
    with database.read() as connection:
        return _revision(connection) is None


def require_current(database: Database) -> None:
    """StoreError unless the tables are exactly this xuncha's."""
    with database.read() as connection:
        revision = _revision(connection)
    if revision == head():
        return
    _refuse_newer(database, revision)
    state = "has no tables of xuncha yet" if revision is None else "has tables of an older xuncha"
    raise StoreError(f"{shown(database.url)} {state}; run: xuncha db upgrade")


def head() -> str:
    """The newest revision that this xuncha knows."""
    return str(_scripts().get_current_head())


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings; the connection is handed on to storage/migrations/env.py."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def _refuse_newer(database: Database, revision: str | None) -> None:
    if revision is None:
        return
    try:
        _scripts().get_revision(revision)
    except CommandError as error:
        raise StoreError(
            f"{shown(database.url)} was written by a newer xuncha (revision {revision}); install that one"
        ) from error


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(config())
