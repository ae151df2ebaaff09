"""xuncha channels add | test | list | remove"""

from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from storage.records import ChannelRecord, Severity
from xuncha.alerts.channels import checked_url, masked, test_channel
from xuncha.alerts.scope import parsed_hours
from xuncha.commands.common import AsJson, console, now, open_store, print_json
from xuncha.errors import Mistake
from xuncha.lang import current, say

app = typer.Typer(no_args_is_help=True, help="告警渠道 · where alerts go")

SEVERITIES = ("info", "warning", "critical")


@app.command()
def add(
    name: str,
    url: Annotated[
        str,
        typer.Argument(
            help="json://主机/路径、https://…、mailto://…、钉钉/企业微信/飞书机器人地址、任何 Apprise 地址，"
            "或 env:变量、file:文件 · any Apprise address, a robot's, or where it stands"
        ),
    ],
    lang: Annotated[str | None, typer.Option("--lang", help="zh | en")] = None,
    min_severity: Annotated[str, typer.Option("--min-severity", help="info | warning | critical")] = "warning",
    portals: Annotated[
        str, typer.Option("--portals", help="只关于这些门户：编号、主机、名称、group:组名 · only these, * and commas")
    ] = "",
    codes: Annotated[str, typer.Option("--codes", help="只关于这些代码，如 site.* · only these codes")] = "",
    quiet: Annotated[
        str, typer.Option("--quiet", help="静默时段，如 22:00-07:00；严重的照发 · critical news passes")
    ] = "",
    digest: Annotated[
        str, typer.Option("--digest", help="daily | weekly：只发汇总 · a summary in place of single messages")
    ] = "",
    remind_days: Annotated[
        int, typer.Option("--remind-days", min=0, help="每几天提醒未了结的 · reminders of what stays open; 0: none")
    ] = 0,
) -> None:
    """添加渠道 · add a webhook, a mailbox, a chat robot or any Apprise address"""
    _one_of("--min-severity", min_severity, SEVERITIES)
    _one_of("--lang", lang or "zh", ("zh", "en"))
    _one_of("--digest", digest, ("", "daily", "weekly"))
    if quiet and parsed_hours(quiet) is None:
        raise Mistake(f"--quiet {quiet!r}: {say('请写', 'write')} 22:00-07:00")
    severity: Severity = min_severity  # type: ignore[assignment]  # checked above
    address = checked_url(url)
    with open_store() as store:
        if any(channel.name == name for channel in store.channels()):
            raise Mistake(
                say(
                    f"已有渠道 {name!r}；换个名字，或先 xuncha channels remove {name}",
                    f"there is a channel {name!r} already; choose another name or `xuncha channels remove {name}`",
                )
            )
        store.add_channel(
            name,
            address,
            lang=lang or current(),
            min_severity=severity,
            now=now(),
            portals=portals,
            codes=codes,
            quiet=quiet,
            digest=digest,
            remind_days=remind_days,
        )
    console().print(say(f"已添加；试一试：xuncha channels test {name}", f"added; try it: xuncha channels test {name}"))


@app.command()
def test(name: str) -> None:
    """发一条测试 · send a test message now"""
    with open_store() as store:
        channel = next((channel for channel in store.channels() if channel.name == name), None)
    if channel is None:
        raise Mistake(
            say(f"没有渠道 {name!r}；xuncha channels list", f"no channel {name!r}; see `xuncha channels list`")
        )
    error = test_channel(channel.url, channel.lang)
    if error:
        raise Mistake(say(f"没送到：{error}", f"not delivered: {error}"))
    console().print(say("已送到", "delivered"))


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """列出渠道（地址中的秘密不显示）与送达情况 · the channels, secrets masked, and what they were told"""
    with open_store() as store:
        channels, counts = store.channels(), store.delivery_counts()
    if as_json:
        print_json(_json(item, counts.get(item.name, {})) for item in channels)
        return
    table = Table()
    for words in (("名称", "name"), ("地址", "address"), ("语言", "lang"), ("级别", "from"), ("范围", "about")):
        table.add_column(say(*words))
    for words in (("送达", "sent"), ("等待", "waiting"), ("未送达", "dead")):
        table.add_column(say(*words), justify="right")
    for item in channels:
        table.add_row(
            *map(Text, (item.name, masked(item.url), item.lang, item.min_severity, _scope(item))),
            *_counts(counts.get(item.name, {})),
        )
    console().print(
        table
        if channels
        else say("还没有渠道；xuncha channels add 名称 地址", "no channel yet: xuncha channels add NAME URL")
    )
    if any(some.get("dead") for some in counts.values()):
        console().print(say("未送达的：xuncha alerts list", "what was not delivered: xuncha alerts list"))


@app.command()
def remove(name: str) -> None:
    """删除渠道 · remove a channel"""
    with open_store() as store:
        if not store.remove_channel(name):
            raise Mistake(say(f"没有渠道 {name!r}", f"no channel {name!r}; see `xuncha channels list`"))
    console().print(say(f"已删除 {name}", f"removed {name}"), markup=False)


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Mistake(f"{option} {value!r}: {say('请写', 'write')} {', '.join(filter(None, allowed))}")


def _json(item: ChannelRecord, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "name": item.name,
        "url": masked(item.url),
        "lang": item.lang,
        "min_severity": item.min_severity,
        "portals": item.portals,
        "codes": item.codes,
        "quiet": item.quiet,
        "digest": item.digest,
        "remind_days": item.remind_days,
        "notifications": counts,
    }


def _scope(item: ChannelRecord) -> str:
    """What of all the news it gets, and when."""
    remind = item.remind_days and say(f"每 {item.remind_days} 天提醒", f"reminders every {item.remind_days} days")
    quiet = item.quiet and say(f"静默 {item.quiet}", f"quiet {item.quiet}")
    return "\n".join(filter(None, (item.portals, item.codes, quiet, item.digest, remind or "")))


def _counts(counts: dict[str, int]) -> tuple[Text, Text, Text]:
    waiting, dead = counts.get("pending", 0) + counts.get("sending", 0), counts.get("dead", 0)
    return Text(str(counts.get("sent", 0))), Text(str(waiting)), Text(str(dead), style="bold red" if dead else "")
