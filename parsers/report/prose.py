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


@dataclass(slots=True)
class Narrative:
    """What the prose says. `changes` holds (the figure, its stated change against the year before)."""

    metrics: list[Metric] = field(default_factory=list)
    breakdowns: list[Breakdown] = field(default_factory=list)
    changes: list[tuple[Metric, float]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    carried_in: float = 0  # requests of the year before, which the forms up to 2018 have no code for
