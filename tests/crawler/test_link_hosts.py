"""The engine keeps each host's pace and robots.txt, and works on many hosts side by side."""

import asyncio
from collections.abc import Iterable
from contextlib import ExitStack

import pytest

from crawler.likeness import sketch_of
from crawler.link_engine import check_links
from storage.records import LinkChecked
from storage.settings import Settings
from tests.crawler.sites import Reply, Site, article, html, moved

POLITE = Settings(crawl_timeout=1, crawl_delay=0.05, allowed_private_networks="127.0.0.0/8")
LOST = html("提示", text="哎呀，这一页去火星了，请返回首页重新选择")
TEXT = {"Content-Type": "text/plain"}


def check(urls: Iterable[str], *, polite: bool = True) -> dict[str, LinkChecked]:
    async def gather() -> dict[str, LinkChecked]:
        return {one.url: one async for one in check_links(urls, POLITE, polite=polite)}

    return asyncio.run(gather())


def robots(text: str, status: int = 200) -> Reply:
    return Reply(text.encode(), status, TEXT)


def test_what_robots_txt_forbids_is_not_asked_for() -> None:
    pages = {
        "/robots.txt": robots("User-agent: *\nDisallow: /in/"),
        "/in/1.htm": article("内"),
        "/out.htm": article("外"),
    }
    with Site({**pages, "/to-in": moved("/in/1.htm")}) as site:
        found = check(map(site.url, ("/in/1.htm", "/out.htm", "/to-in")))
        assert not site.asked("/in/1.htm")
    words = {url.removeprefix(site.url("")): (one.verdict, one.reason) for url, one in found.items()}
    assert words == {"/in/1.htm": ("unknown", "robots"), "/out.htm": ("alive", None), "/to-in": ("unknown", "robots")}


def test_a_robots_txt_that_fails_forbids_everything() -> None:
    with Site({"/robots.txt": robots("", 503), "/a.htm": article("甲")}) as site:
        (found,) = check([site.url("/a.htm")]).values()
        assert (found.verdict, found.reason) == ("unknown", "robots_unavailable:http_503")
        assert not site.asked("/a.htm")


def test_a_crawl_delay_is_kept() -> None:
    pages = {f"/{n}.htm": article(str(n)) for n in range(4)}
    with Site({**pages, "/robots.txt": robots("User-agent: *\nCrawl-delay: 0.2")}) as site:
        check(map(site.url, pages))
        asked = [one.at for one in site.requests if one.path != "/robots.txt"]
    assert asked[-1] - asked[0] >= 0.5


def test_hosts_do_not_wait_for_each_other() -> None:
    """Listed host by host, as a list of a portal's links is not, but a list of many portals' links is."""
    with ExitStack() as stack:
        pages = {f"/{n}.htm": article(str(n)) for n in range(5)}
        sites = [stack.enter_context(Site(pages)) for _ in range(6)]
        check(site.url(path) for site in sites for path in pages)
        begun = [site.requests[0].at for site in sites]
        ended = [site.requests[-1].at for site in sites]
    assert max(begun) < min(ended)


def test_without_politeness_no_robots_txt_is_asked_for() -> None:
    with Site({"/a.htm": article("甲")}) as site:
        check([site.url("/a.htm")], polite=False)
        assert not site.asked("/robots.txt")


def test_one_address_that_cannot_exist_is_asked_for_on_each_host_and_for_each_ending() -> None:
    pages = {path: html(path, text="关于本县的简介") for path in ("/a.htm", "/b.htm", "/c.jsp")}
    with Site(pages) as site:
        check(map(site.url, pages), polite=False)
        extra = [one.path for one in site.requests if one.path not in pages]
    assert sorted(path.rpartition(".")[2] for path in extra) == ["htm", "jsp"]


def test_pages_of_one_application_are_alive() -> None:
    shell = Reply('<title>政务</title><body><div id="app"></div><script src="/app.js"></script>'.encode())
    with Site({}) as site:
        site.missing = shell
        found = check(map(site.url, ("/guide/1", "/news/2")), polite=False)
    assert {one.verdict for one in found.values()} == {"alive"}


def test_a_server_of_one_page_for_everything_has_no_error_page() -> None:
    with Site({}) as site:
        site.missing = article("同一页")
        found = check(map(site.url, ("/1.htm", "/2.htm")), polite=False)
    assert {one.verdict for one in found.values()} == {"alive"}


def test_a_short_page_in_the_frame_of_the_error_page_is_alive() -> None:
    frame = "首页 政务公开 办事服务 互动交流 {} 主办：某某县人民政府办公室"
    with Site({"/about.htm": html("简介", text=frame.format("单位地址：人民路十八号二楼"))}) as site:
        site.missing = html("简介", text=frame.format("这里空空的，请返回首页"))
        found = check(map(site.url, ("/about.htm", "/x.htm")), polite=False)
    assert [found[site.url(path)].verdict for path in ("/about.htm", "/x.htm")] == ["alive", "dead"]


@pytest.mark.parametrize("text", ["", "<", "<html>", "\x00", "<p>一</p>" * 3])
def test_any_markup_has_a_sketch_that_adds_nothing_to_itself(text: str) -> None:
    sketch = sketch_of(text)
    assert sketch.adds_nothing_to(sketch)
