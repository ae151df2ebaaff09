"""The rules: pure functions from the facts about a portal to the conditions that hold. `facts.as_of` is now.

To add one: a file with a function like these, its test, and a line in RULES.
"""

from collections.abc import Callable, Iterable

from storage.records import Condition, PortalFacts
from xuncha.rules.column_empty import column_empty
from xuncha.rules.column_missing import column_missing
from xuncha.rules.column_stale import column_stale
from xuncha.rules.columns_many import columns_many
from xuncha.rules.crawler_failed import crawler_failed
from xuncha.rules.due import due_after
from xuncha.rules.limits import RuleSet, UnknownRuleSet, load_rule_set, rule_set_names
from xuncha.rules.links import links
from xuncha.rules.messages import sentence, verdict_sentence
from xuncha.rules.page_blank import page_blank
from xuncha.rules.page_garbled import page_garbled
from xuncha.rules.page_undated import page_undated
from xuncha.rules.report_dates import report_dates
from xuncha.rules.report_inconsistent import report_inconsistent
from xuncha.rules.report_missing import report_missing
from xuncha.rules.site_blocked import site_blocked
from xuncha.rules.site_home import site_home
from xuncha.rules.site_unreachable import site_unreachable
from xuncha.rules.verdict import verdict_of

__all__ = [
    "RULES",
    "Rule",
    "RuleSet",
    "UnknownRuleSet",
    "due_after",
    "load_rule_set",
    "rule_set_names",
    "sentence",
    "verdict_of",
    "verdict_sentence",
]

Rule = Callable[[PortalFacts, RuleSet], Iterable[Condition]]

RULES: tuple[Rule, ...] = (
    column_stale,
    column_empty,
    column_missing,
    columns_many,
    links,
    page_undated,
    page_blank,
    page_garbled,
    report_missing,
    report_dates,
    report_inconsistent,
    site_home,
    site_unreachable,
    site_blocked,
    crawler_failed,
)
