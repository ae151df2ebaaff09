"""Lines of laid-out pages (PDF, OFD) made into text: gaps inside Chinese closed, wrapped lines joined, furniture dropped.

A line goes on below when the next one's first word did not fit any more, and that one neither is indented nor stands
apart: what a reader sees. Counting characters does not tell, because digits are half as wide and titles twice as large.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from parsers.radicals import spelled_out

_HAN = "\u4e00-\u9fff，。、；：！？（）“”《》〔〕"
# PDF readers put a space between a Chinese character and a digit or another one; two numbers stay apart.
_GAP = re.compile(rf"(?<=[{_HAN}])[ \xa0\u3000]+(?=[{_HAN}\d])|(?<=\d)[ \xa0\u3000]+(?=[{_HAN}])")
_PAGE_NUMBER = re.compile(r"\s*[-—–－]\s*\d{1,3}\s*[-—–－]\s*|\s*\d{1,3}\s*/\s*\d{1,3}\s*|\s*第\s*\d{1,3}\s*页.{0,12}")
_NUMBER = re.compile(r"\s*(\d{1,3})\s*")
_SENTENCE_ENDS = tuple("。；：！？!?;:")
_UNBROKEN = re.compile(r"[\w.,:/%@+\-]+", re.ASCII)  # a number or a word of Latin letters stays on one line
_NOT_FIRST = re.compile(r"[，。、；：！？）》”’〕％%]+")  # may not begin a line: the character before goes down with it

_NARROW = 0.5  # of an em: a digit's width
_SPACE = 0.2  # ems more than usual
_SLACK = 2.0  # ems that a full line may lack: marks hang out of the edge, ragged lines end before it
_INDENT = 1.2  # ems: less is the ragged edge of a justified text
_LARGER = 1.15  # times the size of the text around: a title
_APART = 1.2  # times the distance of two lines of a paragraph: a new one
_WIDE = 0.6  # of the widest line: such lines show where the text's edges are
_SHORTEST = 18  # ems; text that is narrower is a list or a cover
_OF_TABLE = 2.0  # ems between two words: they stand in columns


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; lengths in points, places from its upper left corner.

    `size`: an em, which is a Chinese character's width; `gap`: the widest inside the line.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    gap: float = 0.0
    page: int = 0


class Glyph(NamedTuple):
    """One character, its box as of Line. `is_apart`: the file has a space before it."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    is_apart: bool


Item = Line | str  # a string is a table's row, its cells between tabs


def line_of(glyphs: Sequence[Glyph], page: int) -> Line:
    """A line from its characters, a space where the file has one, or where two stand further apart than usual.

    The usual distance is another one between Chinese and digits, which typesetters keep a quarter of an em apart.
    """
    pairs = [(a, b, b.left - a.right, a.text.isascii() != b.text.isascii()) for a, b in pairwise(glyphs)]
    usual = {kind: median([0.0, *(gap for _, _, gap, mixed in pairs if mixed is kind)]) for kind in (True, False)}
    size = _em(glyphs)
    words = [glyphs[0].text]
    for _, glyph, gap, mixed in pairs:
        if glyph.is_apart or gap - usual[mixed] > _SPACE * size:
            words.append(" ")
        words.append(glyph.text)
    return Line(
        spelled_out("".join(words)),
        left=glyphs[0].left,
        right=glyphs[-1].right,
        top=min(glyph.top for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in glyphs),
        size=size,
        gap=max((gap for _, _, gap, _ in pairs), default=0.0),
        page=page,
    )


def _em(glyphs: Sequence[Glyph]) -> float:
    """By width, because the heights of fonts that stand for one another differ; a narrow one is half an em or so."""
    wide = [glyph.right - glyph.left for glyph in glyphs if not glyph.text.isascii()]
    return max(median(wide or [2 * (glyph.right - glyph.left) for glyph in glyphs]), 1.0)


def table_rows(cells: Iterable[Sequence[str]]) -> list[str]:
    """A table's rows as lines, without empty rows, and without the empty columns that some writers set at the right.

    >>> table_rows([["收到", "2", ""], ["", "", ""], ["办结", "", ""]])
    ['收到\\t2', '办结\\t']
    """
    rows = [list(row) for row in cells]
    width = max((number for row in rows for number, cell in enumerate(row, 1) if cell), default=0)
    return ["\t".join(row[:width]) for row in rows if any(row)]


def close_gaps(text: str) -> str:
    """The text without spaces inside Chinese, and with characters where a font's radicals stand.

    >>> close_gaps("共 收到 12 件 0 0 3")
    '共收到12件0 0 3'
    """
    return _GAP.sub("", spelled_out(text))


