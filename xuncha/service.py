"""`xuncha run --port N`: /healthz for whoever restarts us, /metrics for Prometheus. Read only, on loopback by default."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CollectorRegistry, make_wsgi_app
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from storage.store import Store, StoreError
from xuncha.errors import Mistake
from xuncha.lang import say
from xuncha.scheduler import Loop

log = logging.getLogger(__name__)

UNSEEN_FOR = 120.0  # seconds: an idle loop looks every half minute at least
BUSY_FOR = 3600.0  # seconds: the longest step is a patrol, half an hour by default
ENDLESS = ("probes", "keeping")  # the one lasts as long as we do, the other as long as there is something to thin

Loops = Mapping[str, Loop]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]


def health(store: Store, loops: Loops, now: datetime, busy_for: float = BUSY_FOR) -> list[str]:
    """What is wrong, one line each; nothing: all is well."""
    troubles = []
    for name, loop in loops.items():
        if loop.busy_since is not None:
            busy = (now - loop.busy_since).total_seconds()
            if busy > busy_for and name not in ENDLESS:
                troubles.append(f"{name}: busy for {busy:.0f} s")
        elif loop.looked_at is not None and (now - loop.looked_at).total_seconds() > UNSEEN_FOR:
            troubles.append(f"{name}: idle and not looking since {loop.looked_at.isoformat(timespec='seconds')}")
    try:
        store.require_current()
    except StoreError as error:
        troubles.append(f"database: {error}")
    return troubles


class Figures(Collector):
    """The database's figures and the loops', as Prometheus wants them."""

    def __init__(self, store: Store, loops: Loops) -> None:
        self._store, self._loops = store, loops

    def collect(self) -> Iterable[Metric]:
        now = datetime.now(UTC)
        yield from self._of_loops(now)
        try:
            yield from self._of_store(now)
        except StoreError as error:
            log.warning("no figures: %s", error, extra={"action": "metrics_failed"})
            yield _gauge("up", "Whether the database can be read", 0)

    def _of_store(self, now: datetime) -> Iterator[Metric]:
        figures = self._store.figures(now)
        yield _gauge("up", "Whether the database can be read", 1)
        yield _gauges("portals", "Portals under watch by plain verdict", "word", figures.portals)
        yield _gauge("patrols_running", "Patrols under way", figures.patrols_running)
        yield _gauges("patrols_ended", "Patrols ended in the last day", "status", figures.patrols_ended)
        yield _gauge("patrols_overdue", "Patrols due for more than a minute", figures.overdue)
        yield _gauge("patrol_late_seconds", "How late the longest overdue patrol is", figures.late_seconds)
        yield _gauge("judgements_due", "Portals waiting to be judged", figures.judgements_due)
        yield _gauges("notifications", "Notifications by status; dead: given up", "status", figures.notifications)
        opened = {str(key).lower(): count for key, count in figures.probes_hour.items()}
        yield _gauges("probes_hour", "Looks at home pages in the last hour", "opened", opened)
        yield _gauge("database_bytes", "Size of the database", figures.database_bytes)
        findings = GaugeMetricFamily("xuncha_findings_open", "Open findings", labels=["code", "severity"])
        for (code, severity), count in sorted(figures.findings_open.items()):
            findings.add_metric([code, severity], count)
        yield findings

    def _of_loops(self, now: datetime) -> Iterator[Metric]:
        loops = self._loops.items()
        busy = {name: (now - loop.busy_since).total_seconds() for name, loop in loops if loop.busy_since}
        yield _gauges("loop_busy_seconds", "How long the step under way takes already", "loop", busy)
        yield _gauges("loop_steps", "Steps done since the start", "loop", {name: loop.steps for name, loop in loops})
        yield _gauges(
            "loop_errors", "Steps failed since the start", "loop", {name: loop.errors for name, loop in loops}
        )


def wsgi_app(store: Store, loops: Loops, busy_for: float = BUSY_FOR) -> Callable[..., Iterable[bytes]]:
    """GET /healthz: 200 and {"status": "ok"}, or 503 and what is wrong; GET /metrics: Prometheus' text."""
    registry = CollectorRegistry()
    registry.register(Figures(store, loops))
    metrics = make_wsgi_app(registry)

    def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/metrics":
            shown: Iterable[bytes] = metrics(environ, start_response)
            return shown
        if environ["PATH_INFO"] != "/healthz":
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"/healthz or /metrics\n"]
        troubles = health(store, loops, datetime.now(UTC), busy_for)
        start_response("503 Service Unavailable" if troubles else "200 OK", [("Content-Type", "application/json")])
        return [json.dumps({"status": "failing" if troubles else "ok", "troubles": troubles}).encode()]

    return app


@contextmanager
def served(app: Callable[..., Iterable[bytes]], host: str, port: int) -> Iterator[int]:
    """Serves the app from threads of its own while the context is open; the port, chosen by the system for 0."""
    try:
        server = make_server(host, port, app, _Server, _Quiet)
    except OSError as error:
        why = error.strerror or str(error)
        raise Mistake(
            say(f"--port {port}：打不开端口（{why}）", f"--port {port}: cannot listen there ({why})")
        ) from None
    Thread(target=server.serve_forever, name="service", daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    timeout = 10  # seconds a client may take over its request

    def log_message(self, format: str, *args: Any) -> None:
        pass  # a scrape every 15 seconds is no news


def _gauge(name: str, help: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"xuncha_{name}", help, value=value)


def _gauges(name: str, help: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"xuncha_{name}", help, labels=[label])
    for key, value in sorted(values.items()):
        family.add_metric([key], value)
    return family
