"""Is a page with status 200 in truth an error page? By its words; crawler.likeness compares it with the host's own."""

import re

from parsers.page import Page

# A title that is nothing else: whatever stands below it, the page is an error page.
_WHOLE_TITLE = re.compile(
    r"\W*(?:(?:http\s*)?(?:error|status)?\W*(?:404|500|502|503)(?:\W*(?:error|错误|出错|页面?|not\s*found|找不到(?:页面|网页)?"
    r"|页面(?:不存在|未找到|找不到|丢失)|internal server error|bad gateway|service unavailable))?"
    r"|(?:file|page|object|404)?\W*not\s*found|server\s*error"
    r"|(?:您?(?:所|要|想)?(?:访问|查找|请求|浏览|查看)的?)?(?:页面|网页|文件|文章|内容|信息|栏目|对象|站点|网站|资源)"
    r"(?:已?不存在|未找到|没有?找到|找不到|无法找到|丢失|走丢了?|不见了|已?被?删除|已失效)"
    r"|(?:找不到|无法找到|没有找到)(?:该|此|您(?:要|访问)的)?(?:页面?|网页|文件|对象|网站|站点|资源))\W*",
    re.I,
)
_TITLE = re.compile(
    r"^\W*(?:not\s*found|找不到|无法找到|出错(?:了|啦)?|错误(?:页面|提示|信息)?|系统(?:错误|提示|异常)"
    r"|提示信息|信息提示|访问出错|页面错误|对不起|抱歉|error|IIS\d*(?: Windows(?: Server)?)?)\W*$"
    r"|^\W*404\W|\W404\W*(?:not found|页面|错误|找不到|$)|(?:页面|网页|文件|您访问的.{0,6})(?:未找到"
    r"|不存在|找不到|已删除|已失效)|not found|无法找到该页|服务器错误|server error",
    re.I,
)
# A statement that something of the web is gone or broken: thing, then what befell it, or the other way round. What is
# only mentioned (页面打不开等问题, 提示系统异常怎么办) goes on after it; a statement ends there.
_THING = (
    "网页|页面|该页|此页|本页|文件|附件|文档|图片|资源|内容|信息|资料|稿件|文章|新闻|主题|帖子|专题|公告|栏目|频道|目录|链接|地址|网址|网站|站点|域名|URL"
    "|记录|数据|参数|编号|ID|访问|操作|SQL语句|模块|控制器|方法|模板|程序|系统|服务器|数据库|运行时|应用"
)
_BEFELL = (
    "不存在|未找到|找不到|没有?找到|无法找到|查无|不见了|没有了|丢失|走丢|走失|跑丢|飞走|不可用|加载失败|(?:删除|移除|撤销|撤下|撤稿|下架|屏蔽|移走|清除)|失效|无效|下线|过期|到期"
    "|出错|有误|不正确|不合法|缺失|为空|不能为空|错误|异常|繁忙|(?:还没有|尚未|没有|未)(?:发布|公开|审核|上线)|未通过审核|打不开|暂时(?:无法|不可|不能)(?:访问|使用|打开|显示|用)?|(?:无法|不能)(?:访问|显示|打开|加载|找到|浏览|查看)"
)
_STATEMENT = (
    rf"(?:访问|查找|请求|浏览|打开|查看|寻找|查询|点击)的?(?:这个|该)?(?:{_THING})[^。！？；;!?\n]{{0,12}}?(?:{_BEFELL})(?!怎么|如何|等|的?(?:问题|情况|原因|说明)|时)"
    rf"|(?<!如遇)(?<!若)(?:{_THING})[^。！？、；：:?!;\n]{{0,12}}?(?:{_BEFELL})(?:了|啦|的)?(?=$|[\s。！!，,…~～.<（(\d]|或|及|并|请|且)"
    rf"|(?<!提示)(?<!出现)(?:找不到|没有?找到|无法找到|未找到|没有(?=[该此这您])|(?:没有|无)权限?(?:访问|查看|浏览)|查无|缺少|缺失|无法加载|无法访问|无法打开|非法|无效的?|错误的?)[^。！？、；，\n]{{0,10}}?(?:{_THING})(?=$|[\s。！!，,…~～.:：<（(\d]|或|及|并|请)"
)
_ENGLISH = (
    r"\b(?:page|file|resource|url|article|document|content|site)\b.{0,40}?(?:not|n't) (?:be )?(?:found|available|exist)"
    r"|\b(?:page|article|content|file)\b.{0,30}?no longer (?:exists?|available)|(?:couldn't|could not|can't|cannot) find (?:what|the|that|this|your)"
    r"|page you(?:'re| are| were|'ve| have)? (?:looking for|request|try|tried|visit)|(?:removed|deleted), (?:had|or) |temporarily unavailable"
    r"|(?:file|page|record|article|id) (?:does not|doesn't|did not) exist|invalid (?:id|parameter|request|url)|missing (?:id|parameter)"
    r"|\b(?:40\d|50\d) (?:forbidden|bad request|not found|method not allowed|internal server|bad gateway|service unavailable|gateway time)"
    r"|cannot be displayed|(?:page|article|file|content) has been (?:deleted|removed)|发生(?:未知|内部|系统)?错误|未知错误"
    r"|not found on this server|object not found|file not found|something went wrong|whitelabel error page|internal server error"
    r"|HTTP\s*(?:错误|Error|Status)?\s*[-–—]?\s*(?:404|500)|404\s*(?:not found|错误|[-–—]|页面|error|page)|error\s*(?:code)?\W{0,2}404"
)
_DEFAULT = (  # a server that nobody has put a site on
    r"No input file specified|default (?:web )?page|Welcome to nginx|It works!|IIS(?:7|8| Windows)|successfully installed (?:Apache )?Tomcat"
)
_BROKEN = (  # what programs say when they break
    r"(?:Warning|Fatal error|Parse error|Notice|Deprecated)\s*:.{1,200}?\bon\s+line\s+\d+|Fatal error:.{1,200}?:\d+|Stack trace:|ORA-\d{5}|SQLSTATE\["
    r"|\b(?:[a-z]+\.)+[A-Z]\w*(?:Exception|Error)\b|\b\w{3,}Exception\b|(?:错误|error)\s*'[0-9a-f]{8}'|You have an error in your SQL"
    r"|Server Error in|Traceback \(most recent|Unable to process|Undefined (?:index|variable|offset)|Call to (?:a member function|undefined)"
)
_SOLD = (  # the name, or the room, is no longer the organ's
    r"域名.{0,12}(?:出售|转让|已过期|已到期|未续费)|(?:domain|name).{0,30}(?:is|may be) for sale|buy this domain|domain (?:has expired|is parked)"
    r"|parked (?:free|domain)|account (?:has been )?suspended|(?:空间|主机|服务器)已被?(?:关闭|停止|暂停|到期|过期)"
    r"|(?:未|没有)(?:进行|取得)?(?:ICP)?备案"
)
# A letter, an answer, a correction: who writes these speaks of a page, and is none that is gone.
_DOCUMENT_WORDS = re.compile(r"来信|(?:回复|答复|答|问)\s*[：:]|更正|现予|特此|声明|反映|启事")
_VISITED = re.compile("(?:访问|查找|请求|浏览|打开|查看|寻找|查询|点击)的?")
_PROGRAM = re.compile(_BROKEN, re.I)
_WORDS = re.compile("|".join((_STATEMENT, _ENGLISH, _DEFAULT, _BROKEN, _SOLD)), re.I)
# Every text that one of the above finds something in holds one of these, in simplified characters and small letters.
_CHINESE_HINTS = (
    "不存在", "找不到", "未找到", "没有找到", "没找到", "法找到", "查无", "丢失", "走失", "不正确", "不合法", "未审核", "未通过审核", "撤稿", "打不开", "移走", "清除",
    "无法加载", "无法浏览", "无法查看", "不能显示", "不能打开", "不能加载", "不能找到", "不能浏览", "不能查看", "繁忙", "异常", "走丢", "飞走", "不见了", "删除", "移除", "撤销", "撤下", "下架",
    "屏蔽", "失效", "无效", "下线", "过期", "到期", "未续费", "出错", "有误", "错误", "无法访问", "无法显示", "无法打开", "不能访问", "暂时无法",
    "暂时不可", "暂时不能", "未发布", "尚未发布", "对不起", "抱歉", "非法", "系统提示", "提示信息",
    "信息提示", "数据库", "域名", "空间已", "主机已", "服务器已", "未备案", "未进行", "未取得", "没有备案", "没有进行", "没有取得", "没有icp", "未icp", "缺失", "为空", "缺少", "没有发布", "没有公开", "没有审核", "没有上线",
    "未公开", "未上线", "没有该", "没有此", "没有这", "没有您", "无权", "没有权", "没有了", "跑丢", "不可用", "加载失败",
)  # fmt: skip
_HINTS = (
    *_CHINESE_HINTS, "404", "500", "502", "503", "found", "error", "input file", "default page", "default web page", "nginx",
    "it works", "iis", "exist", "wrong", "warning", "notice", "stack trace", "java.lang", "ora-", "sqlstate", "for sale",
    "domain", "suspended", "parked", "available", "couldn't find", "could not find", "can't find", "cannot find", "no longer",
    "successfully installed", "looking for", "request", "try", "tried", "visit", "removed,",
    "deleted,", "invalid", "missing", "forbidden", "bad request", "not allowed", "internal server", "gateway", "unavailable", "deprecated",
    "exception", "unable to", "traceback", "cannot be displayed", "has been deleted", "has been removed", "undefined", "call to",
)  # fmt: skip
# Without re.I: the engine then skips by first letters, which is thirty times faster.
_ANY_CHINESE_HINT, _ANY_HINT = (re.compile("|".join(map(re.escape, hints))) for hints in (_CHINESE_HINTS, _HINTS))
_ERROR_ADDRESS = re.compile(
    r"/(?:404|error|err|errors|notfound|not[_-]found|page[_-]?not[_-]?found|nopage|none|pagenotfound)(?:[./?_-]|$)"
    r"|[?&](?:error|code|status)=404",
    re.I,
)
_ERROR_PICTURE = re.compile(r"\b(?:404|error_?page|not_?found)[\w-]*\.(?:png|jpe?g|gif|svg|webp)\b", re.I)
# 没有找到 is an answer where something was looked for.
_SEARCH_ADDRESS = re.compile(r"search|/so/|/s\?|query|jiansuo|[?&](?:q|wd|kw|keywords?|searchword)=", re.I)
_SEARCH_WORDS = re.compile(
    r"(?:搜索|检索|查询)(?:结果|用时|耗时)|(?:共|找到|检索到|搜索到)\D{0,6}\b0\b\s*(?:条|个|项|篇|页)"
    r"|(?:与|和|包含).{1,40}(?:相关|有关|匹配|相符)的|(?:更换|换个|调整|修改|重新输入)\S{0,4}关键[词字]"
)
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
# An error page says little beside the site's own frame; an article about 404 pages says much more.
_LONGEST_ERROR = 300  # characters in all visible text for weak words; titles and the main text have limits of their own
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
    if _WHOLE_TITLE.fullmatch(title) and not page.meta.get("PubDate"):
        return "title"
    if _is_substantial(page):
        return None
    if _TITLE.search(title) or (_WORDS.search(title) and not is_search(page.url, title)):
        return "title"
    text = simpler(page.visible_text)
    match = _WORDS.search(text)
    if match and _DOCUMENT_WORDS.search(text) and not _VISITED.match(match[0]):
        return None
    if match and _is_broken(match[0]) and match.start() <= _LONGEST_ERROR:
        return "words"
    if match and (len(text) <= _LONGEST_ERROR or _stands_alone(page, match[0])):
        return None if is_search(page.url, text) else "words"
    return "picture" if _is_picture(page) else None


