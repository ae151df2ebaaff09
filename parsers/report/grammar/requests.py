"""Requests for information: received, answered, by channel, applicant and outcome, and their rates."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.outcomes import read_kind, read_reason
from parsers.report.grammar.request_parts import NOT_AN_ANSWER, read_applicant, read_channel, read_part
from parsers.report.grammar.request_topic import TOGETHER, is_about_requests
from parsers.report.grammar.subjects import section_subject
from parsers.report.names import WHOLE, is_agency, split_party, trimmed
from parsers.report.reading import Reading, State, agency_dims
from parsers.report.short_names import is_whole_of_issuer

UNITS = frozenset("件条例份次宗起个项") | {"人次", "件次", "条次"}
_LETTERS = re.compile(
    r"[^#]*(?:收到|受理)[^#,]*#(?:依申请公开|(?:政府)?信息公开)?申请|[^#]*收到[^#,]*申请(?:公开)?件?#"
)  # 收到12封申请, 收到依申请公开件27封
_RECEIVED = re.compile(
    r"(?:收到|受理|接到|接收|收悉|收受|接受|登记|新收|共收|收|接获|提交|提出|"
    r"产生|办理)(?:并|和|、)?(?:受理|办理|答复|回复|处理|登记|办结)?"
)
_ANSWERED = re.compile(
    r"办结|答复|回复|办复|办理结果(?:总计|共计|合计)|已(?:全部)?办理(?=[^中]|$)|答覆|回覆|办理完毕|处理完毕|(?:受理|收到|办理)(?:和|并|、|及)(?:处理|办结)"
)
_ALL_ANSWERED = re.compile(
    r"^(?:政府信息公开|信息公开|依申请公开)?(?:的)?(?:申请|申请件)?,?(?:也)?(?:已|全部|均|都)(?!未)[^,;]{0,16}(?:答复|办结|回复|办理完毕)"
)
_ANSWERED_SO = re.compile(
    r"^(?:按时|按期|如期|延期|(?:在)?(?:法定|规定)(?:的)?(?:期限|时限|时间)内(?:予以|作出|给予)?)(?:了)?(?:办结|答复|回复|办理)"
)
_EXTENDED_ONLY = re.compile(
    r"(?:其中|另有|另外|经批准|依法|申请)*(?:延期|延长期限)(?:答复|办理|办结|回复)?(?:的)?(?:申请)?(?:为|有|共)?"
)  # 32件按时办结
_ON_TIME = re.compile(
    r"按时|按期|如期|按规定时|法定(?:期限|时限|时间)|规定(?:的)?(?:期限|时限|时间)|限期内|期限内|时限内"
)
_EXTENDED = re.compile(r"延期|延长")
_RATE = re.compile(
    r"(?P<kind>答复|办结|回复|办复|办理|答覆|处理|按时办结|按期答复|按时答复)率(?:继续|持续|始终|一直|仍然?|依然|依旧|均|都|达到?|为|是|实现|保持|了|到|:| )*$"
)
_NEW_AMONG = re.compile(
    r"(?:其中|\d[件宗]、|\()(?:,)?(?:本年度?|今年|当年|20\d\d年)?新(?:收到?|受理|接收)(?:的)?(?:申请)?$"
)
_NOUN = re.compile(
    r"申请(?:信息公开|公开)?(?:办理(?=有))?(?:件|表|数|数量|总数|量|事项|信息|案件)?(?:的)?(?:共计?|总计|合计|累计|为|有|是|达到?|,|:| )*$"
)
_HANDLED = re.compile(
    r"办理(?:了)?(?:依申请公开|(?:政府)?信息公开申请)(?:的)?(?:政府)?(?:信息)?(?:申请)?(?:事项)?(?:共)?$"
)
_REQUESTS_AND_REFUSALS = re.compile(r"依申请(?:公开)?(?:和|及|与|、|或)不予公开")
_OF_DOCUMENTS = re.compile(  # 主动公开36件、依申请公开436件、不予公开43件: what documents are marked with
    r"(?<!已)主动公开(?:的|类)?[:为]? ?\d+[件条][、,;](?:依申请公开(?:的|类)?[:为]? ?\d+[件条][、,;]不(?:予)?公开|依申请公开)(?:的|类)?[:为]?$"
)
_PUT_OUT = re.compile(r"(?:发布|公布|上传|登载)了?依申请公开的?(?:政府)?信息(?:共|共计)?$")
_HAD = re.compile(
    r"^(?:依申请公开|(?:政府)?信息公开申请)(?:的)?(?:政府)?(?:信息|事项|件)?$"
)  # 2025年度有1件依申请公开信息
_CAME = re.compile(r"[到向来][^,;\d]{0,10}申请(?:公开|获取)")
_BY_CHANNEL = re.compile(r"(?P<channel>网上|网络|在线|当面|现场|信函|邮件|书面|传真)(?:提交的)?申请$")
_SUM_BEHIND = re.compile(r"[,;](?:合计|共计|总计)(?:收到)?\d")  # 收到网上申请105件,快递17件,合计122件
_MADE_BY_REQUEST = re.compile(r"依申请公开(?:的)?(?:政府)?信息(?:共|为)*\d+[条件]")
_BY_OUTCOME = re.compile(r"(?:予以|同意|部分|不予|全部)(?:公开|提供)")
_MADE = re.compile(r"^(?:其中,?)?依申请公开(?:的?(?:政府)?信息)?(?:有|共|为)*$")
_OTHERS_TOO = re.compile(
    r"^[,;](?!其中)[^,;\d]{0,8}(?:部门|单位|乡镇|街道|县区|区县)(?:\([^()]*\))?(?:共|新)?(?:收到|受理)[^,;\d]{0,8}\d"
)
_REQUEST = re.compile(
    r"依申请|申请公开|公开的?申请|信息申请|申请(?:获取)?(?:政府)?信息|公开(?:(?!复议|诉讼)[^,;]){0,8}申请"
)


def read_rate(figure: Figure, state: State) -> tuple[Reading, ...]:
    """答复率100% of requests."""
    if figure.quantity.unit != "%" or not _RATE.search(figure.before) or not is_about_requests(figure, state):
        return ()
    return (Reading("requests.answer_rate", {}, "%"),)


def read_request(figure: Figure, state: State) -> tuple[Reading, ...]:
    """收到…申请43件, 按时答复43件, 网上申请36件, 不予公开5件, 1件结转下年度继续办理."""
    if (
        not (figure.quantity.unit in UNITS or _LETTERS.match(figure.around))
        or figure.quantity.low is not None
        or not is_about_requests(figure, state)
    ):
        return ()
    if re.search(r"(?:增加|减少|增长|下降|上升|多|少)(?:了)?$", figure.before):
        return ()
    if (
        state.year >= 2019
        and _NEW_AMONG.search(figure.clause.lead[-4:] + figure.before)
        and "结转" in figure.clause.whole
    ):
        return (Reading("requests.new", {}, "件"),)  # 受理58件,其中上年结转2件、本年新收56件
    if re.search(r"(?:受理|申请|服务)(?:点|窗口|平台|渠道|网点)$", figure.before):
        return ()  # 设专门的信息申请受理点1个
    if _PUT_OUT.search(figure.before) or _OF_DOCUMENTS.search(figure.clause.lead[-60:] + figure.before):
        return ()
    if _REQUESTS_AND_REFUSALS.search(figure.before) and figure.quantity.value == 0:
        return (Reading("requests.received", agency_dims(state), "件"),)  # 发生依申请和不予公开政府信息0条
    if section_subject(figure.clause) == "requests" and _stands_alone(figure):
        return (Reading("requests.received", agency_dims(state), "件"),)
    for reader in (_carried, _all_answered, read_reason, read_kind, read_applicant, read_channel, read_part, _counted):
        found = reader(figure, state)
        if found is not None:
            return found
    return ()


def _stands_alone(figure: Figure) -> bool:
    """2025年度有1件依申请公开信息, 5人次到我局申请公开政府信息, 全年依申请公开政府信息12条."""
    had = _HAD.match(figure.after) and figure.before.endswith("有")
    return bool(had or _CAME.match(figure.after) or _MADE_BY_REQUEST.fullmatch(trimmed(figure.clause.text)))


def _carried(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    words = figure.around
    words = words.replace("转入下", "结转下")
    if "结转" not in words and "顺延" not in words:
        return None
    if state.year >= 2019 and re.search(r"结转上(?:一)?年度?(?:的)?(?:(?:政府)?信息公开)?(?:申请)?$", figure.before):
        return (Reading("requests.carried_in", {}, "件"),)
    if state.year < 2019:
        return ()
    if re.search(rf"结转{state.year - 1}年", figure.before):
        return (Reading("requests.carried_in", {}, "件"),)  # in the report of 2020: 结转2019年申请3件
    if re.search(r"(?:结转|顺延)(?:至|到|为)?(?:下|次|20\d\d)年?", words):
        return (Reading("requests.carried_out", {}, "件"),)
    if re.fullmatch(r"(?:年末|期末|另)?结转", figure.before) and _ANSWERED.search(figure.clause.lead):
        return (Reading("requests.carried_out", {}, "件"),)  # 办结1549件,结转30件
    before = re.search(rf"(?:上(?:一)?|{state.year - 1})年度?结转", figure.before)
    return (Reading("requests.carried_in", {}, "件"),) if before else ()


def _all_answered(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    """5件申请均已答复, 17件全部按时办结, …,经批准延期1件."""
    if state.subject == "requests" and _EXTENDED_ONLY.fullmatch(figure.before):
        return (Reading("requests.answered", {**agency_dims(state), "timeliness": "extended"}, "件"),)
    if not (_ALL_ANSWERED.search(figure.after) or _ANSWERED_SO.search(figure.after)) or _RECEIVED.search(figure.before):
        return None
    timeliness = {"timeliness": "on_time"} if _ON_TIME.search(figure.after) else {}
    if _EXTENDED.search(figure.after):
        timeliness = {"timeliness": "extended"}
    return (Reading("requests.answered", {**agency_dims(state), **timeliness}, "件"),)


def _counted(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    words = figure.clause.text[: figure.quantity.start - figure.clause.start]
    answered, received = _ANSWERED.search(figure.before), _RECEIVED.search(words)
    if _MADE.search(figure.before) and re.search(r"制作|产生|形成|生成", figure.clause.lead):
        return ()  # of the documents made, those open on request
    if NOT_AN_ANSWER.search(figure.before) or re.search(r"(?:待|未|尚未|正在)(?:办|答)", figure.around):
        return ()
    if TOGETHER.fullmatch(figure.before) and re.search(r"(?:方面|集中|涉及|主要)[^,;]*,\s*$", figure.clause.lead):
        return ()  # 申请主要集中在房屋征收方面,共43件
    if TOGETHER.fullmatch(figure.before) and "申请" in figure.clause.lead and not _ANSWERED.search(figure.clause.lead):
        dims = agency_dims(state) if figure.before == "共" else {}
        return (Reading("requests.received", dims, "件"),)
    named = _REQUEST.search(words + figure.after) or "申请" in figure.around or state.subject == "requests" or answered
    if not named or re.search(r"主动公开|公开数$", figure.before):
        return ()
    readings: list[Reading] = []
    taken = received is not None and not received[0].startswith("办理")
    if (way := _BY_CHANNEL.search(figure.before)) and _SUM_BEHIND.search(figure.clause.rest):
        return (Reading("requests.received", {"channel": way["channel"], **agency_dims(state)}, "件"),)
    if _HANDLED.search(figure.before):
        return _handled(figure, state)
    if (
        taken
        and not (answered and answered.start() < received.start() if received else False)
        and _is_direct(words, figure)
    ):
        state.agency = _party(words[: received.start()] if received else "", state, figure.clause.rest)
        state.is_part = "其中" in words
        readings.append(Reading("requests.received", agency_dims(state), "件"))
    elif not taken and not answered and _NOUN.search(figure.before) and "涉及" not in figure.before:
        readings.append(Reading("requests.received", agency_dims(state), "件"))
    if answered and not readings and state.agency and state.is_part:
        return ()  # 其中 named a part: what follows may be the part's or the whole's
    if WHOLE.match(trimmed(figure.clause.text)):
        state.agency = ""  # 市本级收到3件, 全市办结5件
    if answered and (not readings or _both(words)):
        readings.append(Reading("requests.answered", {**agency_dims(state), **_timeliness(figure)}, "件"))
    return tuple(readings)


def _handled(figure: Figure, state: State) -> tuple[Reading, ...]:
    """办理 may mean taken or done: what the figure is broken up by decides."""
    rest = figure.clause.rest[:60]
    if _BY_OUTCOME.search(rest):
        return (Reading("requests.answered", agency_dims(state), "件"),)
    return (Reading("requests.received", agency_dims(state), "件"),)


def _is_direct(words: str, figure: Figure) -> bool:
    """Whether the number is what was received, not what was answered later in the same clause."""
    received = list(_RECEIVED.finditer(words))[-1]
    answered = [match for match in _ANSWERED.finditer(figure.before) if match.start() > received.end()]
    return not answered or _both(words)


def _both(words: str) -> bool:
    return (
        re.search(r"(?:收到|受理|接到|接收)(?:并|和|、|及|(?<=受理))(?:按时|及时|依法)?(?:办结|答复|回复|办复)", words)
        is not None
    )


def _timeliness(figure: Figure) -> dict[str, str]:
    if _EXTENDED.search(figure.before):
        return {"timeliness": "extended"}
    return {"timeliness": "on_time"} if _ON_TIME.search(figure.before) else {}


def _party(words: str, state: State, rest: str) -> str:
    """The part of the organisation that received the request, "" for the whole."""
    agency, channel = split_party(words)
    if agency and not channel:
        if is_agency(agency) and _OTHERS_TOO.match(rest):
            return agency  # 市政府收到25件,市直部门收到187件
        return agency if is_agency(agency) and not is_whole_of_issuer(agency, state.issuer) else ""
    is_subject = channel and not re.search(r"通过|利用|[在从]", words) and not WHOLE.match(trimmed(words))
    return channel if is_subject and re.match(r"[县市区各乡镇]", channel) else ""
