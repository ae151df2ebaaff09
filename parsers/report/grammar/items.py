"""Items of the lists that break up published information: an agency's, a channel's, a category's part."""

import re

from parsers.report.clauses import Clause, Figure
from parsers.report.grammar.item_names import cleaned, without_doer
from parsers.report.grammar.lists import ACTIVE, is_years_part
from parsers.report.grammar.subjects import subjects_in
from parsers.report.names import is_agency, is_channel, is_plain_object, item_name, split_party
from parsers.report.reading import Reading, State

UNITS = frozenset("条件篇份个项") | {"条次"}
_OTHERS = re.compile(r"法定主动公开内容等|(?:其他|其它|应当?)+主动公开的?(?:其[他它]类?|各类)?(?:政府)?信息")
PLAIN_VERB = re.compile(
    r"公开(?!栏)|发布|公布|上传|更新|刊登|登载|刊载|发送|推送|(?:张贴)?公示(?!公告|类|信息|栏)|张贴(?!公示)|(?:滚动)?播[放出发报]|刊发|刊播|编发|投放|展示"
)
NOT_INFORMATION = re.compile(
    r"^[我本][局委办厅院镇乡县区市]收到|新?制[定发]的?$|年度报告|微博$|栏目|专栏|目录|指南|制度|意见稿|文件精神|督查|通报|网站$|平台$|会$|期$|僵尸|"
    r"(?:审批|办件|举报|投诉|咨询|申请)(?!.*(?:信息|类)$)|依申请|申请公开"
)
_DONE_TO_DOCUMENTS = re.compile(
    r"制发|印发|出台|制定|收到|办理|处理|转发|起草|审查|审核|拟|下发|收文|发文|报送|清理|废止|移交|提供|寄送|赠送|发放"
)
_COLUMN = re.compile(
    r"(?:[^“”,;、]{2,14}网站?)?“(?P<name>(?![^“”]*信息公开)[^“”]{2,12})”(?:栏目|频道|板块|版块|专栏)|(?P<plain>(?!其[他它余])[^“”,;、网]{2,10}(?<!公开))(?:栏目|频道)"
)
_THROUGH_ALONE = re.compile(r"(?:其中,?)?(?:通过|利用)(?P<channel>[^,;:公发刊]{2,20})")
_MEDIUM = re.compile(r"(?:政务|官方)?(?:微信|微博|网站|门户网站|抖音|公众号|新媒体|微信公众号)(?:\([^()]*\))?")
_NO_ITEM = re.compile(
    r"微博$|意见稿|文件精神|期$|僵尸|审批(?:事项|项目)$|(?:办件|举报|投诉|咨询|申请)(?!.*(?:信息|类|公示|公告|结果|目录|动态|要闻|清单|事项|指南|热点|情况)$)|依申请|申请公开"
)
_CONTENT = re.compile(r"(?:类|信息|文件|公告|公示|建议|提案|动态)$")
_KEPT_BACK = re.compile(r"[免不]予公开|涉密|国家秘密|秘密及")
_OF_OTHERS = re.compile(
    r"通过(?!率)|^利用|发布(?!会)|访问|采用|报送|上报|(?<!招考)(?<!招聘)(?<!考试)录用|采纳|被|^收到|^征集|^.{2}公开信息$"
)
_FOLDERS = re.compile(r"[大子小]?(?:目录|栏目|专栏|板块|版块|类别|方面|种类)")  # 机构职能、政策文件等8个子目录
_BODIES = re.compile(r"[^,;:、。]{0,6}(?:部门|单位|机关|机构|乡镇|镇街|街道|社区|[县市区乡镇村](?!政|务|级))")
_OTHER_COUNT = re.compile(r"^.*\d[批户人家次场万]+、(?=.{2})")  # 对象名单6批、社会抚养费征收情况4条
_NO_NAME = re.compile(r"(?:信息|类)\d|增量$")
_GOVERNMENT = re.compile(
    r"(?P<agency>[^,;]*(?:政府|部门|单位|乡镇|街道)(?:\([^()]*\))?)(?:主动)?公开(?:的)?(?:(?:政府)?信息)?数?"
)
_BY_WAY = re.compile(
    r"(?:主动)?(?P<channel>线[上下]|网上|网络|网站|当面|现场)(?:(?:政府)?信息公开|公开(?:的)?(?:政府)?(?:信息|事项))"
)
_EXPLAINS = re.compile(r"(?:发布|制作|编写|推出)[^,;]*解读")
_QUOTED_COLUMN = re.compile(r"“(?P<name>[^“”]{2,12})”(?:栏目|专栏|板块)?(?:共|全年)?(?:公开|发布|更新|上传|刊登)")
_LEVEL = re.compile(r"(?P<name>[省市州县区镇乡村局]|街道|社区|机关)级?层面(?:共|主动)*公开(?:信息)?")
_MAINLY = re.compile(r"(?:公开)?(?:的)?(?:信息)?(?:内容)?主要(?:内容)?(?:为|是|有|包括|涉及)")
_BARE_NAME = 3  # letters: 镇街信息 may be a kind, 区直部门信息 is theirs
_OF_AGENCY = re.compile(
    r"(?:其中,?)?(?P<name>[^,;、]{0,8}(?:政府及(?:其)?办公室|[省市县区州]直部门|镇街|乡镇|街道|各部门|各单位))(?:的)?信息"
)
_BY_AGENCY = re.compile(r"(?:其中,?)?(?P<name>[^,;、]{3,20}?)(?:主动)?公开(?P<kind>[^,;]{2,20})")
_NUMBERED = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.、)]|[①-⑳]) ?(?=\D)")
_COUNTED_BY_ISSUE = re.compile(r"公报|校报|编发|编印|简报|专刊|月报|快报|培训|班$|讲座|访谈|刊物|杂志|《|栏目|节目|会")
_IN_CHANNEL = re.compile(r"[^、]{0,10}(?:网站|平台|网|专栏)[中上里](?=[^、]{2,}(?:信息|类)$)")


