"""A body as text that is good enough to look for marks in; the true reading is parsers.reading and parsers.page."""

import re
from codecs import getincrementaldecoder

from lxml import etree

_UNSEEN = ("script", "style", "noscript", "template")
_SPACE = re.compile(r"\s+")


def rough_text(body: bytes) -> str:
    """
    >>> rough_text("页面".encode()[:-1]), rough_text("页面".encode("gbk"))
    ('页', '页面')
    """
    try:
        return getincrementaldecoder("utf-8-sig")().decode(body)  # a body may be cut in the middle of a character
    except UnicodeDecodeError:
        return body.decode("gb18030", "replace")


def rough_words(html: str) -> str:
    """The words of a page, its title included, one space between them; "" for what lxml cannot read.

    >>> rough_words("<title>A</title><script>x</script><p>页 面")
    'A 页 面'
    """
    parser = etree.HTMLParser(encoding="utf-8", recover=True, remove_comments=True)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if tree is None:
        return ""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return _SPACE.sub(" ", " ".join(map(str, tree.itertext()))).strip()
