"""A portal on loopback that answers as it is told, and the patrols that are sent to it as child processes."""

import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any, Self

from sqlalchemy import Row, select

from storage import tables as t
from storage.store import Store
from tests.support import ROOT
from xuncha.crawling import ALLOCATOR


@dataclass(frozen=True)
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    delay: float = 0.0  # seconds


@dataclass(frozen=True)
class Asked:
    """One request that the site saw."""

    method: str
    path: str
    headers: Mapping[str, str]
    at: float


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16  # head and body in one segment
    server: "Site"

    def do_GET(self) -> None:
        site = self.server
        site.requests.append(Asked(self.command, self.path, dict(self.headers.items()), monotonic()))
        found = site.pages.get(self.path, site.missing)
        reply = found(self) if callable(found) else found
        if reply is None:
            self.close_connection = True
            return
        if site.stopped.wait(reply.delay + site.delay):
            return
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        pass


Answer = Reply | Callable[[Handler], Reply | None]  # None: the function has said all there is to say


class Site(ThreadingHTTPServer):
    """Listens on a free port of its own from `with` on. `pages`: path → what to answer; anything else is a 404."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, pages: Mapping[str, Answer] = (), delay: float = 0.0) -> None:  # type: ignore[assignment]
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = dict(pages)
        self.delay = delay  # seconds before every answer
        self.missing: Answer = Reply(b"<html><body>404</body></html>", 404)
        self.requests: list[Asked] = []
        self.stopped = threading.Event()

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def asked(self, path: str) -> list[Asked]:
        return [one for one in self.requests if one.path == path]

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a client that went away


def html(title: str, *paths: str, text: str = "", charset: str = "utf-8", **headers: str) -> Reply:
    """A page with a title, a text and links."""
    links = "".join(f'<li><a href="{path}">{path.strip("/")} 的链接</a></li>' for path in paths)
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p><ul>{links}</ul></body></html>"
    return Reply(page.encode(charset), headers={"Content-Type": f"text/html; charset={charset}", **headers})


def article(title: str, *paths: str) -> Reply:
    return html(title, *paths, text=f"{title}。市政府办公室今天发布消息，各部门要认真学习并抓好落实。" * 8)


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def raw(said: bytes) -> Callable[[Handler], None]:
    """These bytes instead of an answer, then the end of the connection."""

    def say(handler: Handler) -> None:
        handler.wfile.write(said)
        handler.wfile.flush()

    return say


def reset(handler: Handler) -> None:
    """The connection is torn down in the middle."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.rfile.close()
    handler.wfile.close()
    handler.connection.close()


def first(times: int, before: Reply, after: Reply) -> Callable[[Handler], Reply]:
    """One answer so many times, then the other."""
    left = iter(range(times))
    return lambda _: after if next(left, None) is None else before


@dataclass(frozen=True)
class Patrols:
    """Sends patrols, each a process (group) of its own, with one database."""

    data_dir: Path
    database: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)

    def start(
        self, portal: str, *words: str, module: str = "crawler.patrol", **environment: str
    ) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", module, *(("--portal", portal) if module == "crawler.patrol" else ()), *words]
        return subprocess.Popen(
            command,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
            start_new_session=True,
        )

    def run(self, portal: str, *words: str) -> "subprocess.CompletedProcess[str]":
        return ended(self.start(portal, *words))

    @property
    def url(self) -> str:
        return self.database or f"sqlite:///{self.data_dir / 'xuncha.db'}"

    @property
    def environment(self) -> dict[str, str]:
        mine = {"data_dir": self.data_dir, "database_url": self.url, "crawl_delay": 0, "link_checks": 0}
        mine |= {"allowed_private_networks": "127.0.0.0/8", **self.settings}
        rest = ALLOCATOR | {name: value for name, value in os.environ.items() if not name.startswith("XUNCHA_")}
        return rest | {f"XUNCHA_{name.upper()}": str(value) for name, value in mine.items()}


def ended(child: "subprocess.Popen[str]") -> "subprocess.CompletedProcess[str]":
    """Wait for a patrol's end; one that does not end is killed."""
    try:
        out, err = child.communicate(timeout=60)
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(child.args, child.returncode, out, err)


def visits(store: Store, run_id: int | None = None) -> list[Row[Any]]:
    """Every visit with its address and the text it showed, in the order of their ends."""
    wanted = (
        select(t.visit, t.page.c.url, t.page.c.portal_id, t.page.c.depth, t.version.c.text, t.version.c.encoding)
        .join(t.page, t.page.c.id == t.visit.c.page_id)
        .outerjoin(t.version, t.version.c.id == t.visit.c.version_id)
        .order_by(t.visit.c.id)
    )
    if run_id is not None:
        wanted = wanted.where(t.visit.c.run_id == run_id)
    with store.database.read() as connection:
        return list(connection.execute(wanted))
