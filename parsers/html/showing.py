"""Is there anything in a page's area, though no list was read there? Pictures, films, forms, tables, or the way to elsewhere."""

import re
from collections.abc import Iterator, Sequence

from parsers.html.addresses import host_of
from parsers.html.area import Area
from parsers.html.links import Anchor
from parsers.html.lists import ListBlock, leads_away
from parsers.html.markup import Node, words
from parsers.html.titles import is_title

_PLAYERS = words("iframe embed object video audio canvas")
_INPUTS = words("text tel email number date radio checkbox file")
_FRAME_FILE = re.compile(
    r"(?:^|[/_-])(?:foot(?:er)?|bottom|top|head(?:er)?|banner|nav|menu|copyright|tail|left)[\w-]*\.\w+(?:$|[?#])", re.I
)
_TABLE_CELLS = 8  # cells with words in them are a table that is read; a layout has fewer
_PICTURES = 3  # make a list of their own; below, they are ornament
_CONTROLS = 2  # a page is for filling in; one is a search box
_OUTSIDE = 3  # links to other hosts are a list of sites
_TITLES = 16  # characters of titles in a block; a menu has shorter words
_CAPTION, _TELLING_CAPTION = 4, 8  # characters; ornaments stand before headings, which are short
_CODE_CAPTION = re.compile(
    r"扫(?:一扫|码|描)|二维码|公众号|客户端|(?:微信|微博|抖音|APP|小程序).{0,12}(?:关注|下载|号)|关注.{2,}", re.I
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ELSEWHERE = re.compile(
    r"请(?:您)?(?:直接)?(?:点击|访问|登录|登陆|前往|移步|进入|查看|查阅|浏览|到|至)|(?:点击|点此|单击)(?:这里|此处)?(?:进入|访问|查看|跳转|打开|链接|前往)|(?:统一|集中)(?:在|由|到|至|于|归)"
    r"|(?:详见|参见|转到|跳转(?:到|至)|(?:现|已)?(?:迁移|转移|并入)(?:至|到)?)"
)
_PROSE = re.compile(r"[^。；]{12,}[。；]")
_OF_THE_COLUMN = re.compile(
    r"(?:本|该|此)(?:栏目|专栏|频道|页面?|版块)|浏览器|分辨率|不存在|(?:无法|不能)(?:显示|访问|打开)"
)
_WAYS_ON = 2  # links


def shows_something(area: Area, anchors: list[Anchor], url: str, title: str = "") -> bool:
    """Pictures, films, frames, a form to fill in, links to other sites, a channel's front page: no list, but no blank page."""
    nodes = [area.outline.nodes[number] for number in area.nodes]
    if any(_plays(node) for node in nodes) or fills_in(nodes):
        return True
    if sum(1 for node in nodes if node.name == "img") >= _PICTURES or _has_captions(area, title):
        return True
    if _has_table(area):
        return True
    own, inside = host_of(url), frozenset(area.nodes)
    links = [one for one in anchors if one.node in inside and one.url]
    outward = [one for one in links if host_of(one.url) != own]
    said = [line.text for line in area.own_lines()]
    if outward and any(_ELSEWHERE.search(text) for text in (*said, *(one.text for one in outward))):
        return True
    return len(outward) >= _OUTSIDE or (len(links) - len(outward) >= _WAYS_ON and any(map(_is_prose, said)))


def has_titles(area: Area, blocks: Sequence[ListBlock], anchors: Sequence[Anchor], url: str) -> bool:
    """Whether rows with the titles of something stand there, be it one, though they are no list that we could read."""
    host, inside = host_of(url), frozenset(area.nodes)
    rows = [one for one in blocks if not (one.furniture or one.is_behind or leads_away(one, host))]
    if any(one.title_mass >= _TITLES and one.rows[0].anchor.node in inside for one in rows):
        return True
    alone = (one for one in anchors if one.node in inside and len(one.text) >= _TITLES and one.url and one.url != url)
    return any(host_of(one.url) == host and is_title(area.outline, one) for one in alone)


def _is_prose(text: str) -> bool:
    """A sentence about what the page is for, and not about the page itself."""
    return _PROSE.search(text) is not None and not _OF_THE_COLUMN.search(text)


def _has_captions(area: Area, title: str) -> bool:
    """Pictures with words under them: a code to be scanned, or several of which one says more than a heading does."""
    captions = [text for text in _captions(area) if text != title]
    if any(_CODE_CAPTION.search(text) for text in captions):
        return True
    return len(captions) > 1 and max(map(len, captions)) >= _TELLING_CAPTION


def _captions(area: Area) -> Iterator[str]:
    """The line that follows each picture, where it leads nowhere."""
    lines = area.own_lines()
    pictures = [area.outline.nodes[number].first for number in area.nodes if area.outline.nodes[number].name == "img"]
    for at, picture in enumerate(pictures):
        end = pictures[at + 1] if at + 1 < len(pictures) else area.last
        text = next((line.text for line in lines if picture <= line.first < max(end, picture + 1)), "")
        if len(text) >= _CAPTION and _CHINESE.search(text):
            yield text


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
