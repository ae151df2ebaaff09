"""xuncha portals schedule, xuncha portals group: when patrols begin."""

from datetime import datetime
from typing import Annotated, Any

import typer
from rich.table import Table

from storage.records import PortalRecord, Timetable
from storage.store import Store
from storage.timetables import EVERYBODY, effective
from xuncha.commands.common import AsJson, console, load_settings, local, now, open_store, print_json, wanted_portals
from xuncha.errors import Mistake
from xuncha.lang import say
from xuncha.scheduler.timetable import BadTimetable, cron_trigger, next_patrol, permitted, quiet_hours, seconds


def schedule(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PORTAL]…", help="缺省：全部门户的时间表 · by default everybody's timetable"),
    ] = None,
    group: Annotated[str | None, typer.Option("--group", help="一个分组的时间表 · the timetable of a group")] = None,
    cron: Annotated[
        str | None, typer.Option("--cron", help="北京时间，如 '0 3 * * 1-5' · a cron line in China's time")
    ] = None,
    every: Annotated[str | None, typer.Option("--every", help="间隔，如 12h · an interval like 30m, 12h, 7d")] = None,
    jitter: Annotated[
        str, typer.Option("--jitter", help="分散到多长时间内，如 2h · spread the portals over so long a window")
    ] = "0s",
    quiet: Annotated[
        str | None, typer.Option("--quiet", help="不开始巡查的时段，如 08:00-18:00 · hours in which none begins")
    ] = None,
    skip_holidays: Annotated[
        bool,
        typer.Option(
            "--skip-holidays", help="法定节假日不巡查 · none on public holidays (Spring Festival, National Day …)"
        ),
    ] = False,
    clear: Annotated[
        bool, typer.Option("--clear", help="取消自己的时间表 · back to the next more general timetable")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """时间表：查看或设定 · see or set when patrols begin: of portals, of a group, or of everybody"""
    if names and group:
        raise Mistake(say("门户与 --group 只能选一个", "choose one of PORTAL and --group"))
    settings = load_settings()
    with open_store(settings) as store:
        whose = _whose(store, names, group)
        if clear or cron or every or quiet or skip_holidays or jitter != "0s":
            timetable = None if clear else _timetable(cron, every, jitter, quiet, skip_holidays)
            for name in whose:
                store.set_timetable(name, timetable)
            _move_dates(store, whose, settings.patrol_interval)
        _show(store, whose, as_json)


def group(
    name: Annotated[str, typer.Argument(metavar="GROUP", help="分组名；- 表示不分组 · its name; - for none")],
    names: Annotated[list[str], typer.Argument(metavar="PORTAL…")],
) -> None:
    """把门户归入分组 · put portals into a group, whose timetable they then have"""
    wanted = None if name == "-" else name
    settings = load_settings()
    with open_store(settings) as store:
        portals = wanted_portals(store, names)
        store.set_group([portal.id for portal in portals], wanted)
        _move_dates(store, [f"portal:{portal.id}" for portal in portals], settings.patrol_interval)
    console().print(
        say(
            f"{len(portals)} 个门户已归入 {wanted or '—'}", f"{len(portals)} portals are in {wanted or 'no group'} now"
        ),
        markup=False,
    )


def _whose(store: Store, names: list[str] | None, group: str | None) -> list[str]:
    if group:
        if all(portal.group != group for portal in store.portals()):
            raise Mistake(say(f"没有分组 {group!r}", f"no portal is in a group {group!r}: xuncha portals group"))
        return [f"group:{group}"]
    return [f"portal:{portal.id}" for portal in wanted_portals(store, names)] if names else [EVERYBODY]


def _timetable(cron: str | None, every: str | None, jitter: str, quiet: str | None, skip_holidays: bool) -> Timetable:
    if cron and every:
        raise Mistake(say("--cron 与 --every 只能选一个", "choose one of --cron and --every"))
    try:
        made = Timetable(cron, seconds(every) if every else None, seconds(jitter), quiet, skip_holidays)
        if cron:
            cron_trigger(cron)
        if quiet:
            quiet_hours(quiet)
        next_patrol(made, 1, now(), 3600.0)  # a line can be read and name no day at all: 30 February
    except BadTimetable as error:
        raise Mistake(str(error)) from None
    if made.every is not None and made.every < SHORTEST:
        raise Mistake(say(f"--every {every}：至少 5 分钟", f"--every {every}: write 5m at least"))
    return made


SHORTEST = 300.0  # seconds between two patrols: more often would be a load on the portal, and probes look anyway


def _concerned(store: Store, whose: list[str]) -> list[PortalRecord]:
    return [
        portal
        for portal in store.portals()
        if EVERYBODY in whose or f"portal:{portal.id}" in whose or f"group:{portal.group}" in whose
    ]


def _move_dates(store: Store, whose: list[str], default_every: float) -> None:
    """A new timetable holds from now on; a portal that was never patrolled is due as soon as it may be."""
    moment, timetables = now(), store.timetables()
    for portal in _concerned(store, whose):
        timetable = effective(portal, timetables)
        last = store.last_run(portal.id)
        if last is None:
            at = permitted(timetable, moment)
        else:
            start = moment if timetable.cron else last.started_at
            at = max(next_patrol(timetable, portal.id, start, default_every), permitted(timetable, moment))
        store.move_patrol(portal.id, portal.next_patrol_at, at)


def _show(store: Store, whose: list[str], as_json: bool) -> None:
    timetables = store.timetables()
    if as_json:
        print_json(_row(portal, effective(portal, timetables)) for portal in _concerned(store, whose))
        return
    table = Table("#", say("门户", "portal"), say("分组", "group"), say("时间表", "timetable"), say("下次", "next"))
    for portal in _concerned(store, whose):
        words = in_words(effective(portal, timetables))
        table.add_row(str(portal.id), portal.name, portal.group or "—", words, local(portal.next_patrol_at))
    console().print(table)


def in_words(timetable: Timetable) -> str:
    parts = [
        f"cron {timetable.cron}" if timetable.cron else "",
        say(f"每 {timetable.every / 3600:g} 小时", f"every {timetable.every / 3600:g} h") if timetable.every else "",
        say(f"分散 {timetable.jitter / 60:g} 分钟", f"spread over {timetable.jitter / 60:g} min")
        if timetable.jitter
        else "",
        say(f"静默 {timetable.quiet}", f"quiet {timetable.quiet}") if timetable.quiet else "",
        say("节假日不巡查", "not on holidays") if timetable.skip_holidays else "",
    ]
    return ", ".join(part for part in parts if part) or say("缺省间隔", "the default interval")


def _row(portal: PortalRecord, timetable: Timetable) -> dict[str, Any]:
    next_at: datetime | None = portal.next_patrol_at
    return {
        "portal": portal.home_url,
        "name": portal.name,
        "group": portal.group,
        "cron": timetable.cron,
        "every_seconds": timetable.every,
        "jitter_seconds": timetable.jitter,
        "quiet": timetable.quiet,
        "skip_holidays": timetable.skip_holidays,
        "next_patrol_at": next_at,
    }
