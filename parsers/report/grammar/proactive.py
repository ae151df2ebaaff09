"""Published information: totals, per agency, channel and category."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.lists import ACTIVE, TOTAL_AFTER, is_years_part
from parsers.report.grammar.subjects import own_subject, section_subject, subjects_in
from parsers.report.names import (
    WHOLE,
    is_agency,
    is_channel,
    is_plain_object,
    item_name,
    object_name,
    same_as_issuer,
    split_party,
    trimmed,
)
from parsers.report.reading import Reading, State

UNITS = frozenset("条件篇份个项") | {"条次"}
_OTHERS = re.compile(r"(?:其他|其它|应当?)+主动公开的?(?:政府)?信息")
_PLAIN = re.compile(
    r"公开|发布|公布|上传|更新|刊登|登载|发送|推送|(?:张贴)?公示(?!公告|类|信息|栏)|张贴(?!公示)|(?:滚动)?播[放出]|刊发|编发|投放|展示"
)
_NOT_INFORMATION = re.compile(
    r"年度报告|微博$|栏目|专栏|目录|指南|制度|意见稿|文件精神|督查|通报|网站$|平台$|会$|期$|僵尸|"
    r"(?:审批|办件|举报|投诉|咨询|申请)(?!.*(?:信息|类)$)|依申请|申请公开"
)
_EACH = re.compile(r"^(各(?!级)[\u4e00-\u9fff、]{1,10}?)(?:共|新增)*主动公开")
_RUNNING_TOTAL = re.compile(r"(?:历年|至今|开通以来)累计公开(?:政府)?(?:信息)?(?:共|达)*$")
_THIS_YEAR = re.compile(
    r"全年|本年度?|今年|(?<!至)(?<!止)(?<!到)(?<!自)20\d\d年度?(?!\d{0,2}月?\d{0,2}日?(?:底|末|止|以来|起|"
    r"初))|年内|一年来|当年|新增"
)


def read_item(figure: Figure, state: State) -> tuple[Reading, ...]:
    """One item of the list that breaks up a total: 耒阳市5622条, 概况信息7112条, 通过政府公报公开28条."""
    head = state.head
    if (
        head is None
        or head.code not in ("proactive.count", "proactive.cumulative")
        or figure.quantity.unit not in UNITS
    ):
        return ()
    named = _OTHERS.sub("", figure.before)
    if ACTIVE.search(named) or "政府信息" in (_after_verb(named) or ""):
        return ()
    dims = _item_dims(figure.before, figure.quantity.unit, state)
    if dims is None:
        return ()
    kind = next(kind for kind in ("agency", "channel", "category") if kind in dims)
    if kind == "agency" and "channel" in head.dims:
        dims = {**dims, "channel": head.dims["channel"]}
    return (Reading(head.code, dims, "条", list_kind=kind),)


def _after_verb(words: str) -> str | None:
    verb = _last(_PLAIN, words)
    return words[verb.end() :] if verb else None


def _item_dims(words: str, unit: str, state: State) -> dict[str, str] | None:
    if "posts" in subjects_in(words) and re.search(r"发布|推送|更新|发送", words):
        return None  # posts of an account, counted by themselves
    verb = _last(_PLAIN, words)
    if verb and verb.end() < len(words) - 8:
        verb = None  # 公开 inside a long name is no verb
    if verb and re.search(r"^(?:信息|的?信息|共|)$", words[verb.end() :].strip()):
        agency, channel = split_party(re.sub(r"^[,、 ]*其中[,: ]*", "", words[: verb.start()]))
        channel = _known(channel, state)
        named = {"agency": agency, "channel": channel}
        if (agency or channel) and (not agency or is_agency(agency)):
            return {key: name for key, name in named.items() if name}
    name = item_name(words)
    is_media = unit == "条" and re.search(r"(?:网站|平台|专栏|栏目|微博)$", name)
    if not 1 < len(name) <= 40 or re.search(r"通过|利用|发布|访问|采用|报送|上报|录用|采纳|被|^.{2}公开信息$", name):
        return None
    if _NOT_INFORMATION.search(name) and not is_media:
        return None
    return {_kind(name, words, state): name}


def _kind(name: str, words: str, state: State) -> str:
    if re.search(r"通过|利用|在.{2,20}(?:上|网)", words) and is_channel(name):
        return "channel"
    if state.list_kind:
        return state.list_kind
    if re.search(r"(?:信息|类)$", name):
        return "category"
    if is_channel(name):
        return "channel"
    return "agency" if is_agency(name) else "category"


def read_total(figure: Figure, state: State) -> tuple[Reading, ...]:
    """主动公开政府信息114530条, with agency, channel and category as far as the clause names them."""
    if figure.quantity.unit not in UNITS or figure.quantity.low is not None:
        return ()
    words = figure.before
    if state.last and state.last.code == "proactive.count" and re.fullmatch(r"(?:历年)?累计(?:公开|达|共)*", words):
        return (Reading("proactive.cumulative", {}, "条"),)
    if state.head is not None and is_years_part(words):
        return (Reading("proactive.count", state.head.dims, "条"),)
    verb = _last(ACTIVE, words)
    active = verb is not None
    verb = verb or _last(_PLAIN, words)
    if verb is None or _is_other_subject(figure, active):
        return ()
    object_ = words[verb.end() :]
    if state.subject == "normative" and not object_ and figure.quantity.unit != "条":
        return ()  # 制发规范性文件12件, 主动公开12件
    agency, channel = split_party(words[: verb.start()])
    if active and "、" in channel:
        channel = ""  # several channels, one number
    each = _EACH.match(words)
    if each and not agency and _EACH.search(figure.clause.rest.lstrip(",; ")):
        agency = each[1]  # 各部门…5212条, 各乡镇…1034条: neither is the whole
    if agency and figure.clause.quantities[0] != figure.quantity and WHOLE.match(trimmed(figure.clause.text)):
        agency = ""  # 全区42个部门、11个镇街 are the whole
    if not active and _RUNNING_TOTAL.search(words) and state.head is not None:
        return (Reading("proactive.cumulative", {}, "条"),)
    in_section = "主动公开" in figure.clause.section.words
    is_named = in_section and (
        (is_agency(agency) and not object_) or re.search(r"类(?:政府)?(?:信息|文件)$", object_) is not None
    )
    if re.search(r"共$|共计$|累计$", words[: verb.start()]) and re.fullmatch(r"信息", object_):
        object_ = "信息共"  # 共公开信息1063条
    if (
        not active
        and not is_named
        and not _is_government_information(object_ + figure.after[:8], channel, verb[0], state)
    ):
        return ()
    return _with_dims(figure, state, agency, channel, object_)


def _is_government_information(object_: str, channel: str, verb: str, state: State) -> bool:
    """Whether 公开 or 发布 without 主动 counts: it is called government information, or is on the organ's own site."""
    if re.search(r"政府(?:公开)?信息|(?:各类|各种|政务|全部)(?:政务|政府)?信息", object_):
        is_first = state.head is None or state.head.code == "proactive.cumulative"
        return bool(channel) or is_first  # a second count in the sentence is no second total
    if state.last and "channel" in state.last.dims and is_channel(channel) and is_plain_object(object_):
        return True  # 通过网站公开1986条, 政务微博公开258条
    if not channel and re.search(r"^(?:了)?(?:各类|各种|政务)?信息(?:共计?|总计|合计|累计)", object_):
        return state.head is None
    own = "公开" in verb and is_channel(channel)
    if own and "网" in channel and re.search(r"[^政府]信息(?:共|共计)?$", object_):
        return True  # 通过局网站公开环境信息6326条
    return (own or re.search(r"网|公报|公开栏|目录", channel) is not None) and is_plain_object(object_)


