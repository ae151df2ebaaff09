"""publish.burst and dates.forged: what was put up in a hurry, and days that cannot be true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.rules.portal_facts import (
    FIRST,
    HOME,
    LIMITS,
    NOW,
    codes,
    column,
    day,
    entry,
    facts,
    found,
    page,
)
from xuncha.rules.dates_forged import dates_forged
from xuncha.rules.publish_burst import publish_burst

# ── bursts ───────────────────────────────────────────────────────────────────


def listed(days, **over):
    """A column whose list shows entries of these days, the newest first."""
    ordered = sorted(days, reverse=True)
    entries = [replace(entry(one, n=n), position=n) for n, one in enumerate(ordered)]
    return column(*entries, **over)


BEFORE = [day(ago) for ago in (72, 66, 58, 51, 44, 39, 200, 180, 160)]
AFTER = [day(ago) for ago in (12, 3)]
BURST = [day(20 + n % 5) for n in range(16)]
EVEN = [day(4 * n) for n in range(50)]


def test_most_of_a_quarter_within_a_week():
    (condition,) = found(publish_burst, facts(columns=(listed([*BEFORE, *BURST, *AFTER]),)))
    evidence = condition.evidence
    assert (evidence["burst"], evidence["entries"], evidence["share"]) == (16, 24, 0.6667)
    assert (evidence["from"], evidence["to"]) == (day(24).isoformat(), day(20).isoformat())
    assert condition.subject == HOME and (NOW - condition.since).days == 19


@pytest.mark.parametrize(
    "columns",
    [
        (listed(EVEN),),
        (listed(BURST),),  # the list shows its newest only: what was before is not known
        (listed([date(2020, 1, 1), *BURST]),),
        (listed([*BEFORE, *BURST[:8]]),),  # too few
        (listed([*BEFORE, *BURST], kind="planning"),),
        (listed([*BEFORE, *BURST], name="部门预算公开"),),
        (listed([*BEFORE, *[day(20)] * 90]),),  # one day: moved
        (listed([*BEFORE[6:], *BURST]),),  # silent before: it took up work
        (listed([*BEFORE, *BURST, *(day(n) for n in range(18))]),),  # and went on
        (listed([one - timedelta(days=300) for one in (*BEFORE, *BURST, *AFTER)]),),  # history
        (),
    ],
)
def test_what_is_no_burst(columns):
    assert not codes(publish_burst, facts(columns=columns))


def test_pinned_entries_do_not_show_how_far_back_a_list_reaches():
    old = [replace(entry(date(2019, 1, n + 1), "长期有效", n=n), position=n) for n in range(4)]
    dated = sorted([*(day(ago) for ago in (28, 31, 34)), *BURST], reverse=True)
    new = [replace(entry(one, n=n), position=n + 4) for n, one in enumerate(dated)]
    assert not codes(publish_burst, facts(columns=(column(*old, *new),)))


def undated(given):
    """The column with no days in its list, and the entries' own pages, which show them."""
    pages = tuple(page(entry.url, published_on=entry.dated) for entry in given.entries)
    return replace(given, entries=tuple(replace(one, dated=None, date_source=None) for one in given.entries)), pages


def test_days_that_only_the_articles_show():
    given, pages = undated(listed([*BEFORE, *BURST, *AFTER]))
    assert codes(publish_burst, facts(columns=(given,), pages=pages)) == ["publish.burst"]
    even, pages = undated(listed(EVEN))
    assert not codes(publish_burst, facts(columns=(even,), pages=pages))


def sheets(first, second, sheet=HOME + "c1/index_1.html"):
    """A column with its first sheet, and the articles that only its second one lists."""
    urls = iter(f"{HOME}c1/t{n}.html" for n in range(100))
    given = listed(first)
    given = replace(given, entries=tuple(replace(one, url=next(urls)) for one in given.entries))
    further = tuple(page(next(urls), published_on=one) for one in second)
    return facts(columns=(given,), pages=(*further, page(sheet, kind="column")))


