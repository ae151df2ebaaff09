"""When a patrol may begin: cron or interval, quiet hours, public holidays, and a spread over the portals.

Everything is in China's time, which has known no daylight saving since 1991. Holidays are those of the `holidays`
package: as the State Council announced them where it has, else the days that the law gives; and the weekends that
touch them.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger

from storage.records import Timetable
from xuncha.lang import say

if TYPE_CHECKING:
    from holidays import HolidayBase

CHINA = timezone(timedelta(hours=8), "CST")
LONGEST_BREAK = 30  # days; the longest so far had 9
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_PART_OF_WEEK = re.compile(
    r"(?:(?P<all>\*)|(?P<first>[0-7]|[a-z]{3})(?:-(?P<last>[0-7]|[a-z]{3}))?)(?:/(?P<step>[1-9]\d*))?"
)
_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}


class BadTimetable(ValueError):
    """Raised for a cron line, hours or a duration that cannot be read; the message says what to write instead."""


def next_patrol(timetable: Timetable, portal_id: int, after: datetime, default_every: float) -> datetime:
    """The first moment after `after` at which the portal's next patrol is due. Raises BadTimetable."""
    if timetable.cron is None:
        moment = after + timedelta(seconds=timetable.every or default_every)
    else:
        moment = _next_firing(timetable, after)
    moment = permitted(timetable, moment)
    return permitted(timetable, moment + _spread(timetable.jitter, portal_id, moment)).astimezone(after.tzinfo)


def permitted(timetable: Timetable, moment: datetime) -> datetime:
    """The moment itself, or the first one after it that is neither in quiet hours nor on a holiday."""
    quiet = quiet_hours(timetable.quiet) if timetable.quiet else None
    local = moment.astimezone(CHINA)
    for _ in range(LONGEST_BREAK):
        if quiet and (end := _end_of_quiet(quiet, local)):
            local = end
        elif timetable.skip_holidays and is_holiday(local.date()):
            local = datetime.combine(local.date() + timedelta(days=1), local.timetz())
        else:
            break
    return local.astimezone(moment.tzinfo)


def quiet_hours(text: str) -> tuple[time, time]:
    """From and to, in China's time. Raises BadTimetable.

    >>> quiet_hours("22:00-06:30")
    (datetime.time(22, 0), datetime.time(6, 30))
    """
    try:
        start, end = (time.fromisoformat(part.strip()) for part in text.split("-"))
    except ValueError:
        raise BadTimetable(
            say(f"静默时段 {text!r}：请写成 22:00-06:00 的样子", f"quiet hours {text!r}: write them like 22:00-06:00")
        ) from None
    if start == end or start.tzinfo or end.tzinfo:
        zh = f"静默时段 {text!r}：请写两个不同的时刻，如 22:00-06:00"
        raise BadTimetable(say(zh, f"quiet hours {text!r}: write two times that differ, like 22:00-06:00"))
    return start, end


def seconds(text: str) -> float:
    """
    >>> seconds("12h"), seconds("90m"), seconds("1.5d")
    (43200.0, 5400.0, 129600.0)
    """
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhdw])", text.strip().lower())
    if match is None:
        zh = f"{text!r} 不是时长：请写成 30m、12h 或 7d 的样子"
        raise BadTimetable(say(zh, f"{text!r} is no duration: write it like 30m, 12h or 7d"))
    return float(match[1]) * _SECONDS[match[2]]


@lru_cache(maxsize=256)
def cron_trigger(line: str) -> CronTrigger | OrTrigger:
    """A cron line as cron(8) reads it: 0 and 7 are Sunday, and a day of the month or of the week is enough.

    APScheduler counts the days of the week from Monday and wants both. Raises BadTimetable.
    """
    fields = line.split()
    if len(fields) != 5:
        zh, en = (
            "请写五段：分 时 日 月 星期，如 '0 3 * * *'",
            "write five fields, minute hour day month weekday, like '0 3 * * *'",
        )
        raise _bad_cron(line, zh, en)
    minute, hour, day, month, weekday = fields
    named = _named_days(line, weekday.lower())

    def trigger(day: str, weekday: str) -> CronTrigger:
        return CronTrigger(minute=minute, hour=hour, day=day, month=month, day_of_week=weekday, timezone=CHINA)

    try:
        if day != "*" and weekday != "*":
            return OrTrigger([trigger(day, "*"), trigger("*", named)])
        return trigger(day, named)
    except ValueError:
        raise _bad_cron(line, *_wrong_field(minute=minute, hour=hour, day=day, month=month)) from None


