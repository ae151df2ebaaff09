"""From the text behind a row's label to its seven cells: given one by one, or glued and to be cut."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from parsers.report.table_forms import CARRIED_OUT
from parsers.report.table_rows import Label, Rows
from parsers.report.table_solver import Cuts, TooManyCuts, summed_cuts
from parsers.report.table_text import HAN, Field, Token, fields, read_cell, tokens

CELLS = 7
_HEAD_ROOM = 600  # characters above the first row
_APPLICANT_HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_FEWEST = 2  # numbers of a row that show by their sum which is its total
_BLANKED = 3  # a heading that was blanked leaves more than that, an empty cell less
_TAIL = re.compile(rf"(?:\s*(?!无(?![{HAN}]))[{HAN}(),.;:、。“”\"'《》])*")  # what is left of a label before its cells
_LAST_TAIL = re.compile(r"\s*(?:继\s*续\s*办\s*理)?\s*(?:数量|件数)?[)、:]?")
# 结转下年度继续办理00000002021年… or …00000004、政府信息公开…: these digits belong to what comes behind the table
_BEHIND = re.compile(r"(?:(?:19|20)\d\d(?=\s*年)|\d(?=\s*[.、](?!\d)))")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table. [start, end) is the number itself; an empty cell's is the row's label."""

    value: Decimal
    start: int
    end: int
    method: str


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row can say. One entry in `choices`: its cells (None: not readable); several: the ways to cut it."""

    label: Label
    choices: tuple[tuple[Cell | None, ...], ...] = ()
    trouble: str = ""  # why there are no choices
    shown: str = ""  # the glued words, for a warning

    @property
    def values(self) -> list[tuple[int, ...]] | None:
        """The choices as numbers, for the solver; None when a cell is missing."""
        found = [tuple(int(cell.value) for cell in cells if cell is not None) for cells in self.choices]
        return found if found and all(len(values) == CELLS for values in found) else None


def token_cell(token: Token, label: tuple[int, int], method: str) -> Cell:
    """A cell given one by one: a dash, 无 or nothing is a stated zero."""
    if token.stated_zero:
        start, end = (token.start, token.end) if token.end > token.start else label
        return Cell(Decimal(0), start, end, "stated-zero")
    return Cell(token.value, token.start, token.end, "approximate" if token.about else method)


def closes(cells: Sequence[Cell | None]) -> bool:
    """Do all cells but the last add up to the last?"""
    values = [cell.value for cell in cells if cell is not None]
    return len(values) == len(cells) and sum(values[:-1]) == values[-1]


def bare_numbers(rows: Rows) -> bool:
    """Are the rows numbered without a dot, so that a row's number is glued to the cells of the row above it?"""
    numbered = [label for label in rows.labels if label.row.number is not None]
    bare = sum(1 for label in numbered if _ends_with_number(rows.text, label))
    return not any(label.numbered for label in numbered) and bare >= 0.8 * len(numbered) > 0


def _ends_with_number(text: str, label: Label) -> bool:
    return text[: label.start].rstrip().endswith(str(label.row.number))


def cells_end(rows: Rows, index: int, bare: bool) -> int:
    """Where the cells of the row end: at the next label, without that label's number."""
    if index + 1 == len(rows.labels):
        return min(len(rows.text), rows.labels[index].end + 200)
    label = rows.labels[index + 1]
    if bare and label.row.number is not None and _ends_with_number(rows.text, label):
        return len(rows.text[: label.start].rstrip()) - len(str(label.row.number))
    return label.start


def grid_columns(rows: Rows) -> tuple[int, ...] | None:
    """The columns of the numbers in the tab-separated lines: what the filled rows agree on."""
    seen: Counter[tuple[int, ...]] = Counter()
    for label in rows.labels:
        filled = [field for field in fields(rows.text, label.end) if rows.text[field.start : field.end].strip()]
        if len(filled) == CELLS:
            seen[tuple(field.column for field in filled)] += 1
    return seen.most_common(1)[0][0] if seen else None


