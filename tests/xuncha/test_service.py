"""/healthz and /metrics, the log, and secrets: what an operator and a machine see of a running daemon."""

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families

from storage.records import ProbeFact
from storage.settings import Settings, UnreadableSecret
from storage.store import Store
from tests.storage.samples import fill
from tests.support import ROOT, Xuncha
from xuncha import logs
from xuncha.errors import Mistake
from xuncha.scheduler import Loop
from xuncha.service import health, served, wsgi_app

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
on_sqlite = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@contextmanager
def service(store: Store, loops: dict[str, Loop]) -> Iterator[str]:
    with served(wsgi_app(store, loops), "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}"


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def figures(text: str) -> dict[str, float]:
    """name{label=value} → value, of what a Prometheus would read."""
    return {
        sample.name + "".join(f" {key}={value}" for key, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_metrics_are_read_by_prometheus_and_say_what_is_there(store: Store) -> None:
    fill(store)
    now = datetime.now(UTC)
    store.record_probe(1, ProbeFact(now - timedelta(minutes=1), False, "failed", "timeout", None))
    store.schedule_patrol(1, now - timedelta(hours=2))
    with service(store, {"judge": Loop(0.5, steps=7, errors=1, busy_since=now)}) as address:
        status, text = get(f"{address}/metrics")
    found = figures(text)
    assert status == 200
    assert (found["xuncha_up"], found["xuncha_patrols_running"], found["xuncha_patrols_overdue"]) == (1, 1, 2)
    assert found["xuncha_patrol_late_seconds"] >= 7190
    assert found["xuncha_probes_hour opened=false"] == 1
    assert found["xuncha_findings_open code=column.stale severity=warning"] > 10
    assert (found["xuncha_loop_steps loop=judge"], found["xuncha_loop_errors loop=judge"]) == (7, 1)
    assert found["xuncha_database_bytes"] > 100_000
    assert "p4ssw0rd" not in text


@on_sqlite
def test_healthz_tells_a_working_daemon_from_one_that_is_stuck(store: Store) -> None:
    now = datetime.now(UTC)
    loops = {"judge": Loop(0.5, looked_at=now), "probes": Loop(0.5, busy_since=now - timedelta(days=9))}
    with service(store, loops) as address:
        assert get(f"{address}/healthz") == (200, '{"status": "ok", "troubles": []}')
        loops["patrol-1"] = Loop(0.5, busy_since=now - timedelta(hours=2))
        status, text = get(f"{address}/healthz")
        assert (status, json.loads(text)["status"]) == (503, "failing")
        assert "patrol-1: busy for 7200 s" in text
        assert get(f"{address}/")[0] == 404


@on_sqlite
def test_a_loop_that_does_not_look_and_a_database_that_is_gone_are_troubles(store: Store, tmp_path: Path) -> None:
    loops = {"judge": Loop(0.5, looked_at=NOW), "new": Loop(0.5)}
    assert health(store, loops, NOW + timedelta(seconds=60)) == []
    assert health(store, loops, NOW + timedelta(minutes=3)) == [
        "judge: idle and not looking since 2026-06-15T04:00:00+00:00"
    ]
    nowhere = Store(f"sqlite:///{tmp_path / 'empty.db'}")
    assert "run: xuncha db upgrade" in health(nowhere, {}, NOW)[0]
    with service(nowhere, {}) as address:
        assert figures(get(f"{address}/metrics")[1]) == {"xuncha_up": 0}
    nowhere.close()


@on_sqlite
def test_a_port_that_is_taken_is_one_line(store: Store) -> None:
    with served(wsgi_app(store, {}), "127.0.0.1", 0) as port, pytest.raises(Mistake, match=f"--port {port}"):
        served(wsgi_app(store, {}), "127.0.0.1", port).__enter__()


# ── the log ──────────────────────────────────────────────────────────────────


def record(message: str, *values: object, **extra: object) -> logging.LogRecord:
    made = logging.getLogger("xuncha.x").makeRecord(
        "xuncha.x", logging.INFO, "f", 1, message, values, None, extra=extra
    )
    made.created = NOW.timestamp()
    return made


def test_a_line_of_the_log_is_one_object_with_stable_keys() -> None:
    line = logs.JsonLines().format(record("巡查 %s:\n%d", "清河县", 3, action="patrol_ended", portals=[1, 2]))
    assert "\n" not in line
    assert json.loads(line) == {
        "at": "2026-06-15T04:00:00.000+00:00",
        "level": "info",
        "logger": "xuncha.x",
        "message": "巡查 清河县:\n3",
        "action": "patrol_ended",
        "portals": [1, 2],
    }


def test_a_traceback_stays_in_its_line() -> None:
    try:
        raise KeyError("a bug of ours")
    except KeyError as error:
        made = record("failed")
        made.exc_info = (type(error), error, error.__traceback__)
    line = logs.JsonLines().format(made)
    assert "\n" not in line
    assert "KeyError: 'a bug of ours'" in json.loads(line)["traceback"]


@given(st.text(st.characters(exclude_characters='@/:\\"', min_codepoint=33, max_codepoint=126), min_size=8))
def test_no_password_of_an_address_gets_into_the_log(password: str) -> None:
    made = record("cannot reach %s", f"postgresql+psycopg://xuncha:{password}@db:5432/x")
    for formatter in (logs.JsonLines(), logs.Text("%(message)s")):
        line = formatter.format(made)
        assert f":{password}@" not in line
        assert "xuncha:***@db" in line


# ── secrets from files ───────────────────────────────────────────────────────


def test_a_setting_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "database"
    file.write_text("postgresql://u:p@h/x\n")
    monkeypatch.delenv("XUNCHA_DATABASE_URL", raising=False)
    monkeypatch.setenv("XUNCHA_DATABASE_URL_FILE", str(file))
    assert Settings().database == "postgresql://u:p@h/x"
    monkeypatch.setenv("XUNCHA_DATABASE_URL", "sqlite:///here.db")  # nearer, and comes first
    assert Settings().database == "sqlite:///here.db"
    monkeypatch.setenv("XUNCHA_DATABASE_URL_FILE", str(tmp_path / "none"))
    with pytest.raises(UnreadableSecret, match=r"XUNCHA_DATABASE_URL_FILE=.*none: cannot be read"):
        Settings()


def test_a_secret_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    xuncha = Xuncha(tmp_path, {"XUNCHA_DATABASE_URL_FILE": str(tmp_path / "none")})
    assert "XUNCHA_DATABASE_URL_FILE" in xuncha.mistake("status")


def test_the_unit_and_the_compose_file_start_what_there_is() -> None:
    for file in ("xuncha.service", "Dockerfile"):
        text = (ROOT / "deploy" / file).read_text(encoding="utf-8")
        assert "xuncha db upgrade" in text
        assert "xuncha run " in text
        assert "--port 9464" in text
