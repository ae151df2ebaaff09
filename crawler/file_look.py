"""Is what came under the name of a file that file? Office programs write web pages, and servers write lines of text."""

import re
from collections.abc import Mapping

_FILE_MARKS = (
    b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG", b"GIF8",
    b"BM", b"RIFF", b"II*\x00", b"MM\x00*", b"\x1f\x8b",
)  # fmt: skip
# What is named so is never a line of text; but a web page saved as a document is (MIME-Version).
_NO_TEXT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|pptx?|zip|rar|7z|jpe?g|png|gif|bmp|webp|tiff?|mp[34]|avi|wmv|flv|swf|mov)$", re.I
)
_LONGEST_NOTE = 300  # bytes of the line that a program writes where a file should be
# Saved as a web page, or as XML, by an office program or by a program that wants to be opened with one.
_SAVED = re.compile(
    r"urn:schemas-microsoft-com|schemas\.(?:microsoft|openxmlformats)\.(?:com|org)/office|\bmso-|content=[\"']?(?:Word|Excel|PowerPoint|WPS|Kingsoft|KSO|Microsoft (?:Word|Excel))\b|<(?:w:WordDocument|x:ExcelWorkbook|w:wordDocument)\b|\bMsoNormal\b|opendocument|x:(?:str|num)\b",
    re.I,
)
_OFFICE_KIND = re.compile(r"ms-?excel|ms-?word|officedocument|ms-powerpoint|opendocument|kingsoft|wps-office", re.I)
_OFFICE_NAME = re.compile(r"\.(?:docx?|xlsx?|wps|et|dps|pptx?|rtf|csv)$", re.I)
_CELLS = re.compile(r"<t[dh]\b", re.I)
_LINK = re.compile(r"<a\s", re.I)
_LEAST_CELLS = 4  # two rows of two


def has_file_mark(body: bytes) -> bool:
    return body.startswith(_FILE_MARKS)


def is_note(path: str, body: bytes, text: str) -> bool:
    """A line of text under the name of a document or a picture: what a program says that has no such file."""
    if len(body) > _LONGEST_NOTE or not _NO_TEXT.search(path):
        return False
    plain = text.strip()
    return (
        "\n" not in plain
        and "\t" not in plain
        and plain.isprintable()
        and "<t" not in plain
        and not _SAVED.search(plain)
    )


def is_page_sent_as_file(headers: Mapping[str, str], body: bytes) -> bool:
    """Markup that the headers call an office file: its beginning does not tell whether it apologises further down."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _is_sent_as_file(headers)


def _is_sent_as_file(headers: Mapping[str, str]) -> bool:
    is_attached = "attachment" in headers.get("content-disposition", "").lower()
    return is_attached or _OFFICE_KIND.search(headers.get("content-type", "")) is not None


def is_saved_page(path: str, headers: Mapping[str, str], text: str) -> bool | None:
    """Whether a page is what an office file holds; None where only the headers say so, and an apology may stand below.

    >>> is_saved_page("/a.doc", {}, "<html xmlns:w='urn:schemas-microsoft-com:office:word'>"), is_saved_page("/a.pdf", {}, "<p>")
    (True, False)
    """
    if _SAVED.search(text):
        return True
    is_sent_as_file = "attachment" in headers.get("content-disposition", "").lower()
    is_office = _OFFICE_NAME.search(path) or is_sent_as_file
    if is_office and len(_CELLS.findall(text)) >= _LEAST_CELLS and not _LINK.search(text):
        return True
    return None if _is_sent_as_file(headers) else False
