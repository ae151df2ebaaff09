"""Which portals, codes and hours a channel or a mute is about."""

import re
from datetime import datetime, time, timedelta
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from storage.records import ChannelRecord, FindingRecord, MuteRecord, PortalRecord
from xuncha.rules.days import CHINA

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def covers(scope: ChannelRecord | MuteRecord, portal: PortalRecord, code: str) -> bool:
    """Whether a channel or a mute is about a finding of that code on that portal."""
    return about_portal(scope.portals, portal) and about_code(scope.codes, code)


def mutes(mute: MuteRecord, portal: PortalRecord, finding: FindingRecord) -> bool:
    """Whether a mute is about a finding on that portal."""
    return covers(mute, portal, finding.code) and mute.subject in ("", finding.subject)


def about_portal(patterns: str, portal: PortalRecord) -> bool:
    """Patterns, commas between, of a portal's number, host, address, name or `group:` and its group; none: every portal."""
    host = urlsplit(portal.home_url).hostname or ""
    words = [str(portal.id), host, portal.home_url, portal.name, f"group:{portal.group or ''}"]
    return _matches(patterns, words)


def about_code(patterns: str, code: str) -> bool:
    """
    >>> about_code("site.*, link.dead", "site.tls"), about_code("site.*", "link.dead"), about_code("", "link.dead")
    (True, False, True)
    """
    return _matches(patterns, [code])


def quiet_until(hours: str, now: datetime) -> datetime | None:
    """When the quiet hours in force end, by China's clock; None outside of them.

    >>> from datetime import UTC
    >>> str(quiet_until("22:00-07:00", datetime(2026, 6, 15, 16, tzinfo=UTC)))
    '2026-06-16 07:00:00+08:00'
    """
    parsed = parsed_hours(hours)
    if parsed is None:
        return None
    begin, end = parsed
    here = now.astimezone(CHINA)
    for day in (here.date() - timedelta(days=1), here.date()):
        start = datetime.combine(day, begin, CHINA)
        finish = datetime.combine(day if begin < end else day + timedelta(days=1), end, CHINA)
        if start <= here < finish:
            return finish
    return None


def parsed_hours(text: str) -> tuple[time, time] | None:
    """
    >>> parsed_hours("22:00-07:00")
    (datetime.time(22, 0), datetime.time(7, 0))
    >>> parsed_hours("at night")
    """
    found = _HOURS.fullmatch(text.replace(" ", ""))
    return (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))) if found else None


def _matches(patterns: str, words: list[str]) -> bool:
    wanted = [pattern.strip().lower() for pattern in re.split(r"[,，]", patterns) if pattern.strip()]
    return not wanted or any(fnmatchcase(word.lower(), pattern) for pattern in wanted for word in words)
