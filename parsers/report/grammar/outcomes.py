"""What became of requests: granted, refused, not ours, …, and the rows of the forms from 2019 that sentences name."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.chains import is_on_disclosure
from parsers.report.reading import Reading, State, agency_dims

_REASONS = tuple(
    (
        re.compile(
            rf"{words}(?:的|类)?(?:申请)?(?:信息)?(?:而)?(?:不予公开|不予处理|无法提供|未予提供)?(?:的)?(?:共|有|为)*$"
        ),
        code,
        reason,
    )
    for words, code, reason in (
        (
            r"(?:[本我](?:行政)?(?:机关|单位|部门|[局办委厅院镇乡]))?不掌握(?:相关|有关)?(?:政府)?",
            "requests.unavailable",
            "not_held",
        ),
        (r"(?:没有现成信息)?需要?另行制作", "requests.unavailable", "needs_making"),
        (r"逾期未按收费通知要求缴纳费用(?:、行政机关不再处理其政府信息公开申请)?", "requests.other", "unpaid"),
        (
            r"(?:无正当理由)?逾期(?:未|不)补正(?:、行政机关不再处理其政府信息公开申请)?",
            "requests.other",
            "no_correction",
        ),
        (r"信访、?(?:举报)?、?投诉", "requests.unprocessed", "petition"),
        (r"(?:内容|补正后)仍?不明确”?", "requests.unavailable", "unclear"),
        (r"重复", "requests.unprocessed", "repeated"),
        (r"(?:要求提供)?公开出版物", "requests.unprocessed", "publication"),
        (r"无正当理由大量反复", "requests.unprocessed", "excessive"),
        (r"属于国家秘密", "requests.refused", "state_secret"),
        (r"保护第三方合法权益", "requests.refused", "third_party"),
        (r"(?:三类)?内部事务", "requests.refused", "internal_affairs"),
        (r"(?:四类)?过程性+", "requests.refused", "process_information"),
        (r"行政执法案卷", "requests.refused", "enforcement_file"),
        (r"行政查询事项", "requests.refused", "administrative_query"),
    )
)
_OLD_REASON = re.compile(r"(?P<reason>涉及(?:国家秘密|商业秘密|个人隐私))(?:的|类|信息|共|有)*$")
_KIND_TAIL = r"(?:的|类|答复|申请|公开|信息|数|共|有|为|是|,|:| |处理|决定)*$"
_KINDS = tuple(
    (re.compile(pattern + _KIND_TAIL), old, new)
    for pattern, old, new in (
        (r"部[分份](?:予以|同意)?公开", "replies.partial", "requests.partial"),
        (r"(?:不(?:予|同意)?(?:以)?|免予|免于)(?:公开|提供)|否决公开", "replies.refused", "requests.refused"),
        (
            r"(?:已(?:经)?(?:属于?)?主动公开(?:的)?(?:范围)?|主动公开范围|^(?:其中)?,?(?:属于?)?主动公开)",
            "replies.already_public",
            "",
        ),
        (r"(?:信息)?不存在", "replies.nonexistent", ""),
        (
            r"(?:不属于?(?:于)?|非)(?:本级?|我|受理)(?:行政)?(?:机关|政府|单位|部门|[局市县区委厅院办镇乡街校省州旗]|街道|中心)?(?:政府)?(?:信息)?(?:公开|"
            r"掌握|制作|职责|职能|职权|权限|负责)*(?:范围)?(?:内)?",
            "replies.not_ours",
            "",
        ),
        (r"(?:作出|进行)?(?:更改|更正|补正)(?:、|或)?(?:补充|说明)?", "replies.amend", ""),
        (r"(?:申请)?内容不明确”?", "replies.amend", ""),
        (r"(?:通过)?其他途径办理", "replies.elsewhere", ""),
        (r"无法提供", "", "requests.unavailable"),
        (r"不予处理", "", "requests.unprocessed"),
        (r"其他处理", "", "requests.other"),
        (
            r"(?:(?<!不)(?<!不予以)(?:(?:予以|同意|全部|给予|已予|提供)公开|(?:同意|予以|给予)提供)|^(?:其中)?,?(?:(?:属于?)?公开范围|公开$|公开的$))",
            "replies.granted",
            "requests.granted",
        ),
    )
)
_KINDS_BEHIND = tuple(
    (
        re.compile(r"^(?:的|所申请信息|申请|为|属于?|因|以|答复|告知)*" + pattern.pattern.removesuffix(_KIND_TAIL)),
        old,
        new,
    )
    for pattern, old, new in _KINDS
)
_OTHER = re.compile(r"其[他它](?:情形|情况)?(?:的|共|有)*")
_AMONG_OUTCOMES = re.compile(r"(?:公开|提供|处理|不掌握[^,;]{0,8}|信息)\d+件")
_KEPT_BACK = re.compile(r"不予公开的?(?:政府)?(?:信息|文件)(?:总?数|有|共|为)*$")
_JOINED_KINDS = re.compile(
    r"公开(?:答复)?(?:及|和|或|、|与|以及)(?:者)?(?:予以)?(?:部[分份]|不予)|部[分份]公开(?:及|和|或|、)"
)


def read_kind(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    if state.year >= 2019 and _OTHER.fullmatch(figure.before) and _AMONG_OUTCOMES.search(figure.clause.lead[-60:]):
        return (Reading("requests.other", {"reason": "other"} if state.year >= 2021 else {}, "件"),)
    before = re.sub(r"[“”\"]", "", figure.before)
    if _KEPT_BACK.search(before) and figure.quantity.unit == "条":
        return ()  # 制作信息3021条, 其中不予公开信息1535条: documents, not answers
    if figure.quantity.unit == "条" and is_on_disclosure(figure.clause.section):
        return ()  # 按公开属性分,主动公开146条,免予公开87条
    found = [kind for kind in _KINDS if kind[0].search(before)]
    found = found or [kind for kind in _KINDS_BEHIND if kind[0].search(figure.after)]
    if not found:
        return None
    _, old, new = found[0]
    code = (new or old) if state.year >= 2019 else old  # 不属于本机关公开8件 has no row in the later forms
    return (Reading(code, agency_dims(state), "件"),) if code and not _JOINED_KINDS.search(figure.around) else ()


_SAID_OF = re.compile(r"^(?:的)?(?:申请)?(?:均|都|全部)?(?:为|属于?|因)(?:《条例》)?(?:所指|规定)?的?")


def _said_of(words: str) -> str:
    """The reason behind a number: 3件均属于《条例》所指本机关不掌握相关政府信息."""
    match = _SAID_OF.match(words)
    return words[match.end() :] if match else ""


def read_reason(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    """The rows of the forms from 2019 that the words name: 本机关不掌握6件, 重复申请1件."""
    if state.year < 2019:
        old = _OLD_REASON.search(figure.before)
        reason = {"涉及国家秘密": "state_secret"}.get(old["reason"], old["reason"]) if old else ""
        return (Reading("replies.refused", {"reason": reason, **agency_dims(state)}, "件"),) if reason else None
    for pattern, code, reason in _REASONS:
        if pattern.search(figure.before) or pattern.search(_said_of(figure.after)) or pattern.match(figure.after):
            return (Reading(code, {"reason": reason, **agency_dims(state)}, "件"),)
    return None
