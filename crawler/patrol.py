"""One patrol as a process of its own: `python -m crawler.patrol --portal ID [--trigger manual] [--progress]`.

Crawl, then check the links that the crawl did not follow, then close the run. Exit code: 0 done, 1 cut short or failed,
2 the operator's trouble (one line on standard error). SIGTERM ends it in good order: what is under way is finished and
stored; kill -9 loses what is under way, and the next patrol goes on from there.
"""

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from time import monotonic

from pydantic import ValidationError
from scrapy.crawler import CrawlerProcess
from scrapy.settings import Settings as ScrapySettings
from twisted.python.failure import Failure

from crawler.extensions import HEARTBEAT, print_event, send_heartbeat, visited
from crawler.links import check_targets
from crawler.parent import FLAG, FLAG_HELP, end_with_parent
from crawler.settings import project
from crawler.spiders.portal import PortalSpider, end_of_crawl, is_whole
from crawler.state import Patrol, PatrolError, begin, find, only_patrol, open_store
from storage.errors import StoreError
from storage.settings import Settings

LINK_SHARE = 0.95  # of the time limit, by which link checks must have ended; the caller ends us at 1.0


def main(words: Sequence[str] | None = None) -> int:
    asked = _parse(words)
    if asked.with_parent:
        end_with_parent()
    logging.getLogger().setLevel(logging.WARNING)
    try:
        settings = Settings()
        with open_store(settings) as store:
            portal = find(store, asked.portal)
            with only_patrol(settings, portal):
                return _patrol(begin(store, settings, portal, asked.trigger), asked.progress)
    except (StoreError, PatrolError, ValidationError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201
        return 2


def _parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m crawler.patrol", description="One patrol of one portal.")
    parser.add_argument("--portal", required=True, help="number, address or name of the portal")
    parser.add_argument("--trigger", default="manual", choices=("manual", "scheduled"), help="why it is started")
    parser.add_argument(FLAG, action="store_true", help=FLAG_HELP)
    parser.add_argument("--progress", action="store_true", help="JSON lines about the progress on standard output")
    return parser.parse_args(words)


def _patrol(patrol: Patrol, progress: bool) -> int:
    begun = monotonic()
    crashed = _crawl(patrol, progress)
    if patrol.trouble is None and not crashed and is_whole(patrol):
        seconds = patrol.settings.crawl_time_limit * LINK_SHARE - (monotonic() - begun)
        asyncio.run(_until_stopped(patrol, seconds, progress))
    if patrol.crawl_ended == "shutdown" and monotonic() - begun >= patrol.settings.crawl_time_limit:
        patrol.crawl_ended = "time_limit"  # that is why we were asked to end
    end_of_crawl(patrol, crashed)
    status = "failed" if patrol.trouble or crashed else "done" if is_whole(patrol) else "interrupted"
    if progress:
        print_event("ended", status=status, reason=patrol.trouble or crashed or patrol.crawl_ended, stats=patrol.stats)
    if patrol.trouble:
        raise PatrolError(patrol.trouble)
    return 0 if status == "done" else 1


def _crawl(patrol: Patrol, progress: bool) -> str | None:
    """Run the spider to its end; what a bug of ours that kept it from running says."""
    process = CrawlerProcess(ScrapySettings(project(patrol.settings)))
    failures: list[BaseException | None] = []
    crawl = process.crawl(PortalSpider, patrol=patrol, progress=progress)
    crawl.addErrback(_keep_in(failures))
    process.start()
    if not failures:
        return None
    logging.getLogger(__name__).error("the crawl failed", exc_info=failures[0], extra={"action": "crawl_failed"})
    return f"crawler:{type(failures[0]).__name__}"


def _keep_in(failures: list[BaseException | None]) -> Callable[[Failure], None]:
    def keep(failure: Failure) -> None:
        failures.append(failure.value)

    return keep


async def _until_stopped(patrol: Patrol, seconds: float, progress: bool) -> None:
    """Link checks, with signs of life; SIGTERM or SIGINT end them early, and what was found out is kept."""
    checks = asyncio.ensure_future(check_targets(patrol, seconds))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, checks.cancel)
    signs = asyncio.ensure_future(_signs_of_life(patrol, progress))
    try:
        await checks
    except asyncio.CancelledError:
        patrol.crawl_ended = "shutdown"
    except StoreError as error:
        patrol.trouble = str(error)
    finally:
        signs.cancel()


async def _signs_of_life(patrol: Patrol, progress: bool) -> None:
    while True:
        await asyncio.to_thread(send_heartbeat, patrol)
        if progress:
            checked = patrol.stats.get("links_checked", 0)
            print_event("progress", visited=visited(patrol), queued=0, links_checked=checked)
        await asyncio.sleep(HEARTBEAT)


if __name__ == "__main__":
    sys.exit(main())
