"""kill -9 while alerts are delivered to a webhook that fails one call in ten. The full run is `make bench-watch`."""

from random import Random

from storage.store import Store
from tests.xuncha.alert_kills import Told, kill_at_the_worst_moment, kill_often

ROUNDS = 3


def assert_all_arrived_once_by_key(store: Store, told: Told) -> None:
    assert len(told.written) > ROUNDS
    assert (told.lost, told.doubled_all_the_same, told.changed) == (0, 0, 0)
    assert {row["status"] for row in store.notifications()} == {"sent"}


def test_no_alert_is_lost_and_hardly_one_doubled(store: Store, store_url: str) -> None:
    told = kill_often(store, store_url, ROUNDS, Random(20260615))
    assert_all_arrived_once_by_key(store, told)
    assert told.doubled_messages <= 1


def test_whoever_dies_before_the_mark_doubles_one_message_under_its_old_key(store: Store, store_url: str) -> None:
    told = kill_at_the_worst_moment(store, store_url, ROUNDS, Random(20260615))
    assert_all_arrived_once_by_key(store, told)
    assert told.doubled_messages == ROUNDS
