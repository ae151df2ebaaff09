"""The link engine against its bars, with peers on the same fault servers: `make bench-links`.

`python -m benchmarks.bench_links [verdicts] [hard] [blind] [addresses] [politeness] [speed] [memory]`, all but memory by default.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import bench_links_eighth as eighth
from benchmarks import bench_links_eleventh as eleventh
from benchmarks import bench_links_fifth as fifth
from benchmarks import bench_links_fourth as fourth
from benchmarks import bench_links_kinds as kinds
from benchmarks import bench_links_more as more
from benchmarks import bench_links_ninth as ninth
from benchmarks import bench_links_seventh as seventh
from benchmarks import bench_links_sixth as sixth
from benchmarks import bench_links_tenth as tenth
from benchmarks import bench_links_third as third
from benchmarks import bench_links_unseen as unseen
from benchmarks.bench_links_addresses import addresses
from benchmarks.bench_links_peers import OURS, Checker, Run, checkers
from benchmarks.bench_links_polite import politeness
from benchmarks.bench_links_server import serve
from benchmarks.bench_links_speed import memory, speed
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World

PARTS = ("verdicts", "hard", "blind", "addresses", "politeness", "speed")
LIMIT = 2.0  # seconds for one request: the servers that never answer cost this
Build = Callable[[Certificates], World]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_links", description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, choices=(*PARTS, "memory"))
    parser.add_argument("--no-peers", action="store_true", help="only ours")
    parser.add_argument("--show", action="store_true", help="every address that was judged wrongly")
    parser.add_argument("--targets", type=int, default=1_000_000, help="how many for memory")
    asked = parser.parse_args()
    tools = {OURS: checkers()[OURS]} if asked.no_peers else checkers()
    parts: dict[str, Callable[[], None]] = {
        "verdicts": lambda: _known(tools, asked.show),
        "hard": lambda: verdicts(
            "Verdicts, sixth batch: unseen once, words and walls meant to be hard", sixth.build, tools, asked.show
        ),
        "blind": lambda: _blind(tools, asked.show),
        "addresses": lambda: addresses(tools, asked.show),
        "politeness": politeness,
        "speed": lambda: speed(tools),
        "memory": lambda: memory(asked.targets),
    }
    for part in asked.parts:
        parts[part]()


def _blind(tools: dict[str, Checker], show: bool) -> None:
    """Batches of all kinds by writers who had not seen the engine, mended with after their first look."""
    verdicts("Verdicts, seventh batch: written blind, mended with since", seventh.build, tools, show)
    verdicts("Verdicts, eighth batch: written blind, mended with since", eighth.build, tools, show)
    verdicts("Verdicts, ninth batch: written blind, mended with in part since", ninth.build, tools, show)
    verdicts("Verdicts, tenth batch: written blind, walls above all, mended with since", tenth.build, tools, show)
    verdicts(
        "Verdicts, eleventh batch: written blind, an ordinary week, mended with since", eleventh.build, tools, show
    )


def _known(tools: dict[str, Checker], show: bool) -> None:
    verdicts("Verdicts, first batch: the engine was mended with it", kinds.build, tools, show)
    verdicts("Verdicts, second batch: unseen once, mended with since", more.build, tools, show)
    verdicts("Verdicts, third batch: unseen once, mended with since", third.build, tools, show)
    verdicts("Verdicts, a smaller batch: unseen once, mended with since", unseen.build, tools, show)
    verdicts("Verdicts, fourth batch: unseen once, mended with since", fourth.build, tools, show)
    verdicts("Verdicts, fifth batch: unseen once, mended with since", fifth.build, tools, show)


def verdicts(title: str, build: Build, tools: dict[str, Checker], show: bool) -> None:
    """One table; every tool meets the servers fresh, because some of them fail only once."""
    print(f"\n{title}")
    for name, checker in tools.items():
        with TemporaryDirectory(prefix="bench-links-") as folder:
            world = build(Certificates(Path(folder)))
            with serve(world.hosts) as server:
                JUMPS.update({id(host): server.address(host) for host in world.hosts})
                truth = {case.url(server): case for case in world.cases}
                run = checker(list(truth), Path(folder), LIMIT)
        if name == OURS:
            _count(truth.values())
        _score(name, truth, run, show)


def _count(cases: Iterable[Case]) -> None:
    cases = list(cases)
    truths = Counter(case.truth for case in cases)
    kind_count = len({case.kind for case in cases})
    print(f"{len(cases)} addresses of {kind_count} kinds: {', '.join(f'{n} {truth}' for truth, n in truths.items())}")
    print(
        f"{'':<13}{'false dead':>12}{'missed':>12}{'walls unknown':>15}{'alive unsure':>14}{'no verdict':>12}{'s':>7}"
    )


def _score(name: str, truth: dict[str, Case], run: Run, show: bool) -> None:
    said: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: dict[str, list[str]] = defaultdict(list)
    for url, case in truth.items():
        verdict = run.verdicts.get(url, "none")
        said[case.truth][verdict] += 1
        if verdict != case.truth:
            row = run.rows.get(url, {})
            wrong[case.kind].append(f"{url} {case.truth} → {verdict} {row.get('reason')} {row.get('status')}")
    totals = {kind: counts.total() for kind, counts in said.items()}
    cells = (
        (said["alive"]["dead"], totals["alive"], 12),
        (said["dead"]["alive"] + said["dead"]["unknown"], totals["dead"], 12),
        (said["unknown"]["unknown"], totals["unknown"], 15),
        (said["alive"]["unknown"], totals["alive"], 14),
        (sum(counts["none"] for counts in said.values()), len(truth), 12),
    )
    row = "".join(f"{part} {100 * part / whole:.1f}%".rjust(width) for part, whole, width in cells)
    print(f"{name:<13}{row}{run.seconds:>7.1f}")
    if show:
        for kind, lines in wrong.items():
            print(f"  {kind}", *lines, sep="\n     ")


if __name__ == "__main__":
    main()
