"""Does an answer refuse programs? A wall in front of a site is not an outage and not a dead link."""

import re
from collections.abc import Mapping

# (reason, header names, cookie names): marks that stand in the headers whatever the status is.
_HEADER_MARKS: tuple[tuple[str, str, str], ...] = (
    ("加速乐", "x-via-jsl", r"__jsl(?:uid|_clearance)"),
    ("瑞数", "", r"FSSBBIl1UgzbN7N80[ST]|[A-Za-z0-9]{12,14}80[STP]="),
    ("网宿 WZWS", "wzws-ray", r"wzws_(?:cid|sessionid)"),
    ("安全狗", "", r"safedog[\w-]*="),
    ("云锁", "", r"(?:security_session|yunsuo)[\w-]*="),
    ("华为云 WAF", "", r"HWWAFSES(?:ID|TIME)"),
    ("创宇云防御", "x-cloud-defense", r"__yjs|yunaq"),
    ("Cloudflare", "cf-mitigated", r""),
    ("阿里云 WAF", "", r"acw_sc__v[23]"),
    ("AWS WAF", "x-amzn-waf-action", r"aws-waf-token"),
)
# (reason, pattern): challenges that stand in the body, whatever the status is.
_ENGLISH = (
    r"request (?:has been |was )?(?:blocked|rejected|denied)|web page blocked|unusual traffic|verif(?:y|ying) (?:that )?you are (?:a )?human"
    r"|(?:you are|you're) (?:a )?human|not a (?:ro)?bot|access to this page has been denied|mod_security|isn't available in your (?:region|country)|please solve this captcha|enable JavaScript and (?:cookies|refresh|reload)|checking (?:if the site|your browser)|website firewall"
)
_BODY_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("瑞数", re.compile(r"\$_ts\s*=|\$_ts\[|FSSBBIl1UgzbN7N80")),
    ("加速乐", re.compile(r"__jsl_clearance|document\.cookie\s*=\s*\(?['\"_]+(?:\s*\+\s*['\"_]+)*.{0,40}jsl", re.S)),
    ("网宿 WZWS", re.compile(r"WZWS[-_](?:RAY|CONFIRM)|wzwschallenge", re.I)),
    ("安全狗", re.compile(r"safedog|网站防火墙.{0,80}(?:拦截|安全狗)|您的请求带有不合法参数", re.S | re.I)),
    ("云锁", re.compile(r"yunsuo|云锁|security_verify_data", re.I)),
    ("创宇云防御", re.compile(r"创宇(?:云防御|盾)|知道创宇|365cyd|yunaq\.com", re.I)),
    ("360 网站卫士", re.compile(r"wangzhan\.360|网站卫士|360wzb")),
    ("阿里云 WAF", re.compile(r"acw_sc__v[23]|errors\.aliyun\.com|aliyun_waf|_waf_bd")),
    ("腾讯云 WAF", re.compile(r"waf\.tencent|T-Sec-Waf|TencentCaptcha", re.I)),
    ("Cloudflare", re.compile(r"cf-browser-verification|challenge-platform|Just a moment\.\.\.")),
    ("百度云加速", re.compile(r"yunjiasu|百度云加速.{0,60}(?:验证|拦截)", re.S)),
    ("F5", re.compile(r"requested URL was rejected|your support ID is", re.I)),
    ("Imperva", re.compile(r"_Incapsula_Resource|Incapsula incident", re.I)),
    ("防火墙", re.compile(_ENGLISH, re.I)),
    ("验证码", re.compile((
        r"请(?:输入|完成|进行)(?:下方|图片|滑动|人机|安全)?的?验证码?.{0,30}(?:访问|继续)|(?:访问"
        r"|操作)过于频繁|异常(?:访问|流量).{0,40}验证|人机(?:身份)?验证|(?:滑动|滑块|拼图|访问)验证|拖动.{0,8}滑块"
        r"|(?:按住|拖动|滑动).{0,8}滑块|滑块.{0,8}(?:拖动|滑动)|不是机器人|访客验证|输入.{0,4}(?:图中|图片中|下图).{0,4}(?:字符|数字|文字|验证码).{0,6}(?:继续|访问)"
        r"|完成.{0,8}验证.{0,8}(?:访问|继续)|验证.{0,6}(?:后|才能|方可).{0,6}(?:访问|继续|浏览)"
    ), re.S)),
    ("防火墙", re.compile((
        r"(?:您的)?(?:访问|请求)(?:已)?被(?:管理员|系统|防火墙|网站防火墙|WAF)?(?:设置)?(?:拦截|阻断|拒绝"
        r"|禁止)|Web应用防火墙|web application firewall|可能(?:存在|对网站造成)(?:安全)?(?:威胁|攻击)|攻击行为"
        r"|IP.{0,12}(?:黑名单|被封|封禁|限制访问)|疑似.{0,4}攻击|攻击特征|拦截提示"
        r"|您的?(?:IP|访问|请求|操作|行为)[^。！\n]{0,40}(?:拦截|阻断|阻止|受限|封禁|触发)"
        r"|(?:爬虫|机器人程序|自动化(?:程序|工具|脚本))[^。！\n]{0,16}(?:禁止|拒绝|限制|拦截)"
        r"|(?:开启|启用)\s*(?:浏览器的?)?\s*JavaScript.{0,12}(?:刷新|访问|继续)|(?:正在|检查中?|检测).{0,6}您的浏览器"
    ), re.I | re.S)),
    ("访问过于频繁", re.compile(r"(?:访问|请求|操作|点击|刷新)[^。！\n]{0,6}(?:过于频繁|频繁|过快|太快|过高|次数过多)|(?:次数|频率|流量)[^。！\n]{0,6}(?:超过|超出|达到|上限)|触发.{0,6}限流")),
    ("地区或地址限制", re.compile((
        r"(?:境外|海外|国外|非中国大陆)[^。！\n]{0,12}(?:不能|无法|禁止|限制|暂不|不予|不支持|暂停)[^。！\n]{0,8}访问"
        r"|(?:只|仅)(?:对|向|面向|供)[^。！\n]{0,10}(?:大陆|境内|国内|中国)[^。！\n]{0,10}(?:开放|访问|用户|使用)"
        r"|(?:网络|访问)环境[^。！\n]{0,6}(?:风险|异常|不安全)"
        r"|(?:仅限|只允许|仅允许|仅支持|仅供)[^。！\n]{0,10}(?:境内|国内|大陆|内网|政务外网|IP)[^。！\n]{0,8}访问"
        r"|IP[^。！\n]{0,12}(?:不在|未在|不属于)[^。！\n]{0,10}(?:允许|授权|许可|白名单)|access from your (?:country|region|ip)"
    ), re.I)),
    ("需要登录", re.compile(
        r"(?:尚未|还没有?|未)登[录陆][^。！\n]{0,16}登[录陆]|请先?登[录陆](?:后|才)[^。！\n]{0,4}(?:查看|浏览|访问|阅读|下载)"
        r"|登[录陆]后(?:才能|方可|才可|可以?)(?:查看|浏览|访问|阅读|下载)"
    )),
)  # fmt: skip
REFUSING = frozenset((202, 400, 401, 403, 405, 406, 412, 418, 429, 444, 468, 493, 503, 521, 567))
# Every wall's page of some length holds one of these: one of scripts alone shows no Chinese.
_HINTS = re.compile(
    "安全狗|拦截|滑块|云锁|创宇|卫士|验证|频繁|防火墙|威胁|攻击|黑名单|被封|封禁|限制访问|阻断|被拒绝|被禁止|不合法|云加速"
    "|受限|过快|太快|次数已|次数过|次数超|爬虫|机器人|境外|疑似|限流|登录后|登陆后|未登|仅限|只允许|仅允许|仅支持|您的浏览器"
)
_COMES_BACK = re.compile(
    r"location\s*\.\s*reload|location(?:\.href)?\s*=\s*(?:(?:window|document|top|self)\.)*location|location\.(?:replace|assign)\s*\(\s*(?:(?:window|document)\.)*location"
    r"|location(?:\.href)?\s*=\s*[\"'][^\"']*[?&]\w*(?:verify|challenge|captcha)\w*=",
    re.I,
)
_OBFUSCATED = re.compile(r"\b_0x[0-9a-f]{3,}\b|eval\s*\(\s*function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k")
_LONGEST_STUB = 60  # characters of visible text
# A wall's page says little; an article that writes about 云锁 or 创宇云防御 says much.
_LONGEST_WALL = 600  # characters of visible text
# What is never closed goes on to the end, as in a browser; and no mark makes the search go over the rest again.
_SEEN_TEXT = re.compile(
    r"<(script|style)\b(?:.*?</\1\s*>|.*)|<head\b(?:(?!<head\b).)*?</head\s*>|<!--(?:.*?-->|.*)|<[^<>]*>", re.I | re.S
)
_LOGIN_STATUS = {401: "需要登录 401", 403: "禁止访问 403", 429: "访问过于频繁 429"}


