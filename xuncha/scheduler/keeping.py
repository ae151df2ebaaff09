"""Once a day, in small steps that let everybody else through: old facts thin out (storage/keeping.py)."""

import logging
import os
import socket
from datetime import datetime, timedelta
from threading import Event

from storage.keeping import Keep
from storage.settings import Settings
from storage.store import Store

log = logging.getLogger(__name__)

A_DAY = timedelta(hours=24)


def keeping_tick(store: Store, settings: Settings, now: datetime, *, stop: Event | None = None) -> bool:
    """Thins what is old; False, for it is done for today. One process a day: the lease is left to run out."""
    if settings.keep_days == 0 or not store.take_lease(
        "keeping", f"{socket.gethostname()}:{os.getpid()}:{now.timestamp()}", now=now, until=now + A_DAY
    ):
        return False
    gone = store.thin(now, Keep.of(settings), should_stop=(stop or Event()).is_set)
    log.info("thinned: %s", gone.words(), extra={"action": "thinned", **gone.rows})
    return False
