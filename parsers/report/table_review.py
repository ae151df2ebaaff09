"""The table of reviews and lawsuits: three blocks of five cells under one head, or each under its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.report.records import Evidence, Metric
from parsers.report.table_cells import Cell, closes, cut_cells, glue, token_cell, tokens_before, walls_of
from parsers.report.table_forms import REVIEW_BLOCKS, REVIEW_RESULTS, SECTION_REVIEW
from parsers.report.table_reading import TableReading
from parsers.report.table_solver import TooManyCuts, summed_cuts
from parsers.report.table_text import HAN, Token, fields, read_cell, spaced, tokens

CELLS = len(REVIEW_RESULTS)
_MAX_HEAD = 400  # characters from one block's head to the next, its cells included
_SHOWN = 4

# 其他结果 is printed as 驳回申请, 驳回起诉, 其它结果, …
_HEAD = re.compile(
    rf"(?:{spaced('结果')}\s*)?{spaced('维持')}(?:{spaced('结果')})?\s*(?:{spaced('结果')}\s*)?{spaced('纠正')}"
    rf"(?:{spaced('结果')})?\s*[{HAN}](?:\s*[{HAN}、/]){{1,7}}?\s*(?:{spaced('尚未')}|未)\s*{spaced('审结')}\s*[总合]\s*计"
)
_SECTION = re.compile(rf"{spaced('行政复议')}[、和及]?\s*(?:提起)?{spaced('行政诉讼')}{spaced('情况')}")
_NUMBERS = re.compile(r"^[ \t]*\d[\d \t]{20,200}$", re.MULTILINE)
_LINES = re.compile(
    rf"[\s|]*(?P<first>{spaced('行政复议')})[^{HAN}]{{5,120}}?(?:{spaced('行政诉讼')}[\s|]*)?(?P<direct>{spaced('未经复议')}(?:{spaced('直接起诉')})?)"
    rf"[^{HAN}]{{5,120}}?(?:{spaced('行政诉讼')}[\s|]*)?(?P<after>{spaced('复议后')}(?:{spaced('起诉')})?)"
)
_DIRECT, _AFTER = re.compile(spaced("未经复议")), re.compile(spaced("复议后"))

Block = tuple[Cell | None, ...]
_UNREAD: Block = (None,) * CELLS


def read_reviews(text: str, original: str, year: int, glued: bool) -> list[TableReading]:
    """Every table of reviews and lawsuits in the normalised text; `original` has the same indices."""
    heads = list(_HEAD.finditer(text))
    readings, index = [], 0
    while index + 2 < len(heads):
        three = heads[index : index + 3]
        if any(b.start() - a.end() > _MAX_HEAD for a, b in pairwise(three)):
            index += 1
            continue
        readings.append(_read_table(text, original, year, glued, three))
        index += 3
    if not readings:
        found = [_read_lines(text, original, year, glued, head) for head in heads] or [_read_bare(text, original, year)]
        readings = [reading for reading in found if reading is not None]
    return readings


def _read_bare(text: str, original: str, year: int) -> TableReading | None:
    """A head whose words are broken over lines that interleave; below it fifteen numbers that add up three times."""
    head = _SECTION.search(text)
    for line in _NUMBERS.finditer(text, head.end(), min(len(text), head.end() + 2 * _MAX_HEAD)) if head else ():
        between = text[head.end() : line.start()] if head else ""
        found = list(tokens(text, *line.span()))
        if not (_DIRECT.search(between) and _AFTER.search(between)) or len(found) != len(REVIEW_BLOCKS) * CELLS:
            continue
        cells = [token_cell(token, (token.start, token.end), "table") for token in found]
        blocks = [tuple(cells[at : at + CELLS]) for at in range(0, len(cells), CELLS)]
        if all(closes(block) for block in blocks):
            metrics = [metric for at, block in enumerate(blocks) for metric in _metrics(at, block, original, year)]
            return TableReading(tuple(metrics), (), (line.span(),))
    return None


def _read_lines(text: str, original: str, year: int, glued: bool, head: re.Match[str]) -> TableReading | None:
    """One head, and under it a line for each of the three blocks."""
    lines = _LINES.match(text, head.end(), min(len(text), head.end() + _MAX_HEAD))
    if lines is None:
        return None
    ends = [lines.end(name) for name in ("first", "direct", "after")]
    stops = [lines.start("direct"), lines.start("after"), text.find("\n", ends[-1])]
    parts = [
        _read_cells(text, end, stop if stop >= 0 else len(text), 1, glued)
        for end, stop in zip(ends, stops, strict=True)
    ]
    blocks = [found[0] if found else _UNREAD for found, _ in parts]
    metrics = [metric for at, block in enumerate(blocks) for metric in _metrics(at, block, original, year)]
    warnings = tuple(f"{SECTION_REVIEW}: {trouble}" for _, trouble in parts if trouble)
    end = max([ends[-1], *(cell.end for block in blocks for cell in block if cell is not None)])
    return TableReading(tuple(metrics), warnings, ((head.start(), end),))


def _read_table(text: str, original: str, year: int, glued: bool, heads: Sequence[re.Match[str]]) -> TableReading:
    start, end = heads[0].start(), heads[-1].end()
    direct, after = (_first(words, text, start - 60, heads[-1].start()) for words in (_DIRECT, _AFTER))
    if direct is not None and after is not None and direct > after:
        return TableReading((), (f"{SECTION_REVIEW}: its blocks stand in another order",), ((start, end),))
    blocks, warnings = _read_under(text, glued, heads)
    cells = [cell for block in blocks for cell in block if cell is not None]
    span = (start, max([end, *(cell.end for cell in cells)]))
    metrics = [metric for at, block in enumerate(blocks) for metric in _metrics(at, block, original, year)]
    return TableReading(tuple(metrics), tuple(f"{SECTION_REVIEW}: {words}" for words in warnings), (span,))


def _read_under(text: str, glued: bool, heads: Sequence[re.Match[str]]) -> tuple[list[Block], list[str]]:
    """The three blocks: behind the last head, or each behind its own."""
    end = heads[-1].end()
    apart = [re.search(r"\d", text[a.end() : b.start()]) is not None for a, b in pairwise(heads)]
    if any(apart) and not all(apart):
        return [], ["table not readable"]
    if not any(apart):
        found, trouble = _read_cells(text, end, end + _MAX_HEAD, len(heads), glued)
        return found or [], [trouble] if trouble else []
    stops = [*(head.start() for head in heads[1:]), end + _MAX_HEAD]
    parts = [_read_cells(text, head.end(), stop, 1, glued) for head, stop in zip(heads, stops, strict=True)]
    return [found[0] if found else _UNREAD for found, _ in parts], [trouble for _, trouble in parts if trouble]


def _first(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    match = pattern.search(text, max(start, 0), end)
    return match.start() if match else None


def _read_cells(text: str, start: int, end: int, blocks: int, glued: bool) -> tuple[list[Block] | None, str]:
    """The blocks' cells behind a head, or None and what is wrong with them."""
    end = min(end, len(text))
    line = _first_filled_line(text, start, end)
    if line is not None and "\t" in text[line[0] : line[1]]:
        return _grid(text, *line, blocks)
    found = tokens_before(text, start, end)
    wanted = blocks * CELLS
    if not found:
        return None, "the table is not filled in"
    if any(token.fraction or token.signed or token.scaled for token in found):
        return None, "a cell that is no number"
    if len(found) >= wanted and all(token.well_formed for token in found[:wanted]):
        return _listed(found, blocks)
    apart = any("\n" in text[a.end : b.start] for a, b in pairwise(found))
    if not glued or apart:
        return None, f"{len(found)} cells where {wanted} should be"
    return _cut(found, blocks)


