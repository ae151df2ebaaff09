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
from xuncha.rules.dates_forged import dates_forged
from xuncha.rules.due import due_after
from xuncha.rules.entry_off_region import entry_off_region
from xuncha.rules.entry_outdated import entry_outdated
from xuncha.rules.interaction_unanswered import interaction_unanswered
from xuncha.rules.limits import RuleSet, UnknownRuleSet, load_rule_set, rule_set_names
from xuncha.rules.links import links
from xuncha.rules.messages import sentence, verdict_sentence
from xuncha.rules.page_blank import page_blank
from xuncha.rules.page_garbled import page_garbled
from xuncha.rules.page_soft_404 import page_soft_404
from xuncha.rules.page_undated import page_undated
from xuncha.rules.publish_burst import publish_burst
from xuncha.rules.report_changed import report_changed
from xuncha.rules.report_copied import report_copied
from xuncha.rules.report_dates import report_dates
from xuncha.rules.report_inconsistent import report_inconsistent
from xuncha.rules.report_missing import report_missing
from xuncha.rules.report_unreadable import report_unreadable
from xuncha.rules.site_blocked import site_blocked
from xuncha.rules.site_hijacked import site_hijacked
from xuncha.rules.site_home import site_home
from xuncha.rules.site_suspended import site_suspended
from xuncha.rules.site_tls import site_tls
from xuncha.rules.site_unreachable import site_unreachable
from xuncha.rules.tags_missing import tags_missing
from xuncha.rules.title_truncated import title_truncated
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
    page_soft_404,
    title_truncated,
    entry_outdated,
    entry_off_region,
    publish_burst,
    dates_forged,
    report_changed,
    report_copied,
    report_unreadable,
    interaction_unanswered,
    tags_missing,
    site_suspended,
    site_tls,
    site_hijacked,
)
