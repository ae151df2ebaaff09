"""Does an answer refuse programs? A wall in front of a site is not an outage and not a dead link."""

import re
from collections.abc import Mapping
from html import unescape
from itertools import islice

from parsers.error_words import PROGRAM
from parsers.notices import OWNERS, wants_login
from parsers.stance import has_subject, is_document, tells, unquoted
from parsers.traditional import simpler
from parsers.wall_names import NAMES, SERVERS, STOPPED
from parsers.wall_words import (
    ACCESS,
    CONTROL,
    DONE,
    FENCES,
    HEADER_MARKS,
    HINTS,
    NUMBER,
    SUM,
    TASK_TITLE,
    TITLE_ALONE,
    VENDORS,
    WHO,
    WORDS,
    WRONG,
    YOURS,
)

Marks = tuple[tuple[str, re.Pattern[str]], ...]
OUTAGES = frozenset((404, 500, 502, 504))  # walls borrow them, so their pages are looked at for a wall's deed
REFUSING = frozenset((202, 400, 401, 403, 405, 406, 412, 418, 429, 444, 468, 493, 501, 503, 521, 566, 567))
_COMES_BACK = re.compile(
    r"location\s*\.\s*reload|history\.go\(\s{0,9}0\s{0,9}\)|location(?:\.href)?\s*=\s*(?:(?:window|document|top|self)\.)*location|location\.(?:replace|assign)\s*\(\s*(?:(?:window|document)\.)*location"
    r"|location(?:\.href)?\s*=\s*[\"'][^\"']*[?&]\w*(?:verify|challenge|captcha)\w*=",
    re.I,
)
_COMES_BACK_TO = re.compile(
    r"location(?:\.href)?\s*=\s*(?:(?:window|document|top|self)\.)*location\s*\.\s*(?:pathname|href)\s*\+|location\.(?:replace|assign)\s*\(\s*(?:(?:window|document)\.)*location\s*\.\s*(?:pathname|href)\s*\+",
    re.I,
)  # with something added that a script worked out
_NAMES_ITSELF = re.compile(r"<(?:meta|script)\b[^<>]*\br\s*=\s*[\"']?m\b", re.I)  # 瑞数's mark, whatever its script is
_OBFUSCATED = re.compile(
    r"\b_0x[0-9a-f]{3,}\b|eval\s*\(\s*(?:function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k|String\.fromCharCode|atob|unescape|decodeURI)|(?:\\x[0-9a-f]{2}){3}"
    r"|\.constructor\s*\(\s*['\"]|(?:\[\]|!\[\]|\+){12}",
    re.I,
)
_SENDS_ITSELF = re.compile(r"\.submit\s*\(\s*\)", re.I)
_MOUNT = re.compile(
    r"<div\b[^<>]*\bid\s*=\s*[\"']?(?:app|root|main-app|__next|__nuxt)\b", re.I
)  # a script fills the page
_FILLED_IN = re.compile(r"<(?:textarea|select)\b|<input\b[^<>]*\btype\s*=\s*[\"']?(?:password|tel|date|file)", re.I)
_FIELD = re.compile(r"<input\b(?![^<>]*\btype\s*=\s*[\"']?(?:hidden|submit|button|image|reset))", re.I)
_LINK = re.compile(r"<a\s", re.I)
_TITLE = re.compile(r"<title[^<>]*>([^<]{0,200})", re.I)
_MOST_LINKS = 6  # of a wall: it stands in place of the portal, menus included
_LONGEST_SENTENCE = 200  # characters of a wall told by its parts
_IS_REFUSED = re.compile(r"被[^。！\n]{0,14}(?:拦截|阻断|阻止|拒绝|禁止|限制|封|拉黑)")
_HOLDS_UP = re.compile(
    r"(?:已?被|予以)[^。！\n]{0,8}(?:拒绝|拦截|阻断|阻止|禁止|限制|封)|请(?:稍|等|输入|完成)|检[测查]中|正在检[测查]"
)
_LONGEST_TASK = 80  # characters around a puzzle
_LONGEST_OUTAGE = 20_000  # characters of markup: those of a portal's own page for what is not there are many more
_LONGEST_STUB = 60  # characters of visible text
# A wall's page says little; an article that writes about 云锁 or 创宇云防御 says much.
_LONGEST_WALL = 600  # characters of visible text
# What is never closed goes on to the end, as in a browser; and no mark makes the search go over the rest again.
_SEEN_TEXT = re.compile(
    r"<(script|style)\b(?:.*?</\1\s*>|.*)|<head\b(?:(?!<head\b).)*?</head\s*>|<!--(?:.*?-->|.*)|<[^<>]*>", re.I | re.S
)
_WALLS_COOKIE = re.compile(
    r"(?:^|\n)[\w-]{0,40}(?:waf|verify|captcha|challenge|clearance|guard|anti_?(?:bot|spider|cc)|bot_?check|human|safe_?check|firewall)[\w-]{0,40}=",
    re.I,
)
_NO_SUBJECT = re.compile(r"\W*(?:重要|安全|友情|系统|访问|网站)?(?:提醒|警告)\W*")
_LOGIN_STATUS = {401: "需要登录 401", 403: "禁止访问 403", 429: "访问过于频繁 429"}


