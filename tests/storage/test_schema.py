"""Opening, upgrading, and refusing databases."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from storage.models import Base
from storage.store import Store, StoreError


def test_migrations_make_the_tables_of_the_models(store: Store) -> None:
    with store.database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_a_fresh_database_must_be_upgraded(store_url: str) -> None:
    store = Store(store_url)
    with pytest.raises(StoreError, match="run: xuncha db upgrade"):
        store.require_current()
    store.upgrade()
    store.upgrade()
    store.require_current()
    store.close()
