"""The further pages of a list, and what its pager says about how much there is."""

import itertools
import re
from collections.abc import Sequence

from parsers.html.addresses import Resolver, host_of
from parsers.html.links import Anchor
from parsers.html.markup import Outline

# TRS: createPageHTML(number of pages, this page from 0, name, extension[, …]).
_TRS = re.compile(
    r"createPageHTML\w*\s*\(\s*[\"']?(\d+)[\"']?\s*,\s*[\"']?(\d+)[\"']?\s*,\s*[\"']([^\"']*)[\"']\s*,\s*[\"']([^\"']*)[\"']"
)
_NEXT = re.compile(r"^(?:[<«]*\s*(?:下一?页|后一?页|下页)\s*[>»]*|next(?: page)?\s*[>»]*)$", re.I)
_LAST = re.compile(r"^(?:[<«]*\s*(?:尾页|末页|最后一?页|最末页)\s*[>»]*|last(?: page)?\s*[>»]*)$", re.I)
_NUMBER = re.compile(r"^\[?\s*(\d{1,4})\s*\]?$")
_NOTHING = re.compile(
    r"暂无(?:相关|任何)?(?:信息|数据|内容|记录|文章|资料|公告)|(?:没有|无)(?:找到|查到|检索到)?(?:相关|任何|符合(?:条件|要求)?)?(?:的)?(?:信息|数据|记录|内容)|共\s*0\s*[条页篇]"
    r"|(?:信息|栏目|内容|资料|页面|本页)(?:正在)?(?:整理|更新|建设|完善|充实|补充|制作|添加)(?:之)?中|(?:敬请|请)期待"
)
_NO_RECORDS = re.compile(
    r"(?:没有|暂无|无|未)(?:找到|查到|查询到|检索到)?(?:任何|相关|符合(?:条件|要求)?的?)?(?:的)?(?:信息|数据|记录|内容|文章|资料)"
)
_OF_THE_PAGE = re.compile(r"访问|请求|页面|网页|不存在|删除|错误|出错|抱歉|对不起|返回|404")
_MOST_PAGES = 500


def next_pages(outline: Outline, anchors: Sequence[Anchor], resolver: Resolver, url: str) -> tuple[str, ...]:
    """Addresses of the pages that follow this one: of TRS by its rule, else as far as the pager links them."""
    for script in outline.scripts:
        if match := _TRS.search(script):
            return _trs_pages(match, resolver)
    host = host_of(url)
    found: dict[str, None] = {}
    numbers = [(int(m[1]), one.url) for one in anchors if (m := _NUMBER.match(one.text))]
    # One number alone is a year or a count; a pager shows a run of them.
    if len(numbers) > 1 and any(b - a == 1 for (a, _), (b, _) in itertools.pairwise(numbers)):
        found.update({address: None for _, address in sorted(numbers)})
    found.update({one.url: None for one in anchors if _NEXT.match(one.text) or _LAST.match(one.text)})
    return tuple(
        [address for address in found if address and address != url and host_of(address) == host][:_MOST_PAGES]
    )


def _trs_pages(match: re.Match[str], resolver: Resolver) -> tuple[str, ...]:
    total, current, name, extension = int(match[1]), int(match[2]), match[3], match[4]
    pages = [resolver.resolve(f"{name}_{n}.{extension}") for n in range(current + 1, min(total, _MOST_PAGES))]
    return tuple([page for page in pages if page])


def says_empty(visible_text: str) -> bool:
    """The page itself says in words that its list is empty."""
    return _NOTHING.search(visible_text) is not None


def is_list_without_records(said: str) -> bool:
    """All that a page says beside its frame is that its list has no records (没有找到任何记录), as a script of ASP or PHP does.

    >>> is_list_without_records("没有找到任何记录！"), is_list_without_records("没有相关内容，您访问的页面不存在")
    (True, False)
    """
    rest = _NO_RECORDS.sub("", said)
    return rest != said and _OF_THE_PAGE.search(rest) is None


def without_promises(text: str) -> str:
    """
    >>> without_promises("内容正在整理中")
    ''
    """
    return _NOTHING.sub("", text).replace("正在", "").replace("内容", "") if _NOTHING.search(text) else text


def has_one_sheet(outline: Outline) -> bool:
    """TRS: `createPageHTML(0|1, 0, …)`. With no entry found the list is empty, unless something else is shown."""
    return any((match := _TRS.search(script)) and int(match[1]) <= 1 for script in outline.scripts)