def without_furniture(pages: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The pages without page numbers, and without a running head or foot after its first page."""
    kept = [[item for item in page if not isinstance(item, Line) or item.text.strip()] for page in pages]
    for end in (-1, 0):
        for page in _numbered(kept, end):
            page.pop(end)
        seen = Counter(_masked(page[end]) for page in kept if page)
        running = {words for words, times in seen.items() if words and times >= max(3, 0.6 * len(kept))}
        for page in [page for page in kept if page and _masked(page[end]) in running][1:]:
            page.pop(end)
    return kept


def _numbered(pages: Sequence[list[Item]], end: int) -> list[list[Item]]:
    """The pages with a page number at this end: one that is written as such, or bare ones that count the pages.

    A bare number may as well be the last cell of a table.
    """
    bare: dict[int, int] = {}  # page → the number less the page
    marked: list[list[Item]] = []
    for number, page in enumerate(pages):
        if page and isinstance(line := page[end], Line):
            if _PAGE_NUMBER.fullmatch(line.text):
                marked.append(page)
            elif found := _NUMBER.fullmatch(line.text):
                bare[number] = int(found[1]) - number
    if not bare:
        return marked
    shift, times = Counter(bare.values()).most_common(1)[0]
    if times < max(2, len(pages) / 2) and (times, shift, len(pages)) != (1, 1, 1):
        return marked
    return marked + [pages[number] for number, less in bare.items() if less == shift]


def _masked(item: Item) -> str:
    """A line's words with any number for each number; nothing for a number alone, and for a table's row."""
    words = re.sub(r"\d+", "0", item.text).strip() if isinstance(item, Line) else ""
    return words if re.search(r"[^\W\d]", words) else ""


def paragraphs(items: Sequence[Item]) -> list[str]:
    """The text line by line: wrapped lines joined, over page breaks too; rows of tables stay alone."""
    lines = [item for item in items if isinstance(item, Line)]
    column = _Column.of(lines) if lines else None
    written: list[str] = []
    before: Item = ""
    for item in items:
        if isinstance(item, str):
            written.append(item)
        elif isinstance(before, Line) and column is not None and column.goes_on(before, item):
            written[-1] += column.between(before, item) + item.text.strip()
        else:
            written.append(item.text.strip(" "))
        before = item
    return written


@dataclass(frozen=True, slots=True)
class _Column:
    """The block of text: its edges, its usual size, and the distance of two lines of a paragraph.

    `shows_starts`: paragraphs begin with an indent or after a wider gap, so that a line that has neither goes on even
    after a full stop.
    """

    left: float
    right: float
    size: float
    leading: float
    shows_starts: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Column":
        size = median(line.size for line in lines)
        widest = max(line.right - line.left for line in lines)
        wide = [line for line in lines if line.right - line.left > _WIDE * widest]
        left = _edge(sorted(line.left for line in wide), _INDENT * size)
        right = -_edge(sorted(-line.right for line in wide), 2 * size)
        indented = sum(_INDENT * size < line.left - left < 5 * size for line in lines)
        steps = sorted(b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top)
        leading = steps[len(steps) // 5] if steps else size
        apart = sum(step > _APART * leading for step in steps)
        return cls(left, right, size, leading, max(indented, apart) >= max(2, 0.1 * len(lines)))

    def goes_on(self, upper: Line, lower: Line) -> bool:
        """Is the lower line the rest of the upper one's paragraph?"""
        if self.right - self.left < _SHORTEST * self.size or not 1 / _LARGER < upper.size / lower.size < _LARGER:
            return False
        if max(upper.gap, lower.gap) > _OF_TABLE * self.size:
            return False
        leading = self.leading * max(upper.size / self.size, 1.0)
        if upper.page == lower.page and lower.top - upper.top > _APART * leading:
            return False
        ends = upper.text.rstrip().endswith(_SENTENCE_ENDS)
        if self._is_title(upper) and self._is_centred(lower):
            return not ends
        if not self._is_full(upper, lower) or lower.left - self.left > _INDENT * lower.size:
            return False
        return self.shows_starts or not ends

    def between(self, upper: Line, lower: Line) -> str:
        """A space where two numbers or words meet that would have had room to be one."""
        meet = upper.text.rstrip()[-1:] + lower.text.lstrip()[:1]
        room = self.right - upper.right
        return " " if meet.isascii() and meet.isalnum() and room > _NARROW * upper.size else ""

    def _is_full(self, upper: Line, lower: Line) -> bool:
        """What the next line begins with would not have fitted."""
        return self.right - upper.right < _width_of_first(lower.text) * upper.size + _SLACK * upper.size

    def _is_title(self, line: Line) -> bool:
        return line.size > _LARGER * self.size and (self._is_centred(line) or line.right > self.right - 2 * line.size)

    def _is_centred(self, line: Line) -> bool:
        before, after = line.left - self.left, self.right - line.right
        return abs(before - after) < 1.5 * line.size


def _edge(places: Sequence[float], reach: float) -> float:
    """The first place behind which, within reach, a fifth of them stand: a head or a stamp may jut out before it."""
    return next(
        place for place in places if sum(place <= other <= place + reach for other in places) >= len(places) / 5
    )


def _width_of_first(text: str) -> float:
    """Ems of what a line must take whole: its first word, and the marks after it."""
    text = text.lstrip()
    word = _UNBROKEN.match(text)
    width = min(len(word[0]), 40) * _NARROW if word else 1.0
    marks = _NOT_FIRST.match(text, word.end() if word else 1)
    return width + (len(marks[0]) if marks else 0)
