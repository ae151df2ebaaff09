"""Words and cells inside a table's plain text: length-keeping normalisation, tolerant label patterns, a cell lexer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

HAN = "\u4e00-\u9fff"
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SINGLE = {
    **_WIDE,
    **dict.fromkeys("\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\r\v\f", " "),
    **dict.fromkeys("－—–−―‐‑─━", "-"),
    **dict.fromkeys("〔﹝【［", "("),
    **dict.fromkeys("〕﹞】］", ")"),
    "∕": "/",
    "﹢": "+",
    "﹣": "-",
}
_FOLD = str.maketrans(_SINGLE)
_PAGE_MARKS = re.compile(
    r"^[ ]*-[ ]*\d{1,3}[ ]*-[ ]*$|^[ ]*第[ ]*\d{1,3}[ ]*页(?:[ ,/]*共[ ]*\d{1,3}[ ]*页)?[ ]*$", re.MULTILINE
)


_PIPED = re.compile(r"^[^\n]*\|[^\n]*$", re.MULTILINE)


def normalise(text: str) -> str:
    """The text with full-width forms and dashes folded and page marks blanked; every character keeps its index.

    >>> normalise("（一）１２－３")
    '(一)12-3'
    """
    flat = blank(_PAGE_MARKS, text.translate(_FOLD))
    return _PIPED.sub(_as_tabs, flat) if "|" in flat else flat


def _as_tabs(match: re.Match[str]) -> str:
    """A line of cells between pipes as one with tabs; the rule below a Markdown table's head is blanked.

    A single cell loses the pipes at its sides: where each cell stands on a line of its own, they are only its borders,
    and a pipe alone below a line that ends with one is an empty cell.
    """
    line = match[0]
    if line.strip() == "|" and match.string[: match.start()].endswith("|\n"):
        return line
    if not line.strip("|-: "):
        return " " * len(line)
    inner = line.strip(" |")
    start = line.index(inner)
    return " " * start + inner.replace("|", "\t") + " " * (len(line) - start - len(inner))


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern matches replaced by as many spaces, line ends kept."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def spaced(words: str) -> str:
    """A pattern for words that may be broken by white space (wrapped or justified cells)."""
    return r"\s*".join(re.escape(character) for character in words)


def fuzzy(words: str) -> str:
    """A pattern for words with one character misread or, from five characters on, left out."""
    before = [
        rf"{spaced(words[:i])}\s*" if i else "" for i in range(len(words))
    ]  # no blanks at the front: they take long
    variants = [rf"{before[i]}[{HAN}]\s*{spaced(words[i + 1 :])}" for i in range(len(words))]
    if len(words) >= 5:
        variants += [rf"{spaced(words[:i])}\s*{spaced(words[i + 1 :])}" for i in range(1, len(words) - 1)]
    return "(?:" + "|".join(variants) + ")"


_CELL = re.compile(
    r"(?P<word>无|零|持平|未收到|没有)(?![" + HAN + r"])"
    r"|(?P<sign>[+\-]|--|(?:增加|减少|增|减)\s*)?约?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?P<fraction>\.\d+)?"
    r"(?:[ ]*(?P<scale>[万亿]))?(?:[ ]*(?P<about>[余多]))?(?:[ ]*(?P<unit>元|个|项|件|条|宗|家|笔|份|次|起))?"
    r"|(?P<dash>-+|/|\\)(?!\d)"
    r"|(?P<empty>\|)"
)
_SCALES = {"万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Token:
    """One run of cell characters, between white space, signs and units. It is one cell, or several glued together.

    A dash, 无 or an empty cell is a token without digits. `start` and `end` index the text.
    """

    start: int
    end: int
    sign: int = 1
    signed: bool = False
    digits: str = ""  # without thousands separators
    digits_at: int = 0
    grouped: bool = False  # had thousands separators, so it cannot be cut
    fraction: str = ""
    scale: int = 1
    scaled: bool = False
    unit: str = ""
    about: bool = False

    @property
    def stated_zero(self) -> bool:
        """Is it a dash, 无 or an empty cell?"""
        return not self.digits

    @property
    def well_formed(self) -> bool:
        """Could it be one number as people write it (no leading zeros)?"""
        return self.digits == "0" or not self.digits.startswith("0")

    @property
    def value(self) -> Decimal:
        """The number in base units of its own scale word; 0 for a stated zero."""
        return self.sign * Decimal((self.digits or "0") + self.fraction) * self.scale


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    if match["digits"] is None:
        return Token(start, end)
    digits, sign, scale = match["digits"], (match["sign"] or "").strip(), match["scale"]
    return Token(
        start,
        end,
        sign=-1 if sign and sign[0] in "-减" else 1,
        signed=bool(sign),
        digits=digits.replace(",", ""),
        digits_at=match.start("digits"),
        grouped="," in digits,
        fraction=match["fraction"] or "",
        scale=_SCALES.get(scale or "", 1),
        scaled=scale is not None,
        unit=match["unit"] or "",
        about=match["about"] is not None or "约" in match[0],
    )


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Cell tokens from `start` on; ends at the first thing that cannot stand in a cell, or at `end`."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        match = _CELL.match(text, start, end)
        if match is None or start >= end:
            return
        yield _token(match)
        start = match.end()


def read_cell(text: str, start: int, end: int) -> Token | None:
    """The one token of a table cell (an empty cell is a token without digits), or None when it holds anything else."""
    found = list(tokens(text, start, end))
    if not text[start:end].strip():
        return Token(start, start)
    if len(found) != 1 or text[found[0].end : end].strip():
        return None
    return found[0] if found[0].fraction.strip(".0") else replace(found[0], fraction="")  # a sheet's 118.0


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a tab-separated line: its column in the line, and where it stands."""

    column: int
    start: int
    end: int


def fields(text: str, at: int) -> tuple[Field, ...]:
    """The cells of the line that lie behind position `at`; none when no tab follows on that line."""
    line = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    column = text.count("\t", line, at)
    found, start = [], text.find("\t", at, stop)
    while start >= 0:
        column += 1
        end = text.find("\t", start + 1, stop)
        found.append(Field(column, start + 1, stop if end < 0 else end))
        start = end
    return tuple(found)
