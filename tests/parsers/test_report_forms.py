"""A report says the same whatever form it comes in."""

from pathlib import Path

import pytest

from parsers.report.door import read_report_bytes
from parsers.report.records import Report
from tests.parsers.documents.report_pdfs import Paper
from tests.parsers.documents.test_lines import wrapped
from tests.support import FIXTURES

PROSE = ("101", "106", "128", "144", "161", "171", "193")  # reports in sentences, some of them long lists


def figures(report: Report) -> set[tuple[object, ...]]:
    return {(m.code, tuple(sorted(m.dims.items())), m.value, m.unit, m.year) for m in report.metrics}


def lines_of(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("name", PROSE)
def test_prose_in_a_pdf_gives_the_figures_of_the_text(name: str) -> None:
    file = FIXTURES / "reports" / f"{name}.txt"
    paper = Paper()
    for line in lines_of(file):
        paper.prose(line, indent=2)
    text, pdf = read_report_bytes(file.read_bytes()), read_report_bytes(paper.body())
    assert figures(pdf) == figures(text)
    assert (pdf.era, pdf.issuer, pdf.year) == (text.era, text.issuer, text.year)


@pytest.mark.parametrize("name", PROSE)
def test_lines_that_were_broken_at_a_fixed_width_give_the_figures_of_the_text(name: str) -> None:
    file = FIXTURES / "reports" / f"{name}.txt"
    broken = [words for line in lines_of(file) for words, _ in wrapped("　　" + line, indent=0)]
    text, other = read_report_bytes(file.read_bytes()), read_report_bytes("\n".join(broken).encode())
    assert figures(other) == figures(text)
    assert (other.era, other.issuer, other.year) == (text.era, text.issuer, text.year)
