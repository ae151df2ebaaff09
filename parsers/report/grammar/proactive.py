"""Published information: totals, per agency, channel and category."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.items import NOT_INFORMATION, PLAIN_VERB, UNITS, column_name, known_channel
from parsers.report.grammar.lists import TOTAL_AFTER, breaks_up_total, is_years_part
from parsers.report.grammar.parts import named_in_front, seat_beside
from parsers.report.grammar.running import count_code
from parsers.report.grammar.said import Said, said_in
from parsers.report.grammar.subjects import own_subject, section_subject
from parsers.report.names import (
    WHOLE,
    is_agency,
    is_channel,
    is_plain_object,
    names_several_channels,
    names_several_kinds,
    object_name,
    split_party,
    trimmed,
)
from parsers.report.reading import Reading, State
from parsers.report.short_names import is_whole_of_issuer

_NEW_MEDIA = re.compile(r"微信|微博|公众号|视频号|新媒体|抖音")
_PUTS_OUT = re.compile(
    r"(?:经过?)?(?:(?:发布|公布|上传|公开|录入|更新|制作|整理|采集|编辑|编制|编写|审核|收集|梳理)[了并和、]?)+(?:的|各类|各种|各项|有关|相关)*$"
)
_VOLUME = re.compile(
    r"(?:信息(?:发布|公开|更新)的?|(?:发布|公开)(?:政府)?信息)(?:总)?(?:数量|总量|量|数)(?:共计?|累计|为|有|达到?|由|从|有)*(?:20\d\d年(?:度)?的?)?$"
    r"|(?<=网站)信息(?:发布|更新)(?:共计?|累计)?$|(?:(?<=[局委办县区市镇乡道])|完成)政府信息公开(?:共计?|累计|总数|为)*$"
)
GREW_TO = re.compile(r"^(?:增加|增长|上升|提高|减少|下降)(?:到|至|为)(?:了)?(?:20\d\d年(?:度)?的?)?$")
_IN_GAZETTE = re.compile(r"(?P<name>《[^《》]*(?:公报|政报)》)(?:共|总计)?\d+期,$")
_OF_THE_SITE = re.compile(r"(?:概况类?|政务动态|信息公开目录)信息")  # what the yearly form of a web site counts
_SENT_ON = re.compile(r"(?:报送|移交|移送|上报|备案)[^,;]{0,8}[和及与、]$")  # 向中国上海网站报送新闻和主动公开文件864项
_EACH = re.compile(r"^(各(?!级)[\u4e00-\u9fff、]{1,10}?)(?:共|新增)*主动公开")
_RUNNING_TOTAL = re.compile(
    r"(?:历年|至今|以来)累计(?:主动)?(?:公开(?:政府)?(?:信息)?|(?:政府)?信息公开)(?:数|量|总数|共|达|为)*$"
)
_SITE_AND_MORE = re.compile(
    r"(?:通过|利用|在)[^,;]{0,20}网站?(?:和|及|与|、|以及)[^,;]{0,12}(?:微信|微博|公众号|新媒体)[^,;]{0,4}$"
)
_THROUGH_SEVERAL = re.compile(r"(?:通过|利用|依托)[^,;]*[、和及与][^,;]*$")
_EACH_CUMULATIVE = re.compile(
    r"\d[条件篇份][,(](?:历年)?累计(?:公开|达|共|为)*\d"
)  # 网站公开92条,累计971条;公报公开2条,累计40条
_CHANGED = re.compile(r"(?:数|量|条数|总数|数量|总量)(?:增加|减少|增长|下降|净增|增多)(?:了)?$")
_BEHIND_BRACKET = re.compile(r"(?:共计|合计|总计|累计|总共|一共|共)+(?:为|有|达)?")


def read_total(figure: Figure, state: State) -> tuple[Reading, ...]:
    """主动公开政府信息114530条, with agency, channel and category as far as the clause names them."""
    if figure.quantity.unit not in UNITS or figure.quantity.low is not None:
        return ()
    words = _words_before(figure)
    if _CHANGED.search(words):
        return ()
    if seat := seat_beside(figure, words):
        return seat
    found = _without_verb(figure, words, state)
    if found or (said := said_in(words)) is None or _SENT_ON.search(said.doer):
        return found
    everywhere = said.verb in ("公布", "发布") and _SITE_AND_MORE.search(said.doer) and is_plain_object(said.object)
    if everywhere and state.head is None:
        return (Reading("proactive.count", {}, "条"),)  # 在网站和微信平台公布信息202条
    if _is_other_subject(figure, said.active or names_several_kinds(said.object)):
        return ()
    if state.subject == "normative" and not said.object and figure.quantity.unit != "条":
        return ()  # 制发规范性文件12件, 主动公开12件
    since = re.search(r"以来[^,]{0,4},?$", figure.clause.lead) and words.startswith("累计")
    if not said.active and (
        _RUNNING_TOTAL.search(words) or (since and is_plain_object(said.object) and state.head is not None)
    ):
        return (Reading("proactive.cumulative", {}, "条"),)
    return named_in_front(said, state) or _published(figure, said, state)


def _words_before(figure: Figure) -> str:
    """The clause up to the number; also where a bracket stands in between: 公开信息(包括4个一级栏目)共计76855条."""
    if figure.clause.opener != ")" or not _BEHIND_BRACKET.fullmatch(figure.before):
        return figure.before
    before, bracket, _ = figure.clause.lead.rpartition("(")
    return re.split(r"[,;:]", before)[-1] + figure.before if bracket else figure.before


def _without_verb(figure: Figure, words: str, state: State) -> tuple[Reading, ...]:
    """Counts that go on from the one before, or whose verb is a noun: 信息发布量905条, 增加到905条, 累计2401条."""
    last = state.last if state.last and state.last.code == "proactive.count" else None
    if last and re.fullmatch(r"(?:历年)?累计(?:主动|已)*(?:公开|达到?|共|为)*", words):
        of_each = last.list_kind and len(_EACH_CUMULATIVE.findall(figure.clause.whole)) > 1
        dims = {key: name for key, name in last.dims.items() if of_each or (key == "channel" and not last.list_kind)}
        return (Reading("proactive.cumulative", dims, "条"),)
    volume = _VOLUME.search(words)
    if volume and not (own_subject(figure) or state.head or words.startswith("重点领域")):
        if kind := re.search(r"[^,;]{2,10}类$", words[: volume.start()]):
            return (Reading("proactive.count", {"category": trimmed(kind[0])}, "条", list_kind="category"),)
        channel = split_party(words[: volume.start()])[1]
        return (Reading("proactive.count", {"channel": channel} if channel else {}, "条"),)
    if last and GREW_TO.search(words) and not last.list_kind:
        return (Reading("proactive.count", last.dims, "条"),)
    if state.head is not None and is_years_part(words):
        return (Reading("proactive.count", state.head.dims, "条"),)
    return ()


def _published(figure: Figure, said: Said, state: State) -> tuple[Reading, ...]:
    agency, channel = _party(figure, said)
    plain = not said.doer.strip() and re.match(r"政府信息", said.object)
    if plain and (gazette := _IN_GAZETTE.search(figure.clause.lead)):
        return _with_dims(figure, state, "", gazette["name"], said.object)  # 发行《兰州政报》12期,发布政府信息662条
    if channels := _next_channels(said, state):
        return (Reading("proactive.count", {"channel": channels}, "条", list_kind="channel"),)
    if re.search(r"了|20\d\d年", channel):
        return ()  # 市档案局整合了所有市直机关网上发布的主动公开政府信息目录3000条
    if said.verb == "发布" and not channel and _NEW_MEDIA.search(figure.clause.lead[-60:]):
        return ()  # 依托微信公众号、视频号,全年发布各类信息100条
    if not said.doer.strip() and not said.active:
        channel = _channel_before(figure)
    object_ = said.object
    if re.search(r"(?:共|共计|累计)$", said.doer) and re.fullmatch(r"信息", object_ or figure.after):
        object_ = "信息共"  # 共公开信息1063条
    if (
        not said.active
        and not _is_named(figure, said, agency)
        and not _is_government_information(object_ + figure.after[:8], channel, said.verb, state, _in_section(figure))
    ):
        return ()
    return _with_dims(figure, state, agency, channel, object_)


def _next_channels(said: Said, state: State) -> str:
    """通过门户网站公开43条,通过报刊、电视等媒体公开28条: in a list of channels several together are one item."""
    through = _THROUGH_SEVERAL.search(said.doer)
    is_next = state.last is not None and set(state.last.dims) == {"channel"} and state.last.code == "proactive.count"
    if not (through and is_next and is_plain_object(said.object)):
        return ""
    return re.sub(r"^(?:通过|利用|依托)", "", through[0])


def _party(figure: Figure, said: Said) -> tuple[str, str]:
    """Agency and channel; several channels with one number are none."""
    agency, channel = split_party(re.sub(r"(?:共计|合计|总计|累计)+$", "", _PUTS_OUT.sub("", said.doer)))
    is_one_kind = said.active or names_several_kinds(said.object)
    if is_one_kind and ("、" in channel or names_several_channels(channel)):
        channel = ""
    each = _EACH.match(figure.before)
    if each and not agency and _EACH.search(figure.clause.rest.lstrip(",; ")):
        agency = each[1]  # 各部门…5212条, 各乡镇…1034条: neither is the whole
    if agency and figure.clause.quantities[0] != figure.quantity and WHOLE.match(trimmed(figure.clause.text)):
        agency = ""  # 全区42个部门、11个镇街 are the whole
    return agency, channel


def _channel_before(figure: Figure) -> str:
    """重要信息在新闻媒体上发布,发布信息54条: the channel of the clause before."""
    before = re.split(r"[,;:]", figure.clause.lead.rstrip(",;: "))[-1]
    label = re.sub(r"^\d{1,2}[.、]|^\([一二三四五六七八九十\d]{1,2}\)", "", before.strip()).strip()
    if not figure.clause.lead.strip():  # ——门户网站。发布信息1389条
        before = re.split(r"[。;\n-]", figure.clause.before.rstrip("。 "))[-1]
        label = re.sub(r"^\([一二三四五六七八九十]{1,2}\)|公开$", "", before.strip()).strip()
    point = re.match(r"[一二三四五六七八九]是(?=.{2,14}$)", label)
    label = label[point.end() :] if point else label
    if (
        (figure.clause.opener in ("", ":") or point)
        and is_channel(label)
        and not names_several_channels(label)
        and "、" not in label
    ):
        return label  # 门户网站:发布信息644条
    verb = PLAIN_VERB.search(before)
    channel = split_party(before[: verb.start()])[1] if verb and re.search(r"[在通]", before) else ""
    return "" if names_several_channels(channel) or "、" in channel else channel


def _in_section(figure: Figure) -> bool:
    return "主动公开" in figure.clause.section.words


def _is_named(figure: Figure, said: Said, agency: str) -> bool:
    """Whether 公开 without 主动 counts because of what it names: a kind of information, or a part of the whole."""
    if re.search(r"(?:共|共计|总共)$", said.doer) and re.fullmatch(r"[^,;]{2,16}信息", object_name(said.object)):
        return said.verb in ("公开", "发布", "公布") and "公开" in figure.clause.section.words
    if re.fullmatch(r"了?重点领域(?:政府)?信息", said.object) and "重点领域" in figure.clause.section.words:
        return True
    if not _in_section(figure):
        return False
    return (is_agency(agency) and not said.object) or re.search(
        r"类(?:政府)?(?:信息|文件)$|^了?重点领域(?:政府)?信息$", said.object
    ) is not None


def _is_government_information(object_: str, channel: str, verb: str, state: State, in_section: bool) -> bool:
    """Whether 公开 or 发布 without 主动 counts: it is called government information, or is on the organ's own site."""
    if re.search(r"政府(?:公开)?信息|(?:各类|各种|政务|全部)(?:政务|政府)?信息", object_):
        is_first = state.head is None or state.head.code == "proactive.cumulative"
        return bool(channel) or is_first  # a second count in the sentence is no second total
    if state.last and "channel" in state.last.dims and is_channel(channel) and is_plain_object(object_):
        return True  # 通过网站公开1986条, 政务微博公开258条
    if not channel and re.search(r"^(?:了)?(?:各类|各种|政务)?信息(?:共计?|总计|合计|累计)", object_):
        return state.head is None
    if is_channel(channel) and _OF_THE_SITE.match(object_):
        return True
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
    if subject == "posts" and ("公开" in figure.before or breaks_up_total(figure.clause)):
        return False
    return subject not in ("gazette", "normative")


