"""Which addresses are left alone, and how much of a page is read."""

import asyncio
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.frontier import WAITING_PER_PAGE, Budget, Frontier
from crawler.limits import MOST_LINKS, MOST_MARKUP, MOST_TAGS, readable, sketch
from crawler.reading import read
from crawler.records import Fetched
from crawler.traps import SAME_PAGE, SHAPE_LIMIT, Traps
from storage.records import Lead

HOME = "http://www.a.gov.cn/"
MANY = range(2 * SHAPE_LIMIT)


def caught(addresses: Iterable[str], hint: str = "page") -> tuple[int, list[str]]:
    """How many of the addresses are left alone, and by which patterns."""
    traps = Traps()
    left = sum(traps.catches(f"{HOME}{address}", hint) for address in addresses)
    return left, sorted({one["pattern"] for one in traps.told()})


@pytest.mark.parametrize(
    ("pattern", "addresses"),
    [
        ("digits", [f"day/{n}.htm" for n in MANY]),
        ("digits", [f"calendar?date=2024-{n % 12}-{n}" for n in MANY]),
        ("session", [f"news.htm?sid={n:08x}a1b2c3d4e5f6" for n in MANY]),
        ("session", [f"(S(abcdefgh{n:08}xyz))/x.aspx" for n in MANY]),
        ("query", [f"list.htm?{'&'.join(f'k{one}=v' for one in range(n % 30))}&s={'x' * (n // 30)}" for n in MANY]),
    ],
)
def test_made_up_addresses_are_left_at_their_limit(pattern: str, addresses: list[str]) -> None:
    left, patterns = caught(addresses)
    assert (left, pattern in patterns) == (SHAPE_LIMIT, True)
    assert caught(addresses[:SHAPE_LIMIT]) == (0, [])


def test_what_a_column_lists_is_not_counted_but_its_choices_of_filters_are() -> None:
    assert caught([f"t{n}.htm" for n in MANY], "entry") == (0, [])
    assert caught([f"show.jsp?a=1&b=2&c={n}" for n in MANY], "entry") == (0, [])
    assert caught([f"list.htm?id={n}" for n in MANY], "column") == (0, [])
    assert caught([f"list.htm?a=1&b=2&c={n}" for n in MANY], "column") == (SHAPE_LIMIT, ["query"])


def test_a_relative_link_gone_wrong_is_named() -> None:
    assert caught(["a/" * 4, "/".join(map(str, range(20))), "x" * 2000]) == (
        3,
        ["deep_path", "long_address", "repeated_path"],
    )


def test_an_address_on_every_page_is_counted_once() -> None:
    traps = Traps()
    for _ in range(5):
        traps.catches(f"{HOME}x/x/x/x/", "page")
    assert traps.told() == [{"pattern": "repeated_path", "example": f"{HOME}x/x/x/x/", "count": 1}]


def test_a_page_that_many_addresses_show_is_known_after_a_while() -> None:
    traps = Traps()
    known = [traps.is_known("same", f"{HOME}{n}", 7) for n in range(SAME_PAGE + 2)]
    assert known == [False] * SAME_PAGE + [True] * 2
    assert not traps.is_known("other", HOME, 7)
    assert [(one["pattern"], one["count"]) for one in traps.told()] == [("same_page", 14)]


def test_there_is_room_for_so_many_addresses_and_for_better_ones_beyond() -> None:
    waiting = Frontier(HOME, Budget(pages=300, depth=6, seconds=60, bytes=10**9, window=4), clock=lambda: 0.0)
    room = WAITING_PER_PAGE * 300
    for number in range(room + 50):
        waiting.add(Lead(f"{HOME}{number * 'a' if number < 500 else ''}{_letters(number)}", "page", 1))
    assert (waiting.left, waiting.dropped) == (room, 50)
    assert waiting.add(Lead(f"{HOME}zwgk/", "column", 1)) is not None
    assert asyncio.run(waiting.next()) == Lead(f"{HOME}zwgk/", "column", 1)


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


# ── how much is read ─────────────────────────────────────────────────────────


@given(
    st.sampled_from(["utf-8", "gbk", "big5"]),
    st.text("政府信息公開通知 \n<p>", min_size=1, max_size=30),
    st.integers(0, 50),
)
def test_a_page_is_never_cut_within_a_character(charset: str, words: str, shift: int) -> None:
    words = words.replace("開", "").replace("开", "") + " "
    body = b"x" * shift + words.encode(charset, "ignore") * (MOST_MARKUP // len(words) + 1)
    part, why = readable(body)
    assert body.startswith(part) and len(part) <= MOST_MARKUP
    assert (why is None) == (part == body)
    part.decode(charset)


def test_the_tags_of_a_page_are_counted() -> None:
    body = b"<p>" * (MOST_TAGS + 5)
    part, why = readable(body)
    assert (part.count(b"<"), why) == (MOST_TAGS, "partly_read:tags")
    assert readable(body[: 3 * MOST_TAGS]) == (body[: 3 * MOST_TAGS], None)


def test_links_beyond_all_measure_are_left_out_and_it_is_told() -> None:
    links = "".join(f'<a href="/x/{n}.htm">关于第{n}号</a>' for n in range(MOST_LINKS + 100))
    reading = read(Fetched(Lead(HOME, "page", 0), 200, {"content-type": "text/html"}, f"<html><body>{links}".encode()))
    assert reading.reason == "partly_read:links"
    assert reading.content is not None and len(reading.content.links) == len(reading.leads) == MOST_LINKS


@given(st.text(max_size=200), st.text("0123456789 \n", max_size=20))
def test_a_sketch_minds_no_digits(text: str, noise: str) -> None:
    assert sketch(text + noise) == sketch(noise + text)
