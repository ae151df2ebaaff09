"""The tables. One word per idea (docs/glossary.md); every time is UTC; facts are appended, verdicts are derived."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.types import CleanJson, CleanList, CleanText, RowId, UtcDateTime

Json = dict[str, Any]


class Base(DeclarativeBase):
    # A later revision can only change a constraint that has a name.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        datetime: UtcDateTime(),
        str: CleanText(),
        Json: CleanJson(),
        list[Any]: CleanList(),
        bytes: LargeBinary(),
    }


def _id() -> Mapped[int]:
    return mapped_column(RowId, primary_key=True, autoincrement=True)


def _ref(target: str, *, index: bool = True) -> Any:
    return mapped_column(RowId, ForeignKey(target, ondelete="CASCADE"), index=index)


class Portal(Base):
    """A site under watch, named by its home page."""

    __tablename__ = "portal"

    id: Mapped[int] = _id()
    home_url: Mapped[str] = mapped_column(unique=True, doc="Address of the home page; names the portal.")
    name: Mapped[str] = mapped_column(doc="Name the operator gave, else the site's own.")
    rule_set: Mapped[str] = mapped_column(default="jiancha-2019", doc="Rule set it is judged by.")
    organ: Mapped[str] = mapped_column(
        default="department", doc="government or department: sets the due date of annual reports."
    )
    group_name: Mapped[str | None] = mapped_column(index=True, doc="Group that it shares a timetable with.")
    interval_seconds: Mapped[float | None] = mapped_column(doc="Seconds between patrols; empty: the setting.")
    created_at: Mapped[datetime] = mapped_column(doc="When it was added.")
    removed_at: Mapped[datetime | None] = mapped_column(doc="When it was taken off the watch; its facts stay.")
    next_patrol_at: Mapped[datetime | None] = mapped_column(index=True, doc="When the next patrol is due.")
    judge_due_at: Mapped[datetime | None] = mapped_column(
        index=True, doc="When it must be judged: new facts, or the moment at which silence becomes bad news."
    )
    judged_at: Mapped[datetime | None] = mapped_column(doc="When it was judged last.")
    verdict: Mapped[str | None] = mapped_column(doc="pass, fail, blocked, suspended or unknown.")
    word: Mapped[str | None] = mapped_column(doc="alive, stale, zombie, unreachable or unknown.")
    verdict_reasons: Mapped[list[Any] | None] = mapped_column(doc="Vetoes, or the facts that are missing.")


class Run(Base):
    """One patrol over one portal."""

    __tablename__ = "run"

    id: Mapped[int] = _id()
    portal_id: Mapped[int] = _ref("portal.id")
    trigger: Mapped[str] = mapped_column(doc="manual or scheduled.")
    status: Mapped[str] = mapped_column(index=True, doc="running, done, failed or interrupted.")
    started_at: Mapped[datetime] = mapped_column(doc="When the patrol began.")
    heartbeat_at: Mapped[datetime] = mapped_column(doc="Last sign of life.")
    ended_at: Mapped[datetime | None] = mapped_column(doc="When it ended.")
    resumed: Mapped[int] = mapped_column(default=0, doc="How often it was taken up again after a crash.")
    reason: Mapped[str | None] = mapped_column(doc="Why it ended: finished, time_limit, page_budget, an error.")
    stats: Mapped[Json | None] = mapped_column(doc="Counts: pages, bytes, outcomes, seconds.")


class Page(Base):
    """An address of a portal that was asked for at least once."""

    __tablename__ = "page"
    __table_args__ = (UniqueConstraint("portal_id", "url_hash"),)

    id: Mapped[int] = _id()
    portal_id: Mapped[int] = _ref("portal.id", index=False)
    url: Mapped[str] = mapped_column(doc="Address as asked for.")
    url_hash: Mapped[str] = mapped_column(doc="SHA-256 of the address, hexadecimal.")
    kind: Mapped[str] = mapped_column(doc="home, column, article, report, stub, attachment or other.")
    depth: Mapped[int] = mapped_column(doc="Clicks from the home page when first found.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First visit.")
    last_seen_at: Mapped[datetime] = mapped_column(doc="Last visit.")
    etag: Mapped[str | None] = mapped_column(doc="ETag of the last full answer.")
    last_modified: Mapped[str | None] = mapped_column(doc="Last-Modified of the last full answer.")


class Body(Base):
    """Bytes as they came over the wire after transfer decoding, stored once."""

    __tablename__ = "body"

    sha256: Mapped[str] = mapped_column(primary_key=True, doc="SHA-256 of the bytes, hexadecimal.")
    size: Mapped[int] = mapped_column(doc="Bytes before compression.")
    codec: Mapped[str] = mapped_column(doc="zlib or raw: how data is stored.")
    data: Mapped[bytes] = mapped_column(doc="The stored bytes.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First visit that brought them.")


class Version(Base):
    """A distinct content of a page."""

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("page_id", "digest"),)

    id: Mapped[int] = _id()
    page_id: Mapped[int] = _ref("page.id", index=False)
    digest: Mapped[str] = mapped_column(doc="SHA-256 of title and text, or of the bytes.")
    body_sha256: Mapped[str | None] = mapped_column(
        ForeignKey("body.sha256"), index=True, doc="Bytes it was first read from."
    )
    reading: Mapped[str] = mapped_column(
        doc="SHA-256 of all else read from it (links, entries, report); another one: a better parser read it."
    )
    first_seen_at: Mapped[datetime] = mapped_column(doc="First visit that showed it.")
    last_seen_at: Mapped[datetime] = mapped_column(doc="Last visit that showed it.")
    title: Mapped[str | None] = mapped_column(doc="Title as shown.")
    text: Mapped[str] = mapped_column(doc="Main text, repaired.")
    published_on: Mapped[date | None] = mapped_column(doc="Publication date, in China's time.")
    published_source: Mapped[str | None] = mapped_column(doc="shown, list, meta or address.")
    published_text: Mapped[str | None] = mapped_column(doc="The words the date was read from.")
    encoding: Mapped[str | None] = mapped_column(doc="Charset it was decoded with.")
    encoding_source: Mapped[str | None] = mapped_column(doc="bom, header, meta, detected or tie-break.")
    damage: Mapped[float] = mapped_column(default=0.0, doc="Share of damaged text before repair, 0 to 1.")
    damage_family: Mapped[str | None] = mapped_column(doc="Kind of damage.")
    repairs: Mapped[list[Any]] = mapped_column(doc="Repairs: kind, start, end, before, after (at most 50 kept).")
    meta: Mapped[Json] = mapped_column(doc="Standard meta tags, footer codes, blank and script flags.")


class Visit(Base):
    """One fetch of one address, and what came back. Exactly one per address and run."""

    __tablename__ = "visit"
    __table_args__ = (UniqueConstraint("run_id", "url_hash"), Index("ix_visit_page_at", "page_id", "at"))

    id: Mapped[int] = _id()
    run_id: Mapped[int] = _ref("run.id", index=False)
    page_id: Mapped[int] = _ref("page.id", index=False)
    url_hash: Mapped[str] = mapped_column(doc="SHA-256 of the address, hexadecimal.")
    at: Mapped[datetime] = mapped_column(index=True, doc="When the answer, or the failure, came.")
    elapsed_ms: Mapped[int | None] = mapped_column(doc="Milliseconds from request to answer.")
    outcome: Mapped[str] = mapped_column(
        doc="ok, not_modified, redirect, http_error, failed, too_large, robots, refused or blocked."
    )
    reason: Mapped[str | None] = mapped_column(doc="Reason code and detail where the outcome is not ok.")
    status: Mapped[int | None] = mapped_column(doc="HTTP status.")
    location: Mapped[str | None] = mapped_column(doc="Where a redirect points.")
    attempts: Mapped[int] = mapped_column(default=1, doc="Requests made, retries included.")
    content_type: Mapped[str | None] = mapped_column(doc="Content-Type header as sent.")
    body_sha256: Mapped[str | None] = mapped_column(ForeignKey("body.sha256"), index=True, doc="Bytes that came.")
    version_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("version.id"), index=True, doc="Content shown.")
    entries_found: Mapped[int | None] = mapped_column(doc="Entries read where the page is a column.")


class Lead(Base):
    """An address that a patrol under way has found: what is taken up again after a crash. Gone when the patrol ends."""

    __tablename__ = "lead"

    id: Mapped[int] = _id()
    run_id: Mapped[int] = _ref("run.id")
    url: Mapped[str] = mapped_column(doc="Address to ask for.")
    hint: Mapped[str] = mapped_column(doc="What it promises: column, report, entry, next, page or attachment.")
    depth: Mapped[int] = mapped_column(doc="Clicks from the home page.")
    hops: Mapped[int] = mapped_column(default=0, doc="Redirects that led to it.")
    label: Mapped[str] = mapped_column(doc="Words of the link.")


class Column(Base):
    """A list page that promises updates."""

    __tablename__ = "column"
    __table_args__ = (UniqueConstraint("portal_id", "page_id"),)

    id: Mapped[int] = _id()
    portal_id: Mapped[int] = _ref("portal.id", index=False)
    page_id: Mapped[int] = _ref("page.id")
    name: Mapped[str] = mapped_column(doc="Name shown in the navigation, the tag or the title.")
    kind: Mapped[str] = mapped_column(doc="news, notice, policy, interaction, planning, report, …")
    kind_source: Mapped[str] = mapped_column(default="auto", doc="auto or operator (corrections stick).")
    confidence: Mapped[float] = mapped_column(doc="How sure the class is, 0 to 1.")
    script_filled: Mapped[bool] = mapped_column(default=False, doc="Whether a script fills the list.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First patrol that found it.")
    last_seen_at: Mapped[datetime] = mapped_column(doc="Last patrol that found it.")
    stale_after: Mapped[datetime | None] = mapped_column(index=True, doc="When its silence becomes bad news.")


class Entry(Base):
    """One line of a column."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("column_id", "key"),)

    id: Mapped[int] = _id()
    column_id: Mapped[int] = _ref("column.id", index=False)
    key: Mapped[str] = mapped_column(doc="SHA-256 of address and title, hexadecimal.")
    url: Mapped[str] = mapped_column(doc="Address it links to.")
    title: Mapped[str] = mapped_column(doc="Title as listed.")
    dated: Mapped[date | None] = mapped_column(doc="Date, in China's time.")
    date_source: Mapped[str | None] = mapped_column(doc="shown, list, meta or address.")
    date_text: Mapped[str | None] = mapped_column(doc="The words the date was read from.")
    position: Mapped[int] = mapped_column(doc="Place in the list, from 0.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First patrol that saw it.")
    last_seen_at: Mapped[datetime] = mapped_column(doc="Last patrol that saw it.")


