"""GBK text whose bytes were edited without minding where a character begins: a search for what it said before.

What happened to such a page (found by decoding one back): tools replaced *bytes*. One put a pinyin note behind every
two bytes that look like a traditional character, at odd offsets too; another folded full-width marks (A3 xx) to ASCII,
at odd offsets too. Reading the result as GBK gives, in the middle of correct text,
  ?   for a lead byte whose partner is not a trail byte; it swallows an opening bracket behind it,
  runs of improbable characters that are read one byte off, from which undefined pairs are missing altogether,
  an ASCII letter or mark that is really a trail byte, or half of a folded full-width mark.
The search goes over the bytes (a beam of hypotheses), joins them anew to characters, checks the notes against the two
bytes before them, and lets the language model choose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parsers.gbk_pairs import LEADS, all_pairs, before_gaps, common, ending_in, undefined
from parsers.language_model import simplified_only, step_cost
from parsers.pinyin_notes import LOST_MARKS, Note, find_notes, readings

BEAM = 30  # hypotheses kept after each element
WINDOW = 36.0  # bits: a hypothesis that is this much worse than the best one never wins
GAPS = 10  # of the possible missing pairs, how many are followed up for each hypothesis
# Costs in bits, each about -log2 of how often the event happens at such a place.
_LITERAL_MARK = 10.0  # "?" is what the author wrote
_FOREIGN_NOTE = 30.0  # a note is not by the tool: it stays as text
_LOST_BYTE = 40.0  # a byte that cannot be joined to anything
_FOLDED = 3.0  # an ASCII mark that was full-width before
_DROPPED = 2.5  # an undefined pair is missing here: one in six pairs of a shifted run is undefined
_EXTRA_LOST = 12.0  # a "?" that stands for nothing
_WRONG_SCRIPT = 8.0  # a simplified character: the text was converted to traditional ones before it was damaged
_BOTH_LOST = 6.0  # two lost bytes that would have made a character together
_LATIN_BESIDE_HAN = 8.0  # a letter right behind a Han character is rather a trail byte

_ANY_LEAD = frozenset(LEADS)


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    """A reading so far. `pending` are the possible values of a lead byte whose partner has not come; empty: none."""

    cost: float
    text: tuple[str, "_Hypothesis | None"]  # the last character(s), and the hypothesis before
    last: str  # the last character, simplified, for the language model
    pending: frozenset[int]
    tail: frozenset[int]  # possible values of the last whole byte before `pending`
    final: str = ""  # the last character as it is, if it is whole and no byte is pending

    def characters(self) -> str:
        pieces: list[str] = []
        step: _Hypothesis | None = self
        while step is not None:
            pieces.append(step.text[0])
            step = step.text[1]
        return "".join(reversed(pieces))


def restore(text: str) -> str:
    """The likeliest text before the damage; `text` itself where nothing likelier is found. Linear in its length."""
    start = _Hypothesis(0.0, ("", None), "", frozenset(), frozenset())
    beam = [start]
    for element in _elements(text):
        beam = _prune(after for before in beam for after in _extend(before, element))
        if not beam:
            return text
    return min((_closed(hypothesis) for hypothesis in beam), key=lambda hypothesis: hypothesis.cost).characters()


def _elements(text: str) -> Iterator[str | Note]:
    """The text cut into single characters and notes."""
    position = 0
    for note in find_notes(text):
        yield from text[position : note.start]
        yield note
        position = note.end
    yield from text[position:]


def _prune(hypotheses: Iterable[_Hypothesis]) -> list[_Hypothesis]:
    """The cheapest hypothesis of each state, and of these the cheapest BEAM with a byte that waits and without."""
    best: dict[tuple[frozenset[int], frozenset[int], str], _Hypothesis] = {}
    for hypothesis in hypotheses:
        state = (hypothesis.pending, hypothesis.tail, hypothesis.final or hypothesis.last)
        known = best.get(state)
        if known is None or hypothesis.cost < known.cost:
            best[state] = hypothesis
    if not best:
        return []
    ranked = sorted(best.values(), key=lambda hypothesis: hypothesis.cost)
    # Behind a lost byte there are so many ways to go on one off that they would crowd out the sound one.
    kept = [one for one in ranked if one.pending][:BEAM] + [one for one in ranked if not one.pending][:BEAM]
    return [one for one in kept if one.cost <= ranked[0].cost + WINDOW]


def _closed(hypothesis: _Hypothesis) -> _Hypothesis:
    """At the end of the text: a byte that still waits for its partner is lost."""
    if not hypothesis.pending:
        return hypothesis
    return _append(hypothesis, "?", "?", _LOST_BYTE)


def _extend(before: _Hypothesis, element: str | Note) -> Iterator[_Hypothesis]:
    if isinstance(element, Note):
        yield from _after_note(before, element)
    elif element in LOST_MARKS:
        yield from _after_lost_mark(before, element)
    elif element.isascii():
        yield from _after_ascii(before, element)
    else:
        yield from _after_wide(before, element)


def _after_wide(before: _Hypothesis, character: str) -> Iterator[_Hypothesis]:
    code = character.encode("gb18030")
    if len(code) != 2:
        yield _append(_closed(before), character, character, 0.0)
        return
    yield from _feed(before, code)
    if before.pending:
        for gap in _after_dropped_pair(before):
            yield from _feed(gap, code)


def _feed(before: _Hypothesis, code: bytes) -> Iterator[_Hypothesis]:
    """Two bytes: a character of its own if nothing is pending, else one character's end and the next one's start."""
    if not before.pending:
        character, plain = all_pairs().get((code[0], code[1])) or (code.decode("gb18030"),) * 2
        yield _append(before, character, plain, 0.0, tail=code[1])
        return
    for joined in _join(before, code[0]):
        if code[1] >= 0x81:
            yield _wait(joined, frozenset((code[1],)))


def _join(before: _Hypothesis, trail: int) -> Iterator[_Hypothesis]:
    if before.pending == _ANY_LEAD:
        for character, plain in ending_in(trail):
            yield _append(before, character, plain, 0.0, tail=trail)
        return
    pairs = all_pairs()
    for lead in before.pending:
        pair = pairs.get((lead, trail))
        if pair:
            yield _append(before, *pair, 0.0, tail=trail)


def _append(before: _Hypothesis, character: str, plain: str, extra: float, tail: int | None = None) -> _Hypothesis:
    total = before.cost + step_cost(before.last, plain) + extra
    if tail is not None and character in simplified_only():
        total += _WRONG_SCRIPT
    tails = frozenset() if tail is None else frozenset((tail,))
    return _Hypothesis(total, (character, before), plain, frozenset(), tails, character)


def _wait(before: _Hypothesis, leads: frozenset[int], extra: float = 0.0) -> _Hypothesis:
    """The same reading with one more byte that waits for its partner."""
    return _Hypothesis(before.cost + extra, before.text, before.last, leads, before.tail)


def _after_dropped_pair(before: _Hypothesis) -> Iterator[_Hypothesis]:
    """The decoder left out two bytes that mean nothing together: the first ends a character, the second starts one."""
    gaps = sorted(
        (step_cost(before.last, plain), character, plain, trail)
        for lead in before.pending
        for character, plain, trail in before_gaps(lead)
    )
    for _, character, plain, trail in gaps[:GAPS]:
        yield _wait(_append(before, character, plain, 0.0, tail=trail), undefined()[trail], _DROPPED)


def _after_ascii(before: _Hypothesis, character: str) -> Iterator[_Hypothesis]:
    beside_han = character.isalpha() and not before.last.isascii()
    yield _append(_closed(before), character, character, _LATIN_BESIDE_HAN if beside_han else 0.0)
    if not before.pending:
        return
    if "@" <= character <= "~":
        yield from _join(before, ord(character))
    if "!" <= character <= "~":
        for half in _join(before, 0xA3):
            yield _wait(half, frozenset((ord(character) | 0x80,)), _FOLDED)


def _after_lost_mark(before: _Hypothesis, mark: str) -> Iterator[_Hypothesis]:
    """A "?" may be itself, one lost byte, or a full-width question mark that was folded."""
    if not before.pending:
        yield _append(before, mark, mark, _LITERAL_MARK)
        yield _wait(before, _ANY_LEAD)
        return
    if before.pending == _ANY_LEAD:
        for character, plain, trail in common():
            yield _append(before, character, plain, _BOTH_LOST, tail=trail)
    else:
        for trail in LEADS:
            yield from _join(before, trail)
    for half in _join(before, 0xA3):
        yield _wait(half, frozenset((0xBF,)), _FOLDED)
    yield _Hypothesis(before.cost + _EXTRA_LOST, before.text, before.last, before.pending, before.tail, before.final)


def _after_note(before: _Hypothesis, note: Note) -> Iterator[_Hypothesis]:
    """A note by the tool goes, if the two bytes before it are a character with this reading; else it is text."""
    if before.pending:
        pairs = all_pairs()
        leads = frozenset(
            second
            for first in before.tail
            for second in before.pending
            if note.reading in readings(pairs.get((first, second), ("", ""))[0])
        )
        if leads:
            yield _Hypothesis(before.cost, before.text, before.last, leads, before.tail)
    elif note.reading in readings(before.final or ""):
        yield before
    text = f"({note.reading})" if note.opened else f"{note.reading})"
    kept = _closed(before)
    yield _Hypothesis(kept.cost + _FOREIGN_NOTE, (text, kept), ")", frozenset(), frozenset())