def head_columns(original: str, start: int) -> tuple[int, ...] | None:
    """The columns of the applicants' heads in the lines above the first row, where no row is filled."""
    lines = original[max(0, start - _HEAD_ROOM) : start].split("\n")
    place: dict[str, int] = {}
    for line in lines:
        for column, cell in enumerate(line.split("\t")):
            words = re.sub(r"\s", "", cell)
            if words in _APPLICANT_HEADS:
                place[words] = column
    found = tuple(place.get(words, -1) for words in _APPLICANT_HEADS)
    return found if -1 not in found and list(found) == sorted(set(found)) else None


def read_grid_row(rows: Rows, label: Label, columns: tuple[int, ...] | None) -> RowReading:
    """A row whose cells stand between tabs on the label's line."""
    line = fields(rows.text, label.end)
    filled = [field for field in line if rows.text[field.start : field.end].strip()]
    if not filled:
        return RowReading(label, trouble="empty")
    place = {field.column: field for field in line}
    if len(filled) == CELLS:
        places = [(field.start, field.end) for field in filled]
    elif columns is None or any(field.column not in columns for field in filled):
        return _read_last_columns(rows, label, line, len(filled))
    else:
        spots = [place.get(at) for at in columns]
        places = [(spot.start, spot.end) if spot else (label.end, label.end) for spot in spots]
    read = [read_cell(rows.text, start, end) for start, end in places]
    if any(token is None or token.fraction or not token.well_formed or token.sign < 0 for token in read):
        return RowReading(label, trouble="a cell that is no number")
    cells = [token_cell(token, (label.start, label.end), "table") for token in read if token is not None]
    return RowReading(label, (_only_proven_zeros(cells),))


def _read_last_columns(rows: Rows, label: Label, line: Sequence[Field], filled: int) -> RowReading:
    """Cells by their distance from the line's end, where no row shows the columns: sure only if they add up."""
    behind = line[-CELLS:]
    read = [read_cell(rows.text, field.start, field.end) for field in behind]
    counts = [token for token in read if token and token.well_formed and not token.fraction and token.sign > 0]
    cells = [token_cell(token, (label.start, label.end), "table") for token in counts]
    alone = all(not rows.text[field.start : field.end].strip() for field in line[:-CELLS])
    if len(cells) == CELLS and alone and closes(cells):
        return RowReading(label, (tuple(cells),))
    return RowReading(label, trouble=f"{filled} cells where {CELLS} should be")


def _only_proven_zeros(cells: Sequence[Cell]) -> tuple[Cell | None, ...]:
    """A dash or an empty cell is a zero only where the row adds up with it."""
    if closes(cells):
        return tuple(cells)
    return tuple(None if cell.method == "stated-zero" else cell for cell in cells)


def read_listed_row(rows: Rows, label: Label, end: int, glued: bool, last: bool) -> RowReading:
    """A row whose cells are separated by white space, or glued."""
    tail = (_LAST_TAIL if label.row is CARRIED_OUT else _TAIL).match(rows.text, label.end, end)
    start = tail.end() if tail else label.end
    found = tokens_before(rows.text, start, end) if last else list(tokens(rows.text, start, end))
    rest = rows.text[found[-1].end : end] if found else ""
    if all(rows.text[token.start] == "|" for token in found):
        return RowReading(label, trouble="empty")
    while len(found) > CELLS and rows.text[found[-1].start] == "|":
        found.pop()  # the row's own border
    if not last and re.search(r"[\d+\-]", rest):
        return RowReading(label, trouble=f"text among the cells: {rest.strip()[:20]}")
    if any(token.fraction or token.signed or token.scaled for token in found):
        return RowReading(label, trouble="a cell that is no number")
    if len(found) == CELLS and all(token.well_formed for token in found):
        cells = [token_cell(token, (label.start, label.end), "table") for token in found]
        return RowReading(label, (_only_proven_zeros(cells),))
    if len(found) > CELLS:
        return _row_among(label, found)
    if not last and (lines := _read_lines(rows, label, end)):
        return lines
    if not last and (total := _total_of_line(label, found, rows.text)):
        return total
    if not glued or any("\n" in rows.text[a.end : b.start] for a, b in pairwise(found)):
        return RowReading(label, trouble=f"{len(found)} cells where {CELLS} should be")
    return _cut_row(label, found)


