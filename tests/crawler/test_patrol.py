"""A patrol as a process: its exit code, its budgets, its doors, its end."""

import json
import signal
import threading
from collections import Counter
from collections.abc import Callable
from time import monotonic

import pytest
from sqlalchemy import select

from crawler.settings import project
from storage import tables as t
from storage.settings import Settings
from storage.store import Store
from tests.crawler.conftest import Prepare
from tests.crawler.sites import Patrols, Reply, Site, article, ended, html, raw, visits

MANY = [f"/{number}.htm" for number in range(40)]


@pytest.fixture
def big_site() -> Site:
    return Site({"/": html("某县人民政府", *MANY), **{path: article(f"第 {path} 篇") for path in MANY}}, delay=0.05)


def test_a_portal_that_cannot_be_had_is_a_visit_and_not_an_accident(prepare: Prepare) -> None:
    with Site() as closed:
        pass
    with Site({"/": raw(b"this is no TLS either")}) as plain:
        expected = {
            "http://no-such-host.invalid/": ("failed", "dns"),
            closed.url(): ("failed", "refused"),
            plain.url().replace("http:", "https:"): ("failed", "tls:"),
            "http://169.254.169.254/": ("refused", "private_address:169.254.169.254"),
        }
        patrols, store = prepare(*expected)
        children = [patrols.start(url) for url in expected]
        assert [ended(child).returncode for child in children] == [0, 0, 0, 0]
    seen = {row.url: (row.outcome, row.reason) for row in visits(store)}
    assert {url: (outcome, reason[: len(expected[url][1])]) for url, (outcome, reason) in seen.items()} == expected


def test_a_name_that_resolves_to_a_private_address_is_refused(prepare: Prepare) -> None:
    with Site({"/": html("内网")}) as site:
        home = f"http://localhost:{site.server_port}/"
        patrols, store = prepare(home, allowed_private_networks="")
        assert patrols.run(home).returncode == 0
        assert site.requests == []
    assert [(row.outcome, row.reason) for row in visits(store)] == [("refused", "private_address:127.0.0.1")]


def test_budgets_end_a_patrol_that_is_done_all_the_same(prepare: Prepare, big_site: Site) -> None:
    with big_site as site, Site(big_site.pages) as deep:
        deep.pages["/0.htm"] = article("深", "/deeper.htm")
        patrols, store = prepare(site.url(), deep.url())
        few = Patrols(patrols.data_dir, settings={"crawl_max_pages": 5})
        flat = Patrols(patrols.data_dir, settings={"crawl_max_depth": 1})
        children = [few.start(site.url()), flat.start(deep.url())]
        assert [ended(child).returncode for child in children] == [0, 0]
        assert not deep.asked("/deeper.htm")
    assert _last(store, 1) == ("done", "page_budget")
    assert _last(store, 2) == ("done", "finished")
    assert sorted(Counter(row.portal_id for row in visits(store)).items()) == [(1, 5), (2, 41)]


def test_time_ends_a_patrol_that_is_done_all_the_same(prepare: Prepare, big_site: Site) -> None:
    with big_site as site:
        site.delay = 1.0
        patrols, store = prepare(site.url(), crawl_time_limit=8)
        assert patrols.run(site.url()).returncode == 0
    assert _last(store, 1) == ("done", "time_limit")
    assert 1 < len(visits(store)) < 41


def test_sigterm_ends_a_patrol_in_good_order(prepare: Prepare, big_site: Site) -> None:
    with big_site as site:
        site.pages["/1.htm"] = Reply(status=429, headers={"Retry-After": "25"})
        reached = _once_reached(site, 10)
        patrols, store = prepare(site.url())
        child = patrols.start(site.url())
        assert reached.wait(30)
        child.send_signal(signal.SIGTERM)
        begun = monotonic()
        result = ended(child)
        assert monotonic() - begun < 10
    assert (result.returncode, result.stderr) == (1, "")
    assert _last(store, 1) == ("interrupted", "shutdown")
    assert {row.url for row in visits(store)} == {
        site.url(one.path) for one in site.requests if one.path != "/robots.txt"
    }
    assert store.check() == []


