"""page.garbled: a visitor sees damaged characters, repaired by us or not."""

from collections.abc import Iterable
from typing import Any

from storage.records import Condition, PageFact, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown

_SAMPLE = 5


def page_garbled(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    for page in facts.pages:
        if is_shown(page) and page.damage >= limits.value("pages.garbled_share"):
            yield Condition("page.garbled", page.url, "warning", page.first_seen_at, _evidence(page, limits))


def _evidence(page: PageFact, limits: RuleSet) -> dict[str, Any]:
    return {
        "title": page.title,
        "family": page.damage_family,
        "share": page.damage,
        "sample": [
            {"before": repair.get("before"), "after": repair.get("after"), "kind": repair.get("kind")}
            for repair in page.repairs[:_SAMPLE]
        ],
        "repairs": len(page.repairs),
        "encoding": page.encoding,
        "encoding_source": page.encoding_source,
        "body_sha256": page.visits[0].body_sha256,
        "rule_set": limits.name,
    }
