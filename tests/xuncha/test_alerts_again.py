"""What was sent once is sent again as the very same message, until it is marked: a receiver that takes each key once
has every alert once, whoever dies or loses an answer on the way."""

import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.records import Delivery, Verdict
from storage.store import Store, StoreError
from tests.xuncha.sinks import Webhook, webhook
from tests.xuncha.test_alerts import NOW, Died, DyingStore, add_channel, drain, judged, stale, statuses
from xuncha.alerts import delivery as sending
from xuncha.alerts import tick
from xuncha.alerts.delivery import LEASE_SECONDS, LONGEST_PAUSE

ENDED = timedelta(seconds=LEASE_SECONDS + 60)
LATER = 2 * LONGEST_PAUSE  # every pause is over
ZOMBIE = Verdict("fail", "zombie", ({"code": "columns.stale_many", "count": 6},))


class Distracted(Webhook):
    """Takes a message, whatever it answers: the answer is lost on the way."""

    def take(self, body: bytes) -> int:
        answered = super().take(body)
        if answered >= 300:
            super().take(body)
        return answered


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with webhook(kind=Distracted) as opened:
        yield opened


def dies_before_it_marks(store: Store, now: Any) -> None:
    dying = DyingStore(store.database.url)
    with pytest.raises(Died):
        tick(dying, now)
    dying.close()


def names(message: dict[str, Any]) -> set[str]:
    """Of the columns that it tells of."""
    return {words.split("”")[0] for words in message["message"].split("Column “")[1:]}


def test_news_does_not_join_what_a_dead_process_had_sent(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale(column="a"))
    dies_before_it_marks(store, NOW)
    judged(store, stale(column="a"), stale("http://a.example/b/", column="b"), verdict=ZOMBIE)
    drain(store, NOW + ENDED)
    first, again, news = hook.messages
    assert first == again
    assert (names(first), names(news)) == ({"a"}, {"b"})
    assert first["id"] != news["id"]


def test_a_refused_try_after_a_crash_leaves_the_message_as_it_was(store: Store) -> None:
    with webhook() as hook:
        add_channel(store, hook.url)
        judged(store, stale(column="a"), stale("http://a.example/b/", column="b"))
        dies_before_it_marks(store, NOW)
        hook.statuses.put(500)
        drain(store, NOW + ENDED)
        judged(store, stale(column="a"), stale("http://a.example/d/", column="d"), verdict=ZOMBIE)
        drain(store, NOW + LATER)
    first, again, news = hook.messages
    assert first == again
    assert (names(again), names(news)) == ({"a", "b"}, {"b", "d"})  # b is over
    assert hook.keys[0] == hook.keys[1] == hook.keys[2] != hook.keys[3]
    assert set(statuses(store)) == {"sent"}


def test_an_answer_that_was_lost_changes_nothing_in_the_message(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale(column="a"))
    hook.statuses.put(502)
    tick(store, NOW)
    judged(store, stale(column="a"), stale("http://a.example/b/", column="b"), verdict=ZOMBIE)
    drain(store, NOW + LATER)
    first, again, news = hook.messages
    assert first == again
    assert names(news) == {"b"}


