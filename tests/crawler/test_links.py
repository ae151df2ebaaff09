"""Every address gets one verdict, whatever its host does."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.link_engine import IN_HAND, check_links
from crawler.rough import rough_text
from storage.records import LinkChecked
from storage.settings import Settings
from tests.crawler.sites import (
    Answer,
    Handler,
    Patrols,
    Reply,
    Site,
    article,
    first,
    html,
    moved,
    raw,
    reset,
)
from tests.support import ROOT

QUICK = Settings(crawl_timeout=1, crawl_delay=0, allowed_private_networks="127.0.0.0/8")
FILE = {"Content-Type": "application/pdf"}
LOST = html("提示", text="门前种着一棵枣树，往别处走走吧，首页在那边")


def no_head(handler: Handler) -> Reply:
    return Reply(status=405) if handler.command == "HEAD" else Reply(b"%PDF-1.4 ...", headers=FILE)


def no_parts(handler: Handler) -> Reply:
    return Reply(status=416) if "Range" in handler.headers else Reply(b"%PDF-1.4 ...", headers=FILE)


def cookie_wanted(handler: Handler) -> Reply:
    came_back = "seen=1" in handler.headers.get("Cookie", "")
    return (
        article("欢迎") if came_back else Reply(status=302, headers={"Location": handler.path, "Set-Cookie": "seen=1"})
    )


PAGES: dict[str, Answer] = {
    "/": article("首页"),
    "/ok.htm": article("一切正常"),
    "/moved.htm": moved("/ok.htm", 301),
    "/gone.htm": Reply(b"gone", 410),
    "/error.htm": Reply(b"error", 500),
    "/busy-once.htm": first(1, Reply(b"busy", 503), article("忙完了")),
    "/wait-once.htm": first(1, Reply(b"", 429, {"Retry-After": "1"}), article("等到了")),
    "/wait-long.htm": Reply(b"", 429, {"Retry-After": "3600"}),
    "/soft.htm": html("页面不存在", text="抱歉，您访问的页面不存在"),
    "/soft-gbk.htm": html("提示信息", text="对不起，您要查看的文章不存在或已被删除", charset="gbk"),
    "/to-error": moved("/404.html"),
    "/404.html": html("出错了"),
    "/refresh.htm": Reply(b'<html><meta http-equiv="refresh" content="0;url=/error/404.html"></html>'),
    "/refresh-on.htm": Reply(b'<html><meta http-equiv="refresh" content="0;url=/gone.htm"></html>'),
    "/deep/gone.htm": moved("/"),
    "/empty.htm": Reply(b""),
    "/round-a": moved("/round-b"),
    "/round-b": moved("/round-a"),
    **{f"/chain{number}": moved(f"/chain{number + 1}") for number in range(30)},
    "/abroad": moved("http://10.0.0.1/"),
    "/nowhere": Reply(status=302),
    "/wall-412.htm": Reply(b"<script>$_ts=1</script>", 412),
    "/wall-521.htm": Reply(b"<script>x</script>", 521),
    "/wall-403.htm": Reply(b"Forbidden", 403),
    "/login.htm": Reply(b"", 401),
    "/slow.htm": Reply(b"late", delay=3),
    "/reset.htm": reset,
    "/silent.htm": raw(b""),
    "/garbage.htm": raw(b"\x00\x01 this is no HTTP\r\n\r\n"),
    "/cut.htm": raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n" + article("半页").body
    ),
    "/%B9%AB%BF%AA.htm": article("GBK 的地址"),
    "/q?n=%a4%bd%b6%7d": article("Big5 的地址"),
    "/a.pdf": Reply(b"%PDF-1.4 ...", headers=FILE),
    "/page.pdf": html("下载", text="点击下载"),
    "/no-head.pdf": no_head,
    "/no-parts.pdf": no_parts,
    "/cookie": cookie_wanted,
    "/nothing.pdf": Reply(b"", headers=FILE),
    "/page.jpg": html("提示", text="图片"),
    "/search?q=x": html("搜索", text="抱歉，没有找到您要的内容"),
    "/odd-status": Reply(b"", 468),
    "/huge-header": Reply(article("正常").body, headers={"Content-Type": "text/html", "X-Big": "x" * 20_000}),
    "/error.json": Reply(b'{"code": 404, "msg": "no such page"}', headers={"Content-Type": "application/json"}),
    "/no-page": Reply(status=204),
    "/unready": raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n"),
    "/gone.pdf": Reply(b"", 404),
    "/photo.jpg": Reply(b"\xff\xd8\xff", headers={"Content-Type": "image/jpeg"}),
    "/empty.css": Reply(b"", headers={"Content-Type": "text/css"}),
    "/note.doc": Reply(b"no such attachment", headers={"Content-Type": "text/plain"}),
    "/html.xls": Reply(b"<table><tr><td>1</td></tr></table>", headers={"Content-Type": "application/vnd.ms-excel"}),
    "/refreshed": Reply(b"", headers={"Refresh": "0; url=/ok.htm", "Content-Type": "text/html"}),
    "/named.htm": Reply(b"<script>var to = '/ok.htm'; location.replace(to);</script>"),
    "/same-window.htm": Reply(b"<script>window.open('/gone.htm', '_self')</script>"),
    "/error-as-html": Reply('{"code":404,"msg":"无"}'.encode()),
}


def check(urls: Iterable[str], with_settings: Settings = QUICK) -> list[LinkChecked]:
    async def gather() -> list[LinkChecked]:
        return [checked async for checked in check_links(urls, with_settings, polite=with_settings is not QUICK)]

    return asyncio.run(gather())


@pytest.fixture(scope="module")
def checked() -> Iterator[tuple[Site, dict[str, LinkChecked]]]:
    with Site(PAGES) as site:
        found = check(site.url(path) for path in [*PAGES, "/missing.htm"])
        yield site, {one.url.removeprefix(site.url("")): one for one in found}


@pytest.mark.parametrize(
    ("path", "verdict", "reason", "status", "attempts"),
    [
        ("/ok.htm", "alive", None, 200, 1),
        ("/moved.htm", "alive", None, 200, 1),
        ("/missing.htm", "dead", "http_404", 404, 1),
        ("/gone.htm", "dead", "http_410", 410, 1),
        ("/error.htm", "dead", "http_500", 500, 3),
        ("/busy-once.htm", "alive", None, 200, 2),
        ("/wait-once.htm", "alive", None, 200, 2),
        ("/wait-long.htm", "unknown", "blocked:访问过于频繁 429", 429, 1),
        ("/soft.htm", "dead", "soft_404:title", 200, 1),
        ("/soft-gbk.htm", "dead", "soft_404:title", 200, 1),
        ("/to-error", "dead", "soft_404:redirect_error", 200, 1),
        ("/refresh.htm", "dead", "soft_404:refresh-to-error", 200, 1),
        ("/refresh-on.htm", "dead", "http_410", 410, 1),
        ("/deep/gone.htm", "dead", "soft_404:redirect_home", 200, 1),
        ("/empty.htm", "dead", "soft_404:empty", 200, 1),
        ("/round-a", "dead", "redirect_loop", None, 1),
        ("/chain0", "dead", "too_many_redirects", None, 1),
        ("/abroad", "unknown", "private_address:10.0.0.1", None, 1),
        ("/nowhere", "dead", "http_302", 302, 1),
        ("/wall-412.htm", "unknown", "blocked:瑞数 (412)", 412, 1),
        ("/wall-521.htm", "unknown", "blocked:加速乐 (521)", 521, 1),
        ("/wall-403.htm", "unknown", "blocked:禁止访问 403", 403, 1),
        ("/login.htm", "unknown", "http_401", 401, 1),
        ("/slow.htm", "dead", "timeout", None, 3),
        ("/reset.htm", "dead", "reset", None, 3),
        ("/silent.htm", "dead", "reset", None, 3),
        ("/garbage.htm", "dead", "protocol", None, 3),
        ("/cut.htm", "alive", None, 200, 1),
        ("/%B9%AB%BF%AA.htm", "alive", None, 200, 1),
        ("/q?n=%a4%bd%b6%7d", "alive", None, 200, 1),
        ("/a.pdf", "alive", None, 200, 1),
        ("/page.pdf", "dead", "soft_404:html_for_file", 200, 1),
        ("/no-head.pdf", "alive", None, 200, 1),
        ("/no-parts.pdf", "alive", None, 200, 1),
        ("/cookie", "alive", None, 200, 1),
        ("/nothing.pdf", "dead", "soft_404:empty", 200, 1),
        ("/page.jpg", "dead", "soft_404:html_for_file", 200, 1),
        ("/search?q=x", "alive", None, 200, 1),
        ("/odd-status", "unknown", "blocked:http_468", 468, 1),
        ("/huge-header", "alive", None, 200, 1),
        ("/error.json", "dead", "soft_404:words", 200, 1),
        ("/no-page", "alive", None, 204, 1),
        ("/unready", "dead", "incomplete", None, 3),
        ("/gone.pdf", "dead", "http_404", 404, 1),
        ("/photo.jpg", "alive", None, 200, 1),
        ("/empty.css", "alive", None, 200, 1),
        ("/note.doc", "dead", "soft_404:html_for_file", 200, 1),
        ("/html.xls", "alive", None, 200, 1),
        ("/refreshed", "alive", None, 200, 1),
        ("/named.htm", "alive", None, 200, 1),
        ("/same-window.htm", "dead", "http_410", 410, 1),
        ("/error-as-html", "dead", "soft_404:words", 200, 1),
    ],
)
def test_a_link_is_judged_by_what_its_host_does(
    checked: tuple[Site, dict[str, LinkChecked]],
    path: str,
    verdict: str,
    reason: str | None,
    status: int,
    attempts: int,
) -> None:
    found = checked[1][path]
    assert (found.verdict, found.reason, found.status, found.attempts) == (verdict, reason, status, attempts)


def test_the_end_of_redirects_is_kept(checked: tuple[Site, dict[str, LinkChecked]]) -> None:
    site, found = checked
    assert found["/moved.htm"].final_url == site.url("/ok.htm")
    assert found["/ok.htm"].final_url is None


def test_of_a_file_only_a_part_is_asked_for(checked: tuple[Site, dict[str, LinkChecked]]) -> None:
    assert [(one.method, one.headers["Range"]) for one in checked[0].asked("/a.pdf")] == [("GET", "bytes=0-1023")]


def test_a_server_that_takes_offence_at_parts_is_asked_for_the_whole(
    checked: tuple[Site, dict[str, LinkChecked]],
) -> None:
    assert ["Range" in one.headers for one in checked[0].asked("/no-parts.pdf")] == [True, False]


def test_the_wait_that_a_host_asks_for_is_granted(checked: tuple[Site, dict[str, LinkChecked]]) -> None:
    one, two = checked[0].asked("/wait-once.htm")
    assert two.at - one.at >= 1.0


def test_hosts_that_give_nothing_back() -> None:
    with Site() as closed:
        pass
    with Site({"/": raw(b"this is no TLS")}) as plain:
        urls = [closed.url(), "http://no-such-host.invalid/", plain.url().replace("http:", "https:")]
        found = {one.url: (one.verdict, one.reason) for one in check(urls)}
    assert [found[url] for url in urls] == [("dead", "refused"), ("dead", "dns"), ("dead", "tls")]


def test_a_name_that_resolves_to_a_private_address_is_not_asked() -> None:
    with Site(PAGES) as site:
        strict = Settings(allowed_private_networks="")
        (found,) = check([f"http://localhost:{site.server_port}/ok.htm"], strict)
        assert (found.verdict, found.reason) == ("unknown", "private_address:127.0.0.1")
        assert site.requests == []


def test_an_apology_in_words_of_its_own_is_known_by_an_address_that_cannot_exist() -> None:
    with Site({"/ok.htm": article("正常")}) as site:
        site.missing = LOST
        found = {one.url: one for one in check([site.url("/ok.htm"), site.url("/a.htm"), site.url("/b.htm")])}
    assert [one.verdict for _, one in sorted(found.items())] == ["dead", "dead", "alive"]
    assert found[site.url("/a.htm")].reason == "soft_404:same_as_missing"


def test_where_every_wrong_address_leads_to_another_home_page() -> None:
    with Site({"/": article("新站")}) as new, Site({"/": article("旧站"), "/ok.htm": article("正常")}) as old:
        old.pages["/moved.htm"] = moved(new.url("/"))
        told = {one.url: one.verdict for one in check([old.url("/moved.htm")])}
        assert told == {old.url("/moved.htm"): "alive"}  # a channel that has a host of its own now
        old.missing = moved(new.url("/"))
        told = {one.url: one.verdict for one in check([old.url("/a/1.htm"), old.url("/ok.htm"), old.url("/")])}
    assert told == {old.url("/a/1.htm"): "dead", old.url("/ok.htm"): "alive", old.url("/"): "alive"}


def test_a_program_within_a_host_has_an_apology_of_its_own() -> None:
    lost = html("示范县", text="门前种着一棵枣树，往别处走走")

    def program(handler: Handler) -> Reply:
        known = {"/news/7": article("七"), "/news/8": html("示范县", text="定于后日在体育场举行义卖")}
        return known.get(handler.path, lost) if handler.path.startswith("/news/") else Reply(b"", 404)

    with Site() as site:
        site.missing = program
        told = {one.url[-7:]: one.verdict for one in check([site.url(f"/news/{n}") for n in (7, 8, 9)])}
    assert told == {"/news/7": "alive", "/news/8": "alive", "/news/9": "dead"}


def test_a_program_shows_its_apology_for_any_number_in_the_query() -> None:
    lost = html("示范县", text="门前种着一棵枣树，往别处走走")

    def program(handler: Handler) -> Reply:
        path, _, query = handler.path.partition("?")
        known = {"/show.asp?id=7&p=1": article("七"), "/show.asp?id=8": html("示范县", text="定于后日在体育场举行义卖")}
        if path == "/list.asp":
            return html("示范县", text="水利动态　暂无信息" if "classid=3" in query else "门前种着一棵枣树")
        return known.get(handler.path, lost) if path == "/show.asp" else Reply(b"", 404)

    asked = ("/show.asp?id=7&p=1", "/show.asp?id=8", "/show.asp?id=9", "/list.asp?classid=3")
    with Site() as site:
        site.missing = program
        told = {one.url.removeprefix(site.url("")): one.verdict for one in check(map(site.url, asked))}
    assert told == dict(zip(asked, ("alive", "alive", "dead", "alive"), strict=True))


def test_a_declaration_that_the_bytes_do_not_bear_out_is_not_believed() -> None:
    said = "很抱歉，您要訪問的網頁已經移除，請返回縣政府資訊網首頁重新選擇，或與我們聯絡。" * 2
    assert rough_text(said.encode("big5hkscs"), "text/html; charset=gb2312") == said
    simplified = "很抱歉，您要访问的网页已经移除，请返回县政府信息网首页重新选择。"
    assert rough_text(simplified.encode("gb18030"), "text/html; charset=gb2312") == simplified


def test_a_target_asked_about_twice_is_asked_for_once() -> None:
    with Site(PAGES) as site:
        found = check([site.url("/ok.htm"), site.url("/ok.htm#top"), site.url("/ok.htm")])
        assert [one.verdict for one in found] == ["alive"] * 3
        assert len(site.asked("/ok.htm")) == 1


def test_a_host_is_not_hurried() -> None:
    with Site(PAGES) as site:
        check([site.url(f"/x{number}.htm") for number in range(5)], QUICK.model_copy(update={"crawl_delay": 0.1}))
        assert site.requests[-1].at - site.requests[0].at >= 0.3


def test_no_more_is_taken_in_hand_than_can_be_held() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"mailto:{taken}@gov.cn"

    async def first_ten() -> int:
        checks = check_links(endless(), QUICK)
        for _ in range(10):
            await anext(checks)
        await checks.aclose()
        return taken

    assert asyncio.run(first_ten()) <= IN_HAND + 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60) | st.text(max_size=30).map("http://127.0.0.1:1/{}".format), max_size=5))
def test_any_text_gets_a_verdict(urls: list[str]) -> None:
    refused = Settings(crawl_timeout=1, crawl_delay=0, allowed_private_networks="")
    found = check(urls, refused)
    assert sorted(one.url for one in found) == sorted(urls)
    assert {one.verdict for one in found} <= {"dead", "unknown"}
    assert not [one for one in found if str(one.reason).startswith("crawler:")]


def test_the_command_writes_one_line_for_each_line(tmp_path: Path) -> None:
    with Site(PAGES) as site:
        lines = [site.url("/ok.htm"), "", "no address", "mailto:a@gov.cn", site.url("/ok.htm"), site.url("/gone.htm")]
        (tmp_path / "urls.txt").write_bytes("\r\n".join(lines).encode() + b"\r\n" + site.url("/\xb9").encode("latin-1"))
        rows = _command(tmp_path, str(tmp_path / "urls.txt"))
        assert site.asked("/%B9")
    verdicts = {(row["url"].removeprefix(site.url("")), row["verdict"], row["reason"]) for row in rows}
    assert len(rows) == 6
    assert verdicts == {
        ("/ok.htm", "alive", None),
        ("no address", "dead", "bad_url"),
        ("mailto:a@gov.cn", "unknown", "scheme"),
        ("/gone.htm", "dead", "http_410"),
        ("/%B9", "dead", "http_404"),
    }
    assert set(rows[0]) == {"url", "verdict", "reason", "status", "final_url", "attempts", "elapsed_ms", "checked_at"}


def test_a_file_that_is_not_there_is_the_operators_trouble(tmp_path: Path) -> None:
    result = _run(tmp_path, str(tmp_path / "none.txt"))
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "none.txt" in result.stderr


def _command(folder: Path, file: str) -> list[dict[str, object]]:
    result = _run(folder, file)
    assert (result.returncode, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def _run(folder: Path, file: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "crawler.links", "--from", file, "--json", "--no-politeness"]
    return subprocess.run(
        command,
        env=Patrols(folder).environment,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def test_a_host_is_told_who_asks() -> None:
    with Site(PAGES) as site:
        check([site.url("/ok.htm")])
        assert site.requests[0].headers["User-Agent"].startswith("Xuncha/")
