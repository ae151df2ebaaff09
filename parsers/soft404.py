"""Is a page with status 200 in truth an error page? By its words; crawler.likeness compares it with the host's own."""

import re

from parsers.apology import (
    LONGEST,
    apologises,
    data_of,
    explains_codes,
    may_apologise,
    sayings_of,
)
from parsers.error_words import (
    ANY_CHINESE_HINT,
    ANY_HINT,
    DOCUMENT_WORDS,
    PROGRAM,
    TITLE,
    VISITED,
    WHOLE_TITLE,
    WORDS,
)
from parsers.page import Page

_ERROR_ADDRESS = re.compile(
    r"/(?:404|error|err|errors|notfound|not[_-]found|page[_-]?not[_-]?found|nopage|none|pagenotfound)(?:[./?_-]|$)"
    r"|[?&](?:error|code|status)=404",
    re.I,
)
_ERROR_PICTURE = re.compile(
    r"(?:\b|_|err(?:or)?|page)(?:404|error[_-]?page|(?:page[_-]?)?not[_-]?found)[\w-]*\.(?:png|jpe?g|gif|svg|webp)\b",
    re.I,
)
# 没有找到 is an answer where something was looked for.
_SEARCH_ADDRESS = re.compile(r"search|/so/|/s\?|query|jiansuo|[?&](?:q|wd|kw|keywords?|searchword)=", re.I)
_SEARCH_WORDS = re.compile(
    r"(?:搜索|检索|查询)(?:结果|用时|耗时)|(?:共|找到|检索到|搜索到)\D{0,6}\b0\b\s*(?:条|个|项|篇|页)"
    r"|(?:与|和|包含).{1,40}(?:相关|有关|匹配|相符)的|(?:更换|换个|调整|修改|重新输入)\S{0,4}关键[词字]"
)
# What stands around an article, and is all that is left of a template that was given none.
_LABELS = re.compile(
    r"(?:(?:发布|发表|更新|添加)(?:时间|日期)|(?:信息|文章)?来源|作者|(?:浏览|点击|阅读)(?:次数|数|量|率)?)\s*[:：]\s*次?"
    r"|[上下]一[篇条]\s*[:：]?\s*(?:没有了?|无|暂无)?|字[体号]\s*[:：]?|[【\[]?(?:[大中小]\s*){3}[】\]]?|[【\[]?(?:打印|关闭|收藏|分享)(?:本页|此页|窗口|到)?[】\]:：]?"
)
_BARE_LABELS = re.compile(
    r"(?:发布时间|发布日期|发表时间|发表日期|更新时间|更新日期|添加时间|添加日期|来源|作者)[:：]?(?:\s|&nbsp;|<[^<>]{0,200}>){0,12}"
    r"(?:(?:信息|文章)?来源|作者|浏览|点击|阅读|字[体号]|上一[篇条])[^。]{0,4}[:：]"
)
_ERROR_ALT = re.compile(
    r"""\balt\s*=\s*["']?[^"'>]{0,30}(?:不存在|找不到|未找到|被?删除|无法|走丢|丢失|失踪|迷路|不见|出错|错误|404)""",
    re.I,
)
_NO_SUCH = re.compile(r"not[ -]?(?:found|exist)|no such", re.I)
_LETTER = re.compile(r"[^\W\d_]")
# Error pages in Taiwan's and Hong Kong's spelling, and portals' own traditional versions.
_SIMPLER = str.maketrans(
    "頁網訪問無誤錯檔鏈連結刪見尋請內資訊開啟過來務聯繫絡時間點擊個們對這該統異顯標題說錄據專閱讀暫後處運員達為輸關鍵詞門戶參數庫體審確沒’",
    "页网访问无误错档链连结删见寻请内资讯开启过来务联系络时间点击个们对这该统异显标题说录据专阅读暂后处运员达为输关键词门户参数库体审确没'",
)
_IS_TRADITIONAL = re.compile(f"[{''.join(map(chr, _SIMPLER))}]")
_TRADITIONAL = (
    ("伺服器", "服务器"),
    ("连结", "链接"),
    ("档案", "文件"),
    ("瀏覽", "浏览"),
    ("移動", "移动"),
    ("您所查询", "您查询"),
)
_MOST_ENTRIES = 3


def error_reason(page: Page, *, size: int | None = None) -> str | None:
    """Why this page, answered with 200, is an error page; None if it is alive. `size`: bytes of the body, if known.

    Reasons: empty, refresh-to-error, title, words, picture.
    """
    if size == 0:
        return "empty"
    if page.redirect_to:
        return "refresh-to-error" if _ERROR_ADDRESS.search(page.redirect_to) else None
    if not (page.visible_text or page.links or page.title or page.is_script_filled):
        return "empty"
    title = simpler(page.title)
    if WHOLE_TITLE.fullmatch(title) and not page.meta.get("PubDate"):
        return "title"
    if _is_substantial(page):
        return None
    if TITLE.search(title) or (WORDS.search(title) and not is_search(page.url, title)):
        return "title"
    said, text = simpler(page.said), simpler(page.visible_text)
    if apologises(title, said) or any(_is_sorry(title, one) for one in (said, text, simpler(page.text))):
        return None if is_search(page.url, text) else "words"
    if _is_empty_template(page):
        return "empty"
    if _is_framed_error(page):
        return "refresh-to-error"
    return "picture" if _is_picture(page) else None


