"""Every flip reaches every channel that wants it, whoever dies on the way; nobody is told what was never opened."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from storage.records import Delivery
from storage.store import Store, StoreError
from tests.storage.samples import HOME, NOW, SECRET, condition, judge

MINUTE = timedelta(minutes=1)


def channel(store: Store, name: str = "desk", min_severity: str = "info") -> None:
    store.add_channel(name, SECRET, lang="zh", min_severity=min_severity, now=NOW)  # type: ignore[arg-type]


@pytest.fixture
def portal(store: Store) -> int:
    return store.add_portal(HOME, name=None, now=NOW).id


def told(deliveries: list[Delivery]) -> list[tuple[str, list[str]]]:
    return [(one.channel.name, [f"{flip.kind} {flip.finding.subject}" for flip in one.flips]) for one in deliveries]


def statuses(store: Store) -> list[tuple[str, int]]:
    return [(one["status"], one["attempts"]) for one in store.notifications()]


def test_a_channel_gets_one_message_a_portal_with_all_that_flipped(store: Store, portal: int) -> None:
    channel(store)
    other = store.add_portal("http://other.example/", name=None, now=NOW).id
    judge(store, portal, condition("a"), condition("b"))
    judge(store, other, condition("c"))
    assert store.route_flips(NOW) == 3
    assert told(store.claim_deliveries(NOW)) == [("desk", ["opened c"]), ("desk", ["opened a", "opened b"])]


def test_a_flip_is_routed_once(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    assert [store.route_flips(NOW), store.route_flips(NOW)] == [1, 0]


def test_a_channel_gets_what_is_grave_enough_and_no_past(store: Store, portal: int) -> None:
    channel(store, "all")
    channel(store, "grave", "critical")
    judge(store, portal, condition("mild", "warning"), condition("grave", "critical"))
    store.route_flips(NOW)
    channel(store, "late")
    assert store.route_flips(NOW) == 0
    assert told(store.claim_deliveries(NOW)) == [
        *[("all", ["opened mild", "opened grave"]), ("grave", ["opened grave"])],
    ]


def test_a_closing_goes_to_those_who_were_told_of_the_opening(store: Store, portal: int) -> None:
    channel(store, "told")
    judge(store, portal, condition("a"))
    store.route_flips(NOW)
    channel(store, "not told")
    judge(store, portal)
    store.route_flips(NOW)
    assert told(store.claim_deliveries(NOW)) == [("told", ["opened a", "closed a"])]


def test_what_was_claimed_is_nobody_elses_until_the_lease_ends(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    store.route_flips(NOW)
    first = store.claim_deliveries(NOW, lease_seconds=60)
    assert store.claim_deliveries(NOW + MINUTE / 2) == []
    second = store.claim_deliveries(NOW + 2 * MINUTE)
    assert [one.notification_ids for one in second] == [one.notification_ids for one in first]
    assert [one.attempts for one in (*first, *second)] == [1, 2]


def test_what_was_sent_is_never_sent_again(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    store.route_flips(NOW)
    ids = store.claim_deliveries(NOW)[0].notification_ids
    store.mark_sent(ids, NOW)
    # A process whose lease had ended says that it failed, after another one has sent it.
    store.mark_failed(ids, error="time-out", next_attempt_at=NOW, now=NOW)
    assert store.claim_deliveries(NOW + 60 * MINUTE) == []
    sent = store.notifications()[0]
    assert (sent["status"], sent["sent_at"], sent["error"], sent["channel"]) == ("sent", NOW, None, "desk")


def test_what_failed_is_tried_again_when_it_is_due_and_at_last_given_up(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    store.route_flips(NOW)
    ids = store.claim_deliveries(NOW)[0].notification_ids
    store.mark_failed(ids, error="refused", next_attempt_at=NOW + 5 * MINUTE, now=NOW)
    assert store.claim_deliveries(NOW + 4 * MINUTE) == []
    assert [one.attempts for one in store.claim_deliveries(NOW + 5 * MINUTE)] == [2]
    store.mark_failed(ids, error="refused", next_attempt_at=None, now=NOW + 5 * MINUTE)
    assert store.claim_deliveries(NOW + 600 * MINUTE) == []
    assert statuses(store) == [("dead", 2)]
    judge(store, portal, now=NOW + 6 * MINUTE)
    assert store.route_flips(NOW + 6 * MINUTE) == 0  # nobody heard of it, so nobody hears of its end


def test_what_waits_for_its_next_try_is_left_when_something_else_is_due(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition("a"))
    store.route_flips(NOW)
    ids = store.claim_deliveries(NOW)[0].notification_ids
    store.mark_failed(ids, error="refused", next_attempt_at=NOW + 5 * MINUTE, now=NOW)
    judge(store, portal, condition("a"), condition("b"))
    store.route_flips(NOW)
    assert told(store.claim_deliveries(NOW + MINUTE)) == [("desk", ["opened b"])]


def test_many_processes_never_claim_the_same(store: Store, store_url: str) -> None:
    channel(store)
    for number in range(12):
        one = store.add_portal(f"http://p{number}.example/", name=None, now=NOW).id
        judge(store, one, condition("a"), condition("b"))
    stores, together = [Store(store_url) for _ in range(4)], Barrier(4)

    def work(mine: Store) -> list[int]:
        together.wait()
        mine.route_flips(NOW)
        claimed: list[int] = []
        while some := mine.claim_deliveries(NOW, limit=2):
            claimed += [number for one in some for number in one.notification_ids]
        return claimed

    with ThreadPoolExecutor(4) as pool:
        claimed = [number for part in pool.map(work, stores) for number in part]
    claimed += [number for one in store.claim_deliveries(NOW, limit=100) for number in one.notification_ids]
    assert len(claimed) == len(set(claimed)) == store.counts()["notification"] == 24
    for one in stores:
        one.close()


def test_a_claim_takes_so_many_messages_at_most(store: Store, portal: int) -> None:
    channel(store)
    channel(store, "second")
    judge(store, portal, *(condition(str(number)) for number in range(50)))
    store.route_flips(NOW)
    parts = [store.claim_deliveries(NOW, limit=1) for _ in range(3)]
    assert [[(one.channel.name, len(one.flips)) for one in part] for part in parts] == [
        *([("desk", 50)], [("second", 50)], []),
    ]


def test_a_channels_name_is_its_own_and_goes_with_what_it_was_to_get(store: Store, portal: int) -> None:
    channel(store)
    with pytest.raises(StoreError, match="a channel named 'desk' exists"):
        channel(store)
    judge(store, portal, condition())
    store.route_flips(NOW)
    assert [one.url for one in store.channels()] == [SECRET]
    assert [store.remove_channel("desk"), store.remove_channel("desk")] == [True, False]
    assert (store.notifications(), store.claim_deliveries(NOW), store.check()) == ([], [], [])
