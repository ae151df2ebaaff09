"""read_page on pages in the shapes of the CMS families, written for these tests."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.page import Page, read_page

HOST = "http://www.demo.gov.cn"

FOOTER = """<div class="footer"><p>主办单位：示范县人民政府办公室</p><p>网站标识码：4104000031 <a href="http://beian.miit.gov.cn">豫ICP备
05017763号-1</a></p><p><a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=41040002000001">豫公网安备&nbsp;
41040002000001号</a></p></div>"""
NAV = """<div class="nav"><ul><li><a href="/index.html">首页</a></li><li><a href="/xwzx/">新闻中心</a></li>
<li><a href="/tzgg/">通知公告</a></li><li><a href="/zcwj/">政策文件</a></li>
<li><a href="/bszn/index.html">办事指南</a></li></ul></div>"""
PROSE = (
    "<p>为做好今年的防汛工作，县人民政府召开会议，对重点河段的值守作出安排。会议要求各乡镇落实责任，及时报送情况。</p>"
    * 3
)


def page(body: str, path: str = "/", *, head: str = "", title: str = "示范县人民政府", **options: object) -> Page:
    html = f"<html><head><title>{title}</title>{head}</head><body>{NAV}{body}{FOOTER}</body></html>"
    return read_page(html, HOST + path, **options)  # type: ignore[arg-type]


def column_head(name: str) -> str:
    return (
        f'<meta name="SiteName" content="示范县人民政府"><meta content="{name}" name="ColumnName">'
        f'<meta name="columntype" content="{name}">'
    )


TRS_LIST = """<div class="list"><ul>
<li><a href="./202003/t20200315_100.html" title="关于开展春季防火工作的通知">关于开展春季防火工作的…</a>
<span>2020-03-15</span></li>
<li><a href="./202003/t20200310_99.html">县政府召开常务会议研究重点工作</a><span>2020-03-10</span></li></ul><ul>
<li><a href="./202002/t20200228_98.html">全县项目建设推进会在城关镇召开</a><span>2020-02-28</span></li></ul></div>
<script>createPageHTML(3, 0, "index", "html");</script>"""


def test_trs_list_gives_entries_over_its_lists_of_five() -> None:
    read = page(TRS_LIST, "/xwzx/index.html", head=column_head("新闻中心"))
    assert read.kind == "column"
    assert [entry.date for entry in read.entries] == [date(2020, 3, 15), date(2020, 3, 10), date(2020, 2, 28)]
    assert read.entries[0].title == "关于开展春季防火工作的通知"
    assert read.entries[0].url == f"{HOST}/xwzx/202003/t20200315_100.html"
    assert read.entries[0].date_source == "list"


def test_trs_pager_tells_the_next_pages() -> None:
    read = page(TRS_LIST, "/xwzx/index.html", head=column_head("新闻中心"))
    assert read.next_pages == (f"{HOST}/xwzx/index_1.html", f"{HOST}/xwzx/index_2.html")


def test_blank_trs_list_is_blank_and_not_script_filled() -> None:
    body = '<div class="list"><ul></ul></div><script>createPageHTML(1, 0, "index", "html");</script>'
    read = page(body, "/rsxx/", head=column_head("人事信息"))
    assert (read.kind, read.blank_list, read.is_script_filled) == ("column", True, False)


@pytest.mark.parametrize(
    "body",
    [
        '<div id="list"></div><script>$.post("/module/web/jpage/dataproxy.jsp?perpage=15",{col:1,webid:2})</script>',
        '<div id="app"></div><script src="/static/gkmlpt/app.js"></script>',
        '<ul><li v-for="item in items"><a :href="item.url">{{ item.title }}</a></li></ul>',
        '<ul id="news"></ul><script>$.ajax({url:"/api/list",success:function(d){}})</script>',
    ],
)
def test_a_list_that_a_script_fills_is_not_called_blank(body: str) -> None:
    read = page(body, "/col/col12/index.html", head=column_head("政务动态"))
    assert read.is_script_filled
    assert not read.blank_list


def test_jpage_records_are_entries() -> None:
    records = "".join(
        "<record><![CDATA[<li>"
        f'<a href="/art/2025/10/{day}/art_45_{day}.html">县政府第{day}次常务会议召开</a>'
        f"<b>2025-10-{day}</b></li>]]></record>"
        for day in (29, 28, 20)
    )
    body = (
        '<div id="1"><script type="text/xml"><datastore><totalrecord>3</totalrecord>'
        f"<recordset>{records}</recordset></datastore></script></div>"
    )
    read = page(body, "/col/col45/index.html", title="政务要闻-示范县人民政府")
    assert [entry.date for entry in read.entries] == [date(2025, 10, 29), date(2025, 10, 28), date(2025, 10, 20)]
    assert read.entries[0].url == f"{HOST}/art/2025/10/29/art_45_29.html"
    assert read.kind == "column"


def test_table_list_of_a_home_made_site() -> None:
    rows = "".join(
        '<tr><td width="15"><img src="dot.gif"></td><td>'
        f'<a href="show.asp?id={n}">关于第{n}批惠民补贴发放情况的公示</a></td><td>2019/{n}/5</td></tr>'
        for n in (9, 8, 7)
    )
    read = page(f"<table><tr><td><table>{rows}</table></td></tr></table>", "/list.asp?cid=3", title="公示公告")
    assert [entry.date for entry in read.entries] == [date(2019, 9, 5), date(2019, 8, 5), date(2019, 7, 5)]


def test_dates_before_the_links() -> None:
    rows = "".join(
        f'<li><span>[2021-0{n}-11]</span><a href="/info/1/{n}.htm">全县第{n}次安全生产检查顺利结束</a></li>'
        for n in (5, 4, 3)
    )
    read = page(f"<ul class='lst'>{rows}</ul>", "/aqsc.htm", title="安全生产")
    assert [entry.date for entry in read.entries] == [date(2021, 5, 11), date(2021, 4, 11), date(2021, 3, 11)]


def test_calendar_leaves_with_day_and_month_apart() -> None:
    rows = "".join(
        f'<li><div class="d"><b>{day}</b><i>2022-06</i></div><a href="/info/1/{day}.htm">'
        f"<h3>县领导调研夏粮收购工作第{day}站</h3><p>摘要。</p></a></li>"
        for day in (21, 18, 15)
    )
    read = page(f"<ul>{rows}</ul>", "/ldhd/", head=column_head("领导活动"))
    assert [entry.date for entry in read.entries] == [date(2022, 6, 21), date(2022, 6, 18), date(2022, 6, 15)]
    assert read.entries[0].title == "县领导调研夏粮收购工作第21站"


def test_month_and_day_take_the_year_from_the_address() -> None:
    rows = (
        '<li><a href="/xw/202012/t20201231_9.html">年终总结大会在县礼堂举行</a><span>12-31</span></li>'
        '<li><a href="/xw/show.asp?id=8">没有年份的地址也没有年份的日期</a><span>08-11</span></li>'
    )
    read = page(f"<ul>{rows}</ul>", "/", is_home=True)
    assert [(entry.date, entry.date_text) for entry in read.entries] == [(date(2020, 12, 31), "12-31"), (None, "08-11")]


def test_an_item_seen_twice_counts_once() -> None:
    body = f'<ul><li><a href="./202003/t20200315_100.html"><img src="a.jpg" alt="图片新闻"></a></li></ul>{TRS_LIST}'
    read = page(body, "/xwzx/", head=column_head("新闻中心"))
    assert len(read.entries) == 3


ARTICLE_HEAD = """<meta name="ArticleTitle" content="关于做好防汛工作的通知">
<meta name="pubdate" content="2020-06-03 09:00">
<meta name="contentSource" content="县应急局"><meta name="SiteIDCode" content="4104000031 ">"""


@pytest.mark.parametrize(
    "container",
    [
        '<div class="TRS_Editor">{}</div>',
        '<div id="zoom"><!--ZJEG_RSS.content.begin-->{}</div>',
        '<div id="UCAP-CONTENT">{}</div>',
        '<div id="vsb_content"><div class="v_news_content">{}</div></div>',
        '<div class="pages_content">{}</div>',
        '<td class="bt2">{}</td>',
    ],
)
def test_main_text_of_each_family(container: str) -> None:
    body = (
        "<table><tr><td><h2>关于做好防汛工作的通知</h2><p>发布时间：2020-06-01 来源：县应急局</p></td>"
        f"</tr><tr>{container.format(PROSE)}</tr></table>"
    )
    read = page(body, "/tzgg/t20200601_5.html", head=ARTICLE_HEAD)
    assert read.kind == "article"
    assert read.text.startswith("为做好今年的防汛工作")
    assert read.text.count("\n") == 2
    assert "标识码" not in read.text


def test_the_shown_date_wins_and_all_candidates_stay() -> None:
    read = page(
        f"<h1>关于做好防汛工作的通知</h1><p>发布时间：2020-06-01</p><div id='zoom'>{PROSE}</div>",
        "/t20200602_5.html",
        head=ARTICLE_HEAD,
    )
    assert read.published is not None
    assert (read.published.day, read.published.source) == (date(2020, 6, 1), "shown")
    assert [(one.source, one.day.day) for one in read.published.candidates] == [
        ("shown", 1),
        ("meta", 3),
        ("address", 2),
    ]


def test_dates_of_side_lists_and_clocks_are_not_the_pages() -> None:
    side = (
        "<div class='side'><table><tr><td><a href='/a/1.html'>其他地方发生的另一件事情</a></td>"
        "<td>2024-01-01</td></tr></table></div>"
    )
    body = (
        f"<p>今天是：2025年1月1日</p>{side}<h1>关于做好防汛工作的通知</h1><div id='zoom'>"
        f"<p>自2019年1月1日起施行。</p>{PROSE}</div>"
    )
    read = page(body, "/zcwj/show.asp?id=5", title="关于做好防汛工作的通知")
    assert read.published is None


def test_title_above_the_date_when_the_title_element_names_the_column() -> None:
    body = (
        "<table><tr><td>县医院开展义诊活动受到群众好评</td></tr><tr><td>2016-07-08 13:16:22</td></tr><tr>"
        f"<td>{PROSE}</td></tr></table>"
    )
    read = page(body, "/col9/articleinfo-85.html", title="通知公告——示范县卫生局-示范县卫生局网站")
    assert read.title == "县医院开展义诊活动受到群众好评"


def test_a_guide_with_title_and_nothing_else_is_blank() -> None:
    body = "<h1>老年人优待证办理</h1><p>发布时间：2018-05-02</p><div class='TRS_Editor'>&nbsp;</div>"
    read = page(body, "/bszn/t20180502_7.html", title="老年人优待证办理")
    assert read.blank
    assert read.kind == "article"


@pytest.mark.parametrize(
    "content",
    [
        '<p><img src="W020180502.jpg"></p>',
        '<iframe src="a.pdf"></iframe>',
        '<a href="P020180502.pdf">附件</a>',
        "<script>document.write(c)</script>",
    ],
)
def test_pictures_files_frames_and_scripts_are_content(content: str) -> None:
    body = f"<h1>老年人优待证办理</h1><p>发布时间：2018-05-02</p><div class='TRS_Editor'>{content}</div>"
    assert not page(body, "/bszn/t20180502_7.html", title="老年人优待证办理").blank


def test_redirect_stub() -> None:
    html = '<html><head><meta http-equiv="Refresh" content="0;URL=./ywyw/"></head><body></body></html>'
    read = read_page(html, f"{HOST}/xwzx/")
    assert (read.kind, read.redirect_to, read.blank_list) == ("stub", f"{HOST}/xwzx/ywyw/", False)


def test_stub_that_jumps_by_script() -> None:
    read = read_page("<script>window.location.href='http://new.demo.gov.cn/';</script>", f"{HOST}/")
    assert read.redirect_to == "http://new.demo.gov.cn/"


def test_a_page_that_reloads_itself_is_no_stub() -> None:
    assert page(TRS_LIST, "/xwzx/", head='<meta http-equiv="refresh" content="300">').redirect_to is None


def test_query_in_the_pages_charset_and_path_in_utf8() -> None:
    read = page('<a href="文件/通知.asp?s=通知">下载</a>', "/", charset="gb2312")
    assert f"{HOST}/%E6%96%87%E4%BB%B6/%E9%80%9A%E7%9F%A5.asp?s=%CD%A8%D6%AA" in [link.url for link in read.links]


def test_every_kind_of_target() -> None:
    body = """<img src="a.jpg" srcset="b.jpg 2x"><link rel="stylesheet" href="c.css"><script src="d.js"></script>
    <iframe src="e.html"></iframe><embed src="f.pdf"><object data="g.ofd"></object><a href="h.docx">附件</a>
    <a href="#" onclick="window.open('i.pdf')">打开</a>
    <select><option value="http://other.gov.cn/">兄弟单位</option></select>"""
    kinds = {link.url.rpartition("/")[2]: link.kind for link in page(body).links}
    assert [kinds[name] for name in ("a.jpg", "b.jpg", "c.css", "d.js")] == ["image", "image", "style", "script"]
    assert [kinds[name] for name in ("e.html", "f.pdf", "g.ofd", "h.docx", "i.pdf")] == ["frame", *["attachment"] * 4]
    assert "http://other.gov.cn/" in [link.url for link in page(body).links]


@pytest.mark.parametrize(
    "href", ["javascript:;", "javascript:void(0)", "mailto:a@b.cn", "tel:110", "#top", "", "data:text/html,x"]
)
def test_links_that_lead_nowhere_are_dropped(href: str) -> None:
    assert f"{HOST}/x" not in [link.url for link in page(f'<a href="{href}">点这里</a>', "/x").links]


def test_content_after_the_end_of_html_is_kept() -> None:
    read = read_page("<html><body>甲</body></html><p>乙<a href='/late.html'>丙</a></p>", f"{HOST}/")
    assert read.links[0].url == f"{HOST}/late.html"
    assert read.visible_text == "甲\n乙丙"


def test_base_counts_for_relative_links() -> None:
    read = read_page("<head><base href='/sub/'></head><a href='x.html'>名称</a>", f"{HOST}/a/b.html")
    assert read.links[0].url == f"{HOST}/sub/x.html"


def test_footer_codes() -> None:
    codes = page("").codes
    assert (codes.site_code, codes.icp, codes.police) == (
        "4104000031",
        "豫ICP备05017763号-1",
        "豫公网安备41040002000001号",
    )


def test_meta_tags_in_any_shape() -> None:
    read = page(
        "",
        head=(
            "<META CONTENT='41040000311 ' NAME='siteidcode'><meta name=ColumnName content=''>"
            "<meta name='columnname' content='要闻'>"
        ),
    )
    assert read.meta["SiteIDCode"] == "41040000311"
    assert read.meta["ColumnName"] == "要闻"


def test_navigation_gives_columns_and_more_links_take_their_heading() -> None:
    body = '<div><h3>公示公告</h3><a href="/gsgg/">更多&gt;&gt;</a></div>'
    columns = {column.name: column.url for column in page(body, is_home=True).columns}
    assert columns["新闻中心"] == f"{HOST}/xwzx/"
    assert columns["公示公告"] == f"{HOST}/gsgg/"
    assert "首页" not in columns


def test_home_page_gathers_the_dated_lists() -> None:
    notices = (
        "<ul class='gg'>"
        + "".join(f"<li><a href='/gg/{n}.html'>关于第{n}号停水检修的公告</a><i>2020-01-0{n}</i></li>" for n in (3, 2))
        + "</ul>"
    )
    read = page(TRS_LIST + notices, "/", is_home=True)
    assert read.kind == "home"
    assert len(read.entries) == 5


def test_hidden_links_are_counted() -> None:
    body = (
        '<div style="display: none"><a href="http://casino.example/">彩票</a>'
        '<a href="http://slots.example/">老虎机</a></div>'
    )
    read = page(body)
    assert read.hidden_link_count == 2
    assert [link.hidden for link in read.links if "example" in link.url] == [True, True]


def test_annual_report_is_known_by_its_title() -> None:
    head = '<meta name="ArticleTitle" content="示范县2023年政府信息公开工作年度报告">'
    assert page(f"<div class='TRS_Editor'>{PROSE}</div>", "/xxgk/t20240115_1.html", head=head).kind == "report"


def test_numbered_pager() -> None:
    pager = (
        "<div>"
        + "".join(f"<a href='list.asp?page={n}'>{n}</a>" for n in (1, 2, 3))
        + "<a href='list.asp?page=2'>下一页</a> <a href='list.asp?page=48'>尾页</a></div>"
    )
    read = page(TRS_LIST.replace("createPageHTML", "other") + pager, "/list.asp?page=1", head=column_head("要闻"))
    assert read.next_pages == tuple(f"{HOST}/list.asp?page={number}" for number in (2, 3, 48))


TAGS = """<div>|</div>|<ul>|<li>|<a href='x.html'>|<a href='http://[x'>|</a>|<table>|<tr>|<td>|<p>|<title>|</html>|<!--|-->
<script>|</script>|<![CDATA[|<record>|<base href='http://['>|<meta http-equiv=refresh content='0;url=x'>|2020-01-01|通知
发布时间：|2020年13月45日|createPageHTML(1,0,'a','b')""".replace("\n", "|").split("|")
MARKUP = st.lists(st.sampled_from([*TAGS, "\x00", "\ud800"])).map("".join)


@given(st.one_of(st.text(), MARKUP))
def test_read_page_never_raises(html: str) -> None:
    read = read_page(html, f"{HOST}/a/b.html", charset="gbk")
    assert all(link.url.startswith(("http://", "https://")) for link in read.links)
    assert read.published is None or 1994 <= read.published.day.year <= 2099


@given(st.text())
def test_links_never_raise_and_are_ascii(href: str) -> None:
    read = read_page(f'<a href="{href.replace(chr(34), "")}">名称</a>', f"{HOST}/", charset="big5")
    assert all(link.url.isascii() for link in read.links)


def test_what_stands_on_every_page_is_no_entry_of_an_empty_list() -> None:
    furniture = "".join(
        f"<li><a href='/f{number}.html'>{words}</a></li>"
        for number, words in enumerate(
            ["无障碍阅读", "共 0 条 当前第 1 / 1 页", "ICP证号：某ICP备08000001号-1", "网站地图与导航"]
        )
    )
    read = page(f"<h2>意见征集</h2><ul class='list'>{furniture}</ul>", "/hdjl/yjzj/index.html", title="意见征集")
    assert read.entries == ()
    assert read.blank_list
