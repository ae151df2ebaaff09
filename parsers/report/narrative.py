"""The walk over a report's prose: every clause's figures are offered to the grammars, what fits no code is `other`."""

import re
from collections.abc import Iterator

from parsers.report.clauses import Clause, Figure, Section, clauses_of, figures_of
from parsers.report.collected import Collected
from parsers.report.grammar import lists, organisation, outreach, proactive, requests, review, services, shares
from parsers.report.grammar.subjects import subjects_in
from parsers.report.grammar.zeros import zeros_in
from parsers.report.names import item_name
from parsers.report.prose import Breakdown, Narrative
from parsers.report.reading import Reader, Reading, State
from parsers.report.records import Metric

_READERS: tuple[Reader, ...] = (
    organisation.read_sued_sites,
    shares.read_share_or_growth,
    services.read_hotline,
    requests.read_rate,
    proactive.read_item,
    outreach.read_press,
    outreach.read_gazette,
    organisation.read_training,
    organisation.read_meeting,
    organisation.read_staff,
    organisation.read_budget_publishers,
    organisation.read_reading_rooms,
    organisation.read_money,
    organisation.read_powers,
    services.read_visits,
    outreach.read_posts,
    outreach.read_interpretation,
    outreach.read_opinion,
    review.read_review,
    review.read_complaint,
    services.read_consultation,
    requests.read_request,
    organisation.read_normative,
    proactive.read_total,
)
_COUNTS_WITH_PARTS = frozenset({"proactive.count", "proactive.cumulative", "requests.received", "consultations.total"})
_YEAR = re.compile(r"(?<!\d)(20\d\d) ?年")
_CONTINUES = re.compile(r"[ ,]*(?:其中|分别|主要)")
_ITEM_LINE = re.compile(r"[^\d,;:]{0,4}(?:\d{1,2}[.、)])?[^\d,;:]{2,30}[: ]?(?:$|(?:\d[\d,.]*万?余?条)[;]?$)")
_OPENS_LINES = re.compile(r"(?:其中|如下|为|有|包括|分别是)[:,]?$")
_LAST_YEAR = re.compile(r"去年(?!同期相?比)|上年(?!结转|度?结转|同期相?比)|上一?年度(?!结转)")
_COMPARED = re.compile(r"(?:比|较|与|同|和|相比)(?:于)?$|结转(?:至|到)?$")
_PLANNED = re.compile(r"(?:(?:将|拟|力争|目标|争取|预计)|计划(?:公开|新增|开展|举办|召开|完成))[^,;]{0,12}$")
_THAN = re.compile(r"^(?:比|较|与|同)[^,]{0,4}(?:上年|去年|上一年|20\d\d ?年)[^,]{0,8}$")
_MORE_BY = re.compile(r"(?P<more>增加|多|增长|上升)(?:了)?$|(?P<less>减少|少|下降)(?:了)?$")


def read_narrative(text: str, folded: str, state: State) -> Narrative:
    """Reads the folded text (tables blanked out); evidence is taken from `text`, in which every place is the same."""
    return _Walk(text, state).run(folded)


