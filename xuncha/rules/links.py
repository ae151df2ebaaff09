"""link.dead, image.dead, attachment.dead: something that pages link to now is gone.

A definite death (the server says 404 or 410, or shows its page-not-found, or the host has no address) opens after one
patrol. A passing one (time-out, 5xx, reset, refused, TLS) needs two failing patrols, hours apart. One success closes;
`unknown` (blocked, captcha, robots) neither opens nor closes. A failure of the network seen while the portal's own home
page could not be opened either may be our line: it counts for nothing. A search that finds nothing is no dead link.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from storage.records import Condition, LinkChecked, PortalFacts, Severity, TargetFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import home_visits, is_failure, is_search

DEFINITE = ("http_404", "http_410", "soft_404", "dns")
TAKEN_OVER = "soft_404:taken_over"
NETWORK = ("dns", "timeout", "refused", "reset", "network", "unreachable")
# A target linked in several ways is named by the one that matters most to a citizen.
CODES = {"attachment": "attachment.dead", "image": "image.dead"}
FURNITURE = frozenset({"style", "script"})
# Our line counts as cut around a failed look at the home page: as long as a patrol may take.
_OUTAGE = timedelta(minutes=30)


def links(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    outages = [visit.at for visit in home_visits(facts) if is_failure(visit)]
    for target in facts.targets:
        dead = list(_deaths(target, outages))
        if target.sources and dead and _is_dead(dead, limits):
            yield _condition(target, dead, limits)


def reason_code(check: LinkChecked) -> str:
    """The code before any detail: "soft_404: redirects home" is soft_404. But a stolen name is news of its own."""
    if check.reason == TAKEN_OVER:
        return TAKEN_OVER
    reason = (check.reason or "").split(":")[0].strip()
    if check.status in (404, 410) and not reason.startswith("soft"):
        return f"http_{check.status}"
    return reason


def _deaths(target: TargetFact, outages: list[datetime]) -> Iterator[LinkChecked]:
    """The dead verdicts since the target was alive last, newest first."""
    for check in target.checks:
        if check.verdict == "alive":
            return
        if check.verdict == "dead" and not _is_our_line(check, outages) and not _found_nothing(target, check):
            yield check


def _is_our_line(check: LinkChecked, outages: list[datetime]) -> bool:
    if not reason_code(check).startswith(NETWORK):
        return False
    return any(abs(check.at - outage) <= _OUTAGE for outage in outages)


def _found_nothing(target: TargetFact, check: LinkChecked) -> bool:
    return is_search(target.url) and reason_code(check).startswith("soft")


def is_definite(check: LinkChecked) -> bool:
    return reason_code(check).startswith(DEFINITE)


def _is_dead(dead: list[LinkChecked], limits: RuleSet) -> bool:
    if any(map(is_definite, dead)):
        return True
    apart = dead[0].at - dead[-1].at
    enough = len(dead) >= limits.value("links.failing_patrols")
    return enough and apart >= timedelta(hours=limits.value("links.second_look_hours"))


def _condition(target: TargetFact, dead: list[LinkChecked], limits: RuleSet) -> Condition:
    kinds = {source.kind for source in target.sources}
    code = next((code for kind, code in CODES.items() if kind in kinds), "link.dead")
    severity: Severity = "info" if kinds <= FURNITURE else "warning"
    return Condition(code, target.url, severity, dead[-1].at, _evidence(target, dead, limits))


def _evidence(target: TargetFact, dead: list[LinkChecked], limits: RuleSet) -> dict[str, Any]:
    named = int(limits.value("links.pages_named"))
    pages = {source.page_url: source for source in target.sources}
    return {
        "target": target.url,
        "reason": dead[0].reason,
        "reason_code": reason_code(dead[0]),
        "status": dead[0].status,
        "final_url": dead[0].final_url,
        "definite": any(map(is_definite, dead)),
        "attempts": [
            {
                "at": check.at.isoformat(),
                "verdict": check.verdict,
                "reason": check.reason,
                "status": check.status,
                "requests": check.attempts,
            }
            for check in target.checks
        ],
        "pages": [{"url": s.page_url, "kind": s.kind, "text": s.text} for s in list(pages.values())[:named]],
        "pages_total": len(pages),
        "rule_set": limits.name,
    }
