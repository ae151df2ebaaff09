"""What is due: one patrol at a time by the daemon's slots, or a list of them side by side; and what died is taken up."""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Lock
from typing import TypeVar

from storage.records import PortalRecord
from storage.settings import Settings
from storage.store import Store
from xuncha.crawling import sigterm_raises
from xuncha.scheduler.patrols import CRAWLER, run_patrol

log = logging.getLogger(__name__)

LOST_AFTER = timedelta(seconds=60)  # without a heartbeat, which a crawler sends every five

Result = TypeVar("Result")


def patrol_tick(
    store: Store, settings: Settings, now: datetime, *, stop: Event | None = None, command: Sequence[str] = CRAWLER
) -> bool:
    """Patrols the portal that is due the longest; False if none is. Several may tick side by side, in threads,
    processes or machines: the lease decides who patrols what. Raises StoreError."""
    for portal in store.due_patrols(now):
        with _in_hand(store.database.url, portal.id) as is_ours:
            if not is_ours:
                continue
            result = run_patrol(store, portal, settings, trigger="scheduled", stop=stop, now=now, command=command)
        if result.status == "failed":
            log.warning("patrol of %s failed: %s", portal.home_url, result.reason, extra={"action": "patrol_failed"})
        if result.status != "skipped":
            return True
    return False


_IN_HAND: set[tuple[str, int]] = set()
_hand = Lock()


@contextmanager
def _in_hand(database: str, portal_id: int) -> Iterator[bool]:
    """Whether no other thread of ours has the portal in hand. It spares the database a dozen slots that race for one
    lease; the lease is what counts."""
    key = database, portal_id
    with _hand:
        is_ours = key not in _IN_HAND
        _IN_HAND.add(key)
    try:
        yield is_ours
    finally:
        if is_ours:
            with _hand:
                _IN_HAND.discard(key)


def recover_tick(store: Store, now: datetime) -> bool:
    """Patrols that died with their daemon are due again at once, and taken up where they were; False: all is well."""
    again, failed = store.take_up_lost(now, LOST_AFTER)
    for run_id in failed:
        store.end_run(run_id, status="failed", reason="died_again", stats={}, now=now)
    if again or failed:
        log.warning(
            "patrols without a process: %d to be taken up, %d given up",
            len(again),
            len(failed),
            extra={"action": "patrols_recovered", "portals": again},
        )
    return False


def side_by_side(
    patrol: Callable[[PortalRecord, Event], Result], portals: Sequence[PortalRecord], at_once: int
) -> list[Result]:
    """Calls `patrol(portal, stop)` for each, `at_once` in parallel; results in the order of the portals.

    Ctrl-C and SIGTERM set `stop`, drop what has not begun, and are passed on when all that were under way have ended.
    """
    stop = Event()
    with sigterm_raises(), ThreadPoolExecutor(at_once, thread_name_prefix="patrol") as pool:
        try:
            return [future.result() for future in [pool.submit(patrol, portal, stop) for portal in portals]]
        except BaseException:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
