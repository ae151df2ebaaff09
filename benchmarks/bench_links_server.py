"""Fault servers on loopback for `make bench-links`: many small hosts, each an address of 127.0.0.0/8 with its own pages.

A host says itself what is true of each of its addresses; the benchmark only compares. It shares no code with the
engine: plain asyncio streams, so that it can be as wrong on the wire as real servers are.
"""

import asyncio
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic

HTML = "text/html; charset=utf-8"
SLOW = 0.6  # seconds: well within every tool's time limit
NEVER = 3600.0


@dataclass(frozen=True)
class Request:
    """`target` is the second word of the request line as it came; `count`: how often it was asked for, this included."""

    method: str
    target: str
    headers: Mapping[str, str]  # names in lower case
    count: int
    at: float = 0.0


@dataclass(frozen=True)
class Reply:
    """`raw` goes out instead of a head and a body; `then`: reset or hang, after what was sent."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", HTML),)
    raw: bytes | None = None
    wait: float = 0.0
    drip: float = 0.0  # seconds between hundredths of the body
    then: str = ""

    def to_bytes(self, method: str) -> bytes:
        if self.raw is not None:
            return self.raw
        names = {name.lower() for name, _ in self.headers}
        lines = [f"HTTP/1.1 {self.status} X", *(f"{name}: {value}" for name, value in self.headers)]
        if not {"content-length", "transfer-encoding"} & names and self.status not in (204, 304):
            lines.append(f"Content-Length: {len(self.body)}")
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        return head if method == "HEAD" else head + self.body


Answer = Reply | Callable[[Request], Reply]


@dataclass
class Host:
    """`missing` answers what no page does. `tls` makes it an https host."""

    pages: dict[str, Answer] = field(default_factory=dict)
    missing: Answer = field(default_factory=lambda: Reply(b"<h1>404 Not Found</h1><hr>nginx", 404))
    tls: ssl.SSLContext | None = None
    name: str = ""  # in addresses; the number otherwise


@dataclass
class Server:
    """What listens while `serve` is open. `address(host)` is where; `log` has every request with its host."""

    hosts: list[Host]
    ports: dict[int, int] = field(default_factory=dict)  # id of host → port
    log: list[tuple[int, Request]] = field(default_factory=list)

    def address(self, host: Host) -> str:
        number = next(at for at, one in enumerate(self.hosts) if one is host)
        scheme = "https" if host.tls else "http"
        return f"{scheme}://{host.name or ip(number)}:{self.ports[number]}"


def ip(number: int) -> str:
    return f"127.1.{number // 250}.{number % 250 + 1}"


@contextmanager
def serve(hosts: list[Host]) -> Iterator[Server]:
    """Every host on a port of its own, in one thread, until the block ends."""
    server = Server(hosts)
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # clients hang up on us: that is what we are here for
    listening = loop.run_until_complete(_listen(server))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        for one in listening:
            loop.call_soon_threadsafe(one.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _listen(server: Server) -> list[asyncio.Server]:
    listening = []
    for number, host in enumerate(server.hosts):
        counts: Counter[str] = Counter()

        async def handle(
            reader: asyncio.StreamReader,
            writer: asyncio.StreamWriter,
            number: int = number,
            host: Host = host,
            counts: Counter[str] = counts,
        ) -> None:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
                while await _one(server, number, host, counts, reader, writer):
                    pass
            with suppress(OSError, RuntimeError):
                writer.close()

        one = await asyncio.start_server(handle, ip(number), 0, ssl=host.tls, limit=1 << 20, backlog=512)
        server.ports[number] = one.sockets[0].getsockname()[1]
        listening.append(one)
    return listening


async def _one(
    server: Server,
    number: int,
    host: Host,
    counts: Counter[str],
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> bool:
    """One request; whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip("\r\n").split("\r\n")
    method, target, *_ = (*first.split(" "), "", "")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    counts[target] += 1
    request = Request(method, target, headers, counts[target], monotonic())
    server.log.append((number, request))
    found = host.pages.get(target, host.missing)
    reply = found(request) if callable(found) else found
    if reply.wait:
        await asyncio.sleep(reply.wait)
    await _send(reply, method, writer)
    if reply.then == "reset":
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    if reply.then == "hang":
        await asyncio.sleep(NEVER)
    return reply.raw is None and not reply.then and headers.get("connection", "").lower() != "close"


async def _send(reply: Reply, method: str, writer: asyncio.StreamWriter) -> None:
    said = reply.to_bytes(method)
    if not reply.drip:
        writer.write(said)
        await writer.drain()
        return
    step = max(1, len(said) // 100)
    for at in range(0, len(said), step):
        writer.write(said[at : at + step])
        await writer.drain()
        await asyncio.sleep(reply.drip)