def _read_lines(rows: Rows, label: Label, end: int) -> RowReading | None:
    """One cell a line, the empty ones as empty lines: seven lines to the next label, which add up."""
    first = rows.text.find("\n", label.end, end)
    if first < 0 or re.search(r"\d", rows.text[label.end : first]):
        return None
    places = lines_between(rows.text, first + 1, end)
    if len(places) != CELLS:
        return None
    read = [read_cell(rows.text, *place) for place in places]
    if any(token is None or token.fraction or not token.well_formed or token.sign < 0 for token in read):
        return None
    cells = [token_cell(token, (label.start, label.end), "table") for token in read if token is not None]
    is_filled = any(cell.method == "table" for cell in cells)
    return RowReading(label, (tuple(cells),)) if is_filled and closes(cells) else None


def lines_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines as cells; one that was blanked (a heading, a page mark) is none, an empty one is an empty cell."""
    places, at = [], start
    while (stop := text.find("\n", at, end)) >= 0:
        if stop - at < _BLANKED or text[at:stop].strip():
            places.append((at, stop))
        at = stop + 1
    return places


def _total_of_line(label: Label, found: Sequence[Token], text: str) -> RowReading | None:
    """9, 3, 12 a line each, where empty cells have vanished: whose the 9 and the 3 are nobody knows, the last is the total."""
    apart = all("\n" in text[a.end : b.start] for a, b in pairwise(found))
    if len(found) < _FEWEST or not apart or not all(token.well_formed and not token.fraction for token in found):
        return None
    cells = [token_cell(token, (label.start, label.end), "table") for token in found]
    return RowReading(label, ((*([None] * (CELLS - 1)), cells[-1]),)) if closes(cells) else None


def tokens_before(text: str, start: int, end: int) -> list[Token]:
    """The cell tokens from `start` on, without digits that belong to the sentence behind them."""
    found = list(tokens(text, start, end))
    if not found:
        return []
    stop = found[-1].end
    behind = [match.start() for match in _BEHIND.finditer(text, found[-1].start) if match.end() == stop]
    return list(tokens(text, start, behind[0])) if behind else found


def _row_among(label: Label, found: Sequence[Token]) -> RowReading:
    """Seven of more than seven numbers, where only one run of them adds up (the other is a page number)."""
    if not all(token.well_formed for token in found) or len(found) > CELLS + 2:
        return RowReading(label, trouble=f"{len(found)} cells where {CELLS} should be")
    windows = [found[at : at + CELLS] for at in range(len(found) - CELLS + 1)]
    rows = [tuple(token_cell(token, (label.start, label.end), "table") for token in window) for window in windows]
    sums = [cells for cells in rows if closes(cells)]
    if len(sums) != 1:
        return RowReading(label, trouble=f"{len(found)} cells where {CELLS} should be")
    return RowReading(label, (sums[0],))


def _cut_row(label: Label, found: Sequence[Token]) -> RowReading:
    shown = " ".join(token.digits for token in found)
    if any(token.stated_zero or token.grouped or token.unit for token in found):
        return RowReading(label, trouble=f"cells that cannot be told apart: {shown}")
    digits, places = glue(found)
    walls = frozenset(walls_of(found))
    try:
        ways = summed_cuts(digits, walls, CELLS - 1)
    except TooManyCuts:
        return RowReading(label, trouble=f"too many ways to cut {shown}")
    if not ways:
        return RowReading(label, trouble=f"no way to cut {shown} so that the cells add up")
    return RowReading(label, tuple(cut_cells(digits, places, way) for way in ways), shown=shown)


def glue(found: Sequence[Token]) -> tuple[str, list[int]]:
    """The digits of the tokens in one string, and where in the text each stands."""
    digits = "".join(token.digits for token in found)
    places = [token.digits_at + offset for token in found for offset in range(len(token.digits))]
    return digits, places


def walls_of(found: Sequence[Token]) -> list[int]:
    """The positions in the glued digits where one token ends and the next begins."""
    walls, position = [], 0
    for token in found:
        position += len(token.digits)
        walls.append(position)
    return walls


def cut_cells(digits: str, places: Sequence[int], cuts: Cuts) -> tuple[Cell, ...]:
    """The cells that a cut makes, each with its place in the text."""
    return tuple(
        Cell(Decimal(digits[start:end]), places[start], places[end - 1] + 1, "table-solved") for start, end in cuts
    )
