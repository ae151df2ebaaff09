"""column.stale: a column that promises updates has been silent for longer than its limit.

Severity. A verified limit gives a warning. A limit that nobody has read in a source (one year for the other
kinds) still tells a watchdog something, so it gives a finding, marked `verified: false`: info at first, a
warning once the silence is twice as long. It never counts for a veto. Info, too, when we have not looked since
the limit passed (our patrols stopped, not necessarily the column), or when the class of the column is a guess.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from storage.records import Condition, PortalFacts, Severity
from xuncha.rules.days import china_day
from xuncha.rules.freshness import Silence, pages_by_url, promising, silence_of
from xuncha.rules.limits import RuleSet


def silences(facts: PortalFacts, limits: RuleSet) -> list[Silence]:
    """The clocks of all columns whose silence can be told, over or not."""
    pages = pages_by_url(facts)
    found = (silence_of(column, pages, facts, limits) for column in promising(facts))
    return [silence for silence in found if silence]


def column_stale(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    return list(_stale(facts, limits))


def _stale(facts: PortalFacts, limits: RuleSet) -> Iterator[Condition]:
    for silence in silences(facts, limits):
        if silence.is_over(facts.as_of):
            severity = _severity(silence, facts, limits)
            evidence = _evidence(silence, facts, limits)
            yield Condition("column.stale", silence.column.url, severity, silence.since, evidence)


def _days_over(silence: Silence, facts: PortalFacts) -> int:
    return (china_day(facts.as_of) - silence.last_day).days


def _severity(silence: Silence, facts: PortalFacts, limits: RuleSet) -> Severity:
    if not silence.looked or silence.column.confidence < limits.value("silence.sure"):
        return "info"
    if silence.limit.verified:
        return "warning"
    allowed = _limit_days(silence)
    return "warning" if _days_over(silence, facts) > allowed * (limits.value("silence.worse_factor") - 1) else "info"


def _limit_days(silence: Silence) -> int:
    start = silence.newest.day if silence.newest else china_day(silence.column.first_seen_at)
    return (silence.last_day - start).days


def _evidence(silence: Silence, facts: PortalFacts, limits: RuleSet) -> dict[str, Any]:
    column, newest = silence.column, silence.newest
    return {
        "column": column.name,
        "kind": column.kind,
        "confidence": column.confidence,
        "newest": newest.day.isoformat() if newest else None,
        "newest_title": newest.title if newest else None,
        "newest_url": newest.url if newest else None,
        "date_source": newest.source if newest else None,
        "date_text": newest.text if newest else None,
        "watched_since": china_day(column.first_seen_at).isoformat(),
        "entries": len(column.entries),
        "limit_days": _limit_days(silence),
        "limit_months": silence.limit.months or None,  # counted by the calendar, as the checks do
        "days_over": _days_over(silence, facts),
        "last_visit_at": column.last_visit_at.isoformat() if column.last_visit_at else None,
        "looked_since": silence.looked,
        "rule_set": limits.name,
        "source": silence.limit.source,
        "verified": silence.limit.verified,
    }
