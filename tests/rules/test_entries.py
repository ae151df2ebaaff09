"""title.truncated, entry.outdated, entry.off_region."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.rules.portal_facts import (
    HOME,
    codes,
    column,
    day,
    entry,
    facts,
    found,
    home,
    page,
    visit,
)
from xuncha.rules.entry_off_region import entry_off_region
from xuncha.rules.entry_outdated import entry_outdated
from xuncha.rules.title_truncated import title_truncated


@pytest.mark.parametrize(
    "title",
    [
        "我县（区、市）……",
        "关于做好2026年春季…",
        "某县召开第三次常务会议...",
        "转发省政府办公厅关于（……）",
        "县长：“要……",
    ],
)
def test_title_that_breaks_off(title):
    assert codes(title_truncated, facts(pages=(page(title=title),))) == ["title.truncated"]


@pytest.mark.parametrize(
    "over",
    [
        {"title": "关于放假的通知"},
        {"title": "“这条路，总算修好了……”"},
        {"title": '小区居民："有了电梯，上楼再不发愁..."'},
        {"title": "注意！明天起，这些路段……"},
        {"title": "这些待遇，你领了吗？……"},
        {"title": "他放弃高薪来到这里，唯一的要求竟是……"},
        {"title": None},
        {"title": "某县召开……会议"},
        {"title": "网站首页……", "kind": "column"},
    ],
)
def test_title_that_does_not_break_off(over):
    assert not codes(title_truncated, facts(pages=(page(**over),)))


@pytest.mark.parametrize(("listed", "expected"), [("我县召开……", 1), ("我县召开第三次会议", 0)])
def test_title_that_the_list_has_in_full_is_whole(listed, expected):
    short = page(title="我县召开……")
    given = facts(pages=(short,), columns=(column(replace(entry(day(3), listed), url=short.url)),))
    assert len(found(title_truncated, given)) == expected


# ── outdated ─────────────────────────────────────────────────────────────────


def report_of(told_ago, text="县政府召开安全生产工作会议。", column_over=None, **over):
    published = day(3)
    told = published - timedelta(days=told_ago)
    meta = {"told_on": told.isoformat(), "told_text": f"{told.year}年{told.month}月{told.day}日，{text}"}
    shown = page(HOME + "a/told.html", **{"meta": meta, "published_on": published, "title": "县政府召开会议", **over})
    listed = replace(entry(published, "县政府召开会议"), url=shown.url)
    return facts(pages=(shown,), columns=(column(listed, **(column_over or {})),))


@pytest.mark.parametrize(("told_ago", "expected"), [(0, 0), (364, 0), (365, 1), (800, 1), (4000, 0), (-400, 0)])
def test_news_of_a_year_ago(told_ago, expected):
    assert len(found(entry_outdated, report_of(told_ago))) == expected


@pytest.mark.parametrize(
    "over",
    [
        {"title": "十年回顾：县城的变化"},
        {"title": "某某先进事迹"},
        {"title": "某县人民法院刑事判决书"},
        {"title": "2024年财政决算公开"},
        {"text": "《办法》正式施行。"},
        {"published_source": "address"},
        {"column_over": {"kind": "notice"}},
        {"column_over": {"confidence": 0.4}},
        {"meta": {}},
        {"meta": {"told_on": "2024-02-31", "told_text": "2024年2月31日，召开会议"}},
    ],
)
def test_what_may_tell_of_the_past(over):
    assert not codes(entry_outdated, report_of(500, **over))


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        ("关于2024年国庆节放假安排的通知", date(2026, 3, 1), 1),
        ("2024年3月15日全县防汛工作会议召开", date(2025, 3, 15), 1),
        ("2024年3月15日全县防汛工作会议召开", date(2025, 3, 14), 0),
        ("关于2025年国庆节放假安排的通知", date(2026, 3, 1), 0),
        ("2024年春季招聘会举行", date(2025, 12, 30), 0),  # the year's last day is what counts
        ("2024年6月城区停水公告", date(2026, 3, 1), 1),
        ("2022年度教师招聘面试成绩公示", date(2026, 3, 1), 0),
        ("2023年财政决算报告", date(2026, 3, 1), 0),
        ("关于公布2023年招聘拟录用人员名单的公告", date(2026, 3, 1), 0),
        ("关于印发《某县防汛预案（2024年修订）》启动会议的通知", date(2026, 3, 1), 0),
    ],
)
def test_title_that_names_another_year(title, published, expected):
    listed = column(replace(entry(published, title), url=HOME + "a/titled.html"), kind="notice")
    shown = page(HOME + "a/titled.html", title=title, published_on=published)
    assert len(found(entry_outdated, facts(columns=(listed,), pages=(shown,)))) == expected


def test_day_of_a_migration_is_no_day_of_publication():
    given = report_of(500)
    moved = tuple(page(f"{HOME}{n}", published_on=day(3)) for n in range(10))
    assert not codes(entry_outdated, replace(given, pages=(*given.pages, *moved)))


# ── padding ──────────────────────────────────────────────────────────────────

ELSEWHERE = (
    "浙江：数字政府提速",
    "杭州推出办税新规",
    "湖北省举办农博会",
    "成都地铁新线开通",
    "广东佛山建设产业园",
    "贵州茶产业增产",
)
OURS = {"site_code": "4104000031", "icp": "豫ICP备05017763号-1"}


def padded(titles, local=6, **over):
    entries = [entry(day(n), title, n=n) for n, title in enumerate((*titles, *["我县召开会议"] * local))]
    return facts(home=home(meta=OURS), columns=(column(*entries, **{"name": "工作动态", **over}),))


def test_column_padded_with_news_from_elsewhere():
    (condition,) = found(entry_off_region, padded(ELSEWHERE))
    assert (condition.evidence["elsewhere"], condition.evidence["entries"]) == (6, 12)
    assert condition.evidence["provinces"] == sorted(["浙江", "湖北", "四川", "广东", "贵州"])


@pytest.mark.parametrize(
    "given",
    [
        padded(ELSEWHERE[:4]),
        padded(ELSEWHERE, local=20),
        padded(["浙江杭州：一", "浙江宁波：二", "浙江温州：三", "浙江湖州：四", "浙江台州：五"]),  # one other province
        padded([f"{title}，我县赴当地考察" for title in ELSEWHERE]),
        padded(["郑州开通地铁", "洛阳举办花会", "河南：小麦增产", "开封修路", "南阳植树", "信阳采茶"]),
        padded(ELSEWHERE, name="国内要闻"),
        padded(ELSEWHERE, name="他山之石"),
        padded(ELSEWHERE, kind="notice"),
        padded(ELSEWHERE, confidence=0.4),
        replace(padded(ELSEWHERE[:5]), home=home()),  # its own province is not known, and three others may be chance
        replace(padded(ELSEWHERE[:5]), home=home(meta={**OURS, "icp": "陕ICP备08003687号"})),
        replace(padded(ELSEWHERE[:5]), home=home(visit("failed"), meta=OURS)),
    ],
)
def test_what_is_no_padding(given):
    assert not codes(entry_off_region, given)


def test_padding_on_a_portal_whose_province_is_not_known():
    """浙江 is named most, so it may be its own; four others are padding whatever it is."""
    elsewhere = [*ELSEWHERE, "长沙办菊展"]
    (condition,) = found(entry_off_region, replace(padded(elsewhere), home=home()))
    assert condition.evidence["province"] is None and "浙江" not in condition.evidence["provinces"]
