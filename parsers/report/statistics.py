"""The statistics tables of the reports up to 2018: a label, a unit, one number or two; with cells or flattened."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.report.labels import Row, bare, row_of
from parsers.report.numbers import scaled
from parsers.report.records import Evidence, Metric
from parsers.report.statistics_glued import glued_rows
from parsers.report.table_reading import TableReading

_UNIT = r"\(?(?P<unit>万元|亿元|元|人次|人\(次\)|条|件|次|篇|个|人|家|期|份|项|%)\)?"
_VALUE = r"(?P<v{0}>\d[\d,]*(?:\.\d+)?(?:万|亿)?|-+|/|不填|★|无)"
_ROW = re.compile(
    r"(?P<label>[^\d\n\s][^\n]{1,60}?|\d{1,2}[.、][^\n]{2,60}?)(?:[\s|]{1,16}|(?=\())"
    + _UNIT
    + r"[\s|]{1,16}(?:(?P<code>0\d|[1-9]\d)[\s|]{1,16}(?=\d|-|/))?"
    + _VALUE.format(1)
    + r"(?![\d.、])(?:[ \t|]{1,16}"
    + _VALUE.format(2)
    + r"(?=[\s|]|$)(?![\d.]))?"
)
_LINES = re.compile(
    r"(?P<label>[^\n|]{3,60})\n\s{0,12}" + _UNIT + r"\s{0,12}\n\s{0,12}" + _VALUE.format(1) + r"[ \t]*(?=\n|$)"
)
_HEAD = re.compile(
    r"(?:指标名称|统计指标|指 ?标)[^\n]{0,6}[\s|]*(?:代码)?[\s|]*(?:计量)?单位[\s|]*(?:代码)?(?P<columns>[\s\S]{0,40})"
)
_BARE = re.compile(
    r"(?P<label>[^\d\n\s|][^\d\n|]{3,50}?(?:\([^()\n|]{3,40}\)){0,2})[\s|:]{0,8}"
    + _VALUE.format(1).replace("|-+|/|不填|★|无", "")
    + r" ?(?P<unit>万元|亿元|元|人次|条|件|次|篇|个|人|家|期|份|项)?(?:[ \t|]{1,16}"
    + _VALUE.format(2).replace("|-+|/|不填|★|无", "")
    + r")?(?=[\s|]|$)"
)
_CUMULATIVE_FIRST = re.compile(r"累计\D{0,8}?(?:发生|当年|20\d\d|\d\d ?年)|累计\s.{0,4}本年")
_YEAR_SECOND = re.compile(r"本期.{0,6}\s*本年累计")  # a form sent in each month: the year's figure is the second
_LABEL_SIGN = re.compile(
    r"(?:申请|公开|答复|办结|复议|诉讼|信息|文件|总)数|数量\s"
)  # cheap to look for, and in every table
_MONEY = {"万元": 10_000, "亿元": 100_000_000}
_MANY = 4  # labelled rows that make a table; prose has none of the shape label, unit, number


@dataclass(slots=True)
class _Table:
    text: str
    year: int
    swapped: bool  # the running total stands in front of the year's figure
    no_running_total: bool = False
    has_codes: bool = True  # a column numbers the rows: 01, 02, …
    metrics: list[Metric] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    rows: list[tuple[int, int]] = field(default_factory=list)
    block: str = ""


def read_statistics(text: str, folded: str, year: int) -> TableReading:
    """The figures of the statistics table in the text, and the stretch it takes up; an empty reading without one."""
    matches = _rows(folded) if len(_LABEL_SIGN.findall(folded)) >= _MANY // 2 else []
    if len(matches) < _MANY:
        return _read_glued(text, folded, year)
    start = matches[0][0].start()
    head = list(_HEAD.finditer(folded, max(0, start - 400), start + 80))
    columns = head[-1]["columns"] if head else ""
    table = _Table(text, year, swapped=_CUMULATIVE_FIRST.search(columns) is not None)
    table.no_running_total = _YEAR_SECOND.search(columns) is not None
    table.has_codes = _are_codes([match.groupdict().get("code") for match, _ in matches])
    for match, row in matches:
        _read_row(table, match, row)
    begin = min(head[0].start() if head else start, start)
    return TableReading(tuple(table.metrics), tuple(table.warnings), ((begin, table.rows[-1][1]),))


def _are_codes(numbers: list[str | None]) -> bool:
    """Whether the two-digit numbers in front of the values count the rows, and are no values themselves."""
    codes = [int(number) for number in numbers if number]
    return all(first < second for first, second in pairwise(codes)) and len(codes) * 2 > len(numbers)


def _read_glued(text: str, folded: str, year: int) -> TableReading:
    rows = glued_rows(folded)
    table = _Table(text, year, swapped=False)
    block = ""
    for glued in rows:
        row = row_of(glued.label, block)
        if row is not None:
            block = row.code.split(".")[0] if row.code in ("reconsideration.total", "litigation.total") else block
            _add(table, row.code, row, glued.value, glued.label, glued.unit, (glued.start, glued.end))
    return TableReading(tuple(table.metrics), tuple(table.warnings), ((rows[0].start, rows[-1].end),) if rows else ())


def _rows(folded: str) -> list[tuple[re.Match[str], Row]]:
    """The rows with known labels, in order; a block's heading decides what 其他情形数 counts."""
    found: dict[int, tuple[re.Match[str], Row]] = {}
    for pattern in (_ROW, _LINES, _BARE):
        block = ""
        for match in pattern.finditer(folded):
            label = _label(match["label"])
            row = row_of(label, block)
            if row is None:
                continue
            block = row.code.split(".")[0] if row.code in ("reconsideration.total", "litigation.total") else block
            found.setdefault(match.start("v1"), (match, row))
    return [found[key] for key in sorted(found)]