def _is_other_subject(figure: Figure, active: bool) -> bool:
    subject = own_subject(figure)
    if active and section_subject(figure.clause) == "requests" and not re.search(r"信息|文件", figure.clause.text):
        return True  # an outcome of requests: 主动公开的212件
    if subject in ("", "visits"):
        return False
    if active:
        return subject in ("requests", "reconsideration", "litigation", "complaints", "consultations", "zombie")
    return subject not in ("gazette", "normative") and not (subject == "posts" and "公开" in figure.before)


def _with_dims(figure: Figure, state: State, agency: str, channel: str, object_: str) -> tuple[Reading, ...]:
    dims: dict[str, str] = {}
    object_ = object_ or TOTAL_AFTER.sub("", figure.after[:12])
    if not is_plain_object(object_):
        name = object_name(object_)
        if not 1 < len(name) <= 40 or _NOT_INFORMATION.search(name):
            return ()
        dims["category"] = name
    if agency and not same_as_issuer(agency, state.issuer):
        if not is_agency(agency):
            return ()
        dims["agency"] = agency
    if channel:
        dims["channel"] = _known(channel, state)
    return (Reading(_count_code(figure, state), dims, "条"),)


def _count_code(figure: Figure, state: State) -> str:
    """累计 over the year is the year's count; 累计 since the beginning is the running total."""
    words = figure.clause.lead[-30:] + figure.clause.text[: figure.quantity.start - figure.clause.start]
    if re.search(r"累计|历年", figure.before) and not _THIS_YEAR.search(words):
        return "proactive.cumulative"
    since = re.search(r"自(20\d\d)年[^,。]{0,16}以来|(?:开通|施行|实施)以来", words)
    return "proactive.cumulative" if since and since[1] != str(state.year) else "proactive.count"


def _known(channel: str, state: State) -> str:
    """The channel's name as it was written before: 市本平台 is the 市本级平台 that the sentence above named."""
    for name in state.channels:
        if name != channel and len(name) - len(channel) == 1 and _is_within(channel, name):
            return name
    if channel and channel not in state.channels:
        state.channels.append(channel)
    return channel


def _is_within(short: str, long: str) -> bool:
    return any(long[:gap] + long[gap + 1 :] == short for gap in range(1, len(long) - 1))


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007 - the last match is what is wanted
        pass
    return found
