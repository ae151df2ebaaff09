"""Child processes that read pages, so that a page which hangs or crashes a parser costs one page and no more.

Each child gets its pages over a pipe of its own. It is killed when a page takes longer than the limit, and replaced;
when this process dies, even by kill -9, the pipe closes and the child ends itself.
"""

import asyncio
import socket
import subprocess
import sys
from asyncio import AbstractEventLoop, Future, TimerHandle
from collections import deque
from collections.abc import Callable
from math import inf
from multiprocessing.connection import Connection
from time import monotonic

from crawler.records import Fetched, Reading, Unreadable

READ_LIMIT = 40.0  # seconds for one page; what is read of the largest takes about ten, a hostile document 20
LAST_LOOK = 2.0  # seconds that each page still waiting gets when the patrol's time is over


class ReaderPool:
    """Reads pages in `size` children, each within `limit` seconds, and hardly any after `deadline` (time.monotonic).

    Use from one event loop; `close` ends the children.
    """

    def __init__(self, size: int, deadline: float = inf, limit: float = READ_LIMIT) -> None:
        self._deadline, self._limit = deadline, limit
        self._loop = asyncio.get_running_loop()
        self._children = [self._new_child() for _ in range(size)]

    async def read(self, page: Fetched) -> Reading | Unreadable:
        """What the page says, or why no reader could read it. Never raises for any page."""
        if all(child.is_dead for child in self._children):  # and none took their place: the patrol's time is over
            return Unreadable("time_limit")
        job = _Job(page, self._loop.create_future())
        self._give(job)
        return await job.result

    def close(self) -> None:
        for child in self._children:
            child.close()

    def _give(self, job: "_Job") -> None:
        alive = (child for child in self._children if not child.is_dead)
        min(alive, key=lambda child: len(child.jobs)).give(job)

    def _new_child(self) -> "_Child":
        return _Child(self._loop, self._seconds, self._replace)

    def _seconds(self) -> float:
        return max(min(self._limit, self._deadline - monotonic()), LAST_LOOK)

    def _replace(self, dead: "_Child", reason: str) -> None:
        """The page under way is to blame; those that waited behind it go to the child that takes the place."""
        jobs = list(dead.jobs)
        dead.jobs.clear()
        dead.close()
        if jobs:
            jobs.pop(0).finish(Unreadable(reason))
        if monotonic() > self._deadline:
            for job in jobs:
                job.finish(Unreadable("time_limit"))
            return
        self._children[self._children.index(dead)] = self._new_child()
        for job in jobs:
            self._give(job)


class _Job:
    def __init__(self, page: Fetched, result: "Future[Reading | Unreadable]") -> None:
        self.page, self.result = page, result

    def finish(self, reading: Reading | Unreadable) -> None:
        if not self.result.done():
            self.result.set_result(reading)


class _Child:
    """One process and the jobs it was given; the first of them is under way."""

    def __init__(
        self, loop: AbstractEventLoop, seconds: Callable[[], float], on_death: "Callable[[_Child, str], None]"
    ) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "crawler.reader", str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL)
        self._pipe = Connection(ours.detach())
        self._loop, self._seconds, self._on_death = loop, seconds, on_death
        self._timer: TimerHandle | None = None
        self._reason = "crashed"
        self.jobs: deque[_Job] = deque()
        loop.add_reader(self._pipe.fileno(), self._receive)

    @property
    def is_dead(self) -> bool:
        return self._pipe.closed

    def give(self, job: _Job) -> None:
        self.jobs.append(job)
        if len(self.jobs) == 1:
            self._start_clock()
        try:
            self._pipe.send(job.page)
        except OSError:
            self._loop.call_soon(self._die)

    def close(self) -> None:
        self._stop_clock()
        if not self._pipe.closed:
            self._loop.remove_reader(self._pipe.fileno())
            self._pipe.close()
        self._process.kill()
        self._process.wait()

    def _receive(self) -> None:
        try:
            reading = self._pipe.recv()
        except (EOFError, OSError):
            self._die()
            return
        self._stop_clock()
        self.jobs.popleft().finish(reading)
        if self.jobs:
            self._start_clock()

    def _die(self) -> None:
        if not self.is_dead:
            self._on_death(self, self._reason)

    def _start_clock(self) -> None:
        self._timer = self._loop.call_later(self._seconds(), self._overdue)

    def _stop_clock(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _overdue(self) -> None:
        self._reason = "timeout"
        self._process.kill()
