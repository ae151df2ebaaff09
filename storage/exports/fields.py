"""What an export holds: the tables and columns of the models, without what is secret."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, Table

from storage.models import Base
from storage.types import CleanJson, CleanList, UtcDateTime

FieldType = Literal["string", "integer", "number", "boolean", "date", "datetime", "object", "array", "binary"]

SECRET = {("channel", "url")}  # holds tokens and passwords

_HEAVY = {"body": 20, "version": 200, "report": 200}  # rows read at once: bodies reach 10 MB, texts 1 MB
_ROWS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: FieldType
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class ExportTable:
    table: Table
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def columns(self) -> list[Column[Any]]:
        return [self.table.c[field.name] for field in self.fields]

    @property
    def rows_at_once(self) -> int:
        return _HEAVY.get(self.name, _ROWS_AT_ONCE)

    @property
    def primary_key(self) -> list[str]:
        return [column.name for column in self.table.primary_key]


@cache
def export_tables() -> tuple[ExportTable, ...]:
    """All tables, those that others refer to first."""
    return tuple(ExportTable(table, _fields(table)) for table in Base.metadata.sorted_tables)


def _fields(table: Table) -> tuple[Field, ...]:
    return tuple(
        Field(column.name, field_type(column), not column.nullable, column.doc or _plain_description(column))
        for column in table.columns
        if (table.name, column.name) not in SECRET
    )


def _plain_description(column: Column[Any]) -> str:
    for key in column.foreign_keys:
        return f"Row of {key.column.table.name} that it belongs to."
    return "Number of the row."


def field_type(column: Column[Any]) -> FieldType:
    """
    >>> field_type(Base.metadata.tables["page"].c.depth)
    'integer'
    """
    kind = column.type
    for types, name in _TYPES:
        if isinstance(kind, types):
            return name
    return "string"


_TYPES: tuple[tuple[type[Any], FieldType], ...] = (
    (CleanList, "array"),
    (CleanJson, "object"),
    (UtcDateTime, "datetime"),
    (Date, "date"),
    (Boolean, "boolean"),
    (Integer, "integer"),
    (Float, "number"),
    (LargeBinary, "binary"),
)
