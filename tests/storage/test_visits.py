"""One visit, one transaction: bytes once, versions only for new content, a row for every outcome."""

from datetime import datetime, timedelta
from typing import get_args

import pytest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from storage import tables as t
from storage.records import Lead, Outcome
from storage.store import Store
from tests.storage.samples import HOME, NOW, Patrol, column, content, links, page, patrol, report

LATER = NOW + timedelta(days=1)


@pytest.fixture
def begun(store: Store) -> Patrol:
    return patrol(store)


def seen(store: Store, table: str) -> list[tuple[datetime, datetime]]:
    rows = select(getattr(t, table)).order_by(getattr(t, table).c.id)
    with store.database.read() as connection:
        return [(row.first_seen_at, row.last_seen_at) for row in connection.execute(rows)]


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_is_a_visit(begun: Patrol, outcome: str) -> None:
    begun.visit(outcome=outcome, status=None, reason="why", location="/x", attempts=3, elapsed_ms=7)
    with begun.store.database.read() as connection:
        visit = connection.execute(select(t.visit)).one()
    assert (visit.outcome, visit.reason, visit.location, visit.attempts, visit.at) == (outcome, "why", "/x", 3, NOW)
    assert (begun.rows("page"), begun.rows("version"), begun.store.check()) == (1, 0, [])


def test_bytes_are_stored_once_and_come_back_as_they_were(begun: Patrol) -> None:
    for body in (b"", b"\x00\xff" * 5000, b"\x00\xff" * 5000):
        begun.visit(f"{HOME}{begun.rows('visit')}", body=body, content=content())
    assert begun.rows("body") == 2
    with begun.store.database.read() as connection:
        digests = list(connection.scalars(select(t.visit.c.body_sha256).order_by(t.visit.c.id)))
    assert [begun.store.body(digest) for digest in digests] == [b"", b"\x00\xff" * 5000, b"\x00\xff" * 5000]
    assert begun.store.body("0" * 64) is None


def test_all_that_a_page_shows_is_written(begun: Patrol) -> None:
    shown = content(links=links(f"{HOME}a", f"{HOME}a#top", "mailto:a@b.c"), column=column("a", "b"), report=report())
    begun.visit(body=b"x", content=shown, leads=(Lead(f"{HOME}a", "entry", 1),))
    rows = begun.store.counts()
    assert {name: rows[name] for name in ("page", "version", "column", "entry", "link", "lead")} == {
        **{"page": 1, "version": 1, "column": 1, "entry": 2, "link": 2, "lead": 1}
    }
    assert {name: rows[name] for name in ("report", "metric", "check", "visit", "body")} == {
        **{"report": 1, "metric": 1, "check": 3, "visit": 1, "body": 1}
    }
    assert begun.store.check() == []


def test_a_visit_that_fails_in_the_middle_leaves_nothing(begun: Patrol) -> None:
    """The visit's own row comes last: when it cannot be written, body, page, links and entries go with it."""
    before = begun.store.counts()
    shown = content(links=links(f"{HOME}a"), column=column("a"), report=report())
    with pytest.raises(SQLAlchemyError):
        begun.visit(body=b"x", content=shown, elapsed_ms=object())
    assert begun.store.counts() == before
    begun.visit(body=b"x", content=shown)  # ids of the lost targets are not remembered
    assert (begun.rows("link"), begun.store.check()) == (1, [])


def test_a_second_visit_to_an_address_in_one_run_changes_nothing(begun: Patrol) -> None:
    begun.visit(content=content("one"))
    before = begun.store.counts()
    begun.visit(content=content("two", links=links(f"{HOME}a")), body=b"two", at=LATER)
    assert begun.store.counts() == before


@pytest.mark.parametrize("again", [page(at=LATER, outcome="not_modified", status=304), None])
def test_content_seen_before_only_moves_on(begun: Patrol, again: object) -> None:
    shown = content(links=links(f"{HOME}a"), column=column("a"))
    begun.visit(body=b"x", content=shown)
    next_one = begun.next(LATER)
    if again is None:
        next_one.visit(body=b"x", content=shown, at=LATER)
    else:
        next_one.visit(at=LATER, outcome="not_modified", status=304)
    for table in ("page", "version", "column", "entry", "link"):
        assert seen(begun.store, table) == [(NOW, LATER)], table


def test_a_version_is_made_for_new_content_only(begun: Patrol) -> None:
    at, run = NOW, begun
    for words in ("one", "two", "one"):
        run.visit(content=content(words), body=words.encode(), at=at)
        at += timedelta(days=1)
        run = run.next(at)
    assert seen(begun.store, "version") == [(NOW, NOW + timedelta(days=2)), (NOW + timedelta(days=1),) * 2]


def test_a_better_reading_of_the_same_words_replaces_the_old_one(begun: Patrol) -> None:
    begun.visit(content=content(report=report(12.0)))
    begun.next(LATER).visit(content=content(report=report(21.0)), at=LATER)
    with begun.store.database.read() as connection:
        assert list(connection.scalars(select(t.metric.c.value))) == [21.0]
    assert (begun.rows("version"), begun.rows("report")) == (1, 1)


def test_an_error_page_shows_no_content_and_keeps_the_kind(begun: Patrol) -> None:
    begun.visit(content=content(), etag="a", kind="column")
    lost = {"outcome": "http_error", "status": 404, "kind": "stub", "content": content("404"), "body": b"404"}
    begun.next(LATER).visit(at=LATER, **lost)
    with begun.store.database.read() as connection:
        known = connection.execute(select(t.page)).one()
    assert (known.kind, known.etag, known.last_seen_at, begun.rows("version")) == ("column", "a", LATER, 1)


def test_a_list_that_is_gone_found_no_entries(begun: Patrol) -> None:
    """Zero entries where there were some is an event, not "no column"."""
    begun.visit(content=content("list", column=column("a")))
    begun.next(LATER).visit(content=content("empty"), at=LATER)
    with begun.store.database.read() as connection:
        assert list(connection.scalars(select(t.visit.c.entries_found).order_by(t.visit.c.id))) == [1, 0]


def test_a_correction_of_the_operator_stays(begun: Patrol) -> None:
    begun.visit(content=content("one", column=column("a")))
    begun.store.correct_column(begun.store.columns(begun.portal_id)[0].id, "policy")
    begun.next(LATER).visit(content=content("two", column=column("b")), at=LATER)
    corrected = begun.store.columns(begun.portal_id)[0]
    assert (corrected.kind, corrected.kind_source, corrected.confidence) == ("policy", "operator", 1.0)
