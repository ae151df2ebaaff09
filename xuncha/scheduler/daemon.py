"""The daemon: a clock that calls ticks until it is told to end. It remembers nothing; what is due stands in our tables.

APScheduler is the clock only. Two daemons on one database would run every job of a shared job store twice; ours share
the work, because every tick claims what it does.
"""

import logging
import signal
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Event

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from storage.store import StoreError

log = logging.getLogger(__name__)

# It warns whenever a tick takes longer than the pause between two: ours do, and that is no trouble.
logging.getLogger("apscheduler").setLevel(logging.ERROR)

TICK_EVERY = 0.5  # seconds between two looks at what is due; a look is one read of an index
SELDOM = 30.0  # seconds, for ticks that mend or measure
PAUSE_AFTER_ERROR = 60.0  # seconds, so that what fails at every try fills no log
BEAT_EVERY = 600.0  # seconds between two signs of life in the log

Tick = Callable[[datetime], bool]  # one step of a loop at a moment; says whether it found work


@dataclass(slots=True)
class Loop:
    """How one tick fares. `busy_since`: of the step under way; `looked_at`: when it last found nothing (more) to do."""

    every: float
    steps: int = 0
    errors: int = 0
    busy_since: datetime | None = None
    looked_at: datetime | None = None


class Daemon:
    """Calls each tick again and again, each in a thread of its own, until `stop` is set or a signal comes.

    `seldom`: names of the ticks that need no more than a look every half minute.
    """

    def __init__(self, ticks: Mapping[str, Tick], stop: Event, seldom: Collection[str] = ()) -> None:
        self._ticks = ticks
        self._stop = stop
        self._signals: SimpleQueue[signal.Signals] = SimpleQueue()  # safe to fill from a signal handler
        self.loops = {name: Loop(SELDOM if name in seldom else TICK_EVERY) for name in ticks}

    def run(self) -> None:
        """Blocks until SIGTERM or SIGINT; returns when every tick under way has ended. Only in the main thread."""
        clock = self._clock()
        with self._signals_to_queue():
            clock.start()
            try:
                log.info("the daemon is at work", extra={"action": "daemon_started"})
                name = signal.Signals(self._signals.get()).name
                log.info("%s: the daemon ends", name, extra={"action": "daemon_stopping"})
            finally:
                self._stop.set()
                clock.remove_all_jobs()  # else the clock may give a job to an executor that has shut down
                clock.shutdown(wait=True)
        log.info("the daemon has ended", extra={"action": "daemon_ended"})

    def work(self, name: str) -> None:
        """Calls a tick until it finds no work. Nothing that it raises ends the daemon."""
        loop = self.loops[name]
        try:
            self._step_until_idle(name, loop)
        except StoreError as error:
            loop.errors += 1
            log.error("%s: %s", name, error, extra={"action": "tick_failed", "loop": name})
            self._stop.wait(PAUSE_AFTER_ERROR)
        except Exception:  # the loop must live
            loop.errors += 1
            log.exception("%s failed", name, extra={"action": "tick_failed", "loop": name})
            self._stop.wait(PAUSE_AFTER_ERROR)
        finally:
            loop.busy_since = None

    def _step_until_idle(self, name: str, loop: Loop) -> None:
        while not self._stop.is_set():
            loop.busy_since = now = datetime.now(UTC)
            if not self._ticks[name](now):
                loop.looked_at = datetime.now(UTC)
                return
            loop.steps += 1

    def beat(self) -> None:
        steps = sum(loop.steps for loop in self.loops.values())
        log.info("alive, %d steps done", steps, extra={"action": "daemon_alive", "steps": steps})

    def _clock(self) -> BackgroundScheduler:
        executor = ThreadPoolExecutor(len(self._ticks) + 1)
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}  # default grace: 1 s
        clock = BackgroundScheduler(executors={"default": executor}, job_defaults=defaults, timezone=UTC)
        for name in self._ticks:
            now = datetime.now(UTC)
            every = self.loops[name].every
            clock.add_job(self.work, "interval", (name,), id=name, seconds=every, next_run_time=now)
        clock.add_job(self.beat, "interval", id="beat", seconds=BEAT_EVERY)
        return clock

    @contextmanager
    def _signals_to_queue(self) -> Iterator[None]:
        numbers = (signal.SIGTERM, signal.SIGINT)
        before = [signal.signal(number, lambda got, _: self._signals.put(signal.Signals(got))) for number in numbers]
        try:
            yield
        finally:
            for number, handler in zip(numbers, before, strict=True):
                signal.signal(number, handler)
