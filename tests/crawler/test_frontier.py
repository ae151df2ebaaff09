"""What is asked for next, and in which spelling."""

import asyncio
from collections.abc import Sequence
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.frontier import PRIORITY, Budget, Frontier
from crawler.traps import LONGEST_URL, SHAPE_LIMIT
from crawler.urls import canonical, hop, percent_encoded, site_of
from storage.records import Lead

HOME = "http://www.a.gov.cn/"
PLENTY = Budget(pages=10_000, depth=6, seconds=60, bytes=10**9, window=4)


def frontier(budget: Budget = PLENTY, visited: Sequence[str] = ()) -> Frontier:
    return Frontier(HOME, budget, visited, clock=lambda: 0.0)


def emptied(waiting: Frontier) -> list[Lead]:
    """Everything that the frontier hands out, each ended at once."""

    async def ask() -> list[Lead]:
        asked = []
        while (lead := await waiting.next()) is not None:
            asked.append(lead)
            waiting.done(1)
        return asked

    return asyncio.run(ask())


def lead(path: str, hint: str = "page", depth: int = 1) -> Lead:
    return Lead(f"{HOME}{path}", hint, depth)


LEADS = st.builds(
    lead, st.sampled_from([f"{n}.htm" for n in range(12)]), st.sampled_from(sorted(PRIORITY)), st.integers(0, 8)
)


@given(st.lists(LEADS))
def test_every_address_is_handed_out_once_and_the_best_first(leads: list[Lead]) -> None:
    waiting = frontier()
    news = [waiting.add(one) for one in leads]
    asked = emptied(waiting)
    assert len({one.url for one in asked}) == len(asked)
    assert {one.url for one in asked} == {one.url for one in leads if one.depth <= PLENTY.depth}
    assert [PRIORITY[one.hint] for one in asked] == sorted(PRIORITY[one.hint] for one in asked)
    assert set(asked) <= set(news)
    assert (waiting.left, waiting.ended_because) == (0, "finished")


@given(st.lists(LEADS), st.integers(0, 12))
def test_what_was_news_is_enough_to_go_on_after_a_crash(leads: list[Lead], visited: int) -> None:
    one = frontier()
    stored = [found for found in map(one.add, leads) if found is not None]
    asked = [found.url for found in emptied(one)]
    two = frontier(visited=asked[:visited])
    for found in stored:
        two.add(found)
    assert {found.url for found in emptied(two)} == set(asked[visited:])


def test_a_better_promise_moves_an_address_forward_and_the_same_one_does_not() -> None:
    waiting = frontier()
    assert waiting.add(lead("a.htm")) and waiting.add(lead("b.htm", "entry"))
    assert waiting.add(lead("a.htm")) is None
    assert waiting.add(lead("a.htm", "column")) == lead("a.htm", "column")
    assert waiting.left == 2
    assert [one.url[-5:] for one in emptied(waiting)] == ["a.htm", "b.htm"]


@pytest.mark.parametrize(
    "url",
    [
        "http://www.b.gov.cn/",
        "http://sub.a.gov.cn/",
        "ftp://www.a.gov.cn/x",
        "javascript:void(0)",
        "mailto:a@a.gov.cn",
        f"{HOME}logo.png",
        f"{HOME}x/x/x/x/index.htm",
        f"{HOME}{'a' * LONGEST_URL}",
        "http://[::1/",
    ],
)
def test_foreign_and_odd_addresses_are_left_out(url: str) -> None:
    assert frontier().add(Lead(url, "page", 1)) is None


def test_an_endless_calendar_is_left_at_its_limit_but_a_long_list_is_not() -> None:
    waiting = frontier()
    pages = [waiting.add(lead(f"day?d={number}")) for number in range(2 * SHAPE_LIMIT)]
    entries = [waiting.add(lead(f"t{number}.htm", "entry")) for number in range(2 * SHAPE_LIMIT)]
    assert sum(one is not None for one in pages) == SHAPE_LIMIT
    assert all(entries)


@pytest.mark.parametrize(
    ("budget", "why", "count"),
    [
        (Budget(pages=3, depth=6, seconds=60, bytes=10**9, window=4), "page_budget", 3),
        (Budget(pages=99, depth=6, seconds=60, bytes=2, window=1), "byte_budget", 2),
        (Budget(pages=99, depth=6, seconds=0, bytes=10**9, window=4), "time_limit", 0),
    ],
)
def test_a_budget_that_is_spent_ends_it(budget: Budget, why: str, count: int) -> None:
    waiting = frontier(budget)
    for number in range(10):
        waiting.add(lead(f"{number}.htm"))
    assert len(emptied(waiting)) == count
    assert (waiting.ended_because, waiting.left) == (why, 10 - count)


def test_no_more_than_the_window_is_under_way() -> None:
    async def scene() -> None:
        waiting = frontier()
        for number in range(6):
            waiting.add(lead(f"{number}.htm"))
        for _ in range(PLENTY.window):
            assert await waiting.next()
        one_more = asyncio.ensure_future(waiting.next())
        await asyncio.sleep(0)
        assert not one_more.done()
        waiting.done()
        assert await one_more

    asyncio.run(scene())


# ── spelling ─────────────────────────────────────────────────────────────────

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
URLS = st.builds("http://www.a.gov.cn/{}?{}#{}".format, TEXTS, TEXTS, TEXTS)


@given(URLS | TEXTS)
def test_a_spelling_is_final_and_plain_ascii(url: str) -> None:
    one = canonical(url)
    if one is not None:
        assert canonical(one) == one
        assert one.isascii() and "#" not in one
        assert site_of(one)[0]


@given(st.binary(max_size=30))
def test_escapes_stay_as_they_are_byte_for_byte(raw: bytes) -> None:
    escaped = "".join(f"%{byte:02x}" for byte in raw)
    for url in (f"http://a.gov.cn/{escaped}.htm", f"http://a.gov.cn/x?q={escaped}"):
        assert canonical(url) == url
        assert hop("http://a.gov.cn/", url) == url


@given(st.binary(max_size=30))
def test_bytes_become_an_address_and_lose_nothing(raw: bytes) -> None:
    assert unquote_to_bytes(percent_encoded(raw.replace(b"%", b""))) == raw.replace(b"%", b"")


@pytest.mark.parametrize(
    ("url", "spelled"),
    [
        ("HTTP://WWW.A.GOV.CN", "http://www.a.gov.cn/"),
        ("http://www.a.gov.cn:80/x#y", "http://www.a.gov.cn/x"),
        ("https://www.a.gov.cn:443/", "https://www.a.gov.cn/"),
        ("http://www.a.gov.cn./x", "http://www.a.gov.cn/x"),
        ("http://www.a.gov.cn/x;jsessionid=AB12?id=3", "http://www.a.gov.cn/x?id=3"),
        ("http://www.a.gov.cn/x?PHPSESSID=3&b=2&a=1", "http://www.a.gov.cn/x?b=2&a=1"),
        ("http://www.a.gov.cn/a/./b/../c", "http://www.a.gov.cn/a/c"),
        ("http://www.a.gov.cn/公开.htm", "http://www.a.gov.cn/%E5%85%AC%E5%BC%80.htm"),
        ("http://user:secret@www.a.gov.cn/", None),
        ("http://www.a.gov.cn:99999/", None),
    ],
)
def test_an_address_has_one_spelling(url: str, spelled: str | None) -> None:
    assert canonical(url) == spelled
