"""An HTML page or fragment as plain text: blocks on lines, a table's row on one line with tabs between its cells."""

import re

from bs4 import BeautifulSoup, CData, NavigableString, Tag
from bs4.element import PageElement

_UNSEEN = re.compile("script|style|title|noscript|template|select|iframe|object|meta|link|colgroup")
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6r]"
    "|header|html|legend|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_SPACE = re.compile(r"[\s\xa0\u3000]+")
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff，。、；：！？（）“”])\s+(?=[\u4e00-\u9fff，。、；：！？（）“”])")
# Where the source was wrapped inside a paragraph, as Word's pages are: no space is meant (CSS Text 3, 4.1.2).
_WRAP = re.compile(r"(?<=[\u4e00-\u9fff，、（“《])[ \t]*\r?\n[ \t]*(?=[\u4e00-\u9fff，、）”》])")
_UNPARSABLE = re.compile("[\x00\ud800-\udfff]")  # libxml2 takes neither NUL nor half of a surrogate pair
_LINE_END = "\n"
_MAX_SPAN = 100  # cells; larger numbers are misprints, browsers stop at 1,000
_MAX_CELL = 600  # characters; the longest label of an annual report has 36, an article in a layout table thousands
_MAX_DEPTH = 20  # tables within tables


def html_text(html: str) -> str:
    """The text that a visitor sees, without styles and scripts; what stands behind `</html>` is kept.

    A cell's text stands once at its place in the table's grid; places covered by rowspan and colspan are empty, so that
    columns stay aligned. A row with a table or an article inside a cell, or of a table of one column, is layout: its
    cells are blocks.

    >>> html_text("<table><tr><td rowspan=2>行政许可<td>1<tr><td>2</table>")
    '行政许可\\t1\\n\\t2'
    """
    lines = _Lines()
    _write(BeautifulSoup(_UNPARSABLE.sub("\ufffd", html), "lxml"), lines, 0)
    return lines.text()


class _Lines:
    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []

    def write(self, words: str) -> None:
        self._line.append(words)

    def end(self) -> None:
        line = _SPACE.sub(" ", "".join(self._line)).strip()
        self._line = []
        if line:
            self._lines.append(line)

    def row(self, cells: list[str]) -> None:
        self.end()
        if any(cells):
            self._lines.append("\t".join(cells))

    def text(self, joint: str = "\n") -> str:
        self.end()
        return joint.join(self._lines)


def _write(root: Tag, lines: _Lines, depth: int) -> None:
    """Write an element's text without recursion into anything but tables (pages nest thousands of elements)."""
    waiting: list[PageElement | str] = list(reversed(root.contents))
    while waiting:
        piece = waiting.pop()
        if piece is _LINE_END:
            lines.end()
        elif isinstance(piece, Tag):
            if _UNSEEN.fullmatch(piece.name):
                continue
            if piece.name == "br":
                lines.end()
            elif piece.name == "table" and depth < _MAX_DEPTH:
                lines.end()
                _write_table(piece, lines, depth + 1)
                lines.end()
            else:
                if _BLOCK.fullmatch(piece.name):
                    lines.end()
                    waiting.append(_LINE_END)
                waiting.extend(reversed(piece.contents))
        elif type(piece) in (NavigableString, CData):
            lines.write(_WRAP.sub("", str(piece)))


def _write_table(table: Tag, lines: _Lines, depth: int) -> None:
    rows = _rows(table)
    if not rows:
        _write(table, lines, depth)
        return
    for part in table.find_all("caption", recursive=False):
        _write(part, lines, depth)
        lines.end()
    layout = max(sum(_span(cell, "colspan") for cell in cells) for cells in rows) == 1
    covered: dict[int, int] = {}  # column: rows that a cell above still covers
    for cells in rows:
        if layout or any(_is_layout(cell) for cell in cells):
            for cell in cells:
                _write(cell, lines, depth)
                lines.end()
        else:
            lines.row(_grid_row(cells, covered, depth))


def _is_layout(cell: Tag) -> bool:
    return cell.find("table") is not None or len(cell.get_text()) > _MAX_CELL


def _rows(table: Tag) -> list[list[Tag]]:
    """The cells of the table's own rows, none of tables within."""
    rows = []
    for row in _own(table, ("tr",), ("thead", "tbody", "tfoot", "form")):
        cells = _own(row, ("td", "th"), ("form",))
        if cells:
            rows.append(cells)
    return rows


def _own(tag: Tag, names: tuple[str, ...], through: tuple[str, ...]) -> list[Tag]:
    found: list[Tag] = []
    waiting = list(reversed(tag.contents))
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, Tag):
            if piece.name in names:
                found.append(piece)
            elif piece.name in through:
                waiting.extend(reversed(piece.contents))
    return found


def _grid_row(cells: list[Tag], covered: dict[int, int], depth: int) -> list[str]:
    row: list[str] = []

    def skip_covered() -> None:
        while covered.get(len(row), 0) > 0:
            covered[len(row)] -= 1
            row.append("")

    for cell in cells:
        skip_covered()
        below = _span(cell, "rowspan") - 1
        for offset in range(_span(cell, "colspan")):
            covered[len(row)] = below
            row.append("" if offset else _cell_text(cell, depth))
    skip_covered()
    return row


def _cell_text(cell: Tag, depth: int) -> str:
    lines = _Lines()
    _write(cell, lines, depth)
    return _HAN_GAP.sub("", lines.text(" "))


def _span(cell: Tag, name: str) -> int:
    match = re.match(r"\s*(\d{1,4})", str(cell.get(name) or ""))
    return max(1, min(int(match[1]), _MAX_SPAN)) if match else 1
