"""Alerts against their bars: `python -m benchmarks.bench_watch_alerts [--days N] [--portals N] [--kills N] [--flips N]`.

The replays let 30 days pass on a clock that is only a number: looks at portals become facts, the real rules judge them,
the real alerts are delivered to a webhook on loopback, whose messages are counted. A look makes three requests before it
counts as failed, as the crawler does; 20 % loss is of requests. Kills are real processes and real signals.
"""

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread

from storage.records import Condition
from storage.store import Store
from tests.xuncha.alert_kills import ALIVE, kill_often
from tests.xuncha.replays import HOUR, START, IsDown, Replay
from tests.xuncha.sinks import Webhook, webhook
from xuncha.alerts import paced_tick
from xuncha.scheduler.daemon import TICK_EVERY

QUARTER = timedelta(minutes=15)
BEGIN = START + timedelta(days=1)  # of outages
DELIVERY_BAR = 2.0  # seconds from the flip to the webhook, p95


@dataclass(frozen=True)
class Bar:
    name: str
    wanted: str
    got: str
    is_met: bool


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bench_watch_alerts", description="Alerts and their bars."
    )
    parser.add_argument("--days", type=int, default=30, help="days of each replay")
    parser.add_argument("--portals", type=int, default=500, help="portals of the platform that fails")
    parser.add_argument("--kills", type=int, default=20, help="processes to kill")
    parser.add_argument("--flips", type=int, default=100, help="alerts whose delivery is timed")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    missed = 0
    for measure in (
        lambda: _loss(asked.days),
        lambda: _flapping(asked.days),
        lambda: _outage(asked.days),
        lambda: _platform(asked.portals),
        lambda: _kills(asked.kills),
        lambda: _delivery(asked.flips),
    ):
        began = time.monotonic()
        bar = measure()
        missed += not bar.is_met
        seconds = time.monotonic() - began
        print(
            f"{'ok  ' if bar.is_met else 'MISS'} {bar.name:<46} {bar.got:<44} bar: {bar.wanted:<22} {seconds:.0f} s",
            flush=True,
        )
    sys.exit(bool(missed))


# ── replays ──────────────────────────────────────────────────────────────────


def _loss(days: int) -> Bar:
    messages = _replayed(days, lambda *_: False, every=HOUR, loss=0.2, pulse=HOUR)
    return Bar(f"{days} days, 20 % of requests lost", "0 messages", f"{len(messages)} messages", not messages)


def _flapping(days: int) -> Bar:
    messages = _replayed(days, lambda _, at: int((at - START) / QUARTER) % 2 == 0, every=QUARTER, pulse=HOUR)
    per_day = len(messages) / days
    return Bar(
        f"{days} days, 15 min up, 15 min down",
        "1 a day",
        f"{len(messages)} messages, {per_day:.2f} a day",
        0.9 <= per_day <= 1,
    )


def _outage(days: int) -> Bar:
    messages = _replayed(days, lambda _, at: BEGIN <= at < BEGIN + 6 * HOUR, every=HOUR, pulse=HOUR)
    return Bar(
        f"{days} days, one outage of 6 hours", "2 (open, recovered)", f"{len(messages)} messages", len(messages) == 2
    )


def _platform(portals: int) -> Bar:
    """Two hours between two looks at a portal; a day is enough, and what the rest of the month adds is the first replay."""
    down: IsDown = lambda _, at: START + 3 * HOUR <= at < START + 9 * HOUR  # noqa: E731
    messages = _replayed(0.6, down, portals=portals, every=2 * HOUR, pulse=QUARTER, host="p{}.example.gov.cn")
    opened, closed = (sum(words in title for title in messages) for words in ("同时出现", "已恢复"))
    got = f"{opened} opened, {closed} recovered, {len(messages)} messages"
    return Bar(
        f"6 h outage of {portals} portals of a platform",
        "1 incident",
        got,
        (opened, closed, len(messages)) == (1, 1, 2),
    )


def _replayed(
    days: float,
    is_down: IsDown,
    *,
    every: timedelta,
    pulse: timedelta,
    portals: int = 1,
    loss: float = 0.0,
    host: str = "p{}.qinghe.gov.cn",
) -> list[str]:
    """Titles of the messages after the first hour."""
    with _store() as (store, _), webhook() as hook:
        store.add_channel("hook", hook.url, lang="zh", min_severity="info", now=START)
        replay = Replay(store, portals, every, loss, host, pulse)
        replay.begin()
        before = len(hook.messages)
        replay.run(days, is_down)
        return [message["title"] for message in hook.messages[before:]]


# ── real processes ───────────────────────────────────────────────────────────


def _kills(count: int) -> Bar:
    with _store() as (store, url):
        told = kill_often(store, url, count, Random())
    doubled = f"{told.doubled_messages} messages ({told.doubled} alerts) doubled"
    got = f"{told.lost} lost, {doubled}, of {len(told.written)}"
    is_met = not told.lost and told.doubled_messages <= 1
    return Bar(f"{count} × kill -9, webhook failing 10 %", "0 lost, ≤ 1 doubled", got, is_met)


@dataclass
class _Clocked(Webhook):
    taken: list[tuple[float, str]] = field(default_factory=list)

    def take(self, body: bytes) -> int:
        self.taken.append((time.monotonic(), body.decode()))
        return super().take(body)


def _delivery(count: int) -> Bar:
    """From the judge's commit to the webhook, with the daemon's pause between two looks."""
    random, written = Random(7), {}
    with _store() as (store, _), webhook(kind=_Clocked) as hook, _ticking(lambda: paced_tick(store, datetime.now(UTC))):
        store.add_channel("hook", hook.url, lang="en", min_severity="warning", now=datetime.now(UTC))
        portal = store.add_portal("http://p.example/", name=None, now=datetime.now(UTC))
        for number in range(count):
            evidence = {"column": f"No{number:06}", "newest": "2026-01-05", "limit_days": 90, "days_over": 1}
            now = datetime.now(UTC)
            condition = Condition("column.stale", f"http://p.example/{number}", "warning", now, evidence)
            store.record_judgement(
                portal.id, conditions=[condition], verdict=ALIVE, stale_after={}, next_due=None, now=now
            )
            written[f"[new · warning] Column “No{number:06}”"] = time.monotonic()
            time.sleep(random.uniform(0, 0.3))
        time.sleep(3 * DELIVERY_BAR)
        assert isinstance(hook, _Clocked)
        waits = [_heard(hook, words) - at for words, at in written.items()]
    p95 = quantiles(waits, n=20)[-1]
    return Bar(
        f"{count} alerts to a webhook on loopback",
        f"p95 ≤ {DELIVERY_BAR:.0f} s",
        f"p95 {p95:.2f} s, longest {max(waits):.2f} s",
        p95 <= DELIVERY_BAR,
    )


def _heard(hook: _Clocked, words: str) -> float:
    return next((at for at, body in hook.taken if words in body), float("inf"))


@contextmanager
def _ticking(tick: Callable[[], object]) -> Iterator[None]:
    stop = Event()

    def loop() -> None:
        while not stop.wait(TICK_EVERY):
            tick()

    thread = Thread(target=loop)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def _store() -> Iterator[tuple[Store, str]]:
    with TemporaryDirectory(prefix="xuncha-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'xuncha.db'}"
        store = Store(url)
        store.upgrade()
        yield store, url
        store.close()


if __name__ == "__main__":
    main()
