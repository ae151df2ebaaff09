"""Every address asked for ends in exactly one visit, whatever the portal does."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Row

from crawler.answer import MOST_HOPS
from storage.store import Store
from tests.crawler.conftest import open_new
from tests.crawler.sites import Patrols, Reply, Site, article, first, html, moved, raw, reset, visits

LIMIT = 60_000  # bytes of a body
OK = article("正常的文章")
GZIP = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
GBK = "市政府办公室关于印发重点工作的通知，各县区人民政府、市直各部门要结合实际认真贯彻落实。" * 6
PAGES = {
    "/ok.htm": OK,
    "/found.htm": article("到了"),
    "/first-hop": moved("/second-hop", 301),
    "/second-hop": moved("/found.htm", 307),
    "/one-way": moved("/target.htm"),
    "/other-way": moved("/target.htm"),
    "/target.htm": article("目标"),
    "/round-a": moved("/round-b"),
    "/round-b": moved("/round-a"),
    "/to-itself": moved("/to-itself"),
    "/abroad": moved("http://10.0.0.1/internal"),
    "/deep/sent-home.htm": moved("/"),
    "/nowhere": Reply(status=302),
    **{f"/chain{number}": moved(f"/chain{number + 1}") for number in range(MOST_HOPS + 5)},
    "/slow.htm": Reply(OK.body, delay=5),
    "/trickle.htm": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin"),
    "/reset.htm": reset,
    "/silent.htm": raw(b""),
    "/garbage.htm": raw(b"\x00\x01 this is no HTTP\r\n\r\n"),
    "/big.htm": Reply(b"<html><body>" + b"x" * (LIMIT + 1)),
    "/bomb.htm": Reply(gzip.compress(b"<html><body>" + bytes(30_000_000)), headers=GZIP),
    "/broken-gzip.htm": Reply(b"\x1f\x8bnot a gzip file at all", headers=GZIP),
    "/cut-gzip.htm": Reply(gzip.compress(article("没有传完的文章").body)[:-12], headers=GZIP),
    "/zipped.htm": Reply(gzip.compress(article("压缩的文章").body), headers=GZIP),
    "/forbidden/x.htm": OK,
    "/always-503.htm": Reply(b"<html>busy", 503),
    "/once-503.htm": first(1, Reply(b"busy", 503), OK),
    "/once-429.htm": first(1, Reply(b"", 429, {"Retry-After": "1"}), OK),
    "/later-429.htm": Reply(b"", 429, {"Retry-After": "3600"}),
    "/gone.htm": Reply(b"<html><body>gone", 410),
    "/soft.htm": html("页面不存在", text="抱歉，您访问的页面不存在"),
    "/refresh.htm": Reply(b'<html><head><meta http-equiv="refresh" content="0;url=/404.html"></head></html>'),
    "/stub.htm": Reply(b'<html><head><meta http-equiv="refresh" content="0;url=/behind.htm"></head></html>'),
    "/behind.htm": article("搬家后的页面"),
    "/empty.htm": Reply(b""),
    "/wall-521.htm": Reply(b"<script>document.cookie='__jsl_clearance=1'</script>", 521),
    "/wall-412.htm": Reply(b"<html><script>$_ts=1</script></html>", 412),
    "/wall-403.htm": Reply(b"Forbidden", 403),
    "/gbk.htm": Reply(
        html("GBK 页面", text=GBK, charset="gbk").body, headers={"Content-Type": "text/html; charset=iso-8859-1"}
    ),
    "/%B9%AB%BF%AA.htm": article("地址是 GBK 编码"),
    "/known.htm": lambda handler: (
        Reply(status=304) if handler.headers.get("If-None-Match") else article_with_tag
    ),
    "/changing.htm": first(1, article("旧闻"), article("新闻")),
    "/file.pdf": html("您访问的文件不存在"),
}  # fmt: skip
article_with_tag = Reply(article("有标签的文章").body, headers={"Content-Type": "text/html", "ETag": '"v1"'})
ONLY_LED_TO = {
    "/found.htm",
    "/second-hop",
    "/target.htm",
    "/behind.htm",
    *(f"/chain{number}" for number in range(1, MOST_HOPS + 5)),
}
ROBOTS = Reply(b"User-agent: *\nDisallow: /forbidden/\n", headers={"Content-Type": "text/plain"})


@pytest.fixture(scope="module")
def patrolled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Store, list[dict[str, Row[Any]]]]]:
    """The portal after two patrols, and each patrol's visits by path."""
    linked = [path for path in PAGES if path not in ONLY_LED_TO]
    home = html("某市人民政府门户网站", *linked, text="欢迎访问")
    limits = {"crawl_timeout": 1, "crawl_max_bytes": LIMIT, "crawl_concurrency": 16, "crawl_max_depth": 9}
    with Site({"/": home, "/robots.txt": ROBOTS, **PAGES}) as site:
        patrols = Patrols(tmp_path_factory.mktemp("answers"), settings=limits)
        store = open_new(patrols, site.url())
        for _ in range(2):
            result = patrols.run(site.url())
            assert (result.returncode, result.stderr) == (0, "")
        rows = visits(store)
        runs = [
            {path_of(site, row): row for row in rows if row.run_id == run} for run in sorted({r.run_id for r in rows})
        ]
        assert sum(len(run) for run in runs) == len(rows)
        yield site, store, runs
        store.close()


def path_of(site: Site, row: Row[Any]) -> str:
    return str(row.url).removeprefix(site.url("")) or "/"


