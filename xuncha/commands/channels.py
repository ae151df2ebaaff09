"""xuncha channels add | test | list | remove"""

from typing import Annotated

import typer
from rich.table import Table

from storage.records import Severity
from xuncha.alerts.channels import checked_url, masked, test_channel
from xuncha.commands.common import AsJson, console, now, open_store, print_json
from xuncha.errors import Mistake
from xuncha.lang import current, say

app = typer.Typer(no_args_is_help=True, help="告警渠道 · where alerts go")


@app.command()
def add(
    name: str,
    url: Annotated[str, typer.Argument(help="Apprise 地址，如 json://host/hook、mailto://… · an Apprise address")],
    lang: Annotated[str | None, typer.Option("--lang", help="zh | en")] = None,
    min_severity: Annotated[str, typer.Option("--min-severity", help="info | warning | critical")] = "warning",
) -> None:
    """添加渠道 · add a webhook, a mailbox or any Apprise address"""
    if min_severity not in {"info", "warning", "critical"}:
        raise Mistake(f"--min-severity {min_severity!r}: {say('请写', 'write')} info, warning, critical")
    if lang not in {None, "zh", "en"}:
        raise Mistake(f"--lang {lang!r}: {say('请写', 'write')} zh, en")
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
        store.add_channel(name, address, lang=lang or current(), min_severity=severity, now=now())
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
    """列出渠道（地址中的秘密不显示）· the channels, secrets masked"""
    with open_store() as store:
        channels = store.channels()
    if as_json:
        print_json(
            {"name": item.name, "url": masked(item.url), "lang": item.lang, "min_severity": item.min_severity}
            for item in channels
        )
        return
    table = Table(say("名称", "name"), say("地址", "address"), say("语言", "lang"), say("级别", "from"))
    for item in channels:
        table.add_row(item.name, masked(item.url), item.lang, item.min_severity)
    console().print(
        table
        if channels
        else say("还没有渠道；xuncha channels add 名称 地址", "no channel yet: xuncha channels add NAME URL")
    )


@app.command()
def remove(name: str) -> None:
    """删除渠道 · remove a channel"""
    with open_store() as store:
        if not store.remove_channel(name):
            raise Mistake(say(f"没有渠道 {name!r}", f"no channel {name!r}; see `xuncha channels list`"))
    console().print(say(f"已删除 {name}", f"removed {name}"), markup=False)
