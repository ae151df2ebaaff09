"""Sums: the parts of a list against the total that it breaks up."""

import re
from collections.abc import Iterator, Sequence

from parsers.report.check_figures import Figures, add_up, equal, plain, rounding
from parsers.report.numbers import chinese
from parsers.report.prose import Breakdown, Narrative
from parsers.report.records import Check, Metric

_NEAR = 60  # characters
_NEARLY_ALL = 95  # percent
_MOST = 0.85  # of the total: a list that names less, and nothing as 其他, names only some of the parts
_HALF = 0.5
_PAIR = 0.95  # of the total: two agencies that name nearly all of it are meant to be all
_REST = re.compile(r"其[他它余]|另有|另外")
_WHOLE_LIST = 3  # parts; "其中县直部门85条" or two such need not be the whole
_ORGANISATIONS = re.compile(r"法人.{0,2}其[他它]")
_BESIDE = 40  # characters between two items of one list
_GROUP = re.compile(
    r"(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})个?(?:[县区市旗镇乡、()（）]+|街道|部门|单位|乡镇|镇街)"
)


def check_sums(narrative: Narrative, words: Figures, cells: Figures) -> Iterator[Check]:
    """Parts against totals, in words and in the tables."""
    unread = [metric for metric in narrative.metrics if metric.unit != "%"]
    yield from _breakdowns(narrative.breakdowns, words, unread)
    yield from _channels(words, unread)
    yield from _channels(cells, [])
    yield from _channels_said_one_by_one(narrative, words, unread)
    yield from _kinds_said_one_by_one(narrative, words, unread)
    yield from _agencies_with_shares(words)
    yield from _groups(words)
    yield from _applicants(words)


def _breakdowns(breakdowns: Sequence[Breakdown], words: Figures, unread: Sequence[Metric]) -> Iterator[Check]:
    for breakdown in breakdowns:
        code = {"agency": "sum.agencies", "channel": "sum.channels", "category": "sum.categories"}[breakdown.kind]
        if len(breakdown.parts) < 2:
            continue
        parts = _without_inner(breakdown.parts, breakdown.total.value)
        left, actual = add_up(parts)
        what = " ".join([breakdown.total.code, *breakdown.total.dims.values()])
        missing = _may_be_unread(breakdown.total.value - actual, breakdown.parts, unread)
        if why := _why_unequal(breakdown, actual, words) or missing:
            detail = f"{what}: {why}: {left} = {plain(actual)}; stated {plain(breakdown.total.value)}"
            yield Check(code, None, breakdown.total.value, actual, detail)
        else:
            yield equal(code, what, left, actual, breakdown.total.value)


def _without_inner(parts: Sequence[Metric], total: float) -> Sequence[Metric]:
    """业务类190条,其中供水52条、防汛73条、水资源65条;机构类38条: without the stretch that adds up to the part before it."""
    if sum(part.value for part in parts) <= total:
        return parts
    for at, part in enumerate(parts):
        added = 0.0
        for stop in range(at + 1, len(parts)):
            added += parts[stop].value
            if added == part.value and stop > at + 1:
                outer = [*parts[: at + 1], *parts[stop + 1 :]]
                return outer if sum(one.value for one in outer) == total else parts
    return parts


def _why_unequal(breakdown: Breakdown, actual: float, words: Figures) -> str:
    """Why the parts need not add up to the total; "" where they must."""
    total = breakdown.total
    if breakdown.is_open:
        return "the list is open (等)"
    if total.method == "approximate" and actual != total.value:
        return "the total is rounded (余, 多)"
    if actual != total.value and abs(actual - total.value) <= rounding((total, *breakdown.parts)):
        return "rounded (万)"
    has_rest = any(_REST.match(name) for part in breakdown.parts for name in part.dims.values())
    if actual < total.value * (_HALF if has_rest else _MOST):
        return "the list names some of the parts"  # 其中 takes out a few; a slip is no half
    if actual != total.value and any(other.value == actual for other in words.all_of(total.code)):
        return "the list breaks up another count"
    is_pair = breakdown.kind == "agency" and actual >= total.value * _PAIR  # 市直部门14628条,乡镇8915条
    if len(breakdown.parts) < _WHOLE_LIST and actual < total.value and not is_pair:
        return "the list need not be complete"
    if actual < total.value and _shares_leave_room(breakdown.parts, words):
        return "the shares say that the list is not complete"
    if breakdown.kind == "channel" and actual > total.value:
        return "one item may stand in several channels"
    return ""


