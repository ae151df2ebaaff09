"""Alerts leave: flips become notifications, notifications are leased, sent, and only then marked.

At least once: a process that dies between sending and marking leaves its lease behind, and when that has ended the very
same message is sent again, with the same key.
"""

import logging
import time
from collections.abc import Callable
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

BATCH = 40  # messages in one tick, one a channel
AT_ONCE = 8  # channels side by side, so that one that hangs does not keep the others
LEASE_SECONDS = 180.0  # a message waits for its turn (BATCH / AT_ONCE of SEND_LIMIT); as long again when it is sent
MARK_PAUSES = (0.1, 1.0, 5.0, 20.0)  # seconds between tries to mark; with SQLite's waiting for locks within the lease
FIRST_PAUSE = timedelta(minutes=1)  # doubled after every failure …
LONGEST_PAUSE = timedelta(hours=6)  # … up to this
JITTER = 0.25  # of the pause, added: what failed together is not tried again together
MOST_TRIES = 20  # with these pauses almost three days: a mail server that is down over a weekend loses nothing


def tick(store: Store, now: datetime) -> bool:
    """Decides what is due to be decided and sends what is due to be sent; False if there was nothing to do.

    Raises StoreError only.
    """
    clock = _clock(now)
    decided = route(store, now)
    deliveries = store.claim_deliveries(clock(), lease_seconds=LEASE_SECONDS, limit=BATCH)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="alert") as pool:
        list(pool.map(partial(_deliver, store, clock), deliveries))
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


def _clock(now: datetime) -> Callable[[], datetime]:
    """The moments after `now`, as they pass: what is late in a tick has a lease that begins when it does."""
    began = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - began)


def _deliver(store: Store, clock: Callable[[], datetime], delivery: Delivery) -> None:
    message = _message(store, delivery, clock())
    if isinstance(message, Message):
        text = {"title": message.title, "body": message.body, "kind": message.kind}
        if not store.begin_sending(delivery, text=text, until=clock() + timedelta(seconds=LEASE_SECONDS)):
            return  # another process took it over while this one stood still
        trouble, title = send(delivery.channel.url, message, delivery.key), message.title
    else:
        trouble, title = message, delivery.key
    if trouble is not None:
        _mark_failed(store, clock(), delivery, trouble, title)
        return
    _mark_sent(store, clock, delivery)
    log.info("channel %s was told: %s", delivery.channel.name, title, extra={"action": "alert_sent"})


def _mark_sent(store: Store, clock: Callable[[], datetime], delivery: Delivery) -> None:
    """Not given up at once: the receiver has it, and would get it again."""
    for pause in MARK_PAUSES:
        try:
            store.mark_sent(delivery, clock())
            return
        except StoreError as error:
            log.warning("a message that was sent is not marked yet: %s", error, extra={"action": "alert_unmarked"})
            time.sleep(pause)
    store.mark_sent(delivery, clock())


def _mark_failed(store: Store, now: datetime, delivery: Delivery, trouble: Trouble, title: str) -> None:
    pause, about = pause_after(delivery.attempts), (delivery.channel.name, title, trouble.error)
    next_attempt_at = now + max(pause * uniform(1, 1 + JITTER), trouble.retry_after) if pause else None  # noqa: S311
    store.mark_failed(delivery, error=trouble.error, next_attempt_at=next_attempt_at)
    if next_attempt_at:
        log.warning(
            "channel %s could not be told: %s: %s; again at %s",
            *about,
            next_attempt_at.isoformat(timespec="seconds"),
            extra={"action": "alert_failed"},
        )
    else:
        log.error(
            "channel %s was never told: %s: %s; given up after %d tries",
            *about,
            delivery.attempts,
            extra={"action": "alert_dead"},
        )


def _message(store: Store, delivery: Delivery, now: datetime) -> Message | Trouble | None:
    """The message, as an earlier try sent it if there was one; a Trouble if it could not be made."""
    if delivery.text:
        return Message(**delivery.text)
    try:
        return message_of(store, delivery, now)
    except StoreError:
        raise
    except Exception as error:  # our mistake about one message must not keep the others
        log.exception("no message could be made for %s", delivery.channel.name, extra={"action": "message_failed"})
        return Trouble(f"{type(error).__name__} while the message was made; see the log")
