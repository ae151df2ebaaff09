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


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("某县体育局2012年度信息公开工作\n年度报告" + BODY, "某县体育局"),
        ("本报告由某区望江街道办事处编制，是2018年度政府信息公开年度报告。" + BODY, "某区望江街道办事处"),
        ("现公布某市水产局(市渔政支队)2014年政府信息公开工作年度报告。" + BODY, "某市水产局(市渔政支队)"),
        ("特向社会公布2015年度某市粮食局政府信息公开年度报告。" + BODY, "某市粮食局"),
        ("2012年政府信息公开。我局高度重视。2012年，市统计局认真公开。" + BODY, "市统计局"),
        ("2012年，我局公开信息。政府信息公开工作有序。" + BODY + "\n临河县粮食局\n二〇一三年三月一日", "临河县粮食局"),
        ("首页>2015年政府信息公开年度报告\n2015年某县交通运输局政府信息公开工作报告" + BODY, "某县交通运输局"),
    ],
)
def test_the_issuer_is_found_where_the_title_does_not_stand_alone(text: str, issuer: str) -> None:
    assert read_report(text).issuer == issuer


def test_where_the_text_says_our_bureau_the_place_is_not_the_issuer() -> None:
    text = "2016年政府信息公开年度报告\n我局紧紧围绕区政府部署，我局按照县政府要求公开。区政府、区政府、区政府。" + BODY
    assert read_report(text).issuer is None


@pytest.mark.parametrize(
    ("issuer", "words", "region"),
    [
        ("湖里区人民政府", "地址：枋湖南路161号。福建省", "福建省湖里区"),
        ("安岳县市场监督管理局", "", "安岳县"),
        ("省市场监管局", "", None),
        ("南京市城市管理局", "", "南京市"),
        ("盐城市城市管理局", "", "盐城市"),
    ],
)
def test_the_region_is_a_place_and_not_a_street_or_a_market(issuer: str, words: str, region: str | None) -> None:
    assert read_report(f"{issuer}2018年政府信息公开年度报告\n{words}{BODY}").region == region


def test_a_day_without_its_signs_is_one_of_single_digits() -> None:
    report = read_report("某局2010年政府信息公开年度报告\n统计期限自201011日起20101231日止。" + BODY)
    assert any("2010-01-01" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "按照《2022年度政务公开工作要点》，2022年度落实2022年度政务公开工作要点。(2021年依申请公开申请数量为3件)。"
        + BODY,
        "截止2022年12月31日，我局公开信息3条。" + BODY,
    ],
)
def test_the_year_of_a_work_plan_or_of_the_last_day_is_the_reporting_year(text: str) -> None:
    assert read_report("政府信息公开工作年度报告\n" + text).year == 2022


def test_a_notice_named_in_the_text_is_no_title() -> None:
    report = read_report("根据省领导小组办公室关于做好2020年度政府信息公开工作年度报告的要求。2020年公开信息。" + BODY)
    assert (report.title, report.issuer) == (None, None)
