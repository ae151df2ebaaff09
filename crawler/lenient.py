"""Answers that offend against HTTP and that browsers show all the same, read as browsers read them.

aiohttp stops at the first offence: more bytes than Content-Length says, two lengths, a header line without a colon,
something behind the last chunk, a packed body with a comment after it.
"""

import asyncio
import re
import ssl
import zlib
from collections.abc import Mapping
from contextlib import suppress

_STATUS = re.compile(rb"\s*HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]*\r?\n")
_LONGEST_HEAD = 262_144  # bytes, as Chromium
_PIECE = 65_536


class NoAnswer(Exception):
    """Raised where the bytes are no answer of HTTP at all."""


async def fetch(
    place: tuple[str, int],
    host: str,
    context: ssl.SSLContext | None,
    request: bytes,
    most_bytes: int,
    seconds: float,
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and unpacked body (at most so many bytes). `place`: address and port, already admitted.

    Raises NoAnswer, or OSError where no connection can be had.
    """
    raw = bytearray()
    async with asyncio.timeout(seconds):
        reader, writer = await asyncio.open_connection(*place, ssl=context, server_hostname=host if context else None)
    try:
        writer.write(request)
        with suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(seconds):
                while len(raw) < most_bytes + _LONGEST_HEAD and (piece := await reader.read(_PIECE)):
                    raw += piece
    finally:
        writer.close()
    return parse(bytes(raw), most_bytes)


def request_of(target: str, authority: str, headers: Mapping[str, str]) -> bytes:
    """The bytes of a GET that asks the server to hang up afterwards."""
    lines = [f"GET {target} HTTP/1.1", f"Host: {authority}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "Accept-Encoding: gzip, deflate", "Connection: close", "", ""]).encode("latin-1", "replace")  # fmt: skip


def parse(raw: bytes, most_bytes: int) -> tuple[int, dict[str, str], bytes]:
    """
    >>> parse(b"HTTP/1.1 200 OK\\r\\nno colon\\r\\nContent-Length: 2\\r\\n\\r\\nabc", 99)
    (200, {'content-length': '2'}, b'ab')
    """
    while True:
        status = _STATUS.match(raw)
        end = _END_OF_HEAD.search(raw, status.end()) if status else None
        if status is None or end is None:
            raise NoAnswer
        head, body = raw[status.end() : end.start()], raw[end.end() :]
        if not 100 <= int(status[1]) < 200:
            headers = _headers(head)
            return int(status[1]), headers, _unpacked(_body(body, headers), headers, most_bytes)
        raw = body


def _headers(head: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon and (name := name.strip().lower()):
            found[name] = f"{found[name]}\n{value.strip()}" if name in found else value.strip()
    return found


def _body(body: bytes, headers: Mapping[str, str]) -> bytes:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        return _joined(body)
    length = headers.get("content-length", "").partition("\n")[0]
    return body[: int(length)] if length.isascii() and length.isdigit() and len(length) < 19 else body


def _joined(body: bytes) -> bytes:
    """The chunks, as far as they can be read."""
    parts, at = [], 0
    while (size := _CHUNK.match(body, at)) and (length := int(size[1], 16)):
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
    return b"".join(parts)


def _unpacked(body: bytes, headers: Mapping[str, str], most_bytes: int) -> bytes:
    """What follows the end of a packed body is left out; what cannot be unpacked raises NoAnswer."""
    coding = headers.get("content-encoding", "").strip().lower()
    try:
        if coding in ("gzip", "x-gzip"):
            return zlib.decompressobj(31).decompress(body, most_bytes)
        if coding == "deflate":
            return zlib.decompressobj(15 if body[:1] == b"\x78" else -15).decompress(body, most_bytes)
    except zlib.error as error:
        raise NoAnswer from error
    return body[:most_bytes]
