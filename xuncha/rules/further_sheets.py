"""What stood on the further sheets of a list: a column keeps the entries of its first sheet, the patrol read the articles of all.

An article belongs to a list where its address is of the same make as those of the list's entries, and of no other column's; and
only lists count of which a further sheet was read.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlsplit

from storage.records import ColumnFact, PageFact, PortalFacts
from xuncha.rules.page_undated import is_shown

_DAY = re.compile(r"(?<!\d)20\d\d[-/]?\d{1,2}(?:[-/]?\d{1,2})?(?=\D|$)")
_LAST_NUMBER = re.compile(r"[0-9a-f]{16,}|\d+(?=\D*$)")
_SHEET = r"(?:/?(?:index|list|default))?[-_/]?\d{1,3}"
_FIRST_SHEET = re.compile(r"(?:/|/index|/default)$")


def further_articles(facts: PortalFacts, columns: Sequence[ColumnFact]) -> Mapping[str, list[PageFact]]:
    """Address of a column → the articles with a day of their own that only its further sheets list."""
    listed = {entry.url for column in facts.columns for entry in column.entries}
    owners = _owners(facts.columns)
    sheets = [page.url for page in facts.pages if page.kind == "column"]
    paged = {column.url for column in columns if any(is_sheet_of(url, column.url) for url in sheets)}
    found: dict[str, list[PageFact]] = defaultdict(list)
    for page in facts.pages:
        if page.kind != "article" or page.url in listed or page.published_source != "shown" or not is_shown(page):
            continue
        owner = owners.get(make_of(page.url))
        if owner in paged:
            found[owner].append(page)
    return found


def _owners(columns: Sequence[ColumnFact]) -> dict[str, str]:
    """Make of addresses → the one column whose entries have it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for column in columns:
        if column.depth:  # the home page lists entries of all
            for entry in column.entries:
                owners[make_of(entry.url)].add(column.url)
    return {make: next(iter(urls)) for make, urls in owners.items() if len(urls) == 1}


def make_of(url: str) -> str:
    """The address without the day and the number that are the article's own.

    >>> make_of("http://a.gov.cn/art/2025/4/15/art_109_3021.html")
    'http://a.gov.cn/art//art_109_#.html'
    """
    return _LAST_NUMBER.sub("#", _DAY.sub("", url))


def is_sheet_of(url: str, column: str) -> bool:
    """Whether the address is that of the column with a sheet's number, or with more in its query.

    >>> is_sheet_of("http://a.gov.cn/gg/list-2.html", "http://a.gov.cn/gg/list.html")
    True
    >>> is_sheet_of("http://a.gov.cn/c.php?id=3&p=2", "http://a.gov.cn/c.php?id=3")
    True
    """
    one, own = urlsplit(url), urlsplit(column)
    if url == column or one.netloc != own.netloc:
        return False
    if one.path == own.path:
        return set(parse_qsl(own.query)) < set(parse_qsl(one.query))
    stem = _FIRST_SHEET.sub("", _without_end(own.path))
    return not one.query and re.fullmatch(re.escape(stem) + _SHEET, _without_end(one.path)) is not None


def _without_end(path: str) -> str:
    return re.sub(r"\.\w{2,5}$", "", path)