class Target(Base):
    """What links point to; checked once for all pages that link to it."""

    __tablename__ = "target"

    id: Mapped[int] = _id()
    url: Mapped[str] = mapped_column(doc="Absolute address without fragment.")
    url_hash: Mapped[str] = mapped_column(unique=True, doc="SHA-256 of the address, hexadecimal.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First page that linked to it.")


class Link(Base):
    """One page's link to one target."""

    __tablename__ = "link"
    __table_args__ = (UniqueConstraint("page_id", "target_id", "kind"),)

    id: Mapped[int] = _id()
    page_id: Mapped[int] = _ref("page.id", index=False)
    target_id: Mapped[int] = _ref("target.id")
    kind: Mapped[str] = mapped_column(doc="page, image, attachment, style, script, frame or refresh.")
    text: Mapped[str] = mapped_column(doc="Words of the link.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First visit that saw it.")
    last_seen_at: Mapped[datetime] = mapped_column(doc="Last visit that saw it.")


class LinkCheck(Base):
    """One verdict about a target in one run."""

    __tablename__ = "link_check"
    __table_args__ = (UniqueConstraint("run_id", "target_id"), Index("ix_link_check_target_at", "target_id", "at"))

    id: Mapped[int] = _id()
    run_id: Mapped[int] = _ref("run.id", index=False)
    target_id: Mapped[int] = _ref("target.id", index=False)
    at: Mapped[datetime] = mapped_column(doc="When the verdict stood.")
    verdict: Mapped[str] = mapped_column(doc="alive, dead or unknown.")
    reason: Mapped[str | None] = mapped_column(doc="Reason code: http_404, soft_404, dns, timeout, blocked, …")
    status: Mapped[int | None] = mapped_column(doc="Last HTTP status.")
    final_url: Mapped[str | None] = mapped_column(doc="Where redirects led.")
    attempts: Mapped[int] = mapped_column(default=1, doc="Requests made.")
    elapsed_ms: Mapped[int | None] = mapped_column(doc="Milliseconds of the last request.")


