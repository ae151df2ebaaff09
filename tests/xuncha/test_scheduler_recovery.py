"""Timetables at work, pauses, hung crawlers, and daemons that were killed: every job once, and nobody left over."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from storage.records import PortalRecord, Timetable
from storage.settings import Settings
from storage.store import Store
from tests.support import ROOT
from tests.xuncha.test_scheduler import all_dead, fake, last_status
from xuncha.scheduler import patrol_tick, patrols, probing, probing_tick, recover_tick, run_patrol
from xuncha.scheduler.patrols import _Pulse
from xuncha.scheduler.timetable import CHINA

on_sqlite = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
NIGHT = datetime(2026, 6, 15, 3, 0, tzinfo=CHINA)


@pytest.fixture
def settings(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(patrols, "GRACE", 0.5)
    return Settings(database_url=store_url, data_dir=tmp_path)


@pytest.fixture
def portal(store: Store) -> PortalRecord:
    return store.add_portal("http://a.example/", name="a", now=NIGHT, group="city")


def next_at(store: Store) -> datetime | None:
    return store.portals()[0].next_patrol_at


# ── timetables ───────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("portal")
def test_the_most_particular_timetable_counts(store: Store) -> None:
    def every() -> float | None:
        return store.timetable_of(store.portals()[0]).every

    assert every() is None
    for hours, name in enumerate(("all", "group:city", "portal:1"), 1):
        store.set_timetable(name, Timetable(every=3600.0 * hours))
        assert every() == 3600 * hours
    for name, left in (("portal:1", 2), ("group:city", 1)):
        store.set_timetable(name, None)
        assert every() == 3600 * left


@on_sqlite
@pytest.mark.usefixtures("portal")
def test_after_a_pause_a_missed_patrol_runs_exactly_once(store: Store, settings: Settings) -> None:
    store.set_timetable("group:city", Timetable(cron="*/10 * * * *"))
    two_hours_later = NIGHT + timedelta(hours=2)  # twelve firings were missed
    assert patrol_tick(store, settings, two_hours_later, command=fake("done"))
    assert not patrol_tick(store, settings, two_hours_later, command=fake("done"))
    assert store.counts()["run"] == 1
    assert next_at(store) == two_hours_later + timedelta(minutes=10)


@on_sqlite
@pytest.mark.usefixtures("portal")
def test_what_became_due_is_not_begun_in_quiet_hours(store: Store, settings: Settings) -> None:
    store.set_timetable("all", Timetable(quiet="02:00-06:00"))
    assert not patrol_tick(store, settings, NIGHT, command=fake("done"))
    assert next_at(store) == NIGHT.replace(hour=6)
    assert store.counts()["run"] == 0
    assert patrol_tick(store, settings, NIGHT.replace(hour=6), command=fake("done"))


@on_sqlite
def test_a_manual_patrol_needs_no_permission_and_counts(store: Store, portal: PortalRecord, settings: Settings) -> None:
    store.set_timetable("all", Timetable(cron="0 5 * * *", quiet="02:00-05:00"))
    result = run_patrol(store, portal, settings, trigger="manual", now=NIGHT, command=fake("done"))
    assert result.status == "done"
    assert next_at(store) == NIGHT.replace(hour=5)


def test_of_two_who_read_the_same_date_one_moves_it_on(store: Store, portal: PortalRecord) -> None:
    with ThreadPoolExecutor(4) as pool:
        moved = list(pool.map(lambda n: store.move_patrol(portal.id, NIGHT, NIGHT + timedelta(hours=n)), range(1, 5)))
    assert moved.count(True) == 1


# ── hung, or slow ────────────────────────────────────────────────────────────


@on_sqlite
def test_a_crawler_that_stands_still_is_killed_as_hung(store: Store, portal: PortalRecord, settings: Settings) -> None:
    settings.crawl_hang_limit = 60.0  # until its first sign of life
    pids: list[int] = []

    def at_first(event: dict[str, Any]) -> None:
        settings.crawl_hang_limit = 0.01
        pids.extend(event["pids"])

    result = run_patrol(store, portal, settings, trigger="manual", on_progress=at_first, command=fake("stubborn"))
    assert (result.status, result.reason) == ("failed", "hung")
    assert last_status(store, portal) == ("failed", "hung")
    assert all_dead(pids)


def test_talk_without_progress_is_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(patrols, "monotonic", lambda: clock[0])

    def after(*events: tuple[float, int]) -> list[bool]:
        clock[0] = 0.0
        pulse = _Pulse()
        found = []
        for at, visited in events:
            clock[0] = at
            found.append(pulse.stands_still(600))
            pulse.beat({"event": "progress", "visited": visited})
        return found

    assert after((110, 1), (220, 2), (330, 3), (440, 4)) == [False] * 4  # slow
    assert after((100, 1), (200, 1), (300, 1), (400, 1), (500, 1), (600, 1), (701, 1)) == [False] * 6 + [True]
    assert after((100, 1), (221, 2)) == [False, True]  # its loop stands still


# ── processes that were killed ───────────────────────────────────────────────


def lost_run(store: Store, portal: PortalRecord, at: datetime) -> int:
    store.schedule_patrol(portal.id, at + timedelta(days=1))
    return store.start_run(portal.id, trigger="scheduled", now=at).run_id


def test_a_run_without_a_process_is_due_again_at_once(store: Store, portal: PortalRecord) -> None:
    run_id = lost_run(store, portal, NIGHT)
    soon, later = NIGHT + timedelta(seconds=30), NIGHT + timedelta(minutes=5)
    recover_tick(store, soon)
    assert store.due_patrols(later) == []  # its heart may still beat
    store.take_lease(f"portal:{portal.id}", "somebody", now=later, until=later + timedelta(seconds=60))
    recover_tick(store, later)
    assert store.due_patrols(later) == []  # somebody is at it
    recover_tick(store, later + timedelta(minutes=2))
    assert [due.id for due in store.due_patrols(later + timedelta(minutes=2))] == [portal.id]
    assert store.start_run(portal.id, trigger="scheduled", now=later).run_id == run_id


def test_a_portal_that_kills_every_crawler_is_given_up(store: Store, portal: PortalRecord) -> None:
    at = NIGHT
    for _ in range(4):
        lost_run(store, portal, at)
        at += timedelta(minutes=5)
        recover_tick(store, at)
    assert last_status(store, portal) == ("failed", "died_again")
    assert store.due_for_judgement(at) == [portal.id]
    recover_tick(store, at + timedelta(hours=1))
    assert store.due_patrols(at + timedelta(hours=1)) == []


def test_whoever_took_a_run_up_later_owns_its_heartbeat(store: Store, portal: PortalRecord) -> None:
    first = store.start_run(portal.id, trigger="scheduled", now=NIGHT)
    assert store.heartbeat(first.run_id, NIGHT, first.life)
    second = store.start_run(portal.id, trigger="scheduled", now=NIGHT)
    assert (second.run_id, second.life) == (first.run_id, 1)
    assert not store.heartbeat(first.run_id, NIGHT, first.life)
    assert store.heartbeat(second.run_id, NIGHT, second.life)
    store.end_run(second.run_id, status="done", reason="finished", stats={}, now=NIGHT)
    assert not store.heartbeat(second.run_id, NIGHT, second.life)


PARENT = """
import sys
from threading import Event
from storage.settings import Settings
from xuncha.crawling import environment
from xuncha.scheduler.child import Child
child = Child([sys.executable, "-c", sys.argv[1]], environment(Settings()))
print(*child.next_event(60)["pids"], flush=True)
Event().wait()
"""
ORPHAN = """
import json, os, subprocess, sys, time
from crawler.parent import end_with_parent
end_with_parent()
reader = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
print(json.dumps({"pids": [os.getpid(), reader.pid]}), flush=True)
time.sleep(600)
"""


def test_kill_9_of_the_daemon_leaves_no_crawler_behind(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XUNCHA_DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-c", PARENT, ORPHAN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.send_signal(signal.SIGKILL)
    assert len(pids) == 2
    assert all_dead(pids)


# ── the prober ───────────────────────────────────────────────────────────────


@on_sqlite
def test_a_prober_that_ends_is_told_of_and_started_anew_later(
    settings: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "PAUSE", 0.0)
    command = (sys.executable, "-c", "import sys; sys.exit('the disk is full')")
    assert probing_tick(settings, NIGHT, command=command) is False
    assert [row.message for row in caplog.records] == ["the prober ended: exit code 1 the disk is full"]
    settings.probes_a_day = 0
    assert probing_tick(settings, NIGHT, command=("/nonexistent",)) is False


@on_sqlite
def test_stopping_ends_the_prober_too(store: Store, settings: Settings, tmp_path: Path) -> None:
    assert store.portals() == []
    settings.allowed_private_networks = "127.0.0.0/8"
    stop, pid = Event(), tmp_path / "pid"
    program = f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    with ThreadPoolExecutor(1) as pool:
        ticking = pool.submit(
            probing_tick, settings, datetime.now(UTC), stop=stop, command=(sys.executable, "-c", program)
        )
        deadline = time.monotonic() + 30
        while not (pid.exists() and pid.read_text()) and time.monotonic() < deadline:
            time.sleep(0.01)
        stop.set()
        assert ticking.result(30) is False
    assert all_dead([int(pid.read_text())])