def says_error(words: str) -> bool:
    """Whether a few words without a page around them, a script's alert or a line of plain text, are an apology.

    >>> says_error("您访问的文章不存在！"), says_error("提交成功")
    (True, False)
    """
    plain = simpler(words).strip()
    if len(plain) > LONGEST:
        return False
    return bool(WORDS.search(plain) or WHOLE_TITLE.fullmatch(plain)) or apologises("", plain)


def error_in_data(text: str) -> bool | None:
    """Whether JSON that answers with 200 says that what was asked for is not there; None for what is no such data.

    >>> error_in_data('{"code":404,"data":null}'), error_in_data('{"data":{"title":"页面不存在"}}'), error_in_data("<p>")
    (True, False, None)
    """
    data = data_of(text)
    if data is None:
        return None
    fails, said = sayings_of(data)
    return fails or (bool(said) and (says_error(said) or _NO_SUCH.search(said) is not None))


def may_be_error(words: str) -> bool:
    """A cheap first look at all words of a page, title first: False says that error_reason finds none in them.

    >>> may_be_error("政务动态 县政府召开常务会议"), may_be_error("抱歉，您访问的页面走丢了")
    (False, True)
    """
    plain = simpler(words).lower()
    return ANY_HINT.search(plain) is not None or may_apologise(plain)


def finds_error(title: str, words: str) -> bool:
    """A closer look where may_be_error says yes: whether any rule finds something, wherever on the page."""
    plain = simpler(title).strip()
    both = f"{plain}\n{simpler(words)}"
    return bool(WHOLE_TITLE.fullmatch(plain) or TITLE.search(plain) or WORDS.search(both)) or may_apologise(both)


def may_be_error_in_chinese(characters: str) -> bool:
    """The same of a long page's Chinese characters alone, wherever in the markup they stand."""
    return ANY_CHINESE_HINT.search(simpler(characters)) is not None


def shows_error_picture(text: str) -> bool:
    """Whether the markup names a picture for error pages, or says in its stead what such a picture shows."""
    return _ERROR_PICTURE.search(text) is not None or _ERROR_ALT.search(text) is not None


def may_be_empty_template(html: str) -> bool:
    """Whether labels of an article's head follow each other with nothing but markup between them.

    >>> may_be_empty_template("发布时间：<i></i>来源："), may_be_empty_template("发布时间：2020-05-06 来源：县政府办")
    (True, False)
    """
    return _BARE_LABELS.search(html) is not None


def is_search(url: str, text: str) -> bool:
    """A page of search results: 没有找到 there is an answer, and no page-not-found.

    >>> is_search("http://a.gov.cn/s?q=x", ""), is_search("http://a.gov.cn/x.jsp", "共找到 0 条结果")
    (True, True)
    """
    return bool(_SEARCH_ADDRESS.search(url) or _SEARCH_WORDS.search(text))


def simpler(text: str) -> str:
    """Traditional characters and terms of error pages in their simplified form; nothing else is converted.

    >>> simpler("找不到網頁")
    '找不到网页'
    """
    if not _IS_TRADITIONAL.search(text):
        return text
    text = text.translate(_SIMPLER)  # and the typographer's apostrophe
    for there, here in _TRADITIONAL:
        text = text.replace(there, here)
    return text


def _is_substantial(page: Page) -> bool:
    """A page with a list, or with a text of its own that is longer than any apology."""
    # A menu that was read as a list has no dates.
    dated = sum(1 for entry in page.entries if entry.date or entry.date_text)
    if dated > _MOST_ENTRIES or page.meta.get("ArticleTitle") or page.meta.get("PubDate"):
        return True
    return page.published is not None and page.published.source in ("shown", "meta") and len(page.text) > 60


def _is_sorry(title: str, said: str) -> bool:
    """A program's own complaint, whose trace may be longer than any apology; or an apology in known words and nothing else."""
    if explains_codes(said):
        return False
    match = WORDS.search(said)
    if match and DOCUMENT_WORDS.search(f"{title}\n{said}") and not VISITED.match(match[0]):
        return False
    return match is not None and (
        len(said) <= LONGEST or (PROGRAM.match(match[0]) is not None and match.start() <= LONGEST)
    )


def _is_empty_template(page: Page) -> bool:
    """The frame of an article without one: 发布时间：　来源：　点击：次, and no title, no words, no picture."""
    said = page.said
    if not _LABELS.search(said) or _LETTER.search(_LABELS.sub("", said)):
        return False
    shows = any(link.kind == "frame" or (link.kind == "attachment" and link.text) for link in page.links)
    return not page.published and not shows


def _is_framed_error(page: Page) -> bool:
    """Nothing but frames, and the host's error page in them."""
    frames = [link.url for link in page.links if link.kind == "frame"]
    return bool(frames) and not page.said and all(map(leads_to_error, frames))


def _is_picture(page: Page) -> bool:
    """The apology is a picture, and nothing but menus and footer stands beside it."""
    if len(page.text) > LONGEST:
        return False
    pictures = [link for link in page.links if link.kind == "image"]
    return any(_ERROR_PICTURE.search(one.url) or (one.text and says_error(one.text)) for one in pictures)


def leads_to_error(final_url: str) -> bool:
    """The address after redirects is that of an error page.

    >>> leads_to_error("http://a.gov.cn/404.html")
    True
    """
    return bool(_ERROR_ADDRESS.search(final_url))
