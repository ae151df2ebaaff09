"""The workbook for people: dates are dates, no text is a formula, and what a sheet cannot hold says so."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from storage.export import export_database
from storage.exports import xlsx_file
from storage.exports.xlsx_file import MAX_CELL, fitting
from storage.store import Store
from tests.storage.samples import NOW, fill


@pytest.fixture
def book(store: Store, tmp_path: Path) -> CalamineWorkbook:
    fill(store)
    export_database(store, tmp_path / "out", "xlsx", now=NOW)
    return CalamineWorkbook.from_path(str(tmp_path / "out" / "xuncha.xlsx"))


def rows(book: CalamineWorkbook, sheet: str) -> list[dict[str, Any]]:
    head, *lines = book.get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_a_sheet_a_table_with_dates_numbers_and_truths(book: CalamineWorkbook, store: Store) -> None:
    assert {name: len(rows(book, name)) for name in store.counts()} == store.counts()
    entry = rows(book, "entry")[0]
    assert (entry["title"], entry["dated"], entry["id"]) == ("=1+1", date(2026, 6, 1), 1.0)
    assert rows(book, "probe")[0]["opened"] is False
    moment = rows(book, "probe")[0]["at"]
    assert isinstance(moment, datetime) and abs(moment - NOW.replace(tzinfo=None)) < timedelta(milliseconds=1)


def test_a_text_that_no_cell_holds_is_cut_and_says_so(book: CalamineWorkbook) -> None:
    long = max((str(entry["title"]) for entry in rows(book, "entry")), key=len)
    assert long.endswith("…[cut: 17,000 characters in all]") and long.startswith("𠮷")
    assert "is cut, and its end says so" in str(book.get_sheet_by_name("about").to_python())


def test_a_table_that_no_sheet_holds_goes_on_in_the_next(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        store.add_portal(f"http://p{number}.example/", name=f"p{number}", now=NOW)
    monkeypatch.setattr(xlsx_file, "MAX_ROWS", 3)
    export_database(store, tmp_path / "out", "xlsx", now=NOW)
    book = CalamineWorkbook.from_path(str(tmp_path / "out" / "xuncha.xlsx"))
    sheets = [[row["name"] for row in rows(book, name)] for name in ("portal", "portal 2", "portal 3")]
    assert sheets == [["p0", "p1"], ["p2", "p3"], ["p4"]]


@given(st.text(min_size=1), st.integers(1, 40_000))
@example("𠮷", 40_000)
def test_every_text_fits_its_cell(text: str, times: int) -> None:
    whole = (text * times).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    cell = fitting(text * times)
    assert len(cell.encode("utf-16-le")) // 2 <= MAX_CELL
    assert cell == whole or whole.startswith(cell.removesuffix(f"…[cut: {len(whole):,} characters in all]"))
