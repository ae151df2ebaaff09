from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.portal_facts import FIRST, HOME, LIMITS, NOW, column, day, entry, facts, found, page, visit
from xuncha.rules.column_stale import column_stale
from xuncha.rules.due import due_after


def stale(*columns, **over):
    return found(column_stale, facts(columns=columns, **over))


@pytest.mark.parametrize(
    ("kind", "age", "severity"),
    [
        ("news", 0, None),
        ("news", 14, None),
        ("news", 15, "warning"),
        ("notice", 182, None),
        ("notice", 183, "warning"),
        ("policy", 400, "warning"),
        ("planning", 365, None),
        ("planning", 366, "info"),
        ("other", 729, "info"),
        ("other", 731, "warning"),
        ("guide", 4000, None),
        ("static", 4000, None),
        ("report", 4000, None),
    ],
)
def test_each_kind_has_its_limit(kind, age, severity):
    conditions = stale(column(entry(day(age)), kind=kind))
    assert [c.severity for c in conditions] == ([severity] if severity else [])


def test_evidence_lets_a_third_party_check_it():
    newest = replace(entry(date(2026, 5, 20), "县长调研"), date_source="list", date_text="[05-20]")
    (condition,) = stale(column(newest))
    assert condition.since == datetime(2026, 6, 3, 16, tzinfo=UTC)  # midnight in China: 3 June is over
    assert condition.evidence["newest_title"] == "县长调研"
    assert condition.evidence["newest"] == "2026-05-20"
    assert condition.evidence["date_text"] == "[05-20]"
    assert (condition.evidence["limit_days"], condition.evidence["days_over"]) == (14, 12)
    assert condition.evidence["verified"] is True


def test_midnight_in_china_decides():
    silent = column(entry(date(2026, 5, 20)))
    midnight = datetime(2026, 6, 3, 16, tzinfo=UTC)
    assert stale(silent, as_of=midnight)
    assert not stale(silent, as_of=midnight - timedelta(seconds=1))


def test_pinned_old_entry_on_top_changes_nothing():
    assert not stale(column(entry(day(900), "置顶"), entry(day(2))))


def test_future_dates_are_no_update():
    assert stale(column(entry(day(-3)), entry(day(40))))


def test_undated_entry_takes_the_date_of_its_own_page():
    undated = entry(None)
    article = page(undated.url, published_on=day(1))
    assert not stale(column(undated, entry(day(90))), pages=(article,))


def test_undated_entry_that_appeared_between_patrols_is_a_sign_of_life():
    new = entry(None, first_seen=NOW - timedelta(days=2))
    assert not stale(column(new, entry(day(90))))


def test_undated_entry_of_the_first_patrol_counts_as_nothing():
    assert stale(column(entry(None), entry(day(90))))


def test_old_dated_entry_that_appears_late_is_no_update():
    assert stale(column(entry(day(90), first_seen=NOW - timedelta(days=1))))


def test_only_undated_entries_are_silent_once_watched_for_the_limit():
    (condition,) = stale(column(entry(None)))
    assert condition.evidence["newest"] is None
    assert not stale(column(entry(None, first_seen=NOW), first_seen_at=NOW))


@pytest.mark.parametrize("outcome", ["failed", "http_error", "blocked", "robots"])
def test_column_that_could_not_be_read_is_not_stale(outcome):
    shown = column(entry(day(20)), last_visit_at=NOW - timedelta(days=10))
    tried = page(shown.url, visit(outcome, NOW - timedelta(days=1)))
    assert not stale(shown, pages=(tried,))


def test_column_never_shown_or_filled_by_script_is_not_stale():
    assert not stale(column(entry(day(900)), last_visit_at=None))
    assert not stale(column(entry(day(900)), script_filled=True, entries_found=0))


def test_silence_nobody_has_looked_at_since_is_only_a_hint():
    (condition,) = stale(column(entry(day(30)), last_visit_at=NOW - timedelta(days=28)))
    assert (condition.severity, condition.evidence["looked_since"]) == ("info", False)


def test_guessed_class_is_only_a_hint():
    assert stale(column(entry(day(30)), confidence=0.3))[0].severity == "info"


def test_home_pages_own_list_is_no_column():
    assert not stale(column(entry(day(900)), url=facts().portal.home_url))


def test_rule_set_of_2015_has_a_verified_year_for_planning():
    given = facts(columns=(column(entry(day(400)), kind="planning"),))
    assert found(column_stale, given, "pucha-2015")[0].severity == "warning"


def test_silence_is_an_indexed_date():
    given = facts(columns=(column(entry(day(3))), column(entry(day(40)), n=2)))
    stale_after, next_due = due_after(given, LIMITS)
    assert set(stale_after) == {1, 2}
    assert next_due == stale_after[1] > NOW > stale_after[2]
    assert stale(given.columns[0], as_of=next_due) and not stale(
        given.columns[0], as_of=next_due - timedelta(seconds=1)
    )


dates = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))
entries = st.lists(
    st.builds(
        entry,
        dates,
        first_seen=st.integers(0, 160).map(lambda days: FIRST + timedelta(days=days)),
    ),
    max_size=6,
)
kinds = st.sampled_from(["news", "notice", "policy", "planning", "other", "guide", "report"])


@given(entries, kinds)
def test_an_entry_of_today_never_opens_column_stale(given_entries, kind):
    assert not stale(column(*given_entries, entry(day(0)), kind=kind))


@given(entries, kinds, st.integers(0, 400))
def test_once_stale_time_alone_never_heals(given_entries, kind, days):
    later = NOW + timedelta(days=days)
    past = [e for e in given_entries if e.dated is None or e.dated <= day(0)]
    if stale(column(*past, kind=kind)):
        assert stale(column(*past, kind=kind), as_of=later)


@given(entries, kinds)
def test_since_is_never_in_the_future(given_entries, kind):
    assert all(FIRST - timedelta(days=20000) < c.since <= NOW for c in stale(column(*given_entries, kind=kind)))


@pytest.mark.parametrize(
    ("first", "further", "expected"),
    [
        ("c/18400.html", "c/18400_10.html", 1),
        ("c/", "c/index_1.html", 1),
        ("c/index.html", "c/index_2.html", 1),
        ("c/18400.html", "c/18401.html", 2),
        ("col25/list-24.html", "col25/list-25.html", 2),
    ],
)
def test_further_sheet_of_a_list_is_no_column_of_its_own(first, further, expected):
    columns = tuple(column(entry(day(300)), url=HOME + path, n=n) for n, path in enumerate((first, further)))
    assert len(found(column_stale, facts(columns=columns))) == expected
