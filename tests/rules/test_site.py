from datetime import timedelta

import pytest

from tests.rules.portal_facts import HOME, NOW, codes, column, day, entry, facts, found, home, page, probes, run, visit
from xuncha.rules.crawler_failed import crawler_failed
from xuncha.rules.site_blocked import site_blocked
from xuncha.rules.site_home import site_home
from xuncha.rules.site_unreachable import site_unreachable


def ago(hours):
    return NOW - timedelta(hours=hours)


def failed(hours, **over):
    return visit("failed", ago(hours), **{"reason": "timeout", "attempts": 3, **over})


def unreachable(*visits, **over):
    return [(c.severity, c.evidence["veto"]) for c in found(site_unreachable, facts(home=home(*visits), **over))]


def test_one_failing_patrol_is_a_warning_two_hours_apart_a_veto():
    assert unreachable(visit()) == []
    assert unreachable(failed(1), visit("ok", ago(25))) == [("warning", False)]
    assert unreachable(failed(1), failed(2)) == [("warning", False)]
    assert unreachable(failed(1), failed(25)) == [("critical", True)]


def test_outage_counts_since_the_first_failure():
    (condition,) = found(site_unreachable, facts(home=home(failed(1), failed(25), visit("ok", ago(49)), failed(73))))
    assert condition.since == ago(25)
    assert condition.evidence["requests"] == 6


@pytest.mark.parametrize(
    "visits",
    [
        (visit("blocked", ago(1), status=412), visit("blocked", ago(25), status=412)),
        (visit("http_error", ago(1), status=403), visit("http_error", ago(25), status=403)),
        (visit("robots", ago(1)), visit("robots", ago(25))),
        (visit("refused", ago(1)), visit("refused", ago(25))),
        (visit("redirect", ago(1)),),
    ],
)
def test_portal_that_declines_is_not_down(visits):
    assert unreachable(*visits) == []


@pytest.mark.parametrize(
    ("total", "bad", "expected"),
    [
        (200, 2, []),
        (200, 6, [("warning", False)]),
        (200, 9, [("warning", False)]),
        (200, 10, [("critical", True)]),
    ],
)
def test_week_of_probes_decides_as_the_standard_says(total, bad, expected):
    assert unreachable(visit(), probes=probes(total, bad)) == expected


def test_too_few_probes_leave_it_to_the_patrols():
    assert unreachable(visit(), probes=probes(100, 100)) == []
    assert unreachable(visit(), probes=probes(200, 200, outcome="blocked")) == []


def home_stale(*columns, **over):
    return [(c.severity, c.evidence["veto"]) for c in found(site_home, facts(columns=columns, **over))]


def own(*ages):
    return column(*(entry(None if a is None else day(a), n=a or 0) for a in ages), n=9, url=HOME, kind="home", depth=0)


VETO, WARNING = [("critical", True)], [("warning", False)]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ((), []),
        ((own(1, 20, 30),), []),
        ((own(14, 20, 30),), []),
        ((own(15, 20, 30),), VETO),
        ((own(15, None, None),), VETO),
        ((own(15, 20, 30), column(entry(day(1)))), WARNING),  # perhaps the wrong list of the page was read
        ((column(entry(day(15))), column(entry(day(20)), n=2)), VETO),  # the home page only navigates
        ((column(entry(day(15))), column(entry(day(2)), n=2)), []),
        ((column(entry(day(15))), column(entry(day(2)), n=2, depth=2)), VETO),
        ((own(None, None, None),), VETO),  # without a publication time: counts as not updated
    ],
)
def test_home_page_is_silent_for_two_weeks(columns, expected):
    assert home_stale(*columns) == expected


def test_undated_item_that_appeared_is_no_update_of_the_home_page():
    new = entry(None, first_seen=NOW - timedelta(days=1))
    assert home_stale(column(new, entry(day(90)))) == VETO


def test_home_page_not_looked_at_since_is_no_veto():
    assert home_stale(column(entry(day(40)), last_visit_at=NOW - timedelta(days=39))) == WARNING


def test_blocked_home_page_is_blocked():
    (condition,) = found(
        site_blocked, facts(home=home(visit("blocked", ago(1), status=412), visit("blocked", ago(25))))
    )
    assert (condition.since, condition.evidence["status"]) == (ago(25), 412)


def test_half_of_the_pages_blocked_is_blocked():
    pages = [page(f"{HOME}{n}", visit("blocked" if n < 5 else "ok")) for n in range(10)]
    assert codes(site_blocked, facts(pages=tuple(pages))) == ["site.blocked"]
    assert codes(site_blocked, facts(pages=tuple(pages[1:]))) == []


@pytest.mark.parametrize(
    ("over", "what"),
    [
        ({}, None),
        ({"runs": (run(status="failed", reason="KeyError"),)}, "broke_off"),
        ({"runs": (run(status="interrupted"),)}, "broke_off"),
        ({"runs": (run(status="running", ended_at=None), run(timedelta(days=1)))}, None),
        ({"runs": (run(stats={"pages": 0}), run(timedelta(days=1)))}, "brought_nothing"),
        ({"runs": (run(stats={"pages": 1}), run(timedelta(days=1)))}, "brought_nothing"),
        ({"runs": (run(stats={"pages": 2}), run(timedelta(days=1)))}, None),
        ({"runs": (run(stats={"pages": 1, "visited_before": 39}), run(timedelta(days=1)))}, None),  # taken up again
        ({"runs": (run(stats={"pages": 0}), run(timedelta(days=1), stats={"pages": 3}))}, None),
        ({"runs": (run(stats={}), run(timedelta(days=1)))}, None),
        ({"runs": (run(status="failed"),), "home": home(failed(1))}, None),
        ({"runs": (run(stats={"pages": 0}), run(timedelta(days=1))), "home": home(visit("blocked"))}, None),
        ({"home": home(visit("refused", reason="private address"))}, "refused"),
        ({"runs": (run(timedelta(days=2)),)}, None),
        ({"runs": (run(timedelta(days=4)),)}, "stopped"),
        ({"runs": ()}, None),
    ],
)
def test_our_own_trouble_is_told_apart(over, what):
    assert [c.evidence["what"] for c in found(crawler_failed, facts(**over))] == ([what] if what else [])
