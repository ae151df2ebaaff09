"""Who is told of what, and when: pure decisions about flips that nobody has decided about yet.

For each finding, in this order:
1. It is the share of a week's looks: nobody is told, for each outage in it was told when it happened.
2. An open incident speaks for it: its flips go there, and nobody is told of them one by one.
3. It flaps: an incident opens for it, which is told once a day.
4. A snooze or a maintenance window is about it: it waits.
5. One lost packet could have caused it: it waits for a second look, hours later. What ends while it waits is never told.
   The same goes for an end that may only mean that the page could not be seen. An outage that is sure waits some minutes
   for others like it.
6. The same on many portals at once: an incident opens for all of them.
7. Each channel that it concerns is told, in quiet hours only of what is critical; an end only if it was told of the beginning.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from storage.findings import severity_rank
from storage.records import (
    ChannelRecord,
    Decision,
    FindingRecord,
    FlipRecord,
    IncidentChange,
    IncidentRecord,
    Member,
    MuteRecord,
    News,
    PortalRecord,
    Telling,
    is_of_a_week,
)
from xuncha.alerts.incidents import change_of
from xuncha.alerts.scope import about_code, covers, mutes, quiet_until

# What one platform, one cable or we ourselves can break on many portals at once.
OUTAGES = ("site.unreachable", "site.tls", "site.blocked", "crawler.failed")
# While one of these is open we do not see the portal: that something else is gone is no news.
BLINDING = (*OUTAGES, "site.suspended")
# What one lost packet can open. The rules ask for two patrols before it is a veto; until then it is not told either.
OPENS_BY_CHANCE = "site.unreachable, site.tls, site.blocked"
# What one lost packet can end: rules about pages are silent on a page that did not come.
ENDS_BY_CHANCE = "page.*, tags.*, title.*, column.missing, column.empty, site.hijacked, site.suspended, report.*"
SECOND_LOOK_AFTER = timedelta(hours=2)  # as links.second_look_hours of the rule sets
LONGEST_WAIT = timedelta(hours=48)  # portals that are patrolled weekly are told of unconfirmed
LOOK_EVERY = timedelta(minutes=10)  # between two looks at what waits
# Looks are spread over the day: the portals of one platform are seen to be down one after the other.
COMPANY_WITHIN = timedelta(minutes=10)

TOGETHER_WITHIN = timedelta(hours=6)  # openings so close are one failure
TOGETHER_LEAST = 5  # portals …
TOGETHER_SHARE = 0.01  # … and of a large watch this share: with 10,000 portals a handful is every day's

FLAPPING_WITHIN = timedelta(hours=12)
# Set between 20 % of lost looks, which are no flapping (P < 0.001 in 48 looks), and half of them, which are.
FLAPPING_SHARE = 0.4
FLAPPING_OPENINGS = 4


@dataclass(frozen=True, slots=True)
class Board:
    """What deciding looks at beside the news. `outages`: code of BLINDING → home page → when it was opened there."""

    now: datetime
    channels: Sequence[ChannelRecord]
    mutes: Sequence[MuteRecord] = ()
    incidents: Sequence[IncidentRecord] = ()
    outages: Mapping[str, Mapping[str, datetime]] = field(default_factory=dict)
    watched: int = 0  # portals


def decide(news: Sequence[News], board: Board) -> tuple[list[IncidentChange], list[Decision]]:
    """The incidents that open, and what becomes of each finding's flips. Incidents are to be written first."""
    open_keys = {incident.key for incident in board.incidents}
    changes = _new_incidents([one for one in news if not _is_of_a_week(one)], board, open_keys)
    open_keys |= {change.key for change in changes}
    return changes, [_decide(one, board, open_keys) for one in news]


def flaps(news: News, now: datetime) -> bool:
    """Whether an outage opened again and again, and was there for much of the time."""
    if news.finding.code not in OUTAGES:
        return False  # what we see of the rest comes and goes with the outage
    start = now - FLAPPING_WITHIN
    recent = [(at, is_open) for at, is_open in news.history if at > start]
    if sum(is_open for _, is_open in recent) < FLAPPING_OPENINGS:
        return False
    moments = [start, *(at for at, _ in recent), now]
    states = [not recent[0][1], *(is_open for _, is_open in recent)]
    open_for = sum(
        ((end - begin) for begin, end, state in zip(moments, moments[1:], states, strict=False) if state), timedelta()
    )
    return open_for >= FLAPPING_SHARE * FLAPPING_WITHIN


def causes(code: str, home_url: str) -> tuple[str, ...]:
    """Keys of the incidents that may speak for it: the code on all portals, and on those of one domain.

    >>> causes("site.tls", "http://jyj.qinghe.gov.cn/")
    ('many:site.tls', 'many:site.tls@qinghe.gov.cn')
    """
    if code not in OUTAGES:
        return ()
    host = urlsplit(home_url).hostname or ""
    labels = host.split(".")
    domain = ".".join(labels[-3:]) if labels[-2:-1] in (["gov"], ["edu"], ["org"], ["com"], ["net"]) else host
    return f"many:{code}", f"many:{code}@{domain}"


def _decide(one: News, board: Board, open_keys: set[str]) -> Decision:
    if _is_of_a_week(one):
        return Decision(one)
    key = next((key for key in _keys(one) if key in open_keys), None)
    if key and (_is_open(one) or _believed_open(one) or key.startswith("flapping:")):
        return Decision(one, incident_key=key)
    if _is_muted(one, board) or _is_unsettled(one, board):
        return Decision(one, look_at=board.now + LOOK_EVERY)
    told = [telling for channel in board.channels for telling in _tellings(one, channel, board)]
    return Decision(one, tell=tuple(told))


