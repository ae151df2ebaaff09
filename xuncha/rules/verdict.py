"""The verdict of a portal by its rule set, and the plain word beside it.

The word goes further than the set on one point: a small portal has no five columns to lose, so one whose every column
that promises updates is silent or blank is called a zombie, with that reason, whatever the set's number says.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from storage.records import Condition, PortalFacts, Verdict, is_of_a_week
from xuncha.rules.freshness import promising
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import home_visits, is_failure
from xuncha.rules.score import score_of
from xuncha.rules.site_home import home_silence

_ZOMBIE = ("site.home_stale", "columns.stale_many", "columns.overdue_many", "columns.empty_many")
VETOES = ("site.unreachable", *_ZOMBIE, "interaction.unanswered", "dates.forged")
_SILENT = ("column.stale", "column.empty")
Reason = Mapping[str, Any]
Word = Literal["alive", "stale", "zombie", "unreachable", "unknown"]


def verdict_of(facts: PortalFacts, conditions: Sequence[Condition], limits: RuleSet) -> Verdict:
    """The verdict over what the rules found; `reasons` hold the vetoes met, or the facts that are missing."""
    vetoes = [c for c in conditions if c.code in VETOES and c.evidence.get("veto")]
    silent = _all_silent(facts, conditions, limits)
    is_down = any(c.code == "site.unreachable" for c in vetoes)  # since the notice was read
    if (suspended := _suspended(conditions)) and not is_down:
        return Verdict("suspended", "unknown", (suspended,))
    blocked = [c for c in conditions if c.code == "site.blocked"]
    # Behind a wall at the front door nothing of today can be told, whatever was seen before it was built.
    if blocked and (not vetoes or blocked[0].evidence["home"]):
        return Verdict("blocked", "unknown", tuple(map(_reason, blocked)))
    reasons = tuple(map(_reason, vetoes)) + ((silent,) if silent else ())
    word = _word(conditions, vetoes, bool(silent))
    if vetoes:
        return Verdict("fail", word, reasons)
    missing = tuple({"missing": what} for what in _missing(facts, conditions, limits))
    if missing:
        return Verdict("unknown", word if word in ("unreachable", "zombie", "stale") else "unknown", missing + reasons)
    score = score_of(facts, conditions, limits)
    if score is None or not (score.lost or limits.score_always):
        return Verdict("pass", word, reasons)
    return Verdict("fail" if score.fails else "pass", word, (*reasons, score.as_reason()))


def _reason(condition: Condition) -> Reason:
    return {
        "code": condition.code,
        "since": condition.since.isoformat(),
        **{
            key: condition.evidence[key]
            for key in ("count", "limit", "share", "newest", "notice", "moved_to")
            if key in condition.evidence
        },
    }


def _word(conditions: Sequence[Condition], vetoes: Sequence[Condition], all_silent: bool) -> Word:
    if any(c.code == "site.unreachable" and (c.evidence.get("veto") or _is_now(c)) for c in conditions):
        return "unreachable"
    if all_silent or any(c.code in _ZOMBIE for c in vetoes):
        return "zombie"
    shown = (c for c in conditions if c.severity != "info")
    return "stale" if any(c.code in (*_SILENT, "site.home_stale") for c in shown) else "alive"


def _is_now(condition: Condition) -> bool:
    """It does not open, and not only a share of a week's looks did not."""
    return not is_of_a_week(condition.evidence)


def _all_silent(facts: PortalFacts, conditions: Sequence[Condition], limits: RuleSet) -> Reason | None:
    """The reason "all of n columns", or None. Columns that we have not looked at since speak for nobody."""
    promised = {column.url for column in promising(facts) if limits.silence(column.kind) and column.last_visit_at}
    silent = {c.subject for c in conditions if c.code in _SILENT and c.evidence.get("looked_since", True)}
    if not promised or not promised <= silent:
        return None
    columns = sorted(promised)
    return {"code": "columns.all_silent", "count": len(columns), "columns": columns}


def _suspended(conditions: Sequence[Condition]) -> Reason | None:
    """The notice that stands in place of the portal; one beside living lists decides nothing."""
    found = next((c for c in conditions if c.code == "site.suspended" and c.evidence["whole"]), None)
    return _reason(found) if found else None


def _missing(facts: PortalFacts, conditions: Sequence[Condition], limits: RuleSet) -> Iterator[str]:
    """What a verdict would need and is not there, as codes that messages.py puts into words."""
    if not facts.runs:
        yield "patrol"
        return
    visits = home_visits(facts)
    if not visits or is_failure(visits[0]):
        yield "home_page"
        return
    if not any(column.last_visit_at for column in promising(facts)) and home_silence(facts, limits) is None:
        yield "columns"
    elif home_silence(facts, limits) is None:
        yield "home_news"
    if any(c.code == "crawler.failed" for c in conditions):
        yield "whole_patrol"
