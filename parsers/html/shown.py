"""The dates that a page shows for itself, in order of trust: label, neighbourhood, nearness to the title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.dates import AddressDate, DateCandidate, FoundDate, candidate, find_dates
from parsers.html.content import Content
from parsers.html.markup import Line, Outline

_PUBLISHED = re.compile(
    r"(?:发布|发表|发文|公开|发稿|上网|上传|刊发|公布|添加|录入|加入|提交|创建|撰写|编辑|更新|登载|刊登|刊载|转载|报道"
    r"|推送|入库|公告|信息|文章|新闻|稿件)\s*(?:时间|日期)|^\s*发布于?|PubDate|Posted",
    re.I,
)
_PUBLISHED_ON = re.compile(r"(?:发布|发表|公开|上网|上传|刊发|公布|添加|录入|提交|创建|撰写|编辑|更新)\s*[于在]")
_PLAIN = re.compile(r"(?:日\s*期|时\s*间)\s*[:：]")
_UPDATED = re.compile(r"更新\s*(?:时间|日期)")
# Words near before a date that make it another date than that of the publication.
_OTHERWISE = re.compile(
    r"成文|生成|印发|施行|实施|生效|失效|废止|有效期|签发|截止|报名|开标|会议|活动|召开|办理|受理|回复"
    r"|答复|来信|留言|提问"
)
_LABEL_END = r"(?:日?\s*[:：]|(?:日\s*期|时\s*间)\s*[:：]?)[\s(（\[【]*$"
# Dates of the document and of its matter, not of its publication: they count, but after every better one.
_OF_MATTER = re.compile(r"[\u4e00-\u9fff](?:日期|时间)\s*[:：]?[\s(（\[【]*$")
_OF_DOCUMENT = re.compile(rf"(?:成文|生成|印发|签发|发文|行文|制定){_LABEL_END}")
_OF_EVENT = re.compile(
    r"(?:开始|起始|结束|终止|截止|到期|施行|实施|执行|生效|失效|废止|报名|开标|投标|会议|活动|展会|比赛|考试|面试"
    rf"|培训|开工|竣工|举办|举行|召开|出生){_LABEL_END}"
)
_LABEL = re.compile(r".{0,8}(?:[:：]|日\s*期|时\s*间)\s*")  # all of a line or of a cell before its value
_BESIDE = re.compile(
    r"来源|作者|浏览|点击|阅读|访问|字体|字号|编辑|打印|评论|稿源|分享|责编|发布者|发布人|供稿|通讯员|次数"
    r"|\.(?:com|cn)\b",
    re.I,
)
_DATED = re.compile(r"[\d年]")
_REST = re.compile(r"[\s\d:：\-/.,年月日时分秒()（）\[\]【】|星期一二三四五六日天周]+")
_LONGEST_LINE = 160  # characters; a longer line is prose, and the dates in it are those of events
_SENTENCE = re.compile(r"[，。；！？]")
_CLAUSES = re.compile(r"[。；！？]|，.*，")  # words of a head, as 访问 and 分享, stand in prose too
_FARTHEST = 25  # lines between a title and its date
_ENOUGH = 20
_HEAD, _BEFORE_TITLE = 7, 4  # lines of an article's head from its title on, and before it
_TITLE_OF_ROW, _NAME = 12, 8  # characters of a link; below are names of sources and authors, or 打印
_ADDRESS = re.compile(r"https?://|www\.", re.I)
_SHORTEST_TITLE = 6  # characters; below are headings of lists
_PROSE = 30  # characters; a line of running text is at least as long


@dataclass(frozen=True, slots=True)
class ShownDates:
    """The dates that a page shows for itself, by what they are the dates of."""

    published: list[DateCandidate]  # best first
    of_document: list[DateCandidate]  # in the page's head
    signed: list[DateCandidate]  # under the text; the last one

    @property
    def head(self) -> list[DateCandidate]:
        """Every date of the page's head, in order of trust."""
        return self.published + self.of_document

    @property
    def later(self) -> list[DateCandidate]:
        """The dates of the document, which count where nothing says when it was published."""
        return self.of_document + self.signed


@dataclass(frozen=True, slots=True)
class _Shown:
    """A date on the page. `before` are the words that may be its label; `distance` is counted from the title."""

    line: Line
    found: FoundDate
    before: str
    distance: int | None
    beside_link: bool

    @property
    def is_labelled(self) -> bool:
        near = self.before[-12:]
        if _PUBLISHED.search(near) or _PLAIN.search(near) or self.is_of_document:
            return True
        return bool(_PUBLISHED_ON.search(near)) and not _CLAUSES.search(self.line.text)

    @property
    def is_beside(self) -> bool:
        return bool(_BESIDE.search(self.line.text)) and not _CLAUSES.search(self.line.text)

    @property
    def is_of_document(self) -> bool:
        """Beside a source the label may stand close after a name: 来源：县政府日期：."""
        if _OF_DOCUMENT.search(self.before):
            return True
        return not (self.is_beside or _PUBLISHED.search(self.before[-12:])) and bool(_OF_MATTER.search(self.before))

    @property
    def candidate(self) -> DateCandidate:
        return candidate(self.found, "shown", self.line.text)


