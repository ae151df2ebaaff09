"""The link checkers that the benchmark sets beside ours. One that is not installed is left out of the table.

Each gets the same list of addresses, its limits lifted. A checker's word is alive or dead; what it leaves out is None.
"""

import csv
import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from urllib.parse import unquote_to_bytes

OURS = "xuncha"
ROOT = Path(__file__).parents[1]
_LONGEST = 600  # seconds that a checker may take


@dataclass(frozen=True)
class Run:
    """Verdicts by address as it was given, the seconds it took, and what ours said besides."""

    verdicts: dict[str, str]
    seconds: float
    rows: dict[str, dict[str, object]]


Checker = Callable[[Sequence[str], Path, float], Run]  # (addresses, an empty folder, time limit for one)


def checkers() -> dict[str, Checker]:
    """Ours, and every peer that can be run here."""
    found: dict[str, Checker] = {OURS: ours}
    found |= {name: checker for name, checker in _PEERS.items() if _starts(name)}
    return found


def _starts(name: str) -> bool:
    command = program(name)
    return bool(command) and subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0


def program(name: str) -> list[str]:
    """How to start a peer: beside our Python, on the PATH, or among Node's modules here; [] if nowhere."""
    for place in (Path(sys.executable).parent / name, ROOT / ".venv" / "node_modules" / ".bin" / name):
        if place.exists():
            return [str(place)]
    found = shutil.which(name)
    return [found] if found else []


def ours(
    addresses: Sequence[str], folder: Path, limit: float, *words: str, more: Mapping[str, str] = MappingProxyType({})
) -> Run:
    """`words`: options instead of --no-politeness; `more`: settings."""
    listed = folder / "addresses.txt"
    listed.write_text("\n".join(addresses), encoding="utf-8")
    mine = {
        "XUNCHA_DATA_DIR": str(folder),
        "XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8",
        "XUNCHA_CRAWL_TIMEOUT": str(limit),
        "XUNCHA_LANG": "en",
        **more,
    }
    command = [
        sys.executable,
        "-m",
        "xuncha",
        "links",
        "--from",
        str(listed),
        "--json",
        *(words or ("--no-politeness",)),
    ]
    said, seconds = _run(command, mine, folder)
    rows = {row["url"]: row for row in map(json.loads, said.splitlines())}
    return Run({url: row["verdict"] for url, row in rows.items()}, seconds, rows)


def lychee(addresses: Sequence[str], folder: Path, limit: float) -> Run:
    command = [*program("lychee"), "--format=json", "--no-progress", "-v", f"--timeout={max(1, round(limit))}"]
    command += ["--max-retries=2", "--retry-wait-time=1", "--host-request-interval=0ms", "--host-concurrency=512"]
    command += ["--max-concurrency=512", "--cache=false", "--max-redirects=20", str(_listed(addresses, folder))]
    said, seconds = _run(command, {}, folder)
    report = json.loads(said)
    dead = [one["url"] for name in ("error_map", "timeout_map") for row in report[name].values() for one in row]
    alive = [
        one["url"]
        for name in ("success_map", "redirect_map")
        for row in _rows(report[name])
        for one in row
        if isinstance(one, dict) and "url" in one
    ]
    return _matched(addresses, dead, alive, seconds)


def linkchecker(addresses: Sequence[str], folder: Path, limit: float) -> Run:
    config = folder / "linkcheckerrc"
    config.write_text(
        f"[checking]\nthreads=100\ntimeout={max(1, round(limit))}\nmaxrequestspersecond=100000\nrobotstxt=0\n"
        "recursionlevel=1\nsslverify=1\n[filtering]\ncheckextern=1\n"
    )
    command = [*program("linkchecker"), "-f", str(config), "-o", "csv/utf-8", "--verbose", "--no-status"]
    said, seconds = _run([*command, str(_listed(addresses, folder))], {}, folder)
    lines = [line for line in said.splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter=";"))
    dead = [row["url"] or row["urlname"] for row in rows if row["valid"] == "False"]
    alive = [row["url"] or row["urlname"] for row in rows if row["valid"] == "True"]
    names = [row["urlname"] for row in rows if row["valid"] == "False"]
    return _matched(addresses, dead + names, alive, seconds)


def linkinator(addresses: Sequence[str], folder: Path, limit: float) -> Run:
    command = [*program("linkinator"), _listed(addresses, folder).name, "--format=json", "--concurrency=200"]
    said, seconds = _run([*command, f"--timeout={round(limit * 1000)}", "--retry-errors"], {}, folder)
    rows = json.loads(said[said.index("{") :])["links"]
    dead = [row["url"] for row in rows if row["state"] == "BROKEN"]
    return _matched(addresses, dead, [row["url"] for row in rows if row["state"] == "OK"], seconds)


_PEERS: dict[str, Checker] = {"lychee": lychee, "linkchecker": linkchecker, "linkinator": linkinator}


def page_checkers(tools: Mapping[str, Checker]) -> list[str]:
    return [name for name in tools if name in _OF_A_PAGE]


def links_of_page(name: str, url: str, folder: Path) -> None:
    """Let a checker check the links of one page; what it asked for is in the server's log."""
    more = {"XUNCHA_DATA_DIR": str(folder), "XUNCHA_ALLOWED_PRIVATE_NETWORKS": "127.0.0.0/8", "XUNCHA_CRAWL_DELAY": "0"}
    _run([*(program(name) if name != OURS else [sys.executable, "-m", "xuncha"]), *_OF_A_PAGE[name], url], more, folder)


_OF_A_PAGE = {
    OURS: ("links", "--json", "--page"),
    "lychee": ("--no-progress", "--host-request-interval=0ms"),
    "linkchecker": ("--no-robots", "--no-status", "-r1"),
    "linkinator": ("--format=json",),
}


def _rows(found: object) -> list[list[object]]:
    return list(found.values()) if isinstance(found, dict) else []


def _listed(addresses: Sequence[str], folder: Path) -> Path:
    """A page with a link to each address: what every checker reads."""
    page = folder / "links.html"
    folder.chmod(0o755)  # LinkChecker reads it as nobody
    links = "".join(f'<a href="{html.escape(one)}">x</a>\n' for one in addresses)
    page.write_text(f'<html><head><meta charset="utf-8"></head><body>{links}</body></html>', encoding="utf-8")
    return page


def _run(command: list[str], more: dict[str, str], folder: Path) -> tuple[str, float]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("XUNCHA_")} | more
    env["PYTHONPATH"] = str(ROOT)
    begun = monotonic()
    done = subprocess.run(
        command, env=env, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_LONGEST
    )
    return done.stdout.decode("utf-8", "replace"), monotonic() - begun


def _matched(addresses: Sequence[str], dead: Sequence[str], alive: Sequence[str], seconds: float) -> Run:
    gone, there = set(map(_key, dead)), set(map(_key, alive))
    verdicts = {one: "dead" if _key(one) in gone else "alive" for one in addresses if _key(one) in gone | there}
    return Run(verdicts, seconds, {})


def _key(address: str) -> bytes:
    """The same for all spellings of an address that checkers print."""
    plain = unquote_to_bytes(address.partition("#")[0].strip()).replace(b"\\", b"/")
    return plain.replace(b"/./dots/../", b"/").removesuffix(b"/")
