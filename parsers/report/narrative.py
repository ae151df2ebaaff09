"""The walk over a report's prose: every clause's figures are offered to the grammars, what fits no code is `other`."""

import re
from dataclasses import replace

from parsers.report import counts
from parsers.report.clauses import Clause, Figure, Section, clauses_of, figures_of
from parsers.report.collected import Collected
from parsers.report.compared import (
    FROM_YEAR,
    Compared,
    Counts,
    begins_comparison,
    compares_all,
    growth_of_part,
    is_growth_of_year,
)
from parsers.report.grammar import items, lists, naming, services, shares
from parsers.report.grammar.of_all import said_of_all
from parsers.report.grammar.readers import READERS
from parsers.report.grammar.subjects import subjects_in
from parsers.report.grammar.zeros import category_zero, zeros_in
from parsers.report.levels import Levels, levels_in
from parsers.report.listing import MORE_BY, Listing
from parsers.report.names import item_name
from parsers.report.prose import Narrative
from parsers.report.prose_text import join_lines
from parsers.report.prose_years import Years, year_at, years_in
from parsers.report.reading import Reading, State
from parsers.report.records import Metric

_MOST_FIGURES = 3000  # the longest reports have some 600; every grammar looks at each
_CARRIED = re.compile(r"(?:上(?:一)?|20\d\d)年度?[结接]转(?:的|申请|件)*#|#[^,;]{0,6}上(?:一)?年度?结转")
_CARRIED_CODES = frozenset({"requests.carried_in", "requests.carried_out"})
_NUMBER_WORD = re.compile(r"(?<=[\u4e00-\u9fff])(?:总数量?|数量|数)(?:为|是|:)?$")
_PLANNED = re.compile(r"(?:(?:将|拟|力争|目标(?:是|为|:)|争取|预计)|计划(?:公开|新增|开展|举办|召开|完成))[^,;]{0,12}$")


def read_narrative(text: str, folded: str, state: State) -> Narrative:
    """Reads the folded text (tables blanked out); evidence is taken from `text`, in which every place is the same."""
    return _Walk(text, state).run(folded)


