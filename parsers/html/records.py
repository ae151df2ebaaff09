"""What is read out of one page. Records are frozen; addresses in them are absolute and encoded."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from parsers.dates import DateSource, PublishedDate

LinkKind = Literal["page", "image", "attachment", "style", "script", "frame", "refresh"]
PageKind = Literal["home", "column", "article", "report", "stub", "other"]


@dataclass(frozen=True, slots=True)
class Link:
    """One target of the page, once for each kind; `raw` is its first spelling; `hidden`: no place that a reader sees links it."""

    url: str
    kind: LinkKind
    text: str
    raw: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ColumnLink:
    """A link that may lead to a column: short name, same host."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list; `url` is empty where the title leads nowhere.

    `date_source` is "list" (shown beside the title), "address", or None without a date.
    """

    title: str
    url: str
    date: date | None
    date_source: DateSource | None
    date_text: str
    position: int  # from 0, as the list shows them


@dataclass(frozen=True, slots=True)
class FooterCodes:
    """The codes at the foot of a page, as written but without spaces; empty where there is none."""

    site_code: str = ""  # 政府网站标识码
    icp: str = ""
    police: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that is read from one page's markup."""

    url: str
    title: str
    site_name: str
    kind: PageKind
    meta: dict[str, str]  # the standard's tags by their standard names: SiteName, ColumnType, PubDate, …
    published: PublishedDate | None
    text: str
    links: tuple[Link, ...]
    redirect_to: str | None
    columns: tuple[ColumnLink, ...]
    entries: tuple[Entry, ...]
    next_pages: tuple[str, ...]
    codes: FooterCodes
    hidden_link_count: int
    blank: bool  # an article with a title and no content
    blank_list: bool  # a list that says it is empty or has nothing to show, and nothing that would fill it
    is_script_filled: bool  # the list or the content is put in by a script: its absence here proves nothing
    said: str = field(repr=False)  # the lines between breadcrumb and foot that are no links and no banner
    visible_text: str = field(repr=False)  # the whole page's, links and furniture too
