"""The publication date of a page: the candidates, and the ladder that chooses among them.

A day of a reporting period (自2019年1月1日起), of a copyright line or after 今天是 is no publication date. Times are
China's (UTC+8). How dates are read from words and addresses: `parsers.date_words`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from parsers.date_words import (
    CHINA,
    OLDEST_PAGE,
    AddressDate,
    FoundDate,
    address_date,
    find_dates,
    parse_date,
    plain_digits,
)

__all__ = [
    "CHINA",
    "AddressDate",
    "DateCandidate",
    "DateSource",
    "FoundDate",
    "PublishedDate",
    "address_date",
    "candidate",
    "find_dates",
    "parse_date",
    "plain_digits",
    "publication_date",
]

DateSource = Literal["shown", "list", "meta", "address"]


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One of the dates that a page offers for its publication; `text` is where it was read."""

    day: date
    clock: time | None
    source: DateSource
    text: str


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """The publication date that was chosen, with every other candidate kept."""

    day: date
    clock: time | None
    source: DateSource
    text: str
    candidates: tuple[DateCandidate, ...]

    @property
    def value(self) -> date | datetime:
        """The day, or the moment in China's time where a time is shown."""
        return self.day if self.clock is None else datetime.combine(self.day, self.clock, CHINA)


def publication_date(
    *,
    shown: Iterable[DateCandidate] = (),
    listed: DateCandidate | None = None,
    meta: Iterable[DateCandidate] = (),
    address: AddressDate | None = None,
) -> PublishedDate | None:
    """Choose by the ladder shown, list, meta, address; every candidate is kept, best first.

    `shown` must be in order of trust. Candidates from before the web (1994) are kept but not chosen.
    """
    candidates = [*shown, *([listed] if listed else []), *meta]
    if address and (day := address.date):
        candidates.append(DateCandidate(day, None, "address", address.text))
    chosen = next((one for one in candidates if one.day.year >= OLDEST_PAGE), None)
    if chosen is None:
        return None
    return PublishedDate(chosen.day, chosen.clock, chosen.source, chosen.text, tuple(candidates))


def candidate(found: FoundDate, source: DateSource, text: str | None = None) -> DateCandidate:
    """A date that was found, as a candidate; `text` is the line where it was read."""
    return DateCandidate(found.day, found.clock, source, text or found.text)
