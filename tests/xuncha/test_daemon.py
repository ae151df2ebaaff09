"""`xuncha run` against a simulated portal: stopped and started again, it neither repeats itself nor forgets."""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from storage import tables as t
from storage.store import Store
from tests.support import FIXTURES, ROOT, Xuncha
from tests.xuncha.sinks import webhook
from xuncha.cli import app
from xuncha.demo_site import DemoSite

PATIENCE = 90.0  # seconds; far more than is needed on two slow cores
QUICK = {"XUNCHA_CRAWL_MAX_PAGES": "15", "XUNCHA_LINK_CHECKS": "0"}


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    today = (datetime.now(UTC) + timedelta(hours=8)).date()
    with DemoSite(FIXTURES / "portals", today, only=["stale", "alive"]) as opened:
        yield opened


@contextmanager
def daemon(xuncha: Xuncha, log: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """The daemon while the context is open; then SIGTERM, which must end it in good order."""
    with log.open("ab") as file:
        command = [sys.executable, "-m", "xuncha", "run", *words]
        child = subprocess.Popen(command, env=xuncha.environment, stdout=file, stderr=file, cwd=ROOT)
    try:
        yield child
        child.send_signal(signal.SIGTERM)
        assert child.wait(PATIENCE) == 0
    finally:
        child.kill()
        child.wait()


def until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.05)


def alerts(store: Store) -> Counter[str]:
    return Counter(row["status"] for row in store.notifications())


def everything_is_told(store: Store) -> bool:
    told = alerts(store)
    return bool(told) and told.total() == told["sent"]


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_a_restart_repeats_no_patrol_and_no_alert(store: Store, store_url: str, site: DemoSite, tmp_path: Path) -> None:
    xuncha = Xuncha(tmp_path, {**QUICK, "XUNCHA_DATABASE_URL": store_url})
    log = tmp_path / "log"
    portal = store.add_portal(site.urls["stale"], name="stale", now=datetime.now(UTC))
    with webhook() as hook:
        store.add_channel("hook", hook.url, lang="en", min_severity="warning", now=datetime.now(UTC))
        with daemon(xuncha, log):
            until(lambda: everything_is_told(store), "the alerts are delivered")
        before = store.counts(), len(site.requests("stale")), len(hook.messages)
        assert store.last_run(portal.id).status == "done"  # type: ignore[union-attr]
        with daemon(xuncha, log):
            store.add_portal(site.urls["alive"], name="alive", now=datetime.now(UTC))
            until(lambda: store.portals()[1].judged_at is not None, "another portal is patrolled and judged")
            until(lambda: everything_is_told(store), "its alerts are delivered")
        stale = [message for message in hook.messages if message["title"].startswith("Xuncha: stale: ")]
    counts, requests, messages = before
    assert (counts["run"], messages) == (1, 1)
    assert store.counts()["run"] == 2
    assert len(site.requests("stale")) == requests
    assert len(stale) == 1
    assert "Traceback" not in log.read_text()
    assert "ERROR" not in log.read_text()


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_restart_in_the_middle_goes_on_where_it_was(store: Store, site: DemoSite, tmp_path: Path) -> None:
    slow = {**QUICK, "XUNCHA_CRAWL_DELAY": "0.3", "XUNCHA_CRAWL_CONCURRENCY": "1"}
    log = tmp_path / "log"
    portal = store.add_portal(site.urls["stale"], name="stale", now=datetime.now(UTC))
    with daemon(Xuncha(tmp_path, slow), log):
        until(lambda: store.counts()["visit"] >= 4, "some pages are stored")
    stored, asked = visited(store), len(site.requests("stale"))
    assert store.last_run(portal.id).status == "running"  # type: ignore[union-attr]
    with daemon(Xuncha(tmp_path, QUICK), log):
        until(lambda: store.portals()[0].judged_at is not None, "the portal is judged")
    assert store.last_run(portal.id).status == "done"  # type: ignore[union-attr]
    assert (store.counts()["run"], max(visited(store).values())) == (1, 1)
    home = site.urls["stale"].rstrip("/")
    again = {home + request.path for request in site.requests("stale")[asked:]}
    assert len(stored) >= 4
    assert not again & set(stored)
    assert store.findings(code="crawler.failed") == []


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_kill_9_loses_nothing_and_work_goes_on(store: Store, site: DemoSite, tmp_path: Path) -> None:
    slow = {**QUICK, "XUNCHA_CRAWL_DELAY": "0.3", "XUNCHA_CRAWL_CONCURRENCY": "1"}
    portal = store.add_portal(site.urls["stale"], name="stale", now=datetime.now(UTC))
    with pytest.raises(AssertionError), daemon(Xuncha(tmp_path, slow), tmp_path / "log") as child:
        until(lambda: store.counts()["visit"] >= 4, "some pages are stored")
        child.kill()  # SIGTERM after that comes too late for a good end
    crawler = Path(tmp_path, "locks", f"patrol-{portal.id}.lock")
    until(lambda: not Path("/proc", crawler.read_text()).exists(), "the crawler has ended, too")
    stored, asked = visited(store), len(site.requests("stale"))
    assert store.last_run(portal.id).status == "running"  # type: ignore[union-attr]
    assert store.due_patrols(datetime.now(UTC)) == []
    _let_time_pass(store, timedelta(minutes=5))
    with daemon(Xuncha(tmp_path, QUICK), tmp_path / "log"):
        until(lambda: store.portals()[0].judged_at is not None, "the portal is judged")
    assert store.last_run(portal.id).status == "done"  # type: ignore[union-attr]
    assert (store.counts()["run"], max(visited(store).values())) == (1, 1)
    home = site.urls["stale"].rstrip("/")
    assert not {home + request.path for request in site.requests("stale")[asked:]} & set(stored)
    assert store.check() == []


