"""Requests for information: received, answered, by channel, applicant and outcome, and their rates."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.subjects import FOREIGN, own_subject, section_subject
from parsers.report.names import WHOLE, is_agency, item_name, same_as_issuer, split_party, trimmed
from parsers.report.reading import Reading, State

UNITS = frozenset("件条例份次宗起个项") | {"人次", "件次"}
_RECEIVED = re.compile(
    r"(?:收到|受理|接到|接收|收悉|收受|接受|登记|新收|共收|收|接获|提交|提出|"
    r"产生|办理)(?:并|和|、)?(?:受理|办理|答复|回复|处理|登记|办结)?"
)
_ANSWERED = re.compile(
    r"办结|答复|回复|办复|答覆|回覆|办理完毕|处理完毕|(?:受理|收到|办理)(?:和|并|、|及)(?:处理|办结)"
)
_ALL_ANSWERED = re.compile(
    r"^(?:政府信息公开|信息公开|依申请公开)?(?:的)?(?:申请|申请件)?,?(?:也)?(?:已|全部|均|都)(?!未)[^,;]{0,16}(?:答复|办结|回复|办理完毕)"
)
_NOT_AN_ANSWER = re.compile(
    r"(?:未|没有|尚未|待|拟|超期|逾期)(?:予以|及时)?(?:办结|答复|回复)|(?:答复|"
    r"办结|回复)(?:率|意见|口径|文书|书|格式|前)"
)
_ON_TIME = re.compile(
    r"按时|按期|如期|按规定时|法定(?:期限|时限|时间)|规定(?:的)?(?:期限|时限|时间)|限期内|期限内|时限内"
)
_EXTENDED = re.compile(r"延期|延长")
_CHANNEL = re.compile(
    r"^(?:(?:当面|当场|现场|书面|网上|网络|网站|政府网站|在线|线上|线下|互联网|"
    r"信函|邮寄|邮件|电子邮件|电子邮箱|电邮|传真|来信|来函|口头|电话|上门|"
    r"来访|窗口|政务网站|信件|快递|邮政|邮政寄送|挂号信|微信|平台|系统|(?:依申请公开|网络|网上|在线|网站|政府网站)?(?:系统|"
    r"平台)|其[他它](?:形式|方式|渠道|途径)?)(?:[、和或及/]|$|(?=来)))+$"
)
_CHANNEL_NOISE = re.compile(
    r"^(?:其中|通过|采取|采用|利用|以|经|从|由|属于|是|有|为|以及|收到|受理|在|"
    r"接到|接收|,|:| |\d\.)+|(?:提交|提出|提起|递交|接收|接受|收到|受理|进行|发来|寄来)+(?:表单)?(?:的|"
    r"了)?(?:申请)?$"
)
_CHANNEL_TAIL = re.compile(
    r"(?:的|了|共|为|有|计|达)*(?:依申请公开|政府信息公开|信息公开|公开)?(?:的)?(?:政府)?(?:信息)?(?:申请)?(?:公开)?(?:件|"
    r"表|信息|数|数量|事项|书)?(?:共|为|有|计|的)*$"
)
_APPLICANTS = (
    (re.compile(r"(?:自然人|公民个人|公民|个人)(?:申请|提出|提交|的)*$"), "natural_person"),
    (re.compile(r"(?:商业企业|企业)(?:申请|提出|提交|的)*$"), "business"),
    (re.compile(r"科研(?:机构|院所)(?:申请|提出|提交|的)*$"), "research"),
    (re.compile(r"社会公益组织(?:申请|提出|提交|的)*$"), "social"),
    (re.compile(r"法律服务机构(?:申请|提出|提交|的)*$"), "legal_service"),
)
_UNNAMED_APPLICANTS = re.compile(
    r"(?:^|[,、到理])(?:法人|其[他它]组织|法人(?:和|或|及)其[他它]组织|单位)(?:申请|提出|提交|的)*$"
)
_KIND_TAIL = r"(?:的|答复|申请|公开|信息|数|共|有|为|是|,|:| |处理|决定)*$"
_KINDS = tuple(
    (re.compile(pattern + _KIND_TAIL), old, new)
    for pattern, old, new in (
        (r"部分(?:予以)?公开", "replies.partial", "requests.partial"),
        (r"(?:不(?:予|同意)?(?:以)?|免予|免于)(?:公开|提供)|否决公开", "replies.refused", "requests.refused"),
        (r"(?:已(?:经)?主动公开(?:范围)?|主动公开范围|^(?:其中)?,?(?:属于?)?主动公开)", "replies.already_public", ""),
        (r"(?:信息)?不存在", "replies.nonexistent", ""),
        (
            r"(?:不属于?(?:于)?|非)(?:本|我)(?:行政)?(?:机关|单位|部门|[局市县区委厅院办镇乡街校省州旗]|街道|中心)?(?:政府)?(?:信息)?(?:公开|"
            r"掌握|制作|职责|职权|权限|负责)*(?:范围)?(?:内)?",
            "replies.not_ours",
            "",
        ),
        (r"(?:作出|进行)?(?:更改|补正)(?:、|或)?(?:补充|说明)?", "replies.amend", ""),
        (r"(?:通过)?其他途径办理", "replies.elsewhere", ""),
        (r"无法提供", "", "requests.unavailable"),
        (r"不予处理", "", "requests.unprocessed"),
        (r"其他处理", "", "requests.other"),
        (
            r"(?:(?<!不)(?<!不予以)(?:(?:予以|同意|全部|给予)公开|(?:同意|予以|给予)提供)|^(?:其中)?,?(?:(?:属于?)?公开范围|公开$|公开的$))",
            "replies.granted",
            "requests.granted",
        ),
    )
)
_KINDS_BEHIND = tuple(
    (re.compile(r"^(?:的|申请|为|属于?|因|以|答复|告知)*" + pattern.pattern.removesuffix(_KIND_TAIL)), old, new)
    for pattern, old, new in _KINDS
)
_JOINED_KINDS = re.compile(r"公开(?:答复)?(?:及|和|或|、|与|以及)(?:者)?(?:予以)?(?:部分|不予)|部分公开(?:及|和|或|、)")
_RATE = re.compile(
    r"(?P<kind>答复|办结|回复|办复|办理|答覆|处理|按时办结|按期答复|按时答复)率(?:均|达到?|为|是|实现|保持|了|到|:| )*$"
)
_FOLLOW_UP = re.compile(
    r"结转|已(?:经)?主动公开|^(?:属于)?主动公开的?\d|^(?:其中)?不?公开的?\d|更改|补正|其他途径|答复|办结率|办复率|办结|(?:予以|同意|全部|给予|"
    r"部分|不予|免予)(?:公开|提供)|不存在|不属于|非[本我]|无法提供|不予处理|其他处理|"
    r"(?:当面|网上|网络|信函|传真|邮件|邮寄|书面)申请"
)
_TAKEN = re.compile(r"(?:收到|受理|接到|新收)(?:各类|群众|公民)?申请(?:共)?$")
_ALL_VERBS = re.compile(r"收到|受理|答复|办结|回复|申请|办理|公开")
_NOUN = re.compile(
    r"申请(?:公开)?(?:件|表|数|数量|总数|量|事项|信息|案件)?(?:的)?(?:共计?|总计|合计|累计|为|有|是|达到?|,|:| )*$"
)
_HANDLED = re.compile(
    r"办理(?:了)?(?:依申请公开|(?:政府)?信息公开申请)(?:的)?(?:政府)?(?:信息)?(?:申请)?(?:事项)?(?:共)?$"
)
_BY_OUTCOME = re.compile(r"(?:予以|同意|部分|不予|全部)(?:公开|提供)")
_TOGETHER = re.compile(r"(?:共|共计|合计|总计)")
_REQUEST = re.compile(
    r"依申请|申请公开|公开的?申请|信息申请|申请(?:获取)?(?:政府)?信息|公开(?:(?!复议|诉讼)[^,;]){0,8}申请"
)


def read_rate(figure: Figure, state: State) -> tuple[Reading, ...]:
    """答复率100% of requests."""
    if figure.quantity.unit != "%" or not _RATE.search(figure.before) or not _in_topic(figure, state):
        return ()
    return (Reading("requests.answer_rate", {}, "%"),)


def read_request(figure: Figure, state: State) -> tuple[Reading, ...]:
    """收到…申请43件, 按时答复43件, 网上申请36件, 不予公开5件, 1件结转下年度继续办理."""
    if figure.quantity.unit not in UNITS or figure.quantity.low is not None or not _in_topic(figure, state):
        return ()
    if re.search(r"(?:增加|减少|增长|下降|上升|多|少)(?:了)?$", figure.before):
        return ()
    for reader in (_carried, _all_answered, _kind, _applicant, _channel, _part, _counted):
        found = reader(figure, state)
        if found is not None:
            return found
    return ()


def _in_topic(figure: Figure, state: State) -> bool:
    own = own_subject(figure)
    if own:
        return own == "requests"
    if FOREIGN.search(figure.clause.text):
        return False
    if _TAKEN.search(figure.before) and not state.subject and not FOREIGN.search(figure.clause.lead[-80:]):
        return True
    if state.subject:
        return state.subject == "requests"
    if FOREIGN.search(figure.clause.lead[-80:]):
        return False
    is_follow_up = state.previous_subject == "requests" or "申请" in figure.clause.lead
    if is_follow_up and _FOLLOW_UP.search(figure.clause.text):
        return True
    if section_subject(figure.clause) != "requests":
        return False
    return (
        re.search(r"申请|受理|收到|回复", figure.clause.text) is not None
        or (_TOGETHER.fullmatch(figure.before) is not None and "申请" in figure.clause.lead)
        or _FOLLOW_UP.search(figure.clause.text) is not None
    )


def _carried(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    words = figure.around
    if "结转" not in words:
        return None
    if state.year >= 2019 and re.search(r"结转上(?:一)?年度?(?:的)?$", figure.before):
        return (Reading("requests.carried_in", {}, "件"),)
    if state.year < 2019:
        return ()
    if re.search(r"结转(?:至|到|为)?(?:下|次|20\d\d)年?", words):
        return (Reading("requests.carried_out", {}, "件"),)
    return (Reading("requests.carried_in", {}, "件"),) if re.search(r"上(?:一)?年度?结转", figure.before) else ()


def _all_answered(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    """5件申请均已答复, 17件全部按时办结."""
    if not _ALL_ANSWERED.search(figure.after) or _RECEIVED.search(figure.before):
        return None
    timeliness = {"timeliness": "on_time"} if _ON_TIME.search(figure.after) else {}
    return (Reading("requests.answered", {**_agency(state), **timeliness}, "件"),)


def _kind(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    before = re.sub(r"[“”\"]", "", figure.before)
    found = [kind for kind in _KINDS if kind[0].search(before)]
    found = found or [kind for kind in _KINDS_BEHIND if kind[0].search(figure.after)]
    if not found:
        return None
    code = found[0][2] if state.year >= 2019 else found[0][1]
    return (Reading(code, _agency(state), "件"),) if code and not _JOINED_KINDS.search(figure.around) else ()


def _applicant(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    if _UNNAMED_APPLICANTS.search(figure.before):
        return ()
    for pattern, applicant in _APPLICANTS:
        if pattern.search(figure.before):
            return (Reading("requests.received", {"applicant": applicant, **_agency(state)}, "件"),)
    return None


def _channel(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    words = re.sub(r"^.*有关政府信息公开的", "", figure.before)
    name = _CHANNEL_NOISE.sub("", trimmed(_CHANNEL_TAIL.sub("", words)))
    name = _CHANNEL_NOISE.sub("", re.sub(r"(?:提交表单)?(?:申请)?(?:的)?(?:方式|途径|渠道|形式)$", "", name))
    name = re.sub(r"^.*(?:收到|受理|接到|接收)(?:的)?(?:通过)?", "", name)
    if re.match(r"其[他它]", name) and (state.last is None or state.last.code != "requests.received"):
        return None  # other outcomes, not other channels
    if len(name) < 2 or not _CHANNEL.search(name) or _NOT_AN_ANSWER.search(words):
        return None
    return (Reading("requests.received", {"channel": name, **_agency(state)}, "件"),)


def _part(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    """One agency of a list that breaks up what was received: 收到58件(区国土局20件, 区住建局26件)."""
    last = state.last
    name = re.sub(r"(?:共|新)?(?:收到|受理|接到|接收|办理)(?:的)?(?:申请)?$", "", item_name(figure.before))
    if last is None or last.code != "requests.received" or "channel" in last.dims or not is_agency(name):
        return None
    if name != item_name(figure.before) and not (last.dims or "其中" in figure.clause.lead + figure.clause.text):
        return None  # without 其中 before it a verb starts a new count
    return (Reading("requests.received", {"agency": name}, "件"),) if _ALL_VERBS.search(name) is None else None


def _counted(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    words = figure.clause.text[: figure.quantity.start - figure.clause.start]
    answered, received = _ANSWERED.search(figure.before), _RECEIVED.search(words)
    if _NOT_AN_ANSWER.search(figure.before) or re.search(r"(?:待|未|尚未|正在)(?:办|答)", figure.around):
        return ()
    named = _REQUEST.search(words + figure.after) or "申请" in figure.around or state.subject == "requests" or answered
    if not named or re.search(r"主动公开|公开数$", figure.before):
        return ()
    readings: list[Reading] = []
    taken = received is not None and not received[0].startswith("办理")
    if _TOGETHER.fullmatch(figure.before) and "申请" in figure.clause.lead and not _ANSWERED.search(figure.clause.lead):
        return (Reading("requests.received", _agency(state), "件"),)
    if _HANDLED.search(figure.before):
        return _handled(figure, state)
    if (
        taken
        and not (answered and answered.start() < received.start() if received else False)
        and _is_direct(words, figure)
    ):
        state.agency = _party(words[: received.start()] if received else "", state)
        state.is_part = "其中" in words
        readings.append(Reading("requests.received", _agency(state), "件"))
    elif not taken and not answered and _NOUN.search(figure.before):
        readings.append(Reading("requests.received", _agency(state), "件"))
    if answered and not readings and state.agency and state.is_part:
        return ()  # 其中 named a part: what follows may be the part's or the whole's
    if WHOLE.match(trimmed(figure.clause.text)):
        state.agency = ""  # 市本级收到3件, 全市办结5件
    if answered and (not readings or _both(words)):
        readings.append(Reading("requests.answered", {**_agency(state), **_timeliness(figure)}, "件"))
    return tuple(readings)


def _handled(figure: Figure, state: State) -> tuple[Reading, ...]:
    """办理 may mean taken or done: what the figure is broken up by decides."""
    rest = figure.clause.rest[:60]
    if _BY_OUTCOME.search(rest):
        return (Reading("requests.answered", _agency(state), "件"),)
    return (Reading("requests.received", _agency(state), "件"),)


def _is_direct(words: str, figure: Figure) -> bool:
    """Whether the number is what was received, not what was answered later in the same clause."""
    received = list(_RECEIVED.finditer(words))[-1]
    answered = [match for match in _ANSWERED.finditer(figure.before) if match.start() > received.end()]
    return not answered or _both(words)


def _both(words: str) -> bool:
    return (
        re.search(r"(?:收到|受理|接到|接收)(?:并|和|、|及)(?:按时|及时|依法)?(?:办结|答复|回复|办复)", words)
        is not None
    )


def _timeliness(figure: Figure) -> dict[str, str]:
    if _EXTENDED.search(figure.before):
        return {"timeliness": "extended"}
    return {"timeliness": "on_time"} if _ON_TIME.search(figure.before) else {}


def _party(words: str, state: State) -> str:
    """The part of the organisation that received the request, "" for the whole."""
    agency, channel = split_party(words)
    if agency and not channel:
        return agency if is_agency(agency) and not same_as_issuer(agency, state.issuer) else ""
    is_subject = channel and not re.search(r"通过|利用|[在从]", words) and not WHOLE.match(trimmed(words))
    return channel if is_subject and re.match(r"[县市区各乡镇]", channel) else ""


def _agency(state: State) -> dict[str, str]:
    return {"agency": state.agency} if state.agency else {}
