"""A report as one HTML page: every figure marked where it stands, and linked with the table of figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from xuncha.report_names import CHECKS, ERAS, Names, code_names, group_names, value_names

if TYPE_CHECKING:  # the readers take a second to load
    from parsers.report import Check, Metric, Report

_TEMPLATES = Path(__file__).parent / "templates"
_APPLICANTS = ("natural_person", "business", "research", "social", "legal_service", "other", "")
_MARKS = {True: ("✓", "ok"), False: ("✗", "bad"), None: ("–", "open")}


@dataclass(frozen=True)
class Shown:
    """A figure in the table: its number on the page, and the words for its value."""

    index: int
    value: str
    unit: str
    year: int
    method: str


@dataclass(frozen=True)
class Line:
    """A line of the table of figures: what it is, which part (`about`), and one figure or one a column."""

    names: Names
    about: str
    cells: tuple[Shown | None, ...]


@dataclass
class Group:
    names: Names
    rows: list[Line] = field(default_factory=list)
    columns: list[Names] = field(default_factory=list)  # of the table of requests; none elsewhere


@dataclass(frozen=True)
class Block:
    """A line of the text, or lines of cells as a table."""

    line: Markup | None = None
    rows: tuple[tuple[Markup, ...], ...] = ()


@dataclass(frozen=True)
class ShownCheck:
    mark: str
    kind: str
    names: Names
    detail: str


def render(report: "Report") -> str:
    """The page, complete in itself: no script, nothing loaded from elsewhere, every word of the report escaped."""
    metrics = sorted(report.metrics, key=lambda metric: metric.evidence.start)
    return _template().render(
        report=report,
        facts=list(_facts(report)),
        groups=_groups(metrics),
        checks=_checks(report.checks),
        blocks=list(_blocks(report.text, metrics)),
    )


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)


def _template() -> Template:
    return _environment().get_template("report.html.j2")


def _facts(report: "Report") -> Iterator[tuple[Names, str]]:
    named = (
        (("机关", "issuer"), report.issuer),
        (("地区", "region"), report.region),
        (("年度", "year"), report.year),
        (("体例", "era"), ERAS[report.era][0] if report.era else None),
        (("统计期间", "period"), f"{report.period.start} – {report.period.end}" if report.period else None),
    )
    return ((names, str(value)) for names, value in named if value)


def _checks(checks: Sequence["Check"]) -> list[tuple[Names, list[ShownCheck]]]:
    """Broken identities first; empty when there is none to check at all."""
    if not checks:
        return []
    return [
        (names, [_check(check) for check in checks if check.ok is ok])
        for ok, names in (
            (False, ("不成立", "broken")),
            (True, ("成立", "hold")),
            (None, ("缺项", "a term is missing")),
        )
    ]


def _check(check: "Check") -> ShownCheck:
    mark, kind = _MARKS[check.ok]
    return ShownCheck(mark, kind, CHECKS.get(check.code, (check.code, "")), check.detail)


def _groups(metrics: Sequence["Metric"]) -> list[Group]:
    """The figures in the report's order, by the first part of their codes; requests by applicant as a matrix."""
    groups: dict[str, Group] = {}
    matrix: dict[tuple[str, str], dict[str, Shown]] = {}
    by_applicant = {_row_key(metric) for metric in metrics if "applicant" in metric.dims}
    for index, metric in enumerate(metrics):
        shown = Shown(index, f"{metric.value:,}", metric.unit, metric.year, metric.method)
        if _row_key(metric) in by_applicant and not set(metric.dims) - {"applicant", "reason"}:
            matrix.setdefault(_row_key(metric), {}).setdefault(metric.dims.get("applicant", ""), shown)
            groups.setdefault("matrix", Group(("依申请公开（按申请人）", "requests by applicant")))
            continue
        group = groups.setdefault(metric.code.partition(".")[0], Group(group_names(metric.code)))
        about = " · ".join(value_names(value)[0] for value in metric.dims.values())
        uncoded = metric.code.startswith("other.")
        group.rows.append(Line((metric.label, "") if uncoded else code_names(metric.code), about, (shown,)))
    if matrix:
        groups["matrix"].columns = [value_names(name) if name else ("总计", "total") for name in _APPLICANTS]
        groups["matrix"].rows = [_matrix_row(key, cells) for key, cells in matrix.items()]
    return sorted(groups.values(), key=lambda group: group is groups.get("other"))


def _row_key(metric: "Metric") -> tuple[str, str]:
    return metric.code, metric.dims.get("reason", "")


def _matrix_row(key: tuple[str, str], cells: dict[str, Shown]) -> Line:
    code, reason = key
    zh, en = code_names(code)
    zh, en = zh.partition("·")[2], en.partition(": ")[2]
    named = value_names(reason) if reason else ("", "")
    names = (f"{zh} {named[0]}".strip(), f"{en} {named[1]}".strip())
    return Line(names, "", tuple(cells.get(applicant) for applicant in _APPLICANTS))


def _blocks(text: str, metrics: Sequence["Metric"]) -> Iterator[Block]:
    """The text line by line; neighbouring lines with tabs are one table."""
    rows: list[tuple[Markup, ...]] = []
    marked = _Marked(text, metrics)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if "\t" in line:
            rows.append(tuple(marked.cells(start, end)))
        else:
            if rows:
                yield Block(rows=tuple(rows))
                rows = []
            if line.strip():
                yield Block(line=marked.part(start, end))
        start = end + 1
    if rows:
        yield Block(rows=tuple(rows))


class _Marked:
    """The text cut where evidence begins and ends. Evidence may overlap: a cell and its row, two figures of a clause."""

    def __init__(self, text: str, metrics: Sequence["Metric"]) -> None:
        self.text = text
        self.spans = [(metric.evidence.start, metric.evidence.end, index) for index, metric in enumerate(metrics)]
        self.titles = [_title(metric) for metric in metrics]
        self.anchored: set[int] = set()

    def cells(self, start: int, end: int) -> Iterator[Markup]:
        for cell in self.text[start:end].split("\t"):
            yield self.part(start, start + len(cell))
            start += len(cell) + 1

    def part(self, start: int, end: int) -> Markup:
        near = [span for span in self.spans if span[0] < end and span[1] > start]
        borders = sorted({start, end, *(at for a, b, _ in near for at in (a, b) if start < at < end)})
        pieces = (self._piece(a, b, near) for a, b in pairwise(borders))
        return Markup("").join(pieces)

    def _piece(self, start: int, end: int, near: Sequence[tuple[int, int, int]]) -> Markup:
        here = [index for a, b, index in near if a <= start and b >= end]
        words = Markup.escape(self.text[start:end])
        if not here:
            return words
        fresh = [index for index in here if index not in self.anchored]
        self.anchored.update(fresh)
        ids = Markup("").join(Markup('<span id="m{}"></span>').format(index) for index in fresh[1:])
        own = Markup(' id="m{}"').format(fresh[0]) if fresh else Markup("")
        title = "\n".join(self.titles[index] for index in here)
        return Markup('{}<mark{} title="{}"><a href="#f{}">{}</a></mark>').format(ids, own, title, here[-1], words)


def _title(metric: "Metric") -> str:
    parts = " ".join(value_names(value)[0] for value in metric.dims.values())
    return f"{code_names(metric.code)[0]} {parts} = {metric.value:,} {metric.unit} ({metric.year})".replace("  ", " ")
