"""When parts, shares and growth are inconsistent, and when nothing can be said."""

import pytest

from parsers.report import read_report

HEAD = "清河县渔业局2016年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"


def verdicts(words: str) -> dict[str, set[bool | None]]:
    found: dict[str, set[bool | None]] = {}
    for check in read_report(HEAD + words + "\n").checks:
        found.setdefault(check.code, set()).add(check.ok)
    return found


@pytest.mark.parametrize(
    ("words", "code", "ok"),
    [
        ("主动公开政府信息60条，其中渔业新闻31条、船检公告19条、养殖动态10条。", "sum.categories", True),
        ("主动公开政府信息60条，其中渔业新闻31条、船检公告19条、养殖动态13条。", "sum.categories", False),
        # 其中 takes out a few: not even half of the total
        ("主动公开政府信息600条，其中渔业新闻31条、船检公告19条、养殖动态13条。", "sum.categories", None),
        # an item whose name could not be read is just what lacks
        ("主动公开政府信息60条，其中渔业新闻31条、船检公告19条、收到10条。", "sum.categories", None),
        ("主动公开政府信息8.7万条，其中市直部门公开16523条，各县公开70604条。", "sum.agencies", None),
        ("主动公开政府信息14306条，其中渔业新闻603条，占4.21%。", "share.matches", True),  # cut, not rounded
        ("主动公开政府信息14306条，其中渔业新闻603条，占4.31%。", "share.matches", False),
        ("公开政府信息286条，2015年公开政府信息251条，同比增长13.9%。", "growth.matches", True),
        ("公开政府信息286条，2015年公开政府信息251条，同比增长15.9%。", "growth.matches", False),
        # with the rest named nothing is left out, whatever is missing
        ("主动公开政府信息600条，其中渔业新闻231条、船检公告119条、其他23条。", "sum.categories", False),
        # most of a total, and the rest is not named: some of the parts
        ("主动公开政府信息600条，其中渔业新闻231条、船检公告119条、养殖动态113条。", "sum.categories", None),
        # channels said one by one, the rest among them; an item may stand in several
        ("主动公开政府信息600条。局网站公开400条，政府公报公开120条，其他形式公开60条。", "sum.channels", False),
        (
            "主动公开政府信息1300条。三县公开情况：东平县公开500条，西平县公开400条，南平县公开400条。",
            "sum.agencies",
            None,
        ),
        # last year's count belongs to the total that the change leads to, not to the last channel
        (
            "主动公开政府信息241条：网站公开79条，公开栏公开162条；与去年218条相比增加23条，同比增长10.6%。",
            "growth.matches",
            True,
        ),
    ],
)
def test_verdict(words: str, code: str, ok: bool | None) -> None:
    assert verdicts(words).get(code, {None}) == {ok}


def test_a_list_that_nothing_announces_accuses_nobody() -> None:
    """Kinds beside a total may be a choice of them; where they add up nothing is lost."""
    found = verdicts("主动公开政府信息600条。渔业新闻231条、船检公告119条、养殖动态113条。")
    assert False not in found.get("sum.categories", set())


def test_a_group_that_says_how_many_it_is_must_be_made_of_them() -> None:
    said = "主动公开政府信息3000条，其中县直部门1700条，三个乡镇1300条。三个乡镇公开情况：东平镇500条，西平镇400条，南平乡{}条。"
    assert False not in verdicts(said.format(400))["sum.agencies"]
    assert False in verdicts(said.format(430))["sum.agencies"]


@pytest.mark.parametrize(("left", "ok"), [(20, {True}), (30, {False})])
def test_requests_in_words_balance(left: int, ok: set[bool | None]) -> None:
    words = f"2021年新收政府信息公开申请352件，上年结转17件，办结349件，结转下年度继续办理{left}件。"
    report = read_report(f"清河县渔业局2021年政府信息公开工作年度报告\n一、总体情况\n{words}\n")
    assert {check.ok for check in report.checks if check.code == "requests.balance"} == ok


REQUESTS = "清河县渔业局{year}年政府信息公开工作年度报告\n三、依申请公开政府信息情况\n{words}\n"


@pytest.mark.parametrize(
    ("year", "words", "code", "ok"),
    [
        (2018, "收到申请65件。按申请人分，公民申请47件，法人和其他组织申请18件。", "requests.rows", True),
        (2018, "收到申请65件。按申请人分，公民申请47件，法人和其他组织申请9件。", "requests.rows", False),
        (
            2018,
            "收到申请65件，其中公民申请47件，企业申请9件。",
            "requests.rows",
            None,
        ),  # who the others are nobody says
        (2018, "收到申请90件，其中网上申请63件，占70%；信函申请27件，占30%。", "share.matches", True),
        (2018, "收到申请90件，其中网上申请63件，占76%；信函申请27件，占30%。", "share.matches", False),
        (2024, "2024年新收政府信息公开申请204件，2023年为240件，同比下降15%。", "growth.matches", True),
        (2024, "2024年新收政府信息公开申请204件，2023年为240件，同比下降25%。", "growth.matches", False),
        (2013, "因政府信息公开被申请行政复议9件，其中维持6件，纠错1件，其他情形3件。", "review.rows", False),
        (2013, "因政府信息公开被申请行政复议9件，其中维持6件，纠错1件。", "review.rows", None),
        # all in writing, and then the ways of writing
        (
            2015,
            "收到申请26件，全部通过书面形式受理。其中：当面申请14件，信函申请7件，网络申请5件。",
            "sum.channels",
            None,
        ),
        # last year's channels are not this year's
        (
            2018,
            "与2017年收到60件（网络38件、信函17件、当面5件）相比，2018年收到申请45件，其中网络申请29件、信函申请11件、当面申请5件。",
            "sum.channels",
            True,
        ),
        (
            2016,
            "接待咨询3904人次，涉及政府信息公开的咨询76人次，其中电话咨询51人次，当面咨询25人次。",
            "sum.channels",
            None,
        ),
    ],
)
def test_verdict_of_requests(year: int, words: str, code: str, ok: bool | None) -> None:
    report = read_report(REQUESTS.format(year=year, words=words))
    seen = {check.ok for check in report.checks if check.code == code}
    assert False in seen if ok is False else False not in seen
    assert ok is not True or True in seen


def test_a_share_of_a_part_is_measured_by_the_part() -> None:
    words = "主动公开政府信息1200条，其中网站公开900条，占75%。网站公开的信息中，旅游资讯540条，占60%；政务信息360条，占{}%。"
    assert verdicts(words.format(40))["share.matches"] == {True}
    assert False in verdicts(words.format(46))["share.matches"]
