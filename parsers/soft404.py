"""Is a page with status 200 in truth an error page? By its words; crawler.likeness compares it with the host's own."""

import re

from parsers.answers import data_of, sayings_of
from parsers.apology import (
    LONGEST,
    apologises,
    explains_codes,
    may_apologise,
)
from parsers.closed import is_closed
from parsers.error_words import (
    ANY_CHINESE_HINT,
    ANY_HINT,
    PROGRAM,
    STATEMENT,
    TITLE,
    WHOLE_TITLE,
    WORDS,
)
from parsers.html.column_links import is_column_address
from parsers.html.pagination import is_list_without_records
from parsers.notices import not_now
from parsers.page import Page
from parsers.remains import is_empty_template, is_picture, own_words
from parsers.stance import has_subject, is_document, speaks_of_itself, unquoted
from parsers.traditional import simpler

_ERROR_ADDRESS = re.compile(
    r"/(?:404|error|err|errors|notfound|not[_-]found|page[_-]?not[_-]?found|nopage|none|pagenotfound)(?:[./?_-]|$)"
    r"|[?&](?:error|code|status)=404",
    re.I,
)
# 没有找到 is an answer where something was looked for.
_SEARCH_ADDRESS = re.compile(r"search|/so/|/s\?|query|jiansuo|[?&](?:q|wd|kw|keywords?|searchword)=", re.I)
_SEARCH_WORDS = re.compile(
    r"(?:搜索|检索|查询)(?:结果|用时|耗时)|(?:共|找到|检索到|搜索到)\D{0,6}\b0\b\s*(?:条|个|项|篇|页)"
    r"|(?:找到|搜索|检索|查询|查到)\D{0,8}(?:与|和|包含).{1,40}(?:相关|有关|匹配|相符)的|(?:与|和|包含)[“\"‘'「].{1,40}(?:相关|有关|匹配|相符)|(?:更换|换个|调整|修改|重新输入)\S{0,4}关键[词字]"
)
_SEARCH_TITLE = re.compile(r".{0,12}(?:查询|检索|搜索)(?:系统|平台|结果|服务)?(?:[-_|–].*)?")
_NO_SUCH = re.compile(r"not[ -]?(?:found|exist)|no (?:such|static resource|handler|mapping|route|matching)", re.I)
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
    if _is_error_title(page.url, title):
        return "title"
    if _is_blank_column(page):
        return None
    said, text = own_words(page), simpler(page.visible_text)
    if apologises(title, said) or any(_is_sorry(title, one, said) for one in (said, text, simpler(page.text))):
        return None if is_search(page.url, text) or _SEARCH_TITLE.fullmatch(title) else "words"
    if is_closed(page.url, title, said, len(page.links)):
        return "words"
    if is_empty_template(page):
        return "empty"
    if _is_framed_error(page):
        return "refresh-to-error"
    return "picture" if is_picture(page, says_error) else None


def waits(page: Page) -> str | None:
    """Why the page shows nothing to this visitor now: it is maintained, crowded, or for those who log in; None if it does."""
    return None if _is_substantial(page) else not_now(simpler(page.title), own_words(page))


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


def is_search(url: str, text: str) -> bool:
    """A page of search results: 没有找到 there is an answer, and no page-not-found.

    >>> is_search("http://a.gov.cn/s?q=x", ""), is_search("http://a.gov.cn/x.jsp", "共找到 0 条结果")
    (True, True)
    """
    return bool(_SEARCH_ADDRESS.search(url) or _SEARCH_WORDS.search(text))


def _is_substantial(page: Page) -> bool:
    """A page with a list, or with a text of its own that is longer than any apology."""
    # A menu that was read as a list has no dates.
    dated = sum(1 for entry in page.entries if entry.date or entry.date_text)
    if dated > _MOST_ENTRIES or page.meta.get("ArticleTitle") or page.meta.get("PubDate"):
        return True
    return page.published is not None and page.published.source in ("shown", "meta") and len(page.text) > 60


def _is_blank_column(page: Page) -> bool:
    """A list, by its tags or its address, that says it has no records. At an article's address the same words are an apology."""
    is_list = is_column_address(page.url) or ("ColumnName" in page.meta and "ArticleTitle" not in page.meta)
    return is_list and page.blank_list and is_list_without_records(simpler(page.said))


def _is_error_title(url: str, title: str) -> bool:
    """关于整治404页面的通知 has such words too, and is about them."""
    if has_subject(title):
        return False
    title = unquoted(title)
    return TITLE.search(title) is not None or (WORDS.search(title) is not None and not is_search(url, title))


def _is_sorry(title: str, said: str, own: str) -> bool:
    """A program's own complaint, whose trace may be longer than any apology; or an apology in known words and nothing else."""
    if explains_codes(said):
        return False
    text = unquoted(said)
    match = WORDS.search(text)
    if match and not PROGRAM.match(match[0]) and is_document(title, said):
        return False
    if match and STATEMENT.match(text, match.start()) and not speaks_of_itself(title, own):
        return False
    return match is not None and (
        len(said) <= LONGEST or (PROGRAM.match(match[0]) is not None and match.start() <= LONGEST)
    )


def _is_framed_error(page: Page) -> bool:
    """Nothing but frames, and the host's error page in them."""
    frames = [link.url for link in page.links if link.kind == "frame"]
    return bool(frames) and not page.said and all(map(leads_to_error, frames))


def leads_to_error(final_url: str) -> bool:
    """The address after redirects is that of an error page.

    >>> leads_to_error("http://a.gov.cn/404.html")
    True
    """
    return bool(_ERROR_ADDRESS.search(final_url))