def _is_of_a_week(one: News) -> bool:
    return is_of_a_week(one.finding.evidence)


def _keys(one: News) -> tuple[str, ...]:
    return f"flapping:{one.finding.id}", *causes(one.finding.code, one.finding.portal_url)


def _is_open(one: News) -> bool:
    return one.flips[-1].kind != "closed"


def _believed_open(one: News) -> bool:
    return any(one.told.values())


def _since_last_closing(one: News) -> list[FlipRecord]:
    """The flips that made it what it is now: the openings after the last closing."""
    flips: list[FlipRecord] = []
    for flip in one.flips:
        flips = [] if flip.kind == "closed" else [*flips, flip]
    return flips


def _is_muted(one: News, board: Board) -> bool:
    return any(
        mute.kind != "ack"
        and mute.starts_at <= board.now
        and (mute.until is None or board.now < mute.until)
        and (not mute.hours or quiet_until(mute.hours, board.now) is not None)
        and mutes(mute, one.portal, one.finding)
        for mute in board.mutes
    )


def is_acknowledged(finding: FindingRecord, portal: PortalRecord, given: Iterable[MuteRecord]) -> bool:
    """An acknowledgement is about what was open when it was given; what comes back later is news."""
    acks = (mute for mute in given if mute.kind == "ack" and finding.opened_at <= mute.starts_at)
    return any(mutes(mute, portal, finding) for mute in acks)


def _is_unsettled(one: News, board: Board) -> bool:
    code, last = one.finding.code, one.flips[-1]
    if last.kind == "closed":
        if code not in OUTAGES and any(one.finding.portal_url in homes for homes in board.outages.values()):
            return True
        began, by_chance = last.noticed_at, about_code(ENDS_BY_CHANCE, code)
    else:
        began = _since_last_closing(one)[0].noticed_at
        if one.finding.severity == "critical":
            may_have_company = code == "site.unreachable" and board.watched >= TOGETHER_LEAST
            return may_have_company and board.now < began + COMPANY_WITHIN
        by_chance = about_code(OPENS_BY_CHANCE, code)
    confirmed = one.looked_again_at is not None and one.looked_again_at >= began + SECOND_LOOK_AFTER
    return by_chance and not confirmed and board.now < began + LONGEST_WAIT


# ── incidents that open ──────────────────────────────────────────────────────


def _new_incidents(news: Sequence[News], board: Board, open_keys: set[str]) -> list[IncidentChange]:
    changes: dict[str, IncidentChange] = {}
    for one in news:
        if any(key in open_keys or key in changes for key in _keys(one)) or _is_muted(one, board):
            continue
        if flaps(one, board.now):
            key = f"flapping:{one.finding.id}"
            changes[key] = _opening(key, "flapping", [one], board)
        elif (shared := _many_key(one, board)) is not None:
            alike = [other for other in news if _joins(other, shared, board)]
            changes[shared] = _opening(shared, "many", alike, board)
    return list(changes.values())


def _many_key(one: News, board: Board) -> str | None:
    """The key of the incident that a finding starts; None if it is not ready to be told, or too few others are like it."""
    if not _is_open(one) or _is_unsettled(one, board):
        return None
    opened = board.outages.get(one.finding.code, {})
    homes = {home for home, at in opened.items() if at >= board.now - TOGETHER_WITHIN}
    for key in causes(one.finding.code, one.finding.portal_url):
        alike = sum(key in causes(one.finding.code, home) for home in homes)
        share = 0 if "@" in key else TOGETHER_SHARE * board.watched
        if one.finding.portal_url in homes and alike >= max(TOGETHER_LEAST, share):
            return key
    return None


def _joins(one: News, key: str, board: Board) -> bool:
    return key in _keys(one) and _is_open(one) and not _is_muted(one, board)


def _opening(key: str, kind: str, news: Sequence[News], board: Board) -> IncidentChange:
    members = [(Member(one.finding, len(one.history)), one.portal) for one in news]
    return change_of(key, kind, "opened", members, board.channels, board.watched, board.now)


# ── single news ──────────────────────────────────────────────────────────────


def _tellings(one: News, channel: ChannelRecord, board: Board) -> Iterable[Telling]:
    """What one channel is told: every flip, or of what has waited only what it came to."""
    if not channel.enabled or channel.digest or not covers(channel, one.portal, one.finding.code):
        return
    believed = one.told.get(channel.id)
    acknowledged = is_acknowledged(one.finding, one.portal, board.mutes)
    for flip, kind in _in_short(one) if one.waited else ((flip, flip.kind) for flip in one.flips):
        if acknowledged and kind != "closed" and flip.severity != "critical":
            continue
        if kind == "closed":
            wanted = believed is not None
        else:
            graver = believed is None or severity_rank(flip.severity) > severity_rank(believed)
            wanted = graver and severity_rank(flip.severity) >= severity_rank(channel.min_severity)
        if wanted:
            believed = None if kind == "closed" else flip.severity
            yield Telling(channel.id, kind, due_at(channel, flip.severity, board.now), flip.id)


def due_at(channel: ChannelRecord, severity: str, now: datetime) -> datetime:
    """Now, or for what is not critical the end of the channel's quiet hours."""
    return now if severity == "critical" else quiet_until(channel.quiet, now) or now


def _in_short(one: News) -> list[tuple[FlipRecord, str]]:
    openings = _since_last_closing(one)
    return [(one.flips[-1], openings[0].kind if openings else "closed")]
