"""Made-up annual reports: tables that satisfy the form's identities, rendered in every shape that pages leave."""

import random
from dataclasses import dataclass, field

from parsers.report.table_forms import (
    APPLICANTS,
    ARTICLE20,
    CARRIED_IN,
    CARRIED_OUT,
    CLOSED,
    NEW,
    OTHER,
    RESULTS,
    REVIEW_BLOCKS,
    REVIEW_RESULTS,
    RequestRow,
)

SHAPES = ("tabs", "lines", "glued", "spaces", "glued-with-spaces")
GROUPS = {
    "requests.refused": "（三）不予公开",
    "requests.unavailable": "（四）无法提供",
    "requests.unprocessed": "（五）不予处理",
    "requests.other": "（六）其他处理",
}
CHAPTERS = {
    "requests.granted": "（一）",
    "requests.partial": "（二）",
    "requests.other": "（六）",
    "requests.closed": "（七）",
}


@dataclass
class Tables:
    """The truth: figures by code and dims, and the cells row by row."""

    form: int
    article20: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)  # item, heads, rows
    requests: list[tuple[RequestRow, list[int]]] = field(default_factory=list)
    reviews: list[int] = field(default_factory=list)
    figures: dict[tuple[str, tuple[tuple[str, str], ...]], float] = field(default_factory=dict)


def _number(rng: random.Random, big: int) -> int:
    return 0 if rng.random() < 0.6 else rng.randint(0, rng.choice([9, 30, big]))


def make(rng: random.Random, form: int, big: int = 300) -> Tables:
    """Random tables of a form; every identity of it holds."""
    tables = Tables(form)
    _make_article20(rng, tables)
    others = [row for row in RESULTS if row.code == OTHER.code]  # 其他处理, and its three rows of 2021
    unused = others[1:] if form == 2019 else others[:1]
    results = [row for row in RESULTS if row not in unused]
    rows = {row: [_number(rng, big) for _ in range(6)] for row in results}
    closed = [sum(column) for column in zip(*rows.values(), strict=True)]
    carried_out = [_number(rng, 9) for _ in range(6)]
    most = [a + b for a, b in zip(closed, carried_out, strict=True)]
    carried_in = [rng.randint(0, min(9, limit)) if rng.random() < 0.3 else 0 for limit in most]
    new = [a - b for a, b in zip(most, carried_in, strict=True)]
    everything = [(NEW, new), (CARRIED_IN, carried_in), *rows.items(), (CLOSED, closed), (CARRIED_OUT, carried_out)]
    for row, cells in everything:
        full = [*cells, sum(cells)]
        tables.requests.append((row, full))
        for applicant, value in zip(APPLICANTS, full, strict=True):
            tables.figures[row.code, tuple(sorted({**row.dims, **applicant.dims}.items()))] = value
    for _, code in REVIEW_BLOCKS:
        cells = [_number(rng, 40) for _ in range(4)]
        for (_, result), value in zip(REVIEW_RESULTS, [*cells, sum(cells)], strict=True):
            tables.reviews.append(value)
            tables.figures[f"{code}.{result}", ()] = value
    return tables


def _make_article20(rng: random.Random, tables: Tables) -> None:
    for block in ARTICLE20:
        if block.form != tables.form:
            continue
        rows = []
        for name, _, code in block.rows:
            words = [name]
            for column in block.columns:
                value: float = _number(rng, 30_000)
                word = str(value)
                if column.part == "change" and rng.random() < 0.5:
                    value = value * rng.choice([1, -1])
                    word = f"{value:+d}" if value else "0"
                if column.part == "money":
                    value, word = rng.choice([(0, "0"), (12_345_600, "1234.56万元"), (50_997_000_000, "509.97亿元")])
                    if tables.form == 2021:
                        value, word = rng.choice([(0, "0"), (242_523_110.82, "24252.311082"), (50_000, "5")])
                words.append(word)
                tables.figures[f"{code}.{column.code}", ()] = value
            rows.append(words)
        tables.article20.append((block.item, [column.head for column in block.columns], rows))


@dataclass
class Style:
    """How a page writes the same table: what stands between cells, how rows are numbered, how labels are printed."""

    shape: str = "tabs"
    dot: str = "."
    narrow: bool = False  # half-width brackets
    misprints: bool = False
    repeated_head: bool = False
    dashes: bool = False  # a dash for a zero
    blanks: bool = False  # nothing for a zero


