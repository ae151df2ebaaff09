"""The tools that the charset benchmark sets beside ours. One that is not installed is left out of the table."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module, metadata

from parsers.charset import decode
from parsers.encodings import decode_as, encoding_of
from parsers.mojibake import repair

OURS = "xuncha"

# (what a body and its Content-Type say) → (encoding by our names or None, text)
Reader = Callable[[bytes, str | None], tuple[str | None, str]]


def readers() -> dict[str, Reader]:
    """Every tool that can be asked for a page's encoding here, ours first."""
    found: dict[str, Reader] = {OURS: _ours}
    for package, make in _MAKERS.items():
        try:
            found[package] = make()
        except ImportError:
            continue
    return found


def repairers() -> dict[str, Callable[[str], str]]:
    found: dict[str, Callable[[str], str]] = {OURS: lambda text: repair(text).text}
    with suppress(ImportError):
        found["ftfy"] = import_module("ftfy").fix_text
    return found


def version(package: str) -> str:
    return "" if package == OURS else metadata.version(package)


def _ours(body: bytes, content_type: str | None) -> tuple[str | None, str]:
    decoded = decode(body, content_type)
    return decoded.encoding, decoded.text


def _reading(body: bytes, label: str | None) -> tuple[str | None, str]:
    """What a peer's answer makes of the body, its label read as the web reads it: that much help is given."""
    encoding = encoding_of(label)
    return encoding, decode_as(body, encoding)[0] if encoding else ""


def _chardet() -> Reader:
    detect = import_module("chardet").detect
    return lambda body, _: _reading(body, detect(body)["encoding"])


def _charset_normalizer() -> Reader:
    detect = import_module("charset_normalizer").detect
    return lambda body, _: _reading(body, detect(body)["encoding"])


def _faust_cchardet() -> Reader:
    detect = import_module("cchardet").detect
    return lambda body, _: _reading(body, detect(body)["encoding"])


def _resiliparse() -> Reader:
    detect = import_module("resiliparse.parse.encoding").detect_encoding
    return lambda body, _: _reading(body, detect(body))


def _w3lib() -> Reader:
    """As Scrapy calls it: the header is believed, then the page, then UTF-8, then windows-1252."""
    html_to_unicode = import_module("w3lib.encoding").html_to_unicode

    def detect(body: bytes) -> str | None:
        for name in ("utf-8", "cp1252"):
            try:
                body.decode(name)
            except UnicodeDecodeError:
                continue
            return name
        return None

    def read(body: bytes, content_type: str | None) -> tuple[str | None, str]:
        label, text = html_to_unicode(content_type, body, auto_detect_fun=detect)
        return encoding_of(label), text

    return read


_MAKERS: dict[str, Callable[[], Reader]] = {
    "chardet": _chardet,
    "charset-normalizer": _charset_normalizer,
    "faust-cchardet": _faust_cchardet,
    "resiliparse": _resiliparse,
    "w3lib": _w3lib,
}
