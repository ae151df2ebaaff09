"""One row of a list: its title, its address, and the date that stands in, after or before its link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.dates import AddressDate, FoundDate, address_date, parse_date
from parsers.html.headed import cells
from parsers.html.links import Anchor
from parsers.html.markup import Node, Outline, Piece, texts_of
from parsers.html.records import Entry

SHORTEST_TITLE = 5  # characters; below are names of columns, 更多 and page numbers
_LONGEST_DATE_TEXT = 40
_FARTHEST = 12  # runs of text between a link and its date
# What may stand beside a date in a list: brackets and labels, a source, a hit count.
_BESIDE_DATE = re.compile(
    r"发布时间|发布日期|公开日期|公开时间|更新时间|更新日期|时间|日期|发布|来源|点击|浏览|次数|次"
    r"|[\s\[\]()（）【】〔〕|｜:：/·•\-—>»]+"
)
_END_DATE = re.compile(r"^(?P<title>.{4,}?)\s*[\[(（【\s]\s*(?P<date>[\d年月日./: -]{5,20})\s*[\])）】]?$")
_START_DATE = re.compile(r"^[\[(（【]?\s*(?P<date>[\d年月日./-]{5,11})\s*[\])）】]?\s+(?P<title>.{4,})$")
_YEARLESS = re.compile(r"[\[(（【]?\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?\s*[\])）】]?")
_BARE_DATE = re.compile(r"[\[(（【]?\d{2,4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}日?)?月?[\])）】]?")
_DIGIT = re.compile(r"[\d年]")
_PROSE = re.compile(r"[，。；]")
# Days of the document or of what it announces; that of publication may stand beside them.
_OF_DOCUMENT = re.compile(
    r"(?:成文|生成|制发|印发|签发|施行|实施|生效|失效|废止|截止|有效|到期)[\u4e00-\u9fff]{0,3}\s*[:：]"
)
_OF_TODAY = re.compile(r"天气|气温|℃|°C|今天|现在|当前时间")  # a box beside the list


@dataclass(slots=True)
class Row:
    """One title link, the element of its row, and the pieces that no neighbouring title link claims.

    `number` counts the page's title links, so that rows which follow each other are known.
    """

    anchor: Anchor
    top: int
    first: int
    last: int
    number: int


Shown = tuple[FoundDate | None, str]  # the date, and its words: alone where the year is missing


def row_dates(
    outline: Outline, row: Row, page_date: AddressDate | None, *, beyond: bool
) -> tuple[Shown | None, Shown | None, Shown | None]:
    """What is shown inside the link, after it and before it: in the row, or (`beyond`) in the element around it."""
    nodes = outline.nodes
    link, top = nodes[row.anchor.node], nodes[row.top]
    if beyond:
        top = nodes[top.parent]
    url_date = address_date(row.anchor.url) or page_date
    before = _seen(outline, max(row.first, top.first, link.first - _FARTHEST), link.first, link)
    after = _seen(outline, link.last, min(row.last, top.last, link.last + _FARTHEST), link)
    return (
        _inside_date(outline, link, url_date),
        _side_date(after, 1, url_date),
        _side_date(before, -1, url_date),
    )


def _seen(outline: Outline, first: int, last: int, link: Node) -> list[Piece]:
    """What a row hides (the tooltip of its title, with 生成日期) is no date of it; a whole list may stand behind a tab."""
    return [piece for piece in outline.pieces[first:last] if link.hidden or not piece.hidden]


def cell_date(outline: Outline, row: Row, place: int, page_date: AddressDate | None) -> Shown | None:
    """What is shown in the row's cell at that place."""
    inside = cells(outline.nodes, row.top)
    if place >= len(inside):
        return None
    return _short_date(outline.text_of(outline.nodes[inside[place]]), address_date(row.anchor.url) or page_date)


def _inside_date(outline: Outline, link: Node, url_date: AddressDate | None) -> Shown | None:
    texts = outline.texts(link.first, link.last)
    if len(texts) == 1 and (apart := _set_apart(outline, link)):
        return _short_date(apart, url_date)
    if len(texts) > 1 and (shown := _beside_date(texts, url_date) or _beside_date(texts[::-1], url_date)):
        return shown
    match = (_END_DATE.match(texts[0]) or _START_DATE.match(texts[0])) if texts else None
    return _short_date(match["date"].strip(), url_date) if match else None


