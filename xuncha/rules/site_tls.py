"""site.tls: the portal's encryption keeps visitors out: only obsolete versions, an expired certificate, a wrong name.

It is not site.unreachable: the server answers, and an old browser may open it. Patrols take any certificate, for the page is
there; what a browser warns of is told by the timed looks at the home page.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from storage.records import BEGAN_BEFORE, Condition, PortalFacts, ProbeFact, VisitFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import NO_WORD, home_visits, is_tls

_WORDS = (
    ("obsolete", ("tls_obsolete", "protocol version", "unsupported protocol", "legacy")),
    ("expired", ("expired", "not yet valid", "not_yet_valid")),
    ("wrong_name", ("hostname", "mismatch", "verificationerror", "not valid for", "wrong_host")),
    (
        "untrusted",
        ("self signed", "self-signed", "self_signed", "untrusted", "unable to get", "unknown ca", "verify failed"),
    ),
)


def site_tls(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    failing = []
    home = list(filter(_says_so_or_not, home_visits(facts)))
    for visit in home:
        if not is_tls(visit):
            break
        failing.append(visit)
    newest_of = ((page.url, next(filter(_says_so_or_not, page.visits), None)) for page in facts.pages)
    pages = [(url, visit) for url, visit in newest_of if visit and is_tls(visit)]
    warned = list(_warned(facts))
    if not failing and not pages and not warned:
        return
    looks: list[VisitFact | ProbeFact] = [*failing, *warned]
    newest = looks[0] if looks else pages[0][1]
    since = min(one.at for one in looks) if looks else min(visit.at for _, visit in pages)
    evidence: dict[str, Any] = {
        "home": bool(looks),
        "trouble": kind_of(newest),
        "reason": newest.reason,
        "times": [one.at.isoformat() for one in looks],
        "pages": [url for url, _ in pages[: int(limits.value("pages.sample"))]],
        "pages_total": len(pages),
        BEGAN_BEFORE: bool(failing) and len(failing) == len(home),
        "host": urlsplit(facts.portal.home_url).hostname,
        "rule_set": limits.name,
    }
    yield Condition("site.tls", facts.portal.home_url, "warning", since, evidence)


def _warned(facts: PortalFacts) -> Iterable[ProbeFact]:
    """The newest looks in a row that met a bad certificate."""
    for probe in facts.probes:
        if probe.opened and not (probe.reason or "").startswith("tls"):
            return
        if (probe.reason or "").startswith("tls"):
            yield probe


def _says_so_or_not(visit: VisitFact) -> bool:
    """Not a visit that ended before there was any encryption: a host that was away has not mended it."""
    return visit.outcome not in NO_WORD and (visit.outcome != "failed" or is_tls(visit))


def kind_of(visit: VisitFact | ProbeFact) -> str:
    """obsolete, expired, wrong_name, untrusted, or other."""
    reason = (visit.reason or "").lower()
    return next((kind for kind, words in _WORDS if any(word in reason for word in words)), "other")