def refusal(status: int, headers: Mapping[str, str], text: str) -> str | None:
    """Why this answer is a refusal of programs, as a short reason with the status; None if it is none.

    `headers` in any case; several Set-Cookie may be joined. `text` is the decoded body, of which 200,000 characters
    are looked at. A plain 403 without a mark is a refusal too: it does not say that the page is gone.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    body = simpler(text[:200_000])
    if reason := _status_rule(status, lowered, body):
        return f"{reason} ({status})"
    if status in REFUSING and (reason := _header_mark(lowered)):
        return f"{reason} ({status})"
    is_answered = 200 <= status < 300
    if is_answered or status in REFUSING:
        reason = None if is_answered and status != 202 else _marked(body, (*VENDORS, *WORDS))
        reason = reason or _wall_of_page(body)
        if reason is None and _is_challenge(status, body):
            reason = "脚本验证"
        if reason:
            return f"{reason} ({status})"
    if status in OUTAGES and _stops_a_request(body):
        return f"防火墙 ({status})"
    return _LOGIN_STATUS.get(status) if status != 401 else None


def may_be_wall(text: str) -> bool:
    """A cheap first look at a page of many Chinese characters: False says that refusal finds no wall in them.

    >>> may_be_wall("请输入验证码后继续访问"), may_be_wall("关于春耕生产的通知")
    (True, False)
    """
    return HINTS.search(text) is not None


def _status_rule(status: int, headers: Mapping[str, str], body: str) -> str | None:
    """521 is 加速乐's own status; 瑞数 answers 412 and 202 with its script; both with no other mark at times."""
    cookies = headers.get("set-cookie", "")
    if status == 521 and headers.get("server") != "cloudflare":  # which says so of a portal that is down
        return "加速乐"
    if "wzws-ray" in headers and status > 200:
        return "网宿 WZWS"
    if status == 412 or (status == 202 and ("$_ts" in body or "FSSBBIl1UgzbN7N80" in cookies + body)):
        return "瑞数"
    return None


def _header_mark(headers: Mapping[str, str]) -> str | None:
    cookies = headers.get("set-cookie", "")
    for reason, header, cookie in HEADER_MARKS:
        if header and header in headers:
            return reason
        if cookie and re.search(cookie, cookies):
            return reason
    return "防火墙" if SERVERS.search(headers.get("server", "")) else None


def asks_for_cookies(headers: Mapping[str, str]) -> str | None:
    """The wall that a redirect's headers name, header names in lower case; a round of such redirects is no broken page.

    >>> asks_for_cookies({"set-cookie": "waf_pass=7; path=/"}), asks_for_cookies({"set-cookie": "JSESSIONID=7"})
    ('防火墙', None)
    """
    return _header_mark(headers) or ("防火墙" if _WALLS_COOKIE.search(headers.get("set-cookie", "")) else None)


def _marked(text: str, marks: Marks) -> str | None:
    return next((reason for reason, pattern in marks if pattern.search(text)), None)


