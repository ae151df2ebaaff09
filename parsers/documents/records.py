"""What a document gives: its text, or the reason why it gives none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A document as plain text; the cells of a table's row stand on one line between tabs."""

    kind: str
    text: str
    title: str | None = None
    warnings: tuple[str, ...] = ()


class UnreadableDocument(Exception):
    """Raised when bytes give no text; the message is the reason.

    It begins with encrypted, broken, image-only, empty, too large, timeout, memory, crashed or unsupported.
    """