def refusal(status: int, headers: Mapping[str, str], text: str) -> str | None:
    """Why this answer is a refusal of programs, as a short reason with the status; None if it is none.

    `headers` in any case; several Set-Cookie may be joined. `text` is the decoded body, of which 200,000 characters
    are looked at. A plain 403 without a mark is a refusal too: it does not say that the page is gone.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    body = text[:200_000]
    if reason := _status_rule(status, lowered, body):
        return f"{reason} ({status})"
    if status in REFUSING and (reason := _header_mark(lowered)):
        return f"{reason} ({status})"
    is_wall = status in REFUSING or status == 200
    if status in REFUSING or (is_wall and _is_wall(body)):
        for reason, pattern in _BODY_MARKS:
            if pattern.search(body):
                return f"{reason} ({status})"
    if is_wall and _is_challenge(body):
        return f"脚本验证 ({status})"
    return _LOGIN_STATUS.get(status) if status != 401 else None


def may_be_wall(text: str) -> bool:
    """A cheap first look at a page of many Chinese characters: False says that refusal finds no wall in them.

    >>> may_be_wall("请输入验证码后继续访问"), may_be_wall("关于春耕生产的通知")
    (True, False)
    """
    return _HINTS.search(text) is not None


def _status_rule(status: int, headers: Mapping[str, str], body: str) -> str | None:
    """521 is 加速乐's own status; 瑞数 answers 412 and 202 with its script; both with no other mark at times."""
    cookies = headers.get("set-cookie", "")
    if status == 521:
        return "加速乐"
    if "wzws-ray" in headers and status != 200:
        return "网宿 WZWS"
    if status == 412 or (status == 202 and ("$_ts" in body or "FSSBBIl1UgzbN7N80" in cookies + body)):
        return "瑞数"
    return None


def _header_mark(headers: Mapping[str, str]) -> str | None:
    cookies = headers.get("set-cookie", "")
    for reason, header, cookie in _HEADER_MARKS:
        if header and header in headers:
            return reason
        if cookie and re.search(cookie, cookies):
            return reason
    return None


def _is_challenge(body: str) -> bool:
    """Next to nothing to see, and a script that leaves a cookie and comes back, or hides what it does."""
    if len(body) > 100_000 or "<script" not in body.lower():
        return False
    if len("".join(_SEEN_TEXT.sub(" ", body).split())) > _LONGEST_STUB:
        return False
    return _OBFUSCATED.search(body) is not None or ("cookie" in body.lower() and _COMES_BACK.search(body) is not None)


def _is_wall(body: str) -> bool:
    """A body that shows a visitor next to nothing. Only these can be challenges when the status is 200."""
    if len(body) > 100_000:
        return False
    return len("".join(_SEEN_TEXT.sub(" ", body).split())) <= _LONGEST_WALL
