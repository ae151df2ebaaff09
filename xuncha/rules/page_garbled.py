"""page.garbled: a visitor sees damaged characters, repaired by us or not."""

from collections.abc import Iterable
from typing import Any

from storage.records import Condition, PageFact, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown
from xuncha.rules.patrols import body_of

_SAMPLE = 5


def page_garbled(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    for page in facts.pages:
        if is_shown(page) and max(page.damage, _lost(page)) >= limits.value("pages.garbled_share"):
            yield Condition("page.garbled", page.url, "warning", page.first_seen_at, _evidence(page, limits))


def _lost(page: PageFact) -> float:
    """What a database lost before it was ever sent: bytes that are sound, and say ???????."""
    return float(page.meta.get("lost_letters") or 0.0)


def _evidence(page: PageFact, limits: RuleSet) -> dict[str, Any]:
    return {
        "title": page.title,
        "family": page.damage_family or ("question_marks" if _lost(page) else None),
        "share": max(page.damage, _lost(page)),
        "sample": [
            {"before": repair.get("before"), "after": repair.get("after"), "kind": repair.get("kind")}
            for repair in page.repairs[:_SAMPLE]
        ],
        "repairs": len(page.repairs),
        "encoding": page.encoding,
        "encoding_source": page.encoding_source,
        "body_sha256": body_of(page),
        "rule_set": limits.name,
    }
