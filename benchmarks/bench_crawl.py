"""Pages per second and peak memory of a patrol, beside a bare Scrapy spider on the same site in the same run.

`python -m benchmarks.bench_crawl [--pages N] [--rounds N]` (`make bench`). The patrol fetches, decodes, parses and
stores, with as many reading processes as there are cores; the bare spider only follows the links. They take turns, so
that a busy machine slows both, and the ratio is that of neighbours in time. The figures count from the start of the
crawl: Python's own start is left out, that of the reading processes is not. Nothing leaves loopback.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from storage.store import Store

CONCURRENCY = 8  # requests to one host at once, for both: Scrapy's default
WANTED_RATE, WANTED_RATIO = 100, 0.6


@dataclass(frozen=True)
class Result:
    pages: int
    seconds: float
    memory: float  # MB, at the peak, child processes included

    @property
    def rate(self) -> float:
        return self.pages / self.seconds


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_crawl", description="Speed beside bare Scrapy.")
    parser.add_argument("--pages", type=int, default=1000, help="pages of the site")
    parser.add_argument("--rounds", type=int, default=3, help="crawls of each")
    asked = parser.parse_args()
    with _site(asked.pages) as (url, pages, size):
        print(f"{pages} pages of {size / 1000:.0f} KB, {asked.rounds} rounds, {os.cpu_count()} cores")
        ours, bare = [], []
        for _ in range(asked.rounds):
            ours.append(_patrol(url))
            bare.append(_bare(url))
        complete = {result.pages for result in (*ours, *bare)} == {pages}
    _show(ours, bare)
    if not complete:
        sys.exit("not every crawl saw every page")


@contextmanager
def _site(pages: int) -> Iterator[tuple[str, int, int]]:
    """A site in a process of its own: its address, its number of pages, their mean size in bytes."""
    command = [sys.executable, "-m", "benchmarks.site", str(pages)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        url, count, size = server.stdout.readline().split()
        try:
            yield url, int(count), int(size)
        finally:
            server.communicate()


def _patrol(url: str) -> Result:
    with TemporaryDirectory(prefix="xuncha-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'xuncha.db'}"
        store = Store(database)
        store.upgrade()
        store.add_portal(url, name=None, now=datetime.now(UTC))
        store.close()
        settings = {
            "XUNCHA_DATA_DIR": folder,
            "XUNCHA_DATABASE_URL": database,
            "XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8",
            "XUNCHA_CRAWL_DELAY": "0",
            "XUNCHA_CRAWL_CONCURRENCY": str(CONCURRENCY),
            "XUNCHA_CRAWL_MAX_PAGES": "1000000",
            "XUNCHA_LINK_CHECKS": "0",
            "XUNCHA_PARSE_PROCESSES": str(os.cpu_count() or 1),
        }
        command = [sys.executable, "-m", "crawler.patrol", "--portal", url, "--progress"]
        said = subprocess.run(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True, check=True).stdout
        stats = json.loads(said.splitlines()[-1])["stats"]
        return Result(stats["outcomes"]["ok"], stats["seconds"], stats["peak_memory_mb"])


def _bare(url: str) -> Result:
    command = [sys.executable, "-m", "benchmarks.bare_spider", url, str(CONCURRENCY)]
    return Result(**json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout))


def _show(ours: list[Result], bare: list[Result]) -> None:
    print(f"{'':<14}{'pages/s':>9}{'best':>9}{'peak MB':>9}")
    for name, results in (("patrol", ours), ("bare Scrapy", bare)):
        rates = [result.rate for result in results]
        print(f"{name:<14}{median(rates):>9.1f}{max(rates):>9.1f}{max(result.memory for result in results):>9.0f}")
    ratio = median(one.rate / other.rate for one, other in zip(ours, bare, strict=True))  # neighbours in time
    print(f"ratio {ratio:.2f} (aim: {WANTED_RATE} pages/s and {WANTED_RATIO} of bare Scrapy)")


if __name__ == "__main__":
    main()
