"""Dates in words and addresses, and the ladder of the publication date."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.dates import CHINA, DateCandidate, address_date, find_dates, parse_date, plain_digits, publication_date

NOW = datetime(2026, 1, 2, 3, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-08-19 10∶08", date(2023, 8, 19)),
        ("2020年3月15日", date(2020, 3, 15)),
        ("２０２０年０３月１５日", date(2020, 3, 15)),
        ("二〇二〇年三月十五日", date(2020, 3, 15)),
        ("二○一二年元月五日", date(2012, 1, 5)),
        ("二〇一九年十二月三十一日", date(2019, 12, 31)),
        ("2017 年 5 月 20 日", date(2017, 5, 20)),
        ("2019/3/5 8:05:09", date(2019, 3, 5)),
        ("2020.03.15", date(2020, 3, 15)),
        ("(2020-12-16)", date(2020, 12, 16)),
        ("[20-03-15]", date(2020, 3, 15)),
        ("15 2020-03", date(2020, 3, 15)),
        ("03-15 2020", date(2020, 3, 15)),
        ("发布时间：2020-03-15 来源：县应急局", date(2020, 3, 15)),
        ("31/12/2019", date(2019, 12, 31)),
    ],
)
def test_ways_to_write_a_date(text: str, day: date) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "自2019年1月1日起施行",
        "2019年1月1日至2019年12月31日",
        "截至2020年6月30日",
        "今天是2020年3月15日 星期日",
        "Copyright 2021",
        "版权所有 2008-2021",
        "2020-13-45",
        "2021年2月30日",
        "1.2020.3.15",
        "电话 0375-2629911",
        "08-11",
        "3天前",
        "〔2020〕12号",
        "3/4/2020",
        "",
    ],
)
def test_what_is_no_publication_date(text: str) -> None:
    assert parse_date(text) is None


def test_position_and_words_of_a_date() -> None:
    found = parse_date("发布日期：2020年3月15日 14:30 浏览")
    assert found is not None
    assert (found.start, found.text, found.clock) == (5, "2020年3月15日 14:30", time(14, 30))
    assert found.value == datetime(2020, 3, 15, 14, 30, tzinfo=CHINA)


def test_afternoon() -> None:
    found = parse_date("2020年3月15日 下午3:05")
    assert found is not None
    assert found.clock == time(15, 5)


def test_a_later_date_counts_when_the_first_is_a_period() -> None:
    days = [found.day for found in find_dates("自2019年1月1日起，发布时间：2019-03-20")]
    assert days == [date(2019, 3, 20)]


@pytest.mark.parametrize(
    ("text", "url", "day"),
    [
        ("08-11", "/xw/t20170811_21250993.html", date(2017, 8, 11)),
        ("08-11", "/xw/201708/x.html", date(2017, 8, 11)),
        ("12-30", "/xw/202201/x.html", date(2021, 12, 30)),
        ("06/02/2022", "/20220206-x", date(2022, 2, 6)),
    ],
)
def test_the_address_decides_what_the_words_leave_open(text: str, url: str, day: date) -> None:
    found = parse_date(text, url_date=address_date(url))
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3天前", date(2025, 12, 30)),
        ("昨天 10:20", date(2026, 1, 1)),
        ("2小时前", date(2026, 1, 2)),
        ("两周前", date(2025, 12, 19)),
    ],
)
def test_relative_words_need_now(text: str, day: date) -> None:
    found = parse_date(text, now=NOW)
    assert found is not None
    assert found.day == day
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.gov.cn/t20170811_21250993.html", (2017, 8, 11)),
        ("/art/2025/10/29/art_4584_60353.html", (2025, 10, 29)),
        ("/scedu/c100529/2019/3/20/abc.shtml", (2019, 3, 20)),
        ("/politics/2023-12/01/content_1755244.html", (2023, 12, 1)),
        ("/c107449/202010/abc.shtml", (2020, 10, None)),
        ("/202201/", (2022, 1, None)),
        ("/2022/x.html", (2022, None, None)),
    ],
)
def test_dates_in_addresses(url: str, expected: tuple[int, int | None, int | None]) -> None:
    found = address_date(url)
    assert found is not None
    assert (found.year, found.month, found.day) == expected


@pytest.mark.parametrize(
    "url", ["/info/8225/293542.htm", "/content_5200760.htm", "/c_1125597921.htm", "/art_20219931.html", ""]
)
def test_numbers_in_addresses_that_are_no_date(url: str) -> None:
    assert address_date(url) is None


def test_the_ladder_prefers_shown_then_list_then_meta_then_address() -> None:
    shown = DateCandidate(date(2020, 1, 1), None, "shown", "发布时间：2020-01-01")
    listed = DateCandidate(date(2020, 1, 2), None, "list", "01-02")
    meta = DateCandidate(date(2020, 1, 3), None, "meta", "PubDate=2020-01-03")
    address = address_date("/t20200104_1.html")
    full = publication_date(shown=[shown], listed=listed, meta=[meta], address=address)
    assert full is not None
    assert [one.source for one in full.candidates] == ["shown", "list", "meta", "address"]
    assert full.source == "shown"
    rest = publication_date(meta=[meta], address=address)
    assert rest is not None
    assert rest.source == "meta"


def test_nothing_is_published_before_the_web() -> None:
    assert publication_date(shown=[DateCandidate(date(1989, 5, 1), None, "shown", "1989-05-01")]) is None


@given(st.text(), st.booleans())
def test_no_text_gives_a_nonsense_date(text: str, with_now: bool) -> None:
    for found in find_dates(text, url_date=address_date("/2020/"), now=NOW if with_now else None):
        assert 1949 <= found.day.year <= 2099


@given(
    st.dates(date(1994, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y.%m.%d"]),
)
def test_every_day_is_read_back(day: date, shape: str) -> None:
    found = parse_date(f"发布时间：{day.strftime(shape)}")
    assert found is not None
    assert found.day == day


@given(st.text())
def test_plain_digits_keeps_the_length(text: str) -> None:
    assert len(plain_digits(text)) == len(text)
