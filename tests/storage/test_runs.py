"""Patrols begin, are taken up again after a crash, and end."""

from datetime import timedelta

from sqlalchemy import select

from storage import tables as t
from storage.records import KnownPage, Lead
from storage.store import Store
from tests.storage.samples import HOME, NOW, content, page, patrol

HOUR = timedelta(hours=1)


def statuses(store: Store) -> list[tuple[str, str | None]]:
    with store.database.read() as connection:
        return [tuple(row) for row in connection.execute(select(t.run.c.status, t.run.c.reason).order_by(t.run.c.id))]


def test_a_run_that_died_is_taken_up_with_what_it_had_found(store: Store) -> None:
    died = patrol(store)
    found = Lead(f"{HOME}news/", "column", 1, label="要闻"), Lead(f"{HOME}a.pdf", "attachment", 1, hops=1)
    died.visit(content=content(), leads=found)
    died.visit(f"{HOME}news/", leads=(Lead(HOME, "page", 2),))
    again = store.start_run(died.portal_id, trigger="scheduled", now=NOW + HOUR)
    assert (again.run_id, again.resumed) == (died.run_id, True)
    assert again.visited == {HOME, f"{HOME}news/"}
    assert again.frontier == (found[1],)


def test_a_run_that_ended_is_not_taken_up(store: Store) -> None:
    done = patrol(store)
    done.visit(leads=(Lead(f"{HOME}a", "page", 1),))
    after = done.next(NOW + HOUR)
    assert after.run_id != done.run_id
    assert (statuses(store), store.counts()["lead"]) == ([("done", "finished"), ("running", None)], 0)


def test_a_run_that_died_long_ago_is_closed_as_interrupted(store: Store) -> None:
    died = patrol(store)
    died.visit(leads=(Lead(f"{HOME}a", "page", 1),))
    fresh = store.start_run(died.portal_id, trigger="manual", now=NOW + 3 * HOUR, resume_within_seconds=7200)
    assert (fresh.resumed, fresh.visited, fresh.frontier) == (False, frozenset(), ())
    assert statuses(store) == [("interrupted", "its process died"), ("running", None)]
    assert store.check() == []


def test_runs_of_two_portals_have_nothing_to_do_with_each_other(store: Store) -> None:
    one, two = patrol(store), patrol(store, "http://other.example/")
    one.visit(content=content())
    again = store.start_run(two.portal_id, trigger="manual", now=NOW)
    assert (again.run_id, again.visited) == (two.run_id, frozenset())
    store.end_run(two.run_id, status="done", reason="finished", stats={}, now=NOW)
    assert statuses(store) == [("running", None), ("done", "finished")]


def test_the_end_of_a_run_is_told_and_makes_its_portal_due_for_judgement(store: Store) -> None:
    begun = patrol(store)
    assert store.due_for_judgement(NOW + HOUR) == []
    store.heartbeat(begun.run_id, NOW + HOUR / 2)
    store.end_run(begun.run_id, status="failed", reason="time_limit", stats={"visited": 3}, now=NOW + HOUR)
    last = store.last_run(begun.portal_id)
    assert last is not None
    assert (last.status, last.reason, last.stats, last.ended_at) == ("failed", "time_limit", {"visited": 3}, NOW + HOUR)
    assert store.due_for_judgement(NOW + HOUR) == [begun.portal_id]


def test_a_portal_without_a_run_has_no_last_one(store: Store) -> None:
    assert store.last_run(store.add_portal(HOME, name=None, now=NOW).id) is None


def test_known_pages_are_those_whose_full_answer_can_be_asked_about(store: Store) -> None:
    begun = patrol(store)
    begun.visit(body=b"x", etag='"1"', content=content())
    begun.visit(f"{HOME}dated", kind="article", body=b"y", last_modified="Mon, 01 Jun 2026 00:00:00 GMT")
    begun.visit(f"{HOME}neither", body=b"z")
    begun.visit(f"{HOME}no-body", etag='"2"')
    begun.visit(f"{HOME}lost", outcome="http_error", status=404, etag='"3"', body=b"404")
    known = {HOME: KnownPage("home", '"1"', None)}
    known[f"{HOME}dated"] = KnownPage("article", None, "Mon, 01 Jun 2026 00:00:00 GMT")
    assert store.known_pages(begun.portal_id) == known


def test_an_error_in_between_does_not_make_a_page_unknown(store: Store) -> None:
    begun = patrol(store)
    begun.visit(body=b"x", etag='"1"')
    down = page(outcome="http_error", status=503, at=NOW + HOUR)
    store.record_visit(begun.next(NOW + HOUR).run_id, begun.portal_id, down)
    assert store.known_pages(begun.portal_id)[HOME].etag == '"1"'
