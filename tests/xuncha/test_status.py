"""`xuncha status`: how the last patrols ended, in words."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from storage.store import Store
from xuncha.cli import app

TRAPS = [{"pattern": "digits", "example": "http://a.example/1", "count": 4711}]


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XUNCHA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    store, now = Store(f"sqlite:///{tmp_path / 'xuncha.db'}"), datetime.now(UTC)
    store.upgrade()
    portal = store.add_portal("http://a.example/", name="a", now=now)
    run = store.start_run(portal.id, trigger="manual", now=now)
    store.end_run(run.run_id, status="failed", reason="hung", stats={"traps": TRAPS}, now=now)
    store.close()
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "ended", "trap"),
    [
        ("zh", "失败 (爬虫停滞不动，已终止)", "只有数字不同的地址 × 4711"),
        ("en", "failed (the crawl stood still and was ended)", "addresses that differ in digits only × 4711"),
    ],
)
def test_the_end_of_a_patrol_and_its_traps_are_told_in_words(
    shown: Path, monkeypatch: pytest.MonkeyPatch, lang: str, ended: str, trap: str
) -> None:
    monkeypatch.setenv("XUNCHA_LANG", lang)
    output = CliRunner().invoke(app, ["status"], catch_exceptions=False).output
    cells = " ".join("".join(line.split("│")[7:8]).strip() for line in output.splitlines())
    assert " ".join(ended.split()) in " ".join(cells.split())
    assert trap in " ".join(cells.split())


def test_programs_get_the_codes(shown: Path) -> None:
    (row,) = map(json.loads, CliRunner().invoke(app, ["status", "--json"], catch_exceptions=False).output.splitlines())
    assert (row["last_patrol"], row["last_reason"], row["traps"]) == ("failed", "hung", TRAPS)
