"""Old facts thin out; findings, what their evidence names, and every change at its time stay."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select, text

from storage import tables as t
from storage.keeping import Keep
from storage.records import ProbeFact
from storage.settings import Settings
from storage.store import Store, StoreError
from tests.storage.samples import (
    HOME,
    Patrol,
    checked,
    column,
    condition,
    content,
    fill,
    judge,
    links,
    page,
    patrol,
    report,
)

FIRST = datetime(2025, 1, 1, 4, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KEEP = Keep(days=90, versions_days=365)
ARTICLE = f"{HOME}a.html"
on_sqlite = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def daily(store: Store, url: str, texts: list[str], kind: str = "article") -> Patrol:
    """One patrol a day from FIRST on; each visits the page, which shows these texts in turn."""
    made = patrol(store, at=FIRST)
    for number, words in enumerate(texts):
        at = FIRST + number * DAY
        if number:
            made = made.next(at)
        body = f"{words} {number}".encode()  # a counter that nobody reads: the bytes differ every day
        made.visit(url, kind=kind, at=at, body=body, content=content(words))
    return made


def days(store: Store, url: str = ARTICLE) -> list[int]:
    """On which days, from FIRST on, visits of a page are left."""
    with store.database.read() as connection:
        visits = select(t.visit.c.at).join(t.page).where(t.page.c.url == url).order_by(t.visit.c.at)
        return [(at - FIRST).days for at in connection.scalars(visits)]


def end(store: Store, after: int) -> datetime:
    return FIRST + after * DAY


def test_of_a_stretch_without_news_the_ends_stay(store: Store) -> None:
    daily(store, ARTICLE, ["old"] * 5 + ["new"] * 5)
    gone = store.thin(end(store, 10 + 91), KEEP)
    assert days(store) == [0, 4, 5, 9]
    assert gone.rows["visit"] == 6
    assert store.check() == []


def test_what_is_young_stays_whole(store: Store) -> None:
    daily(store, ARTICLE, ["old"] * 6)
    assert store.thin(end(store, 90), KEEP).rows == {}
    store.thin(end(store, 94), KEEP)
    assert days(store) == [0, 3, 4, 5]


def test_thinning_twice_is_thinning_once(store: Store) -> None:
    daily(store, ARTICLE, ["old"] * 6)
    store.thin(end(store, 200), KEEP)
    before = store.counts()
    assert sum(store.thin(end(store, 200), KEEP).rows.values()) == 0
    assert store.counts() == before


def test_of_a_column_one_look_in_two_days_stays(store: Store) -> None:
    """Its silence counts only while somebody looked, also for `judge --as-of` a day years ago."""
    daily(store, ARTICLE, ["silent"] * 21, kind="column")
    store.thin(end(store, 300), KEEP)
    left = days(store)
    assert (left[0], left[-1]) == (0, 20)
    assert len(left) < 14
    assert max(after - before for before, after in pairwise(left)) <= 2


def test_bytes_that_differ_in_nothing_that_is_read_go(store: Store) -> None:
    daily(store, ARTICLE, ["same"] * 8)
    assert store.counts()["body"] == 8
    store.thin(end(store, 300), KEEP)
    assert days(store) == [0, 7]
    with store.database.read() as connection:
        bodies = list(connection.scalars(select(t.body.c.data)))
    assert bodies == [b"same 0", b"same 7"]  # the version's own, and the newest, for conditional requests
    assert store.check() == []


def test_pages_that_a_finding_names_keep_everything(store: Store) -> None:
    made = daily(store, ARTICLE, ["old"] * 8)
    judge(store, made.portal_id, condition(HOME, sample=[{"url": ARTICLE}]))
    judge(store, made.portal_id)  # closed: its evidence stays all the same
    store.thin(end(store, 1000), KEEP)
    assert days(store) == list(range(8))
    assert store.counts()["body"] == 8


def test_old_versions_thin_to_the_first_the_last_and_one_a_month(store: Store) -> None:
    daily(store, ARTICLE, [f"version {number}" for number in range(70)])
    store.thin(end(store, 70 + 366), KEEP)
    assert days(store) == [0, 31, 59, 69]  # 1 January, 1 February, 1 March, the last
    assert store.check() == []


def test_versions_with_a_report_stay(store: Store) -> None:
    made = patrol(store, at=FIRST)
    for number in range(4):
        made = made.next(FIRST + number * DAY)
        seen = content(f"{number}", report=report(number))
        made.visit(ARTICLE, kind="report", at=FIRST + number * DAY, body=b"%d" % number, content=seen)
    store.thin(end(store, 1000), KEEP)
    assert (store.counts()["report"], store.counts()["version"]) == (4, 4)


def test_link_checks_keep_every_change(store: Store) -> None:
    made = patrol(store, at=FIRST)
    gone = "http://gone.example/"
    for number, verdict in enumerate(["alive"] * 4 + ["dead"] * 4):
        made = made.next(FIRST + number * DAY) if number else made
        made.visit(HOME, at=FIRST + number * DAY, content=content(links=links(gone)))
        store.record_link_checks(made.run_id, [checked(gone, verdict, FIRST + number * DAY)])
    store.thin(end(store, 300), KEEP)
    with store.database.read() as connection:
        checks = select(t.link_check.c.verdict).join(t.target).where(t.target.c.url == gone).order_by(t.link_check.c.at)
        assert list(connection.scalars(checks)) == ["alive", "alive", "dead", "dead"]


def test_looks_at_home_pages_go_but_those_that_an_outage_was_counted_from(store: Store) -> None:
    portal_id = patrol(store, at=FIRST).portal_id
    for number in range(30):
        store.record_probe(portal_id, ProbeFact(FIRST + number * DAY, number != 20, "ok", None, 100))
    down = replace(condition(HOME), code="site.unreachable")
    judge(store, portal_id, down, now=FIRST + 20 * DAY)
    store.thin(end(store, 300), KEEP)
    with store.database.read() as connection:
        left = [(at - FIRST).days for at in connection.scalars(select(t.probe.c.at).order_by(t.probe.c.at))]
    assert left == list(range(14, 21))


def test_a_judgement_of_a_past_day_sees_the_same_content(store: Store) -> None:
    made = patrol(store, at=FIRST)
    for number in range(40):
        at = FIRST + number * DAY
        made = made.next(at) if number else made
        titles = [f"entry {old}" for old in range(number // 10 + 1)]
        made.visit(HOME + "c/", kind="column", at=at, content=content(f"list {number // 10}", column=column(*titles)))
    moments = [FIRST + number * DAY + timedelta(hours=1) for number in range(0, 40, 5)]

    def seen() -> list[object]:
        facts = [store.facts(made.portal_id, moment).columns[0] for moment in moments]
        return [(fact.entries, fact.entries_found) for fact in facts]

    before = seen()
    assert store.thin(end(store, 300), KEEP).rows["visit"] > 10
    assert seen() == before


def test_a_filled_database_is_sound_after_thinning(store: Store) -> None:
    fill(store)
    store.thin(datetime(2036, 1, 1, tzinfo=UTC), KEEP)
    assert store.check() == []


def test_thinning_may_be_ended_at_any_moment(store: Store) -> None:
    daily(store, ARTICLE, ["old"] * 6)
    assert store.thin(end(store, 300), KEEP, should_stop=lambda: True).rows == {}
    assert days(store) == list(range(6))


@on_sqlite
def test_free_pages_go_back_to_the_disk_in_small_steps(store: Store, store_url: str) -> None:
    made = patrol(store, at=FIRST)
    for number in range(12):
        made.visit(
            f"{HOME}{number}", at=FIRST, body=bytes(range(256)) * 1 + number.to_bytes(2) * 1, content=content("x")
        )
    with store.database.write() as connection:
        connection.execute(text("CREATE TABLE ballast (data BLOB)"))
        connection.execute(text("INSERT INTO ballast VALUES (randomblob(20000000))"))
    with store.database.write() as connection:
        connection.execute(text("DROP TABLE ballast"))
    before = store.size(end(store, 1))
    gone = store.thin(end(store, 1), KEEP)
    after = store.size(end(store, 1))
    assert before.free > 19_000_000
    assert gone.freed > 10_000_000
    assert after.total < before.total - 10_000_000
    store.compact()
    assert store.size(end(store, 1)).free == 0


def test_size_says_where_the_bytes_are(store: Store) -> None:
    made = daily(store, ARTICLE, ["words " * 100 + str(number) for number in range(14)])
    held = store.size(end(store, 14))
    assert held.total >= sum(held.tables.values()) > 0
    assert held.tables.keys() == store.counts().keys()
    assert held.portals[made.portal_id] > 14 * 600
    assert 0 < held.growth < held.total


@on_sqlite
def test_a_backup_is_a_whole_database_in_one_file(store: Store, tmp_path: Path) -> None:
    fill(store)
    file = tmp_path / "copy.db"
    store.backup(file)
    copy = Store(f"sqlite:///{file}")
    assert (copy.counts(), copy.check()) == (store.counts(), [])
    copy.close()
    with pytest.raises(StoreError, match="name a new file"):
        store.backup(file)
    with pytest.raises(StoreError, match="cannot open"):
        store.backup(tmp_path / "nowhere" / "copy.db")


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_postgresql_is_backed_up_by_its_own_tool(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="pg_dump"):
        store.backup(tmp_path / "copy.db")
    store.compact()  # nothing to do


def test_the_defaults_keep_a_quarter_and_a_year() -> None:
    assert Keep.of(Settings()) == KEEP


def test_a_visit_after_thinning_names_the_bytes_anew(store: Store) -> None:
    made = daily(store, ARTICLE, ["same"] * 5)
    store.thin(end(store, 300), KEEP)
    made = made.next(end(store, 300))
    made.store.record_visit(
        made.run_id, made.portal_id, page(ARTICLE, at=end(store, 300), body=b"same 2", content=content("same"))
    )
    assert store.check() == []
