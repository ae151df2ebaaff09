"""The fixed tables of the annual reports for 2019 and later, in whatever shape a page left them."""

import re
from collections.abc import Sequence

from parsers.report.records import Metric
from parsers.report.table_article20 import read_article20
from parsers.report.table_forms import SECTION_ARTICLE20, SECTION_REQUESTS, SECTION_REVIEW
from parsers.report.table_reading import TableReading
from parsers.report.table_requests import read_requests
from parsers.report.table_review import read_reviews
from parsers.report.table_text import HAN, normalise
from parsers.report.terms import mainland

__all__ = ["TableReading", "read_tables"]

FIRST_YEAR = 2019  # the first report with the fixed tables
# What tells glued cells from cells with blanks between: zeros of several cells behind a label (规章000), or seven and
# more digits behind many labels (a few may be telephone numbers).
_GLUED_ZEROS = re.compile(rf"[{HAN})”\"][ ]?0{{3,}}")
_GLUED_DIGITS = re.compile(rf"[{HAN})”\"][ ]?\d{{7,}}")
_MANY = 6


def read_tables(text: str, year: int) -> TableReading:
    """The figures of the fixed tables (Article 20, requests, reviews and lawsuits) of the report for `year`.

    `text` is simplified plain text: cells between tabs, one cell a line, or glued. What cannot be read for certain is a
    warning and no figure. Never raises for any text.
    """
    flat = normalise(mainland(text))
    glued = _GLUED_ZEROS.search(flat) is not None or len(_GLUED_DIGITS.findall(flat)) >= _MANY
    requests = read_requests(flat, text, year, glued)
    sure = glued and not any(reading.lost_cells for reading in requests)
    found = (
        (SECTION_ARTICLE20, read_article20(flat, text, year, sure)),
        (SECTION_REQUESTS, requests),
        (SECTION_REVIEW, read_reviews(flat.replace("|", " "), text, year, sure)),
    )
    readings = [_one_of(section, tables or _unread(section, year)) for section, tables in found]
    return TableReading(
        tuple(metric for reading in readings for metric in reading.metrics),
        tuple(warning for reading in readings for warning in reading.warnings),
        tuple(sorted(span for reading in readings for span in reading.spans)),
    )


def _unread(section: str, year: int) -> list[TableReading]:
    """A table that is not in the text (often a picture) is a warning, never zeros."""
    return [TableReading((), (f"{section}: table not readable",), ())] if year >= FIRST_YEAR else []


def _one_of(section: str, found: Sequence[TableReading]) -> TableReading:
    """One reading of a table that stands in the text once or (text and print version) several times.

    Figures on which the copies differ are left out with a warning.
    """
    values: dict[object, set[float]] = {}
    kept: dict[object, Metric] = {}
    for reading in found:
        for metric in reading.metrics:
            values.setdefault(metric.key, set()).add(metric.value)
            kept.setdefault(metric.key, metric)
    differ = [key for key in kept if len(values[key]) > 1]
    read = [reading for reading in found if reading.metrics] or list(found)
    warnings = list(dict.fromkeys(warning for reading in read for warning in reading.warnings))
    warnings += [f"{section}: {len(found)} tables differ in {kept[key].label}" for key in differ]
    return TableReading(
        tuple(metric for key, metric in kept.items() if key not in differ),
        tuple(warnings),
        tuple(span for reading in found for span in reading.spans),
    )
