"""sniff tells kinds by content."""

import random

import pytest

from parsers.documents import sniff
from tests.parsers.documents.made_documents import Pdf, docx_file, ofd_file, xlsx_file, zip_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def name(words: str) -> bytes:
    return words.encode("utf-16-le")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (docx_file(), "docx"),
        (docx_file()[:3000], "docx"),  # cut short
        (xlsx_file(), "xlsx"),
        (ofd_file(), "ofd"),
        (zip_file({"a.txt": b"1"}), "zip"),
        (Pdf().body(), "pdf"),
        (b"\r\n\r\n%PDF-1.4 ...", "pdf"),
        (OLE + name("WordDocument"), "doc"),
        (OLE + name("WordDocument") + name("WpsCustomData"), "wps"),
        (OLE + name("Workbook"), "xls"),
        (OLE + name("EncryptedPackage"), "docx"),
        (OLE, "binary"),
        ("<html><body>公开".encode("gbk"), "html"),
        ("\ufeff<TABLE border=1><tr>".encode(), "html"),
        ("<html>年报".encode("utf-16"), "html"),
        ("<html><head>".encode("utf-16-le"), "html"),
        ("政府信息公开年度报告".encode("gbk"), "txt"),
        ("2013年政府信息公开工作年度报告\n　　一、概述".encode("utf-16-le"), "txt"),
        ("2013年政府信息公开工作年度报告\n　　一、概述".encode("utf-16-be"), "txt"),
        (random.Random(5).randbytes(4000), "binary"),
        (b"\x00\x01" * 2000, "binary"),
        ("政府信息公开 < 上年".encode(), "txt"),
        (b"", "txt"),
        (b"~{<:Ky2;6~}", "txt"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"BM\x00\x00\x00\x00", "image"),
        (b"BMI 2020", "txt"),
        (bytes(range(256)) * 4, "binary"),
        (b"MZ\x90\x00\x03" + bytes(100), "binary"),
        (b"{\\rtf1", "binary"),
    ],
)
def test_the_kind_by_content(body: bytes, kind: str) -> None:
    assert sniff(body) == kind
