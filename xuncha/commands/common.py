"""What every command shares: the store, the console, JSON lines, time and portal arguments."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console

from storage.records import PortalRecord
from storage.settings import Settings, UnreadableSecret
from xuncha.errors import Mistake
from xuncha.lang import say

if TYPE_CHECKING:  # the database is half a second's work to import, and some commands need none
    from storage.store import Store

CHINA = timezone(timedelta(hours=8), "CST")  # no daylight saving since 1991

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[PORTAL]…", help="编号、网址或名称；缺省为全部 · all by default")
]
AsJson = Annotated[bool, typer.Option("--json", help="机器可读 · JSON lines for machines")]


def console() -> Console:
    return Console(highlight=False)


def notes() -> Console:
    """The console for progress and remarks: standard error, so that standard output stays clean."""
    return Console(stderr=True, highlight=False)


def load_settings() -> Settings:
    try:
        return Settings()
    except UnreadableSecret as error:
        raise Mistake(str(error)) from None
    except ValidationError as error:
        first = error.errors()[0]
        name = f"XUNCHA_{'_'.join(str(part) for part in first['loc'])}".upper()
        raise Mistake(f"{name}={first.get('input')!r}: {first['msg']}") from None


@contextmanager
def open_store(settings: Settings | None = None) -> Iterator["Store"]:
    """The database, ready for use. A new one is made on the spot; an older one asks for `xuncha db upgrade`."""
    from storage.store import Store

    store = Store((settings or load_settings()).database)
    try:
        if store.is_new():
            store.upgrade()
        store.require_current()
        yield store
    finally:
        store.close()


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """One object a line; times in ISO 8601."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")
    sys.stdout.flush()


def wanted_portals(store: "Store", names: list[str] | None) -> list[PortalRecord]:
    """The portals named, or all of them."""
    if not names:
        return store.portals()
    found = []
    for name in names:
        portal = store.find_portal(name)
        if portal is None:
            raise Mistake(
                say(
                    f"没有门户 {name!r}；用 xuncha portals list 查看，用 xuncha portals add 添加",
                    f"no portal {name!r}; see `xuncha portals list`, add it with `xuncha portals add`",
                )
            )
        found.append(portal)
    return found


def some_portals(store: "Store", names: list[str] | None) -> list[PortalRecord]:
    portals = wanted_portals(store, names)
    if not portals:
        raise Mistake(
            say("还没有门户；先用 xuncha portals add 网址", "no portal yet; start with `xuncha portals add URL`")
        )
    return portals


def moment(text: str) -> datetime:
    """A day or a time as an operator writes it, in China's time unless it names a zone; a day means its last second.

    >>> moment("2026-03-31").isoformat()
    '2026-03-31T15:59:59+00:00'
    """
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), time(23, 59, 59), CHINA).astimezone(UTC)
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise Mistake(
            say(
                f"{text!r} 不是时间；请写 2026-03-31 或 2026-03-31T08:00",
                f"{text!r} is no time; write 2026-03-31 or 2026-03-31T08:00",
            )
        ) from None
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=CHINA)).astimezone(UTC)


def local(when: datetime | None) -> str:
    """A time for people: China's clock, to the minute."""
    return when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if when else "—"


def now() -> datetime:
    return datetime.now(UTC)


def _plain(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")
