from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from storage.records import CheckSeen
from tests.rules.portal_facts import LIMITS, column, day, entry, facts, found, page, report, run
from xuncha.rules.due import due_after
from xuncha.rules.report_dates import report_dates
from xuncha.rules.report_inconsistent import report_inconsistent
from xuncha.rules.report_missing import report_missing

REPORTS = column(entry(date(2024, 1, 20), "2023年政府信息公开工作年度报告"), kind="report")


def moment(year, month, day):
    return datetime(year, month, day, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("as_of", "organ", "year"),
    [
        (moment(2026, 1, 31), "department", 2024),
        (moment(2026, 2, 1), "department", 2025),
        (moment(2026, 2, 1), "government", 2024),
        (moment(2026, 3, 31), "government", 2024),
        (moment(2026, 4, 1), "government", 2025),
        (moment(2026, 12, 31), "department", 2025),
        (moment(2019, 2, 1), "department", 2017),  # the report for 2018 was still due on 31 March
        (moment(2019, 4, 1), "department", 2018),
        (moment(2020, 2, 1), "department", 2019),
    ],
)
def test_only_the_most_recent_due_year_is_missing(as_of, organ, year):
    old = replace(REPORTS, entries=(entry(date(2012, 1, 20), "2011年年度报告"),))
    (condition,) = found(report_missing, facts(as_of, organ, columns=(old,)))
    assert condition.evidence["year"] == year
    assert condition.since <= as_of


def test_due_day_ends_at_midnight_in_china():
    old = replace(REPORTS, entries=())
    last_second = datetime(2026, 1, 31, 15, 59, 59, tzinfo=UTC)
    assert found(report_missing, facts(last_second, columns=(old,)))[0].evidence["year"] == 2024
    after = datetime(2026, 1, 31, 16, tzinfo=UTC)
    assert found(report_missing, facts(after, columns=(old,)))[0].since == after


@pytest.mark.parametrize(
    "over",
    [
        {"reports": (report(2025, day(100)),)},
        {"columns": (replace(REPORTS, entries=(entry(None, "某局2025年政府信息公开工作年度报告"),)),)},
        {"pages": (page(title="某局2025年度政府信息公开年报"),)},
        {"columns": (replace(REPORTS, last_visit_at=None),)},
        {"columns": (replace(REPORTS, entries=(), script_filled=True),)},
        {"columns": ()},
        {"columns": (), "reports": (report(2023, day(800)),), "runs": (run(reason="time_limit"),)},
    ],
)
def test_report_is_not_missing_where_it_may_be_there(over):
    assert not found(report_missing, facts(**{"columns": (REPORTS,), **over}))


def test_form_about_the_website_is_no_annual_report():
    form = replace(REPORTS, entries=(entry(None, "2025年政府网站工作年度报表"),))
    assert found(report_missing, facts(columns=(form,)))


def test_whole_patrol_with_older_reports_shows_that_one_is_missing():
    assert found(report_missing, facts(reports=(report(2023, day(800)),)))


def dates(*reports, **over):
    return [(c.code, c.evidence["year"], c.severity) for c in found(report_dates, facts(reports=reports, **over))]


def test_report_after_its_due_day_is_late():
    assert dates(report(2025, date(2026, 1, 31))) == []
    assert dates(report(2025, date(2026, 2, 1))) == [("report.late", 2025, "warning")]
    assert dates(report(2015, date(2016, 4, 17))) == [("report.late", 2015, "info")]
    assert dates(report(2025, date(2026, 2, 1)), organ="government") == []
    assert dates(report(2025, date(2026, 2, 1), issuer="某镇人民政府")) == []


def test_version_in_time_saves_the_year():
    assert dates(report(2025, date(2026, 1, 20)), report(2025, date(2026, 5, 1))) == []


def test_report_before_its_year_ended_is_early_unless_published_again():
    early = report(2018, date(2018, 12, 24))
    assert dates(early) == [("report.early", 2018, "warning")]
    assert dates(early, report(2018, date(2019, 3, 7))) == []


def test_day_of_a_migration_proves_nothing():
    assert dates(*(report(year, date(2024, 6, 1)) for year in (2019, 2020, 2021))) == []


def test_version_of_unknown_date_may_have_been_in_time():
    assert dates(report(2025, date(2026, 5, 1)), report(2025, None)) == []


def failing(code="requests.balance", detail=""):
    return CheckSeen(code, False, 283.0, 278.0, detail)


def test_contradiction_shows_both_numbers():
    fine = CheckSeen("review.rows", True, 1.0, 1.0, "")
    unknown = CheckSeen("sum.channels", None, None, 1.0, "")
    given = report(2020, None, checks=(fine, failing(detail="257 + 21 ≠ 278 + 5"), failing(), unknown))
    (condition,) = found(report_inconsistent, facts(reports=(given, report(2021, None, checks=(fine,)))))
    assert [c["words"] for c in condition.evidence["checks"]] == ["257 + 21 ≠ 278 + 5", "278 ≠ 283"]
    assert condition.severity == "warning"


def test_break_between_years_is_a_hint():
    given = report(2020, None, checks=(failing("year.continuity"),))
    assert found(report_inconsistent, facts(reports=(given,)))[0].severity == "info"


def test_due_day_of_the_next_report_wakes_the_judge():
    given = facts(moment(2026, 6, 15), columns=(REPORTS,))
    assert due_after(given, LIMITS)[1] == datetime(2027, 1, 31, 16, tzinfo=UTC)
