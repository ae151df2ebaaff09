"""xuncha crawl: one patrol now."""

from threading import Event
from typing import Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from storage.records import PortalRecord
from storage.settings import Settings
from storage.store import Store
from xuncha.commands.common import AsJson, Names, console, load_settings, notes, open_store, print_json, some_portals
from xuncha.lang import say
from xuncha.scheduler import PatrolResult, run_patrol, side_by_side


def crawl(portals: Names = None, as_json: AsJson = False) -> None:
    """巡查一遍 · one patrol now: every page fetched, decoded, read and kept"""
    settings = load_settings()
    with open_store(settings) as store:
        results = patrol_all(store, some_portals(store, portals), settings)
    if as_json:
        print_json(_result_json(portal, result) for portal, result in results)
    else:
        _show_results(results)
    if any(result.status == "failed" for _, result in results):
        raise typer.Exit(1)


def patrol_all(
    store: Store, portals: list[PortalRecord], settings: Settings, *, trigger: str = "manual"
) -> list[tuple[PortalRecord, PatrolResult]]:
    """Patrols side by side, one bar each; results in the order of the portals."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=notes()) as progress:

        def one(portal: PortalRecord, stop: Event) -> tuple[PortalRecord, PatrolResult]:
            task = progress.add_task(portal.name[:30], total=None)

            def on_progress(event: dict[str, Any]) -> None:
                visited = int(event.get("visited", 0))
                progress.update(task, completed=visited, total=visited + int(event.get("queued", 0)))

            result = run_patrol(store, portal, settings, trigger=trigger, on_progress=on_progress, stop=stop)
            progress.update(task, total=result.visited, completed=result.visited)
            return portal, result

        return side_by_side(one, portals, settings.patrols_at_once)


def _show_results(results: list[tuple[PortalRecord, PatrolResult]]) -> None:
    table = Table(
        say("门户", "portal"),
        say("结果", "patrol"),
        say("访问", "visits"),
        say("其中正常", "ok"),
        say("链接已查", "links"),
        say("秒", "s"),
    )
    for portal, result in results:
        style = {"done": "green", "failed": "bold red"}.get(result.status, "yellow")
        table.add_row(
            Text(f"{portal.name}\n{portal.home_url}"),
            Text(f"{result.status}\n{result.reason}", style=style),
            str(result.visited),
            str(result.stats.get("outcomes", {}).get("ok", 0)),
            str(result.stats.get("links_checked", 0)),
            f"{result.seconds:.1f}",
        )
    console().print(table)
    console().print(say("下一步：xuncha judge", "next: xuncha judge"))


def _result_json(portal: PortalRecord, result: PatrolResult) -> dict[str, Any]:
    return {
        "portal": portal.home_url,
        "status": result.status,
        "reason": result.reason,
        "visited": result.visited,
        "seconds": round(result.seconds, 3),
        "stats": dict(result.stats),
    }
