"""Columns and findings on made-up portals, beside a truth that is declared where a fault is planted.

`python -m benchmarks.bench_portals [--seeds N] [--portal NAME] [--show]`; `make bench-portals` runs it and bench_dates.
The pages go through the crawler's own reading, the store and judge, on days that move over the limits. --show prints the
sentences of every portal's last judgement. Errors are always listed.
"""

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks import bench_portals_counties_fourth as fourth
from benchmarks.bench_portals_counties import county
from benchmarks.bench_portals_faults import FAULTS, burst
from benchmarks.bench_portals_faults_fourth import FOURTH_FAULTS
from benchmarks.bench_portals_faults_second import SECOND_FAULTS, second_cases
from benchmarks.bench_portals_faults_third import THIRD_FAULTS
from benchmarks.bench_portals_model import Portal, Style, Truth
from benchmarks.bench_portals_patrol import Watch, sentences
from benchmarks.bench_portals_sites import cases
from benchmarks.bench_portals_sites_fourth import fourth_cases
from benchmarks.bench_portals_sites_third import third_cases
from benchmarks.bench_portals_styles import FIRST_STYLES, Drawn
from benchmarks.bench_portals_styles_fourth import FOURTH_STYLES
from benchmarks.bench_portals_styles_second import SECOND_STYLES
from benchmarks.bench_portals_styles_third import THIRD_STYLES
from storage.records import Condition, Verdict
from storage.store import Store

_FAULTS_PER_PORTAL = 6
_COLUMN_BAR, _CODE_BAR = 0.98, 0.95
_STARTS = (date(2026, 5, 20), date(2025, 6, 11), date(2026, 4, 14), date(2024, 8, 27), date(2026, 9, 3))


