"""The statistics table of fixtures/reports/177.html in the shapes that pages and converters leave."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from parsers.documents import html_text
from parsers.report import read_report
from parsers.report.statistics_glued import glued_rows
from parsers.script import simplify
from tests.report_scoring import score

REPORTS = Path(__file__).parents[3] / "fixtures" / "reports"
GOLD = json.loads((REPORTS / "177.expected.json").read_text(encoding="utf-8"))
TEXT = simplify(html_text((REPORTS / "177.html").read_text(encoding="utf-8")))


def piped(text: str) -> str:
    lines = (f"| {' | '.join(line.split(chr(9)))} |" if "\t" in line else line for line in text.split("\n"))
    return "\n".join(lines)


SHAPES: dict[str, Callable[[str], str]] = {
    "tabs": str,
    "one cell a line": lambda text: text.replace("\t", "\n"),
    "blank lines between": lambda text: re.sub(r"[\t\n]+", "\n\n", text),
    "blanks": lambda text: text.replace("\t", " "),
    "one line": lambda text: re.sub(r"\s+", " ", text),
    "Markdown": piped,
    "cells run together": lambda text: text.replace("\t", ""),
    "everything run together": lambda text: re.sub(r"[\t\n]", "", text),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_statistics_table_is_read_in_every_shape(shape: str) -> None:
    result = score(read_report(SHAPES[shape](TEXT), title=GOLD["title"]), GOLD)
    assert [key for key in result.missing if key[0] != "proactive.count" or key[1]] == []
    assert result.wrong == []


def test_a_rows_number_is_no_digit_of_the_cell_before_it() -> None:
    labels = [("1.", "政府公报公开政府信息数", "85"), ("2.", "政府网站公开政府信息数", "2980")]
    labels += [("3.", "政务微博公开政府信息数", "0"), ("4.", "政务微信公开政府信息数", "4125")] * 10
    rows = glued_rows("".join(f"{number}{label}条{value}" for number, label, value in labels))
    assert [row.value for row in rows] == [value for _, _, value in labels]


def test_a_fee_without_its_unit_is_a_warning() -> None:
    rows = [
        "主动公开政府信息数\t12",
        "收到申请数\t3",
        "当面申请数\t1",
        "网络申请数\t2",
        "依申请公开信息收取的费用\t0.5",
    ]
    report = read_report("\n".join(["某县2016年政府信息公开工作年度报告", *rows]))
    assert [metric for metric in report.metrics if metric.code == "fees.charged"] == []
    assert any("unit of the money" in warning for warning in report.warnings)
