"""`python -m crawler.fetch URL`: a body on standard output, or one line why there is none."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.crawler.sites import Patrols, Reply, Site, moved, raw
from tests.support import ROOT

LIMIT = 50_000  # bytes
GZIP = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
GBK = "政府信息公开".encode("gbk")
PAGES = {
    "/ok.htm": Reply(GBK, headers={"Content-Type": "text/html; charset=gbk"}),
    "/moved": moved("/%B9%AB.htm"),
    "/%B9%AB.htm": Reply(b"moved here", headers={}),
    "/gone": Reply(b"gone", 404),
    "/inwards": moved("http://192.168.0.1/admin"),
    "/round": moved("/round"),
    "/big": Reply(bytes(LIMIT + 1)),
    "/bomb": Reply(gzip.compress(bytes(50_000_000)), headers=GZIP),
    "/cut": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin"),
    "/slow": Reply(b"", delay=5),
}
Results = dict[str, "subprocess.CompletedProcess[bytes]"]


def fetch(url: str, folder: Path, **settings: object) -> "subprocess.CompletedProcess[bytes]":
    environment = Patrols(folder, settings={"crawl_timeout": 1, "crawl_max_bytes": LIMIT, **settings}).environment
    command = [sys.executable, "-m", "crawler.fetch", url]
    return subprocess.run(command, env=environment, capture_output=True, cwd=ROOT, timeout=60, check=False)


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Results]]:
    folder = tmp_path_factory.mktemp("fetch")
    with Site(PAGES) as site, ThreadPoolExecutor(2) as pool:
        results = dict(zip(PAGES, pool.map(lambda path: fetch(site.url(path), folder), PAGES), strict=True))
        results["localhost"] = fetch(f"http://localhost:{site.server_port}/ok.htm", folder, allowed_private_networks="")
        results["nonsense"] = fetch("nonsense", folder)
        yield site, results


def test_a_body_comes_as_it_is_with_a_line_about_it(fetched: tuple[Site, Results]) -> None:
    site, results = fetched
    result = results["/ok.htm"]
    assert (result.returncode, result.stdout) == (0, GBK)
    assert json.loads(result.stderr.splitlines()[-1]) == {
        "status": 200,
        "content_type": "text/html; charset=gbk",
        "url": site.url("/ok.htm"),
    }


def test_redirects_are_followed_byte_for_byte(fetched: tuple[Site, Results]) -> None:
    site, results = fetched
    assert results["/moved"].stdout == b"moved here"
    assert json.loads(results["/moved"].stderr)["url"] == site.url("/%B9%AB.htm")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "http_404"),
        ("/inwards", "private_address:192.168.0.1"),
        ("/round", "too_many_redirects"),
        ("/big", "too_large"),
        ("/bomb", "too_large"),
        ("/cut", "incomplete"),
        ("/slow", "timeout"),
        ("localhost", "private_address:127.0.0.1"),
        ("nonsense", "bad_url"),
    ],
)
def test_what_cannot_be_had_is_one_line(fetched: tuple[Site, Results], path: str, reason: str) -> None:
    result = fetched[1][path]
    said = result.stderr.decode()
    assert (result.returncode, result.stdout) == (2, b"")
    assert said.startswith("cannot fetch ") and said.endswith(f": {reason}\n")
    assert said.count("\n") == 1


def test_the_guard_stood_before_every_request(fetched: tuple[Site, Results]) -> None:
    assert len(fetched[0].asked("/ok.htm")) == 1
