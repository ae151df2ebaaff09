"""Prose cut into sections, sentences and clauses, and every quantity with the words around it."""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.report.numbers import Quantity, find_quantities

_SENTENCE = re.compile(r"[^。!?\n]+")
_TOP = r"(?:^|(?<=[\s。;!?:]))(?P<top>第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,3}(?= ?[、.,])|(?<![^\n])[一二三四五六七八九十]{1,3}(?= [^\n,。;:\d]{2,30}\n)) ?[、.,:]? ?(?=[^\s、])"
_SUB = r"(?<!第)\((?P<sub>[一二三四五六七八九十]{1,3})\) ?"
_MINOR = r"(?:^|(?<=[\s。;]))(?P<minor>\d{1,2}) ?[、.](?=[^\d。;:!?\n]{4,24}[。:\n])"
_HEADING = re.compile(rf"{_TOP}|{_SUB}|{_MINOR}", re.MULTILINE)
# A heading that has run into its text: 二、主动公开情况2016年我局…, 三、依申请公开全区…
_RUN_ON = re.compile(
    rf"(?:{_TOP}|{_SUB})[^。;:,!?\n\d]{{0,30}}?(?:情况|概述|概况|工作|方面|措施|打算|问题|事项|内容|形式|方式|数量|保障|建设|诉讼|收费|费用|减免|"
    r"咨询|公开)(?=20\d\d ?年|本年|本学年|全年|今年|截[至止]|[我全][省市县区州旗镇乡局委办厅院校]|本[局机单委市县区]|根据|按照)",
    re.MULTILINE,
)
_HEADING_END = re.compile(r"[。;:,!?\n]|\d{4}年| (?=\S)")
_LONGEST = 400  # characters of a clause
_BEFORE = 60  # characters of the sentence before that a clause carries
_CONTEXT = 300  # characters of the sentence that a clause carries on each side
_TITLE_LENGTH = 34  # longer "titles" have run into the text that follows them
_OUTLOOK = re.compile(
    r"存在.{0,8}(?:问题|不足|困难)|主要问题|问题(?:及|和|与|、)|^问题$|不足之处|"
    r"改进|下一步|下步|下阶段|今后|打算|努力(?:的)?方向|"
    r"工作(?:计划|安排|思路)$|年(?:工作)?(?:计划|安排|思路|打算)"
)
_ASIDE = re.compile(r"\([^()]{1,60}\)(?=[\u4e00-\u9fff])|\((?:不?包[含括]|不含)[^()\d]{2,60}\)")
REMARK = re.compile(r"\((?:不?包[含括]|不含|[^()]{4,30}、)[^()\d]{4,50}\)")  # 政务新媒体(“某市交通”微博、微信等)
_NOTE = re.compile(r"\((?:备?注|说明):[^()]*$")
_ONCE = re.compile(r"(?:相同|同一|同样)(?:的)?(?:政府)?(?:信息|内容)(?:只|仅|均)?(?:按|计|算|统计)")
_DOERS = re.compile(
    r"(?:[^,;:、。\d]{0,6}(?:部门|单位|机关|机构|企业|学校|医院)|乡镇|镇街|[县市区乡镇村]+|街道(?:办事处|办)?|社区)(?:\([^()]{1,12}\))?(?:共|主动|累计|合计)*公开(?!了|[^,;。\d]{0,4}(?:预算|决算|年报))"
)
_QUIET_BLANK = re.compile(r"(?<=[^\d\s]) +(?=[^\d\s]|20\d\d ?年)")


@dataclass(frozen=True, slots=True)
class Section:
    """The nearest headings above a place. In the outlook (problems, plans) no figure is one of the year."""

    title: str = ""
    part: str = ""
    is_outlook: bool = False

    @property
    def words(self) -> str:
        return f"{self.title} {self.part}"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two delimiters. `lead` is the sentence before it, `rest` what follows it in the sentence."""

    text: str
    start: int
    end: int
    lead: str
    rest: str
    opener: str  # the sign in front of the clause: "", ",", ";", ":", "(", ")", "、" or " "
    before: str  # the end of the sentence before, in the same paragraph
    section: Section
    sentence: int  # running number
    paragraph: int
    quantities: tuple[Quantity, ...]

    @property
    def whole(self) -> str:
        """The sentence around the clause, as far as the clause carries it."""
        return self.lead + self.text + self.rest

    def place_of(self, quantity: Quantity) -> int:
        """Where in `whole` a quantity of the clause begins."""
        return len(self.lead) + quantity.start - self.start

    @property
    def is_note(self) -> bool:
        """(注:含12345热线转来的), (不同渠道公开相同信息计1条): words of explanation, which open no subject."""
        return (not self.quantities and _NOTE.search(self.lead) is not None) or _ONCE.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its clause: `before` and `after` reach to the neighbouring quantities or the clause's ends."""

    quantity: Quantity
    before: str
    after: str
    clause: Clause

    @property
    def around(self) -> str:
        return f"{self.before}#{self.after}"


def sections_of(folded: str) -> list[tuple[int, Section]]:
    """Where each section begins, in order. A heading of the first level ends the part below it."""
    found = [(0, Section())]
    for match in _HEADING.finditer(folded):
        end = _HEADING_END.search(folded, match.end() + 1, match.end() + _TITLE_LENGTH)
        title = folded[match.end() : end.start() if end else match.end() + _TITLE_LENGTH].strip()
        above = found[-1][1]
        if match["top"]:
            section = Section(title, "", _OUTLOOK.search(title) is not None)
        else:
            section = Section(above.title, title, above.is_outlook or _OUTLOOK.search(title[:12]) is not None)
        found.append((match.start(), section))
    return found


