"""Verdicts about targets: those that a visit gives by itself, and those of the link engine."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Exists, Select, Update, and_, bindparam, func, not_, or_, select, update

from storage import tables as t
from storage.base import StorePart, chunks
from storage.engine import Insert, InsertMaker, Writing
from storage.links import TargetIds, own_address, target_ids
from storage.records import LinkChecked, LinkVerdict, PageVisit
from storage.runs import joined
from storage.text import text_hash

_ALIVE = ("ok", "not_modified", "redirect", "too_large")
_UNKNOWN = ("blocked", "robots", "refused")  # nobody looked, or only programs are sent away
_ASKS_WHO = (401, 407, 429)  # the address answers, but not us
_MAX_REDIRECTS = 10  # hops followed back from a dead end


class LinkChecks(StorePart):
    known_targets: TargetIds

    def unchecked_targets(self, run_id: int, portal_id: int, limit: int) -> list[str]:
        """Addresses that the portal's pages link to now and that have no verdict in this run, the home page's first."""
        asked = {"run": run_id, "portal": portal_id, "limit": limit}
        with self.database.read() as connection:
            return list(connection.scalars(_UNCHECKED, asked))

    def linked_urls(self, portal_id: int) -> list[str]:
        """Addresses that the portal's pages link to now, the home page's first, in their order on the page."""
        with self.database.read() as connection:
            return list(connection.scalars(_LINKED, {"portal": portal_id}))

    def record_link_checks(self, run_id: int, checks: Iterable[LinkChecked]) -> None:
        """Writes verdicts; a later one about the same target in the same run replaces the earlier."""
        for part in chunks(list(checks), 500):
            with self.database.write() as connection:
                db = Writing(connection, self.database.insert)
                ids = target_ids(db, [check.url for check in part], part[0].at, self.known_targets)
                rows = {ids[own_address(check.url)]: _row(run_id, ids[own_address(check.url)], check) for check in part}
                connection.execute(_check_upsert(db.insert, replace=True), [rows[key] for key in sorted(rows)])
            self.known_targets.learn(ids)


def record_own_check(db: Writing, run_id: int, target_id: int, visit: PageVisit) -> None:
    """A visit is a verdict about its own address, and a dead end about those that redirect to it."""
    verdict, reason = visit_verdict(visit)
    final_url = joined(visit.url, visit.location) if visit.location else None
    check = LinkChecked(visit.url, verdict, reason, visit.status, final_url, visit.attempts, visit.elapsed_ms, visit.at)
    if final_url is not None and (end := _dead_end(db, run_id, final_url)) is not None:
        check = LinkChecked(visit.url, "dead", end, visit.status, final_url, visit.attempts, visit.elapsed_ms, visit.at)
    db.connection.execute(_check_upsert(db.insert, replace=False), _row(run_id, target_id, check))
    if check.verdict == "dead":
        _follow_back(db, run_id, own_address(visit.url), check.reason)


def visit_verdict(visit: PageVisit) -> tuple[LinkVerdict, str | None]:
    """What a visit says about a link to its address: (verdict, reason)."""
    reason = visit.reason or (None if visit.status is None or visit.status < 400 else f"http_{visit.status}")
    if (visit.reason or "").startswith(("soft_404", "redirect_loop", "too_many_redirects", "bad_address")):
        return "dead", reason
    if (visit.reason or "").startswith("private_address"):  # a redirect to where we may not follow
        return "unknown", reason
    if visit.outcome in _ALIVE:
        return "alive", reason
    if visit.outcome in _UNKNOWN or visit.status in _ASKS_WHO:
        return "unknown", reason or visit.outcome
    return "dead", reason or visit.outcome


def _dead_end(db: Writing, run_id: int, url: str) -> str | None:
    """The reason why the address where a redirect leads was found dead in this run; None if it was not."""
    found = db.connection.execute(_VERDICT, {"run": run_id, "hash": text_hash(own_address(url))}).first()
    return found.reason or "dead" if found is not None and found.verdict == "dead" else None


def _follow_back(db: Writing, run_id: int, url: str, reason: str | None) -> None:
    """Addresses that redirect to a dead one are dead, and those that redirect to them."""
    ends = [url]
    for _ in range(_MAX_REDIRECTS):
        moved = {"run": run_id, "ends": ends, "why": reason}
        hit = db.connection.execute(_FOLLOW_BACK, moved).scalars().all()
        if not hit:
            return
        ends = list(db.connection.scalars(select(t.target.c.url).where(t.target.c.id.in_(hit))))


def _row(run_id: int, target_id: int, check: LinkChecked) -> dict[str, object]:
    return {
        "run_id": run_id,
        "target_id": target_id,
        "at": check.at,
        "verdict": check.verdict,
        "reason": check.reason,
        "status": check.status,
        "final_url": check.final_url,
        "attempts": check.attempts,
        "elapsed_ms": check.elapsed_ms,
    }


_VERDICT: Select[tuple[str, str | None]] = (
    select(t.link_check.c.verdict, t.link_check.c.reason)
    .join(t.target, t.target.c.id == t.link_check.c.target_id)
    .where(t.link_check.c.run_id == bindparam("run"), t.target.c.url_hash == bindparam("hash"))
)
_FOLLOW_BACK: Update = (
    update(t.link_check)
    .where(
        t.link_check.c.run_id == bindparam("run"),
        t.link_check.c.final_url.in_(bindparam("ends", expanding=True)),
        t.link_check.c.verdict == "alive",
    )
    .values(verdict="dead", reason=bindparam("why"))
    .returning(t.link_check.c.target_id)
)


@cache
def _check_upsert(insert: InsertMaker, replace: bool) -> Insert:
    new = insert(t.link_check)
    if not replace:
        return new.on_conflict_do_nothing(index_elements=["run_id", "target_id"])
    named = ("at", "verdict", "reason", "status", "final_url", "attempts", "elapsed_ms")
    return new.on_conflict_do_update(
        index_elements=["run_id", "target_id"], set_={name: new.excluded[name] for name in named}
    )


def _linked_now() -> Select[tuple[str]]:
    """Web addresses that the pages of a portal link to, as last shown; pages that are gone link to nothing."""
    shown = (
        select(t.version.c.page_id, func.max(t.version.c.last_seen_at).label("at"))
        .join(t.page, t.page.c.id == t.version.c.page_id)
        .where(t.page.c.portal_id == bindparam("portal"))
        .group_by(t.version.c.page_id)
        .subquery()
    )
    return (
        select(t.target.c.url)
        .join(t.link, t.link.c.target_id == t.target.c.id)
        .join(shown, and_(shown.c.page_id == t.link.c.page_id, t.link.c.last_seen_at >= shown.c.at))
        .join(t.page, t.page.c.id == t.link.c.page_id)
        .where(t.target.c.url.like("http%"), not_(_is_gone()))
        .group_by(t.target.c.id, t.target.c.url)
        .order_by(func.min(t.page.c.depth), func.min(t.link.c.id))
    )


def _is_gone() -> Exists:
    """Whether the newest visit to the page found it moved or gone, as in storage/facts.py."""
    newest = t.visit.alias("newest")
    its_id = (
        select(newest.c.id)
        .where(newest.c.page_id == t.page.c.id)
        .order_by(newest.c.at.desc(), newest.c.id.desc())
        .limit(1)
        .scalar_subquery()
        .correlate(t.page)
    )
    moved = t.visit.c.outcome == "redirect"
    gone = and_(t.visit.c.outcome == "http_error", t.visit.c.status.in_((404, 410)))
    return select(t.visit.c.id).where(t.visit.c.id == its_id, or_(moved, gone)).correlate(t.page).exists()


_CHECKED = select(t.link_check.c.target_id).where(t.link_check.c.run_id == bindparam("run"))
_LINKED = _linked_now()
_UNCHECKED = _LINKED.where(t.target.c.id.not_in(_CHECKED)).limit(bindparam("limit"))
