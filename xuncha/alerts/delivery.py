"""Alerts leave: flips become notifications, notifications are leased, sent, and only then marked.

At least once: a process that dies between sending and marking leaves its lease behind, and when that has ended the
message is sent again, with the same key.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from random import uniform

from storage.records import Delivery
from storage.store import Store, StoreError
from xuncha.alerts.channels import Trouble, send
from xuncha.alerts.incidents import change_of, phase_of
from xuncha.alerts.messages import message_of
from xuncha.alerts.routing import BLINDING, Board, decide
from xuncha.alerts.summaries import summaries_due
from xuncha.alerts.words import Message

log = logging.getLogger(__name__)

BATCH = 40  # messages in one tick
AT_ONCE = 8  # channels side by side, so that one that hangs does not keep the others; in one channel one by one
LEASE_SECONDS = 180.0  # each message has SEND_LIMIT, and may have to wait for its turn among the channels
FIRST_PAUSE = timedelta(minutes=1)  # doubled after every failure …
LONGEST_PAUSE = timedelta(hours=6)  # … up to this
JITTER = 0.25  # of the pause, added: what failed together is not tried again together
MOST_TRIES = 20  # with these pauses almost three days: a mail server that is down over a weekend loses nothing


def tick(store: Store, now: datetime) -> bool:
    """Decides what is due to be decided and sends what is due to be sent; False if there was nothing to do.

    Raises StoreError only.
    """
    decided = route(store, now)
    deliveries = store.claim_deliveries(now, lease_seconds=LEASE_SECONDS, limit=BATCH)
    by_channel: dict[int, list[Delivery]] = defaultdict(list)
    for delivery in deliveries:
        by_channel[delivery.channel.id].append(delivery)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="alert") as pool:
        list(pool.map(partial(_deliver_all, store, now), by_channel.values()))
    return decided or bool(deliveries)


def paced_tick(store: Store, now: datetime) -> bool:
    """For the daemon: always False, so that what comes within its pause between two looks leaves together.

    Chat services take 20 messages a minute; and a process that dies doubles at most what it is sending.
    """
    tick(store, now)
    return False


def route(store: Store, now: datetime) -> bool:
    """Flips, incidents, digests and reminders become notifications; whether there were any."""
    found = False
    if news := store.undecided(now):
        outages, watched = store.open_since(BLINDING), len(store.portals())
        board = Board(now, store.channels(), store.mutes(now), store.incidents(), outages, watched)
        opening, decisions = decide(news, board)
        if opening:  # what waits elsewhere for a second look is part of it
            opening, decisions = decide(store.undecided(now, waiting_too=True), board)
        for change in opening:
            store.record_incident(change, now)
        found = store.record_decisions(decisions, now) > 0
    return _follow_incidents(store, now) or _summarise(store, now) or found


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; None: no more tries.

    >>> pause_after(1), pause_after(3)
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=240))
    """
    if tries >= MOST_TRIES:
        return None
    return min(FIRST_PAUSE * (1 << (tries - 1)), LONGEST_PAUSE)


def _follow_incidents(store: Store, now: datetime) -> bool:
    changed = False
    for state in store.incident_states():
        if (phase := phase_of(state, now)) is None or state.incident.told_at >= now:
            continue
        incident, portals = state.incident, {portal.home_url: portal for portal in store.portals()}
        found = ((member, portals.get(member.finding.portal_url)) for member in store.members(incident))
        members = [(member, portal) for member, portal in found if portal]
        change = change_of(incident.key, incident.kind, phase, members, store.channels(), len(portals), now)
        changed |= store.record_incident(change, now)
    return changed


def _summarise(store: Store, now: datetime) -> bool:
    made = False
    for key, telling in summaries_due(store.channels(), now):
        if not store.was_told(telling.channel_id, key):
            store.record_telling(telling, key, now)
            made = True
    return made


def _deliver_all(store: Store, now: datetime, deliveries: Sequence[Delivery]) -> None:
    for delivery in deliveries:
        _deliver(store, now, delivery)


def _deliver(store: Store, now: datetime, delivery: Delivery) -> None:
    message = _message(store, delivery, now)
    trouble = send(delivery.channel.url, message, delivery.key) if isinstance(message, Message) else message
    about = (delivery.channel.name, message.title if isinstance(message, Message) else delivery.key)
    if trouble is None:
        store.mark_sent(delivery.notification_ids, now)
        log.info("channel %s was told: %s", *about, extra={"action": "alert_sent"})
        return
    pause = pause_after(delivery.attempts)
    next_attempt_at = now + max(pause * uniform(1, 1 + JITTER), trouble.retry_after) if pause else None  # noqa: S311
    store.mark_failed(delivery.notification_ids, error=trouble.error, next_attempt_at=next_attempt_at, now=now)
    if next_attempt_at:
        log.warning(
            "channel %s could not be told: %s: %s; again at %s",
            *about,
            trouble.error,
            next_attempt_at.isoformat(timespec="seconds"),
            extra={"action": "alert_failed"},
        )
    else:
        log.error(
            "channel %s was never told: %s: %s; given up after %d tries",
            *about,
            trouble.error,
            delivery.attempts,
            extra={"action": "alert_dead"},
        )


def _message(store: Store, delivery: Delivery, now: datetime) -> Message | Trouble | None:
    """The message; a Trouble if it could not be made."""
    try:
        return message_of(store, delivery, now)
    except StoreError:
        raise
    except Exception as error:  # our mistake about one message must not keep the others
        log.exception("no message could be made for %s", delivery.channel.name, extra={"action": "message_failed"})
        return Trouble(f"{type(error).__name__} while the message was made; see the log")
