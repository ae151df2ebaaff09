"""The daemon left alone in a bad world: `python -m benchmarks.bench_soak [--minutes N] [--portals N] [--out FOLDER]`.

`xuncha run` watches portals on loopback that reset, hang, answer 503, drip, redirect for ever, lose pages, send half a
body or vanish; a host that does not exist; a webhook that refuses one call in ten. In between somebody locks the database
for seconds, stops and kills crawlers and the prober, and in the first half the daemon itself. Every five seconds memory,
open files, threads, rows and queues are written down. A leak is a slope: lines are fitted through the second half, in which
the daemon is left alive. Writes soak.csv and soak.svg. Ends every process that it began, on Ctrl-C as well.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from sqlalchemy import select

from benchmarks.bars import Bar
from benchmarks.bench_soak_figures import Sample, growth, sample, tree, write_csv, write_plot
from benchmarks.bench_soak_world import MOODS, NO_SUCH_HOST, FailingWebhook, Portal, lock, portals
from storage import tables as t
from storage.store import Store, StoreError
from tests.xuncha.sinks import webhook
from xuncha.crawling import sigterm_raises

SAMPLE_EVERY = 5.0  # seconds
CHAOS_EVERY = (8.0, 20.0)  # seconds between two troubles
DAEMON_ENDS = (0.10, 0.20, 0.30, 0.40)  # of the time: killed and stopped by turns
SETTLING = 240.0  # seconds at the end, in which all is well: alerts that failed are tried again
LYING_IN_WAIT = 20.0  # seconds for a crawler to come
GRACE = 60.0  # seconds for the daemon to end in good order
PATROL_EVERY = 150  # seconds
SETTINGS = {
    "allowed_private_networks": "127.0.0.0/8",
    "patrol_interval": PATROL_EVERY,
    "patrols_at_once": 2,
    "crawl_max_pages": 25,
    "crawl_delay": 0.05,
    "crawl_timeout": 3,
    "crawl_time_limit": 60,
    "crawl_hang_limit": 20,
    "link_checks": 20,
    "probes_a_day": 1440,
    "lang": "en",
}


@dataclass
class Soak:
    """A run under way."""

    folder: Path
    minutes: float
    chance: random.Random = field(default_factory=lambda: random.Random(20260615))
    samples: list[Sample] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)
    starts: list[float] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    begun: float = field(default_factory=monotonic)
    daemon: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'xuncha.db'}"

    @property
    def minute(self) -> float:
        return (monotonic() - self.begun) / 60

    def start_daemon(self) -> None:
        mine = {f"XUNCHA_{name.upper()}": str(value) for name, value in SETTINGS.items()}
        environment = {**os.environ, **mine, "XUNCHA_DATA_DIR": str(self.folder), "XUNCHA_DATABASE_URL": self.url}
        with (self.folder / "log").open("ab") as log:
            self.daemon = subprocess.Popen(
                [sys.executable, "-m", "xuncha", "run"], env=environment, stdout=log, stderr=log, process_group=0
            )
        self.starts.append(self.minute)

    def end_daemon(self, number: signal.Signals) -> int:
        """Exit code; whoever is stopped goes on first, for a stopped process cannot notice that its parent is gone."""
        assert self.daemon is not None
        for one in tree(self.daemon.pid):
            _signal(one.pid, signal.SIGCONT)
        self.daemon.send_signal(number)
        try:
            return self.daemon.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.daemon.kill()
            return self.daemon.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_soak", description="The daemon in a bad world.")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--portals", type=int, default=10)
    parser.add_argument("--out", type=Path, default=Path("docs"), help="folder for soak.svg and soak.csv")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="xuncha-soak-") as folder, sigterm_raises():
        soak = Soak(Path(folder), asked.minutes)
        complaints = _run(soak, asked.portals)
        write_csv(soak.samples, asked.out / "soak.csv")
        title = f"{soak.minute:.0f} minutes, {asked.portals} portals, {soak.troubles.total()} troubles"
        write_plot(soak.samples, soak.starts[1:], title, asked.out / "soak.svg")
    sys.exit(bool(complaints))


def _run(soak: Soak, count: int) -> int:
    """How many bars were missed."""
    store = Store(soak.url)
    store.upgrade()
    with ExitStack() as stack:
        made = stack.enter_context(portals(count))
        hook = stack.enter_context(webhook(kind=FailingWebhook))
        assert isinstance(hook, FailingWebhook)
        for url in (*(portal.url for portal in made), NO_SUCH_HOST):
            store.add_portal(url, name=None, now=datetime.now(UTC))
        store.add_channel("hook", hook.url, lang="en", min_severity="info", now=datetime.now(UTC))
        stack.enter_context(_daemon(soak))
        stack.enter_context(_troubles(soak, made))
        _watch(soak, store, hook)
        left = tree(soak.daemon.pid)[1:] if soak.daemon else []
        code = soak.end_daemon(signal.SIGTERM)
        soak.ended.wait(3)
        orphans = [one.pid for one in left if Path(f"/proc/{one.pid}").exists()]
        missed = _report(soak, store, hook, code, orphans)
        store.close()
    return missed


def _watch(soak: Soak, store: Store, hook: FailingWebhook) -> None:
    """Samples until the time is over, and ends and starts the daemon at its moments."""
    ends = [share * soak.minutes for share in DAEMON_ENDS]
    while soak.minute < soak.minutes:
        assert soak.daemon is not None
        if ends and soak.minute >= ends[0]:
            number = signal.SIGKILL if len(ends) % 2 else signal.SIGTERM
            soak.troubles[f"daemon {number.name}"] += 1
            soak.end_daemon(number)
            soak.start_daemon()
            ends.pop(0)
        with suppress(StoreError):  # locked by ourselves, for longer than a reader waits
            soak.samples.append(sample(store, soak.daemon.pid, soak.minute, len(soak.starts), len(hook.messages)))
        soak.ended.wait(SAMPLE_EVERY)


@contextmanager
def _daemon(soak: Soak) -> Iterator[None]:
    soak.start_daemon()
    try:
        yield
    finally:
        assert soak.daemon is not None
        if soak.daemon.poll() is None:
            soak.end_daemon(signal.SIGKILL)


@contextmanager
def _troubles(soak: Soak, made: list[Portal]) -> Iterator[None]:
    thread = threading.Thread(target=_chaos, args=(soak, made), daemon=True)
    thread.start()
    try:
        yield
    finally:
        soak.ended.set()
        thread.join()


def _chaos(soak: Soak, made: list[Portal]) -> None:
    """One trouble after the other; towards the end all is well again."""
    chance, locker = soak.chance, Store(soak.url)
    calm_from = soak.minutes - min(SETTLING / 60, soak.minutes / 5)
    while not soak.ended.wait(chance.uniform(*CHAOS_EVERY)) and soak.minute < calm_from:
        for portal in chance.sample(made, 2):
            portal.mood = chance.choice(MOODS)
            soak.troubles[f"mood {portal.mood}"] += 1
        what = chance.choice(("lock", "stop a crawler", "kill a crawler", "kill the prober", "nothing"))
        if what == "lock":
            lock(locker, chance.uniform(2, 9), soak.ended)
            soak.troubles[what] += 1
        elif what != "nothing" and not (what == "kill the prober" and soak.minute > soak.minutes / 2):
            soak.troubles[what] += _hurt(soak, what)
    for portal in made:
        portal.mood = "sound"
    locker.close()


def _hurt(soak: Soak, what: str) -> int:
    """Whether there was somebody to hurt, or came while we waited."""
    assert soak.daemon is not None
    patience = monotonic() + LYING_IN_WAIT
    while monotonic() < patience and not soak.ended.wait(0.5):
        others = tree(soak.daemon.pid)[1:]
        if wanted := [one for one in others if (one.is_prober if what == "kill the prober" else one.is_crawler)]:
            _signal(soak.chance.choice(wanted).pid, signal.SIGSTOP if what == "stop a crawler" else signal.SIGKILL)
            return True
    return False


def _signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


# ── what came of it ──────────────────────────────────────────────────────────


def _report(soak: Soak, store: Store, hook: FailingWebhook, code: int, orphans: list[int]) -> int:
    """Prints every bar; how many were missed."""
    last, second = soak.samples[-1], [one for one in soak.samples if one.minute > soak.minutes / 2]
    settled = [one for one in second if one.daemon_mb and one.prober_mb]  # all of one life of the daemon
    statuses = Counter(row["status"] for row in store.notifications())
    log = (soak.folder / "log").read_text(encoding="utf-8", errors="replace")
    waiting = statuses["pending"] + statuses["sending"]
    kills = soak.troubles["daemon SIGKILL"]
    print(f"{soak.minute:.0f} minutes; troubles: {dict(sorted(soak.troubles.items()))}")
    print(
        f"{last.visits} visits, {last.probes} probes, {last.patrols_done} patrols, {last.flips} flips, {last.messages} messages"
    )
    print(f"patrols: {store.figures(datetime.now(UTC)).patrols_ended}; alerts: {dict(statuses)}; {hook.tries} calls")
    bars: list[tuple[str, float, float]] = [
        ("growth of the daemon's memory, MB", growth(settled, lambda one: one.daemon_mb), 10.0),
        ("growth of the prober's memory, MB", growth(settled, lambda one: one.prober_mb), 10.0),
        ("growth of the daemon's open files", growth(settled, lambda one: one.daemon_files), 4.0),
        ("growth of the daemon's threads", growth(settled, lambda one: one.daemon_threads), 2.0),
        ("growth of waiting alerts", growth(settled, lambda one: one.notifications_waiting), 20.0),
        ("bytes a row, at the end to half-way", _density(last) / _density(second[0]), 1.1),
        ("judgements due at the end", last.judgements_due, 3),
        ("patrols late at the end, s", last.patrols_late_s, PATROL_EVERY),
        ("alerts given up", statuses["dead"], 0),
        ("alerts waiting at the end", waiting, 3),
        (f"messages doubled in {kills} kills of the daemon", hook.doubled, kills),
        ("sent, and never received", _lost(store, hook), 0),
        ("tracebacks in the log", log.count("Traceback"), 0),
        ("what xuncha db check finds", len(store.check()), 0),
        ("processes left behind", len(orphans), 0),
        ("exit code of the daemon", code, 0),
    ]
    missed = sum(not Bar(name, f"≤ {most:g}", f"{got:.2f}", got <= most).show() for name, got, most in bars)
    for line in [line for line in log.splitlines() if " ERROR " in line][:20]:
        print(f"    {line[:200]}")
    return missed


def _density(one: Sample) -> float:
    return one.database_mb / max(one.rows, 1)


def _lost(store: Store, hook: FailingWebhook) -> int:
    """Messages that are marked as sent, and that the webhook never took."""
    taken = {message["id"] for message in hook.messages}
    sent = select(t.notification.c.message).where(t.notification.c.status == "sent").distinct()
    with store.database.read() as connection:
        return len(set(connection.scalars(sent)) - taken)


if __name__ == "__main__":
    main()
