"""The 5 % rule, exactly as the standard has it: a week, at least 20 looks on each of its days, 5 % or more not opened."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.records import ProbeFact, is_of_a_week
from tests.rules.portal_facts import NOW, codes, facts, found, home, run, visit
from xuncha.rules.crawler_failed import crawler_failed
from xuncha.rules.site_unreachable import site_unreachable

DAY = timedelta(days=1)


def week(a_day, failed=(), **over):
    """`a_day` looks on each day of the week before NOW, newest first; those numbered in `failed` did not open."""
    step = DAY / a_day
    looks = [
        ProbeFact(NOW - step * n, n not in failed, "ok" if n not in failed else "failed", None, 90)
        for n in range(7 * a_day)
    ]
    return tuple(replace(look, **over) if n in failed else look for n, look in enumerate(looks))


def said(probes, now=NOW):
    """(severity, veto) of what the rule says at `now` of the week of a home page that our patrols found open."""
    given = facts(
        as_of=now, home=home(visit()), probes=tuple(probe for probe in probes if now - 7 * DAY < probe.at <= now)
    )
    return [(c.severity, c.evidence["veto"]) for c in found(site_unreachable, given) if is_of_a_week(c.evidence)]


@given(st.integers(20, 60), st.data())
def test_the_shares_are_exact(a_day, data):
    total = 7 * a_day
    failed = data.draw(st.integers(0, total))
    expected = (
        [] if failed * 100 < 3 * total else [("critical", True)] if failed * 20 >= total else [("warning", False)]
    )
    assert said(week(a_day, range(failed))) == expected


def test_twenty_looks_on_every_day_of_the_week_and_not_only_on_average():
    assert said(week(20, range(7))) == [("critical", True)]
    assert said(week(19, range(133))) == []
    many = week(40, range(280))
    assert said(many) == [("critical", True)]
    quiet_day = [probe for n, probe in enumerate(many) if not (3 * DAY <= NOW - probe.at < 4 * DAY and n % 40 > 18)]
    assert len(quiet_day) > 140
    assert said(quiet_day) == []


@pytest.mark.parametrize(
    "over",
    [{"outcome": "blocked"}, {"outcome": "robots"}, {"outcome": "refused"}, {"reason": "own_line"}, {"reason": "tls"}],
)
def test_looks_that_say_nothing_do_not_count(over):
    assert said(week(40, range(20), **over)) == []


def test_an_outage_warns_then_fails_and_is_forgotten_after_a_week():
    """Nine hours without an answer; the clock moves on hour by hour."""
    start = NOW - 10 * DAY
    looks = [
        ProbeFact(
            at := start + timedelta(minutes=30) * n, not timedelta(0) <= at - NOW < timedelta(hours=9), "ok", None, 90
        )
        for n in range(48 * 20)
    ]
    looks = [replace(look, outcome="ok" if look.opened else "failed") for look in reversed(looks)]
    words = [said(looks, NOW + timedelta(hours=hour)) for hour in range(10 * 24)]
    kinds = [found[0][0] if found else None for found in words]
    assert kinds.index("warning") == 5  # 11 of 336 is the first share over 3 %
    assert kinds.index("critical") == 8  # 17 of 336 the first over 5 %
    assert [kinds[i] for i in range(8, 7 * 24)] == ["critical"] * (7 * 24 - 8)
    assert kinds[7 * 24 : 7 * 24 + 9] == ["critical", "warning", "warning", "warning", *[None] * 5]
    assert kinds[-1] is None


def test_looks_made_to_be_sure_are_in_no_share():
    """Six hours of a week are 3.6 % of it, however often we look again in the meantime."""
    down = range(8)  # of 30 a day
    again = [ProbeFact(NOW - timedelta(minutes=3 * n), False, "failed", None, 90, again=True) for n in range(100)]
    looks = sorted([*week(30, down, outcome="failed"), *again], key=lambda probe: probe.at, reverse=True)
    assert said(looks) == [("warning", False)]


@pytest.mark.parametrize(("next_in", "expected"), [(1, []), (-2, []), (-4, ["crawler.failed"])])
def test_patrols_have_not_stopped_while_the_timetable_has_none(next_in, expected):
    """The last one was nine days ago, before the Spring Festival."""
    given = facts(runs=(run(9 * DAY),))
    assert codes(crawler_failed, given) == ["crawler.failed"]
    portal = replace(given.portal, next_patrol_at=NOW + next_in * DAY)
    assert codes(crawler_failed, replace(given, portal=portal)) == expected