def _may_be_unread(difference: float, parts: Sequence[Metric], unread: Sequence[Metric]) -> str:
    """Why parts need not add up: a figure among them whose name could not be read is all that lacks."""
    first, last = min(part.evidence.start for part in parts), max(part.evidence.end for part in parts)
    keys = {part.key for part in parts}
    beside = [metric for metric in unread if metric.key not in keys and metric.code != parts[0].code]
    near = [metric.value for metric in beside if first - _NEAR <= metric.evidence.start <= last + _NEAR]
    is_all = difference > 0 and (difference in near or sum(near) == difference)
    return "an item among them could not be read" if is_all else ""


def _shares_leave_room(parts: Sequence[Metric], words: Figures) -> bool:
    """机构职能类信息9条,占0.4%;…: each part has its share, and together they are far from the whole."""
    shares = [words.value("proactive.share", **part.dims) for part in parts]
    return None not in shares and sum(share or 0 for share in shares) < _NEARLY_ALL


def _channels(figures: Figures, unread: Sequence[Metric]) -> Iterator[Check]:
    """Requests and consultations per channel; a table's published information per channel."""
    for code in ("requests.received", "consultations.total", "proactive.count", "proactive.cumulative"):
        total = figures.value(code)
        parts = [metric for metric in figures.all_of(code) if set(metric.dims) == {"channel"}]
        if code.startswith("proactive") and not all(metric.method in ("table", "stated-zero") for metric in parts):
            continue  # in prose the breakdown says which channels belong together
        if total is None or len(parts) < 2:
            continue
        left, actual = add_up(parts)
        if any(metric.method == "approximate" for metric in (*parts, *figures.all_of(code)[:1])):
            yield Check(
                "sum.channels",
                None,
                total,
                actual,
                f"{code}: rounded (余, 多): {left} = {plain(actual)}; stated {plain(total)}",
            )
        elif code == "proactive.count" and parts[0].method in ("table", "stated-zero"):
            yield _once_over_channels(left, max(part.value for part in parts), actual, total)
        elif why := _may_be_unread(total - actual, parts, unread) or _why_not_all(parts, actual, total):
            detail = f"{code}: {why}: {left} = {plain(actual)}; stated {plain(total)}"
            yield Check("sum.channels", None, total, actual, detail)
        else:
            yield equal("sum.channels", code, left, actual, total)


def _why_not_all(parts: Sequence[Metric], actual: float, total: float) -> str:
    """Why the channels need not add up to the total."""
    if actual > total and any(part.value == total == actual - part.value for part in parts):
        return "one channel is another word for all of them"  # 26件均为书面申请:当面14件,信函7件,网络5件
    if actual < total * _HALF or (parts[0].code.startswith("consultations.") and actual > total / _HALF):
        return "some of the ways only, or of a part"  # 热线3904人次,涉及信息公开76人次:电话51,当面25
    is_form = all(part.method in ("table", "stated-zero") for part in parts)
    if is_form and actual < total and not any(_REST.search(part.dims["channel"]) for part in parts):
        return "the form has no row for the other channels"
    return ""


def _once_over_channels(left: str, largest: float, actual: float, total: float) -> Check:
    """The form counts an item once over all channels (国办发〔2014〕32号): the total lies between the largest and the sum."""
    what = f"proactive.count: {left} = {plain(actual)}"
    detail = f"{what}; stated {plain(total)}; an item counts once over all channels, so the total is the sum or less"
    return Check("sum.channels", largest <= total <= actual, total, actual, detail)


def _agencies_with_shares(words: Figures) -> Iterator[Check]:
    """Agencies that are each given a share of the total are meant to be all of it."""
    total = words.value("proactive.count")
    parts = [metric for metric in words.all_of("proactive.count") if set(metric.dims) == {"agency"}]
    shared = [metric for metric in parts if words.value("proactive.share", **metric.dims) is not None]
    if total is not None and len(shared) > 1:
        left, actual = add_up(shared)
        yield equal("sum.agencies", "proactive.count", left, actual, total)


