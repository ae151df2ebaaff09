"""Which total the figures at hand break up: a list may go on over sentences, lines and brackets."""

import re
from dataclasses import dataclass, field

from parsers.report.clauses import Clause, Figure
from parsers.report.collected import PUBLISHED, Collected
from parsers.report.grammar import chains, items, lists, naming
from parsers.report.names import is_channel
from parsers.report.prose import Breakdown
from parsers.report.reading import Reading, State
from parsers.report.records import Metric

_COUNTS_WITH_PARTS = frozenset({*PUBLISHED, "requests.received", "consultations.total"})
_BREAKS_UP = re.compile(r"[ ]*(?:其中|(?:具体|主要)?包括)[^。\n]*?\d条[^\d。\n]+\d+条")
_CONTINUES = re.compile(r"[ ,]*(?:其中|分别|主要|(?:20\d\d ?年度?|本年度?|今年|全年)新增 ?\d)")
_ITEM_LINE = re.compile(r"[^\d,;:]{0,4}(?:\d{1,2}[.、)])?[^\d,;:]{2,30}[: ]?(?:$|(?:\d[\d,.]*万?余?条)[;]?$)")
_KIND_LINE = re.compile(r"[^\d,;:]{2,20}类(?:信息)?\d+条$")  # 机构职能类3条,如…
_OPENS_LINES = re.compile(r"(?:其中|如下|为|有|包括|(?:分别|具体)是)[-:,]*$")
_OPEN_END = re.compile(r"(?<!\d)等等|[条件]等|等$|^其余")
_TAKES_UP = re.compile(
    r"(?:全年|本年度?|今年)(?:共|累计)?(?:公开|发布|公布)(?!的)|共(?:维护|制定|制作|编发|发布|建设|开设)"
)
_NEXT_POINT = re.compile(r"[二三四五六七八九]是|[2-9][.、]|\([二三四五六七八九2-9]\)")
_ENDED = re.compile(r"\d[条件项篇个份]等;$")
_OPEN_FRONT = re.compile(r"其中.{0,2}(?:涉及|包括)")
_THAN = re.compile(r"^(?:比|较|与|同)[^,]{0,4}(?:上年|去年|上一年|20\d\d ?年)[^,]{0,8}$")
MORE_BY = re.compile(r"(?P<more>增加|多|增长|上升)(?:了)?$|(?P<less>减少|少|下降)(?:了)?$")


def _is_broken_up(item: Reading, clause: Clause) -> bool:
    """An item that a bracket breaks up: a channel, or a kind of information where the bracket says 其中."""
    return "channel" in item.dims or ("category" in item.dims and re.match(r"其中|包括|包?含", clause.text) is not None)


