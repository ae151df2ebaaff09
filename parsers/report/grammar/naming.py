"""Figures whose name does not stand right in front of them: 概况信息(4条), 15条政策法规, 甲、乙分别公开12条、8条."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.report.clauses import Clause, Figure
from parsers.report.numbers import Quantity, find_quantities

_COUNTED = frozenset("条件篇份则个项宗起") | {"人次", "件次"}
_FILLING = re.compile(r"(?:共计?|合计|总计|计|为|有|仅|只有?|达到?|约|的|是)*")
_BRACKETED = re.compile(r"(?:^|[,;:。、)(]|(?<=\))(?:和|及|与|以及))(?P<name>[^,;:。、()]{2,30})\($")
_LINK = re.compile(
    r"^(?:和|及|与|以及|其中|包括|分别[为是]|[^,;:。、()]{0,12}?(?:依次|分别)?(?:[为是有]|列第[一二三]的)(?=.{2,}[局委办厅院处镇乡街道站所]$))"
)
_TIME = re.compile(r"[较比与同]|上年|上一年|去年|20\d\d")
_EXTREME = re.compile(
    r"(?P<name>[^,;:。()]{2,30}?)(?:(?:方面|公开|发布|更新)?的?(?:信息)?(?:数量?)?(?:为|占)?(?:最[多大少低高]|占?比最[高大低]|居[首多]|次之|较多|较少|第[一二三]|占(?:绝大)?多数|为主|占[一二三四五六七八九]成[多半]?))"
)
_SHARE_AHEAD = re.compile(r"(?P<name>[^,;:。()占\d]{2,24}):?占[^,;:。\d]{0,12}\d[\d.]*%,$")
_SHARE_FIRST = re.compile(r"[^,;:。()占\d]{2,24}:?占[^,;:。\d]{0,10}\d[\d.]*%,(?:有|共|计|为)?\d[\d,]*[条篇件]")
_BEHIND = re.compile(r"(?P<name>[^\d、,;。:()]{2,16})")
_NUMBER_FIRST = re.compile(
    r"(?:\d[\d,]*条[^\d、,;。:()条]{2,16}(?:、|和|及|与|以及|,){1,2}){1,}\d[\d,]*条[^\d、,;。:()条]{2,16}"
)
_NUMBERED_VERB = re.compile(
    r"(?:公开|发布|公布|上传|了|共|的|[我本全][局委办镇乡县市区街院厅]|今年|全年|本年度?|年|度|其中|有|包括|涉及|以及|和|及|与|、|\d)*"
)
_EACH = re.compile(r"(?:其中|[:,])*(?P<names>(?![^各]*[向送])[^,;:。()\d]{2,12}(?:[、和][^,;:。()\d]{2,12})+)各")
_REST = re.compile(r"(?:(?:其余|余下|剩余|其他)的?|另有|另外)(?:的)?")
_IS = re.compile(r"(?:均|都|全)?(?:为|是|属于?|系|涉及)(?P<name>[^,;。]{2,24})")
_SHARED_OUT = re.compile(r"(?:分别|依次)(?P<verb>[^\d,;。()]{0,14}?)(?P<bare>(?:0、)*)$")
_BETWEEN = re.compile(r" ?(?:、|,|和|及|与|以及){1,2} ?")
_HOW_MANY = re.compile(
    r"(?:[等这]?(?:[两二三四五六七八九十]|\d{1,2})(?:个|种|类|家)?(?:镇|街道|乡镇|县|区|社区|村)*(?:\([^()]{1,8}\))?(?:栏目|单位|部门|渠道|方面|类别?|种|方式|途径|大类)?|位[列居]前[两三四五]|等|三者|全年|年度?内?|(?:共|主动)*(?:公开|发布)(?:政府)?信息|(?:的?(?:数量|条数|件数|公开数|公开量|发布量|信息量))|数量|[,: ])+$"
)
_NAMES_FRONT = re.compile(
    r"^.*(?:[,:;(]|其中|包括|(?<![行作])为|通过|涉及|的有|前[两三四五]位的是|较多的是|最多的是)(?=.{2})|^[^,;:、]{2,8}中,?(?=[^,;:、]{2,10}[局委办厅院处镇乡街道站所]$)"
)


def named(figure: Figure) -> tuple[Figure, ...]:
    """The figure with its name in `before`, where that stands elsewhere; one for each name that shares it."""
    if figure.quantity.unit not in _COUNTED:
        return (figure,)
    if each := _EACH.fullmatch(figure.before):
        return tuple(replace(figure, before=name) for name in _split(each["names"]))
    name = _spread_name(figure)
    if not name and _FILLING.fullmatch(figure.before):
        name = _in_front_of_bracket(figure) or _in_clause_before(figure)
    return (replace(figure, before=name) if name else _named_behind(figure),)


def counts_first(words: str) -> bool:
    """公开了15条政策法规、6条规划计划、43条工作动态: a list whose numbers stand in front of the names."""
    match = _NUMBER_FIRST.search(words)
    return match is not None and _NUMBERED_VERB.fullmatch(words[: match.start()]) is not None


def opens_shares(clause: Clause) -> bool:
    """渔业动态类占52%,有46条: a list of kinds that begins with a share."""
    return _SHARE_FIRST.match(clause.text + clause.rest) is not None


def opens_extremes(clause: Clause) -> bool:
    """城乡低保方面最多,达149条: what there is most of begins a list."""
    return _EXTREME.fullmatch(clause.text) is not None


def spreads(clause: Clause) -> bool:
    """公安局、工商局的公开量分别为613条、488条: names and counts in two lists."""
    if not clause.quantities or "条" not in clause.quantities[0].unit:
        return False
    return clause.place_of(clause.quantities[0]) in dict(_spread(clause.whole))


def is_bracketed(figure: Figure) -> bool:
    """NAME(12条): the bracket holds the count of what stands in front of it, and nothing else."""
    return _in_front_of_bracket(figure) is not None


def _in_front_of_bracket(figure: Figure) -> str | None:
    clause = figure.clause
    if clause.opener != "(" or not _FILLING.fullmatch(clause.text[: figure.quantity.start - clause.start]):
        return None
    if share := _SHARE_AHEAD.search(clause.lead.removesuffix("(") + ","):
        return share["name"]  # 业务工作类占45.1%(92条)
    match = _BRACKETED.search(clause.lead)
    if match is None or find_quantities(match["name"]) or _TIME.match(match["name"]):
        return None
    return _LINK.sub("", match["name"]) or None


def _in_clause_before(figure: Figure) -> str | None:
    """城乡低保方面最多,达149条; 概况类信息占总体的6.4%,共3条."""
    clause = figure.clause
    if clause.opener != "," or clause.quantities[0] != figure.quantity:
        return None
    before = clause.lead.rstrip(", ")
    if match := _SHARE_AHEAD.search(before + ","):
        return match["name"]
    piece = re.split(r"[,;:。)]", before)[-1]
    match = _EXTREME.fullmatch(piece)
    return re.sub(r"^.*以(?=.*为主$)|^[^,;]*(?:渠道|方式|形式|途径)以", "", match["name"]) if match else None


def _named_behind(figure: Figure) -> Figure:
    """公开了15条政策法规、6条规划计划、43条工作动态."""
    clause, quantity = figure.clause, figure.quantity
    if _REST.fullmatch(figure.before) and (rest := _IS.fullmatch(figure.after)):
        return replace(figure, before=rest["name"], after="")
    name = _BEHIND.match(figure.after)
    if quantity.unit != "条" or name is None or not _is_in_list_of_numbers(clause.whole, clause.place_of(quantity)):
        return figure
    return replace(figure, before=re.split(r"以及|和(?!谐)|及", name["name"])[0], after="")


def _is_in_list_of_numbers(words: str, place: int) -> bool:
    for chain in _NUMBER_FIRST.finditer(words):
        if chain.start() <= place < chain.end():
            front = re.split(r"[,;:。(]", words[: chain.start()])[-1]
            return _NUMBERED_VERB.fullmatch(front) is not None
    return False


def _spread_name(figure: Figure) -> str | None:
    """政务微博、微信分别发布信息3275条、1918条: the second is 微信's."""
    return dict(_spread(figure.clause.whole)).get(figure.clause.place_of(figure.quantity))


