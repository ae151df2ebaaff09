"""The identities that a report's figures must satisfy (docs/metrics.md); year.continuity needs the store."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.report.check_figures import Figures, add_up, equal, plain, rounded
from parsers.report.prose import Breakdown, Narrative
from parsers.report.records import Check, Metric
from parsers.report.table_checks import check_tables

# What the words call one thing and the fixed tables another.
_TABLE_NAMES = {"requests.received": "requests.new", "requests.answered": "requests.closed"}


_TEN_THOUSANDS = re.compile(r"\d+(?:[.．](?P<decimals>\d+))?[余多]?万")
_COUNTED = {"proactive": "proactive.count", "consultations": "consultations.total"}
_NEAR = 60  # characters
_NEARLY_ALL = 95  # percent
_MOST = 0.85  # of the total: a list that names less, and nothing as 其他, names only some of the parts
_REST = re.compile(r"其[他它余]|另有|另外")
_FEW = 2  # shares of which one may fit a wrong count by chance
_WHOLE_LIST = 3  # parts; "其中县直部门85条" or two such need not be the whole


def check_report(narrative: Narrative, table: Sequence[Metric]) -> Iterator[Check]:
    """All checks that the report's own figures allow; `ok` is None where a term is missing."""
    words, cells = Figures(narrative.metrics), Figures(table)
    both = Figures([*table, *narrative.metrics])
    unread = [metric for metric in narrative.metrics if metric.code.startswith("other.") and metric.unit != "%"]
    yield from _breakdowns(narrative.breakdowns, words, unread)
    yield from _channels(words, unread)
    yield from _channels(cells, [])
    yield from _agencies_with_shares(words)
    yield from _shares([*narrative.metrics, *table])
    yield from _growth(narrative, words)
    yield from check_tables(cells, both)
    yield from _words_against_table(words, cells)
    yield from _rates(both, narrative.carried_in)


def _breakdowns(breakdowns: Sequence[Breakdown], words: Figures, unread: Sequence[Metric]) -> Iterator[Check]:
    for breakdown in breakdowns:
        code = {"agency": "sum.agencies", "channel": "sum.channels", "category": "sum.categories"}[breakdown.kind]
        if len(breakdown.parts) < 2:
            continue
        left, actual = add_up(breakdown.parts)
        what = " ".join([breakdown.total.code, *breakdown.total.dims.values()])
        missing = _may_be_unread(breakdown.total.value - actual, breakdown.parts, unread)
        if why := _why_unequal(breakdown, actual, words) or missing:
            detail = f"{what}: {why}: {left} = {plain(actual)}; stated {plain(breakdown.total.value)}"
            yield Check(code, None, breakdown.total.value, actual, detail)
        else:
            yield equal(code, what, left, actual, breakdown.total.value)


def _why_unequal(breakdown: Breakdown, actual: float, words: Figures) -> str:
    """Why the parts need not add up to the total; "" where they must."""
    total = breakdown.total
    if breakdown.is_open:
        return "the list is open (等)"
    if total.method == "approximate" and actual != total.value:
        return "the total is rounded (余, 多)"
    if actual != total.value and abs(actual - total.value) <= _rounding((total, *breakdown.parts)):
        return "rounded (万)"
    has_rest = any(_REST.match(name) for part in breakdown.parts for name in part.dims.values())
    if actual < total.value * (0.5 if has_rest else _MOST):
        return "the list names some of the parts"  # 其中 takes out a few; a slip is no half
    if actual != total.value and any(other.value == actual for other in words.all_of(total.code)):
        return "the list breaks up another count"
    if len(breakdown.parts) < _WHOLE_LIST and actual < total.value:
        return "the list need not be complete"
    if actual < total.value and _shares_leave_room(breakdown.parts, words):
        return "the shares say that the list is not complete"
    if breakdown.kind == "channel" and actual > total.value:
        return "one item may stand in several channels"
    return ""


def _may_be_unread(difference: float, parts: Sequence[Metric], unread: Sequence[Metric]) -> str:
    """Why parts need not add up: a figure among them whose name could not be read is all that lacks."""
    first, last = min(part.evidence.start for part in parts), max(part.evidence.end for part in parts)
    near = [metric.value for metric in unread if first - _NEAR <= metric.evidence.start <= last + _NEAR]
    is_all = difference > 0 and (difference in near or sum(near) == difference)
    return "an item among them could not be read" if is_all else ""


def _rounding(metrics: Sequence[Metric]) -> float:
    """How far counts in 万 may be from what was counted: 8.7万 by 500."""
    said = [_TEN_THOUSANDS.search(metric.evidence.text) for metric in metrics]
    return sum(5_000 * 0.1 ** len(match["decimals"] or "") for match in said if match)


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


