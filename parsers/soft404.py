"""Is a page with status 200 in truth an error page? By its words, and by its likeness to the host's error page."""

import re
import zlib

from parsers.page import Page

_TITLE = re.compile(
    r"^\W*(?:404|error\s*404|http\s*404|not\s*found|page\s*not\s*found|页面(?:未找到|不存在|找不到|丢失"
    r"|错误|没有找到)|找不到(?:页面|网页|文件|对象)|无法找到|出错(?:了|啦)|错误(?:页面|提示|信息)?"
    r"|系统(?:错误|提示|异常)|提示信息|信息提示|访问出错|站点不存在|网站不存在|对不起)\W*$"
    r"|^\W*404\W|\W404\W*(?:not found|页面|错误|找不到|$)|(?:页面|网页|文件|您访问的.{0,6})(?:未找到"
    r"|不存在|找不到|已删除|已失效)|not found|无法找到该页|服务器错误|server error",
    re.I,
)
_WORDS = re.compile(
    r"(?:您?(?:所|要|想|正在|当前)*(?:访问|查找|请求|浏览|打开|查看|寻找)的?(?:网页|页面|文件|内容|信息"
    r"|资源|地址|链接|文章|栏目|站点|网址|URL))\s*(?:可能)?(?:已经?)?(?:不存在|未找到|找不到|没有找到"
    r"|无法找到|暂时(?:无法|不可)|被?删除|移除|失效|下线|过期|不见了|走丢|出错|有误|无法(?:访问|显示))"
    r"|(?:页面|网页|该页|此页|该?文章|该?信息|该?内容|该?文件|该?栏目|该?站点|该?记录)\s*(?:已经?"
    r"|可能已?)?(?:不存在|找不到|未找到|没有找到|无法(?:找到|显示)|丢失|走丢|飞走|被?删除|不见了|失效"
    r"|无效)"
    r"|找不到(?:您?(?:要|想|所)?(?:访问|查看|请求)?的?)?(?:页面|网页|文件|相关页面|服务器|对象)"
    r"|抱歉.{0,20}(?:不存在|找不到|没有找到|已删除|出错|无法访问)|HTTP\s*(?:错误|Error|Status)?\s*-?\s*404"
    r"|404\s*(?:not found|错误|-|页面|error)|error\s*404|not found on this server|object not found"
    r"|(?:参数|非法|无效)(?:错误|参数|的?(?:ID|请求|参数|访问))|Server Error in|HTTP Status 500"
    r"|系统(?:发生|出现|繁忙|错误|异常)|服务器(?:内部)?错误|数据库(?:连接)?(?:错误|失败)"
    r"|No input file specified|default (?:web )?page|Welcome to nginx|It works!|IIS(?:7|8| Windows)",
    re.I,
)
# Every text that _TITLE or _WORDS finds something in holds one of these.
_HINTS = re.compile(
    r"404|500|不存在|不到|未找到|没有找到|丢失|走丢|飞走|不见了|删除|移除|失效|无效|下线|过期|出错|有误|错误|异常|无法|提示|对不起|繁忙|暂时"
    r"|抱歉|非法|失败|参数|系统|not\s*found|error|no input file|default|nginx|it works|iis",
    re.I,
)
_ERROR_ADDRESS = re.compile(
    r"/(?:404|error|err|notfound|not_found|nopage|none)(?:[./?_-]|$)|[?&](?:error|code)=404", re.I
)
# An error page says little beside the site's own frame; an article about 404 pages says much more.
_LONGEST_ERROR = 300  # characters in all visible text for weak words; titles and the main text have limits of their own
_MOST_ENTRIES = 3
_SHINGLE, _KEPT = 4, 48
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[\w./%-]+|\s+")
_VARIABLE = re.compile(r"[\d%\s]")  # a word that holds one is left out whole


def error_reason(page: Page, *, size: int | None = None) -> str | None:
    """Why this page, answered with 200, is an error page; None if it is alive. `size`: bytes of the body, if known.

    Reasons: empty, refresh-to-error, title, words.
    """
    if size == 0 or (not page.visible_text and not page.links and not page.title and not page.is_script_filled):
        return "empty"
    if page.redirect_to and _ERROR_ADDRESS.search(page.redirect_to):
        return "refresh-to-error"
    if _is_substantial(page):
        return None
    if _TITLE.search(page.title):
        return "title"
    text = page.visible_text
    match = _WORDS.search(text)
    if match and (len(text) <= _LONGEST_ERROR or _stands_alone(page, match[0])):
        return "words"
    return None


def may_be_error(words: str) -> bool:
    """A cheap first look at all words of a page, title included: False says that error_reason finds none in them.

    >>> may_be_error("政务动态 县政府召开常务会议"), may_be_error("抱歉，您访问的页面走丢了")
    (False, True)
    """
    return _HINTS.search(words) is not None


def _is_substantial(page: Page) -> bool:
    """A page with a list, or with a text of its own that is longer than any apology."""
    if len(page.entries) > _MOST_ENTRIES or page.meta.get("ArticleTitle") or page.meta.get("PubDate"):
        return True
    return page.published is not None and page.published.source in ("shown", "meta") and len(page.text) > 60


def _stands_alone(page: Page, words: str) -> bool:
    """The apology is the main text, inside the site's usual frame of menus and footer."""
    return words in page.text and len(page.text) <= _LONGEST_ERROR


def leads_to_error(final_url: str) -> bool:
    """The address after redirects is that of an error page.

    >>> leads_to_error("http://a.gov.cn/404.html")
    True
    """
    return bool(_ERROR_ADDRESS.search(final_url))


def fingerprint(text: str) -> str:
    """A sketch of a text (hex, at most 48 hashes) to be stored for the page that a host gives for a random address.

    Addresses and words with digits are left out: error pages repeat the address that was asked for.
    """
    plain = _WORD.sub(lambda word: "" if _VARIABLE.search(word[0]) else word[0], _ADDRESS.sub("", text.lower()))
    shingles = {plain[at : at + _SHINGLE] for at in range(max(1, len(plain) - _SHINGLE + 1))} if plain else set()
    hashes = sorted({zlib.crc32(shingle.encode("utf-8", "replace")) for shingle in shingles})[:_KEPT]
    return "".join([f"{value:08x}" for value in hashes])


def similarity(one: str, other: str) -> float:
    """How alike two fingerprints are: 0.0 to 1.0 (estimated Jaccard of the texts' four-character runs).

    0.8 and more is the same page with another address in it; pages of one site that share only menus stay below.
    """
    first, second = _hashes(one), _hashes(other)
    if not first or not second:
        return 1.0 if first == second else 0.0
    union = sorted(first | second)[: max(len(first), len(second))]
    return sum(1 for value in union if value in first and value in second) / len(union)


def _hashes(sketch: str) -> set[str]:
    return {sketch[at : at + 8] for at in range(0, len(sketch), 8)}
