"""Timed looks at home pages: what a visitor sees within 15 seconds, spread over the day, told apart from our own line."""

import asyncio
import socket
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from crawler.home_look import HomeLooks, look_once
from crawler.probes import DAY, Doubt, Prober, next_look
from storage import tables as t
from storage.records import PageVisit, ProbeFact
from storage.settings import Settings
from storage.store import Store
from tests.crawler.sites import Answer, Reply, Site, article, moved, raw, reset

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
LOOPBACK = Settings(allowed_private_networks="127.0.0.0/8", crawl_delay=0.0)
HOME = article("某县人民政府", "/a.html", "/b.html")


def with_cookie_only(handler: object) -> Reply:
    """Sends whoever has no cookie back to the same address with one, as many portals do."""
    asked = handler.headers.get("Cookie", "")  # type: ignore[attr-defined]
    return HOME if "seen=1" in asked else Reply(status=302, headers={"Location": "/", "Set-Cookie": "seen=1"})


@pytest.mark.parametrize(
    ("pages", "opened", "outcome", "reason"),
    [
        ({"/": HOME}, True, "ok", None),
        ({"/": moved("/index.html"), "/index.html": HOME}, True, "ok", None),
        ({"/": Reply(b'<meta http-equiv="refresh" content="0;url=/cms/">'), "/cms/": HOME}, True, "ok", None),
        ({"/": with_cookie_only}, True, "ok", None),
        ({"/": Reply(b"error", 500)}, False, "http_error", "http_500"),
        ({"/": Reply(b"gone", 404)}, False, "http_error", "http_404"),
        ({"/": Reply(b"", 200)}, False, "http_error", "soft_404:empty"),
        ({"/": Reply(b"no", 403)}, False, "blocked", "blocked:禁止访问 403"),
        ({"/": reset}, False, "failed", "reset"),
        ({"/": raw(b"nonsense\r\n\r\n")}, False, "failed", "protocol"),
        ({"/": moved("/")}, False, "failed", "too_many_redirects"),
        ({"/": moved("http://169.254.169.254/")}, False, "refused", "private_address:169.254.169.254"),
    ],
    ids=lambda value: None if isinstance(value, dict) else str(value),
)
def test_what_a_visitor_sees(pages: dict[str, Answer], opened: bool, outcome: str, reason: str | None) -> None:
    with Site(pages) as site:
        probe = asyncio.run(look_once(site.url(), LOOPBACK))
    assert (probe.opened, probe.outcome, probe.reason) == (opened, outcome, reason)
    assert probe.elapsed_ms is not None


def test_the_limit_is_for_everything_together() -> None:
    pages = {"/": Reply(status=302, headers={"Location": "/2"}, delay=0.3), "/2": Reply(b"late", delay=0.3)}
    with Site(pages) as site:
        probe = asyncio.run(look_once(site.url(), LOOPBACK, limit=0.45))
        assert (probe.opened, probe.outcome, probe.reason) == (False, "failed", "timeout")
        assert asyncio.run(look_once(site.url(), LOOPBACK, limit=30)).opened


def test_private_addresses_are_refused_and_nothing_is_asked() -> None:
    with Site({"/": HOME}) as site:
        probe = asyncio.run(look_once(site.url(), Settings()))
        assert (probe.outcome, probe.reason, site.requests) == ("refused", "private_address:127.0.0.1", [])


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}/"


def test_a_failure_while_others_open_is_the_portals_own() -> None:
    async def looks() -> list[ProbeFact]:
        made = HomeLooks(LOOPBACK)
        return [await made.look(site.url()), await made.look(closed_port())]

    with Site({"/": HOME}) as site:
        assert [probe.reason for probe in asyncio.run(looks())] == [None, "refused"]


def test_when_nothing_opens_any_more_our_own_line_is_in_doubt() -> None:
    async def looks(witness: Site, url: str) -> list[str | None]:
        made = HomeLooks(LOOPBACK)
        first = await made.look(witness.url())
        await asyncio.to_thread(witness.__exit__)
        return [first.reason, (await made.look(url)).reason, (await made.look(witness.url())).reason]

    witness = Site({"/": HOME}).__enter__()
    # Where it is alone, nobody can bear witness: its own failure counts.
    assert asyncio.run(looks(witness, closed_port())) == [None, "own_line", "refused"]


@given(st.integers(1, 10**9), st.floats(60, DAY), st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1)))  # noqa: DTZ001
def test_a_portals_moments_are_evenly_apart(portal_id: int, every: float, after: datetime) -> None:
    first = next_look(portal_id, every, after)
    second = next_look(portal_id, every, first)
    apart = timedelta(microseconds=round(every * 1_000_000))
    assert after < first <= after + apart
    assert second - first == apart


