"""`xuncha columns` and the operator's corrections, through the real command on a real store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from storage.records import ColumnSeen, ContentSeen, EntrySeen, PageVisit
from storage.store import Store
from tests.support import Xuncha

HOME = "http://www.qinghe.gov.cn/"


@pytest.fixture
def xuncha(tmp_path: Path) -> Xuncha:
    return Xuncha(tmp_path)


@pytest.fixture
def store(xuncha: Xuncha) -> Iterator[Store]:
    opened = Store(f"sqlite:///{xuncha.data_dir / 'xuncha.db'}")
    opened.upgrade()
    yield opened
    opened.close()


def patrol(store: Store, *columns: ColumnSeen, at: datetime) -> None:
    """One patrol that sees the home page and these columns."""
    portal = store.add_portal(HOME, name="清河县", now=at)
    run = store.start_run(portal.id, trigger="manual", now=at)
    store.record_visit(run.run_id, portal.id, PageVisit(HOME, "home", 0, at, "ok", status=200))
    for number, column in enumerate(columns):
        content = ContentSeen(column.name, "", column=column)
        url = f"{HOME}c{number}/"
        store.record_visit(run.run_id, portal.id, PageVisit(url, "column", 1, at, "ok", status=200, content=content))
    store.end_run(run.run_id, status="done", reason="finished", stats={"visits": 3}, now=at)


def seen(name: str, kind: str = "news", confidence: float = 0.9) -> ColumnSeen:
    entry = EntrySeen(f"{HOME}{name}/1.html", f"{name}的消息", date(2026, 3, 1), "list", "2026-03-01", 0)
    return ColumnSeen(name, kind, confidence, (entry,))


MARCH = datetime(2026, 3, 2, 4, tzinfo=UTC)
MAY = datetime(2026, 5, 2, 4, tzinfo=UTC)


def test_columns_are_listed_with_class_source_and_last_update(xuncha: Xuncha, store: Store) -> None:
    patrol(store, seen("工作动态"), at=MARCH)
    (row,) = xuncha.json("columns", "--portal", "清河县")
    assert (row["name"], row["kind"], row["source"], row["entries"]) == ("工作动态", "news", "auto", 1)
    assert row["last_update"] == "2026-03-01"


def test_a_correction_sticks_over_later_patrols_and_changes_the_judgement(xuncha: Xuncha, store: Store) -> None:
    patrol(store, seen("图片集锦"), at=MARCH)
    patrol(store, seen("图片集锦"), at=MAY)
    before = xuncha.json("judge", "--as-of", "2026-05-02")
    xuncha.done("columns", "correct", "清河县", "图片集锦", "--kind", "static")
    patrol(store, seen("图片集锦"), at=MAY.replace(day=3))
    (row,) = xuncha.json("columns")
    assert (row["kind"], row["source"], row["confidence"]) == ("static", "operator", 1.0)
    after = xuncha.json("judge", "--as-of", "2026-05-03")
    assert "column.stale" in str(before)
    assert "column.stale" not in str(after)


def test_a_column_is_named_by_number_or_address_where_names_repeat(xuncha: Xuncha, store: Store) -> None:
    patrol(store, seen("工作动态"), seen("工作动态"), at=MARCH)
    assert f"{HOME}c1/" in xuncha.mistake("columns", "correct", "清河县", "工作动态", "--kind", "notice")
    xuncha.done("columns", "correct", "清河县", f"{HOME}c1/", "--kind", "notice")
    assert [row["kind"] for row in xuncha.json("columns")] == ["news", "notice"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("columns", "correct", "nobody", "x", "--kind", "news"), "portals list"),
        (("columns", "correct", "清河县", "没有的栏目", "--kind", "news"), "xuncha columns --portal"),
        (("columns", "correct", "清河县", "工作动态", "--kind", "gossip"), "policy"),
    ],
)
def test_a_mistake_is_one_line(xuncha: Xuncha, store: Store, words: tuple[str, ...], said: str) -> None:
    patrol(store, seen("工作动态"), at=MARCH)
    assert said in xuncha.mistake(*words)