def _first_filled_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        if match[0].strip():
            begin = text.rfind("\n", 0, match.start()) + 1
            return (max(begin, start), match.end())
    return None


def _grid(text: str, start: int, end: int, blocks: int) -> tuple[list[Block] | None, str]:
    """Cells between tabs on one line; what is left of the table's columns is empty cells."""
    wanted = blocks * CELLS
    places = [(start, text.find("\t", start, end)), *((field.start, field.end) for field in fields(text, start))]
    while len(places) > wanted and not text[slice(*places[0])].strip():
        places.pop(0)
    while len(places) > wanted and not text[slice(*places[-1])].strip():
        places.pop()
    places = _every_column(text, places, wanted)
    read = [read_cell(text, *place) for place in places]
    if len(places) != wanted or any(t is None or t.fraction or not t.well_formed or t.sign < 0 for t in read):
        return None, f"{len(places)} cells where {wanted} should be, or one that is no number"
    if not any(token and token.end > token.start for token in read):
        return None, "the table is not filled in"
    cells = [token_cell(token, (start, start), "table") for token in read if token is not None]
    return _blocks(cells)


def _every_column(text: str, places: list[tuple[int, int]], wanted: int) -> list[tuple[int, int]]:
    """Cells that each span as many columns of the grid, without the blanks between them."""
    step, left = divmod(len(places) - 1, wanted - 1)
    between = [place for at, place in enumerate(places) if step and at % step]
    is_even = step > 1 and not left and not any(text[slice(*place)].strip() for place in between)
    filled = [place for place in places if text[slice(*place)].strip()]
    if len(filled) == wanted:
        return filled  # a blank column that a spreadsheet left between two blocks
    return places[::step] if is_even else places


