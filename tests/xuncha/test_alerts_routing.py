"""Who is told of what, as pure decisions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.records import (
    A_WEEK,
    ChannelRecord,
    FindingRecord,
    FlipRecord,
    IncidentRecord,
    MuteRecord,
    News,
    PortalRecord,
)
from xuncha.alerts.routing import COMPANY_WITHIN, LONGEST_WAIT, TOGETHER_LEAST, Board, decide, flaps

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)  # noon in China
NIGHT = datetime(2026, 6, 15, 16, 0, tzinfo=UTC)  # midnight in China
HOUR = timedelta(hours=1)
DESK = ChannelRecord(1, "desk", "json://x.example/y", "zh", "warning", True)
KINDS = st.sampled_from(["opened", "worsened", "reopened", "closed"])


def portal(number: int = 1, **over: Any) -> PortalRecord:
    made = PortalRecord(
        number, f"http://p{number}.gov.cn/", f"p{number}", "jiancha-2019", "department", NOW, *(None,) * 5, ()
    )
    return replace(made, **over)


def news(
    code: str = "column.stale", *kinds: str, severity: str = "warning", at: datetime = NOW, number: int = 1, **over: Any
) -> News:
    of = portal(number)
    closed = at if kinds and kinds[-1] == "closed" else None
    finding = FindingRecord(number, of.home_url, of.name, code, of.home_url, severity, at, at, closed, {})  # type: ignore[arg-type]
    flips = tuple(FlipRecord(n, kind, at, at, severity, {}, finding) for n, kind in enumerate(kinds or ("opened",)))  # type: ignore[arg-type]
    return replace(News(finding, of, flips, False, None, (), {}), **over)


def outage(number: int = 1, **over: Any) -> News:
    return news("site.unreachable", severity="critical", number=number, **over)


def told(one: News, *channels: ChannelRecord, now: datetime = NOW, **board: Any) -> list[tuple[str, datetime]] | str:
    """Kinds and times of what is told, or what becomes of it else."""
    _, (decision,) = decide([one], Board(now, channels or (DESK,), **board))
    if decision.look_at:
        return "waits"
    return decision.incident_key or [(telling.kind, telling.at) for telling in decision.tell]


def mute(kind: str = "snooze", **over: Any) -> MuteRecord:
    return replace(MuteRecord(1, kind, "", "", NOW - HOUR, NOW + HOUR, ""), **over)


# ── channels ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("setting", "is_told"),
    [
        ({"min_severity": "critical"}, False),
        ({"portals": "1"}, True),
        ({"portals": "p1.gov.cn"}, True),
        ({"portals": "*.gov.cn, x"}, True),
        ({"portals": "2"}, False),
        ({"portals": "group:county"}, True),
        ({"portals": "group:city"}, False),
        ({"codes": "column.*"}, True),
        ({"codes": "site.*"}, False),
        ({"enabled": False}, False),
        ({"digest": "daily"}, False),
    ],
)
def test_a_channel_hears_what_it_is_for(setting: dict[str, Any], is_told: bool) -> None:
    one = replace(news(), portal=portal(group="county"))
    assert bool(told(one, replace(DESK, **setting))) is is_told


def test_at_night_only_what_is_critical_is_told_at_once() -> None:
    quiet = replace(DESK, quiet="22:00-07:00")
    morning = datetime(2026, 6, 15, 23, 0, tzinfo=UTC)
    assert told(news(at=NIGHT), quiet, now=NIGHT) == [("opened", morning)]
    assert told(news(at=NIGHT, severity="critical"), quiet, now=NIGHT) == [("opened", NIGHT)]
    assert told(news(), quiet) == [("opened", NOW)]


def test_an_end_goes_to_those_who_believe_that_it_is_open() -> None:
    closed = news("column.stale", "closed")
    assert told(closed) == []
    assert told(replace(closed, told={1: "warning"})) == [("closed", NOW)]
    assert told(replace(closed, told={1: None})) == []


@settings(deadline=None)
@given(st.lists(KINDS, min_size=1, max_size=8), st.sampled_from([None, "warning", "critical"]), st.booleans())
def test_nobody_is_told_the_same_twice_in_a_row(kinds: list[str], believed: Any, waited: bool) -> None:
    one = replace(news("column.stale", *kinds), told={1: believed}, waited=waited)
    heard = told(one)
    assert isinstance(heard, list)
    states = [believed is not None, *(kind != "closed" for kind, _ in heard)]
    assert all(before != after for before, after in pairwise(states))
    if believed != "critical":
        assert states[-1] == (kinds[-1] != "closed")


# ── waiting ──────────────────────────────────────────────────────────────────


def test_one_failing_look_waits_for_the_second_hours_later() -> None:
    one = news("site.unreachable")
    assert told(one) == "waits"
    assert told(replace(one, looked_again_at=NOW + HOUR), now=NOW + HOUR) == "waits"
    again = replace(one, looked_again_at=NOW + 2 * HOUR, waited=True)
    assert told(again, now=NOW + 2 * HOUR) == [("opened", NOW + 2 * HOUR)]
    assert told(one, now=NOW + LONGEST_WAIT) == [("opened", NOW + LONGEST_WAIT)]
    assert told(outage()) == [("opened", NOW)]


def test_of_many_portals_a_sure_outage_waits_a_little_for_others() -> None:
    assert told(outage(), watched=TOGETHER_LEAST) == "waits"
    ready = NOW + COMPANY_WITHIN
    assert told(outage(), now=ready, watched=TOGETHER_LEAST) == [("opened", ready)]


def test_the_share_of_a_week_is_told_to_nobody() -> None:
    """Each outage in it was told when it happened; the share stands in the verdict, digests and reminders."""
    one = outage()
    week = replace(one, finding=replace(one.finding, evidence={"basis": A_WEEK}), history=on_and_off(HOUR / 2, 0.5))
    failing = [outage(number) for number in range(1, TOGETHER_LEAST + 1)]
    changes, (decision,) = decide([week], Board(NOW, [DESK], outages=opened_on(failing)))
    assert (changes, decision.tell, decision.look_at, decision.incident_key) == ([], (), None, None)


def test_what_ended_while_it_waited_is_never_told() -> None:
    assert told(news("site.unreachable", "opened", "closed", waited=True)) == []


def test_an_end_that_comes_while_the_portal_cannot_be_seen_is_no_end() -> None:
    closed = news("column.missing", "closed", told={1: "warning"}, looked_again_at=NOW + 3 * HOUR)
    outages = {"site.unreachable": {closed.portal.home_url: NOW}}
    assert told(closed, now=NOW + 3 * HOUR, outages=outages) == "waits"
    assert told(closed, now=NOW + 3 * HOUR) == [("closed", NOW + 3 * HOUR)]
    back = news("column.missing", "closed", "reopened", told={1: "warning"}, waited=True)
    assert told(back) == []


def test_what_is_snoozed_waits_and_is_told_afterwards() -> None:
    assert told(news(), mutes=[mute()]) == "waits"
    assert told(news(), mutes=[mute(portals="2")]) == [("opened", NOW)]
    assert told(news(), mutes=[mute("maintenance", starts_at=NOW + HOUR / 2)]) == [("opened", NOW)]
    assert told(news(waited=True), now=NOW + HOUR, mutes=[mute()]) == [("opened", NOW + HOUR)]


def test_what_was_acknowledged_is_told_only_when_it_is_over_or_comes_back() -> None:
    known = [mute("ack", starts_at=NOW + HOUR)]
    assert told(news("column.stale", "worsened", told={1: "info"}), mutes=known) == []
    assert told(news("column.stale", "closed", told={1: "warning"}), mutes=known) == [("closed", NOW)]
    assert told(news("column.stale", "worsened", severity="critical", told={1: "warning"}), mutes=known) != []
    assert told(news("column.stale", "reopened", at=NOW + 2 * HOUR), mutes=known) == [("reopened", NOW)]


def test_a_window_may_be_of_some_hours_of_each_day() -> None:
    nightly = mute("maintenance", until=NOW + 999 * HOUR, hours="23:00-01:00")
    assert told(news(at=NIGHT), now=NIGHT, mutes=[nightly]) == "waits"
    assert told(news(waited=True), now=NIGHT + 2 * HOUR, mutes=[nightly]) == [("opened", NIGHT + 2 * HOUR)]


def test_one_finding_may_be_acknowledged_by_itself() -> None:
    one = news("link.dead", severity="warning")
    this, other = (mute("ack", starts_at=NOW + HOUR, subject=subject) for subject in (one.finding.subject, "http://x/"))
    assert told(one, mutes=[this]) == []
    assert told(one, mutes=[other]) == [("opened", NOW)]
    assert told(one, mutes=[mute(subject="http://x/")]) == [("opened", NOW)]


# ── incidents ────────────────────────────────────────────────────────────────


def opened_on(homes: Sequence[News]) -> dict[str, dict[str, datetime]]:
    return {"site.unreachable": {one.portal.home_url: NOW for one in homes}}


def test_the_same_on_many_portals_is_one_incident_that_speaks_for_all() -> None:
    failing = [outage(1), *(news("site.unreachable", number=n) for n in range(2, TOGETHER_LEAST + 1))]
    (change,), decisions = decide(failing, Board(NOW, [DESK], outages=opened_on(failing)))
    assert change.tell[0].evidence is not None
    assert (change.phase, change.tell[0].evidence["count"], len(change.tell)) == ("opened", TOGETHER_LEAST, 1)
    assert {decision.incident_key for decision in decisions} == {change.key}


def test_a_few_portals_are_told_of_one_by_one() -> None:
    failing = [outage(number) for number in range(1, TOGETHER_LEAST)]
    changes, decisions = decide(failing, Board(NOW, [DESK], outages=opened_on(failing)))
    assert changes == []
    assert [len(decision.tell) for decision in decisions] == [1] * (TOGETHER_LEAST - 1)


def test_of_a_large_watch_a_handful_is_every_days() -> None:
    failing = [outage(number) for number in range(1, TOGETHER_LEAST + 1)]
    board = Board(NOW, [DESK], outages=opened_on(failing), watched=10_000)
    assert decide(failing, board)[0] == []
    cousins = [
        replace(one, finding=replace(one.finding, portal_url=f"http://p{n}.qinghe.gov.cn/"))
        for n, one in enumerate(failing)
    ]
    outages = {"site.unreachable": {one.finding.portal_url: NOW for one in cousins}}
    (change,), _ = decide(cousins, replace(board, now=NOW + COMPANY_WITHIN, outages=outages))
    assert change.key == "many:site.unreachable@qinghe.gov.cn"


def test_a_channel_hears_of_an_incident_what_is_its_own() -> None:
    failing = [outage(number) for number in range(1, TOGETHER_LEAST + 1)]
    channels = [replace(DESK, portals="1,2"), replace(DESK, id=2, portals="nobody")]
    (change,), _ = decide(failing, Board(NOW, channels, outages=opened_on(failing)))
    (telling,) = change.tell
    assert telling.evidence is not None
    assert (telling.channel_id, telling.evidence["count"]) == (1, 2)


def test_what_joins_an_open_incident_is_not_told_alone() -> None:
    going_on = IncidentRecord(1, "many:site.unreachable", "many", NOW, None, NOW, {})
    assert told(outage(9), incidents=[going_on]) == going_on.key
    blip = news("site.unreachable", "opened", "closed", waited=True)
    assert told(blip, incidents=[going_on]) == []


def on_and_off(period: timedelta, share: float, hours: float = 24) -> tuple[tuple[datetime, bool], ...]:
    turns = int(HOUR * hours / period)
    starts = [NOW - period * (turns - n) for n in range(turns)]
    return tuple(event for start in starts for event in ((start, True), (start + period * share, False)))


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (on_and_off(HOUR / 2, 0.5), True),
        (on_and_off(2 * HOUR, 0.5), True),
        (on_and_off(HOUR / 2, 0.2), False),
        (on_and_off(6 * HOUR, 0.5), False),
        (on_and_off(HOUR / 2, 0.5, hours=3), False),
        ((), False),
    ],
)
def test_flapping_is_often_and_much(history: tuple[tuple[datetime, bool], ...], expected: bool) -> None:
    assert flaps(news("site.unreachable", history=history), NOW) is expected


def test_what_flaps_becomes_an_incident_of_its_own() -> None:
    one = news("site.unreachable", history=on_and_off(HOUR / 2, 0.5))
    (change,), (decision,) = decide([one], Board(NOW, [DESK]))
    assert (change.kind, decision.incident_key) == ("flapping", change.key)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["column.stale", "site.unreachable"]), KINDS), min_size=1, max_size=12))
def test_every_finding_is_decided_about_once(drawn: list[tuple[str, str]]) -> None:
    failing = [news(code, kind, number=n) for n, (code, kind) in enumerate(drawn, 1)]
    changes, decisions = decide(failing, Board(NOW, [DESK], outages=opened_on(failing)))
    assert [decision.news for decision in decisions] == failing
    keys = {change.key for change in changes}
    assert all(decision.incident_key in keys for decision in decisions if decision.incident_key)
