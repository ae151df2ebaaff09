"""Values come back from both databases as they went in, or are refused."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from storage import tables as t
from storage.store import Store
from storage.text import clean, clean_json
from tests.storage.samples import NOW, on_one_store

ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def kept(store: Store, **values: object) -> dict[str, object]:
    """A run's row with these values, as the database gives it back."""
    with store.database.write() as connection:
        connection.execute(t.portal.delete())
        portal = {"home_url": "http://p.example/", "name": "", "rule_set": "", "organ": "", "created_at": NOW}
        portal_id = connection.execute(insert(t.portal).values(portal).returning(t.portal.c.id)).scalar_one()
        run = {"portal_id": portal_id, "trigger": "", "status": "", "started_at": NOW, "heartbeat_at": NOW, **values}
        connection.execute(insert(t.run).values(run))
        return dict(connection.execute(select(t.run)).mappings().one())


@on_one_store
@given(moment=st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=ZONES))  # noqa: DTZ001
def test_a_time_is_the_same_moment_in_utc(store: Store, moment: datetime) -> None:
    back = kept(store, ended_at=moment)["ended_at"]
    assert isinstance(back, datetime)
    assert back == moment and back.utcoffset() == timedelta(0)


def test_a_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="has no time zone"):
        kept(store, ended_at=NOW.replace(tzinfo=None))


@on_one_store
@given(text=st.text(st.characters()))
def test_text_comes_back_clean_and_whole(store: Store, text: str) -> None:
    assert kept(store, reason=text)["reason"] == clean(text)


@on_one_store
@given(value=st.dictionaries(st.text(), JSON))
def test_json_comes_back_clean_and_whole(store: Store, value: dict[str, object]) -> None:
    assert kept(store, stats=value)["stats"] == clean_json(value)


def test_what_no_database_takes_is_replaced_and_what_json_cannot_write_is_null() -> None:
    odd = {"a\x00": ("\ud800", float("nan"), float("inf"), datetime(2026, 1, 1, tzinfo=UTC))}
    assert clean_json(odd) == {"a\ufffd": ["\ufffd", None, None, "2026-01-01T00:00:00+00:00"]}


@given(st.text(st.characters()))
def test_clean_text_is_utf8_and_stays_clean(text: str) -> None:
    assert "\x00" not in clean(text)
    assert clean(text).encode().decode() == clean(clean(text)) == clean(text)