def clauses_of(folded: str) -> Iterator[Clause]:
    """The clauses of a folded text in which tables were blanked out."""
    sections, index, paragraph, last_end = sections_of(folded), 0, 0, 0
    for number, (first, last) in enumerate(_sentences(folded)):
        is_new = "\n" in folded[last_end:first]
        paragraph += is_new
        before = "" if is_new else folded[max(0, last_end - _BEFORE) : last_end]
        last_end = last
        for start, end, opener, quantities in _cut(folded, first, last):
            while index + 1 < len(sections) and sections[index + 1][0] <= start:
                index += 1
            yield Clause(
                text=folded[start:end],
                start=start,
                end=end,
                lead=folded[max(first, start - _CONTEXT) : start],
                rest=folded[end : min(last, end + _CONTEXT)],
                opener=opener,
                before=before,
                section=sections[index][1],
                sentence=number,
                paragraph=paragraph,
                quantities=quantities,
            )


def _sentences(folded: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; a heading that has run into its text is a sentence of its own."""
    borders = [match.end() for match in _RUN_ON.finditer(folded)]
    for match in _SENTENCE.finditer(folded):
        start = match.start()
        for border in borders[bisect(borders, start) : bisect_left(borders, match.end())]:
            yield start, border
            start = border
        yield start, match.end()


def figures_of(clause: Clause) -> Iterator[Figure]:
    """The clause's quantities with the words on both sides."""
    ends = [clause.start, clause.start, *(quantity.end for quantity in clause.quantities)]
    for position, quantity in enumerate(clause.quantities):
        joins = position > 0 and _counts_doers(clause, clause.quantities[position - 1])
        left = ends[position] if joins else ends[position + 1]
        is_last = position + 1 == len(clause.quantities)
        right = clause.end if is_last else clause.quantities[position + 1].start
        before = REMARK.sub("", clause.text[left - clause.start : quantity.start - clause.start])
        after = clause.text[quantity.end - clause.start : right - clause.start]
        yield Figure(quantity, before.strip(), after.strip(), clause)


def _counts_doers(clause: Clause, quantity: Quantity) -> bool:
    """市直47个部门公开信息7612条: the first number belongs to the name of who published."""
    return quantity.unit in ("个", "家") and _DOERS.match(clause.text, quantity.end - clause.start) is not None


def _cut(folded: str, start: int, end: int) -> Iterator[tuple[int, int, str, tuple[Quantity, ...]]]:
    sentence = folded[start:end]
    quantities = find_quantities(sentence)
    inside = {position for quantity in quantities for position in range(quantity.start, quantity.end)}
    borders = [p for p in _borders(sentence, quantities) if p not in inside]
    starts = [quantity.start for quantity in quantities]
    left, opener = 0, ""
    for right in [*borders, len(sentence)]:
        piece = sentence[left:right]
        if piece.strip():
            head = left + len(piece) - len(piece.lstrip())
            own = quantities[bisect_left(starts, left) : bisect_left(starts, right)]
            yield (
                start + head,
                start + left + len(piece.rstrip()),
                opener,
                tuple(_moved(quantity, start) for quantity in own),
            )
        opener = sentence[right : right + 1]
        left = right + 1


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _borders(sentence: str, quantities: list[Quantity]) -> list[int]:
    """Commas and the like; brackets around figures; a 、 right behind a figure; a blank between words."""
    starts = {quantity.start for quantity in quantities}
    borders = {
        position
        for position, sign in enumerate(sentence)
        if sign in ",;" or (sign == ":" and position + 1 not in starts)  # 征地公告类信息:124条 is one clause
    }
    borders -= _quiet_brackets(sentence, starts)
    borders |= {match.start() for match in _QUIET_BLANK.finditer(sentence)}
    ends = {quantity.end for quantity in quantities}
    borders |= {position for position in ends if sentence[position : position + 1] == "、"}
    borders |= _figure_brackets(sentence, quantities)
    return _with_limit(sorted(borders), len(sentence))


def _quiet_brackets(sentence: str, starts: set[int]) -> set[int]:
    """The places inside brackets of an aside without figures: 政府网站(包含区政府网站,下同)发布信息60条 is one clause."""
    asides = (match.span() for match in _ASIDE.finditer(sentence))
    return {at for left, right in asides if starts.isdisjoint(range(left, right)) for at in range(left, right)}


def _with_limit(borders: list[int], length: int) -> list[int]:
    """More borders: no clause is longer than prose ever is, and the grammars may look at it as often as they like."""
    limited: list[int] = []
    last = 0
    for border in [*borders, length]:
        limited += range(last + _LONGEST, border, _LONGEST)
        limited.append(border)
        last = border
    return limited[:-1]


def _figure_brackets(sentence: str, quantities: list[Quantity]) -> set[int]:
    """Brackets that hold figures, and those left alone (their partner stands in another sentence)."""
    borders: set[int] = set()
    opened: list[int] = []
    starts = [quantity.start for quantity in quantities]
    for position, sign in enumerate(sentence):
        if sign == "(":
            opened.append(position)
        elif sign == ")" and opened:
            left = opened.pop()
            if bisect(starts, left) < bisect(starts, position):
                borders |= {left, position}
        elif sign == ")":
            borders.add(position)
    return borders | set(opened)
