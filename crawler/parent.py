"""A child that does not outlive its purpose: it ends when the process that started it is gone, however that one died.

The parent holds the other end of our standard input open and never writes; the kernel closes it when the parent dies.
"""

import os
import signal
from threading import Thread

FLAG = "--with-parent"
FLAG_HELP = "end at once when standard input closes: whoever started it is gone"


def end_with_parent() -> None:
    """Watches standard input from a thread of its own; kill -9 of ourselves is safe, for each visit is one transaction."""
    Thread(target=_watch, name="parent", daemon=True).start()


def _watch() -> None:
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass  # no standard input at all: nobody holds it
    end_now()


def end_now() -> None:
    """Ends this process at once, and the readers that it started, which are in its group if it leads one."""
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
