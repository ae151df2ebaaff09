"""From bytes to true text in one go: charset, repair, script. Pages, reports and `xuncha decode` enter here."""

from dataclasses import asdict, dataclass
from typing import Any

from parsers.charset import Source, decode
from parsers.mojibake import Lost, Repair, repair
from parsers.script import Script, script_of, simplify


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is decoded and repaired; positions of `repairs` and `lost` index it. `damage` 0..1, `family` its kind."""

    text: str
    encoding: str
    source: Source
    declared_header: str | None
    declared_meta: str | None
    confidence: float
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
        damage=repaired.damage,
        family=repaired.family,
        repairs=repaired.repairs,
        lost=repaired.lost,
        script=script_of(repaired.text),
    )


def decode_json(file: str, body: bytes, content_type: str | None = None) -> dict[str, Any]:
    """What `xuncha decode --json` prints for one file."""
    reading = read_bytes(body, content_type)
    return {
        "file": file,
        "encoding": reading.encoding,
        "source": reading.source,
        "declared": {"header": reading.declared_header, "meta": reading.declared_meta},
        "confidence": reading.confidence,
        "damage": reading.damage,
        "family": reading.family,
        "script": reading.script,
        "text": reading.text,
        "simplified": simplify(reading.text),
        "repairs": [asdict(one) for one in reading.repairs],
        "lost": [asdict(one) for one in reading.lost],
    }
