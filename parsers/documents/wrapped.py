"""Plain text whose lines were broken at a fixed width, as programs that turn PDF into text and old mailers do."""

import re
from collections.abc import Sequence

from parsers.documents.lines import Item, Line, paragraphs, without_furniture

_WIDEST = 70.0  # ems; nobody breaks lines later
_NARROWEST = 20.0
_RAGGED = 3.0  # ems that a full line may lack: a number goes down as a whole
_FULL = 0.4  # of the lines that are wider than half the widest; of text that is not broken few are near its longest
_FEW = 2
_FEWEST_LINES = 5  # a title, a heading and a sentence may well be of one length
_SPACES = re.compile(r"\s{2,}")


def unwrapped(text: str) -> str:
    """The text with each paragraph on one line; text that is not wrapped comes out as it is.

    Form feeds are page breaks: page numbers and running heads go, and paragraphs go on behind them.
    """
    pages = [_lines(page, number) for number, page in enumerate(text.replace("\r\n", "\n").split("\f"))]
    if not _is_wrapped([line for page in pages for line in page if isinstance(line, Line)]):
        return text
    items = [item for page in without_furniture(pages) for item in page]
    joined = paragraphs(items)
    return "\n".join(joined) if len(joined) < len(items) else text


def _is_wrapped(lines: Sequence[Line]) -> bool:
    widest = max((line.right for line in lines), default=0.0)
    if len(lines) < _FEWEST_LINES or not _NARROWEST <= widest <= _WIDEST:
        return False
    wide = [line for line in lines if line.right > widest / 2]
    full = [line for line in wide if line.right >= widest - _RAGGED]
    return len(full) >= max(_FEW, _FULL * len(wide))


def _lines(page: str, number: int) -> list[Item]:
    """Lines in ems, one em high; a row of a table as it is."""
    items: list[Item] = []
    for row, line in enumerate(page.split("\n")):
        words = line.strip()
        if "\t" in words:
            items.append(words)
        elif words:
            left = _width(line[: len(line) - len(line.lstrip())])
            gap = max((_width(spaces) for spaces in _SPACES.findall(words)), default=0.0)
            items.append(Line(words, left, left + _width(words), row, row + 1.0, 1.0, gap, number))
    return items


def _width(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in text)
