"""The fixed tables of an annual report as data: 国办公开办函〔2019〕60号 (2019, 2020) and 〔2021〕30号 (from 2021).

Codes, dims and units are those of docs/metrics.md.
"""

from dataclasses import dataclass
from typing import Literal

Part = Literal["count", "change", "money"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an Article 20 block: its head, the end of its code, its unit, and what may stand in its cells."""

    head: str
    code: str
    unit: str
    part: Part = "count"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of Article 20 under one head. `rows` are (label as printed, other labels met, first part of the code)."""

    form: int
    item: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]


_RULES = (
    ("规章", (), "regulations"),
    ("行政规范性文件", ("规范性文件",), "normative_documents"),
)
_LICENSING = ("行政许可", (), "licensing")
_SERVICES = ("其他对外管理服务事项", ("其它对外管理服务事项", "其他对外管理服务"), "other_services")
_PENALTIES = ("行政处罚", (), "penalties")
_COERCION = ("行政强制", (), "coercion")
_CHARGES = ("行政事业性收费", ("行政事业收费", "行政事业型收费"), "charges")
_ITEMS = (Column("上一年项目数量", "items_last_year", "项"), Column("本年增/减", "change", "项", "change"))

ARTICLE20: tuple[Block, ...] = (
    Block(
        2019,
        "第二十条第（一）项",
        (
            Column("本年新制作数量", "made", "件"),
            Column("本年新公开数量", "published", "件"),
            Column("对外公开总数量", "total", "件"),
        ),
        _RULES,
    ),
    Block(
        2019,
        "第二十条第（五）（六）项",
        (*_ITEMS, Column("处理决定数量", "decisions", "件")),
        (_LICENSING, _SERVICES, _PENALTIES, _COERCION),
    ),
    Block(2019, "第二十条第（八）项", _ITEMS, (_CHARGES,)),
    Block(
        2019,
        "第二十条第（九）项",
        (Column("采购项目数量", "projects", "个"), Column("采购总金额", "amount", "元", "money")),
        (("政府集中采购", ("集中采购",), "procurement"),),
    ),
    Block(
        2021,
        "第二十条第（一）项",
        (
            Column("本年制发件数", "issued", "件"),
            Column("本年废止件数", "repealed", "件"),
            Column("现行有效件数", "in_force", "件"),
        ),
        _RULES,
    ),
    Block(
        2021,
        "第二十条第（五）（六）项",
        (Column("本年处理决定数量", "decisions", "件"),),
        (_LICENSING, _PENALTIES, _COERCION),
    ),
    Block(2021, "第二十条第（八）项", (Column("本年收费金额", "amount", "元", "money"),), (_CHARGES,)),
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """A number column of the table of requests; the total column has no dims."""

    head: str
    dims: dict[str, str]


APPLICANTS: tuple[Applicant, ...] = (
    Applicant("自然人", {"applicant": "natural_person"}),
    Applicant("商业企业", {"applicant": "business"}),
    Applicant("科研机构", {"applicant": "research"}),
    Applicant("社会公益组织", {"applicant": "social"}),
    Applicant("法律服务机构", {"applicant": "legal_service"}),
    Applicant("其他", {"applicant": "other"}),
    Applicant("总计", {}),
)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A row of the table of requests.

    `core` is the part of the printed label that tells it from all others, `cores` other spellings met, `number` the
    row's number within its group.
    """

    code: str
    label: str
    core: str
    cores: tuple[str, ...] = ()
    reason: str | None = None
    number: int | None = None

    @property
    def dims(self) -> dict[str, str]:
        """The dims of the row, without the applicant."""
        return {"reason": self.reason} if self.reason else {}


def _group(code: str, *rows: tuple[str, str, str, tuple[str, ...]]) -> tuple[RequestRow, ...]:
    return tuple(
        RequestRow(code, label, core, cores, reason, number)
        for number, (reason, label, core, cores) in enumerate(rows, start=1)
    )


NEW = RequestRow("requests.new", "本年新收政府信息公开申请数量", "本年新收", ("本年度新收", "今年新收"))
CARRIED_IN = RequestRow("requests.carried_in", "上年结转政府信息公开申请数量", "上年结转", ("上年度结转", "上一年结转"))
OTHER = RequestRow("requests.other", "其他处理", "其他处理", ("其它处理",))  # one row in 2019, a heading from 2021
CLOSED = RequestRow("requests.closed", "总计", "总计", ("合计",))
CARRIED_OUT = RequestRow("requests.carried_out", "结转下年度继续办理", "结转下年度", ("结转下一年度", "结转下年"))

RESULTS: tuple[RequestRow, ...] = (
    RequestRow("requests.granted", "予以公开", "予以公开", ("子以公开", "准予公开")),
    RequestRow("requests.partial", "部分公开", "部分公开"),
    *_group(
        "requests.refused",
        ("state_secret", "属于国家秘密", "国家秘密", ()),
        ("law_forbids", "其他法律行政法规禁止公开", "法律行政法规禁止公开", ("法律、行政法规禁止公开", "法规禁止")),
        ("security_stability", "危及“三安全一稳定”", "三安全一稳定", ("三安全", "危及")),
        ("third_party", "保护第三方合法权益", "第三方合法权益", ("第三方",)),
        ("internal_affairs", "属于三类内部事务信息", "内部事务信息", ("内部事务",)),
        ("process_information", "属于四类过程性信息", "过程性信息", ("过程信息",)),
        ("enforcement_file", "属于行政执法案卷", "行政执法案卷", ("执法案卷",)),
        ("administrative_query", "属于行政查询事项", "行政查询事项", ("行政查询",)),
    ),
    *_group(
        "requests.unavailable",
        ("not_held", "本机关不掌握相关政府信息", "不掌握相关政府信息", ("不掌握",)),
        ("needs_making", "没有现成信息需要另行制作", "需要另行制作", ("没有现成信息", "另行制作")),
        ("unclear", "补正后申请内容仍不明确", "申请内容仍不明确", ("申请内容不明确", "内容仍不明确")),
    ),
    *_group(
        "requests.unprocessed",
        ("petition", "信访举报投诉类申请", "信访举报投诉", ("信访、举报、投诉",)),
        ("repeated", "重复申请", "重复申请", ("重复性申请",)),
        ("publication", "要求提供公开出版物", "公开出版物", ()),
        ("excessive", "无正当理由大量反复申请", "大量反复申请", ("大量重复申请",)),
        ("reconfirm", "要求行政机关确认或重新出具已获取信息", "重新出具已获取信息", ("行政机关确认或重新", "重新出具")),
    ),
    OTHER,
    *_group(
        "requests.other",
        ("no_correction", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "逾期不补正", ()),
        (
            "unpaid",
            "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "收费通知要求缴纳费用",
            ("未按收费通知", "缴纳费用"),
        ),
        ("other", "其他", "其他", ("其它",)),
    ),
)
REQUEST_ROWS: tuple[RequestRow, ...] = (NEW, CARRIED_IN, *RESULTS, CLOSED, CARRIED_OUT)

# Headings inside the table of requests: they hold no cells. 其他处理 is one of them from 2021, see OTHER.
REQUEST_HEADINGS = ("本年度办理结果", "办理结果", "不予公开", "不子公开", "无法提供", "不予处理", "不子处理")

REVIEW_RESULTS: tuple[tuple[str, str], ...] = (
    ("结果维持", "upheld"),
    ("结果纠正", "corrected"),
    ("其他结果", "other"),
    ("尚未审结", "pending"),
    ("总计", "total"),
)
REVIEW_BLOCKS: tuple[tuple[str, str], ...] = (
    ("行政复议", "reconsideration"),
    ("行政诉讼 未经复议直接起诉", "litigation.direct"),
    ("行政诉讼 复议后起诉", "litigation.after_review"),
)

# Section headings of both forms, for warnings.
SECTION_ARTICLE20 = "主动公开政府信息情况"
SECTION_REQUESTS = "收到和处理政府信息公开申请情况"
SECTION_REVIEW = "政府信息公开行政复议、行政诉讼情况"
