"""xuncha portals add | import | list | check | remove"""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from storage.records import PortalRecord
from xuncha.commands import timetables
from xuncha.commands.common import AsJson, console, load_settings, local, now, open_store, print_json, wanted_portals
from xuncha.crawling import check_addresses
from xuncha.errors import Mistake
from xuncha.lang import say
from xuncha.portals import home_url, read_list

app = typer.Typer(no_args_is_help=True, help="门户清单 · the portals under watch")

app.command()(timetables.schedule)
app.command()(timetables.group)

Name = Annotated[str | None, typer.Option("--name", help="名称 · what people call it")]
Organ = Annotated[
    str,
    typer.Option(
        "--organ", help="government（3 月 31 日前公布年报）或 department（1 月 31 日前）· sets the report's due date"
    ),
]
Group = Annotated[str | None, typer.Option("--group", help="分组，可共用时间表 · portals that share a timetable")]


@app.command()
def add(
    url: Annotated[str, typer.Argument(metavar="URL")],
    name: Name = None,
    organ: Organ = "department",
    group: Group = None,
) -> None:
    """添加门户 · put a portal under watch"""
    if organ not in {"government", "department"}:
        raise Mistake(
            say(
                f"--organ {organ!r}：请写 government 或 department",
                f"--organ {organ!r}: write government or department",
            )
        )
    address = home_url(url)
    with open_store() as store:
        portal = store.add_portal(address, name=name, now=now(), organ=organ, group=group)
    console().print(
        say(f"已添加 {portal.name}　{portal.home_url}", f"added {portal.name}  {portal.home_url}"), markup=False
    )
    console().print(say("下一步：xuncha crawl", "next: xuncha crawl"))


@app.command("import")
def import_(file: Path) -> None:
    """从 CSV 或 YAML 导入 · add the portals of a file (columns url, name, organ, group)"""
    listed = read_list(file)
    with open_store() as store:
        for item in listed:
            store.add_portal(item.home_url, name=item.name, now=now(), organ=item.organ, group=item.group)
    console().print(say(f"已导入 {len(listed)} 个门户", f"imported {len(listed)} portals"))


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """列出门户 · the portals under watch"""
    with open_store() as store:
        portals = store.portals()
    if as_json:
        print_json(_row(portal) for portal in portals)
        return
    table = Table(
        "#", say("名称", "name"), say("首页", "home page"), say("下次巡查", "next patrol"), say("结论", "word")
    )
    for portal in portals:
        table.add_row(str(portal.id), portal.name, portal.home_url, local(portal.next_patrol_at), portal.word or "—")
    console().print(
        table if portals else say("还没有门户；用 xuncha portals add 网址", "no portal yet: xuncha portals add URL")
    )


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="[PORTAL]…")] = None, as_json: AsJson = False
) -> None:
    """看首页能否打开 · see whether the home pages open (stores nothing)"""
    with open_store() as store:
        portals = wanted_portals(store, names)
    verdicts = check_addresses([portal.home_url for portal in portals], load_settings())
    if as_json:
        print_json(verdicts)
        return
    table = Table(say("首页", "home page"), say("结果", "verdict"), say("原因", "reason"), "HTTP", "ms")
    for row in verdicts:
        table.add_row(
            row["url"], row["verdict"], row["reason"] or "", str(row["status"] or ""), str(row["elapsed_ms"] or "")
        )
    console().print(table)


@app.command()
def remove(name: str) -> None:
    """移出清单（已存的事实保留）· take a portal off the watch; its facts stay"""
    with open_store() as store:
        portal = wanted_portals(store, [name])[0]
        store.remove_portal(portal.id, now())
    console().print(say(f"已移出 {portal.name}", f"removed {portal.name}"), markup=False)


def _row(portal: PortalRecord) -> dict[str, object]:
    return {
        "id": portal.id,
        "portal": portal.home_url,
        "name": portal.name,
        "organ": portal.organ,
        "group": portal.group,
        "rule_set": portal.rule_set,
        "verdict": portal.verdict,
        "word": portal.word,
        "next_patrol_at": portal.next_patrol_at,
        "judged_at": portal.judged_at,
    }
