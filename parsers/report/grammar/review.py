"""Reconsideration, litigation, complaints."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.subjects import own_subject, speaks_of_disclosure, subject_of
from parsers.report.reading import Reading, State

UNITS = frozenset("件起例宗次条个") | {"件次"}
# 责令履行 and 确认违法 correct the organ just as 撤销 and 变更 do (行政复议法 art. 64-66); 撤诉 is the form's 其他情形.
_RESULTS = (
    (re.compile(r"维持|驳回(?:原告)?(?:的)?诉讼请求"), "upheld"),
    (re.compile(r"纠正|纠错|撤销|责令|确认违法|变更|败诉"), "corrected"),
    (re.compile(r"撤诉|撤回|驳回(?:复议)?申请|^其[他它]$|其[他它](?:结果|情形|情况)|终止"), "other"),
    (
        re.compile(
            r"(?:尚未|未)判决|审理中|办理中|[一二]审中|(?:正在|尚在|仍在)(?:审理|办理)|(?:尚未|未)(?:审结|办结|结案)|在审|未结"
        ),
        "pending",
    ),
)
_LOST_BY_OTHERS = re.compile(r"(?:其中|法院|判决|已|审结)*(?:驳回|胜诉)(?:的)?")  # of a suit: the organ's act stands
_NOT_SO = re.compile(r"(?:未|没有|无一?)(?:被|经|予)?[^,;]{0,2}(?:撤销|纠正|纠错|责令|变更|确认违法|败诉)")
_OF_ALL = re.compile(
    r"(?:(?:该|上述)案件?(?:至|截[至止]|到)?[^,;\d]{0,12}?|现|目前|结果|复议机关|法院|经审理)*(?:均|都|全部|已|被|为|正在|尚在|仍在|尚未)"
)
_NOTHING_MORE = re.compile(r"(?:[^,;\d]*(?:复议|诉讼)(?:案件?|申请)?)?")  # 1起有关政府信息公开的行政复议案件
_BARE_RESULT = re.compile(
    r"(?:(?:经|被|由)?[^,;\d]{0,8}?(?:法院|复议机关|上级[^,;\d]{0,6}?|政府|部门|[局厅])(?:审理|审查)?(?:后)?)?(?:已|最终|依法)*(?:(?:作出|判决|裁定|决定)了?)*(?:(?:复议|诉讼|审理)?结果(?:均)?(?:为|是)?)?"
    r"(?:维持|撤销|驳回|撤诉|撤回|审理中|办理中|纠正)(?:了)?(?:(?:原|我|本|该)[^,;\d]{0,12}|决定)?"
)
# Without 信息公开 in the sentence: 行政复议2件:结果维持1件,… counts by the results that the form of such reports has.
_BY_RESULT = re.compile(
    r"^[^,;。\d]{0,10}(?:被)?(?:发生|提起)?行政(?:复议|诉讼)(?:案件?)?(?:共|共计)?\d+[件起宗](?:[:,(](?:其中)?[^,;。\d]{0,8}(?:结果|维持|驳回|纠正|尚未|撤[诉回])|[,、]?(?:和|及)?(?:被)?(?:提起)?行政(?:复议|诉讼)\d)"
)
_NONE_AT_ALL = re.compile(r"(?:被)?(?:发生|提起)?行政(?:复议|诉讼)(?:案件?)?(?:数量?)?0[件起宗](?:,|;|。|$)")
_LED_TO_NONE = re.compile(r"^[^,;]{0,12}(?:未|没有|没|均无|无)[^,;]{0,8}(?:复议|诉讼)")  # 34件申请未引起行政复议
_DONE = re.compile(r"办结|审结|结案|答复|应诉\d|出庭|胜诉|回复")
_CAUSE = re.compile(r"因(?P<why>[^,;]{2,24}?)(?:被|而|引[发起]|提起|申请行政)")
_OTHER_COMPLAINTS = re.compile(r"热线|信箱|12\d{3}|咨询[、和及]$|信访|消费|市场|产品|质量|环境|损失")
_UNRELATED = re.compile(r"与(?:政府)?信息公开(?:工作)?无关|(?:均|都)?(?:不涉及|不属于)(?:政府)?信息公开")
_JOINED = re.compile(
    r"复议(?:案件|申请)?(?:、|和|及|与|或|,)(?:提起)?(?:行政)?(?:诉讼|应诉)|诉讼(?:案件)?(?:、|和|及|与)(?:行政)?复议"
)
_ORIGIN = re.compile(r"(?P<direct>未经复议)|经复议后?(?:提)?起诉|复议后(?:提)?起诉")
_TWO_BLOCKS = 2019  # from then on the forms tell suits without a reconsideration from those after one
_COMPLAINT = re.compile(
    r"(?:举报|投诉)(?:、|和|及)?(?:举报|投诉)?(?:的)?(?:案件|事项|件|信件|数|"
    r"数量|信息|意见|电话)?(?:共|计|总计|为|有|达|:| )*$"
)


def read_review(figure: Figure, state: State) -> tuple[Reading, ...]:
    """行政复议案件15件, 其中责令履行2件, 2件正在办理中; the same for 行政诉讼."""
    subject = subject_of(figure, state)
    if subject not in ("reconsideration", "litigation") or figure.quantity.unit not in UNITS:
        return ()
    said = figure.clause.lead + figure.clause.text
    if _LED_TO_NONE.search(figure.after):
        return ()
    if figure.quantity.low is not None or not (
        speaks_of_disclosure(figure.clause)
        or _BY_RESULT.match(figure.clause.whole)
        or _NONE_AT_ALL.match(figure.clause.text)
        or re.search(r"发生|被申请|被提起|(?:复议|诉讼)数", said)
    ):
        return ()
    if re.search(r"法院(?:共|一审)?受理", said) and "公开" not in said:
        return ()
    if (cause := _CAUSE.search(said)) and not re.search(r"公开|不服|答复", cause["why"]):
        return ()  # 因医疗纠纷处理被提起行政复议2件
    if re.search(r"历年|累计", figure.before):
        return ()
    origin = _ORIGIN.search(figure.before)
    if origin:
        code = "litigation.direct.total" if origin["direct"] else "litigation.after_review.total"
        return (Reading(code, {}, "件"),) if state.year >= 2019 else ()
    if _JOINED.search(figure.before):
        return _joined(figure)
    words = re.split(r"复议|诉讼(?!请求)|应诉", figure.before)[-1]
    if subject == "litigation" and _LOST_BY_OTHERS.fullmatch(words.strip(",:;() ")):
        return (Reading("litigation.upheld", {}, "件"),)
    result = _result(words) or _result(re.split(r"[、及和]", figure.after)[0])
    if result and figure.after.startswith("(") and own_subject(figure) == subject and not words:
        return (Reading(f"{subject}.total", {}, "件"), Reading(f"{subject}.{result}", {}, "件"))  # 行政复议1件(维持)
    if result:
        return (Reading(f"{subject}{_route(figure, state)}.{result}", {}, "件"),)
    named = own_subject(figure) == subject
    if (
        not named
        or _DONE.search(words)
        or _UNRELATED.search(figure.clause.rest[:30])
        or re.search(r"增加|减少|同比|上升|下降|预防|化解|避免", figure.before)
    ):
        return ()
    after = _result_of_all(figure)
    more = (Reading(f"{subject}.{after}", {}, "件"),) if after else ()
    return (Reading(f"{subject}.total", {}, "件"), *more)


def _route(figure: Figure, state: State) -> str:
    """未经复议直接起诉4件(维持3件,尚未审结1件): which of the forms' two blocks of suits the result belongs to."""
    said = _ORIGIN.findall(re.split(r"[;。]", figure.clause.lead)[-1])
    if state.year < _TWO_BLOCKS or not said:
        return ""
    return ".direct" if said[-1] else ".after_review"


