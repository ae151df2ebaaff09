"""`xuncha alerts …` as an operator meets it."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from storage.store import Store
from tests.xuncha.test_alerts import REFUSED, add_channel, drain, judged, stale
from xuncha.alerts.routing import COMPANY_WITHIN
from xuncha.cli import app
from xuncha.errors import Mistake

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`xuncha …` in this process: what it prints; a mistake is raised."""
    monkeypatch.setenv("XUNCHA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("XUNCHA_LANG", "en")
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> str:
        return CliRunner().invoke(app, words, catch_exceptions=False).output

    run("portals", "add", "http://a.example/")
    return run


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'xuncha.db'}")
    yield opened
    opened.close()


def rows(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("alerts", "list", "--json").splitlines()]


def test_silences_are_listed_and_ended(run: Run, store: Store) -> None:
    assert run("alerts", "list") == "all is quiet\n"
    run("alerts", "ack", "a.example", "--code", "column.*", "--why", "known [1]")
    run("alerts", "snooze", "1", "--for", "8h")
    run("alerts", "maintenance", "*", "--from", "2099-07-01T00:00", "--until", "2099-07-05", "--daily", "02:00-04:00")
    assert [(row["type"], row["portals"], row["codes"], row["active"]) for row in rows(run)] == [
        *[("ack", "a.example", "column.*", True), ("snooze", "1", "", True), ("maintenance", "", "", False)],
    ]
    assert rows(run)[2]["hours"] == "02:00-04:00"
    assert "known [1]" in run("alerts", "list")
    assert run("alerts", "resume", "2") == "ended 2\n"
    assert len(store.mutes(datetime.now(UTC))) == 2


def test_one_finding_is_acknowledged_by_its_subject(run: Run, store: Store) -> None:
    from tests.xuncha.test_alerts_office import NOW, down, record

    (portal,) = store.portals()
    record(store, portal, NOW, down(portal.home_url, NOW))
    run("alerts", "ack", "1", "--code", "site.unreachable", "--subject", portal.home_url)
    assert [(row["codes"], row["subject"]) for row in rows(run)] == [("site.unreachable", portal.home_url)]
    assert portal.home_url in run("alerts", "list")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ack", "nobody"), "portals list"),
        (("ack", "1", "--subject", "http://a.example/none"), "xuncha findings"),
        (("snooze", "1", "--for", "soon"), "3d"),
        (("snooze", "1", "--for", "0h"), "3d"),
        (("maintenance", "1", "--until", "2020-01-01"), "later"),
        (("maintenance", "1", "--until", "2099-01-01", "--daily", "at night"), "02:00-04:00"),
        (("resume", "7"), "alerts list"),
        (("retry", "nobody"), "channels list"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_write(run: Run, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(Mistake, match=said) as raised:
        run("alerts", *words)
    assert "\n" not in str(raised.value)


def test_dead_letters_are_shown_everywhere_and_sent_again_on_demand(run: Run, store: Store) -> None:
    add_channel(store, REFUSED, name="desk [1]")
    judged(store, stale())
    at = datetime.now(UTC)
    drain(store, at)
    (row,) = rows(run)
    assert (row["type"], row["channel"], row["status"]) == ("undelivered", "desk [1]", "pending")
    (one,) = store.claim_deliveries(at + timedelta(days=1))
    store.mark_failed(one, error="refused for good", next_attempt_at=None)
    assert "desk [1]  dead 1" in run("status")
    assert "refused for good" in run("alerts", "list")
    assert "alerts list" in run("channels", "list")
    assert run("alerts", "retry", "desk [1]") == "1 will be sent again\n"
    assert [one["status"] for one in store.notifications()] == ["pending"]


def test_incidents_are_listed_while_they_go_on(run: Run, store: Store) -> None:
    from tests.xuncha.test_alerts_office import NOW, down, portals, record

    for portal in portals(store, 6):
        record(store, portal, NOW, down(portal.home_url, NOW))
    drain(store, NOW)
    drain(store, NOW + COMPANY_WITHIN)
    assert "6 portals at once: the home page does not open" in run("alerts", "list")
    assert rows(run)[0]["count"] == 6
    assert "incidents that go on: 1" in run("status")
