"""read_tables: every shape of the 2019 and 2021 forms gives back the figures, or a warning, never a wrong one."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.report.table_reading import TableReading
from parsers.report.tables import read_tables
from tests.parsers.report.table_texts import SHAPES, Style, Tables, make, render

SEED = next((Path(__file__).parents[3] / "fixtures" / "seeds").glob("004_*"), None)
DOTS = (".", "、", "．", "", "none")
styles = st.builds(
    Style,
    shape=st.sampled_from(SHAPES),
    dot=st.sampled_from(DOTS),
    narrow=st.booleans(),
    misprints=st.booleans(),
    repeated_head=st.booleans(),
    dashes=st.booleans(),
    blanks=st.booleans(),
)


def figures(reading: TableReading) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    return {(metric.code, tuple(sorted(metric.dims.items()))): metric.value for metric in reading.metrics}


def assert_nothing_wrong(reading: TableReading, tables: Tables, text: str) -> None:
    read = figures(reading)
    assert {key: value for key, value in read.items() if tables.figures.get(key) != value} == {}
    assert all(metric.evidence.text == text[metric.evidence.start : metric.evidence.end] for metric in reading.metrics)
    assert len(read) == len(tables.figures) or reading.warnings


@settings(max_examples=120, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    form=st.sampled_from([2019, 2021]),
    big=st.sampled_from([9, 30, 300, 5000]),
    style=styles,
)
def test_whatever_the_shape_no_figure_is_wrong(seed: int, form: int, big: int, style: Style) -> None:
    rng = random.Random(seed)
    tables = make(rng, form, big)
    text = render(tables, style, rng)
    assert_nothing_wrong(read_tables(text, form), tables, text)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    style=styles,
    slip=st.integers(0, 99),
    at=st.tuples(st.integers(0, 21), st.integers(0, 6)),
)
def test_a_report_that_does_not_add_up_is_read_as_printed_or_not_at_all(
    seed: int, style: Style, slip: int, at: tuple[int, int]
) -> None:
    rng = random.Random(seed)
    tables = make(rng, 2019)
    row, cells = tables.requests[at[0]]
    cells[at[1]] = slip
    for column, dims in enumerate(list_of_dims()):
        tables.figures[row.code, tuple(sorted({**row.dims, **dims}.items()))] = cells[column]
    text = render(tables, style, rng)
    assert_nothing_wrong(read_tables(text, 2019), tables, text)


def list_of_dims() -> list[dict[str, str]]:
    names = ("natural_person", "business", "research", "social", "legal_service", "other")
    return [*({"applicant": name} for name in names), {}]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="本年新收上结转公开申请总计其他处理规章行政许可0123456789\t\n .-（）一二三四", max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_tables(text, 2020)


@pytest.mark.parametrize("shape", ["tabs", "lines", "spaces"])
@pytest.mark.parametrize("form", [2019, 2021])
@pytest.mark.parametrize("dot", DOTS)
def test_cells_one_by_one_are_all_read(shape: str, form: int, dot: str) -> None:
    rng = random.Random(form)
    tables = make(rng, form)
    reading = read_tables(render(tables, Style(shape, dot=dot, misprints=True, repeated_head=True), rng), form)
    assert figures(reading) == tables.figures
    assert reading.warnings == ()


@pytest.mark.parametrize("shape", ["glued", "glued-with-spaces"])
@pytest.mark.parametrize("form", [2019, 2021])
def test_glued_cells_are_solved(shape: str, form: int) -> None:
    rng = random.Random(7)
    tables = make(rng, form, 30)
    reading = read_tables(render(tables, Style(shape), rng), form)
    wanted = {key: value for key, value in tables.figures.items() if key[0].startswith("requests.")}
    assert wanted.items() <= figures(reading).items()
    assert {metric.method for metric in reading.metrics} <= {"table", "table-solved"}


def test_the_labels_of_2020_are_read_in_a_report_for_2021() -> None:
    rng = random.Random(3)
    tables = make(rng, 2019)
    reading = read_tables(render(tables, Style("tabs"), rng), 2021)
    assert figures(reading) == tables.figures
    assert {metric.year for metric in reading.metrics} == {2021}


def test_a_glued_row_of_article_20_with_several_cuts_is_a_warning() -> None:
    text = "信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件898989第二十条第（五）项"
    reading = read_tables(text, 2022)
    assert {metric.code for metric in reading.metrics} == {
        "regulations.issued",
        "regulations.repealed",
        "regulations.in_force",
    }
    assert any("10 ways to cut 898989: 8|9|8989" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("146\t+355\t2541765", {"items_last_year": 146, "change": 355, "decisions": 2541765}),
        ("34\t减少3\t487万", {"items_last_year": 34, "change": -3, "decisions": 4870000}),
        ("1,240\t-\t5 件", {"items_last_year": 1240, "change": 0, "decisions": 5}),
        ("240\t无\t约30余件", {"items_last_year": 240, "change": 0, "decisions": 30}),
        ("0\t0\t00", {"items_last_year": 0, "change": 0, "decisions": 0}),
        ("240\t见附件\t30", {}),
        ("240\t30", {}),
    ],
)
def test_cells_of_article_20(cells: str, wanted: dict[str, int]) -> None:
    text = f"信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t{cells}\n"
    read = {metric.code.removeprefix("licensing."): metric.value for metric in read_tables(text, 2020).metrics}
    assert read == wanted


@pytest.mark.parametrize(
    ("head", "cell", "wanted"),
    [
        ("本年收费金额（单位：万元）", "24252.311082", 242523110.82),
        ("本年收费金额（单位：元）", "1200.5", 1200.5),
        ("本年收费金额（单位：万元）", "12元", 12),
        ("本年收费金额", "1.2亿元", 120000000),
        ("本年收费金额", "0", 0),
        ("本年收费金额", "88.5", None),  # of what?
    ],
)
def test_charges_are_in_yuan(head: str, cell: str, wanted: float | None) -> None:
    reading = read_tables(f"信息内容\t{head}\n行政事业性收费\t{cell}\n", 2022)
    assert [metric.value for metric in reading.metrics] == ([] if wanted is None else [wanted])
    assert {metric.unit for metric in reading.metrics} <= {"元"}


def test_procurement_with_glued_units() -> None:
    reading = read_tables("信息内容\n\n采购项目数量\n\n采购总金额\n\n政府集中采购\n\n3084 个\n\n509.97亿元\n\n", 2020)
    assert [(metric.value, metric.unit, metric.evidence.text) for metric in reading.metrics] == [
        (3084, "个", "3084 个"),
        (50997000000, "元", "509.97亿元"),
    ]


def test_tables_that_are_pictures_are_warnings_not_zeros() -> None:
    reading = read_tables(
        "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、行政复议、行政诉讼情况\n", 2019
    )
    assert reading.metrics == ()
    assert len([warning for warning in reading.warnings if "table not readable" in warning]) == 3


def test_a_blank_form_is_no_report_of_zeros() -> None:
    rng = random.Random(1)
    tables = make(rng, 2021)
    tables.article20 = [
        (item, heads, [[row[0], *[""] * len(heads)] for row in rows]) for item, heads, rows in tables.article20
    ]
    lines = render(tables, Style("tabs"), rng).split("\n")
    blank = "\n".join("".join(c for c in line if not c.isdigit()) if "\t" in line else line for line in lines)
    reading = read_tables(blank, 2021)
    assert reading.metrics == ()
    assert len([warning for warning in reading.warnings if "not filled in" in warning]) == 3


def test_two_copies_of_the_tables_count_once_and_differences_not_at_all() -> None:
    rng = random.Random(5)
    tables = make(rng, 2021)
    text = render(tables, Style("tabs"), rng)
    assert figures(read_tables(text + text, 2021)) == tables.figures
    other = make(random.Random(6), 2021)
    read = figures(read_tables(text + render(other, Style("tabs"), rng), 2021))
    assert read == {key: value for key, value in tables.figures.items() if other.figures[key] == value}


def test_labels_name_table_row_and_column() -> None:
    rng = random.Random(2)
    reading = read_tables(render(make(rng, 2021), Style("tabs"), rng), 2021)
    label = next(m.label for m in reading.metrics if m.dims == {"reason": "petition", "applicant": "business"})
    assert label == "收到和处理政府信息公开申请情况 · 不予处理 1.信访举报投诉类申请 · 商业企业"


def test_spans_cover_the_figures() -> None:
    rng = random.Random(2)
    reading = read_tables(render(make(rng, 2019), Style("lines"), rng), 2019)
    assert all(any(a <= m.evidence.start < b for a, b in reading.spans) for m in reading.metrics)


@pytest.mark.skipif(SEED is None, reason="the seed documents are not here")
def test_the_seed_report_one_cell_a_line() -> None:
    assert SEED is not None
    reading = read_tables(SEED.read_text(encoding="utf-8"), 2020)
    read = figures(reading)
    assert len(read) == 198
    assert reading.warnings == ()
    assert read["other_services.decisions", ()] == 4870000
    assert read["requests.closed", ()] == 278  # as printed, though the rows add up to 257
    assert read["litigation.direct.pending", ()] == 12


PIPES = """二、主动公开政府信息情况
|
第二十条第（一）项 | |||
|
信息内容 |
本年制发件数（以文号计） |
本年废止件数 |
现行有效件数（历史累计） |
|
规章 |
0 |
0 |
1 |
|
行政规范性文件 |
3 |
1 |
15 |
第二十条第（八）项 |
信息内容 |
本年收费金额（单位：万元，保留两位小数） |
行政事业性收费 |
12.5 |
"""


def test_cells_with_their_pipes_one_a_line_and_heads_with_remarks() -> None:
    read = {code: value for (code, _), value in figures(read_tables(PIPES, 2023)).items()}
    assert [read[f"regulations.{end}"] for end in ("issued", "repealed", "in_force")] == [0, 0, 1]
    assert [read[f"normative_documents.{end}"] for end in ("issued", "repealed", "in_force")] == [3, 1, 15]
    assert read["charges.amount"] == 125_000


PIPED_ROWS = """申请人情况 |
自然人 |
法人或其他组织 |
总计 |
商业企业 |
科研机构 |
社会公益组织 |
法律服务机构 |
其他 |
|||||
一、本年新收政府信息公开申请数量 |
{new}二、上年结转政府信息公开申请数量 |
{carried}三、本年度办理结果 |
（一）予以公开 |
{granted}"""


def _piped(*cells: str) -> str:
    return "".join(f"{cell} |\n" if cell else "|\n" for cell in cells) + "||\n"


def test_an_empty_cell_between_pipes_is_zero_where_the_row_adds_up() -> None:
    none = [""] * 7
    text = PIPED_ROWS.format(
        new=_piped("31", "", "", "", "2", "", "33"), carried=_piped(*none), granted=_piped("18", *none)
    )
    read = figures(read_tables(text, 2022))
    assert read["requests.new", (("applicant", "natural_person"),)] == 31
    assert read["requests.new", (("applicant", "business"),)] == 0
    assert read["requests.new", (("applicant", "legal_service"),)] == 2
    assert read["requests.new", ()] == 33
    assert not any(code == "requests.carried_in" for code, _ in read)  # a row that nobody filled in is no zero
    assert {key: value for key, value in read.items() if key[0] == "requests.granted"} == {
        ("requests.granted", (("applicant", "natural_person"),)): 18
    }


def test_signs_where_the_form_has_none() -> None:
    text = "信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 +22 0 889\n其他对外管理服务事项 253 --253 0\n"
    read = {code: value for (code, _), value in figures(read_tables(text, 2019)).items()}
    assert [read["licensing.items_last_year"], read["other_services.change"]] == [22, -253]
    lost = text.replace("本年增/减", "本年增/")  # its second line
    assert {code: value for (code, _), value in figures(read_tables(lost, 2019)).items()} == read


HEAD_LINE = "申请人情况\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"


def test_a_table_cut_off_behind_its_first_rows_gives_these_rows() -> None:
    text = f"{HEAD_LINE}一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
    read = figures(read_tables(text + "三、本年度办理结果\t（一）予以公开\t", 2023))
    assert read["requests.new", ()] == 5
    assert read["requests.carried_in", (("applicant", "natural_person"),)] == 1
    assert {code for code, _ in read} == {"requests.new", "requests.carried_in"}


def test_a_table_cut_off_behind_a_row_gives_that_row() -> None:
    rows = (
        "一、本年新收政府信息公开申请数量\n4\n1\n0\n0\n0\n0\n5\n二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
    )
    read = figures(read_tables(HEAD_LINE.replace("\t", "\n") + rows, 2023))
    assert (read["requests.new", ()], read["requests.carried_in", ()]) == (5, 1)


def test_a_sentence_about_new_requests_is_no_table() -> None:
    assert figures(read_tables("本年新收政府信息公开申请数量4件，上年结转1件，总计5件。", 2023)) == {}


def test_heads_of_which_the_second_line_was_lost() -> None:
    text = "信息内容\t本年新\t本年新\t对外公开总数量\n规章\t0\t0\t2\n规范性文件\t3\t1\t15\n"
    read = {code: value for (code, _), value in figures(read_tables(text, 2020)).items()}
    assert [read[f"normative_documents.{end}"] for end in ("made", "published", "total")] == [3, 1, 15]


def test_empty_cells_between_pipes_keep_the_columns_of_article_20() -> None:
    head = "信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n|\n"
    text = head + "行政许可 |\n5 |\n|\n7 |\n|\n其他对外管理服务事项 |\n1 |\n2 |\n|\n"
    read = {code: value for (code, _), value in figures(read_tables(text, 2019)).items()}
    assert read == {
        "licensing.items_last_year": 5,
        "licensing.change": 0,
        "licensing.decisions": 7,
        "other_services.items_last_year": 1,
        "other_services.change": 2,  # the third is empty, or the border: nobody can tell
    }


def test_a_head_with_another_word_in_it() -> None:
    text = "信息内容\t本年处理绝对数量\n行政处罚\t7\n行政强制\t0\n"
    read = {code: value for (code, _), value in figures(read_tables(text, 2021)).items()}
    assert read == {"penalties.decisions": 7, "coercion.decisions": 0}


def test_tables_of_a_mirror_that_writes_the_words_of_taiwan() -> None:
    text = "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规范性档案\t3\t1\t15\n"
    assert {code for code, _ in figures(read_tables(text, 2020))} == {
        "normative_documents.made",
        "normative_documents.published",
        "normative_documents.total",
    }
