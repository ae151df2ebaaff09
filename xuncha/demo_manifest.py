"""The manifest of a simulated portal: what it is, which pages it has, what is wrong with it, what must be found.

`portal.toml` holds only data. An unknown key or a missing one raises ManifestError, so that a typing slip in a fixture
cannot turn a fault into a healthy page. docs of the keys: fixtures/portals/README.md.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from xuncha.errors import Mistake

T = TypeVar("T")


class ManifestError(Mistake):
    """Raised when a portal.toml cannot be used; the message names the file, the table and the key."""


@dataclass(frozen=True, slots=True)
class PortalSpec:
    """Who the portal is. `charset` is what the bytes are in, `header_charset` what the header claims ("": nothing)."""

    name_zh: str
    name_en: str
    wrong_zh: str
    wrong_en: str
    family: str
    place: str
    organ: str = "government"
    charset: str = "utf-8"
    header_charset: str = "utf-8"
    forbids: tuple[str, ...] = ()  # paths that robots.txt forbids to everybody
    vars: Mapping[str, Any] = field(default_factory=dict)  # free values for the templates


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A list page and its entries: `count` of them, the newest `newest` days from the anchor, `every` days apart."""

    id: str
    name: str
    path: str
    kind: str = "news"  # the pool in _shared/texts.toml that titles and bodies come from
    type: str = ""  # ColumnType meta
    template: str = "column.html"
    article: str = "article.html"
    entry_path: str = ""
    more_path: str = ""  # address of the second and later list pages
    newest: int = -1
    every: int = 7
    count: int = 0
    per_page: int = 20
    first_number: int = 101
    live: bool = False  # goes on publishing when the site is updated to a later day
    nav: bool = True
    header_charset: str | None = None  # what the header claims for this column and its articles, if not the portal's
    entries: tuple[Mapping[str, Any], ...] = ()  # entries written out: ago, title, and optional keys of EntryPage
    vars: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page of its own. Charsets left None are the portal's."""

    path: str
    template: str
    title: str = ""
    charset: str | None = None
    header_charset: str | None = None
    vars: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FaultSpec:
    """How an address misbehaves. `path` "*" is every address but those in `spares`.

    With `times` the fault goes away after so many requests; with `methods` only those are answered wrongly; with
    `hangs_up` the connection ends without an answer.
    """

    path: str
    why: str
    status: int = 404
    template: str = ""
    title: str = ""
    location: str = ""
    content_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    times: int | None = None
    methods: tuple[str, ...] = ()
    delay: float = 0.0  # seconds
    hangs_up: bool = False
    spares: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()  # more addresses with the same fault


@dataclass(frozen=True, slots=True)
class ExpectedSpec:
    """What a right judge says. Subjects are addresses inside the portal (or absolute ones), placeholders allowed."""

    word: str
    findings: tuple[Mapping[str, str], ...] = ()
    unexpected: tuple[str, ...] = ()  # codes that must not be found at all
    suspected: tuple[Mapping[str, str], ...] = ()  # found only after a second patrol, hours later


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole portal.toml; `folder` is where it lies."""

    folder: Path
    portal: PortalSpec
    expected: ExpectedSpec
    columns: tuple[ColumnSpec, ...]
    pages: tuple[PageSpec, ...]
    faults: tuple[FaultSpec, ...]


def load_manifest(folder: Path) -> Manifest:
    """Read folder/portal.toml; raises ManifestError when it is missing, no TOML, or has unknown or missing keys."""
    file = folder / "portal.toml"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(f"{file}: cannot be read as TOML: {error}") from error
    unknown = set(data) - {"portal", "expected", "column", "page", "fault"}
    if unknown:
        raise ManifestError(f"{file}: unknown tables {sorted(unknown)}; use portal, expected, column, page, fault")
    return Manifest(
        folder=folder,
        portal=_read(PortalSpec, data.get("portal", {}), file, "portal"),
        expected=_read(ExpectedSpec, data.get("expected", {}), file, "expected"),
        columns=tuple(_read(ColumnSpec, table, file, "column") for table in data.get("column", ())),
        pages=tuple(_read(PageSpec, table, file, "page") for table in data.get("page", ())),
        faults=tuple(_read(FaultSpec, table, file, "fault") for table in data.get("fault", ())),
    )


def find_manifests(portals_dir: Path) -> dict[str, Manifest]:
    """Every portal under the folder by its folder's name, in order; raises ManifestError when there is none."""
    found = {file.parent.name: load_manifest(file.parent) for file in sorted(portals_dir.glob("*/portal.toml"))}
    if not found:
        raise ManifestError(f"{portals_dir}: no portal there; a portal is a folder with a portal.toml")
    return found


def _read(kind: type[T], table: Mapping[str, Any], file: Path, name: str) -> T:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        return kind(**values)
    except TypeError as error:
        shown = table.get("id") or table.get("path") or ""
        raise ManifestError(f"{file}: [{name}] {shown}: {error}") from error
