"""Judging: the rules over the facts of one portal at one moment, and what came of it into the store.

A rule that raises is our mistake: its traceback goes to the log, a `crawler.failed` finding names it, the other rules
still count, and nothing is closed in that judgement, because a rule that did not speak has not said that all is well.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.records import Condition, FlipRecord, PortalFacts, PortalRecord, Verdict
from storage.store import Store, StoreError
from xuncha.rules import RULES, Rule, RuleSet, due_after, load_rule_set, verdict_of

log = logging.getLogger(__name__)

# A portal that could not be judged is looked at again after this; its new facts make it due earlier.
PUSHED_AHEAD = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say about a portal; `flips` is empty where nothing was recorded."""

    portal: PortalRecord
    as_of: datetime
    conditions: tuple[Condition, ...]
    verdict: Verdict
    flips: tuple[FlipRecord, ...] = ()


def tick(store: Store, now: datetime, rules: Sequence[Rule] = RULES) -> bool:
    """Judges the portal that is due first; False if none is. Raises StoreError only."""
    for portal_id in store.due_for_judgement(now, limit=1):
        try:
            judge_portal(store, portal_id, now, record=True, rules=rules)
        except StoreError:
            raise
        except Exception as error:  # the loop must live, and this portal must not stop the others
            log.exception("portal %s could not be judged", portal_id, extra={"action": "judgement_failed"})
            _push_ahead(store, portal_id, error, now)
        return True
    return False


def judge_portal(
    store: Store, portal_id: int, as_of: datetime, *, record: bool, rules: Sequence[Rule] = RULES
) -> Judgement:
    """Judges by what was known at `as_of`. Without `record` nothing is written. Raises UnknownRuleSet, StoreError."""
    facts = store.facts(portal_id, as_of)
    limits = load_rule_set(facts.portal.rule_set)
    conditions, failed = apply_rules(facts, limits, rules)
    if failed:
        conditions = _keep_open(store, portal_id, conditions)
    verdict = verdict_of(facts, conditions, limits)
    if not record:
        return Judgement(facts.portal, as_of, tuple(conditions), verdict)
    stale_after, next_due = due_after(facts, limits)
    flips = store.record_judgement(
        portal_id,
        conditions=conditions,
        verdict=verdict,
        stale_after=stale_after,
        next_due=_earlier(next_due, as_of + PUSHED_AHEAD) if failed else next_due,
        now=as_of,
    )
    log.info("%s: %s, %d flips", facts.portal.home_url, verdict.word, len(flips), extra={"action": "portal_judged"})
    return Judgement(facts.portal, as_of, tuple(conditions), verdict, tuple(flips))


def apply_rules(facts: PortalFacts, limits: RuleSet, rules: Sequence[Rule] = RULES) -> tuple[list[Condition], bool]:
    """All conditions, each key once (the first wins), and whether a rule failed."""
    found: dict[tuple[str, ...], Condition] = {}
    failed = False
    for rule in rules:
        try:
            conditions = list(rule(facts, limits))
        except Exception as error:  # a rule with a bug must not silence the others
            name = getattr(rule, "__name__", repr(rule))
            log.exception("rule %s failed on %s", name, facts.portal.home_url, extra={"action": "rule_failed"})
            conditions, failed = [_rule_failed(name, error, facts.as_of)], True
        for condition in conditions:
            found.setdefault(condition.key, condition)
    return list(found.values()), failed


def _rule_failed(name: str, error: Exception, as_of: datetime) -> Condition:
    evidence = {"what": "rule_failed", "rule": name, "error": f"{type(error).__name__}: {error}"}
    return Condition("crawler.failed", f"rule:{name}", "warning", as_of, evidence)


def _keep_open(store: Store, portal_id: int, conditions: list[Condition]) -> list[Condition]:
    known = {condition.key for condition in conditions}
    kept = (
        Condition(finding.code, finding.subject, finding.severity, finding.since, finding.evidence)
        for finding in store.findings(portal_id=portal_id, open_only=True)
    )
    return conditions + [condition for condition in kept if condition.key not in known]


def _push_ahead(store: Store, portal_id: int, error: Exception, now: datetime) -> None:
    store.record_judgement(
        portal_id,
        conditions=_keep_open(store, portal_id, [_rule_failed("judge", error, now)]),
        verdict=Verdict("unknown", "unknown", ({"missing": "whole_patrol"},)),
        stale_after={},
        next_due=now + PUSHED_AHEAD,
        now=now,
    )


def _earlier(moment: datetime | None, other: datetime) -> datetime:
    return min(moment, other) if moment else other
