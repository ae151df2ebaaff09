"""publish.burst: most of a quarter's entries stand within one week (突击发布, as before an inspection).

The quarter is the nine weeks up to the end of the busy week and the four after it, so that a portal that took up work and went
on is no burst. Only lists count that reach five weeks back: shorter ones show only their newest entries, unless their further
sheets were read. An entry that the list shows no day for has that of its own page. So do only portals that published a little
before; and no columns of budgets, which all organs put up in one week by law, nor columns whose entries nearly all carry one
day: those were moved. The days of inspections are not published; where the rule set names some, only weeks that end shortly
before one count.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from storage.records import ColumnFact, Condition, EntryFact, PageFact, PortalFacts
from xuncha.rules.days import china_day, end_of
from xuncha.rules.freshness import dated_by_pages, pages_by_url, promising
from xuncha.rules.further_sheets import further_articles
from xuncha.rules.limits import RuleSet

_BOTTOM = 3  # last lines of a list: pinned old entries stand on top, so these tell how far back it reaches
_WEEK = timedelta(days=7)
_ONE_DAY = 0.9  # of the entries
_BEFORE, _AFTER = 9 * _WEEK, 4 * _WEEK  # of the quarter, from the end of the busy week
_REACH = 5 * _WEEK  # a list that reaches less far back shows only its newest entries
_IN_ONE_WEEK_BY_LAW = re.compile(r"预算|决算|三公|财政|清单|招考|考试")


@dataclass(frozen=True, slots=True)
class _Line:
    """A dated entry, and how far back its list reaches."""

    day: date
    url: str
    title: str
    reaches: date


@dataclass(frozen=True, slots=True)
class _Week:
    """A busy week that ends on `last`, and how many entries it and its quarter have."""

    last: date
    inside: tuple[_Line, ...]
    total: int
    earlier: int  # entries of the quarter before it

    @property
    def share(self) -> float:
        return len(self.inside) / self.total


def publish_burst(facts: PortalFacts, limits: RuleSet) -> list[Condition]:
    today = china_day(facts.as_of)
    oldest = today - timedelta(days=limits.value("burst.look_back_days"))
    bursts = [
        week
        for lines in _views(facts, oldest - _BEFORE, today)
        for last in sorted({line.day for line in lines if line.day >= oldest})
        if (week := _week(lines, last, today)) and _is_burst(week, limits)
    ]
    if not bursts:
        return []
    return [_condition(max(bursts, key=lambda week: (len(week.inside), week.share)), facts, limits)]


def _counts(column: ColumnFact) -> bool:
    published = column.kind in ("news", "notice", "policy") and not _IN_ONE_WEEK_BY_LAW.search(column.name)
    return published and not _was_moved(column.entries)


def _was_moved(entries: Sequence[EntryFact]) -> bool:
    """Nearly all entries carry one day, or none has any."""
    days = Counter(entry.dated for entry in entries if entry.dated)
    return not days or days.most_common(1)[0][1] >= _ONE_DAY * len(entries)


def _views(facts: PortalFacts, first: date, today: date) -> Iterator[list[_Line]]:
    """What was published on these days: in the lists that reach far back by themselves, and in all whose next sheets were read.

    Either may show a burst: the slow columns whose lists are long, or the quick ones whose first sheet it filled.
    """
    pages = pages_by_url(facts)
    columns = [dated for column in promising(facts) if _counts(dated := dated_by_pages(column, pages))]
    yield _lines(columns, {}, first, today)
    if further := further_articles(facts, columns):
        yield _lines(columns, further, first, today)


def _lines(
    columns: Sequence[ColumnFact], further: Mapping[str, Sequence[PageFact]], first: date, today: date
) -> list[_Line]:
    """By day, in columns that tell how far back they reach; each address once."""
    found: dict[str, _Line] = {}
    for column in columns:
        for line in _lines_of(column, further.get(column.url, ())):
            known = found.get(line.url)
            if first < line.day <= today and (known is None or line.reaches < known.reaches):
                found[line.url] = line
    return sorted(found.values(), key=_day)


def _lines_of(column: ColumnFact, further: Sequence[PageFact]) -> Iterator[_Line]:
    older = sorted(page.published_on for page in further if page.published_on)
    reaches = older[_BOTTOM - 1] if len(older) >= _BOTTOM else _reaches(column)
    if reaches is None:
        return
    for entry in column.entries:
        if entry.dated:
            yield _Line(entry.dated, entry.url, entry.title, reaches)
    for page in further:
        if page.published_on:
            yield _Line(page.published_on, page.url, page.title or "", reaches)


def _reaches(column: ColumnFact) -> date | None:
    """The newest day among the last lines; None where one of them has no day."""
    bottom = sorted(column.entries, key=lambda entry: entry.position)[-_BOTTOM:]
    days = [entry.dated for entry in bottom if entry.dated]
    return max(days) if len(days) == _BOTTOM else None


def _week(lines: Sequence[_Line], last: date, today: date) -> _Week | None:
    """The week that ends on that day, over the lists that reach far enough back. `lines` are in the order of days."""
    start = bisect_right(lines, last - _BEFORE, key=_day)
    end = bisect_right(lines, min(last + _AFTER, today), key=_day)
    whole = [line for line in lines[start:end] if line.reaches <= last - _REACH]
    inside = tuple(line for line in whole if last - _WEEK < line.day <= last)
    earlier = sum(line.day <= last - _WEEK for line in whole)
    return _Week(last, inside, len(whole), earlier) if inside else None


def _day(line: _Line) -> date:
    return line.day


def _is_burst(week: _Week, limits: RuleSet) -> bool:
    if len(week.inside) < limits.value("burst.entries") or week.earlier < limits.value("burst.earlier"):
        return False
    is_inspected = not limits.inspections or _inspection_after(week.last, limits) is not None
    return is_inspected and week.share >= limits.value("burst.share")


def _inspection_after(last: date, limits: RuleSet) -> date | None:
    within = timedelta(days=limits.value("burst.before_inspection"))
    return next((day for day in limits.inspections if last <= day <= last + within), None)


def _condition(week: _Week, facts: PortalFacts, limits: RuleSet) -> Condition:
    limit, inspection = limits.number("burst.share"), _inspection_after(week.last, limits)
    ordered = sorted(week.inside, key=lambda line: (line.day, line.url))
    evidence: dict[str, Any] = {
        "quarter_from": (week.last - _BEFORE + timedelta(days=1)).isoformat(),
        "quarter_to": min(week.last + _AFTER, china_day(facts.as_of)).isoformat(),
        "from": str(ordered[0].day),
        "to": str(ordered[-1].day),
        "burst": len(ordered),
        "entries": week.total,
        "share": round(week.share, 4),
        "limit_share": limit.value,
        "inspection": inspection.isoformat() if inspection else None,
        "sample": [{"url": one.url, "title": one.title, "dated": str(one.day)} for one in ordered[:10]],
        "rule_set": limits.name,
        "source": limit.source,
    }
    return Condition("publish.burst", facts.portal.home_url, "warning", end_of(week.last), evidence)
