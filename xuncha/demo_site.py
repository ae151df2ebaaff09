"""The simulated portals, served on loopback: each has its own port, so each is a site of its own.

    with DemoSite(Path("fixtures/portals"), today) as demo:
        demo.urls["alive"]            # http://127.0.0.1:40123/
        demo.update(today + timedelta(days=30))

Used by `xuncha demo` and by the tests. Nothing leaves the machine: the servers listen on 127.0.0.1 only.
"""

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from xuncha.demo_manifest import FaultSpec, Manifest, find_manifests
from xuncha.demo_pages import Renderer
from xuncha.demo_records import Answer, Expected, Rendered

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Request:
    """One request that a portal got, and the status it was answered with (0: hung up)."""

    method: str
    path: str
    status: int
    headers: Mapping[str, str]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "demo", ""
    disable_nagle_algorithm = True
    wbufsize = 1 << 16  # head and body in one segment; otherwise keep-alive waits 40 ms for the delayed ACK
    server: "_PortalServer"

    def do_GET(self) -> None:
        self.close_connection = self.close_connection or not self.server.answer(self)

    do_HEAD = do_POST = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the request log is a list."""


class _PortalServer(ThreadingHTTPServer):
    """One portal. `rendered` may be exchanged at any moment; requests in flight finish with the old one."""

    daemon_threads = True
    request_queue_size = 128
    rendered: Rendered

    def __init__(self, port: int) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.log: list[Request] = []
        self.hits: Counter[str] = Counter()
        self.connections: set[socket.socket] = set()

    def answer(self, handler: _Handler) -> bool:
        """Answer one request; False when the connection must end without an answer."""
        found, fault = self._find(handler.command, handler.path)
        if fault and fault.delay:
            time.sleep(fault.delay)
        if fault and fault.hangs_up:
            self._note(handler, 0)
            return False
        marks = _marks(found)
        status = 304 if marks and _is_known(handler, marks) else found.status
        self._note(handler, status)
        handler.send_response(status)
        for name, value in {**marks, **_headers(found, status), **(fault.headers if fault else {})}.items():
            handler.send_header(name, value)
        if fault and fault.location:
            handler.send_header("Location", fault.location)
        handler.end_headers()
        if status != 304 and handler.command != "HEAD":
            handler.wfile.write(found.body)
        return True

    def _find(self, method: str, target: str) -> tuple[Answer, FaultSpec | None]:
        faults, answers = self.rendered.faults, self.rendered.answers
        self.hits[target] += 1
        fault, broken = faults.get(target) or faults.get("*") or faults["404"]
        if fault.path == "404" and target in answers:
            return answers[target], None
        if target in answers and _spares(fault, method, target, self.hits[target]):
            return answers[target], None
        return broken, fault

    def _note(self, handler: _Handler, status: int) -> None:
        self.log.append(Request(handler.command, handler.path, status, dict(handler.headers.items())))

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is the client's business."""

    def stop(self) -> None:
        self.shutdown()
        for connection in tuple(self.connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # its thread closed it a moment ago
        self.server_close()


def _spares(fault: FaultSpec, method: str, target: str, hits: int) -> bool:
    """Whether this request is not hit by the fault, so that the page behind it answers."""
    is_over = fault.times is not None and hits > fault.times
    return is_over or target in fault.spares or bool(fault.methods and method not in fault.methods)


def _marks(found: Answer) -> dict[str, str]:
    """The validators of a good page: a 404 has none."""
    if found.status != 200:
        return {}
    day = datetime(found.modified.year, found.modified.month, found.modified.day, 8, tzinfo=UTC)
    return {
        "ETag": f'"{sha256(found.body).hexdigest()[:16]}"',
        "Last-Modified": format_datetime(day, usegmt=True),
    }


def _headers(found: Answer, status: int) -> dict[str, str]:
    if status == 304:
        return {}
    return {"Content-Type": found.content_type, "Content-Length": str(len(found.body))}


def _is_known(handler: _Handler, marks: Mapping[str, str]) -> bool:
    """Whether the client still has it (If-None-Match wins over If-Modified-Since, RFC 9110 13.1)."""
    if known := handler.headers.get("If-None-Match"):
        return marks["ETag"] in known
    try:
        since = parsedate_to_datetime(handler.headers.get("If-Modified-Since", ""))
    except ValueError:
        return False
    return since >= parsedate_to_datetime(marks["Last-Modified"])


class DemoSite:
    """Serves every portal of a folder while the context is open. All methods may be called from any thread."""

    def __init__(self, portals_dir: Path, today: date, *, only: Iterable[str] = (), first_port: int = 0) -> None:
        """`only` picks portals by folder name; with `first_port` the ports are fixed, otherwise free ones are taken."""
        wanted = set(only)
        found = find_manifests(portals_dir)
        self.manifests: dict[str, Manifest] = {n: m for n, m in found.items() if not wanted or n in wanted}
        self.anchor = self.today = today
        self._first_port = first_port
        self._servers: dict[str, _PortalServer] = {}
        self._added: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
        self._mended: dict[str, dict[str, str]] = {}
        self._closed = ""
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        # Bound but not listening: a connection to it is refused, and nobody else can take the port meanwhile.
        silent = self._stack.enter_context(socket.socket())
        silent.bind((LOOPBACK, 0))
        self._closed = f"http://{LOOPBACK}:{silent.getsockname()[1]}/"
        for number, name in enumerate(self.manifests):
            server = _PortalServer(self._first_port + number if self._first_port else 0)
            self._servers[name] = server
            self._render(name)
            self._stack.callback(server.stop)
            threading.Thread(target=server.serve_forever, args=(0.02,), name=f"portal-{name}", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
        self._servers.clear()

    @property
    def urls(self) -> dict[str, str]:
        """Portal name -> address of its home page."""
        return {name: f"http://{LOOPBACK}:{server.server_port}/" for name, server in self._servers.items()}

    def requests(self, name: str) -> tuple[Request, ...]:
        """Every request the portal got so far, in order."""
        return tuple(self._servers[name].log)

    def expected(self, name: str) -> Expected:
        """What a right judge says about the portal as it was on the first day, by its manifest."""
        return self._servers[name].rendered.expected

    def title(self, name: str, lang: str = "zh") -> str:
        """The portal's name in Chinese or English."""
        portal = self.manifests[name].portal
        return portal.name_en if lang == "en" else portal.name_zh

    def wrong(self, name: str, lang: str = "zh") -> str:
        """What is wrong with the portal, in one sentence."""
        portal = self.manifests[name].portal
        return portal.wrong_en if lang == "en" else portal.wrong_zh

    def organ(self, name: str) -> str:
        """Says "government" or "department", which decides when its annual report is due."""
        return self.manifests[name].portal.organ

    def paths(self, name: str) -> frozenset[str]:
        """Every request target that has a page of its own, faults left out."""
        return frozenset(self._servers[name].rendered.answers)

    def update(self, today: date) -> None:
        """Move to a later day: live columns have published since, the others have not."""
        self.today = today
        for name in self._servers:
            self._render(name)

    def add_entry(self, name: str, column: str, title: str, *, ago: int = 0) -> None:
        """Publish an entry in a column (by its id), `ago` days from today (0 today, -3 three days ago)."""
        table = {"ago": (self.today - self.anchor).days + ago, "title": title}
        self._added.setdefault(name, {}).setdefault(column, []).append(table)
        self._render(name)

    def mend(self, name: str, path: str, *, title: str = "恢复的页面") -> None:
        """The portal repairs an address: its fault goes; where no page was behind it, a plain article stands now."""
        self._mended.setdefault(name, {})[path] = title
        self._render(name)

    def break_page(self, name: str, fault: FaultSpec) -> None:
        """An address goes wrong in the way the fault says."""
        manifest = self.manifests[name]
        self.manifests[name] = replace(manifest, faults=(*manifest.faults, fault))
        self._mended.get(name, {}).pop(fault.path, None)
        self._render(name)

    def _render(self, name: str) -> None:
        server = self._servers[name]
        base = f"http://{LOOPBACK}:{server.server_port}/"
        renderer = Renderer(self.manifests[name], self.anchor, self.today, base, self._closed)
        server.rendered = renderer.render(self._added.get(name, {}), self._mended.get(name, {}))
