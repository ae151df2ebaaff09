"""Where the redirects of a patrol lead, those of HTTP and those of pages, and why one of them leads nowhere."""

from urllib.parse import urlsplit

from crawler.answer import MOST_HOPS
from crawler.guard import AddressRefused, Guard
from crawler.traps import LONGEST_URL
from crawler.urls import canonical
from storage.records import Lead


class Hops:
    """Remembers each address that sends its visitor on, so that a round is seen when it closes."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._moved: dict[str, str] = {}  # address → where it leads

    def why_not(self, lead: Lead, target: str) -> str | None:
        """Why nobody follows from the lead to the target: redirect_loop, too_many_redirects, bad_address or
        private_address:…; None where it may be asked for."""
        self._moved[lead.url] = target
        if self._leads_back(lead.url):
            return "redirect_loop"
        if lead.hops >= MOST_HOPS:
            return "too_many_redirects"
        if canonical(target) is None or len(target) > LONGEST_URL:
            return "bad_address"
        try:
            self._guard.check_host(urlsplit(target).hostname or "")
        except AddressRefused as refused:
            return str(refused)
        return None

    def _leads_back(self, url: str) -> bool:
        at = self._moved[url]
        for _ in range(MOST_HOPS):
            if at == url or at not in self._moved:
                break
            at = self._moved[at]
        return at == url
