"""How well and how fast annual reports are read: a line per document, sums by era, speed, memory.

`make bench-reports` runs on the self-written documents of fixtures/reports and the seeds. With real reports and their checked figures at
hand (NNN.json or NNN.expected.json beside NNN.txt, .html, .pdf, …): `--gold DIR --reports DIR`.
"""

import argparse
import json
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from parsers.documents import UnreadableDocument
from parsers.documents.child import read_in_child
from parsers.report import NotAReport
from parsers.report.door import read_report_bytes
from tests.parsers.documents.report_pdfs import long_pdf
from tests.report_scoring import Score, head_faults, score, total

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAGES = 40
PROSE = "2019 on, without tables"
BARS = {
    "narrative": (0.90, 0.97),
    "statistics": (0.90, 0.97),
    "tables-2019": (0.99, 0.995),
    "tables-2021": (0.99, 0.995),
    PROSE: (0.90, 0.97),
}
SPEED_BAR, PDF_BAR, MEMORY_BAR = 20.0, 6.0, 300.0  # reports a second, seconds, megabytes


@dataclass(frozen=True)
class Line:
    """One document's result. `trouble` is the reason why it was not read."""

    name: str
    era: str
    held_out: bool
    result: Score
    faults: list[str]
    trouble: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder of checked figures")
    parser.add_argument("--reports", type=Path, help="folder of the reports they belong to")
    wanted = parser.parse_args()
    if wanted.gold:
        pairs = list(_pairs(wanted.gold, wanted.reports or wanted.gold))
    else:
        folders = [FIXTURES / "reports", FIXTURES / "reports" / "blind", FIXTURES / "seeds"]
        pairs = [pair for folder in folders for pair in _pairs(folder, folder)]
    lines = [_line(gold, file) for gold, file in pairs]
    console = Console(highlight=False, width=120)
    console.print(_documents(lines))
    console.print(_eras(lines))
    console.print(_speed([file for _, file in pairs if file.suffix in (".txt", ".html", ".htm")]))


def _pairs(gold: Path, reports: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """Checked figures and the report they belong to. A damaged seed is scored after repair, as it is read."""
    for path in sorted(gold.glob("*.json")):
        checked = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.split(".")[0]
        found = [
            one for one in sorted(reports.glob(f"{name}.*")) if one.suffix != ".json" and ".restored" not in one.name
        ]
        if "metrics" in checked and found:
            yield checked, found[0]


def _line(gold: dict[str, Any], file: Path) -> Line:
    held_out = bool(gold.get("hold_out"))
    era = PROSE if gold.get("prose") else gold["era"]
    try:
        report = read_report_bytes(file.read_bytes())
    except (NotAReport, UnreadableDocument) as error:
        nothing = Score(len(gold["metrics"]), 0, [("", (), 0.0, "", 0)] * len(gold["metrics"]), [])
        return Line(file.name, era, held_out, nothing, [], str(error))
    return Line(file.name, era, held_out, score(report, gold), head_faults(report, gold))


def _documents(lines: list[Line]) -> Table:
    table = Table("document", "era", "hold-out", "figures", "recall", "wrong", "precision", "not as expected")
    for line in lines:
        table.add_row(
            line.name,
            line.era,
            "yes" if line.held_out else "",
            str(line.result.expected),
            f"{line.result.recall:.3f}",
            str(len(line.result.wrong)),
            f"{line.result.precision:.3f}",
            line.trouble or " ".join(line.faults),
        )
    return table


def _eras(lines: list[Line]) -> Table:
    """By era: the documents that rules were tuned on, and those that they were not."""
    table = Table("era", "documents", "recall", "precision", "bar (recall, precision)", "era, issuer and year right")
    for era, (recall, precision) in BARS.items():
        for held_out in (False, True):
            own = [line for line in lines if line.era == era and line.held_out is held_out]
            if not own:
                continue
            result = total(line.result for line in own)
            right = sum(not {"era", "issuer", "year"} & set(line.faults) and not line.trouble for line in own)
            table.add_row(
                f"{era}{' · hold-out' if held_out else ''}",
                str(len(own)),
                _against(result.recall, recall),
                _against(result.precision, precision),
                f"{recall:.1%}, {precision:.1%}",
                f"{right} of {len(own)}",
            )
    return table


def _against(value: float, bar: float) -> str:
    return f"{'✓' if value >= bar else '✗'} {value:.1%}"


def _speed(texts: list[Path]) -> Table:
    bodies = [file.read_bytes() for file in texts]
    for body in bodies[:3]:
        _read(body)  # loads the dictionaries
    began = time.process_time()
    for body in bodies:
        _read(body)
    rate = len(bodies) / (time.process_time() - began)
    pdf = long_pdf(PAGES)
    began = time.perf_counter()
    read_in_child(pdf)
    seconds = time.perf_counter() - began
    kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    memory = kilobytes / 1000
    table = Table("what", "measured", "bar")
    table.add_row(
        "text reports a second and core", f"{'✓' if rate >= SPEED_BAR else '✗'} {rate:.0f}", f"≥ {SPEED_BAR:.0f}"
    )
    table.add_row(
        f"PDF of {PAGES} pages with ruled tables",
        f"{'✓' if seconds <= PDF_BAR else '✗'} {seconds:.1f} s",
        f"≤ {PDF_BAR:.0f} s",
    )
    table.add_row(
        "peak memory of a process", f"{'✓' if memory <= MEMORY_BAR else '✗'} {memory:.0f} MB", f"≤ {MEMORY_BAR:.0f} MB"
    )
    return table


def _read(body: bytes) -> None:
    with suppress(NotAReport, UnreadableDocument):
        read_report_bytes(body)


if __name__ == "__main__":
    main()