def spread_places(figure: Figure) -> tuple[int, int]:
    """(place, number) of a figure among those of 分别占4.5%、9.7%、3.0%; (0, 0) if it is none of such."""
    at = figure.clause.place_of(figure.quantity)
    for _, _, group, bare in _groups(figure.clause.whole):
        starts = [quantity.start for quantity in group]
        if at in starts:
            return bare + starts.index(at), bare + len(starts)
    return 0, 0


@lru_cache(maxsize=64)
def _spread(words: str) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    for front, verb, group, bare in _groups(words):
        names = _names(front, bare + len(group))[bare:]
        if names:
            found += [(quantity.start, name + verb) for quantity, name in zip(group, names, strict=True)]
    return tuple(found)


def _groups(words: str) -> Iterator[tuple[str, str, Sequence[Quantity], int]]:
    """(words in front of 分别, those between it and the numbers, the numbers, how many bare zeros stand before them)."""
    if "分别" not in words and "依次" not in words:
        return
    quantities = find_quantities(words)
    for position, first in enumerate(quantities):
        match = _SHARED_OUT.search(words, max(0, first.start - 18), first.start)
        if match is None:
            continue
        group = [first]
        for one in quantities[position + 1 :]:
            if one.unit != first.unit or not _BETWEEN.fullmatch(words, group[-1].end, one.start):
                break
            group.append(one)
        if len(group) > 1:
            verb = re.sub(r"^[为是有]$", "", match["verb"].strip())
            yield words[: match.start()], verb, group, match["bare"].count("0")


def _names(front: str, number: int) -> list[str]:
    """The names of a list of so many in front of 分别, [] if there are not as many."""
    pieces = _split(re.split(r"[;。]", _HOW_MANY.sub("", front))[-1])
    if len(pieces) < number:
        return []
    first = re.sub(r"^20\d\d年度?", "", _NAMES_FRONT.sub("", pieces[-number]))
    names = [first, *pieces[len(pieces) - number + 1 :]]
    if (tail := re.search(r"咨询$|申请$", names[-1])) and not any(name.endswith(tail[0]) for name in names[:-1]):
        names = [*(name + tail[0] for name in names[:-1]), names[-1]]
    is_list = len(pieces) == number or first != pieces[-number]
    return names if is_list and all(2 <= len(name) <= 20 and not re.search(r"[,:\d]", name) for name in names) else []


def _split(names: str) -> list[str]:
    return re.split(
        r"、|(?<=”)(?=“)|(?<=[\u4e00-\u9fff”》])(?:和(?!谐|平)|以及|及(?!时)|与)(?=[\u4e00-\u9fff“《])", names
    )
