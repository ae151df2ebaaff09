"""Which links are titles of entries, and which lead around the portal."""

import re

from parsers.html.links import Anchor
from parsers.html.markup import Outline
from parsers.html.rows import SHORTEST_TITLE

_DATE_BEHIND = re.compile(r"\s*[\[(（【]?\s*20\d\d[-/.年]\d")
# Links of a title's length that stand on every page and are no entry of any list.
_PAGER_OR_NAV = re.compile(
    r"^(?:上一页|下一页|首页|尾页|末页|更多|more|\d+|[<>«»]+)$"
    r"|^\W*(?:(?:查看|阅读|点击|浏览|了解)?(?:详细|详情|全文|原文|更多)(?:内容|信息)?|点击查看|read more)\W*$"
    r"|^(?:无障碍|适老|长者|设为首页|加入收藏|网站地图|使用帮助|版权|隐私|联系我们|关于我们|繁體|繁体|简体).{0,6}$"
    r"|共\s*\d+\s*[条页篇]|ICP\s*[备证]|公网安备|^(?:政府)?(?:网站)?标识码|^技术支持\s*[:：]",
    re.I,
)
_NEIGHBOUR = re.compile(
    r"(?:上|下|前|后)一?[篇条个则]\s*[:：]?\s*$|(?:相关|延伸|推荐|更多)[\u4e00-\u9fff]{0,4}\s*[:：]\s*$"
)


def is_title(outline: Outline, anchor: Anchor) -> bool:
    """A link with the length of a title, or a shorter one (国衡集团) with a date right behind it."""
    if anchor.kind not in ("page", "attachment") or _PAGER_OR_NAV.search(anchor.text):
        return False
    if len(anchor.text) < SHORTEST_TITLE:
        last = outline.nodes[anchor.node].last
        beside = "".join([piece.text for piece in outline.pieces[last : last + 2] if piece.anchor < 0])
        if len(anchor.text) < 2 or not _DATE_BEHIND.match(beside):
            return False
    return not _is_neighbour(outline, anchor)


def _is_neighbour(outline: Outline, anchor: Anchor) -> bool:
    """A link of an article's 上一篇, 下一篇 and 相关阅读："""
    first = outline.nodes[anchor.node].first
    return first > 0 and bool(_NEIGHBOUR.search(outline.pieces[first - 1].text))
