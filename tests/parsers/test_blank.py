"""Blank lists and blank pages, and what only looks blank."""

import pytest

from parsers.page import Page, read_page
from parsers.soft404 import error_reason

URL = "http://www.qinghe.gov.cn/xw/index.html"
FRAME = (
    '<html><head><title>乡村动态_清河县人民政府</title><meta name="ColumnName" content="乡村动态"></head><body>'
    '<div class="header"><img src="/a.png"><img src="/b.png"><img src="/c.png"><form><input name="q"></form></div>'
    '<div>当前位置：<a href="/">首页</a> &gt; 乡村动态</div>{}<div class="side"><a href="/a/">部门动态</a><a href="/b/">通知公告</a></div>'
    "<p>主办：清河县人民政府办公室　地址：人民路一号</p><p>冀ICP备05000000号 标识码1305340001 版权所有</p>"
    '<p><a href="http://bszs.conac.cn/x">党政机关</a><a href="http://www.beian.gov.cn/">备案</a><a href="http://a.cn/">链接</a></p></body></html>'
)


def column(inside: str) -> Page:
    return read_page(FRAME.format(inside), URL)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<ul></ul><script>createPageHTML(1, 0, 'index', 'html');</script>",
        "<p>暂无信息</p>",
        "<p>本栏目内容正在整理中</p>",
        '<script type="text/xml"><datastore><recordset></recordset><totalrecord>0</totalrecord></datastore></script>'
        '<script src="/script/jquery.jpage.min.js"></script>',
        "<p>没有找到任何记录！</p>",
        '<img src="/i/1.png"><b>乡村动态</b><img src="/i/2.png"><b>政务公开</b>',  # ornaments before headings
        "<p>本栏目主要公布全县乡村振兴工作的最新动态。</p>",
        '<a href="http://www.gov.cn/">中国政府网</a>',
        '<p>点击：12　来源：本站</p><a href="/zwgk/">政务公开栏目</a>',
    ],
)
def test_a_column_with_nothing_in_it_is_blank(inside: str) -> None:
    assert column(inside).blank_list


@pytest.mark.parametrize(
    "words", ["没有找到任何记录！", "没有相关信息", "暂无内容", "未查询到相关数据", "暂时没有任何信息"]
)
@pytest.mark.parametrize("title", ["乡村动态_清河县人民政府", "清河县人民政府"])
def test_a_list_that_says_it_is_empty_is_no_page_that_is_gone(words: str, title: str) -> None:
    frame = FRAME.replace("乡村动态_清河县人民政府", title)
    page = read_page(
        frame.format(f"<table><tr><td>{words}</td></tr></table>"), "http://www.qinghe.gov.cn/class.php?cid=118"
    )
    assert page.blank_list and error_reason(page, size=900) is None


@pytest.mark.parametrize(
    "inside",
    [
        '<form><p>姓名<input name="n"></p><p>内容<textarea name="c"></textarea></p></form>',
        '<form><input name="q"><select name="c"><option>全部</option></select><input type="submit"></form>',
        '<ul><li><img src="1.jpg"></li><li><img src="2.jpg"></li><li><img src="3.jpg"></li></ul>',
        '<iframe src="/list/frame.html" width="100%" height="600"></iframe>',
        '<video src="/film.mp4"></video>',
        '<a href="http://www.gov.cn/">中国政府网</a><a href="http://www.moe.gov.cn/">教育部</a><a href="http://www.mot.gov.cn/">交通部</a>',
        '<div id="list"></div><script>$.ajax({url: "/api"})</script>',
        '<p><img src="/w.jpg"></p><p>扫描二维码，关注“清河发布”</p>',
        "<div><img src=/1.jpg><p>县城全景</p><img src=/2.jpg><p>修缮一新的清河老码头</p></div>",
        '<p>本栏信息统一在信用中国发布，请点击访问：</p><p><a href="http://www.creditchina.gov.cn/">信用中国</a></p>',
        '<p><a href="http://ggzy.city.gov.cn/">点击进入市公共资源交易平台</a></p>',
        '<p>负责全县水利工作，内设办公室、工程股。</p><ul><li><a href="/sl/dt/">水利动态</a></li><li><a href="/sl/gg/">水利公告</a></li></ul>',
        "<ul><li><a href=/a/1.html>清河县人民政府二〇二五年信息公开工作情况</a></li></ul>",
        '<script type="text/xml"><datastore><recordset></recordset><totalrecord>31</totalrecord></datastore></script>'
        '<script src="/script/jquery.jpage.min.js"></script>',
    ],
)
def test_forms_galleries_frames_and_scripts_are_no_blank_column(inside: str) -> None:
    assert not column(inside).blank_list


def article(body: str, head: str = "<p>发布时间：2026-03-11</p>") -> Page:
    page = f"<html><body><p>您的位置：首页 &gt; 办事指南</p><center><b>取水许可审批办理</b></center>{head}<div>{body}</div>"
    return read_page(page + "<p>主办：清河县人民政府办公室</p></body></html>", "http://a.gov.cn/show.asp?id=3")


@pytest.mark.parametrize(
    "head", ["<p>发布时间：2026-03-11</p>", "<center>（2026年3月11日）</center>", "<p>2026-3-11 来源：本站</p>"]
)
@pytest.mark.parametrize("body", ["", "&nbsp;", "<p>略</p>"])
def test_a_head_without_a_text_is_a_blank_article_in_any_template(head: str, body: str) -> None:
    page = article(body, head)
    assert (page.kind, page.blank) == ("article", True)


@pytest.mark.parametrize(
    "body",
    [
        '<form><input name="a"><input name="b"></form>',
        '<img src="/flow.jpg">',
        '<a href="/form.doc">申请表.doc</a>',
        "<p>办公电话：0712-8323456，上班时间受理。</p>",
        '<div id="c"></div><script>$.get("/api/8", function (d) { $("#c").html(d) })</script>',
    ],
)
def test_a_form_a_picture_a_file_or_a_script_is_content(body: str) -> None:
    assert not article(body).blank


def test_rows_with_labels_and_summaries_are_a_list_and_no_article() -> None:
    row = (
        '<li><a href="/a/{0}.html">县政府召开第{0}次常务会议研究工作</a> 日期：2026-03-1{0} 10:21 点击：12'
        "<p>近日，我县认真落实有关部署，各单位层层压实责任，取得良好成效，受到群众欢迎。</p></li>"
    )
    rows = "".join(row.format(n) for n in range(6))
    page = read_page(
        f"<html><body><p>当前位置：首页 > 工作动态</p><ul>{rows}</ul></body></html>", "http://a.gov.cn/a/gzdt/"
    )
    assert page.kind == "column"
    assert [entry.date.day for entry in page.entries if entry.date] == [10, 11, 12, 13, 14, 15]


def test_the_next_sheets_are_no_columns() -> None:
    pager = (
        '<a href="/gg/1.htm">1</a> <a href="/gg/2.htm">2</a> <a href="/gg/2.htm">下页</a> <a href="/gg/2.htm">尾页</a>'
    )
    page = read_page(
        f'<html><body><a href="/xw.htm">新闻动态</a><div>{pager}</div></body></html>', "http://a.gov.cn/gg.htm"
    )
    assert [one.name for one in page.columns] == ["新闻动态"]


def test_links_to_other_sites_are_no_entries() -> None:
    rows = "".join(f'<li><a href="http://www.site{n}.gov.cn/">某某市人民政府门户网站{n}</a></li>' for n in range(6))
    page = read_page(f"<html><body><ul>{rows}</ul></body></html>", "http://a.gov.cn/lj/")
    assert page.entries == ()
