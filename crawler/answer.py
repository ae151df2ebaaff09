"""An answer to one request outside Scrapy, and what its headers ask for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.tls import TlsFault
from crawler.urls import hop

MOST_HOPS = 20  # redirects in a row, as browsers do (fetch.spec.whatwg.org, HTTP-redirect fetch)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; header names are in lower case, a repeated header has its values on lines of their own.

    `is_whole`: the body neither broke off nor reached the limit. `tls`: what a browser would say of the encryption.
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    is_whole: bool
    tls: TlsFault | None = None

    @property
    def leads_to(self) -> str | None:
        """Where a redirect points; None for any other answer."""
        if not 300 <= self.status < 400:
            return None
        location = self.headers.get("location")
        return hop(self.url, location) if location else None


def retry_after(value: str) -> float | None:
    """Seconds that a Retry-After header asks us to wait, in either of its forms.

    >>> retry_after("120"), retry_after("soon")
    (120.0, None)
    """
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
