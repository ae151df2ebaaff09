"""From bytes to true text in one go: charset, repair, script. Pages, reports and `xuncha decode` enter here."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from parsers.charset import Source, decode
from parsers.mojibake import Lost, Repair, repair
from parsers.script import Script, localize, script_of, simplify

_EXTENDED = re.compile(r"^[\w-]*'[\w-]*'(?=[^']*%)", re.ASCII)  # charset'language' before the value, RFC 5987
_PERCENT = re.compile("%[89a-fA-F][0-9a-fA-F]")


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is decoded and repaired; positions of `repairs` and `lost` index it. `damage` 0..1, `family` its kind."""

    text: str
    encoding: str
    source: Source
    declared_header: str | None
    declared_meta: str | None
    confidence: float
    votes: Mapping[str, str]
    damage: float
    family: str | None
    repairs: tuple[Repair, ...]
    lost: tuple[Lost, ...]
    script: Script


def read_bytes(body: bytes, content_type: str | None = None) -> Reading:
    """The true text of any bytes. Never raises."""
    decoded = decode(body, content_type)
    repaired = repair(decoded.text)
    return Reading(
        text=repaired.text,
        encoding=decoded.encoding,
        source=decoded.source,
        declared_header=decoded.declared_header,
        declared_meta=decoded.declared_meta,
        confidence=decoded.confidence,
        votes=decoded.votes,
        damage=repaired.damage,
        family=repaired.family,
        repairs=repaired.repairs,
        lost=repaired.lost,
        script=script_of(repaired.text),
    )


def read_name(name: str) -> str:
    """The true name of an attachment: percent-encoded in any charset, as in `filename*=`, or misread.

    >>> read_name("%D5%FE%B8%AE%B9%A4%D7%F7.doc"), read_name("UTF-8''%E6%94%BF%E5%BA%9C.doc"), read_name("100%.xls")
    ('政府工作.doc', '政府.doc', '100%.xls')
    """
    encoded = _EXTENDED.sub("", name)
    if _PERCENT.search(encoded):
        name = decode(unquote_to_bytes(encoded)).text
    return repair(name).text


def decode_json(file: str, body: bytes, content_type: str | None = None, is_localized: bool = False) -> dict[str, Any]:
    """What `xuncha decode --json` prints for one file; `localized` (--localize) has Taiwan's phrases taken back."""
    reading = read_bytes(body, content_type)
    return {
        "file": file,
        "encoding": reading.encoding,
        "source": reading.source,
        "declared": {"header": reading.declared_header, "meta": reading.declared_meta},
        "confidence": reading.confidence,
        "votes": dict(reading.votes),
        "damage": reading.damage,
        "family": reading.family,
        "script": reading.script,
        "text": reading.text,
        "simplified": simplify(reading.text),
        "repairs": [asdict(one) for one in reading.repairs],
        "lost": [asdict(one) for one in reading.lost],
        **({"localized": _localized(reading.text)} if is_localized else {}),
    }


def _localized(text: str) -> dict[str, Any]:
    """Every change of localize() with its place in its text."""
    localized, changes = localize(text)
    return {"text": localized, "changes": [asdict(one) for one in changes]}
