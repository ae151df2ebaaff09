"""Reports that count by levels of government: 省政府及其部门受理617件 beside 全省受理4110件."""

import re
from dataclasses import dataclass, replace

from parsers.report.clauses import Clause
from parsers.report.reading import Reading

_LEVEL = re.compile(
    r"(?P<level>(?P<first>[省市州县区]|各市)(?:、?[市州县区]|\((?:[市州县区]、?)+\))*(?:级)?(?:人民)?政府(?:及|和)其?(?:各|所属|直属|工作|有关)*"
    r"(?:部门|机构|单位)(?:、机构)?)"
)
_COUNTED = ("proactive.count", "requests.", "replies.", "reconsideration.", "litigation.", "complaints.")


@dataclass(slots=True)
class Levels:
    """The level that the clauses at hand speak of, where a text tells of several; each is then a part of the whole."""

    are_told: bool
    level: str = ""

    def enter(self, clause: Clause, is_new: bool) -> None:
        """A sentence, or what follows a semicolon, speaks of the whole until it names a level."""
        if is_new or clause.opener == ";":
            self.level = ""
        if self.are_told and (match := _LEVEL.match(clause.text)):
            self.level = match["level"]

    def of(self, reading: Reading) -> Reading:
        if not self.level or "agency" in reading.dims or not reading.code.startswith(_COUNTED):
            return reading
        return replace(reading, dims={"agency": self.level, **reading.dims})


def levels_in(folded: str) -> Levels:
    """
    >>> levels_in("省政府及其部门受理5件;市、县政府及其部门受理9件").are_told, levels_in("市政府及其部门受理5件").are_told
    (True, False)
    """
    return Levels(len({match["first"] for match in _LEVEL.finditer(folded)}) > 1)
