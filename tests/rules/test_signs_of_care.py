"""interaction.unanswered, tags.missing, page.soft_404, and the columns that the law demands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.rules.portal_facts import (
    HOME,
    NOW,
    check,
    codes,
    column,
    day,
    entry,
    facts,
    found,
    home,
    page,
    target,
    visit,
)
from xuncha.rules.column_missing import column_missing
from xuncha.rules.interaction_unanswered import interaction_unanswered
from xuncha.rules.links import links
from xuncha.rules.page_soft_404 import page_soft_404
from xuncha.rules.page_undated import page_undated
from xuncha.rules.tags_missing import tags_missing

# ── letters ──────────────────────────────────────────────────────────────────


def letterbox(asked_ago, state="open", own=None, **over):
    letter = entry(day(asked_ago), "关于停水的咨询")
    box = column(letter, **{"kind": "interaction", "name": "政务咨询", **over})
    rows = [{"url": letter.url, "title": letter.title, "state": state}] if state else []
    shown = page(box.url, kind="column", meta={"letters": rows})
    own_page = page(letter.url, meta={"letter": own}) if own else None
    return facts(columns=(box,), pages=(shown, *([own_page] if own_page else [])))


def test_a_letter_that_nobody_answers():
    (condition,) = found(interaction_unanswered, letterbox(120))
    assert condition.severity == "critical" and condition.evidence["veto"]
    assert condition.evidence["letters"][0]["asked"] == day(120).isoformat()


@pytest.mark.parametrize(("ago", "expected"), [(80, 0), (91, 0), (92, 0), (93, 1), (364, 1), (367, 0)])
def test_three_months_within_a_year(ago, expected):
    assert len(found(interaction_unanswered, letterbox(ago))) == expected


@pytest.mark.parametrize(
    "given",
    [
        letterbox(120, state="answered"),
        letterbox(120, state=None),
        letterbox(120, name="调查征集"),
        letterbox(120, name="投诉举报"),
        letterbox(120, name="在线访谈"),
        letterbox(120, kind="news"),
        letterbox(120, last_visit_at=NOW - timedelta(days=60)),  # when we looked, there was time left
        letterbox(120, last_visit_at=None),
        letterbox(120, own={"asked": day(120).isoformat(), "state": "answered"}),
        letterbox(120, own={"asked": day(20).isoformat(), "state": "open"}),
    ],
)
def test_letters_that_may_be_answered(given):
    assert not codes(interaction_unanswered, given)


def test_the_letters_own_page_is_enough():
    own = {"asked": day(150).isoformat(), "state": "open"}
    (condition,) = found(interaction_unanswered, letterbox(100, state=None, own=own))
    assert condition.evidence["oldest"] == day(150).isoformat()


# ── tags ─────────────────────────────────────────────────────────────────────

SITE = {"SiteName": "某县人民政府", "SiteIDCode": "4104000031"}


def texts(number, **meta):
    return tuple(page(f"{HOME}a/{n}.html", meta=meta) for n in range(number))


def test_tags_that_the_templates_lack():
    (condition,) = found(
        tags_missing, facts(home=home(meta={"SiteName": "某县"}), pages=texts(4, PubDate="2026-01-01"))
    )
    assert condition.evidence["tags"] == ["SiteIDCode", "ArticleTitle"] and condition.subject == HOME
    assert [one["tag"] for one in condition.evidence["not_judged"]] == ["ContentSource"]


@pytest.mark.parametrize(
    "given",
    [
        facts(home=home(meta=SITE)),
        facts(home=home(meta=SITE), pages=texts(2)),  # an oversight
        facts(home=home(meta=SITE), pages=(*texts(2), *texts(3, ArticleTitle="标题", PubDate="2026-01-01"))),
        facts(home=replace(home(), kind="stub")),
        facts(home=home(visit("failed"))),
        facts(home=None),
    ],
)
def test_tags_that_are_there_or_cannot_be_told(given):
    assert not codes(tags_missing, given)


def test_a_stub_owes_no_tags_but_the_home_page_behind_it_does():
    front = page(HOME + "portal/index.html", kind="home", meta=SITE)
    stub = home(meta={"moved_to": front.url})
    assert not codes(tags_missing, facts(home=stub, pages=(stub, front)))
    assert codes(tags_missing, facts(home=stub, pages=(stub, replace(front, meta={})))) == ["tags.missing"]


# ── a page that is not there ─────────────────────────────────────────────────


def gone(why="words", hours=1):
    return visit(at=NOW - timedelta(hours=hours), reason=f"soft_404:{why}")


def test_a_page_that_says_it_is_not_there():
    given = facts(pages=(page(HOME + "x.html", gone(), gone("title", 25), visit(at=NOW - timedelta(days=9))),))
    (condition,) = found(page_soft_404, given)
    assert condition.since == NOW - timedelta(hours=25) and len(condition.evidence["times"]) == 2


@pytest.mark.parametrize(
    "given",
    [
        page(),
        page(HOME + "x.html", visit(), gone(hours=25)),
        page(HOME + "x.pdf", gone("html_for_file")),
        page(HOME + "x.html", visit("redirect", status=302, reason="soft_404:redirect_home")),
        page(HOME + "x.html", visit("http_error", status=404, reason="http_404")),
        page(HOME + "search?q=x", gone()),  # nothing found is an answer
        page(HOME + "utils/search-abc.html", gone()),
        page(HOME + "404.html", gone("title")),
    ],
)
def test_pages_that_are_there_or_say_so_honestly(given):
    assert not codes(page_soft_404, facts(pages=(given,)))


def test_a_page_not_found_owes_no_date():
    assert not codes(page_undated, facts(pages=(page(HOME + "x.html", gone(), published_on=None),)))


def test_a_search_without_results_is_no_dead_link():
    dead = check(reason="soft_404:words", status=200)
    looked_for = replace(target(dead), url=HOME + "search?q=x")
    assert codes(links, facts(targets=(target(dead),))) == ["link.dead"]
    assert not codes(links, facts(targets=(looked_for,)))


# ── what the law demands ─────────────────────────────────────────────────────

REPORTS = column(kind="report", name="年度报告", n=5)


def missing(**over):
    return [condition.subject for condition in found(column_missing, facts(**{"columns": (REPORTS,), **over}))]


def test_guide_catalogue_and_application_are_demanded():
    assert missing() == ["公开指南", "公开目录", "依申请公开"]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"columns": (REPORTS, column(name="信息公开指南", n=2), column(name="公开目录", n=3))}, ["依申请公开"]),
        ({"pages": (page(title="某县政府信息公开目录"),)}, ["公开指南", "依申请公开"]),
        ({"pages": (home(meta={"disclosure_words": ["公开指南", "市政府信息公开目录", "申请公开"]}),)}, []),
        ({"columns": (column(),)}, ["年度报告"]),  # a channel of a city's portal may leave the rest to it
        ({"columns": (column(name="政务公开"), column(name="重点领域信息公开", n=2))}, None),
        ({"home": home(meta={"script_filled": True})}, []),
        ({"runs": ()}, []),
        ({"columns": ()}, []),
    ],
)
def test_what_is_named_anywhere_is_not_missing(over, expected):
    names = ["年度报告", "公开指南", "公开目录", "依申请公开"] if expected is None else expected
    assert missing(**over) == names
