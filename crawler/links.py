"""Link checks: of a patrol's targets, and `python -m crawler.links --from FILE --json [--no-politeness]`."""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from crawler.link_engine import check_links
from crawler.state import Patrol
from crawler.urls import percent_encoded
from storage.records import LinkChecked
from storage.settings import Settings


async def check_targets(patrol: Patrol, seconds: float) -> None:
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
        asyncio.run(_print(asked.file, Settings(), not asked.no_politeness))
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValidationError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201
        return 2
    return 0


async def _print(file: Path, settings: Settings, polite: bool) -> None:
    async for checked in check_links(_addresses(file), settings, polite=polite):
        sys.stdout.write(as_json(checked) + "\n")
        sys.stdout.flush()


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
