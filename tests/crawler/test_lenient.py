"""Answers that offend against HTTP, read as browsers read them."""

import asyncio
import gzip
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.lenient import NoAnswer, parse
from crawler.link_engine import check_links
from storage.records import LinkChecked
from storage.settings import Settings
from tests.crawler.sites import Site, raw

PAGE = "<html><title>通知</title><body><p>明日起开始年检，请带齐材料。</p></body></html>".encode()
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
SIZE = b"Content-Length: %d\r\n" % len(PAGE)
CHUNKS = b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "said",
    [
        OK + SIZE + b"\r\n" + PAGE + b"<!-- time -->",
        OK + SIZE + SIZE + b"\r\n" + PAGE,
        OK + b"no colon here\r\n" + SIZE + b"\r\n" + PAGE,
        OK + b"X-A : 1\r\n" + SIZE + b"\r\n" + PAGE,
        OK + CHUNKS + b"\r\n<!-- cached -->",
        OK + SIZE + CHUNKS,
        OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE) + b"\r\n<!-- cached -->",
        b"\r\n" + OK.replace(b"\r\n", b"\n") + b"\n" + PAGE,
        b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + OK + SIZE + b"\r\n" + PAGE,
    ],
)
def test_a_page_is_had_from_an_answer_that_offends(said: bytes) -> None:
    status, _, body = parse(said, 10_000)
    assert (status, body) == (200, PAGE)


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-x\r\n\r\n", OK, OK + b"Content-Encoding: gzip\r\n\r\nno gzip"])
def test_what_is_no_answer(said: bytes) -> None:
    with pytest.raises(NoAnswer):
        parse(said, 10_000)


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_none(said: bytes) -> None:
    for head in (
        b"",
        OK + b"\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n",
        OK + b"Content-Encoding: deflate\r\n\r\n",
    ):
        with suppress(NoAnswer):
            assert len(parse(head + said, 50)[2]) <= 50


def test_a_bomb_is_unpacked_no_further_than_asked() -> None:
    said = OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(10_000_000))
    assert len(parse(said, 1000)[2]) == 1000


def test_a_link_to_such_a_page_is_alive_and_garbage_is_not() -> None:
    settings = Settings(allowed_private_networks="127.0.0.0/8", crawl_timeout=2)
    longer = OK + SIZE + b"\r\n" + PAGE + b"<!-- time -->"
    with Site({"/longer.htm": raw(longer), "/garbage.htm": raw(b"\x00\x01\r\n\r\n")}) as site:

        async def gather() -> dict[str, LinkChecked]:
            urls = [site.url("/longer.htm"), site.url("/garbage.htm")]
            return {one.url[-10:]: one async for one in check_links(urls, settings, polite=False)}

        found = asyncio.run(gather())
    assert [(one.verdict, one.reason) for _, one in sorted(found.items())] == [("dead", "protocol"), ("alive", None)]
