"""html_text: what a visitor sees, with the columns of tables kept."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.documents import html_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二<br>三</p>", "一\n二\n三"),
        ("<div>收到<b>12</b>件</div>", "收到12件"),
        ("<title>t</title><style>x</style><script>y</script><!-- z --><p>公开", "公开"),
        ("<html><body><p>前</body></html><p>后</p>", "前\n后"),
        ("<p><!--[if !supportLists]-->1.<!--[endif]-->重复申请</p>", "1.重复申请"),
        ("a&nbsp;&nbsp;b\n c", "a b c"),
        ("<table><tr><td>规章</td><td>2</td><td></td></tr></table>", "规章\t2\t"),
        ("<table><tr><td colspan=3>信息内容<td>数量<tr><td>1<td>2<td>3<td>4</table>", "信息内容\t\t\t数量\n1\t2\t3\t4"),
        (
            "<table><tr><td rowspan=2>不予公开<td>国家秘密<td>0<tr><td>第三方<td>3<tr><td>总计<td><td>3</table>",
            "不予公开\t国家秘密\t0\n\t第三方\t3\n总计\t\t3",
        ),
        ("<table><tr><td>1.属于<br>国家秘密<td>1<p>2</p></table>", "1.属于国家秘密\t1 2"),
        ("<table><tr><td>菜单<td><table><tr><td>规章<td>2</table></table>", "菜单\n规章\t2"),
        ("<table><tr><td><p>一</p><p>二</p></td></tr></table>", "一\n二"),
        ("<table><thead><tr><th>甲<th>乙</thead><tbody><tr><td>1<td>2</tbody></table>", "甲\t乙\n1\t2"),
        ("<table><caption>表一</caption><tr><td>1<td>2</table>", "表一\n1\t2"),
        ("<table><tr><td colspan=0>1<td rowspan='2px'>2<tr><td>3</table>", "1\t2\n3\t"),
        ("<table>没有行</table>", "没有行"),
        ("", ""),
    ],
)
def test_text_of_markup(html: str, text: str) -> None:
    assert html_text(html) == text


def test_an_article_in_a_layout_table_keeps_its_lines() -> None:
    article = "".join(f"<p>{'信息公开' * 60}</p>" for _ in range(4))
    assert html_text(f"<table><tr><td>导航</td><td>{article}</td></tr></table>").count("\n") == 4


def test_a_table_in_two_parts_keeps_its_columns() -> None:
    assert html_text("<table><tr><td>1<td>2</table><table><tr><td>3<td>4</table>") == "1\t2\n3\t4"


@pytest.mark.parametrize(
    "html", ["<div>" * 5000 + "公开", "<table><tr><td>" * 300 + "公开", "<td colspan=999999>" * 50]
)
def test_odd_nesting_is_read_in_time(html: str) -> None:
    start = time.monotonic()
    html_text(html)
    assert time.monotonic() - start < 5


@given(st.text(alphabet="<>/table rdspn=\"'2\x00\ud800公1&;!-", max_size=200))
def test_any_markup_is_read_without_an_error(html: str) -> None:
    html_text(html)


def test_a_paragraph_whose_source_is_wrapped_is_one_text() -> None:
    source = "<p>全年主动公开政府\n信息12条，其中政策\r\n  法规3条；\n其他9条</p><span>单位</span>\n<span>条</span>"
    assert html_text(source) == "全年主动公开政府信息12条，其中政策法规3条； 其他9条\n单位 条"
