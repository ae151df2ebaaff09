"""The table of columns that some portals print by themselves."""

from parsers.report import read_report

TEXT = """某市安监局2013年度信息公开年报
本年度主动公开政府信息200条。
栏目编码 栏目名称 总条数 比例
0100 机构领导 20 10.00%
1503 政策法规 50 25.00%
1801 工作动态 100 50.00%
1802 工作动态 30 15.00%
二、依申请公开情况
"""


def test_each_column_is_a_category_with_its_share_and_a_name_met_twice_is_none() -> None:
    read = {(metric.code, metric.dims.get("category")): metric.value for metric in read_report(TEXT).metrics}
    assert read == {
        ("proactive.count", None): 200,
        ("proactive.count", "机构领导"): 20,
        ("proactive.share", "机构领导"): 10,
        ("proactive.count", "政策法规"): 50,
        ("proactive.share", "政策法规"): 25,
    }


def test_evidence_is_the_cell() -> None:
    report = read_report(TEXT)
    cells = [metric for metric in report.metrics if metric.method == "table"]
    assert all(report.text[one.evidence.start : one.evidence.end] == one.evidence.text for one in cells)
    assert cells[0].label == "栏目 · 机构领导 · 条数"
