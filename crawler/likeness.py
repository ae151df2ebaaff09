"""Is a page the one that its host shows for an address that cannot exist? By what it says beside that page."""

import re
from dataclasses import dataclass

from lxml import etree

from crawler.rough import UNSEEN, parsed

LEAST_OWN = 8  # letters that a page must say of its own; a title or one sentence is more, the echo of a word is less
LEAST_WORDS = 8  # letters in an apology; "ok" and "page" say nothing
MOST_SHORT = 400  # letters of a short page, the frame's menus included
MANY_LINKS = 10  # a home page; a test server's or a default page has none
# What an error page offers, and a test server's one page for everything does not.
_WAY_OUT = re.compile(r"返回|首页|主页|重新|跳转|稍后|逛逛|看看|抱歉|back|home|sorry|oops", re.I)
_BLANK = re.compile(r"暂无|敬请期待|建设中|整理中|共0")  # a blank list is alive, and looks like the next
# Addresses, file names and words with digits: error pages repeat what was asked for, and the time.
_PASSING = re.compile(r"https?://\S+|[\w%.-]*/[\w%./-]*|[\w.-]*[\d%][\w.%-]*", re.ASCII)
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a page says, piece by piece, and its pictures; `links` counts its links, `scripts` whether scripts may say more."""

    pieces: frozenset[str]
    links: int
    scripts: bool
    pictures: frozenset[str] = frozenset()
    is_form: bool = False
    length: int = 0  # letters of all pieces, those that are repeated included

    @property
    def is_telling(self) -> bool:
        """Enough to be recognised by."""
        return _letters(self.pieces) >= LEAST_WORDS

    @property
    def is_short(self) -> bool:
        """No article, no list and nothing to fill in: a page that its program may show for any number."""
        return self.length < MOST_SHORT and not self.is_form and not any(map(_BLANK.search, self.pieces))

    @property
    def offers_a_way_out(self) -> bool:
        return any(map(_WAY_OUT.search, self.pieces))

    def adds_nothing_to(self, missing: "Sketch") -> bool:
        """Whether this page is the other one with another address in it.

        What scripts fill in is not seen: a page of scripts that shows next to nothing is not judged.
        """
        if self.scripts and _letters(self.pieces) < LEAST_WORDS:
            return False
        if not missing.is_telling:  # few words: then it must be the same page
            return self.pieces == missing.pieces and self.pictures == missing.pictures
        return _letters(self.pieces - missing.pieces) < LEAST_OWN


def sketch_of(html: str) -> Sketch:
    """
    >>> one, other = (sketch_of(f"<h1>迷路了</h1><p>没有 /x/{name} 这个地方</p>") for name in ("a.htm", "9f2c.html"))
    >>> one.adds_nothing_to(other), sketch_of("<h1>县长信箱使用说明</h1>").adds_nothing_to(other)
    (True, False)
    """
    tree = parsed(html)
    if tree is None:
        return Sketch(frozenset(), 0, False)
    pictures = frozenset(str(one.get("src", "")) for one in tree.iter("img", "embed", "object", "iframe", "video"))
    is_form = tree.find(".//input") is not None or tree.find(".//textarea") is not None
    scripts = tree.find(".//script") is not None
    links = len(tree.findall(".//a"))
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    pieces = ["".join(_LETTERS.findall(_PASSING.sub(" ", str(text)))) for text in tree.itertext()]
    return Sketch(frozenset(pieces) - {""}, links, scripts, pictures, is_form, sum(map(len, pieces)))


def _letters(pieces: frozenset[str]) -> int:
    return sum(map(len, pieces))
