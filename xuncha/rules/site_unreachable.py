"""site.unreachable: the home page does not open.

Measured as the standard says where a week of probes is there: at least 20 on each of seven days, 5 % or more not
opened within 15 s (a warning from 3 %). Otherwise by our patrols: two failing ones in a row, hours apart. A single failing
patrol is a warning that counts for no veto. A portal that declines programs is site.blocked, and one that only its encryption keeps closed is site.tls, never this.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from storage.records import Condition, PortalFacts, ProbeFact, Severity
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import failing_home, is_tls


def site_unreachable(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    week = probe_week(facts, limits)
    return _by_probes(facts, week, limits) if week else _by_patrols(facts, limits)


def probe_week(facts: PortalFacts, limits: RuleSet) -> list[ProbeFact]:
    """The looks of a week, newest first, that say whether the home page opens; [] unless each of its days has enough."""
    days, a_day = int(limits.value("unreachable.days")), limits.value("unreachable.visits_per_day")
    start = facts.as_of - timedelta(days=days)
    week = [probe for probe in facts.probes if start < probe.at <= facts.as_of and _says_something(probe)]
    per_day = Counter((facts.as_of - probe.at).days for probe in week)
    return week if all(per_day[day] >= a_day for day in range(days)) else []


def _says_something(probe: ProbeFact) -> bool:
    """Not where the portal declines programs, nothing was fetched, or our own line was down; TLS is site.tls."""
    reason = probe.reason or ""
    return (
        probe.outcome not in ("blocked", "robots", "refused") and reason != "own_line" and not reason.startswith("tls")
    )


def _by_probes(facts: PortalFacts, week: list[ProbeFact], limits: RuleSet) -> Iterable[Condition]:
    failed = [probe for probe in week if not probe.opened]
    share = len(failed) / len(week)
    if share < limits.value("unreachable.warn_share"):
        return
    veto = limits.number("unreachable.share")
    evidence: dict[str, Any] = {
        "basis": "probes",
        "probes": len(week),
        "failed": len(failed),
        "share": round(share, 4),
        "limit_share": veto.value,
        "reason": failed[0].reason,
        "times": [probe.at.isoformat() for probe in failed],
        "veto": share >= veto.value,
        "rule_set": limits.name,
        "source": veto.source,
    }
    severity: Severity = "critical" if share >= veto.value else "warning"
    yield Condition("site.unreachable", facts.portal.home_url, severity, failed[-1].at, evidence)


def _by_patrols(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    failing = failing_home(facts)
    if not failing or all(map(is_tls, failing)):
        return
    apart = failing[0].at - failing[-1].at
    twice = len(failing) >= limits.value("links.failing_patrols")
    veto = twice and apart >= timedelta(hours=limits.value("links.second_look_hours"))
    evidence: dict[str, Any] = {
        "basis": "patrols",
        "failed": len(failing),
        "reason": failing[0].reason,
        "status": failing[0].status,
        "times": [visit.at.isoformat() for visit in failing],
        "requests": sum(visit.attempts for visit in failing),
        "veto": veto,
        "rule_set": limits.name,
    }
    severity: Severity = "critical" if veto else "warning"
    yield Condition("site.unreachable", facts.portal.home_url, severity, failing[-1].at, evidence)