def _set_apart(outline: Outline, link: Node) -> str:
    """The date at the end or the start of a link's one line, where only its style sets it apart from the title."""
    runs = [text for piece in outline.pieces[link.first : link.last] if (text := piece.text.strip())]
    ends = (runs[-1], runs[0]) if len(runs) > 1 else ()
    return next((text for text in ends if _BARE_DATE.fullmatch(text) and _short_date(text, None)), "")


def _side_date(pieces: Sequence[Piece], step: int, url_date: AddressDate | None) -> Shown | None:
    """The date nearest to the link: by lines, then by the runs of a line that only styles set apart (15|2020-03)."""
    shown = _beside_date(texts_of(pieces)[::step], url_date)
    if shown is None and len(pieces) > 1:
        shown = _beside_date([piece.text.strip() for piece in pieces][::step], url_date)
    return shown


def _beside_date(texts: Sequence[str], url_date: AddressDate | None) -> Shown | None:
    """The best text that is a date and little else, or two to three short neighbours that make one (15 | 2020-03)."""
    published = [text for text in texts if not _OF_DOCUMENT.search(text)]
    return _first_date(published, url_date) or (_first_date(texts, url_date) if len(published) < len(texts) else None)


def _first_date(texts: Sequence[str], url_date: AddressDate | None) -> Shown | None:
    for text in texts:
        if len(text) <= _LONGEST_DATE_TEXT and _DIGIT.search(text) and (shown := _short_date(text, url_date)):
            if shown[0] is None and (leaf := _leaf(texts)):
                return leaf
            return shown
    return _leaf(texts)


def _leaf(texts: Sequence[str]) -> Shown | None:
    for first in range(len(texts) - 1):
        pair = texts[first : first + 2]
        if max(len(pair[0]), len(pair[1])) > 10 or not (_DIGIT.search(pair[0]) and _DIGIT.search(pair[1])):
            continue
        for joined in (" ".join(pair), " ".join(reversed(pair))):
            if found := parse_date(joined):
                return found, joined
    return None


def _short_date(text: str, url_date: AddressDate | None) -> Shown | None:
    if _OF_TODAY.search(text):
        return None
    found = parse_date(text, url_date=url_date)
    if found is None:
        bare = _BESIDE_DATE.sub(" ", text).strip() if ":" in text or "：" in text else text
        found = parse_date(bare, url_date=url_date)
    if found is None:
        return (None, text) if _YEARLESS.fullmatch(text) else None
    rest = _BESIDE_DATE.sub("", text.replace(found.text, ""))
    # 主题分类：提案答复 日期：2019-07-09 has more words beside its date than a bare row, and the date at its end.
    most = 24 if text.rstrip("])）】 ").endswith(found.text) and ("：" in text or ":" in text) else 12
    return (found, text) if len(rest) <= most and not _PROSE.search(rest) else None


def read_entry(outline: Outline, row: Row, shown: Shown | None, position: int) -> Entry:
    title = _title(outline, row)
    if shown is not None:
        found, words = shown
        if found is not None:
            return Entry(title, row.anchor.url, found.day, "list", words, position)
        return Entry(title, row.anchor.url, None, None, words, position)
    by_address = address_date(row.anchor.url)
    if by_address and by_address.date:
        return Entry(title, row.anchor.url, by_address.date, "address", "", position)
    return Entry(title, row.anchor.url, None, None, "", position)


def _title(outline: Outline, row: Row) -> str:
    """The link's text without a date at its end or start; of a link over a whole card, its longest short line."""
    title = row.anchor.text
    link = outline.nodes[row.anchor.node]
    inside = outline.texts(link.first, link.last)
    if len(inside) > 1 and title == " ".join(inside):
        undated = [text for text in inside if not _short_date(text, None)]
        title = next((text for text in undated if len(text) >= SHORTEST_TITLE), title)
    if apart := _set_apart(outline, link):
        title = title.removesuffix(apart).removeprefix(apart).strip() if title == "".join(inside) else title
    match = _END_DATE.match(title) or _START_DATE.match(title)
    if match and _short_date(match["date"].strip(), None):
        return match["title"].strip()
    return title
