"""What stands where a portal stood: a name for sale, a room that is not paid for, or somebody else's advertisements."""

from parsers.notices import is_parked
from parsers.page import Page
from parsers.taken_over import is_taken_over

MOST = 800  # characters of visible text, menus and spaces included, that a parked name's page has at most


def ruin_of(page: Page, said: str, words: str, html: str) -> str | None:
    """`words` or `taken_over`; None for a page of the portal's own. `words`: all of the page's; `said`: without its frame.

    By what is said between breadcrumb and foot; and by all words, of a page that has no more than a sentence or two.
    """
    if page.redirect_to:
        return None
    shown = (said or words, words) if len(words) <= MOST else ()
    if any(is_parked(page.title, one, html) for one in shown):
        return "words"
    if is_taken_over(page.title, "" if _has_list(page) else said or words):
        return "taken_over"
    return None


def _has_list(page: Page) -> bool:
    """Whoever posts advertisements among the letters to a living portal does not own it."""
    return any(entry.date or entry.date_text for entry in page.entries)