def _let_time_pass(store: Store, by: timedelta) -> None:
    """The dead processes' last words and claims are so much older than they were."""
    with store.database.write() as connection:
        for column in (t.run.c.heartbeat_at, t.lease.c.until):
            for (before,) in connection.execute(select(column).distinct()).all():
                connection.execute(column.table.update().where(column == before).values({column.name: before - by}))


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_the_daemon_looks_at_home_pages_and_shows_its_health(
    store: Store, site: DemoSite, tmp_path: Path, free_port: int
) -> None:
    for number in range(12):  # each has moments of its own: one of them is near
        portal = store.add_portal(f"{site.urls['alive']}?{number}", name=None, now=datetime.now(UTC))
        store.schedule_patrol(portal.id, datetime.now(UTC) + timedelta(days=1))
    often = {**QUICK, "XUNCHA_PROBES_A_DAY": "1440", "XUNCHA_LOG_FORMAT": "json"}
    log = tmp_path / "log"
    with daemon(Xuncha(tmp_path, often), log, "--port", str(free_port)):
        until(lambda: store.counts()["probe"] >= 1, "the home page was looked at")
        health = urllib.request.urlopen(f"http://127.0.0.1:{free_port}/healthz", timeout=30).read()
        metrics = urllib.request.urlopen(f"http://127.0.0.1:{free_port}/metrics", timeout=30).read().decode()
    assert json.loads(health) == {"status": "ok", "troubles": []}
    assert "xuncha_probes_hour{opened=" in metrics
    assert 'xuncha_portals{word="unknown"} 12.0' in metrics
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert {"daemon_started", "daemon_stopping", "daemon_ended"} <= {line.get("action") for line in lines}


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def visited(store: Store) -> Counter[str]:
    """Address → visits."""
    visits = select(t.page.c.url).join(t.visit, t.visit.c.page_id == t.page.c.id)
    with store.database.read() as connection:
        return Counter(connection.scalars(visits))


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
@pytest.mark.filterwarnings("ignore:'imghdr':DeprecationWarning")  # Apprise imports it
def test_once_does_what_is_due_and_ends(
    store: Store, site: DemoSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in Xuncha(tmp_path, QUICK).environment.items():
        monkeypatch.setenv(name, value)
    store.add_portal(site.urls["stale"], name="stale", now=datetime.now(UTC))
    with webhook() as hook:
        store.add_channel("hook", hook.url, lang="en", min_severity="warning", now=datetime.now(UTC))
        assert run_once().startswith("1 portals patrolled (1 done), 1 judged, ")
        assert run_once().startswith("0 portals patrolled (0 done), 0 judged, ")
        assert len(hook.messages) == 1


def run_once() -> str:
    """`xuncha run --once` in this process; the crawler is a child as ever."""
    return CliRunner().invoke(app, ["run", "--once"], catch_exceptions=False).stdout
