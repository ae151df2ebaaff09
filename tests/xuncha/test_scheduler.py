"""Patrols are children that end in time, leave nobody behind, and never meet on one portal."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from storage.records import PortalRecord
from storage.settings import Settings
from storage.store import Store
from tests.support import ROOT
from xuncha.scheduler import Daemon, PatrolResult, daemon, lease, patrol_tick, patrols, run_patrol

FAKE = Path(__file__).parent / "fake_crawler.py"

# What a child does is the same on every database.
on_sqlite = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def settings(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(patrols, "GRACE", 0.5)
    return Settings(database_url=store_url, data_dir=tmp_path)


@pytest.fixture
def portal(store: Store) -> PortalRecord:
    return store.add_portal("http://a.example/", name="a", now=utcnow())


def utcnow() -> datetime:
    return datetime.now(UTC)


def fake(behaviour: str) -> tuple[str, ...]:
    return sys.executable, str(FAKE), behaviour


def all_dead(pids: list[int]) -> bool:
    """Whether all of them are; what was killed may need a moment to die."""
    deadline = time.monotonic() + 10
    while any(map(is_alive, pids)):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def is_alive(pid: int) -> bool:
    """Zombies whose parent has not looked yet are dead."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


class Course:
    """What a patrol says on its way; `then` is called at its first sign of life."""

    def __init__(self, then: Callable[[], object] = lambda: None) -> None:
        self.pids: list[int] = []
        self._then = then

    def __call__(self, event: dict[str, Any]) -> None:
        self.pids += event["pids"]
        self._then()

    @property
    def nobody_is_left(self) -> bool:
        return bool(self.pids) and all_dead(self.pids)


def patrol(
    store: Store, portal: PortalRecord, settings: Settings, behaviour: str, course: Course, **more: Any
) -> PatrolResult:
    return run_patrol(store, portal, settings, trigger="manual", on_progress=course, command=fake(behaviour), **more)


def last_status(store: Store, portal: PortalRecord) -> tuple[str, str | None]:
    run = store.last_run(portal.id)
    assert run is not None
    return run.status, run.reason


def lease_is_free(store: Store, portal: PortalRecord) -> bool:
    return store.take_lease(f"portal:{portal.id}", "test", now=utcnow(), until=utcnow() + timedelta(seconds=60))


# ── how a patrol ends ────────────────────────────────────────────────────────


def test_a_patrol_reports_and_moves_the_next_one_on(store: Store, portal: PortalRecord, settings: Settings) -> None:
    course = Course()
    result = patrol(store, portal, settings, "done", course)
    assert (result.status, result.reason, result.visited, result.stats) == ("done", "finished", 3, {"visits": 3})
    assert course.nobody_is_left
    assert store.due_patrols(utcnow() + timedelta(seconds=settings.patrol_interval - 60)) == []
    assert store.due_patrols(utcnow() + timedelta(seconds=settings.patrol_interval + 60))
    assert lease_is_free(store, portal)


@on_sqlite
def test_past_its_time_a_stubborn_crawler_is_killed_and_its_run_closed(
    store: Store, portal: PortalRecord, settings: Settings
) -> None:
    course = Course(lambda: setattr(settings, "crawl_time_limit", 0.01))
    result = patrol(store, portal, settings, "stubborn", course)
    assert (result.status, result.reason) == ("failed", "time_limit")
    assert course.nobody_is_left
    assert last_status(store, portal) == ("failed", "time_limit")


@on_sqlite
def test_past_its_time_a_crawler_may_end_in_good_order(
    store: Store, portal: PortalRecord, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patrols, "GRACE", 30.0)
    course = Course(lambda: setattr(settings, "crawl_time_limit", 0.01))
    result = patrol(store, portal, settings, "polite", course)
    assert (result.status, result.reason, result.visited) == ("interrupted", "time_limit", 3)
    assert course.nobody_is_left
    assert last_status(store, portal) == ("interrupted", "shutdown")


