"""What is left of a page that has nothing to show: the labels of an article without one, or a picture for an apology."""

import re
from collections.abc import Callable

from parsers.apology import LONGEST
from parsers.page import Page
from parsers.traditional import simpler

_ERROR_PICTURE = re.compile(
    r"(?:\b|_|err(?:or)?|page)(?:404|error[_-]?page|(?:page[_-]?)?not[_-]?found)[\w-]*\.(?:png|jpe?g|gif|svg|webp)\b",
    re.I,
)
# The same of a page that shows nothing else: error.png stands on others too, in case that a picture is missing.
_MAY_BE_ERROR_PICTURE = re.compile(
    r"(?:[/_-]|page|bg)(?:err(?:or)?s?|404|50x|sorry|oops|lost|no-?found|no-?page|not-?exist)(?:[_-]?(?:\d+|bg|page|img|pic|icon|tip|info)\w*)?\.(?:png|jpe?g|gif|svg|webp)\b",
    re.I,
)
_WAY_BACK = re.compile(r"返回|首页|上一?页|网站|\d+|秒|后|[【\[]?(?:打印|关闭|分享)[】\]]?|back|home", re.I)
# What stands around an article, and is all that is left of a template that was given none.
_LABELS = re.compile(
    r"(?:(?:发布|发表|更新|添加)?(?:时间|日期)|(?:信息|文章)?来源|作者|发布[者人]|录入|标题|题名|文号|索引号|主题词|编辑|审核|责任编辑|发布(?:机构|单位)|(?:浏览|点击|阅读)(?:次数|数|量|率)?)\s*[:：]\s*次?"
    r"|[上下]一[篇条]\s*[:：]?\s*(?:没有了?|无|暂无)?|字[体号]\s*[:：]?|[【\[]?(?:[大中小]\s*){3}[】\]]?|[【\[]?(?:打印|关闭|收藏|分享)(?:本页|此页|窗口|到)?[】\]:：]?"
)
_FURNITURE = re.compile(
    r"[【\[](?:打印|关闭|收藏|分享)(?:本页|此页|窗口)?[】\]]|^\W*(?:(?:打印|关闭|收藏|分享)(?:本页|此页|窗口|到)?\W*)+$|[上下]一[篇条]\s*[:：]?\s*(?:没有了?|无|暂无)|字[体号]\s*[:：]?\s*(?:[大中小]\s*){0,3}|^\W{0,3}返回(?=[A-Za-z]|$)",
    re.M,
)
# Lines of a portal's frame: greetings, telephones, what is offered to whom, one beside the other.
_FRAME_LINE = re.compile(
    r"^[^\n。！？，]{0,24}(?:服务热线|服务电话|咨询热线|监督热线|热线电话|政务服务便民热线|邮政编码|邮编|传真)\s*[:：]?[^\n。！？，]{0,24}$|^\W*欢迎(?:光临|访问|您)[^\n。！？，]{0,24}$|^[^\n]{0,16}(?:您是第|今天是|当前时间)[^\n。！？，]{0,30}$|^\W*(?:下载|视频|办事|服务|图片|公告)中心\W*$"
    r"|^(?:[^\s，。！？：]{1,12}[ 　|]+){1,9}(?:(?:个人|法人|便民|政务)服务|(?:政务|信息)公开|(?:互动|政民)(?:交流|互动)|新闻(?:中心|资讯|动态)|我要(?:评价|咨询|投诉)|(?:网站)?首页|无障碍|关怀版|长者版|繁體?|注册|English|EN)(?:[ 　|]+[^\s，。！？：]{1,12}){0,9}$",
    re.M,
)
_BLOCK_TITLE = re.compile(r"^\W*(?:最新|热门|相关|推荐|热点|图片|精彩|友情|快速)(?:\w{2,4})\W*$", re.M)
_PLACEHOLDER = re.compile(r"\b(?:null|undefined|None|NaN)\b")  # what a program shows that was given nothing
_BARE_LABELS = re.compile(
    r"(?:时间|日期|来源|作者|发布者)[:：]?(?:\s|&nbsp;|<[^<>]{0,200}>){0,12}(?:null|undefined|"
    r"(?:(?:信息|文章)?来源|作者|浏览|点击|阅读|字[体号]|上一[篇条])[^。]{0,4}[:：])"
)
_ERROR_ALT = re.compile(  # without re.I, so that the engine skips to the name
    r"""(?:alt|ALT|Alt)\s*=\s*["']?[^"'>]{0,30}(?:不存在|找不到|未找到|被?删除|无法|走丢|丢失|失踪|迷路|不见|出错|错误|404)"""
)
_ENDING = re.compile(r"\.(?:png|PNG|jpe?g|JPE?G|gif|GIF|svg|SVG|webp)\b")
_LONGEST_NAME = 60  # characters
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def own_words(page: Page) -> str:
    """What the page says beside its frame, in simplified characters, without buttons and the titles of blocks of links."""
    return _FURNITURE.sub("", _BLOCK_TITLE.sub("", _FRAME_LINE.sub("", simpler(page.said)))).strip()


def shows_error_picture(text: str) -> bool:
    """Whether the markup names a picture for error pages, or says in its stead what such a picture shows."""
    names = "\n".join(text[max(0, one.start() - _LONGEST_NAME) : one.end()] for one in _ENDING.finditer(text))
    return any((_MAY_BE_ERROR_PICTURE.search(names), _ERROR_PICTURE.search(names), _ERROR_ALT.search(text)))


def may_be_empty_template(html: str) -> bool:
    """Whether labels of an article's head follow each other with nothing but markup between them.

    >>> may_be_empty_template("发布时间：<i></i>来源："), may_be_empty_template("发布时间：2020-05-06 来源：县政府办")
    (True, False)
    """
    return _BARE_LABELS.search(html) is not None


def is_empty_template(page: Page) -> bool:
    """The frame of an article without one: 发布时间：　来源：　点击：次, and no title, no words, no picture."""
    said = _PLACEHOLDER.sub("", _BLOCK_TITLE.sub("", page.said))
    rest = _LABELS.sub("", said)
    if rest == said or _LETTER.search(rest):
        return False
    is_bare = not _LABELS.search(_FURNITURE.sub("", said))  # 【打印】【关闭】 below a telephone, or a picture
    if is_bare and (_DIGIT.search(rest) or any(link.kind == "image" for link in page.links)):
        return False
    shows = any(link.kind == "frame" or (link.kind == "attachment" and link.text) for link in page.links)
    return not page.published and not shows


def is_picture(page: Page, says_error: Callable[[str], bool]) -> bool:
    """The apology is a picture, and nothing but menus and footer stands beside it."""
    if len(page.text) > LONGEST:
        return False
    pictures = [link for link in page.links if link.kind == "image"]
    is_alone = not _LETTER.search(_WAY_BACK.sub("", own_words(page)))
    return any(
        _ERROR_PICTURE.search(one.url)
        or (is_alone and _MAY_BE_ERROR_PICTURE.search(one.url))
        or (one.text and says_error(one.text))
        for one in pictures
    )
