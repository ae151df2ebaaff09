"""What goes wrong with a database, told to the operator in one line.

SQLAlchemy is imported where it is needed: the command line wants these classes, and a fifth of a second less to start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

# Words in the driver's message -> what to say. The first match counts.
_ADVICE = (
    ("database is locked", "{db} is locked by another process; end it, or try again"),
    ("database table is locked", "{db} is locked by another process; end it, or try again"),
    ("database or disk is full", "no space left for {db}; make room and start again, nothing was half-written"),
    ("no space left", "no space left for {db}; make room and start again, nothing was half-written"),
    ("could not extend file", "no space left for {db}; make room and start again, nothing was half-written"),
    ("unable to open database file", "cannot open {db}; check that the folder exists and may be written"),
    ("readonly database", "{db} may not be written; check the rights of the file and its folder"),
    ("file is not a database", "{db} is not a database of SQLite; name another file in XUNCHA_DATABASE_URL"),
    ("malformed", "{db} is damaged; put back a copy, and run: xuncha db check"),
    ("disk i/o error", "{db} cannot be read or written (disk error); check the disk"),
    ("no such table", "{db} has no tables of xuncha yet, or old ones; run: xuncha db upgrade"),
    ("no such column", "{db} has tables of an older xuncha; run: xuncha db upgrade"),
    ("does not exist", "{db} has no tables of xuncha yet, or old ones; run: xuncha db upgrade"),
)


class StoreError(Exception):
    """The operator's trouble with the database: one line that says what to do. Raised by Store and the export."""


class StoreBusy(StoreError):
    """The database is locked by another process, or its server is gone: it may be back in a moment."""


def shown(url: str) -> str:
    """The database's address without its password."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "the database"


@contextmanager
def told_to_operator(url: str) -> Iterator[None]:
    """Turns the driver's complaints about the database itself into StoreError; our own mistakes pass through."""
    from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

    try:
        yield
    except (OperationalError, InterfaceError) as error:
        kind = StoreBusy if _may_pass(error) else StoreError
        raise kind(_advice(url, error) or f"cannot use {shown(url)}: {_first_line(error)}") from error
    except DatabaseError as error:
        advice = _advice(url, error)
        if advice is None:
            raise
        raise StoreError(advice) from error


def _advice(url: str, error: "DatabaseError | InterfaceError") -> str | None:
    message = str(error.orig).lower()
    return next((advice.format(db=shown(url)) for words, advice in _ADVICE if words in message), None)


def _may_pass(error: "OperationalError | InterfaceError") -> bool:
    """A lock of SQLite; of a server every trouble with the connection, which is what has no advice."""
    message = str(error.orig).lower()
    if "is locked" in message:
        return True
    is_server = not type(error.orig).__module__.startswith("sqlite3")
    return is_server and not any(words in message for words, _ in _ADVICE)


def _first_line(error: "DatabaseError | InterfaceError") -> str:
    return (str(error.orig).strip().splitlines() or [type(error).__name__])[0]
