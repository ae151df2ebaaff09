"""Not one connection to a forbidden address, whatever leads there: a canary listens on one and counts."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage import tables as t
from storage.store import Store
from tests.crawler.conftest import open_new
from tests.crawler.sites import Patrols, ended, visits
from tests.faults.server import FaultServer, sent, whole

ALLOWED, FORBIDDEN = "127.0.0.1", "127.0.0.2"
NAMES = {
    "portal.gov.cn": [[ALLOWED]],
    "canary.gov.cn": [[FORBIDDEN]],
    "mapped.gov.cn": [[f"::ffff:{FORBIDDEN}"]],
    "zero.gov.cn": [["0.0.0.0"], ["::"]],
    "metadata.gov.cn": [["169.254.169.254"]],
    "both.gov.cn": [[FORBIDDEN, ALLOWED]],
    "rebinding.gov.cn": [[ALLOWED], [FORBIDDEN]],
    "rebound.gov.cn": [[FORBIDDEN], [ALLOWED]],
}
SPELLINGS = (
    FORBIDDEN,
    "2130706434",
    "0x7f000002",
    "0x7f.2",
    "017700000002",
    "0177.0.0.2",
    "127.2",
    "127.0.2",
    "127.0.0.2.",
    "１２７.０.０.２",
    "127。0。0。2",
    "①②⑦.⓪.⓪.②",
    f"[::ffff:{FORBIDDEN}]",
    "[::ffff:7f00:2]",
    "[0:0:0:0:0:ffff:127.0.0.2]",
    "[64:ff9b::7f00:2]",
    "[2002:7f00:2::]",
    "[::127.0.0.2]",
    "0.0.0.0",
    "0",
    "[::]",
    "[::1]",
    "169.254.169.254",
    "localhost",
    *(name for name in NAMES if name not in ("portal.gov.cn", "both.gov.cn")),
)


def portal(port: int) -> dict[str, Any]:
    """Every way from a page to a host, to every spelling of the canary's."""
    roots = [f"http://{host}:{port}" for host in SPELLINGS]
    ways = (
        '<a href="{}/a.htm">页</a>',
        '<img src="{}/a.png">',
        '<iframe src="{}/f.htm">',
        '<a href="{}/a.pdf">年报</a>',
    )
    links = "".join(way.format(root) for root in roots for way in ways)
    hops = {f"/to{number}": sent(f"{root}/canary") for number, root in enumerate(roots)}
    stubs = {
        f"/stub{number}": whole(f'<html><head><meta http-equiv="refresh" content="0;url={root}/x"></head></html>')
        for number, root in enumerate(roots)
    }
    own = "".join(f'<a href="{path}">{path}</a>' for path in (*hops, *stubs))
    home = whole(f"<html><head><title>某县</title></head><body>{own}{links}</body></html>")
    return {"/": home, "/robots.txt": sent(f"http://canary.gov.cn:{port}/robots.txt"), **hops, **stubs}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FaultServer, FaultServer, Store]]:
    """The portal, the canary, and the store after patrols with link checks over portals of several names."""
    with FaultServer({}, ALLOWED) as site, FaultServer({"/": whole("<html>canary")}, FORBIDDEN, site.port) as canary:
        site.answers = portal(site.port)
        homes = [f"http://{name}:{site.port}/" for name in NAMES]
        settings = {"allowed_private_networks": f"{ALLOWED}/32", "link_checks": 1000, "crawl_timeout": 5}
        patrols = Patrols(Path(tmp_path_factory.mktemp("canary")), settings=settings)
        store = open_new(patrols, *homes)
        _run(patrols, "crawler.patrol", "--portal", homes[0])
        few = replace(patrols, settings={**settings, "crawl_max_pages": 6, "link_checks": 20})
        assert {
            ended(child).returncode for child in [_start(few, "crawler.patrol", "--portal", home) for home in homes[1:]]
        } == {0}
        yield site, canary, store
        store.close()


def _run(patrols: Patrols, *words: str) -> int:
    result = ended(_start(patrols, *words))
    assert "Traceback" not in result.stderr, result.stderr
    return result.returncode


def _start(patrols: Patrols, *words: str) -> "subprocess.Popen[str]":
    return patrols.start("", *words, module="tests.faults.names", XUNCHA_TEST_NAMES=json.dumps(NAMES))


def test_the_canary_is_never_connected_to(told: tuple[FaultServer, FaultServer, Store]) -> None:
    site, canary, _ = told
    assert canary.connections == 0
    assert len(site.requests) > 100


def test_every_forbidden_target_is_a_fact_with_its_reason(told: tuple[FaultServer, FaultServer, Store]) -> None:
    store = told[2]
    checks = select(t.target.c.url, t.link_check.c.verdict, t.link_check.c.reason).join(
        t.link_check, t.link_check.c.target_id == t.target.c.id
    )
    with store.database.read() as connection:
        abroad = [row for row in connection.execute(checks) if not row.url.startswith("http://portal.gov.cn")]
    refused = [row for row in abroad if (row.reason or "").startswith("private_address:")]
    assert len(refused) > len(SPELLINGS)
    assert {row.verdict for row in refused} == {"unknown"}


def test_a_portal_at_a_forbidden_address_is_refused(told: tuple[FaultServer, FaultServer, Store]) -> None:
    site, _, store = told
    homes = {row.url: (row.outcome, row.reason) for row in visits(store) if row.url.endswith(f":{site.port}/")}
    forbidden = ("canary", "mapped", "zero", "metadata")
    refused = {name: homes[f"http://{name}.gov.cn:{site.port}/"] for name in forbidden}
    assert {outcome for outcome, _ in refused.values()} == {"refused"}
    assert all(reason.startswith("private_address:") for _, reason in refused.values())


@pytest.mark.parametrize("name", ["both", "rebinding", "rebound"])
def test_a_name_with_two_minds_is_asked_where_it_was_checked(
    told: tuple[FaultServer, FaultServer, Store], name: str
) -> None:
    site, _, _ = told
    assert sum(one.host == f"{name}.gov.cn:{site.port}" for one in site.requests) > 3


def test_a_single_address_is_refused_as_well(tmp_path: Path) -> None:
    with FaultServer({}, FORBIDDEN) as canary:
        patrols = Patrols(tmp_path, settings={"allowed_private_networks": f"{ALLOWED}/32"})
        for host in ("canary.gov.cn", "0x7f.2", "127.0.0.2"):
            assert _run(patrols, "crawler.fetch", f"http://{host}:{canary.port}/") == 2
        assert canary.connections == 0