class _Walk:
    def __init__(self, text: str, state: State) -> None:
        self.state = state
        self.found = Collected(text)
        self.listing = Listing(state, self.found)
        self.sentence = self.paragraph = -1
        self.section = Section()
        self.year = state.year
        self.years: Years = []
        self.counted: list[Metric] = []  # what the sentence counted so far
        self.changes: list[tuple[Metric, float]] = []
        self.shares: list[tuple[Metric, float]] = []
        self.growths: list[float] = []
        self.carried_in: float = 0
        self.compared = Compared(state.year)
        self.levels = Levels(are_told=False)
        self.outside: tuple[int, Counts, Reading | None] | None = (
            None  # what went on in front of the bracket that is open
        )

    def run(self, folded: str) -> Narrative:
        folded = join_lines(folded)
        offered = 0
        self.levels = levels_in(folded)
        for clause in clauses_of(folded):
            offered += len(clause.quantities)
            if offered > _MOST_FIGURES:
                self.found.warnings.append(f"only the first {_MOST_FIGURES} figures of the text were read")
                break
            if clause.is_note:
                continue
            self._enter(clause)
            if clause.section.is_outlook:
                continue
            self._read_zeros(clause)
            self._read_of_all(clause)
            for figure in figures_of(clause):
                for one in naming.named(figure):
                    self._read(one)
            self._leave(clause)
        return Narrative(
            self.found.metrics,
            self.listing.breakdowns,
            self.changes,
            self.shares,
            self.growths,
            self.found.warnings,
            self.carried_in,
        )

    def _enter(self, clause: Clause) -> None:
        self.levels.enter(clause, clause.sentence != self.sentence)
        if clause.sentence != self.sentence:
            self._begin_sentence(clause)
        self.sentence, self.paragraph, self.section = clause.sentence, clause.paragraph, clause.section
        behind = self._follow_bracket(clause)
        self.years = years_in(clause, self.year, self.state.year)
        self.year = self.years[-1][1]
        if self.compared.total and self.state.last and self.state.last.list_kind and compares_all(clause):
            self.state.last, self.listing.last_metric = self.compared.total
        self.listing.enter(clause)
        self.state.last = behind or self.state.last
        name = services.hotline_name(clause.text)
        if name or clause.opener == ";":
            self.state.name = name

    def _follow_bracket(self, clause: Clause) -> Reading | None:
        """同比(2011年201条)增长37.3%: behind the bracket the words go on from what stood in front of it."""
        is_inside = clause.lead.count("(") > clause.lead.count(")")
        if is_inside and self.outside is None and not _holds_count(clause):
            self.outside = self.year, self.compared.counts, self.state.last
        elif not is_inside and self.outside is not None:
            self.year, self.compared.counts, last = self.outside
            self.outside = None
            return last
        return None

    def _begin_sentence(self, clause: Clause) -> None:
        state = self.state
        same_paragraph = clause.paragraph == self.paragraph
        goes_on = self.listing.goes_on(clause, same_paragraph)
        is_near = same_paragraph and clause.section == self.section
        compares = clause.section == self.section and begins_comparison(clause)
        if not (is_near or compares):
            self.compared.forget()
        state.previous_subject = (state.subject or state.previous_subject) if is_near else ""
        state.subject = state.previous_subject if state.previous_subject == "hotline" or goes_on else ""
        state.agency, state.is_part = "", False
        self.year, self.counted, self.outside = state.year, [], None
        if clause.section != self.section:
            self.compared.total = None
        self.listing.begin_sentence(goes_on, is_near)
        if compares and not goes_on and self.compared.total is not None:
            state.last, self.listing.last_metric = self.compared.total
            self.compared.counts = (self.compared.total[0],), self.compared.counts[1] or "条"

    def _leave(self, clause: Clause) -> None:
        self.year = self.years[-1][1]
        self.listing.leave(clause)
        found = subjects_in(clause.text)
        if found:
            self.state.subject = "hotline" if "hotline" in found else found[-1]

    def _read_zeros(self, clause: Clause) -> None:
        head = self.state.head
        if head is not None and head.code == "proactive.count" and (kind := category_zero(clause)):
            self._add(
                Reading(head.code, {"category": kind}, "条"), 0, clause.start, clause.end, "stated-zero", clause.text
            )
        for zero in zeros_in(clause):
            if self.year == self.state.year:
                self._add(zero.reading, 0, zero.start, zero.end, "stated-zero", clause.text)

    def _read_of_all(self, clause: Clause) -> None:
        counted, readings = said_of_all(clause, self.found.metrics, self.state.year)
        for reading in readings:
            if counted is not None and not self.found.has(reading):
                start, end = counted.evidence.start, clause.end
                self.found.add(reading, counted.value, counted.year, start, end, "stated", clause.text)

    def _read(self, figure: Figure) -> None:
        quantity = figure.quantity
        self.year = year_at(self.years, quantity.start)
        method = "approximate" if quantity.approximate else "stated"
        if self._repeats_total(figure) or self._is_of_others(figure, method):
            return
        if _CARRIED.search(figure.around):
            self.carried_in = quantity.value
        figure = replace(figure, before=FROM_YEAR.sub("", figure.before))
        readings = self._understood(figure)
        if any(reading.code in _CARRIED_CODES for reading in readings):
            self.year = self.state.year  # 2023年为40件;上年结转7件: what is carried is the reporting year's
        taken = True
        for reading in readings:
            value = quantity.value if reading.value is None else reading.value
            if counts.is_running_total(reading, value, figure.clause, self.found.known, self.year):
                reading = replace(reading, code="proactive.cumulative")
            reading = counts.of_channel(reading, value, self.state.head, self.found.known, self.year)
            taken &= self._add(reading, value, figure.clause.start, quantity.end, method, figure.before)
        if not readings and not quantity.spelled:
            self._add_other(figure)
        self._remember(figure, readings)
        if not taken:
            self.state.last = None  # a share behind it is of no count

    def _repeats_total(self, figure: Figure) -> bool:
        """在主动公开的1913条信息中: the total is said again, or for the first time, and broken up."""
        if not ("信息" in figure.after[:8] or (figure.quantity.unit == "条" and figure.after[:1] in ("中", "里"))):
            return False
        known = self.found.counted(figure.quantity.value)
        channel = lists.names_total(figure, known.value if known else None)
        if channel is not None:
            self.listing.repeat_total(known or self._first_said(figure, channel))
        return channel is not None

    def _is_of_others(self, figure: Figure, method: str) -> bool:
        """Shares of the items before, and counts of the year before: kept, and nothing behind them breaks them up."""
        shared = shares.shared_out(figure, self.counted)
        readings = (shared,) if shared else self.compared.of_year_before(figure)
        year = self.year if shared else self.state.year - 1
        for reading in readings:
            start, end = figure.clause.start, figure.quantity.end
            value = figure.quantity.value if reading.value is None else reading.value
            self.found.add(reading, value, year, start, end, method, figure.before)
        return bool(readings)

    def _understood(self, figure: Figure) -> tuple[Reading, ...]:
        """What the grammars make of the figure; `self.year` becomes the year that it is of."""
        if part := growth_of_part(figure, self.found.known, self.state.year):
            return (part,)
        if grown := self.compared.grown_to(figure):
            self.year = self.state.year
            self.years.append((figure.quantity.start, self.year))
            return grown
        readings = (
            counts.sum_of(figure, self.counted, self.year, self.found)
            or counts.running_said(figure, self.state.year, self.found.known)
            or counts.new_of_kind(figure, self.state.last, self.listing.last_metric, self.found)
            or self._readings(figure)
            or self._readings(_without_number_word(figure))
        )
        if self.year == self.state.year - 1 and is_growth_of_year(figure, readings):
            self.year = self.state.year
        return readings

    def _remember(self, figure: Figure, readings: tuple[Reading, ...]) -> None:
        self.compared.remember(figure, readings, self.year)
        if any(reading.code.startswith("requests.") for reading in readings):
            self.state.subject = "requests"
        self.listing.remember(figure, readings)
        if readings and self.listing.last_metric:
            self.compared.remember_total(readings[0], self.listing.last_metric)

    def _first_said(self, figure: Figure, channel: str) -> Metric | None:
        """在今年主动公开的197条信息中: the total, where none was said before."""
        quantity, dims = figure.quantity, {"channel": channel} if channel else {}
        if self.found.known.get(("proactive.count", tuple(dims.items()), self.year)) or "依申请" in figure.around:
            return None
        reading = Reading("proactive.count", dims, "条")
        self._add(reading, quantity.value, figure.clause.start, quantity.end, "stated", figure.before)
        return self.listing.last_metric

    def _readings(self, figure: Figure) -> tuple[Reading, ...]:
        if abs(self.year - self.state.year) > 1 or self.year > self.state.year or _PLANNED.search(figure.before):
            return ()
        for reader in READERS:
            if reader is items.read_item and not self.listing.takes_item(figure):
                continue
            found = reader(figure, self.state)
            if found:
                return found
        return ()

    def _add(self, reading: Reading, value: float | int, start: int, end: int, method: str, label: str) -> bool:
        """Whether the figure was taken: not one that another sentence states differently."""
        reading = self.levels.of(reading)
        metric = self.found.add(reading, value, self.year, start, end, method, label)
        if not metric.code.startswith("other."):
            self.listing.last_metric = metric
        if metric.code == "proactive.count":
            self.counted.append(metric)
        return metric.code == reading.code

    def _add_other(self, figure: Figure) -> None:
        quantity = figure.quantity
        if part := counts.request_shared(figure, self.found.metrics):
            self.shares.append((part, quantity.value))
        if (grown := counts.requests_grew(figure, self.found.metrics)) is not None:
            self.growths.append(grown)
        label = item_name(figure.before) or figure.after
        if quantity.low is not None or not label:
            return
        more, last = MORE_BY.search(figure.before), self.listing.last_metric
        if more and last is not None and self.state.last is not None and quantity.unit != "%":
            change = quantity.value if more["more"] else -quantity.value
            self.changes.append((self.compared.changed(last, change, self.found.known), change))
        reading = Reading(f"other.{quantity.unit}", {}, quantity.unit)
        words = figure.before + figure.after
        self._add(reading, quantity.value, figure.clause.start, quantity.end, "stated", words)


def _holds_count(clause: Clause) -> bool:
    """公示公告(63条),占22%: the bracket holds the count itself, and what follows it is said of that."""
    first = next(figures_of(clause), None)
    return first is not None and naming.is_bracketed(first)


def _without_number_word(figure: Figure) -> Figure:
    """行政复议数量4件, 查阅点数31个: as the form of 2014 to 2018 names its rows."""
    return replace(figure, before=_NUMBER_WORD.sub("", figure.before))
