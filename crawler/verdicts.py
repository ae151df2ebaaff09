"""What an answer says about a link to its address: alive, dead or unknown, and why."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.client import Answer
from crawler.rough import rough_text, rough_words
from crawler.urls import is_document, is_home, site_of
from parsers.blocked import refusal
from parsers.page import Page, read_page
from parsers.soft404 import error_reason, fingerprint, leads_to_error, may_be_error
from storage.records import LinkVerdict

_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))  # may be different in a moment
_FILE_MARKS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"{\\rtf")
_MOVES_ON = re.compile(r"http-equiv\s*=\s*[\"']?refresh|\blocation\b\s*(?:\.|=|\[)", re.I)
_DATE = re.compile(r"20\d\d\s*[-/.年]\s*\d{1,2}")
_LONGEST_APOLOGY = 1500  # characters of visible text, menus and footer included
_MOST_ENTRIES = 3


@dataclass(frozen=True, slots=True)
class Found:
    """`passing`: it may be different in a moment; `sketch`: of a page that could be the host's error page."""

    verdict: LinkVerdict
    reason: str | None = None
    status: int | None = None
    final_url: str | None = None
    passing: bool = False
    sketch: str | None = None
    moved_to: str | None = None  # where a page of its own accord sends its visitor


def judge(asked: str, answer: Answer) -> Found:
    """The verdict about `asked`, for which the last answer was this one."""
    final_url = answer.url if answer.url != asked else None
    text = rough_text(answer.body)
    status = answer.status
    if declined := refusal(status, answer.headers, text):
        return Found("unknown", f"blocked:{declined}", status, final_url, passing=status == 429)
    if status in (401, 407):
        return Found("unknown", f"http_{status}", status, final_url)
    if status >= 400 or 300 <= status < 400:
        return Found("dead", f"http_{status}", status, final_url, passing=status in _BUSY)
    if why := _misled(asked, answer):
        return Found("dead", f"soft_404:{why}", status, final_url)
    if not _is_markup(answer, text):
        return Found("alive", None, status, final_url)
    words = rough_words(text)
    if words and not may_be_error(words) and not _MOVES_ON.search(text):
        return Found("alive", None, status, final_url, sketch=_rough_sketch(answer, words))
    page = read_page(text, answer.url)
    if why := error_reason(page, size=len(answer.body)):
        return Found("dead", f"soft_404:{why}", status, final_url)
    return Found("alive", None, status, final_url, sketch=_sketch(answer, page, words), moved_to=page.redirect_to)


def _misled(asked: str, answer: Answer) -> str | None:
    """Why an answer with 200 is not what was asked for, as its address and first bytes show."""
    if why := strays(asked, answer.url):
        return why
    if answer.method == "GET" and not answer.body.strip():
        return "empty"
    if is_document(asked) and _is_markup(answer, rough_text(answer.body[:400])):
        return "html_for_file"
    return None


def strays(asked: str, final: str) -> str | None:
    """Why a redirect from the one address to the other is no answer: redirect_error or redirect_home; None if it is.

    >>> strays("http://a.gov.cn/x/1.htm", "http://a.gov.cn/index.html"), strays("http://a.gov.cn/", "http://a.gov.cn/cn/")
    ('redirect_home', None)
    """
    after = urlsplit(final)
    if final != asked and leads_to_error(after.path):
        return "redirect_error"
    is_sent_home = not is_home(asked) and is_home(final) and not after.query
    return "redirect_home" if is_sent_home and site_of(asked) == site_of(final) else None


def _is_markup(answer: Answer, text: str) -> bool:
    if answer.body.startswith(_FILE_MARKS):
        return False
    is_named = "html" in answer.headers.get("content-type", "")
    return is_named or text.lstrip()[:200].lower().startswith(("<!doctype html", "<html"))


def _rough_sketch(answer: Answer, words: str) -> str | None:
    """The same of a page that was not read: one that shows a date is no apology."""
    if is_home(answer.url) or len(words) > _LONGEST_APOLOGY or _DATE.search(words):
        return None
    return fingerprint(words)


def _sketch(answer: Answer, page: Page, words: str) -> str | None:
    """A fingerprint where the page could be the host's error page in words that no rule knows."""
    if page.is_script_filled or page.published is not None or len(page.entries) > _MOST_ENTRIES:
        return None
    if is_home(answer.url) or len(page.visible_text) > _LONGEST_APOLOGY:
        return None
    return fingerprint(words)
