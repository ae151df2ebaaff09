"""`xuncha portals schedule|group`, `status` and `db size|thin|backup`, as an operator uses them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from storage.records import ProbeFact
from storage.store import Store
from tests.support import Xuncha
from xuncha.cli import app
from xuncha.errors import Mistake

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
A, B = "http://a.example.gov.cn/", "http://b.example.gov.cn/"
Run = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def run(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process; its JSON lines. Two portals are under watch, one of them in a group."""
    for name, value in Xuncha(tmp_path).environment.items():
        monkeypatch.setenv(name, value)
    store.add_portal(A, name="a", now=datetime.now(UTC), group="city")
    store.add_portal(B, name="b", now=datetime.now(UTC))

    def command(*words: str) -> list[dict[str, Any]]:
        result = CliRunner().invoke(app, [*words, "--json"], catch_exceptions=False)
        assert result.exit_code == 0
        return [json.loads(line) for line in result.stdout.splitlines()]

    return command


def plain(*words: str) -> str:
    return CliRunner().invoke(app, [*words], catch_exceptions=False).stdout


def crons(rows: list[dict[str, Any]]) -> dict[str, str | None]:
    return {row["name"]: row["cron"] for row in rows}


def test_a_portals_timetable_comes_before_its_groups_and_everybodys(run: Run) -> None:
    assert crons(run("portals", "schedule", "--cron", "0 1 * * *")) == {"a": "0 1 * * *", "b": "0 1 * * *"}
    assert crons(run("portals", "schedule", "--group", "city", "--cron", "0 2 * * *")) == {"a": "0 2 * * *"}
    assert crons(run("portals", "schedule", "a", "--cron", "0 3 * * *")) == {"a": "0 3 * * *"}
    assert crons(run("portals", "schedule")) == {"a": "0 3 * * *", "b": "0 1 * * *"}
    run("portals", "schedule", "a", "--clear")
    plain("portals", "group", "-", "a")
    assert crons(run("portals", "schedule")) == {"a": "0 1 * * *", "b": "0 1 * * *"}


def test_a_new_timetable_moves_the_next_date(run: Run, store: Store) -> None:
    now = datetime.now(UTC)
    store.end_run(
        store.start_run(1, trigger="manual", now=now).run_id, status="done", reason="finished", stats={}, now=now
    )
    [row] = run("portals", "schedule", "a", "--every", "6h")
    assert datetime.fromisoformat(row["next_patrol_at"]) == now + timedelta(hours=6)
    [never] = run("portals", "schedule", "b", "--every", "6h")
    assert datetime.fromisoformat(never["next_patrol_at"]) <= datetime.now(UTC)  # it was never patrolled: at once


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--cron", "0 3 * *"), "five fields"),
        (("--cron", "0 3 30 2 *"), "no day that will come"),
        (("--every", "soon"), "no duration"),
        (("--every", "10s"), "5m at least"),
        (("--quiet", "8-18"), "22:00-06:00"),
        (("--every", "1h", "--cron", "0 3 * * *"), "choose one"),
        (("a", "--group", "city"), "choose one"),
        (("--group", "nobody"), "'nobody'"),
    ],
)
@pytest.mark.usefixtures("run")
def test_a_mistake_says_what_to_write(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(Mistake, match=said):
        plain("portals", "schedule", *words)


def test_status_shows_last_next_running_overdue_and_the_home_pages_share(run: Run, store: Store) -> None:
    now = datetime.now(UTC)
    store.schedule_patrol(1, now - timedelta(hours=3))
    store.start_run(2, trigger="scheduled", now=now)
    for number in range(20):
        opened = number > 0
        store.record_probe(1, ProbeFact(now - timedelta(hours=number), opened, "ok" if opened else "failed", None, 90))
    late, running = run("status")
    assert 10_790 < late["overdue_seconds"] < 10_900
    assert (late["home_looks"], late["home_not_opened"], late["group"]) == (20, 1, "city")
    assert (running["running"], running["overdue_seconds"], running["home_looks"]) == (True, 0, 0)
    shown = plain("status")
    assert "overdue 3.0 h" in shown
    assert "5.0%" in shown
    assert "running" in shown


def test_the_database_is_measured_thinned_and_copied(run: Run, tmp_path: Path) -> None:
    [size] = run("db", "size")
    assert size["total"] > size["tables"]["portal"] > 0
    assert "portal" in plain("db", "size")
    assert "thinned: nothing" in plain("db", "thin")
    assert "compacted" in plain("db", "compact")
    plain("db", "backup", str(tmp_path / "copy.db"))
    copy = Store(f"sqlite:///{tmp_path / 'copy.db'}")
    assert [portal.home_url for portal in copy.portals()] == [A, B]
    copy.close()


def test_groups_come_from_lists_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "portals.csv").write_text(f"url,name,group\n{B},b,county\n", encoding="utf-8")
    plain("portals", "import", str(tmp_path / "portals.csv"))
    assert {row["name"]: row["group"] for row in run("portals", "list")} == {"a": "city", "b": "county"}
