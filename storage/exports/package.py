"""datapackage.json: what each file of an export holds (Frictionless Data Package, version 1)."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from storage.exports.fields import ExportTable, Field
from storage.exports.panel import Derived
from storage.exports.writer import Writer
from storage.models import Base
from storage.schema import head

FILE = "datapackage.json"
_MODELS = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
_MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}


def describe(
    folder: Path, writer: Writer, rows: Iterable[tuple[ExportTable, int]], derived: Iterable[Derived], now: datetime
) -> None:
    """Writes datapackage.json beside the files that `writer` has finished."""
    package = {
        "profile": "tabular-data-package" if writer.format == "csv" else "data-package",
        "name": "xuncha-export",
        "title": "Xuncha 巡查: portals, their pages, reports and findings",
        "description": " ".join(filter(None, [writer.note, "Addresses of alert channels are secret and left out."])),
        "created": now.isoformat(),
        "xuncha": {"format": writer.format, "revision": head()},
        "resources": [
            *(_resource(folder, writer, table, count) for table, count in rows),
            *(_derived(folder, writer, table) for table in derived),
        ],
    }
    (folder / FILE).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def file_hash(file: Path) -> str:
    """As Frictionless writes it."""
    with file.open("rb") as data:
        return f"sha256:{file_digest(data, 'sha256').hexdigest()}"


def ours(folder: Path) -> dict[str, Any] | None:
    """The datapackage.json of an export that lies there; None if there is none or it is not ours."""
    try:
        package = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(package, dict) or not isinstance(package.get("xuncha"), dict) or "resources" not in package:
        return None
    return package


def _resource(folder: Path, writer: Writer, table: ExportTable, count: int) -> dict[str, Any]:
    file = folder / writer.path(table)
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource" if writer.format == "csv" else "data-resource",
        "name": table.name,
        "path": writer.path(table),
        "format": writer.format,
        "mediatype": _MEDIA_TYPES[writer.format],
        "description": _description(table, writer),
        "rows": count,
        "bytes": file.stat().st_size,
        "hash": file_hash(file),
        "schema": _schema(table, writer),
    }
    if writer.encoding:
        resource["encoding"] = writer.encoding
    if dialect := writer.dialect(table):
        resource["dialect"] = dialect
    return resource


def _derived(folder: Path, writer: Writer, table: Derived) -> dict[str, Any]:
    file = folder / table.path
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path,
        "format": writer.format,
        "mediatype": _MEDIA_TYPES[writer.format],
        "description": table.description,
        "derived": True,  # made from the other resources: nothing to read back
        "rows": table.rows,
        "bytes": file.stat().st_size,
        "hash": file_hash(file),
        "encoding": writer.encoding,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(field, writer) for field in table.fields],
            "missingValues": [""],
            "primaryKey": [table.fields[0].name],
        },
    }


def _description(table: ExportTable, writer: Writer) -> str:
    about = " ".join((_MODELS[table.name].__doc__ or "").split())
    return " ".join(filter(None, [about, writer.note]))


def _schema(table: ExportTable, writer: Writer) -> dict[str, Any]:
    held = [field for field in table.fields if not (field.type == "binary" and writer.format == "xlsx")]
    names = {field.name for field in held}
    return {
        "fields": [_field(field, writer) for field in held],
        "missingValues": [""] if writer.format in ("csv", "xlsx") else [],
        "primaryKey": table.primary_key,
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {"resource": key.column.table.name, "fields": [key.column.name]},
            }
            for column in table.table.columns
            for key in column.foreign_keys
            if column.name in names
        ],
    }


def _field(field: Field, writer: Writer) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.description}
    if field.type == "binary":
        described |= {"type": "string", "format": "binary"}
        if writer.encoding:
            described["description"] += " In base64."
    if field.type == "datetime" and writer.time_format:
        described["format"] = writer.time_format
    if field.required:
        described["constraints"] = {"required": True}
    return described
