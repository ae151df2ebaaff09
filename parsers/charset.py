"""The one place that decides a page's encoding. What decides is the likelihood of the text; declarations are votes.

Order: a byte order mark; valid UTF-8, which no other encoding yields by chance; then the candidates are decoded and the
cheapest text wins (parsers.likelihood), labels counting some bits, so that they matter where the bytes leave it open.
chardet is asked where nothing that is declared holds: its answer names the source `detected`; where it too says
otherwise the likelihood alone broke the tie.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import chardet

from parsers.declared import bom, header_label, meta_label
from parsers.encodings import count_high, decode_as, encoding_of
from parsers.likelihood import HIGH, LOST_BITS, cost, runs_of, sample
from parsers.piecewise import decode_pieces

Source = Literal["bom", "header", "meta", "detected", "tie-break"]
_Text = tuple[str, int]  # a body's text, and how many places of it could not be decoded

_CHINESE = ("utf-8", "gb18030", "big5")
_FOREIGN = ("windows-1252", "euc-kr", "euc-jp", "shift_jis", "utf-16-le", "utf-16-be")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_TWO_BYTES = ("gb18030", "big5")
_FIRST_SAMPLE, _SECOND_SAMPLE = 160, 1200  # bytes; the second where the first leaves it open
_CLEAR = 90.0  # bits between the best reading and the next
_CHINESE_BITS = 5.6  # bits a byte: true Chinese is cheaper in every encoding
# Bits that a declaration is worth. A meta element was written by who wrote the page, a header by who set up the server.
_VOTES = {"header": 5.0, "meta": 8.0, "chardet": 4.0}
_CHARDET_SAMPLE = 1024  # bytes
# What chardet is asked among. Left alone it takes pages of much ASCII and little Chinese for ISO-8859-15.
_CHARDET_SET = (
    "utf-8", "gb18030", "gb2312", "gbk", "hz", "big5hkscs", "big5", "cp950", "euc-kr", "euc-jp", "shift_jis", "ascii",
)  # fmt: skip
_ENOUGH_UTF8 = re.compile(rb"(?:[\xe2-\xef][\x80-\xbf]{2}[^\x80-\xff]*){6}")
_HZ = re.compile(rb"~\{(?:[!-w][!-~]){2,}~\}")
_ISO_2022_CN = re.compile(rb"\x1b\$\)[AEG]")
_KANA = re.compile("[ぁ-ヿ]")
_HANGUL = re.compile("[가-힣]")
_HANGUL_BITS = 9.0  # more for each: Korean has spaces, by which _wide() knows UTF-16
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body as text. `confidence` 0..1; `votes` name → encoding that it spoke for; `replaced` places hold U+FFFD.

    `pieces` counts stretches that were read in another encoding than the page's.
    """

    text: str
    encoding: str
    source: Source
    declared_header: str | None
    declared_meta: str | None
    confidence: float
    votes: Mapping[str, str]
    replaced: int
    pieces: int = 0


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Any bytes as text. Never raises; what cannot be decoded is U+FFFD."""
    header, meta = header_label(content_type), meta_label(body)
    votes = {name: known for name, label in (("header", header), ("meta", meta)) if (known := encoding_of(label))}
    marked = bom(body)
    if marked is not None and _keeps_promise(body[marked[1] :], marked[0]):
        text, replaced = decode_as(body[marked[1] :], marked[0])
        return Decoded(text, marked[0], "bom", header, meta, 1.0, votes, replaced)
    rest = body[marked[1] :] if marked else body
    encoding, confidence, reading = _verdict(rest, votes)
    source = _source(encoding, votes, rest)
    text, replaced, pieces = decode_pieces(rest, encoding, reading)
    return Decoded(text, encoding, source, header, meta, round(confidence, 3), votes, replaced, pieces)


def _keeps_promise(rest: bytes, encoding: str) -> bool:
    """Whether what follows a mark is in its encoding: scripts were seen to put a UTF-8 mark before a GBK page."""
    if encoding in _WIDE:
        return True
    seen = sample(runs_of(rest), _SECOND_SAMPLE)
    return not seen or decode_as(seen, encoding)[0].count("\ufffd") * 20 < len(seen)


def _verdict(body: bytes, votes: Mapping[str, str]) -> tuple[str, float, _Text]:
    """(encoding, confidence, the body read in it)"""
    if body.isascii():
        encoding, confidence = _seven_bit(body, votes)
        return encoding, confidence, decode_as(body, encoding)
    utf8 = _utf8(body)
    if utf8 and b"\x00" not in body and _ENOUGH_UTF8.search(body):
        return "utf-8", 1.0, utf8
    if not utf8 and (wide := _wide(body)):
        return wide, 0.99, decode_as(body, wide)
    return _likeliest(body, votes)


def _likeliest(body: bytes, votes: Mapping[str, str]) -> tuple[str, float, _Text]:
    """The encoding in which the bytes make the likeliest text. A small sample first: it mostly leaves no doubt."""
    candidates = tuple(dict.fromkeys((*_CHINESE, *votes.values())))
    runs = runs_of(body)
    seen = sample(runs, _FIRST_SAMPLE)
    costs = _costs(seen, body, candidates, votes)
    if _margin(costs) < _CLEAR:
        seen = sample(runs, _SECOND_SAMPLE)
        costs = _costs(seen, body, candidates, votes)
    if min(costs.values()) > _CHINESE_BITS * len(seen) or _has_kana(seen):
        costs = _costs(sample(runs, _SECOND_SAMPLE), body, (*candidates, *_FOREIGN), votes)
    ranked = sorted(costs, key=lambda name: costs[name])
    confidence = 1.0 - 0.5 ** (1 + _margin(costs) / 8)
    for encoding in ranked:
        reading = decode_as(body, encoding)
        if _holds(body, reading):
            return encoding, confidence, reading
    return ranked[0], confidence, decode_as(body, ranked[0])


def _has_kana(seen: bytes) -> bool:
    """GB 2312 and the Japanese encodings share the codes of kana, and little else."""
    text = decode_as(seen, "gb18030")[0]
    return len(_KANA.findall(text)) * 12 > len(text)


def _holds(body: bytes, reading: _Text) -> bool:
    """Whether the whole body is, but for damage, in this encoding; the sample was only a part of it."""
    return reading[1] * 20 <= count_high(body)


def _utf8(body: bytes) -> _Text | None:
    try:
        return body.decode("utf-8"), 0
    except UnicodeDecodeError:
        return None


def _seven_bit(body: bytes, votes: Mapping[str, str]) -> tuple[str, float]:
    """Encodings that look like ASCII; else UTF-8, which ASCII is."""
    if b"\x00" in body and (wide := _wide(body)):
        return wide, 0.99
    if _ISO_2022_CN.search(body):
        return "iso-2022-cn", 0.99
    if _ISO_2022_JP.search(body):
        return "iso2022_jp", 0.99
    hz = _HZ.search(body)
    if hz and ("hz" in votes.values() or cost(hz[0].decode("hz", "replace")) < cost(hz[0].decode("ascii"))):
        return "hz", 0.97
    return "utf-8", 1.0


def _wide(body: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by where its zero bytes stand."""
    head = body[: 4096 - 4096 % 4]
    zeros = [head[place::4].count(0) / max(1, len(head[place::4])) for place in range(4)]
    if min(zeros[2:]) > 0.9 or min(zeros[:2]) > 0.9:
        return "utf-32-le" if zeros[3] > zeros[0] or zeros[2] > zeros[1] else "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    least = 0.25 if body.isascii() else 0.02
    if max(even, odd) > least and max(even, odd) > 4 * min(even, odd):
        # Zero bytes tell where ASCII stands; 开 (5F 00) has one on the other side.
        return min(("utf-16-le", "utf-16-be"), key=lambda name: cost(decode_as(head[:_FIRST_SAMPLE], name)[0]))
    return None