class Probe(Base):
    """One timed look at a home page."""

    __tablename__ = "probe"
    __table_args__ = (Index("ix_probe_portal_at", "portal_id", "at"),)

    id: Mapped[int] = _id()
    portal_id: Mapped[int] = _ref("portal.id", index=False)
    at: Mapped[datetime] = mapped_column(doc="When it was made.")
    opened: Mapped[bool] = mapped_column(doc="Whether the home page opened for a visitor within 15 seconds.")
    outcome: Mapped[str] = mapped_column(doc="As a visit's outcome.")
    reason: Mapped[str | None] = mapped_column(doc="Reason where it did not open.")
    status: Mapped[int | None] = mapped_column(doc="HTTP status.")
    elapsed_ms: Mapped[int | None] = mapped_column(doc="Milliseconds until it was there.")
    again: Mapped[bool] = mapped_column(
        default=False, doc="Whether it was made minutes after another, to be sure; it is in no share of a week."
    )


class Report(Base):
    """An annual disclosure report, read from one version of a page or attachment."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("version_id"), Index("ix_report_portal_year", "portal_id", "year"))

    id: Mapped[int] = _id()
    portal_id: Mapped[int] = _ref("portal.id", index=False)
    version_id: Mapped[int] = _ref("version.id", index=False)
    title: Mapped[str | None] = mapped_column(doc="Title.")
    issuer: Mapped[str | None] = mapped_column(doc="Organ that reports.")
    region: Mapped[str | None] = mapped_column(doc="Region of the organ.")
    year: Mapped[int | None] = mapped_column(doc="Year covered.")
    era: Mapped[str | None] = mapped_column(doc="narrative, statistics, tables-2019 or tables-2021.")
    period_start: Mapped[date | None] = mapped_column(doc="First day covered.")
    period_end: Mapped[date | None] = mapped_column(doc="Last day covered.")
    published_on: Mapped[date | None] = mapped_column(doc="Publication date, in China's time.")
    text: Mapped[str] = mapped_column(doc="Simplified plain text that evidence indexes.")
    warnings: Mapped[list[Any]] = mapped_column(doc="What could not be read, in words.")
    first_seen_at: Mapped[datetime] = mapped_column(doc="First patrol that saw it.")


class Metric(Base):
    """One figure of a report (docs/metrics.md)."""

    __tablename__ = "metric"

    id: Mapped[int] = _id()
    report_id: Mapped[int] = _ref("report.id")
    code: Mapped[str] = mapped_column(index=True, doc="Metric code.")
    dims: Mapped[Json] = mapped_column(doc="Dimensions: channel, category, agency, applicant, reason, …")
    value: Mapped[float] = mapped_column(doc="Value in the base unit.")
    unit: Mapped[str] = mapped_column(doc="Base unit.")
    year: Mapped[int] = mapped_column(doc="Year the figure is about.")
    label: Mapped[str] = mapped_column(doc="Label in the report's words.")
    evidence_start: Mapped[int] = mapped_column(doc="First character in report.text.")
    evidence_end: Mapped[int] = mapped_column(doc="One past the last character.")
    evidence_text: Mapped[str] = mapped_column(doc="The words.")
    method: Mapped[str] = mapped_column(doc="How it was read.")


class Check(Base):
    """One identity the figures must satisfy."""

    __tablename__ = "check"

    id: Mapped[int] = _id()
    report_id: Mapped[int] = _ref("report.id")
    code: Mapped[str] = mapped_column(doc="Check code.")
    ok: Mapped[bool | None] = mapped_column(doc="Whether it holds; empty where a term is missing.")
    expected: Mapped[float | None] = mapped_column(doc="One side.")
    actual: Mapped[float | None] = mapped_column(doc="The other side.")
    detail: Mapped[str] = mapped_column(doc="Both sides and the difference in words.")


class Finding(Base):
    """A condition that is open or closed, with evidence."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("portal_id", "key"),)

    id: Mapped[int] = _id()
    portal_id: Mapped[int] = _ref("portal.id", index=False)
    # PostgreSQL cannot index a subject over 2,700 bytes, and addresses grow longer.
    key: Mapped[str] = mapped_column(doc="SHA-256 of code and subject, hexadecimal.")
    code: Mapped[str] = mapped_column(index=True, doc="Finding code (docs/rules.md).")
    subject: Mapped[str] = mapped_column(doc="Address or name of what it is about.")
    severity: Mapped[str] = mapped_column(doc="info, warning or critical.")
    since: Mapped[datetime] = mapped_column(doc="Since when the condition holds.")
    opened_at: Mapped[datetime] = mapped_column(doc="When it was opened (last, if it came back).")
    closed_at: Mapped[datetime | None] = mapped_column(index=True, doc="When it was closed; empty: open.")
    evidence: Mapped[Json] = mapped_column(doc="What a third party needs to check it.")


