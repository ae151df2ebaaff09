"""Builds parsers/data/chinese.model from the dictionary that jieba packages.

    python tools/build_language_model.py [--texts DIR] [--out parsers/data/chinese.model]

jieba's dictionary lists 349,000 words with their frequencies, which gives the frequency of every character and of every
pair inside a word. Pairs across words are taken from the longer words and, where given, from clean texts (--texts).
The same input always gives the same bytes. The format is described in parsers/language_model.py, which reads it.
"""

import argparse
import itertools
import math
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jieba

from parsers.language_model import to_simplified_table

UNITS_PER_BIT = 4
# A pair rarer than this says nothing that the two characters alone do not say.
LEAST_PAIR_COUNT = 2
# A pair is stored if it is at least this much cheaper (bits) than its second character alone after a break.
LEAST_GAIN = 0.5
HIGHEST_LEVEL = 93
DAMAGED = "003"  # the garbled seed
TEXT_WEIGHT = 300  # one pair seen in a text counts as much as a word of this frequency


def dictionary_words() -> Iterator[tuple[str, int]]:
    """(word, frequency) for every word of jieba's dictionary that is made of Han characters only."""
    path = Path(jieba.__file__).with_name("dict.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if all(is_han(character) for character in word):
            yield word, int(frequency)


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def text_pairs(folder: Path) -> Counter[str]:
    """How often each pair of Han characters stands together in the clean texts of `folder`, in simplified characters.

    Texts whose damage the tests let us repair are left out: a judge must not have read the answers.
    """
    pairs: Counter[str] = Counter()
    simplified = to_simplified_table()
    for path in sorted(folder.glob("*.txt")):
        if not path.name.startswith(DAMAGED):
            text = path.read_text(encoding="utf-8").translate(simplified)
            pairs.update(a + b for a, b in itertools.pairwise(text) if is_han(a) and is_han(b))
    return pairs


@dataclass
class Counts:
    """Weighted by frequency: characters anywhere, at the start and at the end of a word, and pairs inside words."""

    anywhere: Counter[str] = field(default_factory=Counter)
    initial: Counter[str] = field(default_factory=Counter)
    final: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)

    def add_word(self, word: str, frequency: int) -> None:
        for character in word:
            self.anywhere[character] += frequency
        self.initial[word[0]] += frequency
        self.final[word[-1]] += frequency
        for a, b in itertools.pairwise(word):
            self.pairs[a + b] += frequency


def count(texts: Path | None) -> Counts:
    counts = Counts()
    for word, frequency in dictionary_words():
        counts.add_word(word, frequency)
    if texts:
        for pair, times in text_pairs(texts).items():
            counts.pairs[pair] += times * TEXT_WEIGHT
            counts.anywhere[pair[0]] += times * TEXT_WEIGHT
    return counts


def level(bits: float) -> int:
    return max(0, min(HIGHEST_LEVEL, round(bits * UNITS_PER_BIT)))


def encode(costs: dict[str, int]) -> str:
    """'ab' -> cost for one first character, as 'b' and a printable character for the cost, in order of b."""
    return "".join(key[-1] + chr(33 + costs[key]) for key in sorted(costs))


def bits(times: float, total: float) -> float:
    return -math.log2((times + 0.5) / (total + 1))


def build(texts: Path | None) -> str:
    """Line 1: for each character its cost, its cost after a word border, and the cost of a border behind it.

    Every further line: a first character and the costs of its pairs. A pair costs -log2 of: the share of the first
    character's neighbours that the second is inside words, plus (border behind the first) x (second starts a word).
    """
    counts = count(texts)
    total, words = sum(counts.anywhere.values()), sum(counts.initial.values())
    by_first: dict[str, dict[str, int]] = {}
    initial = {c: bits(counts.initial[c], words) for c in counts.anywhere}
    border = {c: min(8.0, bits(counts.final[c], times)) for c, times in counts.anywhere.items()}
    singles = [
        c + "".join(chr(33 + level(b)) for b in (bits(counts.anywhere[c], total), initial[c], border[c]))
        for c in sorted(counts.anywhere)
    ]
    for (first, second), times in counts.pairs.items():
        apart = border[first] + initial[second]
        inside = -math.log2(times / (counts.anywhere[first] + 1) + 2**-apart)
        if times >= LEAST_PAIR_COUNT and apart - inside >= LEAST_GAIN:
            by_first.setdefault(first, {})[first + second] = level(inside)
    lines = ["".join(singles)]
    lines += [first + encode(by_first[first]) for first in sorted(by_first)]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--texts",
        type=Path,
        default=Path("fixtures/seeds"),
        help="a folder of clean UTF-8 texts that add pairs across words",
    )
    parser.add_argument("--out", type=Path, default=Path("parsers/data/chinese.model"))
    arguments = parser.parse_args()
    packed = zlib.compress(build(arguments.texts).encode("utf-8"), 9)
    arguments.out.write_bytes(packed)
    print(f"{arguments.out}: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