def test_a_message_about_many_portals_stays_about_these(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    for number in range(6):
        judged(store, stale(f"http://p{number}.example/c/"), portal=f"p{number}")
    hook.statuses.put(502)
    drain(store)
    for number in range(3, 9):
        judged(store, stale(f"http://p{number}.example/c/"), stale(f"http://p{number}.example/d/"), portal=f"p{number}")
    drain(store, NOW + LATER)
    first, again, news = hook.messages
    assert first == again
    assert news["title"] == "Xuncha: 6 portals: 9 new"


def test_a_digest_is_the_same_at_every_try(store: Store, hook: Webhook) -> None:
    store.add_channel("boss", hook.url, lang="en", min_severity="warning", now=NOW, digest="daily")
    judged(store, stale())
    hook.statuses.put(502)
    drain(store, NOW + timedelta(days=1))
    judged(store)
    drain(store, NOW + timedelta(days=1) + LONGEST_PAUSE)
    first, again = hook.messages
    assert first == again


def test_a_dead_letter_that_is_sent_again_is_the_same_message(store: Store) -> None:
    with webhook() as hook:
        add_channel(store, hook.url)
        judged(store, stale())
        hook.always = 500
        for number in range(sending.MOST_TRIES):
            drain(store, NOW + number * LATER)
        end = NOW + sending.MOST_TRIES * LATER
        assert statuses(store) == ["dead"]
        hook.always = 204
        store.revive_dead_letters("hook", end)
        drain(store, end)
    assert statuses(store) == ["sent"]
    assert len(set(hook.keys)) == 1


def test_while_a_message_is_on_its_way_nobody_else_sends_it(store: Store, store_url: str) -> None:
    class Slow(Webhook):
        def take(self, body: bytes) -> int:
            tick(other, NOW + timedelta(seconds=LEASE_SECONDS - 1))
            return super().take(body)

    other = Store(store_url)
    with webhook(kind=Slow) as hook:
        add_channel(store, hook.url)
        judged(store, stale())
        drain(store)
    other.close()
    assert hook.tries == 1


class OvertakenStore(Store):
    """Of a process that stands still between its claim and its sending; another one does all its work meanwhile."""

    def begin_sending(self, delivery: Delivery, **rest: Any) -> bool:
        with_another = Store(self.database.url)
        drain(with_another, NOW + ENDED)
        with_another.close()
        return super().begin_sending(delivery, **rest)


def test_a_process_that_was_overtaken_sends_nothing(store: Store, store_url: str, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    slow = OvertakenStore(store_url)
    tick(slow, NOW)
    slow.close()
    assert (len(hook.messages), statuses(store)) == (1, ["sent"])


class HinderedStore(Store):
    """A database that cannot be written twice, and then again."""

    hindrances = 2

    def mark_sent(self, *args: Any) -> None:
        if self.hindrances:
            self.hindrances -= 1
            raise StoreError("locked by another process")
        super().mark_sent(*args)


def test_a_mark_that_fails_is_made_again_before_anything_else(
    store: Store, store_url: str, hook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MARK_PAUSES", (0.01, 0.01, 0.01))
    add_channel(store, hook.url)
    judged(store, stale())
    hindered = HinderedStore(store_url)
    drain(hindered)
    hindered.close()
    drain(store, NOW + ENDED)
    assert (len(hook.messages), statuses(store)) == (1, ["sent"])


# ── whatever happens ─────────────────────────────────────────────────────────

PORTALS = 6  # more than are told of one by one
TROUBLES = ("none", "refused", "answer lost", "dead before it marks", "dead before it sends")
_steps = st.lists(
    st.tuples(
        st.lists(st.integers(0, PORTALS - 1), max_size=PORTALS),  # portals with a new finding
        st.sampled_from(TROUBLES),
        st.sampled_from([timedelta(seconds=30), ENDED, LATER]),
    ),
    min_size=1,
    max_size=8,
)


class Troubled(Webhook):
    trouble = "none"
    taken: list[dict[str, Any]]

    def take(self, body: bytes) -> int:
        self.always = 500 if self.trouble in ("refused", "answer lost") else 204
        answered = super().take(body)
        if self.trouble == "answer lost":
            self.always = 204
            super().take(body)
        return answered


class TroubledStore(Store):
    trouble = "none"

    def begin_sending(self, *args: Any, **rest: Any) -> bool:
        if self.trouble == "dead before it sends":
            raise Died
        return super().begin_sending(*args, **rest)

    def mark_sent(self, *args: Any) -> None:
        if self.trouble == "dead before it marks":
            raise Died
        super().mark_sent(*args)


@contextmanager
def _troubled(tables: Path) -> Iterator[tuple[TroubledStore, Troubled]]:
    with TemporaryDirectory() as folder, webhook(kind=Troubled) as hook:
        store = TroubledStore(f"sqlite:///{shutil.copy(tables, folder)}")
        try:
            assert isinstance(hook, Troubled)
            yield store, hook
        finally:
            store.close()


@settings(deadline=None, max_examples=25)
@given(_steps)
def test_a_receiver_that_takes_each_key_once_has_every_alert_once(sqlite_tables: Path, steps: list[Any]) -> None:
    now, found = NOW, defaultdict[int, list[str]](list)
    with _troubled(sqlite_tables) as (store, hook):
        add_channel(store, hook.url)
        for portals, trouble, pause in steps:
            for portal in portals:
                found[portal].append(f"{portal}-{len(found[portal])}")
                columns = [stale(f"http://x.example/{name}/", column=name) for name in found[portal]]
                judged(store, *columns, portal=f"p{portal}", now=now)
            store.trouble = hook.trouble = trouble
            with suppress(Died):
                tick(store, now)
            now += pause
        store.trouble = hook.trouble = "none"
        drain(store, now + LATER)
    by_key = {message["id"]: message for message in hook.messages}
    assert all(by_key[message["id"]] == message for message in hook.messages)
    told = sorted(name for message in by_key.values() for name in names(message))
    assert told == sorted(name for some in found.values() for name in some)
