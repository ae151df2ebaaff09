"""Published information: totals, per agency, channel and category."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.items import NOT_INFORMATION, PLAIN_VERB, UNITS, known_channel, last_match
from parsers.report.grammar.lists import ACTIVE, TOTAL_AFTER, is_years_part
from parsers.report.grammar.subjects import own_subject, section_subject
from parsers.report.names import (
    WHOLE,
    is_agency,
    is_channel,
    is_plain_object,
    item_name,
    names_several_channels,
    names_several_kinds,
    object_name,
    same_as_issuer,
    split_party,
    trimmed,
)
from parsers.report.reading import Reading, State

_WHOLE_YEAR = re.compile(r"20\d\d年1月1日(?:起|开始)?[至到-]+(?:20\d\d年)?12月31日")
_KIND_NAME = re.compile(r"(?:信息|类)$")
_NEW_MEDIA = re.compile(r"微信|微博|公众号|视频号|新媒体|抖音")
_PUTS_OUT = re.compile(
    r"(?:经过?)?(?:(?:发布|公布|上传|公开|录入|更新|制作|整理|采集|编辑|编写|审核|收集|梳理)[了并和、]?)+(?:的|各类|各种|各项|有关|相关)*$"
)
_VOLUME = re.compile(
    r"(?:信息(?:发布|公开|更新)|(?:发布|公开)(?:政府)?信息)(?:总)?(?:数量|总量|量|数)(?:共计?|累计|为|达到?|由|从|有)*(?:20\d\d年(?:度)?的?)?$"
    r"|(?<=网站)信息(?:发布|更新)(?:共计?|累计)?$|(?<=[局委办县区市镇乡道])政府信息公开(?:共计?|累计|总数|为)*$"
)
_GREW_TO = re.compile(r"^(?:增加|增长|上升|提高|减少|下降)(?:到|至|为)(?:了)?(?:20\d\d年(?:度)?的?)?$")
_EACH = re.compile(r"^(各(?!级)[\u4e00-\u9fff、]{1,10}?)(?:共|新增)*主动公开")
_RUNNING_TOTAL = re.compile(r"(?:历年|至今|开通以来)累计公开(?:政府)?(?:信息)?(?:共|达)*$")
_SITE_AND_MORE = re.compile(
    r"(?:通过|利用|在)[^,;]{0,20}网站?(?:和|及|与|、|以及)[^,;]{0,12}(?:微信|微博|公众号|新媒体)[^,;]{0,4}$"
)
_THIS_YEAR = re.compile(
    r"全年|本年度?|今年|(?<!至)(?<!止)(?<!到)(?<!自)20\d\d年度?(?!\d{0,2}月?\d{0,2}日?(?:底|末|止|以来|起|"
    r"初))|年内|一年来|当年|新增"
)


def read_total(figure: Figure, state: State) -> tuple[Reading, ...]:
    """主动公开政府信息114530条, with agency, channel and category as far as the clause names them."""
    if figure.quantity.unit not in UNITS or figure.quantity.low is not None:
        return ()
    words = figure.before
    if state.last and state.last.code == "proactive.count" and re.fullmatch(r"(?:历年)?累计(?:公开|达|共)*", words):
        return (Reading("proactive.cumulative", {}, "条"),)
    volume = _VOLUME.search(words)
    if volume and not (own_subject(figure) or state.head):
        channel = split_party(words[: volume.start()])[1]
        return (Reading("proactive.count", {"channel": channel} if channel else {}, "条"),)
    if _GREW_TO.search(words) and state.last and state.last.code == "proactive.count" and not state.last.list_kind:
        return (Reading("proactive.count", state.last.dims, "条"),)
    if state.head is not None and is_years_part(words):
        return (Reading("proactive.count", state.head.dims, "条"),)
    verb = last_match(ACTIVE, words)
    active = verb is not None
    verb = verb or _plain_verb(words)
    if verb is None:
        return ()
    object_ = (
        re.sub(r"^(?:并|和|、)?(?:发布|公布|更新)了?(?=.)", "", words[verb.end() :]) if active else words[verb.end() :]
    )
    doer = words[: verb.start()]
    if verb[0] in ("公布", "发布") and state.head is None and is_plain_object(object_) and _SITE_AND_MORE.search(doer):
        return (Reading("proactive.count", {}, "条"),)
    if _is_other_subject(figure, active or names_several_kinds(object_)):
        return ()
    if state.subject == "normative" and not object_ and figure.quantity.unit != "条":
        return ()  # 制发规范性文件12件, 主动公开12件
    agency, channel = split_party(_PUTS_OUT.sub("", doer))
    if active and ("、" in channel or names_several_channels(channel)):
        channel = ""  # several channels, one number
    if verb[0] == "发布" and not channel and _NEW_MEDIA.search(figure.clause.lead[-60:]):
        return ()  # 依托微信公众号、视频号,全年发布各类信息100条
    if not active and not channel and (site := _site_of(object_)):
        return (Reading("proactive.count", {"channel": site}, "条"),)
    if not doer.strip() and not active:
        channel = _channel_before(figure)
    if active and not object_ and _KIND_NAME.search(doer) and state.head is not None:
        name = item_name(doer)
        if is_channel(site := name.removesuffix("信息")):
            return (Reading(state.head.code, {"channel": site}, "条", list_kind="channel"),)
        return (Reading(state.head.code, {"category": name}, "条", list_kind="category"),)  # …类信息主动公开210条
    each = _EACH.match(words)
    if each and not agency and _EACH.search(figure.clause.rest.lstrip(",; ")):
        agency = each[1]  # 各部门…5212条, 各乡镇…1034条: neither is the whole
    if agency and figure.clause.quantities[0] != figure.quantity and WHOLE.match(trimmed(figure.clause.text)):
        agency = ""  # 全区42个部门、11个镇街 are the whole
    since = re.search(r"以来[^,]{0,4},?$", figure.clause.lead) and words.startswith("累计") and is_plain_object(object_)
    if not active and (_RUNNING_TOTAL.search(words) or since) and state.head is not None:
        return (Reading("proactive.cumulative", {}, "条"),)
    in_section = "主动公开" in figure.clause.section.words
    said_all = (
        verb[0] in ("公开", "发布", "公布")
        and re.search(r"共$|共计$|总共$", words[: verb.start()])
        and re.fullmatch(r"[^,;]{2,16}信息", object_)
    )
    is_named = (bool(said_all) and "公开" in figure.clause.section.words) or (
        in_section
        and ((is_agency(agency) and not object_) or re.search(r"类(?:政府)?(?:信息|文件)$", object_) is not None)
    )
    if re.search(r"共$|共计$|累计$", words[: verb.start()]) and re.fullmatch(r"信息", object_ or figure.after):
        object_ = "信息共"  # 共公开信息1063条
    if (
        not active
        and not is_named
        and not _is_government_information(object_ + figure.after[:8], channel, verb[0], state, in_section)
    ):
        return ()
    return _with_dims(figure, state, agency, channel, object_)


def _site_of(object_: str) -> str:
    """发布网站信息674条: the site, where the object says no more than that."""
    return object_.removesuffix("信息") if re.fullmatch(r"[^,;、]{0,8}网站信息", object_) else ""


def _channel_before(figure: Figure) -> str:
    """重要信息在新闻媒体上发布,发布信息54条: the channel of the clause before."""
    before = re.split(r"[,;:]", figure.clause.lead.rstrip(",;: "))[-1]
    verb = PLAIN_VERB.search(before)
    channel = split_party(before[: verb.start()])[1] if verb and re.search(r"[在通]", before) else ""
    return "" if names_several_channels(channel) or "、" in channel else channel


def _plain_verb(words: str) -> re.Match[str] | None:
    """The last verb, or the first where a list of kinds is its object: 公开政策解读、财政预决算公开等信息."""
    first = PLAIN_VERB.search(words)
    return first if first and names_several_kinds(words[first.end() :]) else last_match(PLAIN_VERB, words)


def _is_government_information(object_: str, channel: str, verb: str, state: State, in_section: bool) -> bool:
    """Whether 公开 or 发布 without 主动 counts: it is called government information, or is on the organ's own site."""
    if re.search(r"政府(?:公开)?信息|(?:各类|各种|政务|全部)(?:政务|政府)?信息", object_):
        is_first = state.head is None or state.head.code == "proactive.cumulative"
        return bool(channel) or is_first  # a second count in the sentence is no second total
    if state.last and "channel" in state.last.dims and is_channel(channel) and is_plain_object(object_):
        return True  # 通过网站公开1986条, 政务微博公开258条
    if not channel and re.search(r"^(?:了)?(?:各类|各种|政务)?信息(?:共计?|总计|合计|累计)", object_):
        return state.head is None
    own = is_channel(channel) and (in_section or "公开" in verb or "公开" in channel)
    if own and "网" in channel and re.search(r"[^政府]信息(?:共|共计)?$", object_):
        return True  # 通过局网站公开环境信息6326条
    is_public = re.search(r"网|公报|公开栏|目录", channel) is not None or (in_section and is_channel(channel))
    return (own or is_public) and is_plain_object(object_)


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
    if not is_plain_object(re.sub(r"\([^()]*\)$", "", object_)):
        name = object_name(object_)
        if not 1 < len(name) <= 40 or NOT_INFORMATION.search(name):
            return ()
        if not (name.endswith("政府信息") and name.removesuffix("政府信息") in state.issuer):
            dims["category"] = name  # a bureau of natural resources: 自然资源政府信息 is all it has
    if agency and not same_as_issuer(agency, state.issuer):
        if not is_agency(agency):
            return ()
        dims["agency"] = agency
    if channel:
        dims["channel"] = known_channel(channel, state)
    return (Reading(_count_code(figure, state), dims, "条"),)


def _count_code(figure: Figure, state: State) -> str:
    """累计 over the year is the year's count; 累计 since the beginning is the running total."""
    words = figure.clause.lead[-120:] + figure.clause.text[: figure.quantity.start - figure.clause.start]
    if re.search(r"累计|历年", figure.before) and not _is_within_year(figure, words, state):
        return "proactive.cumulative"
    since = re.search(r"自(20\d\d)年[^,。]{0,16}以来|(?:开通|施行|实施)以来", words)
    return "proactive.cumulative" if since and since[1] != str(state.year) else "proactive.count"


def _is_within_year(figure: Figure, words: str, state: State) -> bool:
    """Whether 累计 adds up the year's months: the sentence names the year, or the one before does and no date stands between."""
    if _THIS_YEAR.search(words) or _WHOLE_YEAR.search(words):
        return True
    said = figure.clause.before + words
    return f"{state.year}年" in said and not re.search(r"截[至止]|历年|以来|至今|目前|总计", said)
