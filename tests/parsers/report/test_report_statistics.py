"""The statistics table of 2014-2018 and its forerunners: with cells, one cell a line, and flattened."""

import pytest

from parsers.report import read_report

TITLE = "某市2016年政府信息公开工作年度报告\n"
ROWS = [
    ("(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)", "条", "12345"),
    ("其中:主动公开规范性文件数", "条", "56"),
    ("1.政府公报公开政府信息数", "条", "345"),
    ("2.政府网站公开政府信息数", "条", "12000"),
    ("(一)收到申请数", "件", "50"),
    ("1.当面申请数", "件", "20"),
    ("2.网络申请数", "件", "30"),
    ("(二)申请办结数", "件", "48"),
    ("1.按时办结数", "件", "47"),
    ("四、行政复议数量", "件", "3"),
    ("(一)维持具体行政行为数", "件", "2"),
    ("(二)被依法纠错数", "件", "1"),
    ("(三)其他情形数", "件", "-"),
    ("五、行政诉讼数量", "件", "1"),
    ("(三)其他情形数", "件", "1"),
    ("七、依申请公开信息收取的费用", "万元", "0.12"),
    ("(四)政府信息公开专项经费(不包括用于政府公报编辑管理等方面的经费)", "万元", "35.5"),
]
TABLE = "指标名称\t单位\t统计数\n" + "\n".join("\t".join(row) for row in ROWS)
SHAPES = {"cells": TABLE, "lines": TABLE.replace("\t", "\n"), "flat": TABLE.replace("\t", " ").replace("\n", " ")}
EXPECTED = [
    ("proactive.count", {}, 12345),
    ("normative_documents.published", {}, 56),
    ("proactive.count", {"channel": "政府公报"}, 345),
    ("proactive.count", {"channel": "政府网站"}, 12000),
    ("requests.received", {}, 50),
    ("requests.received", {"channel": "当面"}, 20),
    ("requests.received", {"channel": "网络"}, 30),
    ("requests.answered", {}, 48),
    ("requests.answered", {"timeliness": "on_time"}, 47),
    ("reconsideration.total", {}, 3),
    ("reconsideration.upheld", {}, 2),
    ("reconsideration.corrected", {}, 1),
    ("reconsideration.other", {}, 0),
    ("litigation.total", {}, 1),
    ("litigation.other", {}, 1),
    ("fees.charged", {}, 1200),
    ("funds.spent", {}, 355_000),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_table_is_read_in_every_shape(shape: str) -> None:
    report = read_report(TITLE + SHAPES[shape])
    assert [(metric.code, metric.dims, metric.value) for metric in report.metrics] == EXPECTED


def test_a_hyphen_is_a_stated_zero() -> None:
    metric = next(m for m in read_report(TITLE + TABLE).metrics if m.code == "reconsideration.other")
    assert metric.method == "stated-zero"


def test_the_identities_of_the_table_are_checked() -> None:
    checks = {(check.code, check.ok) for check in read_report(TITLE + TABLE).checks}
    assert checks >= {("sum.channels", True), ("review.rows", True), ("rate.possible", True)}


def two_columns(head: str) -> list[tuple[str, float]]:
    rows = "主动公开信息数\t条\t739\t4359\n其中:1、网站公开\t条\t739\t4359\n行政复议数\t件\t0\t0\n行政诉讼数\t件\t1\t2"
    report = read_report(f"某区2012年政府信息公开工作年度报告\n{head}\n{rows}")
    return [(metric.code, metric.value) for metric in report.metrics if not metric.dims]


def test_the_running_total_of_a_second_column_is_cumulative() -> None:
    assert two_columns("指标名称\t计量单位\t2012年度\t历年累计") == [
        ("proactive.count", 739),
        ("proactive.cumulative", 4359),
        ("reconsideration.total", 0),
        ("litigation.total", 1),
    ]


def test_the_running_total_may_stand_first() -> None:
    assert two_columns("序号\t指标名称\t计量单位\t累计数\t12年发生数")[:2] == [
        ("proactive.count", 4359),
        ("proactive.cumulative", 739),
    ]


def test_a_monthly_form_gives_the_year_in_its_second_column() -> None:
    assert two_columns("指标名称\t计量单位\t本期实际\t本年累计")[:2] == [
        ("proactive.count", 4359),
        ("reconsideration.total", 0),
    ]


def test_prose_and_table_are_compared() -> None:
    report = read_report(TITLE + "全市主动公开政府信息12000条。\n" + TABLE)
    check = next(check for check in report.checks if check.code == "narrative.table")
    assert check.ok is False
    assert check.detail == "proactive.count: text 12000; table 12345; difference -345"
