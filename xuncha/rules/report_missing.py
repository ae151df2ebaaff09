"""report.missing: the annual report that is due was not found where reports stand.

Only the most recent due year, and only where the column of reports was read, or a patrol went through the whole portal
and found reports of other years. Otherwise nothing is known, or it is column.missing. A report that is listed but that
we could not read is not missing.
"""

from collections.abc import Iterable, Iterator

from storage.records import Condition, PortalFacts
from xuncha.rules.days import end_of
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import last_complete
from xuncha.rules.reports import due_year, names_report, report_columns


def report_missing(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    columns = report_columns(facts)
    if not columns and not (facts.reports and last_complete(facts)):
        return
    year, due, source = due_year(facts, limits)
    if any(report.year == year for report in facts.reports) or any(names_report(t, year) for t in _titles(facts)):
        return
    evidence = {
        "year": year,
        "due": due.isoformat(),
        "organ": facts.portal.organ,
        "columns_read": [{"url": c.url, "name": c.name, "entries": len(c.entries)} for c in columns],
        "years_found": sorted({report.year for report in facts.reports if report.year}),
        "rule_set": limits.name,
        "source": source,
    }
    yield Condition("report.missing", f"{facts.portal.home_url}#{year}", "warning", end_of(due), evidence)


def _titles(facts: PortalFacts) -> Iterator[str]:
    for column in facts.columns:
        yield from (entry.title for entry in column.entries)
    yield from (page.title for page in facts.pages if page.title)
