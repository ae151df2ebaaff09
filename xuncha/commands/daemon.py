"""xuncha run: the daemon, or with --once everything that is due."""

from collections import Counter
from contextlib import ExitStack
from functools import partial
from threading import Event
from typing import Annotated

import typer

from storage.settings import Settings
from storage.store import Store
from xuncha import alerts, judge, logs
from xuncha.commands.common import console, load_settings, notes, now, open_store
from xuncha.commands.patrol import patrol_all
from xuncha.lang import say
from xuncha.scheduler import Daemon, Tick, keeping_tick, patrol_tick, probing_tick, recover_tick
from xuncha.service import served, wsgi_app

LONGEST_STEP = 600.0  # seconds that a step may take beside a patrol before /healthz calls it stuck
MANY = 1_000_000  # more portals than can be due at once


def run(
    once: Annotated[
        bool, typer.Option("--once", help="把到期的做完就结束（适合 cron）· do what is due, then end (for cron)")
    ] = False,
    port: Annotated[
        int | None, typer.Option("--port", help="提供 /healthz 与 /metrics · serve /healthz and /metrics there")
    ] = None,
    host: Annotated[
        str, typer.Option("--host", help="监听地址，缺省只限本机 · address to listen on; this machine only by default")
    ] = "127.0.0.1",
) -> None:
    """常驻运行：到期就巡查、判断、告警 · the daemon: patrols, judges and alerts when due; safe to stop at any time"""
    settings = load_settings()
    with open_store(settings) as store:
        if once:
            _once(store, settings)
        else:
            _for_ever(store, settings, host, port)


def _for_ever(store: Store, settings: Settings, host: str, port: int | None) -> None:
    """Patrol slots, the prober, judge, alerts and what mends and keeps, each in its own thread, until a signal comes."""
    logs.start(settings)
    stop = Event()
    daemon = Daemon(_ticks(store, settings, stop), stop, seldom=("recover", "keeping", "selfwatch"))
    with ExitStack() as stack:
        if port is not None:
            busy_for = settings.crawl_time_limit + LONGEST_STEP
            port = stack.enter_context(served(wsgi_app(store, daemon.loops, busy_for), host, port))
        _greet(store, settings, host, port)
        daemon.run()


def _ticks(store: Store, settings: Settings, stop: Event) -> dict[str, Tick]:
    patrol = partial(patrol_tick, store, settings, stop=stop)
    slots: dict[str, Tick] = {f"patrol-{number}": patrol for number in range(1, settings.patrols_at_once + 1)}
    return {
        **slots,
        "judge": partial(judge.tick, store),
        "alerts": partial(alerts.paced_tick, store),
        "selfwatch": alerts.SelfWatch(store, settings.heartbeat_url).tick,
        "probes": partial(probing_tick, settings, stop=stop),
        "recover": partial(recover_tick, store),
        "keeping": partial(keeping_tick, store, settings, stop=stop),
    }


def _greet(store: Store, settings: Settings, host: str, port: int | None) -> None:
    portals, channels, at_once = len(store.portals()), len(store.channels()), settings.patrols_at_once
    notes().print(
        say(
            f"运行中：{portals} 个门户，{channels} 个告警渠道，同时巡查 {at_once} 个；Ctrl-C 结束",
            f"running: {portals} portals, {channels} channels, {at_once} patrols at once; Ctrl-C ends it",
        ),
        soft_wrap=True,
    )
    if port is not None:
        notes().print(f"http://{host}:{port}/healthz  http://{host}:{port}/metrics", soft_wrap=True)


def _once(store: Store, settings: Settings) -> None:
    sent_before = _alerts(store)["sent"]
    due = store.due_patrols(now(), limit=MANY)
    results = patrol_all(store, due, settings, trigger="scheduled") if due else []
    judged = 0
    while judge.tick(store, now()):
        judged += 1
    while alerts.tick(store, now()):
        pass
    statuses = Counter(result.status for _, result in results)
    _show_summary(store, statuses, judged, sent_before)
    if statuses["failed"]:
        raise typer.Exit(1)


def _alerts(store: Store) -> Counter[str]:
    return Counter(row["status"] for row in store.notifications())


def _show_summary(store: Store, patrols: Counter[str], judged: int, sent_before: int) -> None:
    open_now, alerts_now = len(store.findings(open_only=True)), _alerts(store)
    sent, waiting = alerts_now["sent"] - sent_before, alerts_now.total() - alerts_now["sent"]
    words = say(
        f"巡查 {patrols.total()} 个门户（完成 {patrols['done']}），判断 {judged} 次，未了结问题 {open_now} 个，"
        f"告警送达 {sent} 条、未送达 {waiting} 条",
        f"{patrols.total()} portals patrolled ({patrols['done']} done), {judged} judged, {open_now} findings open,"
        f" {sent} alerts delivered, {waiting} not delivered",
    )
    console().print(words, soft_wrap=True, markup=False)