def _shares(metrics: Sequence[Metric]) -> Iterator[Check]:
    figures = Figures(metrics)
    for stem, counted in (("proactive", "proactive.count"), ("consultations", "consultations.total")):
        counted = counted if figures.value(counted) is not None else counted.replace(".count", ".cumulative")
        shares = figures.all_of(f"{stem}.share")
        parts = [figures.value(counted, **share.dims) if share.dims else None for share in shares]
        total = _base(shares, parts, figures.value(counted), metrics)
        for share, part in zip(shares, parts, strict=True):
            name = " ".join(share.dims.values()) or stem
            if part is None or not total:
                yield Check("share.matches", None, share.value, None, f"{name}: part or total is not stated")
            else:
                yield _is_share(share, part, total)


def _is_share(share: Metric, part: float, total: float) -> Check:
    name = " ".join(share.dims.values()) or share.code.partition(".")[0]
    return rounded("share.matches", f"{name}: {plain(part)}/{plain(total)}", 100 * part / total, share.value)


def _base(
    shares: Sequence[Metric], parts: Sequence[float | None], total: float | None, metrics: Sequence[Metric]
) -> float | None:
    """What the shares are shares of: the total, or where none is one of it, another count of which they all are."""
    known = [(share, part) for share, part in zip(shares, parts, strict=True) if part]
    if not total or len(known) < _FEW or any(_is_share(share, part, total).ok for share, part in known):
        return total
    counts = {metric.value for metric in metrics if metric.unit in "条件" and metric.value}
    fitting = [count for count in counts if all(_is_share(share, part, count).ok for share, part in known)]
    return fitting[0] if len(fitting) == 1 else total


def _growth(narrative: Narrative, words: Figures) -> Iterator[Check]:
    for metric, change in narrative.changes:
        growth = words.value(f"{metric.code.partition('.')[0]}.growth", **metric.dims)
        base = metric.value - change
        if growth is None or base <= 0:
            continue
        what = f"{metric.code}: {plain(change)}/({plain(metric.value)}-{plain(change)}={plain(base)})"
        yield rounded("growth.matches", what, 100 * change / base, growth)
    yield from _growth_over_last_year(narrative.metrics)


def _growth_over_last_year(metrics: Sequence[Metric]) -> Iterator[Check]:
    """公开286条,2016年公开251条,同比增长15.9%: both years' counts and the growth are stated."""
    known = {(metric.code, tuple(sorted(metric.dims.items())), metric.year): metric for metric in reversed(metrics)}
    for (code, dims, year), growth in known.items():
        stem, _, kind = code.partition(".")
        now, then = (known.get((_COUNTED.get(stem, ""), dims, one)) for one in (year, year - 1))
        if kind != "growth" or now is None or then is None or not then.value:
            continue
        if "approximate" in (now.method, then.method) or _rounding((now, then)):
            continue
        what = f"{now.code}: ({plain(now.value)}-{plain(then.value)})/{plain(then.value)}"
        yield rounded("growth.matches", what, 100 * (now.value - then.value) / then.value, growth.value)


def _words_against_table(words: Figures, cells: Figures) -> Iterator[Check]:
    for (code, dims), metric in words.by_key.items():
        name = _TABLE_NAMES.get(code, code)
        stated = cells.by_key.get((name, dims)) or cells.by_key.get((code, dims))
        value = stated.value if stated else _total_of_reasons(cells, name, dict(dims))
        if value is None:
            continue
        what = " ".join([code, *dict(dims).values()])
        difference = plain(Decimal(str(metric.value)) - Decimal(str(value)))
        detail = f"{what}: text {plain(metric.value)}; table {plain(value)}; difference {difference}"
        yield Check("narrative.table", metric.value == value, value, metric.value, detail)


def _total_of_reasons(cells: Figures, code: str, dims: dict[str, str]) -> float | None:
    """不予公开5件 in words is the sum over the reasons in the table; litigation the sum of its two blocks."""
    if code == "litigation.total" and not dims:
        blocks = [cells.value("litigation.direct.total"), cells.value("litigation.after_review.total")]
        known = [block for block in blocks if block is not None]
        return sum(known) if len(known) == len(blocks) else None
    parts = [m for m in cells.all_of(code) if "reason" in m.dims and m.dims.get("applicant") == dims.get("applicant")]
    return add_up(parts)[1] if parts and code.startswith("requests.") else None


def _rates(figures: Figures, carried_in: float) -> Iterator[Check]:
    for code in ("requests.answer_rate", "hotline.resolution_rate"):
        for metric in figures.all_of(code):
            ok = 0 <= metric.value <= 100
            yield Check("rate.possible", ok, 100, metric.value, f"{code} {plain(metric.value)} within 0..100")
    for received in figures.all_of("requests.received"):
        if set(received.dims) - {"agency"}:
            continue
        carried = figures.value("requests.carried_in") or carried_in
        for dims in (received.dims, {**received.dims, "timeliness": "on_time"}):
            answered = figures.value("requests.answered", **dims)
            if answered is None:
                continue
            bound = received.value + (0 if received.dims else carried)
            more = f" + carried in {plain(carried)}" if bound > received.value else ""
            detail = f"answered {plain(answered)} <= received {plain(received.value)}{more}"
            yield Check("rate.possible", answered <= bound, bound, answered, detail)
