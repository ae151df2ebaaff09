"""site.home_stale: nothing new on the home page for two weeks. An item without a publication time counts as not
updated.

A home page with a list of its own is judged by that list. One that only navigates is judged by its second-level
pages. Where the list we read on the home page is silent but a second-level column of the portal is not, we may
have read the wrong list of the page: a warning that counts for no veto. Likewise nothing is a veto that rests
on a guess, on a look before the two weeks were over, or on undated items that we have not watched for two weeks
ourselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from storage.records import ColumnFact, Condition, PortalFacts, Severity
from xuncha.rules.days import china_day, end_of
from xuncha.rules.freshness import Newest, newest_of, pages_by_url, promising
from xuncha.rules.limits import RuleSet


@dataclass(frozen=True, slots=True)
class HomeSilence:
    """The home page's clock: `since` is when its silence is too long; `sure` says whether it may count for a veto."""

    newest: Newest | None
    since: datetime
    last_day: date
    own_list: bool
    sure: bool
    columns_newest: date | None


def site_home(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    silence = home_silence(facts, limits)
    if silence and silence.since <= facts.as_of:
        severity: Severity = "critical" if silence.sure else "warning"
        yield Condition(
            "site.home_stale", facts.portal.home_url, severity, silence.since, _evidence(silence, facts, limits)
        )


def home_silence(facts: PortalFacts, limits: RuleSet) -> HomeSilence | None:
    """None where the home page's news cannot be told: nothing was read that would show it."""
    lists, own = _lists(facts, limits)
    if not lists:
        return None
    today, pages = china_day(facts.as_of), pages_by_url(facts)
    newest = _latest(newest_of(column, pages, today, seen_counts=False) for column in lists)
    start = newest.day if newest else china_day(min(column.first_seen_at for column in lists))
    last_day = start + timedelta(days=int(limits.value("home.days")))
    since = end_of(last_day)
    others = _latest(newest_of(column, pages, today) for column in promising(facts) if column.depth <= 1)
    fresh_elsewhere = others is not None and end_of(others.day + (last_day - start)) > facts.as_of
    seen = max(column.last_visit_at for column in lists if column.last_visit_at)
    looked = seen + timedelta(days=limits.value("silence.look_days")) >= since
    confident = not own or max(column.confidence for column in lists) >= limits.value("silence.sure")
    sure = looked and confident and not (own and fresh_elsewhere)
    return HomeSilence(newest, since, last_day, own, sure, others.day if others else None)


def _lists(facts: PortalFacts, limits: RuleSet) -> tuple[list[ColumnFact], bool]:
    """The lists that stand for the home page, and whether they are its own."""
    second = [column for column in promising(facts) if column.depth <= 1 and _is_readable(column)]
    mine = {column.id for column in promising(facts)}
    own = [column for column in facts.columns if column.id not in mine and _is_readable(column)]
    pages, today = pages_by_url(facts), china_day(facts.as_of)
    if own and newest_of(own[0], pages, today) and len(own[0].entries) >= limits.value("home.own_list"):
        return own, True
    # Without a list of its own the home page is at least as fresh as the freshest page it leads to.
    return (second, False) if second else (own, True)


def _is_readable(column: ColumnFact) -> bool:
    return column.last_visit_at is not None and bool(column.entries)


def _latest(found: Iterable[Newest | None]) -> Newest | None:
    return max((item for item in found if item), key=lambda item: item.day, default=None)


def _evidence(silence: HomeSilence, facts: PortalFacts, limits: RuleSet) -> dict[str, Any]:
    newest, limit = silence.newest, limits.number("home.days")
    return {
        "newest": newest.day.isoformat() if newest else None,
        "newest_title": newest.title if newest else None,
        "newest_url": newest.url if newest else None,
        "date_source": newest.source if newest else None,
        "date_text": newest.text if newest else None,
        "own_list": silence.own_list,
        "columns_newest": silence.columns_newest.isoformat() if silence.columns_newest else None,
        "limit_days": int(limit.value),
        "days_over": (china_day(facts.as_of) - silence.last_day).days,
        "veto": silence.sure,
        "rule_set": limits.name,
        "source": limit.source,
        "verified": limit.verified,
    }
