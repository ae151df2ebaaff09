"""Values as text and back: for CSV, where everything is text, and for JSON, which knows no times and no bytes."""

import json
from base64 import b64decode, b64encode
from datetime import date, datetime
from typing import Any

from storage.exports.fields import FieldType

# A spreadsheet takes text that begins so for a formula, and runs it. The full-width signs count in East Asian ones.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"

GUARD_DESCRIPTION = (
    "An empty cell is a missing value. In fields of type string, a text that is empty or begins with "
    "= + - @ ＝ ＋ － ＠ tab, line break or ' has one ' before it, so that no spreadsheet runs it as a formula: "
    "to get the true text, take one leading ' away."
)


def guarded(text: str) -> str:
    """
    >>> guarded("=1+1"), guarded(""), guarded("公告")
    ("'=1+1", "'", '公告')
    """
    return GUARD + text if not text or text.startswith((*_FORMULA_SIGNS, GUARD)) else text


def unguarded(cell: str) -> str:
    """
    >>> unguarded("'=1+1"), unguarded("''tis")
    ('=1+1', "'tis")
    """
    return cell.removeprefix(GUARD)


def to_json(kind: FieldType, value: Any) -> Any:
    """A value that JSON can hold: times and dates in ISO 8601 (times in UTC with Z), bytes in base64."""
    if value is None:
        return None
    if kind == "datetime":
        return value.isoformat().replace("+00:00", "Z")
    if kind == "date":
        return value.isoformat()
    if kind == "binary":
        return b64encode(value).decode()
    return value


def from_json(kind: FieldType, value: Any) -> Any:
    if value is None:
        return None
    if kind == "datetime":
        return datetime.fromisoformat(value)
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "binary":
        return b64decode(value)
    return float(value) if kind == "number" else value


def to_text(kind: FieldType, value: Any) -> str:
    """A cell of CSV; GUARD_DESCRIPTION says how to read it."""
    if value is None:
        return ""
    if kind == "string":
        return guarded(value)
    if kind == "boolean":
        return "true" if value else "false"
    if kind in ("object", "array"):
        return json.dumps(value, ensure_ascii=False)
    return str(to_json(kind, value))


def from_text(kind: FieldType, cell: str) -> Any:
    if cell == "":
        return None
    if kind == "string":
        return unguarded(cell)
    if kind == "integer":
        return int(cell)
    if kind == "number":
        return float(cell)
    if kind == "boolean":
        return cell == "true"
    return json.loads(cell) if kind in ("object", "array") else from_json(kind, cell)
