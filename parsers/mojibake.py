"""What is broken in a text, and its repair: every change recorded with its place, nothing sound ever touched."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.annotated import annotated_edits
from parsers.edits import Edit
from parsers.encodings import beyond_ascii
from parsers.leftovers import leftover_edits
from parsers.misread import misread_edits

_FOREVER_LOST = re.compile("(?:锟斤拷|锟斤|斤拷|锟)+|烫{3,}|屯{3,}|\ufffd+")
_LOST_MARKS = "锟斤烫屯\ufffd"
_LOST_SIGNS = frozenset("锟斤烫屯\ufffd")
_LOST_REASONS = {"烫": "uninitialised-memory", "屯": "uninitialised-memory", "\ufffd": "undecodable-bytes"}


@dataclass(frozen=True, slots=True)
class Repair:
    """`before` stood where the repaired text has `after`, at [start:end]."""

    kind: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Lost:
    """At [start:end] of the repaired text stands something whose bytes did not survive.

    `guessed-byte` is a character that fits what is left of its bytes and its neighbours best; the others are gone.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """`damage` is the share of the text's characters that were changed or are lost, 0 for sound text.

    `family` is the kind of damage that covers most characters, None for sound text.
    """

    text: str
    damage: float
    repairs: tuple[Repair, ...]
    lost: tuple[Lost, ...]
    family: str | None


def repair(text: str) -> Repaired:
    """Undo what can be undone and mark what cannot. Sound text comes out as it is, character for character."""
    edits = annotated_edits(text) or misread_edits(text)
    repaired, repairs, guesses = _apply(text, [*edits, *_apart(leftover_edits(text), edits)])
    lost = tuple(sorted([*_find_lost(repaired), *guesses], key=lambda hole: hole.start))
    return Repaired(repaired, _damage(text, repairs, lost), repairs, lost, _family(repairs, lost))


def _apart(edits: Iterable[Edit], others: list[Edit]) -> list[Edit]:
    """Those of the edits that touch none of the others."""
    return [one for one in edits if all(one.end <= other.start or other.end <= one.start for other in others)]


def _apply(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Repair, ...], list[Lost]]:
    """The edited text, each edit as a repair with its place in that text, and the places that were guessed."""
    pieces: list[str] = []
    guesses: list[Lost] = []
    repairs: list[Repair] = []
    position = written = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        kept = text[position : edit.start]
        start = written + len(kept)
        written = start + len(edit.after)
        pieces += (kept, edit.after)
        repairs.append(Repair(edit.kind, start, written, text[edit.start : edit.end], edit.after))
        guesses += [Lost(start + place, start + place + 1, "guessed-byte") for place in edit.guessed]
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces), tuple(repairs), guesses


def _find_lost(text: str) -> Iterable[Lost]:
    if _LOST_SIGNS.isdisjoint(beyond_ascii(text)):
        return
    if not any(mark in text for mark in _LOST_MARKS):  # almost always, and quick to see
        return
    for match in _FOREVER_LOST.finditer(text):
        if match.group() == "锟":
            continue  # a character of its own, if rare
        yield Lost(match.start(), match.end(), _LOST_REASONS.get(match.group()[0], "replacement-read-as-gbk"))


def _damage(text: str, repairs: tuple[Repair, ...], lost: tuple[Lost, ...]) -> float:
    broken = sum(max(1, len(repair.before)) for repair in repairs) + sum(hole.end - hole.start for hole in lost)
    return round(min(1.0, broken / max(1, len(text))), 4)


def _family(repairs: tuple[Repair, ...], lost: tuple[Lost, ...]) -> str | None:
    sizes: Counter[str] = Counter()
    for fixed in repairs:
        sizes[fixed.kind] += max(1, len(fixed.before))
    for hole in lost:
        sizes[hole.reason] += hole.end - hole.start
    return sizes.most_common(1)[0][0] if sizes else None
