"""Press conferences, interpretations, answers to public opinion, posts, gazettes."""

import re

from parsers.report.clauses import REMARK, Figure
from parsers.report.grammar.lists import breaks_up_total
from parsers.report.grammar.subjects import own_subject
from parsers.report.names import trimmed
from parsers.report.reading import Reading, State

_PRESS = re.compile(
    r"(?:新闻发布活动|(?:发布|通气|吹风)会)(?:\([^()\d]*\))?(?:形式)?(?:进行)?(?:回应|解读)*(?:共|共计|累计|达|有|总计)*$"
)
_PRESS_AFTER = re.compile(
    r"^(?:的)?(?:各类|专题|系列|例行|[省市县区州]?(?:政府|级))*(?:新闻|政策)?(?:发布会|通气会|吹风会|新闻发布活动)"
)
# Rows of the form of 2014 to 2018 that sentences name.
_LEADERS = re.compile(
    r"(?:其中,?)?(?:主要负责同志|主要负责人|主要领导)(?:参加|出席)(?:新闻发布会|(?:政府)?(?:网站)?在线访谈)?(?:的)?(?:有)?"
)
_RESPONSES = (
    (
        re.compile(r"(?:参加|举办)或(?:举办|参加)(?:的)?新闻发布会(?:总)?(?:次数|数|共)?$"),
        "responses.press_conferences",
    ),
    (
        re.compile(
            r"回应(?:公众|社会)?(?:关注|关切)?(?:的)?热点(?:问题)?(?:或|和|及|、)?重大舆情(?:事件)?(?:数|共|总计)*$"
        ),
        "responses.count",
    ),
    (re.compile(r"(?:政府)?(?:网站)?在线访谈(?:活动)?(?:数|次数|共)*$"), "responses.interviews"),
    (re.compile(r"(?:微博|微信)[^,;]{0,6}回应(?:事件|公众)?(?:数|共)*$"), "responses.new_media"),
    (re.compile(r"其[他它](?:方式|形式|渠道)回应(?:事件|公众)?(?:数|共)*$"), "responses.other"),
)
_EXPLAINED = re.compile(
    r"(?:政策|文件|图文|图解|视频|规范性文件|重要|文字|发布|各类|原创|解读)[^,;]{0,8}(?:解读|(?<=政策)图解)(?:材料|"
    r"稿件?|文件|信息|文章|产品|方案|图解|作品)?(?:等)?(?:共|共计|累计|总计|"
    r"达|约)*$|"
    r"解读(?:材料|稿件?|信息|文章|产品|作品)(?:等)?(?:发布|制作|推送)?(?:共|共计|累计|总计|达|约)*$"
)
_EXPLAINED_AFTER = re.compile(
    r"^(?:份|篇)?(?:的)?(?:政策|文件|图文|图解|文字|视频)?(?:类)?解读(?:材料|稿件?|信息|文章|产品|作品)?$"
)
_ANSWERED = re.compile(r"(?:回应|回复|处置|处理|应对|答复|办结|妥处)")
_WATCHED = re.compile(r"报送|监测|收集|编发|编报|上报|搜集|发现|信息$|快报|专报|简报|报告$")
_POSTED = re.compile(r"发布|推送|编发|发送|刊发|转发|发文|更新|推出|发表|推文|发稿")
_NOT_POSTED = re.compile(
    r"阅读|粉丝|关注|点赞|浏览|评论|平均|每天|日均|每日|主动公开|访问|收到|回复|账号(?!发布|推送)|开通"
)
_ONE_OF_MANY = re.compile(r"(?:屏|公开栏|宣传栏|节目|报|电视|广播)(?:、|和|及|与|以及)[^,;]{0,16}(?:微信|微博|公众号)")
_BARE_CHANNEL = re.compile(r"(?:政务|官方)?(?:微博|微信|微信公众号|抖音|快手|视频号|头条号)")
_GAZETTE_NAME = re.compile(r"[《“]?(?P<name>[\u4e00-\u9fff]{2,18}?)[》”]?(?:共|共计|总计|累计|合计)*$")
_GAZETTE = re.compile(r"公报|政报")
_CHANNELS = (
    (re.compile(r"微博"), "政务微博"),
    (re.compile(r"微信公众服务号"), "微信公众服务号"),
    (re.compile(r"微信服务号"), "微信服务号"),
    (re.compile(r"微信公众(?:账?号|平台)|(?<!抖音)公众号"), "微信公众号"),
    (re.compile(r"微信"), "政务微信"),
    (re.compile(r"抖音号"), "抖音号"),
    (re.compile(r"抖音"), "抖音"),
    (re.compile(r"头条号"), "头条号"),
    (re.compile(r"今日头条|头条"), "今日头条"),
    (re.compile(r"快手"), "快手"),
    (re.compile(r"视频号"), "视频号"),
    (re.compile(r"客户端|APP", re.IGNORECASE), "客户端"),
    (re.compile(r"政务新媒体"), "政务新媒体"),
    (re.compile(r"新媒体"), "新媒体"),
)


