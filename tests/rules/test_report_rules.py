"""report.changed, report.copied, report.unreadable, and what one year's report carries over to the next."""

from datetime import timedelta

import pytest

from storage.records import CheckSeen
from tests.rules.portal_facts import FIRST, HOME, NOW, codes, day, facts, found, page, report
from tests.storage.samples import NOW as STORED
from tests.storage.samples import content, patrol
from tests.storage.samples import report as seen_report
from xuncha.rules.report_changed import report_changed
from xuncha.rules.report_copied import report_copied
from xuncha.rules.report_inconsistent import report_inconsistent
from xuncha.rules.report_unreadable import report_unreadable
from xuncha.rules.report_words import sentences

NUMERALS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
PROSE = [f"第{one}项工作按照年初的安排由办公室牵头并会同有关科室逐项推进落实到位" for one in NUMERALS]


def text(sentences_, year=2024, count=12):
    return "\n".join([f"{year}年共公开信息{count}条。", *(f"{one}，全年{count}件。" for one in sentences_)])


def versions(*given, url=HOME + "r/2024.html", year=2024):
    return tuple(
        report(year, day(300), url=url, first_seen_at=FIRST + timedelta(days=n), **over) for n, over in enumerate(given)
    )


# ── changed ──────────────────────────────────────────────────────────────────


def test_a_figure_that_was_altered():
    old, new = {"figures": {"requests.new": 12.0, "x": 1.0}}, {"figures": {"requests.new": 21.0, "y": 2.0}}
    (condition,) = found(report_changed, facts(reports=versions(old, new)))
    assert condition.evidence["figures"] == [{"figure": "requests.new", "before": 12.0, "after": 21.0}]
    assert condition.since == FIRST + timedelta(days=1) and condition.severity == "warning"


def test_words_that_were_altered_are_a_hint():
    old, new = {"text": text(PROSE)}, {"text": text([*PROSE[:-4], *(one + "并取得成效" for one in PROSE[-4:])])}
    (condition,) = found(report_changed, facts(reports=versions(old, new)))
    assert condition.severity == "info" and len(condition.evidence["sentences_gone"]) == 4


@pytest.mark.parametrize(
    "reports",
    [
        versions({"figures": {"requests.new": 12.0}}),
        versions({"figures": {}}, {"figures": {"requests.new": 12.0}}),  # a table that was a picture before
        versions({"text": text(PROSE)}, {"text": text(PROSE) + "\n浏览次数：1182"}),
        versions({"text": text(PROSE)}, {"text": text(PROSE[:-2])}),
        (*versions({"figures": {"a": 1.0}}), *versions({"figures": {"a": 2.0}}, url=HOME + "r/2023.html", year=2023)),
    ],
)
def test_what_was_not_altered(reports):
    assert not codes(report_changed, facts(reports=reports))


def test_a_figure_altered_between_two_patrols_is_seen_in_the_store(store):
    begun = patrol(store)
    for number, value in enumerate((12.0, 21.0)):
        shown = content(f"收到申请 {value:g} 件", report=seen_report(value))
        begun.visit(at=STORED + timedelta(days=number), content=shown)
        begun = begun.next(STORED + timedelta(days=number, hours=1))
    (condition,) = found(report_changed, store.facts(begun.portal_id, STORED + timedelta(days=2)))
    assert condition.evidence["figures"] == [
        {"figure": "requests.received[channel=网络]", "before": 12.0, "after": 21.0}
    ]
    assert condition.since == STORED + timedelta(days=1)
    assert not codes(report_changed, store.facts(begun.portal_id, STORED + timedelta(hours=1)))


# ── copied ───────────────────────────────────────────────────────────────────


def two(second, **over):
    first = report(2023, day(700), text=text(PROSE, 2023))
    return facts(reports=(first, report(over.pop("year", 2024), day(300), text=text(second, 2024, 30), **over)))


def test_a_report_that_repeats_last_years():
    (condition,) = found(report_copied, two([*PROSE[:-1], "今年另外开展了一次覆盖所有科室的政务公开业务培训活动"]))
    assert (condition.evidence["other_year"], condition.evidence["same"]) == (2023, len(PROSE) - 1)
    assert condition.subject.endswith(f"2024-{day(300)}.html")


def test_a_report_that_repeats_another_organs():
    (condition,) = found(report_copied, two(PROSE, year=2023, issuer="某县财政局"))
    assert condition.evidence["other_issuer"] == "某县教育局"


