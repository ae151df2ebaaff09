"""The tables of 主动公开政府信息情况 (Article 20 of the regulation): blocks of one to four rows under a head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from parsers.report.records import Evidence, Metric
from parsers.report.table_blocks import MAX_ROW, Row, cells_end, find_rows
from parsers.report.table_cells import Cell, glue, tokens_before, walls_of
from parsers.report.table_forms import ARTICLE20, SECTION_ARTICLE20, Column
from parsers.report.table_reading import TableReading
from parsers.report.table_solver import free_cuts
from parsers.report.table_text import Token, fields, read_cell

_SHOWN = 4
_SCALES = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_MONEY_UNITS, _COUNT_UNITS = {"元"}, {"个", "项", "件", "条", "宗", "家", "笔", "份", "次", "起"}


@dataclass(frozen=True, slots=True)
class Reading:
    """Cells of a row (None: not readable), or what is wrong with it."""

    row: Row
    cells: tuple[Cell | None, ...] = ()
    trouble: str = ""
    empty: bool = False
    cut: bool = False  # the cells were glued and only one cut fits


def _fits(token: Token, column: Column) -> bool:
    """Can this one number stand in that column?"""
    if token.stated_zero:
        return True
    money = column.part == "money"
    units = _MONEY_UNITS if money else _COUNT_UNITS
    return (
        token.well_formed
        and (not token.unit or token.unit in units)
        and (not token.signed or column.part == "change")
        and (not token.fraction or money or token.scaled)
    )


def _value(token: Token, column: Column, row: Row) -> Decimal | None:
    """The cell in the column's base unit; None when the scale of the money is not stated anywhere."""
    if column.part != "money" or token.unit or token.scaled or not token.value:
        return token.value
    if row.head_unit in _SCALES:
        return token.value * _SCALES[row.head_unit]
    return token.value if row.block.form == 2019 else None


def _cell(token: Token, column: Column, row: Row, method: str) -> Cell | None:
    value = _value(token, column, row)
    if value is None:
        return None
    if token.stated_zero:
        start, end = (token.start, token.end) if token.end > token.start else (row.start, row.end)
        return Cell(Decimal(0), start, end, "stated-zero")
    return Cell(value, token.start, token.end, "approximate" if token.about else method)


def _read_grid_row(text: str, row: Row) -> Reading:
    columns = row.block.columns
    line = fields(text, row.end)
    filled = [field for field in line if text[field.start : field.end].strip()]
    if not filled:
        return Reading(row, empty=True, trouble="the row is not filled in")
    chosen = filled if len(filled) == len(columns) else line
    if len(chosen) != len(columns):
        return Reading(row, trouble=f"{len(filled)} cells where {len(columns)} should be")
    return _explicit(row, [read_cell(text, field.start, field.end) for field in chosen])


def _explicit(row: Row, found: Sequence[Token | None]) -> Reading:
    columns = row.block.columns
    read = [_plain(one) if one else None for one in found]
    if any(token is None or not _fits(token, column) for token, column in zip(read, columns, strict=True)):
        return Reading(row, trouble="a cell that is no number of its column")
    cells = [_cell(token, column, row, "table") for token, column in zip(read, columns, strict=True) if token]
    return Reading(row, tuple(cells), trouble="" if None not in cells else "the unit of the money is not stated")


def _plain(token: Token) -> Token:
    """A cell of its own without what adds nothing: +22 where 22 should be, 00 where 0 should be."""
    token = replace(token, signed=False) if token.sign > 0 else token
    return replace(token, digits="0") if token.digits and not token.digits.strip("0") else token


def _read_listed_row(text: str, row: Row, glued: bool) -> Reading:
    columns = row.block.columns
    found = tokens_before(text, row.end, min(len(text), row.end + MAX_ROW))
    if all(text[token.start] == "|" for token in found):
        return Reading(row, empty=True, trouble="the row is not filled in")
    while len(found) > len(columns) and text[found[-1].start] == "|":
        found.pop()  # the row's own border
    if len(found) == len(columns):
        reading = _explicit(row, found)
        if reading.cells and text[found[-1].start] == "|":
            return replace(
                reading, cells=(*reading.cells[:-1], None), trouble="the last cell is empty, or is the border"
            )
        if reading.cells:
            return reading
    shown = text[found[0].start : found[-1].end].strip()
    apart = any("\n" in text[a.end : b.start] for a, b in pairwise(found))
    if len(found) > len(columns) or apart or not (glued or len(found) == 1):
        return Reading(row, trouble=f"{len(found)} cells where {len(columns)} should be: {shown}")
    if any(token.stated_zero or token.grouped for token in found):
        return Reading(row, trouble=f"cells that cannot be told apart: {shown}")
    ways = list(_ways(found, columns))
    if len(ways) != 1 or not glued:
        some = ", ".join("|".join(text[t.start : t.end].strip() for t in way) for way in ways[:_SHOWN])
        return Reading(row, trouble=f"{len(ways)} ways to cut {shown}: {some}" if ways else f"no way to cut {shown}")
    cells = [_cell(token, column, row, "table-solved") for token, column in zip(ways[0], columns, strict=True)]
    return Reading(row, tuple(cells), cut=True)


