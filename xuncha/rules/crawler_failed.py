"""crawler.failed: our own trouble, told apart from the portal's.

The last patrol broke off; or it brought at most the home page where there were many pages, although it opens; or our
guard forbids the home page's address; or patrols have stopped.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from storage.records import Condition, PortalFacts, RunFact
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import failing_home

_HOME_ALONE = 1  # page
_Trouble = tuple[str, datetime, dict[str, Any]]


def crawler_failed(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    trouble = _broke_off(facts) or _brought_nothing(facts, limits) or _refused(facts) or _stopped(facts, limits)
    if trouble:
        what, since, evidence = trouble
        evidence = {"what": what, **evidence, "rule_set": limits.name}
        yield Condition("crawler.failed", facts.portal.home_url, "warning", since, evidence)


def _ended(facts: PortalFacts) -> list[RunFact]:
    return [run for run in facts.runs if run.ended_at and run.ended_at <= facts.as_of]


def _broke_off(facts: PortalFacts) -> _Trouble | None:
    runs = _ended(facts)
    if not runs or runs[0].status not in ("failed", "interrupted"):
        return None
    if failing_home(facts):
        return None  # the portal's trouble: site.unreachable says so
    assert runs[0].ended_at is not None
    return "broke_off", runs[0].ended_at, {"status": runs[0].status, "reason": runs[0].reason}


def _brought_nothing(facts: PortalFacts, limits: RuleSet) -> _Trouble | None:
    runs = [run for run in _ended(facts) if "pages" in run.stats and not run.stats.get("visited_before")]
    before = max((run.stats["pages"] for run in runs[1:]), default=0)
    if (
        not runs
        or runs[0].stats["pages"] > _HOME_ALONE
        or before < limits.value("patrol.many_pages")
        or failing_home(facts)
    ):
        return None
    if facts.home and facts.home.visits and facts.home.visits[0].outcome == "blocked":
        return None  # site.blocked says so
    assert runs[0].ended_at is not None
    return "brought_nothing", runs[0].ended_at, {"pages_before": before}


def _refused(facts: PortalFacts) -> _Trouble | None:
    visits = facts.home.visits if facts.home else ()
    if not visits or visits[0].outcome != "refused":
        return None
    return "refused", visits[0].at, {"reason": visits[0].reason}


def _stopped(facts: PortalFacts, limits: RuleSet) -> _Trouble | None:
    """No patrol for as long as makes silence untellable, although there were some."""
    moments = [run.ended_at or run.started_at for run in facts.runs]
    pause = timedelta(seconds=facts.portal.interval_seconds or 0) * 3
    slack = timedelta(days=limits.value("silence.look_days"))
    due = max(moments, default=facts.as_of) + max(pause, slack)
    if facts.portal.next_patrol_at:  # its timetable may leave holidays out, or have it patrolled once a month
        due = max(due, facts.portal.next_patrol_at + slack)
    if due >= facts.as_of:
        return None
    return "stopped", due, {"last_patrol": max(moments).isoformat()}
