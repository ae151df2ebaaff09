"""What the walk over the prose brings home."""

from dataclasses import dataclass, field

from parsers.report.records import Metric


@dataclass(slots=True)
class Breakdown:
    """A total and the list that breaks it up. An open list (…等) need not add up."""

    total: Metric
    kind: str
    parts: list[Metric] = field(default_factory=list)
    is_open: bool = False

    def take(self, kind: str, part: Metric) -> bool:
        """Whether the part is the first; what comes behind all of the total are parts of something else."""
        if kind != "agency" and kind in self.total.dims and "重点领域" not in self.total.dims[kind]:
            return False  # 规章13件, 人事任免文件106件: two categories, not a category and its part
        is_first = not self.kind
        self.kind = self.kind or kind
        if self.kind == kind and sum(one.value for one in self.parts) != self.total.value:
            self.parts.append(part)
        return is_first

    def anew(self) -> "Breakdown":
        """The same total, broken up once more."""
        return Breakdown(self.total, "")


@dataclass(slots=True)
class Narrative:
    """What the prose says. `changes` holds (the figure, its stated change against the year before), `shares` (a part of the
    requests, its stated share in percent), `growths` what the requests grew by.
    """

    metrics: list[Metric] = field(default_factory=list)
    breakdowns: list[Breakdown] = field(default_factory=list)
    changes: list[tuple[Metric, float]] = field(default_factory=list)
    shares: list[tuple[Metric, float]] = field(default_factory=list)
    growths: list[float] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    carried_in: float = 0  # requests of the year before, which the forms up to 2018 have no code for
