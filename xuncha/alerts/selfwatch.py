"""The watchdog watches itself: patrols that do not run, judgements that do not come, channels that take nothing.

What is wrong with single portals' patrols is the rule crawler.failed. When the whole process is gone nobody here can
tell: that is what the heartbeat is for, an address elsewhere that raises the alarm when it is no longer asked for.
"""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from storage.findings import severity_rank
from storage.records import ChannelRecord, IncidentChange, Pulse, Telling
from storage.store import Store
from xuncha.alerts.posting import Post, post

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(minutes=1)
# A patrol may take its time limit of half an hour, and quiet hours a night: so long without any is no coincidence.
PATROLS_LATE = timedelta(hours=6)
JUDGE_LATE = timedelta(hours=2)  # judge needs seconds for a portal

Troubles = Mapping[str, Mapping[str, Any]]


class SelfWatch:
    """`tick` looks once a minute, and then asks for the heartbeat's address if all is well with us."""

    def __init__(self, store: Store, heartbeat_url: str = "") -> None:
        self._store = store
        self._heartbeat_url = heartbeat_url
        self._look_at: datetime | None = None

    def tick(self, now: datetime) -> bool:
        """Always False: there is never more to do at once. Raises StoreError only."""
        if self._look_at is not None and self._look_at - LOOK_EVERY < now < self._look_at:
            return False
        self._look_at = now + LOOK_EVERY
        found = troubles(self._store.pulse(now), now)
        record(self._store, found, now)
        if not found and self._heartbeat_url:
            self._beat()
        return False

    def _beat(self) -> None:
        trouble = post(Post(self._heartbeat_url, {}, method="GET", codes=()))
        if trouble:
            log.warning("the heartbeat was not taken: %s", trouble.error.replace(self._heartbeat_url, "***"))


def troubles(pulse: Pulse, now: datetime) -> Troubles:
    """Key → evidence of what is wrong with ourselves."""
    found: dict[str, Mapping[str, Any]] = {}
    if pulse.patrol_due_at and now - max(pulse.patrol_due_at, pulse.last_run_at or pulse.patrol_due_at) > PATROLS_LATE:
        last = pulse.last_run_at.isoformat() if pulse.last_run_at else None
        found["self:patrols"] = {"what": "patrols", "due": pulse.patrols_due, "last": last}
    if pulse.judge_due_at and now - pulse.judge_due_at > JUDGE_LATE:
        found["self:judge"] = {"what": "judge", "last": pulse.judge_due_at.isoformat()}
    for name, (count, error) in pulse.undelivered.items():
        found[f"self:channel:{name}"] = {"what": "channel", "channel": name, "count": count, "error": error}
    return found


def record(store: Store, found: Troubles, now: datetime) -> None:
    """Troubles that are new open incidents; those that are gone close them. A channel in trouble is not told of itself."""
    known = {incident.key: incident for incident in store.incidents() if incident.kind == "self"}
    channels = store.channels()
    for key in found.keys() - known.keys():
        log.error("%s: %s", key, dict(found[key]), extra={"action": "self_trouble"})
        store.record_incident(_change(key, "opened", found[key], channels, now), now)
    for key in known.keys() - found.keys():
        store.record_incident(_change(key, "closed", known[key].evidence, channels, now), now)


def _change(
    key: str, phase: Any, evidence: Mapping[str, Any], channels: list[ChannelRecord], now: datetime
) -> IncidentChange:
    said = {**evidence, "phase": phase, "severity": "critical", "open": int(phase != "closed")}
    tell = tuple(
        Telling(channel.id, "incident", now, evidence=said)
        for channel in channels
        if channel.enabled
        and channel.name != evidence.get("channel")
        and severity_rank("critical") >= severity_rank(channel.min_severity)
    )
    return IncidentChange(key, "self", phase, tell, said)
