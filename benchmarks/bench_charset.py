"""The charset verdict and the repair of damaged text against the quality bar, with peers in the same run.

`python -m benchmarks.bench_charset [--files DIR --index INDEX.tsv] [--quick]` (`make bench-charset`). Without --files
everything is made from texts that the language model was not built from (bench_charset_texts.py). INDEX.tsv has the
columns file, truth_codec and true_encoding; the files add rows for whole real files, and
their pages and sentences are spoiled, cut and misread too.
A cell is a percentage unless its row says otherwise; "–" is a peer that is not installed or has no such function.
"""

import argparse
import csv
import html
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import permutations
from pathlib import Path
from time import process_time

from benchmarks import bench_charset_damage as damage
from benchmarks import bench_charset_peers as peers
from benchmarks import bench_charset_texts as texts
from parsers.encodings import encoding_of
from parsers.mojibake import repair

SEEDS = Path(__file__).parents[1] / "fixtures" / "seeds"
ENCODINGS = ("gb18030", "big5", "utf-8")
HAN = re.compile("[㐀-鿿\U00020000-\U0003ffff]")
WESTERN = "Café résumé naïve: l'été à la française, où tout est déjà prêt. Mañana será otro día. " * 8


@dataclass(frozen=True)
class Sample:
    """A body whose truth is known; `text` is None where damage left only the encoding to be known."""

    body: bytes
    encoding: str
    text: str | None = None
    content_type: str | None = None


@dataclass
class Row:
    name: str
    bar: float
    values: dict[str, float] = field(default_factory=dict)
    unit: str = ""  # per cent; else what the number counts
    is_limit: bool = False  # the bar is a most, not a least

    def passes(self) -> bool:
        ours = self.values[peers.OURS]
        return ours <= self.bar if self.is_limit else ours >= self.bar


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_charset", description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=Path, help="a folder of real files with known encodings")
    parser.add_argument("--index", type=Path, help="a table of those files: file, truth_codec, true_encoding")
    parser.add_argument("--quick", action="store_true", help="a tenth of the texts")
    arguments = parser.parse_args()
    if bool(arguments.files) != bool(arguments.index):
        parser.error("--files and --index go together")
    size = 1 if arguments.quick else 10
    real = list(_real_files(arguments.files, arguments.index)) if arguments.files else []
    tools = peers.readers()
    columns = [*tools, "ftfy"]
    print("peers:", ", ".join(f"{name} {peers.version(name)}" for name in tools if name != peers.OURS))
    print(f"{'':44}{'bar':>8}" + "".join(f"{name[:12]:>13}" for name in columns))
    missed = 0
    for row in (*_verdicts(tools, real, size), *_repairs(real, size), *_speeds(tools, real, size)):
        missed += not row.passes()
        bar = f"{'≤' if row.is_limit else '≥'} {row.bar:g}"
        cells = "".join(f"{row.values[name]:>13.2f}" if name in row.values else f"{'–':>13}" for name in columns)
        print(
            f"{row.name + (f' ({row.unit})' if row.unit else ''):44}{bar:>8}{cells}{'' if row.passes() else '  MISSED'}"
        )
        sys.stdout.flush()
    print(f"{missed} bars missed" if missed else "every bar reached")


# ── the verdict ──────────────────────────────────────────────────────────────
def _verdicts(tools: dict[str, peers.Reader], real: list[Sample], size: int) -> Iterator[Row]:
    rng = random.Random(11)
    made = {encoding: list(_pages(encoding, 6 * size)) for encoding in ENCODINGS}
    for encoding, bar in zip(ENCODINGS, (99.5, 97.0, 100.0), strict=True):
        if some := [one for one in real if one.encoding == encoding]:
            yield _row(f"whole real files, {encoding}", bar, tools, some)
    for encoding in ENCODINGS:
        yield _row(f"undeclared pages, {encoding}", 100.0, tools, made[encoding])
    pages = [one for encoding in ENCODINGS for one in made[encoding]]
    pages += [one for one in real if one.encoding in ENCODINGS and len(one.body) > 2000 and b"<" in one.body[:2000]]
    yield _row("1-5 spoiled bytes", 99.5, tools, (_spoiled(one, rng) for one in pages * 3))
    yield _row("1 KB cuts", 99.5, tools, [cut for one in pages * 3 if (cut := _cut(one, rng))])
    for encoding in ENCODINGS:
        yield _row(f"20-40 byte texts, {encoding}", 99.5, tools, _short(encoding, 100 * size))
    yield _row("lying header, meta or both, all pairs", 100.0, tools, _lies(size))


