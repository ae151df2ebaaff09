"""Visits made by hand, and a store that has rows in every table."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings

from storage.records import (
    CheckSeen,
    ColumnSeen,
    Condition,
    ContentSeen,
    Decision,
    EntrySeen,
    IncidentChange,
    Lead,
    LinkChecked,
    LinkSeen,
    MetricSeen,
    PageVisit,
    ProbeFact,
    ReportSeen,
    Telling,
    Timetable,
    Verdict,
)
from storage.store import Store

NOW = datetime(2026, 6, 15, 4, 0, 0, 123456, tzinfo=UTC)
HOME = "http://portal.example/"
ALIVE = Verdict("pass", "alive", ())
SECRET = "mailto://user:p4ssw0rd@example.org"
# One store for all examples of a test: they must not mind each other's rows.
on_one_store = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
# What files and databases stumble over.
ODD_TEXTS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'quoted", "''", "\tx", "\r", "\n=1", "", " ", "NULL", "null", "-"),
    *('say "yes", no', "a\r\nb\nc\rd", "政府信息公开 䶮𠮷", "🙂", "\x01\x0b\x1f\x7f", "\x85\u2028\ufeff", "_x0041_"),
    *("true", "1", "1e5", "2026-01-01", "\\N", "\\", "a;b\tc", "\ufffe\uffff", "𠮷" * 17_000),
)


@dataclass(frozen=True, slots=True)
class Patrol:
    """A store with one portal and one patrol under way."""

    store: Store
    portal_id: int
    run_id: int

    def visit(self, url: str = HOME, **over: Any) -> None:
        self.store.record_visit(self.run_id, self.portal_id, page(url, **over))

    def rows(self, table: str) -> int:
        return self.store.counts()[table]

    def next(self, at: datetime) -> "Patrol":
        """This patrol ends and another one begins."""
        self.store.end_run(self.run_id, status="done", reason="finished", stats={}, now=at)
        return replace(self, run_id=self.store.start_run(self.portal_id, trigger="manual", now=at).run_id)


def patrol(store: Store, home: str = HOME, at: datetime = NOW) -> Patrol:
    portal = store.add_portal(home, name=None, now=at)
    return Patrol(store, portal.id, store.start_run(portal.id, trigger="manual", now=at).run_id)


def page(url: str = HOME, **over: Any) -> PageVisit:
    """A visit; a full answer of a home page unless told otherwise."""
    return replace(PageVisit(url=url, kind="home", depth=0, at=NOW, outcome="ok", status=200), **over)


def content(text: str = "words", **over: Any) -> ContentSeen:
    return replace(ContentSeen(title="title", text=text), **over)


def links(*urls: str) -> tuple[LinkSeen, ...]:
    return tuple(LinkSeen(url, "page", "words") for url in urls)


def column(*titles: str, **over: Any) -> ColumnSeen:
    entries = tuple(entry(title, position) for position, title in enumerate(titles))
    return replace(ColumnSeen("要闻动态", "news", 0.9, entries), **over)


def entry(title: str, position: int = 0, dated: date | None = date(2026, 6, 1)) -> EntrySeen:
    return EntrySeen(
        f"{HOME}{title}.html", title, dated, "list", None if dated is None else dated.isoformat(), position
    )


def report(value: float = 12.0) -> ReportSeen:
    metric = MetricSeen(
        "requests.received", {"channel": "网络"}, value, "件", 2025, "收到申请", 2, 6, "收到申请", "table"
    )
    failed = CheckSeen("sum", False, 3.0, 2.0, "1 + 1 + 1 = 3, not 2")
    endless = CheckSeen("endless", False, float("inf"), -0.5, "a number that no sheet holds")
    unknown = CheckSeen("carry", None, None, None, "no carry")
    return ReportSeen(
        *("年度报告", "某县人民政府", "某县", 2025, "tables-2021"),
        *(
            date(2025, 1, 1),
            date(2025, 12, 31),
            "共计收到申请 12 件",
            (metric,),
            (failed, unknown, endless),
            ("a table is cut",),
        ),
    )


def checked(url: str, verdict: str = "dead", at: datetime = NOW, **over: Any) -> LinkChecked:
    reason = None if verdict == "alive" else "http_404"
    return replace(LinkChecked(url, verdict, reason, 404, None, 1, 20, at), **over)  # type: ignore[arg-type]


def condition(subject: str = HOME, severity: str = "warning", since: datetime = NOW, **evidence: Any) -> Condition:
    return Condition("column.stale", subject, severity, since, evidence)  # type: ignore[arg-type]


def judge(store: Store, portal_id: int, *conditions: Condition, now: datetime = NOW) -> list[str]:
    """Records a judgement; what flipped, as words."""
    flips = store.record_judgement(
        portal_id, conditions=conditions, verdict=ALIVE, stale_after={}, next_due=None, now=now
    )
    return [f"{flip.kind} {flip.finding.subject}" for flip in flips]


def tell_everything(store: Store, now: datetime = NOW) -> int:
    """Decides that every channel is told of every flip; returns how many flips there were."""
    news, channels = store.undecided(now), store.channels()
    tell = {
        one.finding.id: tuple(
            Telling(channel.id, flip.kind, now, flip.id) for channel in channels for flip in one.flips
        )
        for one in news
    }
    store.record_decisions([Decision(one, tell=tell[one.finding.id]) for one in news], now)
    return sum(len(one.flips) for one in news)


def fill(store: Store) -> None:
    """Rows in every table, with every odd text in texts, JSON and bytes."""
    made = patrol(store)
    shown = content(
        "\n".join(ODD_TEXTS),
        links=tuple(LinkSeen(f"{HOME}{n}", "page", text) for n, text in enumerate(ODD_TEXTS)),
        column=column(*ODD_TEXTS),
        report=report(),
        meta={"odd": list(ODD_TEXTS), "nothing": None, "half": 0.5, "yes": True, "nested": {"": {}}},
        published_on=date(1999, 12, 31),
    )
    made.visit(body=bytes(range(256)) + Random(0).randbytes(100_000), content=shown, kind="report", elapsed_ms=12)
    for n, text in enumerate(ODD_TEXTS):
        at = NOW + timedelta(microseconds=n)
        made.visit(f"{HOME}{n}", kind="other", at=at, outcome="failed", status=None, reason=text, content_type=text)
    store.record_link_checks(made.run_id, [checked("https://elsewhere.example/")])
    store.record_probe(made.portal_id, ProbeFact(NOW, False, "failed", "timeout", None))
    store.add_channel("desk", SECRET, lang="zh", min_severity="info", now=NOW)
    judge(store, made.portal_id, *(condition(text, text=text) for text in ODD_TEXTS))
    tell_everything(store)
    telling = Telling(1, "incident", NOW, evidence={"odd": list(ODD_TEXTS)})
    store.record_incident(IncidentChange("many:site.tls", "many", "opened", (telling,), {"odd": list(ODD_TEXTS)}), NOW)
    store.add_mute("snooze", portals=ODD_TEXTS[0], codes="", starts_at=NOW, until=None, why=ODD_TEXTS[8])
    store.set_timetable("all", Timetable(cron="0 3 * * *", quiet="22:00-06:00", skip_holidays=True))
    store.take_lease(f"portal:{made.portal_id}", "me", now=NOW, until=NOW + timedelta(minutes=1))
    store.end_run(made.run_id, status="done", reason="finished", stats={"outcomes": {"ok": 1}}, now=NOW)
    on_the_way = patrol(store, "http://other.example/", NOW.replace(microsecond=0))
    on_the_way.visit("http://other.example/", leads=tuple(Lead(HOME, "page", 1, label=text) for text in ODD_TEXTS))
