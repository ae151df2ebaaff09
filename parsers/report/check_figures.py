"""What every check needs: figures by code and dims, and the words of a comparison."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from parsers.report.records import Check, Metric

_TEN_THOUSANDS = re.compile(r"\d+(?:[.．](?P<decimals>\d+))?[余多]?万")
Dims = tuple[tuple[str, str], ...]


class Figures:
    """Figures by code and dims; the first of each counts."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self.by_key: dict[tuple[str, Dims], Metric] = {}
        for metric in metrics:
            self.by_key.setdefault((metric.code, tuple(sorted(metric.dims.items()))), metric)

    def value(self, code: str, **dims: str) -> float | None:
        metric = self.by_key.get((code, tuple(sorted(dims.items()))))
        return None if metric is None else metric.value

    def all_of(self, code: str) -> list[Metric]:
        return [metric for (name, _), metric in self.by_key.items() if name == code]


def equal(code: str, what: str, left: str, actual: float, expected: float) -> Check:
    difference = plain(Decimal(str(actual)) - Decimal(str(expected)))
    detail = f"{what}: {left} = {plain(actual)}; stated {plain(expected)}; difference {difference}"
    return Check(code, actual == expected, expected, actual, detail)


def plain(value: float | Decimal) -> str:
    number = Decimal(str(value))
    return str(int(number)) if number == number.to_integral_value() else str(number.normalize())


def add_up(metrics: Sequence[Metric]) -> tuple[str, float]:
    total = sum(Decimal(str(metric.value)) for metric in metrics)
    return "+".join(plain(metric.value) for metric in metrics), float(total)


def rounded(code: str, what: str, actual: float, stated: float) -> Check:
    """A percentage is right when it is the real one rounded, or cut, to as many places as it is stated with."""
    exponent = Decimal(str(stated)).normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    cut = places > 0 and 0 <= actual - stated < 10**-places  # many offices cut where they should round
    ok = cut or abs(actual - stated) <= 0.5 * 10**-places + 1e-9
    detail = f"{what} = {actual:.3f}%; stated {plain(stated)}%; difference {stated - actual:+.3f}"
    return Check(code, ok, stated, round(actual, 3), detail)


def rounding(metrics: Sequence[Metric]) -> float:
    """How far counts in 万 may be from what was counted: 8.7万 by 500."""
    said = [_TEN_THOUSANDS.search(metric.evidence.text) for metric in metrics]
    return sum(5_000 * 0.1 ** len(match["decimals"] or "") for match in said if match)
