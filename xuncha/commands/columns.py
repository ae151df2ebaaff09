"""xuncha columns [list] | correct"""

from typing import Annotated, Any, get_args

import typer
from rich.table import Table

from parsers.columns import ColumnKind
from storage.records import ColumnRecord, PortalRecord
from storage.store import Store
from xuncha.commands.common import AsJson, console, now, open_store, print_json, some_portals, wanted_portals
from xuncha.errors import Mistake
from xuncha.lang import say
from xuncha.rules.days import china_day
from xuncha.rules.freshness import newest_of, pages_by_url

KINDS: dict[str, tuple[str, str]] = {
    "news": ("动态要闻", "news"),
    "notice": ("通知公告", "notices"),
    "policy": ("政策文件", "policies"),
    "interaction": ("互动交流", "interaction"),
    "planning": ("规划、人事、财政", "plans, personnel, budgets"),
    "report": ("年度报告", "annual reports"),
    "guide": ("办事指南", "guides"),
    "static": ("概况等静态页", "static pages"),
    "archive": ("历史归档", "archive"),
    "other": ("其他", "other"),
    "home": ("首页", "home page"),
}
CORRECTABLE = get_args(ColumnKind)

app = typer.Typer(help="栏目：类别与更正 · columns, their classes, and your corrections", invoke_without_command=True)


@app.callback()
def columns(
    context: typer.Context,
    portal: Annotated[str | None, typer.Option("--portal", help="编号、网址或名称 · number, address or name")] = None,
    as_json: AsJson = False,
) -> None:
    """栏目、类别、可信度、最近更新 · columns with class, confidence and last update"""
    if context.invoked_subcommand is not None:
        return
    with open_store() as store:
        rows = [row for one in some_portals(store, [portal] if portal else None) for row in _rows(store, one)]
    if as_json:
        print_json(rows)
        return
    console().print(_table(rows) if rows else say("还没有栏目；先 xuncha crawl", "no column yet: xuncha crawl first"))


@app.command()
def correct(
    portal: Annotated[str, typer.Argument(metavar="PORTAL")],
    column: Annotated[str, typer.Argument(metavar="COLUMN", help="编号、网址或栏目名 · number, address or name")],
    kind: Annotated[str, typer.Option("--kind", help=" | ".join(CORRECTABLE))],
) -> None:
    """更正栏目类别，以后的巡查不再改动 · say what a column is; no later patrol changes it"""
    if kind not in CORRECTABLE:
        raise Mistake(f"--kind {kind!r}: {', '.join(CORRECTABLE)}")
    with open_store() as store:
        found = _wanted(store, wanted_portals(store, [portal])[0], column)
        store.correct_column(found.id, kind)
    zh, en = KINDS[kind]
    console().print(say(f"已更正：{found.name} 是{zh}", f"corrected: {found.name} is {en}"), markup=False)
    console().print(say("下一步：xuncha judge", "next: xuncha judge"))


def _wanted(store: Store, portal: PortalRecord, wanted: str) -> ColumnRecord:
    known = [one for one in store.columns(portal.id) if one.kind != "home"]
    found = [one for one in known if wanted in (str(one.id), one.url)] or [one for one in known if one.name == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(f"{one.id} {one.url}" for one in found)
        raise Mistake(
            say(
                f"{wanted!r} 有 {len(found)} 个；请写编号：{numbers}",
                f"{len(found)} columns are called {wanted!r}; give the number: {numbers}",
            )
        )
    raise Mistake(
        say(
            f"{portal.name} 没有栏目 {wanted!r}；用 xuncha columns --portal {portal.id} 查看",
            f"{portal.name} has no column {wanted!r}; see: xuncha columns --portal {portal.id}",
        )
    )


def _rows(store: Store, portal: PortalRecord) -> list[dict[str, Any]]:
    facts = store.facts(portal.id, now())
    known, pages, today = {one.id: one for one in facts.columns}, pages_by_url(facts), china_day(facts.as_of)
    rows = []
    for record in store.columns(portal.id):
        fact = known.get(record.id)
        newest = newest_of(fact, pages, today) if fact else None
        rows.append(
            {
                "portal": portal.home_url,
                "id": record.id,
                "url": record.url,
                "name": record.name,
                "kind": record.kind,
                "source": record.kind_source,
                "confidence": record.confidence,
                "last_update": newest.day if newest else None,
                "entries": len(fact.entries) if fact else 0,
                "script_filled": bool(fact and fact.script_filled),
                "stale_after": record.stale_after,
            }
        )
    return rows


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(
        "#",
        say("栏目", "column"),
        say("类别", "class"),
        say("可信度", "confidence"),
        say("最近更新", "last update"),
        say("条目", "entries"),
        say("网址", "address"),
    )
    for row in rows:
        zh, en = KINDS.get(row["kind"], (row["kind"],) * 2)
        source = say("（人工更正）", " (corrected)") if row["source"] == "operator" else ""
        entries = say("脚本加载", "by script") if row["script_filled"] and not row["entries"] else str(row["entries"])
        table.add_row(
            str(row["id"]),
            row["name"],
            say(zh, en) + source,
            f"{row['confidence']:.2f}",
            str(row["last_update"] or "—"),
            entries,
            row["url"],
        )
    return table
