"""Patrols: the crawler as a child process under a lease, within its time limit."""

import logging
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from storage.records import PortalRecord
from storage.settings import Settings
from storage.store import Store
from xuncha.crawling import environment, sigterm_raises
from xuncha.scheduler.child import Child
from xuncha.scheduler.lease import Lease, portal_lease

log = logging.getLogger(__name__)

CRAWLER = (sys.executable, "-m", "crawler.patrol")
GRACE = 10.0  # seconds between asking the crawler to end and killing it
LOOK_EVERY = 0.2  # seconds between two looks at the clock, the lease and `stop`
LIVES = 2  # a child that dies without closing its run is started once more, and takes the same run up
OPERATORS_TROUBLE = 2  # exit code of the crawler: nothing of ours broke, one line says what to do

OnProgress = Callable[[dict[str, Any]], None]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class PatrolResult:
    """What became of a patrol: `status` is done, interrupted, failed or skipped, `reason` says why in a few words."""

    status: str
    reason: str
    visited: int = 0
    seconds: float = 0.0
    stats: Mapping[str, Any] = field(default_factory=dict)


def run_patrol(
    store: Store,
    portal: PortalRecord,
    settings: Settings,
    *,
    trigger: str,
    on_progress: OnProgress | None = None,
    stop: Event | None = None,
    now: datetime | None = None,
    command: Sequence[str] = CRAWLER,
) -> PatrolResult:
    """One patrol, from taking the portal's lease to giving it back. `trigger`: manual, or scheduled: only if it is due.

    1. The next patrol's date is moved on first, so that a portal that kills us is not tried again and again.
    2. The child runs until it ends, its time is over, or `stop` is set. Nothing of it is left when this returns.
    3. A child that died without closing its run: the run is closed as failed, for judge to see.

    When `stop` ends it, the run stays open and the next date is as it was: the next patrol goes on where this one was.
    """
    now = now or datetime.now(UTC)
    with portal_lease(store, portal.id) as lease:
        current = store.find_portal(str(portal.id))
        if lease is None or current is None:
            return PatrolResult("skipped", "another patrol of it is under way" if current else "not under watch")
        if trigger == "scheduled" and (current.next_patrol_at is None or current.next_patrol_at > now):
            return PatrolResult("skipped", "not due any more")
        interval = current.interval_seconds or settings.patrol_interval
        store.schedule_patrol(current.id, now + timedelta(seconds=interval))
        patrol = _Patrol(store, current, settings, trigger, lease, on_progress, stop or Event(), command)
        return patrol.run()


def patrol_tick(
    store: Store, settings: Settings, now: datetime, *, stop: Event | None = None, command: Sequence[str] = CRAWLER
) -> bool:
    """Patrols the portal that is due the longest; False if none is. Several may tick side by side, in threads,
    processes or machines: the lease decides who patrols what. Raises StoreError."""
    for portal in store.due_patrols(now):
        result = run_patrol(store, portal, settings, trigger="scheduled", stop=stop, now=now, command=command)
        if result.status == "failed":
            log.warning("patrol of %s failed: %s", portal.home_url, result.reason, extra={"action": "patrol_failed"})
        if result.status != "skipped":
            return True
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


@dataclass(slots=True)
class _Patrol:
    """A patrol under way."""

    store: Store
    portal: PortalRecord
    settings: Settings
    trigger: str
    lease: Lease
    on_progress: OnProgress | None
    stop: Event
    command: Sequence[str]
    begun: float = field(default_factory=monotonic)
    visited: int = 0
    cut: str | None = None  # why we ended the child
    ended: Mapping[str, Any] | None = None  # what the crawler said last

    def run(self) -> PatrolResult:
        for _ in range(LIVES):
            code, last_words = self._run_child()
            if self.ended or self.cut or code == OPERATORS_TROUBLE:
                break
            log.error(
                "the crawler died on %s with exit code %d\n%s",
                self.portal.home_url,
                code,
                "\n".join(last_words),
                extra={"action": "crawler_died"},
            )
        result = self._result(code, last_words[-1] if last_words else "")
        log.info(
            "patrol of %s: %s (%s), %d visits in %.1f s",
            self.portal.home_url,
            result.status,
            result.reason,
            result.visited,
            result.seconds,
            extra={"action": "patrol_ended"},
        )
        return result

    def _run_child(self) -> tuple[int, tuple[str, ...]]:
        """Runs the crawler to its end or ours; its exit code and last words."""
        words = [*self.command, "--portal", str(self.portal.id), "--trigger", self.trigger, "--progress"]
        child = Child(words, environment(self.settings))
        try:
            self._watch(child)
        except BaseException:
            child.kill()
            raise
        code = self._end(child)
        while not child.is_silent:  # what it said while it ended
            self._hear(child.next_event(LOOK_EVERY))
        return code, child.last_words

    def _watch(self, child: Child) -> None:
        while not child.has_ended():
            if self.stop.is_set():
                self.cut = "stopped"
            elif monotonic() - self.begun > self.settings.crawl_time_limit:
                self.cut = "time_limit"
            elif not self.lease.keep():
                self.cut = "lease_lost"
            if self.cut:
                return
            self._hear(child.next_event(LOOK_EVERY))

    def _end(self, child: Child) -> int:
        if self.cut is None:
            return child.finish(GRACE)
        if self.cut == "stopped":  # in good order it would close the run, which is to be taken up again
            return child.kill()
        return child.stop(GRACE)

    def _hear(self, event: dict[str, Any] | None) -> None:
        if event is None:
            return
        if event.get("event") == "ended":
            self.ended = event
        elif event.get("event") == "progress":
            self.visited = int(event.get("visited", self.visited))
            if self.on_progress:
                self.on_progress(event)

    def _result(self, code: int, last_word: str) -> PatrolResult:
        if self.ended:  # it closed its run itself
            status, reason = str(self.ended["status"]), str(self.ended["reason"])
            return self._as(status, self.cut if self.cut and status == "interrupted" else reason)
        if self.cut == "stopped":
            self.store.schedule_patrol(self.portal.id, self.portal.next_patrol_at or datetime.now(UTC))
            return self._as("interrupted", "stopped")
        if code == OPERATORS_TROUBLE:
            return self._as("failed", last_word)
        reason = self.cut or f"crawler: {_end_in_words(code)}{last_word and f', {last_word}'}"
        self._close_run(reason)
        return self._as("failed", reason)

    def _as(self, status: str, reason: str) -> PatrolResult:
        stats = (self.ended or {}).get("stats") or {}
        return PatrolResult(status, reason, int(stats.get("visits", self.visited)), monotonic() - self.begun, stats)

    def _close_run(self, reason: str) -> None:
        """Takes up the run that the dead child left, or begins the one it never began, and closes it."""
        if self.cut == "lease_lost":
            return  # the portal's run is another's now
        now = datetime.now(UTC)
        run = self.store.start_run(self.portal.id, trigger=self.trigger, now=now)
        self.store.end_run(run.run_id, status="failed", reason=reason, stats={}, now=now)


def _end_in_words(code: int) -> str:
    """
    >>> _end_in_words(-9), _end_in_words(3)
    ('killed by SIGKILL', 'exit code 3')
    """
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
