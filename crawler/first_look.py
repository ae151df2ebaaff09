"""The cheapest looks at a page: does it say much, and is there any word in it that an apology or a wall would have?"""

import re
from html import unescape

from crawler.rough import chinese_only
from parsers.blocked import may_be_wall
from parsers.remains import may_be_empty_template
from parsers.soft404 import may_be_error, may_be_error_in_chinese
from parsers.taken_over import advertises

_TITLE = re.compile(r"<title[^>]*>([^<]{0,200})", re.I)
# A program that has nothing to show says so in a box and goes away; a form that wants to be filled in stays.
SAYS_AND_LEAVES = re.compile(
    r"\b(?:alert|msg)\s*\(\s*([\"'])(.{2,80}?)\1[^()]{0,40}\)\s*;?\s*(?:[\w.]+\s*=\s*null\s*;\s*)?(?:(?:window|self|top|parent|document)\s*\.\s*)*(history|close|location|opener|open)\b"
)
# English of error pages that stands in the markup of no other: in scripts everybody writes error and found.
_TELLS = (
    b"404", b"sqlstate", b"exception", b" on line ", b"error:", b"unavailable",
)  # fmt: skip
_DENIALS = (b"no input file", b"not found", b"not exist", b"no longer")
_REFRESH = re.compile(
    rb"<meta\b[^<>]{0,80}refresh[^<>]{0,80}url\s{0,9}=|<meta\b[^<>]{0,80}url\s{0,9}=[^<>]{0,80}refresh"
)
_MUCH = 450  # characters that are not ASCII: a small portal's menus and foot, and an apology between them


def says_much(body: bytes, text: str) -> bool:
    """Whether the body has at least so many characters of two bytes or more (three in UTF-8)."""
    return len(body) - len(text) >= 2 * _MUCH


def is_suspect(body: bytes, text: str) -> bool:
    """Whether a long page holds any word of an apology or a wall, wherever in its markup."""
    lowered = body.lower()
    for tell in _TELLS:  # three times as fast as any()
        if tell in lowered:
            return True
    if (b"no " in lowered or b"not " in lowered) and any(denial in lowered for denial in _DENIALS):
        return True
    if b"refresh" in lowered and _REFRESH.search(lowered):
        return True
    title = title_of(text)
    if may_be_error(title) or advertises(title):
        return True
    if b"alert(" in body and SAYS_AND_LEAVES.search(text):
        return True
    characters = chinese_only(text)
    return may_be_error_in_chinese(characters) or may_be_wall(characters) or may_be_empty_template(text)


def title_of(text: str) -> str:
    """
    >>> title_of("<title>A &amp; B</title>")
    'A & B'
    """
    found = _TITLE.search(text)
    return unescape(found[1]) if found else ""
