"""The page on which a person checks a report's figures against its words."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from parsers.report import Report, read_report
from parsers.report.door import read_report_bytes
from tests.support import Xuncha
from xuncha.report_page import render

REPORTS = Path(__file__).parents[2] / "fixtures" / "reports"
HEAD = "某县2016年政府信息公开工作年度报告\n"


def page_of(report: Report) -> BeautifulSoup:
    return BeautifulSoup(render(report), "lxml")


@pytest.mark.parametrize("name", ["101.txt", "203.html", "206.txt"])
def test_every_figure_links_to_its_place_and_back(name: str) -> None:
    report = read_report_bytes((REPORTS / name).read_bytes())
    page = page_of(report)
    figures = page.select(".figures a")
    assert len(figures) == len(report.metrics)
    for figure in figures:
        place = page.find(id=figure["href"].removeprefix("#"))
        assert place is not None and place.find_parent(class_="text")


def test_a_figures_place_shows_its_number() -> None:
    page = page_of(read_report(HEAD + "全县主动公开政府信息1,234条。"))
    figure = page.select_one(".figures a")
    assert figure is not None
    assert figure.text == "1,234"
    assert page.find(id=str(figure["href"]).removeprefix("#")).text == "全县主动公开政府信息1,234条"


def test_the_whole_text_is_on_the_page() -> None:
    report = read_report_bytes((REPORTS / "203.html").read_bytes())
    shown = "".join(page_of(report).select_one(".text").find_all(string=True))
    squeezed = re.sub(r"\s", "", report.text)
    assert squeezed in re.sub(r"\s", "", shown)


def test_what_the_report_says_is_never_markup() -> None:
    text = (
        HEAD.replace("某县", "某县<b>") + "<script>alert(1)</script>全县主动公开政府信息12条。\n<img src=x>\t<i>3</i>"
    )
    page = page_of(read_report(text, title="<u>某县</u>2016年政府信息公开工作年度报告"))
    assert not page.find_all(["script", "img", "i", "u", "b"], class_=False, src=True)
    assert page.find("script") is None and page.find("img") is None
    assert "<script>alert(1)</script>" in page.text


def test_broken_identities_stand_first_with_both_sides() -> None:
    report = read_report_bytes((REPORTS / "206.txt").read_bytes())
    first = page_of(report).select_one(".checks details")
    assert first is not None
    assert first.summary.text.startswith("✗")
    assert "new 22 + carried_in 1 = 23; closed 19 + carried_out 2 = 21" in first.text


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = page_of(read_report_bytes((REPORTS / "203.html").read_bytes()))
    assert page.find(["script", "link", "img", "iframe"]) is None
    assert all(str(link["href"]).startswith("#") for link in page.find_all("a"))


def test_extract_writes_the_page(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    Xuncha(tmp_path / "data").done("extract", str(REPORTS / "101.txt"), "--html", str(out))
    assert "永丰县人民政府2009年政府信息公开工作年度报告" in out.read_text(encoding="utf-8")


def test_one_page_holds_one_report(tmp_path: Path) -> None:
    both = [str(REPORTS / "101.txt"), str(REPORTS / "102.txt")]
    mistake = Xuncha(tmp_path / "data").mistake("extract", *both, "--html", str(tmp_path / "page.html"))
    assert "--html" in mistake
