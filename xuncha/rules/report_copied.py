"""report.copied: an annual report that repeats another year's, or another organ's, sentence for sentence.

Compared are the sentences that somebody wrote, numbers left open (report_words.py). Nine of ten must be the same, and there
must be enough of them: short reports of small organs are alike without anybody's fault.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from storage.records import Condition, PortalFacts, ReportFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.report_words import sentences


def report_copied(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    last = _last_versions(facts)
    written = [sentences(report.text) for report in last]
    having: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(written):
        for sentence in words:
            having[sentence].append(number)
    for number, report in enumerate(last):
        shared = Counter(other for one in written[number] for other in having[one] if other != number)
        for other, many in shared.most_common():
            if _is_copy(report, last[other], many, written[number], written[other], limits):
                yield _condition(report, last[other], many, written[number], written[other], limits)
                break


def _last_versions(facts: PortalFacts) -> list[ReportFact]:
    """One a page, the last that it showed."""
    return list({report.url: report for report in sorted(facts.reports, key=lambda one: one.first_seen_at)}.values())


def _is_copy(
    report: ReportFact,
    other: ReportFact,
    many: int,
    mine: Mapping[str, None],
    others: Mapping[str, None],
    limits: RuleSet,
) -> bool:
    """Whether `report`, the later one, repeats `other`. The same report at two addresses is no copy."""
    if report.year is None or other.year is None or not _is_later(report, other):
        return False
    if report.year == other.year and not (report.issuer and other.issuer and report.issuer != other.issuer):
        return False
    longer = max(len(mine), len(others))
    return many >= limits.value("reports.copied_sentences") and many >= limits.value("reports.copied_share") * longer


def _is_later(report: ReportFact, other: ReportFact) -> bool:
    return (report.year or 0, report.url) > (other.year or 0, other.url)


def _condition(
    report: ReportFact,
    other: ReportFact,
    many: int,
    mine: Mapping[str, None],
    others: Mapping[str, None],
    limits: RuleSet,
) -> Condition:
    evidence: dict[str, Any] = {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "other_url": other.url,
        "other_title": other.title,
        "other_issuer": other.issuer,
        "other_year": other.year,
        "same": many,
        "sentences": max(len(mine), len(others)),
        "share": round(many / max(len(mine), len(others)), 4),
        "sample": [one for one in mine if one in others][: int(limits.value("pages.sample"))],
        "rule_set": limits.name,
        "source": limits.number("reports.copied_share").source,
    }
    return Condition("report.copied", report.url, "warning", report.first_seen_at, evidence)
