"""The simulated portals are complete: every link leads somewhere or is a declared fault, every manifest is true."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from xuncha.demo_manifest import Manifest, find_manifests
from xuncha.demo_pages import Renderer, encode_target
from xuncha.demo_records import Rendered

PORTALS = Path(__file__).parent.parent / "fixtures" / "portals"
MANIFESTS = find_manifests(PORTALS)
BASE, CLOSED = "http://127.0.0.1:8000/", "http://127.0.0.1:9/"
# Around the turn of the year, the publication and the due date of reports, a leap day, and an ordinary day.
DAYS = [date(2026, 11, 24), date(2027, 1, 1), date(2027, 1, 20), date(2027, 4, 1), date(2028, 2, 29)]
LINK = re.compile(r"""(?:href|src)\s*=\s*["']([^"']+)["']|content="0;URL=([^"]+)\"""", re.IGNORECASE)

every_portal = pytest.mark.parametrize("name", sorted(MANIFESTS))


def rendered(name: str, today: date = DAYS[0]) -> Rendered:
    return Renderer(MANIFESTS[name], today, today, BASE, CLOSED).render({}, {})


def links(name: str, portal: Rendered) -> Iterator[tuple[str, str]]:
    """(page, request target) of every link into the portal itself, as a browser would ask for it."""
    charset = MANIFESTS[name].portal.charset
    for page, answer in portal.answers.items():
        if not answer.content_type.startswith("text/html"):
            continue
        for match in LINK.finditer(answer.body.decode(charset)):
            url = urljoin(urljoin(BASE, page), unescape(match[1] or match[2]))
            if url.startswith(BASE):
                parts = urlsplit(url)
                yield page, encode_target(parts.path + (f"?{parts.query}" if parts.query else ""), charset)


def tables(manifest: Manifest) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for column in manifest.columns:
        for entry in column.entries:
            if table := entry.get("vars", {}).get("table"):
                yield entry.get("path", ""), table


def test_there_are_portals_of_many_kinds() -> None:
    assert set(MANIFESTS) >= {"alive", "stale", "empty_shell", "dead_links", "gbk", "garbled", "declines"}
    assert len({manifest.portal.family for manifest in MANIFESTS.values()}) == len(MANIFESTS)
    assert len({manifest.portal.name_zh for manifest in MANIFESTS.values()}) == len(MANIFESTS)


@every_portal
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_link_leads_to_a_page_or_is_a_declared_fault(name: str, today: date) -> None:
    portal = rendered(name, today)
    lost = {(page, to) for page, to in links(name, portal) if to not in portal.answers and to not in portal.faults}
    assert lost == set()


@every_portal
def test_every_page_can_be_reached_from_the_home_page(name: str) -> None:
    portal = rendered(name)
    ways: dict[str, set[str]] = {}
    for page, to in links(name, portal):
        ways.setdefault(page, set()).add(to)
    seen, waiting = {"/"}, ["/"]
    while waiting:
        fresh = ways.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting += fresh
    hidden = {page for page in set(portal.answers) - seen if "index_" not in page}
    # Second list pages are told by a script; what is only listed there is reached through them.
    beyond = {to for page in portal.answers if "index_" in page for to in ways[page]}
    assert hidden - beyond <= {"/robots.txt", "/404.html", "/search", "/zbdh.htm"}


@every_portal
def test_every_expected_finding_is_about_something_that_is_there(name: str) -> None:
    portal = rendered(name)
    known = {urljoin(BASE, target) for target in (*portal.answers, *portal.faults)} | {CLOSED}
    subjects = {one["subject"].partition("#")[0] for one in (*portal.expected.findings, *portal.expected.suspected)}
    assert subjects <= known
    codes = {finding["code"] for finding in portal.expected.findings}
    assert not codes & set(portal.expected.unexpected)
    assert portal.expected.word in ("alive", "stale", "zombie", "unreachable", "unknown")


@every_portal
def test_every_fault_says_why_and_is_met_on_the_way(name: str) -> None:
    portal = rendered(name)
    met = {to for _, to in links(name, portal)} | {"404", "*"}
    manifest = MANIFESTS[name]
    assert all(fault.why for fault in manifest.faults)
    assert {encode_target(fault.path, manifest.portal.charset) for fault in manifest.faults} <= met


@every_portal
def test_robots_txt_is_there(name: str) -> None:
    robots = rendered(name).answers["/robots.txt"]
    assert robots.content_type.startswith("text/plain")
    assert robots.body.startswith(b"User-agent: *\n")


def test_one_portal_forbids_a_path_that_it_links_to() -> None:
    portal = rendered("alive")
    forbidden = MANIFESTS["alive"].portal.forbids
    assert b"Disallow: /neibu/" in portal.answers["/robots.txt"].body
    assert any(to.startswith(forbidden) for _, to in links("alive", portal))


@every_portal
def test_only_the_one_report_that_should_does_not_balance(name: str) -> None:
    wrong = {path for path, table in tables(MANIFESTS[name]) if not _balances(table)}
    assert wrong == ({"/contents/2149/9001.html"} if name == "report_trouble" else set())


def _balances(table: Mapping[str, Any]) -> bool:
    rows = {key: row for key, row in table.items() if isinstance(row, list) and len(row) == 7}
    assert all(sum(row[:6]) == row[6] for row in rows.values())
    ends = ("new", "carried_in", "closed", "carried_out")
    results = [sum(column) for column in zip(*(row for key, row in rows.items() if key not in ends), strict=True)]
    assert results == rows["closed"]
    new, carried_in, closed, carried_out = (rows[key] for key in ends)
    return all(a + b == c + d for a, b, c, d in zip(new, carried_in, closed, carried_out, strict=True))


def test_the_lying_header_does_not_name_the_charset_of_the_bytes() -> None:
    portal = rendered("gbk")
    claims = {answer.content_type for answer in portal.answers.values() if answer.content_type.startswith("text/html")}
    assert claims == {"text/html; charset=ISO-8859-1", "text/html; charset=utf-8", "text/html"}
    with pytest.raises(UnicodeDecodeError):
        portal.answers["/"].body.decode("utf-8")
    with pytest.raises(UnicodeDecodeError):  # 瑄, 傞 and 爾 are in GBK but not in the gb2312 that the page declares
        portal.answers["/"].body.decode("gb2312")


def test_garbled_articles_stand_among_good_ones() -> None:
    portal = rendered("garbled")
    assert "浜戝箔鍘" in portal.answers["/xinwen/content_6901.htm"].body.decode()
    assert "審(shěn)查?yuè)?dān)" in portal.answers["/zhengwu/content_6904.htm"].body.decode()
    assert "云岭县" in portal.answers["/xinwen/index.htm"].body.decode()


@every_portal
def test_a_portal_is_small(name: str) -> None:
    assert 10 <= len(rendered(name).answers) <= 60


def test_fixtures_hold_data_only() -> None:
    assert not [file for file in PORTALS.rglob("*") if file.suffix == ".py"]
