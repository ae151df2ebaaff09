"""column.empty: at the last real visit the list had no entry, and no script would fill it.

The page must look blank, or say that it is; a form, a gallery or a map that we read no entry from is no blank column, and a
page that says it is not there is page.soft_404. But nothing where there was something before is an event: a hint, that counts
for no veto.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from storage.records import ColumnFact, Condition, PageFact, PortalFacts, Severity
from xuncha.rules.days import china_day
from xuncha.rules.freshness import newest_of, pages_by_url, promising
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import is_soft_404, shown_visit

_LISTS_NOTHING = frozenset({"static", "archive"})  # an empty page of this kind is page.blank, or of no interest


def empty_columns(facts: PortalFacts) -> list[ColumnFact]:
    """The columns that are blank beyond doubt."""
    pages = pages_by_url(facts)
    return [column for column in _without_entries(facts, pages) if _looks_blank(pages.get(column.url))]


def _without_entries(facts: PortalFacts, pages: Mapping[str, PageFact]) -> list[ColumnFact]:
    return [
        column
        for column in promising(facts)
        if column.last_visit_at
        and column.entries_found == 0
        and not column.script_filled
        and column.kind not in _LISTS_NOTHING
        and not _is_gone(pages.get(column.url))
    ]


def _is_gone(page: PageFact | None) -> bool:
    newest = shown_visit(page) if page else None
    return newest is not None and is_soft_404(newest)


def _looks_blank(page: PageFact | None) -> bool:
    return page is None or bool(page.meta.get("blank_list", True))


def column_empty(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    pages = pages_by_url(facts)
    for column in _without_entries(facts, pages):
        assert column.last_visit_at is not None
        is_blank = _looks_blank(pages.get(column.url))
        if not is_blank and not column.entries:
            continue
        sure = is_blank and column.confidence >= limits.value("silence.sure")
        severity: Severity = "warning" if sure else "info"
        since = column.last_visit_at if column.entries else column.first_seen_at
        yield Condition("column.empty", column.url, severity, since, _evidence(column, pages, facts, limits))


def _evidence(column: ColumnFact, pages: dict[str, PageFact], facts: PortalFacts, limits: RuleSet) -> dict[str, Any]:
    newest = newest_of(column, pages, china_day(facts.as_of))
    return {
        "column": column.name,
        "kind": column.kind,
        "confidence": column.confidence,
        "last_visit_at": column.last_visit_at.isoformat() if column.last_visit_at else None,
        "entries_before": len(column.entries),  # thirty before and none now: the list broke rather than fell silent
        "newest_before": newest.day.isoformat() if newest else None,
        "newest_title_before": newest.title if newest else None,
        "rule_set": limits.name,
        "source": limits.number("empty_many").source,
    }
