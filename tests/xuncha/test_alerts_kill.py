"""kill -9 while alerts are delivered to a webhook that fails one call in ten. The full run is `make bench-watch`."""

from random import Random

from storage.store import Store
from tests.xuncha.alert_kills import kill_often

ROUNDS = 3


def test_no_alert_is_lost_and_hardly_one_doubled(store: Store, store_url: str) -> None:
    told = kill_often(store, store_url, ROUNDS, Random(20260615))
    assert len(told.written) > ROUNDS
    assert told.lost == 0
    assert told.doubled_messages <= 1
    assert {row["status"] for row in store.notifications()} == {"sent"}
