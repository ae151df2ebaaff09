"""What a column promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.columns import classify_column


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("政务动态", "news"),
        ("县区要闻", "news"),
        ("图片新闻", "news"),
        ("工作信息", "news"),
        ("通知公告", "notice"),
        ("公示公告", "notice"),
        ("招标采购", "notice"),
        ("政策文件", "policy"),
        ("政策解读", "policy"),
        ("规范性文件", "policy"),
        ("县长信箱", "interaction"),
        ("在线访谈", "interaction"),
        ("征集调查", "interaction"),
        ("规划计划", "planning"),
        ("人事任免", "planning"),
        ("财政预决算", "planning"),
        ("统计数据", "planning"),
        ("政府信息公开年度报告", "report"),
        ("信息公开年报", "report"),
        ("办事指南", "guide"),
        ("表格下载", "guide"),
        ("政府信息公开指南", "static"),
        ("机构职能", "static"),
        ("领导分工", "static"),
        ("依申请公开", "static"),
        ("专题专栏", "other"),
        # What a name ends in is what it promises.
        ("财政动态", "news"),
        ("招聘快讯", "news"),
        ("统计公报", "planning"),
        ("国民经济和社会发展统计公报", "planning"),
        ("水资源公报", "planning"),
        ("政府公报", "policy"),
        ("常见问题", "static"),
        ("热点问题解答", "static"),
        ("咨询问答", "interaction"),
        ("历年工作动态", "archive"),
    ],
)
def test_kind_by_name(name: str, kind: str) -> None:
    assert classify_column(name).kind == kind


@pytest.mark.parametrize("name", ["会员风采", "党员风采", "活动掠影", "基层活动"])
def test_portraits_promise_no_news(name: str) -> None:
    """Shown like news, but never sure enough to count for a veto (rule sets: silence.sure)."""
    assert classify_column(name).confidence < 0.5


def test_an_id_as_column_type_says_nothing() -> None:
    plain = classify_column("通知公告")
    assert classify_column("通知公告", "8a8acb3e5f1b4c2d9e0f1a2b3c4d5e6f") == plain


def test_type_and_folder_stand_in_for_a_name_that_says_nothing() -> None:
    assert classify_column("县城纵横", "工作动态").kind == "news"
    by_folder = classify_column("县城纵横", "", "http://a.gov.cn/zwgk/tzgg/index.html")
    assert (by_folder.kind, by_folder.reason) == ("notice", "tzgg")


def test_agreement_raises_confidence_and_contradiction_lowers_it() -> None:
    alone = classify_column("通知公告").confidence
    assert classify_column("通知公告", "", "/tzgg/").confidence > alone
    assert classify_column("通知公告", "政务动态", "/xwzx/").confidence < alone


@given(st.text(), st.text(), st.text())
def test_confidence_is_a_share(name: str, column_type: str, url: str) -> None:
    assert 0 <= classify_column(name, column_type, url).confidence <= 1
