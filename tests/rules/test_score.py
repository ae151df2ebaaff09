"""The score by the deductions of 2015, worked out by hand."""

import pytest

from storage.records import LinkSource
from tests.rules.portal_facts import HOME, check, column, day, entry, facts, probes, target
from xuncha.rules import RULES, load_rule_set, verdict_of
from xuncha.rules.score import score_of

FRESH = tuple(entry(day(n), n=n) for n in range(12))
OWN = column(*FRESH, url=HOME, depth=0, kind="home", n=99)


def score(rule_set="pucha-2015", **over):
    given, limits = facts(**{"columns": (OWN,), **over}), load_rule_set(rule_set)
    return score_of(given, [c for rule in RULES for c in rule(given, limits)], limits)


def lost(**over):
    return {deduction.item[:4]: deduction.points for deduction in score(**over).lost}


def dead(number, page, kind="page"):
    found = target(check(), kinds=(kind,))
    return type(found)(f"{HOME}gone/{number}", found.checks, (LinkSource(page, kind, "详情"),))


def test_nothing_lost_is_a_hundred_and_tells_what_was_not_looked_at():
    found = score(probes=probes(200, 0))
    assert (found.score, found.lost, found.fails) == (100.0, (), False)
    assert "在线系统不可用（每个3分）" in found.not_scored and "首页可用性：每1%的访问打不开" not in found.not_scored


def test_thirteen_dead_links_elsewhere_cost_one_point_three():
    """The example that the table itself gives."""
    found = score(targets=tuple(dead(n, f"{HOME}a/{n}.html") for n in range(13)))
    assert found.score == 98.7 and found.lost[0].count == 13


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"targets": (dead(1, HOME), dead(2, HOME))}, {"首页链接": 2}),
        ({"targets": (dead(1, f"{HOME}a.html", "attachment"),)}, {"附件不能": 1}),
        ({"columns": (OWN, column(entry(day(30))), column(entry(day(40)), n=2))}, {"动态要闻": 6}),
        ({"columns": (OWN, column(entry(day(300)), kind="notice"))}, {"通知公告": 4}),
        ({"columns": (OWN, column(entry(day(400)), kind="planning"))}, {"人事、规": 5}),
        ({"columns": (OWN, column(entry(day(400)), kind="interaction", name="民意调查"))}, {"调查征集": 5}),
        ({"columns": (OWN, column(entry(day(30)), confidence=0.3))}, {}),
        ({"columns": (column(*FRESH[:9], url=HOME, depth=0, n=99),)}, {"首页栏目": 5}),
        ({"columns": ()}, {}),
        ({"probes": probes(200, 5)}, {"首页可用": 10}),  # 2.5 %: two whole per cent
    ],
)
def test_deductions(over, expected):
    assert lost(**over) == expected


def verdict(rule_set="pucha-2015", **over):
    given, limits = facts(**{"columns": (OWN,), **over}), load_rule_set(rule_set)
    return verdict_of(given, [c for rule in RULES for c in rule(given, limits)], limits)


def test_below_sixty_fails_without_a_veto():
    given = verdict(targets=tuple(dead(n, HOME) for n in range(41)))
    assert given.verdict == "fail" and given.reasons[-1]["score"] == 59.0
    assert verdict(targets=tuple(dead(n, HOME) for n in range(40))).verdict == "pass"


def test_with_a_veto_nothing_is_scored():
    silent = tuple(column(entry(day(30)), n=n) for n in range(1, 6))
    given = verdict(columns=(OWN, *silent))
    assert given.verdict == "fail" and "score" not in {reason["code"] for reason in given.reasons}


def test_of_2019_only_the_amounts_that_were_seen_are_taken_off():
    policy = column(entry(day(300)), kind="policy")
    assert score("jiancha-2019", columns=(OWN, policy)).score == 95.0
    assert score("jiancha-2019", columns=(OWN, column(entry(day(30))))).score == 100.0
    assert verdict("jiancha-2019").reasons == ()
