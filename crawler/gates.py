"""Where walls, logins and notices of maintenance send a visitor, told by the address alone."""

import re
from urllib.parse import urlsplit

from crawler.urls import is_document, is_home

# A part of the path, or the first label of a host.
_WALL = re.compile(
    r"(?:^|[/_-])(?:(?:site|my|web|cloud)?waf\d?|(?:human|bot|robot|safe|safety|security|slide|code|access|visit|ip)?[_-]?(?:verify|verification|captcha|challenge|intercept(?:ed|ion)?|antispider|anti-?(?:spider|bot|crawler|cc))|(?:human|bot|robot|spider|browser|js|access|ip|security)[_-]?(?:check|deny|denied|limit|block|ban)|block(?:ed)?|blockpage|deny|denied|forbid(?:den)?|firewall|punish|lanjie|yanzheng|huakuai|_+tmd_+)(?:[/._?;-]|$)",
    re.I,
)
_LOGIN = re.compile(
    r"/(?:(?:user|member|admin|sys|web|to|un|no|re|pre)?[_-]?(?:log[io]n|logon|signin|sign-in|passport)|sso|cas|idp|ids|uaa|authserver|oauth2?|saml2?|unauth(?:orized)?|nologin|denglu)(?:[/._?;]|$)",
    re.I,
)
_AWAY = re.compile(
    r"/(?:(?:site|sys|system|web|under)?[_-]?(?:weihu|maintain(?:ing)?|maintenance|upgrad(?:e|ing)|shengji|repair(?:ing)?)|closing|stopservice|pause[d]?|busy|queue|waiting(?:room)?)(?:[/._?;-]|$)",
    re.I,
)
_BROWSER = re.compile(
    r"/(?:(?:update|upgrade|low|old|un|no|change|lower)?[_-]?(?:browser|ie\d{0,2})|(?:browser|ie)[_-]?(?:update|upgrade|low|tip|tips|error)|nosupport|unsupport(?:ed)?)(?:[/._?;-]|$)",
    re.I,
)
_PAGE = re.compile(r"\.s?html?$", re.I)


def gate_of(asked: str, final: str) -> str | None:
    """What keeps a visitor who asked for the one address and came to the other; None if nothing does.

    A service may well begin with a login, which is there for whom it concerns; an article or a file is not its login.

    >>> gate_of("http://a.gov.cn/x/1.htm", "http://a.gov.cn/waf/block.html?id=3"), gate_of("http://a.gov.cn/oa", "http://a.gov.cn/sso/login")
    ('防火墙', None)
    """
    if asked == final:
        return None
    before, after = urlsplit(asked), urlsplit(final)
    label = after.netloc.partition(".")[0]
    is_new_host = before.netloc != after.netloc
    if not _WALL.search(before.path) and (_WALL.search(after.path) or (is_new_host and _WALL.search(label))):
        return "防火墙"
    if not _AWAY.search(before.path) and _AWAY.search(after.path):
        return "系统维护"
    if not _BROWSER.search(before.path) and _BROWSER.search(after.path):
        return "浏览器限制"
    is_shown = not is_home(asked) and (_PAGE.search(before.path) or is_document(asked))
    return "需要登录" if is_shown and not _LOGIN.search(before.path) and _LOGIN.search(after.path) else None
