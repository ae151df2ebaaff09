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
    ],
)
def test_verdict(words: str, code: str, ok: bool | None) -> None:
    assert verdicts(words).get(code) == {ok}


def test_a_list_that_nothing_announces_accuses_nobody() -> None:
    """Kinds beside a total may be a choice of them; where they add up nothing is lost."""
    found = verdicts("主动公开政府信息600条。渔业新闻231条、船检公告119条、养殖动态113条。")
    assert False not in found.get("sum.categories", set())
