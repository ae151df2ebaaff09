"""The table of requests: 收到和处理政府信息公开申请情况, 23 to 25 rows of seven cells."""

from collections.abc import Sequence
from itertools import accumulate, islice

from parsers.report.records import Evidence, Metric
from parsers.report.table_cells import (
    CELLS,
    Cell,
    RowReading,
    bare_numbers,
    cells_end,
    closes,
    grid_columns,
    head_columns,
    read_grid_row,
    read_listed_row,
)
from parsers.report.table_forms import (
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    CLOSED,
    NEW,
    REQUEST_ROWS,
    SECTION_REQUESTS,
    RequestRow,
)
from parsers.report.table_reading import TableReading
from parsers.report.table_rows import Rows, find_rows
from parsers.report.table_solver import Values, free_cuts, solve_columns
from parsers.report.table_text import fields

_FRAME = (NEW, CARRIED_IN, CLOSED, CARRIED_OUT)
_SHOWN = 4  # candidates named in a warning


def read_requests(text: str, original: str, year: int, glued: bool) -> list[TableReading]:
    """Every filled table of requests in the normalised text; `original` has the same indices, for the evidence."""
    return [_read_table(rows, original, year, glued) for rows in find_rows(text)]


def _read_rows(rows: Rows, original: str, glued: bool) -> list[RowReading]:
    columns, bare = grid_columns(rows) or head_columns(original, rows.labels[0].start), bare_numbers(rows)
    readings = []
    for index, label in enumerate(rows.labels):
        if label.heading:
            continue
        line = fields(rows.text, label.end)
        filled = [field for field in line if rows.text[field.start : field.end].strip()]
        last = index + 1 == len(rows.labels)
        if line and not (glued and len(filled) == 1):
            readings.append(read_grid_row(rows, label, columns))
        else:
            readings.append(read_listed_row(rows, label, cells_end(rows, index, bare), glued, last))
    return readings


def _lost_cells(readings: Sequence[RowReading]) -> bool:
    """Do two rows or more lack digits? (One may be the report's own slip.)"""
    return sum(1 for reading in readings if reading.trouble) > 1


def _drop_cuts(readings: Sequence[RowReading]) -> list[RowReading]:
    return [
        RowReading(reading.label, trouble=f"glued cells, and others are empty: {reading.shown}")
        if reading.shown
        else reading
        for reading in readings
    ]


def _without_doubt(readings: Sequence[RowReading]) -> list[RowReading]:
    """Cells one by one that do not add up are the report's own slip only where no row lacks a cell.

    Where one does, a page number or a row's number may have taken the place of a lost empty cell.
    """
    if not any(reading.trouble for reading in readings):
        return list(readings)
    return [
        RowReading(reading.label, trouble="the row does not add up, and other rows lack cells")
        if len(reading.choices) == 1 and None not in reading.choices[0] and not closes(reading.choices[0])
        else reading
        for reading in readings
    ]


def _read_table(rows: Rows, original: str, year: int, glued: bool) -> TableReading:
    readings = _read_rows(rows, original, glued)
    lost = glued and _lost_cells(readings)
    readings = _without_doubt(_drop_cuts(readings) if lost else readings)
    span = (rows.labels[0].start, max(_row_end(reading) for reading in readings))
    if all(reading.trouble == "empty" for reading in readings):
        return TableReading((), (f"{SECTION_REQUESTS}: the table is not filled in",), (span,))
    settled, warnings = _settle(readings, rows.missing)
    metrics = [metric for reading in settled for metric in _metrics(reading, original, year)]
    warnings += [f"{SECTION_REQUESTS}: no row {row.label}" for row in rows.missing]
    return TableReading(tuple(metrics), tuple(warnings), (span,), lost)


def _row_end(reading: RowReading) -> int:
    ends = [cell.end for cells in reading.choices for cell in cells if cell is not None]
    return max(ends, default=reading.label.end)


def _settle(readings: Sequence[RowReading], missing: Sequence[RequestRow]) -> tuple[list[RowReading], list[str]]:
    """The rows that have one reading left, and warnings for the others."""
    allowed = _allowed(readings, missing) if any(reading.shown for reading in readings) else None
    settled, warnings = [], []
    for reading in readings:
        choices = _left(reading, allowed)
        if len(choices) == 1:
            settled.append(RowReading(reading.label, choices))
        if trouble := _trouble(reading, choices):
            warnings.append(f"{SECTION_REQUESTS}: {_row_name(reading.label.row)}: {trouble}")
    if allowed is None and any(reading.shown for reading in readings):
        warnings.append(f"{SECTION_REQUESTS}: glued cells, and no cut of them makes the columns add up")
    return settled, warnings


