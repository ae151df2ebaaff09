"""What the patrols themselves say: whether one went through, and whether the home page was there."""

import re

from storage.records import PageFact, PortalFacts, RunFact, VisitFact

# Outcomes of a visit that say nothing about whether the portal is there.
NO_WORD = frozenset({"robots", "refused"})
SHOWN = frozenset({"ok", "not_modified", "redirect", "too_large"})
GONE = frozenset({404, 410})
_SEARCH = re.compile(r"search|/so/|/s\?|query|jiansuo|[?&](?:q|kw|keywords?|searchword)=", re.I)
_HOPS = 5
# Statuses with which a portal refuses the asker; the page may be there for others.
REFUSALS = frozenset({401, 403, 407, 412, 429, 451, 521})


def last_complete(facts: PortalFacts) -> RunFact | None:
    """The last patrol that ended by itself with nothing left to ask for. What was cut short later adds to what is known,
    and takes nothing back."""
    return next((run for run in facts.runs if _is_complete(run)), None)


def _is_complete(run: RunFact) -> bool:
    return run.ended_at is not None and run.status == "done" and run.reason in (None, "", "finished")


def shown_visit(page: PageFact) -> VisitFact | None:
    """The newest visit that says what the page holds: a page that could not be reached is judged by what it showed last."""
    return next((visit for visit in page.visits if reaches(visit)), None)


def body_of(page: PageFact) -> str | None:
    """SHA-256 of the bytes that the page is judged by."""
    visit = shown_visit(page)
    return visit.body_sha256 if visit else None


def reaches(visit: VisitFact) -> bool:
    """Whether it came as far as the page itself, be it to see that it is gone (storage.facts has the same)."""
    return visit.outcome in SHOWN or (visit.outcome == "http_error" and visit.status in GONE)


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


def front_page(facts: PortalFacts) -> PageFact | None:
    """The home page as a visitor sees it: where the portal's address holds a stub, the portal's page that it sends to."""
    pages, page = {page.url: page for page in facts.pages}, facts.home
    for _ in range(_HOPS):
        target = pages.get(str(page.meta.get("moved_to"))) if page else None
        if target is None:
            break
        page = target
    return page


def home_visits(facts: PortalFacts) -> list[VisitFact]:
    """Visits of the home page that say something, newest first.

    Where the portal's address only redirects, a failure there is one of the home page, which was not asked for then.
    """
    visits = list(facts.home.visits if facts.home else ())
    address = next((page for page in facts.pages if page.url == facts.portal.home_url), None)
    if address and facts.home and address.url != facts.home.url:
        visits += (visit for visit in address.visits if visit.outcome != "redirect")
        visits.sort(key=lambda visit: visit.at, reverse=True)
    return [visit for visit in visits if visit.outcome not in NO_WORD]


def failing_home(facts: PortalFacts) -> list[VisitFact]:
    """The visits since the home page stopped opening, newest first; [] if it opened at the last one."""
    failing = []
    for visit in home_visits(facts):
        if not is_failure(visit):
            break
        failing.append(visit)
    return failing
