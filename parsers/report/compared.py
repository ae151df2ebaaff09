"""Figures of the year before, which a sentence compares its own with."""

import re
from dataclasses import dataclass

from parsers.report.clauses import Figure
from parsers.report.grammar.proactive import GREW_TO
from parsers.report.reading import Reading

Counts = tuple[tuple[Reading, ...], str]  # what was counted last, and its unit
_NONE: Counts = ((), "")
_COMPARED = frozenset(
    {"proactive.count", "requests.received", "requests.answered", "consultations.total", "visits.total"}
)
_YEAR_BEFORE = re.compile(
    r"(?:同比)?(?:比|较|与|同|和|而)?(?:去年|上年|上一年|上年度|(?P<year>20\d\d) ?年度?)(?:同期|全年)?(?:(?:主动)?(?:公开|发布)(?:政府)?(?:信息)?)?(?:的|为|是|共|有)*"
)
FROM_YEAR = re.compile(r"(?:从|由)(?:去年|上年|20\d\d ?年度?)(?:同期)?的?$")


@dataclass(slots=True)
class Compared:
    """What was counted last in the paragraph, of the reporting year and of the one before."""

    year: int
    counts: Counts = _NONE
    before: Counts = _NONE

    def forget(self) -> None:
        self.counts = self.before = _NONE

    def remember(self, figure: Figure, readings: tuple[Reading, ...], year: int) -> None:
        counts = tuple(one for one in readings if one.code in _COMPARED), figure.quantity.unit
        answers = [one.code for one in counts[0]] == ["requests.answered"]
        if answers and any(one.code == "requests.received" for one in self.counts[0]):
            return  # 受理109件,其中108件按时答复,与上年度的143件比: what was received is compared
        if year == self.year - 1:
            self.before = counts
        elif year == self.year and figure.quantity.unit != "%":
            self.counts = counts

    def of_year_before(self, figure: Figure) -> tuple[Reading, ...]:
        """公开信息276条,比上年的201条增加75条; 比2015年(31起)下降29%: the second counts what the first does."""
        in_bracket = figure.clause.opener == "(" and not figure.before
        words = re.split(r"[,;]", figure.clause.lead.rstrip("("))[-1] if in_bracket else figure.before
        match = _YEAR_BEFORE.fullmatch(words)
        readings, unit = self.counts
        is_last = match is not None and int(match["year"] or self.year - 1) == self.year - 1
        return readings if is_last and figure.quantity.unit == unit else ()

    def grown_to(self, figure: Figure) -> tuple[Reading, ...]:
        """点击量由2015年的250万次上升到475万次: the second is of the year itself, though the one before is named in front."""
        readings, unit = self.before
        return readings if figure.quantity.unit == unit and GREW_TO.fullmatch(figure.before) else ()
