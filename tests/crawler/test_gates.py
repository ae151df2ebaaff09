"""Where a visitor ended who asked for something else: a wall, a login, a notice of maintenance; and rounds of cookies."""

import pytest

from crawler.gates import gate_of
from tests.crawler.sites import Reply, Site, article, moved
from tests.crawler.test_links import check

ASKED = "http://www.demo.gov.cn/zwgk/202405/a.html"


@pytest.mark.parametrize(
    ("final", "gate"),
    [
        ("http://www.demo.gov.cn/waf/index.html?id=9", "防火墙"),
        ("http://www.demo.gov.cn/human_check?back=1", "防火墙"),
        ("http://www.demo.gov.cn/_guard/captcha.php", "防火墙"),
        ("http://blocked.shield.cn/?ip=192.0.2.1", "防火墙"),
        ("http://www.demo.gov.cn/sys_weihu.html", "系统维护"),
        ("http://www.demo.gov.cn/common/ie-update.html", "浏览器限制"),
        ("http://sso.demo.gov.cn/cas/login?service=x", "需要登录"),
        ("http://www.demo.gov.cn/zwgk/202405/b.html", None),
        ("http://blocks.demo.gov.cn/zwgk/1.html", None),
        ("http://www.demo.gov.cn/verified/list.html", None),
    ],
)
def test_gates_by_their_addresses(final: str, gate: str | None) -> None:
    assert gate_of(ASKED, final) == gate


def test_who_asks_for_a_gate_or_a_service_gets_it() -> None:
    login = "http://www.demo.gov.cn/cas/login?service=x"
    assert gate_of("http://www.demo.gov.cn/", login) is None
    assert gate_of("http://www.demo.gov.cn/oa", login) is None  # the form is what the link is for
    assert gate_of("http://www.demo.gov.cn/login.html", login) is None
    assert gate_of("http://www.demo.gov.cn/fj/a.pdf", login) == "需要登录"


def test_a_round_of_cookies_is_a_walls_where_its_name_says_so() -> None:
    with Site({"/ok.htm": article("正常")}) as site:
        for path, cookie in (("/walled.htm", "waf_token=7"), ("/broken.htm", "JSESSIONID=7")):
            headers = {**moved(path).headers, "Set-Cookie": f"{cookie}; path=/"}
            site.pages[path] = Reply(b"", 302, headers)
        found = {
            one.url: (one.verdict, one.reason) for one in check([site.url("/walled.htm"), site.url("/broken.htm")])
        }
    assert found == {
        site.url("/walled.htm"): ("unknown", "blocked:防火墙"),
        site.url("/broken.htm"): ("dead", "redirect_loop"),
    }


def test_a_gate_that_cannot_be_reached_is_a_gate() -> None:
    with Site({"/a.htm": moved("http://127.0.0.1:9/waf/deny.html")}) as site:
        (found,) = check([site.url("/a.htm")])
    assert (found.verdict, found.reason) == ("unknown", "blocked:防火墙")


def test_what_is_no_address_is_not_taken_for_a_gate() -> None:
    (found,) = check(["http://[::1"])
    assert (found.verdict, found.reason) == ("dead", "bad_url")