def _with_dims(figure: Figure, state: State, agency: str, channel: str, object_: str) -> tuple[Reading, ...]:
    dims: dict[str, str] = {}
    object_ = object_ or TOTAL_AFTER.sub("", figure.after[:12])
    if not is_plain_object(re.sub(r"\([^()]*\)$", "", object_)):
        name = object_name(object_)
        if not 1 < len(name) <= 40 or NOT_INFORMATION.search(name):
            return ()
        if not _is_own_field(name, state):
            dims["category"] = name
        elif not channel and re.search(r"通过|利用", figure.before):
            return ()  # 通过报刊、电视等新闻媒体发布海关信息286篇
    if agency and not is_whole_of_issuer(agency, state.issuer):
        if not is_agency(agency):
            return ()
        dims["agency"] = agency
    if not dims and (column := column_name(channel)):
        return (Reading(count_code(figure, state), {"category": column}, "条", list_kind="category"),)
    if channel:
        dims["channel"] = known_channel(channel, state)
    return (Reading(count_code(figure, state), dims, "条"),)


def _is_own_field(name: str, state: State) -> bool:
    """A bureau of natural resources: 自然资源政府信息 is all it has, and so is 政府环境信息 in one of the environment."""
    field = re.fullmatch(r"(?:(?P<front>.+)政府|政府(?P<behind>.+))信息", name)
    if field is None and not state.last and (state.head is None or not state.head.dims):
        field = re.fullmatch(r"(?P<front>.{2,4})(?P<behind>)信息", name)  # 海关信息694条 of a customs office
    return field is not None and (field["front"] or field["behind"]).removeprefix("涉") in state.issuer
