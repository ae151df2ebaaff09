"""What a grammar says about one figure, and what it may know while it says so."""

from collections.abc import Callable
from dataclasses import dataclass, field

from parsers.report.clauses import Figure
from parsers.report.records import Era


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure understood. `value` replaces the stated number (a range of issues, a fall in percent)."""

    code: str
    dims: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    value: float | int | None = None
    list_kind: str = ""  # "agency", "channel" or "category" for an item of a list


@dataclass(slots=True)
class State:
    """What the walk over a report remembers. `head` is the total that a list breaks up, `last` the figure before."""

    year: int
    era: Era
    issuer: str
    subject: str = ""  # of the clauses before, within the sentence
    previous_subject: str = ""  # of the sentence before, within the paragraph
    name: str = ""  # of the hotline, channel or part that the clauses before spoke of
    agency: str = ""
    is_part: bool = False  # the agency was named behind 其中
    head: Reading | None = None
    last: Reading | None = None
    list_kind: str = ""
    channels: list[str] = field(default_factory=list)

    @property
    def last_is_kind(self) -> bool:
        """Whether the figure before counted a kind of information."""
        return self.last is not None and "category" in self.last.dims


Reader = Callable[[Figure, State], tuple[Reading, ...]]


def agency_dims(state: State) -> dict[str, str]:
    """The part of the organisation that the sentence speaks of, as dims."""
    return {"agency": state.agency} if state.agency else {}