class Flip(Base):
    """A finding opened, worsened, reopened or closed: the outbox of alerts."""

    __tablename__ = "flip"

    id: Mapped[int] = _id()
    finding_id: Mapped[int] = _ref("finding.id")
    kind: Mapped[str] = mapped_column(doc="opened, worsened, reopened or closed.")
    happened_at: Mapped[datetime] = mapped_column(doc="When it happened, not when it was noticed.")
    noticed_at: Mapped[datetime] = mapped_column(doc="When judge noticed it.")
    severity: Mapped[str] = mapped_column(doc="Severity at that moment.")
    evidence: Mapped[Json] = mapped_column(doc="Evidence at that moment.")
    routed_at: Mapped[datetime | None] = mapped_column(
        index=True, doc="When it was decided who is told of it; empty: it waits."
    )
    look_at: Mapped[datetime | None] = mapped_column(doc="When it is looked at again, if it had to wait.")
    # No foreign key: SQLite cannot add one to a table that others refer to without emptying these.
    incident_id: Mapped[int | None] = mapped_column(RowId, index=True, doc="Incident that speaks for it.")


class Incident(Base):
    """What stands for many flips, or for our own trouble: told once, and once more when it is over."""

    __tablename__ = "incident"

    id: Mapped[int] = _id()
    key: Mapped[str] = mapped_column(unique=True, doc="What it is about, e.g. many:site.unreachable; comes back.")
    kind: Mapped[str] = mapped_column(doc="many (portals at once), flapping (one finding) or self (our own trouble).")
    opened_at: Mapped[datetime] = mapped_column(doc="When it began (last, if it came back).")
    closed_at: Mapped[datetime | None] = mapped_column(index=True, doc="When it was over; empty: it goes on.")
    told_at: Mapped[datetime] = mapped_column(doc="When its last message was made.")
    evidence: Mapped[Json] = mapped_column(doc="Counts and names, as of the last message.")


