"""What a report says did not happen: 未收到申请, 没有发生行政复议, 未收取费用, a section that says 无."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.report.clauses import Clause
from parsers.report.grammar.subjects import section_subject, speaks_of_disclosure
from parsers.report.reading import Reading

_NOT = r"(?:未(?!经)|没有|没|尚无|暂无|均无|并无|不存在|无(?!法|偿|障碍|效|故|正当|纸|缝|线|处|形|人|需|条件|关|论))"
_REQUEST = re.compile(
    rf"{_NOT}(?:收到|受到|受理|接到|接收|收受|接受|接获|产生|发生|出现|有)?(?:过|"
    rf"任何|到|一[起份件例宗]|有关|关于|涉及|针对|处理|本部门|本单位|本机关|对?[我本][局委办镇乡厅院]|机构|政府信息|政务信息|方式|申请的|公民|法人|其[他它]组织|"
    rf"或者|或|和|及|与|、|单位|个人|群众|公众|社会|相关|申请人|的|书面|网络|网上|当面|信函|等|形式|方式|向[我本][^,;]{{1,6}})*"
    r"(?:对)?(?:提出|提交)?(?:的)?(?:要求)?(?:依申请公开|申请公开|(?:政府|政务|[\u4e00-\u9fff]{2})?信息公开(?:的)?(?:方面)?(?:的)?申请|"
    r"(?:政府)?信息的?申请|"
    r"要求公开的?(?:政府)?信息|依申请公开要求|公开依申请|信息公开依申请|申请(?:政府)?信息公开|公开(?:政府)?信息的?申请|公开申请|依申请|申请获取|信息公开申请|申请(?:件|事项)?$)"
    rf"|{_NOT}(?:收到|接到|受理)过?(?:(?!复议|诉讼)[^,;\d]){{0,12}}公开(?:(?!复议|诉讼)[^,;\d]){{0,14}}的申请$"
)
# Whatever stands between the verb and its object: 没有接到群众主动要求公开政府信息的申请.
_NAUGHT = re.compile(
    r"零(?P<what>申请|复议|诉讼|投诉|举报|收费)|(?P<said>举报|投诉)(?:数量?)?(?:为)?零[件起次]|(?P<fee>收取)[^,;\d]{0,6}(?:费|费用)(?:金额)?(?:为|共)?零元"
)
_REQUEST_FAR = re.compile(
    rf"{_NOT}(?:收到|接到|接收到?|受理|接获)(?:过|任何|了)*[^,;\d]{{0,24}}?"
    r"(?:公开(?:政府|本机关)?信息的?申请|依申请公开|信息公开的?申请|申请公开)"
)
_RECONSIDERATION = re.compile(rf"{_NOT}[^,;]*?复议")
_LITIGATION = re.compile(rf"{_NOT}[^,;]*?(?:诉讼|被(?:起诉|提起诉讼)|和被?起诉)")
_COMPLAINTS = re.compile(rf"{_NOT}[^,;]*?(?:举报|投诉)")
_REVIEW_AFTER = re.compile(
    r"(?:复议|诉讼|应诉|申诉)[^,;]{0,24}?(?:情况|案件|事件|案|事项)?(?:均|都)?(?:未发生|"
    r"没有发生|无发生|未出现|未曾发生|均无|为零|零发生|(?:数量?)?为0|没有$|无$)"
)
_REQUEST_AFTER = re.compile(
    r"(?:依申请公开|公开申请|申请公开|公开依申请)(?:(?!复议|诉讼)[^,;]){0,16}?(?:均|都)?(?:未发生|没有发生|为零|数量?为0)"
)
_NOTHING = re.compile(r"(?:暂)?无|没有|0|零(?:发生)?")
_NONE_OF_EITHER = re.compile(
    rf"{_NOT}(?:发生|出现|收到|产生)?(?:被(?:申请|提起))?(?:行政)?复议(?:案件)?(?:、|和|及|或|与)(?:被?提起)?(?:行政)?诉讼(?:的?(?:案件|情况|事项))?(?:发生)?"
)
_ALL_NAUGHT = re.compile(r"(?:均|都|全部|各|为)+(?:0|零)[件起次宗例]?")
_NOBODY_ASKED = re.compile(rf"{_NOT}(?:收到|接到|受理|接待|发生|产生)[^,;]{{0,16}}咨询(?:的?(?:情况|事项|件|电话))?$")
_GOES_ON = re.compile(
    r"(?:或者?|和|及|以及)?(?:被)?(?:提起)?(?:行政)?诉讼(?:的)?(?:情况|案件|事项)?(?:的)?(?:发生|出现)?"
)
_RESULT_ONLY = re.compile(r"败诉|纠错|撤销|纠正|责令|超期|逾期|驳回|违法|推诿|不予公开")
_ALL_LED_TO_NONE = re.compile(
    rf"(?:以上|上述|这|所有)?的?\d+[件条宗份]申请[^,;\d]{{0,6}}{_NOT}[^,;\d]*(?:复议|诉讼)[^\d]*$"
)
_FEES = re.compile(
    r"(?:未|没有|不|无|暂不|均未|均不|从未|暂未)(?:[向对就因][^,;]{0,12}?)?(?:发生|产生|存在|涉及|有|进行|实行)?(?:任何|依申请提供政府信息|一[例起件笔]|过|有关|"
    r"相关|公民、?法人[^,;]{2,8}组织|依申请公开|政府信息公开|政府信息|信息公开|信息|的|与[^,;]{0,12})*"
    r"(?:方面的)?(?:检索|复制|邮寄|、|等)*(?:收取|收费|(?:检索|复制|邮寄|复印)费|收过?(?:任何)?费用|(?:信息)?处理费|费用)"
)
_FEES_NONE = re.compile(r"(?:没有|未发生|未出现)[^,;\d]{0,30}信息公开(?:的)?(?:收费|费用)")
_FEES_AFTER = re.compile(
    r"收费[^,;]{0,10}(?:为零|为0|没有)|费用(?:金额|总额)?(?:共计?)?为(?:零|0)元?$|(?:均|全部|一律|实行|都)(?:为)?(?:免费|零收费|免收)|免收[^,;]{0,4}费用$|免费提供"
)
_WRONG_FEES = re.compile(r"违规|乱收费|违法|不合理|重复")
_FEE_TOPIC = re.compile(r"收费|费用|处理费|依申请|申请人|信息公开")
_NUMBERING = re.compile(r"[\d一二三四五六七八九十()、.,: ]*")
_NUMBERED_END = re.compile(r"(?:^|[ 。])\(?[一二三四五六七八九十]{1,3}[)、.] ?$")
_NEXT_NUMBER = re.compile(r" +\(?[一二三四五六七八九十]{1,3}[)、.]")
_EMPTY_SECTION = re.compile(
    r"^(?:20\d\d年(?:度)?,?)?(?:本年度?,?)?(?:[我本][局市县区省委办镇乡厅院部单位机关]*"
    r",?)?(?:暂?无|没有|未发生|没有发生|未出现|未收到|没有收到)(?:此(?:类|"
    r"项)?)?(?:情况|事项|相关情况|案件)?$"
)


_NO_KIND = re.compile(r"(?:其中)?(?:无|没有)(?P<name>[^,;\d无没]{2,14}类(?:政府)?(?:信息)?)")


@dataclass(frozen=True, slots=True)
class Zero:
    """A stated zero and where it is said."""

    reading: Reading
    start: int
    end: int


def zeros_in(clause: Clause) -> Iterator[Zero]:
    """The stated zeros of one clause. Clauses of one sentence share their 未…: "未收到申请、复议" is one clause."""
    for reading in (
        *_empty_section(clause),
        *_fees(clause),
        *_requests(clause),
        *_review(clause),
        *_asked(clause),
        *_naught(clause),
    ):
        yield Zero(reading, clause.start, clause.end)


def category_zero(clause: Clause) -> str:
    """The kind of information of which a list says that there was none (无机构职能类信息), "" if it says so of none."""
    match = _NO_KIND.fullmatch(clause.text)
    return match["name"] if match else ""


def _empty_section(clause: Clause) -> Iterator[Reading]:
    """The whole body of a section is 无."""
    title = clause.section.part or clause.section.title
    lead = clause.lead.strip(" :,").removesuffix(title)
    is_alone = _NUMBERING.fullmatch(lead) and not clause.rest.strip()
    # on one line with its neighbours: 三、依申请公开情况 无 四、…
    is_between = title and _NUMBERED_END.search(lead) and _NEXT_NUMBER.match(clause.rest)
    is_empty = _EMPTY_SECTION.match(clause.text) or _ALL_NAUGHT.fullmatch(clause.text)
    if not (is_alone or is_between) or not is_empty:
        return
    if re.search(r"收费|费用", title):
        yield Reading("fees.charged", {}, "元")
    if section_subject(clause) == "requests" and not re.search(r"不予公开", title):
        yield Reading("requests.received", {}, "件")
    if re.search(r"费用|支出", title):
        return
    if "复议" in title:
        yield Reading("reconsideration.total", {}, "件")
    if "诉讼" in title:
        yield Reading("litigation.total", {}, "件")
    if re.search(r"举报|投诉", title) and re.search(r"复议|诉讼", title):
        yield Reading("complaints.total", {}, "件")


def _fees(clause: Clause) -> Iterator[Reading]:
    said = _FEES.search(clause.text) or _FEES_NONE.search(clause.text) or _FEES_AFTER.search(clause.text)
    if said is None or _WRONG_FEES.search(clause.text) or clause.quantities:
        return
    if _FEE_TOPIC.search(clause.section.words + clause.lead + clause.text) and not re.search(
        r"\d元|诉讼费|诉讼有关的费用", clause.text
    ):
        yield Reading("fees.charged", {}, "元")


def _requests(clause: Clause) -> Iterator[Reading]:
    if _NOTHING.fullmatch(clause.text) and re.search(r"申请(?:情况)?: ?$", clause.lead):
        yield Reading("requests.received", {}, "件")  # 受理信息公开申请:无
    match = _REQUEST.search(clause.text) or _REQUEST_FAR.search(clause.text) or _REQUEST_AFTER.search(clause.text)
    if match is None or _RESULT_ONLY.search(clause.text[: match.end()]):
        return
    following = clause.text[match.end() :]
    if re.match(r"[^,;、或和及]{0,8}(?:复议|诉讼|投诉|举报|咨询|超期|的?收费|的?费用)", following) or clause.quantities:
        return
    if clause.section.is_outlook or re.search(r"^(?:如|若|对)", clause.text):
        return
    yield Reading("requests.received", {}, "件")


def _naught(clause: Clause) -> Iterator[Reading]:
    """全年零申请、零复议、零诉讼."""
    codes = {"申请": "requests.received", "复议": "reconsideration.total", "诉讼": "litigation.total"}
    if not clause.quantities and not _RESULT_ONLY.search(clause.text) and speaks_of_disclosure(clause):
        for match in _NAUGHT.finditer(clause.text):
            if match["what"] == "收费" or match["fee"]:
                yield Reading("fees.charged", {}, "元")
            else:
                yield Reading(codes.get(match["what"] or match["said"], "complaints.total"), {}, "件")


def _asked(clause: Clause) -> Iterator[Reading]:
    """五、咨询处理情况: 本局未发生电话及当面咨询."""
    if section_subject(clause) == "consultations" and _NOBODY_ASKED.search(clause.text) and not clause.quantities:
        yield Reading("consultations.total", {}, "人次")


def _review(clause: Clause) -> Iterator[Reading]:
    words = clause.text
    if _NOTHING.fullmatch(words):
        words = f"{re.split(r'[;,]', clause.lead)[-1].rstrip(': ')}{words}"  # 投诉举报:无
    if _GOES_ON.fullmatch(words) and re.search(rf"{_NOT}[^,;]*复议[^,;]*[,;]$", clause.lead):
        words = f"无{words}"  # 无因政府信息产生行政复议,提起行政诉讼情况发生
    counts = [quantity for quantity in clause.quantities if not _ALL_LED_TO_NONE.match(words)]
    is_ours = (
        speaks_of_disclosure(clause) or _NONE_OF_EITHER.fullmatch(words) or "信息公开" in clause.before
    )  # …引发的行政复议2件。无行政诉讼。
    if counts or _RESULT_ONLY.search(words) or not is_ours:
        return
    if re.search(r"费用|支出|经费", words):
        return
    after = _REVIEW_AFTER.search(words)
    said = words if not after else words[: after.end()]
    if _RECONSIDERATION.search(words) or (after and "复议" in said):
        yield Reading("reconsideration.total", {}, "件")
    if _LITIGATION.search(words) or (after and "诉讼" in said):
        yield Reading("litigation.total", {}, "件")
    after_too = after is not None and re.search(r"举报|投诉", said) is not None
    if (
        _COMPLAINTS.search(words) or after_too or re.search(r"(?:举报|投诉)(?:情况|案件)?(?:无|没有)$", words)
    ) and re.search(
        r"复议|诉讼|举报|投诉|因政府信息公开|信息公开方面",
        clause.lead[-40:] + words.replace("举报", "", 1).replace("投诉", "", 1) + clause.section.words,
    ):
        yield Reading("complaints.total", {}, "件")
