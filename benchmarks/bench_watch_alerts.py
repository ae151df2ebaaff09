"""Alerts against their bars: `python -m benchmarks.bench_watch_alerts [--days N] [--portals N] [--kills N] [--flips N]`.

The replays let 30 days pass on a clock that is only a number: looks at portals become facts, the real rules judge them,
the real alerts are delivered to a webhook on loopback, whose messages are counted. A patrol makes three requests before it
counts as failed, as the crawler does; a probe makes one; 20 % loss is of requests. Kills are real processes and real signals.
"""

import argparse
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any

from benchmarks.bars import Bar
from storage.records import Condition
from storage.store import Store
from tests.xuncha.alert_kills import ALIVE, Told, kill_at_the_worst_moment, kill_often
from tests.xuncha.replays import HOUR, START, IsDown, ProbedReplay, Replay
from tests.xuncha.sinks import Webhook, webhook
from xuncha.alerts import paced_tick
from xuncha.scheduler.daemon import TICK_EVERY

QUARTER = timedelta(minutes=15)
BEGIN = START + timedelta(days=1)  # of outages
DELIVERY_BAR = 2.0  # seconds from the flip to the webhook, p95


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
        lambda: _probed_loss(asked.days),
        lambda: _probed_flapping(asked.days),
        lambda: _probed_outages(asked.days),
        lambda: _probed_platform(asked.portals),
        lambda: _kills(asked.kills),
        lambda: _kills_of_two(asked.kills),
        lambda: _worst_kills(asked.kills),
        lambda: _delivery(asked.flips),
    ):
        began = time.monotonic()
        bar = measure()
        missed += not bar.show(time.monotonic() - began)
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


# ── the same as the daemon watches: a probe every 48 minutes, again every three in doubt, a patrol a day ──

LATE = 75  # minutes; 48 between two looks, 15 to be sure, some for company
HOST = "p{}.example.gov.cn"


def _probed_loss(days: int) -> Bar:
    told = _probed(days, lambda *_: False, loss=0.2)
    return Bar(f"{days} days of probes, 20 % of them lost", "0 messages", f"{len(told)} messages", not told)


def _probed_flapping(days: int) -> Bar:
    told = _probed(days, lambda _, at: int((at - START) / QUARTER) % 2 == 0)
    got = f"{len(told)} messages, {len(told) / days:.2f} a day"
    return Bar(f"{days} days of probes, 15 min up, 15 down", "≤ 1 a day", got, len(told) <= days)


def _probed_outages(days: int) -> Bar:
    """One outage of six hours a day on other days' other hours, so that it meets the looks everywhere between two."""
    turns = [START + timedelta(days=day, minutes=37 * day) for day in range(1, days, 2)]
    told = _probed(days, lambda _, at: any(begin <= at < begin + 6 * HOUR for begin in turns))
    opened = [min(at - begin for at in told if at > begin) for begin in turns]
    closed = [min(at - begin - 6 * HOUR for at in told if at > begin + 6 * HOUR) for begin in turns]
    latest = [max(some) / timedelta(minutes=1) for some in (opened, closed)]
    got = f"{len(told)} messages; told {latest[0]:.0f} min, over {latest[1]:.0f} min late at most"
    is_met = len(told) == 2 * len(turns) and max(latest) <= LATE
    return Bar(f"{len(turns)} outages of 6 hours, probes", f"2 each, ≤ {LATE} min late", got, is_met)


def _probed_platform(portals: int) -> Bar:
    told = _probed(
        0.6, lambda _, at: START + 3 * HOUR <= at < START + 9 * HOUR, portals=portals, pulse=QUARTER, host=HOST
    )
    return Bar(f"6 h outage of {portals} probed portals", "2 (1 incident)", f"{len(told)} messages", len(told) == 2)


def _probed(days: float, is_down: IsDown, *, pulse: timedelta = HOUR, **how: Any) -> list[datetime]:
    """When there were messages."""
    with _store() as (store, _), webhook() as hook:
        store.add_channel("hook", hook.url, lang="zh", min_severity="info", now=START)
        replay = ProbedReplay(store, pulse=pulse, **how)
        replay.begin()
        told: list[datetime] = []
        before = len(hook.messages)
        replay.on_settled = lambda at: told.extend([at] * (len(hook.messages) - before - len(told)))
        replay.run(days, is_down)
        return told


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
    told = _killed(kill_often, count)
    return _random_kills(f"{count} × kill -9, webhook failing 10 %", told)


def _kills_of_two(count: int) -> Bar:
    told = _killed(partial(kill_often, at_once=2), count)
    return _random_kills(f"{count} × kill -9 of two daemons on one database", told)


def _random_kills(name: str, told: Told) -> Bar:
    is_met = not (told.lost or told.doubled_all_the_same or told.changed) and told.doubled_messages <= 1
    return Bar(name, "0 lost, ≤ 1 doubled", _fate(told), is_met)


def _worst_kills(count: int) -> Bar:
    """The bar is what a sender can promise: the message that it was sending comes again, under its key, and no other."""
    told = _killed(kill_at_the_worst_moment, count)
    is_met = not (told.lost or told.doubled_all_the_same or told.changed) and told.doubled_messages <= count
    bar = f"0 lost, ≤ {count} doubled, 0 by key"
    return Bar(f"{count} × kill -9 between acceptance and mark", bar, _fate(told), is_met)


def _killed(kill: Callable[[Store, str, int, Random], Told], count: int) -> Told:
    with _store() as (store, url):
        return kill(store, url, count, Random())


def _fate(told: Told) -> str:
    doubled = f"{told.doubled_messages} messages ({told.doubled} alerts) doubled"
    return f"{told.lost} lost, {doubled}, {told.doubled_all_the_same} by key, of {len(told.written)}"


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
