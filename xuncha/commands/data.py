"""xuncha export, xuncha db: the whole database, handed over or looked after."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from storage.export import FORMATS, export_database
from storage.store import Store
from xuncha.commands.common import AsJson, console, load_settings, now, open_store, print_json
from xuncha.errors import Mistake
from xuncha.lang import say

db = typer.Typer(no_args_is_help=True, help="数据库 · the database")


def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="新目录 · a new folder")],
    format_: Annotated[str, typer.Option("--format", help=" | ".join(FORMATS))] = "csv",
    as_json: AsJson = False,
) -> None:
    """导出全部数据 · the whole database, with a datapackage.json that describes every table and column"""
    if format_ not in FORMATS:
        raise Mistake(f"--format {format_!r}: {say('请写', 'write')} {', '.join(FORMATS)}")
    with open_store() as store:
        written = export_database(store, directory, format_, now=now())
    if as_json:
        print_json({"table": item.table, "rows": item.rows, "path": str(directory / item.path)} for item in written)
        return
    table = Table(say("表", "table"), say("行", "rows"), say("文件", "file"))
    table.columns[1].justify = "right"
    for item in written:
        table.add_row(item.table, f"{item.rows:,}", item.path)
    console().print(table)
    console().print(say(f"已导出到 {directory}", f"exported to {directory}"), markup=False)


@db.command()
def upgrade() -> None:
    """升级到本版本的结构 · bring the tables to this version"""
    store = Store(load_settings().database)
    try:
        store.upgrade()
    finally:
        store.close()
    console().print(say("数据库已是最新", "the database is up to date"))


@db.command()
def check(as_json: AsJson = False) -> None:
    """核对 · verify bodies against their hashes and rows against each other"""
    with open_store() as store:
        faults = store.check()
        counts = store.counts()
    if as_json:
        print_json([{"faults": faults, "rows": counts}])
    elif faults:
        for fault in faults:
            console().print(f"✗ {fault}", style="red", markup=False)
    else:
        rows = f"{sum(counts.values()):,}"
        console().print(say(f"✓ 完好：{rows} 行，正文与哈希一致", f"✓ sound: {rows} rows, every body matches its hash"))
    if faults:
        raise typer.Exit(1)
