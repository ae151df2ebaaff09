"""Parts of published information that say themselves what they are: 市局机关公开764条, 推进住房信息公开22条, …类信息主动公开210条."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.said import Said
from parsers.report.names import is_channel, item_name, split_party, trimmed
from parsers.report.reading import Reading, State

_KIND_NAME = re.compile(r"(?:信息|类)$")
_FIELD_OPENED = re.compile(
    r"(?:推进|做好|加强|深化|抓好)(?P<name>[^,;、]{2,16}?信息)公开"
)  # 推进保障性住房信息公开22条
_SEAT = re.compile(
    r"(?P<name>[省市州盟县旗区总]{0,2}[局厅委办署队关行]{0,2}(?:机关|本级))(?:共|主动)*公开(?:(?:政府)?信息)?(?:共)?"
)
_BESIDE = re.compile(
    r"[,;、](?:各|[^,;、\d]{0,14}(?:局|部门|单位|乡镇|县|区|市|支队|大队|所|站|中心|关|处)\)?)[^,;、\d]{0,8}(?:公开)?(?:信息)?\d"
)


def seat_beside(figure: Figure, words: str) -> tuple[Reading, ...]:
    """市局机关公开764条,各县区局公开1109条: the seat of the organ beside what is below it, and not the whole."""
    seat = _SEAT.fullmatch(trimmed(words))
    if seat is None or not _BESIDE.match(figure.clause.rest):
        return ()
    return (Reading("proactive.count", {"agency": seat["name"]}, "条", list_kind="agency"),)


def named_in_front(said: Said, state: State) -> tuple[Reading, ...]:
    """Where the site is the object, or the kind of information stands in front of the verb."""
    if said.doer.strip() == "重点领域" and re.match(r"政府信息", said.object):
        return (Reading("proactive.count", {"category": "重点领域公开政府信息"}, "条"),)
    if not said.active and (field := _FIELD_OPENED.fullmatch(trimmed(f"{said.doer}{said.verb}"))):
        return (Reading("proactive.count", {"category": field["name"]}, "条", list_kind="category"),)
    site = re.fullmatch(r"(?P<name>[^,;、]{0,8}网站)信息", said.object)
    if site and not said.active and not split_party(said.doer)[1]:
        return (Reading("proactive.count", {"channel": site["name"]}, "条"),)  # 发布网站信息674条
    if not said.active or said.object or not _KIND_NAME.search(said.doer):
        return ()
    if state.head is None:
        is_whole = re.search(r"政府信息$", said.doer)  # 社会影响较大的政府信息主动公开171条
        return (Reading("proactive.count", {}, "条"),) if is_whole else ()
    name = item_name(said.doer)
    if is_channel(name.removesuffix("信息")):
        dims = {"channel": name.removesuffix("信息")}
        return (Reading(state.head.code, dims, "条", list_kind="channel"),)
    return (Reading(state.head.code, {"category": name}, "条", list_kind="category"),)  # …类信息主动公开210条
