"""A manifest and two days in, the answers of a simulated portal out: address -> bytes, status, headers.

The *anchor* is the day the simulation began: every `day(-3)` of a template counts from it and stays where it is.
*today* may be later: columns marked `live` have published since then, the others have not. So moving today forward
makes a quiet column older, as in life.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from xuncha.demo_manifest import ColumnSpec, FaultSpec, Manifest, PageSpec
from xuncha.demo_records import Answer, Column, Entry, Expected, Rendered

REPORT_PUBLISHED = (1, 20)  # month and day on which a punctual organ publishes last year's report
UNKNOWN = FaultSpec("404", "an address that the portal does not know", template="404.html", title="页面不存在")
_SAFE = "/%:=&?#+,;@!$'()*~.-_"  # already legal in an address; everything else is percent-encoded


def encode_target(target: str, charset: str) -> str:
    """The request target a browser makes of a link: the path in UTF-8, the query in the page's charset (WHATWG URL).

    >>> encode_target("/公告.html?k=通知", "gbk")
    '/%E5%85%AC%E5%91%8A.html?k=%CD%A8%D6%AA'
    """
    path, mark, query = target.partition("?")
    return quote(path, safe=_SAFE) + mark + quote(query, safe=_SAFE, encoding=charset)


class Renderer:
    """Renders one manifest for one anchor, one today and one base address."""

    def __init__(self, manifest: Manifest, anchor: date, today: date, base: str, closed: str) -> None:
        self.manifest, self.anchor, self.today, self.base = manifest, anchor, today, base
        self.charset = manifest.portal.charset
        shared = manifest.folder.parent / "_shared"
        self.texts = _read_texts(shared / "texts.toml")
        self.newest = anchor  # the day of the newest entry, when home and list pages last changed
        self._lines: dict[str, Template] = {}
        self.env = Environment(
            loader=FileSystemLoader([manifest.folder / "site", shared]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.filters["misread"] = misread
        self.env.globals.update(self._globals(closed))

    def _globals(self, closed: str) -> dict[str, Any]:
        return {
            "portal": self.manifest.portal,
            "site": self.manifest.portal.vars,
            "base": self.base,
            "today_iso": self.today.isoformat(),
            "report_year": self._report_day(0).year - 1,
            # Art. 50 of the regulations: a government's report is due on 31 March.
            "due_year": self.today.year - (1 if self.today > date(self.today.year, 3, 31) else 2),
            "closed": closed,  # an address where nothing listens
            "hex32": lambda text: hashlib.sha256(str(text).encode()).hexdigest()[:32],
            "day": lambda n: f"{self._date(n):%Y-%m-%d}",
            "ymd": lambda n: f"{self._date(n):%Y%m%d}",
            "ym": lambda n: f"{self._date(n):%Y%m}",
            "md": lambda n: f"{self._date(n):%m-%d}",
            "year": lambda n: self._date(n).year,
            "slash": lambda n: f"{self._date(n):%Y/%m/%d}",
            "cn": lambda n: cn(self._date(n)),
        }

    def _date(self, when: int | date) -> date:
        return when if isinstance(when, date) else self.anchor + timedelta(days=when)

    def _report_day(self, years_back: int) -> date:
        """The day on which the last report that was due (or one of so many years before) came out."""
        year = self.anchor.year if self.anchor >= date(self.anchor.year, *REPORT_PUBLISHED) else self.anchor.year - 1
        return date(year - years_back, *REPORT_PUBLISHED)

    def text(self, template: str, **values: Any) -> str:
        """A one-line template of the manifest (an address, a title) with its placeholders filled."""
        if template not in self._lines:
            self._lines[template] = self.env.from_string(template)
        return self._lines[template].render(**values)

    def render(self, added: Mapping[str, Iterable[Mapping[str, Any]]], mended: Mapping[str, str]) -> Rendered:
        """Every answer and fault.

        `added`: column id -> entries (ago, title, …) published since; `mended`: address -> title, faults that are gone.
        """
        columns = {spec.id: self._column(spec, added.get(spec.id, ())) for spec in self.manifest.columns}
        self.newest = max((e.dated for column in columns.values() for e in column.entries), default=self.anchor)
        self.env.globals.update(columns=columns, nav=[column for column in columns.values() if column.spec.nav])
        answers = self._files() | {"/robots.txt": self._page(PageSpec("/robots.txt", "robots.txt"))}
        for column in columns.values():
            answers |= self._column_pages(column)
        for page in self.manifest.pages:
            answers[self.target(page.path)] = self._page(page)
        for path, title in mended.items():
            if path.startswith("/") and self.target(path) not in answers:
                answers[self.target(path)] = self._page(PageSpec(path, "mended.html", title))
        gone = {self.target(path) for path in mended}
        faults = {path: fault for path, fault in self._faults().items() if path not in gone}
        return Rendered(answers, faults, self._expected())

    def target(self, path: str) -> str:
        return encode_target(self.text(path), self.charset)

    def _files(self) -> dict[str, Answer]:
        folder = self.manifest.folder / "files"
        return {
            self.target("/" + file.relative_to(folder).as_posix()): Answer(
                file.read_bytes(), guess_type(file.name)[0] or "application/octet-stream", self._date(-30)
            )
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    def _column(self, spec: ColumnSpec, added: Iterable[Mapping[str, Any]]) -> Column:
        since = (self.today - self.anchor).days if spec.live else 0
        newer = since // spec.every if spec.count else 0
        made = [
            self._entry(spec, spec.count - k, {"ago": spec.newest - k * spec.every}) for k in range(-newer, spec.count)
        ]
        written = [self._entry(spec, 500 + k, table) for k, table in enumerate((*spec.entries, *added))]
        entries = sorted(made + written, key=lambda entry: (entry.pinned, entry.dated, entry.number), reverse=True)
        return Column(spec, self.text(spec.path), tuple(entries))

    def _entry(self, spec: ColumnSpec, number: int, table: Mapping[str, Any]) -> Entry:
        """`table` says when (see _dated), and may hold title, path, paragraphs, pinned, vars."""
        dated = self._dated(table)
        number += spec.first_number
        path = self.text(table.get("path", spec.entry_path), d=dated, n=number, path=spec.path)
        pool = self.texts[spec.kind]
        words = {
            "place": self.manifest.portal.place,
            "n": number,
            "cn": cn(dated),
            "year": dated.year,
            "report": dated.year - 1,
        }
        title = table.get("title") or pool["titles"][number % len(pool["titles"])]
        paragraphs = table.get("paragraphs") or pool["bodies"][number % len(pool["bodies"])]
        return Entry(
            number,
            self.text(title, **words),
            dated,
            path,
            tuple(self.text(paragraph, **words) for paragraph in paragraphs),
            bool(table.get("pinned")),
            table.get("vars", {}),
        )

    def _dated(self, table: Mapping[str, Any]) -> date:
        """`on` that day, `ago` days from the anchor, or on the day when the `report` so many years back was due."""
        if "on" in table:
            return self._date(table["on"])
        return self._report_day(table["report"]) if "report" in table else self._date(table["ago"])

    def _column_pages(self, column: Column) -> dict[str, Answer]:
        spec = column.spec
        pages = {}
        for number, sheet in enumerate(column.sheets):
            path = column.path if number == 0 else self.text(spec.more_path, path=column.path, page=number)
            pages[self.target(path)] = self._page(
                PageSpec(path, spec.template, spec.name, header_charset=spec.header_charset),
                column=column,
                sheet=sheet,
                number=number,
            )
        for entry in column.entries:
            if self.target(entry.path) not in pages:
                template = entry.vars.get("template", spec.article)
                page = PageSpec(entry.path, template, entry.title, header_charset=spec.header_charset)
                pages[self.target(entry.path)] = self._page(page, column=column, entry=entry)
        return pages

    def _page(self, page: PageSpec, status: int = 200, **values: Any) -> Answer:
        title = self.text(page.title)
        html = self.env.get_template(page.template).render(**{**page.vars, "title": title, "path": page.path, **values})
        claimed = self.manifest.portal.header_charset if page.header_charset is None else page.header_charset
        kind = "text/plain" if page.path.endswith(".txt") else "text/html"
        entry = values.get("entry")
        modified = entry.dated if entry else self.newest
        return Answer(
            html.encode(page.charset or self.charset),
            f"{kind}; charset={claimed}" if claimed else kind,
            modified,
            status,
        )

    def _faults(self) -> dict[str, tuple[FaultSpec, Answer]]:
        faults = {}
        for fault in (UNKNOWN, *self.manifest.faults):
            page = PageSpec(fault.path, fault.template or "empty.html", fault.title)
            placed = replace(fault, location=self.text(fault.location))
            answer = self._page(page, fault.status)
            if fault.content_type:
                answer = replace(answer, content_type=fault.content_type)
            for path in (fault.path, *fault.aliases):
                faults[self.target(path)] = (placed, answer)
        return faults

    def _expected(self) -> Expected:
        spec = self.manifest.expected
        return Expected(spec.word, self._absolute(spec.findings), spec.unexpected, self._absolute(spec.suspected))

    def _absolute(self, findings: Iterable[Mapping[str, str]]) -> tuple[Mapping[str, str], ...]:
        return tuple({**one, "subject": urljoin(self.base, self.target(one.get("subject", "/")))} for one in findings)


def cn(day: date) -> str:
    """2026年3月1日, as officials write it: without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def misread(text: str, written: str = "utf-8", read: str = "gbk") -> str:
    """The text as it looks when its bytes are taken for another charset; what does not fit becomes "?".

    >>> misread("政府")
    '鏀垮簻'
    """
    return text.encode(written).decode(read, "replace").replace("�", "?")


@cache
def _read_texts(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
