"""Stands in for the crawler: `python fake_crawler.py BEHAVIOUR --portal ID --trigger WHY --progress`."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def say(event: str, **fields: Any) -> None:
    sys.stdout.write(json.dumps({"event": event, **fields}) + "\n")
    sys.stdout.flush()


def begin(portal_id: int, trigger: str) -> tuple[Any, int]:
    from storage.settings import Settings  # takes half a second, which those that never begin need not spend
    from storage.store import Store

    store = Store(Settings().database)
    return store, store.start_run(portal_id, trigger=trigger, now=datetime.now(UTC)).run_id


def end(store: Any, run_id: int, status: str, reason: str) -> None:
    store.end_run(run_id, status=status, reason=reason, stats={"visits": 3}, now=datetime.now(UTC))
    say("ended", status=status, reason=reason, stats={"visits": 3})


def main(behaviour: str, portal_id: int, trigger: str) -> int:
    if behaviour == "operator":
        sys.stderr.write("something else\nthe disk is full; make room\n")
        return 2
    if behaviour == "bug":
        raise KeyError("a bug of ours")
    store, run_id = begin(portal_id, trigger)
    if behaviour == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if behaviour == "polite":
        signal.signal(signal.SIGTERM, lambda *_: (end(store, run_id, "interrupted", "shutdown"), os._exit(1)))
    grandchild = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
    say("progress", visited=1, queued=2, pids=[os.getpid(), grandchild.pid])
    if behaviour in ("stubborn", "polite"):
        time.sleep(600)
    died_before = Path(os.environ["XUNCHA_DATA_DIR"], "died")
    if behaviour == "killed" or (behaviour == "killed-once" and not died_before.exists()):
        died_before.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    end(store, run_id, "done", "finished")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[3]), sys.argv[5]))
