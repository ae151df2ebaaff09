"""What the rules need to know of a page beside its text: the standard's tags, and facts of our own in lower case. Pure."""

import re
from bisect import bisect_left
from typing import Any
from urllib.parse import urlsplit

from crawler.letters import letter_of_page, letters_of_list
from crawler.urls import site_of
from parsers.page import Page
from parsers.reading import Reading

MOST_HOSTS = 100  # hidden blocks of hijacked portals were seen with 41
MOST_WORDS = 1000  # characters of a home page's own words; a notice of closing is shorter
_DISCLOSURE = re.compile(r"公开|指南|目录|年报|年度报告")
_FILINGS = re.compile(r"(?:^|\.)(?:miit|beian|mps|miitbeian)\.gov\.cn$")
_MENU_WORD = 20  # characters
_LINK_WORD = 6  # characters; shorter texts of links stand in other words by chance
_MOST_LINES = 2000  # of a home page; the fullest real ones have some 1,000
_TOLD = re.compile(r"(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日(?=[，,上下晚早至、-])")
_SIGNED = re.compile(r"(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日\s*$")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)", re.I)
_QUESTION_MARKS = re.compile(r"\?{4,}")
_MANY_MARKS = 30
_TOLD_WITHIN = 40  # characters: a report of an event begins with its day
_TOLD_WORDS = 100
_LIST = 3  # entries


def page_facts(decoded: Reading, seen: Page) -> dict[str, Any]:
    """The page's `meta` as storage keeps it. What is not there is left out, but a plain no is kept."""
    facts: dict[str, Any] = {
        "site_name": seen.site_name,
        "site_code": seen.codes.site_code,
        "icp": seen.codes.icp,
        "police": seen.codes.police,
        "blank": seen.blank,
        "blank_list": seen.blank_list,
        "script_filled": seen.is_script_filled,
        "hidden_links": seen.hidden_link_count,
        "hidden_hosts": hidden_hosts(seen),
        "moved_to": seen.redirect_to,
        "disclosure_words": _disclosure_words(seen) if seen.kind not in ("article", "report") else [],
        "repair_count": len(decoded.repairs),
        "lost_letters": _lost_letters(seen.text),
        "letters": letters_of_list(seen) if seen.kind == "column" else [],
        "letter": letter_of_page(seen.visible_text) if seen.kind in ("article", "other", "column") else None,
        **(_own_words(seen) if seen.kind in ("home", "stub") else {}),
        **(_told(seen.text) | _signed(seen.text) if seen.kind == "article" else {}),
    }
    return {**seen.meta, **{name: value for name, value in facts.items() if value or value is False}}


def hidden_hosts(seen: Page) -> list[str]:
    """Hosts of other sites that only hidden blocks of the page link to, each once, in order."""
    own, found = site_of(seen.url), dict[str, None]()
    for link in seen.links:
        if link.hidden and link.kind == "page" and site_of(link.url) != own:
            found[urlsplit(link.url).hostname or ""] = None
    visible = {urlsplit(link.url).hostname for link in seen.links if not link.hidden}
    return [host for host in found if host and host not in visible][:MOST_HOSTS]


def _lost_letters(text: str) -> float:
    """The share of question marks that stand where a database lost its letters: ????,???????????."""
    lost = sum(len(run) for run in _QUESTION_MARKS.findall(text))
    return round(lost / len(text), 2) if lost >= _MANY_MARKS else 0.0


def _disclosure_words(seen: Page) -> list[str]:
    """Short words that may name a column of disclosure, wherever it lies: on this host, on another, or behind a script."""
    words = {*(link.text for link in seen.links), *seen.visible_text.split("\n")}
    return sorted(one for one in words if len(one) <= _MENU_WORD and _DISCLOSURE.search(one))[:MOST_HOSTS]


def _own_words(seen: Page) -> dict[str, Any]:
    """What the page says outside of links: where a notice of closing stands, while news about one is a link.

    A page without a list is taken whole, with the addresses of other authorities that it links to: a notice that stands
    alone may well be a link to the new address.
    """
    if len(seen.entries) < _LIST:
        words = "\n".join((seen.visible_text, *_other_authorities(seen)))
        return {"own_words": words[:MOST_WORDS], "words_total": len(seen.visible_text)}
    linked = sorted({link.text for link in seen.links if link.text})
    whole = frozenset(linked)
    # An address that is a link does not make the sentence around it one: 请访问新网站：http://…
    long = [text for text in linked if len(text) > _LINK_WORD and not _ADDRESS.match(text)]
    lines = (
        line
        for line in seen.visible_text.split("\n")[:_MOST_LINES]
        if line not in whole and not _begins_one(line, linked) and not any(text in line for text in long)
    )
    return {"own_words": "\n".join(lines)[:MOST_WORDS], "words_total": len(seen.visible_text)}


def _other_authorities(seen: Page) -> list[str]:
    """Links to other .gov.cn hosts, without those where filings are looked up."""
    hosts = ((link.url, urlsplit(link.url).hostname or "") for link in seen.links if link.kind == "page")
    own = site_of(seen.url)
    return [
        url for url, host in hosts if host.endswith(".gov.cn") and site_of(url) != own and not _FILINGS.search(host)
    ]


def _begins_one(line: str, linked: list[str]) -> bool:
    """Whether the line is the beginning of one of these sorted texts, as a list shows it cut short."""
    start = line.rstrip(".…")[:40]
    place = bisect_left(linked, start)
    return place < len(linked) and linked[place].startswith(start)


def _told(text: str) -> dict[str, str]:
    """The full date that the text begins with, and the words around it: the day of what an article reports."""
    match = _TOLD.search(text, 0, _TOLD_WITHIN + 12)
    if match is None or match.start() > _TOLD_WITHIN:
        return {}
    year, month, day = map(int, match.groups())
    return {"told_on": f"{year:04}-{month:02}-{day:02}", "told_text": text[match.start() : match.start() + _TOLD_WORDS]}


def _signed(text: str) -> dict[str, str]:
    """The full date that the text ends with, under which an organ signs."""
    match = _SIGNED.search(text[-40:])
    return {"signed_on": "{:0>4}-{:0>2}-{:0>2}".format(*match.groups())} if match else {}