def _result_of_all(figure: Figure) -> str:
    """行政复议1起,正在办理中: what the next clause says of all of them, without a number of its own."""
    following = (
        re.split(r"[,;。]", figure.clause.rest.lstrip(",( "))[0] if _NOTHING_MORE.fullmatch(figure.after) else ""
    )
    said = _OF_ALL.match(following) or (figure.quantity.value == 1 and _BARE_RESULT.fullmatch(following))
    return _result(following) if said and not re.search(r"\d", following) else ""


def _joined(figure: Figure) -> tuple[Reading, ...]:
    if figure.quantity.value != 0:
        return ()  # one number for both: nobody can tell how many of each
    return (Reading("reconsideration.total", {}, "件"), Reading("litigation.total", {}, "件"))


def _result(words: str) -> str:
    if _NOT_SO.search(words):
        return ""  # 复议19件, 均未被撤销或责令重新办理
    found = [name for pattern, name in _RESULTS if pattern.search(words)]
    return found[0] if len(found) == 1 else ""


def read_complaint(figure: Figure, state: State) -> tuple[Reading, ...]:
    """投诉19件, where the sentence is about information disclosure."""
    if figure.quantity.unit not in UNITS or not _COMPLAINT.search(figure.before):
        return ()
    words = figure.clause.lead + figure.clause.text
    in_section = re.search(r"举报|投诉", figure.clause.section.words) is not None and "接" in figure.before
    if _OTHER_COMPLAINTS.search(words) or not (in_section or speaks_of_disclosure(figure.clause)):
        return ()
    return () if re.search(r"咨询[、和及]?(?:举报|投诉)", figure.before) else (Reading("complaints.total", {}, "件"),)
