"""Bytes as they came, stored once under their SHA-256."""

import zlib
from datetime import datetime
from functools import cache
from hashlib import sha256

from sqlalchemy import Select, bindparam, select

from storage import tables as t
from storage.engine import Insert, InsertMaker, Writing


def store_body(db: Writing, data: bytes, at: datetime) -> str:
    """Keeps the bytes unless they are here already; returns their SHA-256."""
    digest = sha256(data).hexdigest()
    if db.connection.execute(_KNOWN, {"digest": digest}).first() is None:
        codec, stored = packed(data)
        row = {"sha256": digest, "size": len(data), "codec": codec, "data": stored, "first_seen_at": at}
        db.connection.execute(_body_insert(db.insert), row)
    return digest


def packed(data: bytes) -> tuple[str, bytes]:
    """How the bytes are stored: (codec, bytes), compressed where that is smaller."""
    small = zlib.compress(data, 6)
    return ("zlib", small) if len(small) < len(data) else ("raw", data)


def unpacked(codec: str, data: bytes) -> bytes:
    """The other way; zlib.error if they are damaged."""
    return zlib.decompress(data) if codec == "zlib" else data


# On PostgreSQL the lock keeps bytes that nobody names from being forgotten between this look and the visit that names them.
_KNOWN: Select[tuple[str]] = (
    select(t.body.c.sha256).where(t.body.c.sha256 == bindparam("digest")).with_for_update(read=True, key_share=True)
)


@cache
def _body_insert(insert: InsertMaker) -> Insert:
    return insert(t.body).on_conflict_do_nothing(index_elements=["sha256"])
