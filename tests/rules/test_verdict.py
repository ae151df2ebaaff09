from datetime import timedelta

import pytest

from tests.rules.portal_facts import HOME, LIMITS, NOW, column, day, entry, facts, home, page, run, visit
from xuncha.rules import RULES, verdict_of, verdict_sentence


def verdict(**over):
    given = facts(**over)
    return verdict_of(given, [c for rule in RULES for c in rule(given, LIMITS)], LIMITS)


def judged(**over):
    given = verdict(**over)
    return given.verdict, given.word, [r.get("code") or r["missing"] for r in given.reasons]


FRESH = column(entry(day(1)))
SILENT = column(entry(day(90)), n=2)
DOWN = visit("failed", NOW - timedelta(hours=1), reason="dns")


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"columns": (FRESH,)}, ("pass", "alive", [])),
        ({"columns": (FRESH, SILENT)}, ("pass", "stale", [])),
        ({"columns": (SILENT,)}, ("fail", "zombie", ["site.home_stale", "columns.all_silent"])),
        ({"columns": (column(),)}, ("unknown", "zombie", ["home_news", "columns.all_silent"])),
        (
            {"columns": (FRESH, *(column(n=n) for n in range(2, 7)))},
            ("fail", "zombie", ["columns.empty_many"]),
        ),
        ({"runs": ()}, ("unknown", "unknown", ["patrol"])),
        ({"home": None}, ("unknown", "unknown", ["home_page"])),
        ({}, ("unknown", "unknown", ["columns"])),
        ({"home": home(DOWN), "columns": (FRESH,)}, ("unknown", "unreachable", ["home_page"])),
        (
            {"home": home(DOWN, visit("failed", NOW - timedelta(hours=25))), "columns": (FRESH,)},
            ("fail", "unreachable", ["site.unreachable"]),
        ),
        ({"home": home(visit("blocked")), "columns": (SILENT,)}, ("blocked", "unknown", ["site.blocked"])),
        ({"runs": (run(status="failed"),), "columns": (FRESH,)}, ("unknown", "unknown", ["whole_patrol"])),
        (
            {"home": home(meta={"own_words": "网站升级改版中"}), "columns": (FRESH,)},
            ("suspended", "unknown", ["site.suspended"]),
        ),
        ({"columns": (FRESH, column(entry(day(4000)), n=3, kind="static"))}, ("pass", "alive", [])),
    ],
)
def test_verdict_and_plain_word(over, expected):
    assert judged(**over) == expected


def test_small_portal_is_a_zombie_when_every_column_is_silent_though_the_set_passes_it():
    """A home page with news of its own keeps the verdict; the word says what a citizen sees."""
    own = column(*(entry(day(n), n=n) for n in range(3)), url=HOME, depth=0, n=9)
    given = verdict(columns=(own, SILENT))
    assert (given.verdict, given.word) == ("pass", "zombie")
    assert verdict_sentence(given, "zh") == "合格（僵尸网站）：应更新的1个栏目全部停更或空白"


def test_column_that_could_not_be_read_speaks_for_nobody():
    tried = page(SILENT.url, visit("failed"))
    unread = column(entry(day(90)), n=2, last_visit_at=NOW - timedelta(days=80))
    assert judged(columns=(FRESH, unread), pages=(tried,))[1] == "alive"
