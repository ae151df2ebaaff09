"""Politeness as the servers' own log shows it: the rate of one host, many hosts side by side, robots.txt."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_peers import ours
from benchmarks.bench_links_server import Host, Server, serve

HOSTS, PAGES = 50, 40
DELAY = 0.2  # seconds between two requests to one host
CRAWL_DELAY = 0.4  # asked for by every tenth host
_ROBOTS = "User-agent: *\nDisallow: /private/\n"


def politeness() -> None:
    print(
        f"\nPoliteness: {DELAY} s between two requests to a host, {PAGES} addresses on each host, listed host by host"
    )
    with TemporaryDirectory(prefix="bench-links-") as folder:
        one, _ = _patrol(1, Path(folder))
        many, asked_for_less = _patrol(HOSTS, Path(folder))
    wrong = [abs(rate * delay - 1) for rate, delay in many.rates]
    print(f"{'rate of a host, off the setting by at most':<46}{100 * max(wrong):.1f}% (bar: 5%)")
    print(f"{'shortest time between two requests':<46}{many.shortest * 1000:.0f} ms")
    print(
        f"{f'{HOSTS} hosts in the time of one':<46}{many.within(one.seconds) / one.within(one.seconds):.1f} × (bar: 40)"
    )
    print(
        f"{'requests that robots.txt forbids':<46}{many.forbidden} (bar: 0), {asked_for_less} addresses left alone and unknown"
    )


class _Log:
    def __init__(self, server: Server, delays: list[float]) -> None:
        times: dict[int, list[float]] = defaultdict(list)
        for number, request in server.log:
            times[number].append(request.at)
        self.rates = [((len(at) - 1) / (at[-1] - at[0]), delays[number]) for number, at in times.items()]
        self.shortest = min(later - earlier for at in times.values() for earlier, later in pairwise(at))
        self._times = sorted(request.at for _, request in server.log)
        self.forbidden = sum(request.target.startswith("/private/") for _, request in server.log)

    @property
    def seconds(self) -> float:
        return self._times[-1] - self._times[0]

    def within(self, seconds: float) -> int:
        """Requests in the first so many seconds: hosts that ask for a longer delay go on after that."""
        return sum(at - self._times[0] <= seconds for at in self._times)


def _patrol(count: int, folder: Path) -> tuple[_Log, int]:
    hosts = [_host(number) for number in range(count)]
    with serve(hosts) as server:
        urls = [f"{server.address(host)}/{n}.html" for host in hosts for n in range(PAGES)]
        urls += [f"{server.address(host)}/private/{n}.html" for host in hosts for n in range(2)]
        run = ours(urls, folder, 5.0, "--json", more={"XUNCHA_CRAWL_DELAY": str(DELAY)})
        delays = [CRAWL_DELAY if _is_slow(number) else DELAY for number in range(count)]
        unknown = sum(row["reason"] == "robots" for row in run.rows.values())
        return _Log(server, delays), unknown


def _host(number: int) -> Host:
    pages = {f"/{n}.html": p.article(n) for n in range(PAGES)}
    robots = _ROBOTS + (f"Crawl-delay: {CRAWL_DELAY}\n" if _is_slow(number) else "")
    return Host({**pages, "/robots.txt": p.text(robots)})


def _is_slow(number: int) -> bool:
    return number % 10 == 9