def _row(name: str, bar: float, tools: dict[str, peers.Reader], samples: Iterable[Sample]) -> Row:
    known = list(samples)
    return Row(
        name, bar, {tool: 100 * sum(_is_right(read, one) for one in known) / len(known) for tool, read in tools.items()}
    )


def _is_right(read: peers.Reader, sample: Sample) -> bool:
    try:
        encoding, text = read(sample.body, sample.content_type)
    except Exception:  # noqa: BLE001  (a peer that crashes on a body is wrong about it)
        return False
    return text == sample.text if sample.text is not None else encoding == sample.encoding


def _real_files(folder: Path, index: Path) -> Iterator[Sample]:
    with index.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            body = (folder / row["file"]).read_bytes()
            try:
                text = body.decode(row["truth_codec"]).removeprefix("\ufeff")
            except (LookupError, UnicodeDecodeError):
                print(f"left out: {row['file']} is not valid {row['truth_codec']}, or Python has no such codec")
                continue
            yield Sample(body, encoding_of(row["true_encoding"]) or row["true_encoding"], text)


def _pages(encoding: str, number: int) -> Iterator[Sample]:
    for text in texts.pages(number, seed=21):
        if encoding == "big5":
            text = damage.big5_form(text)
        yield Sample(text.encode(_codec(encoding)), encoding, text)


def _codec(encoding: str) -> str:
    return {"big5": "cp950", "iso-8859-1": "cp1252"}.get(encoding, encoding)


def _spoiled(sample: Sample, rng: random.Random) -> Sample:
    return Sample(damage.spoiled(sample.body, rng), sample.encoding)


def _cut(sample: Sample, rng: random.Random) -> Sample | None:
    """A kilobyte from anywhere that has text; a cut that holds no Chinese has no encoding to know."""
    start = rng.randrange(max(1, len(sample.body) - 1024))
    body = sample.body[start : start + 1024]
    return Sample(body, sample.encoding) if len(re.findall(rb"[\x80-\xff]", body)) >= 40 else None


def _short(encoding: str, number: int) -> Iterator[Sample]:
    rng = random.Random(31)
    lines = texts.sentences(number, seed=32)
    for line in lines:
        han = "".join(HAN.findall(damage.big5_form(line) if encoding == "big5" else line))
        wanted = rng.randint(20, 40) // (3 if encoding == "utf-8" else 2)
        start = rng.randrange(max(1, len(han) - wanted))
        text = han[start : start + wanted]
        if len(body := text.encode(_codec(encoding))) in range(18, 41):
            yield Sample(body, encoding, text)


def _lies(size: int) -> Iterator[Sample]:
    bodies = {encoding: [one.text or "" for one in _pages(encoding, size)] for encoding in ENCODINGS}
    bodies["iso-8859-1"] = [f"<html><head></head><body><p>{WESTERN}</p></body></html>"]
    for true, said in permutations(bodies, 2):
        for page in bodies[true]:
            meta = page.replace("<head>", f'<head><meta charset="{said}">')
            header = f"text/html; charset={said}"
            yield Sample(page.encode(_codec(true)), true, page, header)
            yield Sample(meta.encode(_codec(true)), true, meta)
            yield Sample(meta.encode(_codec(true)), true, meta, header)


# ── the repair ───────────────────────────────────────────────────────────────
def _repairs(real: list[Sample], size: int) -> Iterator[Row]:
    tools = peers.repairers()
    found = _real_sentences(real)
    lines = random.Random(40).sample(found, min(len(found), 60 * size)) if real else texts.sentences(60 * size, seed=41)
    lines += texts.portal_sentences()
    for name, (truth, misread) in damage.FAMILIES.items():
        pairs = [(truth(line), misread(truth(line))) for line in lines]
        yield Row(f"{name}: Han back", 99.0, {tool: _han_back(fix, pairs) for tool, fix in tools.items()})
    pages = list(texts.pages(size, seed=45))
    misread = [(truth(page), misread(truth(page))) for truth, misread in damage.FAMILIES.values() for page in pages]
    yield Row(
        "whole pages, all families: Han back", 99.0, {tool: _han_back(fix, misread) for tool, fix in tools.items()}
    )
    sound = list(dict.fromkeys([*texts.clean_texts(1000 * size, seed=42), *found]))
    changed = {tool: float(sum(fix(text) != text for text in sound)) for tool, fix in tools.items()}
    yield Row(f"clean texts changed, of {len(sound):,}", 0, changed, unit="texts", is_limit=True)
    rng = random.Random(43)
    garbled = [(damage.garbled_truth(line), damage.garbled(line, rng)) for line in texts.sentences(80 * size, seed=44)]
    garbled = [pair for pair in garbled if pair[0] != pair[1]]
    right = {tool: sum(damage.folded(fix(bad)) == true for true, bad in garbled) for tool, fix in tools.items()}
    yield Row("garbled as seed 003, exact", 95.0, {tool: 100 * hits / len(garbled) for tool, hits in right.items()})
    seed, restored = ((SEEDS / f"003{kind}.txt").read_text(encoding="utf-8") for kind in ("", ".restored"))
    yield Row("seed 003 itself, exact", 100.0, {tool: 100.0 * (fix(seed) == restored) for tool, fix in tools.items()})


