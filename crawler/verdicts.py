"""What an answer says about a link to its address: alive, dead or unknown, and why."""

import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urlsplit

from crawler.answer import Answer, retry_after
from crawler.data_look import apologises_in_data, wall_in_data
from crawler.file_look import has_file_mark, is_note, is_saved_page
from crawler.first_look import SAYS_AND_LEAVES, is_suspect, says_much, title_of
from crawler.gates import gate_of
from crawler.rough import rough_text, rough_words
from crawler.ruins import ruin_of
from crawler.urls import hop, is_document, is_home, is_never_markup, site_of
from parsers.answers import is_null
from parsers.bare import GOES_BACK, box_before_leaving, shows_nothing, written
from parsers.blocked import OUTAGES, REFUSING, refusal
from parsers.html.links import script_jump
from parsers.kept_out import keeps_out
from parsers.notices import comes_back, is_unfiled, not_now
from parsers.page import read_page
from parsers.remains import may_be_empty_template, own_words, shows_error_picture
from parsers.soft404 import (
    error_in_data,
    error_reason,
    finds_error,
    leads_to_error,
    may_be_error,
    says_error,
    waits,
)
from parsers.taken_over import advertises
from parsers.traditional import simpler
from storage.records import LinkVerdict

_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529))  # may be different in a moment
_DECLINES = frozenset((400, 405, 406))  # of servers that are asked wrongly, and of walls
_ASKS_WHO = frozenset((401, 407, 451))  # the address answers, but not us
# Any other status is said by something that stands between us and the portal. 520 to 530: proxies that miss it.
_REGISTERED = frozenset(HTTPStatus) | {509, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599}
_WALLS_OWN = frozenset((418,))  # registered as a joke
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|title)\b",
    re.I | re.S,
)
_ALERT = re.compile(r"\balert\s*\(\s*([\"'])(.{2,80}?)\1")
_LETTER = re.compile(r"[^\W_]")
_STYLE_OR_SCRIPT = re.compile(r"\.(?:css|js)$", re.I)  # may be of no bytes, and nobody misses anything
_REFRESH = re.compile(r"\s*\d*(?:\.\d+)?\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']+)", re.I)
# Who wrote these meant an article; no error page has them filled.
_OWN_MARKS = re.compile(rb"name=[\"']?(?:ArticleTitle|PubDate)[\"']?\s+content=[\"']?[^\"'>\s]", re.I)
_FIELD = re.compile(r"<(?:textarea|select|input\b(?![^<>]*\btype\s*=\s*[\"']?(?:hidden|submit|button|image)))\b", re.I)
# A letter to be written, an error to be reported: what error pages say stands there as a label.
_LETTER_BOX = re.compile(r"<textarea\b(?![^<>]*(?:display:\s*none|hidden))", re.I)
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u3000\xa0 \r\n\t"
_LITTLE = 150  # characters of visible text: a stub that sends its visitor on says 正在跳转 and no more
_BRIEF = 500  # characters of visible text: a small portal's frame and an apology; read whatever its words are
_LATER = 60  # seconds that a server asks for: longer than any check goes on
_MOST_LINKS = 3  # of a stub that stands in front of a page
_WALL = 800  # characters of visible text, menus and spaces included, that a wall has at most


@dataclass(frozen=True, slots=True)
class Found:
    """`passing`: it may be different in a moment; `moved_to`: where a page of its own accord sends its visitor.

    `page`: the markup of a living page that could be the host's error page in words that no rule knows.
    """

    verdict: LinkVerdict
    reason: str | None = None
    status: int | None = None
    final_url: str | None = None
    passing: bool = False
    page: str | None = None
    moved_to: str | None = None


def judge(asked: str, answer: Answer) -> Found:
    """The verdict about `asked`, for which the last answer was this one."""
    if gate := gate_of(asked, answer.url):
        return _found(asked, answer, "unknown", f"blocked:{gate} ({answer.status})")
    if decided := _by_status(answer):
        verdict, reason, passing = decided
        return _found(asked, answer, verdict, reason, passing=passing)
    if why := strays(asked, answer.url):
        return _dead(asked, answer, why)
    if answer.status in (204, 205) or has_file_mark(answer.body):
        return _alive(asked, answer)
    if not answer.body.strip(b"\xef\xbb\xbf \t\r\n"):
        return _of_nothing(asked, answer)
    text = rough_text(answer.body, answer.headers.get("content-type", ""))
    is_stray = is_note(urlsplit(asked).path, answer.body, text) and not _MARKUP.match(text)
    if not is_stray and is_null(text):
        return _dead(asked, answer, "empty")
    if not is_stray and _is_markup(answer, text):
        return _of_page(asked, answer, text)
    if why := wall_in_data(answer, text):
        return _found(asked, answer, "unknown", f"blocked:{why}")
    if is_stray:
        return _dead(asked, answer, "html_for_file")
    return _dead(asked, answer, "words") if apologises_in_data(answer, text) else _alive(asked, answer)