def _left(reading: RowReading, allowed: dict[RequestRow, set[Values]] | None) -> tuple[tuple[Cell | None, ...], ...]:
    """The choices that the columns leave. Where the columns never add up, only a cut that needs no sum is sure."""
    if not reading.shown:
        return reading.choices
    if allowed is not None:
        return tuple(cells for cells in reading.choices if _values(cells) in allowed[reading.label.row])
    parts = reading.shown.split()
    walls = frozenset(accumulate(len(part) for part in parts))
    forced = len(list(islice(free_cuts("".join(parts), walls, CELLS), 2))) == 1
    return reading.choices if forced else ()


def _trouble(reading: RowReading, left: Sequence[tuple[Cell | None, ...]]) -> str:
    if reading.trouble:
        return reading.trouble
    if len(left) == 1:
        return "an empty cell, and the row does not add up with a zero in it" if None in left[0] else ""
    ways = left or reading.choices
    some = ", ".join("|".join(str(value) for value in _values(cells)) for cells in ways[:_SHOWN])
    return f"{len(ways)} ways to cut {reading.shown}: {some}"


def _values(cells: Sequence[Cell | None]) -> Values:
    return tuple(int(cell.value) for cell in cells if cell is not None)


def _allowed(readings: Sequence[RowReading], missing: Sequence[RequestRow]) -> dict[RequestRow, set[Values]] | None:
    """For each row the values with which the columns add up; None when there are none, or too many to follow.

    A report's own slip stands in one applicant's column and the total. A wrong cut moves digits between columns, so
    it breaks two applicants' columns at least: with all rows at hand, one column may be left out of the account.
    """
    everything = range(CELLS)
    if (used := _allowed_by(readings, missing, everything)) is not None:
        return used
    if missing or any(reading.values is None for reading in readings):
        return None
    union: dict[RequestRow, set[Values]] = {}
    for slip in range(CELLS - 1):
        used = _allowed_by(readings, missing, [at for at in range(CELLS - 1) if at != slip])
        for row, values in (used or {}).items():
            union.setdefault(row, set()).update(values)
    return union or None


def _allowed_by(
    readings: Sequence[RowReading], missing: Sequence[RequestRow], columns: Sequence[int]
) -> dict[RequestRow, set[Values]] | None:
    known = {reading.label.row: reading.values for reading in readings}
    parts = {
        row: [tuple(cells[at] for at in columns) for cells in values]
        for row, values in known.items()
        if values is not None
    }
    results = [row for row in parts if row not in _FRAME]
    complete = all(row in _FRAME for row in missing) and len(results) == sum(row not in _FRAME for row in known)
    used = solve_columns([parts.get(row) for row in _FRAME], [parts[row] for row in results], complete)
    if used is None:
        return None
    return {
        row: {cells for cells in known[row] or () if tuple(cells[at] for at in columns) in values}
        for row, values in zip((*_FRAME, *results), used, strict=True)
        if row in known
    }


def _row_name(row: RequestRow) -> str:
    return row.label if row.number is None else f"{_GROUPS[row.code]} {row.number}.{row.label}"


_GROUPS = {
    "requests.refused": "不予公开",
    "requests.unavailable": "无法提供",
    "requests.unprocessed": "不予处理",
    "requests.other": "其他处理",
}


def _metrics(reading: RowReading, original: str, year: int) -> list[Metric]:
    row, cells = reading.label.row, reading.choices[0]
    assert len(cells) == CELLS
    assert row in REQUEST_ROWS
    return [
        Metric(
            code=row.code,
            value=int(cell.value),
            unit="件",
            year=year,
            evidence=Evidence(cell.start, cell.end, original[cell.start : cell.end]),
            dims={**row.dims, **applicant.dims},
            label=f"{SECTION_REQUESTS} · {_row_name(row)} · {applicant.head}",
            method=cell.method,
        )
        for cell, applicant in zip(cells, APPLICANTS, strict=True)
        if cell is not None
    ]
