"""Incidents: what they say to whom, when they are told of again, and when they are over. Pure, like routing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from storage.findings import severity_rank
from storage.records import ChannelRecord, IncidentChange, IncidentState, Member, PortalRecord, Telling
from xuncha.alerts.scope import covers, quiet_until

TOLD_EVERY = timedelta(days=1)  # where something has changed since
STRAGGLERS = 0.1  # so few left, and …
SETTLED_AFTER = timedelta(hours=6)  # … nothing new for so long: it is over, and they are single cases
CALM_AFTER = timedelta(days=1)  # without a flip: it flaps no more
MOST_LISTED = 50  # portals named in one message

Phase = Literal["opened", "still", "closed"]
Members = Sequence[tuple[Member, PortalRecord]]


def phase_of(state: IncidentState, now: datetime) -> Phase | None:
    """What is to be told of an open incident now: that it goes on, that it is over, or nothing (None)."""
    if state.last_flip_at is None:
        return "closed"  # its portals are watched no more
    calm = now - state.last_flip_at
    if _flapping_is_over(state, calm) if state.incident.kind == "flapping" else _outage_is_over(state, calm):
        return "closed"
    return "still" if state.flips and now - state.incident.told_at >= TOLD_EVERY else None


def change_of(
    key: str,
    kind: str,
    phase: Phase,
    members: Members,
    channels: Sequence[ChannelRecord],
    watched: int,
    now: datetime,
) -> IncidentChange:
    """The change, with one telling for each channel that any of the members concerns."""
    tell = []
    for channel in channels:
        mine = [(member, portal) for member, portal in members if covers(channel, portal, member.finding.code)]
        grave = max((severity_rank(member.finding.severity) for member, _ in mine), default=-1)
        if channel.enabled and not channel.digest and grave >= severity_rank(channel.min_severity):
            at = now if grave == severity_rank("critical") else quiet_until(channel.quiet, now) or now
            tell.append(Telling(channel.id, "incident", at, evidence=_evidence(kind, phase, mine, watched)))
    return IncidentChange(key, kind, phase, tuple(tell), _evidence(kind, phase, members, watched))


def _outage_is_over(state: IncidentState, calm: timedelta) -> bool:
    return not state.left or (calm >= SETTLED_AFTER and state.left <= STRAGGLERS * state.findings)


def _flapping_is_over(state: IncidentState, calm: timedelta) -> bool:
    """Down for hours is an outage; up for hours may be the next lull."""
    return calm >= (SETTLED_AFTER if state.left else CALM_AFTER)


def _evidence(kind: str, phase: Phase, members: Members, watched: int) -> Mapping[str, Any]:
    left = [(member, portal) for member, portal in members if member.finding.closed_at is None]
    listed = left if kind == "many" and phase != "opened" else members
    worst = max((member.finding.severity for member, _ in members), key=severity_rank, default="info")
    first = members[0][0].finding if members else None
    return {
        "phase": phase,
        "code": first.code if first else "",
        "subject": first.subject if first else "",
        "severity": worst,
        "since": min((member.finding.since for member, _ in members)).isoformat() if members else None,
        "count": len(members),
        "open": len(left),
        "flips": sum(member.flips for member, _ in members),
        "watched": watched,
        "reasons": dict(Counter(_reasons(member for member, _ in listed)).most_common(5)),
        "portals": [[portal.name, portal.home_url] for _, portal in listed[:MOST_LISTED]],
    }


def _reasons(members: Iterable[Member]) -> Iterable[str]:
    """Reason codes without their details, e.g. dns for dns:NXDOMAIN; statuses as http_502."""
    for member in members:
        evidence = member.finding.evidence
        reason = str(evidence.get("reason") or evidence.get("kind") or evidence.get("what") or "").partition(":")[0]
        status = evidence.get("status")
        if reason or status:
            yield reason or f"http_{status}"
