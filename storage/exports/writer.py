"""What every format does: one call per table, rows streamed."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

from storage.exports.fields import ExportTable

Rows = Iterable[Sequence[Any]]  # values in the order of table.fields


class Writer(ABC):
    """Writes tables into a folder. Leaving the context finishes its files. OSError if they cannot be written."""

    format: ClassVar[str]
    encoding: ClassVar[str | None] = None  # of its text, where it is text
    time_format: ClassVar[str | None] = None  # of its times, where they are text and not ISO 8601 with Z
    note: ClassVar[str] = ""  # what a reader of every resource must know

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def path(self, table: ExportTable) -> str:
        """Where the table's rows go, below the folder."""

    @abstractmethod
    def write(self, table: ExportTable, rows: Rows) -> int:
        """Writes all rows of a table; returns how many."""

    def dialect(self, table: ExportTable) -> dict[str, Any]:
        """What a reader needs to find the table in its file (Frictionless)."""
        return {}

    def finish(self) -> None:  # noqa: B027  # most formats have nothing open
        """Completes the files; not called after a failure."""

    def abandon(self) -> None:  # noqa: B027
        """Lets go of open files after a failure."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.finish()
        else:
            self.abandon()
