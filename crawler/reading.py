"""From a body to what storage keeps of it: decode, repair, read the page, and the report if it is one. Pure.

Runs in a child process (crawler.reader), so a Fetched comes in pickled and a Reading goes out pickled.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from crawler.limits import MOST_LINKS, MOST_ROUGH, readable, sketch
from crawler.page_facts import page_facts
from crawler.records import Fetched, Reading
from crawler.rough import rough_text
from crawler.urls import canonical, is_document, is_home
from parsers.blocked import refusal
from parsers.columns import classify_column
from parsers.documents import UnreadableDocument, sniff
from parsers.page import Page, read_page
from parsers.reading import Reading as Decoded
from parsers.reading import read_bytes
from parsers.report.door import read_report_bytes, read_report_page
from parsers.report.records import NotAReport, Report
from parsers.soft404 import error_reason
from storage.records import CheckSeen, ColumnSeen, ContentSeen, EntrySeen, Lead, LinkSeen, MetricSeen, ReportSeen

MOST_REASON = 200  # characters
MOST_TITLE = 300  # characters of a page's title that say what its files are
_PLAIN = 0.8  # confidence of a class that the name itself says
MAX_REPAIRS = 50  # the first ones are kept as evidence; their number is in meta
_FILE_MARKS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|div|table|a\s)", re.I)
_REPORT_WORDS = re.compile(r"(?:信息公开|政务公开).{0,14}(?:年度)?(?:报告|年报)|年度?(?:政府)?信息公开.{0,6}报告")
_NO_REPORT_WORDS = re.compile(r"年度报表|工作报表|通知$|的通知|解读|填报|关于做好|关于报送")
_NO_NAMES = frozenset(
    (
        "首页",
        "主页",
        "网站首页",
        "返回首页",
        "回首页",
        "更多",
        "查看更多",
        "更多信息",
        "more",
        "点击进入",
        "进入",
        "详细",
    )
)


@dataclass(slots=True)
class _Leads:
    depth: int
    found: dict[str, Lead] = field(default_factory=dict)

    def add(self, url: str, hint: str, label: str = "") -> None:
        self.found.setdefault(url, Lead(url, hint, self.depth, label=label))


def read(page: Fetched) -> Reading:
    """Everything that storage keeps of one answer."""
    declined = refusal(page.status, page.headers, rough_text(page.body[:MOST_ROUGH]))
    if declined:
        return Reading("other", refusal=declined)
    if not page.body:
        return Reading("other", reason="soft_404:empty" if page.status < 300 else None)
    if not _is_markup(page):
        return _read_attachment(page)
    body, cut = readable(page.body)
    decoded = read_bytes(body, page.headers.get("content-type"))
    seen = read_page(decoded.text, page.lead.url, charset=decoded.encoding, is_home=page.lead.hint == "home")
    if page.status >= 400:
        return Reading(seen.kind, content=_content(page, decoded, seen, None))
    missing = _missing(page, seen)
    if missing:
        return Reading(seen.kind, _content(page, decoded, seen, None), reason=missing)
    report = _report_of_page(body, page, decoded, seen) if _may_be_report(page, seen) else None
    return Reading(
        "report" if report else seen.kind,
        _content(page, decoded, seen, report),
        _leads(page, seen)[:MOST_LINKS],
        reason=cut or ("partly_read:links" if len(seen.links) > MOST_LINKS else None),
        moved_to=seen.redirect_to,
        sketch=sketch(seen.visible_text),
    )


def _is_markup(page: Fetched) -> bool:
    declared = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    if page.body.startswith(_FILE_MARKS):
        return False
    return _MARKUP.search(page.body, 0, 4096) is not None or (declared in ("text/html", "application/xhtml+xml", ""))


def _missing(page: Fetched, seen: Page) -> str | None:
    """`soft_404:why` for a page that says with status 200 that it is not there."""
    if page.lead.hint == "attachment" or is_document(page.lead.url):
        return "soft_404:html_for_file"
    why = error_reason(seen, size=len(page.body))
    return f"soft_404:{why}" if why else None


# ── attachments and reports ──────────────────────────────────────────────────


def _read_attachment(page: Fetched) -> Reading:
    """A file. Its text is read only where the link to it promises an annual report."""
    if not (_REPORT_WORDS.search(page.lead.label) and not _NO_REPORT_WORDS.search(page.lead.label)):
        return Reading("attachment")
    try:
        report = _report(page.body, page.headers.get("content-type"))
    except UnreadableDocument as error:
        return Reading("attachment", reason=f"unreadable:{error}"[:MOST_REASON])
    if report is None:
        return Reading("attachment")
    return Reading("attachment", ContentSeen(report.title or page.lead.label, report.text, report=report))


def _may_be_report(page: Fetched, seen: Page) -> bool:
    if seen.kind not in ("article", "report", "other"):
        return False
    title = f"{seen.title} {page.lead.label}"
    return seen.kind == "report" or bool(_REPORT_WORDS.search(title) and not _NO_REPORT_WORDS.search(title))


def _report_of_page(body: bytes, page: Fetched, decoded: Decoded, seen: Page) -> ReportSeen | None:
    """The report on the page as it was decoded and read; from its bytes again only where they are no markup."""
    try:
        if sniff(body) != "html":
            return _report(body, page.headers.get("content-type"))
        return _report_seen(read_report_page(decoded, seen))
    except (NotAReport, UnreadableDocument):  # unreadable: a page for us, and none for the reader of documents
        return None


def _report(body: bytes, content_type: str | None) -> ReportSeen | None:
    """The report in the bytes, None where they hold none. May raise UnreadableDocument."""
    try:
        report = read_report_bytes(body, content_type)
    except NotAReport:
        return None
    return _report_seen(report)


def _report_seen(report: Report) -> ReportSeen:
    return ReportSeen(
        title=report.title,
        issuer=report.issuer,
        region=report.region,
        year=report.year,
        era=report.era,
        period_start=report.period.start if report.period else None,
        period_end=report.period.end if report.period else None,
        text=report.text,
        metrics=tuple(
            MetricSeen(
                one.code,
                one.dims,
                float(one.value),
                one.unit,
                one.year,
                one.label,
                one.evidence.start,
                one.evidence.end,
                one.evidence.text,
                one.method,
            )
            for one in report.metrics
        ),
        checks=tuple(CheckSeen(one.code, one.ok, one.expected, one.actual, one.detail) for one in report.checks),
        warnings=report.warnings,
    )


# ── content ──────────────────────────────────────────────────────────────────


def _content(page: Fetched, decoded: Decoded, seen: Page, report: ReportSeen | None) -> ContentSeen:
    published = seen.published
    return ContentSeen(
        title=seen.title or None,
        text=seen.text,
        published_on=published.day if published else None,
        published_source=published.source if published else None,
        published_text=published.text if published else None,
        encoding=decoded.encoding,
        encoding_source=decoded.source,
        damage=decoded.damage,
        damage_family=decoded.family,
        repairs=tuple(_repair(one) for one in decoded.repairs[:MAX_REPAIRS]),
        meta=page_facts(decoded, seen),
        links=tuple(LinkSeen(one.url, one.kind, one.text) for one in seen.links[:MOST_LINKS]),
        column=_column(page, seen),
        report=report,
    )


def _repair(repair: Any) -> dict[str, Any]:
    return {
        "kind": repair.kind,
        "start": repair.start,
        "end": repair.end,
        "before": repair.before,
        "after": repair.after,
    }


def _column(page: Fetched, seen: Page) -> ColumnSeen | None:
    """The column that the page is.

    The second page of a list is none: its old entries say nothing about silence. Nor is the home page by its other
    address, or a page that nobody gives a name.
    """
    if page.lead.hint == "next" or not (seen.kind in ("column", "home") or _is_blank_column(page, seen)):
        return None
    entries = tuple(
        EntrySeen(canonical(one.url) or one.url, one.title, one.date, one.date_source, one.date_text, one.position)
        for one in seen.entries[:MOST_LINKS]
    )
    if seen.kind == "home":
        return ColumnSeen("首页", "home", 1.0, entries, seen.is_script_filled)
    name = next((one for one in (seen.meta.get("ColumnName"), page.lead.label, seen.title) if _is_name(one)), None)
    if name is None or is_home(page.lead.url):
        return None
    promise = classify_column(name, seen.meta.get("ColumnType", ""), page.lead.url)
    is_unreadable = not entries and bool(seen.next_pages)  # a pager counts what we could not read
    return ColumnSeen(name, promise.kind, promise.confidence, entries, seen.is_script_filled or is_unreadable)


def _is_blank_column(page: Fetched, seen: Page) -> bool:
    """A page with nothing on it, which a link plainly calls a column of news, notices or policies."""
    if page.lead.hint != "column" or seen.kind != "other" or not seen.blank_list or seen.is_script_filled:
        return False
    promise = classify_column(page.lead.label)
    return promise.kind in ("news", "notice", "policy") and promise.confidence >= _PLAIN


def _is_name(words: str | None) -> bool:
    """Whether these words name a column; links say 更多 and 首页 as well."""
    plain = re.sub(r"[\s>»›\[\]【】+…·.]", "", words or "").lower()
    return bool(plain) and plain not in _NO_NAMES


# ── leads ────────────────────────────────────────────────────────────────────


def _leads(page: Fetched, seen: Page) -> tuple[Lead, ...]:
    """Where to go from here, the best first; one lead for each address."""
    lead = page.lead
    leads = _Leads(lead.depth + 1)
    if seen.redirect_to:
        leads.found[seen.redirect_to] = replace(lead, url=seen.redirect_to, hops=lead.hops + 1)
    for column in seen.columns:
        leads.add(column.url, "report" if _promises_report(column.name) else "column", column.name)
    for entry in seen.entries:
        leads.add(entry.url, _entry_hint(entry.title, entry.url), entry.title)
    for address in seen.next_pages:
        leads.add(address, "next", lead.label)
    for link in seen.links:
        if link.kind == "frame":  # part of this page to whoever looks at it: no click away
            leads.found.setdefault(link.url, Lead(link.url, "page", lead.depth, label=link.text))
        elif link.kind in ("page", "refresh"):
            leads.add(link.url, "report" if _promises_report(link.text) else "page", link.text)
        elif link.kind == "attachment" and is_document(link.url):
            words = link.text if _REPORT_WORDS.search(link.text) else f"{seen.title[:MOST_TITLE]} {link.text}"
            leads.add(link.url, "report" if _promises_report(words) else "attachment", words)
    return tuple(leads.found.values())


def _entry_hint(title: str, url: str) -> str:
    if _promises_report(title):
        return "report"
    return "attachment" if is_document(url) else "entry"


def _promises_report(words: str) -> bool:
    return bool(_REPORT_WORDS.search(words)) and not _NO_REPORT_WORDS.search(words)
