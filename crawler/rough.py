"""A body as text that is good enough to look for marks in; the true decoding is parsers.reading.read_bytes."""

from codecs import getincrementaldecoder


def rough_text(body: bytes) -> str:
    """
    >>> rough_text("页面".encode()[:-1]), rough_text("页面".encode("gbk"))
    ('页', '页面')
    """
    try:
        return getincrementaldecoder("utf-8-sig")().decode(body)  # a body may be cut in the middle of a character
    except UnicodeDecodeError:
        return body.decode("gb18030", "replace")