def read_item(figure: Figure, state: State) -> tuple[Reading, ...]:
    """One item of the list that breaks up a total: 耒阳市5622条, 概况信息7112条, 通过政府公报公开28条."""
    head = state.head
    if (
        head is None
        or head.code not in ("proactive.count", "proactive.cumulative")
        or not (figure.quantity.unit in UNITS or _is_issue_of_kind(figure, state))
    ):
        return ()
    if _FOLDERS.match(figure.after) or (figure.quantity.unit in "个项" and _BODIES.match(figure.after)):
        return ()
    named = _OTHERS.sub("", figure.before)
    if is_years_part(named) or re.search(r"(?:增加|减少|增长|下降|净增|净减|多|少)(?:了)?$", named):
        return ()
    is_said = ACTIVE.search(named) is not None and not column_name(item_name(named))
    if _KEPT_BACK.search(named) or is_said or "政府信息" in (_after_verb(named) or ""):
        return ()
    dims = _item_dims(figure.clause, figure.before, figure.quantity.unit, state)
    if dims is None:
        return ()
    kind = next(kind for kind in ("agency", "channel", "category") if kind in dims)
    if kind == "agency" and "channel" in head.dims:
        dims = {**dims, "channel": head.dims["channel"]}
    return (Reading(head.code, dims, "条", list_kind=kind),)


def _is_issue_of_kind(figure: Figure, state: State) -> bool:
    """其中疫情通报366期,科普文章1205篇: a kind that comes out in issues, among others."""
    if figure.quantity.unit != "期" or _COUNTED_BY_ISSUE.search(figure.before):
        return False
    return state.list_kind == "category" or figure.before.startswith("其中")


def is_named_kind(words: str) -> bool:
    """Whether the words name a kind of information, as the items of a list without 其中 do: 人事任免文件106件."""
    if re.search(r"(?<!规范性)文件$", words):
        return _DONE_TO_DOCUMENTS.search(words) is None
    return re.search(r"(?:信息|类(?:公开)?)$", words) is not None


def _after_verb(words: str) -> str | None:
    verb = last_match(PLAIN_VERB, words)
    return words[verb.end() :] if verb else None


def _item_dims(clause: Clause, words: str, unit: str, state: State) -> dict[str, str] | None:
    words = _OTHER_COUNT.sub("", _NUMBERED.sub("", words))
    if _counts_posts(words, state):
        return None
    if named := _named_by_verb(words, state) or _named_whole(words, state):
        return named
    if unit in "份篇条件" and _EXPLAINS.match(words):
        return None  # 通知类文件61件,…,发布政策解读信息7份
    words = without_doer(words, clause, state)
    name = cleaned(words)
    if column := column_name(name):
        return {"category": column}
    if _is_no_item(name, unit, state):
        return None
    if government := _GOVERNMENT.fullmatch(name):
        return {"agency": government["agency"]}
    if way := _BY_WAY.fullmatch(name):
        return {"channel": way["channel"]}
    if state.list_kind != "agency" and name.endswith("网站信息"):
        return {"channel": name.removesuffix("信息")}
    inside = _IN_CHANNEL.match(name)
    if inside and unit == "条" and not state.list_kind:
        name = name[inside.end() :]  # 其中政府网站中机构职能类信息4条
    return {_kind(name, words, state): name}


def _counts_posts(words: str, state: State) -> bool:
    """Posts of an account, counted by themselves; among channels an account is one of them."""
    if state.subject == "posts" and re.match(r"(?:共|累计)*(?:发布|推送|编发)", words):
        return True  # 建立微信公众号,发布民政信息212条
    among_channels = state.list_kind == "channel" and state.last is not None and state.last.list_kind == "channel"
    unquoted = re.sub(r"“[^“”]*”", "", words)
    puts_out = re.search(r"^(?!(?:其中)?,?通过).*(?:发布|推送|更新|发送)", unquoted) is not None
    return "posts" in subjects_in(words) and puts_out and not among_channels


