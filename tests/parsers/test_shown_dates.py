"""Which of the dates on an article's page is its publication: labels in cells of their own, events, signatures."""

from datetime import date

import pytest

from parsers.page import read_page

TITLE = "关于举办全县安全生产知识竞赛的通知"
PROSE = (
    "<p>为进一步做好全县安全生产工作，提高干部群众的安全意识，经研究，决定举办全县安全生产知识竞赛。现将有关事项通知如下。</p>"
    * 3
)
OTHERS = "<p>一、参加人员：各乡镇、各部门干部职工。</p><p>二、报名方法：向县应急管理局报名。</p>"


def published(body: str, *, head: str = "", title: str = TITLE) -> tuple[date, str] | None:
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    found = read_page(html, "http://www.demo.gov.cn/content.html?id=7").published
    return (found.day, found.source) if found else None


def meta(day: str) -> str:
    return f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="{day}">'


def table(*cells: str) -> str:
    return "<table><tr>" + "".join([f"<td>{cell}</td>" for cell in cells]) + "</tr></table>"


@pytest.mark.parametrize(
    "head_of_document",
    [
        table("名称：", TITLE, "生成日期：", "2024-06-04"),
        table("成文日期", "2024年6月4日", "文号", "示应急〔2024〕10号"),
        "<dl><dt>印发日期：</dt><dd>2024-06-04</dd></dl>",
        "<p>成文日期：2024-06-04</p>",
        table("发文日期：", "2024年06月04日"),
        table("处罚决定日期", "2024/06/04"),
        "<p>立案时间：2024-06-04</p>",
    ],
)
def test_the_date_of_the_document_counts_after_that_of_its_publication(head_of_document: str) -> None:
    below = "<div>发布日期：2024-06-13 来源：县应急局</div>"
    body = f"{head_of_document}<h1>{TITLE}</h1><div id='zoom'>{PROSE}</div>"
    assert published(body + below) == (date(2024, 6, 13), "shown")
    assert published(body, head=meta("2024-06-13")) == (date(2024, 6, 13), "meta")
    assert published(body) == (date(2024, 6, 4), "shown")


@pytest.mark.parametrize("word", ["发布日期：", "发布时间", "公开日期：", "上网日期"])
def test_a_label_may_stand_in_the_cell_before(word: str) -> None:
    body = f"{table('成文日期', '2024-06-04', word, '2024-06-13')}<h1>{TITLE}</h1><div id='zoom'>{PROSE}</div>"
    assert published(body) == (date(2024, 6, 13), "shown")


@pytest.mark.parametrize(
    "event",
    [
        "<dl><dt>开始时间：</dt><dd>2024-05-08</dd></dl><dl><dt>结束时间：</dt><dd>2024-05-10</dd></dl>",
        "<p>活动时间：2024-05-08</p>",
        "<p>报名日期: 2024年5月8日</p>",
        table("举办时间", "2024-05-08"),
        table("生效日期：", "2024-05-08"),
    ],
)
def test_the_day_of_an_event_is_no_publication(event: str) -> None:
    body = f"<h1>{TITLE}</h1>{event}<div id='zoom'>{PROSE}</div>"
    assert published(body, head=meta("2024-03-01")) == (date(2024, 3, 1), "meta")
    assert published(body) is None


@pytest.mark.parametrize(
    "label",
    ["时间：", "日期:", "日 期：", "活动专栏 时间：", "公告日期：", "信息时间：", "发布于 ", "来源：县应急局日期："],
)
def test_a_plain_label_counts(label: str) -> None:
    body = f"<h1>{TITLE}</h1><p>{label}2024-05-08</p><div id='zoom'>{PROSE}</div>"
    assert published(body, head=meta("2024-03-01")) == (date(2024, 5, 8), "shown")


@pytest.mark.parametrize("mark", ["<small>( 2024-05-11)</small>", "<span>[2024年5月11日]</span>", "2024-05-11 09:20"])
def test_a_date_may_stand_on_the_line_of_the_title(mark: str) -> None:
    body = f"<h2>{TITLE} {mark}</h2><div id='zoom'>{PROSE}<p>示范县应急管理局</p><p>2024年5月10日</p></div>"
    assert published(body) == (date(2024, 5, 11), "shown")


