"""read_document: every kind gives its text and tables, or says why not."""

from itertools import pairwise

import pytest

from parsers.documents import UnreadableDocument, read_document, sniff
from parsers.documents.sheets import sheet_lines
from tests.parsers.documents.made_binaries import doc_file, xls_file
from tests.parsers.documents.made_documents import (
    ROWS,
    Pdf,
    docx_file,
    lying_zip_file,
    merged_docx_file,
    ofd_file,
    xlsx_file,
    zip_file,
)

TABLE = "\n".join("\t".join(cells) for cells in ROWS)


def blank_pdf() -> bytes:
    pdf = Pdf()
    pdf.page([])
    return pdf.body()


def text(body: bytes) -> str:
    return read_document(body, sniff(body)).text


def test_docx_in_the_order_of_the_body() -> None:
    assert text(docx_file()) == f"一、总体情况\n第二十条第（五）项\t\t\t\n{TABLE}\n五、存在的主要问题"


def test_docx_merged_cells_stand_once() -> None:
    assert text(merged_docx_file()) == "不予公开\t国家秘密\t0\n\t第三方\t3"


def test_xlsx_rows_of_visible_sheets() -> None:
    assert text(xlsx_file()) == TABLE


def test_xls_rows() -> None:
    assert text(xls_file(ROWS)) == TABLE


def test_doc_and_wps_paragraphs() -> None:
    body = doc_file(["一、总体情况", "收到申请12件。"])
    assert text(body) == "一、总体情况\n收到申请12件。"
    assert read_document(body, "wps").kind == "wps"


def test_html_and_text_by_their_bytes() -> None:
    assert text("<table><tr><td>规章<td>2</table>".encode("gbk")) == "规章\t2"
    assert text("一\r\n二".encode()) == "一\n二"
    assert read_document("<title>年报</title><p>公开".encode(), "html").title == "年报"


def test_ofd_text() -> None:
    assert text(ofd_file()) == "收到申请12件"


def test_pdf_text_and_ruled_table() -> None:
    pdf = Pdf()
    pdf.table(ROWS, before="一、总体情况 2020 年共收到 12 件", after="五、存在的主要问题")
    assert text(pdf.body()) == f"一、总体情况 2020 年共收到 12 件\n{TABLE}\n五、存在的主要问题"


def test_pdf_table_over_a_page_break() -> None:
    pdf = Pdf()
    pdf.table([ROWS[0], ["5.要求行政机关确认", "0", "1", "1"]])
    pdf.table([["或重新出具", "", "", ""], ROWS[1]])
    first, second = TABLE.split("\n")
    assert text(pdf.body()) == f"{first}\n5.要求行政机关确认或重新出具\t0\t1\t1\n{second}"


def test_pdf_page_numbers_are_no_text() -> None:
    pdf = Pdf()
    for number in (1, 2):
        pdf.page([(50, 700, f"第{'一二'[number - 1]}页的话。"), (290, 30, f"- {number} -")])
    assert text(pdf.body()) == "第一页的话。\n第二页的话。"


def test_pdf_wrapped_lines_are_joined() -> None:
    pdf = Pdf()
    pdf.page(
        [
            (50, 700, "本年度报告中所列数据的统计期限自二〇二〇年一月一日起至"),
            (50, 680, "十二月三十一日止。"),
            (50, 660, "一、总体情况"),
        ]
    )
    assert text(pdf.body()).split("\n")[0].endswith("起至十二月三十一日止。")


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"", "txt", "empty"),
        (b"   ", "html", "empty"),
        (blank_pdf(), "pdf", "empty"),
        (docx_file()[:3000], "docx", "broken"),
        (xlsx_file()[:2000], "xlsx", "broken"),
        (ofd_file()[:300], "ofd", "broken"),
        (docx_file(), "xlsx", "broken"),
        (xlsx_file(), "docx", "broken"),
        (zip_file({"word/document.xml": b"<no"}), "docx", "broken"),
        (b"%PDF-1.4 and no more", "pdf", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "doc", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "xls", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "docx", "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "xlsx", "encrypted"),
        (doc_file(["公开"], encrypted=True), "doc", "encrypted"),
        (doc_file(["公开"])[:3000], "doc", "broken"),
        (xls_file(ROWS)[:1500], "xls", "broken"),
        (zip_file({"xl/workbook.xml": bytes(201_000_000)}), "xlsx", "too large"),
        (lying_zip_file("word/document.xml", 201_000_000), "docx", "too large"),
        (zip_file({f"word/document{at}": b"" for at in range(5001)}), "docx", "too large"),
        (b"\x89PNG\r\n\x1a\n", "image", "unsupported"),
        (b"PK", "zip", "unsupported"),
    ],
)
def test_what_cannot_be_read_says_why(body: bytes, kind: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"^{reason}"):
        read_document(body, kind)


def test_a_pdf_of_too_many_pages() -> None:
    pdf = Pdf()
    pdf.pages = [b""] * 301
    with pytest.raises(UnreadableDocument, match="too large: 301 pages"):
        read_document(pdf.body(), "pdf")


def test_a_table_row_is_never_joined_with_a_full_row() -> None:
    pdf = Pdf()
    pdf.table(ROWS)
    pdf.table(ROWS)
    lines = text(pdf.body()).split("\n")
    assert all(upper.count("\t") == lower.count("\t") == 3 for upper, lower in pairwise(lines))


def test_two_tables_of_a_sheet_have_columns_of_their_own() -> None:
    rows = [["申请人", "", "数量", ""], ["自然人", "", "3", ""], ["行政复议情况", "", "", ""], ["2", "1", "0", "3"]]
    merged = [((row, left), (row, left + 1)) for row in (0, 1) for left in (0, 2)] + [((2, 0), (2, 3))]
    assert sheet_lines(rows, merged) == ["申请人\t数量", "自然人\t3", "行政复议情况", "2\t1\t0\t3"]
