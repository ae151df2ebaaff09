"""xuncha export, xuncha db: the whole database, handed over or looked after."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from storage.export import FORMATS, export_database
from storage.keeping import Keep
from storage.store import Store
from xuncha.commands.common import AsJson, console, load_settings, now, open_store, print_json
from xuncha.errors import Mistake
from xuncha.lang import say

MOST_PORTALS = 20  # shown by `db size`

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


@db.command()
def thin() -> None:
    """精简旧数据（保留证据）· thin out old facts; findings and what their evidence names stay (the daemon does it daily)"""
    settings = load_settings()
    if settings.keep_days == 0:
        raise Mistake(say("XUNCHA_KEEP_DAYS=0：全部永久保留", "XUNCHA_KEEP_DAYS=0: everything is kept for ever"))
    with open_store(settings) as store:
        gone = store.thin(now(), Keep.of(settings))
    console().print(
        say(
            f"已精简：{gone.words()}；最长一步 {gone.longest:.2f} 秒；归还磁盘 {human(gone.freed)}",
            f"thinned: {gone.words()}; longest step {gone.longest:.2f} s; {human(gone.freed)} given back to the disk",
        ),
        markup=False,
    )


@db.command()
def compact() -> None:
    """整理文件（期间无法写入，请先停止服务）· write the SQLite file anew without its holes; stop the daemon first"""
    with open_store() as store:
        store.compact()
    console().print(say("已整理", "compacted"))


@db.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="新文件 · a new file")]) -> None:
    """备份（不必停止服务）· a copy of the SQLite database as of one moment, while everybody works on"""
    with open_store() as store:
        store.backup(file)
    console().print(say(f"已备份到 {file}", f"backed up to {file}"), markup=False)


@db.command()
def size(as_json: AsJson = False) -> None:
    """占用空间 · where the bytes are, and how many come every day"""
    with open_store() as store:
        held = store.size(now())
        names = {portal.id: portal.name for portal in store.portals()}
    portals = sorted(held.portals.items(), key=lambda item: -item[1])
    if as_json:
        by_portal = {names.get(number, str(number)): size for number, size in portals}
        row = {"total": held.total, "free": held.free, "tables": held.tables, "portals": by_portal}
        print_json([{**row, "growth_per_day": round(held.growth)}])
        return
    table = Table(say("表", "table"), say("字节", "bytes"), title=f"{human(held.total)}")
    table.columns[1].justify = "right"
    for name, count in sorted(held.tables.items(), key=lambda item: -item[1]):
        table.add_row(name, human(count))
    table.add_row(say("空闲", "free"), human(held.free), style="dim")
    console().print(table)
    shares = Table(say("门户", "portal"), say("正文与文本", "bodies and texts"))
    shares.columns[1].justify = "right"
    for number, count in portals[:MOST_PORTALS]:
        shares.add_row(names.get(number, f"#{number}"), human(count))
    console().print(shares)
    console().print(say(f"每天约增长 {human(held.growth)}", f"grows by about {human(held.growth)} a day"))


def human(count: float) -> str:
    """
    >>> human(1536), human(3_000_000)
    ('1.5 KB', '3.0 MB')
    """
    for unit in ("B", "KB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"
