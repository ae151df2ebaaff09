"""The prose as it is read: tables blanked out, and lists on lines of their own joined to the sentence that they are."""

import re
from collections.abc import Iterator
from itertools import pairwise

_FEWEST = 3  # lines
_NUMBER = r"(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)|[①-⑳])"
_LINE = re.compile(
    rf"^[ \t]{{0,8}}(?P<number>{_NUMBER}?)[ \t]{{0,4}}(?P<name>[^\d,;。:\s()][^\d,;。:\n()]{{1,30}}(?:\([^()\d\n]{{1,30}}\))?):?"
    r"\d[\d,]{0,8}[条件篇份](?:[,( ]{0,2}占[^,;。\d\n]{0,14}\d[\d.]{0,5}%\)?)? ?(?P<end>[;。,、]?)[ \t]{0,8}$",
    re.MULTILINE,
)
_NO_KIND = re.compile(
    r"收到|受理|答复|办结|主动公开|公开(?:政府)?信息|申请|复议|诉讼|咨询|投诉|举报|培训|会议|访问|信件|来信|建议|提案|规范性文件|解读|"
    r"微博|微信|不予|予以|同意|部分公开|不存在|结转|自然人|处理|其中"
)


def blanked(folded: str, spans: Iterator[tuple[int, int]] | tuple[tuple[int, int], ...]) -> str:
    """The text with the spans replaced by line ends, so that no sentence runs through a table."""
    for start, end in spans:
        folded = folded[:start] + "\n" * (end - start) + folded[end:]
    return folded


def join_lines(folded: str) -> str:
    """The folded text with the lines of each list of counted kinds joined; every place in it stays where it was.

    >>> join_lines("具体为:\\n(1)土地公告29件;\\n(2)结果公示83件;\\n(3)执法监察10件。\\n三、申请")
    '具体为:    土地公告29件;    结果公示83件;    执法监察10件。\\n三、申请'
    >>> join_lines("业务类45条\\n公报1条\\n文件6条")
    '业务类45条、公报1条、文件6条'
    """
    letters: list[str] | None = None
    for lines in _lists(folded):
        letters = letters or list(folded)
        before = folded[: lines[0].start()].rstrip(" \t\n")
        if before.endswith(":"):
            _blank(letters, len(before), lines[0].start())
        for line in lines:
            _blank(letters, *line.span("number"))
        for line, following in pairwise(lines):
            _blank(letters, line.end(), following.start())
            if not line["end"]:
                letters[line.end()] = "、"
            elif line["end"] == "。":
                letters[line.start("end")] = ";"
    return folded if letters is None else "".join(letters)


def _lists(folded: str) -> list[list[re.Match[str]]]:
    lists: list[list[re.Match[str]]] = []
    for line in _LINE.finditer(folded):
        if _NO_KIND.search(line["name"]):
            continue
        goes_on = lists and not folded[lists[-1][-1].end() : line.start()].strip()
        if goes_on and bool(line["number"]) == bool(lists[-1][-1]["number"]):
            lists[-1].append(line)
        else:
            lists.append([line])
    return [lines for lines in lists if len(lines) >= _FEWEST]


def _blank(letters: list[str], start: int, end: int) -> None:
    letters[start:end] = " " * (end - start)
