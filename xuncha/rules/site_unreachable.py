"""site.unreachable: the home page does not open.

Two findings of one code, because they end at different times:
- It is down now (rules/outage.py). A single failing patrol is a warning.
- The week, exactly as the standard measures it (basis "week" in the evidence): at least 20 looks on each of seven days, 5 % or more not
  opened within 15 s: a veto; a warning from 3 %. Looks made only to be sure of another are not counted.

Where the week cannot be measured, two failing patrols hours apart stand for it: then the outage itself is the veto.
A portal that declines programs is site.blocked, and one that only its encryption keeps closed is site.tls, never this.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from storage.records import A_WEEK, BEGAN_BEFORE, Condition, PortalFacts, ProbeFact, Severity
from xuncha.rules.limits import RuleSet
from xuncha.rules.outage import Outage, is_twice, outage_now

_MOST_TIMES = 300  # listed in the evidence; the count is always exact


def site_unreachable(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    week, now = probe_week(facts, limits), outage_now(facts, limits)
    if now.is_sure or now.patrols:
        yield _down(facts, now, not week and is_twice(now, limits), limits)
    if week:
        yield from _by_week(facts, week, limits)


def probe_week(facts: PortalFacts, limits: RuleSet) -> list[ProbeFact]:
    """The looks of a week, newest first, that say whether the home page opens; [] unless each of its days has enough."""
    days, a_day = int(limits.value("unreachable.days")), limits.value("unreachable.visits_per_day")
    start = facts.as_of - timedelta(days=days)
    spaced = (probe for probe in facts.probes if probe.says_something and not probe.again)
    week = [probe for probe in spaced if start < probe.at <= facts.as_of]
    per_day = Counter((facts.as_of - probe.at).days for probe in week)
    return week if all(per_day[day] >= a_day for day in range(days)) else []


def _down(facts: PortalFacts, now: Outage, veto: bool, limits: RuleSet) -> Condition:
    newest = now.looks[-1]
    evidence: dict[str, Any] = {
        "basis": "patrols" if all(look.is_patrol for look in now.looks) else "probes",
        "failed": len(now.looks),
        "reason": newest.reason,
        "status": newest.status,
        "times": [look.at.isoformat() for look in now.looks[-_MOST_TIMES:]],
        "requests": sum(look.requests for look in now.looks),
        "sure": now.is_sure,
        BEGAN_BEFORE: now.began_before,
        "veto": veto,
        "rule_set": limits.name,
    }
    severity: Severity = "critical" if now.is_sure else "warning"
    return Condition("site.unreachable", facts.portal.home_url, severity, now.looks[0].at, evidence)


def _by_week(facts: PortalFacts, week: list[ProbeFact], limits: RuleSet) -> Iterable[Condition]:
    failed = [probe for probe in week if not probe.opened]
    share = len(failed) / len(week)
    if share < limits.value("unreachable.warn_share"):
        return
    veto = limits.number("unreachable.share")
    evidence: dict[str, Any] = {
        "basis": A_WEEK,
        "probes": len(week),
        "failed": len(failed),
        "share": round(share, 4),
        "limit_share": veto.value,
        "reason": failed[0].reason,
        "times": [probe.at.isoformat() for probe in failed[:_MOST_TIMES]],
        "veto": share >= veto.value,
        "rule_set": limits.name,
        "source": veto.source,
    }
    severity: Severity = "critical" if share >= veto.value else "warning"
    yield Condition("site.unreachable", facts.portal.home_url, severity, failed[-1].at, evidence)
