from datetime import timedelta

import pytest

from tests.rules.portal_facts import HOME, NOW, check, codes, facts, found, home, target, visit
from xuncha.rules.links import links


def dead(*checks, **over):
    return found(links, facts(targets=(target(*checks),), **over))


@pytest.mark.parametrize(
    "reason", ["http_404", "http_410", "soft_404", "soft_404: redirects home", "soft_404:taken_over", "dns"]
)
def test_definite_death_opens_after_one_patrol(reason):
    assert len(dead(check(reason=reason))) == 1


def test_status_tells_a_definite_death_too():
    assert dead(check(reason="http_error", status=404))


@pytest.mark.parametrize("reason", ["timeout", "http_503", "reset", "refused", "tls", "http_500: x"])
def test_passing_death_needs_two_patrols_hours_apart(reason):
    assert not dead(check(reason=reason))
    assert not dead(check(reason=reason, ago=1), check(reason=reason, ago=2))
    assert len(dead(check(reason=reason, ago=1), check(reason=reason, ago=3))) == 1


def test_one_success_closes():
    assert not dead(check("alive", "http_200", 1), check(ago=30), check(ago=60))


def test_success_between_two_failures_starts_anew():
    assert not dead(check(reason="timeout", ago=1), check("alive", ago=20), check(reason="timeout", ago=40))


def test_unknown_neither_opens_nor_closes():
    assert not dead(check("unknown", "blocked", 1), check("unknown", "blocked", 30))
    assert dead(check("unknown", "blocked", 1), check(ago=30))
    assert not dead(check("unknown", "blocked", 1), check(reason="timeout", ago=30))


def test_since_is_the_first_failure_after_it_was_alive():
    (condition,) = dead(check(ago=1), check(ago=25), check("alive", ago=50), check(ago=75))
    assert condition.since == NOW - timedelta(hours=25)


def test_evidence_names_attempts_and_every_page():
    given = facts(targets=(target(check(status=404), check(reason="timeout", ago=30), kinds=("page",) * 30),))
    evidence = found(links, given)[0].evidence
    assert [(a["reason"], a["requests"]) for a in evidence["attempts"]] == [("http_404", 3), ("timeout", 3)]
    assert evidence["pages_total"] == len(evidence["pages"]) == 30
    assert evidence["pages"][0] == {"url": f"{HOME}p0.html", "kind": "page", "text": "详情"}


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        (("page",), "link.dead"),
        (("image",), "image.dead"),
        (("page", "image"), "image.dead"),
        (("image", "attachment"), "attachment.dead"),
        (("frame",), "link.dead"),
    ],
)
def test_target_is_named_by_what_matters_most(kinds, code):
    assert codes(links, facts(targets=(target(check(), kinds=kinds),))) == [code]


def test_page_furniture_is_a_hint():
    assert found(links, facts(targets=(target(check(), kinds=("style", "script")),)))[0].severity == "info"


def test_target_that_nobody_links_to_any_more_is_nobodys_fault():
    assert not found(links, facts(targets=(target(check(), kinds=()),)))


@pytest.mark.parametrize(("reason", "expected"), [("dns", 0), ("timeout", 0), ("http_404", 1)])
def test_our_own_line_may_be_cut_while_the_home_page_fails_too(reason, expected):
    outage = home(visit("failed", NOW - timedelta(hours=1), reason="dns"))
    assert len(dead(check(reason=reason, ago=1.2), home=outage)) == expected
