"""What the soak measures: samples of a tree of processes and of a database, lines fitted through them, a plot of both."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from statistics import fmean

from storage.store import Store

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at everything. `lives` counts how often the daemon was started."""

    minute: float
    lives: int
    daemon_mb: float
    prober_mb: float
    crawlers_mb: float
    processes: int
    daemon_files: int
    daemon_threads: int
    database_mb: float
    visits: int
    probes: int
    flips: int
    rows: int  # of all tables
    leads: int  # found, and not asked for yet
    judgements_due: int
    patrols_late_s: float
    patrols_done: int
    notifications_waiting: int
    messages: int  # that the webhook took


@dataclass(frozen=True, slots=True)
class Process:
    pid: int
    parent: int
    words: str

    @property
    def is_prober(self) -> bool:
        return "crawler.probes" in self.words

    @property
    def is_crawler(self) -> bool:
        return "crawler.patrol" in self.words


def tree(root: int) -> list[Process]:
    """A process and all that came of it, itself first."""
    every = [one for entry in Path("/proc").iterdir() if entry.name.isdigit() and (one := _process(entry))]
    mine = [one for one in every if one.pid == root]
    for one in mine:  # grows while we go through it
        mine += [child for child in every if child.parent == one.pid]
    return mine


def _process(entry: Path) -> Process | None:
    try:
        words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
    except (OSError, ValueError):
        return None
    return None if state == "Z" else Process(int(entry.name), int(parent), words)


def sample(store: Store, root: int, minute: float, lives: int, messages: int) -> Sample:
    daemon, *others = tree(root) or [Process(0, 0, "")]
    figures, counts = store.figures(datetime.now(UTC)), store.counts()
    told = figures.notifications
    return Sample(
        minute=round(minute, 3),
        lives=lives,
        daemon_mb=_rss(daemon.pid),
        prober_mb=sum(_rss(one.pid) for one in others if one.is_prober),
        crawlers_mb=sum(_rss(one.pid) for one in others if not one.is_prober),
        processes=len(others) + 1,
        daemon_files=_count(Path(f"/proc/{daemon.pid}/fd")),
        daemon_threads=_count(Path(f"/proc/{daemon.pid}/task")),
        database_mb=round(figures.database_bytes / _MB, 3),
        visits=counts["visit"],
        probes=counts["probe"],
        flips=counts["flip"],
        rows=sum(counts.values()),
        leads=counts["lead"],
        judgements_due=figures.judgements_due,
        patrols_late_s=round(figures.late_seconds, 1),
        patrols_done=sum(figures.patrols_ended.values()),
        notifications_waiting=sum(told.get(status, 0) for status in ("pending", "sending")),
        messages=messages,
    )


def _rss(pid: int) -> float:
    """MB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return round(int(status.partition("VmRSS:")[2].split()[0]) / 1024, 2) if "VmRSS:" in status else 0.0


def _count(folder: Path) -> int:
    try:
        return sum(1 for _ in folder.iterdir())
    except OSError:
        return 0


def growth(samples: Sequence[Sample], value: Callable[[Sample], float]) -> float:
    """What a line fitted through the samples gains from the first to the last of them."""
    known = [(one.minute, value(one)) for one in samples]
    if len(known) < 3:
        return 0.0
    x_mean, y_mean = fmean(x for x, _ in known), fmean(y for _, y in known)
    spread = sum((x - x_mean) ** 2 for x, _ in known)
    slope = sum((x - x_mean) * (y - y_mean) for x, y in known) / spread if spread else 0.0
    return slope * (known[-1][0] - known[0][0])


def write_csv(samples: Sequence[Sample], file: Path) -> None:
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, [one.name for one in fields(Sample)])
        writer.writeheader()
        writer.writerows(asdict(one) for one in samples)


# ── the plot ─────────────────────────────────────────────────────────────────

_PANELS: tuple[tuple[str, Callable[[Sample], float]], ...] = (
    ("memory of the daemon, MB", lambda one: one.daemon_mb),
    ("memory of the prober, MB", lambda one: one.prober_mb),
    ("memory of all crawlers, MB", lambda one: one.crawlers_mb),
    ("open files of the daemon", lambda one: one.daemon_files),
    ("threads of the daemon", lambda one: one.daemon_threads),
    ("database, MB", lambda one: one.database_mb),
    ("rows of all tables", lambda one: one.rows),
    ("alerts waiting", lambda one: one.notifications_waiting),
    ("judgements due", lambda one: one.judgements_due),
    ("messages taken by the webhook", lambda one: one.messages),
)
_WIDE, _HIGH, _COLUMNS = 360, 110, 2
_LEFT, _TOP = 46, 22


def write_plot(samples: Sequence[Sample], restarts: Sequence[float], title: str, file: Path) -> None:
    """Small pictures of one scale of time; upright lines are the moments at which the daemon was started."""
    rows = -(-len(_PANELS) // _COLUMNS)
    width, height = _COLUMNS * (_WIDE + 20), rows * (_HIGH + 40) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="10" y="18" font-size="13">{escape(title)}</text>',
    ]
    for number, (name, value) in enumerate(_PANELS):
        x, y = number % _COLUMNS * (_WIDE + 20), number // _COLUMNS * (_HIGH + 40) + 30
        parts.append(f'<g transform="translate({x},{y})">{_panel(samples, restarts, name, value)}</g>')
    file.write_text("\n".join([*parts, "</svg>", ""]), encoding="utf-8")


def _panel(samples: Sequence[Sample], restarts: Sequence[float], name: str, value: Callable[[Sample], float]) -> str:
    end, most = samples[-1].minute or 1.0, max(map(value, samples)) or 1.0

    def at(minute: float, height: float) -> str:
        x = _LEFT + minute / end * (_WIDE - _LEFT)
        return f"{x:.1f},{_TOP + (1 - height / most) * (_HIGH - _TOP):.1f}"

    line = " ".join(at(one.minute, value(one)) for one in samples)
    marks = "".join(f'<path d="M{at(minute, 0)} L{at(minute, most)}" stroke="#d99"/>' for minute in restarts)
    return (
        f'<text x="{_LEFT}" y="14">{escape(name)}</text>{marks}'
        f'<path d="M{at(0, most)} L{at(0, 0)} L{at(end, 0)}" fill="none" stroke="#999"/>'
        f'<polyline points="{line}" fill="none" stroke="#1a56a0" stroke-width="1.2"/>'
        f'<text x="{_LEFT - 4}" y="{_TOP + 8}" text-anchor="end">{most:,.0f}</text>'
        f'<text x="{_LEFT - 4}" y="{_HIGH}" text-anchor="end">0</text>'
        f'<text x="{_WIDE}" y="{_HIGH + 13}" text-anchor="end">{end:.0f} min</text>'
    )
