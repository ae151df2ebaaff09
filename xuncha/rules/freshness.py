"""How fresh a column is: its newest day, where that was read, and the moment at which its silence is too long.

What counts as an update:
- an entry with a date, today or earlier (a date in the future is none; a pinned old line on top changes
  nothing);
- an entry without a date whose own page, visited by us, has one;
- an entry without any date that we first saw in a later patrol than the column's first: it appeared between two
  of our visits, so somebody is alive. It counts with the day we saw it. For the home page's veto it does not:
  there the standard says that an item without a publication time counts as not updated.

Entries without a date that were there from the first patrol count as nothing. A column of only such entries can
be called silent once we ourselves have watched it for the whole limit.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from storage.records import ColumnFact, EntryFact, PageFact, PortalFacts
from xuncha.rules.days import china_day, end_of
from xuncha.rules.limits import RuleSet, SilenceLimit

_SHEET = re.compile(r"(?P<stem>.+?)(?:_|(?<=index)-)\d{1,3}(?P<end>\.\w+)$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
# One patrol may take up to half an hour; entries of the first one all count as "there from the start".
_FIRST_PATROL = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Newest:
    day: date
    title: str
    url: str
    source: str | None  # as of entries; "page" for the entry's own page, "first_seen" for our own patrol
    text: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """A column's clock. It is too long when `since` has passed; `looked` says whether we looked around then."""

    column: ColumnFact
    limit: SilenceLimit
    newest: Newest | None
    since: datetime
    last_day: date
    looked: bool

    def is_over(self, as_of: datetime) -> bool:
        return self.since <= as_of


def pages_by_url(facts: PortalFacts) -> dict[str, PageFact]:
    return {page.url: page for page in facts.pages}


def dated_by_pages(column: ColumnFact, pages: Mapping[str, PageFact]) -> ColumnFact:
    """The column with the days that the entries' own pages show, where the list shows none."""
    return replace(column, entries=tuple(_dated_by_page(entry, pages.get(entry.url)) for entry in column.entries))


def _dated_by_page(entry: EntryFact, page: PageFact | None) -> EntryFact:
    if entry.dated or page is None or page.published_source != "shown":
        return entry
    return replace(entry, dated=page.published_on)


def newest_of(
    column: ColumnFact, pages: Mapping[str, PageFact], today: date, *, seen_counts: bool = True
) -> Newest | None:
    days = (item for entry in column.entries if (item := _day_of(entry, column, pages, today, seen_counts)))
    return max(days, key=lambda item: item.day, default=None)


def _day_of(
    entry: EntryFact, column: ColumnFact, pages: Mapping[str, PageFact], today: date, seen_counts: bool
) -> Newest | None:
    for day, source, text in _readings(entry, column, pages, seen_counts):
        return Newest(day, entry.title, entry.url, source, text) if day <= today else None
    return None


def _readings(
    entry: EntryFact, column: ColumnFact, pages: Mapping[str, PageFact], seen_counts: bool
) -> Iterator[tuple[date, str | None, str | None]]:
    """The days an entry may carry, the best first."""
    if entry.dated:
        yield entry.dated, entry.date_source, entry.date_text
    page = pages.get(entry.url)
    if page and page.published_on:
        yield page.published_on, "page", None
    if seen_counts and entry.first_seen_at > column.first_seen_at + _FIRST_PATROL:
        yield china_day(entry.first_seen_at), "first_seen", None


def silence_of(
    column: ColumnFact, pages: Mapping[str, PageFact], facts: PortalFacts, limits: RuleSet
) -> Silence | None:
    """None where nothing can be said: a kind that promises nothing, a page never shown, or no entries read."""
    limit = limits.silence(column.kind)
    if limit is None or is_of_past_year(column, facts.as_of) or column.last_visit_at is None or not column.entries:
        return None
    if column.script_filled and not column.entries_found:
        return None
    newest = newest_of(column, pages, china_day(facts.as_of))
    last_day = limit.last_day(newest.day if newest else china_day(column.first_seen_at))
    since = end_of(last_day)
    looked = _looked(column, pages.get(column.url), since, limits)
    if looked is None:
        return None
    return Silence(column, limit, newest, since, last_day, looked)


def is_of_past_year(column: ColumnFact, as_of: datetime) -> bool:
    """2017年县长办公会专题: a column that names a year promises nothing after it."""
    years = [int(year) for year in _YEAR.findall(column.name)]
    return bool(years) and max(years) < china_day(as_of).year


def _looked(column: ColumnFact, page: PageFact | None, since: datetime, limits: RuleSet) -> bool | None:
    """Whether we saw the column about when its silence became too long, or later. None: tried, and could not."""
    assert column.last_visit_at is not None
    if column.last_visit_at >= since:
        return True
    if page and page.visits and page.visits[0].at > column.last_visit_at:
        return None
    return column.last_visit_at + timedelta(days=limits.value("silence.look_days")) >= since


def promising(facts: PortalFacts) -> list[ColumnFact]:
    """The portal's columns; the home page's own list is judged as site.home_stale, further sheets with their first."""
    home = facts.portal.home_url
    own = facts.home.url if facts.home else home
    known = {column.url for column in facts.columns}
    return [
        column
        for column in facts.columns
        if column.url not in (home, own) and column.depth > 0 and not _is_further_sheet(column.url, known)
    ]


def _is_further_sheet(url: str, columns: set[str]) -> bool:
    """Whether the address is that of another column with a sheet's number in it.

    >>> _is_further_sheet("http://a.gov.cn/c/18400_10.html", {"http://a.gov.cn/c/18400.html"})
    True
    """
    match = _SHEET.match(url)
    if match is None:
        return False
    first = match["stem"] + match["end"]
    return bool(columns & {first, first.removesuffix(f"index{match['end']}")} - {url})
