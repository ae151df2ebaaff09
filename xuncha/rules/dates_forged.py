"""dates.forged: publication dates that cannot be true.

- `backdated`: entries that were not in the list when we looked, and later are, with dates well before that look. Only entries
  with an address that the list never had, only lists of news and notices (a policy carries the day of its signing), only many.
- `one_day`: a column of news whose entries carry one day, although their addresses or their own first words tell of other
  days, weeks apart: a migration that wiped the dates out, or worse. A hint. One busy day alone is none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from storage.records import ColumnFact, Condition, EntryFact, PageFact, PortalFacts
from xuncha.rules.days import china_day
from xuncha.rules.freshness import pages_by_url, promising
from xuncha.rules.limits import RuleSet

_ADDRESS_DAY = re.compile(r"(?<!\d)(20\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?!\d)")
_DATED_ON_PUBLICATION = frozenset({"news", "notice"})


def dates_forged(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    pages = pages_by_url(facts)
    for column in promising(facts):
        if column.kind not in _DATED_ON_PUBLICATION or column.confidence < limits.value("silence.sure"):
            continue
        late = _backdated(_dated_by_pages(column, pages), limits)
        if late:
            yield _condition_backdated(column, late, limits)
        elif column.kind == "news" and (day := _one_day(column, pages, limits)):
            evidence = _evidence("one_day", column, limits) | {"day": day.isoformat(), "veto": False}
            yield Condition("dates.forged", column.url, "info", column.first_seen_at, evidence)


def _dated_by_pages(column: ColumnFact, pages: Mapping[str, PageFact]) -> ColumnFact:
    """The column with the days that the entries' own pages show, where the list shows none."""
    return replace(column, entries=tuple(_dated_by_page(entry, pages.get(entry.url)) for entry in column.entries))


def _dated_by_page(entry: EntryFact, page: PageFact | None) -> EntryFact:
    if entry.dated or page is None or page.published_source != "shown":
        return entry
    return replace(entry, dated=page.published_on)


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
    told = [_told(entry, pages) for entry in column.entries if entry.dated == day]
    others = {one for one in told if one and one + slack < day}
    sure = len(others) >= limits.value("forged.entries")
    return day if sure and many >= limits.value("forged.one_day_share") * len(column.entries) else None


def _told(entry: EntryFact, pages: Mapping[str, PageFact]) -> date | None:
    """Another day that the entry tells: in its address, or at the head of its own page's text."""
    page = pages.get(entry.url)
    told = str(page.meta.get("told_on") or "") if page else ""
    in_address = _ADDRESS_DAY.search(entry.url)
    try:
        return date.fromisoformat(told or ("-".join(in_address.groups()) if in_address else ""))
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
