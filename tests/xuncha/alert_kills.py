"""kill -9 of a process that delivers, at random moments, while findings open and close and the webhook fails."""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from storage.records import Condition, Verdict
from storage.store import Store
from tests.xuncha.sinks import Webhook, webhook
from xuncha.alerts import tick

PORTALS = 4  # fewer than are told of together, so that every alert is named in a message
STEP = 1000.0  # seconds that each process's clock is ahead of the last one's: more than a lease and some pauses
FAILING = 0.1  # share of calls that the webhook answers with 500
ALIVE = Verdict("pass", "alive", ())
_TOLD = re.compile(r"\[(new|closed) · warning\] Column “(\d+)”")


@dataclass
class Told:
    """What became of the alerts: how often each of those written was received."""

    written: set[tuple[str, str]] = field(default_factory=set)
    received: Counter[tuple[str, str]] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)  # by the key that is the same at every try
    tries: int = 0
    kills: int = 0

    @property
    def lost(self) -> int:
        return len(self.written - self.received.keys())

    @property
    def doubled(self) -> int:
        """Alerts that came more than once."""
        return sum(count > 1 for count in self.received.values())

    @property
    def doubled_messages(self) -> int:
        return sum(count > 1 for count in self.messages.values())


class _Failing(Webhook):
    random = Random(7)

    def take(self, body: bytes) -> int:
        self.always = 500 if self.random.random() < FAILING else 204
        return super().take(body)


def kill_often(store: Store, url: str, rounds: int, random: Random) -> Told:
    """So many processes are killed, each at some moment of its first second of work; then everything is delivered."""
    told = Told()
    with webhook(kind=_Failing) as hook:
        store.add_channel("hook", hook.url, lang="en", min_severity="warning", now=_now())
        homes = [store.add_portal(f"http://p{n}.example/", name=None, now=_now()).id for n in range(PORTALS)]
        for number in range(rounds):
            with _child(url, number * STEP):
                _load(store, homes, told, random, seconds=random.uniform(0.1, 1.2))
            told.kills += 1
        _drain(store, rounds * STEP)
        told.tries = hook.tries
        for message in hook.messages:
            told.messages[message["id"]] += 1
            told.received.update(_TOLD.findall(message["message"]))
    return told


def _load(store: Store, homes: list[int], told: Told, random: Random, seconds: float) -> None:
    """A finding opens and the one before it closes on some portal, again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name = str(len(told.written))
        since, evidence = _now(), {"column": name, "newest": "2026-01-05", "limit_days": 90, "days_over": 1}
        condition = Condition("column.stale", f"http://x.example/{name}", "warning", since, evidence)
        flips = store.record_judgement(
            random.choice(homes), conditions=[condition], verdict=ALIVE, stale_after={}, next_due=None, now=since
        )
        words = {"opened": "new", "closed": "closed"}
        told.written |= {(words[flip.kind], flip.evidence["column"]) for flip in flips}
        time.sleep(random.uniform(0, 0.05))


@contextmanager
def _child(url: str, ahead: float) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.xuncha.alert_child", url, str(ahead)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            assert child.stdout.readline() == "ready\n"
            yield
        finally:
            child.kill()


def _drain(store: Store, ahead: float) -> None:
    for number in range(1, 30):
        now = _now() + timedelta(seconds=ahead + number * 7 * 3600)
        while tick(store, now):
            pass
        if all(row["status"] == "sent" for row in store.notifications()):
            return


def _now() -> datetime:
    return datetime.now(UTC)
