"""Frozen records that cross the door of storage: what the crawler hands in, what rules and screens get out.

This file imports neither SQLAlchemy nor anything of ours, so that the pure rules may use it.
Times are aware and UTC; dates are days in China's time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

Outcome = Literal[
    "ok",  # a full answer
    "not_modified",  # 304: the content we have still stands
    "redirect",  # 3xx with a Location; the new address is a visit of its own
    "http_error",  # 4xx or 5xx that is no refusal
    "failed",  # no answer: reason names timeout, dns, tls, refused, reset, protocol
    "too_large",  # cut at the size limit
    "robots",  # robots.txt forbids it; nothing was fetched
    "refused",  # our guard forbids the address (private network); nothing was fetched
    "blocked",  # the portal declines programs; never an outage
]
Severity = Literal["info", "warning", "critical"]
# Key of evidence: the facts that are kept begin in the middle of it, so an open finding's earlier `since` stands.
BEGAN_BEFORE = "began_before"
A_WEEK = (
    "week"  # `basis` in the evidence of site.unreachable where it is about the share of a week's looks, not about now
)
LinkVerdict = Literal["alive", "dead", "unknown"]


def is_of_a_week(evidence: Mapping[str, Any]) -> bool:
    """Whether a finding is the share of a week's looks, which goes on when the portal is back."""
    return evidence.get("basis") == A_WEEK


# ── what the crawler hands in ────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Lead:
    """An address worth asking for. `hint`: what the link promised; `hops`: redirects that led here."""

    url: str
    hint: str  # home, column, report, entry, next, page or attachment
    depth: int  # clicks from the home page
    hops: int = 0
    label: str = ""  # words of the link


@dataclass(frozen=True, slots=True)
class EntrySeen:
    url: str
    title: str
    dated: date | None
    date_source: str | None
    date_text: str | None
    position: int


@dataclass(frozen=True, slots=True)
class LinkSeen:
    url: str
    kind: str  # page, image, attachment, style, script, frame, refresh
    text: str = ""


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    name: str
    kind: str
    confidence: float
    entries: tuple[EntrySeen, ...]
    script_filled: bool = False  # the list is filled by a script: zero entries say nothing


@dataclass(frozen=True, slots=True)
class MetricSeen:
    code: str
    dims: Mapping[str, str]
    value: float
    unit: str
    year: int
    label: str
    evidence_start: int
    evidence_end: int
    evidence_text: str
    method: str


@dataclass(frozen=True, slots=True)
class CheckSeen:
    code: str
    ok: bool | None
    expected: float | None
    actual: float | None
    detail: str


