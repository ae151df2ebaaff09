"""Every flip reaches every channel that wants it, whoever dies on the way; nobody is told what was never opened."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from alembic import command
from sqlalchemy import text

from storage import schema
from storage.deliveries import MANY_PORTALS
from storage.engine import Database
from storage.records import Decision, Delivery, IncidentChange, Telling
from storage.store import Store, StoreError
from tests.storage.samples import HOME, NOW, SECRET, condition, judge, tell_everything

MINUTE = timedelta(minutes=1)


def channel(store: Store, name: str = "desk", min_severity: str = "info") -> None:
    store.add_channel(name, SECRET, lang="zh", min_severity=min_severity, now=NOW)  # type: ignore[arg-type]


@pytest.fixture
def portal(store: Store) -> int:
    return store.add_portal(HOME, name=None, now=NOW).id


def told(deliveries: list[Delivery]) -> list[tuple[str, list[str]]]:
    return [(one.channel.name, [f"{flip.kind} {flip.finding.subject}" for flip in one.flips]) for one in deliveries]


def statuses(store: Store) -> list[tuple[str, int]]:
    return [(one["status"], one["attempts"]) for one in store.notifications()]


def test_a_channel_gets_one_message_a_portal_with_all_that_flipped_one_at_a_time(store: Store, portal: int) -> None:
    channel(store)
    other = store.add_portal("http://other.example/", name=None, now=NOW).id
    judge(store, portal, condition("a"), condition("b"))
    judge(store, other, condition("c"))
    assert tell_everything(store) == 3
    assert told(store.claim_deliveries(NOW)) == [("desk", ["opened a", "opened b"])]
    assert told(store.claim_deliveries(NOW)) == [("desk", ["opened c"])]


def test_many_portals_at_once_are_one_message_a_channel(store: Store) -> None:
    channel(store)
    for number in range(MANY_PORTALS):
        judge(store, store.add_portal(f"http://p{number}.example/", name=None, now=NOW).id, condition(str(number)))
    tell_everything(store)
    (one,) = store.claim_deliveries(NOW)
    assert len(one.flips) == MANY_PORTALS


def test_one_message_keeps_its_key_at_every_try(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition("a"), condition("b"))
    tell_everything(store)
    first = store.claim_deliveries(NOW, lease_seconds=60)
    judge(store, portal, condition("a"), condition("b"), condition("c"))
    tell_everything(store)
    second = [*store.claim_deliveries(NOW + 2 * MINUTE), *store.claim_deliveries(NOW + 2 * MINUTE)]
    assert told(second) == [("desk", ["opened a", "opened b"]), ("desk", ["opened c"])]
    assert first[0].key == second[0].key != second[1].key


def test_a_flip_is_routed_once(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    assert [tell_everything(store), tell_everything(store)] == [1, 0]


def beliefs(store: Store, now: datetime = NOW) -> list[dict[int, str | None]]:
    return [dict(one.told) for one in store.undecided(now)]


def test_news_says_what_each_channel_believes(store: Store, portal: int) -> None:
    channel(store, "first")
    judge(store, portal, condition("a", "warning"))
    assert beliefs(store) == [{}]
    tell_everything(store)
    channel(store, "late")
    judge(store, portal, condition("a", "critical"))
    assert beliefs(store) == [{1: "warning"}]
    tell_everything(store)
    judge(store, portal)
    assert beliefs(store) == [{1: "critical", 2: "critical"}]
    tell_everything(store)
    judge(store, portal, condition("a"))
    assert beliefs(store) == [{1: None, 2: None}]


def test_a_dead_letter_told_nobody(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    tell_everything(store)
    (one,) = store.claim_deliveries(NOW)
    store.mark_failed(one, error="refused", next_attempt_at=None)
    judge(store, portal)
    assert beliefs(store) == [{}]
    assert store.revive_dead_letters("desk", NOW) == 1
    assert [len(one.flips) for one in store.claim_deliveries(NOW)] == [1]


def test_what_is_put_off_comes_back_when_it_is_due_or_asked_for(store: Store, portal: int) -> None:
    judge(store, portal, condition("a"))
    (one,) = store.undecided(NOW)
    assert store.record_decisions([Decision(one, look_at=NOW + MINUTE)], NOW) == 0
    assert store.undecided(NOW) == []
    assert [again.waited for again in store.undecided(NOW + MINUTE)] == [True]
    judge(store, portal, condition("a"), condition("b"))
    assert [other.finding.subject for other in store.undecided(NOW)] == ["b"]
    both = [(other.finding.subject, other.waited) for other in store.undecided(NOW, waiting_too=True)]
    assert both == [("a", True), ("b", False)]


def test_what_is_put_off_comes_back_with_what_happens_to_it(store: Store, portal: int) -> None:
    judge(store, portal, condition("a"))
    store.record_decisions([Decision(store.undecided(NOW)[0], look_at=NOW + MINUTE)], NOW)
    judge(store, portal, condition("a", "critical"))
    assert [flip.kind for flip in store.undecided(NOW)[0].flips] == ["opened", "worsened"]


def test_a_decision_that_came_too_late_changes_nothing(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    (one,) = store.undecided(NOW)
    tell_everything(store)
    late = Decision(one, tell=(Telling(1, "opened", NOW, one.flips[0].id),))
    assert store.record_decisions([late], NOW) == 0
    assert store.counts()["notification"] == 1


def test_a_decision_that_came_too_late_for_some_leaves_the_others_undecided(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    (early,) = store.undecided(NOW)
    judge(store, portal)
    (late,) = store.undecided(NOW)
    opened, closed = (Telling(1, flip.kind, NOW, flip.id) for flip in late.flips)
    store.record_decisions([Decision(early, tell=(opened,))], NOW)
    assert store.record_decisions([Decision(late, tell=(opened, closed))], NOW) == 0
    (left,) = store.undecided(NOW)
    assert ([flip.kind for flip in left.flips], left.told) == (["closed"], {1: "warning"})


def test_an_opening_that_waits_for_the_morning_is_taken_back_by_its_end(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    (one,) = store.undecided(NOW)
    store.record_decisions([Decision(one, tell=(Telling(1, "opened", NOW + 60 * MINUTE, one.flips[0].id),))], NOW)
    judge(store, portal)
    tell_everything(store)
    assert store.notifications() == []


def test_an_incident_opens_once_speaks_for_its_flips_and_may_come_back(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    telling = Telling(1, "incident", NOW, evidence={"phase": "opened"})
    opening = IncidentChange("many:column.stale", "many", "opened", (telling,), {})
    assert [store.record_incident(opening, NOW), store.record_incident(opening, NOW)] == [True, False]
    store.record_decisions([Decision(store.undecided(NOW)[0], incident_key=opening.key)], NOW)
    (state,) = store.incident_states()
    assert (state.findings, state.left, state.flips) == (1, 1, 0)
    assert [one.finding.subject for one in store.members(state.incident)] == [HOME]
    judge(store, portal, now=NOW + MINUTE)
    assert beliefs(store, NOW + MINUTE) == [{1: "warning"}]
    closing = replace(opening, phase="closed", tell=())
    assert store.record_incident(closing, NOW + MINUTE)
    assert store.incidents() == []
    assert store.record_incident(opening, NOW + 2 * MINUTE)
    assert [one.incident is not None for one in store.claim_deliveries(NOW + MINUTE)[0].notices] == [True, True]


def test_a_silence_is_there_until_it_ends(store: Store) -> None:
    number = store.add_mute("snooze", portals="1", codes="", starts_at=NOW, until=NOW + MINUTE, why="works")
    assert [one.id for one in store.mutes(NOW)] == [number]
    assert store.mutes(NOW + MINUTE) == []
    assert [store.remove_mute(number), store.remove_mute(number)] == [True, False]


def test_what_was_claimed_is_nobody_elses_until_the_lease_ends(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    tell_everything(store)
    first = store.claim_deliveries(NOW, lease_seconds=60)
    assert store.claim_deliveries(NOW + MINUTE / 2) == []
    second = store.claim_deliveries(NOW + 2 * MINUTE)
    assert [one.notification_ids for one in second] == [one.notification_ids for one in first]
    assert [one.attempts for one in (*first, *second)] == [1, 2]


def test_what_was_sent_is_never_sent_again(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    tell_everything(store)
    (one,) = store.claim_deliveries(NOW)
    store.mark_sent(one, NOW)
    # A process whose lease had ended says that it failed, after another one has sent it.
    store.mark_failed(one, error="time-out", next_attempt_at=NOW)
    assert store.claim_deliveries(NOW + 60 * MINUTE) == []
    sent = store.notifications()[0]
    assert (sent["status"], sent["sent_at"], sent["error"], sent["channel"]) == ("sent", NOW, None, "desk")


def test_what_failed_is_tried_again_when_it_is_due_and_at_last_given_up(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    tell_everything(store)
    (first,) = store.claim_deliveries(NOW)
    store.mark_failed(first, error="refused", next_attempt_at=NOW + 5 * MINUTE)
    assert store.claim_deliveries(NOW + 4 * MINUTE) == []
    (second,) = store.claim_deliveries(NOW + 5 * MINUTE)
    assert (second.attempts, second.key) == (2, first.key)
    store.mark_failed(second, error="refused", next_attempt_at=None)
    assert store.claim_deliveries(NOW + 600 * MINUTE) == []
    assert statuses(store) == [("dead", 2)]


def test_what_waits_for_its_next_try_is_left_when_something_else_is_due(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition("a"))
    tell_everything(store)
    (one,) = store.claim_deliveries(NOW)
    store.mark_failed(one, error="refused", next_attempt_at=NOW + 5 * MINUTE)
    judge(store, portal, condition("a"), condition("b"))
    tell_everything(store)
    assert told(store.claim_deliveries(NOW + MINUTE)) == [("desk", ["opened b"])]


def test_news_does_not_join_a_message_that_failed(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition("a"))
    tell_everything(store)
    (first,) = store.claim_deliveries(NOW)
    store.mark_failed(first, error="refused", next_attempt_at=NOW + MINUTE)
    judge(store, portal, condition("a"), condition("b"))
    tell_everything(store)
    claimed = [*store.claim_deliveries(NOW + MINUTE), *store.claim_deliveries(NOW + MINUTE)]
    assert told(claimed) == [("desk", ["opened b"]), ("desk", ["opened a"])]
    assert (claimed[1].key, claimed[1].attempts) == (first.key, 2)


def test_a_message_begins_with_a_new_lease_and_keeps_its_text(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition("a"), condition("b"))
    tell_everything(store)
    (one,) = store.claim_deliveries(NOW, lease_seconds=60)
    assert store.begin_sending(one, text={"title": "first"}, until=NOW + 2 * MINUTE)
    assert store.claim_deliveries(NOW + 1.5 * MINUTE) == []
    (again,) = store.claim_deliveries(NOW + 2.5 * MINUTE)
    assert store.begin_sending(again, text={"title": "second"}, until=NOW + 3 * MINUTE)
    (again,) = store.claim_deliveries(NOW + 4 * MINUTE)
    assert again.text == {"title": "first"}


def test_a_claim_that_was_taken_over_is_good_for_nothing(store: Store, portal: int) -> None:
    channel(store)
    judge(store, portal, condition())
    tell_everything(store)
    (mine,) = store.claim_deliveries(NOW, lease_seconds=60)
    (theirs,) = store.claim_deliveries(NOW + 2 * MINUTE, lease_seconds=60)
    assert not store.begin_sending(mine, text={}, until=NOW + 9 * MINUTE)
    store.mark_failed(mine, error="time-out", next_attempt_at=NOW)
    assert statuses(store) == [("sending", 2)]
    assert store.begin_sending(theirs, text={}, until=NOW + 3 * MINUTE)
    store.mark_sent(mine, NOW)  # a receiver's word is true, whoever heard it
    assert statuses(store) == [("sent", 2)]


def test_many_processes_never_claim_the_same(store: Store, store_url: str) -> None:
    channel(store)
    for number in range(12):
        one = store.add_portal(f"http://p{number}.example/", name=None, now=NOW).id
        judge(store, one, condition("a"), condition("b"))
    stores, together = [Store(store_url) for _ in range(4)], Barrier(4)

    def work(mine: Store) -> list[int]:
        together.wait()
        tell_everything(mine)
        claimed: list[int] = []
        while some := mine.claim_deliveries(NOW, limit=2):
            claimed += [number for one in some for number in one.notification_ids]
        return claimed

    with ThreadPoolExecutor(4) as pool:
        claimed = [number for part in pool.map(work, stores) for number in part]
    claimed += [number for one in store.claim_deliveries(NOW, limit=100) for number in one.notification_ids]
    assert len(claimed) == len(set(claimed)) == store.counts()["notification"] == 24
    for one in stores:
        one.close()


def test_a_claim_takes_so_many_messages_at_most(store: Store, portal: int) -> None:
    channel(store)
    channel(store, "second")
    judge(store, portal, *(condition(str(number)) for number in range(50)))
    tell_everything(store)
    parts = [store.claim_deliveries(NOW, limit=1) for _ in range(3)]
    assert [[(one.channel.name, len(one.flips)) for one in part] for part in parts] == [
        *([("desk", 50)], [("second", 50)], []),
    ]


def test_a_channels_name_is_its_own_and_goes_with_what_it_was_to_get(store: Store, portal: int) -> None:
    channel(store)
    with pytest.raises(StoreError, match="a channel named 'desk' exists"):
        channel(store)
    judge(store, portal, condition())
    tell_everything(store)
    assert [one.url for one in store.channels()] == [SECRET]
    assert [store.remove_channel("desk"), store.remove_channel("desk")] == [True, False]
    assert (store.notifications(), store.claim_deliveries(NOW), store.check()) == ([], [], [])


def test_notifications_of_an_older_xuncha_are_kept(empty_url: str) -> None:
    database = Database(empty_url)
    with database.write() as connection:
        command.upgrade(schema.config(connection), "0001")
        for row in OLD_ROWS:
            connection.execute(text(row))
    database.close()
    store = Store(empty_url)
    store.upgrade()
    assert told(store.claim_deliveries(NOW)) == [("desk", ["opened b"])]
    assert [(row["kind"], row["status"]) for row in store.notifications()] == [
        ("opened", "sending"),
        ("opened", "sent"),
    ]
    assert store.check() == []
    store.close()


def test_messages_on_their_way_in_an_older_xuncha_arrive_as_what_they_were(empty_url: str) -> None:
    database = Database(empty_url)
    with database.write() as connection:
        command.upgrade(schema.config(connection), "0004")
        for row in (*OLD_FACTS, *ROWS_OF_0004):
            connection.execute(text(row))
    database.close()
    store = Store(empty_url)
    store.upgrade()
    claimed = [one for _ in range(4) for one in store.claim_deliveries(NOW)]
    assert sorted((one.notification_ids, one.attempts) for one in claimed) == [((2, 3), 3), ((4, 5), 2), ((6,), 2)]
    assert {one.key for one in claimed} >= {"failed", "dead"}
    assert {row["status"] for row in store.notifications()} == {"sent", "sending"}
    assert store.check() == []
    store.close()


OLD_FACTS = (
    "INSERT INTO portal (id, home_url, name, rule_set, organ, created_at)"
    " VALUES (1, 'http://p.example/', 'p', 'jiancha-2019', 'department', '2026-01-01 00:00:00')",
    *(
        "INSERT INTO finding (id, portal_id, key, code, subject, severity, since, opened_at, evidence)"
        f" VALUES ({n}, 1, '{n}', 'site.tls', '{subject}', 'warning', '2026-01-01 00:00:00', '2026-01-01 00:00:00', '{{}}')"
        for n, subject in ((1, "a"), (2, "b"))
    ),
    *(
        "INSERT INTO flip (id, finding_id, kind, happened_at, noticed_at, severity, evidence, routed_at) VALUES"
        f" ({n}, {n}, 'opened', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 'warning', '{{}}', '2026-01-01 00:00:01')"
        for n in (1, 2)
    ),
    "INSERT INTO channel (id, name, url, lang, min_severity, enabled, created_at)"
    " VALUES (1, 'desk', 'json://x.example/y', 'zh', 'info', true, '2026-01-01 00:00:00')",
)
OLD_ROWS = (
    *OLD_FACTS,
    "INSERT INTO notification (id, flip_id, channel_id, status, attempts, sent_at)"
    " VALUES (1, 1, 1, 'sent', 1, '2026-01-01 00:00:02')",
    "INSERT INTO notification (id, flip_id, channel_id, status, attempts, next_attempt_at)"
    " VALUES (2, 2, 1, 'pending', 0, '2026-01-01 00:00:02')",
)
ROWS_OF_0004 = tuple(
    "INSERT INTO notification"
    " (id, key, kind, thread, evidence, created_at, channel_id, message, status, attempts, next_attempt_at, claimed_until)"
    f" VALUES ({n}, '{n}', 'incident', 'incident:{n}', '{{}}', '2026-01-01 00:00:02', 1, {message}, '{status}', {attempts},"
    f" '2026-01-01 00:00:02', {until})"
    for n, message, status, attempts, until in (
        (1, "'done'", "sent", 1, "NULL"),
        (2, "'failed'", "pending", 7, "NULL"),  # news has joined an old failure
        (3, "'failed'", "pending", 2, "NULL"),
        (4, "'dead'", "sending", 1, "'2026-01-01 00:03:02'"),  # its process is
        (5, "'dead'", "sending", 1, "'2026-01-01 00:03:02'"),
        (6, "NULL", "sending", 1, "'2026-01-01 00:03:02'"),  # claimed before messages had names
    )
)
