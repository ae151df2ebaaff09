"""Row labels of the statistics tables (国办发〔2014〕32号 and the provinces' own forms before it) and their codes."""

import re
from dataclasses import dataclass, field

_NUMBERING = re.compile(
    r"^(?:其中[:、 ]*|[一二三四五六七八九十]{1,3}[、.] ?|\([一二三四五六七八九十\d]{1,3}\) ?|"
    r"\d{1,2}[.、] ?|[①-⑳★*※\- ])+"
)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row's figure means. `cumulative` is the code of a second column 历年累计."""

    code: str
    unit: str
    dims: dict[str, str] = field(default_factory=dict)
    cumulative: str = ""


def _published(channel: str) -> Row:
    return Row("proactive.count", "条", {"channel": channel}, "proactive.cumulative")


def _received(channel: str) -> Row:
    return Row("requests.received", "件", {"channel": channel})


_TOTAL = Row("proactive.count", "条", {}, "proactive.cumulative")
_IGNORED = Row("", "")
# Patterns match the whole label, numbering and bracketed remarks removed. The first that matches counts.
_ROWS: tuple[tuple[str, Row], ...] = (
    (r"(?:本年度)?主动公开(?:的)?(?:政府)?(?:信息|文件)(?:总)?(?:数|数量|总数|量)", _TOTAL),
    (r"(?:主动公开)?全文电子化.*", _IGNORED),
    (r"主动公开(?:的)?(?:行政)?规范性文件(?:总)?数", Row("normative_documents.published", "件")),
    (r"(?:制发|新增的?|新制定)(?:行政)?规范性文件(?:总)?数", Row("normative_documents.issued", "件")),
    (
        r"(?:通过)?(?P<channel>政府公报|政府网站|门户网站|网站|政务微博|政务微信|"
        r"政务微博微信|微博|微信)(?:主动)?(?:公开)?(?:政府)?(?:信息)?(?:公开)?(?:数|"
        r"数量)?",
        _published(""),
    ),
    (r"(?:通过)?其[他它](?:方式|形式|渠道)(?:主动)?公开(?:(?:政府)?信息)?(?:数|数量)?", _published("其他")),
    (r"回应公众关注热点或重大舆情数", Row("responses.count", "次")),
    (r"(?:参加或)?(?:举办|召开)新闻发布会(?:总)?次?数", Row("responses.press_conferences", "次")),
    (r"主要负责同志参加新闻发布会次数", Row("responses.press_conferences.by_leaders", "次")),
    (r"政府网站在线访谈次数", Row("responses.interviews", "次")),
    (r"主要负责同志参加政府网站在线访谈次数", Row("responses.interviews.by_leaders", "次")),
    (r"政策解读稿件发布数", Row("responses.interpretations", "篇")),
    (r"微博微信回应事件数", Row("responses.new_media", "次")),
    (r"其[他它]方式回应事件数", Row("responses.other", "次")),
    (
        r"(?:收到|受理)(?:的)?(?:依申请公开|政府信息公开)?(?:信息)?申请(?:信息)?(?:总)?(?:数|"
        r"件数|数量)|受理依申请公开(?:政府)?信息(?:总)?数|"
        r"申请总数",
        Row("requests.received", "件"),
    ),
    (
        r"(?P<channel>当面|传真|电子邮件|网上|网络|信函|信函、传真|传真、信函|其[他它]"
        r"形式|其[他它]方式|其[他它]|书面|口头|电话|邮寄)(?:提交)?申请数",
        _received(""),
    ),
    (r"(?:依申请公开)?(?:申请)?(?:信息)?办结(?:总)?数", Row("requests.answered", "件")),
    (r"按时办结数", Row("requests.answered", "件", {"timeliness": "on_time"})),
    (r"延期办结数", Row("requests.answered", "件", {"timeliness": "extended"})),
    (r"(?:本年度)?对(?:依)?申请的?答复(?:总)?数", Row("requests.answered", "件")),
    (r"申请答复(?:总)?数", _IGNORED),
    (r"属于?已?(?:经)?主动公开(?:的)?(?:范围)?(?:的)?(?:答复)?数", Row("replies.already_public", "件")),
    (r"同意公开(?:答复)?(?:总)?数", Row("replies.granted", "件")),
    (r"同意部分公开(?:答复)?(?:总)?数|部分公开答复数", Row("replies.partial", "件")),
    (r"(?:不同意公开|不予公开|否决公开)(?:答复)?(?:总)?数", Row("replies.refused", "件")),
    (r"涉及国家秘密(?:数)?", Row("replies.refused", "件", {"reason": "state_secret"})),
    (
        r"(?P<reason>涉及商业秘密|涉及个人隐私|不是《条例》所指政府信息|法律法规规定的其[他它]情形)(?:数)?",
        Row("replies.refused", "件"),
    ),
    (
        r"危及国家安全、公共安全、经济安全和社会稳定(?:数)?",
        Row("replies.refused", "件", {"reason": "security_stability"}),
    ),
    (r"不属于本行政机关公开(?:数)?", Row("replies.not_ours", "件")),
    (r"申请信息不存在数?", Row("replies.nonexistent", "件")),
    (r"告知作出更改补充数?", Row("replies.amend", "件")),
    (r"告知通过其[他它]途径办理数?", Row("replies.elsewhere", "件")),
    (r"行政复议(?:申请)?(?:数量|数|案件数)", Row("reconsideration.total", "件")),
    (r"行政诉讼(?:数量|数|案件数)", Row("litigation.total", "件")),
    (r"维持具体行政行为数", Row("reconsideration.upheld", "件")),
    (r"维持具体行政行为或者驳回原告诉讼请求数", Row("litigation.upheld", "件")),
    (r"被依法纠错数", Row("{block}.corrected", "件")),
    (r"其[他它]情形数", Row("{block}.other", "件")),
    (r"举报(?:、)?投诉(?:数量|数)|(?:接受)?投诉(?:、)?举报(?:数量|数)", Row("complaints.total", "件")),
    (r"依申请公开信息收取的费用|(?:依申请公开)?收取(?:的)?费用(?:总额)?", Row("fees.charged", "元")),
    (r"政府信息公开工作专门机构数", Row("organs.count", "个")),
    (r"设置政府信息公开查阅点数", Row("reading_rooms.count", "个")),
    (r"从事政府信息公开工作人员数", Row("staff.total", "人")),
    (r"专职人员数", Row("staff.full_time", "人")),
    (r"兼职人员数", Row("staff.part_time", "人")),
    (r"政府信息公开专项经费", Row("funds.spent", "元")),
    (r"召开政府信息公开工作会议或专题会议数", Row("meetings.count", "次")),
    (r"举办各类培训班数", Row("training.sessions", "次")),
    (r"接受培训人员数", Row("training.people", "人次")),
    (r"网站专栏页面访问量", Row("visits.total", "人次")),
    (r"网上咨询数", Row("consultations.total", "人次", {"channel": "网上"})),
    (r"咨询电话接听数", Row("consultations.total", "人次", {"channel": "电话"})),
)
_PATTERNS = tuple((re.compile(rf"(?:{pattern})$"), row) for pattern, row in _ROWS)


def bare(label: str) -> str:
    """A label without numbering, bracketed remarks and blanks.

    >>> bare("其中:1.当面申请数"), bare("(一)主动公开政府信息数(不同渠道计1条)")
    ('当面申请数', '主动公开政府信息数')
    """
    label = re.sub(r"\s+", "", re.sub(r"\([^()]{3,}\)", "", label))
    return _NUMBERING.sub("", label).strip(":,;、.★*")


def row_of(label: str, block: str) -> Row | None:
    """What the row means; None for an unknown label. `block` is the review block that the table is in."""
    name = bare(label)
    for pattern, row in _PATTERNS:
        match = pattern.match(name)
        if match is None:
            continue
        dims = dict(row.dims)
        dims.update({key: value for key, value in match.groupdict().items() if value})
        return Row(row.code.replace("{block}", block or "reconsideration"), row.unit, dims, row.cumulative)
    return None
