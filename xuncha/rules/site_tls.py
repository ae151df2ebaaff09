"""site.tls: the portal's encryption keeps visitors out: only obsolete versions, an expired certificate, a wrong name.

It is not site.unreachable: the server answers, and an old browser may open it.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from storage.records import Condition, PortalFacts, VisitFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import home_visits, is_tls

_WORDS = (
    ("obsolete", ("tls_obsolete", "protocol version", "unsupported protocol", "legacy")),
    ("expired", ("expired", "not yet valid")),
    ("wrong_name", ("hostname", "mismatch", "verificationerror", "not valid for")),
    ("untrusted", ("self signed", "self-signed", "unable to get", "unknown ca", "verify failed")),
)


def site_tls(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    failing = []
    for visit in home_visits(facts):
        if not is_tls(visit):
            break
        failing.append(visit)
    pages = [(page.url, page.visits[0]) for page in facts.pages if page.visits and is_tls(page.visits[0])]
    if not failing and not pages:
        return
    newest = failing[0] if failing else pages[0][1]
    since = failing[-1].at if failing else min(visit.at for _, visit in pages)
    evidence: dict[str, Any] = {
        "home": bool(failing),
        "trouble": kind_of(newest),
        "reason": newest.reason,
        "times": [visit.at.isoformat() for visit in failing],
        "pages": [url for url, _ in pages[: int(limits.value("pages.sample"))]],
        "pages_total": len(pages),
        "host": urlsplit(facts.portal.home_url).hostname,
        "rule_set": limits.name,
    }
    yield Condition("site.tls", facts.portal.home_url, "warning", since, evidence)


def kind_of(visit: VisitFact) -> str:
    """obsolete, expired, wrong_name, untrusted, or other."""
    reason = (visit.reason or "").lower()
    return next((kind for kind, words in _WORDS if any(word in reason for word in words)), "other")