def says_error(words: str) -> bool:
    """Whether a few words without a page around them, a script's alert or a line of plain text, are an apology.

    >>> says_error("您访问的文章不存在！"), says_error("提交成功")
    (True, False)
    """
    plain = simpler(words).strip()
    return len(plain) <= _LONGEST_ERROR and bool(_WORDS.search(plain) or _WHOLE_TITLE.fullmatch(plain))


def may_be_error(words: str) -> bool:
    """A cheap first look at all words of a page, title first: False says that error_reason finds none in them.

    >>> may_be_error("政务动态 县政府召开常务会议"), may_be_error("抱歉，您访问的页面走丢了")
    (False, True)
    """
    return _ANY_HINT.search(simpler(words).lower()) is not None


def finds_error(title: str, words: str) -> bool:
    """A closer look where may_be_error says yes: whether any rule finds something, wherever on the page."""
    plain = simpler(title).strip()
    return bool(_WHOLE_TITLE.fullmatch(plain) or _TITLE.search(plain) or _WORDS.search(f"{plain}\n{simpler(words)}"))


def may_be_error_in_chinese(characters: str) -> bool:
    """The same of a long page's Chinese characters alone, wherever in the markup they stand."""
    return _ANY_CHINESE_HINT.search(simpler(characters)) is not None


def shows_error_picture(text: str) -> bool:
    """Whether the markup names a picture for error pages."""
    return _ERROR_PICTURE.search(text) is not None


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


def _stands_alone(page: Page, words: str) -> bool:
    """The apology is the main text, inside the site's usual frame of menus and footer."""
    return words in simpler(page.text) and len(page.text) <= _LONGEST_ERROR


def _is_broken(words: str) -> bool:
    """A program's own complaint, whose trace may be longer than any apology."""
    return _PROGRAM.match(words) is not None


def _is_picture(page: Page) -> bool:
    """The apology is a picture, and nothing but menus and footer stands beside it."""
    if len(page.text) > _LONGEST_ERROR:
        return False
    return any(link.kind == "image" and _ERROR_PICTURE.search(link.url) for link in page.links)


def leads_to_error(final_url: str) -> bool:
    """The address after redirects is that of an error page.

    >>> leads_to_error("http://a.gov.cn/404.html")
    True
    """
    return bool(_ERROR_ADDRESS.search(final_url))
