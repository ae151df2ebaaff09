import re
from datetime import timedelta

import pytest

from storage.records import CheckSeen
from tests.rules.portal_facts import (
    HOME,
    LIMITS,
    NOW,
    check,
    column,
    day,
    entry,
    facts,
    home,
    page,
    probes,
    report,
    run,
    target,
    visit,
)
from xuncha.rules import RULES, sentence
from xuncha.rules.wording import SENTENCES


def everything():
    """Facts in which every kind of finding occurs somewhere."""
    wrong = CheckSeen("requests.balance", False, 283.0, 278.0, "257 + 21 ≠ 278 + 5")
    repairs = ({"before": "æ”¿åºœ", "after": "政府", "kind": "mojibake"},)
    stale = tuple(column(entry(day(300), n=n), n=n) for n in range(1, 11))
    yield facts(columns=(*stale, *(column(n=n) for n in range(11, 17))))
    yield facts(columns=(column(entry(day(900)), kind="other"), column(entry(None), n=2)))
    yield facts(columns=(column(kind="report", entries_found=1), column(entry(day(9)), n=2, entries_found=0)))
    yield facts(targets=(target(check()), target(check(reason="timeout"), check(reason="http_503", ago=9))))
    yield facts(targets=(target(check(), kinds=("image",)),))
    yield facts(targets=(target(check(reason="x", status=500), check(ago=9), kinds=("attachment", "page")),))
    yield facts(pages=tuple(page(f"{HOME}{n}", published_on=None) for n in range(30)))
    yield facts(pages=(page(published_on=None, text_length=0, damage=0.2, repairs=repairs), page(published_on=None)))
    yield facts(reports=(report(2025, day(20), checks=(wrong,)), report(2020, day(2300))))
    yield facts(home=home(visit("failed", reason="timeout")), runs=(run(stats={"pages": 0}), run()))
    yield facts(home=home(visit("blocked", status=412)))
    yield facts(probes=probes(200, 20), runs=(run(timedelta(days=9)),))
    yield facts(runs=(run(status="failed", reason="KeyError: 'x'"),))
    yield facts(runs=(run(stats={"pages": 0}), run()))


CONDITIONS = [c for given in everything() for rule in RULES for c in rule(given, LIMITS)]


def test_every_kind_of_finding_has_a_sentence_and_occurs_here():
    assert {c.code for c in CONDITIONS} == set(SENTENCES)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sentences_are_whole(lang):
    for c in CONDITIONS:
        text = sentence(c.code, c.subject, c.evidence, c.since, lang)
        assert not re.search(r"[{}?]|None", text), text
        assert bool(re.search(r"[\u4e00-\u9fff]{4}", text)) or lang == "en"


def test_stale_column_reads_as_a_sentence():
    (c,) = [c for c in CONDITIONS if c.evidence.get("kind") == "other"]
    assert sentence(c.code, c.subject, c.evidence, c.since, "zh") == (
        f"栏目“栏目1”自{day(900)}以来没有更新，超过规定的12个月已534天（该期限未经核实）"
    )
    assert sentence(c.code, c.subject, c.evidence, c.since, "en") == (
        f"Column “栏目1” has had no update since {day(900)}:"
        " 534 days over the limit of 12 months (this limit is not verified)"
    )


def test_evidence_of_an_older_version_still_reads():
    assert "?" in sentence("column.stale", HOME, {}, NOW, "zh")
    assert sentence("something.new", HOME, {}, NOW, "en") == f"something.new: {HOME}"
