"""What stands where a whole site was: a name that is for sale, a room that is not paid for, a portal that was closed.

And what a site says that is away for a moment, or lets in only whom it knows: nothing is known of the page yet.
"""

import re
from urllib.parse import urlsplit

from parsers.stance import has_subject, is_document, tells

_HOME = re.compile(r"/?(?:(?:index|default|main)\.\w{2,6})?$", re.I)
# Services for parked names write their marks into scripts, frames and pictures.
_PARKING = re.compile(
    r"sedoparking|parkingcrew|bodis\.com|\bwindow\.park\s*=|parking-lander|LANDER_SYSTEM|parklogic|hugedomains|afternic\.com|//(?:www\.)?(?:dan|sav|above)\.com|cashparking"
    r"|domain-?parking|searchmagnified|voodoo\.com|parkweb|dsparking|uniregistry|skenzo|fastpark|tcpark|domaincntrol|/lander\b|buydomain|domainnamesales",
    re.I,
)
_PARKED_TITLE = re.compile(
    r"\W*(?:[\w.-]+\W+)?域名(?:停[放靠泊]|出售|转让|求售|待售|交易|拍卖|出让|到期|过期|展示)(?:中|页面?|服务|平台|信息)?\W*|\W*(?:[\w.-]+\W+)?domain (?:parking|for sale|parked|expired|name for sale)\W*|[\w.-]+ is for sale\W*",
    re.I,
)
_NAME = r"域名|\b[a-z0-9-]+\.(?:com|cn|net|org|gov\.cn)(?:\.cn)?\b|domain"
_ROOM = r"(?:虚拟|云)?主机(?!房)|(?:网站)?空间|服务器|云服务|托管(?:服务)?|账[户号]|网站服务|该(?:网站|站点)|此(?:网站|站点)|本站点?|网站|站点"
_UNPAID = "(?:已|已经|现已|即将)?(?:到期|过期|欠费|停[放靠泊]|停机|续费|解析|锁定|赎回)"
_SOLD = re.compile(
    rf"(?:{_NAME})[^。！\n]{{0,14}}?(?:出售|转让|求售|待售|出让|拍卖|竞价|一口价|报价|议价|有意购买|求购|洽谈|寻求合作|可合作|{_UNPAID}|(?:未|没有|尚未|不)(?:使用|绑定|启用|解析|授权|配置|指向|接入)|for sale|expired|parked|(?:is|has been|was) (?:\w+ )?(?:registered|available|suspended|reserved)|未.{0, 4}创建(?:站点|网站))"
    rf"|(?:{_ROOM})[^。！\n，,]{{0,10}}?(?:到期|过期|欠费|续费|停机|因欠费|已?被?(?:服务商|运营商|接入商)?(?:停用|暂停|停止|终止|冻结|封停)(?!更新|受理|办理))"
    r"|(?:未|没有|尚未)[^。！\n，,]{0,8}备案|备案[^。！\n]{0,10}(?:注销|过期|核验|未通过|不存在|无效)|(?:client|server)hold\b"
    r"|(?:注册商|注册局|接入商|服务商)[^。！\n]{0,12}(?:自动生成|锁定|暂停|停止|提供)|(?:暂停|停止|未)解析|(?:account|website|site|hosting)\b[^.\n]{0,20}\b(?:suspended|disabled|deactivated|terminated)\b|(?:购买|出售|出让|收购|持有)[^。！\n，,]{0,6}域名|域名(?:停[放靠泊]|经纪|交易|抢注|买卖|中介)(?:服务|平台|提供)?|(?:inquire|enquire) (?:about|on)|make (?:an )?offer|(?:buy|get|purchase|backorder|own) this domain"
    r"|(?:courtesy of|registered (?:at|with|through|via|by)) \w+|future home of|(?:无此|没有(?:找到)?(?:该|此|对应的?)?|不存在(?:该|此)?)(?:站点|主机|域名)|(?:站点|主机|虚拟主机)(?:不存在|未找到|已?被?(?:管理员|系统)(?:停|关|暂))|no (?:such (?:site|app|host)|web ?site (?:is )?(?:configured|found))|(?:there is|there's) no (?:web ?site|app)|(?:web ?site|domain) (?:is )?not (?:configured|found|published|set up)|unknown domain|(?:禁止|不允许)[^。！\n，,]{0,6}IP[^。！\n，,]{0,6}访问",
    re.I,
)
_SITE = r"网站|网页版|本站|该站|此站|站点|门户网|信息网|政务网|公众网"
# What those who trade in names show instead of a page: advertisements as if they were what was looked for.
_SEARCHES = re.compile(r"(?:热门|相关|推荐)(?:搜索|查询|关键词)|related (?:searches|links)|sponsored|赞助商|top searches", re.I)
_TRADE = re.compile(r"域名|domain|\bparked\b|^[a-z0-9-]+\.(?:com|cn|net|org|top|xyz)\b", re.I)
_CLOSED = re.compile(
    rf"(?:{_SITE})[^。！\n，,：:]{{0,16}}?(?:关停|关闭|停止(?:运行|服务|访问|使用|运营|维护|对外)|停运|停用|停办|停止(?=\W*$)|下线|注销|撤[销并]|并入|合并|归并|整合|迁移|迁入|搬迁|不再(?:运行|维护|使用|提供|更新并))"
)
_DATED_AHEAD = re.compile(r"将(?:于|在)|拟[于在]?|定于|计划于|自.{2,12}(?:日|时)起")
_NOTICE = re.compile(
    r"\W*(?:温馨|友情)?(?:系统|网站|平台|服务|停机|例行)*(?:维护|升级|检修|暂停服务|停机|暂停)*(?:公告|通知|通告|提示|说明)?(?:\W|$)"
)
_LONGEST_NOTICE = 120  # characters
_MOST_LINKS = 6  # of such a page: the portal's own menus are gone with it
# --- away for a moment -------------------------------------------------------------------------------------------------
_SYSTEM = r"(?:网站|网页|系统|平台|服务器|本站|站点|服务|数据库|页面|程序|应用)"
_MAINTAINED = re.compile(
    rf"{_SYSTEM}[^。！\n]{{0,8}}(?:正在?|处于|进行)[^。！\n]{{0,8}}(?:维护|升级|检修|调试|割接|停机|迁移|抢修)|{_SYSTEM}[^。！\n，,]{{0,8}}(?:维护|升级|检修)中"
    r"|正在[^。！\n，,]{0,6}(?:维护|升级|检修)[^。！\n]{0,20}(?:访问|服务|网站)|^\W*(?:系统|网站|例行|停机)?(?:维护|升级)中?(?:\W|$)"
    r"|(?:under|scheduled|performing|undergoing|down for)\W+(?:\w+\W+){0,2}maintenance|be (?:right )?back (?:soon|shortly)",
    re.I | re.M,
)
_CROWDED = re.compile(
    r"(?:排队|队列|限流|火爆|人太多|人(?:数)?过多|拥堵)|(?:访问|在线|登录|请求)[^。！\n，,]{0,6}(?:人数|人|量|高峰|压力|负载)[^。！\n，,]{0,6}(?:多|大|高|满|上限|高峰)|访问(?:高峰|拥堵|拥挤)|high traffic|waiting room|queue",
    re.I,
)
_WAIT = re.compile(
    r"(?:请|敬请)?(?:稍[候后等]|前方还有|耐心等[待候]|排队等[候待]|预计等[待候])|请勿|刷新|\d+\s*(?:秒|分钟)后|(?:再|重)试|please wait|you are in line",
    re.I,
)
# Hours when it is away or shut, and when it will be back.
_HOURS = re.compile(
    r"\d{1,2}\s*[:：时点]|\d\s*(?:个)?小时|[半两一二三]个?小时|(?:今|明|次|当)[日天晚]|工作日|周[一二三四五六日末]|\d月\d|夜间|凌晨|上午|下午"
)
_PAUSED = re.compile(
    rf"(?:{_SYSTEM}|业务)[^。！\n，,]{{0,8}}(?:已|正|将|因[^。！\n，,]{{1,12}})?(?:暂停|中断|停止|暂时(?:关闭|停用|无法))|(?:暂停|停止|中断|暂时关闭|无法|不能)[^。！\n，,]{{0,8}}(?:服务|访问|使用|浏览|开放)"
)
_BACK = re.compile(r"恢复|重新(?:开放|上线|开通)|维护|升级|检修|割接|扩容|迁移|停电|开放时间|服务时间|再来|再访问|届时")
_SHUT = re.compile(
    r"(?:当前|现在|目前|此时|已|尚)?(?:非|不在|不属于|超出|已过|过了|未到)[^。！\n，,]{0,6}(?:服务|开放|工作|访问|运行|使用|营业|办公)(?:时间|时段|期间)|(?:已|现)?(?:闭站|休站|打烊)|outside (?:of )?(?:\w+ )?hours|(?:we are|currently) closed"
    rf"|{_SYSTEM}[^。！\n]{{0,12}}(?:每[日天晚]|夜间|工作日|周末|节假日)[^。！\n]{{0,20}}(?:关闭|停止|暂停|开放)"
)
# Who is to log in, pay or file is the owner of a lapsed room, and no visitor.
_OWNERS = re.compile(
    r"控制面板|控制台|管理面板|管理后台|续费|欠费|备案|虚拟主机|域名(?!访问)|(?:服务|接入|运营|空间|主机)商|未绑定|管理员停止|hosting|registrar|suspended",
    re.I,
)
_WEB = re.compile(
    r"访问|刷新|系统|网站|服务器|在线|页面|平台|为您排队|您前面|前方还有|您正在|挤一挤|visit|site|page", re.I
)
_SIGN_IN = re.compile(
    r"(?:请|需要?|须|应)(?:您)?(?:先|使用|用|以|凭)?[^。！\n，,]{0,10}登[录陆][^。！\n]{0,12}(?:查看|浏览|访问|阅读|下载|账[户号]|$)|登[录陆](?:之?后|才)(?!台)[^。！\n]{0,8}(?:查看|浏览|访问|阅读|下载|继续|显示)"
    r"|(?:未|没有|尚未)登[录陆]|(?:会话|登[录陆])[^。！\n，,]{0,4}(?:超时|失效|过期)|重新登[录陆]|(?:完成|通过|需要?|(?<!未)经)[^。！\n，,]{0,6}(?:认证|授权)|(?:身份|实名)?认证(?:之?后|才)[^。！\n]{0,6}(?:查看|浏览|访问)|log ?in (?:to|required)|sign in to|please (?:log|sign) ?in",
    re.I | re.M,
)
_FOR_SOME = re.compile(
    r"(?:仅|只|限)(?:限|对|供|面向|允许|能|向|为)?[^。！\n，,]{0,10}(?:内部|内网|外网|专网|注册|会员|授权|登[录陆]|本单位|单位内部|工作人员|政务网|局域网)[^。！\n]{0,12}"
    r"|(?:权限不足|(?:无|没有|未获得?|缺少|不具备)[^。！\n，,]{0,6}权限)[^。！\n]{0,12}(?:登[录陆]|内网|外网|专网|内部|账[户号]|管理员|授权|申请)|请(?:使用|通过|在)[^。！\n，,]{0,6}(?:内网|外网|专网|局域网|VPN)[^。！\n]{0,6}(?:访问|浏览|查看|登[录陆])",
    re.I,
)
_READ = re.compile(r"查看|浏览|访问|下载|登[录陆]|页|内容|栏目|系统|网站?|access|view|read|log|sign", re.I)


