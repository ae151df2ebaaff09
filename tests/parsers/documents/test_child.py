"""read_in_child: the same documents, and no harm from any bytes."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.documents import UnreadableDocument, child, read_document
from parsers.documents.child import read_in_child
from tests.parsers.documents.made_binaries import doc_file, xls_file
from tests.parsers.documents.made_documents import ROWS, Pdf, docx_file, lying_zip_file, ofd_file, xlsx_file


@pytest.mark.parametrize(("body", "kind"), [(docx_file(), "docx"), (xlsx_file(), "xlsx")])
def test_the_child_reads_what_the_reader_reads(body: bytes, kind: str) -> None:
    assert read_in_child(body) == read_document(body, kind)


def test_reasons_come_through() -> None:
    with pytest.raises(UnreadableDocument, match=r"^broken"):
        read_in_child(docx_file()[:3000])
    with pytest.raises(UnreadableDocument, match=r"^too large"):
        read_in_child(lying_zip_file("xl/workbook.xml", 201_000_000))


def test_a_child_that_hangs_is_killed() -> None:
    with pytest.raises(UnreadableDocument, match=r"^timeout"):
        read_in_child(docx_file(), timeout=0.01)


def test_a_child_that_needs_too_much_memory() -> None:
    pdf = Pdf()
    pdf.page([(50, 700, "公开")])
    with pytest.raises(UnreadableDocument, match=r"^(memory|crashed|broken)"):
        read_in_child(pdf.body(), memory_mb=60)


def test_a_child_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = subprocess.CompletedProcess([], -11, b"", b"")
    monkeypatch.setattr(child.subprocess, "run", lambda *_, **__: gone)
    with pytest.raises(UnreadableDocument, match="crashed: exit code -11"):
        read_in_child(b"%PDF-")


def test_a_body_that_is_too_large_starts_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MAX_BODY", 10)
    with pytest.raises(UnreadableDocument, match="too large: 11 bytes"):
        read_in_child(b"%PDF-123456")


BODIES = [docx_file(), xlsx_file(), ofd_file(), xls_file(ROWS), doc_file(["公开"]), Pdf().body()]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BODIES), st.floats(0, 1), st.floats(0, 1), st.binary(min_size=1, max_size=8))
def test_damaged_documents_give_text_or_a_reason(body: bytes, cut: float, at: float, junk: bytes) -> None:
    place = int(at * len(body))
    damaged = (body[:place] + junk + body[place + len(junk) :])[: int(len(body) * (1 - cut / 3)) + 1]
    answer = child._read(damaged)
    assert answer.get("reason") or isinstance(answer["text"], str)
