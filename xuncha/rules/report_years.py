"""year.continuity: what last year's report carried over is what this year's took in, column by column."""

from collections.abc import Iterator

from storage.records import CheckSeen, PortalFacts, ReportFact

_IN, _OUT = "requests.carried_in", "requests.carried_out"
_APPLICANTS = ("natural_person", "business", "research", "social", "legal_service", "other")


def continuity(report: ReportFact, facts: PortalFacts) -> Iterator[CheckSeen]:
    """The checks that fail against the report of the same organ for the year before; none where a term is unknown.

    Last year's report may have several versions: one that agrees is enough.
    """
    before = [
        other
        for other in facts.reports
        if report.year and other.year == report.year - 1 and other.issuer and other.issuer == report.issuer
    ]
    for applicant in ("total", *_APPLICANTS):
        suffix = "" if applicant == "total" else f"[applicant={applicant}]"
        taken = report.figures.get(_IN + suffix)
        given = [other.figures[_OUT + suffix] for other in before if _OUT + suffix in other.figures]
        if taken is not None and given and taken not in given:
            detail = f"{applicant}: carried_out {(report.year or 0) - 1} {given[-1]:.10g}; carried_in {report.year} {taken:.10g}"
            yield CheckSeen("year.continuity", False, given[-1], taken, detail)
