"""Days in China's time, and the moments at which they end."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def china_day(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


def end_of(day: date) -> datetime:
    """The first moment after the day, in UTC.

    >>> end_of(date(2026, 1, 31)).isoformat()
    '2026-01-31T16:00:00+00:00'
    """
    return datetime.combine(day + timedelta(days=1), time(), CHINA).astimezone(UTC)


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a month that is too short.

    >>> months_later(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
