"""Facts at a moment are what was known then, whatever comes later."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.records import ColumnSeen, ContentSeen, LinkSource, PortalFacts, ProbeFact
from storage.store import Store, StoreError
from tests.storage.samples import (
    HOME,
    NOW,
    Patrol,
    checked,
    column,
    content,
    entry,
    links,
    on_one_store,
    patrol,
    report,
)

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DEAD = "https://elsewhere.example/dead"


@pytest.fixture
def begun(store: Store) -> Patrol:
    return patrol(store)


def facts(patrol: Patrol, as_of: datetime = NOW) -> PortalFacts:
    return patrol.store.facts(patrol.portal_id, as_of)


def test_no_such_portal_is_one_line(store: Store) -> None:
    with pytest.raises(StoreError, match="no portal has the number 7"):
        store.facts(7, NOW)


def test_before_the_first_visit_nothing_is_known(begun: Patrol) -> None:
    begun.visit(content=content(column=column("a"), report=report(), links=links(DEAD)))
    before = facts(begun, NOW - MINUTE)
    assert before.home is None
    assert (before.pages, before.columns, before.targets, before.reports, before.runs, before.probes) == ((),) * 6


def test_what_was_seen_is_known(begun: Patrol) -> None:
    shown = content("共 4 字", column=column("new", "old"), report=report(), published_on=date(2026, 6, 1))
    begun.visit(body=b"x", content=shown, elapsed_ms=12)
    known = facts(begun)
    assert known.home is not None and known.home.visits[0].elapsed_ms == 12
    assert (known.home.text_length, known.home.published_on) == (5, date(2026, 6, 1))
    assert [(one.name, one.entries_found, len(one.entries)) for one in known.columns] == [("要闻动态", 2, 2)]
    assert [(one.year, [check.ok for check in one.checks]) for one in known.reports] == [(2025, [False, None, False])]
    assert known.portal.home_url == HOME


def test_entries_are_newest_first_and_undated_ones_last(begun: Patrol) -> None:
    listed = tuple(
        entry(title, place, dated)
        for place, (title, dated) in enumerate(
            [("undated", None), ("old", date(2020, 1, 1)), ("new", date(2026, 1, 1))]
        )
    )
    begun.visit(content=content(column=replace(column(), entries=listed)))
    assert [one.title for one in facts(begun).columns[0].entries] == ["new", "old", "undated"]


def test_an_entry_tells_when_its_list_was_looked_at_without_it(begun: Patrol) -> None:
    begun.visit(content=content(column=column("old")))
    for days, titles in ((1, ("old",)), (2, ("new", "old"))):
        begun = begun.next(NOW + days * DAY)
        begun.visit(at=NOW + days * DAY, content=content("x" * days, column=column(*titles)))
    new, old = sorted(facts(begun, NOW + 2 * DAY).columns[0].entries, key=lambda one: one.title)
    assert (new.looked_before, old.looked_before) == (NOW + DAY, None)
    assert (new.position, old.position) == (0, 1)


def test_a_page_tells_since_when_it_shows_what_it_shows_and_where_it_sends(begun: Patrol) -> None:
    begun.visit(content=content("one"))
    begun = begun.next(NOW + DAY)
    begun.visit(at=NOW + DAY, content=content("two"))
    begun.next(NOW + 2 * DAY).visit(at=NOW + 2 * DAY, outcome="redirect", status=301, location="http://b.example/")
    home = facts(begun, NOW + 3 * DAY).home
    assert home is not None and home.shown_since == NOW + DAY
    assert [one.location for one in home.visits] == ["http://b.example/", None, None]


def test_a_report_brings_its_words_and_its_figures_of_the_year(begun: Patrol) -> None:
    [metric] = report().metrics
    other_year = replace(metric, year=2024, value=3.0)
    twice = replace(metric, value=13.0)
    unnamed = replace(metric, code="other.case", dims={}, label="立案")
    begun.visit(content=content(report=replace(report(), metrics=(metric, other_year, twice, unnamed))))
    [known] = facts(begun).reports
    assert known.text == "共计收到申请 12 件"
    assert known.figures == {"requests.received[channel=网络]": 12.0, "other.case[label=立案]": 12.0}


def test_home_is_the_page_that_the_portals_address_leads_to(begun: Patrol) -> None:
    begun.visit(outcome="redirect", status=302, location="/index.html")
    at_first = facts(begun).home
    assert at_first is not None and at_first.url == HOME
    begun.visit(f"{HOME}index.html", at=NOW + MINUTE, content=content())
    at_last = facts(begun, NOW + MINUTE).home
    assert at_last is not None and at_last.url == f"{HOME}index.html"


def test_an_error_page_does_not_hide_what_the_page_showed(begun: Patrol) -> None:
    begun.visit(content=content("words"))
    begun.next(NOW + DAY).visit(at=NOW + DAY, outcome="http_error", status=503, body=b"down")
    home = facts(begun, NOW + DAY).home
    assert home is not None
    assert (home.title, home.text_length, [one.status for one in home.visits]) == ("title", 5, [503, 200])


def test_a_target_that_is_not_well_has_its_checks_and_the_pages_that_link_to_it(begun: Patrol) -> None:
    begun.visit(content=content(links=links(DEAD, "https://elsewhere.example/alive")))
    begun.visit(f"{HOME}deep", depth=1, content=content(links=links(DEAD)))
    begun.store.record_link_checks(begun.run_id, [checked(DEAD), checked("https://elsewhere.example/alive", "alive")])
    [target] = facts(begun).targets
    assert (target.url, [check.reason for check in target.checks]) == (DEAD, ["http_404"])
    assert target.sources == (LinkSource(HOME, "page", "words"), LinkSource(f"{HOME}deep", "page", "words"))


@pytest.mark.parametrize(
    "cure",
    [
        {"content": content("another", links=links(f"{HOME}elsewhere"))},
        {"outcome": "http_error", "status": 404},
        {"outcome": "redirect", "status": 301, "location": "/moved"},
    ],
)
def test_a_target_that_no_page_links_to_any_more_is_not_one(begun: Patrol, cure: dict[str, Any]) -> None:
    begun.visit(content=content(links=links(DEAD)))
    begun.store.record_link_checks(begun.run_id, [checked(DEAD)])
    begun.next(NOW + DAY).visit(at=NOW + DAY, **cure)
    assert [one.url for one in facts(begun).targets] == [DEAD]
    assert facts(begun, NOW + DAY).targets == ()


def test_a_page_that_links_to_a_target_later_did_not_do_so_before(begun: Patrol) -> None:
    begun.visit(content=content("before"))
    begun.visit(f"{HOME}deep", depth=1, content=content(links=links(DEAD)))
    begun.store.record_link_checks(begun.run_id, [checked(DEAD)])
    begun.next(NOW + DAY).visit(at=NOW + DAY, content=content("after", links=links(DEAD)))
    pages = [[source.page_url for source in facts(begun, at).targets[0].sources] for at in (NOW, NOW + DAY)]
    assert pages == [[f"{HOME}deep"], [HOME, f"{HOME}deep"]]


def test_a_target_that_came_back_to_life_is_well(begun: Patrol) -> None:
    begun.visit(content=content(links=links(DEAD)))
    begun.store.record_link_checks(begun.run_id, [checked(DEAD)])
    begun.store.record_link_checks(begun.next(NOW + DAY).run_id, [checked(DEAD, "alive", NOW + DAY)])
    assert [len(facts(begun, at).targets) for at in (NOW, NOW + DAY)] == [1, 0]


def test_only_so_many_visits_checks_runs_and_probes_are_read(begun: Patrol) -> None:
    for number in range(14):
        at = NOW + number * DAY
        begun.visit(at=at, content=content(links=links(DEAD)))
        begun.store.record_link_checks(begun.run_id, [checked(DEAD, at=at)])
        begun.store.record_probe(begun.portal_id, ProbeFact(at, True, "ok", None, 5))
        begun = begun.next(at + MINUTE)
    known = facts(begun, NOW + 14 * DAY)
    assert (len(known.pages[0].visits), len(known.targets[0].checks)) == (5, 10)
    assert (len(known.runs), len(known.probes)) == (10, 6)
    assert [one.at for one in known.probes] == sorted((one.at for one in known.probes), reverse=True)


# ── whatever comes later ─────────────────────────────────────────────────────

ANSWERS = ("new", "same", "not_modified", "http_error", "failed", "redirect", "blocked", "none")
DAYS = st.lists(
    st.tuples(
        st.sampled_from(ANSWERS),
        st.sampled_from(ANSWERS),
        st.dictionaries(st.integers(0, 3), st.sampled_from(["alive", "dead", "unknown"])),
        st.booleans(),
    ),
    max_size=5,
)


@dataclass
class Life:
    """A portal to which things happen, a minute apart; what was known after each is written down."""

    patrol: Patrol
    now: datetime = NOW
    told: int = 0  # contents shown so far

    def step(self) -> datetime:
        self.now += MINUTE
        return self.now

    def visit(self, url: str, answer: str) -> None:
        if answer == "none":
            return
        self.told += answer == "new"
        if answer in ("new", "same"):
            self.patrol.visit(url, at=self.step(), body=b"%d" % self.told, content=self._content(url))
        else:
            self.patrol.visit(url, at=self.step(), outcome=answer, status=404, location="https://elsewhere.example/")

    def _content(self, url: str) -> ContentSeen:
        """Links come and go, each once; entries only come."""
        linked = links(*(f"{DEAD}/{number}" for number in range(max(0, self.told - 2), self.told + 1)))
        listed = tuple(entry(f"{n}", n, date(2026, 1, 1) + n * DAY) for n in range(self.told))
        seen = ColumnSeen("要闻", "news", 0.9, listed)
        figures = report() if self.told % 2 else None
        return content(f"{url} {self.told}", links=linked, column=seen, report=figures)


@settings(on_one_store, max_examples=12)
@given(days=DAYS)
def test_what_was_known_at_a_moment_stays_what_was_known(store: Store, days: list[Any]) -> None:
    life = Life(patrol(store, f"http://p{store.counts()['portal']}.example/"))
    known: list[PortalFacts] = []
    for home, other, checks, opened in days:
        life.visit(HOME, home)
        known.append(facts(life.patrol, life.now))
        life.visit(f"{HOME}other", other)
        known.append(facts(life.patrol, life.now))
        life.patrol.store.record_link_checks(
            life.patrol.run_id, [checked(f"{DEAD}/{n}", verdict, life.step()) for n, verdict in checks.items()]
        )
        store.record_probe(life.patrol.portal_id, ProbeFact(life.step(), opened, "ok", None, None))
        known.append(facts(life.patrol, life.now))
        life.patrol = life.patrol.next(life.step())
    for then in known:
        assert facts(life.patrol, then.as_of) == then
