"""xuncha crawl, xuncha links: one patrol now, or the link checks alone."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from storage.records import PortalRecord
from storage.settings import Settings
from storage.store import Store
from xuncha.commands.common import AsJson, console, load_settings, notes, open_store, print_json, some_portals
from xuncha.commands.judging import Names
from xuncha.crawling import print_link_checks, stream_link_checks
from xuncha.errors import Mistake
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


def links(
    portals: Names = None,
    page: Annotated[str | None, typer.Option("--page", help="一页上的链接 · the links of one page")] = None,
    from_file: Annotated[
        Path | None, typer.Option("--from", help="文件，一行一个网址 · a file, one URL a line")
    ] = None,
    no_politeness: Annotated[
        bool, typer.Option("--no-politeness", help="不限速，只用于自己的服务器 · no delays; for your own servers only")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """查死链 · check targets now: alive, dead or unknown, with the reason"""
    if sum((page is not None, from_file is not None, bool(portals))) > 1:
        raise Mistake(say("门户、--page、--from 只能选一个", "choose one of PORTAL, --page, --from"))
    settings = load_settings()
    with _addresses(portals, page, from_file, settings) as addresses:
        if as_json:
            print_link_checks(addresses, settings, polite=not no_politeness)
        else:
            _show_links(stream_link_checks(addresses, settings, polite=not no_politeness))


@contextmanager
def _addresses(
    portals: list[str] | None, page: str | None, from_file: Path | None, settings: Settings
) -> Iterator[Path]:
    """A file with the addresses to check."""
    if from_file is not None:
        if not from_file.is_file():
            raise Mistake(say(f"没有文件 {from_file}", f"no file {from_file}"))
        yield from_file
        return
    if page is not None:
        urls = _page_links(page, settings)
    else:
        with open_store(settings) as store:
            urls = [url for portal in some_portals(store, portals) for url in store.linked_urls(portal.id)]
    with tempfile.NamedTemporaryFile("w", prefix="xuncha-", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(urls))
        file.flush()
        yield Path(file.name)


def _page_links(page: str, settings: Settings) -> list[str]:
    from parsers.page import read_page
    from parsers.reading import read_bytes
    from xuncha.crawling import fetch
    from xuncha.portals import home_url

    address = home_url(page)
    body, content_type = fetch(address, settings)
    reading = read_bytes(body, content_type)
    return list(dict.fromkeys(link.url for link in read_page(reading.text, address, charset=reading.encoding).links))


def _show_links(rows: Iterator[dict[str, Any]]) -> None:
    counts = {"alive": 0, "dead": 0, "unknown": 0}
    table = Table(say("结果", "verdict"), say("原因", "reason"), "HTTP", say("次数", "tries"), say("网址", "address"))
    styles = {"dead": "red", "unknown": "yellow"}
    with notes().status(say("正在检查…", "checking…")):
        for row in rows:
            counts[row["verdict"]] += 1
            if row["verdict"] != "alive":
                style = styles[row["verdict"]]
                table.add_row(
                    Text(row["verdict"], style=style),
                    row["reason"] or "",
                    str(row["status"] or ""),
                    str(row["attempts"]),
                    Text(row["url"]),
                )
    if table.row_count:
        console().print(table)
    console().print("  ".join(f"{name} {count}" for name, count in counts.items()))


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
