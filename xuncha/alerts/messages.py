"""From a claimed delivery to its message."""

from datetime import datetime

from storage.records import Delivery
from storage.store import Store
from xuncha.alerts.incident_message import incident_message
from xuncha.alerts.message import compose, compose_many
from xuncha.alerts.summaries import digest_message, reminder_message
from xuncha.alerts.words import Message


def message_of(store: Store, delivery: Delivery, now: datetime) -> Message | None:
    """The message; None if there is nothing left to say. A thread holds flips, or one other thing's notices."""
    newest, lang = delivery.notices[-1], delivery.channel.lang
    if newest.kind == "digest":
        since, until = (datetime.fromisoformat(newest.evidence[name]) for name in ("since", "until"))
        return digest_message(store, delivery.channel, store.portals(), since, until)
    if newest.kind == "reminder":
        return reminder_message(store, delivery.channel, store.portals(), now)
    if newest.incident is not None:
        return incident_message(newest.incident.kind, newest.evidence, lang)
    flips = delivery.flips
    if len({flip.finding.portal_url for flip in flips}) > 1:
        return compose_many(flips, lang)
    return compose(flips, store.find_portal(flips[0].finding.portal_url), lang)
