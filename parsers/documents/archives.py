"""Zip archives (docx, xlsx, ofd) held to a size, by their directory and by what their members really unpack to."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from parsers.documents.records import UnreadableDocument

MAX_UNPACKED = 200_000_000  # bytes; the largest annual report seen unpacks to 14 MB
MAX_MEMBERS = 5_000
_LOCAL_HEADER = 30  # bytes before the member's name
_CHUNK = 65_536


def check_archive(body: bytes) -> tuple[str, ...]:
    """The names of an archive's members. Raises UnreadableDocument: broken, encrypted or too large."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise UnreadableDocument(f"broken: {error}") from error
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableDocument("encrypted")
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise UnreadableDocument(f"too large: {len(members)} members")
    left = MAX_UNPACKED
    for member in members:
        left -= _unpacked_size(body, member, left)
    return tuple(member.filename for member in members)


def _unpacked_size(body: bytes, member: ZipInfo, limit: int) -> int:
    """Bytes that the member really unpacks to: what the directory says of it may be a lie."""
    head = body[member.header_offset : member.header_offset + _LOCAL_HEADER]
    if len(head) < _LOCAL_HEADER:
        raise UnreadableDocument("broken: a member lies outside the file")
    name, extra = struct.unpack("<HH", head[26:30])
    start = member.header_offset + _LOCAL_HEADER + name + extra
    packed = body[start : start + member.compress_size]
    if member.compress_type != zlib.DEFLATED:
        return len(packed)
    unpacker, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    try:
        while packed and not unpacker.eof:
            size += len(unpacker.decompress(packed, _CHUNK))
            packed = unpacker.unconsumed_tail
            if size > limit:
                raise UnreadableDocument("too large: it unpacks to more than it says")
    except zlib.error as error:
        raise UnreadableDocument(f"broken: {error}") from error
    return size
