"""A choice of hostile answers through one patrol and the link engine; `make test-faults` runs every kind by itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import Row

from storage.store import Store
from tests.crawler.sites import Patrols, visits
from tests.faults.kinds import FAULTS, TRAPS
from tests.faults.link_checks import verdicts
from tests.faults.patrols import MOST_MEMORY, answers, patrol, prepare, watched
from tests.faults.records import Fault
from tests.faults.server import FaultServer, whole
from tests.support import ROOT

QUICK = """brotli bomb · gzip in gzip, 30 times · gzip that is none · endless body, a length of petabytes · endless chunks
endless trailers after the last chunk · a byte a second, in the body · 10,000 headers · endless headers · one header of 1 MB
1,000 cookies · cookies of 15 KB · headers that are not UTF-8 · two lengths that differ · a length of 5,000 digits
a redirect to itself · a redirect to the cloud's metadata · a redirect to file: · a redirect to no address at all
a redirect to an address of 100 KB · two pages that refresh to each other · names of 4,500 characters
an image with 100,000 sources · base href to another host · billion laughs, as HTML · an entity that names a file
10 MB of comments that never end · 10 MB of nested formatting · 1 million links on a page · NUL bytes · UTF-7
broken chunks · an answer without head (HTTP/0.9) · status 999 · status 000 · 100 Continue for ever · a reset in the body
304 to a question without condition · 429 with a wait of years · HTML that calls itself PDF · docx bomb
a PDF that is locked"""
CHOSEN = [fault for fault in FAULTS if fault.name in re.split(r" · |\n", QUICK)]


@pytest.fixture(scope="module")
def patrolled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, list[Row[Any]]], float, Store]]:
    """Name of the fault → its visits, after one patrol over all of them; the most memory it took; the store."""
    rooms = {fault.name: f"/{number}{fault.path}" for number, fault in enumerate(CHOSEN)}
    links = "".join(f'<li><a href="{rooms[fault.name]}?1">{fault.label}</a></li>' for fault in CHOSEN)
    with FaultServer(
        {"/": whole(f"<html><head><title>某县</title></head><body><ul>{links}</ul></body></html>")}
    ) as server:
        for fault in CHOSEN:
            prepare(fault)
            server.answers[rooms[fault.name]] = fault.answer
        settings = {"crawl_timeout": 2, "crawl_max_depth": 1, "crawl_concurrency": 8}
        patrols = Patrols(tmp_path_factory.mktemp("faults"), settings=settings)
        store = Store(patrols.url)
        store.upgrade()
        store.add_portal(server.url(), name=None, now=datetime.now(UTC))
        child = patrols.start(server.url())
        megabytes, said = watched(child, monotonic() + 120)
        assert (child.returncode, said[1]) == (0, "")
        rows = visits(store)
        yield (
            {name: [row for row in rows if server.url(path) in row.url] for name, path in rooms.items()},
            megabytes,
            store,
        )
        store.close()


def test_the_choice_is_of_kinds_that_exist() -> None:
    assert len(CHOSEN) == len(re.split(r" · |\n", QUICK)) >= 40


def test_the_document_names_every_kind() -> None:
    told = unescape((ROOT / "docs" / "hostile.md").read_text(encoding="utf-8"))
    assert [fault.name for fault in FAULTS if fault.name.removeprefix("robots.txt: ") not in told] == []


@pytest.mark.parametrize("fault", CHOSEN, ids=lambda fault: fault.name)
def test_a_hostile_answer_is_a_fact_with_a_reason(patrolled: Any, fault: Fault) -> None:
    facts = [(row.outcome, str(row.reason)) for row in patrolled[0][fault.name]]
    assert facts
    assert [
        one for one in facts if not (re.fullmatch(fault.outcome, one[0]) and re.fullmatch(fault.reason, one[1]))
    ] == []


def test_together_they_cost_bounded_memory_and_leave_the_database_sound(patrolled: Any) -> None:
    assert patrolled[1] <= MOST_MEMORY
    assert patrolled[2].check() == []


def test_the_link_engine_has_a_verdict_about_each() -> None:
    told, _, megabytes = verdicts(CHOSEN)
    assert set(told) == {fault.name for fault in CHOSEN}
    assert [line for line in told.values() if "crawler:" in str(line["reason"])] == []
    assert megabytes <= MOST_MEMORY


def test_a_trap_is_left_alone_and_named() -> None:
    sessions = next(fault for fault in TRAPS if fault.name == "sessions in the query")
    told = patrol(replace(sessions, settings={"crawl_max_pages": 150, "crawl_max_depth": 20}))
    assert told.judge() == []
    assert told.ended == "done:finished"
    assert answers(sessions)["/session/"] is sessions.answer
