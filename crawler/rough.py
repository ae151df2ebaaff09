"""A body as text that is good enough to look for marks in; the true reading is parsers.reading and parsers.page."""

import re
from codecs import getincrementaldecoder

from lxml import etree

from parsers.declared import header_label, meta_label

UNSEEN = ("script", "style", "noscript", "template")
_ASCII = bytes(range(128))
_SAMPLE = 20_000  # characters
_COMMON = 0.9  # of true simplified text is in GB 2312; of Big5 read as GBK, half
_SPACE = re.compile(r"\s+")
_SIMPLIFIED = frozenset(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"))


def rough_text(body: bytes, content_type: str | None = None) -> str:
    """The text of a body that may be cut anywhere.

    UTF-8 where it is that; GB 18030 where it is declared, or where no Content-Type is given (it costs little); else
    parsers.charset decides.

    >>> rough_text("页面".encode()[:-1]), rough_text("页面".encode("gbk"))
    ('页', '页面')
    """
    if not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return getincrementaldecoder("utf-8-sig")().decode(body)
        except UnicodeDecodeError:
            pass
        declared = {label.lower() for label in (header_label(content_type), meta_label(body)) if label}
        if content_type is None or (declared and declared <= _SIMPLIFIED):
            text = body.decode("gb18030", "replace")
            if content_type is None or not _is_odd(text):
                return text
    from parsers.charset import decode  # only here: most pages need no verdict

    return decode(body, content_type).text


def _is_odd(text: str) -> bool:
    """Whether the characters are so rare that the declaration must be wrong: Big5 read as GBK is."""
    start = text[:_SAMPLE]
    seen = sum(1 for one in start if one > "\x7f")
    known = (len(start.encode("gb2312", "ignore")) - len(start.encode("ascii", "ignore"))) // 2
    return known < _COMMON * seen


def chinese_only(text: str) -> str:
    """
    >>> chinese_only("<p>页 <b>面</b></p>")
    '页面'
    """
    return text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8")


def rough_words(html: str) -> str:
    """The words of a page, its title included, one space between them; "" for what lxml cannot read.

    >>> rough_words("<title>A</title><script>x</script><p>页 面")
    'A 页 面'
    """
    tree = parsed(html)
    if tree is None:
        return ""
    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    return _SPACE.sub(" ", " ".join(map(str, tree.itertext()))).strip()


def parsed(html: str) -> etree._Element | None:
    """The tree that lxml makes of it; None for what it cannot read."""
    parser = etree.HTMLParser(encoding="utf-8", recover=True, remove_comments=True)
    try:
        return etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
