"""Link checks: of a patrol's targets, and `python -m crawler.links --from FILE --json [--no-politeness]`."""

import argparse
import asyncio
import gc
import json
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from pydantic import ValidationError

from crawler.link_engine import check_links
from crawler.urls import percent_encoded
from storage.records import LinkChecked
from storage.settings import Settings

if TYPE_CHECKING:  # the database is a second's work to import, and the command needs none
    from crawler.state import Patrol

OFTEN = 0.1  # seconds between two writes
BYTES_PER_PROCESS = 200_000  # of the list; for less, another process costs more than it brings


async def check_targets(patrol: "Patrol", seconds: float) -> None:
    """Check what the patrol's pages link to and the crawl did not ask for, until time is up; verdicts are stored."""
    store, run = patrol.store, patrol.run.run_id
    patrol.stats["links_checked"] = 0
    urls = store.unchecked_targets(run, patrol.portal.id, patrol.settings.link_checks)
    try:
        async with asyncio.timeout(max(seconds, 0)):
            async for checked in check_links(urls, patrol.settings):
                store.record_link_checks(run, [checked])
                patrol.stats["links_checked"] += 1
    except TimeoutError:
        patrol.stats["links_left"] = len(urls) - patrol.stats["links_checked"]


def main(words: Sequence[str] | None = None) -> int:
    """One line of JSON for each line of the file that is not empty, as the verdicts come."""
    parser = argparse.ArgumentParser(prog="python -m crawler.links", description="Verdicts about addresses.")
    parser.add_argument("--from", dest="file", type=Path, required=True, help="a file, one address a line")
    parser.add_argument("--json", action="store_true", help="JSON lines (the only form)")
    parser.add_argument("--no-politeness", action="store_true", help="no delays; for your own servers only")
    asked = parser.parse_args(words)
    try:
        settings = Settings()
        shares = _shares(asked.file.stat().st_size) if asked.no_politeness else 1
        if shares > 1:
            return _side_by_side(asked.file, settings, shares)
        asyncio.run(_print(_addresses(asked.file), settings, polite=not asked.no_politeness))
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValidationError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201
        return 2
    return 0


def _shares(size: int) -> int:
    return min(os.cpu_count() or 1, 1 + size // BYTES_PER_PROCESS)


def _side_by_side(file: Path, settings: Settings, shares: int) -> int:
    """Each process takes the targets whose checksum is its own, so that each target is asked for once.

    Without politeness only: a host's pace is kept by one process.
    """
    context = multiprocessing.get_context("fork")
    gc.freeze()  # what is imported stays: the children need not look through it, nor copy its pages
    lock = context.Lock()
    crew = [context.Process(target=_one_of, args=(file, settings, number, shares, lock)) for number in range(shares)]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
    return max(abs(process.exitcode or 0) for process in crew)


def _one_of(file: Path, settings: Settings, number: int, shares: int, lock: AbstractContextManager[object]) -> None:
    mine = (url for url in _addresses(file) if crc32(url.partition("#")[0].encode()) % shares == number)
    with suppress(BrokenPipeError):  # nobody reads on
        asyncio.run(_print(mine, settings, polite=False, lock=lock))


async def _print(
    urls: Iterator[str], settings: Settings, *, polite: bool, lock: AbstractContextManager[object] | None = None
) -> None:
    lines: list[str] = []
    parent = os.getppid()

    def write() -> None:
        said = "".join(lines).encode()
        lines.clear()
        with lock or nullcontext():
            while said:
                said = said[os.write(sys.stdout.fileno(), said) :]

    async def write_often() -> None:
        while True:
            await asyncio.sleep(OFTEN)
            write()
            if os.getppid() != parent:  # who started us is gone, and with it who reads
                raise BrokenPipeError

    writing = asyncio.create_task(write_often())
    try:
        async for checked in check_links(urls, settings, polite=polite):
            lines.append(as_json(checked) + "\n")
            if writing.done():
                break
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
    write()


def _addresses(file: Path) -> Iterator[str]:
    """Lines as they are needed. One that is not UTF-8 goes to the server byte for byte."""
    with file.open("rb") as lines:
        for line in lines:
            raw = line.removeprefix(b"\xef\xbb\xbf").strip()
            try:
                address = raw.decode()
            except UnicodeDecodeError:
                address = percent_encoded(raw)
            if address:
                yield address


def as_json(checked: LinkChecked) -> str:
    row = {name: getattr(checked, name) for name in LinkChecked.__slots__ if name != "at"}
    return json.dumps({**row, "checked_at": checked.at.isoformat()}, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
