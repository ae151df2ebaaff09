"""The door from bytes to true text, and the JSON that others rely on."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.reading import decode_json, read_bytes, read_name
from tests.support import FIXTURES

KEYS = {
    "file", "encoding", "source", "declared", "confidence",
    "votes", "damage", "family", "script", "text", "simplified",
    "repairs", "lost",
}  # fmt: skip


def test_a_gbk_page_under_a_lying_header() -> None:
    page = '<html><head><meta charset="utf-8"><title>政府信息公开</title></head><body>机构职能、规章文件</body></html>'
    row = decode_json("a.html", page.encode("gb18030"), "text/html; charset=ISO-8859-1")
    assert set(row) == KEYS
    assert (row["encoding"], row["text"]) == ("gb18030", page)
    assert row["declared"] == {"header": "ISO-8859-1", "meta": "utf-8"}
    assert row["source"] in ("detected", "tie-break")
    assert (row["damage"], row["repairs"], row["lost"], row["script"]) == (0.0, [], [], "hans")


def test_the_garbled_seed_as_gbk_bytes() -> None:
    """Repair does not care in which encoding the garbled text came."""
    garbled = (FIXTURES / "seeds/003.txt").read_text(encoding="utf-8")
    restored = (FIXTURES / "seeds/003.restored.txt").read_text(encoding="utf-8")
    row = decode_json("003", garbled.encode("gb18030"))
    assert row["encoding"] == "gb18030"
    assert row["text"] == restored
    assert row["simplified"].startswith("按照《中华人民共和国政府信息公开条例》的有关规定")
    assert all(row["text"][one["start"] : one["end"]] == one["after"] for one in row["repairs"])
    json.dumps(row)


@given(st.binary(max_size=600))
@settings(deadline=None)
def test_any_bytes_have_a_reading(body: bytes) -> None:
    reading = read_bytes(body)
    json.dumps(decode_json("x", body), ensure_ascii=False).encode("utf-8")
    assert all(reading.text[one.start : one.end] == one.after for one in reading.repairs)
    assert all(0 <= hole.start < hole.end <= len(reading.text) for hole in reading.lost)


@pytest.mark.parametrize(
    ("name", "true"),
    [
        ("%D5%FE%B8%AE%B9%A4%D7%F7.doc", "政府工作.doc"),
        ("2024%E5%B9%B4%E9%A2%84%E7%AE%97.xls", "2024年预算.xls"),
        ("UTF-8''%E6%94%BF%E5%BA%9C.doc", "政府.doc"),
        ("鏀垮簻宸ヤ綔鎶ュ憡.docx", "政府工作报告.docx"),
        ("100%.xls", "100%.xls"),
        ("Café.pdf", "Café.pdf"),
        ("政府工作报告（2024）.pdf", "政府工作报告（2024）.pdf"),
    ],
)
def test_names_of_attachments(name: str, true: str) -> None:
    assert read_name(name) == true
