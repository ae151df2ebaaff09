"""The world of the soak: portals on loopback whose moods change, a webhook that fails one call in ten, a lock on the database."""

import gzip
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sqlalchemy import text

from benchmarks.site import make_site
from storage.store import Store
from tests.xuncha.sinks import Webhook

PAGES = 40  # of a portal
FAILING = 0.1  # share of calls that the webhook refuses
# What a portal does to each request while the mood lasts; sound most of the time.
MOODS = ("sound", "sound", "sound", "resets", "hangs", "errors", "slow", "redirects", "holes", "cut short", "away")
NO_SUCH_HOST = "http://portal.soak.invalid/"


class Portal(ThreadingHTTPServer):
    """One made-up portal. `mood` may be changed at any moment."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, seed: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = make_site(PAGES + seed)  # no two are alike
        self.mood = "sound"
        self.random = random.Random(seed)
        self.ended = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a client that went away


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16
    timeout = 60
    server: Portal

    def do_GET(self) -> None:
        portal, mood = self.server, self.server.mood
        path = self.path.partition("?")[0]
        if mood == "away" or (mood == "resets" and portal.random.random() < 0.5):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
        elif mood == "hangs" and portal.random.random() < 0.3:
            self.close_connection = portal.ended.wait(20) or True
        elif mood == "errors":
            self._say(503, "text/html", b"<html><body>503</body></html>")
        elif mood == "redirects" and path != "/":
            self._say(302, "text/html", b"", ("Location", f"{path}?{portal.random.random()}"))
        elif mood == "holes" and hash(path) % 3 == 0 and path != "/":
            self._say(404, "text/html", b"<html><body>404</body></html>")
        else:
            self._page(path, mood)

    do_HEAD = do_GET

    def _page(self, path: str, mood: str) -> None:
        kind, body = self.server.pages.get(path, ("text/html", b""))
        if not body:
            return self._say(404, kind, b"<html><body>404</body></html>")
        if mood == "slow":
            self.server.ended.wait(self.server.random.uniform(0, 3))
        if mood == "cut short":
            packed = gzip.compress(body)
            return self._say(200, kind, packed[: len(packed) // 2], ("Content-Encoding", "gzip"))
        return self._say(200, kind, body)

    def _say(self, status: int, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@dataclass
class FailingWebhook(Webhook):
    """Refuses one call in ten; knows each message by its key."""

    chance: random.Random = field(default_factory=lambda: random.Random(7))

    def take(self, body: bytes) -> int:
        self.always = 500 if self.chance.random() < FAILING else 204
        return super().take(body)

    @property
    def doubled(self) -> int:
        return sum(count - 1 for count in Counter(message["id"] for message in self.messages).values())


@contextmanager
def portals(count: int) -> Iterator[list[Portal]]:
    with ExitStack() as stack:
        made = [stack.enter_context(Portal(seed)) for seed in range(count)]
        for portal in made:
            threading.Thread(target=portal.serve_forever, args=(0.1,), daemon=True).start()
            stack.callback(portal.shutdown)
            stack.callback(portal.ended.set)
        yield made


def lock(store: Store, seconds: float, ended: threading.Event) -> None:
    """Nobody else can write for so long."""
    with store.database.write() as connection:
        connection.execute(text("UPDATE portal SET name = name WHERE id < 0"))
        ended.wait(seconds)
