"""kill -9 at any moment: the database stays sound, no visit is lost or doubled, and the next patrol completes the run."""

import os
import random
import signal
import subprocess
import time
from typing import Any

import pytest
from sqlalchemy import Row

from storage.store import Store
from tests.crawler.conftest import Prepare
from tests.crawler.sites import Answer, Reply, Site, article, moved, visits

COLUMNS, SHEETS, ENTRIES = 3, 4, 4
SHEET = """<html><head><title>{name}</title></head><body><h2>{name}</h2><ul class="list">{entries}</ul>
<script>createPageHTML({sheets}, {number}, "index", "html");</script></body></html>"""


def portal() -> dict[str, Answer]:
    """A home page, columns whose further sheets only a script names, their articles, and a page that has moved."""
    columns = [f"/column{column}/index.html" for column in range(COLUMNS)]
    links = "".join(f'<a href="{path}">栏目{number}</a>' for number, path in enumerate(columns))
    pages: dict[str, Answer] = {
        "/": Reply(f"<html><body><h1>某县人民政府</h1>{links}<a href='/old.html'>旧址</a></body></html>".encode()),
        "/old.html": moved("/new.html"),
        "/new.html": Reply(b'<html><head><meta http-equiv="refresh" content="0;url=/newest.html"></head></html>'),
        "/newest.html": article("新址"),
    }  # fmt: skip
    for column in range(COLUMNS):
        for sheet in range(SHEETS):
            pages.update(_sheet(column, sheet))
    return pages


def _sheet(column: int, sheet: int) -> dict[str, Answer]:
    days = range(1, ENTRIES + 1)
    paths = [f"/column{column}/2024{sheet + 1:02}/t2024{sheet + 1:02}{day:02}_{column}.html" for day in days]
    entries = "".join(
        f'<li><a href="{path}">关于做好第 {path[-15:-5]} 号工作的通知</a><span>2024-{sheet + 1:02}-{day:02}</span></li>'
        for day, path in zip(days, paths, strict=True)
    )
    body = SHEET.format(name=f"栏目{column}", entries=entries, sheets=SHEETS, number=sheet).encode()
    address = f"/column{column}/index{f'_{sheet}' if sheet else ''}.html"
    return {address: Reply(body), **{path: article(f"通知 {path}") for path in paths}}


@pytest.mark.slow
def test_a_killed_patrol_loses_nothing(prepare: Prepare, store_url: str) -> None:
    kills = int(os.environ.get("XUNCHA_TEST_KILLS", "6")) if store_url.startswith("sqlite") else 3
    chance = random.Random(20241126)
    with Site(portal(), delay=0.02) as site:
        patrols, store = prepare(site.url(), database=store_url)
        kept: list[Row[Any]] = []
        for moment in sorted(chance.sample(range(len(site.pages) - 2), kills)):
            _kill_once_stored(patrols.start(site.url()), store, moment, chance.uniform(0, 0.04))
            kept = _sound_and_grown(store, kept)
            if _is_done(store):
                break  # the last page came before the kill: one more patrol would be a new one
        if not _is_done(store):
            result = patrols.run(site.url())
            assert (result.returncode, result.stderr) == (0, "")
        rows = _sound_and_grown(store, kept)
    assert {row.url for row in rows} == {site.url(path) for path in site.pages}
    assert {row.outcome for row in rows} == {"ok", "redirect"}
    run = store.last_run(1)
    assert run is not None and (run.status, run.reason) == ("done", "finished")
    assert store.counts()["lead"] == 0


def _is_done(store: Store) -> bool:
    run = store.last_run(1)
    return run is not None and run.status == "done"


def _kill_once_stored(child: "subprocess.Popen[str]", store: Store, number: int, after: float) -> None:
    """kill -9 of the patrol and its readers, so many seconds after so many visits are in the database."""
    try:
        while child.poll() is None and len(visits(store)) < number:
            time.sleep(0.002)
        time.sleep(after)
        assert child.poll() is None, child.communicate()
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _sound_and_grown(store: Store, before: list[Row[Any]]) -> list[Row[Any]]:
    """The visits now; all that were there before are there still, none twice, all of one run."""
    rows = visits(store)
    assert store.check() == []  # PRAGMA integrity_check is part of it
    assert rows[: len(before)] == before
    assert len({row.url for row in rows}) == len(rows)
    assert len({row.run_id for row in rows}) <= 1
    return rows
