"""columns.stale_many, columns.overdue_many, columns.empty_many: so many columns are silent or blank that the
portal fails.

Only columns count whose class is sure, whose limit was read in its source, and that we have looked at since.
(The rule sets can let unverified limits count: vetoes.unverified.)
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from storage.records import ColumnFact, Condition, PortalFacts
from xuncha.rules.column_empty import empty_columns
from xuncha.rules.column_stale import silences
from xuncha.rules.freshness import Silence
from xuncha.rules.limits import RuleSet

_Counted = tuple[datetime, ColumnFact]


def columns_many(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    over = [silence for silence in silences(facts, limits) if silence.is_over(facts.as_of) and _counts(silence, limits)]
    stale = [
        s for s in over if s.limit.counts == "stale_many" and not (s.limit.first_level_only and s.column.depth > 1)
    ]
    sure = limits.value("silence.sure")
    empty = [(c.first_seen_at, c) for c in empty_columns(facts) if c.confidence >= sure]
    yield from _many("stale_many", [(s.since, s.column) for s in stale], facts, limits)
    yield from _many("overdue_many", [(s.since, s.column) for s in over], facts, limits)
    yield from _many("empty_many", empty, facts, limits)


def _counts(silence: Silence, limits: RuleSet) -> bool:
    verified = silence.limit.verified or limits.unverified_vetoes
    return verified and silence.looked and silence.column.confidence >= limits.value("silence.sure")


def _many(rule: str, counted: Sequence[_Counted], facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    limit = limits.number(rule)
    if len(counted) < limit.value:
        return
    by_time = sorted(counted, key=lambda item: item[0])
    evidence: dict[str, Any] = {
        "count": len(counted),
        "limit": int(limit.value),
        "columns": [{"url": c.url, "name": c.name, "kind": c.kind, "since": s.isoformat()} for s, c in by_time],
        "veto": True,
        "rule_set": limits.name,
        "source": limit.source,
    }
    # It became bad news when the fifth (tenth) column fell silent.
    since = by_time[int(limit.value) - 1][0]
    yield Condition(f"columns.{rule}", facts.portal.home_url, "critical", since, evidence)
