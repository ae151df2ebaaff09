"""What programs answer to programs, as JSON or XML: does it say that what was asked for is not there?"""

import json
import re
from typing import Any

from lxml import etree

_JSONP = re.compile(r"\s*(?:/\*\*/)?\s*[\w$.]{1,80}\s*\((.*)\)\s*;?\s*", re.S)
_HTTP_CODES = frozenset((400, 404, 410, 500, 501, 502, 503, 504))
_WHO = re.compile(r"登[录陆]|log ?in|sign ?in|token|授权|认证", re.I)
_STATES = frozenset(("code", "status", "statuscode", "resultcode", "errcode", "errorcode", "error_code", "errno", "ret", "retcode", "state"))  # fmt: skip
_SAYINGS = frozenset(("msg", "message", "resultmsg", "errmsg", "errormsg", "error", "info", "reason", "detail", "error_description"))  # fmt: skip


def data_of(text: str) -> Any | None:
    """What a body of JSON, or of JSON in a call, says; None for anything else."""
    text = text.strip()
    if (call := _JSONP.fullmatch(text)) is not None:
        text = call[1].strip()
    if not text.startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def sayings_of(data: Any) -> tuple[bool, str]:
    """(whether a state in the data is an HTTP error, what it says of itself): nothing where it holds what was asked for."""
    if not isinstance(data, dict) or any(_is_filled(value) for name, value in data.items() if name.lower() not in _STATES | _SAYINGS):  # fmt: skip
        return False, ""
    fails = any(_number(value) in _HTTP_CODES for name, value in data.items() if name.lower() in _STATES)
    said = [value for name, value in data.items() if name.lower() in _SAYINGS and isinstance(value, str)]
    if any(_is_refusal(name, value) for name, value in data.items()) and not _WHO.search("".join(said)):
        fails = True
    return fails, "\n".join(said).replace("_", " ")


def _is_refusal(name: str, value: Any) -> bool:
    """success: false, code: -1."""
    if name.lower() in ("success", "ok", "result", "flag"):
        return value is False or value == "false"
    number = _number(value)
    return name.lower() in _STATES and number is not None and not isinstance(value, bool) and number < 0


def _is_filled(value: Any) -> bool:
    return isinstance(value, (dict, list)) and bool(value)


def _number(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
        return int(value)
    return value if isinstance(value, int) else None
