"""The child process of crawler.pool: `python -m crawler.reader FD` reads pages from a pipe until it closes."""

import logging
import os
import queue
import resource
import sys
import threading
from multiprocessing.connection import Connection

from crawler.reading import read
from crawler.records import Fetched, Reading, Unreadable

log = logging.getLogger(__name__)

MOST_MEMORY = 4 << 30  # bytes of address space; beyond, a page ends in MemoryError and not in the kernel's OOM killer


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    pipe = Connection(int(sys.argv[1]))
    pages: queue.SimpleQueue[Fetched] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, pages), daemon=True).start()
    while True:
        pipe.send(_read(pages.get()))


def _receive(pipe: Connection, pages: "queue.SimpleQueue[Fetched]") -> None:
    """Take pages off the pipe as they come, so that the parent never waits. A closed pipe means: nobody listens."""
    try:
        while True:
            pages.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)


def _read(page: Fetched) -> Reading | Unreadable:
    try:
        return read(page)
    except Exception as error:  # a bug of ours in one page must not end the crawl; the bytes are kept
        log.exception("cannot read %s", page.lead.url, extra={"action": "page_unreadable", "url": page.lead.url})
        return Unreadable(f"{type(error).__name__}")


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    main()
