"""Dates in a text and in an address. Nothing is supposed: no year from the clock, no relative word without `now`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from urllib.parse import urlsplit

from parsers import date_forms as forms

# Most texts of a page hold no date at all; this is looked at first.
_MAYBE = re.compile(r"[\d年天前]")
CHINA = timezone(timedelta(hours=8))
# Documents on portals are as old as the republic; nothing is published before the first Chinese web sites.
OLDEST_DOCUMENT, OLDEST_PAGE, LATEST = 1949, 1994, 2099


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `text` is its words, at `start:end` of the text that was given."""

    day: date
    clock: time | None
    text: str
    start: int
    end: int

    @property
    def value(self) -> date | datetime:
        """The day, or the moment in China's time where a time is shown."""
        return self.day if self.clock is None else datetime.combine(self.day, self.clock, CHINA)


@dataclass(frozen=True, slots=True)
class AddressDate:
    """What an address says about time: a year, and perhaps a month and a day."""

    year: int
    month: int | None
    day: int | None
    text: str

    @property
    def date(self) -> date | None:
        """The whole day, if the address has one."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def plain_digits(text: str) -> str:
    """Full-width digits and look-alike marks as ASCII, length unchanged.

    >>> plain_digits("２０２３-08-19 10∶08")
    '2023-08-19 10:08'
    """
    return text.translate(forms.PLAIN)


def address_date(url: str) -> AddressDate | None:
    """The date in an address: `/art/2025/10/29/`, `t20170811_21250993.html`, `/c107449/202010/`, `/202201/`.

    >>> address_date("http://a.gov.cn/xw/t20170811_21250993.html").date
    datetime.date(2017, 8, 11)
    """
    path = urlsplit(url).path if "//" in url else url
    for pattern in forms.ADDRESS:
        for match in pattern.finditer(path):
            day = _day(int(match["y"]), int(match["m"]), int(match["d"]), OLDEST_PAGE)
            if day:
                return AddressDate(day.year, day.month, day.day, match[0])
    for pattern in forms.ADDRESS_MONTH:
        if found := pattern.search(path):
            return AddressDate(int(found["y"]), int(found["m"]), None, found[0])
    year = forms.ADDRESS_YEAR.search(path)
    return AddressDate(int(year["y"]), None, None, year[0]) if year and int(year["y"]) >= OLDEST_PAGE else None


def parse_date(text: str, *, url_date: AddressDate | None = None, now: datetime | None = None) -> FoundDate | None:
    """The first date in `text` that is not part of a period, or None.

    A date without a year is read only where it is the whole text and `url_date` gives the year; 3天前 only with `now`.

    >>> parse_date("发布时间：二〇二〇年三月十五日").day
    datetime.date(2020, 3, 15)
    """
    return next(find_dates(text, url_date=url_date, now=now), None)


def find_dates(text: str, *, url_date: AddressDate | None = None, now: datetime | None = None) -> Iterator[FoundDate]:
    """Every date in `text` that can be somebody's publication date, in order."""
    if not _MAYBE.search(text):
        return
    plain = plain_digits(text)
    found = list(_full_dates(plain, url_date))
    if not found:
        found = list(_whole_text_dates(plain.strip(), plain, url_date, now))
    for match, day in sorted(found, key=lambda pair: pair[0].start()):
        if not _is_period(plain, match):
            yield FoundDate(day, _clock(match), text[match.start() : match.end()].strip(), match.start(), match.end())


_Found = tuple[re.Match[str], date]


def _full_dates(plain: str, url_date: AddressDate | None) -> Iterator[_Found]:
    for match in forms.FULL.finditer(plain):
        if day := _day(int(match["y"]), int(match["m"]), int(match["d"])):
            yield match, day
    for match in forms.HAN.finditer(plain) if "年" in plain else ():
        year = int("".join([str(forms.HAN_DIGITS.index(digit)) for digit in match["y"]]))
        if day := _day(year, _han_number(match["m"]), _han_number(match["d"])):
            yield match, day
    for match in forms.TURNED.finditer(plain):
        if day := _turned_day(int(match["a"]), int(match["b"]), int(match["y"]), url_date):
            yield match, day


def _whole_text_dates(short: str, plain: str, url_date: AddressDate | None, now: datetime | None) -> Iterator[_Found]:
    """Dates that are only believed where nothing else stands beside them."""
    for pattern in (*forms.LEAF, forms.SHORT_YEAR, forms.NO_YEAR):
        if len(short) > 40 or not (match := pattern.fullmatch(short)):
            continue
        day = _leaf_day(match.groupdict(), url_date)
        if day and (again := pattern.search(plain)):
            yield again, day
            return
    if now is not None:
        yield from _relative_dates(plain, now.astimezone(CHINA) if now.tzinfo else now)


def _leaf_day(parts: dict[str, str | None], url_date: AddressDate | None) -> date | None:
    month, day, year = int(parts["m"] or 0), int(parts["d"] or 0), parts.get("y")
    if year is not None:
        return _day(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    if url_date is None:
        return None
    found = _day(url_date.year, month, day)
    # An address of January over an item of December: the item is of the year before.
    if found and url_date.month == 1 and month == 12:
        return _day(url_date.year - 1, month, day)
    return found


def _turned_day(first: int, second: int, year: int, url_date: AddressDate | None) -> date | None:
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        known = url_date.date if url_date else None
        return known if known in (day_first, month_first) else None
    return day_first or month_first


def _relative_dates(plain: str, now: datetime) -> Iterator[_Found]:
    for match in forms.AGO.finditer(plain):
        passed = _passed(match["n"], match["unit"])
        if passed is not None and (now - passed).year >= OLDEST_PAGE:
            yield match, (now - passed).date()
    for match in forms.NEAR_DAY.finditer(plain):
        yield match, (now - timedelta(days=forms.NEAR_DAYS[match["day"]])).date()


def _passed(number: str, unit: str) -> timedelta | None:
    if number == "半":
        return {"小时": timedelta(minutes=30), "天": timedelta(hours=12)}.get(unit)
    count = int(number) if number.isdigit() else _han_number(number.replace("两", "二"))
    days = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30, "年": 365}
    if unit in days:
        return timedelta(days=days[unit] * count)
    return timedelta(hours=count) if unit == "小时" else timedelta(minutes=count) if unit[0] == "分" else timedelta(0)


def _han_number(words: str) -> int:
    """1 to 39 in Han numerals: 元, 正, 三, 十五, 廿三, 三十一; 0 for anything else."""
    words = words.replace("元", "一").replace("正", "一").replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = words.rpartition("十")
    try:
        return (forms.HAN_DIGITS.index(tens or "一") * 10 if ten else 0) + (forms.HAN_DIGITS.index(ones) if ones else 0)
    except ValueError:
        return 0


def _day(year: int, month: int, day: int, oldest: int = OLDEST_DOCUMENT) -> date | None:
    if not oldest <= year <= LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> time | None:
    parts = match.groupdict()
    hour, minute = parts.get("hour"), parts.get("minute")
    if hour is None or minute is None:
        return None
    hours = int(hour) + (12 if parts.get("half") in ("下午", "晚上") and int(hour) < 12 else 0)
    return time(hours % 24, int(minute), int(parts.get("second") or 0))


def _is_period(plain: str, match: re.Match[str]) -> bool:
    before, after = plain[max(0, match.start() - 12) : match.start()], plain[match.end() : match.end() + 12]
    return bool(forms.NOT_BEFORE.search(before) or forms.NOT_AFTER.search(after))
