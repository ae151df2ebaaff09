"""Laid-out lines made into text: what a reader sees as one paragraph is one line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from parsers.documents.lines import Glyph, Item, Line, line_of, paragraphs, without_furniture

EM, LEADING = 12.0, 20.0
LEFT, RIGHT = 60.0, 540.0  # 40 characters


def width(text: str, em: float = EM) -> float:
    return sum(em / 2 if one.isascii() else em for one in text)


def line(text: str, top: float, *, left: float = LEFT, em: float = EM, page: int = 0) -> Line:
    return Line(text, left, left + width(text, em), top, top + em, em, page=page)


def wrapped(text: str, indent: int = 2) -> Iterator[tuple[str, float]]:
    """A paragraph as a typesetter breaks it: numbers stay whole, no mark begins a line."""
    pieces: list[str] = []
    for one in text:
        glues = one in "，。、；：）％%" or (
            one.isascii() and pieces and pieces[-1][-1:].isascii() and pieces[-1][-1:] != "%"
        )
        if glues and pieces:
            pieces[-1] += one
        else:
            pieces.append(one)
    now, left = "", LEFT + indent * EM
    for piece in pieces:
        if now and left + width(now + piece) > RIGHT:
            yield now, left
            now, left = "", LEFT
        now += piece
    yield now, left


def page_of(texts: Sequence[str], *, indent: int = 2, apart: float = 0.0) -> list[Item]:
    top, lines = 50.0, list[Item]()
    for text in texts:
        for words, left in wrapped(text, indent):
            lines.append(line(words, top, left=left))
            top += LEADING
        top += apart
    return lines


PROSE = [
    "2015年全县主动公开政府信息15037条，比上年增加2104条，其中政府网站公开12640条，占84.1%；微博微信公开1875条，占12.5%。",
    "全年共受理申请27件，其中当面申请11件、网络申请9件、信函申请7件，均在规定的时限内答复，没有收取任何费用，也没有发生行政复议和行政诉讼。",
]


def test_indented_paragraphs_are_one_line_each() -> None:
    assert paragraphs(page_of(PROSE * 3)) == PROSE * 3


def test_paragraphs_with_a_gap_between_are_one_line_each_also_after_a_full_stop_at_the_edge() -> None:
    ends_at_the_edge = "一" * 39 + "。"
    texts = [ends_at_the_edge + "此后另有一句。", *PROSE] * 2
    assert paragraphs(page_of(texts, indent=0, apart=10)) == texts


def test_a_title_in_large_letters_goes_on_in_the_middle_of_the_next_line() -> None:
    big = 24.0
    first, second = "东川市城乡规划和建设委员会二〇一五年度政", "府信息公开工作年度报告"
    middle = (LEFT + RIGHT) / 2
    title = [
        line(first, 10, em=big),
        line(second, 10 + 1.5 * big, left=middle - width(second, big) / 2, em=big),
        line("（2016年3月）", 100, left=middle - 40),
    ]
    below = [
        Line(one.text, one.left, one.right, one.top + 100, one.bottom + 100, EM)
        for one in page_of(PROSE)
        if isinstance(one, Line)
    ]
    assert paragraphs([*title, *below])[:3] == [first + second, "（2016年3月）", PROSE[0]]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    whole = page_of(PROSE * 4)
    broken = [
        Line(o.text, o.left, o.right, 50.0, 62.0, o.size, page=1) if n > 4 else o
        for n, o in enumerate(whole)
        if isinstance(o, Line)
    ]
    assert paragraphs(broken) == PROSE * 4


def test_rows_of_a_table_and_cells_in_columns_stay_alone() -> None:
    row = "行政许可\t12\t-1"
    columns = Line("受理申请总数 件 27", LEFT, RIGHT, 400, 412, EM, gap=60)
    after = line("其中：当面申请", 420)
    assert paragraphs([*page_of(PROSE), row, row, columns, after])[2:] == [row, row, columns.text, after.text]


def test_two_numbers_that_meet_at_a_line_break_stay_two() -> None:
    full = "（一）主动公开信息数（全文电子化达一百分之百）条本年度七百三十九累计 739"
    upper = Line(full, LEFT, RIGHT - 10, 50, 62, EM)
    lower = line("4359 条", 70)
    assert paragraphs([*page_of(PROSE), upper, lower])[-1] == full + " 4359 条"


def test_page_numbers_and_running_heads_are_no_text_but_the_last_cell_of_a_table_is() -> None:
    pages = [
        [line("东川市年度报告", 10), line(f"第{n}页的正文", 50), line("0", 700), line(f"- {n} -", 800)]
        for n in range(1, 5)
    ]
    kept = [[item.text for item in page if isinstance(item, Line)] for page in without_furniture(pages)]
    assert kept == [["东川市年度报告", "第1页的正文", "0"], *([f"第{n}页的正文", "0"] for n in range(2, 5))]


def test_bare_page_numbers_count_the_pages() -> None:
    pages = [[line(f"正文{'甲乙丙'[n]}", 50), line(str(n + 1), 800)] for n in range(3)]
    assert [len(page) for page in without_furniture(pages)] == [1, 1, 1]


def glyphs(text: str, step: float = 0.0) -> list[Glyph]:
    """Characters side by side, `step` points apart; a space is 0.3 ems and leaves no glyph."""
    at, found = 0.0, list[Glyph]()
    for one in text:
        if one == " ":
            at += 0.3 * EM
            continue
        found.append(Glyph(one, at, at + width(one), 0.0, EM, is_apart=False))
        at = found[-1].right + step
    return found


def test_a_wide_gap_is_a_space_and_a_stretched_line_has_none() -> None:
    assert line_of(glyphs("主动公开信息数 条 其中"), 0).text == "主动公开信息数 条 其中"
    assert line_of(glyphs("主动公开政府信息共计三百条", step=3.0), 0).text == "主动公开政府信息共计三百条"


def test_digits_that_a_typesetter_keeps_apart_from_chinese_are_not_set_apart() -> None:
    assert line_of(glyphs("共 12 件，比 2014 年多 3 件，当面 5 件"), 0).text == "共12件，比2014年多3件，当面5件"


def test_radicals_become_characters() -> None:
    assert line_of(glyphs("⼀、⻔户⽹站"), 0).text == "一、门户网站"


@given(
    st.lists(st.text("年度公开一二三0123，。 ", min_size=1, max_size=60), min_size=1, max_size=20),
    st.sampled_from([0, 2]),
)
def test_no_character_is_lost_or_moved(texts: list[str], indent: int) -> None:
    items = page_of(texts, indent=indent)
    before = "".join(item.text for item in items if isinstance(item, Line))
    assert "".join("".join(paragraphs(items)).split()) == "".join(before.split())


@given(st.lists(st.floats(0, 30), min_size=2, max_size=40))
def test_a_line_keeps_its_characters_whatever_the_gaps(gaps: list[float]) -> None:
    at, found = 0.0, list[Glyph]()
    for gap in gaps:
        found.append(Glyph("公", at + gap, at + gap + EM, 0.0, EM, is_apart=False))
        at = found[-1].right
    made = line_of(found, 0)
    assert made.text.replace(" ", "") == "公" * len(gaps)
    assert all(after.left >= before.right for before, after in pairwise(found))
    assert made.left == found[0].left and made.right == found[-1].right
