"""Compares a report with its checked figures (fixtures/seeds/*.expected.json): recall and wrong figures.

A development tool: `python -m tests.report_scoring REPORT.txt EXPECTED.json` prints what is missing and what is wrong.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parsers.report import Metric, Report, read_report

Key = tuple[str, tuple[tuple[str, str], ...], float, str, int]


@dataclass(frozen=True)
class Score:
    """`missing` was expected and not read; `wrong` was read, has a complete code, and is not expected."""

    expected: int
    missing: list[Key]
    wrong: list[Key]

    @property
    def recall(self) -> float:
        return 1 - len(self.missing) / self.expected if self.expected else 1.0


def _key(code: str, dims: dict[str, str], value: float, unit: str, year: int) -> Key:
    return code, tuple(sorted(dims.items())), float(value), unit, year


def _read(metric: Metric) -> Key:
    return _key(metric.code, metric.dims, metric.value, metric.unit, metric.year)


def _accepted(expected: dict[str, Any]) -> list[Key]:
    """The figure itself and its alternatives; an alternative says only what differs."""
    forms = [expected] + [{**expected, **alternative} for alternative in expected.get("alt", [])]
    return [_key(f["code"], f.get("dims", {}), f["value"], f["unit"], f["year"]) for f in forms]


def score(report: Report, gold: dict[str, Any]) -> Score:
    """What of the gold was read, and what was read besides."""
    read = {_read(metric) for metric in report.metrics}
    missing = [forms[0] for forms in map(_accepted, gold["metrics"]) if not read & set(forms)]
    allowed = _all(gold["metrics"]) | _all(gold.get("optional", []))
    complete = set(gold.get("complete", []))
    wrong = sorted(key for key in read - allowed if key[0] in complete)
    return Score(len(gold["metrics"]), missing, wrong)


def _all(expected: Iterable[dict[str, Any]]) -> set[Key]:
    return {form for entry in expected for form in _accepted(entry)}


def main() -> None:
    report = read_report(Path(sys.argv[1]).read_text(encoding="utf-8"))
    result = score(report, json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
    lines = [f"{report.title} | {report.issuer} | {report.region} | {report.year} {report.era} {report.period}"]
    lines += [f"recall {result.recall:.3f} of {result.expected}, wrong {len(result.wrong)}"]
    lines += [f"  missing {key}" for key in result.missing] + [f"  wrong {key}" for key in result.wrong]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
