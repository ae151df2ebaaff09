"""Ways to damage sound text, for the charset benchmark: misreadings, spoiled bytes, and the garbling of seed 003."""

import random
from collections.abc import Callable
from functools import lru_cache

from pypinyin import pinyin

from benchmarks.bench_charset_texts import traditional_form
from parsers.language_model import single_cost, to_simplified_table

_SECOND_BYTES = (b"\xac", b"\xba", b"\xbb", b"\xbf")  # of the full-width comma, colon, semicolon, question mark
SPOILERS = bytes((0x00, 0x20, 0x3F, 0x41, 0x80, 0xA0, 0xB5, 0xE4, 0xFF))


def western(body: bytes) -> str:
    """As a browser reads windows-1252, whose five holes are controls."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in body)


def big5_form(text: str) -> str:
    """The text in traditional characters, what Big5 lacks left out."""
    return traditional_form(text).encode("cp950", "ignore").decode("cp950")


# name → (what the true text is, how it was misread)
FAMILIES: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "UTF-8 as GB18030": (str, lambda text: text.encode().decode("gb18030", "replace")),
    "UTF-8 as GBK": (str, lambda text: text.encode().decode("gbk", "replace")),
    "UTF-8 as GBK, lost bytes as ?": (str, lambda text: text.encode().decode("gbk", "replace").replace("\ufffd", "?")),
    "UTF-8 as Latin-1": (str, lambda text: text.encode().decode("latin-1")),
    "UTF-8 as windows-1252": (str, lambda text: western(text.encode())),
    "GBK as Latin-1": (str, lambda text: text.encode("gb18030").decode("latin-1")),
    "GBK as windows-1252": (str, lambda text: western(text.encode("gb18030"))),
    "GBK as Big5": (str, lambda text: text.encode("gb18030").decode("big5hkscs", "replace")),
    "Big5 as GBK": (big5_form, lambda text: text.encode("cp950").decode("gb18030", "replace")),
    "Big5 as windows-1252": (big5_form, lambda text: western(text.encode("cp950"))),
    "UTF-8 as Latin-1, twice": (str, lambda text: text.encode().decode("latin-1").encode().decode("latin-1")),
    "UTF-8 as windows-1252, twice": (str, lambda text: western(western(text.encode()).encode())),
    "UTF-8 as GB18030, twice": (
        str,
        lambda text: text.encode().decode("gb18030", "replace").encode().decode("gb18030", "replace"),
    ),
}


def spoiled(body: bytes, rng: random.Random) -> bytes:
    """One to five bytes deleted, inserted or overwritten."""
    damaged = bytearray(body)
    for _ in range(rng.randint(1, 5)):
        place = rng.randrange(len(damaged))
        action = rng.randrange(3)
        if action == 0:
            del damaged[place]
        elif action == 1:
            damaged.insert(place, rng.choice(SPOILERS))
        else:
            damaged[place] = rng.choice(SPOILERS)
    return bytes(damaged)


# ── the garbling of seed 003 ─────────────────────────────────────────────────
def garbled_truth(text: str) -> str:
    """What stood there before the bytes were edited: traditional characters of GBK, full-width marks folded."""
    return folded(traditional_form(text).encode("gbk", "ignore").decode("gbk"))


def garbled(text: str, rng: random.Random, share: float = 0.5) -> str:
    """The text as a tool leaves it that edits GBK bytes without minding where a character begins.

    1. The text is made traditional and kept as GBK bytes.
    2. What looks like a full-width mark (A3 xx) inside a pair is cut loose from the byte before them.
    3. Each character of a word list, `share` of the traditional ones, gets its reading in brackets, at odd offsets too;
       the list is gone through character by character, so that an earlier note may tear a later character apart.
    4. The bytes are decoded: an opening bracket behind a lead byte is swallowed, undefined pairs are dropped.
    5. Full-width marks become ASCII.
    """
    raw = _marks_cut_loose(traditional_form(text).encode("gbk", "ignore"))
    notes = _notes()
    listed = [code for code in rng.sample(sorted(notes), int(share * len(notes))) if code in raw]
    for code in listed:
        raw = raw.replace(code, code + notes[code])
    return folded(_decoded(raw))


def _marks_cut_loose(raw: bytes) -> bytes:
    pieces = bytearray()
    place = 0
    while place < len(raw):
        size = 1 if raw[place] < 0x80 else 2
        code = raw[place : place + size]
        cut = (
            size == 2 and code[1] == 0xA3 and raw[place + 2 : place + 3] in _SECOND_BYTES
        )  # the next character's first
        pieces += code[:1] + b"(" + code[1:] if cut else code
        place += size
    return bytes(pieces)


@lru_cache(maxsize=1)
def _notes() -> dict[bytes, bytes]:
    """GBK code of each traditional character that is in common use → its reading in brackets, as GBK bytes."""
    notes = {}
    for code, plain in to_simplified_table().items():
        if len(plain) == 1 and plain != chr(code) and single_cost(plain) < 14:
            raw = chr(code).encode("gbk", "ignore")
            reading = pinyin(chr(code))[0][0].encode("gbk", "ignore")
            if len(raw) == 2:
                notes[raw] = b"(" + reading + b")"
    return notes


def _decoded(raw: bytes) -> str:
    pieces = []
    place = 0
    while place < len(raw):
        size = 1 if raw[place] < 0x80 else 2
        code = raw[place : place + size]
        place += size
        if size == 2 and (len(code) < 2 or code[1] < 0x40):
            pieces.append("?")
            place -= code[1:] not in (b"", b"(")
        else:
            pieces.append(code.decode("gbk", "ignore"))
    return "".join(pieces)


def folded(text: str) -> str:
    return "".join(chr(ord(mark) - 0xFEE0) if "！" <= mark <= "～" else mark for mark in text)
