"""What could not be looked at keeps its findings: no evidence for them, and none against."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.records import PageFact, PortalFacts, VisitFact
from tests.rules.portal_facts import HOME, LIMITS, NOW, facts, home, page, run, visit
from tests.rules.test_messages import everything
from xuncha.judge import apply_rules
from xuncha.rules.patrols import failing_home

MINUTE = timedelta(minutes=1)
# How things stand with the portal or with us right now; these may change when nothing can be reached.
OF_THE_MOMENT = ("site.unreachable", "site.blocked", "crawler.failed")
NOT_REACHED = [
    {"outcome": "failed", "reason": "timeout"},
    {"outcome": "failed", "reason": "dns:NXDOMAIN"},
    {"outcome": "http_error", "status": 503},
    {"outcome": "blocked", "status": 412},
    {"outcome": "robots"},
    {"outcome": "refused", "reason": "private_address:10.0.0.1"},
]


def about(given: PortalFacts, code: str) -> list[str]:
    return [key[1] for key in lasting(given) if key[0] == code]


def lasting(given: PortalFacts) -> set[tuple[str, ...]]:
    conditions, failed = apply_rules(given, LIMITS)
    assert not failed
    return {condition.key for condition in conditions if condition.code not in OF_THE_MOMENT}


def out_of_reach(given: PortalFacts, patrols: int, **over: object) -> PortalFacts:
    """The same portal after so many patrols that reached none of its pages."""
    newest = tuple(visit(at=NOW - n * MINUTE, body_sha256=None, **over) for n in range(patrols))  # type: ignore[arg-type]
    return replace(
        given,
        home=unreached(given.home, newest) if given.home else None,
        pages=tuple(unreached(one, newest) for one in given.pages),
        runs=(
            *(run(n * MINUTE, status="failed", reason="home_unreachable", stats={}) for n in range(patrols)),
            *given.runs,
        ),
    )


def unreached(one: PageFact, newest: tuple[VisitFact, ...]) -> PageFact:
    return replace(one, visits=(*newest, *one.visits)[:5])


@pytest.mark.parametrize("over", NOT_REACHED, ids=lambda over: str(over.get("reason") or over["outcome"]))
@pytest.mark.parametrize("patrols", [1, 4])
def test_nothing_opens_or_closes_while_nothing_can_be_reached(over: dict[str, object], patrols: int) -> None:
    for given in everything():
        before, after = lasting(given), lasting(out_of_reach(given, patrols, **over))
        if over["outcome"] in ("http_error", "blocked"):  # an answer came: its encryption is at work
            before = {key for key in before if key[0] != "site.tls"}
        assert after == before


@pytest.mark.parametrize(
    "gone", [visit("http_error", NOW, status=404), visit("http_error", NOW, status=410), visit("redirect", NOW)]
)
def test_a_page_that_is_gone_or_moved_was_reached(gone: VisitFact) -> None:
    undated = page(published_on=None)
    assert about(facts(pages=(undated,)), "page.undated") == [undated.url]
    assert about(facts(pages=(replace(undated, visits=(gone, *undated.visits)),)), "page.undated") == []


def test_what_was_not_reached_for_long_is_judged_by_what_it_showed() -> None:
    failing = tuple(visit("failed", NOW - n * MINUTE, reason="timeout") for n in range(5))
    shown = page(published_on=None, shown_since=NOW - timedelta(days=30))
    assert about(facts(pages=(replace(shown, visits=failing),)), "page.undated") == [shown.url]
    never = replace(shown, visits=failing, shown_since=None)
    assert about(facts(pages=(never,)), "page.undated") == []


def test_an_address_that_only_redirects_fails_for_the_home_page() -> None:
    """The page behind it is not asked for while the address itself does not answer."""
    behind = replace(home(visit(at=NOW - 90 * MINUTE)), url=HOME + "index.html")
    address = page(HOME, visit("redirect", NOW - 91 * MINUTE))
    assert not failing_home(facts(home=behind, pages=(address, behind)))
    down = replace(address, visits=(visit("failed", NOW, reason="timeout"), *address.visits))
    assert [one.at for one in failing_home(facts(home=behind, pages=(down, behind)))] == [NOW]
