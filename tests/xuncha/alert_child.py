"""A process that does nothing but alerts, as the daemon does it, for others to kill: `python -m tests.xuncha.alert_child DATABASE SECONDS`.

SECONDS is how far its clock is ahead: the next process finds the leases of a dead one at an end without a wait.
"""

import logging
import sys
import time
from datetime import UTC, datetime, timedelta

from storage.store import Store
from xuncha.alerts import paced_tick
from xuncha.scheduler.daemon import TICK_EVERY


def main() -> None:
    logging.disable(logging.CRITICAL)  # every call that the webhook refuses
    store, ahead = Store(sys.argv[1]), timedelta(seconds=float(sys.argv[2]))
    paced_tick(store, datetime.now(UTC) + ahead)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        paced_tick(store, datetime.now(UTC) + ahead)
        time.sleep(TICK_EVERY)


if __name__ == "__main__":
    main()
