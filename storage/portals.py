"""Portals under watch."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import Connection, RowMapping, Select, select, update

from storage import tables as t
from storage.base import StorePart
from storage.errors import StoreError
from storage.records import PortalRecord
from storage.text import clean

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LABEL = r"(?!-)[a-z0-9_-]{1,63}(?<!-)"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:.]+\]")


class Portals(StorePart):
    def add_portal(
        self,
        home_url: str,
        *,
        name: str | None,
        now: datetime,
        organ: str = "department",
        rule_set: str = "jiancha-2019",
        group: str | None = None,
    ) -> PortalRecord:
        """Puts a site under watch; its first patrol is due at once. One that was removed comes back with its facts.

        StoreError if `home_url` is no http(s) address. Adding a portal a second time changes what was given.
        """
        url = normal_home_url(home_url)
        given = {"name": name or urlsplit(url).netloc, "organ": organ, "rule_set": rule_set}
        given |= {"group_name": group} if group else {}
        new = {"home_url": url, "created_at": now, "next_patrol_at": now, **given}
        with self.database.write() as connection:
            known = connection.execute(_portals().where(t.portal.c.home_url == url)).mappings().one_or_none()
            if known is None:
                connection.execute(self.database.insert(t.portal).values(new).on_conflict_do_nothing())
            else:
                _revive(connection, known, given if name else {**given, "name": known["name"]}, now)
            return portal_record(connection.execute(_portals().where(t.portal.c.home_url == url)).mappings().one())

    def portals(self) -> list[PortalRecord]:
        """All that are under watch, in the order they were added."""
        with self.database.read() as connection:
            rows = connection.execute(_portals().where(t.portal.c.removed_at.is_(None)).order_by(t.portal.c.id))
            return [portal_record(row) for row in rows.mappings()]

    def portal(self, portal_id: int) -> PortalRecord | None:
        """By number; None if it is not under watch."""
        wanted = _portals().where(t.portal.c.id == portal_id, t.portal.c.removed_at.is_(None))
        with self.database.read() as connection:
            row = connection.execute(wanted).mappings().first()
            return None if row is None else portal_record(row)

    def find_portal(self, wanted: str) -> PortalRecord | None:
        """By number, home page address or name; None also if several portals bear the name."""
        portals = self.portals()
        found = [one for one in portals if wanted in (str(one.id), one.home_url)]
        found = found or [one for one in portals if one.name == clean(wanted)]
        if not found:
            try:
                address = normal_home_url(wanted)
            except StoreError:
                return None
            found = [one for one in portals if one.home_url == address]
        return found[0] if len(found) == 1 else None

    def remove_portal(self, portal_id: int, now: datetime) -> None:
        """Takes a portal off the watch; its facts stay."""
        off = {"removed_at": now, "next_patrol_at": None, "judge_due_at": None}
        with self.database.write() as connection:
            connection.execute(update(t.portal).where(t.portal.c.id == portal_id).values(off))


def normal_home_url(url: str) -> str:
    """The one way to write a home page's address. StoreError if it is no http(s) address.

    >>> normal_home_url("WWW.Example.gov.cn:80")
    'http://www.example.gov.cn/'
    """
    text = clean(url.strip())
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = _ascii_host((parts.hostname or "").rstrip(".")), parts.port
    except ValueError as error:  # UnicodeError, of a host that no DNS knows, is one
        raise StoreError(f"Unexpected address {url!r} ({error}), use https://www.example.gov.cn/") from error
    if parts.scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(host) or any(mark.isspace() for mark in text):
        raise StoreError(f"Unexpected address {url!r}, use one that begins with http:// or https://")
    netloc = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def _ascii_host(host: str) -> str:
    """政府.cn → xn--…cn, and IPv6 in its brackets."""
    return f"[{host}]" if ":" in host else host.encode("idna").decode().rstrip(".")


def _revive(connection: Connection, known: RowMapping, given: dict[str, Any], now: datetime) -> None:
    values: dict[str, Any] = dict(given)
    if known["removed_at"] is not None:
        values |= {"removed_at": None, "next_patrol_at": now}
    connection.execute(update(t.portal).where(t.portal.c.id == known["id"]).values(values))


def _portals() -> Select[Any]:
    return select(t.portal)


def portal_record(row: RowMapping) -> PortalRecord:
    return PortalRecord(
        id=row["id"],
        home_url=row["home_url"],
        name=row["name"],
        rule_set=row["rule_set"],
        organ=row["organ"],
        created_at=row["created_at"],
        interval_seconds=row["interval_seconds"],
        next_patrol_at=row["next_patrol_at"],
        judged_at=row["judged_at"],
        verdict=row["verdict"],
        word=row["word"],
        verdict_reasons=tuple(row["verdict_reasons"] or ()),
        group=row["group_name"],
    )
