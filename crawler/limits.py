"""How much of a page is read: markup takes forty times its bytes in memory, and who writes it decides how much there is.

The whole body is stored all the same, so that what was left out can be read later. Pure.
"""

import re
from hashlib import blake2b
from itertools import islice

MOST_MARKUP = 3_000_000  # bytes; the largest real pages, reports pasted from Word with all their styles, have 2 MB
MOST_TAGS = 60_000  # the fullest real pages, maps of large portals, have 20,000
MOST_LINKS = 5_000  # kept and followed of one page; half the tags of the fullest real pages
MOST_ROUGH = 200_000  # bytes in which a wall's marks are looked for
_NEAR = 10_000  # bytes before the end in which to look for a place to cut
_TAG = re.compile(rb"<")
_FLEETING = re.compile(r"[\d\s]+")
_SHORTEST = 10  # characters of a page that can be told from another


def readable(body: bytes) -> tuple[bytes, str | None]:
    """The part of the markup that is read, and why it is not the whole: `partly_read:tags`, `partly_read:bytes` or None.

    It ends before a tag, a space or a line break, so that no character of GBK, Big5 or UTF-8 is cut.
    """
    start = body[:MOST_MARKUP]
    if start.count(b"<") > MOST_TAGS:
        last = next(islice(_TAG.finditer(start), MOST_TAGS, None))
        return start[: last.start()], "partly_read:tags"
    if len(body) <= MOST_MARKUP:
        return body, None
    end = max(start.rfind(mark, MOST_MARKUP - _NEAR) for mark in (b"<", b" ", b"\n"))
    return start[:end] if end > 0 else start, "partly_read:bytes"


def sketch(text: str) -> str | None:
    """The same for pages whose words differ in digits and spaces only; None for a page of hardly a word.

    >>> sketch("2024 年 5 月的全部工作安排") == sketch("2031年12月的全部工作安排"), sketch("第 5 页")
    (True, None)
    """
    words = _FLEETING.sub("", text)
    return blake2b(words.encode("utf-8", "replace"), digest_size=12).hexdigest() if len(words) >= _SHORTEST else None
