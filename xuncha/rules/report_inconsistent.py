"""report.inconsistent: figures of one annual report that contradict each other. One finding a report, every
failing check in it.
"""

from collections.abc import Iterable
from typing import Any

from storage.records import CheckSeen, Condition, PortalFacts, ReportFact, Severity
from xuncha.rules.limits import RuleSet
from xuncha.rules.report_years import continuity

# Identities over years fail in good reports too (a corrected register): told, but as a hint.
_HINTS = ("year.", "growth.")


def report_inconsistent(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    for report in facts.reports:
        failing = [check for check in report.checks if check.ok is False]
        failing += continuity(report, facts)
        if failing:
            hint = all(check.code.startswith(_HINTS) for check in failing)
            severity: Severity = "info" if hint else "warning"
            evidence = _evidence(report, failing, limits)
            yield Condition("report.inconsistent", report.url, severity, report.first_seen_at, evidence)


def _evidence(report: ReportFact, failing: list[CheckSeen], limits: RuleSet) -> dict[str, Any]:
    return {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "checks": [
            {
                "code": check.code,
                "expected": check.expected,
                "actual": check.actual,
                "detail": check.detail,
                "words": in_words(check),
            }
            for check in failing
        ],
        "rule_set": limits.name,
    }


def in_words(check: CheckSeen) -> str:
    """Both numbers as a layman reads them; the parser's detail names the terms where it has any.

    >>> in_words(CheckSeen("requests.balance", False, 283.0, 278.0, ""))
    '278 ≠ 283'
    """
    if check.detail:
        return check.detail
    return f"{_plain(check.actual)} ≠ {_plain(check.expected)}"


def _plain(number: float | None) -> str:
    return "?" if number is None else f"{number:.10g}"
