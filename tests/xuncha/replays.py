"""Weeks of a watch in seconds: looks at portals as facts, the real rules, the real alerts, a clock that is only a number."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import heapify, heappop, heappush
from random import Random

from crawler.probes import AGAIN_AFTER, Doubt, next_look
from storage.records import ColumnSeen, ContentSeen, EntrySeen, PageVisit, ProbeFact
from storage.store import Store
from xuncha import alerts, judge
from xuncha.rules.days import china_day

START = datetime(2026, 6, 1, 0, 0, tzinfo=UTC)
ATTEMPTS = 3  # requests of one visit, as crawler.settings.ATTEMPTS
HOUR = timedelta(hours=1)

IsDown = Callable[[int, datetime], bool]  # portal, moment


@dataclass
class Replay:
    """`portals` portals, each looked at every `every`, evenly spread; alerts tick after every look and every `pulse`."""

    store: Store
    portals: int = 1
    every: timedelta = HOUR
    loss: float = 0.0  # share of requests that get no answer
    host: str = "p{}.qinghe.gov.cn"
    pulse: timedelta = timedelta(minutes=5)
    random: Random = field(default_factory=lambda: Random(20260601))
    ids: list[int] = field(default_factory=list)
    on_settled: Callable[[datetime], object] = lambda _: None

    def begin(self) -> None:
        """The portals, and a day on which all is well, so that what they lack for ever has been told."""
        for number in range(self.portals):
            home = f"http://{self.host.format(number)}/"
            self.ids.append(self.store.add_portal(home, name=f"门户{number}", now=START).id)
        for number in range(self.portals):
            self._look(number, START, lost=False)
        self._settle(START)

    def run(self, days: float, is_down: IsDown) -> None:
        """Lets so many days pass, from an hour after the start."""
        begin = START + HOUR
        for at, number in self._moments(begin, begin + timedelta(days=days)):
            if number is not None:
                lost = all(self.random.random() < self.loss for _ in range(ATTEMPTS))
                self._look(number, at, lost=lost or is_down(number, at))
            self._settle(at)

    def _moments(self, begin: datetime, end: datetime) -> Iterator[tuple[datetime, int | None]]:
        looks = [
            (begin + self.every * (number / self.portals + turn), number)
            for number in range(self.portals)
            for turn in range(int((end - begin) / self.every))
        ]
        pulses = [(begin + self.pulse * turn, None) for turn in range(int((end - begin) / self.pulse))]
        return iter(sorted([*looks, *pulses], key=lambda one: (one[0], one[1] is None)))

    def _look(self, number: int, at: datetime, *, lost: bool) -> None:
        portal_id, home = self.ids[number], f"http://{self.host.format(number)}/"
        run = self.store.start_run(portal_id, trigger="scheduled", now=at)
        self.store.record_visit(run.run_id, portal_id, _failed(home, at) if lost else _shown(home, at))
        status, reason = ("failed", "home_unreachable") if lost else ("done", "finished")
        self.store.end_run(run.run_id, status=status, reason=reason, stats={"pages": 0 if lost else 1}, now=at)

    def _settle(self, at: datetime) -> None:
        while judge.tick(self.store, at):
            pass
        while alerts.tick(self.store, at):
            pass
        self.on_settled(at)


@dataclass
class ProbedReplay(Replay):
    """As the daemon watches: probes every `every` at the prober's moments, with its second looks, and one patrol a day.

    A probe is one request; one that is lost opens nothing.
    """

    every: timedelta = timedelta(minutes=48)

    def run(self, days: float, is_down: IsDown) -> None:
        begin, end = START + HOUR, START + HOUR + timedelta(days=days)
        doubts: dict[int, Doubt] = defaultdict(Doubt)
        queue = [*self._patrols_and_pulses(begin, end), *(self._regular(n, begin) for n in range(self.portals))]
        heapify(queue)
        while queue and (item := heappop(queue))[0] < end:
            at, kind, number = item
            if kind == "patrol":
                self._look(number, at, lost=is_down(number, at) or self._lost(ATTEMPTS))
            elif kind in ("probe", "again"):
                probe = self._probe(number, at, is_down(number, at) or self._lost(1), again=kind == "again")
                if kind == "probe":
                    heappush(queue, self._regular(number, at))
                if doubts[number].after(probe):
                    heappush(queue, (at + AGAIN_AFTER, "again", number))
            self._settle(at)

    def _patrols_and_pulses(self, begin: datetime, end: datetime) -> Iterator[tuple[datetime, str, int]]:
        for number in range(self.portals):
            first = begin + timedelta(days=(number + 0.7) / self.portals)
            yield from ((first + timedelta(days=day), "patrol", number) for day in range((end - begin).days + 1))
        yield from ((begin + self.pulse * turn, "pulse", 0) for turn in range(int((end - begin) / self.pulse)))

    def _regular(self, number: int, after: datetime) -> tuple[datetime, str, int]:
        return next_look(self.ids[number], self.every.total_seconds(), after), "probe", number

    def _lost(self, requests: int) -> bool:
        return all(self.random.random() < self.loss for _ in range(requests))

    def _probe(self, number: int, at: datetime, lost: bool, again: bool) -> ProbeFact:
        outcome, reason = ("failed", "timeout") if lost else ("ok", None)
        probe = ProbeFact(at, not lost, outcome, reason, 90, None if lost else 200, again)
        self.store.record_probe(self.ids[number], probe)
        return probe


def _failed(home: str, at: datetime) -> PageVisit:
    return PageVisit(home, "home", 0, at, "failed", reason="timeout", attempts=ATTEMPTS)


def _shown(home: str, at: datetime) -> PageVisit:
    day = china_day(at)
    entries = tuple(
        EntrySeen(f"{home}{day}-{n}.html", f"{day} 要闻第{n}条", day, "list", day.isoformat(), n) for n in range(8)
    )
    content = ContentSeen("门户网站", f"{day} 要闻", column=ColumnSeen("要闻动态", "news", 0.95, entries))
    return PageVisit(home, "home", 0, at, "ok", status=200, content=content, body=str(day).encode())
