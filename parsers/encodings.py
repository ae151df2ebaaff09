"""The encodings of Chinese pages: what their labels mean on the web, and bytes to text without ever raising.

gb2312, gbk and gb18030 are one encoding to the web (https://encoding.spec.whatwg.org/#names-and-labels), and so are
Big5 and its extensions. Python's codecs follow the national standards; the few places where the web's tables differ
(§ 5, indexes) are mended here.
"""

import codecs
import re

_GB = (
    "gb2312",
    "gbk",
    "gb18030",
    "gb_2312-80",
    "gb_2312",
    "gb2312-80",
    "x-gbk",
    "cp936",
    "ms936",
    "chinese",
    "euc-cn",
    "x-euc-cn",
)
_BIG5 = ("big5", "big5-hkscs", "big5hkscs", "cn-big5", "x-x-big5", "csbig5", "cp950", "big5-eten", "x-big5")
_WESTERN = ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "ascii", "us-ascii", "ansi")
_LABELS = {
    **dict.fromkeys(_GB, "gb18030"),
    **dict.fromkeys(_BIG5, "big5"),
    **dict.fromkeys(_WESTERN, "windows-1252"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf_8"), "utf-8"),
    **dict.fromkeys(("hz", "hz-gb-2312"), "hz"),
    **dict.fromkeys(("iso-2022-cn", "iso-2022-cn-ext"), "iso-2022-cn"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "shift_jis"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc-jp"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "cp949", "windows-949", "korean"), "euc-kr"),
    "utf-16": "utf-16-le",  # the web reads the bare label as little-endian
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
# The web's readings of the Japanese and Korean labels are Microsoft's supersets.
_CODECS = {"shift_jis": "cp932", "euc-kr": "cp949", "windows-1252": "cp1252"}

# Two-byte codes that Python leaves in the private-use area and the web's index gb18030 does not (and the one it moves).
_GB_PRIVATE = {
    0xE5E5: 0x3000,
    **dict(zip(range(0xE78D, 0xE794), (0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16), strict=True)),
    **dict(zip(range(0xE794, 0xE797), (0xFE17, 0xFE18, 0xFE19), strict=True)),
    0xE7C7: 0x1E3F,
    **dict(zip((0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), range(0x9FB4, 0x9FBC), strict=True)),
}
_PRIVATE = re.compile("[\ue000-\uf8ff]")


_ASCII = bytes(range(0x80))


def beyond_ascii(text: str) -> str:
    """The text without its ASCII characters; far faster than any pattern finds them.

    >>> beyond_ascii("<b>政府</b> 2024")
    '政府'
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def count_high(body: bytes) -> int:
    """How many bytes are not ASCII."""
    return len(body.translate(None, _ASCII))


def encoding_of(label: str | None) -> str | None:
    """What a label means on the web, by our own few names or Python's; None for none that anybody knows.

    >>> encoding_of(" GB2312 "), encoding_of("big5-hkscs"), encoding_of("x-made-up")
    ('gb18030', 'big5', None)
    """
    name = (label or "").strip().strip("\"'").lower()
    if name in _LABELS:
        return _LABELS[name]
    try:
        known = codecs.lookup(name).name if name.isascii() else None
    except (LookupError, ValueError):
        return None
    return (
        known
        if known and known.startswith(("iso8859", "cp12", "cp8", "koi8", "mac", "tis", "iso2022", "utf-32"))
        else None
    )


def decode_as(body: bytes, encoding: str) -> tuple[str, int]:
    """(text, how many places could not be decoded and hold U+FFFD). Never raises for an encoding of encoding_of()."""
    if encoding == "iso-2022-cn":
        text = _iso_2022_cn(body)
    elif encoding == "big5":
        text = _big5(body)
    elif encoding == "gb18030":
        text = body.decode("gb18030", "xuncha-gbk")
        if _PRIVATE.search(beyond_ascii(text)):
            text = text.translate(_GB_PRIVATE)
    elif encoding == "windows-1252":
        text = body.decode("cp1252", "xuncha-cp1252")
    else:
        text = body.decode(_CODECS.get(encoding, encoding), "replace")
    return text, text.count("\ufffd") - _true_marks(body, encoding)


def _true_marks(body: bytes, encoding: str) -> int:
    """U+FFFD that stands in the bytes themselves: somebody else's loss."""
    return body.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0


def _gbk_error(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    # The web's gbk decoder reads a lone 0x80 as the euro sign, as Microsoft's code page 936 does.
    return ("€" if error.object[error.start] == 0x80 else "\ufffd"), error.start + 1


def _big5_error(error: UnicodeError) -> tuple[str, int]:
    """Pairs that only Hong Kong's table has; else the lead byte is lost, and an ASCII trail byte stays."""
    assert isinstance(error, UnicodeDecodeError)
    pair = error.object[error.start : error.start + 2]
    try:
        return pair.decode("big5hkscs"), error.start + 2
    except UnicodeDecodeError:
        return "\ufffd", error.start + (1 if len(pair) < 2 or pair[1] < 0x80 else 2)


def _cp1252_error(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return chr(error.object[error.start]), error.start + 1  # the five holes are C1 controls on the web


codecs.register_error("xuncha-gbk", _gbk_error)
codecs.register_error("xuncha-big5", _big5_error)
codecs.register_error("xuncha-cp1252", _cp1252_error)


def _big5(body: bytes) -> str:
    """Microsoft's table where it holds everything, Hong Kong's where only that does; both together for damaged text."""
    for codec in ("cp950", "big5hkscs"):
        try:
            return body.decode(codec)
        except UnicodeDecodeError:
            continue
    return body.decode("cp950", "xuncha-big5")


def _iso_2022_cn(body: bytes) -> str:
    """GB 2312 between shift-out and shift-in (RFC 1922). CNS 11643, which it also allows, is given up as U+FFFD."""
    pieces = []
    designated = None
    for piece in re.split(rb"(\x1b\$[)*][A-H]|\x0e[^\x0f\n]*\x0f?)", body):
        if piece.startswith(b"\x1b$"):
            designated = piece[-1:]
        elif piece.startswith(b"\x0e"):
            codes = bytes(byte | 0x80 for byte in piece.strip(b"\x0e\x0f") if byte > 0x20)
            pieces.append(codes.decode("gb2312", "replace") if designated == b"A" else "\ufffd" * (len(codes) // 2))
        else:
            pieces.append(piece.decode("ascii", "replace"))
    return "".join(pieces)
