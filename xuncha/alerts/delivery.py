"""Alerts leave: flips become notifications, notifications are leased, sent, and only then marked.

At least once: a process that dies between sending and marking leaves its lease behind, and when that has ended the
message is sent again.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

from storage.records import Delivery
from storage.store import Store, StoreError
from xuncha.alerts.channels import send
from xuncha.alerts.message import compose

log = logging.getLogger(__name__)

BATCH = 16  # messages in one tick
AT_ONCE = 8  # side by side, so that a channel that hangs does not keep the others
LEASE_SECONDS = 120.0  # a tick takes at most BATCH / AT_ONCE * SEND_LIMIT = 40 s; the rest is for a slow database
FIRST_PAUSE = timedelta(minutes=1)  # doubled after every failure …
LONGEST_PAUSE = timedelta(hours=6)  # … up to this
MOST_TRIES = 20  # with these pauses almost three days: a mail server that is down over a weekend loses nothing


def tick(store: Store, now: datetime) -> bool:
    """Sends what is due, at most BATCH messages; False if there was nothing to do. Raises StoreError only."""
    routed = store.route_flips(now)
    deliveries = store.claim_deliveries(now, lease_seconds=LEASE_SECONDS, limit=BATCH)
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="alert") as pool:
        list(pool.map(partial(_deliver, store, now), deliveries))
    return bool(routed or deliveries)


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; None: no more tries.

    >>> pause_after(1), pause_after(3)
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=240))
    """
    if tries >= MOST_TRIES:
        return None
    return min(FIRST_PAUSE * (1 << (tries - 1)), LONGEST_PAUSE)


def _deliver(store: Store, now: datetime, delivery: Delivery) -> None:
    error = _send(store, delivery)
    about = (delivery.channel.name, delivery.flips[0].finding.portal_url)
    if error is None:
        store.mark_sent(delivery.notification_ids, now)
        log.info("channel %s was told of %s", *about, extra={"action": "alert_sent"})
        return
    pause = pause_after(delivery.attempts)
    next_attempt_at = now + pause if pause else None
    store.mark_failed(delivery.notification_ids, error=error, next_attempt_at=next_attempt_at, now=now)
    if next_attempt_at:
        log.warning(
            "channel %s could not be told of %s: %s; again at %s",
            *about,
            error,
            next_attempt_at.isoformat(timespec="seconds"),
            extra={"action": "alert_failed"},
        )
    else:
        log.error(
            "channel %s was never told of %s: %s; given up after %d tries",
            *about,
            error,
            delivery.attempts,
            extra={"action": "alert_dead"},
        )


def _send(store: Store, delivery: Delivery) -> str | None:
    """The error in one line, or None."""
    try:
        portal = store.find_portal(delivery.flips[0].finding.portal_url)
        message = compose(delivery.flips, portal, delivery.channel.lang)
    except StoreError:
        raise
    except Exception as error:  # our mistake about one message must not keep the others
        log.exception("no message could be made for %s", delivery.channel.name, extra={"action": "message_failed"})
        return f"{type(error).__name__} while the message was made; see the log"
    return send(delivery.channel.url, message.title, message.body, message.kind)
