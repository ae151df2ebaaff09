"""Plain text with lines of a fixed width; everything else must come out untouched."""

from hypothesis import given
from hypothesis import strategies as st

from parsers.documents.wrapped import unwrapped
from tests.parsers.documents.test_lines import PROSE, wrapped

LINES = [words for paragraph in PROSE * 3 for words, _ in wrapped("　　" + paragraph, indent=0)]


def test_paragraphs_are_one_line_each() -> None:
    assert unwrapped("\n".join(LINES)).split("\n") == PROSE * 3


def test_a_page_break_with_its_number_is_no_end() -> None:
    pages = ["\n".join([*LINES[:7], "", "- 1 -"]), "\n".join([*LINES[7:], "", "- 2 -"])]
    assert unwrapped("\f".join(pages)).split("\n") == PROSE * 3


def test_columns_between_paragraphs_stay_rows() -> None:
    rows = ["受理申请总数          件        27", "其中：当面申请        件        11", "行政许可\t12\t-1"]
    assert unwrapped("\n".join([*LINES, *rows])).split("\n") == [*PROSE * 3, *rows]


def test_text_with_a_paragraph_on_each_line_is_untouched() -> None:
    for text in ("\n".join(PROSE), "　　一、总体情况\n" + "\n".join(PROSE * 2), "行政复议数\n件\n0\n行政诉讼数\n件\n0"):
        assert unwrapped(text) == text


@given(st.lists(st.text("年度公开一二0123，。 \t", max_size=80), max_size=30))
def test_nothing_but_line_ends_and_spaces_goes(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join(unwrapped(text).split()) == "".join(text.split())
