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
    assert read_report("某市茶叶发展局\n2025年政府信息公开工作年度报告" + BODY).issuer == "某市茶叶发展局"


def test_a_mirrors_address_in_front_of_the_name_is_no_part_of_it() -> None:
    assert read_report("mirror.example沙河镇\n2008年政府信息公开工作年度报告" + BODY).issuer == "沙河镇"


def test_a_ministry_that_answers_for_its_report_issues_it() -> None:
    text = "本报告的统计期限为2013年1月1日至2013年12月31日。如有疑问，请与林草部政务公开领导小组办公室联系（电话略）。"
    assert read_report("政府信息公开工作年度报告\n" + text + BODY).issuer == "林草部"


def test_a_town_whose_name_ends_in_market_is_no_city() -> None:
    report = read_report("花市镇2019年政府信息公开工作年度报告" + BODY)
    assert (report.issuer, report.region) == ("花市镇", None)


def test_the_districts_committee_is_no_place() -> None:
    text = "2021年，开发区管委会紧紧围绕区委区政府中心工作，按照区委区政府部署，全区公开信息。"
    assert read_report("2021年政府信息公开工作年度报告\n" + text + BODY).issuer is None


def test_an_organ_named_short_and_long_issues_the_report() -> None:
    text = "2021年，某州某市交通运输局严格按照条例，贯彻落实市委部署。市交通运输局依托某市政府门户网站，公开信息。"
    assert read_report("2021年政府信息公开工作年度报告\n" + text + BODY).issuer == "某州某市交通运输局"


def test_a_field_between_the_year_and_disclosure() -> None:
    assert read_report("某县水文局2009年度政府水文信息公开工作报告" + BODY).issuer == "某县水文局"


@pytest.mark.parametrize(
    "text",
    [
        "来源：某某晚报\n2011年主动公开政府信息5条。",
        "2012年，全省绝大部分县市工商局均以省局网站为依托，公开信息。县市工商局认真公开。",
        "2022年，重新成立以乡党委书记为组长的政务公开领导小组。",
        "2014年度本中心信息公开工作报告",
    ],
)
def test_no_name_is_better_than_words_that_are_none(text: str) -> None:
    assert read_report("政府信息公开工作年度报告\n" + text + BODY).issuer is None


def test_a_year_compared_with_is_not_the_reporting_year() -> None:
    text = (
        "政府信息公开。2013年，公开1条，与2012年相比增长1%，与2012年相比增长2%。2014年，我市将继续努力。2013年底完成。"
    )
    assert read_report(text).year == 2013


def test_the_period_may_end_early() -> None:
    report = read_report("某局2016年政府信息公开年度报告\n统计期限为2016年1月1日至2016年11月20日。" + BODY)
    assert report.period == Period(date(2016, 1, 1), date(2016, 11, 20))


def test_a_period_in_dashes_names_the_year() -> None:
    text = "政府信息公开年度报告。\n统计期限自2015-1-1起至2015-12-31止。"
    assert read_report(text + BODY).year == 2015


def test_without_any_year_the_publication_tells() -> None:
    assert read_report("政府信息公开年度报告。" + BODY, published=date(2015, 3, 1)).year == 2014


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("某局政府网站工作年度报表(2019年度)\n网站名称\n首页网址", "政府网站工作年度报表"),
        ("某县人民政府工作报告\n2019年，全县生产总值100亿元。", "does not speak of"),
        ("关于编好2020年政府信息公开年度报告的通知\n各科室：请按时报送。", "通知"),
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
        ("现公布某市林果局(市种苗站)2014年政府信息公开工作年度报告。" + BODY, "某市林果局(市种苗站)"),
        ("特向社会公布2015年度某市粮食局政府信息公开年度报告。" + BODY, "某市粮食局"),
        ("2012年政府信息公开。我局高度重视。2012年，市统计局认真公开。" + BODY, "市统计局"),
        ("2012年，我局公开信息。政府信息公开工作有序。" + BODY + "\n临河县粮食局\n二〇一三年三月一日", "临河县粮食局"),
        ("本报告由枫林镇人民政府党政办公室编制，公开2018年政府信息公开工作。" + BODY, "枫林镇人民政府"),
        (
            "2023年政府信息公开工作，成立区水务局领导小组。我局。如有疑问，请联系：白鹭区水务与渔业局党政办，地址：某路1号。"
            + BODY,
            "白鹭区水务与渔业局",
        ),
        (
            "政府信息公开。如有疑问，请与白鹭区政府信息公开办公室联系（地址）。2012年白鹭区，2012年公开。" + BODY,
            "白鹭区",
        ),
        ("2023年政府信息公开，我局。市自然资源和规划局认真公开，局信息中心负责局网站。" + BODY, "市自然资源和规划局"),
        ("2010年区文委共主动公开政府信息50条。政府信息公开工作。", "区文委"),
        ("2023年,市体育局共受理信息公开申请3件。政府信息公开工作。", "市体育局"),
        ("按照要求,2012年省地震局政府信息公开工作在拓宽内容方面有了起色。主动公开政府信息3条。", "省地震局"),
        (
            "2010年政府信息公开，我局完善了《白鹭市园林局政府信息公开保密审查制度》、《白鹭市园林局政府信息公开指南》。"
            + BODY,
            "白鹭市园林局",
        ),
        ("来 源： | 白鹭市统计局 | 发布机构： | 白鹭市统计局 |\n2011年政府信息公开。我局。" + BODY, "白鹭市统计局"),
        (
            "特向社会公布2015年度本厅信息公开年度报告。请与某省水利厅信息公开领导小组办公室联系。" + BODY,
            "某省水利厅",
        ),
        (
            "政府信息公开。如有疑问，请与白鹭市园林绿化局办公室联系（地址）。我局公开。2021年。" + BODY,
            "白鹭市园林绿化局",
        ),
        (
            "来源：枫林区民宗委\n本报告是由枫林县民族宗教委员会编制的2008年度信息公开年度报告。" + BODY,
            "枫林县民族宗教委员会",
        ),
        (
            "按照有关规定和要求,编写沙河县2017年度政府信息公开工作年度报告。请与沙河县电子政务办公室联系（地址）。我县。"
            + BODY,
            "沙河县",
        ),
        (
            "2023年政府信息公开。请与枫林市林业局办公室联系（地址：某路1号）。市林业局公开，我局。" + BODY,
            "枫林市林业局",
        ),
        (
            "2009年政府信息公开。我街。通江街道办事处是枫林区政府的派出机构。\n(一)2009年通江街道主动公开。" + BODY,
            "通江街道",
        ),
        ("现将我乡2023年政府信息公开。我乡有序、稳步的推动乡政府信息公开工作。政府信息公开。" + BODY, None),
        ("现向社会公布2018年度枫林县民政局信息公开年度报告。政府信息公开。" + BODY, "枫林县民政局"),
        ("首页>2015年政府信息公开年度报告\n2015年某县交通运输局政府信息公开工作报告" + BODY, "某县交通运输局"),
    ],
)
def test_the_issuer_is_found_where_the_title_does_not_stand_alone(text: str, issuer: str | None) -> None:
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
        "截至2022年11月，我局信息公开工作正常。" + BODY,
    ],
)
def test_the_year_of_a_work_plan_or_of_the_last_day_is_the_reporting_year(text: str) -> None:
    assert read_report("政府信息公开工作年度报告\n" + text).year == 2022