def test_only_one_patrol_of_a_portal_at_a_time(prepare: Prepare, big_site: Site) -> None:
    with big_site as site:
        reached, over = _once_reached(site, 5), threading.Event()
        site.pages["/39.htm"] = lambda _: article("最后一篇") if over.wait(25) else None
        patrols, _ = prepare(site.url())
        one = patrols.start(site.url())
        assert reached.wait(30)
        two = patrols.run(site.url())
        over.set()
        assert ended(one).returncode == 0
    assert two.returncode == 2
    assert two.stderr == f"A patrol of {site.url()} is under way already; wait for it, or end it\n"


def test_the_operators_trouble_is_one_line(prepare: Prepare) -> None:
    patrols, _ = prepare()
    result = patrols.run("http://nobody.gov.cn/")
    assert result.returncode == 2
    assert result.stderr.startswith("Unexpected portal 'http://nobody.gov.cn/'")
    assert result.stderr.count("\n") == 1


def test_scrapy_itself_can_run_the_spider(prepare: Prepare) -> None:
    with Site({"/": html("主页", "/a.htm"), "/a.htm": article("文章")}) as site:
        patrols, store = prepare(site.url())
        child = patrols.start("", "crawl", "portal", "-a", f"portal={site.url()}", module="scrapy")
        result = ended(child)
    assert (result.returncode, result.stderr) == (0, "")
    assert _last(store, 1) == ("done", "finished")
    assert len(visits(store)) == 2


def test_progress_is_told_in_lines_of_json(prepare: Prepare) -> None:
    with Site({"/": html("主页", "/a.htm"), "/a.htm": article("文章")}) as site:
        patrols, _ = prepare(site.url())
        events = [json.loads(line) for line in patrols.run(site.url(), "--progress").stdout.splitlines()]
    assert {event["event"] for event in events} == {"progress", "ended"}
    assert (events[-1]["status"], events[-1]["stats"]["visits"]) == ("done", 2)
    assert events[-1]["stats"]["pages"] <= 2  # rules/crawler_failed.py asks for it


def test_what_is_linked_and_not_crawled_is_checked_at_the_end(prepare: Prepare) -> None:
    with Site({"/": html("某局", text="欢迎")}) as other:
        pages = {"/": html("主页", "/a.htm", "/logo.png", other.url(), other.url("/gone")), "/a.htm": article("文章")}
        with Site(pages) as site:
            patrols, store = prepare(site.url(), link_checks=10)
            assert patrols.run(site.url()).returncode == 0
            links = {site.url("/logo.png"): "http_404", other.url(): None, other.url("/gone"): "http_404"}
            assert _reasons(store) == {site.url(): None, site.url("/a.htm"): None, **links}


def test_no_door_is_left_open() -> None:
    settings = project(Settings())
    assert settings["REMOTE_CONTROL_ENABLED"] is False
    assert settings["TELNETCONSOLE_ENABLED"] is False
    assert settings["HTTPPROXY_ENABLED"] is False
    assert [settings["DOWNLOAD_HANDLERS"][scheme] for scheme in ("file", "ftp", "s3", "data")] == [None] * 4


def _reasons(store: Store) -> dict[str, str | None]:
    """Address → why a link to it is dead."""
    checks = select(t.target.c.url, t.link_check.c.reason).join(t.link_check, t.link_check.c.target_id == t.target.c.id)
    with store.database.read() as connection:
        return {row.url: row.reason for row in connection.execute(checks)}


def _last(store: Store, portal_id: int) -> tuple[str, str | None]:
    run = store.last_run(portal_id)
    assert run is not None
    return run.status, run.reason


def _once_reached(site: Site, requests: int) -> threading.Event:
    """Set when the site has seen so many requests."""
    reached = threading.Event()

    def watched(answer: Callable[..., object]) -> Callable[..., object]:
        def answering(handler: object) -> object:
            if len(site.requests) >= requests:
                reached.set()
            return answer(handler) if callable(answer) else answer

        return answering

    site.pages = {path: watched(page) for path, page in site.pages.items()}  # type: ignore[arg-type,misc]
    return reached
