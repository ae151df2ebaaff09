"""Whether the home page is down now: no lost packet opens an outage, and no week holds it open."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.records import A_WEEK, BEGAN_BEFORE, PortalFacts, ProbeFact
from tests.rules.portal_facts import HOME, LIMITS, NOW, facts, found, home, visit
from xuncha.rules import verdict_of
from xuncha.rules.outage import BACK_AGAIN, outage_now
from xuncha.rules.site_unreachable import site_unreachable

MINUTE = timedelta(minutes=1)
YESTERDAY = NOW - timedelta(days=1)


def looks(*opened: bool, apart: float = 3, before: int = 200) -> tuple[ProbeFact, ...]:
    """`before` looks that opened, 48 minutes apart, then these, `apart` minutes apart, the last one at NOW."""
    recent = [(NOW - apart * MINUTE * n, one) for n, one in enumerate(reversed(opened))]
    earlier = [(recent[-1][0] - 48 * MINUTE * (n + 1), True) for n in range(before)]
    made = (ProbeFact(at, one, "ok" if one else "failed", None if one else "timeout", 90) for at, one in recent)
    return (*made, *(ProbeFact(at, one, "ok", None, 90) for at, one in earlier if at > NOW - timedelta(days=7)))


def known(*probes: ProbeFact, visits: tuple = (visit(at=NOW - timedelta(days=8)),)) -> PortalFacts:
    return facts(home=home(*visits), probes=probes)


def is_down(*opened: bool, **how: float) -> bool:
    return outage_now(known(*looks(*opened, **how)), LIMITS).is_sure  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("failing", "apart", "before", "expected"),
    [
        (1, 3, 200, False),
        (2, 48, 200, False),  # of a portal that always opens, two lost looks
        (3, 48, 200, False),
        (4, 48, 200, True),
        (5, 3, 200, False),  # 12 minutes: a restart
        (6, 3, 200, True),
        (5, 48, 0, False),  # nothing is known of how often its looks fail by chance
        (6, 48, 0, True),
        (100, 0.1, 200, False),
    ],
)
def test_it_is_down_when_it_is_no_chance_and_no_restart(failing, apart, before, expected):
    assert is_down(*[False] * failing, apart=apart, before=before) is expected


def test_where_looks_fail_by_chance_more_of_them_are_needed():
    """Every fifth look at it fails: four in a row are a coincidence."""
    chance = [n % 5 != 0 for n in range(200)]
    assert not is_down(*chance, *[False] * 7, apart=48, before=0)
    assert is_down(*chance, *[False] * 8, apart=48, before=0)


def test_an_outage_of_last_week_makes_nobody_slower():
    """Its looks are no chance, and do not count as such."""
    assert is_down(*[False] * 100, *[True] * 60, *[False] * 4, apart=48, before=0)


def test_two_looks_in_a_row_that_open_end_it_or_one_patrol():
    down = [False] * 8
    assert is_down(*down)
    assert is_down(*down, True)
    assert is_down(*down, True, False)
    assert not is_down(*down, *[True] * BACK_AGAIN)
    patrolled = known(*looks(*down), visits=(visit(at=NOW),))
    assert not outage_now(patrolled, LIMITS).looks


def test_an_outage_counts_since_its_first_failing_look():
    condition, week = found(site_unreachable, known(*looks(*[False] * 8)))
    assert (condition.key, condition.severity) == (("site.unreachable", HOME), "critical")
    assert week.key == ("site.unreachable", HOME, A_WEEK)
    assert condition.since == NOW - 21 * MINUTE
    assert (condition.evidence["basis"], condition.evidence["failed"], condition.evidence["veto"]) == (
        "probes",
        8,
        False,  # the week decides, or two patrols where there is none
    )
    verdict = verdict_of(known(*looks(*[False] * 8)), [condition], LIMITS)
    assert verdict.word == "unreachable"


def test_an_outage_that_is_older_than_what_is_known_says_so():
    (old,) = found(site_unreachable, known(*looks(*[False] * 40, apart=100, before=0), visits=(visit("robots"),)))
    assert old.evidence[BEGAN_BEFORE]
    (new, _) = found(site_unreachable, known(*looks(*[False] * 8)))
    assert not new.evidence[BEGAN_BEFORE]


def test_after_six_hours_only_the_week_remembers():
    """What 30 looks a day say of six hours: 3.6 % of a week, a warning. The outage itself is over."""
    given = known(*looks(*[False] * 8, *[True] * 2, apart=48))
    assert [(c.key[2:], c.severity) for c in found(site_unreachable, given)] == [((A_WEEK,), "warning")]


def test_a_failing_patrol_is_a_warning_until_a_look_opens():
    failed = visit("failed", NOW - 10 * MINUTE, reason="timeout", attempts=3)
    (condition,) = found(site_unreachable, known(*looks(True, apart=20, before=0)[1:], visits=(failed,)))
    assert (condition.severity, condition.evidence["sure"]) == ("warning", False)
    assert not found(site_unreachable, known(*looks(True), visits=(failed,)))


@pytest.mark.parametrize("over", [{"outcome": "blocked"}, {"outcome": "refused"}, {"reason": "own_line"}])
def test_looks_that_say_nothing_open_and_end_nothing(over):
    mute = [
        ProbeFact(NOW - n * MINUTE, False, **{"outcome": "failed", "reason": None, **over}, elapsed_ms=1)
        for n in range(60)
    ]
    assert not outage_now(known(*mute), LIMITS).looks


@given(st.integers(0, 2**32))
def test_a_fifth_of_all_looks_may_be_lost_for_months(seed):
    """90 days at 48 minutes apart, each failing look followed by others three minutes apart, as crawler.probes does."""
    random, at, made = Random(seed), NOW - timedelta(days=7), []
    while at < NOW:
        in_row = 0
        while random.random() < 0.2 and in_row < 7:
            in_row += 1
            made.append(ProbeFact(at + 3 * MINUTE * (in_row - 1), False, "failed", "timeout", 90, again=in_row > 1))
        made.append(ProbeFact(at + 3 * MINUTE * in_row, True, "ok", None, 90, again=in_row > 0))
        at += 48 * MINUTE
    outage = outage_now(known(*reversed(made)), LIMITS)
    assert not outage.is_sure
