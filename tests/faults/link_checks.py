"""The link engine over hostile answers: a verdict about each, and the most memory that it took."""

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from tests.crawler.sites import Patrols
from tests.faults.patrols import LIMITS, TIME_LIMIT, prepare, watched
from tests.faults.records import Fault
from tests.faults.server import FaultServer

Verdict = dict[str, Any]


def verdicts(faults: Iterable[Fault]) -> tuple[dict[str, Verdict], float, float]:
    """Name → the line of `crawler.links` about the first address of the fault; seconds and MB of the whole run."""
    rooms = {}
    for number, fault in enumerate(faults):
        prepare(fault)
        start, dot, ending = fault.path.rpartition("/")[2].partition(".")
        rooms[fault.name] = f"/{number}/{start or 1}{dot}{ending}"
    answers = {f"/{number}/": fault.answer for number, fault in enumerate(faults)}
    with TemporaryDirectory(prefix="xuncha-faults-") as folder, FaultServer(answers) as server:
        names = {server.url(path): name for name, path in rooms.items()}
        file = Path(folder) / "addresses"
        file.write_text("\n".join(names))
        begun = monotonic()
        patrols = Patrols(Path(folder), settings={**LIMITS, "crawl_concurrency": 8})
        words = ("--from", str(file), "--json", "--no-politeness")
        megabytes, said = watched(patrols.start("", *words, module="crawler.links"), begun + 5 * TIME_LIMIT)
        told = {names[line["url"]]: line for line in map(json.loads, said[0].splitlines())}
        if said[1]:
            raise AssertionError(said[1])
        return told, monotonic() - begun, megabytes
