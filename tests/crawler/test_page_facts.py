"""What the rules need of a page beside its text: hidden links, a home page's own words, letters, the day that is told."""

import pytest

from crawler.letters import letter_of_page, letters_of_list
from crawler.page_facts import page_facts
from parsers.page import Page, read_page
from parsers.reading import read_bytes

URL = "http://www.qinghe.gov.cn/"


def seen(body: str, url: str = URL, *, head: str = "<title>清河县人民政府</title>", is_home: bool = False) -> Page:
    return read_page(f"<html><head>{head}</head><body>{body}</body></html>", url, is_home=is_home)


def facts(page: Page) -> dict[str, object]:
    return page_facts(read_bytes(b"<html></html>", "text/html; charset=utf-8"), page)


def test_hidden_hosts_are_those_that_no_visible_place_links() -> None:
    body = (
        '<div style="display:none"><a href="http://www.lapsed.net/">x</a><a href="/own.html">y</a>'
        '<a href="http://www.friend.cn/">z</a></div><a href="http://www.friend.cn/more">朋友</a>'
    )
    assert facts(seen(body, is_home=True))["hidden_hosts"] == ["www.lapsed.net"]


def test_a_page_without_hidden_links_says_nothing_of_them() -> None:
    assert "hidden_hosts" not in facts(seen('<a href="http://www.friend.cn/">朋友</a>', is_home=True))


LISTS = "".join(
    f'<li><a href="/a/{n}.html">第{n}次会议研究网站关停事宜的新闻</a><span>2026-06-0{n}</span></li>'
    for n in range(1, 6)
)


def test_own_words_of_a_home_page_leave_out_its_links() -> None:
    own = facts(seen(f"<ul>{LISTS}</ul><p>本网站将于七月停止更新。</p>", is_home=True))["own_words"]
    assert "停止更新" in str(own) and "关停" not in str(own)


def test_an_address_that_is_a_link_does_not_hide_the_sentence_around_it() -> None:
    notice = '<p>本网站已停止更新，请访问：<a href="http://www.b.gov.cn/">http://www.b.gov.cn/</a></p>'
    assert "停止更新" in str(facts(seen(f"<ul>{LISTS}</ul>{notice}", is_home=True))["own_words"])


def test_a_home_page_without_a_list_is_taken_whole() -> None:
    known = facts(seen('<p>本站已迁移</p><a href="http://www.b.gov.cn/">点击访问新网站</a>', is_home=True))
    assert known["own_words"] == "本站已迁移\n点击访问新网站\nhttp://www.b.gov.cn/" and known["words_total"] == 13


def article(text: str) -> Page:
    head = '<meta name="ArticleTitle" content="县政府召开会议"><meta name="PubDate" content="2026-06-01">'
    return seen(
        f'<h1>县政府召开会议</h1><div class="TRS_Editor"><p>{text}</p></div>', URL + "t20260601_1.html", head=head
    )


def test_the_day_under_an_article_is_that_of_its_signature() -> None:
    known = facts(article("现将有关事项通知如下。</p><p>某县人民政府办公室</p><p>2024年3月5日"))
    assert (known.get("signed_on"), known.get("told_on")) == ("2024-03-05", None)
    assert "signed_on" not in facts(article("2024年3月5日，县政府召开会议。"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024年3月5日，县政府召开安全生产工作会议，研究部署下一阶段的工作。", "2024-03-05"),
        ("本网讯 2024年12月15日上午，县政府召开会议。", "2024-12-15"),
        ("近日，县政府召开会议。", None),
        ("根据2024年3月5日印发的通知，县政府召开会议。", None),
        ("3月5日，县政府召开会议。", None),
        ("县政府召开会议。" * 12 + "2024年3月5日，部署工作。", None),
    ],
)
def test_the_day_that_an_article_begins_with(text: str, told: str | None) -> None:
    assert facts(article(text)).get("told_on") == told


def test_words_that_may_name_a_column_of_disclosure() -> None:
    page = seen('<a href="http://xxgk.city.gov.cn/">政府信息公开指南</a><p>公开目录</p><a href="/x">要闻</a>')
    assert facts(page)["disclosure_words"] == ["公开目录", "政府信息公开指南"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("?" * 20 + "，" + "?" * 19, 0.97),
        ("Who shall pay? And when? Nobody knows?? " * 9, None),
        ("答复????如下", None),
    ],
)
def test_letters_that_a_database_lost(text: str, share: float | None) -> None:
    page = seen(f"<h1>关于道路的通知</h1><p>发布时间：2026-03-01</p><div id=zoom><p>{text}</p></div>", URL + "a/1.html")
    found = page_facts(read_bytes(b""), page).get("lost_letters")
    assert found is None if share is None else abs(found - share) < 0.05


# ── letters ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("来信标题：停水\n来信时间：2026-01-05\n处理状态：办理中", {"asked": "2026-01-05", "state": "open"}),
        ("留言时间 2026年1月5日\n回复内容：\n回复单位：", {"asked": "2026-01-05", "state": "open"}),
        ("咨询日期：2026/1/5\n回复情况：尚未回复", {"asked": "2026-01-05", "state": "open"}),
        (
            "来信时间：2026-01-05\n答复时间：2026-01-09\n答复内容：您好",
            {"asked": "2026-01-05", "answered": "2026-01-09", "state": "answered"},
        ),
        ("来信时间：2026-01-05\n状态：已办结", {"asked": "2026-01-05", "state": "answered"}),
        ("来信时间：2026-01-05\n内容：小区未处理的垃圾，一直在处理中", None),
        ("发布时间：2026-01-05\n处理状态：办理中", {"state": "open"}),
        ("发布时间：2026-01-05\n答复内容：暂无", {"state": "open"}),
        ("来信时间\n2026-01-05\n处理状态\n待办理\n来信内容\n路灯不亮", {"asked": "2026-01-05", "state": "open"}),
        ("提交时间\n2026-01-05\n办理进度\n已答复", {"asked": "2026-01-05", "state": "answered"}),
        ("提交时间\n2026-01-05\n办理情况\n工程正在办理中的手续", None),
    ],
)
def test_letter_of_a_page(text: str, letter: dict[str, str] | None) -> None:
    assert letter_of_page(text) == letter


def row(number: int, state: str) -> str:
    return f'<tr><td><a href="/l/{number}.html">第{number}封信：小区停水</a></td><td>2026-01-0{number}</td><td>{state}</td></tr>'


def test_states_of_a_list_stand_in_cells_of_their_own() -> None:
    rows = "".join(row(number, state) for number, state in enumerate(("未回复", "已办结", "办理中", "城关镇"), 1))
    page = seen(f"<h2>政务咨询</h2><table>{rows}</table>", URL + "zxzx/list.html")
    assert [(one["url"][-6:], one["state"]) for one in letters_of_list(page)] == [
        ("1.html", "open"),
        ("2.html", "answered"),
        ("3.html", "open"),
    ]
    assert [entry.title for entry in page.entries] == [f"第{number}封信：小区停水" for number in range(1, 5)]


def test_a_list_of_news_holds_no_letters() -> None:
    assert letters_of_list(seen(f"<ul>{LISTS}</ul>", URL + "xwzx/list.html")) == []
