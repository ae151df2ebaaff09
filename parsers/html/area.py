"""What a page shows between its breadcrumb and its foot: where a list would stand. Is there anything?

The frame of a portal (menus, search box, logos, footer) weighs 15 KB on a blank page as well, so only this area counts.
"""

import re
from dataclasses import dataclass

from parsers.html.addresses import host_of
from parsers.html.content import is_around
from parsers.html.links import Anchor
from parsers.html.markup import Line, Node, Outline, words

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
_PLAYERS = words("iframe embed object video audio canvas")
_INPUTS = words("text tel email number date radio checkbox file")
_FRAME_FILE = re.compile(
    r"(?:^|[/_-])(?:foot(?:er)?|bottom|top|head(?:er)?|banner|nav|menu|copyright|tail|left)[\w-]*\.\w+(?:$|[?#])", re.I
)
_SEEN = words("img iframe embed object video audio input textarea select a")
_LABEL_CELL = 20  # characters
_MORE_THAN_DATE = re.compile(r"[^\d\s年月日时分秒:：/.\-（）()\[\]【】]")
_TABLE_CELLS = 8  # cells with words in them are a table that is read; a layout has fewer
_PICTURES = 3  # make a list of their own; below, they are ornament
_CONTROLS = 2  # a page is for filling in; one is a search box
_OUTSIDE = 3  # links to other hosts are a list of sites


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
        return "".join(kept)

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


def shows_something(area: Area, anchors: list[Anchor], url: str) -> bool:
    """Pictures, films, frames, a form to fill in, or links to other sites: no list, but no blank page."""
    nodes = [area.outline.nodes[number] for number in area.nodes]
    if any(_plays(node) for node in nodes) or fills_in(nodes):
        return True
    if sum(1 for node in nodes if node.name == "img") >= _PICTURES:
        return True
    if _has_table(area):
        return True
    own, inside = host_of(url), frozenset(area.nodes)
    return sum(1 for one in anchors if one.node in inside and one.url and host_of(one.url) != own) >= _OUTSIDE


def _has_table(area: Area) -> bool:
    """A table of telephones, a calendar: cells that say something and lead nowhere."""
    outline = area.outline
    cells = [outline.nodes[number] for number in area.nodes if outline.nodes[number].name == "td"]
    told = 0
    for cell in cells:
        pieces = outline.pieces[cell.first : cell.last]
        told += bool(pieces) and len(pieces) <= 2 and all(one.anchor < 0 and one.text.strip() for one in pieces)
    return told >= _TABLE_CELLS


def _plays(node: Node) -> bool:
    """A player or a frame that is large enough to be seen."""
    return (
        node.name in _PLAYERS
        and not is_furniture_frame(node)
        and node.attrs.get("height") not in ("0", "1")
        and node.attrs.get("width") not in ("0", "1")
    )


def is_furniture_frame(node: Node) -> bool:
    """A frame that holds the portal's head, menu or foot."""
    return node.name in ("iframe", "frame") and _FRAME_FILE.search(node.attrs.get("src", "")) is not None


def fills_in(nodes: list[Node]) -> bool:
    """A form that a visitor fills in: a text area, or several fields. A box for searching is none, nor one for signing in."""
    if any(node.name == "textarea" for node in nodes):
        return True
    if any(node.name == "input" and node.attrs.get("type", "").lower() == "password" for node in nodes):
        return False
    fields = [
        node
        for node in nodes
        if node.name == "select" or (node.name == "input" and node.attrs.get("type", "text").lower() in _INPUTS)
    ]
    return len(fields) >= _CONTROLS