def _wall_of_page(body: str) -> str | None:
    """The wall that shows itself as a page. It says little, has no menus, and is not about walls."""
    if len(body) > 100_000:
        return None
    seen, title = _SEEN_TEXT.sub(" ", body), _title_of(body)
    letters = len("".join(seen.split()))
    if letters > _LONGEST_WALL or tells(seen) or (has_subject(title) and not _NO_SUBJECT.fullmatch(title)):
        return None
    if (reason := _marked(body, VENDORS)) and (
        letters <= _LONGEST_SENTENCE or STOPPED.search(seen) or WRONG.search(seen)
    ):
        return reason
    links = sum(1 for _ in islice(_LINK.finditer(body), _MOST_LINKS + 1))
    if links > _MOST_LINKS:
        return None
    said = unquoted(f"{title}\n{seen}")
    if reason := _marked(said, WORDS) or ("需要登录" if wants_login(said) else None):
        return reason
    if letters and TITLE_ALONE.fullmatch(seen):
        return "验证码"
    if letters > _LONGEST_SENTENCE:
        return None
    return _wall_in_parts(f"{title}\n{seen}", title, seen, letters, body)


def _wall_in_parts(both: str, title: str, seen: str, letters: int, body: str) -> str | None:
    """What no list holds, told by its parts; and what keeps out whoever has not the right browser, network or name."""
    is_told = not is_document(title, seen)
    if is_told and NAMES.search(both) and (STOPPED.search(both) or WRONG.search(NAMES.sub("", both))):
        return "防火墙"
    if _turns_away(both, body):
        return "防火墙"
    if letters <= _LONGEST_TASK and (TASK_TITLE.search(title) or _sets_a_task(body, seen)):
        return "验证码"
    return _marked(both, FENCES) if is_told else None


def _title_of(body: str) -> str:
    found = _TITLE.search(body)
    return unescape(found[1]).strip() if found else ""


def _stops_a_request(body: str) -> bool:
    """Whether a page that answers with an outage's status tells of a wall's deed: programs that break do not stop anybody."""
    if len(body) > _LONGEST_OUTAGE:
        return False
    seen, title = _SEEN_TEXT.sub(" ", body), _title_of(body)
    both = f"{title}\n{seen}"
    if len("".join(seen.split())) > _LONGEST_SENTENCE or has_subject(title) or not STOPPED.search(both):
        return False
    return PROGRAM.search(both) is None and bool(NAMES.search(body) or WRONG.search(both))


def _turns_away(seen: str, body: str) -> bool:
    """Whose request it was, what is wrong with it, and what was done about it or under what number."""
    is_brief, is_wrong = len(seen) <= _LONGEST_TASK, WRONG.search(seen) is not None
    if WHO.search(seen):
        is_told = is_wrong and (is_brief or DONE.search(seen) or NUMBER.search(seen))
        if is_told or _IS_REFUSED.search(seen):
            return True
    if YOURS.search(seen) and STOPPED.search(seen) and not (OWNERS.search(seen) or is_document("", seen)):
        return True
    if not is_wrong:
        return False
    if NUMBER.search(seen) or _COMES_BACK.search(body):
        return True
    if not is_brief or not ACCESS.search(seen):
        return False
    return _HOLDS_UP.search(seen) is not None or (STOPPED.search(seen) is not None and not is_document("", seen))


def _sets_a_task(body: str, seen: str) -> bool:
    """A puzzle and nothing else to fill in: a form for a letter or a login has one too, beside its own fields."""
    is_sum = SUM.search(seen) is not None
    if not (is_sum or CONTROL.search(body)) or _MOUNT.search(body) or _FILLED_IN.search(body):
        return False
    fields = sum(1 for _ in islice(_FIELD.finditer(body), 2))
    return fields == 1 if is_sum else fields < 2


def _is_challenge(status: int, body: str) -> bool:
    """Next to nothing to see, and a script that leaves a cookie and comes back, hides what it does, or sends a form."""
    lowered = body.lower()
    if len(body) > 100_000 or ("<script" not in lowered and "onload" not in lowered):
        return False
    if len("".join(_SEEN_TEXT.sub(" ", body).split())) > _LONGEST_STUB:
        return False
    if status == 202 or _OBFUSCATED.search(body):  # no page that is there is answered with 202
        return True
    if _NAMES_ITSELF.search(body) or _COMES_BACK_TO.search(body):
        return True
    if "cookie" in lowered and _COMES_BACK.search(body):
        return True
    is_form = "hidden" in lowered or "createelement('form'" in lowered or 'createelement("form"' in lowered
    return is_form and _SENDS_ITSELF.search(body) is not None
