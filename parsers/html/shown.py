"""The dates that a page shows for itself, in order of trust: label, neighbourhood, nearness to the title."""

import re

from parsers.dates import AddressDate, DateCandidate, FoundDate, candidate, find_dates
from parsers.html.content import Content
from parsers.html.markup import Line, Outline

_PUBLISHED = re.compile(
    r"(?:发布|发表|发文|公开|发稿|上网|上传|刊发|公布|添加|录入|加入|提交|创建|撰写|编辑|更新)\s*(?:时间"
    r"|日期|于|在)|(?:日期|时间)\s*[:：]|^\s*发布于?|PubDate|Posted",
    re.I,
)
_UPDATED = re.compile(r"更新\s*(?:时间|日期)")
# Dates of the document, not of its publication: they count, but after every better one.
_OF_DOCUMENT = re.compile(
    r"成文|生成|印发|施行|实施|生效|失效|废止|有效期|签发|截止|报名|开标|会议|活动|召开|办理|受理|回复"
    r"|答复|来信|留言|提问"
)
_BESIDE = re.compile(
    r"来源|作者|浏览|点击|阅读|访问|字体|字号|编辑|打印|评论|稿源|分享|责编|发布者|发布人|供稿|通讯员|次数"
    r"|\.(?:com|cn)\b",
    re.I,
)
_DATED = re.compile(r"[\d年]")
_REST = re.compile(r"[\s\d:：\-/.,年月日时分秒()（）\[\]【】|星期一二三四五六日天周]+")
_LONGEST_LINE = 160  # characters; a longer line is prose, and the dates in it are those of events
_SENTENCE = re.compile(r"[，。；！？]")
_FARTHEST = 25  # lines between a title and its date
_ENOUGH = 20
_HEAD = 7  # lines of an article's head
_TITLE_OF_ROW, _NAME = 12, 8  # characters of a link; below are names of sources and authors, or 打印
_ADDRESS = re.compile(r"https?://|www\.", re.I)
_SHORTEST_TITLE = 6  # characters; below are headings of lists


def shown_dates(
    outline: Outline, title: str, content: Content | None, address: AddressDate | None
) -> tuple[list[DateCandidate], list[DateCandidate]]:
    """(dates shown for the page itself, best first; dates shown at the end of the text, which are the document's)."""
    places = _title_places(outline.lines, title)
    scored: list[tuple[float, int, DateCandidate]] = []
    signed: list[DateCandidate] = []
    for number, line in enumerate(outline.lines):
        if line.hidden or len(line.text) > _LONGEST_LINE or not _DATED.search(line.text):
            continue
        for found in find_dates(line.text, url_date=address):
            distance = _distance(places, number)
            if _is_list_row(outline, number, found, _distance(places, number)):
                continue
            score = _score(line, found, distance)
            if score and distance not in (0, 1, 2) and _beside_link(outline, number):
                score -= 30 if found.clock else 60  # lists seldom show the time of day
            if score >= _ENOUGH:
                scored.append((-score, number, candidate(found, "shown", line.text)))
            elif content is not None and _is_signature(line, found) and line.first >= content.node.first:
                signed.append(candidate(found, "shown", line.text))
    scored.sort(key=lambda one: one[:2])
    return [one[2] for one in scored], signed[-1:]


def _title_places(lines: list[Line], title: str) -> list[int]:
    head = "".join(title.split())[:12]
    if len(head) < 4:
        return []
    return [n for n, line in enumerate(lines) if not line.linked and head in "".join(line.text.split())[:60]]


def stands_under_title(lines: list[Line], title: str, words: str, before: int) -> bool:
    """Whether the line with these words follows close under the title, as the date of an article's head does.

    Where the title is not written on the page, a date above the page's list, which begins with piece `before`, will do.
    """
    places = _title_places(lines, title)
    if not places:
        return any(line.text == words and line.first < before for line in lines)
    return any(lines[n].text == words for place in places for n in range(place, min(place + _HEAD, len(lines))))


def _distance(places: list[int], number: int) -> int | None:
    """Lines from the nearest title above (positive) or below (negative)."""
    above = [number - place for place in places if place <= number]
    if above:
        return min(above)
    return max([number - place for place in places], default=None)


def _score(line: Line, found: FoundDate, distance: int | None) -> float:
    before = line.text[: found.start]
    beside = bool(_BESIDE.search(line.text))
    rest = _REST.sub("", line.text[: found.start] + line.text[found.end :])
    label = _PUBLISHED.search(before[-12:])
    if _OF_DOCUMENT.search(before[-12:]) and not label:
        return 0
    if line.linked and not beside and not label and line.linked > len(found.text):
        return 0  # an entry of a list, or a link to other news
    if label:
        score = 60.0 if _UPDATED.search(before) else 75.0
    elif beside:
        score = 50.0
    elif not rest:
        score = 52.0 if found.clock else 40.0
    elif _SENTENCE.search(rest) or len(rest) > 30:
        return 0
    else:
        score = 15.0
    return score + _nearness(distance)


def _nearness(distance: int | None) -> float:
    if distance is None:
        return 0
    if distance < 0:
        return 10 if distance >= -4 else -15
    return max(30 - 2 * distance, -20 if distance > _FARTHEST else 0)


def _is_list_row(outline: Outline, number: int, found: FoundDate, distance: int | None) -> bool:
    """A title that leads elsewhere stands before the date on its own line: a row of a list, whatever label it has.

    Under a title a short link or an address is the source or the author.
    """
    line = outline.lines[number]
    shortest = _TITLE_OF_ROW if distance is not None and 0 < distance < _HEAD else _NAME
    at = 0
    for piece in outline.pieces[line.first : line.last]:
        if at >= found.start:
            return False
        words = piece.text.strip()
        if piece.anchor >= 0 and len(words) >= shortest and not _ADDRESS.match(words):
            return True
        at += len(piece.text)
    return False


def _beside_link(outline: Outline, number: int) -> bool:
    """Dates of list rows stand on a line of their own right after or before the line of a title link."""
    if number and outline.lines[number - 1].linked == 0 and len(outline.lines[number - 1].text) >= _SHORTEST_TITLE:
        return False  # under a title, whatever link follows (an attachment, 上一篇)
    for line in outline.lines[max(0, number - 1) : number + 2]:
        if line.linked < 8 or line.linked < 0.8 * len(line.text):
            continue
        if any(piece.anchor >= 0 and len(piece.text) >= 8 for piece in outline.pieces[line.first : line.last]):
            return True
    return False


def _is_signature(line: Line, found: FoundDate) -> bool:
    return len(_REST.sub("", line.text.replace(found.text, ""))) <= 4 and not line.linked
