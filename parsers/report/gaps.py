"""Blanks between Chinese characters and digits (共 收到 12 件), closed for reading the prose and found again for evidence."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.report.prose import Narrative
from parsers.report.records import Evidence, Metric

_LINE = re.compile(r"[^\n]+")
_FEWEST, _NARROW, _WIDE = 8, 18, 60  # lines, characters: the width of a page's text
_WIDEST, _FULL, _LONG, _MOST = 0.9, 0.8, 1.3, 0.5  # digits are narrow, so that lines differ
_GOES_ON = re.compile(r"[\u4e00-\u9fff\d,、(“]$")
_BEGINS = re.compile(r"[\u4e00-\u9fff\d,、)”(“]")
_HAN = "\u4e00-\u9fff"
# A blank before a year or a heading's number parts a heading from its text; it stays, but for words that go on (其中 2012 年).
_GAP = re.compile(
    rf"(?<=[{_HAN}“”]) +(?=\d)(?!20\d\d ?年|\d{{1,2}}[.、](?!\d))|(?<=[中比较与同至到自从在于待入据]) +(?=20\d\d ?年)"
    r"|(?<=信) (?=息)|(?<=公) (?=开)|(?<=政) (?=府)|(?<=申) (?=请)|(?<=文) (?=件)|(?<=网) (?=站)|(?<=答) (?=复)|(?<=数) (?=量)"
    r"|(?<=[本我]) (?=[局委办镇乡县区市街机单厅院])"
    rf"|(?<=[\d%]) +(?=[{_HAN}%“])|(?<=”) +(?=[{_HAN}])|(?<=[{_HAN}]) +(?=“)"
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of a text: where each ends in the closed text, and how much was taken away up to there."""

    spans: tuple[tuple[int, int], ...]
    borders: tuple[int, ...]
    shifts: tuple[int, ...]

    def close(self, text: str) -> str:
        """The text without what stands at the places of the gaps."""
        ends = [0, *(end for _, end in self.spans)]
        starts = [*(start for start, _ in self.spans), len(text)]
        return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))

    def place(self, position: int) -> int:
        """Where a character of the closed text stands in the text."""
        return position + self.shifts[bisect_right(self.borders, position)]

    def move_back(self, narrative: Narrative, text: str) -> None:
        """Gives the figures read in the closed text their evidence in `text`."""
        narrative.metrics = [self._moved(metric, text) for metric in narrative.metrics]

    def _moved(self, metric: Metric, text: str) -> Metric:
        start, end = self.place(metric.evidence.start), self.place(metric.evidence.end - 1) + 1
        return replace(metric, evidence=Evidence(start, end, text[start:end]))


def _line_ends(folded: str) -> Iterator[tuple[int, int]]:
    """The line ends inside sentences, where the text was wrapped at a width: most of its lines are that long."""
    lines = [line for line in _LINE.finditer(folded) if not line[0].isspace()]
    lengths = sorted(len(line[0].rstrip()) for line in lines)
    width = lengths[int(_WIDEST * len(lengths))] if len(lengths) >= _FEWEST else 0
    if not _NARROW <= width <= _WIDE:
        return
    full = [line for line in lines if _FULL * width <= len(line[0].rstrip()) <= _LONG * width]
    prose = [line for line in full if re.search(r"[,。;、]", line[0])]
    if min(len(full), 2 * len(prose)) < _MOST * len(lines):
        return  # a list, or rows of a table
    for line in full:
        if _GOES_ON.search(line[0].rstrip()) and _BEGINS.match(folded, line.end() + 1):
            yield line.start() + len(line[0].rstrip()), line.end() + 1


def gaps_in(folded: str) -> Gaps:
    """
    >>> gaps = gaps_in("共收到 12 件")
    >>> gaps.close("共收到 12 件"), gaps.place(3), gaps.place(5)
    ('共收到12件', 4, 7)
    """
    spans = tuple(sorted([*(match.span() for match in _GAP.finditer(folded)), *_line_ends(folded)]))
    borders, shifts = [], [0]
    for start, end in spans:
        borders.append(start - shifts[-1])
        shifts.append(shifts[-1] + end - start)
    return Gaps(spans, tuple(borders), tuple(shifts))
