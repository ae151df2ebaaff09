"""Letters to the organ and whether they were answered, as lists and pages of 政务咨询 show it. Pure.

Only words that plainly say so count: a state of its own cell (未回复), a label with a date (回复时间：2026-03-01), a label
with nothing after it (回复内容：). Everything else says nothing.
"""

import re
from typing import Any

from parsers.page import Page

MOST_LETTERS = 200
_DATE = r"\s*[:：]?\s*(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})"
_ASKED = re.compile(r"(?:来信|写信|留言|咨询|提问|提交|信件|反映|问政)(?:时间|日期)" + _DATE)
_ANSWERED = re.compile(r"(?:回复|答复|办结|反馈|回信)(?:时间|日期)" + _DATE)
_OPEN_WORDS = (
    r"(?:尚?未|没有)(?:回复|答复|办结|办理|处理|受理)|待(?:回复|答复|办理|处理|受理)|(?:正在)?(?:处理|办理|受理)中"
    r"|正在(?:办理|处理)|暂(?:无|未)(?:回复|答复)?"
)
_DONE_WORDS = r"已(?:回复|答复|办结|办理|处理|解决|反馈)(?:完毕)?"
_OPEN, _DONE = re.compile(_OPEN_WORDS), re.compile(_DONE_WORDS)
_STATE = re.compile(rf"(?:状态|情况|进度|回复(?:内容)?|答复(?:内容)?)\s*[:：]\s*(?:({_OPEN_WORDS})|({_DONE_WORDS}))")
# The same in a table: 办理状态 | 未回复.
_STATE_CELL = re.compile(
    rf"(?m)^(?:办理|处理|回复|答复|受理|信件|当前)?(?:状态|情况|进度)\s*[:：]?\s*\n\s*(?:({_OPEN_WORDS})|({_DONE_WORDS}))\s*$"
)
_NO_ANSWER = re.compile(
    r"(?:回复|答复)内容\s*[:：]\s*(?=\n|$|(?:回复|答复)(?:单位|部门|时间|日期)|上一|下一|打印|关闭)"
)
_ROW = 6  # lines that the last row may take
_LABEL = re.compile(r"^(?:办理|处理|回复|答复|受理)?(?:状态|情况|进度)[:：]")
_CELLS = re.compile(r"[\s|【】\[\]（）()]+")


def letter_of_page(text: str) -> dict[str, str] | None:
    """The letter that a page shows: `asked`, `answered` (days) and `state` (open, answered), where they are told.

    None where no state is told, be it that the page is none of a letter.
    """
    asked, answered, state = (
        _ASKED.search(text),
        _ANSWERED.search(text),
        _STATE.search(text) or _STATE_CELL.search(text),
    )
    letter = {"asked": _day(asked)} if asked else {}
    if answered:
        return {**letter, "answered": _day(answered), "state": "answered"}
    if state:
        return {**letter, "state": "open" if state[1] else "answered"}
    return {**letter, "state": "open"} if _NO_ANSWER.search(text) else None


def letters_of_list(seen: Page) -> list[dict[str, Any]]:
    """The entries of a list whose row says in a cell of its own whether they were answered."""
    lines = seen.visible_text.split("\n")
    places: list[tuple[int, str, str]] = []
    at = 0
    for entry in seen.entries[:MOST_LETTERS]:
        found = next((number for number in range(at, len(lines)) if entry.title in lines[number]), None)
        if found is not None:
            places.append((found, entry.title, entry.url))
            at = found + 1
    if not places:
        return []
    ends = [place[0] for place in places[1:]] + [places[-1][0] + _ROW]
    letters = []
    for (start, title, url), end in zip(places, ends, strict=True):
        row = " ".join(lines[start:end]).replace(title, " ")
        cells = [_LABEL.sub("", cell) for cell in _CELLS.split(row)]
        state = "open" if any(map(_OPEN.fullmatch, cells)) else "answered" if any(map(_DONE.fullmatch, cells)) else None
        if state:
            letters.append({"url": url, "title": title, "state": state})
    return letters


def _day(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
