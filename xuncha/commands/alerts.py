"""xuncha alerts list | ack | snooze | maintenance | resume | retry"""

import re
from datetime import datetime, timedelta
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from storage.records import MuteRecord
from storage.store import Store
from xuncha.alerts.incident_message import incident_message
from xuncha.alerts.scope import about_portal, parsed_hours
from xuncha.commands.common import AsJson, console, local, moment, now, open_store, print_json
from xuncha.errors import Mistake
from xuncha.lang import current, say

app = typer.Typer(no_args_is_help=True, help="告警：确认、暂停、维护时段 · alerts: acknowledge, snooze, maintenance")

Portals = Annotated[
    str, typer.Argument(metavar="PORTALS", help="编号、主机、名称或 group:组名，可用 * 与逗号 · with * and commas")
]
Codes = Annotated[str, typer.Option("--code", help="只关于这些代码，如 site.* · only these codes")]
Subject = Annotated[
    str, typer.Option("--subject", help="只关于这一个对象（网址或名称，见 findings）· only this address or name")
]
Why = Annotated[str, typer.Option("--why", help="缘由 · your words")]
KINDS = {"ack": ("已确认", "acknowledged"), "snooze": ("暂停", "snoozed"), "maintenance": ("维护", "maintenance")}
MOST_DEAD = 20  # dead letters shown
_SPAN = re.compile(r"(\d+)\s*([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
A_YEAR = timedelta(days=365)  # an acknowledgement that everybody has forgotten ends by itself


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """正在发生的事、暂停与维护、没有送达的 · what goes on, what is muted, what could not be delivered"""
    with open_store() as store:
        incidents, mutes, at = store.incidents(), store.mutes(now()), now()
        failed = [*store.notifications(status="dead", limit=MOST_DEAD), *_waiting(store)]
        lines = alert_lines(store)
    if as_json:
        print_json({"type": "incident", "key": one.key, "since": one.opened_at, **one.evidence} for one in incidents)
        print_json(_mute_json(one, at) for one in mutes)
        print_json({"type": "undelivered", **row} for row in failed)
        return
    for one in incidents:
        title = incident_message(one.kind, one.evidence, current()).title
        console().print(Text(f"{local(one.opened_at)}  {title}", style="yellow"))
    if mutes:
        console().print(_mute_table(mutes))
    if failed:
        console().print(_failed_table(failed))
    if not (incidents or mutes or failed):
        console().print(say("一切如常", "all is quiet"))
    for words in lines:
        console().print(words, soft_wrap=True)


@app.command()
def ack(portals: Portals, code: Codes = "", subject: Subject = "", why: Why = "") -> None:
    """确认：现有的问题不再提醒，了结仍会通知 · you know of what is open: no reminders until it comes back"""
    at = now()
    _add("ack", portals, code, why, at, at + A_YEAR, subject)


@app.command()
def snooze(
    portals: Portals,
    span: Annotated[str, typer.Option("--for", help="多久：30m、8h、3d、2w · how long")] = "1d",
    code: Codes = "",
    subject: Subject = "",
    why: Why = "",
) -> None:
    """暂停：这段时间不通知，过后仍在的再通知 · nothing until then; what is still open is told then"""
    at = now()
    _add("snooze", portals, code, why, at, at + _parsed_span(span), subject)


@app.command()
def maintenance(
    portals: Portals,
    until: Annotated[str, typer.Option("--until", help="到何时，如 2026-07-01T06:00 · when it ends")],
    begins: Annotated[
        str | None, typer.Option("--from", help="从何时，缺省为现在 · when it begins; now by default")
    ] = None,
    daily: Annotated[
        str, typer.Option("--daily", help="只在每天的这段时间，如 02:00-04:00 · only in these hours of each day")
    ] = "",
    code: Codes = "",
    why: Why = "",
) -> None:
    """维护时段：期间发生又结束的不通知 · what comes and goes within the window is never told"""
    start, end = moment(begins) if begins else now(), moment(until)
    if end <= max(start, now()):
        raise Mistake(
            say(f"--until {until!r} 应晚于开始与现在", f"--until {until!r} must be later than its start and now")
        )
    if daily and parsed_hours(daily) is None:
        raise Mistake(say(f"--daily {daily!r}：请写成 02:00-04:00", f"--daily {daily!r}: write it like 02:00-04:00"))
    _add("maintenance", portals, code, why, start, end, hours=daily.replace(" ", ""))


@app.command()
def resume(number: Annotated[int, typer.Argument(help="alerts list 中的编号 · as in alerts list")]) -> None:
    """取消确认、暂停或维护 · ends an acknowledgement, a snooze or a window"""
    with open_store() as store:
        if not store.remove_mute(number):
            raise Mistake(
                say(f"没有编号 {number}；xuncha alerts list", f"no number {number}; see `xuncha alerts list`")
            )
    console().print(say(f"已取消 {number}", f"ended {number}"))


@app.command()
def retry(channel: str) -> None:
    """重发没有送达的 · sends a channel's dead letters again"""
    with open_store() as store:
        if all(one.name != channel for one in store.channels()):
            raise Mistake(say(f"没有渠道 {channel!r}", f"no channel {channel!r}; see `xuncha channels list`"))
        count = store.revive_dead_letters(channel, now())
    console().print(say(f"{count} 条将重新发送", f"{count} will be sent again"), markup=False)


def alert_lines(store: Store) -> list[str]:
    """For `xuncha status`: what was delivered and what not, by channel, and the open incidents."""
    lines = []
    for name, counts in sorted(store.delivery_counts().items()):
        said = "  ".join(f"{status} {count}" for status, count in sorted(counts.items()))
        style = "[red]{}[/red]" if counts.get("dead") else "{}"
        lines.append(f"{say('告警', 'alerts')}  {_plain(name)}  {style.format(said)}")
    if going_on := len(store.incidents()):
        lines.append(
            say(
                f"事件 {going_on} 起未结束：xuncha alerts list", f"incidents that go on: {going_on}; xuncha alerts list"
            )
        )
    return lines


def _add(
    kind: str,
    portals: str,
    code: str,
    why: str,
    starts_at: datetime,
    until: datetime,
    subject: str = "",
    hours: str = "",
) -> None:
    everything = portals.strip() in ("*", "all")
    with open_store() as store:
        wanted = "" if everything else portals
        if not any(about_portal(wanted, portal) for portal in store.portals()):
            raise Mistake(
                say(
                    f"没有门户与 {portals!r} 相符；xuncha portals list",
                    f"no portal is {portals!r}; see `xuncha portals list`",
                )
            )
        if subject and not any(one.subject == subject for one in store.findings()):
            raise Mistake(
                say(
                    f"没有关于 {subject!r} 的问题；xuncha findings",
                    f"no finding is about {subject!r}; see `xuncha findings`",
                )
            )
        number = store.add_mute(
            kind, portals=wanted, codes=code, starts_at=starts_at, until=until, why=why, subject=subject, hours=hours
        )
    words = say(f"{number}：{KINDS[kind][0]}，到 {local(until)}", f"{number}: {KINDS[kind][1]} until {local(until)}")
    console().print(words, markup=False)


def _parsed_span(text: str) -> timedelta:
    """
    >>> _parsed_span("8h")
    datetime.timedelta(seconds=28800)
    """
    found = _SPAN.fullmatch(text.strip().lower())
    if not found or not 0 < int(found[1]) < 100_000:
        raise Mistake(say(f"--for {text!r}：请写 30m、8h、3d 或 2w", f"--for {text!r}: write 30m, 8h, 3d or 2w"))
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _waiting(store: Store) -> list[dict[str, Any]]:
    return [row for row in store.notifications(status="pending", limit=MOST_DEAD) if row["error"]]


def _mute_json(one: MuteRecord, at: datetime) -> dict[str, Any]:
    return {
        "type": one.kind,
        "number": one.id,
        "portals": one.portals,
        "codes": one.codes,
        "subject": one.subject,
        "hours": one.hours,
        "from": one.starts_at,
        "until": one.until,
        "active": one.starts_at <= at,
        "why": one.why,
    }


def _mute_table(mutes: list[MuteRecord]) -> Table:
    table = Table("#", *(say(*words) for words in (("种类", "kind"), ("门户", "portals"), ("代码", "codes"))))
    for words in (("自", "from"), ("到", "until"), ("缘由", "why")):
        table.add_column(say(*words))
    for one in mutes:
        kind, everything = say(*KINDS.get(one.kind, (one.kind,) * 2)), say("全部", "all")
        codes = "\n".join(filter(None, (one.codes, one.subject))) or everything
        until = "\n".join(filter(None, (local(one.until), one.hours)))
        cells = (one.portals or everything, codes, local(one.starts_at), until, one.why)
        table.add_row(str(one.id), kind, *map(Text, cells))
    return table


def _failed_table(rows: list[dict[str, Any]]) -> Table:
    table = Table(title=say("没有送达的", "not delivered"))
    for words in (
        ("渠道", "channel"),
        ("状态", "state"),
        ("内容", "about"),
        ("次数", "tries"),
        ("下次", "next"),
        ("原因", "why"),
    ):
        table.add_column(say(*words))
    for row in rows:
        about = Text(f"{row['kind']} {row['code']}")
        cells = (str(row["attempts"]), local(row["next_attempt_at"]))
        table.add_row(Text(row["channel"]), row["status"], about, *cells, Text(row["error"] or ""))
    return table


def _plain(text: str) -> str:
    """Without what Rich reads as markup."""
    return text.replace("[", "\\[")
