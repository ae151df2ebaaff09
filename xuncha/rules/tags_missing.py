"""tags.missing: the page tags of 《政府网站发展指引》 are not there. One finding a portal: it is the templates' fault.

Only tags whose place is beyond doubt, and only where most pages of the kind lack them. ContentSource, SiteDomain and the others
are counted in the evidence, and open nothing: which of them are required was not read in the source.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from storage.records import Condition, PageFact, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown
from xuncha.rules.patrols import front_page
from xuncha.rules.site_suspended import is_suspended

_SITE, _COLUMN, _ARTICLE = ("SiteName", "SiteIDCode"), ("ColumnName",), ("ArticleTitle", "PubDate")
_ALSO = {
    "home": ("SiteDomain",),
    "column": ("ColumnDescription", "ColumnKeywords", "ColumnType"),
    "article": ("ContentSource",),
}


def tags_missing(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    if is_suspended(facts, limits):
        return
    columns = {column.url for column in facts.columns}
    front = front_page(facts)
    home = [front] if front and is_shown(front) and front.kind == "home" else []
    lists = [page for page in facts.pages if page.kind == "column" and page.url in columns and is_shown(page)]
    texts = [page for page in facts.pages if page.kind == "article" and is_shown(page) and page.text_length]
    few = limits.value("tags.pages")
    missing = list(_lacking(home, _SITE, 1, limits))
    missing += _lacking(lists, _COLUMN, few, limits)
    missing += _lacking(texts, _ARTICLE, few, limits)
    if not missing:
        return
    also = [
        one
        for kind, pages in zip(_ALSO, (home, lists, texts), strict=True)
        for one in _lacking(pages, _ALSO[kind], few, limits)
    ]
    evidence: dict[str, Any] = {
        "missing": missing,
        "tags": [one["tag"] for one in missing],
        "not_judged": also,
        "rule_set": limits.name,
        "source": limits.number("tags.share").source,
    }
    since = min(page.first_seen_at for page in (*home, *lists, *texts))
    yield Condition("tags.missing", facts.portal.home_url, "info", since, evidence)


def _lacking(pages: list[PageFact], tags: Iterable[str], few: float, limits: RuleSet) -> Iterator[dict[str, Any]]:
    """The tags that most of these pages lack, with an example."""
    if len(pages) < few:
        return
    for tag in tags:
        without = [page.url for page in pages if not str(page.meta.get(tag) or "").strip()]
        if without and len(without) >= limits.value("tags.share") * len(pages):
            yield {"tag": tag, "pages": len(pages), "without": len(without), "example": without[0]}
