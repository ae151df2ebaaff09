"""Annual reports made into PDFs as word processors print them: narrow cells, merged labels, tables over page breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.parsers.documents.made_documents import Pdf

SIZE = 10  # points of a Chinese character
LEFT, RIGHT, TOP, BOTTOM = 40.0, 555.0, 790.0, 60.0


@dataclass(frozen=True)
class Cell:
    """Words that cover columns `[first, last]` of a table's grid and `rows` rows."""

    words: str
    first: int
    last: int
    rows: int = 1


Row = Sequence[Cell]


class Paper:
    """Pages that are filled from top to bottom; `ruled` draws the lines of tables, `numbered` the page numbers."""

    def __init__(self, *, ruled: bool = True, numbered: bool = True) -> None:
        self.pdf = Pdf()
        self.ruled, self.numbered = ruled, numbered
        self.texts: list[tuple[float, float, str]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.y = TOP

    def prose(self, words: str, indent: int = 0) -> None:
        """A paragraph, its first line indented by so many characters; lines break after so many, wherever that is."""
        wide = int((RIGHT - LEFT) // SIZE)
        ends = [0, *range(wide - indent, len(words), wide), len(words)]
        for at, end in pairwise(ends):
            if self.y < BOTTOM + 20:
                self.turn()
            self.texts.append((LEFT if at else LEFT + indent * SIZE, self.y, words[at:end]))
            self.y -= 16

    def table(self, rows: Sequence[Row], edges: Sequence[float]) -> None:
        """Rows of cells on the grid of `edges`; a row that does not fit goes to the next page."""
        self.y -= 8
        open_cells: dict[int, int] = {}  # first column of a cell that goes on below: rows left
        for row in rows:
            lines = [_wrapped(cell, edges) for cell in row]
            heights = [len(words) for cell, words in zip(row, lines, strict=True) if cell.rows == 1]
            high = 14.0 * max([1, *heights]) + 6
            if self.y - high < BOTTOM:
                self.turn()
            self._draw(row, lines, edges, high, open_cells)
            self.y -= high
        self.y -= 16

    def _draw(
        self,
        row: Row,
        lines: Sequence[Sequence[str]],
        edges: Sequence[float],
        high: float,
        open_cells: dict[int, int],
    ) -> None:
        for cell, words in zip(row, lines, strict=True):
            top = self.y - (high - 14 * len(words)) / 2 if cell.rows == 1 else self.y - 3
            self.texts += [(edges[cell.first] + 3, top - 14 * at - 11, line) for at, line in enumerate(words)]
            if cell.rows > 1:
                open_cells[cell.first] = cell.rows
        if not self.ruled:
            return
        self.rules += [(edges[0], self.y, edges[0], self.y - high), (edges[-1], self.y, edges[-1], self.y - high)]
        covered = list(open_cells)
        for cell in row:
            self.rules.append((edges[cell.first], self.y, edges[cell.last + 1], self.y))
            self.rules.append((edges[cell.last + 1], self.y, edges[cell.last + 1], self.y - high))
            if cell.rows == 1:
                self.rules.append((edges[cell.first], self.y - high, edges[cell.last + 1], self.y - high))
        for first in covered:
            self.rules.append((edges[first + 1], self.y, edges[first + 1], self.y - high))
            open_cells[first] -= 1
            if open_cells[first] == 0:
                del open_cells[first]
                self.rules.append((edges[first], self.y - high, edges[first + 1], self.y - high))

    def turn(self) -> None:
        if self.numbered:
            self.texts.append((290.0, 30.0, f"- {len(self.pdf.pages) + 1} -"))
        self.pdf.page(self.texts, self.rules)
        self.texts, self.rules, self.y = [], [], TOP

    def body(self) -> bytes:
        self.turn()
        return self.pdf.body()


def _wrapped(cell: Cell, edges: Sequence[float]) -> list[str]:
    wide = max(1, int((edges[cell.last + 1] - edges[cell.first] - 4) // SIZE))
    if cell.words.isascii():
        return [cell.words]
    return [cell.words[at : at + wide] for at in range(0, len(cell.words), wide)]


def long_pdf(pages: int) -> bytes:
    """A report of so many pages, every one with a ruled table of 25 rows and ten columns."""
    paper = Paper()
    edges = [LEFT + 50.0 * at for at in range(11)]
    rows = [
        [Cell("予以公开" if column == 0 else str(row * column), column, column) for column in range(10)]
        for row in range(25)
    ]
    paper.prose("某市2021年政府信息公开工作年度报告")
    for page in range(pages):
        paper.prose("三、收到和处理政府信息公开申请情况")
        paper.table(rows, edges)
        if page + 1 < pages:
            paper.turn()
    return paper.body()
