"""What the parts of Store share."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from storage.engine import Database

Item = TypeVar("Item")

MANY = 1000  # values in one IN (…); SQLite takes 32,766 parameters, PostgreSQL 65,535


class StorePart:
    """One idea of Store; `database` is opened by Store."""

    database: Database


def chunks(items: Iterable[Item], size: int = MANY) -> Iterator[Sequence[Item]]:
    """
    >>> list(chunks([1, 2, 3], 2))
    [[1, 2], [3]]
    """
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
