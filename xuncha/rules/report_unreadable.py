"""report.unreadable: an annual report whose tables or text are there as pictures only, so that nobody can read them by program.

From 2019 the form demands the tables. A report that is readable at another address (page and attachment) is readable.
"""

from collections.abc import Iterable, Iterator

from storage.records import Condition, PageFact, PortalFacts, ReportFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_script_filled, is_shown
from xuncha.rules.reports import names_report

_NOT_READABLE = "table not readable"  # as parsers.report.tables warns
_REQUESTS = ("requests.new", "requests.closed")


def report_unreadable(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    last = {report.url: report for report in sorted(facts.reports, key=lambda one: one.first_seen_at)}
    for report in last.values():
        tables = [warning.partition(":")[0] for warning in report.warnings if warning.endswith(_NOT_READABLE)]
        if tables and not _has_requests(report) and not _readable_elsewhere(report, facts):
            yield _condition(report.url, report.title, report.year, tables, report, limits)
    yield from _pages_without_text(facts, limits, set(last))


def _has_requests(report: ReportFact) -> bool:
    return any(name.startswith(_REQUESTS) for name in report.figures)


def _readable_elsewhere(report: ReportFact, facts: PortalFacts) -> bool:
    return any(
        other.year == report.year
        and _has_requests(other)
        and (not report.issuer or other.issuer in (None, report.issuer))
        for other in facts.reports
    )


def _pages_without_text(facts: PortalFacts, limits: RuleSet, read: set[str]) -> Iterator[Condition]:
    """Pages that are titled as a report and say nothing that could be read, although they are not blank."""
    years = {report.year for report in facts.reports}
    for page in facts.pages:
        if page.url in read or page.kind != "report" or not is_shown(page) or is_script_filled(page):
            continue
        year = _year(page)
        short = page.text_length < limits.value("reports.unreadable_text")
        if year and year not in years and short and not page.meta.get("blank"):
            yield _condition(page.url, page.title, year, [], page, limits)


def _year(page: PageFact) -> int | None:
    return next((year for year in range(2008, 2100) if names_report(page.title or "", year)), None)


def _condition(
    url: str, title: str | None, year: int | None, tables: list[str], seen: ReportFact | PageFact, limits: RuleSet
) -> Condition:
    evidence = {"title": title, "year": year, "tables": tables, "rule_set": limits.name}
    return Condition("report.unreadable", url, "warning" if tables else "info", seen.first_seen_at, evidence)
