"""The table of columns that a portal counts by itself: 栏目编码 栏目名称 总条数 比例, a row on each line."""

import re

from parsers.report.numbers import scaled
from parsers.report.records import Evidence, Metric
from parsers.report.table_reading import TableReading

_HEAD = re.compile(r"(?:栏目|类别|信息)(?:名称|类别)[^\n]{0,12}(?:总?条数|数量|发布数|公开数)[^\n]{0,12}比例")
_ROW = re.compile(
    r"^[ |]*(?:\d{2,6}[\s|]+)?(?P<name>[\u4e00-\u9fff][^\d\n|%]{1,24}?)[ \t|]+(?P<count>\d{1,7})[ \t|]+(?P<share>\d{1,3}(?:\.\d+)?)%[ \t|]*$",
    re.MULTILINE,
)
_FEWEST = 3  # rows
_REACH = 6_000  # characters behind the head


def read_columns(text: str, folded: str, year: int) -> TableReading:
    """Counts and shares by category; a name that comes twice (a column and the one above it) is left out."""
    head = _HEAD.search(folded)
    rows = list(_ROW.finditer(folded, head.end(), head.end() + _REACH)) if head else []
    if head is None or len(rows) < _FEWEST:
        return TableReading((), (), ())
    names = [text[slice(*row.span("name"))].strip() for row in rows]
    metrics = [
        metric
        for row, name in zip(rows, names, strict=True)
        if names.count(name) == 1
        for metric in _metrics(text, row, name, year)
    ]
    return TableReading(tuple(metrics), (), ((head.start(), rows[-1].end()),))


def _metrics(text: str, row: re.Match[str], name: str, year: int) -> list[Metric]:
    found = (("proactive.count", "条", "count", "条数"), ("proactive.share", "%", "share", "比例"))
    return [
        Metric(
            code=code,
            value=scaled(row[part], None),
            unit=unit,
            year=year,
            evidence=Evidence(*row.span(part), text[slice(*row.span(part))]),
            dims={"category": name},
            label=f"栏目 · {name} · {column}",
            method="table",
        )
        for code, unit, part, column in found
    ]
