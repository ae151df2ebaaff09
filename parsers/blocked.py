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
)
# (reason, pattern): challenges that stand in the body, whatever the status is.
_BODY_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("瑞数", re.compile(r"\$_ts\s*=|\$_ts\[|FSSBBIl1UgzbN7N80")),
    ("加速乐", re.compile(r"__jsl_clearance|document\.cookie\s*=\s*\(?['\"_]+(?:\s*\+\s*['\"_]+)*.{0,40}jsl", re.S)),
    ("网宿 WZWS", re.compile(r"WZWS[-_](?:RAY|CONFIRM)|wzwschallenge", re.I)),
    ("安全狗", re.compile(r"safedog|网站防火墙.{0,80}(?:拦截|安全狗)|您的请求带有不合法参数", re.S | re.I)),
    ("云锁", re.compile(r"yunsuo|云锁", re.I)),
    ("创宇云防御", re.compile(r"创宇(?:云防御|盾)|知道创宇|365cyd|yunaq\.com", re.I)),
    ("360 网站卫士", re.compile(r"wangzhan\.360|网站卫士|360wzb")),
    ("阿里云 WAF", re.compile(r"acw_sc__v[23]|errors\.aliyun\.com|aliyun_waf|_waf_bd")),
    ("腾讯云 WAF", re.compile(r"waf\.tencent|T-Sec-Waf|TencentCaptcha", re.I)),
    ("Cloudflare", re.compile(r"cf-browser-verification|challenge-platform|Just a moment\.\.\.")),
    ("百度云加速", re.compile(r"yunjiasu|百度云加速.{0,60}(?:验证|拦截)", re.S)),
    ("验证码", re.compile((
        r"请(?:输入|完成|进行)(?:下方|图片|滑动|人机|安全)?的?验证码?.{0,30}(?:访问|继续)|(?:访问"
        r"|操作)过于频繁|异常(?:访问|流量).{0,40}验证|人机(?:身份)?验证|(?:滑动|滑块|拼图|访问)验证|拖动.{0,8}滑块"
        r"|完成.{0,8}验证.{0,8}(?:访问|继续)|验证.{0,6}(?:后|才能|方可).{0,6}(?:访问|继续|浏览)"
    ), re.S)),
    ("防火墙", re.compile((
        r"(?:您的)?(?:访问|请求)(?:已)?被(?:管理员|系统|防火墙|网站防火墙|WAF)?(?:设置)?(?:拦截|阻断|拒绝"
        r"|禁止)|Web应用防火墙|web application firewall|可能(?:存在|对网站造成)(?:安全)?(?:威胁|攻击)|攻击行为"
        r"|IP.{0,12}(?:黑名单|被封|封禁|限制访问)"
    ), re.I | re.S)),
)  # fmt: skip
REFUSING = frozenset((202, 400, 401, 403, 405, 406, 412, 418, 429, 444, 468, 493, 503, 521, 567))
# Every wall's page of some length holds one of these: one of scripts alone shows no Chinese.
_HINTS = re.compile(
    "安全狗|拦截|滑块|云锁|创宇|卫士|验证|频繁|防火墙|威胁|攻击|黑名单|被封|封禁|限制访问|阻断|被拒绝|被禁止|不合法|云加速"
)
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
    if status in REFUSING or (status == 200 and _is_wall(body)):
        for reason, pattern in _BODY_MARKS:
            if pattern.search(body):
                return f"{reason} ({status})"
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


def _is_wall(body: str) -> bool:
    """A body that shows a visitor next to nothing. Only these can be challenges when the status is 200."""
    if len(body) > 100_000:
        return False
    return len("".join(_SEEN_TEXT.sub(" ", body).split())) <= _LONGEST_WALL