def strays(asked: str, final: str) -> str | None:
    """Why a redirect from the one address to the other is no answer: redirect_error or redirect_home; None if it is.

    >>> strays("http://a.gov.cn/x/1.htm", "http://a.gov.cn/index.html"), strays("http://a.gov.cn/", "http://a.gov.cn/cn/")
    ('redirect_home', None)
    """
    if final == asked:
        return None
    after = urlsplit(final)
    if leads_to_error(after.path):
        return "redirect_error"
    is_sent_home = not is_home(asked) and is_home(final) and not after.query
    return "redirect_home" if is_sent_home and site_of(asked) == site_of(final) else None


def _by_status(answer: Answer) -> tuple[LinkVerdict, str, bool] | None:
    """(verdict, reason, passing) where the status decides; None for an answer that shows something."""
    status = answer.status
    if 200 <= status <= 300 and status != 202:
        return None
    text = rough_text(answer.body) if status in REFUSING or status in OUTAGES else ""
    if status in REFUSING and is_unfiled(rough_words(text)):
        return "dead", f"http_{status}", False
    if declined := refusal(status, answer.headers, text):
        return "unknown", f"blocked:{declined}", status == 429
    if status == 202:
        return None
    if status == 503 and _says_later(answer, text):
        return "unknown", "blocked:系统维护 (503)", False
    if status in _DECLINES and keeps_out(simpler(title_of(text)), rough_words(text), is_page=False):
        return "unknown", f"blocked:限制访问 ({status})", False
    if status in _ASKS_WHO:
        return "unknown", f"http_{status}", False
    if status not in _REGISTERED or status in _WALLS_OWN:
        return "unknown", f"blocked:http_{status}", False
    return "dead", f"http_{status}", status in _BUSY


def _says_later(answer: Answer, text: str) -> bool:
    """Whether a server says when it will be back: it is away, not gone."""
    seconds = retry_after(answer.headers.get("retry-after", ""))
    if (seconds or 0) >= _LATER:
        return True
    words = rough_words(text)
    return len(words) <= _BRIEF and (comes_back(words) or keeps_out(simpler(title_of(text)), words, is_page=False))


def _of_nothing(asked: str, answer: Answer) -> Found:
    """The verdict about a body of no bytes, which may send its visitor on by a header."""
    if target := _refreshes_to(answer):
        return replace(_alive(asked, answer), moved_to=target)
    return _alive(asked, answer) if _STYLE_OR_SCRIPT.search(urlsplit(asked).path) else _dead(asked, answer, "empty")


def _refreshes_to(answer: Answer) -> str | None:
    """Where the header Refresh sends a visitor; None where it only loads the page again."""
    found = _REFRESH.match(answer.headers.get("refresh", ""))
    target = hop(answer.url, found[1].strip()) if found else None
    return target if target != answer.url else None


def _of_page(asked: str, answer: Answer, text: str) -> Found:
    """The verdict about a page, by the cheapest look that is sure."""
    is_file = is_document(asked) or is_never_markup(asked)
    if not is_file and says_much(answer.body, text) and not is_suspect(answer.body, text):
        return _alive(asked, answer, text)
    words = rough_words(text)
    if len(words) <= _WALL and (declined := refusal(answer.status, answer.headers, text)):
        return _found(asked, answer, "unknown", f"blocked:{declined}")
    if is_file:
        return _of_saved_page(asked, answer, text, words)
    # What says little is read in any case: an apology need not be one that is known by its words.
    is_plain = len(words) > _BRIEF and not shows_error_picture(text) and not SAYS_AND_LEAVES.search(text)
    is_plain = is_plain and not (may_be_error(words) and finds_error(title_of(text), words))
    is_plain = is_plain and not advertises(title_of(text))
    if is_plain and not may_be_empty_template(text):
        return _alive(asked, answer, text)
    return _of_reading(asked, answer, text, words)


