"""What must hold for every text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.report import NotAReport, Report, read_report

WORDS = st.sampled_from(  # blanks between them
    [
        "主动公开政府信息",
        "依申请公开",
        "收到申请",
        "12件",
        "3条",
        "其中",
        "市直部门",
        "占6.2%",
        "同比增长",
        "2016年",
        "2015年",
        "行政复议",
        "未发生",
        "无",
        "一、",
        "(一)",
        "咨询",
        "1.5万余",
        "人次",
        "\n",
        "\t",
        "。",
        ",",
        ";",
        "(",
        ")",
        "、",
        "热线",
        "办结率100%",
        "规范性文件",
        "两次",
        "8期",
        "公报",
        "培训",
        "专职人员",
        "4名",
        "收费",
        "元",
        "0",
        "-",
        "累计",
        "网站",
        "微博",
        "发布信息",
        "20161231日",
        "1-12期",
    ]
)
PIECES = st.lists(WORDS | st.text(max_size=6), max_size=60).map("".join)


def read_or_refuse(text: str) -> Report | None:
    try:
        return read_report(text)
    except NotAReport:
        return None


@given(PIECES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused_and_evidence_stands_in_it(pieces: str) -> None:
    text = "某市2016年政府信息公开年度报告\n" + pieces
    report = read_or_refuse(text)
    if report is not None:
        assert report.text == text
        assert all(text[m.evidence.start : m.evidence.end] == m.evidence.text for m in report.metrics)


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_wild_text_raises_nothing_but_the_refusal(text: str) -> None:
    read_or_refuse(text)


LONG = [
    "主动公开政府信息12条，",
    "未",
    "其中、",
    "1、",
    "条 ",
    "(",
    " ",
    "\n",
    "1",
    "收到依申请公开",
    "2016年",
    "(一)",
    "网站",
    "|\n——",
    "1条一百二十",
    "区教育局、区卫生局各1条",
    "甲、乙分别公开1条、2条",
]


@pytest.mark.parametrize("year", [2016, 2021])
@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_the_length_only(piece: str, year: int) -> None:
    text = f"某市{year}年政府信息公开年度报告\n一、主动公开政府信息情况\n" + piece * (60_000 // len(piece))
    started = time.process_time()
    read_or_refuse(text)
    assert time.process_time() - started < 3  # a second at most on a slow core; quadratic work takes minutes
