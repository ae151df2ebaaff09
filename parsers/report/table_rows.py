"""Finding the rows of the table of requests by their labels, in the form's order, whatever shape the text has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from parsers.report.table_forms import CARRIED_IN, CARRIED_OUT, CLOSED, NEW, OTHER, REQUEST_HEADINGS, REQUEST_ROWS
from parsers.report.table_forms import RequestRow as Row
from parsers.report.table_text import HAN, blank, fuzzy, spaced

MOST_TABLES = 40  # a report of a province has one for each of its levels
MAX_TABLE = (
    8_000  # characters from the first label to the last, one cell a line and blank lines between: 2,000 to 3,000
)
MAX_GAP = 900  # from one label to the next: seven cells one a line, headings, the table's head again at a page break
MIN_ROWS = 8  # fewer labels in the form's order are prose about the table, not the table

_FEWEST_LETTERS = 6  # of a label that its column cuts off
MAX_HEAD, MAX_HEAD_GAP = 400, 40  # from the table's head to its first row: a page that was cut off leaves few rows

_ORDINAL = r"(?:\(\s*)?[一二三四五六七八九十]+\s*[)、.,]*\s*"
_HEADS = (
    "申请人情况",
    "自然人",
    "法人或其他组织",
    "总计",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
)
_HEAD = "(?:" + "|".join(spaced(word) for word in _HEADS) + ")"
# The table's head comes again at page breaks; a line's number 总计 in it must not be taken for the row 总计.
_TABLE_HEAD = re.compile(rf"{_HEAD}(?:[\s|]*{_HEAD}){{5,}}")
_HEADING = re.compile(rf"(?:{_ORDINAL})?(?:" + "|".join(spaced(words) for words in REQUEST_HEADINGS) + ")")
_HINT = re.compile(r"\(\s*(?:区分处理|本列数据)[^()\d]{0,60}\)")


_NEXT_TABLE = re.compile(spaced("结果维持"))


@dataclass(frozen=True, slots=True)
class Label:
    """A row's label in the text, its number included: [start, end). Its cells follow."""

    row: Row
    start: int
    end: int
    numbered: bool  # by a number with its dot or bracket
    heading: bool = False  # 其他处理 above its three rows: no cells


@dataclass(frozen=True, slots=True)
class Rows:
    """One table of requests: its labels in order, and the text (same indices) with heads and headings blanked."""

    text: str
    labels: tuple[Label, ...]
    missing: tuple[Row, ...]


def _pattern(row: Row, words: str) -> re.Pattern[str]:
    if row.number is None:
        return re.compile(rf"(?P<number>{_ORDINAL})?(?:{words})")
    n = row.number
    number = rf"\(\s*{n}\s*\)|{n}\s*[.、,)]|(?<=[\n\t])[1-9]\d?\s*[.、)](?!\d)|[\u2460-\u2473]"
    shortest = min(len(core) for core in (row.core, *row.cores))
    lead = len(row.label) - shortest + 1  # 属于, 申请人无正当理由, or a misprint of it
    tail = "(?!处理|结果|组织)" if row.core == "其他" else ""
    return re.compile(rf"(?P<number>(?:{number})\s*)?(?:[{HAN}“\"]\s*){{0,{lead}}}?(?:{words}){tail}")


def _cut_off(words: str) -> str:
    """
    >>> re.match(_cut_off("没有现成信息需要另行制作"), "没有现成信息需要另行     0    1")[0]
    '没有现成信息需要另行'
    """
    least = _FEWEST_LETTERS - 1
    rest = ""
    for letter in reversed(words[least:]):
        rest = rf"(?:[ ]?{re.escape(letter)}{rest})?"
    return rf"{re.escape(words[:least])}{rest}(?=[ \t]{{2,}}\d)"