def test_a_date_of_the_title_itself_is_not_meant() -> None:
    title = "示范县疫情防控情况通报（2022年5月10日）"
    body = f"<h2>{title}</h2><div id='zoom'>{PROSE}</div>"
    assert published(body, head='<meta name="PubDate" content="2022-05-11">', title=title) == (
        date(2022, 5, 11),
        "meta",
    )


@pytest.mark.parametrize(
    "signature",
    [
        "<p>示范县应急管理局</p><p>2024年5月10日</p>",
        "<p>示范县应急管理局 2024年5月10日</p>",
        "<p>二〇二四年五月十日</p>",
    ],
)
def test_a_signature_counts_last(signature: str) -> None:
    body = f"<h1>{TITLE}</h1><div id='zoom'>{PROSE}{OTHERS}{signature}</div>"
    assert published(body, head=meta("2024-05-11")) == (date(2024, 5, 11), "meta")
    assert published(body) == (date(2024, 5, 10), "shown")


def test_a_date_with_its_label_under_the_text_is_no_signature() -> None:
    body = f"<h1>{TITLE}</h1><div id='zoom'>{PROSE}<p>2024年5月10日</p></div><p>发布时间：2024-05-12</p>"
    assert published(body) == (date(2024, 5, 12), "shown")


def test_a_title_that_links_to_itself_keeps_its_label() -> None:
    body = (
        f"<h1><a href='/content.html?id=7'>{TITLE}</a></h1><table><tr><td>【应急管理局】&nbsp;&nbsp;发布时间：2007-01-19"
        f"</td></tr></table><div id='zoom'>{PROSE}</div>"
    )
    assert published(body, title="示范县应急管理局") == (date(2007, 1, 19), "shown")


def test_labelled_dates_under_several_links_are_rows() -> None:
    rows = "".join(
        [
            f"<p><a href='/t{n}.html'>全县安全生产工作会议第{n}次召开</a></p><p>发布时间：2024-01-0{n}</p>"
            for n in (1, 2, 3)
        ]
    )
    body = f"<h1>{TITLE}</h1><div id='zoom'>{PROSE * 4}</div><div>{rows}</div>"
    assert published(body) is None


def test_a_date_between_the_breadcrumb_and_the_title_is_no_row() -> None:
    path = "<p><a href='/'>首页</a> &gt; <a href='/xw/'>示范县应急管理局通知公告</a></p>"
    rows = "".join(
        [f"<p><a href='/t{n}.html'>全县安全生产工作会议第{n}次召开</a></p><p>2024-01-0{n}</p>" for n in (1, 2)]
    )
    body = f"{path}<p>发布时间：2024-05-12</p><h1>{TITLE}</h1><div id='zoom'>{PROSE}</div><div>{rows}</div>"
    assert published(body) == (date(2024, 5, 12), "shown")


def test_a_label_counts_on_the_line_of_a_title_with_the_same_day() -> None:
    title = "示范县2022年5月10日疫情防控情况通报"
    body = f"<h2>{title} 发布时间：2022年5月10日</h2><div id='zoom'>{PROSE}</div>"
    assert published(body, title=title) == (date(2022, 5, 10), "shown")


def test_the_source_under_the_text_with_its_day_is_no_signature() -> None:
    body = f"<h1>{TITLE}</h1><div id='zoom'>{PROSE}<p>来源：示范日报 2024-05-12</p></div>"
    assert published(body, head=meta("2024-05-20")) == (date(2024, 5, 12), "shown")


@pytest.mark.parametrize(
    "sentence",
    [
        "2019年3月5日，代表团访问示范县，双方签订协议。",
        "该信息于2019年3月5日在本网登出，请各乡镇自行下载。",
        "修改后的办法公布于2019年3月5日，各乡镇要组织学习。",
        "专题片《安全第一》2019年3月5日上线后点击超过三万次，请广大干部分享！",
        "据各乡镇统计，2019年3月5日浏览宣传页面的干部，群众，已有三万人",
    ],
)
def test_a_word_of_the_head_in_a_sentence_is_no_head(sentence: str) -> None:
    body = f"<h1>{TITLE}</h1><p>2024-05-12</p><div id='zoom'><p>{sentence}</p>{PROSE}</div>"
    assert published(body) == (date(2024, 5, 12), "shown")
    body = f"<h1>{TITLE}</h1><div id='zoom'><p>{sentence}</p>{PROSE}</div>"
    assert published(body, head=meta("2024-05-20")) == (date(2024, 5, 20), "meta")
