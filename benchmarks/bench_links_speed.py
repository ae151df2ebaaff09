"""Verdicts per second with politeness off, beside every peer on the same server, and peak memory for long lists."""

import os
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from benchmarks.bench_links_peers import OURS, ROOT, Checker

LINKS, ROUNDS = 20_000, 3
WANTED_RATE, WANTED_RATIO, WANTED_MEMORY = 5000, 0.5, 500
SLOWER = frozenset({"linkchecker", "linkinator"})  # a hundredth of the list will do: some ten a second
_LIMIT = 10.0  # seconds for one request


def speed(tools: dict[str, Checker]) -> None:
    load = os.getloadavg()[0]
    print(
        f"\nSpeed: {LINKS} unique links (pages, files, missing), politeness off, {os.cpu_count()} cores, load before: {load:.1f}"
    )
    rates: dict[str, list[float]] = {name: [] for name in tools}
    with _server() as port, TemporaryDirectory(prefix="bench-links-") as folder:
        for number in range(ROUNDS):
            for name, checker in tools.items():
                if name in SLOWER and number:
                    continue
                links = _links(port, LINKS // 100 if name in SLOWER else LINKS)
                run = checker(links, Path(folder), _LIMIT)
                said = Counter(run.verdicts.values())
                if said["dead"] != len(links) // 10 or said["alive"] != len(links) - len(links) // 10:
                    print(f"{name}: verdicts are wrong: {dict(said)}")
                rates[name].append(len(links) / run.seconds)
    for name, found in rates.items():
        print(f"{name:<13}{median(found):>8.0f} verdicts/s, best {max(found):.0f}")
    if rates.get("lychee"):
        ratio = median(
            one / other for one, other in zip(rates[OURS], rates["lychee"], strict=True)
        )  # neighbours in time
        print(f"ratio to lychee {ratio:.2f} (bars: {WANTED_RATE} verdicts/s on an idle machine, and {WANTED_RATIO})")


def memory(count: int) -> None:
    """Peak memory of all processes for so many targets, politeness off."""
    with _server() as port, TemporaryDirectory(prefix="bench-links-") as folder:
        listed = Path(folder) / "addresses.txt"
        with listed.open("w") as file:
            file.writelines(f"{link}\n" for link in _addresses(port, count))
        command = [sys.executable, "-m", "crawler.links", "--from", str(listed), "--json", "--no-politeness"]
        env = os.environ | {"XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8"}
        begun = monotonic()
        with subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            lines = sum(1 for _ in child.stdout)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # of one process, the largest
    processes = 1 + (os.cpu_count() or 1)
    print(
        f"\nMemory: {lines} verdicts in {monotonic() - begun:.0f} s, at most {largest:.0f} MB in each of {processes} processes: {largest * processes:.0f} MB (bar: {WANTED_MEMORY})"
    )


@contextmanager
def _server() -> Iterator[int]:
    command = [sys.executable, "-m", "benchmarks.bench_links_fast", "127.2.0.1"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.communicate()


def _links(port: int, count: int) -> list[str]:
    return list(_addresses(port, count))


def _addresses(port: int, count: int) -> Iterator[str]:
    """Of ten, seven pages, two files and one that is not there."""
    for number in range(count):
        place = number % 10
        path = f"p/{number}.html" if place < 7 else f"f/{number}.pdf" if place < 9 else f"gone/{number}.html"
        yield f"http://127.2.0.1:{port}/{path}"