class Score:
    """Counts by code: found and true, found and not, true and not found."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.errors: dict[str, list[tuple[str, str, str, date]]] = defaultdict(list)
        self.columns = 0
        self.judgements = 0

    def add(self, portal: Portal, day: date, found: set[Truth], truth: set[Truth]) -> None:
        self.judgements += 1
        for kind, counter, some in (
            ("wrong", self.wrong, found - truth),
            ("missed", self.missed, truth - found),
            ("", self.right, found & truth),
        ):
            for code, subject in some:
                counter[code] += 1
                if kind:
                    self.errors[code].append((kind, portal.name, subject, day))

    def precision(self, code: str) -> float:
        return _share(self.right[code], self.wrong[code])

    def recall(self, code: str) -> float:
        return _share(self.right[code], self.missed[code])


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 1.0


@dataclass(frozen=True)
class Batch:
    """Styles, faults that are planted into counties, and troubles of whole sites."""

    styles: Sequence[Drawn]
    faults: Sequence[Callable[[Portal], None]]
    cases: Sequence[Callable[[Style, str, date], Portal]]
    county: Callable[..., Portal] = county


BATCHES = {
    1: Batch(FIRST_STYLES, FAULTS, tuple(cases())),
    2: Batch(SECOND_STYLES, SECOND_FAULTS, second_cases()),
    3: Batch(THIRD_STYLES, THIRD_FAULTS, third_cases()),
    4: Batch(FOURTH_STYLES, FOURTH_FAULTS, fourth_cases(), fourth.county),
}


def portals(batch: int, seed: int) -> Iterator[Portal]:
    """Every style with a share of the faults, then one portal for each trouble of a whole site, then bursts."""
    made = BATCHES[batch]
    for at, style in enumerate(made.styles):
        start = _STARTS[(seed + at) % len(_STARTS)]
        portal = made.county(style, f"{style.name}-{seed}", start)
        first = at * _FAULTS_PER_PORTAL + seed * 5
        for number in range(first, first + _FAULTS_PER_PORTAL):
            made.faults[number % len(made.faults)](portal)
        yield _tagged(portal)
    for at, case in enumerate(made.cases):
        style = made.styles[(at + seed * 3) % len(made.styles)]
        portal = case(style, f"{case.__name__}-{seed}", _STARTS[0])
        portal.name = f"{case.__name__}-{seed}/{style.name}"
        yield _tagged(portal)
    for at in (1, 4, 6):
        portal = made.county(made.styles[at], f"burst-{seed}-{made.styles[at].name}", _STARTS[0], fates=False)
        burst(portal)
        yield _tagged(portal)


def _tagged(portal: Portal) -> Portal:
    """The page tags of 国办发〔2017〕47号 are a matter of the style."""
    if not portal.style.is_tagged and portal.columns:
        portal.plant("tags.missing", "/", since=portal.moments[0])
    return portal


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_portals", description=__doc__.splitlines()[0])
    parser.add_argument("--batches", default="1,2,3", help="some of 1, 2, 3, 4")
    parser.add_argument(
        "--seeds", default="0", help="numbers, as 0,1: other words, dates and faults for the same styles"
    )
    parser.add_argument("--portal", help="only portals whose name begins so")
    parser.add_argument("--show", action="store_true", help="print the sentences of the findings")
    parser.add_argument("--most", type=int, default=12, help="errors listed a code")
    asked = parser.parse_args()
    score, begun = Score(), time.perf_counter()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        store = Store(f"sqlite:///{Path(folder) / 'bench.db'}")
        store.upgrade()
        watch = Watch(store)
        wanted = [(int(batch), int(seed)) for batch in asked.batches.split(",") for seed in asked.seeds.split(",")]
        for portal in (one for batch, seed in wanted for one in portals(batch, seed)):
            if asked.portal and not portal.name.startswith(asked.portal):
                continue
            _follow(watch, portal, score, asked.show)
        store.close()
    _print(score, asked.most)
    print(f"{watch.pages_read} pages read, {time.perf_counter() - begun:.0f} s")


def _follow(watch: Watch, portal: Portal, score: Score, show: bool) -> None:
    last: list[Condition] = []
    score.columns += sum(1 for column in portal.columns)

    def heard(day: date, conditions: list[Condition], verdict: Verdict) -> None:
        found = {(one.code, _subject(one, portal)) for one in conditions}
        truth = portal.truth(day)
        score.add(portal, day, _scored(found, portal, day), _scored(truth, portal, day))
        last[:] = conditions

    watch.follow(portal, heard)
    if show:
        print(f"── {portal.name}", *sentences(last), sep="\n")


def _subject(condition: Condition, portal: Portal) -> str:
    subject = condition.subject
    return "/" + subject.removeprefix(portal.home_url) if subject.startswith(portal.home_url) else subject


def _scored(some: set[Truth], portal: Portal, day: date) -> set[Truth]:
    late = (
        {one.removesuffix("@late") for one in portal.unclear if one.endswith("@late") and day > portal.judged[0]}
        if portal.judged
        else set()
    )
    return {one for one in some if not {one[0], one[1]} & (portal.unclear | late)}


def _grouped(errors: list[tuple[str, str, str, date]]) -> dict[tuple[str, str, str], list[date]]:
    """One error on several days is told once."""
    found: dict[tuple[str, str, str], list[date]] = defaultdict(list)
    for kind, name, subject, day in errors:
        found[kind, name, subject].append(day)
    return found


def _print(score: Score, most: int) -> None:
    codes = sorted({*score.right, *score.wrong, *score.missed})
    print(f"{score.columns} columns, {score.judgements} judgements")
    print(f"{'code':26}{'true':>7}{'found':>7}{'precision':>11}{'recall':>9}{'bar':>7}")
    missed = 0
    for code in codes:
        bar = _COLUMN_BAR if code in ("column.stale", "column.empty") else _CODE_BAR
        precision, recall = score.precision(code), score.recall(code)
        fails = min(precision, recall) < bar
        missed += fails
        true, found = score.right[code] + score.missed[code], score.right[code] + score.wrong[code]
        print(f"{code:26}{true:>7}{found:>7}{precision:>11.3f}{recall:>9.3f}{bar:>7.2f}{'  MISSED' if fails else ''}")
    for code in codes:
        for (kind, name, subject), many in list(_grouped(score.errors[code]).items())[:most]:
            days = f"{many[0]}" + (f" and {len(many) - 1} more days" if len(many) > 1 else "")
            print(f"  {code:24}{kind:8}{name:32}{subject}  {days}")
    print(f"{missed} bars missed" if missed else "every bar reached")


if __name__ == "__main__":
    main()
