"""What the patrols themselves say: whether one went through, and whether the home page was there."""

import re

from storage.records import PortalFacts, RunFact, VisitFact

# Outcomes of a visit that say nothing about whether the portal is there.
NO_WORD = frozenset({"robots", "refused"})
SHOWN = frozenset({"ok", "not_modified", "redirect", "too_large"})
_SEARCH = re.compile(r"search|/so/|/s\?|query|jiansuo|[?&](?:q|kw|keywords?|searchword)=", re.I)
# Statuses with which a portal refuses the asker; the page may be there for others.
REFUSALS = frozenset({401, 403, 407, 412, 429, 451, 521})


def last_complete(facts: PortalFacts) -> RunFact | None:
    """The last patrol, if it ended by itself with nothing left to ask for."""
    ended = [run for run in facts.runs if run.ended_at]
    if not ended or ended[0].status != "done" or ended[0].reason not in (None, "", "finished"):
        return None
    return ended[0]


def is_failure(visit: VisitFact) -> bool:
    return visit.outcome == "failed" or (visit.outcome == "http_error" and visit.status not in REFUSALS)


def is_tls(visit: VisitFact) -> bool:
    """No answer because of the portal's encryption: site.tls, not an outage."""
    return visit.outcome == "failed" and (visit.reason or "").startswith("tls")


def is_soft_404(visit: VisitFact) -> bool:
    """A page-not-found shown with status 200, by its own words."""
    reason = (visit.reason or "").partition(":")
    return visit.outcome == "ok" and reason[0] == "soft_404" and reason[2] in ("title", "words", "refresh-to-error")


def is_search(url: str) -> bool:
    """A page of search results: 没有找到 there is an answer, and no page-not-found."""
    return _SEARCH.search(url) is not None


def home_visits(facts: PortalFacts) -> list[VisitFact]:
    """Visits of the home page that say something, newest first."""
    visits = facts.home.visits if facts.home else ()
    return [visit for visit in visits if visit.outcome not in NO_WORD]


def failing_home(facts: PortalFacts) -> list[VisitFact]:
    """The visits since the home page stopped opening, newest first; [] if it opened at the last one."""
    failing = []
    for visit in home_visits(facts):
        if not is_failure(visit):
            break
        failing.append(visit)
    return failing