def _listed(found: Sequence[Token], blocks: int) -> tuple[list[Block] | None, str]:
    wanted = blocks * CELLS
    cells = [token_cell(token, (token.start, token.end), "table") for token in found]
    if len(cells) > wanted and not all(closes(cells[at : at + CELLS]) for at in range(0, wanted, CELLS)):
        return None, f"{len(cells)} cells where {wanted} should be"
    return _blocks(cells[:wanted])


def _blocks(cells: Sequence[Cell]) -> tuple[list[Block], str]:
    """The cells in fives; in a block that does not add up a dash or an empty cell is no zero."""
    blocks: list[Block] = []
    for at in range(0, len(cells), CELLS):
        block = tuple(cells[at : at + CELLS])
        sure = closes(block)
        blocks.append(block if sure else tuple(None if cell.method == "stated-zero" else cell for cell in block))
    empty = any(cell is None for block in blocks for cell in block)
    return blocks, "an empty cell, and the block does not add up with a zero in it" if empty else ""


def _cut(found: Sequence[Token], blocks: int) -> tuple[list[Block] | None, str]:
    shown = " ".join(token.digits for token in found)
    if any(token.stated_zero or token.grouped or token.unit for token in found):
        return None, f"cells that cannot be told apart: {shown}"
    digits, places = glue(found)
    try:
        ways = summed_cuts(digits, frozenset(walls_of(found)), CELLS - 1, blocks)
    except TooManyCuts:
        return None, f"too many ways to cut {shown}"
    if not ways:
        return None, f"no way to cut {shown} so that the blocks add up"
    settled: list[Block] = []
    for at in range(0, blocks * CELLS, CELLS):
        same = {way[at : at + CELLS] for way in ways}
        settled.append(cut_cells(digits, places, same.pop()) if len(same) == 1 else _UNREAD)
    if len(ways) == 1:
        return settled, ""
    some = ", ".join("|".join(digits[a:b] for a, b in way) for way in ways[:_SHOWN])
    return settled, f"{len(ways)} ways to cut {shown}: {some}"


def _metrics(at: int, block: Block, original: str, year: int) -> list[Metric]:
    name, code = REVIEW_BLOCKS[at]
    return [
        Metric(
            code=f"{code}.{result}",
            value=int(cell.value),
            unit="件",
            year=year,
            evidence=Evidence(cell.start, cell.end, original[cell.start : cell.end]),
            label=f"{SECTION_REVIEW} · {name} · {head}",
            method=cell.method,
        )
        for cell, (head, result) in zip(block, REVIEW_RESULTS, strict=True)
        if cell is not None
    ]
