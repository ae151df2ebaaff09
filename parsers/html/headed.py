"""Lists whose rows have a head: which of a row's dates is that of its publication (成文日期 and 发布日期 stand side by side)."""

import re
from collections.abc import Sequence

from parsers.html.markup import Node, Outline

_DATE = re.compile(r"日期|时间")
_PUBLISHED = re.compile(r"(?:发布|公开|发表|添加|上网|公布|录入)(?:日期|时间)")
_MOST_CELLS = 12


def published_cell(outline: Outline, top: int) -> int | None:
    """The place of the cell that holds the publication date in the row `top`; None where no head says so."""
    for head in _heads(outline.nodes, top):
        texts = [outline.text_of(outline.nodes[cell]) for cell in cells(outline.nodes, head)]
        if len(texts) < 3 or any(len(text) > 15 for text in texts) or not any(_DATE.search(text) for text in texts):
            continue
        return next((number for number, text in enumerate(texts) if _PUBLISHED.search(text)), None)
    return None


def cells(nodes: Sequence[Node], row: int) -> list[int]:
    """The elements that stand directly in a row."""
    found: list[int] = []
    at = row + 1
    while at < nodes[row].end and len(found) <= _MOST_CELLS:
        found.append(at)
        at = nodes[at].end
    return found


def _heads(nodes: Sequence[Node], top: int) -> list[int]:
    """The first row beside this one, and the first of the table's head."""
    above = nodes[top].parent
    if above < 0:
        return []
    first = [at for at in cells(nodes, above)[:1] if at != top and nodes[at].name == nodes[top].name]
    body = nodes[above].parent
    if nodes[above].name == "tbody" and body >= 0:
        first += [
            row for part in cells(nodes, body)[:2] if nodes[part].name == "thead" for row in cells(nodes, part)[:1]
        ]
    return first
