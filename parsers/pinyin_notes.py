"""Pinyin notes in brackets, as in 國(guó): where they stand and whether the reading belongs to the character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from parsers.encodings import beyond_ascii
from parsers.language_model import to_simplified_table

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONED_SET = frozenset(_TONED)
_LETTERS = "a-zêüɡɑ" + _TONED
# One syllable, with or without a tone mark: at most six letters (zhuang, chuang).
_NOTE = re.compile(rf"(?P<open>[(（]?)(?P<reading>[{_LETTERS}]{{1,6}})[)）]\Z")
_END = re.compile("[)）]")
_LONGEST_NOTE = 8  # characters, both brackets included
_TONE_MARK = re.compile(f"[{_TONED}]")
LOST_MARKS = "?\ufffd"


@dataclass(frozen=True, slots=True)
class Note:
    """A pinyin note at text[start:end], brackets included; `opened` is False where its "(" was swallowed."""

    start: int
    end: int
    reading: str
    opened: bool


def may_have_notes(text: str) -> bool:
    """A fast look: no tool and no teacher writes only unstressed syllables."""
    return not _TONED_SET.isdisjoint(beyond_ascii(text))


def find_notes(text: str) -> Iterator[Note]:
    """Every toned syllable that ends in a bracket, in order. A syllable without a tone mark counts only if opened."""
    for end in _END.finditer(text):
        match = _NOTE.search(text, max(0, end.end() - _LONGEST_NOTE), end.end())
        if match is None:
            continue
        reading, opened = match["reading"], bool(match["open"])
        if opened or _TONE_MARK.search(reading):
            if not opened and not _is_behind_lost_mark(text, match.start()):
                continue
            yield Note(match.start(), match.end(), canonical(reading), opened)


def _is_behind_lost_mark(text: str, position: int) -> bool:
    return position > 0 and text[position - 1] in LOST_MARKS


def canonical(reading: str) -> str:
    """One spelling for a syllable: composed, plain g and a."""
    return normalize("NFC", reading).replace("ɡ", "g").replace("ɑ", "a")


@lru_cache(maxsize=32768)
def readings(character: str) -> frozenset[str]:
    """Every toned reading that pypinyin knows for the character; empty for what is not Han.

    >>> sorted(readings("行"))[:2]
    ['hàng', 'háng']
    """
    from pypinyin.constants import PINYIN_DICT  # loads for half a second, and hardly any text has notes

    listed = PINYIN_DICT.get(ord(character), "") if character else ""
    return frozenset(canonical(reading) for reading in listed.split(",") if reading)


def belongs(reading: str, character: str) -> bool:
    """Whether `reading` is one of the character's readings."""
    return reading in readings(character)


@lru_cache(maxsize=32768)
def is_traditional(character: str) -> bool:
    """Whether the character has another, simplified form."""
    return to_simplified_table().get(ord(character), character) != character
