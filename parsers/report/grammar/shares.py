"""Shares of a count and its growth."""

import re
from collections.abc import Sequence

from parsers.report.clauses import Figure
from parsers.report.grammar.naming import spread_places
from parsers.report.names import WHOLE, item_name, trimmed
from parsers.report.reading import Reading, State
from parsers.report.records import Metric

_SHARED = ("proactive.count", "proactive.cumulative", "consultations.total")
_SHARE = re.compile(r"占(?!用|地|道|有|领)[^,;。]{0,18}$")
_KIND_SHARE = re.compile(r"(?P<name>[^,;占]{2,40}(?:信息|类|文件))占(?!用|地)[^,;。]{0,14}$")
_TOGETHER = re.compile(r"(?:合计|共计|总计|两[项者类]|三[项者类]|以上|二者)[^,;]{0,6}占")
_OF_OTHERS = re.compile(r"占全?[省市县区州国系][^,;]{0,4}(?:同类|同级|总)|占[^,;]{0,6}同类")
_COUNT_BEHIND = re.compile(r"[,(](?:共计?|计|有)?\d[\d,]*[条件篇]")
_SAID_AHEAD = re.compile(r"(?P<name>[^,;占\d]{2,30}?):?占(?!用|地)[^,;。]{0,14}")
_KIND_LEFT = re.compile(r"[,;:](?P<name>[^,;:\d]{2,20}类(?:信息)?),$")
_GROWTH = re.compile(
    r"(?:同比|环比|比|较|相比)?[^,]*?(?P<up>增长|增加|上升|提高|提升|增幅|增(?=$))|(?P<down>下降|减少|降低|降幅|下滑)"
)


def read_share_or_growth(figure: Figure, state: State) -> tuple[Reading, ...]:
    """占6.2%, 同比增长22%, 下降3%: of the figure before, where that is one that has shares."""
    last = state.last
    if figure.quantity.unit != "%":
        return ()
    if (named := _named_ahead(figure, state)) is not None:
        return (Reading("proactive.share", named, "%"),)
    if (kind := _kind_alone(figure, state)) is not None:
        return (Reading("proactive.share", {"category": kind}, "%"),)
    if last is None or last.code not in _SHARED:
        return ()
    stem = last.code.partition(".")[0]
    if _TOGETHER.search(figure.before) or _OF_OTHERS.search(figure.before):
        return ()  # 分别为28条和35条,合计占9.8%
    if _SHARE.search(figure.before) or (last.list_kind and not figure.before):  # 其它类信息19条,1.32%
        dims = _shared(trimmed(re.split(r"占(?=[^占]*$)", figure.before)[0]), last)
        return (Reading(f"{stem}.share", dims, "%"),) if dims is not None else ()
    growth = _GROWTH.search(figure.before)
    if growth is None or re.search(r"(?<![增降]长)(?<!下降)率(?:为|达|是)?$", figure.before):
        return ()
    value = -figure.quantity.value if growth["down"] else figure.quantity.value
    return (Reading(f"{stem}.growth", last.dims, "%", value=value),)


def _named_ahead(figure: Figure, state: State) -> dict[str, str] | None:
    """业务工作占61.2%,共11411条: the share stands in front of the count."""
    head = state.head
    if head is None or not head.code.startswith("proactive") or not _COUNT_BEHIND.match(figure.clause.rest):
        return None
    before = figure.before
    if before.startswith("占"):
        before = re.split(r"[,;。]", figure.clause.lead.rstrip(":"))[-1] + before
    said = _SAID_AHEAD.fullmatch(before)
    name = item_name(said["name"]) if said else ""
    return {state.list_kind or "category": name} if 1 < len(name) <= 30 else None


def _kind_alone(figure: Figure, state: State) -> str | None:
    """机构职能类信息占总体的比例为4.28%: a kind of information that is given by its share only."""
    before = figure.before
    if before.startswith("占") and (left := _KIND_LEFT.search(figure.clause.lead)):
        before = left["name"] + before  # 规划计划类信息,占总体比例为9%
    said = _KIND_SHARE.search(before)
    if said is None or state.head is None or not state.head.code.startswith("proactive"):
        return None
    name = item_name(said["name"])
    counted = state.last is not None and name in state.last.dims.values()
    return None if counted or not 2 < len(name) <= 40 else name


def _shared(named: str, last: Reading) -> dict[str, str] | None:
    """Whose share it is: the figure before, unless the clause names something else (电话咨询占70%)."""
    if len(named) < 2 or named in last.dims.values() or WHOLE.match(named):
        return last.dims
    channel = re.fullmatch(r"(?P<name>.{2,4})咨询", named)
    return {"channel": channel["name"]} if channel and last.code.startswith("consultations") else None


def shared_out(figure: Figure, counted: Sequence[Metric]) -> Reading | None:
    """…6条,…13条,…4条,分别占总数的4.5%、9.7%、3.0%: the shares of the items before, in their order."""
    if figure.quantity.unit != "%":
        return None
    place, number = spread_places(figure)
    items = [metric for metric in counted if set(metric.dims) & {"category", "channel", "agency"}][-number:]
    if not 1 < number <= len(items) or _OF_OTHERS.search(figure.clause.lead[-40:] + figure.clause.text):
        return None
    said = figure.clause.lead[-30:] + figure.clause.text
    grew = re.search(r"增长|上升|增加|(?P<down>下降|减少)", figure.clause.text)
    if grew and not re.search(r"占|比例|比重", figure.clause.text):
        value = -figure.quantity.value if grew["down"] else figure.quantity.value
        return Reading("proactive.growth", items[place].dims, "%", value=value)
    return Reading("proactive.share", items[place].dims, "%") if re.search(r"占|比例|比重", said) else None
