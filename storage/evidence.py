"""What findings name: the pages, targets and bytes that a third party needs to check them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from storage import tables as t
from storage.links import own_address
from storage.text import text_hash

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Named:
    """`urls`: hashes of addresses of pages and targets, with and without fragment; `hashes`: SHA-256s."""

    urls: frozenset[str]
    hashes: frozenset[str]


def named_by_evidence(connection: Connection, portal_id: int) -> Named:
    """Everything that any finding of the portal, open or closed, or any of its flips names."""
    of_findings = select(t.finding.c.subject, t.finding.c.evidence).where(t.finding.c.portal_id == portal_id)
    of_flips = (
        select(t.finding.c.subject, t.flip.c.evidence)
        .join(t.finding, t.finding.c.id == t.flip.c.finding_id)
        .where(t.finding.c.portal_id == portal_id)
    )
    urls, hashes = set[str](), set[str]()
    for wanted in (of_findings, of_flips):
        for subject, evidence in connection.execute(wanted):
            for word in _words([subject, evidence]):
                if "://" in word:
                    urls |= {text_hash(word), text_hash(own_address(word))}
                elif _SHA256.fullmatch(word):
                    hashes.add(word)
    return Named(frozenset(urls), frozenset(hashes))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _words([key, inner])
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
