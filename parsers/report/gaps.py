"""Blanks between Chinese characters and digits (共 收到 12 件), closed for reading the prose and found again for evidence."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from parsers.report.prose import Narrative
from parsers.report.records import Evidence, Metric

_HAN = "\u4e00-\u9fff"
# A blank before a year or a heading's number parts a heading from its text; it stays, but for words that go on (其中 2012 年).
_GAP = re.compile(
    rf"(?<=[{_HAN}“”]) +(?=\d)(?!20\d\d ?年|\d{{1,2}}[.、](?!\d))|(?<=[中比较与同至到自从在于待入据]) +(?=20\d\d ?年)"
    rf"|(?<=[\d%]) +(?=[{_HAN}%“])|(?<=”) +(?=[{_HAN}])|(?<=[{_HAN}]) +(?=“)"
)


def closed(folded: str) -> str:
    """
    >>> closed("截至 2012 年底共 收到 12 件 34.5 %")
    '截至2012年底共 收到12件34.5%'
    """
    return _GAP.sub("", folded)


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


def gaps_in(folded: str) -> Gaps:
    """
    >>> gaps = gaps_in("共收到 12 件")
    >>> gaps.close("共收到 12 件"), gaps.place(3), gaps.place(5)
    ('共收到12件', 4, 7)
    """
    spans = tuple(match.span() for match in _GAP.finditer(folded))
    borders, shifts = [], [0]
    for start, end in spans:
        borders.append(start - shifts[-1])
        shifts.append(shifts[-1] + end - start)
    return Gaps(spans, tuple(borders), tuple(shifts))
