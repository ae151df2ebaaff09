"""Links of pages, and the targets they point to: one row per address for all pages that link to it."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from sqlalchemy import Select, Update, bindparam, select, update

from storage import tables as t
from storage.base import chunks
from storage.engine import Insert, InsertMaker, Writing
from storage.records import LinkSeen
from storage.text import clean, text_hash

CACHED_TARGETS = 50_000  # about 10 MB; a patrol of 2,000 pages meets 20,000 targets, most of them on every page


class TargetIds:
    """Address → id of targets known to be in the database, so that a menu's links are looked up once a patrol."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def get(self, url: str) -> int | None:
        return self._ids.get(url)

    def learn(self, ids: dict[str, int]) -> None:
        if len(self._ids) > CACHED_TARGETS:
            self._ids = {}
        self._ids.update(ids)


def own_address(url: str) -> str:
    """An address as targets have it: clean and without fragment."""
    return clean(url).partition("#")[0]


def target_ids(db: Writing, urls: Iterable[str], at: datetime, known: TargetIds) -> dict[str, int]:
    """Ids by own_address; makes the targets that are not there yet."""
    ids: dict[str, int] = {}
    missing: dict[str, str] = {}  # hash → address
    for url in {own_address(url) for url in urls}:
        if (found := known.get(url)) is None:
            missing[text_hash(url)] = url
        else:
            ids[url] = found
    # Everybody inserts in the same order, so that two patrols that meet the same targets cannot deadlock.
    for hashes in chunks(sorted(missing)):
        rows = [{"url": missing[one], "url_hash": one, "first_seen_at": at} for one in hashes]
        db.connection.execute(_target_insert(db.insert), rows)
        for row in db.connection.execute(_TARGETS_BY_HASH, {"hashes": list(hashes)}):
            ids[missing[row.url_hash]] = row.id
    return ids


def record_links(db: Writing, page_id: int, links: Iterable[LinkSeen], at: datetime, ids: dict[str, int]) -> None:
    """Writes the page's links as they are now. Of several links to one target the first with words counts."""
    rows: dict[tuple[int, str], dict[str, object]] = {}
    for link in links:
        key = ids[own_address(link.url)], link.kind
        if key not in rows or not rows[key]["text"]:
            rows[key] = {"target_id": key[0], "kind": link.kind, "text": link.text}
    if rows:
        same = {"page_id": page_id, "first_seen_at": at, "last_seen_at": at}
        db.connection.execute(_link_upsert(db.insert), [row | same for row in rows.values()])


def move_links_on(db: Writing, page_id: int, shown_at: datetime, at: datetime) -> None:
    """The links that the page had at its last showing are seen again."""
    db.connection.execute(_MOVE_ON, {"page": page_id, "shown_at": shown_at, "at": at})


_TARGETS_BY_HASH: Select[tuple[int, str]] = select(t.target.c.id, t.target.c.url_hash).where(
    t.target.c.url_hash.in_(bindparam("hashes", expanding=True))
)
_MOVE_ON: Update = (
    update(t.link)
    .where(t.link.c.page_id == bindparam("page"), t.link.c.last_seen_at >= bindparam("shown_at"))
    .values(last_seen_at=bindparam("at"))
)


@cache
def _target_insert(insert: InsertMaker) -> Insert:
    return insert(t.target).on_conflict_do_nothing(index_elements=["url_hash"])


@cache
def _link_upsert(insert: InsertMaker) -> Insert:
    new = insert(t.link)
    return new.on_conflict_do_update(
        index_elements=["page_id", "target_id", "kind"],
        set_={"text": new.excluded.text, "last_seen_at": new.excluded.last_seen_at},
    )
