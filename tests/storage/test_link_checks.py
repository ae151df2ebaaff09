"""Verdicts about targets: what needs one, what a visit says by itself, what a later look replaces."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import tables as t
from storage.link_checks import visit_verdict
from storage.store import Store
from tests.storage.samples import HOME, NOW, Patrol, checked, content, links, page, patrol

LATER = NOW + timedelta(days=1)
A, B, C = (f"https://elsewhere.example/{name}" for name in "abc")


@pytest.fixture
def begun(store: Store) -> Patrol:
    return patrol(store)


def verdicts(patrol: Patrol) -> dict[str, tuple[str, str | None]]:
    wanted = (
        select(t.target.c.url, t.link_check.c.verdict, t.link_check.c.reason)
        .join(t.target, t.target.c.id == t.link_check.c.target_id)
        .where(t.link_check.c.run_id == patrol.run_id)
    )
    with patrol.store.database.read() as connection:
        return {row.url: (row.verdict, row.reason) for row in connection.execute(wanted)}


def test_linked_are_the_web_addresses_on_the_pages_as_last_shown(begun: Patrol) -> None:
    begun.visit(f"{HOME}deep", depth=2, content=content(links=links(C)))
    begun.visit(content=content("old", links=links(A, B, f"{B}#part", "mailto:a@b.c", "javascript:void(0)")))
    assert begun.store.linked_urls(begun.portal_id) == [A, B, C]  # the home page's first
    begun.next(LATER).visit(content=content("new", links=links(B)), at=LATER)
    assert begun.store.linked_urls(begun.portal_id) == [B, C]


@pytest.mark.parametrize(
    ("lost", "left"),
    [
        ({"outcome": "http_error", "status": 404}, []),
        ({"outcome": "redirect", "status": 302, "location": "/"}, []),
        ({"outcome": "http_error", "status": 503}, [A]),
        ({"outcome": "failed", "status": None, "reason": "timeout"}, [A]),
        ({"outcome": "not_modified", "status": 304}, [A]),
    ],
)
def test_a_page_that_is_gone_links_to_nothing_and_one_that_is_down_to_what_it_did(
    begun: Patrol, lost: dict[str, Any], left: list[str]
) -> None:
    begun.visit(content=content(links=links(A)))
    begun.next(LATER).visit(at=LATER, **lost)
    assert begun.store.linked_urls(begun.portal_id) == left


def test_links_of_another_portal_are_its_own(begun: Patrol) -> None:
    begun.visit(content=content(links=links(A)))
    other = patrol(begun.store, "http://other.example/")
    other.visit("http://other.example/", content=content(links=links(A, B)))
    assert begun.store.linked_urls(other.portal_id) == [A, B]
    assert begun.store.linked_urls(begun.portal_id) == [A]


def test_unchecked_are_the_linked_ones_without_a_verdict_in_this_run(begun: Patrol) -> None:
    begun.visit(content=content(links=links(HOME, A, B, C)))
    begun.store.record_link_checks(begun.run_id, [checked(A)])
    assert begun.store.unchecked_targets(begun.run_id, begun.portal_id, 10) == [B, C]  # HOME has its own visit
    assert begun.store.unchecked_targets(begun.run_id, begun.portal_id, 1) == [B]
    after = begun.next(LATER)
    assert begun.store.unchecked_targets(after.run_id, after.portal_id, 10) == [HOME, A, B, C]


def test_a_later_verdict_of_the_same_run_replaces_the_earlier(begun: Patrol) -> None:
    begun.store.record_link_checks(begun.run_id, [checked(A), checked(A, "alive"), checked(B)])
    begun.store.record_link_checks(begun.run_id, [checked(f"{B}#part", "unknown", reason="blocked")])
    assert verdicts(begun) == {A: ("alive", None), B: ("unknown", "blocked")}
    begun.store.record_link_checks(begun.next(LATER).run_id, [checked(A, at=LATER)])
    assert begun.rows("link_check") == 3


def test_thousands_of_verdicts_are_written(begun: Patrol) -> None:
    begun.store.record_link_checks(begun.run_id, (checked(f"{A}/{n}") for n in range(1203)))
    assert len(verdicts(begun)) == 1203


@pytest.mark.parametrize(
    ("visit", "verdict"),
    [
        ({}, ("alive", None)),
        ({"outcome": "too_large"}, ("alive", None)),
        ({"reason": "soft_404: title"}, ("dead", "soft_404: title")),
        ({"outcome": "http_error", "status": 404}, ("dead", "http_404")),
        ({"outcome": "http_error", "status": 401}, ("unknown", "http_401")),
        ({"outcome": "failed", "status": None, "reason": "dns"}, ("dead", "dns")),
        ({"outcome": "blocked", "status": 403, "reason": "waf"}, ("unknown", "waf")),
        ({"outcome": "robots", "status": None}, ("unknown", "robots")),
    ],
)
def test_a_visit_is_a_verdict_about_its_address(visit: dict[str, Any], verdict: tuple[str, str | None]) -> None:
    assert visit_verdict(page(**visit)) == verdict


@pytest.mark.parametrize("dead_end_first", [True, False])
def test_what_redirects_to_a_dead_end_is_dead(begun: Patrol, dead_end_first: bool) -> None:
    hops = [
        (f"{HOME}1", {"outcome": "redirect", "status": 302, "location": "/2"}),
        (f"{HOME}2", {"outcome": "redirect", "status": 302, "location": f"{HOME}3#part"}),
        (f"{HOME}3", {"outcome": "http_error", "status": 404}),
    ]
    for url, answer in reversed(hops) if dead_end_first else hops:
        begun.visit(url, **answer)
    assert verdicts(begun) == {url: ("dead", "http_404") for url, _ in hops}


def test_redirects_in_a_circle_come_to_an_end(begun: Patrol) -> None:
    for url, onward in ((A, B), (B, A)):
        begun.visit(url, outcome="redirect", status=302, location=onward)
    begun.visit(C, outcome="redirect", status=302, location="http://[broken")
    assert set(verdicts(begun).values()) == {("alive", None)}
