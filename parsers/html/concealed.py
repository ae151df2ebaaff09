"""Blocks that a reader cannot see although their text is on the page: the ways in which links are hidden on stolen sites.

Apart from `Node.hidden` on purpose: font-size:0 around a list, a menu folded to no height or a tab off the screen is everyday
markup whose text counts. What is concealed matters for links to other sites only.
"""

import re
from collections.abc import Iterator
from itertools import count

from parsers.html.markup import Node, Outline

_NOTHING = r"0*(?:\.0+)?\s*(?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|$)"
_STYLE = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])opacity\s*:\s*{_NOTHING}|font-size\s*:\s*{_NOTHING}"
    r"|text-indent\s*:\s*-\s*\d{3,}|(?<![-\w])(?:left|top|right)\s*:\s*-\s*(?:[5-9]\d\d|\d{4,})|margin(?:-left|-top)?\s*:\s*-\s*\d{4,}|clip\s*:\s*rect\(\s*0|transform\s*:\s*scale\(\s*0",
    re.I,
)
_FOLDED = re.compile(
    r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01]?(?:\.\d+)?\s*(?:px|pt|em)?\s*(?:!important)?\s*(?:;|$)", re.I
)
_CUT = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.I)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([#\w]+)", re.I)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([#\w]+)", re.I)
_SHORT_HEX = re.compile(r"^#([0-9a-f])([0-9a-f])([0-9a-f])$")
_NAMED = {"white": "#ffffff", "black": "#000000"}
_MARK = re.compile(r"[.#][\w-]+")  # a selector of a style element; longer ones say more than we can tell
_OPENS = re.compile(
    r"document\.write(?:ln)?\s*\(\s*(['\"]).{0,20}?<div[^>]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|-\d{3,}px)",
    re.I | re.S,
)
_BY_SCRIPT = re.compile(
    r"getElementById\(\s*['\"]([\w-]+)['\"]\s*\)\.style\.(?:display\s*=\s*['\"]none|visibility\s*=\s*['\"]hidden|position\s*=\s*['\"]absolute)",
    re.I,
)  # fmt: skip
_TINY = 5  # pixels of a marquee that nobody sees


def mark_concealed(outline: Outline) -> None:
    """Sets `concealed` on every node that a concealed element holds."""
    marks = _marks(outline)
    grounds: list[str] = []  # the background of each node, as far as inline styles tell it
    for node in outline.nodes:
        inside = node.parent >= 0 and outline.nodes[node.parent].concealed
        ground = grounds[node.parent] if node.parent >= 0 else ""
        if node.attrs:
            ground = _ground(node) or ground
            inside = inside or _is_concealed(node, ground, marks)
        grounds.append(ground)
        node.concealed = inside or node.hidden
    _between_writes(outline)


def _marks(outline: Outline) -> frozenset[str]:
    """ ".class" and "#id" that a style element or a script of the page conceals."""
    found = {mark for sheet in outline.sheets for mark in _hiding(sheet)}
    for script in outline.scripts:
        if "getElementById" in script:
            found.update(f"#{name}" for name in _BY_SCRIPT.findall(script))
    return frozenset(found)


def _hiding(sheet: str) -> Iterator[str]:
    for rule in sheet.split("}"):
        selectors, _, style = rule.partition("{")
        if _hides(style):
            yield from (one.strip() for one in selectors.split(",") if _MARK.fullmatch(one.strip()))


def _is_concealed(node: Node, ground: str, marks: frozenset[str]) -> bool:
    attrs = node.attrs
    if marks and (
        f"#{attrs.get('id', '')}" in marks or any(f".{one}" in marks for one in attrs.get("class", "").split())
    ):
        return True
    if node.name == "marquee" and any(
        attrs.get(side, "").isdigit() and int(attrs[side]) <= _TINY for side in ("height", "width")
    ):
        return True
    style = attrs.get("style", "")
    if style and _hides(style):
        return True
    if not ground:
        return False
    match = _COLOUR.search(style)
    return _plain(match[1] if match else attrs.get("color", "")) == ground


def _hides(style: str) -> bool:
    return _STYLE.search(style) is not None or (_FOLDED.search(style) is not None and _CUT.search(style) is not None)


def _ground(node: Node) -> str:
    """The background that the element itself sets, in one spelling."""
    style = node.attrs.get("style")
    if style and (match := _GROUND.search(style)):
        return _plain(match[1])
    return _plain(node.attrs["bgcolor"]) if "bgcolor" in node.attrs else ""


def _plain(colour: str) -> str:
    lowered = colour.strip().lower()
    return _NAMED.get(lowered) or _SHORT_HEX.sub(r"#\1\1\2\2\3\3", lowered) if len(lowered) < 8 else ""


def _between_writes(outline: Outline) -> None:
    """A script writes `<div style="display:none">` and a later one its end: what stands between is concealed."""
    if not any(_OPENS.search(script) for script in outline.scripts):
        return
    inside, scripts = False, count()
    texts = outline.scripts
    for node in outline.nodes:
        if node.name == "script" and node.has_text:
            script = texts[next(scripts)]
            left_open = script.count("<div") - script.count("</div")
            if _OPENS.search(script) and left_open > 0:
                inside = True
            elif "document.write" in script and left_open < 0:
                inside = False
        node.concealed = node.concealed or inside