def test_portals_are_spread_over_the_interval() -> None:
    moments = Counter(next_look(number, 3600, NOW).minute // 6 for number in range(1, 1001))
    assert set(moments) == set(range(10))
    assert max(moments.values()) <= 102


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_day_of_ticks_makes_as_many_looks_as_the_setting_says(store: Store, tmp_path: Path) -> None:
    with Site({"/": HOME}) as site:
        portal = store.add_portal(site.url(), name=None, now=NOW)
        removed = store.add_portal("http://removed.example/", name=None, now=NOW)
        store.remove_portal(removed.id, NOW)

        async def day() -> Prober:
            prober = Prober(store, LOOPBACK.model_copy(update={"probes_a_day": 24}))
            prober.read_portals(NOW)
            for minute in range(24 * 60):
                prober.tick(NOW + timedelta(minutes=minute))
            prober.tick(NOW + timedelta(days=3))  # the machine slept: nothing is made up for
            await prober.finish()
            return prober

        assert asyncio.run(day()).made in (24, 25)
        assert len(site.asked("/")) in (24, 25)
    with store.database.read() as connection:
        rows = connection.execute(select(t.probe)).all()
    assert {(row.portal_id, row.opened, row.status) for row in rows} == {(portal.id, True, 200)}


def ticked(pages: dict[str, Answer], hours: int, store: Store) -> list[tuple[int, bool, bool]]:
    """(minute, opened, again) of the looks at a portal, once an hour and in doubt."""
    times: list[int] = []

    async def day() -> None:
        prober = Prober(store, LOOPBACK.model_copy(update={"probes_a_day": 24}))
        prober.read_portals(NOW)
        for minute in range(hours * 60):
            if prober.tick(NOW + timedelta(minutes=minute)):
                times.append(minute)
                await prober.finish()

    with Site(pages) as site:
        store.add_portal(site.url(), name=None, now=NOW)
        asyncio.run(day())
    with store.database.read() as connection:
        rows = connection.execute(select(t.probe).order_by(t.probe.c.id)).all()
    return [(minute - times[0], row.opened, row.again) for minute, row in zip(times, rows, strict=True)]


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_in_doubt_it_looks_again_every_three_minutes(store: Store) -> None:
    answers = iter([HOME, *[Reply(b"", 500)] * 9, *[HOME] * 9])
    looks = ticked({"/": lambda _: next(answers)}, 4, store)
    assert looks[:3] == [(0, True, False), (60, False, False), (63, False, True)]
    assert [minute for minute, opened, _ in looks if not opened] == [*range(60, 82, 3), 120]  # settled: hourly again
    assert looks[-2:] == [(180, True, False), (183, True, True)]


def test_a_look_that_says_nothing_leaves_the_doubt_as_it_was() -> None:
    doubt, fact = Doubt(), ProbeFact(NOW, False, "failed", "timeout", 10)
    said = [doubt.after(fact), doubt.after(replace(fact, reason="own_line")), doubt.after(fact)]
    assert (said, doubt.looks) == ([True, False, True], 2)


def test_failures_and_recoveries_make_the_portal_due_for_judgement(store: Store) -> None:
    portal = store.add_portal("http://a.example/", name=None, now=NOW)

    def after(opened: bool, minutes: int) -> list[int]:
        at = NOW + timedelta(minutes=minutes)
        store.record_probe(portal.id, ProbeFact(at, opened, "ok" if opened else "failed", None, 10))
        due = store.due_for_judgement(at)
        with store.database.write() as connection:
            connection.execute(t.portal.update().values(judge_due_at=None))
        return due

    due = [after(opened, minute) for minute, opened in enumerate([True, False, False, True, True, True])]
    assert [bool(one) for one in due] == [False, True, True, True, True, False]  # two that open end an outage
    store.record_probe(portal.id, ProbeFact(NOW, False, "failed", None, 10, again=True))
    share = store.probe_shares(NOW + timedelta(hours=1))[portal.id]
    assert (share.looks, share.failed) == (6, 2)


def test_a_portal_that_keeps_robots_out_is_not_looked_at(store: Store) -> None:
    kept_out, open_ = (store.add_portal(f"http://{name}.example/", name=None, now=NOW) for name in "ab")
    run = store.start_run(kept_out.id, trigger="manual", now=NOW).run_id
    for home, kind in ((kept_out.home_url, "home"), (kept_out.home_url + "a", "article")):
        visit = PageVisit(home, kind, 0, NOW, "robots", "robots")
        store.record_visit(run, kept_out.id, visit)
    assert store.homes_to_probe() == {open_.id: open_.home_url}
