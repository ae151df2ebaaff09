"""The one door for a report that comes as bytes: HTML, plain text, or a document of any kind, by content."""

from dataclasses import replace

from parsers.documents import html_text, sniff
from parsers.documents.child import read_in_child
from parsers.page import read_page
from parsers.reading import Reading, read_bytes
from parsers.report import read_report
from parsers.report.records import Report
from parsers.script import simplify

_NOWHERE = "http://localhost/"  # a page's own address, where links do not matter


def read_report_bytes(body: bytes, content_type: str | None = None) -> Report:
    """The report in these bytes.

    Raises NotAReport where the text is none, UnreadableDocument where the bytes have no readable text.
    """
    kind = sniff(body)
    if kind not in ("html", "txt"):
        document = read_in_child(body)
        report = read_report(simplify(document.text), title=document.title and simplify(document.title))
        return replace(report, warnings=(*document.warnings, *report.warnings))
    reading = read_bytes(body, content_type)
    report = _read_markup(reading) if kind == "html" else read_report(simplify(reading.text))
    return replace(report, warnings=(*_damage(reading), *report.warnings))


def _read_markup(reading: Reading) -> Report:
    page = read_page(reading.text, _NOWHERE, charset=reading.encoding)
    published = page.published.day if page.published else None
    return read_report(simplify(html_text(reading.text)), title=simplify(page.title) or None, published=published)


def _damage(reading: Reading) -> tuple[str, ...]:
    if not reading.damage:
        return ()
    lost = f", {len(reading.lost)} places lost" if reading.lost else ""
    return (f"the text was damaged ({reading.family}, {reading.damage:.1%}) and repaired{lost}",)
