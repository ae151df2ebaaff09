"""`xuncha db check` finds what is spoiled, and says nothing where all is well."""

import pytest
from sqlalchemy import Connection, text

from storage.store import Store
from tests.storage.samples import fill


def spoil(store: Store, statement: str, **values: object) -> None:
    with store.database.write() as connection:
        _stop_looking(connection, store)
        connection.execute(text(statement), values)


def _stop_looking(connection: Connection, store: Store) -> None:
    """Foreign keys do not hold for what happens on a disk."""
    if not store.database.is_sqlite:
        connection.execute(text("SET LOCAL session_replication_role = replica"))


def test_a_sound_database_has_nothing_to_complain_about(store: Store) -> None:
    fill(store)
    assert store.check() == []


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE body SET data = :rubbish, codec = 'zlib'", "cannot be unpacked"),
        ("UPDATE body SET data = :rubbish, codec = 'raw'", "its bytes have another hash"),
        ("UPDATE body SET size = size + 1", "says 100257 bytes, has 100256"),
        ("UPDATE page SET url = 'http://swapped.example/' WHERE id = 2", "page 2: its address has another hash"),
        ("UPDATE target SET url_hash = 'x' WHERE id = 2", "target 2: its address has another hash"),
        ("UPDATE visit SET url_hash = 'x' WHERE id = 2", "visit 2: has another address than its page"),
        ("UPDATE visit SET version_id = 1 WHERE id = 2", "visit 2: shows a version of another page"),
        ("UPDATE run SET portal_id = 2 WHERE id = 1", "visit 1: is of another portal than its run"),
        ('UPDATE "column" SET portal_id = 2', "column 1: is of another portal than its page"),
        ("UPDATE report SET portal_id = 2", "report 1: is of another portal than its page"),
        ("UPDATE metric SET evidence_start = 0", "metric 1: its evidence does not stand where it says"),
        ("UPDATE run SET ended_at = NULL WHERE id = 1", "run 1: has ended and says running"),
        ("UPDATE finding SET closed_at = '2000-01-01 00:00:00' WHERE id = 1", "finding 1: was closed before"),
        ("UPDATE version SET text = 'other words' WHERE id = 1", "version 1: its text has another digest"),
        ("UPDATE probe SET outcome = 'ok'", "probe 1: opened, and says that it did not"),
        ("UPDATE timetable SET name = 'portal:99'", "timetable portal:99: is of no portal"),
        ("UPDATE page SET last_seen_at = '2000-01-01 00:00:00' WHERE id = 1", "page 1: was last seen before"),
    ],
)
def test_what_is_spoiled_is_named(store: Store, statement: str, complaint: str) -> None:
    fill(store)
    spoil(store, statement, **({"rubbish": b"rubbish"} if ":rubbish" in statement else {}))
    assert [one for one in store.check() if complaint in one]


@pytest.mark.parametrize("table", ["page", "version", "target", "run", "report"])
def test_a_row_that_names_a_lost_one_is_named(store: Store, table: str) -> None:
    fill(store)
    if store.database.is_sqlite:
        with store.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = 1")
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
    else:
        spoil(store, f"DELETE FROM {table} WHERE id = 1")
    assert [one for one in store.check() if f"of {table} that is not there" in one]
