"""What the simulated portals are made of once their manifests are rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xuncha.demo_manifest import ColumnSpec, FaultSpec


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address sends when nothing is wrong with it."""

    body: bytes
    content_type: str
    modified: date
    status: int = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a column and the article behind it."""

    number: int
    title: str
    dated: date
    path: str
    paragraphs: tuple[str, ...]
    pinned: bool = False
    vars: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the templates see it: its entries as listed, pinned ones first, then newest first."""

    spec: ColumnSpec
    path: str
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        return self.spec.name

    @property
    def sheets(self) -> list[tuple[Entry, ...]]:
        """The entries cut into list pages; one empty sheet for a blank column."""
        size = self.spec.per_page
        return [self.entries[start : start + size] for start in range(0, max(len(self.entries), 1), size)]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a right judge says: the plain word, findings by code and absolute subject, codes that must not appear."""

    word: str
    findings: tuple[Mapping[str, str], ...]
    unexpected: tuple[str, ...]
    suspected: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A portal ready to be served; the keys of `answers` are request targets."""

    answers: Mapping[str, Answer]
    faults: Mapping[str, tuple[FaultSpec, Answer]]
    expected: Expected
