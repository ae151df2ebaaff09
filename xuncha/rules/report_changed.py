"""report.changed: a published annual report was altered later. The evidence holds both versions.

Figures that differ between two versions of one page are a warning; words alone a hint. What only one of the versions has
(a table that was a picture before, a counter of visitors) is no change of what was published.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from storage.records import Condition, PortalFacts, ReportFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.report_words import sentences


def report_changed(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    versions: dict[tuple[str, int | None], list[ReportFact]] = defaultdict(list)
    for report in facts.reports:
        versions[report.url, report.year].append(report)
    for (url, _), known in versions.items():
        ordered = sorted(known, key=lambda one: one.first_seen_at)
        for before, after in reversed(list(pairwise(ordered))):
            if condition := _compared(url, before, after, limits):
                yield condition
                break


def _compared(url: str, before: ReportFact, after: ReportFact, limits: RuleSet) -> Condition | None:
    figures = [
        {"figure": name, "before": value, "after": after.figures[name]}
        for name, value in before.figures.items()
        if name in after.figures and after.figures[name] != value
    ]
    old, new = sentences(before.text), sentences(after.text)
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    rewritten = len(gone) >= limits.value("reports.rewritten") and len(come) >= limits.value("reports.rewritten")
    if not figures and not rewritten:
        return None
    sample = int(limits.value("pages.sample"))
    evidence: dict[str, Any] = {
        "title": after.title,
        "issuer": after.issuer,
        "year": after.year,
        "figures": figures[:50],
        "figures_total": len(figures),
        "sentences_gone": gone[:sample],
        "sentences_new": come[:sample],
        "before": {"first_seen_at": before.first_seen_at.isoformat(), "published_on": _day(before)},
        "after": {"first_seen_at": after.first_seen_at.isoformat(), "published_on": _day(after)},
        "rule_set": limits.name,
    }
    return Condition("report.changed", url, "warning" if figures else "info", after.first_seen_at, evidence)


def _day(report: ReportFact) -> str | None:
    return report.published_on.isoformat() if report.published_on else None
