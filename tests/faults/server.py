"""A server on loopback that says what it is told, byte for byte: what no HTTP library would let a server say."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import Any, Self

# Bytes to send, seconds to wait, or RESET.
Said = bytes | float | None
RESET = None  # the connection is torn down
MOST_SAID = 2_000_000_000  # bytes: an endless answer ends, lest a client without limits fill the machine
_LONGEST_HEAD = 1 << 20


@dataclass(frozen=True)
class Asked:
    """One request: its path with query, the host it was sent to, its head."""

    path: str
    host: str
    head: bytes = field(repr=False, default=b"")

    @property
    def origin(self) -> str:
        return f"http://{self.host}"


Answer = Callable[[Asked], Iterator[Said]]


class FaultServer(ThreadingTCPServer):
    """Listens from `with` on. `answers`: path without query → what is said; the longest that the path begins with
    counts where it ends in a slash."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, answers: Mapping[str, Answer], address: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__((address, port), _Talk)
        self.answers = dict(answers)
        self.requests: list[Asked] = []
        self.connections = 0
        self.stopped = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str = "/") -> str:
        return f"http://{self.server_address[0]}:{self.port}{path}"

    def answer(self, path: str) -> Answer:
        plain = path.partition("?")[0]
        if plain in self.answers:
            return self.answers[plain]
        rooms = [one for one in self.answers if one.endswith("/") and one != "/" and plain.startswith(one)]
        return self.answers[max(rooms, key=len)] if rooms else missing

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a client that went away


class _Talk(BaseRequestHandler):
    """One connection: one answer, then its end."""

    server: FaultServer

    def handle(self) -> None:
        self.server.connections += 1
        connection: socket.socket = self.request
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        asked = self._asked(connection)
        if asked is None:
            return
        self.server.requests.append(asked)
        said = 0
        for part in self.server.answer(asked.path)(asked):
            if part is RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
                return
            if isinstance(part, float):
                if self.server.stopped.wait(part):
                    return
                continue
            connection.sendall(part)
            said += len(part)
            if said > MOST_SAID or self.server.stopped.is_set():
                return

    def _asked(self, connection: socket.socket) -> Asked | None:
        head = b""
        while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
            data = connection.recv(65536)
            if not data:
                return None
            head += data
            if head[0] == 0x16:  # a TLS handshake
                return Asked("/tls", "", head)
        lines = head.decode("latin-1").split("\r\n")
        host = next((line[5:].strip() for line in lines if line.lower().startswith("host:")), "")
        return Asked([*lines[0].split(" "), "/"][1], host, head)


def head(status: str = "200 OK", content_type: str = "text/html; charset=utf-8", *headers: str) -> bytes:
    """Status line and headers, with the empty line."""
    lines = [f"HTTP/1.1 {status}", "Server: nginx", *([f"Content-Type: {content_type}"] if content_type else [])]
    return "\r\n".join([*lines, *headers, "Connection: close", "", ""]).encode()


def whole(body: bytes | str, content_type: str = "text/html; charset=utf-8", status: str = "200 OK") -> Answer:
    """A full answer with its length."""
    raw = body.encode() if isinstance(body, str) else body

    def say(_: Asked) -> Iterator[Said]:
        yield head(status, content_type, f"Content-Length: {len(raw)}")
        yield raw

    return say


class Made:
    """The same, of a body that takes time to make: `prepare` makes it before anyone asks."""

    def __init__(self, make: Callable[[], bytes], content_type: str = "text/html; charset=utf-8") -> None:
        self._make, self._content_type = make, content_type
        self._body = b""

    def prepare(self) -> None:
        self._body = self._body or self._make()

    def __call__(self, _: Asked) -> Iterator[Said]:
        yield head("200 OK", self._content_type, f"Content-Length: {len(self._body)}")
        yield self._body


def parts(*said: Said) -> Answer:
    """These parts, one after the other."""
    return lambda _: iter(said)


def endless(beginning: bytes, again: bytes, wait: float = 0.0) -> Answer:
    """A beginning, then the same bytes for ever, with so many seconds between."""

    def say(_: Asked) -> Iterator[Said]:
        yield beginning
        while True:
            yield again
            if wait:
                yield wait

    return say


def page(asked_for: Callable[[Asked], str]) -> Answer:
    """A page that is made from the request."""

    def say(asked: Asked) -> Iterator[Said]:
        raw = asked_for(asked).encode()
        yield head("200 OK", "text/html; charset=utf-8", f"Content-Length: {len(raw)}")
        yield raw

    return say


def sent(to: Callable[[Asked], str | bytes] | str | bytes, status: str = "302 Found") -> Answer:
    """A redirect."""

    def say(asked: Asked) -> Iterator[Said]:
        target = to(asked) if callable(to) else to
        raw = target.encode() if isinstance(target, str) else target
        yield f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\nLocation: ".encode() + raw + b"\r\n\r\n"

    return say


def missing(asked: Asked) -> Iterator[Said]:
    return whole("<html><body>404 Not Found</body></html>", status="404 Not Found")(asked)