class Mute(Base):
    """A wish not to be told: an acknowledgement, a snooze or a maintenance window."""

    __tablename__ = "mute"

    id: Mapped[int] = _id()
    kind: Mapped[str] = mapped_column(doc="ack, snooze or maintenance.")
    portals: Mapped[str] = mapped_column(default="", doc="Portals it is about, as in channel.portals.")
    codes: Mapped[str] = mapped_column(default="", doc="Finding codes it is about, as in channel.codes.")
    subject: Mapped[str] = mapped_column(default="", doc="The one subject it is about; empty: all.")
    hours: Mapped[str] = mapped_column(default="", doc="Hours of each day, e.g. 02:00-04:00; empty: all the time.")
    starts_at: Mapped[datetime] = mapped_column(doc="When it begins.")
    until: Mapped[datetime | None] = mapped_column(index=True, doc="When it ends; empty: with the finding.")
    why: Mapped[str] = mapped_column(default="", doc="The operator's words.")


class Channel(Base):
    """Where alerts go."""

    __tablename__ = "channel"

    id: Mapped[int] = _id()
    name: Mapped[str] = mapped_column(unique=True, doc="Name the operator gave.")
    url: Mapped[str] = mapped_column(doc="Address; holds secrets, never exported or logged.")
    lang: Mapped[str] = mapped_column(default="zh", doc="Language of its messages.")
    min_severity: Mapped[str] = mapped_column(default="warning", doc="Lowest severity it wants.")
    enabled: Mapped[bool] = mapped_column(default=True, doc="Whether it is in use.")
    created_at: Mapped[datetime] = mapped_column(doc="When it was added.")
    portals: Mapped[str] = mapped_column(default="", doc="Portals it is for: numbers, hosts, names; empty: all.")
    codes: Mapped[str] = mapped_column(default="", doc="Finding codes it is for, e.g. site.*; empty: all.")
    quiet: Mapped[str] = mapped_column(default="", doc="Hours without any but critical news, e.g. 22:00-07:00.")
    digest: Mapped[str] = mapped_column(default="", doc="daily or weekly: a summary in place of single messages.")
    remind_days: Mapped[int] = mapped_column(default=0, doc="Days between reminders of what stays open; 0: none.")


