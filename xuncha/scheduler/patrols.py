"""Patrols: the crawler as a child process under a lease, within its time limit."""

import logging
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from time import monotonic
from typing import Any

from storage.records import PortalRecord
from storage.settings import Settings
from storage.store import Store
from xuncha.crawling import environment
from xuncha.scheduler.child import Child
from xuncha.scheduler.lease import Lease, portal_lease
from xuncha.scheduler.timetable import next_patrol, permitted

log = logging.getLogger(__name__)

CRAWLER = (sys.executable, "-m", "crawler.patrol")
GRACE = 10.0  # seconds between asking the crawler to end and killing it
LOOK_EVERY = 0.2  # seconds between two looks at the clock, the lease and `stop`
SILENCE = 120.0  # seconds without a sign of life: its loop stands still
LIVES = 2  # a child that dies without closing its run is started once more, and takes the same run up
OPERATORS_TROUBLE = 2  # exit code of the crawler: nothing of ours broke, one line says what to do

OnProgress = Callable[[dict[str, Any]], None]


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
    2. The child runs until it ends, its time is over (time_limit: it was slow), it stands still (hung), or `stop` is
       set. Nothing of it is left when this returns; if we die, it ends by itself.
    3. A child that died without closing its run: the run is closed as failed, for judge to see.

    When `stop` ends it, the run stays open and the next date is as it was: the next patrol goes on where this one was.
    """
    now = now or datetime.now(UTC)
    with portal_lease(store, portal.id) as lease:
        current = store.portal(portal.id)
        if lease is None or current is None:
            return PatrolResult("skipped", "another patrol of it is under way" if current else "not under watch")
        if why_not := _move_on(store, current, settings, trigger, now):
            return PatrolResult("skipped", why_not)
        patrol = _Patrol(store, current, settings, trigger, lease, on_progress, stop or Event(), command)
        return patrol.run()


def _move_on(store: Store, portal: PortalRecord, settings: Settings, trigger: str, now: datetime) -> str | None:
    """Moves the portal's next date on; why a scheduled patrol must not begin, or None."""
    due, timetable = portal.next_patrol_at, store.timetable_of(portal)
    if trigger != "scheduled":
        store.schedule_patrol(portal.id, next_patrol(timetable, portal.id, now, settings.patrol_interval))
        return None
    if due is None or due > now:
        return "not due any more"
    later = permitted(timetable, now)  # it may have become due long ago, while nobody was at work
    if later > now:
        store.move_patrol(portal.id, due, later)
        return "quiet hours or a holiday"
    after = next_patrol(timetable, portal.id, now, settings.patrol_interval)
    return None if store.move_patrol(portal.id, due, after) else "another process was faster"


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
    pulse: "_Pulse" = field(default_factory=lambda: _Pulse())
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
        words = [
            *self.command,
            "--portal",
            str(self.portal.id),
            "--trigger",
            self.trigger,
            "--progress",
            "--with-parent",
        ]
        self.pulse = _Pulse()
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
            elif self.pulse.stands_still(self.settings.crawl_hang_limit):
                self.cut = "hung"
            elif not self.lease.keep():
                self.cut = "lease_lost"
            if self.cut:
                return
            self._hear(child.next_event(LOOK_EVERY))

    def _end(self, child: Child) -> int:
        if self.cut is None:
            return child.finish(GRACE)
        if self.cut in ("stopped", "hung"):  # in good order it would close the run, which is ours to leave or to close
            return child.kill()
        return child.stop(GRACE)

    def _hear(self, event: dict[str, Any] | None) -> None:
        if event is None:
            return
        self.pulse.beat(event)
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


class _Pulse:
    """Tells a hung crawler from a slow one: the slow one says that it is alive, and gets something done."""

    def __init__(self) -> None:
        self._heard_at = self._moved_at = monotonic()
        self._last: object = None

    def beat(self, event: Mapping[str, Any]) -> None:
        self._heard_at = monotonic()
        done = (event.get("visited"), event.get("links_checked"))
        if done != self._last:
            self._last, self._moved_at = done, self._heard_at

    def stands_still(self, limit: float) -> bool:
        """`limit`: seconds without a new page or link verdict."""
        now = monotonic()
        return now - self._heard_at > min(SILENCE, limit) or now - self._moved_at > limit


def _end_in_words(code: int) -> str:
    """
    >>> _end_in_words(-9), _end_in_words(3)
    ('killed by SIGKILL', 'exit code 3')
    """
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
