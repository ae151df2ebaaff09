"""Lines of laid-out pages (PDF, OFD) made into text: gaps inside Chinese closed, wrapped lines joined."""

import re
from collections.abc import Sequence

_HAN = "\u4e00-\u9fff，。、；：！？（）“”《》〔〕"
# PDF readers put a space between a Chinese character and a digit or another one; two numbers stay apart.
_GAP = re.compile(rf"(?<=[{_HAN}])[ \xa0\u3000]+(?=[{_HAN}\d])|(?<=\d)[ \xa0\u3000]+(?=[{_HAN}])")
_PAGE_NUMBER = re.compile(r"^\s*(?:[-—–－]\s*)?\d{1,3}(?:\s*[-—–－])?\s*$|^\s*第\s*\d{1,3}\s*页.{0,12}$")
_ENDS = "。；：！？!?;:"
_FULL = 0.85  # of the page's longest line: a line this long goes on below
_SHORTEST = 18  # characters; pages whose longest line is shorter are lists or covers


def close_gaps(text: str) -> str:
    """The text without spaces inside Chinese.

    >>> close_gaps("共 收到 12 件 0 0 3")
    '共收到12件0 0 3'
    """
    return _GAP.sub("", text)


def without_page_number(lines: Sequence[str]) -> list[str]:
    """The page's lines without a page number at its foot or head."""
    kept = [line for line in lines if line.strip()]
    if kept and _PAGE_NUMBER.match(kept[-1]):
        kept.pop()
    if kept and _PAGE_NUMBER.match(kept[0]):
        kept.pop(0)
    return kept


def join_wrapped(lines: Sequence[str]) -> list[str]:
    """Lines that fill the page's width and end no sentence are joined with the next; rows of tables stay alone."""
    longest = max((len(line) for line in lines if "\t" not in line), default=0)
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and "\t" not in line:
            joined[-1] += line.strip()
        else:
            joined.append(line.strip(" "))
        open_line = (
            "\t" not in line
            and longest >= _SHORTEST
            and len(line) >= _FULL * longest
            and not line.rstrip().endswith(tuple(_ENDS))
        )
    return joined
