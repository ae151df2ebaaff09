"""column.missing: a column that the law demands was not found, although a patrol went through the whole portal.

Looked for are the names of columns, the titles of pages, every entry and every short line: one that is named anywhere, and be
it on another host or behind a script, is not missing. Guide, catalogue and application are missed
only from portals that have a report, or a column for one, or two other columns of 公开: others publish on their city's portal.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from storage.records import Condition, PortalFacts, RunFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_script_filled
from xuncha.rules.patrols import last_complete
from xuncha.rules.site_suspended import is_suspended

_LAW = "《政府信息公开条例》（国令711号）"
_REPORT = ("年度报告", "政府信息公开年度报告", f"{_LAW}第四十九条")
_DEMANDED = (
    ("公开指南", re.compile(r"公开.{0,4}指南|指南.{0,4}公开"), f"{_LAW}第十二条"),
    ("公开目录", re.compile(r"公开.{0,6}目录|目录.{0,4}公开"), f"{_LAW}第十二条"),
    ("依申请公开", re.compile(r"依?申请公开|公开.{0,4}申请"), f"{_LAW}第二十七条"),
)
_REPORTS = re.compile(r"公开.{0,6}年(?:度报告|报)")
_DISCLOSURE = re.compile(r"信息公开|政务公开|公开")


def column_missing(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    run = last_complete(facts)
    if run is None or not facts.columns or (facts.home and is_script_filled(facts.home)):
        return
    if is_suspended(facts, limits):
        return
    names = list(_names(facts))
    has_report = _has_report(facts) or any(_REPORTS.search(one) for one in names)
    if not has_report:
        yield _condition(*_REPORT, run, facts, limits)
    if not has_report and sum(bool(_DISCLOSURE.search(column.name)) for column in facts.columns) < 2:
        return
    for name, words, source in _DEMANDED:
        if not any(words.search(one) for one in names):
            yield _condition(name, name, source, run, facts, limits)


def _has_report(facts: PortalFacts) -> bool:
    columns = any(column.kind == "report" for column in facts.columns)
    return bool(facts.reports) or columns or any(page.kind == "report" for page in facts.pages)


def _names(facts: PortalFacts) -> Iterator[str]:
    """All words that may name a column: of columns, pages, entries, and of links that lead nowhere."""
    for column in facts.columns:
        yield column.name
        yield from (entry.title for entry in column.entries)
    for page in facts.pages:
        yield page.title or ""
        yield str(page.meta.get("ColumnName") or "")
        yield from page.meta.get("disclosure_words") or ()


def _condition(subject: str, column: str, source: str, run: RunFact, facts: PortalFacts, limits: RuleSet) -> Condition:
    since: datetime = min(column.first_seen_at for column in facts.columns)
    evidence: dict[str, Any] = {
        "column": column,
        "columns_found": [column.name for column in facts.columns],
        "patrol_ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "rule_set": limits.name,
        "source": source,
    }
    return Condition("column.missing", subject, "warning", since, evidence)
