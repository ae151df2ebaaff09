"""Facts built by hand: a portal that was first patrolled on FIRST and is looked at on NOW (noon in China)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from storage.records import (
    ColumnFact,
    Condition,
    EntryFact,
    LinkChecked,
    LinkSource,
    PageFact,
    PortalFacts,
    PortalRecord,
    ProbeFact,
    ReportFact,
    RunFact,
    TargetFact,
    VisitFact,
)
from xuncha.rules import Rule, load_rule_set

HOME = "http://portal.example/"
NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
FIRST = datetime(2026, 1, 5, 4, 0, tzinfo=UTC)
LIMITS = load_rule_set("jiancha-2019")


def day(ago: int, now: datetime = NOW) -> date:
    return (now + timedelta(hours=8)).date() - timedelta(days=ago)


def entry(dated: date | None, title: str = "消息", first_seen: datetime = FIRST, n: int = 0) -> EntryFact:
    return EntryFact(f"{HOME}a/{title}-{dated}-{n}.html", title, dated, "list" if dated else None, None, first_seen)


def column(*entries: EntryFact, n: int = 1, **over: Any) -> ColumnFact:
    found = ColumnFact(
        id=n,
        url=f"{HOME}c{n}/",
        name=f"栏目{n}",
        kind="news",
        confidence=0.9,
        depth=1,
        script_filled=False,
        first_seen_at=FIRST,
        last_visit_at=NOW - timedelta(hours=1),
        entries_found=len(entries),
        entries=entries,
    )
    return replace(found, **over)


def visit(outcome: str = "ok", at: datetime = NOW - timedelta(hours=1), **over: Any) -> VisitFact:
    return replace(VisitFact(at, outcome, None, 200 if outcome == "ok" else None, 50, 1, "ab" * 32), **over)


def page(url: str = HOME + "a/1.html", *visits: VisitFact, **over: Any) -> PageFact:
    found = PageFact(
        url=url,
        kind="article",
        title="关于放假的通知",
        text_length=500,
        published_on=day(3),
        published_source="shown",
        damage=0.0,
        damage_family=None,
        repairs=(),
        encoding="utf-8",
        encoding_source="header",
        meta={},
        first_seen_at=FIRST,
        visits=visits or (visit(),),
    )
    return replace(found, **over)


def home(*visits: VisitFact, **over: Any) -> PageFact:
    return page(HOME, *visits, kind="home", published_on=None, title="某县人民政府", **over)


def run(ago: timedelta = timedelta(hours=1), **over: Any) -> RunFact:
    return replace(RunFact(NOW - ago, NOW - ago, "done", "finished", {"pages": 40}), **over)


def check(verdict: str = "dead", reason: str = "http_404", ago: float = 1, status: int | None = None) -> LinkChecked:
    at = NOW - timedelta(hours=ago)
    return LinkChecked(HOME + "gone", verdict, reason, status, None, 3, 40, at)  # type: ignore[arg-type]


def target(*checks: LinkChecked, kinds: tuple[str, ...] = ("page",)) -> TargetFact:
    sources = tuple(LinkSource(f"{HOME}p{i}.html", kind, "详情") for i, kind in enumerate(kinds))
    return TargetFact(HOME + "gone", checks, sources)


def report(year: int, published_on: date | None, **over: Any) -> ReportFact:
    url = f"{HOME}r/{year}-{published_on}.html"
    found = ReportFact(url, f"{year}年政府信息公开工作年度报告", "某县教育局", year, None, published_on, FIRST, (), ())
    return replace(found, **over)


def probes(total: int, failed: int, **over: Any) -> tuple[ProbeFact, ...]:
    """`total` probes over the week before NOW, the newest `failed` of them not opened."""
    step = timedelta(days=7) / total
    made = (ProbeFact(NOW - step * i, i >= failed, "ok", None, 100) for i in range(total))
    return tuple(replace(probe, **over) for probe in made)


def facts(as_of: datetime = NOW, organ: str = "department", **over: Any) -> PortalFacts:
    portal = PortalRecord(1, HOME, "某县", "jiancha-2019", organ, FIRST, None, None, None, None, None, ())
    found = PortalFacts(portal, as_of, home(), (), (), (), (), (run(),), ())
    return replace(found, **over)


def found(rule: Rule, given: PortalFacts, rule_set: str = "jiancha-2019") -> list[Condition]:
    return list(rule(given, load_rule_set(rule_set)))


def codes(rule: Rule, given: PortalFacts) -> list[str]:
    return [condition.code for condition in found(rule, given)]
