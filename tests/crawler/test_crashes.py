"""A patrol whose disk is full, whose database is locked or gone, or whose reader is killed: nothing stored is lost, and
the work goes on by itself or stops with one line."""

import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import make_url

from storage.store import Store
from tests.conftest import _start_postgres
from tests.crawler.conftest import Prepare, open_new
from tests.crawler.sites import Patrols, Site, article, ended, html, visits
from tests.storage.samples import NOW, content, page

PATHS = [f"/{number}.htm" for number in range(60)]


@pytest.fixture
def site() -> Iterator[Site]:
    pages = {"/": html("某县人民政府", *PATHS), **{path: article(f"第 {path} 篇") for path in PATHS}}
    with Site(pages, delay=0.03) as portal:
        yield portal


def _once(child: "subprocess.Popen[str]", reached: Callable[[], bool]) -> None:
    """Wait until so much has happened, while the patrol is under way."""
    while not reached():
        assert child.poll() is None, child.communicate()
        time.sleep(0.005)


def _is_whole(store: Store, site: Site) -> None:
    """Every page has its visit, in one run that is done, and the database is sound."""
    rows = visits(store)
    assert sorted(row.url for row in rows) == sorted(site.url(path) for path in site.pages)
    run = store.last_run(1)
    assert run is not None and (run.status, run.reason) == ("done", "finished")
    assert store.check() == []


def test_a_reader_that_is_killed_costs_a_page_and_not_the_patrol(prepare: Prepare, site: Site) -> None:
    patrols, store = prepare(site.url())
    child = patrols.start(site.url())
    kills, chance = 0, random.Random(7)
    for moment in (5, 20, 40):
        _once(child, lambda at=moment: len(site.requests) >= at + chance.randrange(5))  # type: ignore[misc]
        kills += _kill_readers(child.pid)
    result = ended(child)
    assert (result.returncode, result.stderr) == (0, "")
    _is_whole(store, site)
    assert kills > 0
    assert sum(row.reason == "unreadable:crashed" for row in visits(store)) <= kills


def _kill_readers(parent: int) -> int:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    for number in children:
        os.kill(int(number), signal.SIGKILL)
    return len(children)


def test_a_full_disk_ends_a_patrol_with_one_line_and_the_next_goes_on(prepare: Prepare, site: Site) -> None:
    patrols, store = prepare(site.url())
    child = patrols.start(site.url())
    _once(child, lambda: len(visits(store)) > 10)
    full = patrols.data_dir / "xuncha.db-wal"
    resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (full.stat().st_size + 20_000,) * 2)
    result = ended(child)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "disk" in result.stderr
    kept = visits(store)
    assert (len(kept) > 10, store.check()) == (True, [])
    assert patrols.run(site.url()).returncode == 0
    assert set(kept) <= set(visits(store))
    assert {row.url for row in visits(store)} == {site.url(path) for path in site.pages}


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_database_that_is_locked_for_long_is_waited_for(prepare: Prepare, site: Site, tmp_path: Path) -> None:
    patrols, store = prepare(site.url(), database=f"sqlite:///{tmp_path / 'xuncha.db'}?timeout=0.1")
    child = patrols.start(site.url())
    _once(child, lambda: len(visits(store)) > 10)
    with _locked(tmp_path / "xuncha.db"):
        time.sleep(1.5)  # many times the patience of one write
        before = len(visits(store))
        assert child.poll() is None
    result = ended(child)
    assert (result.returncode, result.stderr) == (0, "")
    assert before < len(site.pages)
    _is_whole(store, site)


def test_a_server_that_restarts_is_waited_for(site: Site, tmp_path: Path) -> None:
    with TemporaryDirectory(prefix="xuncha-postgres-", ignore_cleanup_errors=True) as folder:
        server = _start_postgres(Path(folder) / "data")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        try:
            patrols = Patrols(tmp_path, database=url)
            store = open_new(patrols, site.url())
            child = patrols.start(site.url())
            _once(child, lambda: len(visits(store)) > 10)
            server.stop()
            assert child.poll() is None  # it may have fetched all, and waits with what it has not stored
            server.start()
            result = ended(child)
            assert (result.returncode, result.stderr) == (0, "")
            _is_whole(store, site)
            store.close()
        finally:
            server.cleanup()


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(seconds=-1), timedelta(days=400)])
def test_a_clock_that_jumps_leaves_sound_rows(store: Store, jump: timedelta) -> None:
    portal = store.add_portal("http://portal.example/", name=None, now=NOW).id
    run = store.start_run(portal, trigger="manual", now=NOW)
    store.record_visit(run.run_id, portal, page("http://portal.example/", at=NOW, content=content("昨天")))
    then = NOW + jump
    store.record_visit(run.run_id, portal, page("http://portal.example/a", at=then, content=content("今天")))
    store.end_run(run.run_id, status="done", reason="finished", stats={}, now=then)
    later = store.start_run(portal, trigger="manual", now=then)
    store.record_visit(later.run_id, portal, page("http://portal.example/", at=then, content=content("昨天")))
    store.record_visit(later.run_id, portal, page("http://portal.example/a", at=then, content=content("明天")))
    store.end_run(later.run_id, status="done", reason="finished", stats={}, now=then)
    assert store.check() == []
    assert later.run_id != run.run_id
    assert store.counts()["visit"] == 4


def test_a_clock_that_goes_back_does_not_end_a_patrol_that_is_under_way(store: Store) -> None:
    portal = store.add_portal("http://portal.example/", name=None, now=NOW).id
    run = store.start_run(portal, trigger="manual", now=NOW)
    again = store.start_run(portal, trigger="manual", now=NOW - timedelta(days=3))
    assert (again.run_id, again.resumed) == (run.run_id, True)
