"""Error pages that answer 200, and pages that only speak of errors."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import error_words
from parsers.page import Page, read_page
from parsers.soft404 import error_reason, leads_to_error, may_be_error

URL = "http://www.demo.gov.cn/tzgg/12345.html"
FRAME = (
    "<div class=nav><a href=/>首页</a> <a href=/xw/>新闻中心</a></div>{}"
    "<div class=foot>版权所有 示范县人民政府 网站标识码：4104000031</div>"
)


def page(body: str, title: str = "") -> Page:
    return read_page(f"<html><head><title>{title}</title></head><body>{body}</body></html>", URL)


@pytest.mark.parametrize(
    ("body", "title", "reason"),
    [
        ("<h1>页面不存在</h1>", "页面不存在", "title"),
        ("<p>Not Found</p>", "404 Not Found", "title"),
        (FRAME.format("<p>对不起，您访问的页面不存在或已被删除！</p>"), "示范县人民政府", "words"),
        (FRAME.format("<p>您要查看的信息已被删除</p>"), "示范县人民政府", "words"),
        ("<p>找不到您要访问的页面，5秒后返回首页</p>", "提示", "words"),
        ("", "", "empty"),
        ("<p>出错</p>", "系统错误", "title"),
    ],
)
def test_error_pages(body: str, title: str, reason: str) -> None:
    assert error_reason(page(body, title)) == reason


def test_refresh_to_an_error_page() -> None:
    read = read_page('<meta http-equiv="refresh" content="0;url=/error/404.html">', URL)
    assert error_reason(read) == "refresh-to-error"


def test_a_body_of_no_bytes_is_empty() -> None:
    assert error_reason(page("<p>正文</p>"), size=0) == "empty"


PROSE = (
    "<p>近日有群众反映，访问部分网站时提示页面不存在。县大数据局对全县政务网站的链接开展排查，共整改失效链接四十余条。</p>"
    * 5
)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            FRAME.format(f"<h1>关于整改404错误页面的通报</h1><p>发布时间：2020-05-06</p><div id=zoom>{PROSE}</div>"),
            "关于整改404错误页面的通报",
        ),
        (
            FRAME.format(f"<h1>网站链接排查情况</h1><p>发布时间：2020-05-06</p><div id=zoom>{PROSE}</div>"),
            "网站链接排查情况",
        ),
        (
            FRAME.format(
                "<ul>"
                + "".join(
                    f"<li><a href=/a/{n}.html>关于第{n}批页面不存在问题的通报</a><i>2020-01-0{n}</i></li>"
                    for n in range(1, 6)
                )
                + "</ul>"
            ),
            "通报",
        ),
        (FRAME.format("<h1>联系我们</h1><p>电话：0375-2629911，地址：新城区行政路一号</p>"), "联系我们"),
        (FRAME.format("<h1>办理流程</h1><img src=lc.jpg>"), "办理流程"),
    ],
)
def test_living_pages(body: str, title: str) -> None:
    assert error_reason(page(body, title)) is None


@pytest.mark.parametrize(
    ("url", "is_error"), [("/404.html", True), ("/error.jsp", True), ("/errorpage/1", False), ("/xw/t2020.html", False)]
)
def test_addresses_of_error_pages(url: str, is_error: bool) -> None:
    assert leads_to_error(f"http://a.gov.cn{url}") is is_error


@given(st.one_of(st.from_regex(error_words.WORDS), st.from_regex(error_words.TITLE)))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_cheap_look_misses_nothing_that_the_rules_would_find(words: str) -> None:
    assert may_be_error(words)