@pytest.mark.parametrize(
    ("path", "outcome", "reason", "status", "attempts"),
    [
        ("/", "ok", None, 200, 1),
        ("/ok.htm", "ok", None, 200, 1),
        ("/first-hop", "redirect", None, 301, 1),
        ("/second-hop", "redirect", None, 307, 1),
        ("/found.htm", "ok", None, 200, 1),
        ("/one-way", "redirect", None, 302, 1),
        ("/other-way", "redirect", None, 302, 1),
        ("/target.htm", "ok", None, 200, 1),
        ("/to-itself", "redirect", "redirect_loop", 302, 1),
        ("/abroad", "redirect", "private_address:10.0.0.1", 302, 1),
        ("/deep/sent-home.htm", "redirect", "soft_404:redirect_home", 302, 1),
        ("/nowhere", "http_error", "http_302", 302, 1),
        (f"/chain{MOST_HOPS}", "redirect", "too_many_redirects", 302, 1),
        ("/slow.htm", "failed", "timeout", None, 3),
        ("/trickle.htm", "failed", "incomplete", None, 3),
        ("/reset.htm", "failed", "reset", None, 3),
        ("/silent.htm", "failed", "reset", None, 3),
        ("/garbage.htm", "failed", "protocol", None, 3),
        ("/big.htm", "too_large", "too_large", None, 1),
        ("/bomb.htm", "too_large", "too_large", None, 1),
        ("/broken-gzip.htm", "failed", "protocol:compression", None, 1),
        ("/cut-gzip.htm", "ok", "truncated", 200, 1),
        ("/zipped.htm", "ok", None, 200, 1),
        ("/forbidden/x.htm", "robots", "robots", None, 1),
        ("/always-503.htm", "http_error", "http_503", 503, 3),
        ("/once-503.htm", "ok", None, 200, 2),
        ("/once-429.htm", "ok", None, 200, 2),
        ("/later-429.htm", "blocked", ".*429.*", 429, 1),
        ("/gone.htm", "http_error", "http_410", 410, 1),
        ("/soft.htm", "ok", "soft_404:.*", 200, 1),
        ("/refresh.htm", "ok", "soft_404:refresh-to-error", 200, 1),
        ("/stub.htm", "ok", None, 200, 1),
        ("/behind.htm", "ok", None, 200, 1),
        ("/empty.htm", "ok", "soft_404:empty", 200, 1),
        ("/wall-521.htm", "blocked", ".*521.*", 521, 1),
        ("/wall-412.htm", "blocked", ".*412.*", 412, 1),
        ("/wall-403.htm", "blocked", ".*403.*", 403, 1),
        ("/%B9%AB%BF%AA.htm", "ok", None, 200, 1),
        ("/known.htm", "ok", None, 200, 1),
        ("/file.pdf", "ok", "soft_404:.*", 200, 1),
    ],
)
def test_an_answer_is_named_for_what_it_is(
    patrolled: Any, path: str, outcome: str, reason: str | None, status: int | None, attempts: int
) -> None:
    visit = patrolled[2][0][path]
    assert (visit.outcome, visit.status, visit.attempts) == (outcome, status, attempts)
    assert re.fullmatch(reason or "None", str(visit.reason))


def test_a_round_of_redirects_is_named_once_it_closes(patrolled: Any) -> None:
    first_run = patrolled[2][0]
    assert Counter([first_run["/round-a"].reason, first_run["/round-b"].reason]) == {None: 1, "redirect_loop": 1}


def test_every_address_asked_for_is_one_visit_and_no_other(patrolled: Any) -> None:
    site, _, runs = patrolled
    asked = {one.path for one in site.requests} - {"/robots.txt", "/404.html"}
    assert set(runs[0]) - {"/forbidden/x.htm", "/404.html"} == asked
    assert set(PAGES) - set(runs[0]) == {f"/chain{number}" for number in range(MOST_HOPS + 1, MOST_HOPS + 5)}
    assert not site.asked("/forbidden/x.htm")


def test_what_comes_under_a_wrong_name_is_read_all_the_same(patrolled: Any) -> None:
    visit = patrolled[2][0]["/gbk.htm"]
    assert GBK[:30] in visit.text
    assert visit.encoding.lower().replace("-", "") in ("gbk", "gb18030", "gb2312")


def test_a_compressed_answer_is_unpacked(patrolled: Any) -> None:
    assert "市政府办公室" in patrolled[2][0]["/zipped.htm"].text


def test_an_unchanged_page_keeps_its_content(patrolled: Any) -> None:
    one, two = (run["/known.htm"] for run in patrolled[2])
    assert (two.outcome, two.status, two.version_id) == ("not_modified", 304, one.version_id)


def test_a_changed_page_shows_another_content(patrolled: Any) -> None:
    one, two = (run["/changing.htm"] for run in patrolled[2])
    assert "旧闻" in one.text and "新闻" in two.text
    assert one.version_id != two.version_id


def test_the_wait_that_the_portal_asks_for_is_granted(patrolled: Any) -> None:
    tries = [one.at for one in patrolled[0].asked("/once-429.htm")]
    assert next(later - earlier for earlier, later in pairwise(tries)) >= 1.0


def test_a_bomb_is_never_unpacked(patrolled: Any) -> None:
    assert patrolled[1].last_run(1).stats["peak_memory_mb"] < 700


def test_the_database_is_sound(patrolled: Any) -> None:
    store = patrolled[1]
    assert store.check() == []
    assert store.counts()["lead"] == 0
