"""What is read out of one annual disclosure report. Codes, dims and units are those of docs/metrics.md."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Era = Literal["narrative", "statistics", "tables-2019", "tables-2021"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a figure stands: `text == report.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure, in the base unit (487万 is 4870000), with the words it was read from."""

    code: str
    value: float | int
    unit: str
    year: int
    evidence: Evidence
    dims: dict[str, str] = field(default_factory=dict)
    label: str = ""
    method: str = "stated"  # stated, stated-zero, approximate, table, table-solved, …

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...], int]:
        """What makes two metrics statements of the same figure."""
        return self.code, tuple(sorted(self.dims.items())), self.year


@dataclass(frozen=True, slots=True)
class Check:
    """One identity. `ok` is None where a term is missing; `detail` shows both sides and the difference."""

    code: str
    ok: bool | None
    expected: float | None
    actual: float | None
    detail: str


@dataclass(frozen=True, slots=True)
class Period:
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Report:
    title: str | None
    issuer: str | None
    region: str | None
    year: int | None
    era: Era | None
    period: Period | None
    metrics: tuple[Metric, ...]
    checks: tuple[Check, ...]
    warnings: tuple[str, ...]
    text: str  # simplified plain text; the cells of a row are separated by tabs


class NotAReport(ValueError):
    """Raised by read_report when a text only looks like an annual disclosure report; the message says why."""
