"""What the rules about annual reports share: due dates, and which papers are such a report at all."""

import re
from collections import Counter
from datetime import date

from storage.records import ColumnFact, PortalFacts, ReportFact
from xuncha.rules.days import china_day
from xuncha.rules.limits import RuleSet

# The forms of 国办函〔2018〕12号 lie in the same column and are no disclosure report.
_OTHER_FORM = re.compile(r"政府网站.{0,6}(?:工作|监管).{0,2}年度报表|网站年度(?:工作)?报表")
_REPORT = re.compile(r"报告|年报")


def organ_of(report: ReportFact, facts: PortalFacts) -> str:
    """Whose due date holds: a government's wherever it may be one, because it is the later."""
    return "government" if "人民政府" in (report.issuer or "") else facts.portal.organ


def due_year(facts: PortalFacts, limits: RuleSet) -> tuple[int, date, str]:
    """The most recent reporting year whose report is due at as_of, the due day, and the law."""
    today = china_day(facts.as_of)
    year = today.year - 1
    if limits.report_due(year, facts.portal.organ)[0] >= today:
        year -= 1
    return (year, *limits.report_due(year, facts.portal.organ))


def report_columns(facts: PortalFacts) -> list[ColumnFact]:
    """Columns of annual reports that were really read."""
    return [
        column
        for column in facts.columns
        if column.kind == "report" and column.last_visit_at and not (column.script_filled and not column.entries)
    ]


def names_report(title: str, year: int) -> bool:
    """
    >>> names_report("某局2024年政府信息公开工作年度报告", 2024), names_report("2024年政府网站工作年度报表", 2024)
    (True, False)
    """
    return str(year) in title and bool(_REPORT.search(title)) and not _OTHER_FORM.search(title)


def migration_days(facts: PortalFacts, limits: RuleSet) -> set[date]:
    """Days on which reports of many years seem to be published: they were moved that day; it proves nothing."""
    years = {(report.published_on, report.year) for report in facts.reports if report.published_on}
    counted = Counter(day for day, _ in years if day)
    return {day for day, many in counted.items() if many >= limits.value("reports.migration_years")}