def _label(words: str) -> str:
    """The last label in the words: a flattened table puts headings and remarks in front of it."""
    parts = re.split(r"[\s|]+", words.strip())
    for length in range(1, min(len(parts), 4) + 1):
        label = "".join(parts[-length:])
        if row_of(label, "") is not None:
            return label
    return bare(words)


def _read_row(table: _Table, match: re.Match[str], row: Row) -> None:
    table.rows.append((match.start(), match.end()))
    if not row.code:
        return
    first = match["v1"]
    second = match.groupdict().get("v2")
    if not table.has_codes and match.groupdict().get("code"):
        first, second = match["code"], first
    if second is not None and (table.swapped or table.no_running_total):
        first, second = second, first
    elif table.swapped:
        table.warnings.append(f"{bare(match['label'])}: one number where the table has two columns")
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    place, unit, label = (start, match.end()), match["unit"] or _unit_in(match["label"]), _label(match["label"])
    _add(table, row.code, row, first, label, unit, place)
    if second is not None and row.cumulative and not table.no_running_total:
        _add(table, row.cumulative, row, second, label, unit, place)


def _unit_in(label: str) -> str:
    """收取的费用(单位:万元) names the unit in its label."""
    match = re.search(r"万元|亿元|元", label)
    return match[0] if match else ""


def _add(table: _Table, code: str, row: Row, cell: str, label: str, unit: str, place: tuple[int, int]) -> None:
    if not code or cell in ("不填", "★"):
        return
    is_number = cell[:1].isdigit()
    value = scaled(cell.rstrip("万亿"), cell[-1] if cell[-1] in "万亿" else None) if is_number else 0
    if row.unit == "元" and value:
        if not unit:
            table.warnings.append(f"{label}: {cell}, and the unit of the money is not stated")
            return
        value = round(value * _MONEY.get(unit, 1), 2)
        value = int(value) if value == int(value) else value
    evidence = Evidence(*place, table.text[slice(*place)])
    method = "table" if is_number else "stated-zero"
    table.metrics.append(Metric(code, value, row.unit, table.year, evidence, dict(row.dims), label, method))
