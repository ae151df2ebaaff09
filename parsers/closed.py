"""A portal that was closed, or has moved into another, and says so itself."""

import re
from urllib.parse import urlsplit

from parsers.stance import has_subject

_HOME = re.compile(r"/?(?:(?:index|default|main)\.\w{2,6})?$", re.I)
_SITE = r"网站|网页版|本站|旧站|本网(?=[自现已即])|本(?:门户|网址)|该站|此站|站点|门户网|信息网|政务网|公众网"
_SITE_EN = r"web ?site|web ?page|portal|(?:this|our) (?:site|service|page)|the site(?= (?:has|is|was) )"
# A notice of closing has it as its title: then it must speak of the site that it stands on.
_CLOSING_TITLE = re.compile(
    r"\W{0,9}(?:重要|温馨|友情)?(?:本站|网站|网址|域名|门户|系统|旧站|平台)?(?:关[停闭]|停[用运办]|停止(?:服务|运行|访问)|下线|迁移|搬迁|搬家|合并|整合|归并|变更|更换|升级|切换){0,4}(?:公告|通知|通告|声明|启事|提示|说明)?\W{0,9}"
)
_THIS_SITE = re.compile(r"本(?:网?站|网|门户|系统|平台)|[此该]网?站")
_CLOSED = re.compile(
    rf"(?:{_SITE})[^。！\n，,：:]{{0,16}}?(?:关停|关闭|停止(?:运行|服务|访问|使用|运营|维护|对外)|停运|停用|停办|停止(?=\W*$)|下线|注销|撤[销并]|并入|合并|归并|整合|迁移|迁入|搬迁|不再(?:运行|维护|使用|提供|更新并))"
    rf"|\b(?:{_SITE_EN})\b(?:(?!\bwill\b|\bmay\b|\btemporar)[^.\n]){{0,30}}?\b(?:(?:permanently|officially|now) (?:shut|closed|offline)|shut ?down|closed (?:down|permanently|for good)|decommissioned|discontinued|retired|taken (?:down|offline)|ceased|no longer (?:in (?:service|operation|use)|active|operational|online|maintained|supported))",
    re.I,
)
DATED_AHEAD = re.compile(r"将(?:于|在)|拟[于在]?|定于|计划于|自.{2,12}(?:日|时)起")
_DONE_ALREADY = re.compile(
    r"已(?:经|正式|全部|整体|永久)?(?:并入|合并|整合|归并|关[停闭]|迁[移入]|下线|注销|停[用止办运])|不再保留"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 120  # characters of such a notice
_MOST_LINKS = 6  # of such a page: the portal's own menus are gone with it


def is_closed(url: str, title: str, said: str, links: int) -> bool:
    """Below its home page, a closed portal's notice stands for whatever was there; at home it is what it has to say.

    >>> is_closed("http://a.gov.cn/x/1.htm", "某局", "某局网站已关停", 1), is_closed("http://a.gov.cn/", "", "本站已关停", 1)
    (True, False)
    """
    longest = _LONGEST if _CHINESE.search(said) else 2 * _LONGEST
    if len(said) > longest or links > _MOST_LINKS or _HOME.match(urlsplit(url).path):
        return False
    is_notice = _CLOSING_TITLE.fullmatch(title) is not None and _THIS_SITE.search(said) is not None
    return (
        (is_notice or not has_subject(title))
        and (not DATED_AHEAD.search(said) or _DONE_ALREADY.search(said) is not None)
        and _CLOSED.search(said) is not None
    )
