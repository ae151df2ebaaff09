"""The whole way on every simulated portal, with the real commands, against what its manifest expects."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support import FIXTURES, Xuncha
from xuncha.demo_manifest import find_manifests
from xuncha.demo_site import DemoSite

NAMES = sorted(find_manifests(FIXTURES / "portals"))


@pytest.fixture(scope="module")
def patrolled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DemoSite, Xuncha]]:
    today = (datetime.now(UTC) + timedelta(hours=8)).date()
    xuncha = Xuncha(tmp_path_factory.mktemp("data"))
    with DemoSite(FIXTURES / "portals", today) as site:
        for name, url in site.urls.items():
            xuncha.done("portals", "add", url, "--name", name, "--organ", "government")
        xuncha.done("crawl")
        xuncha.done("judge")
        yield site, xuncha


@pytest.mark.parametrize("name", NAMES)
def test_the_plain_word_is_right(patrolled: tuple[DemoSite, Xuncha], name: str) -> None:
    site, xuncha = patrolled
    words = {row["name"]: row["word"] for row in xuncha.json("status")}
    assert words[name] == site.expected(name).word


@pytest.mark.parametrize("name", NAMES)
def test_every_expected_finding_is_there_and_nothing_unexpected(patrolled: tuple[DemoSite, Xuncha], name: str) -> None:
    site, xuncha = patrolled
    found = {(row["code"], row["subject"]) for row in xuncha.json("findings", "--portal", name, "--open")}
    expected = site.expected(name)
    wanted = {(item["code"], item["subject"]) for item in expected.findings}
    assert wanted <= found
    assert not {(item["code"], item["subject"]) for item in expected.suspected} & found
    assert not {code for code, _ in found} & set(expected.unexpected)


def test_every_request_the_portals_saw_is_a_visit_or_a_link_check(
    patrolled: tuple[DemoSite, Xuncha], tmp_path: Path
) -> None:
    site, xuncha = patrolled
    xuncha.done("export", str(tmp_path / "out"), "--format", "jsonl")
    rows = _table(tmp_path / "out", "visit")
    assert len({(row["run_id"], row["url_hash"]) for row in rows}) == len(rows)
    assert all(site.requests(name) for name in NAMES)
    targets = {row["id"]: row["url"] for row in _table(tmp_path / "out", "target")}
    dead = {targets[row["target_id"]] for row in _table(tmp_path / "out", "link_check") if row["verdict"] == "dead"}
    assert {one["subject"] for name in NAMES for one in site.expected(name).suspected} <= dead


def test_the_database_is_sound_after_the_patrols(patrolled: tuple[DemoSite, Xuncha]) -> None:
    _, xuncha = patrolled
    (row,) = xuncha.json("db", "check")
    assert row["faults"] == []


def test_dates_from_before_the_last_look_are_found_by_the_next_patrol(tmp_path: Path) -> None:
    """A column that was silent for most of a year is filled up backwards, a fortnight apart."""
    xuncha, today = Xuncha(tmp_path), (datetime.now(UTC) + timedelta(hours=8)).date()
    with DemoSite(FIXTURES / "portals", today, only=["stale"]) as site:
        xuncha.done("portals", "add", site.urls["stale"], "--name", "stale")
        xuncha.done("crawl")
        for number in range(8):
            site.add_entry("stale", "c1101", f"县政府召开第{number + 1}次常务会议", ago=-14 * (number + 1))
        xuncha.done("crawl")
        xuncha.done("judge")
        (row,) = xuncha.json("findings", "--portal", "stale", "--open", "--code", "dates.forged")
    assert row["subject"] == f"{row['portal']}col/col1101/index.html"
    assert (row["evidence"]["backdated"], row["severity"]) == (8, "critical")


def _table(directory: Path, name: str) -> list[dict[str, Any]]:
    import json

    return [json.loads(line) for line in (directory / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
