"""One parse of a page into flat lists: every later reader is a loop over a list, none walks a tree again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder

from parsers.html.prepared import prepared


def words(text: str) -> frozenset[str]:
    """A set from words with spaces between, for tables that are easier to read so."""
    return frozenset(text.split())


# Elements that stand on lines of their own when a browser shows them.
_BLOCKS = words(
    "address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main nav ol p pre section table tbody tfoot thead tr ul caption figure "
    "figcaption title"
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = words("head script style noscript template textarea select iframe object")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Node:
    """An element: its pieces are `pieces[first:last]`, its parent is `nodes[parent]` (-1 above the root)."""

    name: str
    attrs: dict[str, str]
    parent: int
    first: int
    last: int = 0
    end: int = 0  # index after its last descendant in `nodes`
    hidden: bool = False
    concealed: bool = False  # hidden, or out of a reader's sight in another way (parsers.html.concealed)
    has_text: bool = False  # of a script: its text is one of `scripts`


@dataclass(slots=True)
class Piece:
    """A run of visible text; `anchor` is the node number of the <a> around it, or -1."""

    text: str
    node: int
    line: int
    anchor: int
    hidden: bool


@dataclass(slots=True)
class Line:
    """What a reader sees as one line; `joint` stands before it: a tab between the cells of a row, else a line break."""

    text: str
    first: int
    last: int
    joint: str
    linked: int  # characters inside links
    hidden: bool


@dataclass(slots=True)
class Outline:
    """A page as flat lists, all in the order of the document."""

    nodes: list[Node] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)  # of style elements
    title: str = ""
    lines: list[Line] = field(default_factory=list)

    def text_of(self, node: Node) -> str:
        """The visible text of an element; its lines are joined by spaces."""
        if node.last - node.first == 1:
            return self.pieces[node.first].text.strip()
        return " ".join(self.texts(node.first, node.last))

    def texts(self, first: int, last: int) -> list[str]:
        """The pieces `first:last` as one text for each line that they stand on."""
        return texts_of(self.pieces[first:last])


def texts_of(pieces: Sequence[Piece]) -> list[str]:
    """Pieces in order as one text for each line that they stand on."""
    texts: list[str] = []
    line = -1
    for piece in pieces:
        if piece.line == line:
            texts[-1] += piece.text
        else:
            texts.append(piece.text)
            line = piece.line
    return [text.strip() for text in texts if text != " "]


class _OutlineBuilder(LXMLTreeBuilder):
    """A Beautiful Soup builder that writes the outline as lxml reports it, in place of a tree of Tag objects.

    Building the tree took two thirds of a page's time, and nobody looked at it again. Like Beautiful Soup's own lxml
    builder it keeps what stands after </html>, which lxml.html and parsel lose.
    """

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._out = outline
        self._open = [0]  # numbers of the open nodes
        self._anchors = [-1]  # for each open node, the <a> around its text
        self._unseen = 0  # open nodes whose text is not shown
        self._data: list[str] = []
        self._joint = "\n"  # the break that is due before the next text
        outline.nodes.append(Node("[document]", {}, -1, 0))

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Any:
        """One strategy only: the text is decoded already."""
        yield markup, None, None, False

    def start(self, tag: Any, attrib: Any, nsmap: Any = None) -> None:
        """An element opens."""
        self._flush()
        nodes, parent = self._out.nodes, self._open[-1]
        hidden = nodes[parent].hidden or "hidden" in attrib
        if not hidden and "style" in attrib and _HIDDEN_STYLE.search(attrib["style"]):
            hidden = True
        if tag in _BLOCKS:
            if self._joint != "\t" or tag == "tr":
                self._joint = "\n"
        elif tag in _CELLS:
            self._joint = "\t" if nodes[parent].first < len(self._out.pieces) else "\n"
        elif tag in _UNSEEN:
            self._unseen += 1
        self._open.append(len(nodes))
        self._anchors.append(len(nodes) if tag == "a" else self._anchors[-1])
        nodes.append(Node(tag, dict(attrib), parent, len(self._out.pieces), hidden=hidden))

    def end(self, tag: Any) -> None:
        """An element closes, and with it whatever was left open inside."""
        self._flush()
        nodes = self._out.nodes
        for depth in range(len(self._open) - 1, 0, -1):
            if nodes[self._open[depth]].name == tag:
                while len(self._open) > depth:
                    self._close()
                return

    def data(self, data: Any) -> None:
        """Text, in as many parts as lxml likes."""
        self._data.append(data)

    def comment(self, text: Any) -> None:
        """A comment parts two texts and is not seen."""
        self._flush()

    def pi(self, target: Any, data: Any) -> None:
        """A processing instruction likewise."""
        self._flush()

    def doctype(self, name: Any, pubid: Any, system: Any) -> None:
        """Says nothing about the content."""

    def finish(self) -> None:
        """The document ends: close everything."""
        self._flush()
        while self._open:
            self._close()

    def _close(self) -> None:
        node = self._out.nodes[self._open.pop()]
        self._anchors.pop()
        node.last = len(self._out.pieces)
        node.end = len(self._out.nodes)
        if node.name in _BLOCKS or node.name in _CELLS:
            self._joint = "\n"
        elif node.name in _UNSEEN:
            self._unseen -= 1

    def _flush(self) -> None:
        if not self._data:
            return
        string = "".join(self._data)
        self._data.clear()
        out, at = self._out, self._open[-1]
        node = out.nodes[at]
        if node.name == "script":
            out.scripts.append(string)
            node.has_text = True
        elif node.name == "style":
            out.sheets.append(string)
        elif node.name == "title":
            out.title = out.title or _SPACE.sub(" ", string).strip()
        elif not self._unseen:
            text = _SPACE.sub(" ", string)
            if text == " " and self._joint:
                return
            if self._joint:
                out.joints.append(self._joint)
                self._joint = ""
            out.pieces.append(Piece(text, at, len(out.joints) - 1, self._anchors[-1], node.hidden))


def read_outline(html: str) -> Outline:
    """Parse a decoded page. Any string will do; text after </html> is kept."""
    # The line break keeps Beautiful Soup from taking a short text for a file name.
    markup = prepared(html) + "\n"
    outline = Outline()
    builder = _OutlineBuilder(outline)
    BeautifulSoup(markup, builder=builder)
    builder.finish()
    outline.lines = _lines(outline)
    return outline


def _lines(outline: Outline) -> list[Line]:
    lines: list[Line] = []
    pieces, first = outline.pieces, 0
    for number, joint in enumerate(outline.joints):
        last = first
        while last < len(pieces) and pieces[last].line == number:
            last += 1
        run = pieces[first:last]
        text = "".join([piece.text for piece in run]).strip()
        linked = sum([len(piece.text) for piece in run if piece.anchor >= 0])
        lines.append(Line(text, first, last, joint, linked, all(piece.hidden for piece in run)))
        first = last
    return lines
