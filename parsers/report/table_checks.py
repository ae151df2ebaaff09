"""The identities of the tables: requests in and out, result rows, replies, review blocks."""

from collections.abc import Iterator

from parsers.report.check_figures import Figures, add_up, equal, plain
from parsers.report.records import Check

_APPLICANTS = ("natural_person", "business", "research", "social", "legal_service", "other")
_RESULTS = (
    "requests.granted",
    "requests.partial",
    "requests.refused",
    "requests.unavailable",
    "requests.unprocessed",
    "requests.other",
)
_REPLIES = (
    "replies.already_public",
    "replies.granted",
    "replies.partial",
    "replies.refused",
    "replies.not_ours",
    "replies.nonexistent",
    "replies.amend",
    "replies.elsewhere",
)
_BLOCKS = ("reconsideration", "litigation.direct", "litigation.after_review")


def check_tables(cells: Figures, both: Figures) -> Iterator[Check]:
    """The identities of the table's figures; review blocks also where only the prose states them."""
    yield from _balance(cells)
    yield from _rows(cells)
    yield from _replies(cells)
    yield from _review(both)


def _columns(figures: Figures) -> Iterator[tuple[str, dict[str, str]]]:
    for applicant in _APPLICANTS:
        yield applicant, {"applicant": applicant}
    yield "total", {}


def _balance(cells: Figures) -> Iterator[Check]:
    if not cells.all_of("requests.new"):
        return
    for name, dims in _columns(cells):
        terms = [cells.value(f"requests.{row}", **dims) for row in ("new", "carried_in", "closed", "carried_out")]
        if any(term is None for term in terms):
            yield Check("requests.balance", None, None, None, f"{name}: a term is missing: {terms}")
            continue
        new, carried_in, closed, carried_out = (term or 0 for term in terms)
        left, right = new + carried_in, closed + carried_out
        detail = (
            f"{name}: new {plain(new)} + carried_in {plain(carried_in)} = {plain(left)}; closed {plain(closed)} + "
            f"carried_out {plain(carried_out)} = {plain(right)}; difference {plain(left - right)}"
        )
        yield Check("requests.balance", left == right, left, right, detail)


def _rows(cells: Figures) -> Iterator[Check]:
    """The result rows add up to 总计, column by column; the applicants of each row add up to its total."""
    if not cells.all_of("requests.closed"):
        return
    for name, dims in _columns(cells):
        closed = cells.value("requests.closed", **dims)
        parts = [
            m
            for code in _RESULTS
            for m in cells.all_of(code)
            if m.dims.get("applicant", "") == dims.get("applicant", "")
        ]
        if closed is None or not parts:
            yield Check("requests.rows", None, closed, None, f"column {name}: a term is missing")
            continue
        actual = add_up(parts)[1]
        sides = f"result rows add up to {plain(actual)}; closed {plain(closed)}"
        detail = f"column {name}: {sides}; difference {plain(actual - closed)}"
        yield Check("requests.rows", actual == closed, closed, actual, detail)
    yield from _row_totals(cells)


def _row_totals(cells: Figures) -> Iterator[Check]:
    rows = wrong = 0
    for (code, dims), total in cells.by_key.items():
        named = dict(dims)
        if not code.startswith("requests.") or "applicant" in named:
            continue
        parts = [cells.value(code, **named, applicant=applicant) for applicant in _APPLICANTS]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            continue
        rows += 1
        if sum(known) != total.value:
            wrong += 1
            yield equal("requests.rows", total.label or code, "+".join(map(plain, known)), sum(known), total.value)
    if rows and not wrong:
        detail = f"each row's six applicants add up to its total in all {rows} rows"
        yield Check("requests.rows", True, rows, rows, detail)


def _replies(cells: Figures) -> Iterator[Check]:
    answered = cells.value("requests.answered")
    parts = [metric for code in _REPLIES for metric in cells.all_of(code) if not metric.dims]
    if answered is not None and len(parts) > 1:
        left, actual = add_up(parts)
        yield equal("requests.rows", "replies against answered", left, actual, answered)


def _review(figures: Figures) -> Iterator[Check]:
    for block in (*_BLOCKS, "litigation"):
        total = figures.value(f"{block}.total")
        parts = [figures.value(f"{block}.{result}") for result in ("upheld", "corrected", "other", "pending")]
        known = [part for part in parts if part is not None]
        if total is None or not known:
            continue
        # The form of 2014 has no row for what is pending: the other three may add up without one.
        if len(known) == len(parts) or (None not in parts[:3] and sum(known) == total) or sum(known) > total:
            yield equal("review.rows", block, "+".join(map(plain, known)), sum(known), total)
        else:
            yield Check("review.rows", None, total, sum(known), f"{block}: not every result is stated")