def _of_saved_page(asked: str, answer: Answer, text: str, words: str) -> Found:
    """The verdict about a page under the name of a file."""
    is_saved = is_saved_page(urlsplit(asked).path, answer.headers, text)
    is_there = is_saved or (is_saved is None and not (says_error(words) or error_reason(read_page(text, answer.url))))
    return _alive(asked, answer) if is_there else _dead(asked, answer, "html_for_file")


def _of_reading(asked: str, answer: Answer, text: str, words: str) -> Found:
    """The verdict of a full reading of the page."""
    is_little = len(words) <= _LITTLE
    if is_little and not _FIELD.search(text) and (box := _ALERT.search(text)) and says_error(box[2]):
        return _dead(asked, answer, "words")
    page = read_page(text, answer.url)
    said = own_words(page)
    if not _LETTER.search(said) and not page.entries and (found := _of_box(asked, answer, text, is_little)):
        return found
    is_blank = not (page.visible_text.strip(_UNSEEN) or page.redirect_to or script_jump([text]))
    if is_blank and (shows_nothing(text) or says_error(written(text))):
        return _dead(asked, answer, "empty")
    moved_to = page.redirect_to or (_refreshes_to(answer) if is_little else None)
    if not moved_to and is_little and (jump := script_jump([text])):  # one in an attribute
        moved_to = hop(answer.url, jump)
        page = replace(page, redirect_to=moved_to)
    if not page.redirect_to and (why := waits(page)):
        return _found(asked, answer, "unknown", f"blocked:{why} ({answer.status})")
    if ruin := ruin_of(page, said, words, text):
        return _dead(asked, answer, ruin)
    why = error_reason(page, size=len(answer.body))
    if why and not (is_blank and why == "empty") and not (why == "words" and _LETTER_BOX.search(text)):
        return _dead(asked, answer, why)
    if moved_to:
        return replace(_alive(asked, answer), moved_to=moved_to)
    if page.is_script_filled:
        return _alive(asked, answer)
    is_stub = not page.entries and len(page.links) <= _MOST_LINKS and "password" not in text.lower()
    is_stub = is_stub and not (page.links and is_home(answer.url))  # a splash page
    if is_stub and keeps_out(simpler(title_of(text)), own_words(page)):
        return _found(asked, answer, "unknown", f"blocked:限制访问 ({answer.status})")
    return _alive(asked, answer, text)


def _of_box(asked: str, answer: Answer, text: str, is_little: bool) -> Found | None:
    """The verdict about scripts that have nothing to show, say so in a box and go away: back, whatever the words are."""
    said = box_before_leaving(text) if is_little else None
    if said is None:
        found = SAYS_AND_LEAVES.search(text)
        return _dead(asked, answer, "words") if found and says_error(found[2]) else None
    if said and (why := refusal(200, {}, said) or not_now("", said)):
        return _found(asked, answer, "unknown", f"blocked:{why}")
    goes_home = said and not says_error(said) and not GOES_BACK.search(text)
    return None if goes_home else _dead(asked, answer, "words")


def _is_markup(answer: Answer, text: str) -> bool:
    if text.lstrip()[:1] in "{[" and error_in_data(text) is not None:
        return False
    return "html" in answer.headers.get("content-type", "") or _MARKUP.match(text) is not None


def _dead(asked: str, answer: Answer, why: str) -> Found:
    return _found(asked, answer, "dead", f"soft_404:{why}")


def _alive(asked: str, answer: Answer, text: str | None = None) -> Found:
    """`text`: the page's markup, if its host's own error page may look like it."""
    if answer.tls == "obsolete":  # today's browsers do not open it, older ones do
        return _found(asked, answer, "unknown", "tls_obsolete")
    found = _found(asked, answer, "alive", f"tls:{answer.tls}" if answer.tls else None)
    if text is None or is_home(answer.url):
        return found
    is_own = (b"ArticleTitle" in answer.body or b"PubDate" in answer.body) and _OWN_MARKS.search(answer.body)
    return found if is_own else replace(found, page=text)


def _found(asked: str, answer: Answer, verdict: LinkVerdict, reason: str | None, *, passing: bool = False) -> Found:
    return Found(verdict, reason, answer.status, answer.url if answer.url != asked else None, passing)
