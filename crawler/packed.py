"""Packed bodies that end too early: Scrapy hands on what could be unpacked and says nothing of the rest."""

import zlib

from scrapy.http import Request, Response

CUT_SHORT = "cut_short"  # in request.meta: the packed body broke off
TRUNCATED = "truncated"  # reason of the visit
_ANY_HEADER = 32 + zlib.MAX_WBITS  # gzip's or zlib's, whichever is there
_STEP = 1 << 16  # bytes unpacked at a time; they are thrown away
_MOST = 64 << 20  # bytes: what is larger has broken other limits


class CutShort:
    """Looks at a body before Scrapy unpacks it, and notes in the request whether it is whole."""

    def process_response(self, request: Request, response: Response) -> Response:
        encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
        if encoding in (b"gzip", b"x-gzip") and is_cut_short(response.body):
            request.meta[CUT_SHORT] = True
        return response


def is_cut_short(packed: bytes) -> bool:
    """Whether a gzip stream ends before its own end. What is no gzip at all is not cut short.

    >>> import gzip
    >>> whole = gzip.compress(b"0123456789" * 100)
    >>> is_cut_short(whole), is_cut_short(whole[:-9]), is_cut_short(whole + b"junk"), is_cut_short(b"plain")
    (False, True, False, False)
    """
    stream, left, unpacked = zlib.decompressobj(_ANY_HEADER), packed, 0
    try:
        while left and not stream.eof and unpacked < _MOST:
            unpacked += len(stream.decompress(left, _STEP))
            left = stream.unconsumed_tail
    except zlib.error:
        return False
    return bool(packed) and not stream.eof and unpacked < _MOST
