"""Requests by applicant, channel and agency."""

import re

from parsers.report.clauses import Figure
from parsers.report.names import is_agency, item_name, trimmed
from parsers.report.reading import Reading, State, agency_dims

NOT_AN_ANSWER = re.compile(
    r"(?:未|没有|尚未|待|拟|超期|逾期|其[他它])(?:予以|及时)?(?:办结|答复|回复)|(?:答复|"
    r"办结|回复)(?:率|意见|口径|文书|书|格式|前)"
)
_CHANNEL = re.compile(
    r"^(?:(?:当面|当场|现场|书面|网上|网络|网站|政府网站|在线|线上|线下|互联网|"
    r"信函邮寄|EMS邮寄|信函|邮寄|邮件|电子邮件|数据电文|电子邮箱|电邮|传真|书面信函|书面材料|来信|来函|来电|口头|电话|上门|"
    r"来访|到[我本]?[厅局委办镇乡]?(?:机关|现场|当面|窗口)|窗口(?:当面|现场)?|政务网站|信件|快递|邮政|邮政寄送|挂号信|微信|平台|系统|(?:依申请公开|网络|网上|在线|网站|政府网站)?(?:系统|"
    r"平台)|其[他它](?:形式|方式|渠道|途径)?|(?:申请人)?(?:当面|直接)?送达)(?:[、和或及/]|$|(?=来)))+$"
)
_CHANNEL_NOISE = re.compile(
    r"^(?:(?:申请)?(?:方式|渠道|途径)(?:为|是|有)|其中|通过|采取|采用|利用|以|经|从|由|属于|是|有|为|以及|收到|受理|在|"
    r"接到|接收|,|:| |\d\.)+|(?:提交|提出|提起|递交|接收|接受|收到|受理|进行|发来|寄来)+(?:表单)?(?:的|"
    r"了)?(?:申请)?$"
)
_CHANNEL_TAIL = re.compile(
    r"(?:的|了|共|为|有|计|仅|(?<!送)达)*(?:依申请公开|政府信息公开|信息公开|公开)?(?:的)?(?:政府)?(?:信息)?(?:申请)?(?:公开)?(?:(?<![邮信])件|"
    r"表|信息|数|数量|事项|书)?(?:共|为|有|计|仅|的)*$"
)
_APPLICANTS = (
    (re.compile(r"(?:自然人|公民个人|公民|个人)(?:申请|提出|提交|的|政府信息|信息|公开)*$"), "natural_person"),
    (re.compile(r"(?:商业企业|企业|公司)(?:申请|提出|提交|的|政府信息|信息|公开)*$"), "business"),
    (re.compile(r"科研(?:机构|院所)(?:申请|提出|提交|的|政府信息|信息|公开)*$"), "research"),
    (re.compile(r"(?:社会公益组织|社会团体|公益组织)(?:申请|提出|提交|的|政府信息|信息|公开)*$"), "social"),
    (re.compile(r"(?:法律服务机构|律师事务所|律所)(?:申请|提出|提交|的|政府信息|信息|公开)*$"), "legal_service"),
)
_UNNAMED_APPLICANTS = re.compile(
    r"(?:^|[,、到理中由])(?P<name>法人(?:和|或|及|或者)其[他它](?:社会)?组织|企业(?:及|和|、)(?:社会|其[他它])?组织|其[他它]组织|法人|单位)(?:申请|提出|提交|的)*$"
)
_BY_AGENCY = re.compile(
    r"(?:申请(?:量|数量?|件数?)|受理|收到申请|收件)[^,;。\d]{0,12}(?:单位|部门|机关|地区|县区)(?:来?看|划?分|主要|依次|分别|是|为|有|:|,)[^;。]*$"
)
_ALL_VERBS = re.compile(r"收到|受理|答复|办结|回复|申请|办理|公开")


