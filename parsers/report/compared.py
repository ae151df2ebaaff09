"""Figures of the year before, which a sentence compares its own with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from parsers.report.clauses import Clause, Figure
from parsers.report.collected import Key
from parsers.report.grammar.proactive import GREW_TO
from parsers.report.numbers import scaled
from parsers.report.reading import Reading
from parsers.report.records import Metric

Counts = tuple[tuple[Reading, ...], str]  # what was counted last, and its unit
_NONE: Counts = ((), "")
_COMPARED = frozenset(
    {"proactive.count", "requests.received", "requests.answered", "consultations.total", "visits.total"}
)
_YEAR_BEFORE = re.compile(
    r"(?:同比)?(?:比|较之?|与|同|和|而)?(?:去年|上年|上一年|上年度|(?P<year>20\d\d) ?年度?)(?:同期|全年)?(?:(?:主动)?(?:公开|发布)(?:政府)?(?:信息)?)?(?:的|为|是|共|有)*"
)
FROM_YEAR = re.compile(r"(?:从|由)(?:去年|上年|20\d\d ?年度?)(?:同期)?的?$")

_COMPARES = re.compile(r"(?:[与同比较和](?:之|于)?(?:去年|上年|上一年|上年度|20\d\d ?年)|同比|去年同期)")
_COMPARED_BEFORE = re.compile(r"同比|[比较与](?:去年|上年|20\d\d ?年)")
_SAYS_YEAR = re.compile(r"^(?:[^,;]*(?:中|,))?(?:去年|上年|20\d\d ?年)(?!同期|相比)")
_GROWN = re.compile(
    r"(?:相比|比较)?,?(?:同比)?(?:增长|上升|增加|提高|(?P<down>下降|减少|降低))了?(?P<by>\d{1,5}(?:\.\d{1,2})?)%"
)
_CLOSE = 0.1  # percent
_CHANGE = re.compile(r"(?:相比|比较)?,?(?:同比)?(?:增加|多|增长|(?P<down>减少|少|下降))了?(?P<by>\d[\d,]{0,9})[条件]")
_PART_GREW = re.compile(
    r"(?:其中)?(?P<name>[^,;:]{2,20}?)(?:公开|发布)?(?:数量?|量)?(?:同比)?(?:增长|增加|上升|提高|(?P<down>下降|减少|降低))(?:了|约)?"
)


@dataclass(slots=True)
class Compared:
    """What was counted last in the paragraph, of the reporting year and of the one before."""

    year: int
    counts: Counts = _NONE
    before: Counts = _NONE
    total: tuple[Reading, Metric] | None = None  # of published information, in the section
    plain: dict[str, tuple[Reading, float]] = field(default_factory=dict)  # the year's counts without dims

    def forget(self) -> None:
        self.counts = self.before = _NONE

    def remember(self, figure: Figure, readings: tuple[Reading, ...], year: int) -> None:
        counts = tuple(one for one in readings if one.code in _COMPARED), figure.quantity.unit
        if year == self.year:
            self.plain.update({one.code: (one, figure.quantity.value) for one in counts[0] if not one.dims})
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
        if not (readings and is_last and figure.quantity.unit == unit):
            return ()
        change = _change_behind(figure)
        if change and self.total and figure.quantity.value + change == self.total[1].value:
            return (self.total[0],)  # behind the parts of 241: 与去年218条相比增加23条
        return self._plain_that_grew(figure, readings) or readings

    def _plain_that_grew(self, figure: Figure, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """收到51件,其中网上33件、当面3件,比2012年的29件增长75.9%: the growth tells that it is the total that grew."""
        total = self.plain.get(readings[0].code) if readings[0].dims else None
        grown = _GROWN.match(figure.clause.whole, figure.clause.place_of(figure.quantity) + _length(figure))
        if total is None or grown is None or not figure.quantity.value:
            return ()
        percent = float(grown["by"]) * (-1 if grown["down"] else 1)
        real = 100 * (total[1] - figure.quantity.value) / figure.quantity.value
        return (total[0],) if abs(real - percent) < _CLOSE else ()

    def remember_total(self, reading: Reading, metric: Metric) -> None:
        """The total, or the count on a channel where no total was told."""
        is_count = reading.code == "proactive.count" and not reading.list_kind and not set(reading.dims) - {"channel"}
        if is_count and not (reading.dims and self.total and not self.total[0].dims):
            self.total = reading, metric

    def changed(self, last: Metric, change: float, known: Mapping[Key, Metric]) -> Metric:
        """What grew by so much: the total if that leads back to last year's, or the count before."""
        total = self.total[1] if self.total else last
        before = known.get((total.code, tuple(sorted(total.dims.items())), self.year - 1))
        return total if before is not None and total.value - change == before.value else last

    def grown_to(self, figure: Figure) -> tuple[Reading, ...]:
        """点击量由2015年的250万次上升到475万次: the second is of the year itself, though the one before is named in front."""
        readings, unit = self.before
        return readings if figure.quantity.unit == unit and GREW_TO.fullmatch(figure.before) else ()


def begins_comparison(clause: Clause) -> bool:
    """与去年相比减少8条, 同比增长5%."""
    return _COMPARES.match(clause.text) is not None


def compares_all(clause: Clause) -> bool:
    """概况信息1条、政策文件7条,与2013年相比增加了19条: behind the last item, and behind no other, the total is compared."""
    if clause.opener != "," or not begins_comparison(clause) or _COMPARED_BEFORE.search(clause.lead):
        return False
    return re.search(r"(?:信息|类|[^加少长降多])\d[\d,]*条", clause.rest) is None


def _change_behind(figure: Figure) -> float:
    """By how much the count grew since the one that the figure states: 218条相比增加23条; 0 if nothing says so."""
    match = _CHANGE.match(figure.clause.whole, figure.clause.place_of(figure.quantity) + _length(figure))
    return scaled(match["by"], None) * (-1 if match["down"] else 1) if match else 0


def _length(figure: Figure) -> int:
    return figure.quantity.end - figure.quantity.start


def is_growth_of_year(figure: Figure, readings: tuple[Reading, ...]) -> bool:
    """比上年的201条增长12%: the growth is the year's own, though the one before was named last."""
    is_growth = any(reading.code.endswith(".growth") for reading in readings)
    return is_growth and not _SAYS_YEAR.search(figure.before)


def growth_of_part(figure: Figure, known: Mapping[Key, Metric], year: int) -> Reading | None:
    """工作信息增加34.8%,法规文件减少17.6%: of parts that were counted before, each by its name."""
    match = _PART_GREW.fullmatch(figure.before) if figure.quantity.unit == "%" else None
    if match is None:
        return None
    for code, dims, counted in known:
        is_part = code == "proactive.count" and counted == year and len(dims) == 1
        if is_part and _bare(dims[0][1]) == _bare(match["name"]):
            value = figure.quantity.value * (-1 if match["down"] else 1)
            return Reading("proactive.growth", dict(dims), "%", value=value)
    return None


def _bare(name: str) -> str:
    return name.removesuffix("信息").removesuffix("类")
