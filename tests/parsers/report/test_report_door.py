"""A page that was decoded and read already is read as a report without doing either again."""

from pathlib import Path

import pytest

from parsers.page import read_page
from parsers.reading import read_bytes
from parsers.report import door

REPORTS = Path(__file__).parents[3] / "fixtures" / "reports"


@pytest.mark.parametrize("name", ["177.html", "203.html", "237.html"])
def test_a_page_gives_what_its_bytes_give(name: str) -> None:
    body = (REPORTS / name).read_bytes()
    decoded = read_bytes(body, "text/html")
    page = read_page(decoded.text, f"http://portal.example/{name}", charset=decoded.encoding)
    assert door.read_report_page(decoded, page) == door.read_report_bytes(body, "text/html")


def test_damage_is_told_by_both_ways() -> None:
    body = (REPORTS / "203.html").read_text(encoding="utf-8").encode("utf-8").decode("gbk", "replace").encode("utf-8")
    decoded = read_bytes(body, "text/html; charset=utf-8")
    page = read_page(decoded.text, "http://portal.example/", charset=decoded.encoding)
    assert door.read_report_page(decoded, page).warnings == door.read_report_bytes(body, "text/html").warnings
    assert any("damaged" in warning for warning in door.read_report_page(decoded, page).warnings)
