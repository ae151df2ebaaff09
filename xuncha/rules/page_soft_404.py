"""page.soft_404: a page of the portal that says it is not there and answers 200, so that no visitor's program can tell.

The portal's error page at its own address (/404.html) is none, nor is a search that finds nothing.
"""

import re
from collections.abc import Iterable

from storage.records import Condition, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import is_search, is_soft_404, reaches, shown_visit
from xuncha.rules.site_suspended import is_suspended

_ERROR_PAGE = re.compile(r"/(?:404|error|err|notfound|not_found|nopage)(?:[./?_-]|$)", re.I)


def page_soft_404(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    if is_suspended(facts, limits):
        return
    for page in facts.pages:
        newest = shown_visit(page)
        if newest is None or not is_soft_404(newest) or _is_none(page.url):
            continue
        since = newest.at
        for visit in filter(reaches, page.visits):
            if not is_soft_404(visit):
                break
            since = visit.at
        evidence = {
            "title": page.title,
            "reason": newest.reason,
            "status": newest.status,
            "body_sha256": newest.body_sha256,
            "times": [visit.at.isoformat() for visit in page.visits if is_soft_404(visit)],
            "rule_set": limits.name,
        }
        yield Condition("page.soft_404", page.url, "warning", since, evidence)


def _is_none(url: str) -> bool:
    return is_search(url) or _ERROR_PAGE.search(url) is not None
