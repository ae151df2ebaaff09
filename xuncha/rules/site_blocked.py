"""site.blocked: the portal declines programs. Never an outage, never worked around."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from storage.records import BEGAN_BEFORE, Condition, PortalFacts, VisitFact
from xuncha.rules.limits import RuleSet


def site_blocked(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    home = facts.home.visits if facts.home else ()
    newest = [page.visits[0] for page in facts.pages if page.visits]
    blocked = [visit for visit in newest if visit.outcome == "blocked"]
    share = len(blocked) / len(newest) if newest else 0.0
    if not (home and home[0].outcome == "blocked") and share < limits.value("patrol.blocked_share"):
        return
    since = _blocked_since(home) or min(visit.at for visit in blocked)
    sample = home[0] if home and home[0].outcome == "blocked" else blocked[0]
    evidence: dict[str, Any] = {
        "home": bool(home) and home[0].outcome == "blocked",
        "blocked": len(blocked),
        "pages": len(newest),
        "reason": sample.reason,
        "status": sample.status,
        BEGAN_BEFORE: bool(home) and all(visit.outcome == "blocked" for visit in home),
        "times": [visit.at.isoformat() for visit in home if visit.outcome == "blocked"],
        "rule_set": limits.name,
    }
    yield Condition("site.blocked", facts.portal.home_url, "warning", since, evidence)


def _blocked_since(visits: tuple[VisitFact, ...]) -> datetime | None:
    since = None
    for visit in visits:
        if visit.outcome != "blocked":
            break
        since = visit.at
    return since