_FIELDS = {
    "minute": ("分", "minute", "0-59"),
    "hour": ("时", "hour", "0-23"),
    "day": ("日", "day of the month", "1-31"),
    "month": ("月", "month", "1-12"),
}


def _wrong_field(**fields: str) -> tuple[str, str]:
    """Which field cannot be read, and what to write there, in Chinese and English."""
    for name, value in fields.items():
        try:
            CronTrigger(**{name: value}, timezone=CHINA)
        except ValueError:
            zh, en, span = _FIELDS[name]
            return f"“{zh}”一段 {value!r} 读不懂，请写 {span}、* 或 */2", f"the {en} {value!r}: write {span}, * or */2"
    return "读不懂", "it cannot be read"


def _bad_cron(line: str, zh: str, en: str) -> BadTimetable:
    return BadTimetable(say(f"cron 行 {line!r}：{zh}", f"cron line {line!r}: {en}"))


def _no_weekday(line: str, part: str) -> BadTimetable:
    return _bad_cron(line, f"{part!r} 不是星期，请写 1-5 或 mon-fri", f"{part!r} is no weekday, write 1-5 or mon-fri")


def is_holiday(day: date) -> bool:
    """Whether the day belongs to a public holiday, the weekend beside it included; a working weekend does not.

    >>> [is_holiday(date(2026, 10, number)) for number in (1, 4, 7, 8, 10, 17)]
    [True, True, True, False, False, False]
    """
    china = _china(day.year)
    return not china.is_working_day(day) and any(off in china for off in _free_days_around(day))


def _free_days_around(day: date) -> list[date]:
    """The unbroken run of days off that the day is in."""
    china, found = _china(day.year), [day]
    for step in (timedelta(days=-1), timedelta(days=1)):
        beside = day + step
        while not china.is_working_day(beside) and len(found) < LONGEST_BREAK:
            found.append(beside)
            beside += step
    return found


@lru_cache(maxsize=8)
def _china(year: int) -> "HolidayBase":
    import holidays  # here, for it takes a tenth of a second, and few timetables ask

    return holidays.country_holidays("CN", years=(year - 1, year, year + 1))


def _next_firing(timetable: Timetable, after: datetime) -> datetime:
    trigger, moment = cron_trigger(timetable.cron or ""), after
    for _ in range(LONGEST_BREAK * 24 * 60):  # once a minute through the longest break
        found: datetime | None = trigger.get_next_fire_time(None, moment + timedelta(microseconds=1))
        if found is None:
            raise _bad_cron(timetable.cron or "", "没有哪一天与它相符", "it names no day that will come")
        moment = found
        if not (timetable.skip_holidays and is_holiday(moment.astimezone(CHINA).date())):
            break
    return moment


def _end_of_quiet(quiet: tuple[time, time], local: datetime) -> datetime | None:
    start, end = quiet
    now = local.time()
    inside = start <= now < end if start < end else now >= start or now < end
    if not inside:
        return None
    day = local.date() + timedelta(days=1 if start > end and now >= start else 0)
    return datetime.combine(day, end, CHINA)


def _spread(jitter: float, portal_id: int, moment: datetime) -> timedelta:
    """The portal's share of the window: as good as chance, and the same again for the same moment."""
    word = sha256(f"{portal_id} {moment.timestamp()}".encode()).digest()
    return timedelta(seconds=round(jitter * int.from_bytes(word[:4]) / 2**32, 3))


def _named_days(line: str, field: str) -> str:
    """
    >>> _named_days("", "1-5"), _named_days("", "0,6"), _named_days("", "5-7")
    ('mon,tue,wed,thu,fri', 'sun,sat', 'fri,sat,sun')
    """
    if field == "*":
        return field
    days: list[str] = []
    for part in field.split(","):
        match = _PART_OF_WEEK.fullmatch(part)
        if match is None:
            raise _no_weekday(line, part)
        first = 0 if match["all"] else _number(line, match["first"])
        last = 6 if match["all"] else _number(line, match["last"]) if match["last"] else first
        step = int(match["step"] or 1)
        span = range(first, (last if last >= first else last + 7) + 1, step)
        days += [_DAYS[number % 7] for number in span]
    return ",".join(dict.fromkeys(days))


def _number(line: str, day: str) -> int:
    if day.isdecimal():
        return int(day)
    if day not in _DAYS:
        raise _no_weekday(line, day)
    return _DAYS.index(day)
