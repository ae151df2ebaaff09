"""The lists of a page, found by shape: rows of one kind, each with one title link and mostly a date beside it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from parsers.dates import AddressDate, address_date
from parsers.html.addresses import host_of
from parsers.html.headed import published_cell
from parsers.html.links import Anchor
from parsers.html.markup import Node, Outline
from parsers.html.prepared import FROM_DATA
from parsers.html.records import Entry
from parsers.html.rows import Row, cell_date, read_entry, row_dates
from parsers.html.titles import is_title

_ROWS = ("li", "tr", "dd")
_FURNITURE = re.compile(r"nav|menu|foot|crumb|friend|link|lang|tabs?$|page|logo|header|login|copyright|location", re.I)
_PATH_NUMBER = re.compile(r"\d+")
_LONE_TITLE, _BESIDE_TITLE = 12, 60  # characters: of the title, and most of what stands beside it in its row


@dataclass(slots=True)
class ListBlock:
    """Rows of one shape. `dated` counts the rows with a date shown; `furniture` marks menus and footers."""

    rows: list[Row] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    furniture: bool = False
    is_behind: bool = False  # a tab that is not open
    is_data: bool = False  # written out of a script

    @property
    def dated(self) -> int:
        """Entries whose date is shown in the list."""
        return sum([1 for entry in self.entries if entry.date_source == "list" or entry.date_text])

    def dates_stand_outside(self, outline: Outline, words: str) -> bool:
        """Whether these words are a row's date, and the rows have their dates beside them rather than in them."""
        if not any(entry.date_text and entry.date_text in words for entry in self.entries):
            return False
        tops = [outline.nodes[row.top] for row in self.rows]
        inside = [outline.pieces[at].text for top in tops for at in range(top.first, top.last)]
        return not any(entry.date_text in text for entry in self.entries if entry.date_text for text in inside)

    @property
    def title_mass(self) -> int:
        """Characters of title, each entry counted up to 30: long menus stay below short lists of long titles."""
        return sum([min(len(entry.title), 30) for entry in self.entries if len(entry.title) >= 8])

    @property
    def weight(self) -> float:
        """How much this block looks like the list that the page is for."""
        return (self.title_mass + 40 * self.dated) * (0.2 if self.furniture and not self.dated else 1)


def find_lists(outline: Outline, anchors: Sequence[Anchor], page_url: str) -> list[ListBlock]:
    """Blocks of two rows or more in the order of the document, with their entries read."""
    titles = [one for one in anchors if is_title(outline, one)]
    if not titles:
        return []
    paths = _paths(outline.nodes)
    blocks: dict[tuple[str, int, bool], ListBlock] = {}
    for row in _rows(outline, titles):
        parent = outline.nodes[row.top].parent
        key = (outline.nodes[row.top].name, paths[parent], outline.nodes[row.top].hidden)
        block = blocks.get(key)
        if block is None:
            block = blocks[key] = ListBlock(
                furniture=_is_furniture(outline.nodes, parent),
                is_behind=_is_behind_tab(outline.nodes, row.top),
                is_data=outline.nodes[parent].attrs.get("class") == FROM_DATA,
            )
        block.rows.append(row)
    page_date = address_date(page_url)
    for block in blocks.values():
        block.entries = _entries(outline, block.rows, page_date)
    return [block for block in _joined(blocks.values()) if len(block.entries) > 1 or block.dated]


