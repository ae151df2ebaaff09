"""What a page shows: the same as last time, or a content that must be written down."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, Update, bindparam, select, update

from storage import tables as t
from storage.column_lists import move_column_on, record_column
from storage.engine import InsertMaker, ReturningInsert, Writing
from storage.links import move_links_on, record_links
from storage.records import ContentSeen, PageVisit
from storage.reports import record_report
from storage.text import text_hash

MAX_REPAIRS = 50  # kept per version; a garbled page can have tens of thousands
_NO_CONTENT = ContentSeen(title=None, text="")


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page at its last showing; version_id is None if it never showed anything."""

    column_id: int | None
    version_id: int | None
    digest: str | None
    reading: str | None
    last_seen_at: datetime | None
    entries_found: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the visit's row says about the content it brought."""

    version_id: int | None = None
    entries_found: int | None = None


def find_known_page(connection: Connection, portal_id: int, url_hash: str) -> KnownPage | None:
    row = connection.execute(_KNOWN_PAGE, {"portal": portal_id, "hash": url_hash}).first()
    return None if row is None else KnownPage(*row)


def show(
    db: Writing,
    portal_id: int,
    page_id: int,
    visit: PageVisit,
    body_sha256: str | None,
    known: KnownPage | None,
    ids: dict[str, int],
) -> Shown:
    """Writes the content, or moves the last one on. Only a full answer and a 304 show content: error pages do not."""
    if visit.outcome == "not_modified":
        return Shown() if known is None else _move_on(db, page_id, known, visit.at)
    if visit.outcome != "ok" or (visit.content is None and body_sha256 is None):
        return Shown()
    digest, reading = _digest(visit.content, body_sha256), _reading(visit.content)
    if known is not None and (known.digest, known.reading) == (digest, reading):
        return _move_on(db, page_id, known, visit.at)
    content = visit.content or _NO_CONTENT
    version_id = _upsert_version(db, page_id, digest, reading, body_sha256, content, visit.at)
    record_links(db, page_id, content.links, visit.at, ids)
    if content.report is not None:
        record_report(db, portal_id, version_id, content.report, content.published_on, visit.at)
    if content.column is not None:
        record_column(db, portal_id, page_id, content.column, visit.at)
        return Shown(version_id, len(content.column.entries))
    # Where there was a column and its list is gone, none were found: an event, not "no column".
    return Shown(version_id, 0 if known is not None and known.column_id is not None else None)


def _digest(content: ContentSeen | None, body_sha256: str | None) -> str:
    if content is None:
        return str(body_sha256)
    return text_hash(content.title or "", content.text)


def _reading(content: ContentSeen | None) -> str:
    """A hash of everything read but title and text. Pages of zombies never change; what a better parser reads does."""
    if content is None:
        return ""
    read = (
        content.published_on,
        content.published_source,
        content.published_text,
        content.encoding,
        content.encoding_source,
        content.damage,
        content.damage_family,
        content.repairs,
        content.meta,
        content.links,
        content.column,
        content.report,
    )
    return sha256(repr(read).encode()).hexdigest()


def _move_on(db: Writing, page_id: int, known: KnownPage, at: datetime) -> Shown:
    if known.version_id is None or known.last_seen_at is None:
        return Shown()
    db.connection.execute(_MOVE_ON, {"version": known.version_id, "at": at})
    move_links_on(db, page_id, known.last_seen_at, at)
    if known.column_id is not None and known.entries_found is not None:
        move_column_on(db, known.column_id, known.last_seen_at, at)
    return Shown(known.version_id, known.entries_found)


def _upsert_version(
    db: Writing, page_id: int, digest: str, reading: str, body_sha256: str | None, content: ContentSeen, at: datetime
) -> int:
    row: dict[str, Any] = {
        "page_id": page_id,
        "digest": digest,
        "body_sha256": body_sha256,
        "reading": reading,
        "first_seen_at": at,
        "last_seen_at": at,
        "title": content.title,
        "text": content.text,
        "published_on": content.published_on,
        "published_source": content.published_source,
        "published_text": content.published_text,
        "encoding": content.encoding,
        "encoding_source": content.encoding_source,
        "damage": content.damage,
        "damage_family": content.damage_family,
        "repairs": content.repairs[:MAX_REPAIRS],
        "meta": content.meta,
    }
    return int(db.connection.execute(_version_upsert(db.insert), row).scalar_one())


_READ_ANEW = (
    *("reading", "last_seen_at", "published_on", "published_source", "published_text", "encoding", "encoding_source"),
    *("damage", "damage_family", "repairs", "meta"),
)


@cache
def _version_upsert(insert: InsertMaker) -> ReturningInsert[Any]:
    new = insert(t.version)
    return new.on_conflict_do_update(
        index_elements=["page_id", "digest"], set_={name: new.excluded[name] for name in _READ_ANEW}
    ).returning(t.version.c.id)


def _known_page() -> Select[Any]:
    earlier = t.visit.alias("earlier")
    last_showing = (
        select(earlier.c.id)
        .where(earlier.c.page_id == t.page.c.id, earlier.c.version_id.is_not(None))
        .order_by(earlier.c.at.desc(), earlier.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            t.column.c.id,
            t.version.c.id,
            t.version.c.digest,
            t.version.c.reading,
            t.version.c.last_seen_at,
            t.visit.c.entries_found,
        )
        .select_from(t.page)
        .outerjoin(t.visit, t.visit.c.id == last_showing)
        .outerjoin(t.version, t.version.c.id == t.visit.c.version_id)
        .outerjoin(t.column, t.column.c.page_id == t.page.c.id)
        .where(t.page.c.portal_id == bindparam("portal"), t.page.c.url_hash == bindparam("hash"))
    )


_KNOWN_PAGE = _known_page()
_MOVE_ON: Update = update(t.version).where(t.version.c.id == bindparam("version")).values(last_seen_at=bindparam("at"))
