"""xuncha links: the link checks alone."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from storage.settings import Settings
from xuncha.commands.common import AsJson, Names, console, load_settings, notes, open_store, some_portals
from xuncha.crawling import print_link_checks, stream_link_checks
from xuncha.errors import Mistake
from xuncha.lang import say


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