@on_sqlite
def test_a_crawler_that_dies_twice_has_failed_and_judge_can_see_it(
    store: Store, portal: PortalRecord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    course = Course()
    result = patrol(store, portal, settings, "killed", course)
    assert (result.status, result.reason) == ("failed", "crawler: killed by SIGKILL")
    assert last_status(store, portal) == ("failed", "crawler: killed by SIGKILL")
    assert course.nobody_is_left
    assert [row.levelname for row in caplog.records] == ["ERROR", "ERROR"]
    assert store.due_for_judgement(utcnow()) == [portal.id]


@on_sqlite
def test_a_crawler_that_dies_once_takes_its_run_up_again(
    store: Store, portal: PortalRecord, settings: Settings
) -> None:
    assert patrol(store, portal, settings, "killed-once", Course()).status == "done"
    assert store.counts()["run"] == 1


@on_sqlite
def test_a_bug_keeps_its_traceback_in_the_log(
    store: Store, portal: PortalRecord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    result = patrol(store, portal, settings, "bug", Course())
    assert result.reason == "crawler: exit code 1, KeyError: 'a bug of ours'"
    assert "Traceback" in caplog.text
    assert last_status(store, portal)[0] == "failed"


@on_sqlite
def test_the_operators_trouble_is_one_line_and_no_failed_run(
    store: Store, portal: PortalRecord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    result = patrol(store, portal, settings, "operator", Course())
    assert (result.status, result.reason) == ("failed", "the disk is full; make room")
    assert store.last_run(portal.id) is None
    assert caplog.records == []


@on_sqlite
def test_stopping_leaves_the_run_open_and_the_portal_due(
    store: Store, portal: PortalRecord, settings: Settings
) -> None:
    stop = Event()
    course = Course(stop.set)
    result = patrol(store, portal, settings, "stubborn", course, stop=stop)
    assert (result.status, result.reason) == ("interrupted", "stopped")
    assert course.nobody_is_left
    assert last_status(store, portal)[0] == "running"
    assert [due.id for due in store.due_patrols(utcnow())] == [portal.id]
    assert lease_is_free(store, portal)


@on_sqlite
def test_an_interrupt_leaves_nobody_behind(store: Store, portal: PortalRecord, settings: Settings) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    course = Course(interrupt)
    with pytest.raises(KeyboardInterrupt):
        patrol(store, portal, settings, "stubborn", course)
    assert course.nobody_is_left
    assert lease_is_free(store, portal)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_patrols_side_by_side_and_us(tmp_path: Path, number: signal.Signals, code: int) -> None:
    program = f"""
import sys, logging
from storage.settings import Settings
from storage.store import Store
from datetime import UTC, datetime
from xuncha.scheduler import run_patrol, side_by_side
settings = Settings()
store = Store(settings.database)
store.upgrade()
for name in "abc":
    store.add_portal(f"http://{{name}}.example/", name=name, now=datetime.now(UTC))
def tell(event):
    print(*event["pids"], flush=True)
def one(portal, stop):
    command = {fake("stubborn")}
    return run_patrol(store, portal, settings, trigger="manual", on_progress=tell, stop=stop, command=command)
try:
    side_by_side(one, store.portals(), 2)
except KeyboardInterrupt:
    sys.exit(130)
"""
    environment = {**os.environ, "XUNCHA_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        pids = [int(pid) for _ in range(2) for pid in child.stdout.readline().split()]
        child.send_signal(number)
        assert child.wait(20) == code
    assert len(pids) == 4
    assert all_dead(pids)


def test_ctrl_c_ends_link_checks_and_us(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as never_answers:
        (tmp_path / "urls.txt").write_text(f"http://127.0.0.1:{never_answers.getsockname()[1]}/\n")
        environment = {**os.environ, "XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8", "XUNCHA_DATA_DIR": str(tmp_path)}
        command = [sys.executable, "-m", "xuncha", "links", "--from", str(tmp_path / "urls.txt"), "--json"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT) as child:
            connection, _ = never_answers.accept()
            with connection:
                connection.settimeout(20)
                child.send_signal(signal.SIGINT)
                assert "Traceback" not in child.communicate(timeout=20)[1]
                assert child.returncode == 130
                while connection.recv(4096):  # the checker's end is closed when it is dead
                    pass


# ── who patrols what ─────────────────────────────────────────────────────────


def test_a_portal_under_patrol_is_skipped(store: Store, portal: PortalRecord, settings: Settings) -> None:
    assert lease_is_free(store, portal)  # and now it is taken
    result = patrol(store, portal, settings, "done", Course())
    assert (result.status, result.reason) == ("skipped", "another patrol of it is under way")
    assert patrol_tick(store, settings, utcnow(), command=fake("done")) is False
    assert store.last_run(portal.id) is None


@on_sqlite
def test_a_lease_that_was_lost_ends_the_patrol_and_touches_no_run(
    store: Store, portal: PortalRecord, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "RENEW_AFTER", 0.0)

    def steal() -> None:
        ages_later = utcnow() + timedelta(days=1)
        store.take_lease(f"portal:{portal.id}", "thief", now=ages_later, until=ages_later)

    course = Course(steal)
    result = patrol(store, portal, settings, "stubborn", course)
    assert (result.status, result.reason) == ("failed", "lease_lost")
    assert course.nobody_is_left
    assert last_status(store, portal)[0] == "running"
    assert not lease_is_free(store, portal)


def test_a_tick_patrols_what_is_due_the_longest_and_then_nothing(store: Store, settings: Settings) -> None:
    now = utcnow()
    late, later = (store.add_portal(f"http://{name}.example/", name=name, now=now) for name in ("late", "later"))
    store.schedule_patrol(late.id, now - timedelta(hours=1))
    assert patrol_tick(store, settings, now, command=fake("done"))
    assert (store.last_run(late.id) is not None, store.last_run(later.id)) == (True, None)
    assert patrol_tick(store, settings, now, command=fake("done"))
    assert not patrol_tick(store, settings, now, command=fake("done"))
    assert store.counts()["run"] == 2


def test_a_scheduled_patrol_that_fails_is_warned_of_and_not_tried_again_at_once(
    store: Store, portal: PortalRecord, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert patrol_tick(store, settings, utcnow(), command=fake("operator"))
    assert not patrol_tick(store, settings, utcnow(), command=fake("operator"))
    assert [row.message for row in caplog.records] == [
        "patrol of http://a.example/ failed: the disk is full; make room"
    ]


@on_sqlite
def test_a_portals_own_interval_counts(store: Store, portal: PortalRecord, settings: Settings) -> None:
    settings.patrol_interval = 3600
    now = utcnow()
    patrol_tick(store, settings, now, command=fake("done"))
    assert store.portals()[0].next_patrol_at == now + timedelta(hours=1)


def test_ticks_side_by_side_patrol_every_portal_once(store: Store, settings: Settings) -> None:
    now = utcnow()
    portals = [store.add_portal(f"http://p{n}.example/", name=f"p{n}", now=now) for n in range(4)]
    start = threading.Barrier(3)

    def work(_: int) -> int:
        start.wait()
        return next(n for n in range(9) if not patrol_tick(store, settings, now, command=fake("done")))

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == len(portals)
    assert store.counts()["run"] == len(portals)


# ── the clock ────────────────────────────────────────────────────────────────


@pytest.fixture
def fast_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daemon, "TICK_EVERY", 0.02)
    monkeypatch.setattr(daemon, "PAUSE_AFTER_ERROR", 0.01)


@pytest.mark.usefixtures("fast_clock")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_tick_that_raises_is_logged_and_the_loop_goes_on(
    number: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[datetime] = []
    stop = Event()

    def broken(now: datetime) -> bool:
        calls.append(now)
        if len(calls) == 3:
            os.kill(os.getpid(), number)
        raise KeyError("a bug of ours")

    handlers = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    Daemon({"broken": broken}, stop).run()
    assert len(calls) >= 3
    assert all(call.tzinfo is UTC for call in calls)
    assert stop.is_set()
    assert caplog.text.count("KeyError: 'a bug of ours'") >= 3
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == handlers


@pytest.mark.usefixtures("fast_clock")
def test_a_tick_that_takes_long_keeps_no_other() -> None:
    stop = Event()
    others: list[datetime] = []

    def slow(_: datetime) -> bool:
        return stop.wait(30)

    def quick(now: datetime) -> bool:
        others.append(now)
        if len(others) == 5:
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    Daemon({"slow": slow, "quick": quick}, stop).run()
    assert len(others) >= 5
