"""The columns that a page links to: by the name of a link, its address, or the heading that a 更多 stands beside."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from parsers.html.addresses import host_of
from parsers.html.links import Anchor
from parsers.html.markup import Outline
from parsers.html.records import ColumnLink

_MORE = re.compile(r"^[\s<«>»+·]*(?:更多|查看更多|more)[\s.…>»+]*$|^[>»+]{1,3}$", re.I)
_COLUMN_NAME = re.compile(r"^[\u4e00-\u9fffA-Za-z（）()、·“”&]{2,14}$")
_NO_COLUMN = re.compile(
    r"^(?:网站|返回)?首页$|登录|注册|^[上下前后末尾首]一?页$|^最[后末]一?页$|设为|收藏|打印|关闭|繁体|简体|English|无障碍"
    r"|长者|适老|手机版|移动版|客户端|微信|微博|邮箱$|搜索|高级|RSS",
    re.I,
)
ARTICLE_ADDRESS = re.compile(
    r"/t\d{8}_\d+|/art/\d{4}/|/contents?[_/]|articleinfo|/info/\d+/\d+|/post_\d+|/\d{6,8}/[\w-]+\.s?html?$"
    r"|[0-9a-f]{32}",
    re.I,
)
_COLUMN_ADDRESS = re.compile(
    r"/$|/(?:index|list|default|node)[\w-]*\.\w+$|/col/|/channels?/|/node_|column|/\w+list\b|list\.|catid="
    r"|cid=|classid=",
    re.I,
)


def is_column_address(url: str) -> bool:
    """Whether the address alone says that a list stands there."""
    parts = urlsplit(url)
    return _COLUMN_ADDRESS.search(f"{parts.path}?{parts.query}" if parts.query else parts.path) is not None


def column_links(
    outline: Outline, anchors: Sequence[Anchor], url: str, further: Sequence[str]
) -> tuple[ColumnLink, ...]:
    """Links of this host with a short name that lead to a list by their address, or are 更多 under a heading.

    The further sheets of the page's own list are no columns, whatever their links are called.
    """
    host = host_of(url)
    found: dict[str, str] = {}
    sheets = frozenset(further)
    for anchor in anchors:
        if anchor.kind != "page" or not anchor.url or anchor.url in found or anchor.url in sheets:
            continue
        if host_of(anchor.url) != host:
            continue
        name = anchor.text
        if _MORE.match(name):
            name = _heading_before(outline, anchor)
        if _COLUMN_NAME.match(name) and not _NO_COLUMN.search(name) and not ARTICLE_ADDRESS.search(anchor.url):
            found[anchor.url] = name
    return tuple([ColumnLink(name, address) for address, name in found.items()])


def _heading_before(outline: Outline, anchor: Anchor) -> str:
    """The short text that stands right before a 更多 link, which is its column's name."""
    first = outline.nodes[anchor.node].first
    for piece in reversed(outline.pieces[max(0, first - 4) : first]):
        text = piece.text.strip(" >»:：|·")
        if text:
            return text
    return ""
