"""A lease has one owner at a time, and ends by itself."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.store import Store
from tests.storage.samples import NOW, on_one_store

MINUTE = timedelta(minutes=1)


def test_a_lease_is_kept_from_others_until_it_ends(store: Store) -> None:
    assert store.take_lease("portal:1", "me", now=NOW, until=NOW + MINUTE)
    assert not store.take_lease("portal:1", "you", now=NOW, until=NOW + MINUTE)
    assert store.take_lease("portal:2", "you", now=NOW, until=NOW + MINUTE)
    assert store.take_lease("portal:1", "you", now=NOW + MINUTE, until=NOW + 2 * MINUTE)
    assert not store.take_lease("portal:1", "me", now=NOW + MINUTE, until=NOW + 2 * MINUTE)


def test_its_owner_renews_and_releases_it_and_nobody_else_does(store: Store) -> None:
    store.take_lease("a", "me", now=NOW, until=NOW + MINUTE)
    assert store.take_lease("a", "me", now=NOW, until=NOW + 3 * MINUTE)
    store.release_lease("a", "you")
    assert not store.take_lease("a", "you", now=NOW + 2 * MINUTE, until=NOW + 5 * MINUTE)
    store.release_lease("a", "me")
    assert store.take_lease("a", "you", now=NOW, until=NOW + MINUTE)


def test_of_many_at_once_one_wins(store: Store, store_url: str) -> None:
    stores, together = [Store(store_url) for _ in range(6)], Barrier(6)

    def race(number: int) -> list[bool]:
        together.wait()
        return [
            stores[number].take_lease(f"round:{turn}", f"owner {number}", now=NOW, until=NOW + MINUTE)
            for turn in range(10)
        ]

    with ThreadPoolExecutor(6) as pool:
        won = list(pool.map(race, range(6)))
    assert [sum(turn) for turn in zip(*won, strict=True)] == [1] * 10
    for one in stores:
        one.close()


STEPS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5), st.booleans()), max_size=12)


@settings(on_one_store, max_examples=30)
@given(steps=STEPS)
def test_it_behaves_as_a_name_an_owner_and_an_end(store: Store, steps: list[tuple[str, int, bool]]) -> None:
    for owner in "abc":
        store.release_lease("it", owner)
    holder, until, now = "", NOW, NOW
    for owner, minutes, releases in steps:
        now += MINUTE
        if releases:
            store.release_lease("it", owner)
            holder = "" if owner == holder else holder
        else:
            free = not holder or until <= now or owner == holder
            assert store.take_lease("it", owner, now=now, until=now + minutes * MINUTE) == free
            holder, until = (owner, now + minutes * MINUTE) if free else (holder, until)
