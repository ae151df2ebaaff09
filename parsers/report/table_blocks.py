"""Finding the rows of Article 20's blocks by the words of their heads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.report.table_cells import tokens_before
from parsers.report.table_forms import ARTICLE20, Block
from parsers.report.table_text import HAN, fields, spaced

MAX_ROW = 120  # characters from a row's label to the end of its cells
_UNIT = re.compile(
    r"\s*\(\s*(?:单位\s*[::]?\s*)?(?P<unit>万元|亿元|元|项|件|个|条|宗)\s*(?:[,、;][^()\n]{1,20})?\)"
    r"|\s*\(\s*单位\s*[::]?\s*(?P<other>[^()\d]{1,6})\)"
)
_NOTE = r"(?:\s*\((?!\s*(?:单位|[万亿]?元))[^()]{1,120}\))?"  # a province's own remark: (历史累计), (指2019年事项数)
_LABEL_NOTE = re.compile(_NOTE + r"(?=\s)|\s*\([^()\d]{1,40}\)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row in the text: its label [start, end), the code's first part, and the unit its block's head names."""

    block: Block
    name: str
    code: str
    start: int
    end: int
    head_unit: str | None


_THIS_YEAR = spaced("本年")
_NUMBER, _ANY_NUMBER = (
    spaced("件数"),
    rf"(?:{spaced('件')}|{spaced('数')})?\s*(?:{spaced('数')}|{spaced('量')})",
)  # 件数, 数量


def _column(head: str) -> str:
    """A column's head; of 本年新制作数量 the second line may be lost, and of 本年增/减 its end."""
    head = head.replace("处理决定", "处理..")  # 处理绝对数量
    words = spaced(head).replace(r"\.", f"[{HAN}]").replace("/", r"[/、或]?").removesuffix("减") + (
        "减?" if head.endswith("减") else ""
    )
    words = words.removesuffix(_NUMBER) + _ANY_NUMBER if words.endswith(_NUMBER) else words
    words = words.replace(_THIS_YEAR, _THIS_YEAR + r"(?:\s*\(20\d\d\))?")  # 本年(2023)制发件数
    if not head.startswith("本年新"):
        return words
    return rf"{spaced(head[:3])}(?:\s*{spaced(head[3:])}|(?=\s*(?:本\s*年|对\s*外)))"


def _head(block: Block) -> re.Pattern[str]:
    words = rf"{_NOTE}\s*".join(_column(column.head) for column in block.columns) + _NOTE
    behind = rf"(?!\s*{spaced('处理决定')})" if block.item.endswith("（八）项") and block.form == 2019 else ""
    return re.compile(words + behind)


_HEADS = tuple((block, _head(block)) for block in ARTICLE20)


def _labels(block: Block) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (
            re.compile(r"[\s|]*(?:\d\s*[.、])?\s*(?:" + "|".join(spaced(words) for words in (name, *others)) + ")"),
            name,
            code,
        )
        for name, others, code in block.rows
    )


_LABELS = {block: _labels(block) for block in ARTICLE20}


def find_rows(text: str) -> Iterator[Row]:
    """The rows behind each block's head. Labels without their head are prose."""
    for block, head in _HEADS:
        for match in head.finditer(text):
            position = match.end()
            unit = _UNIT.match(text, position)
            if unit:
                position = unit.end()
            while found := _next_row(text, position, block, unit["unit"] if unit else None):
                yield found
                position = cells_end(text, found)


def _next_row(text: str, position: int, block: Block, unit: str | None) -> Row | None:
    for pattern, name, code in _LABELS[block]:
        if match := pattern.match(text, position):
            note = _LABEL_NOTE.match(text, match.end())
            start = match.end() - len(match[0].lstrip(" \t\n|"))
            return Row(block, name, code, start, note.end() if note else match.end(), unit)
    return None


def cells_end(text: str, row: Row) -> int:
    """Where the row's cells end: at the end of its line of tabs, or behind the last thing that can be a cell."""
    if fields(text, row.end):
        end = text.find("\n", row.end)
        return len(text) if end < 0 else end
    found = tokens_before(text, row.end, min(len(text), row.end + MAX_ROW))
    return found[-1].end if found else row.end
