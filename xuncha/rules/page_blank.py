"""page.blank: a page with a title and no content — the guide that is an empty shell."""

from collections.abc import Iterable

from storage.records import Condition, PageFact, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_script_filled, is_shown
from xuncha.rules.patrols import body_of

_CONTENT_KINDS = frozenset({"article", "report"})


def page_blank(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    for page in facts.pages:
        if is_shown(page) and not is_script_filled(page) and _is_blank(page):
            evidence = {
                "title": page.title,
                "text_length": page.text_length,
                "body_sha256": body_of(page),
                "rule_set": limits.name,
            }
            yield Condition("page.blank", page.url, "warning", page.first_seen_at, evidence)


def _is_blank(page: PageFact) -> bool:
    """The parser knows pictures and attachments from emptiness; without its word only a text of no length is blank."""
    if "blank" in page.meta:
        return bool(page.meta["blank"])
    return page.kind in _CONTENT_KINDS and bool(page.title) and page.text_length == 0