_EXACT = {row: _pattern(row, "|".join(spaced(words) for words in (row.core, *row.cores))) for row in REQUEST_ROWS}
_WRAPPED = {  # cut off where its column ends, the cells on the same line and the rest on the next
    row: _pattern(row, "|".join(_cut_off(words) for words in (row.label, row.core) if len(words) >= _FEWEST_LETTERS))
    for row in REQUEST_ROWS
    if row.number is not None and len(row.label) >= _FEWEST_LETTERS
}
_FUZZY = {row: _pattern(row, fuzzy(row.core)) for row in REQUEST_ROWS if len(row.core) >= 4 and row is not OTHER}
_LANDMARKS = tuple(row for row in REQUEST_ROWS if row.number is None)
_OTHERS = tuple(row for row in REQUEST_ROWS if row.code == OTHER.code and row is not OTHER)


def _search(patterns: dict[Row, re.Pattern[str]], row: Row, text: str, start: int, end: int) -> Label | None:
    pattern = patterns.get(row)
    match = pattern.search(text, start, end) if pattern else None
    if match is None:
        return None
    return Label(row, match.start(), match.end(), numbered=bool(match["number"]) and row.number is not None)


def _fill(
    patterns: dict[Row, re.Pattern[str]], rows: Sequence[Row], found: dict[Row, Label], text: str, end: int
) -> None:
    """Look for the rows that are not found yet, each between its found neighbours in the form's order."""
    start = 0
    for index, row in enumerate(REQUEST_ROWS):
        if row in found:
            start = found[row].end
        elif row in rows:
            after = [found[other].start for other in REQUEST_ROWS[index + 1 :] if other in found]
            if label := _search(patterns, row, text, start, min(after, default=end)):
                found[row] = label
                start = label.end


def _labels(patterns: dict[Row, re.Pattern[str]], text: str, start: int, end: int) -> dict[Row, Label]:
    first = _search(patterns, NEW, text, start, end)
    if first is None:
        return {}
    found = {NEW: first}
    position = first.end
    for row in _LANDMARKS[1:]:  # these hold the others in their place: 其他 must not be looked for behind 总计
        reach = end if row in (OTHER, CLOSED) else min(end, position + MAX_GAP)
        if label := _search(_EXACT, row, text, position, reach):
            found[row] = label
            position = label.end
    _fill(_WRAPPED, REQUEST_ROWS, found, text, end)
    _fill(_EXACT, REQUEST_ROWS, found, text, end)
    others = _OTHERS if any(row in found for row in _OTHERS) else ()
    _fill(_FUZZY, [row for row in REQUEST_ROWS if row not in _OTHERS or row in others], found, text, end)
    return found


def _as_heading(labels: list[Label]) -> list[Label]:
    if not any(label.row in _OTHERS for label in labels):
        return labels
    return [
        Label(label.row, label.start, label.end, label.numbered, heading=True) if label.row is OTHER else label
        for label in labels
    ]


def find_rows(text: str) -> list[Rows]:
    """Every table of requests in the normalised text, by its labels; prose that mentions a few rows is none."""
    for patterns in (_EXACT, _FUZZY):
        starts = [match.start() for match in islice(patterns[NEW].finditer(text), MOST_TABLES)]
        tables = [_rows_between(patterns, text, start, end) for start, end in pairwise([*starts, len(text)])]
        if found := [rows for rows in tables if rows is not None]:
            return found
    return []


def _rows_between(patterns: dict[Row, re.Pattern[str]], text: str, start: int, end: int) -> Rows | None:
    behind = _NEXT_TABLE.search(text, start, end)
    end = min(behind.start() if behind else end, start + MAX_TABLE)
    clean = text[start:end]
    for pattern in (_HINT, _TABLE_HEAD, _HEADING):
        clean = blank(pattern, clean)
    clean = text[:start] + clean + text[end:]
    found = _labels(patterns, clean, start, end)
    labels = _as_heading(sorted(found.values(), key=lambda label: label.start))
    is_headed = any(
        start - head.end() < MAX_HEAD_GAP for head in _TABLE_HEAD.finditer(text, max(0, start - MAX_HEAD), start)
    )
    is_frame = CARRIED_IN in found or CLOSED in found or CARRIED_OUT in found
    if not is_headed and (len(labels) < MIN_ROWS or not is_frame):
        return None
    expected = [row for row in REQUEST_ROWS if row not in _OTHERS or any(other in found for other in _OTHERS)]
    return Rows(clean, tuple(labels), tuple(row for row in expected if row not in found))
