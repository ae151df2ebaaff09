"""Title, issuer, year, period, and texts that only look like a report."""

from datetime import date

import pytest

from parsers.report import NotAReport, Period, read_report

BODY = "\n一、主动公开情况。主动公开政府信息5条。"


@pytest.mark.parametrize(
    ("title", "issuer", "year"),
    [
        ("某县教育局2017年政府信息公开工作年度报告", "某县教育局", 2017),
        ("2016年度某示范区政府信息公开工作年度报告", "某示范区", 2016),
        ("某市二○一二年政府信息公开年度报告", "某市", 2012),
        ("某县人民政府办公室关于2014年度政府信息公开工作情况的报告", "某县人民政府办公室", 2014),
    ],
)
def test_the_title_names_issuer_and_year(title: str, issuer: str, year: int) -> None:
    report = read_report(title + BODY)
    assert (report.issuer, report.year) == (issuer, year)


def test_the_page_title_helps_where_the_text_has_none() -> None:
    report = read_report("一、概述。做好信息公开。", title="某局2018年政府信息公开年度报告")
    assert (report.issuer, report.year, report.era) == ("某局", 2018, "statistics")


def test_the_issuer_may_stand_on_the_line_above() -> None:
    assert read_report("某市林业和草原局\n2025年政府信息公开工作年度报告" + BODY).issuer == "某市林业和草原局"


def test_a_year_compared_with_is_not_the_reporting_year() -> None:
    text = (
        "政府信息公开。2013年，公开1条，与2012年相比增长1%，与2012年相比增长2%。2014年，我市将继续努力。2013年底完成。"
    )
    assert read_report(text).year == 2013


def test_the_period_may_end_early() -> None:
    report = read_report("某局2016年政府信息公开年度报告\n统计期限为2016年1月1日至2016年11月20日。" + BODY)
    assert report.period == Period(date(2016, 1, 1), date(2016, 11, 20))


def test_without_any_year_the_publication_tells() -> None:
    assert read_report("政府信息公开年度报告。" + BODY, published=date(2015, 3, 1)).year == 2014


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("某局政府网站工作年度报表(2019年度)\n网站名称\n首页网址", "政府网站工作年度报表"),
        ("某县人民政府工作报告\n2019年，全县生产总值100亿元。", "does not speak of"),
        ("关于做好2020年政府信息公开年度报告编制工作的通知\n各科室：请按时报送。", "通知"),
        ("中华人民共和国政府信息公开工作年度报告格式\n本年制发件数 本年废止件数", "blank form"),
        ("政府信息公开，人人有责。", "no reporting year"),
    ],
)
def test_what_only_looks_like_a_report_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(NotAReport, match=reason):
        read_report(text)
