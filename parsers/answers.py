"""What programs answer to programs, as JSON or XML: does it say that what was asked for is not there?"""

import json
import re
from typing import Any

from lxml import etree

_JSONP = re.compile(r"\s*(?:/\*\*/)?\s*[\w$.]{1,80}\s*\((.*)\)\s*;?\s*", re.S)
_HTTP_CODES = frozenset((400, 404, 410, 500, 501, 502, 503, 504))
_REFUSALS = frozenset((401, 403, 407, 429))
_WHO = re.compile(r"登[录陆]|log ?in|sign ?in|token|授权|认证", re.I)
_STATES = frozenset(("code", "status", "statuscode", "resultcode", "errcode", "errorcode", "error_code", "errno", "ret", "retcode", "state"))  # fmt: skip
_SAYINGS = frozenset((
    "msg", "message", "resultmsg", "errmsg", "errormsg", "error", "info", "reason", "detail", "error_description", "err_msg", "error_msg",
    "errormessage", "retmsg", "desc", "description", "statustext", "faultstring", "tips",
))  # fmt: skip
_FAULTS = frozenset(
    ("error", "errors", "fault", "exception", "meta", "head", "header")
)  # states and sayings of their own
_NULLS = frozenset(
    ("null", "undefined", "none", "nil", "nan", "(null)", '""', "''", "false", "-1")
)  # without what was wanted
# The outermost element of an answer that is nothing but an error: of object stores, maps, SOAP.
_FAULT_ROOT = re.compile(r"errors?|fault|\w*exception(?:report)?|blobnotfound", re.I)
_DENIED = re.compile(r"denied|forbidden|signature|unauthorized", re.I)  # which says nothing of what is there
_MOST_XML = 4000  # characters


def data_of(text: str) -> Any | None:
    """What a body of JSON, of JSON in a call, or of XML that could be an error says; None for anything else."""
    text = text.strip()
    if (call := _JSONP.fullmatch(text)) is not None:
        text = call[1].strip()
    if text.startswith("<"):
        return _data_of_xml(text)
    if not text.startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_null(text: str) -> bool:
    """
    >>> is_null(" null\\n"), is_null("0")
    (True, False)
    """
    return len(text) < 40 and text.strip().lower() in _NULLS


def sayings_of(data: Any) -> tuple[bool, str]:
    """(whether a state in the data is an HTTP error, what it says of itself): nothing where it holds what was asked for."""
    if not isinstance(data, dict):
        return False, ""
    data = {name.lower(): value for name, value in data.items()}
    for name in _FAULTS & data.keys():
        if isinstance(inner := _first(data[name]), dict):
            del data[name]
            data |= {key.lower(): value for key, value in inner.items()}
    if any(_is_filled(value) for name, value in data.items() if name not in _STATES | _SAYINGS):
        return False, ""
    states = [value for name, value in data.items() if name in _STATES]
    fails = any(_number(value) in _HTTP_CODES for value in states)
    said = [value for name, value in data.items() if name in _SAYINGS and isinstance(value, str)]
    said += [one for one in states if isinstance(one, str) and _number(one) is None]  # NOT_FOUND
    if any(_is_refusal(name, value) for name, value in data.items()) and not _WHO.search("".join(said)):
        fails = True
    return fails, "\n".join(said).replace("_", " ")


def forbids(data: Any) -> bool:
    """Whether a state in the data is the status of a refusal, and nothing that was asked for stands beside it.

    >>> forbids({"code": 403, "msg": "no"}), forbids({"code": 403, "data": [1]})
    (True, False)
    """
    if not isinstance(data, dict) or any(_is_filled(value) for value in data.values()):
        return False
    return any(name.lower() in _STATES and _number(value) in _REFUSALS for name, value in data.items())


def _data_of_xml(text: str) -> dict[str, Any] | None:
    """The root's children by name; a root that names a fault is a failure whatever it says."""
    if len(text) > _MOST_XML or not re.match(r"<\?xml|<\w*(?:error|fault|exception|result|response)", text, re.I):
        return None
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    tags = [etree.QName(one).localname for one in root.iter("{*}*")]
    if tags[0].lower() in ("envelope", "body") and "Fault" in tags:
        return {"code": 500}
    if _FAULT_ROOT.fullmatch(tags[0]):
        return {} if _DENIED.search(text) else {"code": 404}
    if tags[0].lower() not in ("result", "response", "root", "xml", "data", "message"):
        return None
    return {etree.QName(one).localname: list(one) or one.text or "" for one in root.iterchildren("{*}*")}


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _is_refusal(name: str, value: Any) -> bool:
    """success: false, code: -1."""
    if name in ("success", "ok", "result", "flag"):
        return value is False or value == "false"
    number = _number(value)
    return name in _STATES and number is not None and not isinstance(value, bool) and number < 0


def _is_filled(value: Any) -> bool:
    return isinstance(value, (dict, list)) and bool(value)


def _number(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
        return int(value)
    return value if isinstance(value, int) else None
