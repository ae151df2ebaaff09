"""A child process in a group of its own that speaks JSON lines, and an end that leaves nobody behind."""

import json
import logging
import os
import signal
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from subprocess import PIPE, Popen
from threading import Thread
from time import monotonic, sleep
from typing import IO, Any

log = logging.getLogger(__name__)

LAST_WORDS = 40  # lines of standard error that are kept: a traceback
LOOK_EVERY = 0.02  # seconds between two looks at a child that should end


class Child:
    """Use `finish`, `stop` or `kill` exactly once, whatever happens in between."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = Popen(
            command,
            stdin=PIPE,  # never written to: it closes when we die, however we die, and the child ends (crawler/parent.py)
            stdout=PIPE,
            stderr=PIPE,
            env=environment,
            encoding="utf-8",
            errors="replace",
            process_group=0,  # Ctrl-C in our terminal is ours to handle, and grandchildren can be ended with it
        )
        self.is_silent = False  # all it said has been read
        self._events: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._last_words: deque[str] = deque(maxlen=LAST_WORDS)
        assert self._process.stdout and self._process.stderr
        self._readers = [
            Thread(target=self._read_events, args=(self._process.stdout,), daemon=True),
            Thread(target=self._read_words, args=(self._process.stderr,), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def last_words(self) -> tuple[str, ...]:
        """The last lines of its standard error."""
        return tuple(self._last_words)

    def next_event(self, seconds: float) -> dict[str, Any] | None:
        """Its next JSON line; None if there was none in time, or none will come."""
        try:
            event = self._events.get(timeout=seconds)
        except Empty:
            return None
        self.is_silent = event is None
        return event

    def has_ended(self) -> bool:
        """Whether the leader has ended; unlike Popen.poll this leaves its number in the table."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def finish(self, grace: float) -> int:
        """Waits `grace` seconds for its end and kills what is left of its group; the exit code, below 0: a signal.

        The leader is waited for last: until then no other group can get its number.
        """
        deadline = monotonic() + grace
        while not self.has_ended() and monotonic() < deadline:
            sleep(LOOK_EVERY)
        self._signal(signal.SIGKILL)
        code = self._process.wait()
        assert self._process.stdin
        self._process.stdin.close()
        for reader in self._readers:
            reader.join()
        return code

    def stop(self, grace: float) -> int:
        """Asks it to end in good order; after `grace` seconds it is killed."""
        self._signal(signal.SIGTERM)
        return self.finish(grace)

    def kill(self) -> int:
        return self.finish(0)

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError, PermissionError):  # all of the group have ended
            os.killpg(self.pid, number)

    def _read_events(self, lines: IO[str]) -> None:
        with lines:
            for line in lines:
                try:
                    event = json.loads(line)
                except ValueError:
                    event = None
                if isinstance(event, dict):
                    self._events.put(event)
                else:
                    log.debug("the child printed %r", line, extra={"action": "child_printed"})
        self._events.put(None)

    def _read_words(self, lines: IO[str]) -> None:
        with lines:
            self._last_words.extend(line.rstrip() for line in lines if line.strip())