def _named_whole(words: str, state: State) -> dict[str, str] | None:
    """Items whose words say at once what they are: “通知公告”发布28条, 街道层面公开188条, 区直部门信息45条, 通过公报0条."""
    if quoted := _QUOTED_COLUMN.fullmatch(words):
        return {"category": quoted["name"]}
    if level := _LEVEL.fullmatch(words):
        return {"agency": level["name"]}
    below = _OF_AGENCY.fullmatch(words)
    if below and (state.list_kind == "agency" or len(below["name"]) > _BARE_NAME):
        return {"agency": below["name"]}
    doing = _BY_AGENCY.fullmatch(words) if state.list_kind in ("", "agency") and not state.last_is_kind else None
    if doing and is_agency(doing["name"]) and not is_channel(doing["name"]):
        return {"agency": doing["name"]}  # 市政府及其办公室公开规范性文件和其他公文312件
    through = _THROUGH_ALONE.fullmatch(words)
    return {"channel": through["channel"]} if through and is_channel(through["channel"]) else None


def _named_by_verb(words: str, state: State) -> dict[str, str]:
    """Who or where, in front of a verb: 通过政府公报公开28条, 耒阳市公开5622条."""
    verb = last_match(PLAIN_VERB, words)
    if verb is None or verb.end() < len(words) - 8 or not is_plain_object(words[verb.end() :]):
        return {}  # 公开 inside a long name is no verb
    agency, channel = split_party(re.sub(r"^[,、 ]*其中[,: ]*", "", words[: verb.start()]))
    if agency and not is_agency(agency):
        return {}
    named = {"agency": agency, "channel": known_channel(channel, state)}
    if not agency and (column := column_name(channel)):
        return {"category": column}
    return {key: name for key, name in named.items() if name}


def column_name(channel: str) -> str:
    """The kind of information that a column of a site holds: 海关动态 of “海关动态”栏目; "" if it is no column."""
    column = _COLUMN.fullmatch(channel)
    return (column["name"] or column["plain"]) if column else ""


def _is_no_item(name: str, unit: str, state: State) -> bool:
    if re.match(
        r"(?:前者$|后者$|(?:办理|回复|答复|受理)(?!结果|情况|指南|流程)|[^、]*采用我|共?发放|[^、]*(?:播出|播放)[^、]*稿件$|(?:制发|印发|出台|制定)|(?:重大)?舆情$|[^、]{0,14}(?:刊登|登载|刊载|刊发)文件$|[^、]*(?:送交|移交|报送|赠阅)|产生|制作|形成|生成|收到|[与比较同](?:上|去)年)",
        name,
    ):
        return True
    if unit == "个" and re.match(r"其[余他它]", name):
        return True
    if not 1 < len(name) <= 40 or name in ("信息", "政府信息", "内容", "更新内容") or _NO_NAME.search(name):
        return True
    if re.match(
        r"(?:通过|利用|依托).*(?:公开|发布)|日均|平均|每[日天月周]|依申请公开|不予公开|(?:不足|超过|低于|高于|不到|满|净增|净减)$|(?:历年)?累计(?:公开|发布)?$",
        name,
    ):
        return True
    if state.list_kind == "category" and re.search(r"(?:信息|类)$", name):
        return False  # among kinds of information 环境督查类信息 is one more
    if _OF_OTHERS.search(name):
        return True
    # 信息公开指南3条 in a list is three items about guides; 指南1份 is the guide.
    is_media = unit == "条" and re.search(r"(?:网站|平台|专栏|栏目|微博)$", name)
    return bool((_NO_ITEM if unit in "条期" else NOT_INFORMATION).search(name) and not is_media)


def _kind(name: str, words: str, state: State) -> str:
    if re.search(r"通过|利用|在.{2,20}(?:上|网)", words) and is_channel(name):
        return "channel"
    if _MEDIUM.fullmatch(name):
        return "channel"
    is_medium = is_channel(name.removesuffix("信息"))
    inside = state.last is not None and "category" in state.last.dims
    if state.list_kind == "channel" and not is_medium and (inside or _CONTENT.search(name) or _MAINLY.match(words)):
        return "category"
    if state.list_kind == "agency" and not is_agency(name):
        return "category" if state.last_is_kind or words.startswith(("包括", "其中")) else "agency"
    if state.list_kind:
        return state.list_kind
    if re.search(r"(?:信息|类)$", name):
        return "category"
    if is_channel(name):
        return "channel"
    return "agency" if is_agency(name) else "category"


def known_channel(channel: str, state: State) -> str:
    """The channel's name as it was written before: 市本平台 is the 市本级平台 that the sentence above named."""
    for name in state.channels:
        if name != channel and len(name) - len(channel) == 1 and _is_within(channel, name):
            return name
    if channel and channel not in state.channels:
        state.channels.append(channel)
    return channel


def _is_within(short: str, long: str) -> bool:
    return any(long[:gap] + long[gap + 1 :] == short for gap in range(1, len(long) - 1))


def last_match(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007 - the last match is what is wanted
        pass
    return found
