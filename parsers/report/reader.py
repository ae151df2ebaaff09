"""read_report: the one way from a report's text to its figures."""

from datetime import date

from parsers.report.checks import check_report
from parsers.report.column_table import read_columns
from parsers.report.gaps import gaps_in
from parsers.report.head import joined_lines, title_in
from parsers.report.issuer import issuer_of
from parsers.report.narrative import read_narrative
from parsers.report.numbers import fold
from parsers.report.period import era_of, period_of, spelled_years, year_of
from parsers.report.prose import Narrative
from parsers.report.prose_text import blanked
from parsers.report.reading import State
from parsers.report.recognition import check_is_report
from parsers.report.records import Metric, NotAReport, Report
from parsers.report.region import region_of
from parsers.report.statistics import read_statistics
from parsers.report.table_reading import TableReading
from parsers.report.tables import read_tables
from parsers.report.terms import mainland


def read_report(text: str, *, title: str | None = None, published: date | None = None) -> Report:
    """The figures, checks and warnings of an annual disclosure report.

    `text` is repaired, simplified plain text, the cells of a row separated by tabs; it is kept as it is, so that
    evidence indexes it. `title` is the page's title, if known. Raises NotAReport, with the reason, for what only looks
    like a report.
    """
    folded = spelled_years(mainland(fold(text)))
    named = spelled_years(mainland(fold(title))) if title else None
    check_is_report(named, folded)
    joined = joined_lines(folded)
    opening = gaps_in(joined).close(joined)
    own_title = title_in(opening)
    year = year_of(own_title or named, folded, published)
    if year is None:
        raise NotAReport("no reporting year: neither title nor text names one")
    shown = own_title or named
    issuer = issuer_of(own_title or named, opening)
    table, narrative = _read(text, folded, year, issuer)
    period, repairs = period_of(folded, year)
    return Report(
        title=shown,
        issuer=issuer,
        region=region_of(issuer, folded),
        year=year,
        era=era_of(year),
        period=period,
        metrics=_distinct([*narrative.metrics, *table.metrics]),
        checks=tuple(check_report(narrative, table.metrics)),
        warnings=(*repairs, *table.warnings, *narrative.warnings),
        text=text,
    )


def _read(text: str, folded: str, year: int, issuer: str | None) -> tuple[TableReading, Narrative]:
    table = read_tables(text, year) if year >= 2019 else read_statistics(text, folded, year)
    state = State(year=year, era=era_of(year), issuer=issuer or "")
    columns = read_columns(text, folded, year)
    table = TableReading(
        (*table.metrics, *columns.metrics), table.warnings, tuple(sorted((*table.spans, *columns.spans)))
    )
    prose = blanked(folded, table.spans)
    gaps = gaps_in(prose)
    narrative = read_narrative(gaps.close(text), gaps.close(prose), state)
    gaps.move_back(narrative, text)
    return table, narrative


def _distinct(metrics: list[Metric]) -> tuple[Metric, ...]:
    """The same figure in words and in the table once; differing figures both."""
    kept: dict[object, Metric] = {}
    for metric in metrics:
        label = metric.label if metric.code.startswith("other.") else ""
        kept.setdefault((metric.key, metric.value, label), metric)
    return tuple(kept.values())
