from dataclasses import replace

import pytest

from tests.rules.portal_facts import FIRST, HOME, NOW, codes, column, day, entry, facts, found, page, report, run, visit
from xuncha.rules.column_empty import column_empty
from xuncha.rules.column_missing import column_missing
from xuncha.rules.columns_many import columns_many


def test_empty_column_says_what_was_there_before():
    (condition,) = found(column_empty, facts(columns=(column(entry(day(5)), entry(day(9)), entries_found=0),)))
    assert (condition.severity, condition.evidence["entries_before"]) == ("warning", 2)
    assert condition.evidence["newest_before"] == day(5).isoformat()


@pytest.mark.parametrize(
    ("before", "severities"), [((), []), ((entry(day(5)), entry(day(9))), ["info"])], ids=["never", "before"]
)
def test_a_form_or_a_gallery_is_no_blank_column(before, severities):
    """We read no entry, but the page is not blank: a hint at most, where there were entries once."""
    seen = column(*before, entries_found=0)
    given = facts(columns=(seen,), pages=(page(seen.url, kind="column", meta={"blank_list": False}),))
    assert [condition.severity for condition in found(column_empty, given)] == severities


def test_a_page_that_is_gone_is_no_blank_column():
    gone = page(f"{HOME}c1/", visit(reason="soft_404:words"), kind="column", meta={"blank_list": True})
    given = column(entries_found=0)
    assert not codes(column_empty, facts(columns=(given,), pages=(gone,)))
    assert codes(column_empty, facts(columns=(given,), pages=(replace(gone, visits=(visit(),)),))) == ["column.empty"]


def test_what_lists_nothing_by_its_nature_is_no_empty_column():
    assert not found(column_empty, facts(columns=(column(kind="static"),)))


def test_column_that_was_always_empty_is_empty_since_we_know_it():
    (condition,) = found(column_empty, facts(columns=(column(),)))
    assert condition.since == FIRST


@pytest.mark.parametrize(
    "over", [{"script_filled": True}, {"last_visit_at": None}, {"entries_found": None}, {"entries_found": 3}]
)
def test_column_that_is_not_known_to_be_empty_is_not(over):
    assert not found(column_empty, facts(columns=(column(**{"entries_found": 0, **over}),)))


def test_unsure_column_is_a_hint():
    assert found(column_empty, facts(columns=(column(confidence=0.4),)))[0].severity == "info"


def test_report_column_missing_after_a_whole_patrol():
    (condition,) = found(column_missing, facts(columns=(column(entry(day(1))),)))
    assert condition.code == "column.missing"


@pytest.mark.parametrize(
    "over",
    [
        {"runs": (run(reason="page_budget"),)},
        {"runs": (run(status="failed"),)},
        {"runs": ()},
        {"columns": (column(kind="report"),)},
        {"columns": ()},
        {"reports": (report(2024, day(500)),)},
        {"pages": (page(kind="report"),)},
    ],
)
def test_report_column_is_not_missing(over):
    given = facts(**{"columns": (column(entry(day(1))),), **over})
    assert "年度报告" not in [condition.subject for condition in found(column_missing, given)]


def many(number, age, **over):
    return tuple(column(entry(day(age)), n=n, **over) for n in range(1, number + 1))


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (many(4, 30), []),
        (many(5, 30), ["columns.stale_many"]),
        (many(5, 200, kind="notice"), ["columns.stale_many"]),
        (many(5, 200, kind="notice", depth=2), []),
        (many(5, 30, depth=2), ["columns.stale_many"]),
        (many(10, 30), ["columns.stale_many", "columns.overdue_many"]),
        (many(12, 900, kind="other"), []),  # the limit of one year is not verified
        (many(5, 30, confidence=0.4), []),
        (tuple(column(n=n) for n in range(1, 6)), ["columns.empty_many"]),
        (tuple(column(n=n, confidence=0.4) for n in range(1, 6)), []),
    ],
)
def test_vetoes_count_only_what_is_sure(columns, expected):
    assert codes(columns_many, facts(columns=columns)) == expected


def test_veto_holds_since_the_fifth_column_fell_silent():
    columns = tuple(column(entry(day(30 + n)), n=n) for n in range(1, 7))
    (condition,) = found(columns_many, facts(columns=columns))
    assert condition.subject == HOME and condition.severity == "critical"
    assert (NOW - condition.since).days == 31 + 1 - 15


def test_limit_of_first_level_columns_is_of_2019_only():
    given = facts(columns=many(5, 200, kind="notice", depth=2))
    assert [c.code for c in found(columns_many, given, "pucha-2015")] == ["columns.stale_many"]