class _Walk:
    def __init__(self, text: str, state: State) -> None:
        self.text = text
        self.state = state
        self.result = Narrative()
        self.sentence = self.paragraph = -1
        self.section = Section()
        self.year = state.year
        self.is_list = False
        self.is_open_line = False  # the line before ended in 其中: or was an item of such a list
        self.breakdown: Breakdown | None = None
        self.last_metric: Metric | None = None
        self.found = Collected(text)

    def run(self, folded: str) -> Narrative:
        for clause in clauses_of(folded):
            self._enter(clause)
            if clause.section.is_outlook:
                continue
            self._read_zeros(clause)
            for figure in figures_of(clause):
                self._read(figure)
            self._leave(clause)
        self.result.metrics, self.result.warnings = self.found.metrics, self.found.warnings
        return self.result

    def _enter(self, clause: Clause) -> None:
        state = self.state
        if clause.sentence != self.sentence:
            continues = self.is_open_line and _ITEM_LINE.match(clause.text) is not None
            if clause.paragraph == self.paragraph:
                continues = continues or _CONTINUES.match(clause.text) is not None
            is_near = clause.paragraph == self.paragraph and clause.section == self.section
            state.previous_subject = (state.subject or state.previous_subject) if is_near else ""
            state.subject = state.previous_subject if state.previous_subject == "hotline" or continues else ""
            state.agency, state.is_part = "", False
            self.year = state.year
            if not continues:
                self._close_list()
        self.sentence, self.paragraph, self.section = clause.sentence, clause.paragraph, clause.section
        self._follow_year(clause)
        if state.head is None and self._published() and lists.opens_breakdown(clause):
            state.head, state.list_kind, self.is_list = Reading("proactive.count"), "", True
            self.breakdown = self._breakdown_of_year()
        elif lists.opens_agencies(clause.text):
            state.head, state.list_kind, self.is_list, self.breakdown = Reading("proactive.count"), "agency", True, None
        elif lists.opens_types(clause.text):
            state.head, state.list_kind, self.is_list = Reading("proactive.count"), "", True
            self.breakdown = self._breakdown_of_year()
        elif state.head is not None and lists.opens_list(clause.text):
            self.is_list = True
            if self.breakdown and re.search(r"其中.{0,2}(?:涉及|包括)", clause.text):
                self.breakdown.is_open = True
        name = services.hotline_name(clause.text)
        if name or clause.opener == ";":
            state.name = name

    def _published(self) -> bool:
        return any(code == "proactive.count" for code, _, _ in self.found.known)

    def _breakdown_of_year(self) -> Breakdown | None:
        total = self.found.known.get(("proactive.count", (), self.state.year))
        return Breakdown(total, "") if total else None

    def _close_list(self) -> None:
        self.state.head = self.state.last = None
        self.state.list_kind = ""
        self.is_list = False
        self.breakdown = None

    def _follow_year(self, clause: Clause) -> None:
        """A year named in the clause is that of the figures behind it, unless it is only compared with."""
        for match in _YEAR.finditer(clause.text):
            before = clause.text[: match.start()]
            since = re.search(r"[自从]$", before) and re.search(r"以来|至今|起|开始", clause.text[match.end() :])
            if not _COMPARED.search(before[-4:]) and "《" not in before and not since:
                self.year = int(match[1])
        if re.match(r"今年|本年度?|当年", clause.text):
            self.year = self.state.year
        if _LAST_YEAR.search(clause.text) and not re.search(r"(?:比|较|与|同|和)(?:去|上)", clause.text):
            self.year = self.state.year - 1

    def _leave(self, clause: Clause) -> None:
        if not clause.rest.strip(" :"):
            was_item = self.is_open_line and _ITEM_LINE.match(clause.text) is not None
            self.is_open_line = was_item or (self.is_list and _OPENS_LINES.search(clause.text) is not None)
        found = subjects_in(clause.text)
        if found:
            self.state.subject = "hotline" if "hotline" in found else found[-1]
        if self.breakdown and re.search(r"(?<!\d)等等|[条件]等|等$|^其余", clause.text) and self.breakdown.parts:
            self.breakdown.is_open = True

    def _read_zeros(self, clause: Clause) -> None:
        for zero in zeros_in(clause):
            if self.year == self.state.year:
                self._add(zero.reading, 0, zero.start, zero.end, "stated-zero", clause.text)

    def _read(self, figure: Figure) -> None:
        quantity = figure.quantity
        if "信息" in figure.after[:8]:
            known = self.found.counted(quantity.value)
            if lists.names_total(figure, known.value if known else None) is not None:
                self._repeat_total(known)
                return
        readings = self._readings(figure)
        method = "approximate" if quantity.approximate else "stated"
        for reading in readings:
            value = quantity.value if reading.value is None else reading.value
            self._add(reading, value, figure.clause.start, quantity.end, method, figure.before)
        if not readings and not quantity.spelled:
            self._add_other(figure)
        self._remember(figure, readings)

    def _readings(self, figure: Figure) -> tuple[Reading, ...]:
        if abs(self.year - self.state.year) > 1 or self.year > self.state.year or _PLANNED.search(figure.before):
            return ()
        for reader in _READERS:
            if reader is proactive.read_item and not self._takes_item(figure):
                continue
            found = reader(figure, self.state)
            if found:
                return found
        return ()

    def _takes_item(self, figure: Figure) -> bool:
        """After 其中 everything countable is an item; before it only what is named 信息 or 类."""
        if figure.clause.opener == "(" and self.state.last is not None and self.state.last is not self.state.head:
            return False
        return self.is_list or re.search(r"(?:信息|类)$", figure.before) is not None

    def _repeat_total(self, total: Metric | None) -> None:
        self.state.head, self.is_list, self.state.list_kind = Reading("proactive.count"), True, ""
        self.breakdown = Breakdown(total, "") if total else None

    def _remember(self, figure: Figure, readings: tuple[Reading, ...]) -> None:
        state = self.state
        if any(reading.code.startswith("requests.") for reading in readings):
            state.subject = "requests"
        counted = next((reading for reading in readings if reading.code in _COUNTS_WITH_PARTS), None)
        if counted is None:
            is_aside = any(reading.code == "gazette.issues" for reading in readings)
            is_about_head = is_aside or (
                figure.quantity.unit == "%" or _MORE_BY.search(figure.before) or (self.is_list and not readings)
            )
            if not is_about_head:
                state.head, self.breakdown = None, None  # 其中 after this figure breaks up this figure
            if figure.quantity.unit != "%" and not (_MORE_BY.search(figure.before) or _THAN.search(figure.before)):
                state.last = None
            return
        state.last = counted
        if counted.list_kind:
            state.list_kind = state.list_kind or counted.list_kind
            self._add_part(counted.list_kind)
        elif counted.code == "proactive.cumulative" and state.head is not None:
            state.last = state.head  # said in passing: the list that may follow breaks up the year's count
        elif counted.code != "consultations.total" and counted.code.startswith("proactive"):
            state.head, state.list_kind, self.is_list = counted, "", False
            self.breakdown = Breakdown(self.last_metric, "") if self.last_metric else None

    def _add_part(self, kind: str) -> None:
        if self.breakdown is None or self.last_metric is None:
            return
        if not self.breakdown.kind:
            self.breakdown.kind = kind
            self.result.breakdowns.append(self.breakdown)
        if self.breakdown.kind == kind:
            self.breakdown.parts.append(self.last_metric)

    def _add(self, reading: Reading, value: float | int, start: int, end: int, method: str, label: str) -> None:
        metric = self.found.add(reading, value, self.year, start, end, method, label)
        self.last_metric = self.last_metric if metric.code.startswith("other.") else metric

    def _add_other(self, figure: Figure) -> None:
        quantity = figure.quantity
        label = item_name(figure.before) or figure.after
        if quantity.low is not None or not label:
            return
        more = _MORE_BY.search(figure.before)
        if more and self.last_metric is not None and self.state.last is not None and quantity.unit != "%":
            change = quantity.value if more["more"] else -quantity.value
            self.result.changes.append((self.last_metric, change))
        unit = "元" if quantity.unit == "元" else quantity.unit
        words = figure.before + figure.after
        self._add(
            Reading(f"other.{unit}", {}, unit), quantity.value, figure.clause.start, quantity.end, "stated", words
        )


def blanked(folded: str, spans: Iterator[tuple[int, int]] | tuple[tuple[int, int], ...]) -> str:
    """The text with the spans replaced by line ends, so that no sentence runs through a table."""
    for start, end in spans:
        folded = folded[:start] + "\n" * (end - start) + folded[end:]
    return folded
