"""Opening, upgrading, and refusing databases: every trouble is one line that says what to do."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, inspect, text

from storage.models import Base
from storage.store import Store, StoreError
from tests.storage.samples import HOME, NOW, content, patrol


def one_line(trouble: pytest.ExceptionInfo[StoreError]) -> str:
    said = str(trouble.value)
    assert len(said.splitlines()) == 1
    return said


@pytest.fixture
def fresh(empty_url: str) -> Iterator[Store]:
    """A store just upgraded, whose tables a test may spoil."""
    store = Store(empty_url)
    store.upgrade()
    yield store
    store.close()


def test_migrations_make_the_tables_of_the_models(fresh: Store) -> None:
    with fresh.database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_a_fresh_database_must_be_upgraded(empty_url: str) -> None:
    store = Store(empty_url)
    assert store.is_new()
    with pytest.raises(StoreError, match="run: xuncha db upgrade"):
        store.require_current()
    with pytest.raises(StoreError, match="run: xuncha db upgrade"):
        store.portals()
    store.upgrade()
    store.upgrade()
    store.require_current()
    assert not store.is_new()
    store.close()


def test_two_processes_may_upgrade_at_once(empty_url: str) -> None:
    stores = [Store(empty_url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Store.upgrade, stores))
    stores[0].require_current()
    for store in stores:
        store.close()


def test_tables_of_a_newer_xuncha_are_refused(fresh: Store) -> None:
    with fresh.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for attempt in (fresh.require_current, fresh.upgrade):
        with pytest.raises(StoreError, match="newer xuncha \\(revision 9999\\)") as trouble:
            attempt()
        one_line(trouble)


def test_tables_of_others_may_live_beside_ours(fresh: Store) -> None:
    with fresh.database.write() as connection:
        connection.execute(text("CREATE TABLE procrastinate_jobs (id INTEGER)"))
    fresh.upgrade()
    with fresh.database.read() as connection:
        assert "procrastinate_jobs" in inspect(connection).get_table_names()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "Unexpected database address"),
        ("mysql://u:secret@host/db", "use sqlite:///FILE or postgresql://"),
        ("nosuch+driver://u:secret@host/db", "use sqlite:///FILE or postgresql://"),
        ("postgresql+psycopg://u:secret@127.0.0.1:1/db", "connection"),
        ("sqlite:////proc/nowhere/x.db", "cannot make the folder"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_line_without_its_password(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as trouble:
        Store(url).portals()
    assert "secret" not in one_line(trouble)


def test_a_file_that_is_no_database_is_one_line_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database at all, but long enough to look at\n" * 100)
    store = Store(f"sqlite:///{file}")
    for attempt in (store.upgrade, store.require_current, store.portals):
        with pytest.raises(StoreError, match="is not a database"):
            attempt()
    assert file.read_text().startswith("not a database")


def test_a_folder_in_place_of_the_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot open"):
        Store(f"sqlite:///{tmp_path}").upgrade()


def test_a_locked_database_is_waited_for_and_then_one_line(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'xuncha.db'}", busy_timeout=0.2)
    store.upgrade()
    with closing(sqlite3.connect(tmp_path / "xuncha.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another process"):
            store.add_portal(HOME, name=None, now=NOW)
        assert store.portals() == []  # readers do not wait
    store.add_portal(HOME, name=None, now=NOW)
    store.close()


def test_a_full_disk_is_one_line_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'xuncha.db'}")
    store.upgrade()
    begun = patrol(store)
    store.close()
    size = (tmp_path / "xuncha.db").stat().st_size // 4096
    event.listen(store.database.engine, "connect", lambda one, _: one.execute(f"PRAGMA max_page_count={size + 2}"))
    before = store.counts()
    with pytest.raises(StoreError, match="no space left") as trouble:
        begun.visit(body=bytes(range(256)) * 4000, content=content("x" * 100_000))
    one_line(trouble)
    assert (store.counts(), store.check()) == (before, [])
    store.close()


def test_a_database_that_may_only_be_read_is_read_and_not_written(tmp_path: Path) -> None:
    file = tmp_path / "xuncha.db"
    with closing(Store(f"sqlite:///{file}")) as made:
        made.upgrade()
        made.add_portal(HOME, name=None, now=NOW)
    store = Store(f"sqlite:///file:{file}?mode=ro&uri=true")
    assert [one.home_url for one in store.portals()] == [HOME]
    with pytest.raises(StoreError, match="may not be written"):
        store.add_portal("http://other.example/", name=None, now=NOW)
    store.close()


def test_a_store_in_memory_is_one_database_for_all_its_threads() -> None:
    store = Store("sqlite://")
    store.upgrade()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(store.add_portal, HOME, name=None, now=NOW).result()
    assert len(store.portals()) == 1
    store.close()