def read_press(figure: Figure, state: State) -> tuple[Reading, ...]:
    """召开新闻发布会12场; 召开40余次新闻发布会."""
    if figure.quantity.unit not in ("次", "场", "期", "个", "场次"):
        return ()
    if state.era == "statistics" and re.search(r"(?:参加|举办)或(?:举办|参加)", figure.before):
        return ()  # a row of the form of those years, said in words
    is_press = _PRESS.search(figure.before) or _PRESS_AFTER.match(figure.after)
    is_someone = re.search(r"负责同志|领导|出席|参加(?!或|、|和)", figure.before)
    return (Reading("press_conferences.count", {}, "次"),) if is_press and not is_someone else ()


def read_response(figure: Figure, state: State) -> tuple[Reading, ...]:
    """组织在线访谈2次, 通过其他方式回应事件3次."""
    if state.era != "statistics" or figure.quantity.unit not in ("次", "场", "起", "件", "期", "个"):
        return ()
    code = next((code for pattern, code in _RESPONSES if pattern.search(figure.before)), "")
    if not code and _LEADERS.fullmatch(figure.before):
        said = re.findall(r"新闻发布会|在线访谈", figure.clause.lead + figure.before)
        code = (
            {"新闻发布会": "responses.press_conferences", "在线访谈": "responses.interviews"}.get(said[-1], "")
            if said
            else ""
        )
    leaders = ".by_leaders" if re.search(r"主要负责(?:同志|人)|主要领导", figure.before) else ""
    return (Reading(code + leaders, {}, "次"),) if code else ()


def read_interpretation(figure: Figure, state: State) -> tuple[Reading, ...]:
    """发布政策解读117篇; 12篇解读材料."""
    if figure.quantity.unit not in "篇件条个份次部期" or "对" in figure.before:
        return ()
    if _EXPLAINED.search(figure.before) or _EXPLAINED_AFTER.match(figure.after):
        return (Reading("interpretations.count", {}, figure.quantity.unit),)
    return ()


def read_opinion(figure: Figure, state: State) -> tuple[Reading, ...]:
    """有效处置回复舆情23起."""
    if figure.quantity.unit not in "起件条次个" or "舆情" not in figure.before + figure.after[:8]:
        return ()
    if not _ANSWERED.search(figure.before) or _WATCHED.search(figure.before.split("舆情")[-1]):
        return ()
    return (Reading("opinion_responses.count", {}, "起"),)


