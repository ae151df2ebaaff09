"""Run by Alembic with the connection that storage/schema.py hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from storage.models import Base


def leave_foreign_tables_alone(thing: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    """Tables that are not ours (procrastinate_*, apscheduler_jobs) may live in the same database."""
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", None)
    return table in Base.metadata.tables


def render_plain_types(kind: str, thing: Any, autogen_context: Any) -> str | Literal[False]:
    """A revision names the database's types, not ours: it must still run when ours have changed."""
    if kind == "type" and isinstance(thing, TypeDecorator):
        return f"sa.{thing.impl_instance!r}".replace("none_as_null=True", "")
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter a table otherwise
    transactional_ddl=True,  # engine.py begins transactions itself, so SQLite can take a failed upgrade back, too
    include_object=leave_foreign_tables_alone,
    render_item=render_plain_types,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
