"""Lists in shapes of real portals: data in scripts, tabs, heads with two dates, digests; and tables that are no blank page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.html.prepared import prepared
from parsers.page import Page, read_page

URL = "http://www.qinghe.gov.cn/xw/index.html"
FRAME = (
    '<html><head><title>乡村动态_清河县人民政府</title><meta name="ColumnName" content="乡村动态"></head><body>'
    '<div>当前位置：<a href="/">首页</a> &gt; 乡村动态</div>{}<p>主办：清河县人民政府办公室　地址：人民路一号</p></body></html>'
)
TITLES = ("县委召开农村工作会议", "水利局检查堤防安全", "城关镇清理河道垃圾", "教育局走访山区学校")


def read(inside: str, frame: str = FRAME, url: str = URL) -> Page:
    return read_page(frame.format(inside), url)


def days(page: Page) -> list[date | None]:
    return [entry.date for entry in page.entries]


def rows(pattern: str, titles: tuple[str, ...] = TITLES, month: int = 5) -> str:
    return "".join(pattern.format(t=title, n=n, d=f"2026-{month:02}-{20 - n}") for n, title in enumerate(titles, 1))


def test_rows_that_are_data_of_a_script() -> None:
    data = rows('{{"docTitle":"{t}","docPubUrl":"/xw/{n}.html","createTime":"2019-01-01","pubDate":"{d} 08:00"}},')
    page = read(f'<div id="list"></div><script>var rows=[{data.rstrip(",")}];show(rows);</script>')
    assert [entry.title for entry in page.entries] == list(TITLES)
    assert days(page)[0] == date(2026, 5, 19)
    assert not page.is_script_filled


def test_a_list_of_the_page_counts_before_the_data_of_a_widget() -> None:
    widget = rows('{{"title":"{t}热点","url":"/hot/{n}.html","time":"{d}"}},', month=6).rstrip(",")
    page = read(
        f"<ul>{rows('<li><a href=/xw/{n}.html>{t}</a><i>{d}</i></li>', TITLES[:2])}</ul><script>hot=[{widget}]</script>"
    )
    assert days(page) == [date(2026, 5, 19), date(2026, 5, 18)]


@pytest.mark.parametrize("data", ['[{"title":1,"url":"/a"}]', '[{"title":"县委召开会议"}]', '[{"a":[{"title":', "[]"])
def test_data_that_is_no_list(data: str) -> None:
    assert read(f"<script>var rows={data};</script>").entries == ()


def test_a_date_without_its_year_has_it_in_its_element() -> None:
    page = read(
        "<ul>" + rows('<li><a href=/xw/{n}.html>{t}</a><time datetime="{d}T23:30:00Z">5/1</time></li>') + "</ul>"
    )
    assert days(page)[0] == date(2026, 5, 20)  # the next morning in China


def test_a_tab_that_is_not_open_is_not_the_column() -> None:
    row = "<li><a href=/xw/{n}.html>{t}</a><i>{d}</i></li>"
    open_tab = f"<div class=tab><ul>{rows(row, TITLES[:3])}</ul></div>"
    other = rows(row.replace("/xw/", "/gg/"), month=6)
    closed = f'<div class=tab style="display:none"><ul>{other}</ul></div>'
    assert days(read(open_tab + closed)) == [date(2026, 5, 20 - n) for n in (1, 2, 3)]
    assert read("<div class=tab><ul></ul></div>" + closed).blank_list
    assert len(read(closed).entries) == 4  # a script opens it


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (
            "<table><tr><th>标题</th><th>成文日期</th><th>发布日期</th></tr>{}</table>",
            "<tr><td><a href=/xw/{n}.html>{t}</a></td><td>2025-01-0{n}</td><td>{d}</td></tr>",
        ),
        (
            "<table><thead><tr><td>标题</td><td>公开时间</td><td>有效期至日期</td></tr></thead><tbody>{}</tbody></table>",
            "<tr><td><a href=/xw/{n}.html>{t}</a></td><td>{d}</td><td>2030-01-0{n}</td></tr>",
        ),
        (
            "<ul><li><b>标题</b><b>生成日期</b><b>发布日期</b></li>{}</ul>",
            "<li><b><a href=/xw/{n}.html>{t}</a></b><b>2025-01-0{n}</b><b>{d}</b></li>",
        ),
        (  # the other date is a label's of the title
            "<table><tr><th>序号</th><th>名称</th><th>发布日期</th></tr>{}</table>",
            "<tr><td>{n}</td><td><a href=/xw/{n}.html>{t}</a><p>生成日期：2025-01-0{n}</p></td><td>{d}</td></tr>",
        ),
        (  # and here nobody sees it
            "<ul>{}</ul>",
            "<li><a href=/xw/{n}.html>{t}</a><div style='display:none'>生成日期：2025-01-0{n}</div><b>县府办</b><b>{d}</b></li>",
        ),
        (  # labels tell them apart without a head
            "<ul>{}</ul>",
            "<li><a href=/xw/{n}.html>{t}</a><p>成文日期：2025-01-0{n}</p><p>发布日期：{d}</p></li>",
        ),
        (
            "<ul>{}</ul>",
            "<li><a href=/xw/{n}.html><span>{t}</span><span>{d}</span></a></li>",
        ),
    ],
)
def test_of_two_dates_the_head_says_which_is_that_of_publication(head: str, row: str) -> None:
    page = read(head.format(rows(row)))
    assert days(page) == [date(2026, 5, 20 - n) for n in (1, 2, 3, 4)]
    assert [entry.title for entry in page.entries] == list(TITLES)


@pytest.mark.parametrize(
    "inside",
    [
        "<table><tr><th>序号</th><th>名称</th><th>发布日期</th></tr><tr><td>1</td><td><a href=/nb/1.html>{}</a></td><td>2026-01-20</td></tr></table>",
        "<ul><li><a href=/nb/1.html>{}</a><span>2026-01-20</span></li></ul>",
    ],
)
def test_a_list_of_one_row_is_a_list(inside: str) -> None:
    title = "清河县水利局2025年政府信息公开工作年度报告"
    frame = "<title>信息公开年报_清河县</title><div>首页 / 信息公开 / 信息公开年报</div>{}"
    page = read(inside.format(title), frame, "http://www.qinghe.gov.cn/nb/index.htm")
    assert (page.kind, [entry.title for entry in page.entries]) == ("column", [title])


def test_an_article_with_one_link_is_no_list() -> None:
    text = "全县水利工作会议召开，部署防汛备汛工作，要求各乡镇压实责任。" * 6
    body = f"<h1>全县水利工作会议召开</h1><p>发布时间：2026-05-19 08:30</p><p>{text}</p><p>相关阅读：<a href=/xw/8.html>县委召开农村工作会议部署全年工作</a></p>"
    page = read(body, "<title>全县水利工作会议召开_清河县</title>{}", "http://www.qinghe.gov.cn/xw/9.html")
    assert page.kind == "article" and page.published and page.published.day == date(2026, 5, 19)


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<ul><li><a href=/jg/index.html>机构设置</a></li></ul>", "机构设置"),
        ("<a href=/>首页</a><h3>信息公开指南</h3>", "信息公开指南"),
        ("<a href=/jg/index.html>首页</a>", "清河县人民政府"),
        ("<h3>工作职责</h3><h3>内设机构</h3>", "清河县人民政府"),
        ("<a href=/jg/index.html title=x>正文</a>", "清河县人民政府"),
    ],
)
def test_where_every_title_element_is_the_sites_name_the_menu_or_the_heading_names_the_page(
    inside: str, title: str
) -> None:
    text = "<p>（一）负责全县水利工作，指导乡镇开展河道治理。</p>" * 5
    page = read(inside + text, "<title>清河县人民政府</title>{}", "http://www.qinghe.gov.cn/jg/index.html")
    assert page.title == title


def test_a_digest_has_titles_and_the_dates_of_its_rows() -> None:
    row = (
        "<div class=item><h3><a href=/xw/{n}.html>{t}</a></h3><p>自2019年6月1日以来，全县共整治河道三十余公里，群众满意度大幅提升。"
        "<a href=/xw/{n}.html>[详细]</a></p><span>{d}　来源：融媒体中心　浏览：31次</span></div>"
    )
    for many in (2, 4):
        page = read(rows(row, TITLES[:many]))
        assert page.kind == "column"
        assert [(one.title, one.date) for one in page.entries][:1] == [(TITLES[0], date(2026, 5, 19))]


def test_a_banner_beside_todays_weather_is_no_entry() -> None:
    listed = rows("<li><a href=/xw/{n}.html>{t}</a><i>{d}</i></li>")
    banner = "<div><a href=http://www.other.gov.cn/>2026年6月30日前完成网上申报</a></div><marquee>2026-06-15 天气：多云</marquee>"
    assert len(read(f"<ul>{listed}</ul>{banner}").entries) == 4


@pytest.mark.parametrize(
    "inside",
    [
        "<table>"
        + "".join(f"<tr><td>县{one}局</td><td>322{n}100</td></tr>" for n, one in enumerate("财民水教司"))
        + "</table>",
        "<canvas id=chart></canvas>",
        "<ul><li><a href=/a/1.html>二〇二五年县人民政府工作报告全文</a></li><li><a href=/a/2.html>二〇二四年县人民政府工作报告全文</a></li></ul>",
    ],
)
def test_what_is_read_or_drawn_is_no_blank_list(inside: str) -> None:
    assert not read(inside).blank_list


def test_a_stub_that_moves_on_as_soon_as_it_is_loaded() -> None:
    page = read_page("<html><body onload=\"location.replace('/gg/')\"></body></html>", URL)
    assert page.redirect_to == "http://www.qinghe.gov.cn/gg/"


GUIDE = "<h1>取水许可审批</h1><p>2026-03-01 08:30:00　水利局　打印</p><div>{}</div>"
PLAIN = "<html><head><title>取水许可审批_清河县</title></head><body><div>当前栏目：办事</div>{}<iframe src=/inc/foot.html></iframe></body></html>"
HEADS = ("事项名称", "申请条件", "办理材料", "办理地点")


@pytest.mark.parametrize(
    ("inside", "is_blank"),
    [
        ("<table>" + "".join(f"<tr><td>{one}</td><td></td></tr>" for one in HEADS) + "</table>", True),
        ("<table>" + "".join(f"<tr><td>{one}</td><td>见窗口公示栏</td></tr>" for one in HEADS) + "</table>", False),
        (
            "<table>"
            + "".join(f"<tr><td>{one}</td><td><img src=/{n}.png></td></tr>" for n, one in enumerate(HEADS))
            + "</table>",
            False,
        ),
        ("<p>内容正在整理中</p>", True),
        ("".join(f"<p><strong>{n}、{one}</strong></p>" for n, one in zip("一二三四", HEADS, strict=True)), True),
        ("".join(f"<p>{n}、{one}：</p>" for n, one in zip("一二三四", HEADS, strict=True)), True),
        ("".join(f"<p><b>{one}</b></p><p>见三楼窗口</p>" for one in HEADS), False),
        ("".join(f"<p><b>{one}</b></p>" for one in HEADS) + "<p><a href=/bs/8.htm>点击查看</a></p>", False),
        ("".join(f"<p><b>{one}</b></p>" for one in HEADS) + "<img src=/flow.png>", False),
        ("<p>一、办公室</p><p>二、工程建设科</p><p>三、政策法规科</p>", False),
        ("<div></div><p>相关阅读：<a href=/bszn/8.htm>驾驶证期满换证办理</a></p>", True),
        ("<p>　</p>", True),
        ("<iframe src=/guide/3.pdf></iframe>", False),
        ("<p>凭身份证到三楼水利窗口办理。</p>", False),
    ],
)
def test_a_guide_of_labels_without_values_is_blank(inside: str, is_blank: bool) -> None:
    page = read(GUIDE.format(inside), PLAIN, "http://www.qinghe.gov.cn/bszn/12.htm")
    assert (page.kind, page.blank) == ("article", is_blank)


def test_the_last_sheet_of_a_list_is_no_blank_page() -> None:
    row = "<dl><dt><a href=/xw/9.html title=县委召开农村工作会议>县委召开农村工作会议</a></dt><dd>2026-05-19</dd></dl>"
    assert not read_page(f"<title>乡村动态_清河县</title><div>首页 &gt; 乡村动态</div><div id=m>{row}</div>", URL).blank


@given(st.text())
def test_any_markup_is_prepared(html: str) -> None:
    assert isinstance(prepared(f'<script>[{{"title": {html}'), str)
    assert isinstance(prepared(f"<time datetime={html}>1</time>"), str)