def read_posts(figure: Figure, state: State) -> tuple[Reading, ...]:
    """“某发布”政务微博累计发布各类信息8400余条."""
    if figure.quantity.unit not in ("条", "篇", "期", "次", "个", "条次", "件", "部"):
        return ()
    words = _words_before(figure)
    is_next = figure.clause.opener == "、" or (figure.clause.opener == "," and _BARE_CHANNEL.fullmatch(figure.before))
    listed = is_next and figure.clause.lead[-30:]  # 发布微博3215条、微信1862条; 365期、1460条
    if (
        not _POSTED.search(words + (listed or ""))
        or _NOT_POSTED.search(words)
        or not re.search(r"\D$|^$", figure.before)
    ):
        return ()
    following = figure.clause.text[figure.quantity.end - figure.clause.start :] + figure.clause.rest[:16]
    counted_twice = re.match(r"[,、 ]*\d[\d.,]*万?余?(?:条|篇)", following)
    if breaks_up_total(figure.clause) and re.match(r"(?:通过|利用|依托|在)", words):
        return ()  # 发布信息694条:通过网站302条,通过微信公众号发布358条
    if figure.quantity.unit in ("期", "次") and counted_twice:
        return ()  # 365期860条: the second is the number of posts
    if own_subject(figure) not in ("", "posts", "gazette"):
        return ()
    inherits = state.subject == "posts" and not re.search(
        r"(?:网站?|平台|系统|专栏|栏目)(?:上)?(?:发布|公布|公开)|媒体|报刊|电视|日报", words
    )
    if re.search(r"[、和及与][^、]{2,16}等(?:网络|新媒体|多种|各类)?(?:渠道|平台|方式|媒体|载体)", words):
        return ()  # 通过政务网、公安微信等网络渠道主动发布信息700余条
    if inherits and _ONE_OF_MANY.search(figure.clause.lead):
        return ()  # 通过电子显示屏、公开栏和微信公众号发布气象信息,累计发布各类信息1631条
    channels = _channels(words) or (_channels(figure.clause.lead[-40:]) if inherits else [])
    if len(channels) != 1:
        return ()  # two channels, one number
    return (Reading("posts.count", {"channel": channels[0]}, figure.quantity.unit),)


def _words_before(figure: Figure) -> str:
    """The clause up to the number; also where a bracket stands in between: 微博账号(1个)发布信息149条."""
    words = REMARK.sub("", figure.clause.text[: figure.quantity.start - figure.clause.start])
    before, bracket, _ = figure.clause.lead.rpartition("(")
    is_behind = figure.clause.opener == ")" and bracket and _POSTED.match(words)
    return re.split(r"[,;:]", before)[-1] + words if is_behind else words


def _channels(words: str) -> list[str]:
    """The channels named; 微信公众号 is one, not two, and 政务新媒体 before a named one is only its kind."""
    found = []
    for pattern, name in _CHANNELS:
        if pattern.search(words):
            words = pattern.sub("", words)
            found.append(name)
    return found[:1] if found[1:] and set(found[1:]) <= {"新媒体", "政务新媒体"} else found


def read_gazette(figure: Figure, state: State) -> tuple[Reading, ...]:
    """发布政府公报12期; 衡阳政报1-12期."""
    quantity = figure.quantity
    if quantity.unit != "期" or not _GAZETTE.search(figure.clause.lead[-120:] + figure.before + figure.after[:8]):
        return ()
    if own_subject(figure) not in ("", "gazette"):
        return ()
    match = _GAZETTE_NAME.search(
        re.sub(r"^.*(?:公开了?|编辑|编印|出版|印发|发行|刊发|发布|编发|出刊|印制|刊出)", "", trimmed(figure.before))
    )
    titles = re.findall(r"《([^《》]*(?:公报|政报))》", figure.clause.lead + figure.before)
    name = match["name"] if match else titles[-1] if titles else ""
    if not name and not re.search(r"公报|政报", figure.before + figure.after[:8]):
        return ()
    named = not re.search(r"(?:^|政府)公报$", name) and name and not _GAZETTE.fullmatch(name)
    if named and not re.search(r"公报|政报|通讯|公告", name):
        return ()
    value = quantity.value - quantity.low + 1 if quantity.low is not None else None
    return (Reading("gazette.issues", {"channel": name} if named else {}, "期", value=value),)
