"""A made-up portal: its columns and entries over time, drawn in the style of a CMS, and what is true of it on a day.

Truth is declared where a fault is planted, never worked out from pages. Shares no code with the rules and the parsers.
"""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from dateutil.relativedelta import relativedelta

from benchmarks.bench_portals_words import Words

Truth = tuple[str, str]  # code, and the path or the words of its subject
LIMITS = {
    "news": relativedelta(days=14),
    "notice": relativedelta(months=6),
    "policy": relativedelta(months=6),
    "planning": relativedelta(months=12),
    "interaction": relativedelta(months=12),
    "other": relativedelta(months=12),
}
VERIFIED = ("news", "notice", "policy")


@dataclass
class Answer:
    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    encoding: str | None = None  # of the body, where it is not the style's


@dataclass
class Item:
    """One entry with its page. `posted`: when it appears, if not on the day that it carries."""

    key: int
    title: str
    day: date
    paragraphs: list[str]
    posted: date | None = None
    body: str | None = None  # markup in place of the paragraphs
    shows_date: bool = True
    pinned: bool = False
    state: str = ""  # of a letter
    listed_as: str | None = None
    path: str | None = None

    def is_up(self, today: date) -> bool:
        return (self.posted or self.day) <= today


@dataclass
class Column:
    """`look`: list, or markup that stands in its place (`inside`). `parent`: linked from there only, not from the menu."""

    name: str
    kind: str
    folder: str
    number: int
    items: list[Item] = field(default_factory=list)
    inside: str | None = None
    parent: "Column | None" = None
    on_home: bool = True
    side: str = ""  # markup beside the list
    path: str | None = None

    def up(self, today: date) -> list[Item]:
        there = [one for one in self.items if one.is_up(today)]
        return sorted(there, key=lambda one: (not one.pinned, -(one.posted or one.day).toordinal(), -one.key))

    def newest(self, today: date) -> date | None:
        """An item without a day counts as no update."""
        return max((one.day for one in self.up(today) if one.day <= today and one.shows_date), default=None)


class Style(Protocol):
    name: str
    encoding: str
    is_tagged: bool
    item: str  # the pattern of an article's address
    per_page: int

    def column_path(self, column: Column) -> str: ...
    def item_path(self, column: Column, item: Item) -> str: ...
    def column_pages(self, portal: "Portal", column: Column, today: date) -> Iterator[tuple[str, str]]: ...
    def article(self, portal: "Portal", column: Column, item: Item) -> str: ...
    def plain(self, portal: "Portal", title: str, inside: str) -> str: ...
    def home(self, portal: "Portal", today: date) -> str: ...


