"""What a column promises: nothing after its year, and by the words its name ends in."""

from dataclasses import replace

import pytest

from parsers.columns import classify_column
from tests.rules.portal_facts import FIRST, HOME, NOW, codes, column, day, entry, facts, found, page, run
from xuncha.rules.column_missing import column_missing
from xuncha.rules.column_stale import column_stale
from xuncha.rules.dates_forged import dates_forged
from xuncha.rules.page_undated import page_undated


@pytest.mark.parametrize(("name", "expected"), [("2019年主题教育动态", 0), ("2026年重点工作动态", 1), ("工作动态", 1)])
def test_a_column_of_a_past_year_is_not_stale(name: str, expected: int) -> None:
    assert len(found(column_stale, facts(columns=(column(entry(day(100)), name=name),)))) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("举报指南", "guide"),
        ("投诉举报", "interaction"),
        ("建议提案办理", "planning"),
        ("领导活动", "news"),
        ("历年公报", "archive"),
        ("往期公告", "archive"),
        ("文件检索", "static"),
        ("政府信息公开指南", "static"),
        ("通知公告", "notice"),
    ],
)
def test_the_end_of_a_name_says_what_a_column_is(name: str, kind: str) -> None:
    assert classify_column(name).kind == kind


def test_backdated_entries_are_told_by_the_look_that_found_them() -> None:
    """Honest entries of later looks do not hide them."""
    old = [entry(day(200 + n), f"旧闻{n}", FIRST) for n in range(3)]
    look, later = NOW.replace(month=3), NOW.replace(month=5)
    forged = [replace(entry(day(150 + 3 * n), f"补录{n}", look), looked_before=look.replace(day=1)) for n in range(6)]
    honest = [replace(entry(day(20 + n), f"新闻{n}", later), looked_before=look) for n in range(12)]
    assert codes(dates_forged, facts(columns=(column(*old, *forged, *honest),))) == ["dates.forged"]


def test_backdated_entries_of_a_list_without_years_are_told_by_their_pages() -> None:
    look = NOW.replace(month=3)
    old = [entry(day(200 + n), f"旧闻{n}", FIRST) for n in range(3)]
    new = [replace(entry(None, f"补录{n}", look, n), looked_before=look.replace(day=1)) for n in range(6)]
    pages = tuple(page(one.url, published_on=day(150 + n)) for n, one in enumerate(new))
    assert codes(dates_forged, facts(pages=pages, columns=(column(*old, *new),))) == ["dates.forged"]


def test_reports_that_the_menu_leads_to_elsewhere_are_not_missing() -> None:
    shown = page(HOME, kind="home", meta={"disclosure_words": ["政府信息公开年报"]})
    given = facts(pages=(shown,), columns=(column(entry(day(1))),), runs=(run(),))
    assert "年度报告" not in [one.subject for one in found(column_missing, given)]


def test_a_guide_owes_no_date() -> None:
    guide = page(title="违法违规举报指南", published_on=None)
    assert not codes(page_undated, facts(pages=(guide,)))
