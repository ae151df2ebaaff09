"""What goes to the reading process and comes back. Apart from crawler.reading, so that the parent needs no parsers."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.records import ContentSeen, Lead


@dataclass(frozen=True, slots=True)
class Fetched:
    """A full answer, as the crawler hands it over, and the lead that it answers."""

    lead: Lead
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a body says. `refusal`: the portal declines programs; `reason`: soft_404, partly_read and the like; `sketch`:
    the same for pages that differ in digits only."""

    kind: str
    content: ContentSeen | None = None
    leads: tuple[Lead, ...] = ()
    refusal: str | None = None
    reason: str | None = None
    moved_to: str | None = None  # where a stub sends its visitor
    sketch: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No reader could read the page; the bytes are kept, and a better reader may try again."""

    reason: str