class Notification(Base):
    """One piece of news for one channel: sent at least once."""

    __tablename__ = "notification"
    __table_args__ = (UniqueConstraint("channel_id", "key"),)

    id: Mapped[int] = _id()
    channel_id: Mapped[int] = _ref("channel.id", index=False)
    key: Mapped[str] = mapped_column(doc="What it tells: flip:7, incident:3:…, digest:2026-06-15, …")
    kind: Mapped[str] = mapped_column(
        doc="opened, worsened, reopened or closed of a flip; incident, digest or reminder."
    )
    thread: Mapped[str] = mapped_column(doc="What goes into one message, e.g. portal:7.")
    message: Mapped[str | None] = mapped_column(
        doc="Message that it is part of since the first try; a receiver sees it as its id."
    )
    flip_id: Mapped[int | None] = mapped_column(
        RowId, ForeignKey("flip.id", ondelete="CASCADE"), index=True, doc="Flip it tells of."
    )
    incident_id: Mapped[int | None] = mapped_column(
        RowId, ForeignKey("incident.id", ondelete="CASCADE"), index=True, doc="Incident it tells of."
    )
    evidence: Mapped[Json | None] = mapped_column(doc="What an incident's message says; a flip has its own.")
    created_at: Mapped[datetime] = mapped_column(doc="When it was decided to send it.")
    status: Mapped[str] = mapped_column(index=True, doc="pending, sending, sent or dead.")
    attempts: Mapped[int] = mapped_column(default=0, doc="Deliveries tried.")
    next_attempt_at: Mapped[datetime | None] = mapped_column(index=True, doc="When the next try is due.")
    claimed_until: Mapped[datetime | None] = mapped_column(doc="Lease of the process that is sending it.")
    sent_at: Mapped[datetime | None] = mapped_column(doc="When the channel took it.")
    error: Mapped[str | None] = mapped_column(doc="Why the last try failed.")
    text: Mapped[Json | None] = mapped_column(
        doc="The message's title, body and kind, with one of its parts, until it is sent: every try says the same."
    )


class Timetable(Base):
    """When patrols may begin: a portal's own, its group's, or everybody's. The most particular one counts."""

    __tablename__ = "timetable"

    name: Mapped[str] = mapped_column(primary_key=True, doc="Whose it is: portal:7, group:… or all.")
    cron: Mapped[str | None] = mapped_column(doc="Cron line in China's time; empty: every_seconds counts.")
    every_seconds: Mapped[float | None] = mapped_column(doc="Seconds between two patrols; empty: the setting.")
    jitter_seconds: Mapped[float] = mapped_column(default=0.0, doc="Window over which its portals are spread.")
    quiet: Mapped[str | None] = mapped_column(doc="Hours without patrols in China's time, e.g. 22:00-06:00.")
    skip_holidays: Mapped[bool] = mapped_column(default=False, doc="Whether none begins on a public holiday.")


class Lease(Base):
    """A claim on work, good until a moment: one portal is never patrolled twice at once."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True, doc="What is claimed, e.g. portal:7.")
    owner: Mapped[str] = mapped_column(doc="Who claims it: host, process, random word.")
    until: Mapped[datetime] = mapped_column(doc="When the claim ends unless renewed.")