def test_a_burst_that_fills_the_first_sheet_is_seen_where_the_next_was_read():
    (condition,) = found(publish_burst, sheets([*BURST, *AFTER], BEFORE))
    assert (condition.evidence["burst"], condition.evidence["entries"]) == (16, 24)
    assert not codes(publish_burst, sheets(BURST, [day(26 + n // 2) for n in range(40)]))  # a busy portal
    assert not codes(publish_burst, sheets([*BURST, *AFTER], BEFORE, sheet=HOME + "c2/index_1.html"))


@pytest.mark.parametrize(("inspection", "expected"), [(day(10), 1), (day(-30), 0), (day(30), 0)])
def test_known_inspections_decide_which_bursts_count(inspection, expected):
    limits = type(LIMITS)({**LIMITS._table, "burst": {**LIMITS._table["burst"], "inspections": [inspection]}})
    given = facts(columns=(listed([*BEFORE, *BURST, *AFTER]),))
    assert len(list(publish_burst(given, limits))) == expected


# ── made-up dates ────────────────────────────────────────────────────────────

LOOK = NOW - timedelta(days=1)
OLD = [entry(date(2025, 11, 1) + timedelta(days=n), "旧", n=n) for n in range(4)]


def late(dated, n, looked=LOOK, seen=NOW):
    return replace(entry(dated, "补", seen, n=n), looked_before=looked)


def test_entries_that_appear_with_old_dates():
    new = [late(day(10 + 14 * n), n) for n in range(8)]
    (condition,) = found(dates_forged, facts(columns=(column(*OLD, *new),)))
    assert condition.evidence["backdated"] == 8 and condition.since == NOW
    assert condition.severity == "critical" and condition.evidence["veto"]
    (by_2015,) = found(dates_forged, facts(columns=(column(*OLD, *new),)), "pucha-2015")
    assert by_2015.severity == "warning" and not by_2015.evidence["veto"]


@pytest.mark.parametrize(
    "given",
    [
        column(*OLD, *(late(day(0), n) for n in range(8))),
        column(*OLD, *(late(day(10 + n), n) for n in range(4))),
        column(*OLD, *(late(day(5), n) for n in range(8))),  # within the week that signing and putting up may take
        column(*OLD, *(late(day(30 + n), n) for n in range(5)), *(late(day(0), 20 + n) for n in range(9))),
        column(*OLD, *(late(day(10 + n), n) for n in range(8)), kind="policy"),
        column(*OLD, *(late(day(10 + n), n) for n in range(8)), confidence=0.4),
        column(*OLD, *(late(date(2024, 1, n + 1), n) for n in range(8))),  # came up from the second sheet
        column(*OLD, *(replace(late(day(10 + n), n), looked_before=None) for n in range(8))),
        column(*OLD, *(replace(late(day(40), n), url=OLD[n % 4].url) for n in range(8))),  # a title was edited
        column(*(entry(day(40), n=n, first_seen=FIRST) for n in range(12))),  # one busy day
    ],
)
def test_dates_that_may_be_true(given):
    assert not codes(dates_forged, facts(columns=(given,)))


def moved(address="2025{0:02}/t2025{0:02}05_{0}.html", many=9, dated=40, **over):
    """A column whose entries all carry one day."""
    entries = [
        replace(entry(None if dated is None else day(dated), n=n), url=HOME + address.format(n)) for n in range(1, many)
    ]
    return column(*entries, **over)


@pytest.mark.parametrize("kind", ["news", "notice", "policy"])
@pytest.mark.parametrize("address", ["2025{0:02}/t2025{0:02}05_{0}.html", "art/2025/{0}/5/art_9_{0}.html"])
def test_one_day_for_what_happened_in_many_months(kind, address):
    (condition,) = found(dates_forged, facts(columns=(moved(address, kind=kind),)))
    assert (condition.evidence["kind"], condition.severity) == ("one_day", "info")
    assert not condition.evidence["veto"]


@pytest.mark.parametrize(("kind", "expected"), [("notice", ["dates.forged"]), ("policy", [])])
def test_signatures_tell_of_other_days_but_policies_are_signed_before_they_are_put_up(kind, expected):
    given = moved("show.asp?id={0}", kind=kind, dated=None)
    pages = tuple(
        page(one.url, published_on=day(40), meta={"signed_on": f"2025-0{n}-03"})
        for n, one in enumerate(given.entries, 1)
    )
    assert codes(dates_forged, facts(columns=(given,), pages=pages)) == expected


@pytest.mark.parametrize(
    "given",
    [
        moved("20260506/t20260506_{0}.html"),  # told within days
        moved(many=7),
        moved(kind="planning"),
        moved("show.asp?id={0}"),
    ],
)
def test_one_busy_day(given):
    assert not codes(dates_forged, facts(columns=(given,)))