def read_applicant(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    if re.search(r"(?:收到|受理|接到)公民(?:的|提出的)?(?:政府)?信息公开(?:的)?申请$", figure.before):
        return None  # all of them, not those of citizens alone
    if other := _UNNAMED_APPLICANTS.search(figure.before):
        return (Reading("requests.received", {"applicant": other["name"], **agency_dims(state)}, "件"),)
    for pattern, applicant in _APPLICANTS:
        if pattern.search(figure.before):
            return (Reading("requests.received", {"applicant": applicant, **agency_dims(state)}, "件"),)
    return None


def read_channel(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    if re.search(r"(?:查询|查阅|咨询)[^;。]*$", figure.clause.lead):
        return None  # 接受统计资料查询83人次,其中来访29人次
    if (name := _named_behind(figure)) is not None:
        return (Reading("requests.received", {"channel": name, **agency_dims(state)}, "件"),)
    if re.search(r"^[^,;]{2,6}(?<!申请)公开$", figure.before):
        return None  # 互联网公开36件
    words = re.sub(r"^.*有关政府信息公开的|\([^()\d]{1,20}\)$", "", figure.before)
    name = _CHANNEL_NOISE.sub("", trimmed(_CHANNEL_TAIL.sub("", words)))
    name = _CHANNEL_NOISE.sub("", re.sub(r"(?:提交表单)?(?:申请)?(?:的)?(?:方式|途径|渠道|形式)$", "", name))
    name = re.sub(r"^.*(?:收到|受理|接到|接收)(?:的)?(?:通过)?", "", name)
    name = re.sub(r"^(?:到[我本]?[厅局委办镇乡]?|窗口)(?=当面|现场)", "", name)
    if re.match(r"其[他它]", name) and (state.last is None or state.last.code != "requests.received"):
        return None  # other outcomes, not other channels
    if re.match(r"其[他它]", name) and state.last and "agency" in state.last.dims:
        return (Reading("requests.received", {"agency": name}, "件"),)  # 区住建局15件,其他7件
    if len(name) < 2 or not _CHANNEL.search(name) or NOT_AN_ANSWER.search(words):
        return None
    return (Reading("requests.received", {"channel": name, **agency_dims(state)}, "件"),)


def _named_behind(figure: Figure) -> str | None:
    """收到6件(2件信函、4件网上申请): the channel behind its number, in a list of such."""
    is_said = figure.clause.opener == "," and re.match(r"(?:为|通过|属于)[^,;]{2,8}申请$", figure.after)
    if not (is_said or figure.clause.opener in ("(", "、")) or not re.fullmatch(r"(?:[^,;\d]*、)?", figure.before):
        return None
    name = _CHANNEL_TAIL.sub("", re.sub(r"^(?:为|通过|属于)", "", re.split(r"[、,)]", figure.after)[0]))
    name = re.sub(r"(?:方式|途径|渠道|形式)$", "", name)
    return name if len(name) > 1 and _CHANNEL.search(name) else None


def is_by_agency(figure: Figure) -> bool:
    """从受理单位看,财政局3宗; 申请量居前的部门是市规划局(33件)."""
    return _BY_AGENCY.search(figure.clause.lead[-100:] + figure.before) is not None


def read_part(figure: Figure, state: State) -> tuple[Reading, ...] | None:
    """One agency of a list that breaks up what was received: 收到58件(区国土局20件, 区住建局26件)."""
    if is_by_agency(figure):
        name = re.sub(r"^.*(?:单位|部门|机关|地区)(?:依次|分别|主要)?(?:为|是|有|看|:)", "", item_name(figure.before))
        if is_agency(name) and _ALL_VERBS.search(name) is None:
            return (Reading("requests.received", {"agency": name}, "件"),)
    last = state.last
    name = re.sub(r"(?:共|新)?(?:收到|受理|接到|接收|办理)(?:的)?(?:申请)?$", "", item_name(figure.before))
    if last is None or last.code != "requests.received" or "channel" in last.dims or not is_agency(name):
        return None
    if name != item_name(figure.before) and not (last.dims or "其中" in figure.clause.lead + figure.clause.text):
        return None  # without 其中 before it a verb starts a new count
    return (Reading("requests.received", {"agency": name}, "件"),) if _ALL_VERBS.search(name) is None else None
