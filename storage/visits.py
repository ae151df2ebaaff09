"""One visit, one transaction: the page, its bytes, its content, what it links to and what it lists."""

from functools import cache
from typing import Any

from sqlalchemy import Insert as PlainInsert
from sqlalchemy import case, insert, select

from storage import tables as t
from storage.base import StorePart
from storage.bodies import store_body, unpacked
from storage.engine import InsertMaker, ReturningInsert, Writing
from storage.link_checks import record_own_check
from storage.links import TargetIds, own_address, target_ids
from storage.records import Lead, LinkSeen, PageVisit
from storage.showing import Shown, find_known_page, show
from storage.text import text_hash


class _AlreadyRecorded(Exception):
    """Raised inside a visit's transaction, and caught by record_visit, when the run has a visit to that address."""


class Visits(StorePart):
    known_targets: TargetIds

    def record_visit(self, run_id: int, portal_id: int, visit: PageVisit) -> None:
        """Writes down one visit with all it showed, or nothing at all.

        A second visit to the same address in the same run changes nothing. Content that the page showed last time, too,
        only moves its last_seen_at, and that of its links, column and entries.
        """
        try:
            with self.database.write() as connection:
                ids = _record(Writing(connection, self.database.insert), run_id, portal_id, visit, self.known_targets)
        except _AlreadyRecorded:
            return
        self.known_targets.learn(ids)  # only now: a transaction taken back leaves no ids behind

    def body(self, digest: str) -> bytes | None:
        """The bytes with this SHA-256, as they came; None if there are none."""
        with self.database.read() as connection:
            row = connection.execute(select(t.body.c.codec, t.body.c.data).where(t.body.c.sha256 == digest)).first()
            return None if row is None else unpacked(row.codec, row.data)


def _record(db: Writing, run_id: int, portal_id: int, visit: PageVisit, known: TargetIds) -> dict[str, int]:
    """Writes all rows; returns the ids of the targets in them by address."""
    url_hash = text_hash(visit.url)
    digest = None if visit.body is None else store_body(db, visit.body, visit.at)
    page = find_known_page(db.connection, portal_id, url_hash)
    page_id = _upsert_page(db, portal_id, url_hash, visit)
    links: tuple[LinkSeen, ...] = visit.content.links if visit.content and visit.outcome == "ok" else ()
    ids = target_ids(db, [own_address(visit.url), *(link.url for link in links)], visit.at, known)
    shown = show(db, portal_id, page_id, visit, digest, page, ids)
    _insert_visit(db, run_id, page_id, url_hash, visit, digest, shown)
    record_own_check(db, run_id, ids[own_address(visit.url)], visit)
    if visit.leads:
        db.connection.execute(_LEAD_INSERT, [_lead_row(run_id, lead) for lead in visit.leads])
    return ids


def _upsert_page(db: Writing, portal_id: int, url_hash: str, visit: PageVisit) -> int:
    row = {
        "portal_id": portal_id,
        "url": visit.url,
        "url_hash": url_hash,
        "kind": visit.kind,
        "depth": visit.depth,
        "first_seen_at": visit.at,
        "last_seen_at": visit.at,
        "etag": visit.etag,
        "last_modified": visit.last_modified,
    }
    return int(db.connection.execute(_page_upsert(db.insert, visit.outcome == "ok"), row).scalar_one())


@cache
def _page_upsert(insert: InsertMaker, full_answer: bool) -> ReturningInsert[Any]:
    """What an error page says of itself changes neither the kind of a page nor its ETag."""
    new = insert(t.page)
    seen = new.excluded.last_seen_at
    latest = case((seen > t.page.c.last_seen_at, seen), else_=t.page.c.last_seen_at)  # clocks are set back at times
    changed = {name: new.excluded[name] for name in (("kind", "etag", "last_modified") if full_answer else ())}
    return new.on_conflict_do_update(
        index_elements=["portal_id", "url_hash"], set_={"last_seen_at": latest, **changed}
    ).returning(t.page.c.id)


def _insert_visit(
    db: Writing, run_id: int, page_id: int, url_hash: str, visit: PageVisit, digest: str | None, shown: Shown
) -> None:
    row = {
        "run_id": run_id,
        "page_id": page_id,
        "url_hash": url_hash,
        "at": visit.at,
        "elapsed_ms": visit.elapsed_ms,
        "outcome": visit.outcome,
        "reason": visit.reason,
        "status": visit.status,
        "location": visit.location,
        "attempts": visit.attempts,
        "content_type": visit.content_type,
        "body_sha256": digest,
        "version_id": shown.version_id,
        "entries_found": shown.entries_found,
    }
    if db.connection.execute(_visit_insert(db.insert), row).first() is None:
        raise _AlreadyRecorded


def _lead_row(run_id: int, lead: Lead) -> dict[str, Any]:
    return {
        "run_id": run_id,
        "url": lead.url,
        "hint": lead.hint,
        "depth": lead.depth,
        "hops": lead.hops,
        "label": lead.label,
    }


_LEAD_INSERT: PlainInsert = insert(t.lead)


@cache
def _visit_insert(insert: InsertMaker) -> ReturningInsert[Any]:
    return insert(t.visit).on_conflict_do_nothing(index_elements=["run_id", "url_hash"]).returning(t.visit.c.id)
