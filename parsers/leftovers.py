"""What other systems leave in a text: entities escaped once too often, numeric entities in plain text, Word's symbols.

Only where damage shows: one `&amp;nbsp;` may be a lesson in HTML; a row of them before Chinese words is none.
"""

import html
import re
from collections.abc import Iterator

from parsers.edits import Edit

_NAMED = "nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|times"
_NUMERIC = r"\#(?:\d{2,6}|[xX][0-9a-fA-F]{2,5})"
_ESCAPED_TWICE = re.compile(rf"(?:&amp;(?:{_NAMED}|{_NUMERIC});\s?)+")
_ESCAPED = re.compile(rf"(?:&(?:{_NAMED}|{_NUMERIC});\s?)+")
_ENTITY = re.compile(r"&(?:amp;)?[#\w]+;")
_MARKUP = re.compile(r"<[a-zA-Z!/][^<>]*>")
_HAN = re.compile("[㐀-鿿]")
_LEAST = 2  # entities in a row that no author means
# Symbol and Wingdings characters, which Word keeps at U+F000 + their code and browsers show as boxes.
_SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0fc": "✓",
}  # fmt: skip
_SYMBOL = re.compile(f"[{''.join(_SYMBOLS)}]")


def leftover_edits(text: str) -> list[Edit]:
    """The edits that finish what was left, in order and apart."""
    edits = [Edit("private-use", one.start(), one.end(), _SYMBOLS[one[0]]) for one in _SYMBOL.finditer(text)]
    if "&amp;" in text:
        edits += _entity_edits(text, _ESCAPED_TWICE, "escaped-entity")
    if "&" in text and not _MARKUP.search(text):
        edits += _entity_edits(text, _ESCAPED, "numeric-entity")
    return sorted(edits, key=lambda edit: edit.start)


def _entity_edits(text: str, pattern: re.Pattern[str], kind: str) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        plain = html.unescape(html.unescape(match[0]))
        entities = _ENTITY.findall(match[0])
        if _HAN.search(plain) or (len(entities) >= _LEAST and _HAN.search(_cell(text, match))):
            after = plain if kind == "numeric-entity" or _HAN.search(plain) else match[0].replace("&amp;", "&")
            yield Edit(kind, match.start(), match.end(), after)


def _cell(text: str, match: re.Match[str]) -> str:
    """What stands between the same two tags, or on the same line."""
    before, after = (
        re.split("[<>\n]", text[max(0, match.start() - 200) : match.start()])[-1],
        text[match.end() : match.end() + 200],
    )
    return before + re.split("[<>\n]", after)[0]