def is_parked(title: str, said: str, html: str) -> bool:
    """The name or the room is no longer the organ's; `html` is looked at for the marks of those who trade in names.

    >>> is_parked("", "该域名正在转让", ""), is_parked("域名管理办法", "域名过期未续费的，予以注销。", "")
    (True, False)
    """
    if len(said) > _LONGEST_NOTICE or is_document(title, said):
        return False
    if _SEARCHES.search(said) and _TRADE.search(f"{title}\n{said}"):
        return True
    return bool(_PARKED_TITLE.fullmatch(title) or _SOLD.search(said) or _PARKING.search(html))


def is_closed(url: str, title: str, said: str, links: int) -> bool:
    """Below its home page, a closed portal's notice stands for whatever was there; at home it is what it has to say.

    >>> is_closed("http://a.gov.cn/x/1.htm", "某局", "某局网站已关停", 1), is_closed("http://a.gov.cn/", "", "本站已关停", 1)
    (True, False)
    """
    if len(said) > _LONGEST_NOTICE or links > _MOST_LINKS or _HOME.match(urlsplit(url).path):
        return False
    return not has_subject(title) and not _DATED_AHEAD.search(said) and _CLOSED.search(said) is not None


def says_when(said: str) -> bool:
    """Whether it says that it is away, why or that it will be back, and the hours.

    >>> says_when("系统升级，6月1日20:00至22:00暂停服务"), says_when("系统维护中")
    (True, False)
    """
    found = _PAUSED.search(said) or _MAINTAINED.search(said)
    return bool(found and _BACK.search(said) and _HOURS.search(said) and not _speaks_of_another(said))


def _speaks_of_another(said: str) -> bool:
    """An article about an outage has a heading of its own."""
    return any(has_subject(line) and not _NOTICE.match(line) for line in said.splitlines()[:2])


def not_now(title: str, said: str) -> str | None:
    """Why a page shows nothing to this visitor at this moment, in words of its own; None if it does.

    >>> not_now("", "网站正在维护，预计18:00恢复"), not_now("停机公告", "网站正在维护"), not_now("", "请登录后查看")
    ('系统维护', None, '需要登录')
    """
    if len(said) > _LONGEST_NOTICE or has_subject(title) or tells(said):
        return None
    if _OWNERS.search(said):
        return None
    both = f"{title}\n{said}"
    if says_when(both) or _SHUT.search(said):
        return "系统维护"
    if _MAINTAINED.search(both) and not _DATED_AHEAD.search(said):
        return "系统维护"
    if _CROWDED.search(said) and _WAIT.search(said) and _WEB.search(said):
        return "排队"
    if _READ.search(said) and (_SIGN_IN.search(said) or _FOR_SOME.search(said)):
        return "需要登录"
    return None