@pytest.mark.parametrize(
    "given",
    [
        two(PROSE[:11]),
        two([*PROSE[:12], *(one.replace("办公室", "财务科") for one in PROSE[12:])]),
        two(PROSE, year=2023),  # the same report at two addresses
        two(PROSE, year=2023, issuer=None),
        two(PROSE, year=None),
    ],
)
def test_what_is_no_copy(given):
    assert not codes(report_copied, given)


def test_the_forms_own_words_and_tables_are_nobodys_sentences():
    form = "本报告根据《中华人民共和国政府信息公开条例》编制。\n行政处罚\t其他对外管理服务事项处理决定数量\t12"
    assert sentences(form) == {}


def test_numbers_are_left_open():
    assert sentences("全年共收到公民提出的政府信息公开申请二十三件，同比上升12.5%。") == sentences(
        "全年共收到公民提出的政府信息公开申请4件，同比上升3%。"
    )


# ── unreadable ───────────────────────────────────────────────────────────────

PICTURE = ("收到和处理政府信息公开申请情况: table not readable",)
FIGURES = {"requests.new[applicant=business]": 1.0}


def test_tables_that_are_pictures():
    (condition,) = found(report_unreadable, facts(reports=(report(2024, day(300), warnings=PICTURE),)))
    assert condition.severity == "warning" and condition.evidence["tables"] == ["收到和处理政府信息公开申请情况"]


@pytest.mark.parametrize(
    "reports",
    [
        (report(2024, day(300)),),
        (report(2024, day(300), warnings=("a row is missing",)),),
        (report(2024, day(300), warnings=PICTURE, figures=FIGURES),),
        (report(2024, day(300), warnings=PICTURE), report(2024, day(299), figures=FIGURES)),  # its attachment
    ],
)
def test_tables_that_can_be_read(reports):
    assert not codes(report_unreadable, facts(reports=reports))


def scan(**over):
    return page(HOME + "r/scan.html", **{"kind": "report", "title": "某局2024年政府信息公开工作年度报告", **over})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (facts(pages=(scan(text_length=20),)), 1),
        (facts(pages=(scan(text_length=900),)), 0),
        (facts(pages=(scan(text_length=20, meta={"blank": True}),)), 0),  # page.blank says so
        (facts(pages=(scan(text_length=20, title="政府信息公开年度报告"),)), 0),
        (facts(pages=(scan(text_length=20),), reports=(report(2024, day(300)),)), 0),
    ],
)
def test_a_report_page_that_says_nothing(given, expected):
    assert len(found(report_unreadable, given)) == expected


# ── from year to year ────────────────────────────────────────────────────────


def carried(year, key, value, **over):
    return report(year, day(300), figures={f"requests.{key}": value}, **over)


def test_what_is_carried_over_must_arrive():
    given = facts(reports=(carried(2023, "carried_out", 5.0), carried(2024, "carried_in", 4.0)))
    (condition,) = found(report_inconsistent, given)
    (check,) = condition.evidence["checks"]
    assert (check["code"], check["expected"], check["actual"]) == ("year.continuity", 5.0, 4.0)
    assert condition.severity == "info"


def test_a_break_between_years_beside_a_wrong_sum_is_a_warning():
    wrong = CheckSeen("requests.balance", False, 283.0, 278.0, "")
    this = carried(2024, "carried_in", 4.0, checks=(wrong,))
    (condition,) = found(report_inconsistent, facts(reports=(carried(2023, "carried_out", 5.0), this)))
    assert condition.severity == "warning" and len(condition.evidence["checks"]) == 2


@pytest.mark.parametrize(
    "before",
    [
        (),
        (carried(2023, "carried_out", 4.0),),
        (carried(2023, "carried_out", 5.0), carried(2023, "carried_out", 4.0)),  # the second version agrees
        (carried(2022, "carried_out", 5.0),),
        (carried(2023, "carried_out", 5.0, issuer="某县财政局"),),
        (carried(2023, "carried_out", 5.0, issuer=None),),
        (carried(2023, "carried_in", 5.0),),
    ],
)
def test_years_that_agree_or_say_nothing(before):
    given = facts(reports=(*before, carried(2024, "carried_in", 4.0)), as_of=NOW)
    assert not codes(report_inconsistent, given)