@dataclass(frozen=True, slots=True)
class ReportSeen:
    title: str | None
    issuer: str | None
    region: str | None
    year: int | None
    era: str | None
    period_start: date | None
    period_end: date | None
    text: str
    metrics: tuple[MetricSeen, ...]
    checks: tuple[CheckSeen, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContentSeen:
    """What was read out of a body."""

    title: str | None
    text: str
    published_on: date | None = None
    published_source: str | None = None
    published_text: str | None = None
    encoding: str | None = None
    encoding_source: str | None = None
    damage: float = 0.0
    damage_family: str | None = None
    repairs: tuple[Mapping[str, Any], ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    links: tuple[LinkSeen, ...] = ()
    column: ColumnSeen | None = None
    report: ReportSeen | None = None


@dataclass(frozen=True, slots=True)
class PageVisit:
    """One address asked for, and what came back. Every address asked for ends in exactly one of these."""

    url: str
    kind: str  # home, column, article, report, stub, attachment, other
    depth: int
    at: datetime
    outcome: Outcome
    reason: str | None = None
    status: int | None = None
    location: str | None = None
    attempts: int = 1
    elapsed_ms: int | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body: bytes | None = None
    content: ContentSeen | None = None
    leads: tuple[Lead, ...] = ()  # what it was the first to name, or to name with a better promise


@dataclass(frozen=True, slots=True)
class LinkChecked:
    """The verdict about one target in one run."""

    url: str
    verdict: LinkVerdict
    reason: str | None
    status: int | None
    final_url: str | None
    attempts: int
    elapsed_ms: int | None
    at: datetime


# ── what the crawler gets: where a patrol stands, what need not be fetched again ──


@dataclass(frozen=True, slots=True)
class RunStart:
    """A patrol that may begin; `resumed` says that it is an interrupted one, taken up again."""

    run_id: int
    resumed: bool
    visited: frozenset[str]  # addresses with a visit in this run
    frontier: tuple[Lead, ...]  # found and not asked for; an address may stand here more than once
    life: int = 0  # how often it was taken up: whoever took it up later has another number


@dataclass(frozen=True, slots=True)
class KnownPage:
    """What a conditional request needs: at least one of etag and last_modified is set."""

    kind: str
    etag: str | None
    last_modified: str | None


# ── what comes out: the facts about one portal at one moment ─────────────────


@dataclass(frozen=True, slots=True)
class EntryFact:
    url: str
    title: str
    dated: date | None
    date_source: str | None
    date_text: str | None
    first_seen_at: datetime
    position: int = 0  # place in the list, from 0, when it was listed last
    looked_before: datetime | None = None  # the showing of the list before the first that had it; None: there was none


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """A column as known at the moment, its entries newest first (undated last)."""

    id: int
    url: str
    name: str
    kind: str
    confidence: float
    depth: int
    script_filled: bool
    first_seen_at: datetime
    last_visit_at: datetime | None  # last visit that really showed it (ok or not modified)
    entries_found: int | None  # at that visit
    entries: tuple[EntryFact, ...]


@dataclass(frozen=True, slots=True)
class VisitFact:
    at: datetime
    outcome: str
    reason: str | None
    status: int | None
    elapsed_ms: int | None
    attempts: int
    body_sha256: str | None
    location: str | None = None  # where it redirects


@dataclass(frozen=True, slots=True)
class PageFact:
    """A page with its latest content and its latest visits (newest first, at most five)."""

    url: str
    kind: str
    title: str | None
    text_length: int
    published_on: date | None
    published_source: str | None
    damage: float
    damage_family: str | None
    repairs: tuple[Mapping[str, Any], ...]
    encoding: str | None
    encoding_source: str | None
    meta: Mapping[str, Any]
    first_seen_at: datetime
    visits: tuple[VisitFact, ...]
    shown_since: datetime | None = None  # the first visit that showed the latest content


@dataclass(frozen=True, slots=True)
class LinkSource:
    page_url: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A target with its checks (newest first, at most ten) and every page that links to it now."""

    url: str
    checks: tuple[LinkChecked, ...]
    sources: tuple[LinkSource, ...]


@dataclass(frozen=True, slots=True)
class ReportFact:
    url: str  # where it was read
    title: str | None
    issuer: str | None
    year: int | None
    era: str | None
    published_on: date | None
    first_seen_at: datetime
    checks: tuple[CheckSeen, ...]
    warnings: tuple[str, ...]
    text: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)  # name with dimensions → value, its year only


@dataclass(frozen=True, slots=True)
class RunFact:
    started_at: datetime
    ended_at: datetime | None
    status: str
    reason: str | None
    stats: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProbeFact:
    at: datetime
    opened: bool
    outcome: str
    reason: str | None
    elapsed_ms: int | None
    status: int | None = None
    again: bool = False  # made minutes after another, to be sure of what that one saw

    @property
    def says_something(self) -> bool:
        """Not where the portal declines programs, nothing was fetched, or our own line was down; TLS is site.tls."""
        reason = self.reason or ""
        silent = self.outcome in ("blocked", "robots", "refused") or reason == "own_line"
        return not silent and (self.opened or not reason.startswith("tls"))


@dataclass(frozen=True, slots=True)
class ProbeShare:
    """Looks at a home page in a week that say something, and how many of them did not open."""

    looks: int
    failed: int


@dataclass(frozen=True, slots=True)
class PortalRecord:
    id: int
    home_url: str
    name: str
    rule_set: str
    organ: str
    created_at: datetime
    interval_seconds: float | None
    next_patrol_at: datetime | None
    judged_at: datetime | None
    verdict: str | None
    word: str | None
    verdict_reasons: tuple[Any, ...]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """When patrols of a portal may begin. Neither cron nor every: as often as the setting says."""

    cron: str | None = None  # in China's time
    every: float | None = None  # seconds
    jitter: float = 0.0  # seconds over which the portals are spread
    quiet: str | None = None  # HH:MM-HH:MM in China's time
    skip_holidays: bool = False


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """Everything the rules may know about a portal at one moment; nothing first seen later is in it."""

    portal: PortalRecord
    as_of: datetime
    home: PageFact | None
    pages: tuple[PageFact, ...]
    columns: tuple[ColumnFact, ...]
    targets: tuple[TargetFact, ...]
    reports: tuple[ReportFact, ...]
    runs: tuple[RunFact, ...]  # newest first, at most ten, and the last one that went through
    probes: tuple[ProbeFact, ...]  # newest first, last seven days


@dataclass(frozen=True, slots=True)
class ColumnRecord:
    """A column for screens and corrections."""

    id: int
    url: str
    name: str
    kind: str
    kind_source: str  # auto or operator
    confidence: float
    stale_after: datetime | None


# ── findings ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule says: this holds. `key` is what makes it the same condition tomorrow: code and subject, and whether it is
    about a week or about now."""

    code: str
    subject: str
    severity: Severity
    since: datetime
    evidence: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, ...]:
        return (self.code, self.subject, A_WEEK) if is_of_a_week(self.evidence) else (self.code, self.subject)


@dataclass(frozen=True, slots=True)
class FindingRecord:
    id: int
    portal_url: str
    portal_name: str
    code: str
    subject: str
    severity: Severity
    since: datetime
    opened_at: datetime
    closed_at: datetime | None
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of a portal: `verdict` by the rule set, `word` in plain speech."""

    verdict: Literal["pass", "fail", "blocked", "suspended", "unknown"]
    word: Literal["alive", "stale", "zombie", "unreachable", "unknown"]
    reasons: tuple[Mapping[str, Any], ...]  # vetoes met, or the facts that are missing


@dataclass(frozen=True, slots=True)
class FlipRecord:
    id: int
    kind: str  # opened, worsened, reopened, closed
    happened_at: datetime
    noticed_at: datetime
    severity: Severity
    evidence: Mapping[str, Any]
    finding: FindingRecord


# ── alerts ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """`portals` and `codes`: patterns with commas between, empty for all. `quiet`: hours as 22:00-07:00, China's time."""

    id: int
    name: str
    url: str
    lang: str
    min_severity: Severity
    enabled: bool
    portals: str = ""
    codes: str = ""
    quiet: str = ""
    digest: str = ""  # daily or weekly: a summary in place of single messages
    remind_days: int = 0
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MuteRecord:
    """A wish not to be told of what matches `portals`, `codes` and `subject` from `starts_at` to `until` (None: while it
    is open)."""

    id: int
    kind: str  # ack, snooze or maintenance
    portals: str
    codes: str
    starts_at: datetime
    until: datetime | None
    why: str
    subject: str = ""  # empty: all
    hours: str = ""  # of each day, China's time, as 02:00-04:00; empty: all the time


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """What stands for many flips, or for our own trouble. One row per key: it closes, and may open again."""

    id: int
    key: str
    kind: str  # many, flapping or self
    opened_at: datetime
    closed_at: datetime | None
    told_at: datetime
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class IncidentState:
    """How an open incident stands: its findings, how many of them are open, their last flip, and how many there were
    since the incident's last message."""

    incident: IncidentRecord
    findings: int
    left: int
    last_flip_at: datetime | None
    flips: int


@dataclass(frozen=True, slots=True)
class Member:
    """A finding that an incident speaks for; `flips`: how many there were since the incident's last message."""

    finding: FindingRecord
    flips: int


@dataclass(frozen=True, slots=True)
class News:
    """All that has flipped on one finding and is not decided yet, with what deciding needs to know."""

    finding: FindingRecord
    portal: PortalRecord
    flips: tuple[FlipRecord, ...]  # in their order
    waited: bool  # it was looked at before, and held back
    looked_again_at: datetime | None  # the last patrol or probe that judge has seen
    history: tuple[
        tuple[datetime, bool], ...
    ]  # flips of the last day, the undecided ones included: when, and whether open
    told: Mapping[int, Severity | None]  # channel → severity it believes open; None: it believes that all is well


@dataclass(frozen=True, slots=True)
class Telling:
    """One piece of news for one channel, due at `at`. `flip_id` is None for what is no flip's."""

    channel_id: int
    kind: str  # opened, worsened, reopened, closed, incident, digest or reminder
    at: datetime
    flip_id: int | None = None
    evidence: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a finding's flips: told, left to an incident, or looked at again at `look_at`; else nobody hears."""

    news: News
    tell: tuple[Telling, ...] = ()
    incident_key: str | None = None
    look_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncidentChange:
    """An incident opens, is told of again, or closes."""

    key: str
    kind: str
    phase: Literal["opened", "still", "closed"]
    tell: tuple[Telling, ...]
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification that is claimed for sending; `flip` bears the kind that is told."""

    id: int
    kind: str  # opened, worsened, reopened, closed, incident, digest or reminder
    created_at: datetime
    flip: FlipRecord | None
    incident: IncidentRecord | None
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message claimed for sending: one channel, one or several notices. It is the same at every try.

    `attempts` counts this try; `text`: title, body and kind as an earlier try sent them.
    """

    channel: ChannelRecord
    key: str
    notices: tuple[Notice, ...]
    attempts: int
    text: Mapping[str, Any] | None = None

    @property
    def notification_ids(self) -> tuple[int, ...]:
        return tuple(notice.id for notice in self.notices)

    @property
    def flips(self) -> tuple[FlipRecord, ...]:
        """The flips, each of the kind that is told."""
        return tuple(replace(notice.flip, kind=notice.kind) for notice in self.notices if notice.flip)


@dataclass(frozen=True, slots=True)
class Pulse:
    """What shows whether the watchdog itself is at work; None where there is nothing to tell."""

    patrol_due_at: datetime | None  # the longest overdue patrol
    patrols_due: int
    last_run_at: datetime | None  # when the youngest patrol gave its last sign of life
    judge_due_at: datetime | None  # the longest overdue judgement
    undelivered: Mapping[str, tuple[int, str]]  # channel → notifications it could not be told, the last error
