"""dates.forged: publication dates that cannot be true.

- `backdated`: entries that were not in the list when we looked, and later are, with dates well before that look. Only entries
  with an address that the list never had, only lists of news and notices (a policy carries the day of its signing), only many.
- `one_day`: a column whose entries carry one day, although their addresses, their own first words or their signatures tell of
  other days, weeks apart: a migration that wiped the dates out, or worse. A hint. One busy day alone is none; nor are policies
  that were put up on one day and signed on many, so of those only addresses count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from storage.records import ColumnFact, Condition, EntryFact, PageFact, PortalFacts
from xuncha.rules.days import china_day
from xuncha.rules.freshness import dated_by_pages, pages_by_url, promising
from xuncha.rules.limits import RuleSet

# /art/2025/4/15/, /202504/15/, t20250415_1.html
_ADDRESS_DAY = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?:(?P<s>[-/])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})|(?P<mm>[01]\d)[-/]?(?P<dd>[0-3]\d))(?!\d)"
)
_DATED_ON_PUBLICATION = frozenset({"news", "notice"})
_KINDS = _DATED_ON_PUBLICATION | {"policy"}


def dates_forged(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    pages = pages_by_url(facts)
    for column in promising(facts):
        if column.kind not in _KINDS or column.confidence < limits.value("silence.sure"):
            continue
        dated = dated_by_pages(column, pages)
        late = _backdated(dated, limits) if column.kind in _DATED_ON_PUBLICATION else []
        if late:
            yield _condition_backdated(column, late, limits)
        elif day := _one_day(dated, pages, limits):
            evidence = _evidence("one_day", column, limits) | {"day": day.isoformat(), "veto": False}
            yield Condition("dates.forged", column.url, "info", column.first_seen_at, evidence)


def _backdated(column: ColumnFact, limits: RuleSet) -> list[EntryFact]:
    """Of what was new at one look, so that honest entries before and after it hide nothing; the worst look counts."""
    known = {entry.url for entry in column.entries if entry.looked_before is None}
    looks: dict[datetime, list[EntryFact]] = defaultdict(list)
    for entry in column.entries:
        if entry.looked_before and entry.url not in known:
            looks[entry.looked_before].append(entry)
    return max((_late(new, column, limits) for new in looks.values()), key=len, default=[])


def _late(new: list[EntryFact], column: ColumnFact, limits: RuleSet) -> list[EntryFact]:
    slack = timedelta(days=limits.value("forged.slack_days"))
    late = [
        entry
        for entry in new
        if entry.dated and entry.looked_before and entry.dated + slack < china_day(entry.looked_before)
    ]
    # A list that moved its second page up shows old entries anew, below all that it had.
    late = [entry for entry in late if not _was_below(entry, column)]
    enough = len(late) >= limits.value("forged.entries") and len(late) >= limits.value("forged.share") * len(new)
    return late if enough else []


def _was_below(entry: EntryFact, column: ColumnFact) -> bool:
    """Older than all that the list had when it appeared: it came up from the next sheet."""
    before = [one.dated for one in column.entries if one.dated and one.first_seen_at < entry.first_seen_at]
    return not before or entry.dated is None or entry.dated <= min(before)


def _one_day(column: ColumnFact, pages: Mapping[str, PageFact], limits: RuleSet) -> date | None:
    days = Counter(entry.dated for entry in column.entries if entry.dated)
    if len(column.entries) < limits.value("forged.one_day_entries") or not days:
        return None
    day, many = days.most_common(1)[0]
    slack = timedelta(days=limits.value("forged.one_day_apart"))
    told = [_told(entry, column, pages) for entry in column.entries if entry.dated == day]
    others = {one for one in told if one and one + slack < day}
    sure = len(others) >= limits.value("forged.entries")
    return day if sure and many >= limits.value("forged.one_day_share") * len(column.entries) else None


def _told(entry: EntryFact, column: ColumnFact, pages: Mapping[str, PageFact]) -> date | None:
    """Another day that the entry tells: at the head or the foot of its own page's text, or in its address."""
    page, written = pages.get(entry.url), ""
    if page and column.kind in _DATED_ON_PUBLICATION:
        written = str(page.meta.get("told_on") or page.meta.get("signed_on") or "")
    if not written and (match := _ADDRESS_DAY.search(entry.url)):
        written = f"{match['y']}-{match['m'] or match['mm']:0>2}-{match['d'] or match['dd']:0>2}"
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _condition_backdated(column: ColumnFact, late: list[EntryFact], limits: RuleSet) -> Condition:
    veto = limits.number("forged.veto")
    evidence = _evidence("backdated", column, limits) | {
        "backdated": len(late),
        "sample": [
            {
                "url": one.url,
                "title": one.title,
                "dated": str(one.dated),
                "not_there_on": one.looked_before.isoformat() if one.looked_before else None,
                "first_seen_at": one.first_seen_at.isoformat(),
            }
            for one in late[: int(limits.value("pages.sample"))]
        ],
        "veto": bool(veto.value) and veto.verified,
        "source": veto.source,
    }
    since = min(one.first_seen_at for one in late)
    return Condition("dates.forged", column.url, "critical" if evidence["veto"] else "warning", since, evidence)


def _evidence(kind: str, column: ColumnFact, limits: RuleSet) -> dict[str, Any]:
    return {"kind": kind, "column": column.name, "entries": len(column.entries), "rule_set": limits.name}