def _real_sentences(real: list[Sample]) -> list[str]:
    """Distinct sentences of the real files that are simplified Chinese and hold no mark of damage."""
    found: dict[str, None] = {}
    for one in real:
        if one.encoding != "big5" and one.text:
            plain = re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>", "\n", html.unescape(one.text))
            lines = (line.strip() for line in re.split(r"(?<=[。！？；])|\n", plain))
            found |= {line: None for line in lines if len(HAN.findall(line)) >= 8 and "\ufffd" not in line}
    return list(found)


def _han_back(fix: Callable[[str], str], pairs: list[tuple[str, str]]) -> float:
    """Per cent of the Han characters that stand in the repaired text where they stood in the true one."""
    back = total = 0
    for true, bad in pairs:
        total += len(HAN.findall(true))
        fixed = fix(bad)
        lines, fixed_lines = true.split("\n"), fixed.split("\n")
        if len(lines) != len(fixed_lines):
            lines, fixed_lines = [true], [fixed]
        for line, fixed_line in zip(lines, fixed_lines, strict=True):
            blocks = [(0, len(line))] if fixed_line == line else _common(line, fixed_line)
            back += sum(len(HAN.findall(line[start : start + length])) for start, length in blocks)
    return 100 * back / total


def _common(true: str, fixed: str) -> list[tuple[int, int]]:
    matcher = SequenceMatcher(None, true, fixed, autojunk=False)
    return [(block.a, block.size) for block in matcher.get_matching_blocks()]


# ── speed ────────────────────────────────────────────────────────────────────
def _speeds(tools: dict[str, peers.Reader], real: list[Sample], size: int) -> Iterator[Row]:
    """Processor time, so that a busy machine does not count; each tool is warmed up by its first page."""
    pages = [one for one in real if b"<html" in one.body[:2000].lower()] or list(_pages("gb18030", 8 * size))
    for encoding in ("gb18030", "utf-8"):
        some = [one.body for one in pages if one.encoding == encoding]
        if some:
            rates = {tool: _megabytes(lambda body, read=read: read(body, None), some) for tool, read in tools.items()}
            yield Row(f"verdict on {'real' if real else 'made'} pages, {encoding}", 30, rates, unit="MB/s")
    bodies = [one.body for one in pages]
    checked = _megabytes(lambda body: repair(tools[peers.OURS](body, None)[1]), bodies)
    yield Row("verdict and damage check, clean pages", 5, {peers.OURS: checked}, unit="MB/s")
    lines = texts.sentences(20 * size, seed=51)
    slowest = max(
        _milliseconds(repair, [misread(truth(line)) for line in lines]) for truth, misread in damage.FAMILIES.values()
    )
    yield Row("repair, slowest family", 50, {peers.OURS: slowest}, unit="ms per damaged KB", is_limit=True)
    seed = (SEEDS / "003.txt").read_text(encoding="utf-8")
    yield Row(
        "repair, seed 003", 50, {peers.OURS: _milliseconds(repair, [seed])}, unit="ms per damaged KB", is_limit=True
    )


def _megabytes(work: Callable[[bytes], object], bodies: list[bytes]) -> float:
    """The best of three rounds: a patrol reads thousands of pages with warm tables, and a busy machine only slows."""
    best = min(_seconds(work, bodies) for _ in range(3))
    return sum(map(len, bodies)) / best / 1e6


def _seconds(work: Callable[[bytes], object], bodies: list[bytes]) -> float:
    begun = process_time()
    for body in bodies:
        work(body)
    return process_time() - begun


def _milliseconds(work: Callable[[str], object], damaged: list[str]) -> float:
    work(damaged[0])
    begun = process_time()
    for text in damaged:
        work(text)
    return (process_time() - begun) * 1e3 / (sum(len(text.encode()) for text in damaged) / 1024)


if __name__ == "__main__":
    main()