def test_a_year_left_over_from_the_year_before_is_a_slip_where_period_and_text_say_another() -> None:
    text = (
        "特向社会公布2013年度枫林镇政府信息公开年度报告，统计期限自2014年1月1日起至2014年12月31日止。"
        "2014年，镇党委高度重视。2014年公开信息。"
    )
    assert read_report(text + BODY).year == 2014


def test_the_year_of_a_title_on_its_own_line_counts_whatever_the_period_says() -> None:
    text = "枫林镇2013年政府信息公开年度报告\n统计期限自2014年1月1日起至2014年12月31日止。2014年，2014年。"
    assert read_report(text + BODY).year == 2013


def test_a_notice_named_in_the_text_is_no_title() -> None:
    report = read_report("根据省公开办关于做好2020年度信息公开工作年度报告的要求。2020年公开信息。" + BODY)
    assert (report.title, report.issuer) == (None, None)


def test_what_was_compiled_is_no_part_of_the_title() -> None:
    report = read_report("结合园区公开实际特编制了2024年政府信息公开工作年度报告。2024年公开信息。" + BODY)
    assert (report.title, report.issuer) == (None, None)


WRAPPED = """本年报是根据《中华人民共和国政府信息公开条例》规
定，由白鹭市地震局、国家地震局白鹭监测站编制的
2012 年度政府信息公开工作年度报告。
下文先说一年来公开了多少信息，再说收到和答复了
多少申请，热线和窗口各接待了多少人，末尾写不足之
处、来年的打算和附带说明的事项。
一、概述
按照局站的分工，2012 年，全系统配备了 3 名政府
信息公开全职人员和 48 名兼职人员，平日热线
有人接听，来信有人拆阅，申请有人办理，答复也没有拖
延，全年主动公开
政府信息 157 条。
"""


def test_lines_wrapped_at_a_width_are_read_as_sentences() -> None:
    report = read_report(WRAPPED)
    assert report.issuer == "白鹭市地震局、国家地震局白鹭监测站"
    assert [metric.code for metric in report.metrics][:2] == ["staff.full_time", "staff.part_time"]
    assert all(report.text[m.evidence.start : m.evidence.end] == m.evidence.text for m in report.metrics)


def test_a_list_of_lines_is_not_joined() -> None:
    rows = "".join(f"枫林镇二〇一二年度主动公开政府信息明细表第{n}行共计\n3条\n" for n in range(12))
    assert read_report("某局2012年政府信息公开年度报告\n" + rows).year == 2012


def test_a_centre_of_comprehensive_services_wrote_its_report() -> None:
    text = "本报告由某市某区综合行政事务中心编制的2012年度信息公开年度报告。"
    assert read_report("政府信息公开工作年度报告\n" + text + BODY).issuer == "某市某区综合行政事务中心"


def test_a_menus_line_is_no_title() -> None:
    assert read_report("- 政策解读\n- 经济发展\n2010年，全省受理政府信息公开申请9389件。" + BODY).year == 2010


def test_a_committee_named_once_is_no_place() -> None:
    text = "2024年，坚持县委县政府领导，严格落实政府信息公开要求，我县公开信息。"
    assert read_report("2024年政府信息公开工作年度报告\n" + text + BODY).issuer is None
