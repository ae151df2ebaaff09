"""The parts that apologies are made of, in words or as data. No list holds all apologies, but each has several parts."""

import json
import re
from collections.abc import Iterable
from typing import Any


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of many words; they are grouped by their first letters, for the engine tries one group after the other."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items()))


LONGEST = 300  # characters that an error page says beside the portal's frame; an article says more
_SHORT_ENGLISH = 120  # characters of what a program says
_ONE_SENTENCE = 40
_FEW_CHINESE = 12  # 今天是星期一 and the like
_BRIEF = 22  # a page that says no more than one statement of this length
_ENOUGH = 3  # points

_THING = (
    "网页|页面|此页|该页|本页|这一?页|网址|地址|链[接结]|网站|站点|域名|URL|ID|栏目|频道|目录|专题|版块|稿件|文章|文档|文件|附件|帖子|主题|新闻|公告|信息|内容"
    "|资料|资源|记录|数据|图片|视频|对象|模块|控制器|模板|功能|应用程序|服务器|数据库"
)
_BEFELL = (
    "不存在|不复存在|归档|失败|超时|繁忙|崩溃|改变|弄丢|非法|不合法|未配置|未绑定|未开通|暂停(?:访问|服务|使用|开放)|未(?:能)?(?:获取|查询|检索|加载)到?|不再(?:对外|提供|展示|显示|使用|开放|更新|有效)|(?:不予?|不对外|未)公开|取消发布|取消|收回|召回|没(?:有)?发现|未(?:能)?发现|找不着|不在(?!此|该)|没了|不见了|消失|删除|删掉|移除|移走|移动|移[至到入]|撤[销消稿下回除]|下线|下架|失效|过期|到期|清理|清除|丢失|遗失|走丢|走失|跑丢|飞走|溜走|吹走|搬[走家]"
    "|迁移|调整|更换|变更|更名|屏蔽|关闭|停用|停止(?:访问|服务)|有误|错误|出错|异常|无效|打不开|找不到|没(?:有|能)?找到|未(?:能)?找到|(?:无法|不能|不可|未能)(?:找到|显示|访问|浏览|查看|打开|加载|使用)"
    "|不可用|(?:未|没有|未能|没)(?:通过)?审核|审核|(?:未|没有|还没有?|尚未)(?:发布|公开|上线)"
)
_SENTENCE = re.compile(r"[。！!；;\n?？…～~]+")
# The visitor, what he asked for, and what befell it.
_ASKED = re.compile(
    rf"(?:您|你)(?:们)?(?:所|要|想|正在|正|当前|刚才|需要)*(?:访问|浏览|查看|查找|寻找|请求|打开|点击|阅读|输入|找|看|下载|要|想)(?:要|的|了)*[^，,]{{0,10}}?(?:{_THING})[^，,：:]{{0,16}}?(?:{_BEFELL})"
    rf"|(?:您|你)(?:暂时|目前|现在)?(?:不能|无法|不可)(?:浏览|访问|查看|打开)[^，,]{{0,6}}(?:{_THING})"
    rf"|(?:没(?:有|能)?|未能?|无法|找不到)(?:找到|发现)?[^，,]{{0,6}}(?:您|你)(?:想|要|所|说|访问|浏览|查)[^，,]{{0,8}}(?:{_THING}|页)"
)
_STATED = re.compile(
    rf"(?:{_THING})[^，,、：:“”\"]{{0,10}}?(?:{_BEFELL})(?!怎么|如何|等|的?(?:问题|情况|原因|说明|通知|公告|线索)|时)"
    rf"|(?:无|没有)(?:此|该|这[个条篇])(?:条|篇|个)?(?:{_THING})|(?:该|此|本)(?:公示|公告|通知|专题|活动)[^，,、：:]{{0,4}}?(?:{_BEFELL})"
    rf"|(?:查询|查找|检索|获取|加载|找|查|搜)不(?:到|出)[^，,：:]{{0,6}}(?:{_THING})|(?:没有|无|未获得?)[^，,]{{0,6}}权限"
    r"|(?:接口|请求|会话|连接|标签解析|解析|编译|查询|调用)[^，,。]{0,6}(?:失败|超时|异常|出错|错误)"
    rf"|(?:未|没)(?:能)?(?:获取|查询|检索|加载)到[^，,：:]{{0,6}}(?:{_THING}|详情)"
    rf"|(?:找不到|没有?找到|没能找到|未能找到|无法找到|不能浏览|不存在)[^，,：:]{{0,8}}(?:{_THING})"
)
# What web masters like to write instead.
_PLAYFUL = re.compile(
    r"(?:页面|网页)[^，。]{0,4}(?:跑|飞|溜|逃|躲|去)|开小差|迷路|离家出走|捉迷藏|外星|去火星|吃掉了|叼走|偷走|吹走|打瞌睡|打盹|开溜|不翼而飞|空空如也|什么(?:都|也)没有|飞走"
)
_SORRY = re.compile(
    r"抱歉|对不起|遗憾|不好意思|尊敬的(?:用户|网友|访客)|哎呀|哎哟|啊哦|糟糕|很不巧|sorry|oops|:\(|：（", re.I
)
_CAUSE = re.compile(
    r"原因|可能(?:是|的|已)|请?检查|重新输入|输入(?:是否)?(?:有误|正确|错误)|书签|收藏夹?|拼写|拼错|mistyped", re.I
)
_WAY_OUT = re.compile(
    r"返回(?:到)?(?:首页|主页|上一?[页级]|网站)|回(?:到)?(?:首页|主页)|\d*\s*秒(?:钟)?(?:之?后|内)|自动(?:跳转|返回|转到)|(?:从|去|至|到)(?:网站)?(?:首页|主页)"
    r"|稍后(?:再|重)?(?:试|访问|浏览|查看)|联系(?:网站)?管理员|站内搜索|网站地图|点击这里|请刷新"
)
_CHECK = re.compile(
    r"(?:检查|核对|确认|核实)[^。！，]{0,12}(?:网址|地址|链接|URL|拼写|路径)"
)  # nothing but an error page asks for that
_NO_ARTICLE = re.compile(
    r"(?:没有|无)(?:相关|对应|符合条件)的?(?:文章|稿件|页面|网页)"
)  # a blank list says so too, and is not sorry
# Programs speak English, in front of whatever page they stand.
_PROGRAM = re.compile(
    r"^\W*(?:[\w.]+\W+){0,3}?(?:\w*error|\w*exception|failed|failure|invalid|bad request|forbidden|denied|unavailable|refused|timed? ?out|not found"
    r"|(?:could|can)\s?(?:not|n't) (?:find|connect|open|load|be loaded)|unable to|no such|not exist|no route|request method|required \w+ parameter|not supported)\b",
    re.I,
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CODE = re.compile(r"(?:^|\n)\W*(?:http\s*|error\s*|错误(?:代码)?\s*)?(?:40[034]|410|50[0234])\W*(?:$|\n)", re.I)
_ENDS_WITH_CODE = re.compile(r"^.{0,30}\b(?:404|50[0234])\W*$")
_CODES = re.compile(r"\b(?:40[0-9]|410|50[0-5])\b")
# What documents have and apologies have not.
_DOCUMENT = re.compile(
    r"〔|20\d\d\s*年|\d月\d{1,2}日|第.{1,3}[条期]|现予|现将|特此|如下|下列|予以公示|公示[期如无]|来信|(?:问|答|回复|答复|电话|备注)\s*[：:]|更正|声明|如(?:您|果)?发现|等问题|等情况|其中|附件[：:\d]|\d处|本(?:单位|机关|局|年度)|联系人"
)
_DOCUMENT_TITLE = re.compile(
    r"公告|公示|通告|通知|声明|启事|说明|简介|决定|批复|报告|问答|更正|勘误|统计|名单|公报|办法|意见|情况|找错|纠错|反馈|关于|致歉"
)
_ERROR_TITLE = re.compile(r"404|50[0234]|错误|出错|提示|抱歉|对不起|error|not found|找不到|未找到|不存在|无法", re.I)
# Every apology that is told by its parts holds one of these. Words alone, and no classes: then the engine skips by first letters.
HINTS = (
    *(f"{you}{verb}" for you in "您你" for verb in ("所", "要", "想", "访问", "浏览", "查看", "查找", "寻找", "请求", "打开", "点击", "输入", "不能", "无法", "暂时", "正在", "当前")),
    *(f"{what}{how}" for what in ("该信息", "此信息", "本信息", "条信息", "该内容", "此内容", "本内容", "文章", "稿件", "页面", "网页", "栏目", "专题", "文件", "附件", "该公告", "该公示", "该通知", "该数据") for how in "已未不暂尚被"),
    "抱歉", "对不起", "遗憾", "秒后", "秒钟后", "稍后再", "稍后重", "稍后试", "稍后访", "稍后浏", "稍后查", "从首页", "去首页", "回首页", "去网站首页", "到首页",
    "无此", "无该", "没有此", "没有该", "没有这", "开小差", "迷路", "迷失", "走神", "走失", "走丢", "离家出走", "捉迷藏", "外星", "火星", "叼走", "偷走", "吹走", "打瞌睡", "打盹", "开溜", "失联",
    "不翼而飞", "空空如也", "什么都没有", "什么也没有", "流浪", "不再使用", "不再对外", "不再展示", "不再提供", "不再显示", "网址是否", "地址是否", "链接是否", "检查网址", "检查地址", "检查链接",
    "核对网址", "核对地址", "确认网址", "确认地址", "询不到", "查不到", "找不到", "索不到", "取不到", "载不到", "搜不到", "找不着", "取消发布", "解析错误", "解析失败", "请求失败", "加载失败", "调用失败",
    "没发现", "没有发现", "崩溃", "链接地址", "弄丢", "ID非法", "ID错误", "ID不", "参数非法", "未配置", "未绑定", "未开通", "暂停访问", "未获取", "未能获取", "未查询", "没获取", "功能已", "权限", "不公开", "罢工", "sorry", "oops",
)  # fmt: skip
_ANY_HINT = any_of(HINTS)
_ENGLISH_HINTS = (
    "404", "500", "502", "503", "error", "exception", "fail", "invalid", "bad request", "forbidden", "denied", "unavailable", "refused", "timed out", "timeout", "could not", "couldn't",
    "can't", "cannot", "unable to", "no such", "not found", "not exist", "no route", "request method", "parameter",
)  # fmt: skip
_JSONP = re.compile(r"\s*(?:/\*\*/)?\s*[\w$.]{1,80}\s*\((.*)\)\s*;?\s*", re.S)
_HTTP_CODES = frozenset((400, 404, 410, 500, 501, 502, 503, 504))
_WHO = re.compile(r"登[录陆]|log ?in|sign ?in|token|授权|认证", re.I)
_STATES = frozenset(("code", "status", "statuscode", "resultcode", "errcode", "errorcode", "error_code", "errno", "ret", "retcode", "state"))  # fmt: skip
_SAYINGS = frozenset(("msg", "message", "resultmsg", "errmsg", "errormsg", "error", "info", "reason", "detail", "error_description"))  # fmt: skip


def apologises(title: str, said: str) -> bool:
    """Whether a page of this title that says this, beside its frame, is an apology. Both in simplified characters.

    >>> apologises("", "对不起，您浏览的稿件已被撤消"), apologises("停水公告", "因检修，明日停水，敬请谅解。")
    (True, False)
    """
    said = said.strip()
    if not said or len(said) > LONGEST or explains_codes(said):
        return False
    if _is_of_program(said):
        return True
    is_document = bool(_DOCUMENT_TITLE.search(title) or _DOCUMENT.search(said))
    sentences = [one for one in _SENTENCE.split(said) if one.strip()]
    asked = any(map(_ASKED.search, sentences))
    stated = any(map(_STATED.search, sentences)) or _PLAYFUL.search(said) is not None
    manners = sum(1 for one in (_SORRY, _CAUSE, _WAY_OUT) if one.search(said))
    if is_document:
        return asked and manners > 1
    stated = stated or (manners > 0 and _NO_ARTICLE.search(said) is not None)
    points = 3 if asked else 2 if stated else 0
    points += 2 if _CODE.search(said) or _CHECK.search(said) else 0
    is_brief = len(said) <= (_BRIEF if len(sentences) > 1 else _ONE_SENTENCE)
    points += 1 if points and (_ERROR_TITLE.search(title) or is_brief) else 0
    return points > 0 and points + manners >= _ENOUGH


def _is_of_program(said: str) -> bool:
    """A line of English that begins as a program's complaint does, and next to no Chinese beside it."""
    if len(_CHINESE.findall(said)) > _FEW_CHINESE:
        return False
    lines = [line for line in said.splitlines() if len(line) <= _SHORT_ENGLISH and not _CHINESE.search(line)]
    return any(_PROGRAM.search(line) or _ENDS_WITH_CODE.search(line) for line in lines)


def explains_codes(said: str) -> bool:
    """A page that names several codes explains what they mean."""
    return len(set(_CODES.findall(said))) > 1


def may_apologise(words: str) -> bool:
    """A cheap first look at all words of a page: False says that hardly any apology is among them.

    >>> may_apologise("政务动态 县政府召开常务会议"), may_apologise("很遗憾，您要的内容不在了")
    (False, True)
    """
    if may_apologise_in_chinese(words):
        return True
    lower = words.lower()
    return any(hint in lower for hint in _ENGLISH_HINTS)


def may_apologise_in_chinese(characters: str) -> bool:
    """The same of Chinese characters alone."""
    return _ANY_HINT.search(characters) is not None


def data_of(text: str) -> Any | None:
    """What a body of JSON, or of JSON in a call, says; None for anything else."""
    text = text.strip()
    if (call := _JSONP.fullmatch(text)) is not None:
        text = call[1].strip()
    if not text.startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def sayings_of(data: Any) -> tuple[bool, str]:
    """(whether a state in the data is an HTTP error, what it says of itself): nothing where it holds what was asked for."""
    if not isinstance(data, dict) or any(_is_filled(value) for name, value in data.items() if name.lower() not in _STATES | _SAYINGS):  # fmt: skip
        return False, ""
    fails = any(_number(value) in _HTTP_CODES for name, value in data.items() if name.lower() in _STATES)
    said = [value for name, value in data.items() if name.lower() in _SAYINGS and isinstance(value, str)]
    if any(_is_refusal(name, value) for name, value in data.items()) and not _WHO.search("".join(said)):
        fails = True
    return fails, "\n".join(said).replace("_", " ")


def _is_refusal(name: str, value: Any) -> bool:
    """success: false, code: -1."""
    if name.lower() in ("success", "ok", "result", "flag"):
        return value is False or value == "false"
    number = _number(value)
    return name.lower() in _STATES and number is not None and not isinstance(value, bool) and number < 0


def _is_filled(value: Any) -> bool:
    return isinstance(value, (dict, list)) and bool(value)


def _number(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
        return int(value)
    return value if isinstance(value, int) else None
