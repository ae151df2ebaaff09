"""Talks to the crawler, which is a child process and never imported: it alone opens connections to portals."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.settings import Settings
from xuncha.errors import Mistake

# glibc keeps what a page of 10 MB took for the next one, in pieces that fit none: large blocks go back at once.
ALLOCATOR = {"MALLOC_MMAP_THRESHOLD_": "1048576", "MALLOC_TRIM_THRESHOLD_": "1048576", "MALLOC_ARENA_MAX": "2"}


def environment(settings: Settings) -> dict[str, str]:
    """The child's environment: ours, and every setting as it is in force here."""
    values = {f"XUNCHA_{name.upper()}": str(value) for name, value in settings.model_dump().items()}
    return {**ALLOCATOR, **os.environ, **values, "XUNCHA_DATABASE_URL": settings.database, "PYTHONIOENCODING": "utf-8"}


def stream_link_checks(file: Path, settings: Settings, *, polite: bool = True) -> Iterator[dict[str, Any]]:
    """Verdicts about the addresses in a file (one a line), as they come."""
    with _link_checks(file, settings, polite, subprocess.PIPE) as child:
        assert child.stdout is not None
        for line in child.stdout:
            yield json.loads(line)


def print_link_checks(file: Path, settings: Settings, *, polite: bool = True) -> None:
    """The same as JSON lines on standard output, which the crawler writes itself: reading each would halve the speed."""
    sys.stdout.flush()
    with _link_checks(file, settings, polite, None) as child:
        child.wait()


@contextmanager
def _link_checks(file: Path, settings: Settings, polite: bool, out: int | None) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "crawler.links", "--from", str(file), "--json"]
    if not polite:
        command.append("--no-politeness")
    with sigterm_raises(), _start(command, settings, out) as child:
        try:
            yield child
        except BaseException:  # Ctrl-C, SIGTERM, or nobody wants to know the rest
            child.kill()
            raise
    if child.returncode:
        raise Mistake(f"crawler.links ended with {child.returncode}")


@contextmanager
def sigterm_raises() -> Iterator[None]:
    """SIGTERM ends us as Ctrl-C does, through every `finally`: by default it would leave the children behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _start(command: list[str], settings: Settings, out: int | None) -> "subprocess.Popen[str]":
    """In a group of its own, because Ctrl-C in our terminal is ours to handle."""
    return subprocess.Popen(command, stdout=out, env=environment(settings), encoding="utf-8", process_group=0)


def check_addresses(urls: Sequence[str], settings: Settings) -> list[dict[str, Any]]:
    """Verdicts about a few addresses, in the order given."""
    if not urls:
        return []
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(urls))
        file.flush()
        found = {row["url"]: row for row in stream_link_checks(Path(file.name), settings)}
    return [found[url] for url in urls if url in found]


def fetch(url: str, settings: Settings) -> tuple[bytes, str | None]:
    """The body and Content-Type of one address. Raises Mistake with the reason where it cannot be had."""
    command = [sys.executable, "-m", "crawler.fetch", url]
    done = subprocess.run(command, capture_output=True, env=environment(settings), timeout=120, check=False)
    if done.returncode:
        raise Mistake(done.stderr.decode("utf-8", "replace").strip() or f"cannot fetch {url}")
    head = json.loads(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
    return done.stdout, head.get("content_type")
