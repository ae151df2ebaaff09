"""The one door for a report that comes as bytes: HTML, plain text, or a document of any kind, by content."""

from dataclasses import replace

from parsers.documents import html_text, sniff
from parsers.documents.child import read_in_child
from parsers.documents.wrapped import unwrapped
from parsers.page import Page, read_page
from parsers.reading import Reading, read_bytes
from parsers.report import read_report
from parsers.report.records import Report
from parsers.script import simplify

LONGEST_TEXT = 300_000  # characters: the longest reports have a third of it, and reading takes its time
_NOWHERE = "http://localhost/"  # a page's own address, where links do not matter


def read_report_bytes(body: bytes, content_type: str | None = None) -> Report:
    """The report in these bytes.

    Raises NotAReport where the text is none, UnreadableDocument where the bytes have no readable text.
    """
    kind = sniff(body)
    if kind not in ("html", "txt"):
        document = read_in_child(body)
        report = read_report(_start(document.text), title=document.title and simplify(document.title))
        return replace(report, warnings=(*document.warnings, *_cut(document.text), *report.warnings))
    reading = read_bytes(body, content_type)
    if kind == "html":
        return read_report_page(reading, read_page(reading.text, _NOWHERE, charset=reading.encoding))
    report = read_report(simplify(unwrapped(reading.text[:LONGEST_TEXT])))
    return _with_damage(report, reading, reading.text)


def read_report_page(reading: Reading, page: Page) -> Report:
    """The report on an HTML page that was decoded and read already. Raises NotAReport."""
    published = page.published.day if page.published else None
    text = html_text(reading.text)
    report = read_report(_start(text), title=simplify(page.title) or None, published=published)
    return _with_damage(report, reading, text)


def _start(text: str) -> str:
    """As much of a text as is read, simplified."""
    return simplify(text[:LONGEST_TEXT])


def _cut(text: str) -> tuple[str, ...]:
    return (f"only the first {LONGEST_TEXT} characters were read",) if len(text) > LONGEST_TEXT else ()


def _with_damage(report: Report, reading: Reading, text: str) -> Report:
    report = replace(report, warnings=(*_cut(text), *report.warnings))
    if not reading.damage:
        return report
    lost = f", {len(reading.lost)} places lost" if reading.lost else ""
    warning = f"the text was damaged ({reading.family}, {reading.damage:.1%}) and repaired{lost}"
    return replace(report, warnings=(warning, *report.warnings))
