"""Pages under the name of a file: what office programs and exports write, and what servers say in its stead."""

import pytest

from crawler.answer import Answer
from crawler.verdicts import judge

EXCEL, WORD, HTML = "application/vnd.ms-excel", "application/msword", "text/html"
TABLE = "<table border=1><tr><td>年份</td><td>户数</td></tr><tr><td>2023</td><td>404</td></tr></table>"


def verdict(path: str, body: str, kind: str, **headers: str) -> str:
    url = f"http://www.demo.gov.cn{path}"
    given = {"content-type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
    return judge(url, Answer(url, 200, given, body.encode(), True)).verdict


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/a.xls", f"<html xmlns:x='urn:schemas-microsoft-com:office:excel'>{TABLE}</html>", EXCEL),
        ("/a.xls", TABLE, EXCEL),
        ("/a.xls", f"<html><title>统计表</title><body>{TABLE}</body></html>", HTML),
        ("/a.xls", "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", HTML),
        ("/a.doc", "<html><body><p class=MsoNormal>请示</p></body></html>", HTML),
        ("/a.doc", "<html><body><h1>介绍信</h1><p>兹介绍张某前往办理。</p></body></html>", WORD),
        ("/a.doc", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html><body>通知</body></html>", WORD),
        ("/a.xls", "姓名\t金额\n张某\t500\n", EXCEL),
    ],
)  # fmt: skip
def test_files_of_office_programs(path: str, body: str, kind: str) -> None:
    assert verdict(path, body, kind) == "alive"


def test_an_export_without_a_name() -> None:
    assert verdict("/down.jsp?id=3", TABLE, EXCEL, content_disposition="attachment; filename=a.xls") == "alive"


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/a.doc", "<html><body>对不起，您下载的文件不存在或已被删除</body></html>", WORD),
        ("/a.doc", "<html><title>404</title><body><h1>文件不存在</h1></body></html>", HTML),
        ("/a.pdf", "<html><body><h1>示范县人民政府</h1><a href=/>首页</a></body></html>", HTML),
        ("/a.xls", f"<html><body><a href=/>首页</a><a href=/xx/>信息公开</a>{TABLE}</body></html>", HTML),
    ],
)
def test_pages_in_a_files_stead(path: str, body: str, kind: str) -> None:
    assert verdict(path, body, kind) == "dead"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("请登录后下载附件", "unknown"),
        ("您尚未登录，请登录", "unknown"),
        ("访问过于频繁，请稍后再试", "unknown"),
        ("文件不存在", "dead"),
        ("下载失败", "dead"),
        ("ok", "dead"),
    ],
)
def test_a_line_in_a_files_stead(line: str, expected: str) -> None:
    assert verdict("/fj/1.doc", line, "text/plain; charset=utf-8") == expected
