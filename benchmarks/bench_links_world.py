"""What a batch of links is made of: hosts, their pages, and what is true of each address."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import Answer, Host, Reply, Request, Server

JUMPS: dict[int, str] = {}  # id of a host → its address, filled in by whoever serves the world


@dataclass(frozen=True)
class Case:
    """`truth`: alive, dead, or unknown for what refuses programs or asks who is there. `where`: a host, or an address."""

    kind: str
    truth: str
    where: Host | str
    path: str = ""

    def url(self, server: Server) -> str:
        return self.where if isinstance(self.where, str) else server.address(self.where) + self.path


@dataclass
class World:
    hosts: list[Host] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    def host(self, missing: Answer | None = None, **more: object) -> Host:
        one = Host({"/": p.home(), "/index.html": p.home()}, **more)  # type: ignore[arg-type]
        if missing is not None:
            one.missing = missing
        self.hosts.append(one)
        return one

    def add(self, kind: str, truth: str, host: Host, pages: Iterable[tuple[str, Answer]]) -> None:
        for path, answer in pages:
            host.pages[path.partition("#")[0]] = answer
            self.cases.append(Case(kind, truth, host, path))

    def all_of(self, kind: str, truth: str, host: Host, paths: Iterable[str]) -> None:
        """Addresses that the host answers already, or has nothing for."""
        self.cases.extend(Case(kind, truth, host, path) for path in paths)


def once(before: Reply, after: Reply, times: int = 1) -> Callable[[Request], Reply]:
    return lambda asked: before if asked.count <= times else after


def by_method(head: Reply, get: Reply) -> Callable[[Request], Reply]:
    return lambda asked: head if asked.method == "HEAD" else get


def numbered(pattern: str, answers: Iterable[Answer]) -> list[tuple[str, Answer]]:
    return [(pattern.format(number), answer) for number, answer in enumerate(answers)]
