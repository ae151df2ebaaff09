"""Counts of published information that others decide: sums, running totals, what is new of a kind, a kind on a channel."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.report.clauses import Clause, Figure
from parsers.report.collected import Collected, Key
from parsers.report.grammar import lists
from parsers.report.grammar.items import UNITS
from parsers.report.reading import Reading
from parsers.report.records import Metric

_NEW = re.compile(r"(?:其中)?(?:本年度?|今年|当年|20\d\d年度?)?新增(?:公开)?")
_GREW = re.compile(
    r"(?:同比|相比|比上年|较上年|比去年|较去年)?,?(?:增长|上升|增加|增幅|(?P<down>下降|减少|降低|降幅))(?:了|约|为|达)?"
)
_SHARE = re.compile(r"(?:约)?占(?:比|总数|总量|申请总数|申请总量|全部申请)?(?:的|为|比为)?")
_RUNNING = re.compile(
    r"(?:截[至止到][^,;]{0,14}?|20\d\d年?度?[至到-]+20\d\d年?[底末]?|历年来?|[我本全][\u4e00-\u9fff]{1,3}?|共)*累计(?:\([^()]*\))?(?:共|已)*(?:向社会)?(?:主动)?"
    r"(?:公开|发布|公布)(?:了)?(?:各类|各种)?(?:政府|政务)?信息(?:数量?|总数量?|总量)?(?:共计?|为|达到?|约)*"
)


def running_said(figure: Figure, year: int, known: Mapping[Key, Metric]) -> tuple[Reading, ...]:
    """2013年公开58条;2008年至2013年底,累计主动公开政府信息401条: behind the year's count, and more than it."""
    of_year = known.get(("proactive.count", (), year))
    if of_year is None or figure.quantity.unit not in UNITS or not _RUNNING.fullmatch(figure.before):
        return ()
    is_more = figure.quantity.value > of_year.value > 0
    return (Reading("proactive.cumulative", {}, "条"),) if is_more else ()


def sum_of(figure: Figure, counted: Sequence[Metric], year: int, found: Collected) -> tuple[Reading, ...]:
    """官网发布1887条, 省政府网站发布514条, 总计2401条: the total of the sentence, not one more part."""
    if not lists.names_sum(figure):
        return ()
    parts = [metric for metric in counted if metric.year == year]
    if len(parts) < 2 or sum(one.value for one in parts) != figure.quantity.value:
        return ()
    for metric in parts:
        if not metric.dims:
            found.demote(metric)
    return (Reading("proactive.count", {}, "条"),)


def new_of_kind(figure: Figure, last: Reading | None, metric: Metric | None, found: Collected) -> tuple[Reading, ...]:
    """政府文件180条,新增31条: what is new of a kind is the year's count, and all there is of it the running total."""
    if not (last and last.list_kind and metric and _NEW.fullmatch(figure.before)):
        return ()
    is_less = metric.code == "proactive.count" and figure.quantity.value <= metric.value
    if not (is_less and found.turn_cumulative(metric)):
        return ()
    return (Reading("proactive.count", last.dims, "条", list_kind=last.list_kind),)


def request_shared(figure: Figure, metrics: Sequence[Metric]) -> Metric | None:
    """网上申请63件,占76%: the part of the requests that the share behind it is said of."""
    last = metrics[-1] if metrics else None
    is_share = figure.quantity.unit == "%" and _SHARE.fullmatch(figure.before)
    is_part = (
        last is not None and last.code == "requests.received" and len(last.dims) == 1 and "agency" not in last.dims
    )
    return last if is_share and is_part else None


def requests_grew(figure: Figure, metrics: Sequence[Metric]) -> float | None:
    """新收204件,2023年为240件,同比下降25%: what the requests received grew by, where that was counted last."""
    last = metrics[-1] if metrics else None
    match = _GREW.fullmatch(figure.before) if figure.quantity.unit == "%" else None
    if match is None or last is None or last.code != "requests.received" or last.dims:
        return None
    return figure.quantity.value * (-1 if match["down"] else 1)


def of_channel(reading: Reading, value: float, head: Reading | None, known: Mapping[Key, Metric], year: int) -> Reading:
    """在子网站公开120条,其中工作动态46条, where another list says 工作动态60条: the kind's count on that channel."""
    if not (reading.list_kind == "category" and head and "channel" in head.dims):
        return reading
    said = known.get((reading.code, tuple(sorted(reading.dims.items())), year))
    return replace(reading, dims={**head.dims, **reading.dims}) if said and said.value != value else reading


def is_running_total(reading: Reading, value: float, clause: Clause, known: Mapping[Key, Metric], year: int) -> bool:
    """截至2009年12月底已公开8400多条, behind the year's own 1192."""
    said = known.get((reading.code, (), year))
    if reading.code != "proactive.count" or reading.dims or said is None or not value > said.value > 0:
        return False
    until = re.search(r"截[至止]|到20\d\d年[底末]", clause.lead + clause.text)
    if until and re.search(r"已|历年|累计", clause.text):
        return True
    return re.search(r"(?:目前|至今|迄今)[^,;]{0,12}(?:总计|累计|共)", clause.text) is not None
