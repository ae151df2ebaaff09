"""A database with tables, and patrols that write to it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.store import Store
from tests.crawler.sites import Patrols

Prepare = Callable[..., tuple[Patrols, Store]]


def open_new(patrols: Patrols, *portals: str) -> Store:
    store = Store(patrols.url)
    store.upgrade()
    for portal in portals:
        store.add_portal(portal, name=None, now=datetime.now(UTC))
    return store


@pytest.fixture
def prepare(tmp_path: Path) -> Iterator[Prepare]:
    """Makes patrols with these settings, and the store that they write to, with these portals in it."""
    with ExitStack() as stack:

        def make(*portals: str, database: str = "", **settings: object) -> tuple[Patrols, Store]:
            patrols = Patrols(tmp_path, database, settings)
            store = open_new(patrols, *portals)
            stack.callback(store.close)
            return patrols, store

        yield make
