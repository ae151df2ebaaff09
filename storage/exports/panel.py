"""Two further tables of a csv export, made from reports and figures: what a researcher works with.

`panel`: one row per issuer and year, the core codes as columns, with flags; of several versions the last one counts.
`figures_long`: one row per figure of every version.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from storage import tables as t
from storage.exports.cells import GUARD_DESCRIPTION, to_text
from storage.exports.fields import Field, FieldType
from storage.exports.panel_columns import ALL_ERAS, CORE, DIMS, LONG, PANEL

ENCODING = "utf-8-sig"
_ROWS_AT_ONCE = 2000

Values = dict[str, Any]


class Derived(NamedTuple):
    """A table that an export makes from others."""

    name: str
    description: str
    fields: tuple[Field, ...]
    rows: int

    @property
    def path(self) -> str:
        return f"{self.name}.csv"


def write_derived(connection: Connection, folder: Path) -> list[Derived]:
    """Writes panel.csv and figures_long.csv as of the connection's moment. OSError if they cannot be written."""
    last = _last_versions(connection)
    return [
        _write(folder, "panel", PANEL_ABOUT, PANEL, _panel(connection, last)),
        _write(folder, "figures_long", LONG_ABOUT, LONG, _long(connection, set(last))),
    ]


PANEL_ABOUT = (
    "One row per portal, issuer and year: the report's last version, its core figures as columns, and flags. "
    "An empty figure is not stated; a stated zero is 0. See docs/reports.md."
)
LONG_ABOUT = "One row per figure of every version of every report, with the words it was read from."


def _write(folder: Path, name: str, about: str, fields: tuple[Field, ...], rows: Iterable[Values]) -> Derived:
    kinds: list[tuple[str, FieldType]] = [(field.name, field.type) for field in fields]
    count = 0
    with (folder / f"{name}.csv").open("w", encoding=ENCODING, newline="") as file:
        lines = csv.writer(file, lineterminator="\r\n")
        lines.writerow([field.name for field in fields])
        for row in rows:
            lines.writerow([to_text(kind, row.get(column)) for column, kind in kinds])
            count += 1
    return Derived(name, f"{about} {GUARD_DESCRIPTION}", fields, count)


def _last_versions(connection: Connection) -> dict[int, int]:
    """The report that counts for each portal, issuer and year, and how many versions there are of it.

    A later publication counts more than an earlier one, also when it was seen first.
    """
    report = t.report.c
    columns = (report.id, report.portal_id, report.issuer, report.year, report.published_on, report.first_seen_at)
    found: dict[tuple[int, str, int], list[tuple[Any, ...]]] = {}
    for row in connection.execute(select(*columns).where(report.year.is_not(None))):
        when = (row.published_on or row.first_seen_at.date(), row.first_seen_at, row.id)
        found.setdefault((row.portal_id, row.issuer or "", row.year), []).append(when)
    return {max(versions)[-1]: len(versions) for versions in found.values()}


def _reports(connection: Connection) -> Iterator[Row[Any]]:
    """Every report with where it was read, in the order of their ids."""
    report = t.report.c
    joined = t.report.join(t.portal, t.portal.c.id == report.portal_id)
    joined = joined.join(t.version, t.version.c.id == report.version_id).join(
        t.page, t.page.c.id == t.version.c.page_id
    )
    wanted = (
        *(report.id, report.portal_id, t.portal.c.name.label("portal"), t.page.c.url, report.title, report.issuer),
        *(report.region, report.year, report.era, report.published_on, report.period_start, report.period_end),
        report.warnings,
    )
    return iter(connection.execute(select(*wanted).select_from(joined).order_by(report.id)))


def _panel(connection: Connection, last: Mapping[int, int]) -> Iterator[Values]:
    figures = _RowsByReport(connection, t.metric)
    checks = _RowsByReport(connection, t.check)
    for report in _reports(connection):
        own, broken = figures.of(report.id), [check for check in checks.of(report.id) if check.ok is False]
        if report.id in last:
            row = {**_head(report), "versions": last[report.id], **_core(report.year, own)}
            yield {**row, **_flags(report, own, broken)}


def _head(report: Row[Any]) -> Values:
    row = dict(report._mapping)
    row["report_id"] = row.pop("id")
    return row


def _core(year: int, figures: Sequence[Row[Any]]) -> Values:
    """The figures of the whole organisation and the year itself; reasons of the tables added up."""
    found: Values = {}
    for figure in figures:
        if figure.year != year:
            continue
        if not figure.dims:
            found.setdefault(figure.code, figure.value)
    for code in CORE:
        reasons = [f.value for f in figures if f.code == code and f.year == year and set(f.dims) == {"reason"}]
        if code not in found and reasons and code.startswith("requests."):
            found[code] = sum(reasons)
    row = {code.replace(".", "_"): found.get(code) for code in CORE}
    return {**row, **{name: first(found) for name, first in ALL_ERAS.items()}}


def _flags(report: Row[Any], figures: Sequence[Row[Any]], broken: Sequence[Row[Any]]) -> Values:
    rough = sorted({figure.code for figure in figures if figure.method == "approximate" and not figure.dims})
    published = report.published_on
    return {
        "figures": len(figures),
        "approximate": " ".join(rough) or None,
        "failed_checks": len(broken),
        "failed_check_codes": " ".join(sorted({check.code for check in broken})) or None,
        "warnings": len(report.warnings),
        "published_early": None if published is None else published.year <= report.year,
    }


def _long(connection: Connection, last: set[int]) -> Iterator[Values]:
    figures = _RowsByReport(connection, t.metric)
    for report in _reports(connection):
        for figure in figures.of(report.id):
            row = {**_head(report), "report_year": report.year, "is_last_version": report.id in last}
            row |= {name: value for name, value in figure._mapping.items() if name != "dims"}
            row |= {f"dim_{name}": figure.dims.get(name) for name in DIMS}
            yield {**row, "figure_id": figure.id}


class _RowsByReport:
    """Rows that belong to reports, read along with them: both come in the order of the reports' ids."""

    def __init__(self, connection: Connection, table: Any) -> None:
        ordered = select(table).order_by(table.c.report_id, table.c.id)
        rows = connection.execute(ordered, execution_options={"yield_per": _ROWS_AT_ONCE})
        self._groups = groupby(rows, key=lambda row: row.report_id)
        self._next: tuple[int, list[Row[Any]]] | None = None
        self._step()

    def of(self, report_id: int) -> list[Row[Any]]:
        while self._next is not None and self._next[0] < report_id:
            self._step()
        if self._next is None or self._next[0] != report_id:
            return []
        rows = self._next[1]
        self._step()
        return rows

    def _step(self) -> None:
        group = next(self._groups, None)
        self._next = None if group is None else (group[0], list(group[1]))