def _costs(seen: bytes, body: bytes, candidates: Iterable[str], votes: Mapping[str, str]) -> dict[str, float]:
    """Candidate → bits of its text for the same bytes, less what the labels speak for it."""
    costs = {}
    for name in dict.fromkeys(candidates):
        if name in _WIDE:  # whose characters are not cut into runs by ASCII bytes
            head = body[: max(4, len(seen)) & ~3]
            text = decode_as(head, name)[0]
            bits = (cost(text) + _HANGUL_BITS * len(_HANGUL.findall(text))) * len(seen) / max(1, len(head))
        else:
            bits = cost(decode_as(seen, name)[0])
            if name in _TWO_BYTES and body[:1] >= b"\x80":  # which may be the second byte of a character
                bits = min(bits, LOST_BITS + cost(decode_as(seen[1:], name)[0]))
        costs[name] = bits - sum(_VOTES[voice] for voice, spoken in votes.items() if spoken == name)
    return costs


def _margin(costs: Mapping[str, float]) -> float:
    best, *others = sorted(costs.values())
    return others[0] - best if others else 100.0


def _source(encoding: str, votes: dict[str, str], body: bytes) -> Source:
    """Who spoke for the verdict. Asks chardet where no declaration did, and keeps its answer among the votes."""
    if votes.get("header") == encoding:
        return "header"
    if votes.get("meta") == encoding:
        return "meta"
    answer = chardet.detect(_stretch(body), include_encodings=_CHARDET_SET, no_match_encoding="ascii")
    heard = encoding_of(answer["encoding"])
    if heard and heard != "windows-1252":  # which is what ASCII means: no match
        votes["chardet"] = heard
    return "detected" if heard == encoding or body.isascii() else "tie-break"


def _stretch(body: bytes) -> bytes:
    """What chardet is shown: from the first high byte on, and to a byte that cuts no character; it is that strict."""
    first = HIGH.search(body)
    start = first.start() if first else 0
    stretch = body[start : start + _CHARDET_SAMPLE]
    end = max(stretch.rfind(byte) for byte in (b"<", b"\n", b" "))
    return stretch[:end] if len(stretch) == _CHARDET_SAMPLE and end > 0 else stretch
