"""Portals are put under watch, found, taken off, and come back with their facts."""

from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import func, select

from storage import tables as t
from storage.portals import normal_home_url
from storage.store import Store, StoreError
from tests.storage.samples import HOME, NOW, condition, content, judge, patrol

LATER = NOW + timedelta(hours=1)


def test_a_portal_added_twice_is_one_with_what_was_given_last(store: Store) -> None:
    first = store.add_portal("Portal.example", name="one", now=NOW)
    second = store.add_portal(HOME, name="two", organ="government", now=LATER)
    assert [one.name for one in store.portals()] == ["two"]
    assert (second.id, second.organ, second.created_at, second.next_patrol_at) == (first.id, "government", NOW, NOW)


def test_a_portal_added_again_without_a_name_keeps_its_own(store: Store) -> None:
    store.add_portal(HOME, name="one", now=NOW)
    assert store.add_portal(HOME, name=None, now=LATER).name == "one"
    assert store.add_portal("http://nameless.example/", name=None, now=NOW).name == "nameless.example"


def test_a_removed_portal_is_nowhere_and_comes_back_with_its_facts(store: Store) -> None:
    begun = patrol(store)
    begun.visit(content=content())
    judge(store, begun.portal_id, condition())
    store.remove_portal(begun.portal_id, NOW)
    gone = store.portals(), store.due_patrols(LATER), store.due_for_judgement(LATER), store.findings()
    assert gone == ([], [], [], [])
    assert (store.find_portal(HOME), begun.rows("version")) == (None, 1)
    back = store.add_portal(HOME, name=None, now=LATER)
    assert (back.id, back.next_patrol_at, len(store.findings())) == (begun.portal_id, LATER, 1)


@pytest.mark.parametrize(
    "wanted", ["1", "http://portal.example/", "portal.example", "清河县", "HTTP://PORTAL.example:80"]
)
def test_a_portal_is_found_by_number_address_or_name(store: Store, wanted: str) -> None:
    store.add_portal(HOME, name="清河县", now=NOW)
    store.add_portal("http://other.example/", name="临江县", now=NOW)
    found = store.find_portal(wanted)
    assert found is not None and found.home_url == HOME


def test_a_name_that_two_bear_finds_none(store: Store) -> None:
    for number in range(2):
        store.add_portal(f"http://p{number}.example/", name="same", now=NOW)
    assert store.find_portal("same") is None
    assert store.find_portal("not a portal") is None


def test_due_patrols_are_those_whose_time_has_come_the_longest_waiting_first(store: Store) -> None:
    ids = [store.add_portal(f"http://p{number}.example/", name=None, now=NOW).id for number in range(3)]
    for portal_id, minutes in zip(ids, (5, -5, -10), strict=True):
        store.schedule_patrol(portal_id, NOW + timedelta(minutes=minutes))
    assert [one.id for one in store.due_patrols(NOW)] == [ids[2], ids[1]]
    assert [one.id for one in store.due_patrols(NOW, limit=1)] == [ids[2]]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://a.example",
        "http://",
        "http://a b.example/",
        "http://x:99999/",
        "http://[::1",
        "http://a..b/",
        "http://¯/",
    ],
)
def test_no_address_is_one_line(store: Store, url: str) -> None:
    with pytest.raises(StoreError, match="Unexpected address"):
        store.add_portal(url, name=None, now=NOW)
    with store.database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(t.portal)) == 0


@example("¯")  # IDNA makes a space of it
@given(st.text() | st.from_regex(r"(https?://)?[A-Za-z0-9.\-\[\]:_]{1,20}(/[a-z?#]*)?", fullmatch=True))
def test_an_address_is_refused_or_made_normal_once_and_for_all(text: str) -> None:
    try:
        normal = normal_home_url(text)
    except StoreError:
        return
    assert normal_home_url(normal) == normal
    assert normal.startswith(("http://", "https://"))
