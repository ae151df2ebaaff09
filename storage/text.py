"""Text at the door: what no database takes is replaced, and what names a row is hashed."""

import math
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""NUL and lone surrogates become U+FFFD: PostgreSQL refuses both, UTF-8 the latter.

    >>> clean("a\x00b")
    'a\ufffdb'
    """
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    if text.isascii():
        return text
    return _LONE_SURROGATE.sub("\ufffd", text)


def clean_json(value: Any) -> Any:
    """The same inside mappings and sequences; numbers that JSON cannot write become None, dates ISO text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): clean_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [clean_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, date):  # datetime is one too
        return value.isoformat()
    return value


def text_hash(*parts: str) -> str:
    """SHA-256 of the clean parts, hexadecimal; a zero byte between them, so that they cannot run together."""
    return sha256("\x00".join(map(clean, parts)).encode()).hexdigest()
