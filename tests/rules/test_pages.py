import pytest

from tests.rules.portal_facts import HOME, codes, facts, found, page, visit
from xuncha.rules.page_blank import page_blank
from xuncha.rules.page_garbled import page_garbled
from xuncha.rules.page_undated import page_undated


def pages(number, **over):
    return tuple(page(f"{HOME}a/{n}.html", **over) for n in range(number))


def test_few_undated_pages_are_named_one_by_one():
    conditions = found(page_undated, facts(pages=pages(20, published_on=None)))
    assert len(conditions) == 20 and {c.severity for c in conditions} == {"info"}


def test_many_undated_pages_are_one_fault_of_the_template():
    given = facts(pages=pages(21, published_on=None) + tuple(page(f"{HOME}b/{n}") for n in range(21)))
    (condition,) = found(page_undated, given)
    assert (condition.subject, condition.severity, condition.evidence["share"]) == (HOME, "warning", 0.5)
    assert len(condition.evidence["sample"]) == 10


@pytest.mark.parametrize(
    "over",
    [
        {},
        {"kind": "column"},
        {"title": "联系我们"},
        {"title": "领导班子"},
        {"title": "组织机构"},
        {"title": "某某县教育局机构职能"},
        {"text_length": 0},
        {"visits": (visit("http_error"),)},
        {"meta": {"script_filled": 1}},
    ],
)
def test_page_that_promises_no_date_is_not_undated(over):
    given = page(**({"published_on": None, **over} if over else {}))
    assert not found(page_undated, facts(pages=(given,)))


def test_an_article_about_a_guide_owes_its_date():
    assert found(page_undated, facts(pages=(page(title="关于印发服务指南编制要求的通知", published_on=None),)))


@pytest.mark.parametrize(
    ("over", "blank"),
    [
        ({"meta": {"blank": True}}, True),
        ({"meta": {"blank": False}, "text_length": 0}, False),  # a scanned notice: the parser saw its picture
        ({"text_length": 0}, True),
        ({"text_length": 0, "title": None}, False),
        ({"text_length": 0, "kind": "attachment"}, False),
        ({"text_length": 0, "visits": (visit("failed"),)}, False),
        ({"text_length": 0, "meta": {"script_filled": True}}, False),
        ({}, False),
    ],
)
def test_blank_page_is_an_empty_shell(over, blank):
    assert codes(page_blank, facts(pages=(page(**over),))) == (["page.blank"] if blank else [])


def test_garbled_page_shows_before_and_after():
    repairs = tuple(
        {"kind": "mojibake", "before": f"æ{n}", "after": f"政{n}", "start": n, "end": n + 1} for n in range(9)
    )
    given = page(damage=0.3, damage_family="utf8-as-cp1252", repairs=repairs)
    (condition,) = found(page_garbled, facts(pages=(given,)))
    assert condition.evidence["family"] == "utf8-as-cp1252" and condition.evidence["share"] == 0.3
    assert condition.evidence["sample"][0] == {"before": "æ0", "after": "政0", "kind": "mojibake"}
    assert (len(condition.evidence["sample"]), condition.evidence["repairs"]) == (5, 9)


def test_letters_that_a_database_lost_are_damage_too():
    (condition,) = found(page_garbled, facts(pages=(page(meta={"lost_letters": 0.9}),)))
    assert (condition.evidence["family"], condition.evidence["share"]) == ("question_marks", 0.9)


@pytest.mark.parametrize(("damage", "garbled"), [(0.0, False), (0.004, False), (0.005, True), (1.0, True)])
def test_stray_sign_is_no_garbled_page(damage, garbled):
    assert bool(found(page_garbled, facts(pages=(page(damage=damage),)))) is garbled
