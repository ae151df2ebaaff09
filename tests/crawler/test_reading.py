"""Which pages are columns, and what they are called."""

import pytest

from crawler.reading import read
from crawler.records import Fetched
from storage.records import ColumnSeen, Lead

HOME = "http://www.example.gov.cn/"
ENTRIES = "".join(
    f'<li><a href="/zwgk/{day}.html">关于做好第{day}号工作安排的通知</a><span>2026-03-{day:02}</span></li>'
    for day in range(1, 9)
)


def column(
    path: str, label: str, *, hint: str = "column", title: str = "通知公告", body: str = ""
) -> ColumnSeen | None:
    lists = body or f"<ul class=list>{ENTRIES}</ul>"
    page = f"<html><head><title>{title}-某某县人民政府</title></head><body><h2>{title}</h2>{lists}</body></html>"
    lead = Lead(f"{HOME}{path}", hint, 1, label=label)
    content = read(Fetched(lead, 200, {"content-type": "text/html; charset=utf-8"}, page.encode())).content
    return content.column if content else None


def test_a_column_bears_the_name_of_its_link() -> None:
    found = column("zwgk/tzgg/", "公示公告")
    assert found is not None
    assert (found.name, found.kind, len(found.entries)) == ("公示公告", "notice", 8)


@pytest.mark.parametrize("label", ["更多", "更多>>", "MORE+", "", "[首页]", " 查看更多 "])
def test_a_link_that_names_nothing_leaves_it_to_the_page(label: str) -> None:
    found = column("zwgk/tzgg/", label)
    assert found is not None
    assert found.name == "通知公告"


@pytest.mark.parametrize("path", ["index.html", "index.shtml", "default.aspx", "Main.jsp"])
def test_the_home_page_by_its_other_address_is_no_column(path: str) -> None:
    assert column(path, "首页") is None


def test_the_further_sheets_of_a_list_are_no_columns() -> None:
    assert column("zwgk/tzgg/index_3.html", "通知公告", hint="next") is None


def test_a_list_that_we_cannot_read_is_not_called_empty() -> None:
    pager = '<div><a href="t_2.html">2</a> <a href="t_3.html">3</a> <a href="t_2.html">下一页</a> <a href="t_18.html">尾页</a></div>'
    found = column("zwgk/album.html", "图片集锦", title="图片集锦", body=f"<div class=list></div>{pager}")
    assert found is None or (not found.entries and found.script_filled)
