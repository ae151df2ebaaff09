"""The main text of a page: the container that its CMS family marks, else where the sentences are."""

import re

from parsers.html.markup import Line, Node, Outline, words

# Containers of TRS, 大汉, 开普, 博达, gov.cn and of common home-made templates (domain notes in docs/portals.md).
_KNOWN_IDS = words(
    "ucap-content zoom fontzoom vsb_content vsb_content_2 vsb_content_4 js_content artibody "
    "articlecontent article_content article-content divmaincontentid newscontent zoomcon contentbody "
    "textbody p-detail"
)
_KNOWN_CLASSES = words(
    "pages_content trs_editor trs_editor_view trs_ueditor gknbxq_detail v_news_content article-content "
    "article_content articlecontent news_content newscontent rm_txt_con artibody xxgk_content wzcon "
    "j-fontcontent zoomcon content_text con_text text_con text_content ucapcontent"
)
_CONTAINERS = words("body div td table tbody tr section article main center form dd dl li ul span font")
_SENTENCE = re.compile(r"[，。；！？、：”]")
_FURNITURE = re.compile(
    r"版权所有|备案(?:序?号|编号)|ICP备|公网安备|标识码|主办单位|承办单位|技术支持|copyright|©"
    r"|all rights? reserved|浏览器|分辨率|许可证",
    re.I,
)
_FURNITURE_PLACE = re.compile(
    r"foot|copyright|bottom|comment|related|recommend|share|breadcrumb|crumb|sidebar|pinglun", re.I
)
# Lines around a text that are no part of it.
_AROUND = re.compile(
    r"^(?:[【\[]?\s*(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|收藏|返回顶部|我要纠错|字体|字号"
    r"|分享到?|扫一扫|大 ?中 ?小|上一[篇条页]|下一[篇条页]"
    r"|当前位置|您(?:现在|当前)?的?(?:所在)?位置|责任编辑|编辑|相关(?:链接|新闻|阅读|文档)|浏览(?:次数|量)"
    r"|点击(?:率|数|次数)|来源|信息来源|发布(?:时间|日期|机构)|时间|作者|稿源)"
    r"\s*[】\]]?\s*(?:[:：|】\]（(].{0,60})?|-->|微信|微博|QQ空间|分享)$"
)
# How much of an element's sentences a child must hold for the text to be inside that child. Lower values cut off
# first and last paragraphs, higher ones stop at the page's frame.
_SHARE_OF_CHILD = 0.7
_BESIDE_LINKS = re.compile(r"[\s\d|｜/·•\-—:：,，.\[\]()（）【】>»]+")
_SHARE_OF_LINKS = 0.7
_TITLE_HEAD = 8  # characters of a title that name it
_FOOT = 200  # characters; a longer line is prose that speaks of filings
_SHORT = 15  # characters; a text without a sentence mark below this is more often furniture than prose


class Content:
    """Where the main text is: `node` is its container, `known` says that a CMS family marks it."""

    __slots__ = ("known", "mass", "node", "outline")

    def __init__(self, outline: Outline, node: Node, mass: float, *, known: bool) -> None:
        self.outline, self.node, self.mass, self.known = outline, node, mass, known

    def lines(self) -> list[Line]:
        """The container's lines that a reader sees."""
        first, last = self.node.first, self.node.last
        return [line for line in self.outline.lines if line.first >= first and line.last <= last and not line.hidden]


def find_content(outline: Outline) -> Content | None:
    """The container of the main text, or None for a page without a body."""
    masses = _masses(outline)
    known = _known_container(outline, masses)
    if known is not None:
        return Content(outline, known, masses[known.last] - masses[known.first], known=True)
    start = next((i for i, node in enumerate(outline.nodes) if node.name == "body"), 0)
    index = _descend(outline, masses, start)
    node = outline.nodes[index]
    return Content(outline, node, masses[node.last] - masses[node.first], known=False)


def _known_container(outline: Outline, masses: list[float]) -> Node | None:
    best: Node | None = None
    for node in outline.nodes:
        if node.hidden or not (_marks(node)):
            continue
        if best is None or masses[node.last] - masses[node.first] > masses[best.last] - masses[best.first]:
            best = node
    return best


def _marks(node: Node) -> bool:
    attrs = node.attrs
    if attrs.get("id", "").lower() in _KNOWN_IDS:
        return True
    return "class" in attrs and not _KNOWN_CLASSES.isdisjoint(attrs["class"].lower().split())


def _masses(outline: Outline) -> list[float]:
    """Running sum of how much prose the pieces hold: text in links and furniture weighs nothing, short bits little."""
    outside = _furniture_pieces(outline)
    total, sums = 0.0, [0.0]
    for number, piece in enumerate(outline.pieces):
        length = len(piece.text)
        if piece.anchor >= 0 or piece.hidden or number in outside or _FURNITURE.search(piece.text):
            length = 0
        elif length < _SHORT and not _SENTENCE.search(piece.text):
            total -= length * 0.8
        total += length
        sums.append(total)
    return sums


def _furniture_pieces(outline: Outline) -> set[int]:
    pieces: set[int] = set()
    body = len(outline.pieces)
    for node in outline.nodes:
        if node.name in ("footer", "nav", "button", "label"):
            pieces.update(range(node.first, node.last))
        elif ("class" in node.attrs or "id" in node.attrs) and node.last - node.first < body * 0.5:
            place = f"{node.attrs.get('class', '')} {node.attrs.get('id', '')}"
            if _FURNITURE_PLACE.search(place):
                pieces.update(range(node.first, node.last))
    return pieces


def _descend(outline: Outline, masses: list[float], index: int) -> int:
    nodes = outline.nodes
    while True:
        whole = masses[nodes[index].last] - masses[nodes[index].first]
        child, heaviest = index + 1, -1
        while child < nodes[index].end:
            node = nodes[child]
            mass = masses[node.last] - masses[node.first]
            if whole > 0 and mass >= whole * _SHARE_OF_CHILD and node.name in _CONTAINERS and not node.hidden:
                heaviest = child
                break
            child = node.end
        if heaviest < 0:
            return index
        index = heaviest


def is_around(text: str) -> bool:
    """A line that stands around a text and is no part of it: 【打印本页】, 来源：…, 发布时间：…"""
    return _AROUND.match(text) is not None


def main_text(content: Content, title: str) -> str:
    """The container's text: one paragraph a line, cells of a row by tabs, without the lines around a text."""
    kept: list[str] = []
    for line in content.lines() if content.known else _without_frame(content.lines(), title):
        text = line.text
        if not text or is_around(text) or (len(kept) < 3 and text == title):
            continue
        kept.append((line.joint if kept else "") + text)
    return "".join(kept)


def _without_frame(lines: list[Line], title: str) -> list[Line]:
    """A container found by its prose may hold the portal's frame too: what is above the title, lists of links, the foot."""
    head = "".join(title.split())[:_TITLE_HEAD]
    plain = ["".join(line.text.split()) for line in lines]
    if len(head) == _TITLE_HEAD:
        under = (n + 1 for n, line in enumerate(lines) if not line.linked and plain[n].startswith(head))
        lines = lines[next(under, 0) :]
    feet = (
        n
        for n, line in enumerate(lines)
        if n > len(lines) // 2 and len(line.text) < _FOOT and _FURNITURE.search(line.text)
    )
    return [line for line in lines[: next(feet, len(lines))] if not _leads_away(line)]


def _leads_away(line: Line) -> bool:
    """A menu, or a row of a list: all but its links are marks, dates and counts."""
    return line.linked > _SHARE_OF_LINKS * len(_BESIDE_LINKS.sub("", line.text))
