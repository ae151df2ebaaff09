"""Annual disclosure reports in the form of 2021, as pages: correct unless a fault is asked for."""

import random
from dataclasses import dataclass, field

from benchmarks.bench_portals_words import Words

_KINDS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
_ROWS = (
    "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（三）不予公开|1.属于国家秘密", "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项",
    "（四）无法提供|1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "（五）不予处理|1.信访举报投诉类申请",
    "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息",
    "（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
)  # fmt: skip
_BLOCK = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@dataclass
class Report:
    """One year's figures by column; `carried_in` comes from the year before."""

    year: int
    carried_in: list[int]
    new: list[int] = field(default_factory=list)
    results: list[list[int]] = field(default_factory=list)
    carried_out: list[int] = field(default_factory=list)
    made: tuple[int, int, int] = (0, 0, 0)
    review: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, year: int, before: "Report | None", rng: random.Random) -> "Report":
        carried_in = before.carried_out if before else [rng.randint(0, 2), 0, 0, 0, 0, 0]
        report = cls(year, carried_in)
        report.new = [rng.randint(12, 60), rng.randint(0, 6), 0, 0, rng.randint(0, 3), 0]
        report.carried_out = [rng.randint(0, 3), 0, 0, 0, 0, 0]
        report.results = [[0] * 6 for _ in _ROWS]
        for column in range(6):
            left = carried_in[column] + report.new[column] - report.carried_out[column]
            for _ in range(left):
                report.results[rng.choice((0, 0, 0, 0, 1, 5, 9, 10, 10, 11, 13))][column] += 1
        made, dropped = rng.randint(2, 9), rng.randint(0, 2)
        valid = before.made[2] if before else rng.randint(30, 60)
        report.made = (made, dropped, valid + made - dropped)
        report.review = [rng.randint(0, 4), rng.randint(0, 2), 0, rng.randint(0, 1)]
        return report

    def markup(self, words: Words, narrative: list[str], *, slip: int = 0, pictures: bool = False) -> str:
        """The page's text. `slip` is added to one total that must agree; `pictures`: the tables are images."""
        county = words.place.county
        head = (
            f"<p>　　根据《中华人民共和国政府信息公开条例》规定，现公布{county}{self.year}年政府信息公开工作年度报告。"
        )
        head += f"本报告所列数据的统计期限自{self.year}年1月1日起至{self.year}年12月31日止。</p>"
        picture = '<p><img src="/images/table{0}.png"></p>'
        tables = (
            [picture.format(n) for n in (1, 2, 3)] if pictures else [self._made(), self._asked(slip), self._reviews()]
        )
        story = [f"<p>　　{one}</p>" for one in narrative]
        received = sum(self.new)
        return "".join(
            (
                head, "<p>一、总体情况</p>", *story[:3],
                "" if pictures else f"<p>　　{self.year}年，共收到政府信息公开申请{received}件。</p>",
                "<p>二、主动公开政府信息情况</p>", tables[0],
                "<p>三、收到和处理政府信息公开申请情况</p>", tables[1],
                "<p>四、政府信息公开行政复议、行政诉讼情况</p>", tables[2],
                "<p>五、存在的主要问题及改进情况</p>", *story[3:6],
                "<p>六、其他需要报告的事项</p><p>　　本年度未收取信息处理费。</p>", *story[6:],
            )
        )  # fmt: skip

    def _made(self) -> str:
        rows = (
            f"<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td>{_cells(self.made)}</tr>"
        )
        return (
            '<table border="1"><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td>'
            f"<td>本年废止件数</td><td>现行有效件数</td></tr>{rows}"
            '<tr><td colspan="4">第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>'
            '<tr><td>行政许可</td><td colspan="3">1562</td></tr><tr><td colspan="4">第二十条第（六）项</td></tr><tr><td>信息内容'
            '</td><td colspan="3">本年处理决定数量</td></tr><tr><td>行政处罚</td><td colspan="3">311</td></tr><tr><td>行政强制'
            '</td><td colspan="3">22</td></tr><tr><td colspan="4">第二十条第（八）项</td></tr><tr><td>信息内容</td><td colspan'
            '="3">本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td colspan="3">1280.5</td></tr></table>'
        )

    def _asked(self, slip: int) -> str:
        kinds = "".join(f"<td>{one}</td>" for one in _KINDS[1:])
        head = (
            '<tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">'
            '申请人情况</td></tr><tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>'
            f"<tr>{kinds}</tr>"
        )
        rows = [
            _row("一、本年新收政府信息公开申请数量", self.new),
            _row("二、上年结转政府信息公开申请数量", self.carried_in),
        ]
        for label, figures in zip(_ROWS, self.results, strict=True):
            rows.append(_row("三、本年度办理结果|" + label if label.startswith("（一）") else label, figures))
        totals = [sum(row[at] for row in self.results) for at in range(6)]
        totals[0] += slip
        rows += [_row("（七）总计", totals), _row("四、结转下年度继续办理", self.carried_out)]
        return f'<table border="1">{head}{"".join(rows)}</table>'

    def _reviews(self) -> str:
        names = "".join(f"<td>{one}</td>" for one in _BLOCK)
        none = "<td>0</td>" * 5
        figures = _cells([*self.review, sum(self.review)])
        return (
            '<table border="1"><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr><tr>'
            + "".join(f'<td rowspan="2">{one}</td>' for one in _BLOCK)
            + f'<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr><tr>{names}{names}</tr>'
            + f"<tr>{figures}{none}{none}</tr></table>"
        )


def _cells(figures: "list[int] | tuple[int, ...]") -> str:
    return "".join(f"<td>{one}</td>" for one in figures)


def _row(label: str, figures: list[int]) -> str:
    parts = label.split("|")
    heads = "".join(f"<td>{one}</td>" for one in parts[:-1])
    span = 4 - len(parts)
    return f'<tr>{heads}<td colspan="{span}">{parts[-1]}</td>{_cells([*figures, sum(figures)])}</tr>'