def _joined(blocks: Iterable[ListBlock]) -> list[ListBlock]:
    """Tags that close too often tear a row or two off a list: dated rows that follow each other belong together."""
    joined: list[ListBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and _is_torn(last, block):
            entries = [*last.entries, *block.entries]
            last.rows += block.rows
            last.entries = [replace(entry, position=at) for at, entry in enumerate(entries)]
        else:
            joined.append(block)
    return joined


def _is_torn(one: ListBlock, other: ListBlock) -> bool:
    if min(len(one.rows), len(other.rows)) > 2 or one.rows[-1].number + 1 != other.rows[0].number:
        return False
    if (one.is_data, one.is_behind) != (other.is_data, other.is_behind):
        return False
    hosts, others = ({host_of(entry.url) for entry in block.entries} - {""} for block in (one, other))
    if hosts and others and not hosts & others:
        return False
    return one.dated == len(one.entries) and other.dated == len(other.entries)


def main_list(blocks: Iterable[ListBlock], host: str) -> ListBlock | None:
    """The list that a column page of this host is for, or None where nothing looks like one."""
    chosen = [block for block in blocks if not block.is_behind and (block.dated or not leads_away(block, host))]
    if any(block.dated and not block.is_data for block in chosen):
        chosen = [block for block in chosen if not block.is_data]
    best = max(
        chosen,
        key=lambda block: block.weight,
        default=None,
    )
    if best is None or (not best.dated and (len(best.entries) < 3 or best.title_mass < 12 * len(best.entries) // 2)):
        return None
    return best


def leads_away(block: ListBlock, host: str) -> bool:
    """Most of its rows lead to other sites: friendly links and the like."""
    return sum(1 for entry in block.entries if entry.url and host_of(entry.url) != host) * 2 > len(block.entries)


def is_lone_row(outline: Outline, block: ListBlock) -> bool:
    """The one entry of a list that has no more: a row with a title's link and a date. Shorter links name a source."""
    if len(block.rows) != 1 or not block.entries or not block.dated:
        return False
    anchor, top = block.rows[0].anchor, outline.nodes[block.rows[0].top]
    if anchor.kind != "page" or len(anchor.text) < _LONE_TITLE or urlsplit(anchor.url).path in ("", "/"):
        return False
    return len(outline.text_of(top)) <= len(anchor.text) + _BESIDE_TITLE


def dated_entries(blocks: Sequence[ListBlock], host: str) -> tuple[Entry, ...]:
    """The entries of all dated blocks, for pages such as the home page that hold many lists; each address once."""
    chosen = [block for block in blocks if block.dated * 2 >= len(block.entries)]
    if not chosen and (best := main_list(blocks, host)):
        chosen = [best]
    found: dict[str, Entry] = {}
    for block in chosen:
        for entry in block.entries:
            if (entry.url or entry.title) not in found:
                found[entry.url or entry.title] = replace(entry, position=len(found))
    return tuple(found.values())


def _rows(outline: Outline, titles: Sequence[Anchor]) -> list[Row]:
    nodes = outline.nodes
    crowded = _crowded(nodes, titles)
    rows: list[Row] = []
    for number, anchor in enumerate(titles):
        first = nodes[titles[number - 1].node].last if number else 0
        last = nodes[titles[number + 1].node].first if number + 1 < len(titles) else len(outline.pieces)
        rows.append(Row(anchor, _row_top(nodes, anchor.node, crowded), first, last, number))
    return rows


def _paths(nodes: Sequence[Node]) -> list[int]:
    """A number for each node: nodes with the same number have the same names, classes and ids all the way up."""
    known: dict[tuple[int, str, str, str], int] = {}
    paths: list[int] = []
    for node in nodes:
        above = paths[node.parent] if node.parent >= 0 else -1
        identity = _PATH_NUMBER.sub("0", node.attrs.get("id", ""))
        key = (above, node.name, node.attrs.get("class", ""), identity)
        paths.append(known.setdefault(key, len(known)))
    return paths


def _key(anchor: Anchor) -> str:
    """What makes two links the same item: the address, or the text where no address is given."""
    return anchor.url or anchor.text


def _crowded(nodes: Sequence[Node], titles: Sequence[Anchor]) -> set[int]:
    """The nodes that hold title links to two addresses or more."""
    holds: dict[int, str] = {}
    crowded: set[int] = set()
    for anchor in titles:
        at = nodes[anchor.node].parent
        while at >= 0 and at not in crowded:
            if holds.setdefault(at, _key(anchor)) != _key(anchor):
                crowded.add(at)
            at = nodes[at].parent
    return crowded


def _row_top(nodes: Sequence[Node], at: int, crowded: set[int]) -> int:
    while nodes[at].parent > 0 and nodes[at].parent not in crowded and nodes[at].name not in _ROWS:
        at = nodes[at].parent
    return at


def _is_behind_tab(nodes: Sequence[Node], at: int) -> bool:
    """Whether the row is hidden, and another panel of the same kind beside its own is open."""
    if not nodes[at].hidden:
        return False
    while nodes[at].parent > 0 and nodes[nodes[at].parent].hidden:
        at = nodes[at].parent
    panel, above = nodes[at], nodes[nodes[at].parent]
    beside = nodes[nodes[at].parent + 1 : above.end]
    return any(
        one.parent == panel.parent
        and not one.hidden
        and (one.name, one.attrs.get("class")) == (panel.name, panel.attrs.get("class"))
        for one in beside
    )


def _is_furniture(nodes: Sequence[Node], at: int) -> bool:
    for _ in range(4):
        if at <= 0:
            return False
        attrs = nodes[at].attrs
        if nodes[at].name in ("nav", "footer", "header"):
            return True
        if _FURNITURE.search(attrs.get("class", "")) or _FURNITURE.search(attrs.get("id", "")):
            return True
        at = nodes[at].parent
    return False


def _entries(outline: Outline, rows: Sequence[Row], page_date: AddressDate | None) -> list[Entry]:
    """One entry for each address. Where the dates stand (in, after or before the link) the whole block decides."""
    found = [row_dates(outline, row, page_date, beyond=False) for row in rows]
    if sum(1 for dates in found if any(dates)) * 2 < len(rows):
        # Rows that lost their tags, or <dt> and <dd> beside each other: the dates stand outside the row's element.
        found = [row_dates(outline, row, page_date, beyond=True) for row in rows]
    sides = [sum(1 for dates in found if dates[side]) for side in range(3)]
    side = sides.index(max(sides))
    place = published_cell(outline, rows[0].top)
    entries: dict[str, Entry] = {}
    for row, dates in zip(rows, found, strict=True):
        shown = cell_date(outline, row, place, page_date) if place is not None else None
        entry = read_entry(outline, row, shown or dates[side] or dates[0], len(entries))
        key = _key(row.anchor)
        known = entries.get(key)
        # A picture and a title often lead to the same item: the fuller one counts.
        if known is None or (known.date is None and entry.date) or len(entry.title) > len(known.title):
            position = known.position if known else entry.position
            date_from = entry if entry.date or not known else known
            entries[key] = replace(date_from, title=entry.title, url=entry.url, position=position)
    return list(entries.values())
