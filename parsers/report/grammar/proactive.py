"""Published information: totals, per agency, channel and category, shares and growth."""

import re

from parsers.report.clauses import Clause, Figure
from parsers.report.grammar.subjects import own_subject, section_subject, subjects_in
from parsers.report.names import (
    WHOLE,
    clean_channel,
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
_ACTIVE = re.compile(r"主动(?:向社会|对外|依法|及时|全面)*(?:公开|发布|公布)")
_OTHERS = re.compile(r"(?:其他|其它|应当?)+主动公开的?(?:政府)?信息")
_PLAIN = re.compile(
    r"公开|发布|公布|上传|更新|刊登|登载|发送|推送|(?:张贴)?公示(?!公告|类|信息|栏)|张贴(?!公示)|(?:滚动)?播[放出]|刊发|编发|投放|展示"
)
_NOT_INFORMATION = re.compile(
    r"年度报告|微博$|栏目|专栏|目录|指南|制度|意见稿|文件精神|督查|通报|网站$|平台$|会$|期$|僵尸|"
    r"(?:审批|办件|举报|投诉|咨询|申请)(?!.*(?:信息|类)$)|依申请|申请公开"
)
_NOMINAL = re.compile(
    r"公开(?:的)?(?:政府)?信息(?:的?总?(?:数量|数|量|条数))?(?:共|共计|累计|总计|为|达到?|有|约|是)*$"
)
_TYPES = re.compile(
    r"公开.{0,12}(?:(?:类别|种类|类型|内容)(?:主要)?(?:有|是|为|包括|如下|分别是|分为)?|信息(?:主要)?(?:有|包括|分为))$"
)
_LARGEST = re.compile(
    r"公开.{0,10}(?:较大|较多|最多|居前|靠前|前.{1,3}[位名])的(?:单位|部门|乡镇|"
    r"县市区|区县).{0,4}(?:有|是|为|依次|分别)?$"
)
_RUNNING_TOTAL = re.compile(r"(?:历年|至今|开通以来)累计公开(?:政府)?(?:信息)?(?:共|达)*$")
_YEARS_PART = re.compile(
    r"其中,?(?:20\d\d ?年度?|本年度?|今年|全年|当年)(?:新增|共计?|新)*(?:主动)?公开(?:政府)?(?:信息)?(?:共|为)*$|"
    r"^(?:其中,?)?(?:20\d\d ?年度?|本年度?|今年|全年|当年)新增(?:主动)?(?:公开)?(?:政府)?(?:信息)?$"
)
_CONTENTS = re.compile(r"^(?:内容|公开的?内容)?(?:主要)?(?:包括|有|涉及|为|是)")
_TOTAL_AFTER = re.compile(r"^(?:的|主动公开的)?(?:政府|各类|政务)*信息(?P<inside>中|里|当中)?")
_LIST_SIGNS = re.compile(r"其中|包括|分别|按(?:类别|内容|渠道|主题)|分类|类别|主要(?:有|是|为)")
_BREAKDOWN = re.compile(
    r"^(?:(?:按照?|从)[^,;]{0,12}(?:内容|类别|类型|种类|主题|渠道|载体|方式|形式|平台|来源|单位|层级|分类)[^,;]{0,6}$"
    r"|(?:在)?[^,;]{0,12}公开的(?:政府)?信息(?:中|当中|里)[^,;]{0,2}$)"
)
_CUMULATIVE = re.compile(r"累计|历年|自[^,]{0,20}(?:以来|起)|开通以来|施行以来|实施以来")
_THIS_YEAR = re.compile(
    r"全年|本年度?|今年|(?<!至)(?<!止)(?<!到)(?<!自)20\d\d年度?(?!\d{0,2}月?\d{0,2}日?(?:底|末|止|以来|起|"
    r"初))|年内|一年来|当年|新增"
)
_SHARE = re.compile(r"占(?!用|地|道|有|领)[^,;。]{0,18}$")
_GROWTH = re.compile(
    r"(?:同比|环比|比|较|相比)?[^,]*?(?P<up>增长|增加|上升|提高|增幅)|(?P<down>下降|减少|降低|降幅|下滑)"
)


def read_share_or_growth(figure: Figure, state: State) -> tuple[Reading, ...]:
    """占6.2%, 同比增长22%, 下降3%: of the figure before, where that is one that has shares."""
    last = state.last
    if figure.quantity.unit != "%" or last is None or last.code not in ("proactive.count", "consultations.total"):
        return ()
    stem = last.code.partition(".")[0]
    if _SHARE.search(figure.before):
        return (Reading(f"{stem}.share", last.dims, "%"),)
    growth = _GROWTH.search(figure.before)
    if growth is None or re.search(r"率(?:为|达|是)?$", figure.before):
        return ()
    value = -figure.quantity.value if growth["down"] else figure.quantity.value
    return (Reading(f"{stem}.growth", last.dims, "%", value=value),)


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
    if _ACTIVE.search(named) or "政府信息" in (_after_verb(named) or ""):
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
    is_media = unit == "条" and re.search(r"(?:网站|平台|专栏|栏目)$", name)
    if not 1 < len(name) <= 40 or re.search(r"通过|利用|发布|访问|采用|报送|上报|录用|采纳|被", name):
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
    if state.head is not None and _YEARS_PART.search(words):
        return (Reading("proactive.count", state.head.dims, "条"),)
    verb = _last(_ACTIVE, words)
    active = verb is not None
    verb = verb or _last(_PLAIN, words)
    if verb is None or _is_other_subject(figure, active):
        return ()
    object_ = words[verb.end() :]
    if state.subject == "normative" and not object_ and figure.quantity.unit != "条":
        return ()  # 制发规范性文件12件, 主动公开12件
    agency, channel = split_party(words[: verb.start()])
    if agency and figure.clause.quantities[0] != figure.quantity and WHOLE.match(trimmed(figure.clause.text)):
        agency = ""  # 全区42个部门、11个镇街 are the whole
    if not active and _RUNNING_TOTAL.search(words) and state.head is not None:
        return (Reading("proactive.cumulative", {}, "条"),)
    is_named = agency and is_agency(agency) and not object_ and "主动公开" in figure.clause.section.words
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
    object_ = object_ or _TOTAL_AFTER.sub("", figure.after[:12])
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


def opens_types(words: str) -> bool:
    """Whether the words announce a list of kinds without a total: 主动公开政府信息的主要类别有."""
    return _ACTIVE.search(words) is not None and _TYPES.search(words) is not None


def opens_agencies(words: str) -> bool:
    """Whether the words announce the agencies that published most: 公开量较大的单位有."""
    return _LARGEST.search(words) is not None


def opens_breakdown(clause: Clause) -> bool:
    """Whether the words break up the total that an earlier sentence stated: 按内容分, 在主动公开的政府信息中."""
    part = clause.section.part
    said = _BREAKDOWN.search(clause.text) or (
        _CONTENTS.match(clause.text) and re.search(r"内容|类别|种类|数量|形式|渠道|方式", part)
    )
    said = said or (clause.quantities and re.search(r"分类|类别|种类|构成|分布", part))
    return bool(said) and "申请" not in clause.text + clause.section.words


def is_years_part(words: str) -> bool:
    """Whether the words take the year's count out of a running total: 其中2013年公开."""
    return _YEARS_PART.search(words) is not None


def opens_list(words: str) -> bool:
    return _LIST_SIGNS.search(words) is not None


def names_total(figure: Figure, total: float | None = None) -> str | None:
    """The channel of "在区网站主动公开的1913条政府信息中", which repeats a total and opens its list; else None."""
    inside = _TOTAL_AFTER.match(figure.after)
    repeated = total is not None and total == figure.quantity.value
    if not (inside and inside["inside"] and (_ACTIVE.search(figure.before) or repeated)):
        return None
    return clean_channel(trimmed(figure.before))


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007 - the last match is what is wanted
        pass
    return found
