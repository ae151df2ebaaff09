"""column.missing: a column that the law demands was not found, although a patrol went through the whole portal.

Of the demanded columns only 年度报告 is told by its class today.
"""

from collections.abc import Iterable

from storage.records import Condition, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import last_complete


def column_missing(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    run = last_complete(facts)
    if run is None or not facts.columns:
        return
    if facts.reports or any(column.kind == "report" for column in facts.columns):
        return
    if any(page.kind == "report" for page in facts.pages):
        return
    assert run.ended_at is not None
    evidence = {
        "column": "政府信息公开年度报告",
        "columns_found": [column.name for column in facts.columns],
        "patrol_ended_at": run.ended_at.isoformat(),
        "rule_set": limits.name,
        "source": "《政府信息公开条例》（国令711号）第四十九条",
    }
    yield Condition("column.missing", "年度报告", "warning", min(c.first_seen_at for c in facts.columns), evidence)