def shown_dates(outline: Outline, title: str, content: Content | None, address: AddressDate | None) -> ShownDates:
    """The dates that a page shows for itself; those of events, of list rows and of prose are left out."""
    places = _title_places(outline.lines, title)
    every = list(_every_date(outline, places, address))
    has_rows = sum([one.beside_link for one in every]) > 1
    scored: list[tuple[float, DateCandidate]] = []
    documents: list[DateCandidate] = []
    signed: list[DateCandidate] = []
    text = _running_text(outline.lines, places, content)
    for one in every:
        is_enough = (score := _score(one, title, has_rows=has_rows)) >= _ENOUGH
        is_signature = content is not None and one.line.first >= content.node.first and _is_signature(one, text)
        if is_enough and one.is_of_document:
            documents.append(one.candidate)
        elif is_enough and not (is_signature and one.line.first in text):
            scored.append((score, one.candidate))
        elif is_signature:
            signed.append(one.candidate)
    scored.sort(key=lambda pair: -pair[0])
    return ShownDates([date for _, date in scored], documents, signed[-1:])


def _every_date(outline: Outline, places: list[int], address: AddressDate | None) -> Iterator[_Shown]:
    for number, line in enumerate(outline.lines):
        if line.hidden or len(line.text) > _LONGEST_LINE or not _DATED.search(line.text):
            continue
        distance = _distance(places, number)
        for found in find_dates(line.text, url_date=address):
            before = _words_before(outline.lines, number, found)
            if _OF_EVENT.search(before) or _is_list_row(outline, number, found, distance):
                continue
            beside_link = distance not in (0, 1, 2) and _beside_link(outline, number)
            yield _Shown(line, found, before, distance, beside_link)


def _words_before(lines: list[Line], number: int, found: FoundDate) -> str:
    """The words before a date on its line; where it begins the line, the label on the line or in the cell before."""
    before = lines[number].text[: found.start]
    above = lines[number - 1] if number else None
    if above is None or above.hidden or _REST.sub("", before) or not _LABEL.fullmatch(above.text):
        return before
    return above.text


def _running_text(lines: list[Line], places: list[int], content: Content | None) -> range:
    """The pieces of the text under the title, after the line with which its prose begins."""
    if content is None:
        return range(0)
    for line in lines[places[0] if places else 0 :]:
        if line.first >= content.node.first and len(line.text) >= _PROSE and "。" in line.text and not line.linked:
            return range(line.last, content.node.last)
    return range(0)


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


def _score(one: _Shown, title: str, *, has_rows: bool) -> float:
    line, found = one.line, one.found
    rest = _REST.sub("", line.text[: found.start] + line.text[found.end :])
    if one.distance == 0 and rest and not one.is_labelled:
        if found.text in title:
            return 0  # 疫情通报（5月10日）
        if rest == _REST.sub("", title):
            rest = ""  # the title, and the date after it
    if rest and not one.is_labelled and _OTHERWISE.search(one.before[-12:]):
        return 0
    if line.linked and not one.is_beside and not one.is_labelled and line.linked > len(found.text):
        return 0  # an entry of a list, or a link to other news
    if one.is_labelled:
        score = 60.0 if _UPDATED.search(one.before) else 75.0
    elif one.is_beside:
        score = 50.0
    elif not rest:
        score = 52.0 if found.clock else 40.0
    elif _SENTENCE.search(rest) or len(rest) > 30:
        return 0
    else:
        score = 15.0
    return score + _nearness(one.distance) - (_row_penalty(one, has_rows=has_rows) if one.beside_link else 0)


def _row_penalty(one: _Shown, *, has_rows: bool) -> int:
    """Beside a link stand the dates of a list's rows; lists seldom show the time of day.

    The only such date of a page, with a label, is its own: the title in an article's head may be a link to itself.
    """
    if not has_rows and one.is_labelled:
        return 0
    if one.found.clock:
        return 30
    is_in_head = one.distance is not None and -_BEFORE_TITLE <= one.distance <= _HEAD
    return 90 if has_rows and not is_in_head else 60


def _nearness(distance: int | None) -> float:
    if distance is None:
        return 0
    if distance < 0:
        return 10 if distance >= -_BEFORE_TITLE else -15
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


def _is_signature(one: _Shown, text: range) -> bool:
    """A date without label or time of day that stands alone, or under the text after the name of who signs."""
    line = one.line
    if line.linked or one.is_labelled or one.found.clock:
        return False
    rest = _REST.sub("", line.text.replace(one.found.text, ""))
    if len(rest) <= 4:
        return True
    return line.first in text and len(rest) <= 30 and not _SENTENCE.search(rest) and not _BESIDE.search(rest)