@dataclass
class Portal:
    name: str  # of the case
    style: Style
    words: Words
    host: str
    columns: list[Column] = field(default_factory=list)
    pages: dict[str, Callable[[date], Answer | None]] = field(default_factory=dict)
    menu: list[tuple[str, str]] = field(default_factory=list)  # further words and addresses
    foot: str = ""
    hidden: str = ""  # markup at the end of the home page
    home_inside: str | None = None
    planted: list[Callable[[date], Iterator[Truth]]] = field(default_factory=list)
    unclear: set[str] = field(default_factory=set)  # codes, or subjects, about which the truth says nothing here
    moments: list[date] = field(default_factory=list)  # patrols; judged on these days
    judged: list[date] = field(default_factory=list)  # further days
    probes: tuple[int, int] | None = None  # of a week before the last patrol: how many, failed
    patrol_fails: date | None = None
    organ: str = "government"
    dead: dict[str, str] = field(default_factory=dict)  # address → reason, of targets that only link checks see
    sentences_of: str = ""
    site_code: str = ""
    icp: str = ""
    police: str = ""
    site_name: str = ""
    site_domain: str = ""
    next_key: int = 1000
    next_column: int = 100

    def __post_init__(self) -> None:
        place = self.words.place
        self.site_name = self.site_name or f"{place.county}人民政府"
        self.site_code = self.site_code or f"{place.code}0001"
        self.icp = self.icp or f"{place.letter}ICP备{int(place.code) + 5000000:08}号-1"
        self.police = self.police or f"{place.letter}公网安备 {place.code}02000112号"
        self.site_domain = self.site_domain or self.host

    @property
    def home_url(self) -> str:
        return f"http://{self.host}/"

    def key(self) -> int:
        self.next_key += self.words.rng.randint(3, 40)
        return self.next_key

    def column(self, name: str, kind: str, folder: str, **more: object) -> Column:
        self.next_column += 3
        made = Column(name, kind, folder, self.next_column, **more)  # type: ignore[arg-type]
        self.columns.append(made)
        return made

    def post(self, column: Column, day: date, **more: object) -> Item:
        title = str(more.pop("title", None) or self.words.title(column.kind))
        item = Item(self.key(), title, day, self.words.paragraphs(), **more)  # type: ignore[arg-type]
        column.items.append(item)
        return item

    def path_of(self, column: Column, item: Item | None = None) -> str:
        if item is not None:
            return item.path or self.style.item_path(column, item)
        return column.path or self.style.column_path(column)

    def page(self, path: str, title: str, inside: str, *, in_menu: str = "") -> None:
        """A page of its own, drawn in the portal's frame on the day when it is asked for."""
        self.pages[path] = lambda _: Answer(self.style.plain(self, title, inside))
        if in_menu:
            self.menu.append((in_menu, path))

    def plant(self, code: str, subject: str = "/", since: date = date.min, until: date = date.max) -> None:
        def truth(today: date) -> Iterator[Truth]:
            if since <= today <= until:
                yield code, subject

        self.planted.append(truth)

    # ── what a visitor gets ──────────────────────────────────────────────────

    def site(self, today: date) -> dict[str, Answer]:
        """Path → answer on that day."""
        found = {"/": Answer(self.style.home(self, today))}
        for column in self.columns:
            for path, body in self.style.column_pages(self, column, today):
                found[path] = Answer(body)
            for item in column.up(today):
                found[self.path_of(column, item)] = Answer(self.style.article(self, column, item))
        if extra := getattr(self.style, "extra", None):
            found |= {path: Answer(body) for path, body in extra(self, today)}
        for path, make in self.pages.items():
            answer = make(today)
            if answer is not None:
                found[path] = answer
        return found

    # ── what is true ─────────────────────────────────────────────────────────

    def truth(self, today: date) -> set[Truth]:
        """Everything that should be found on that day."""
        found = {one for planted in self.planted for one in planted(today)}
        return found | set(self._silence(today))

    def _silence(self, today: date) -> Iterator[Truth]:
        if not self.moments or today < self.moments[0]:
            return
        stale = [column for column in self.columns if self.is_stale(column, today)]
        blank = [column for column in self.columns if column.inside is None and not column.up(today)]
        blank = [column for column in blank if column.kind in LIMITS or column.kind == "guide"]
        yield from (("column.stale", self.path_of(column)) for column in stale)
        yield from (("column.empty", self.path_of(column)) for column in blank)
        sure = [column for column in stale if column.kind in VERIFIED]
        first = [column for column in sure if column.kind == "news" or column.parent is None]
        if len(first) >= 5:
            yield "columns.stale_many", "/"
        if len(sure) >= 10:
            yield "columns.overdue_many", "/"
        if len(blank) >= 5:
            yield "columns.empty_many", "/"
        shown = [one for column in self.columns if column.on_home and (one := column.newest(today))]
        if self.home_inside is None and shown and max(shown) + timedelta(days=14) < today:
            yield "site.home_stale", "/"

    def is_stale(self, column: Column, today: date) -> bool:
        newest = column.newest(today)
        if column.inside is not None or newest is None or column.kind not in LIMITS:
            return False
        return newest + LIMITS[column.kind] < today


def esc(text: str) -> str:
    return html.escape(text, quote=True)
