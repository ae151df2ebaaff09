"""report.late and report.early: an annual report published after its due day, or before the year was over.

One year may have several versions and the last counts: an early one that was published again in time is no
finding, and a year is late only if no version after its end was in time. A day on which reports of many years
appeared is the day of a migration and proves nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from storage.records import Condition, PortalFacts, ReportFact
from xuncha.rules.days import end_of
from xuncha.rules.limits import RuleSet
from xuncha.rules.reports import due_year, migration_days, organ_of

_Dated = tuple[date, ReportFact]


def report_dates(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    moved = migration_days(facts, limits)
    versions: dict[tuple[str | None, int], list[_Dated]] = defaultdict(list)
    distrusted = set()
    for report in facts.reports:
        if report.year and report.published_on and report.published_on not in moved:
            versions[report.issuer, report.year].append((report.published_on, report))
        elif report.year:
            distrusted.add((report.issuer, report.year))
    for key, dated in versions.items():
        if key not in distrusted:  # a version of unknown date may have been the one in time
            yield from _judge(key[1], sorted(dated, key=lambda item: (item[0], item[1].url)), facts, limits)


def _judge(year: int, dated: list[_Dated], facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    after = [item for item in dated if item[0] > date(year, 12, 31)]
    if not after:
        yield _condition("report.early", date(year, 12, 31), dated[-1], limits, "")
        return
    due, source = limits.report_due(year, organ_of(after[0][1], facts))
    if after[0][0] > due:
        # Only the newest report's lateness can still be answered for; older ones are history.
        recent = year >= due_year(facts, limits)[0]
        yield _condition("report.late", due, after[0], limits, source, recent=recent)


def _condition(
    code: str, bound: date, dated: _Dated, limits: RuleSet, source: str, *, recent: bool = True
) -> Condition:
    day, report = dated
    evidence = {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "published_on": day.isoformat(),
        "due": bound.isoformat() if code == "report.late" else None,
        "year_ended": bound.isoformat() if code == "report.early" else None,
        "days": abs((day - bound).days),
        "rule_set": limits.name,
        "source": source,
    }
    since = end_of(bound) if code == "report.late" else end_of(day)
    return Condition(code, report.url, "warning" if recent else "info", since, evidence)
