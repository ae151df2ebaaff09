"""The parts that apologies are made of, in words. No list holds all apologies, but each has several parts."""

import re
from collections.abc import Iterable, Sequence

from parsers.stance import has_subject, is_document, speaks_of_itself, unquoted


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Finds where any of many words stands (not the whole of it): no text is read more often, so this must be cheap.

    A pair of letters that could begin a word is looked for first; only then are the words, letter by letter.
    """
    first, second = ("".join({re.escape(word[at]) for word in words}) for at in (0, 1))
    return re.compile(f"[{first}](?=[{second}])(?<=(?={_branches(words)}).)")


def _branches(words: Iterable[str]) -> str:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(
        re.escape(first) + ("" if "" in rests else f"(?:{_branches(rests)})") for first, rests in groups.items()
    )


LONGEST = 300  # characters that an error page says beside the portal's frame; an article says more
_SHORT_ENGLISH = 120  # characters of what a program says
_ONE_SENTENCE = 40
_FEW_CHINESE = 12  # 今天是星期一 and the like
_BRIEF = 22  # a page that says no more than one statement of this length
_ENOUGH = 3  # points

_THING = (
    "网页|页面|此页|该页|本页|这一?页|网址|地址|链[接结]|网站|站点|域名|URL|ID|栏目|专栏|频道|目录|专题|版块|稿件|此稿|本稿|该稿|文章|此文|该文|本文|原文|文档|文件|附件|条目|词条|帖子|主题|新闻|公告|信息|内容"
    "|资料|资源|记录|数据|详情|消息|东西|编号|文号|服务端?|网络|图片|视频|对象|模块|控制器|模板|功能|应用程序|服务器|数据库"
)
_BEFELL = (
    "不存在|不复存在|归档|封存|作废|销毁|清空|停止(?:使用|展示|显示|开放)|结束展示|已撤|锁定|迁走|(?:超[过出]|已过)[^，,]{0,8}[期限]|(?:发布|公示|展示|公开|公布|刊载|挂网)[期时]?[限间]?已?(?:期满|满期|到期)|处于[^，,]{0,4}(?:状态|中)|待审|环游|溜号|流浪|暂未(?:开通|开放|启用|发布|公开)|未启用|去了别处|跑[到去]|失败|超时|繁忙|崩溃|弄丢|非法|不合法|未配置|未绑定|未开通|暂停(?:访问|服务|使用|开放)|未(?:能)?(?:获取|查询|检索|加载)到?|不再(?:对外|提供|展示|显示|使用|开放|更新|有效)|(?:不予?|不对外|未|暂不对外)公开|取消发布|取消|收回|召回|没(?:有)?发现|未(?:能)?发现|找不着|不在(?!此|该)|没了|不见了|消失|删除|删掉|移除|移走|移动|移[至到入]|撤[销消稿下回除]|下线|下架|失效|过期|到期|清理|清除|丢失|遗失|走丢|走失|跑丢|飞走|溜走|吹走|搬[走家]"
    "|屏蔽|关闭|停用|停止(?:访问|服务)|有误|错误|出错|(?<![无未])异常(?!处理|情况|名录)|无效|打不开|找不到|没(?:有|能)?找到|未(?:能)?找到|(?:无法|不能|不可|未能|暂不)(?:找到|显示|访问|浏览|查看|打开|加载|使用|展示|读取|获取|提供|定位)"
    "|不可用|(?:未|没有|未能|没)(?:通过)?审核|审核|(?:未|没有|还没有?|尚未)(?:发布|公开|上线)"
)
# No list holds all that may befall a thing, but each is a sign of what is done, or not, and a verb of going or of showing.
_BEFELL += (
    "|(?:已|被|均已|遭|即将|因故)(?:经|被|由|从|自动|全部|整体|永久|管理员|作者|发布者|发布单位|系统|成功|物理)*[^，,。已被]{0,3}(?:撤|删|移|清|封|关|停(?!止更新)|隐藏|归档|转[移入为]|失|丢|过[了期]|到期|处理|处置|锁|禁|毁|消[失除]|收回|退回|除|废(?!止)|回收)"
    "|(?:不|无法|不能|未能?|没能?|没有|尚未|暂未|暂不|暂无|暂时(?:无法|不能|没有))(?:对外|正常|再|被|成功|完全|予以?|宜|便|作|做|继续|直接|及时)?(?:保留|留存|响应|找|查[到看阅询]|可[见用读看]|见了|看到|显示|打开|访问|浏览|阅读|读取|获[取得]|加载|下载|定位|提供|展示|公开|发布|运作|运行|签发|开放|开通|存在|预览|检索|匹配)"
    "|失踪|状态异常|未定义|断[了开掉]|坏[了掉]|掉线|撤展|待发布|转入|转为不公开|尚未签发|未签发|未启动|移步|停办"
)
_SENTENCE = re.compile(r"[。！!；;\n?？…～~]+")
# A thing that changed is one that is there: only of the page at hand is it said in regret.
_CHANGED = (
    "(?:已|被|可能|正在?|有)[^，,]{0,4}(?:迁移|搬迁|迁[至到入]|转[移到至]|调整|更换|变更|更名|改变|改版|合并|并入)"
)
_THIS_CHANGED = re.compile(rf"(?:该|此|本|所选|当前|原)(?!网站|站点)(?:{_THING})[^，,、：:]{{0,6}}?{_CHANGED}")
_THING_CHANGED = re.compile(
    rf"(?:{_THING})[^，,、：:]{{0,6}}?{_CHANGED}|(?:地址|网址|链接|路径)[^，,、：:]{{0,3}}(?:有变|变[了化动])"
)
# The visitor, what he asked for, and what befell it.
_ASKED = re.compile(
    rf"(?:您|你)(?:们)?(?:所|要|想|正在|正|当前|刚才|需要)*(?:访问|浏览|查看|查找|寻找|请求|打开|点击|阅读|输入|找|看|下载|要|想)(?:要|的|了)*[^，,]{{0,10}}?(?:{_THING})[^，,：:]{{0,16}}?(?:{_BEFELL}|{_CHANGED})"
    rf"|(?:您|你)(?:暂时|目前|现在)?(?:不能|无法|不可)(?:浏览|访问|查看|打开)[^，,]{{0,6}}(?:{_THING})"
    rf"|(?:没(?:有|能)?|未能?|无法|找不到)(?:找到|发现)?[^，,]{{0,6}}(?:您|你)(?:想|要|所|说|访问|浏览|查|请求|寻找|指定|需要|看)[^，,]{{0,8}}(?:{_THING}|页)"
)
_STATED = re.compile(
    rf"(?:{_THING})[^，,、：:“”\"]{{0,10}}?(?:{_BEFELL})(?!怎么|如何|等|的?(?:问题|情况|原因|说明|通知|公告|线索)|时)"
    rf"|(?:无|没有)(?:此|该|这[个条篇])(?:条|篇|个)?(?:{_THING})|(?:该|此|本)(?:公示|公告|通知|专题|活动)(?!.?取消)[^，,、：:]{{0,4}}?(?:{_BEFELL})"
    rf"|(?:查询|查找|检索|获取|加载|找|查|搜|看|读|取|连接)不(?:到|出|了|上)[^，,：:]{{0,6}}(?:{_THING})|(?:没有|无|未获得?)[^，,]{{0,6}}权限"
    r"|(?:接口|请求|会话|连接|标签解析|解析|编译|查询|调用|数据|读取|加载|下载)[^，,。]{0,6}(?:失败|超时|异常|出错|错误)"
    r"|(?:没有?|未)(?:选择|指定|提供|输入|传[入递]?|携带)[^，,。]{0,8}(?:文章|栏目|信息|参数|编号|ID|文件|记录)"
    r"|查无[此该](?!人|证|药)|(?:系统|服务器|服务端|网络|页面|程序|服务)(?:(?!无异|未发|未出|没有异)[^，,。]){0,4}(?:异常|故障|崩溃|不可用|出错|错误)(?!时|[的如等])|(?:系统|服务器|网络|页面|程序)[^，,。]{0,4}(?:出|有|遇到|发生)[^，,。]{0,6}(?:问题|故障|差错|状况|意外)"
    r"|^\W*(?:非法|无效|错误)的?(?:请求|操作|访问|参数|链接|地址)\W*$|(?:操作|响应|网关)超时|(?:无法|不能)(?:处理|完成|响应|执行)[^，,。]{0,4}(?:请求|操作)|(?:系统|服务器?|网站)(?:正|太|很)?忙(?!碌)|(?:SQL\s*语句|数据库|缓存|索引|模块|标签)[^，,。]{0,6}(?:错误|异常|失败|连接?不上)|未定义的?(?:变量|方法|索引|函数|操作)|找不到路|(?:迷失|迷)了?(?:方向|路)"
    rf"|(?:未|没)(?:能)?(?:获取|查询|检索|加载)到[^，,：:]{{0,6}}(?:{_THING}|详情)"
    rf"|(?:找不到|没有?找到|没能找到|未能找到|无法找到|不能浏览|不存在)[^，,：:]{{0,8}}(?:{_THING})"
)
# What web masters like to write instead.
_PLAYFUL = re.compile(
    r"(?:页面?|网页)[^，。]{0,8}(?:跑|飞|溜|逃|躲|去了|出差|旅[行游]|度假|睡着|罢工|被[^，。]{1,4}(?:吃|抢|拿|带|收|叼|偷|绑|劫|吹|卷|抓))|开(?:了)?(?:[个点]|一[个点])?小差|迷路|找不到路|荒原|(?:这里|此处)[^，。]{0,4}(?:空空|什么)|离家出走|捉迷藏|外星|去火星|吃掉了|叼走|偷走|吹走|打瞌睡|打盹|开溜|不翼而飞|空空如也|[什啥]么?(?:都|也)没有|(?:内容|页面|文章|信息)[^，。]{0,3}(?:失踪|躲|藏|出走|迷失|流浪)|飞走"
    r"|(?:页面?|网页|链接|内容|文章|信息)[^，。\n]{0,6}(?:掉线|掉了|丢了|断了|断开|坏了|坏掉|没啦|没影|去哪|哪[里儿]?去|搬走|带走|拐走|卷走|冬眠|休眠|下班|休假|放假|私奔|穿越|蒸发|隐身|挂了|失联|不见踪影|无影无踪|寿终正寝|飘走|掉队|没跟上)"
    r"|走错(?:了)?(?:门|路|地方|房间|片场)|来晚了|此路不通|前方(?:无路|没有路)|死链|不存在的(?:世界|地方|角落|星球|页)|掉[到进入][^，。]{0,6}(?:黑洞|异次元|坑|虫洞)|异次元|荒岛|(?:什么|啥)[也都]没留下"
)
# What is said where there is nothing to say, if it is all that the page says.
_TERSE = re.compile(
    r"(?:很抱歉|抱歉|对不起|哎呀|oops|sorry)?\W*(?:(?:页面?|网页|内容|信息|文章|资源|链接|地址|记录|文件|数据)?(?:未|没有?|找|查|无法)(?:能)?(?:找|查)?(?:询|不)?(?:到|着)|不存在|已(?:被)?(?:删除|下线|下架|撤稿|撤回|撤销|移除|失效|过期|清理|注销)(?:了)?|失效|(?:查)?无此(?:文|页|稿|条|信息|内容|记录)?|出错[了啦]?"
    r"|(?:非法|无效|错误)的?(?:参数|编号|ID)|(?:参数|编号|ID)(?:非法|无效|不合法|不正确|有误|缺失|不完整)|(?:内部|未知|网络|编译|运行|程序|系统|服务器?|参数|访问|请求|接口|加载|数据库?|页面|操作|解析|路由)(?:调用|返回|连接|发生|出现)?(?:错误|异常|出错|失败|故障)|错误(?:页面?|代码|信息)?"
    r"|e?\s*(?:40[034]|410|50[0234])\s*(?:error|gone|not found|错误|页面?)?|(?:[a-z]+\s){0,2}(?:not[ _]?found|gone|missing|unavailable|errors?|bad gateway|bad request|broken)|oops|null|undefined)\W*",
    re.I,
)
# What is kept, though nobody adds to it: an archive's words above its pages.
_KEPT = re.compile(
    r"(?:不再|停止|停|暂停)更新|(?:仅|只)?供[^，。]{0,6}(?:查[阅询看考]|参考|浏览|检索)|(?:历史|存档|旧版)(?:页面?|网页|资料|数据|信息|内容|栏目|版本)|(?:予以|继续|永久)保[留存]|no longer (?:being )?updated|for reference"
)
_GONE = re.compile(
    r"删|撤|移除|失效|不存在|不到|无法|不能|不在|停止(?!更新)|关[停闭]|下[线架]|不再(?!更新)|清[除空理]|丢失|错误|404|not found"
)
_SORRY = re.compile(
    r"抱歉|对不起|遗憾|不好意思|尊敬的(?:用户|网友|访客)|哎呀|哎哟|啊哦|糟糕|很不巧|sorry|oops|:\(|：（", re.I
)
_CAUSE = re.compile(
    r"原因|可能(?:是|的|已)|请?检查|重新输入|输入(?:是否)?(?:有误|正确|错误)|书签|收藏夹?|拼写|拼错|mistyped", re.I
)
_WAY_OUT = re.compile(
    r"返回(?:到)?(?:首页|主页|上一?[页级]|网站)|[回到][^，。\n]{0,4}(?:首页|主页)|\d*\s*秒(?:钟)?(?:之?后|内)|自动(?:跳转|返回|转到)|(?:从|去|至|到)(?:网站)?(?:首页|主页)"
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
    r"\b(?:page|article|content|document|file|link|url|resource|record|item|post|topic)s?\b[^.\n]{0,40}?(?:\b(?:removed|deleted|moved|withdrawn|unavailable|broken|expired|missing|no longer)\b|(?:not|n't) (?:be )?(?:found|exist|available|retrieved|located))"
    r"|(?:not|n't) (?:be able to )?(?:find|locate) (?:that|this|the|your|any|such)\b"
    r"|^\W*(?:[\w.]+\W+){0,3}?(?:\w*error|\w*exception|failed|failure|invalid|bad request|forbidden|denied|unavailable|refused|timed? ?out|not found"
    r"|(?:could|can)\s?(?:not|n't) (?:find|connect|open|load|be loaded)|unable to|no such|not exist|no route|request method|required \w+ parameter|not supported|object reference|(?:not a )?valid)\b(?!\s+(?:city|votes?|ballots?|rates?|bars?|margins?))|(?:page|article|content)[^.\n]{0,20} gone\b|\bno (?:posts?|pages?|articles?|content) (?:matched|matching|here)|\b(?:you|page|we)\b[^.\n]{0,20}\blost\b",
    re.I,
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CODE = re.compile(r"(?:^|\n)\W*(?:http\s*|error\s*|错误(?:代码)?\s*)?(?:40[034]|410|50[0234])\W*(?:$|\n)", re.I)
_ENDS_WITH_CODE = re.compile(
    r"^(?!.*\b(?:room|suite|tel|phone|fax|bus|route|line|no|building)\b).{0,30}(?<![-\d])\b(?:404|50[0234])\W*$", re.I
)
_BARE_CODE = re.compile(r"\W*(?:404|50[0234])\W*(?:$|\n)")  # first of all; further down it may be a sum, or a bus
_CODES = re.compile(r"\b(?:40[0-9]|410|50[0-5])\b")
_ERROR_TITLE = re.compile(r"404|50[0234]|错误|出错|提示|抱歉|对不起|error|not found|找不到|未找到|不存在|无法", re.I)
# Every apology that is told by its parts holds one of these. Words alone, and no classes: then the engine skips by first letters.
HINTS = (
    *(f"{you}{verb}" for you in "您你" for verb in ("所", "要", "想", "访问", "浏览", "查看", "查找", "寻找", "请求", "打开", "点击", "输入", "不能", "无法", "暂时", "正在")),
    *(f"{what}{how}" for what in ("信息", "内容", "文章", "稿件", "页面", "网页", "栏目", "专栏", "频道", "专题", "文件", "附件", "文档", "资源", "记录", "条目", "链接", "地址", "该公告", "该公示", "该通知", "该数据", "本文", "此稿", "主机", "空间", "系统", "平台") for how in ("已", "未", "不再", "不存", "不在", "不可", "不能", "不予", "不公", "不对", "不见", "不正", "不合", "暂", "尚", "被", "停", "无法", "正在", "没", "目前处", "去", "跑", "溜", "环", "ID", "编号不", "编号无", "编号有", "维护", "升级", "出", "有误", "无效")),
    *(f"{no}{verb}" for no in ("未", "没有", "没能", "无法", "不能", "暂不", "不可") for verb in ("找到", "查到", "查询到", "检索到", "获取", "加载", "定位", "访问", "显示", "打开", "浏览", "查看", "展示", "预览", "读取", "见")),
    "抱歉", "对不起", "遗憾", "秒后", "秒钟后", "稍后再", "稍后重", "稍后试", "稍后访", "稍后浏", "稍后查", "从首页", "去首页", "回首页", "去网站首页", "到首页",
    "无此", "无该", "没有此", "没有该", "没有这", "开小差", "未定义", "迷路", "迷失", "走神", "走失", "走丢", "离家出走", "捉迷藏", "外星", "火星", "叼走", "偷走", "吹走", "打瞌睡", "打盹", "开溜", "失联",
    "不翼而飞", "空空如也", "什么都没有", "什么也没有", "流浪", "不再使用", "不再对外", "不再展示", "不再提供", "不再显示", "网址是否", "地址是否", "链接是否", "检查网址", "检查地址", "检查链接",
    "核对网址", "核对地址", "确认网址", "确认地址", "询不到", "查不到", "找不到", "索不到", "取不到", "载不到", "搜不到", "找不着", "查无", "失踪", "啥也", "服务端", "服务暂", "网络异常", "消息已", "消息不", "到详情", "数据已", "数据不", "编号不", "文号不", "被风", "地址错", "回收站", "暂不可", "不可见", "取消发布", "解析错误", "解析失败", "请求失败", "加载失败", "调用失败",
    "没发现", "没有发现", "崩溃", "链接地址", "弄丢", "ID非法", "ID错误", "ID不", "参数非法", "未配置", "未绑定", "未开通", "暂停访问", "未获取", "未能获取", "未查询", "没获取", "功能已", "权限", "不公开", "罢工", "sorry", "oops",
    "选择文章", "选择要", "选择栏目", "没有选择", "未选择", "未指定", "没有指定", "读取失败", "连接失败", "连接出错", "登录失败", "连接时出现", "停止使用", "停止访问", "小差", "小问题", "溜号", "荒原", "空空", "什么也没", "了方向", "失方向", "参数错", "参数缺", "参数不", "参数传", "参数有误", "参数无", "该新闻", "条新闻", *(f"{site}{how}" for site in ("网站", "本站", "站点") for how in ("已关", "已停", "已于", "已永", "已迁", "已经", "已并", "已下", "已整", "已注", "已搬", "停", "正在", "维护", "升级", "未", "暂", "关闭", "被", "永久")), "非法请求", "非法操作", "无效链接",
    "排队", "限流", "访问高峰", "等候", "耐心等", "检修", "访问人数", "访问量过", "访问量较", "访问量大", "维护中", "升级中", "例行维护", "您当前访", "您当前请", "您当前浏", "您当前查", "您当前无", "您当前打", "糟糕", "链接断", "链接坏", "页面丢", "网页丢", "内部错", "失联", "踪影", "寿终", "看不到", "无法处理", "服务器忙", "系统忙", "超时", "掉线", "死链", "此路不通", "断开了", "坏掉", "走错", "来晚了", "异次元", "尚未签发", "未签发", "隐藏", "请先登", "后登录", "登录后", "请登录后", "仅限", "权限", "恢复访问", "暂停访问", "暂停服务", "停放", "转让", "出售", "续费", "关停", "停止运行", "停止服务", "已关闭", "解析", "注册商",
)  # fmt: skip
_ANY_HINT = any_of(HINTS)
_ENGLISH_HINTS = (
    "404", "error", "exception", "fail", "invalid", "bad request", "forbidden", "denied", "unavailable", "refused", "timed out", "timeout", "could not", "couldn't",
    "can't", "cannot", "unable to", "no such", "not found", "not exist", "no longer", "removed", "deleted", "moved", "find that", "gone", "missing", "matched", "lost", "be found", "broken", "retrieved", "locate", "withdrawn", "expired", "no route", "request method", "parameter", "maintenance", "welcome to",
)  # fmt: skip


def apologises(title: str, said: str) -> bool:
    """Whether a page of this title that says this, beside its frame, is an apology. Both in simplified characters.

    >>> apologises("", "对不起，您浏览的稿件已被撤消"), apologises("停水公告", "因检修，明日停水，敬请谅解。")
    (True, False)
    """
    said = said.strip()
    if not said or len(said) > LONGEST or explains_codes(said):
        return False
    is_own = not has_subject(title) and speaks_of_itself(title, said)
    if _is_of_program(said) or (is_own and _TERSE.fullmatch(said)):
        return True
    if _BARE_CODE.match(said) and is_own and speaks_of_itself(title, _BARE_CODE.sub("", said, count=1)):
        return True
    is_about = is_document(title, said)
    sentences = [one for one in _SENTENCE.split(unquoted(said)) if one.strip() and not _is_kept(one)]
    asked = any(map(_ASKED.search, sentences))
    stated = any(map(_STATED.search, sentences)) or _PLAYFUL.search(said) is not None
    manners = sum(1 for one in (_SORRY, _CAUSE, _WAY_OUT) if one.search(said))
    if is_about:
        return asked and manners > 1 and not has_subject(title)
    stated = (
        stated or any(map(_THIS_CHANGED.search, sentences)) or (manners > 0 and _NO_ARTICLE.search(said) is not None)
    )
    if not asked and not speaks_of_itself(title, said):
        return False
    points = 3 if asked else 2 if stated else 1 if any(map(_THING_CHANGED.search, sentences)) else 0
    is_code = _CODE.match(said) or ((points or manners) and _CODE.search(said))
    points += 2 if is_code or _CHECK.search(said) else 0
    is_brief = len(said) <= (_BRIEF if len(sentences) > 1 else _ONE_SENTENCE)
    points += 1 if points and (_ERROR_TITLE.search(title) or is_brief) else 0
    return points > 0 and points + manners >= _ENOUGH


def _is_kept(sentence: str) -> bool:
    return _KEPT.search(sentence) is not None and _GONE.search(sentence) is None


def _is_of_program(said: str) -> bool:
    """A line of English that begins as a program's complaint does, and next to no Chinese beside it."""
    if len(_CHINESE.findall(said)) > _FEW_CHINESE:
        return False
    lines = [line for line in said.splitlines() if len(line) <= _SHORT_ENGLISH and not _CHINESE.search(line)]
    return any(
        _PROGRAM.search(line) or (_ENDS_WITH_CODE.search(line) and not _BARE_CODE.fullmatch(line)) for line in lines
    )


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