@dataclass(slots=True)
class Listing:
    """The list that is open. `state.head` is its total, `state.list_kind` what its items are."""

    state: State
    found: Collected
    is_list: bool = False
    is_open_line: bool = False  # the line before ended in 其中: or was an item of such a list
    in_bracket: bool = False  # the list was opened inside a bracket that is still open
    unit: str = "条"  # the word in which the last total counts
    last_metric: Metric | None = None
    until: int = 0  # where the list ends, if its items are known to add up to the total
    breakdown: Breakdown | None = None
    breakdowns: list[Breakdown] = field(default_factory=list)
    shelved: tuple[Reading, Breakdown | None] | None = None  # the total of an earlier sentence of the paragraph
    outer: tuple[Reading | None, str, bool, Breakdown | None] | None = None  # the list around a bracket

    def goes_on(self, clause: Clause, same_paragraph: bool) -> bool:
        """Whether the sentence that the clause begins belongs to the list of the one before."""
        if self.is_open_line and (_ITEM_LINE.match(clause.text) or _KIND_LINE.match(clause.text)):
            return True
        if self.state.head is not None and _BREAKS_UP.match(clause.text + clause.rest):
            return True
        return same_paragraph and bool(_CONTINUES.match(clause.text) or (self.is_list and lists.is_item(clause.text)))

    def begin_sentence(self, goes_on: bool, is_near: bool) -> None:
        """A new sentence closes the list, or goes on with it, or with one further back: 公开224条。电子化率100%。其中…"""
        if not is_near:
            self.shelved = None
        if not goes_on:
            self._close()
        elif self.state.head is None and self.shelved is not None:
            self.state.head, self.breakdown = self.shelved

    def enter(self, clause: Clause) -> None:
        """Opens a list where the clause does."""
        self._follow_brackets(clause)
        state = self.state
        if self.is_list and clause.opener == ";" and state.head and state.head.dims and _NEXT_POINT.match(clause.text):
            self._close()  # 一是门户网站公开831条,其中…;二是…
        if self.is_list and clause.opener == ";" and lists.changes_kind(clause, state.list_kind):
            state.list_kind = ""
            self.breakdown = self.breakdown.anew() if self.breakdown else None
        kind = lists.kind_announced(clause) or lists.kind_in_front(clause.text)
        if state.head is not None and kind:
            state.list_kind, self.is_list = kind, True
            self.breakdown = self.breakdown.anew() if self.breakdown else None
        if self.is_list and 0 < self.until <= clause.start:
            self._close()  # all items of the total were there
        if self.is_list and clause.opener == ";" and (_TAKES_UP.match(clause.text) or _ENDED.search(clause.lead)):
            self._close()  # 其中网站98条,微博211条;全年公开各类文件991件
        inside = lists.channel_announced(clause)
        if inside and (total := self.found.channel_count(inside, state.year)):
            self._open(Reading("proactive.count", dict(total.dims), "条"), Breakdown(total, ""), "category")
        elif state.head is None and kind and (self.found.published() or chains.is_on_disclosure(clause.section)):
            self._open(Reading("proactive.count"), self._breakdown_of_year("proactive.count"), kind)
        elif state.head is None and self.found.published() and lists.opens_breakdown(clause):
            code = "proactive.cumulative" if lists.is_of_all_years(clause.text) else self.found.published()
            self._open(Reading(code), self._breakdown_of_year(code))
        elif lists.opens_agencies(clause.text):
            self._open(Reading("proactive.count"), None, "agency")
        elif lists.opens_types(clause):
            self._open(Reading("proactive.count"), self._breakdown_of_year("proactive.count"))
        elif self._begins_chain(clause):
            self._open(Reading("proactive.count"), None)  # nothing says that these are all
        elif state.head is not None and self._opens(clause):
            self.in_bracket = clause.opener == "(" and not self.is_list
            self.is_list = True
            if self.breakdown and _OPEN_FRONT.search(clause.text):
                self.breakdown.is_open = True

    def _begins_chain(self, clause: Clause) -> bool:
        is_free = not self.is_list and self.state.head is None
        if is_free and self.shelved is not None and (naming.opens_extremes(clause) or naming.opens_shares(clause)):
            return True
        if is_free and naming.spreads(clause) and (self.shelved is not None or chains.is_on_disclosure(clause.section)):
            return True
        is_near = self.shelved is not None or (chains.names_kinds(clause) and self.found.published() != "")
        return is_free and chains.opens_chain(clause, is_near, self.unit)

    def leave(self, clause: Clause) -> None:
        if not clause.rest.strip(" :"):
            was_item = self.is_open_line and _ITEM_LINE.match(clause.text) is not None
            opens = _OPENS_LINES.search(clause.text) is not None and self.state.head is not None
            self.is_open_line, self.is_list = was_item or opens, self.is_list or opens
        if self.breakdown and self.breakdown.parts and _OPEN_END.search(clause.text):
            self.breakdown.is_open = True

    def takes_item(self, figure: Figure) -> bool:
        """After 其中 everything countable is an item; before it only what is named 信息 or 类."""
        is_inside = figure.clause.opener == "(" and not naming.is_bracketed(figure)
        if is_inside and self.state.last is not None and self.state.last is not self.state.head:
            return False
        return (
            self.is_list or items.is_named_kind(figure.before) or self._stands_beside(figure) or self._is_next(figure)
        )

    def _stands_beside(self, figure: Figure) -> bool:
        """主动公开预算3条、政策文件28条、通知公告46条: more counts beside the first, which are no parts of it."""
        last = self.state.last
        return last is not None and last.code == "proactive.count" and lists.chains_on(figure)

    def _is_next(self, figure: Figure) -> bool:
        """预算类3条、政策文件28条: a 、 right behind a kind of information brings one more."""
        last = self.state.last
        if last is not None and last.code == "proactive.count" and set(last.dims) == {"channel"}:
            return figure.clause.opener in (",", "、") and figure.quantity.unit == "条" and is_channel(figure.before)
        is_kind = last is not None and last.code == "proactive.count" and set(last.dims) - {"channel"} == {"category"}
        return is_kind and figure.clause.opener == "、" and figure.quantity.unit == "条"

    def repeat_total(self, total: Metric | None) -> None:
        """在主动公开的1913条信息中: the total is said again, and broken up."""
        self._open(Reading("proactive.count"), Breakdown(total, "") if total else None)

    def remember(self, figure: Figure, readings: tuple[Reading, ...]) -> None:
        """What the figure just read is for those behind it: a total, a part, or something else."""
        if any(not reading.code.startswith(("proactive.", "gazette.")) for reading in readings):
            self.shelved = None
        state = self.state
        if readings and re.match(r"占[^,;]*公开", figure.before):
            return  # 占全年公开总量3120条的79%: said in passing, behind the count that has the share
        counted = next((reading for reading in readings if reading.code in _COUNTS_WITH_PARTS), None)
        if counted is None:
            self._pass_by(figure, readings)
            return
        if self.breakdown and not self.is_list and self._stands_beside(figure):
            self.breakdown.is_open = True
        state.last = counted
        if counted.list_kind:
            state.list_kind = state.list_kind or counted.list_kind
            self._add_part(counted.list_kind)
        elif counted.code == "proactive.cumulative" and state.head is not None:
            state.last = state.head  # said in passing: the list that may follow breaks up the year's count
        elif self._is_named_part(figure, counted):
            self._add_part(next(iter(counted.dims)))
            if self.breakdown and state.head and state.head.dims:
                self.breakdown.is_open = True  # 网站发布3659条,其中主动公开文件72条: some of them were no disclosure
        elif counted.code.startswith("proactive"):
            state.head, state.list_kind, self.is_list = counted, "", False
            self.unit = figure.quantity.unit
            self.breakdown = Breakdown(self.last_metric, "") if self.last_metric else None

    def _pass_by(self, figure: Figure, readings: tuple[Reading, ...]) -> None:
        """A figure that has no parts. 其中 behind it breaks it up, unless it is said of the total."""
        is_percent = figure.quantity.unit == "%"
        is_compared = MORE_BY.search(figure.before) is not None or _THAN.search(figure.before) is not None
        is_compared = is_compared or re.search(r"(?:任务|目标|指标)(?:数|总数)?$", figure.before) is not None
        is_aside = re.search(r"均(?:为|约|达)?$", figure.before) is not None or any(
            reading.code == "gazette.issues" for reading in readings
        )
        if not (is_aside or is_percent or is_compared or (self.is_list and not readings)):
            self.state.head, self.breakdown = None, None
        if not (is_percent or is_compared):
            self.state.last = None

    def _open(self, head: Reading, breakdown: Breakdown | None, kind: str = "") -> None:
        self.state.head, self.state.list_kind, self.is_list, self.breakdown = head, kind, True, breakdown

    def _close(self) -> None:
        if self.state.head is not None:
            self.shelved = self.state.head, self.breakdown
        self.state.head = self.state.last = None
        self.state.list_kind = ""
        self.is_list, self.breakdown, self.outer, self.until = False, None, None, 0

    def _opens(self, clause: Clause) -> bool:
        opens = lists.opens_list(clause.text) or lists.opens_breakdown(clause) or self._opens_bracket(clause)
        is_chain = not self.is_list and chains.opens_chain(clause, total_is_near=True, unit=self.unit)
        if not opens and (is_chain or naming.opens_extremes(clause)):
            opens, self.breakdown = True, None
        if opens or self.is_list or self.last_metric is None or self.state.last is not self.state.head:
            return opens
        reach = lists.adding_up(clause, self.last_metric.value)
        self.until = clause.start + reach if reach else 0
        return reach > 0

    def _opens_bracket(self, clause: Clause) -> bool:
        """公开信息455条(规范性文件84条, 计划规划20条): right behind the total, and more than one figure."""
        last = self.state.last
        is_behind = clause.opener == "(" and last is not None and last is self.state.head
        return is_behind and last is not None and not set(last.dims) - {"channel"} and lists.has_more(clause)

    def _follow_brackets(self, clause: Clause) -> None:
        """政务信息平台公开289条(工作动态184条, …): inside the bracket the list breaks up the item in front of it."""
        state = self.state
        is_over = clause.opener not in ("(", ",", "、", ";") or clause.lead.rstrip(" ,、;").endswith(")")
        if self.outer and is_over:
            state.head, state.list_kind, self.is_list, self.breakdown = self.outer
            self.outer = None
        if self.in_bracket and is_over:
            self.in_bracket = False
            if state.head is not None and state.head.dims:
                self._close()  # 县直单位公开14318条(其中…942条),22个乡镇公开17608条
        last = state.last if state.last is not state.head else None
        is_item = last is not None and (_is_broken_up(last, clause) or self._adds_up(clause))
        if clause.opener == "(" and is_item and lists.has_more(clause) and self.last_metric:
            assert state.last is not None
            self.outer = state.head, state.list_kind, self.is_list, self.breakdown
            self._open(state.last, Breakdown(self.last_metric, ""))

    def _adds_up(self, clause: Clause) -> bool:
        """工作信息469条(政务动态465条、计划总结1条、通知公告3条): in the bracket stands what the item is made of."""
        return self.last_metric is not None and lists.adding_up(clause, self.last_metric.value) > 0

    def _breakdown_of_year(self, code: str) -> Breakdown | None:
        total = self.found.known.get((code, (), self.state.year))
        return Breakdown(total, "") if total else None

    def _is_named_part(self, figure: Figure, counted: Reading) -> bool:
        """其中主动公开文件72件: with a verb of its own, and yet an item of the list."""
        head = self.state.head
        is_part = (
            head is not None
            and head.code == counted.code
            and len(counted.dims) == 1
            and not set(head.dims) - ({"channel"} - set(counted.dims))
        )
        return is_part and self.is_list and figure.clause.text.startswith("其中")

    def _add_part(self, kind: str) -> None:
        if self.breakdown and self.last_metric and self.breakdown.take(kind, self.last_metric):
            self.breakdowns.append(self.breakdown)
