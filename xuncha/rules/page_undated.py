"""page.undated: articles and reports that show no publication date.

Up to twenty are named one by one, so that somebody can repair them. More than that is one fault of the template: one
finding for the portal, with the share and a sample.
"""

from collections.abc import Iterable

from storage.records import Condition, PageFact, PortalFacts
from xuncha.rules.limits import RuleSet

_DATED_KINDS = frozenset({"article", "report"})


def is_shown(page: PageFact) -> bool:
    return bool(page.visits) and page.visits[0].outcome in ("ok", "not_modified")


def is_script_filled(page: PageFact) -> bool:
    return bool(page.meta.get("script_filled") or page.meta.get("is_script_filled"))


def page_undated(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    texts = [page for page in facts.pages if page.kind in _DATED_KINDS and is_shown(page) and page.text_length]
    undated = [page for page in texts if page.published_on is None and not is_script_filled(page)]
    if len(undated) > limits.value("pages.group_undated"):
        return [_grouped(facts, undated, len(texts), limits)]
    return [_single(page, limits) for page in undated]


def _single(page: PageFact, limits: RuleSet) -> Condition:
    evidence = {"title": page.title, "kind": page.kind, "rule_set": limits.name}
    return Condition("page.undated", page.url, "info", page.first_seen_at, evidence)


def _grouped(facts: PortalFacts, undated: list[PageFact], texts: int, limits: RuleSet) -> Condition:
    sample = undated[: int(limits.value("pages.sample"))]
    evidence = {
        "undated": len(undated),
        "pages": texts,
        "share": round(len(undated) / texts, 4),
        "sample": [{"url": page.url, "title": page.title} for page in sample],
        "rule_set": limits.name,
    }
    since = min(page.first_seen_at for page in undated)
    return Condition("page.undated", facts.portal.home_url, "warning", since, evidence)
