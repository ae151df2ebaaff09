"""The damage of annotated, misaligned GBK (see misaligned.py): where it is in a document, and the edits that undo it.

A note like 銀行(háng) in a textbook is no damage. What tells the tool from a teacher: the tool annotates traditional
characters only, and many of them, and it leaves notes whose bracket was swallowed.
"""

import re
from collections.abc import Iterator

from parsers.edits import Edit
from parsers.language_model import single_cost, to_simplified_table
from parsers.misaligned import restore
from parsers.pinyin_notes import LOST_MARKS, Note, belongs, find_notes, is_traditional, may_have_notes, readings
from parsers.suspicion import is_suspicious

NOTE_KIND = "pinyin-note"
SHIFT_KIND = "misaligned-gbk"
# A teacher who annotates traditional text marks a hard word here and there; the tool marks half of what is traditional.
LEAST_NOTES = 2
LEAST_COVERAGE = 0.12
LEAST_TRADITIONAL, COMMON = 5, 13.0  # one note is enough among so many, on a character of at most so many bits
LEAST_FITTING = 0.8  # share of the notes that stand behind a traditional character and give its reading
HAN_PER_NOTE = 2  # fewer, and the document is not Chinese
MERGE = 24  # characters: two damaged places closer than this are searched as one
MOST_MARKS = 3  # in a row: more than a search can fill
LONGEST = 400  # characters searched as one
BEFORE, AFTER = 3, 4  # characters of sound text around a damaged place that the search sees

_LOST = re.compile(f"(?<![{LOST_MARKS}])[{LOST_MARKS}]{{1,{MOST_MARKS}}}(?![{LOST_MARKS}])")
_HAN = re.compile("[㐀-鿿]")
_LINE = re.compile(r"[^\r\n<>]+")


def annotated_edits(text: str) -> list[Edit]:
    """The edits that undo this family of damage, in order and apart; none where the document shows no such damage."""
    notes = list(find_notes(text)) if may_have_notes(text) else []
    if not notes or len(_HAN.findall(text)) < HAN_PER_NOTE * len(notes) or not _is_by_tool(text, notes):
        return []
    return [edit for line in _LINE.finditer(text) for edit in _line_edits(text, line.start(), line.end())]


def _is_by_tool(text: str, notes: list[Note]) -> bool:
    fitting = [note for note in notes if _fits(text, note)]
    traditional = sum(map(is_traditional, set(text)))
    annotated = len({text[note.start - 1] for note in fitting})
    strayed = sum(not note.opened for note in notes)
    if (strayed and fitting) or strayed > 1:
        return True
    if len(fitting) < LEAST_FITTING * len(notes):
        return False
    if annotated >= LEAST_NOTES:
        return annotated >= LEAST_COVERAGE * traditional
    return (
        annotated == 1
        and traditional >= LEAST_TRADITIONAL
        and all(_is_needless(text[note.start - 1]) for note in notes)
    )


def _is_needless(character: str) -> bool:
    """No teacher would annotate it: it is common, and read in one way only."""
    return len(readings(character)) == 1 and single_cost(character.translate(to_simplified_table())) < COMMON


def _fits(text: str, note: Note) -> bool:
    """The note is whole and gives the reading of the traditional character before it."""
    before = text[note.start - 1 : note.start]
    return note.opened and bool(before) and is_traditional(before) and belongs(note.reading, before)


def _line_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """Search the damaged places of one line; elsewhere take out the notes that fit."""
    line = text[start:end]
    notes = list(find_notes(line))
    places = _damaged_places(line, notes)
    for first, last in places:
        after = restore(line[first:last])
        if after != line[first:last]:
            yield from _trimmed(Edit(SHIFT_KIND, start + first, start + last, after), text)
    for note in notes:
        if _fits(line, note) and not any(first <= note.start < last for first, last in places):
            yield Edit(NOTE_KIND, start + note.start, start + note.end, "")


def _damaged_places(line: str, notes: list[Note]) -> list[tuple[int, int]]:
    """Stretches around lost marks and around notes that do not belong where they stand, joined where they are near."""
    marks = {place for match in _LOST.finditer(line) for place in range(match.start(), match.end())}
    marks |= {note.start for note in notes if not _fits(line, note)}
    places: list[tuple[int, int]] = []
    for mark in sorted(marks):
        if places and mark - places[-1][1] < MERGE and mark - places[-1][0] < LONGEST:
            places[-1] = (places[-1][0], mark + 1)
        else:
            places.append((mark, mark + 1))
    joined: list[tuple[int, int]] = []
    for first, last in (_widened(line, notes, place) for place in places):
        if joined and first <= joined[-1][1]:
            first = joined.pop()[0]
        joined.append((first, last))
    return joined


def _widened(line: str, notes: list[Note], place: tuple[int, int]) -> tuple[int, int]:
    """Some sound characters on both sides, and never the middle of a note."""
    first, last = max(0, place[0] - BEFORE), place[1] + AFTER
    for note in reversed(notes):
        if note.start < first < note.end:
            first = max(0, note.start - 1)
    for note in notes:
        if note.start <= last and place[1] <= note.end:
            last = max(last, note.end + AFTER)
    while last < len(line) and is_suspicious(line[last - AFTER : last]):
        last += AFTER  # the run that is read one off goes on
    return first, min(len(line), last)


def _trimmed(edit: Edit, text: str) -> Iterator[Edit]:
    """The same edit without what it leaves as it is at both ends."""
    before = text[edit.start : edit.end]
    head = _common_prefix(before, edit.after)
    tail = _common_prefix(before[head:][::-1], edit.after[head:][::-1])
    yield Edit(edit.kind, edit.start + head, edit.end - tail, edit.after[head : len(edit.after) - tail])


def _common_prefix(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
