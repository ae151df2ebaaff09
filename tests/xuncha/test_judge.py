"""Judging: what opens, stays, worsens, closes and comes back; and what a rule with a bug may not do."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from storage.records import Condition, PortalFacts, PortalRecord, Severity
from storage.store import Store
from tests.xuncha.replays import Replay
from xuncha.judge import PUSHED_AHEAD, judge_portal, tick
from xuncha.rules import RULES, Rule, RuleSet

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
GONE = Condition("link.dead", "http://a.example/gone", "warning", NOW - HOUR, {"reason": "http_404"})
BLANK = Condition("page.blank", "http://a.example/blank", "info", NOW - HOUR, {"title": "办事指南"})


@pytest.fixture
def portal(store: Store) -> PortalRecord:
    return store.add_portal("http://a.example/", name="a", now=NOW - HOUR)


def saying(*conditions: Condition) -> Rule:
    def rule(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
        return conditions

    return rule


def broken(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    yield BLANK
    raise KeyError("newest")


def patrolled(
    store: Store, portal: PortalRecord, now: datetime, status: str = "done", reason: str = "finished"
) -> None:
    run = store.start_run(portal.id, trigger="manual", now=now)
    store.end_run(run.run_id, status=status, reason=reason, stats={}, now=now)


def judged(store: Store, portal: PortalRecord, now: datetime, *rules: Rule) -> None:
    patrolled(store, portal, now)
    assert tick(store, now, rules)


def state(store: Store) -> dict[str, str]:
    return {one.code: "closed" if one.closed_at else one.severity for one in store.findings()}


def flips(store: Store) -> list[str]:
    """Every flip so far, in order, before anybody has decided whom to tell."""
    found = [flip for news in store.undecided(NOW + 100 * HOUR, waiting_too=True) for flip in news.flips]
    return [flip.kind for flip in sorted(found, key=lambda flip: flip.id)]


def with_severity(severity: Severity) -> Condition:
    return Condition(GONE.code, GONE.subject, severity, GONE.since, {"severity": severity})


# ── what is due ──────────────────────────────────────────────────────────────


def test_a_portal_is_judged_once_when_its_patrol_has_ended(store: Store, portal: PortalRecord) -> None:
    assert not tick(store, NOW, [saying()])
    patrolled(store, portal, NOW)
    assert tick(store, NOW, [saying()])
    assert not tick(store, NOW, [saying()])
    assert store.portals()[0].judged_at == NOW


def test_looking_back_writes_nothing(store: Store, portal: PortalRecord) -> None:
    patrolled(store, portal, NOW)
    judgement = judge_portal(store, portal.id, NOW, record=False, rules=[saying(GONE)])
    assert judgement.conditions == (GONE,)
    assert (store.findings(), store.portals()[0].judged_at) == ([], None)


def test_a_patrol_that_broke_off_is_our_own_failure(store: Store, portal: PortalRecord) -> None:
    patrolled(store, portal, NOW, "failed", "crawler: killed by SIGKILL")
    assert tick(store, NOW, RULES)
    (finding,) = store.findings(code="crawler.failed")
    assert (finding.evidence["what"], finding.evidence["reason"]) == ("broke_off", "crawler: killed by SIGKILL")
    patrolled(store, portal, NOW + HOUR)
    assert tick(store, NOW + HOUR, RULES)
    assert store.findings(code="crawler.failed", open_only=True) == []


# ── what flips ───────────────────────────────────────────────────────────────


def test_a_condition_that_stays_is_told_once_with_its_evidence_kept_fresh(store: Store, portal: PortalRecord) -> None:
    for number in range(4):
        fresh = Condition(GONE.code, GONE.subject, GONE.severity, GONE.since, {"checks": number})
        judged(store, portal, NOW + number * HOUR, saying(fresh))
    assert flips(store) == ["opened"]
    assert store.findings()[0].evidence == {"checks": 3}
    assert store.findings()[0].opened_at == NOW


def test_opens_worsens_closes_and_comes_back_as_one_finding(store: Store, portal: PortalRecord) -> None:
    course = [[with_severity("warning")], [with_severity("critical")], [with_severity("warning")], [], [GONE]]
    for number, conditions in enumerate(course):
        judged(store, portal, NOW + number * HOUR, saying(*conditions))
    assert flips(store) == ["opened", "worsened", "closed", "reopened"]
    (finding,) = store.findings()
    assert (finding.closed_at, finding.opened_at, finding.since) == (None, NOW + 4 * HOUR, GONE.since)


def test_the_same_condition_of_two_rules_is_one_finding(store: Store, portal: PortalRecord) -> None:
    judged(store, portal, NOW, saying(with_severity("critical")), saying(with_severity("info")))
    assert state(store) == {"link.dead": "critical"}


# ── a rule with a bug ────────────────────────────────────────────────────────


def test_a_rule_with_a_bug_is_named_and_silences_no_other(
    store: Store, portal: PortalRecord, caplog: pytest.LogCaptureFixture
) -> None:
    judged(store, portal, NOW, broken, saying(GONE))
    assert state(store) == {"crawler.failed": "warning", "link.dead": "warning"}
    (finding,) = store.findings(code="crawler.failed")
    assert finding.subject == "rule:broken"
    assert finding.evidence == {"what": "rule_failed", "rule": "broken", "error": "KeyError: 'newest'"}
    assert "Traceback" in caplog.text


def test_a_rule_with_a_bug_closes_nothing_until_it_is_mended(store: Store, portal: PortalRecord) -> None:
    judged(store, portal, NOW, saying(GONE, BLANK))
    judged(store, portal, NOW + HOUR, broken)
    assert state(store) == {"link.dead": "warning", "page.blank": "info", "crawler.failed": "warning"}
    judged(store, portal, NOW + 2 * HOUR, saying(BLANK))
    assert state(store) == {"link.dead": "closed", "page.blank": "info", "crawler.failed": "closed"}


def test_after_a_bug_the_portal_is_looked_at_again_soon(store: Store, portal: PortalRecord) -> None:
    judged(store, portal, NOW, broken)
    assert not tick(store, NOW + PUSHED_AHEAD - timedelta(seconds=1), [saying()])
    assert tick(store, NOW + PUSHED_AHEAD, [saying()])
    assert state(store) == {"crawler.failed": "closed"}


def test_a_bug_that_stays_is_told_once(store: Store, portal: PortalRecord) -> None:
    for number in range(4):
        judged(store, portal, NOW + number * HOUR, broken, saying(GONE))
    assert flips(store) == ["opened", "opened"]


def test_a_portal_that_cannot_be_judged_keeps_no_other(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    odd = store.add_portal("http://a.example/", name="a", rule_set="nonsense", now=NOW)
    sound = store.add_portal("http://b.example/", name="b", now=NOW)
    patrolled(store, odd, NOW - HOUR)
    patrolled(store, sound, NOW)
    assert tick(store, NOW, [saying()])
    assert tick(store, NOW, [saying()])
    assert not tick(store, NOW, [saying()])
    assert [(one.portal_url, one.subject) for one in store.findings()] == [("http://a.example/", "rule:judge")]
    assert {one.name: one.word for one in store.portals()}["a"] == "unknown"
    assert "nonsense" in caplog.text


def test_a_patrol_that_reaches_nothing_closes_nothing(store: Store) -> None:
    """What was missing yesterday is not there today because nobody could look."""
    replay = Replay(store)
    replay.begin()
    before = {one.code for one in store.findings(open_only=True)}
    replay.run(0.5, lambda *_: True)
    assert {"column.missing", "tags.missing"} <= before
    assert {one.code for one in store.findings(open_only=True)} == before | {"site.unreachable"}
