"""Cron and intervals, quiet hours and holidays, and the spread: all in China's time, with clocks that move."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.records import Timetable
from xuncha import lang
from xuncha.scheduler.timetable import CHINA, BadTimetable, cron_trigger, is_holiday, next_patrol, permitted, seconds

DAY = 86400.0
moments = st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
times = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def china(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def firings(timetable: Timetable, start: str, count: int) -> list[str]:
    moment, found = china(start), []
    for _ in range(count):
        moment = next_patrol(timetable, 1, moment, DAY)
        found.append(moment.strftime("%m-%d %H:%M"))
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0 3 * * *", ["11-26 03:00", "11-27 03:00"]),
        ("30 */8 * * *", ["11-25 16:30", "11-26 00:30"]),
        ("0 3 * * 0", ["11-29 03:00", "12-06 03:00"]),  # 0 and 7 are Sunday, as cron has it
        ("0 3 * * 7", ["11-29 03:00", "12-06 03:00"]),
        ("0 3 * * 1-5", ["11-26 03:00", "11-27 03:00"]),
        ("0 3 * * fri-mon", ["11-27 03:00", "11-28 03:00"]),
        ("0 3 * * */3", ["11-28 03:00", "11-29 03:00"]),
        ("0 3 1 * 0", ["11-29 03:00", "12-01 03:00"]),  # either day is enough, as cron has it
    ],
)
def test_cron_lines_are_read_as_cron_reads_them(line: str, expected: list[str]) -> None:
    assert firings(Timetable(cron=line), "2026-11-25T12:00", 2) == expected


@pytest.mark.parametrize(
    "line", ["", "0 3 * *", "99 3 * * *", "0 3 * * 8", "0 3 * * someday", "0 3 * * * *", "x y z a b", "0 3 30 2 *"]
)
def test_what_is_no_cron_line_is_refused(line: str) -> None:
    with pytest.raises(BadTimetable):
        next_patrol(Timetable(cron=line), 1, china("2026-01-01"), DAY)


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("0 3 * *", "请写五段：分 时 日 月 星期", "write five fields"),
        ("0 25 * * *", "“时”一段 '25' 读不懂，请写 0-23", "the hour '25': write 0-23"),
        ("0 3 * * 8", "'8' 不是星期", "'8' is no weekday"),
        ("0 3 30 2 *", "没有哪一天与它相符", "names no day that will come"),
    ],
)
def test_a_bad_cron_line_says_what_to_write_in_both_languages(line: str, zh: str, en: str) -> None:
    before = lang.current()
    try:
        for wanted, words in (("zh", zh), ("en", en)):
            lang.use(wanted)
            with pytest.raises(BadTimetable) as raised:
                next_patrol(Timetable(cron=line), 1, china("2026-01-01"), DAY)
            assert words in str(raised.value)
            assert line in str(raised.value)
    finally:
        lang.use(before)


@pytest.mark.parametrize("text", ["", "12", "h", "-3h", "1y"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(BadTimetable):
        seconds(text)


def test_without_a_timetable_the_setting_counts() -> None:
    assert next_patrol(Timetable(), 1, china("2026-01-01"), 3600) == china("2026-01-01T01:00")
    assert next_patrol(Timetable(every=60.0), 1, china("2026-01-01"), 3600) == china("2026-01-01T00:01")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("21:59", "21:59"),
        ("22:00", "06:00"),
        ("23:59", "06:00"),
        ("00:00", "06:00"),
        ("05:59", "06:00"),
        ("06:00", "06:00"),
    ],
)
def test_quiet_hours_over_midnight(at: str, expected: str) -> None:
    assert permitted(Timetable(quiet="22:00-06:00"), china(f"2026-06-15T{at}")).strftime("%H:%M") == expected


@given(moments, times, times)
def test_no_patrol_begins_in_quiet_hours_and_none_waits_longer_than_they_last(
    at: datetime, start: time, end: time
) -> None:
    if start == end:
        return
    allowed = permitted(Timetable(quiet=f"{start:%H:%M}-{end:%H:%M}"), at)
    now = allowed.astimezone(CHINA).time()
    assert not (start <= now < end if start < end else now >= start or now < end)
    length = (datetime.combine(date.min, end) - datetime.combine(date.min, start)).total_seconds() % DAY
    assert 0 <= (allowed - at).total_seconds() <= length


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-02-14", False),  # a Saturday that is worked
        ("2026-02-15", True),  # the Spring Festival: nine days, with the Sundays at both ends
        ("2026-02-21", True),
        ("2026-02-24", False),
        ("2026-09-30", False),
        ("2026-10-01", True),
        ("2026-10-04", True),  # a Sunday inside the National Day week
        ("2026-10-07", True),
        ("2026-10-08", False),
        ("2026-10-17", False),  # a plain Saturday is no holiday
        ("2030-02-04", True),  # years that nobody has announced yet: what the law gives
        ("2030-10-01", True),
        ("2030-11-20", False),
    ],
)
def test_holidays_with_the_weekends_that_touch_them(day: str, expected: bool) -> None:
    assert is_holiday(date.fromisoformat(day)) is expected


def test_a_cron_line_leaves_holidays_out_and_an_interval_waits() -> None:
    daily = Timetable(cron="0 3 * * *", skip_holidays=True)
    assert firings(daily, "2026-09-29T12:00", 3) == ["09-30 03:00", "10-08 03:00", "10-09 03:00"]
    interval = Timetable(every=DAY, skip_holidays=True)
    assert firings(interval, "2026-09-29T12:00", 3) == ["09-30 12:00", "10-08 12:00", "10-09 12:00"]


@given(moments, st.integers(1, 10**6), st.floats(0, 7 * DAY), st.booleans())
def test_next_is_always_later_and_comes_within_days(at: datetime, portal: int, jitter: float, holidays: bool) -> None:
    timetable = Timetable("30 4 * * *", jitter=jitter, quiet="22:00-04:00", skip_holidays=holidays)
    found = next_patrol(timetable, portal, at, DAY)
    assert at < found <= at + timedelta(days=35)
    assert found == next_patrol(timetable, portal, at, DAY)
    assert found == permitted(timetable, found)


def test_the_portals_of_a_group_are_spread_over_the_window() -> None:
    timetable = Timetable(cron="0 3 * * *", jitter=7200)
    hours = [next_patrol(timetable, portal, china("2026-06-15"), DAY) for portal in range(1, 501)]
    quarter_hours = {(moment.hour, moment.minute // 15) for moment in hours}
    assert quarter_hours == {(hour, part) for hour in (3, 4) for part in range(4)}


def test_cron_triggers_are_read_once() -> None:
    assert cron_trigger("0 3 * * *") is cron_trigger("0 3 * * *")
