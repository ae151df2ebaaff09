"""A patrol over one hostile portal: what it stored, how long it took, and the most memory that its processes held."""

import os
import re
import signal
import subprocess
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from storage.store import Store
from tests.crawler.sites import Patrols, visits
from tests.faults.records import Fault
from tests.faults.server import FaultServer, Made, whole

MOST_MEMORY = 400  # MB, all processes of a patrol together
TIME_LIMIT = 60  # seconds that a patrol may take
_ONE_AT_A_TIME = threading.Lock()  # Alembic's context is one for the whole process
LIMITS = {"crawl_timeout": 3, "crawl_time_limit": TIME_LIMIT}


@dataclass
class Told:
    """What came of one patrol. `facts`: (outcome, reason) of the addresses of the fault, with their number."""

    fault: Fault
    facts: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: float = 0.0
    megabytes: float = 0.0
    ended: str = ""
    stats: dict[str, Any] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def judge(self) -> list[str]:
        """What is wrong; nothing, if all is well."""
        return [*self.complaints, *self._against_fault(), *self._against_bounds()]

    def _against_fault(self) -> list[str]:
        fault = self.fault
        wrong = [f"{outcome} ({reason})" for outcome, reason in self.facts if not self._is_meant(outcome, reason)]
        if not self.facts:
            wrong.append("no fact")
        named = {one["pattern"] for one in self.stats.get("traps", [])}
        if fault.trap and not any(re.fullmatch(fault.trap, one) for one in named or {"None"}):
            wrong.append(f"trap not recognised: {sorted(named)}")
        return wrong

    def _is_meant(self, outcome: str, reason: str) -> bool:
        return bool(re.fullmatch(self.fault.outcome, outcome) and re.fullmatch(self.fault.reason, reason))

    def _against_bounds(self) -> list[str]:
        wrong = []
        if self.megabytes > MOST_MEMORY:
            wrong.append(f"{self.megabytes:.0f} MB")
        if self.seconds > TIME_LIMIT:
            wrong.append(f"{self.seconds:.0f} s")
        return wrong


def patrol(fault: Fault) -> Told:
    """One patrol of a portal whose home page links to the fault and to nothing else."""
    told = Told(fault)
    prepare(fault)
    with TemporaryDirectory(prefix="xuncha-faults-") as folder, FaultServer(answers(fault)) as server:
        patrols = Patrols(Path(folder), settings={**LIMITS, **fault.settings})
        store = Store(patrols.url)
        with _ONE_AT_A_TIME:
            store.upgrade()
        store.add_portal(server.url(), name=None, now=datetime.now(UTC))
        begun = monotonic()
        child = patrols.start(server.url())
        told.megabytes, said = watched(child, begun + 2 * TIME_LIMIT)
        told.seconds = monotonic() - begun
        if child.returncode:
            told.complaints.append(f"exit code {child.returncode}")
        if said[1]:
            told.complaints.append(said[1].strip().splitlines()[-1])
        told.complaints += store.check()
        for row in visits(store):
            if urlsplit(row.url).path.startswith(fault.path):
                told.facts[row.outcome, str(row.reason)] += 1
        run = store.last_run(1)
        if run is not None:
            told.ended, told.stats = f"{run.status}:{run.reason}", dict(run.stats)
        store.close()
    return told


def prepare(fault: Fault) -> None:
    """Make the bodies that take time before anyone asks for them."""
    for answer in (fault.answer, *fault.also.values()):
        if isinstance(answer, Made):
            answer.prepare()


def answers(fault: Fault) -> dict[str, Any]:
    start = f"{fault.path}1" if fault.path.endswith("/") else f"{fault.path}?1"
    links = [start, *(f"{start}{number}" for number in range(2, fault.copies + 1))]
    items = "".join(f'<li><a href="{link}">{fault.label}</a></li>' for link in links)
    home = f"<html><head><title>某县人民政府</title></head><body><h1>某县</h1><ul>{items}</ul></body></html>"
    return {"/": whole(home), fault.path: fault.answer, **fault.also}


def watched(child: "subprocess.Popen[str]", until: float) -> tuple[float, tuple[str, str]]:
    """Wait for the child's end: the most MB that it and its children held at one time, and what it said."""
    most = 0.0
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(child.communicate()), daemon=True)
    reader.start()
    while reader.is_alive():
        most = max(most, _memory(child.pid))
        reader.join(0.02)
        if monotonic() > until:
            os.killpg(child.pid, signal.SIGKILL)
    return most, (said[0], said[1])


def _memory(group: int) -> float:
    """MB that the processes of the session hold now, in proportion where they share (Linux)."""
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if os.getsid(int(entry.name)) == group:
                total += int((entry / "smaps_rollup").read_text().partition("\nPss:")[2].split()[0])
        except (OSError, IndexError, ValueError):
            continue
    return total / 1024
