"""The identities that a report's figures must satisfy (docs/metrics.md); year.continuity needs the store."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.report.check_figures import Figures, add_up, plain, rounded, rounding
from parsers.report.check_sums import check_sums
from parsers.report.prose import Breakdown, Narrative
from parsers.report.records import Check, Metric
from parsers.report.table_checks import check_tables

# What the words call one thing and the fixed tables another.
_TABLE_NAMES = {"requests.received": "requests.new", "requests.answered": "requests.closed"}


_COUNTED = {"proactive": "proactive.count", "consultations": "consultations.total"}
_FEW = 2  # shares of which one may fit a wrong count by chance


def check_report(narrative: Narrative, table: Sequence[Metric]) -> Iterator[Check]:
    """All checks that the report's own figures allow; `ok` is None where a term is missing."""
    year = max((metric.year for metric in (*narrative.metrics, *table)), default=0)
    words, cells = Figures(one for one in narrative.metrics if one.year == year), Figures(table)
    both = Figures([*table, *(one for one in narrative.metrics if one.year == year)])
    yield from check_sums(narrative, words, cells)
    yield from _shares([*narrative.metrics, *table], narrative.breakdowns)
    yield from _request_shares(narrative, words)
    yield from _growth(narrative, words)
    yield from _request_growth(narrative)
    yield from check_tables(cells, both)
    if cells.value("requests.closed") is None:
        yield from _balance(words)
    yield from _words_against_table(words, cells)
    yield from _rates(both, narrative.carried_in)


def _shares(metrics: Sequence[Metric], breakdowns: Sequence[Breakdown]) -> Iterator[Check]:
    figures = Figures(metrics)
    broken_up = {part.key: one.total.value for one in breakdowns for part in one.parts}
    for stem, counted in (("proactive", "proactive.count"), ("consultations", "consultations.total")):
        counted = counted if figures.all_of(counted) else counted.replace(".count", ".cumulative")
        shares = figures.all_of(f"{stem}.share")
        parts = [figures.value(counted, **share.dims) if share.dims else None for share in shares]
        stated = figures.value(counted)
        if stated is None and not any(set(share.dims) == {"channel"} for share in shares):
            stated = _only_channel(figures, counted)
        base = _base(shares, parts, stated, metrics)
        for share, part in zip(shares, parts, strict=True):
            name = " ".join(share.dims.values()) or stem
            inner = broken_up.get((counted, tuple(sorted(share.dims.items())), share.year))
            fits = part is not None and inner and _is_share(share, part, inner).ok
            total = inner if fits else base
            if part is None or not total:
                yield Check("share.matches", None, share.value, None, f"{name}: part or total is not stated")
            else:
                yield _is_share(share, part, total)


def _request_shares(narrative: Narrative, words: Figures) -> Iterator[Check]:
    """网上申请63件,占76%: the shares of requests have no code, and must be right all the same."""
    total = words.value("requests.received")
    for part, share in narrative.shares:
        if total and part.value <= total:
            what = f"{' '.join(part.dims.values())}: {plain(part.value)}/{plain(total)}"
            yield rounded("share.matches", what, 100 * part.value / total, share)


def _request_growth(narrative: Narrative) -> Iterator[Check]:
    """收到204件,2023年为240件,下降25%: where both years' counts are told the growth must be theirs."""
    received = [one for one in narrative.metrics if one.code == "requests.received" and not one.dims]
    year = max((one.year for one in narrative.metrics), default=0)
    now, then = (next((one for one in received if one.year == at), None) for at in (year, year - 1))
    if now is None or then is None or not then.value or "approximate" in (now.method, then.method):
        return
    for growth in narrative.growths[:1]:
        what = f"requests.received: ({plain(now.value)}-{plain(then.value)})/{plain(then.value)}"
        yield rounded("growth.matches", what, 100 * (now.value - then.value) / then.value, growth)


def _only_channel(figures: Figures, code: str) -> float | None:
    """全年通过网站公开868条: the count on the one channel is the total where no other is told."""
    channels = [metric for metric in figures.all_of(code) if set(metric.dims) == {"channel"}]
    return channels[0].value if len(channels) == 1 else None


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
        before = next(
            (one for one in narrative.metrics if one.key[:2] == metric.key[:2] and one.year == metric.year - 1), None
        )
        if (
            before is not None
            and not {"approximate"} & {metric.method, before.method}
            and not rounding((metric, before))
        ):
            real = metric.value - before.value
            detail = (
                f"{metric.code}: {plain(metric.value)}-{plain(before.value)} = {plain(real)}; stated {plain(change)}"
            )
            yield Check("growth.matches", real == change, change, real, detail)
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
        if "approximate" in (now.method, then.method) or rounding((now, then)):
            continue
        what = f"{now.code}: ({plain(now.value)}-{plain(then.value)})/{plain(then.value)}"
        yield rounded("growth.matches", what, 100 * (now.value - then.value) / then.value, growth.value)


def _balance(words: Figures) -> Iterator[Check]:
    """新收352件,上年结转17件,办结349件,结转下年度30件: what came in words must be what went or is left."""
    came = words.value("requests.new") or words.value("requests.received")
    carried, left = words.value("requests.carried_in"), words.value("requests.carried_out")
    done = words.value("requests.answered")
    if None in (came, carried, left, done) or not (came and done):
        return
    before, after = came + (carried or 0), done + (left or 0)
    if before != after and came == after and not _says_new(words):
        return  # what was received holds what was carried in
    sign = "=" if before == after else "≠"
    what = f"in words: {plain(came)} + {plain(carried or 0)} {sign} {plain(done)} + {plain(left or 0)}"
    yield Check("requests.balance", before == after, before, after, what)


def _says_new(words: Figures) -> bool:
    """新收352件, and not 办理 or 收到 369件 with those of the year before."""
    metric = words.by_key.get(("requests.new", ())) or words.by_key.get(("requests.received", ()))
    return metric is not None and "新" in metric.evidence.text


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
