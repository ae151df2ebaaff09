"""The simulated portals answer as real ones do: validators, HEAD, faults, and days that pass."""

import socket
from collections.abc import Iterator
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from xuncha.demo_manifest import FaultSpec, ManifestError, find_manifests, load_manifest
from xuncha.demo_pages import encode_target, misread
from xuncha.demo_site import DemoSite

PORTALS = Path(__file__).parent.parent / "fixtures" / "portals"
TODAY = date(2026, 11, 24)
NEWS = "xwzx/zwdt/"


@pytest.fixture
def demo() -> Iterator[DemoSite]:
    with DemoSite(PORTALS, TODAY, only=["alive", "dead_links"]) as site:
        yield site


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


def test_each_portal_is_a_site_of_its_own(demo: DemoSite, client: httpx.Client) -> None:
    assert len({urlsplit(url).port for url in demo.urls.values()}) == 2
    assert "清河县人民政府" in client.get(demo.urls["alive"]).text
    assert "松泉县人民政府" in client.get(demo.urls["dead_links"]).text


def test_a_page_that_is_known_is_not_sent_again(demo: DemoSite, client: httpx.Client) -> None:
    first = client.get(demo.urls["alive"])
    by_etag = client.get(demo.urls["alive"], headers={"If-None-Match": first.headers["ETag"]})
    by_date = client.get(demo.urls["alive"], headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (by_etag.status_code, by_etag.content) == (304, b"")
    assert by_date.status_code == 304
    assert client.get(demo.urls["alive"], headers={"If-Modified-Since": "yesterday"}).status_code == 200


def test_head_has_the_length_but_not_the_body(demo: DemoSite, client: httpx.Client) -> None:
    head, get = client.head(demo.urls["alive"]), client.get(demo.urls["alive"])
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(get.content))


def test_one_connection_serves_many_requests(demo: DemoSite) -> None:
    connection = HTTPConnection(urlsplit(demo.urls["alive"]).netloc)
    for path in ("/", "/xwzx/zwdt/", "/nowhere.html"):
        connection.request("GET", path)
        connection.getresponse().read()
    used = connection.sock
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    assert connection.sock is used
    connection.close()


def test_every_request_is_on_record(demo: DemoSite, client: httpx.Client) -> None:
    client.head(demo.urls["alive"] + "nowhere.html", headers={"User-Agent": "tester"})
    seen = demo.requests("alive")[-1]
    assert (seen.method, seen.path, seen.status) == ("HEAD", "/nowhere.html", 404)
    assert seen.headers["User-Agent"] == "tester"
    assert demo.requests("dead_links") == ()


def test_a_live_column_goes_on_when_days_pass(demo: DemoSite, client: httpx.Client) -> None:
    before = client.get(demo.urls["alive"] + NEWS)
    demo.update(TODAY + timedelta(days=10))
    after = client.get(demo.urls["alive"] + NEWS, headers={"If-Modified-Since": before.headers["Last-Modified"]})
    assert "2026-12-03" in after.text
    assert "2026-12-04" not in after.text
    article = f"{NEWS}202611/t20261123_114.html"
    assert client.get(demo.urls["alive"] + article).status_code == 200


def test_a_quiet_column_stays_where_it_was_and_a_new_entry_ends_the_silence(client: httpx.Client) -> None:
    with DemoSite(PORTALS, TODAY, only=["stale"]) as demo:
        column = demo.urls["stale"] + "col/col1101/index.html"
        before = client.get(column).text
        demo.update(TODAY + timedelta(days=100))
        assert client.get(column).text == before
        demo.add_entry("stale", "c1101", "望川县恢复信息发布", ago=-1)
        assert "望川县恢复信息发布</a><span>2027-03-03" in client.get(column).text


def test_a_fault_that_passes_is_over_after_its_time(demo: DemoSite, client: httpx.Client) -> None:
    url = demo.urls["dead_links"] + "info/1012/9020.htm"
    assert [client.get(url).status_code for _ in range(3)] == [503, 200, 200]


def test_a_fault_may_hit_one_method_only(demo: DemoSite, client: httpx.Client) -> None:
    url = demo.urls["dead_links"] + "info/1090/7007.htm"
    assert (client.head(url).status_code, client.get(url).status_code) == (405, 200)


def test_redirects_and_soft_404(demo: DemoSite, client: httpx.Client) -> None:
    home, lost = (client.get(f"{demo.urls['dead_links']}info/1090/{n}.htm") for n in (7003, 7004))
    assert (home.status_code, home.headers["Location"]) == (302, "/")
    assert lost.headers["Location"] == "/404.html"
    unknown = client.get(demo.urls["dead_links"] + "no/such/page.htm")
    assert unknown.status_code == 200
    assert "不存在" in unknown.text


def test_nothing_listens_at_the_closed_address(demo: DemoSite) -> None:
    (closed,) = {finding["subject"] for finding in demo.expected("dead_links").suspected}
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((str(urlsplit(closed).hostname), urlsplit(closed).port or 0))


def test_mending_and_breaking_an_address(demo: DemoSite, client: httpx.Client) -> None:
    url = demo.urls["dead_links"] + "info/1090/7001.htm"
    demo.mend("dead_links", "/info/1090/7001.htm", title="查档指南")
    assert "查档指南" in client.get(url).text
    demo.break_page("dead_links", FaultSpec("/info/1090/7001.htm", "hangs up", hangs_up=True))
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(url)


def test_ports_may_be_fixed() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with DemoSite(PORTALS, TODAY, only=["alive"], first_port=port) as demo:
        assert demo.urls["alive"] == f"http://127.0.0.1:{port}/"


def test_query_in_the_charset_of_the_page_path_in_utf8() -> None:
    assert encode_target("/公告.html?k=通知", "gbk") == "/%E5%85%AC%E5%91%8A.html?k=%CD%A8%D6%AA"
    assert encode_target("/%D5%FE/a.html?b=1", "gbk") == "/%D5%FE/a.html?b=1"


def test_misread_text_can_be_read_back() -> None:
    assert misread("政府信息").encode("gbk").decode() == "政府信息"
    assert "?" in misread("政府网")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[portal", "cannot be read as TOML"),
        ("[portals]\n", "unknown tables"),
        ("[portal]\nname = 'x'\n", r"\[portal\]"),
    ],
)
def test_a_slip_in_a_manifest_is_said_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "portal.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match=complaint):
        load_manifest(tmp_path)


def test_a_folder_without_portals_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="no portal there"):
        find_manifests(tmp_path)