def _channels_said_one_by_one(narrative: Narrative, words: Figures, unread: Sequence[Metric]) -> Iterator[Check]:
    """网站公开8936条,公报公开398条,其他形式公开330条: with the rest named, the channels are all of the total or more."""
    total = words.value("proactive.count")
    parts = [metric for metric in words.all_of("proactive.count") if set(metric.dims) == {"channel"}]
    listed = {part.key for one in narrative.breakdowns for part in one.parts}
    chain = _in_one_list([part for part in parts if part.key not in listed])
    if total is None or len(chain) < _WHOLE_LIST or not _REST.search(chain[-1].dims["channel"]):
        return
    left, actual = add_up(chain)
    if _may_be_unread(total - actual, chain, unread):
        return
    if all(metric.method == "stated" for metric in (*chain, *words.all_of("proactive.count")[:1])) and actual < total:
        yield equal("sum.channels", "proactive.count", left, actual, total)


def _kinds_said_one_by_one(narrative: Narrative, words: Figures, unread: Sequence[Metric]) -> Iterator[Check]:
    """归入六类:机构职能类62条,…,其他类100条: with the rest named, the kinds are all of the total."""
    total = words.by_key.get(("proactive.count", ()))
    parts = [metric for metric in words.all_of("proactive.count") if set(metric.dims) == {"category"}]
    if total is None or any(one.kind == "category" for one in narrative.breakdowns):
        return
    chain = _in_one_list(parts)
    last = next((at for at, part in enumerate(chain) if _REST.match(part.dims["category"])), 0)
    chain = chain[: last + 1]
    left, actual = add_up(chain)
    is_whole = len(chain) >= _WHOLE_LIST and all(metric.method == "stated" for metric in (*chain, total))
    is_another = any(other.value == actual != total.value for other in words.all_of("proactive.count"))
    if is_whole and not (
        is_another or rounding((total, *chain)) or _may_be_unread(total.value - actual, chain, unread)
    ):
        yield equal("sum.categories", "proactive.count", left, actual, total.value)


def _applicants(words: Figures) -> Iterator[Check]:
    """自然人131件,企业18件,其他组织5件: never more than all, and all of them where organisations are one of the parts."""
    total = words.by_key.get(("requests.received", ()))
    parts = [metric for metric in words.all_of("requests.received") if set(metric.dims) == {"applicant"}]
    if total is None or len(parts) < 2 or any(one.method != "stated" for one in (total, *parts)):
        return
    left, actual = add_up(parts)
    names = {part.dims["applicant"] for part in parts}
    is_whole = "natural_person" in names and any(_ORGANISATIONS.search(name) for name in names)
    if actual > total.value or is_whole:
        yield equal("requests.rows", "applicants", left, actual, total.value)


def _in_one_list(parts: Sequence[Metric]) -> list[Metric]:
    """The first stretch of parts that stand one behind the other."""
    chain: list[Metric] = []
    for part in sorted(parts, key=lambda metric: metric.evidence.start):
        if chain and part.evidence.start - chain[-1].evidence.end > _BESIDE:
            break
        chain.append(part)
    return chain


def _groups(words: Figures) -> Iterator[Check]:
    """六县(区)公开31315条, and then each of the six: a name that says how many they are."""
    agencies = [metric for metric in words.all_of("proactive.count") if set(metric.dims) == {"agency"}]
    for position, group in enumerate(agencies):
        name = _GROUP.fullmatch(group.dims["agency"])
        number = int(chinese(name["number"])) if name else 0
        kinds = re.findall(r"[县区市旗镇乡]|街道|部门|单位", group.dims["agency"])
        behind = [one for one in agencies[position + 1 :] if one.dims["agency"].endswith(tuple(kinds))]
        parts = behind[:number]
        if number < _WHOLE_LIST or len(parts) < number or len(_in_one_list(parts)) < number:
            continue
        left, actual = add_up(parts)
        if not rounding((group, *parts)) and all(one.method == "stated" for one in (group, *parts)):
            yield equal("sum.agencies", f"proactive.count {group.dims['agency']}", left, actual, group.value)
