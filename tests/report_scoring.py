"""Compares a report with its checked figures (NNN.expected.json): recall, precision, head and failed checks.

A development tool: `python -m tests.report_scoring REPORT EXPECTED.json` prints what is missing and what is wrong.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parsers.report import Metric, Report
from parsers.report.door import read_report_bytes

Key = tuple[str, tuple[tuple[str, str], ...], float, str, int]
EVERY_CODE = "*"  # in "complete": nothing may be found but what the file names, except figures without a code


@dataclass(frozen=True)
class Score:
    """`missing` was expected and not read; `wrong` was read, has a complete code, and is not expected."""

    expected: int
    right: int
    missing: list[Key]
    wrong: list[Key]

    @property
    def recall(self) -> float:
        return 1 - len(self.missing) / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Of the figures read that could be judged."""
        judged = self.right + len(self.wrong)
        return self.right / judged if judged else 1.0


def total(scores: Iterable[Score]) -> Score:
    """Several documents as one."""
    many = list(scores)
    return Score(
        sum(score.expected for score in many),
        sum(score.right for score in many),
        [key for score in many for key in score.missing],
        [key for score in many for key in score.wrong],
    )


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
    extra = sorted(read - allowed)
    wrong = [key for key in extra if key[0] in complete or (EVERY_CODE in complete and not key[0].startswith("other."))]
    return Score(len(gold["metrics"]), len(read & allowed), missing, wrong)


def head_faults(report: Report, gold: dict[str, Any]) -> list[str]:
    """Which of era, year, issuer and failed checks are not as expected."""
    issuers = [gold["issuer"], *gold.get("issuer_alt", [])]
    failed = sorted({check.code for check in report.checks if check.ok is False})
    faults = {
        "era": report.era == gold["era"],
        "year": report.year == gold["year"],
        "issuer": gold["issuer"] is None or report.issuer in issuers,
        "checks": "failed_checks" not in gold or failed == gold["failed_checks"],
    }
    return [name for name, right in faults.items() if not right]


def _all(expected: Iterable[dict[str, Any]]) -> set[Key]:
    return {form for entry in expected for form in _accepted(entry)}


def main() -> None:
    report = read_report_bytes(Path(sys.argv[1]).read_bytes())
    gold = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    result = score(report, gold)
    lines = [f"{report.title} | {report.issuer} | {report.region} | {report.year} {report.era} {report.period}"]
    lines += [f"recall {result.recall:.3f} of {result.expected}, wrong {len(result.wrong)}"]
    lines += [f"  not as expected: {', '.join(faults)}"] if (faults := head_faults(report, gold)) else []
    lines += [f"  missing {key}" for key in result.missing] + [f"  wrong {key}" for key in result.wrong]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
