"""The prober, a child process that looks at home pages for as long as the daemon runs (crawler/probes.py)."""

import logging
import sys
from collections.abc import Sequence
from datetime import datetime
from threading import Event
from time import monotonic

from storage.settings import Settings
from xuncha.crawling import environment
from xuncha.scheduler.child import Child

log = logging.getLogger(__name__)

PROBER = (sys.executable, "-m", "crawler.probes")
SILENCE = 120.0  # seconds without a sign of life, which it gives every twenty
LOOK_EVERY = 0.5  # seconds
GRACE = 5.0  # seconds
PAUSE = 60.0  # seconds before a prober that ended is started again


def probing_tick(
    settings: Settings, now: datetime, *, stop: Event | None = None, command: Sequence[str] = PROBER
) -> bool:
    """Keeps a prober at work until `stop` is set or it ends by itself, which it should not; False, so that the daemon
    starts it anew after a pause."""
    stop = stop or Event()
    if settings.probes_a_day == 0:
        return False
    child = Child([*command, "--with-parent"], environment(settings))
    try:
        hung = _watch(child, stop)
    except BaseException:
        child.kill()
        raise
    code = child.kill() if stop.is_set() or hung else child.finish(GRACE)
    if not stop.is_set():
        why = "it hung" if hung else f"exit code {code}"
        last = child.last_words[-1] if child.last_words else ""
        log.error("the prober ended: %s %s", why, last, extra={"action": "prober_ended"})
        stop.wait(PAUSE)
    return False


def _watch(child: Child, stop: Event) -> bool:
    """Until it has ended, or is to end; whether it hangs."""
    heard_at = monotonic()
    while not child.has_ended() and not stop.is_set():
        if child.next_event(LOOK_EVERY) is not None:
            heard_at = monotonic()
        elif monotonic() - heard_at > SILENCE:
            return True
    return False
