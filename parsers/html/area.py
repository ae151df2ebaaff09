"""The part of a page between its breadcrumb and its foot: where its list or its text stands.

The frame of a portal (menus, search box, logos, footer) weighs 15 KB on a blank page as well, so only this area counts.
"""

import re
from dataclasses import dataclass

from parsers.html.content import is_around
from parsers.html.markup import Line, Outline, words

_CRUMB = re.compile(
    r"位置\s*[:：]|位置$|^当前(?:栏目|频道|页面)\s*[:：]|^(?:网站|返回)?首页\s*(?:[>»›/\\·|-]|&gt;|::)+"
)
_FOOT = re.compile(
    r"版权所有|^友情链接|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|ICP\s*[备证]|公网安备|(?:网站)?标识码|copyright|©|技术支持\s*[:：]",
    re.I,
)
_LABEL = re.compile(r"^.{1,8}[:：]$")
_FRAME = words("header nav footer")
_DECORATION = _FRAME | words("marquee")
_FRAME_PLACE = re.compile(
    r"^(?:header|head|top|nav|menu|foot|footer|bottom|banner|logo|search|sousuo)(?:$|[\W_\d])", re.I
)
_SEEN = words("img iframe embed object video audio input textarea select a")
_LABEL_CELL = 20  # characters
_MORE_THAN_DATE = re.compile(r"[^\d\s年月日时分秒:：/.\-（）()\[\]【】]")


@dataclass(frozen=True, slots=True)
class Area:
    """Pieces `first:last` of the outline, and the nodes that stand there outside of menus."""

    outline: Outline
    first: int
    last: int
    nodes: tuple[int, ...]

    @property
    def text_length(self) -> int:
        """Characters that are seen and lead nowhere."""
        pieces = self.outline.pieces[self.first : self.last]
        return sum(len(piece.text.strip()) for piece in pieces if piece.anchor < 0 and not piece.hidden)

    def text_without_head(self, dates: set[str]) -> str:
        """What is said beside an article's head: its date lines, 来源, and the labels of a catalogue's entry."""
        kept: list[str] = []
        after_label = False
        bare = bare_rows(self.outline)
        for line in self.own_lines():
            if line.first in bare or not _MORE_THAN_DATE.search(line.text):
                continue
            is_label = _LABEL.search(line.text) is not None
            is_value = after_label and line.joint == "\t"  # 索引号： | 0147/2026-00123, in cells of a table
            if not (is_label or is_value or line.text in dates or is_around(line.text)):
                kept.append(line.text)
            after_label = is_label
        return "\n".join(kept)

    def said(self) -> str:
        """What the page says for itself: its own lines that stand in no header, menu, foot or moving banner."""
        nodes, framed = self.outline.nodes, set[int]()
        for number, node in enumerate(nodes):
            if node.name in _DECORATION:
                framed.update(range(number, node.end))
        pieces = self.outline.pieces
        return "\n".join(line.text for line in self.own_lines() if pieces[line.first].node not in framed)

    def own_lines(self) -> list[Line]:
        """The lines that a reader sees, without those that are links."""
        lines = [line for line in self.outline.lines if self.first <= line.first and line.last <= self.last]
        return [line for line in lines if line.text and not line.hidden and line.linked < 0.8 * len(line.text)]


def bare_rows(outline: Outline) -> frozenset[int]:
    """The first pieces of table rows with a label and nothing in their other cells: 办理条件 | ."""
    nodes, found = outline.nodes, set[int]()
    for number, node in enumerate(nodes):
        if node.name != "tr":
            continue
        inside = nodes[number + 1 : node.end]
        cells = [one for one in inside if one.name in ("td", "th") and one.parent == number]
        filled = [one for one in cells if outline.text_of(one)]
        is_bare = len(cells) > 1 and filled == cells[:1] and len(outline.text_of(cells[0])) <= _LABEL_CELL
        if is_bare and not any(one.name in _SEEN for one in inside):
            found.add(cells[0].first)
    return frozenset(found)


def find_area(outline: Outline) -> Area:
    """From the last breadcrumb line of the page's first half to the first line of its foot."""
    lines = outline.lines
    crumbs = [number for number, line in enumerate(lines) if len(line.text) < 100 and _CRUMB.search(line.text)]
    crumb = crumbs[0] if crumbs else -1
    foot = next((n for n, line in enumerate(lines) if n > crumb and _FOOT.search(line.text)), len(lines))
    first = lines[crumb].last if crumb >= 0 else 0
    last = lines[foot].first if foot < len(lines) else len(outline.pieces)
    framed = _framed(outline)
    inside = [
        i for i, node in enumerate(outline.nodes) if first <= node.first <= last and not node.hidden and i not in framed
    ]
    return Area(outline, first, last, tuple(inside))


def _framed(outline: Outline) -> set[int]:
    found: set[int] = set()
    for number, node in enumerate(outline.nodes):
        if number in found:
            continue
        places = (*node.attrs.get("class", "").split(), node.attrs.get("id", "")) if node.attrs else ()
        if node.name in _FRAME or any(_FRAME_PLACE.match(place) for place in places):
            found.update(range(number, node.end))
    return found