def _misprint(words: str) -> str:
    for right, wrong in (
        ("不予公开", "不子公开"),
        ("其他法律行政", "其它法律、行政"),
        ("行政查询事项", "行政查洵事项"),
    ):
        words = words.replace(right, wrong)
    return words.replace("补正后申请内容仍不明确", "申请内容不明确")


def render(tables: Tables, style: Style, rng: random.Random) -> str:
    """The report as plain text."""
    writer = _Writer(style, rng)
    writer.prose("二、主动公开政府信息情况")
    for item, heads, rows in tables.article20:
        unit = "（单位：万元）" if heads == ["本年收费金额"] else ""
        for part in [item] if "（五）（六）" not in item else ["第二十条第（五）项", "第二十条第（六）项"]:
            writer.row([part], [""] * len(heads))
            writer.row(["信息内容"], [head + unit for head in heads])
            for row in rows:
                sixth = row[0] in ("行政处罚", "行政强制")
                if "（五）（六）" not in item or sixth == (part == "第二十条第（六）项"):
                    writer.row([row[0]], row[1:], keep=True)
    writer.prose("三、收到和处理政府信息公开申请情况")
    writer.prose("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
    _render_requests(tables, writer, style)
    writer.prose("四、政府信息公开行政复议、行政诉讼情况")
    heads = [name for name, _ in REVIEW_RESULTS]
    writer.row(["行政复议"], ["", "", "", "", "行政诉讼"] + [""] * 9)
    writer.row([heads[0]], [*heads[1:], "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""])
    writer.row([""], ["", "", "", "", *heads, *heads])
    writer.row([], [str(value) for value in tables.reviews], keep=True)
    writer.prose("五、存在的主要问题及改进情况")
    writer.prose("2021年，我局收到申请12件，（一）予以公开3件。六、其他需要报告的事项")
    return "".join(writer.parts)


def _table_head(writer: "_Writer") -> None:
    writer.row(["申请人情况", "", ""], ["自然人", "法人或其他组织", "", "", "", "", "总计"])
    writer.row(["", "", ""], ["", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""])


def _render_requests(tables: Tables, writer: "_Writer", style: Style) -> None:
    _table_head(writer)
    group = ""
    for index, (row, cells) in enumerate(tables.requests):
        values = [str(value) for value in cells]
        if index == 2:
            first = "三、本年度办理结果"
        elif row.number == 1 and style.repeated_head:
            _table_head(writer)
            first = "三、本年度办理结果"
        else:
            first = ""
        if row is NEW or row is CARRIED_IN or row is CARRIED_OUT:
            mark = {NEW: "一、", CARRIED_IN: "二、", CARRIED_OUT: "四、"}[row]
            writer.row([mark + row.label, "", ""], values, keep=True)
            continue
        if row.number is None:
            hint = "（区分处理的，只计这一情形，不计其他情形）" if row.label == "部分公开" else ""
            writer.row([first, CHAPTERS[row.code] + row.label + hint, ""], values, keep=True)
            continue
        heading = "" if group == row.code else GROUPS[row.code]
        group = row.code
        number = f"{row.number}{style.dot}" if style.dot != "none" else ""
        writer.row([first, heading, number + row.label], values, keep=True)


class _Writer:
    def __init__(self, style: Style, rng: random.Random) -> None:
        self.style, self.rng, self.parts = style, rng, []

    def prose(self, words: str) -> None:
        self.parts.append(words + ("" if self.style.shape.startswith("glued") else "\n\n"))

    def row(self, labels: list[str], cells: list[str], keep: bool = False) -> None:
        style = self.style
        if style.narrow:
            labels = [label.replace("（", "(").replace("）", ")") for label in labels]
        if style.misprints:
            labels = [_misprint(label) for label in labels]
        if keep and style.dashes:
            cells = ["-" if cell == "0" and self.rng.random() < 0.5 else cell for cell in cells]
        if keep and style.blanks:
            cells = ["" if cell == "0" and self.rng.random() < 0.5 else cell for cell in cells]
        full = [cell for cell in [*labels, *cells] if cell]
        if style.shape == "tabs":
            self.parts.append("\t".join([*labels, *cells]) + "\n")
        elif style.shape == "lines":
            self.parts.append("".join(f"{cell}\n\n" for cell in full))
        elif style.shape == "spaces":
            self.parts.append(" ".join(full) + "\n")
        elif style.shape == "glued":
            self.parts.append("".join(full))
        else:
            self.parts.append("".join(cell + (" " if self.rng.random() < 0.2 else "") for cell in full))
