"""kill -9 of a process that delivers, at random moments or at the worst one, while findings open and close and the webhook
fails."""

import json
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import select

from storage import tables as t
from storage.records import Condition, Verdict
from storage.store import Store
from tests.xuncha.sinks import Webhook, webhook
from xuncha.alerts import tick

PORTALS = 4  # fewer than are told of together
STEP = 1000.0  # seconds that each process's clock is ahead of the last one's: more than a lease and some pauses
FAILING = 0.1  # share of calls that the webhook answers with 500
LONGEST_LIFE = 60.0  # seconds that a process may take to be killed at the worst moment
ALIVE = Verdict("pass", "alive", ())
WORDS = {"opened": "new", "closed": "closed"}
_TOLD = re.compile(r"\[(new|closed) · warning\] Column “(\d+)”")
_MORE = re.compile(r"^(\d+) more: xuncha findings$", re.MULTILINE)

Alert = tuple[str, str]  # new or closed, and the column's name


@dataclass
class Told:
    """What became of the alerts that were written: the messages that the receiver took, in their order."""

    written: set[Alert] = field(default_factory=set)
    messages: list[tuple[str, str, list[Alert]]] = field(default_factory=list)  # key, text, what it tells
    tries: int = 0
    kills: int = 0

    @property
    def lost(self) -> int:
        return len(self.written - _times(self.messages).keys())

    @property
    def doubled(self) -> int:
        """Alerts that came more than once."""
        return sum(count > 1 for count in _times(self.messages).values())

    @property
    def doubled_messages(self) -> int:
        return sum(count > 1 for count in Counter(key for key, _, _ in self.messages).values())

    @property
    def doubled_all_the_same(self) -> int:
        """Alerts that came more than once to a receiver that takes each key once."""
        once = {key: (key, text, alerts) for key, text, alerts in self.messages}
        return sum(count > 1 for count in _times(list(once.values())).values())

    @property
    def changed(self) -> int:
        """Keys that came with more than one text."""
        texts = Counter(key for key, _ in {(key, text) for key, text, _ in self.messages})
        return sum(count > 1 for count in texts.values())


def _times(messages: list[tuple[str, str, list[Alert]]]) -> Counter[Alert]:
    return Counter(alert for _, _, alerts in messages for alert in alerts)


class _Failing(Webhook):
    random = Random(7)
    on_taken: Callable[[], object] = staticmethod(lambda: None)  # called when a message came for the first time

    def take(self, body: bytes) -> int:
        self.always = 500 if self.random.random() < FAILING else 204
        known = {message["id"] for message in self.messages}
        status = super().take(body)
        if status < 300 and json.loads(body)["id"] not in known:
            self.on_taken()
        return status


def kill_often(store: Store, url: str, kills: int, random: Random, at_once: int = 1) -> Told:
    """So many processes are killed, each at some moment of its first seconds of work; then everything is delivered.

    `at_once` of them work side by side, and are killed one after the other.
    """
    with _world(store) as (hook, told, homes):
        for number in range(kills // at_once):
            with ExitStack() as stack:
                children = [stack.enter_context(_child(url, number * STEP)) for _ in range(at_once)]
                for child in children:
                    assert child.stdout is not None
                    assert child.stdout.readline() == "ready\n"
                for child in children:
                    _load(store, homes, told, random, seconds=random.uniform(0.1, 1.2))
                    child.kill()
        return _counted(store, hook, told, kills)


def kill_at_the_worst_moment(store: Store, url: str, rounds: int, random: Random) -> Told:
    """Each process is killed when the receiver has just taken a message and has not yet said so."""
    with _world(store) as (hook, told, homes):
        for number in range(rounds):
            _load(store, homes, told, random, seconds=random.uniform(0.1, 0.4))
            with _child(url, number * STEP) as child:
                hook.on_taken = child.kill
                child.wait(LONGEST_LIFE)
        hook.on_taken = _Failing.on_taken
        return _counted(store, hook, told, rounds)


@contextmanager
def _world(store: Store) -> Iterator[tuple[_Failing, Told, list[int]]]:
    with webhook(kind=_Failing) as hook:
        assert isinstance(hook, _Failing)
        store.add_channel("hook", hook.url, lang="en", min_severity="warning", now=_now())
        yield (
            hook,
            Told(),
            [store.add_portal(f"http://p{n}.example/", name=None, now=_now()).id for n in range(PORTALS)],
        )


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
        told.written |= {(WORDS[flip.kind], flip.evidence["column"]) for flip in flips}
        time.sleep(random.uniform(0, 0.05))


@contextmanager
def _child(url: str, ahead: float) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.xuncha.alert_child", url, str(ahead)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            yield child
        finally:
            child.kill()


def _counted(store: Store, hook: Webhook, told: Told, rounds: int) -> Told:
    """Delivers everything that is left, and counts."""
    for number in range(1, 30):
        now = _now() + timedelta(seconds=rounds * STEP + number * 7 * 3600)
        while tick(store, now):
            pass
        if all(row["status"] == "sent" for row in store.notifications()):
            break
    members = _members(store)
    told.kills, told.tries = rounds, hook.tries
    for message in hook.messages:
        key, text = message["id"], f"{message['title']}\n{message['message']}"
        told.messages.append((key, text, _alerts(text, members[key])))
    return told


def _alerts(text: str, members: set[Alert]) -> list[Alert]:
    """What a message tells. A long one names its first fifty alerts and counts the others, which must be its members."""
    named = _TOLD.findall(text.partition("\n")[2])
    counted = int(found[1]) if (found := _MORE.search(text)) else 0
    if len(members - set(named)) != counted:
        raise AssertionError(f"{len(members)} notifications say that they are in a message of {len(named)} + {counted}")
    return [*named, *(members - set(named))]


def _members(store: Store) -> dict[str, set[Alert]]:
    """Key of a message → what it is to tell, by our own tables."""
    wanted = select(t.notification.c.message, t.notification.c.kind, t.flip.c.evidence).join(
        t.flip, t.flip.c.id == t.notification.c.flip_id
    )
    members: dict[str, set[Alert]] = defaultdict(set)
    with store.database.read() as connection:
        for key, kind, evidence in connection.execute(wanted):
            members[key].add((WORDS[kind], evidence["column"]))
    return members


def _now() -> datetime:
    return datetime.now(UTC)