def _ways(found: Sequence[Token], columns: Sequence[Column]) -> Iterator[tuple[Token, ...]]:
    """The ways to cut the tokens into one number a column.

    5-70 may be 5|-7|0 or 5|-|70 with a dash for an empty cell, so that a minus is no help among three columns.
    """
    digits, places = glue(found)
    walls = walls_of(found)
    for cuts in free_cuts(digits, frozenset(walls), len(columns)):
        pieces = []
        for start, end in cuts:
            owner = found[next(at for at, wall in enumerate(walls) if end <= wall)]
            pieces.append(_piece(owner, digits[start:end], places[start], places[end - 1] + 1))
        signs = len(columns) > 2 and any(piece.signed and piece.sign < 0 for piece in pieces)
        if all(_fits(piece, column) for piece, column in zip(pieces, columns, strict=True)) and not signs:
            yield tuple(pieces)


def _piece(owner: Token, digits: str, start: int, end: int) -> Token:
    """One number cut from a token: the sign stays with the first, fraction, scale and unit with the last."""
    first = start == owner.digits_at
    last = end == owner.digits_at + len(owner.digits)
    return Token(
        owner.start if first else start,
        owner.end if last else end,
        sign=owner.sign if first else 1,
        signed=owner.signed and first,
        digits=digits,
        digits_at=start,
        fraction=owner.fraction if last else "",
        scale=owner.scale if last else 1,
        scaled=owner.scaled and last,
        unit=owner.unit if last else "",
        about=owner.about and last,
    )


def read_article20(text: str, original: str, year: int, glued: bool) -> list[TableReading]:
    """The blocks of Article 20 in the normalised text as one reading; `original` has the same indices."""
    rows = sorted(find_rows(text), key=lambda row: row.start)
    if not rows:
        return []
    readings = [
        _read_grid_row(text, row) if fields(text, row.end) else _read_listed_row(text, row, glued) for row in rows
    ]
    if all(reading.empty for reading in readings):
        span = (rows[0].start, rows[-1].end)
        return [TableReading((), (f"{SECTION_ARTICLE20}: the tables are not filled in",), (span,))]
    readings = _without_doubt(readings)
    metrics = [metric for reading in readings for metric in _metrics(reading, original, year)]
    warnings = [f"{SECTION_ARTICLE20}: {r.row.name}: {r.trouble}" for r in readings if r.trouble]
    warnings += [f"{SECTION_ARTICLE20}: no row {name}" for name in _absent(rows, year)]
    spans = tuple((row.start, max(row.end, cells_end(text, row))) for row in rows)
    return [TableReading(tuple(metrics), tuple(warnings), spans)]


def _without_doubt(readings: Sequence[Reading]) -> list[Reading]:
    """Empty cells leave no trace among glued digits: where one row lacks some, no other row's only cut is sure."""
    if not any(reading.empty for reading in readings):
        return list(readings)
    return [
        Reading(reading.row, trouble="glued cells, and the table has empty ones") if reading.cut else reading
        for reading in readings
    ]


def _absent(rows: Sequence[Row], year: int) -> list[str]:
    forms = {row.block.form for row in rows}
    form = forms.pop() if len(forms) == 1 else (2019 if year < 2021 else 2021)
    present = {row.name for row in rows}
    return [name for block in ARTICLE20 if block.form == form for name, _, _ in block.rows if name not in present]


def _metrics(reading: Reading, original: str, year: int) -> list[Metric]:
    row = reading.row
    return [
        Metric(
            code=f"{row.code}.{column.code}",
            value=int(cell.value) if cell.value == int(cell.value) else float(cell.value),
            unit=column.unit,
            year=year,
            evidence=Evidence(cell.start, cell.end, original[cell.start : cell.end]),
            label=f"{SECTION_ARTICLE20} · {row.block.item} · {row.name} · {column.head}",
            method=cell.method,
        )
        for cell, column in zip(reading.cells, row.block.columns, strict=False)
        if cell is not None
    ]
