"""A page's markup before it is parsed: what scripts and attributes hold of lists and dates is written out as a browser shows it."""

import html as entities
import json
import re
from datetime import datetime
from typing import Any

from parsers.date_words import CHINA

FROM_DATA = "script-records"  # the class of a list that was written out of a script's data
# libxml2 takes neither NUL nor half of a surrogate pair; a browser shows U+FFFD for both.
_UNPARSABLE = re.compile("[\x00\ud800-\udfff]")
# 大汉 jpage keeps a list in <script type="text/xml"> as CDATA records; its script shows them in its place.
_TOTAL = re.compile(r"<totalrecord>\s*(\d+)\s*</totalrecord>", re.I)
_RECORD_SCRIPT = re.compile(r"<script\b[^<>]{0,200}text/xml[^<>]{0,200}>", re.I)
# Others keep it as JSON: var listData=[{"title":…,"url":…,"publishTime":…}], or as an application's first state.
_SCRIPT = re.compile(r"<script\b[^<>]{0,300}>", re.I)
_ARRAY = re.compile(r"\[\s*\{\s*\"\w{1,40}\"\s*:")
_TITLES = ("title", "bt", "name", "subject", "headline", "articletitle", "doctitle", "newstitle", "wjmc")
_ADDRESSES = ("url", "link", "href", "linkurl", "docpuburl", "puburl", "path", "arturl", "weburl")
_DATES = re.compile(r"^(?:\w*date|\w*time|fbsj|fbrq|rq|sj)$", re.I)
_BEST_DATE = re.compile(r"pub|release|fb|issue", re.I)
_MOST_ARRAYS, _MOST_ROWS = 30, 300
# <time datetime="2026-05-28T09:12:00+08:00">05/28</time>
_TIME = re.compile(r"<time\b([^<>]{0,200})>([^<>]{0,40})</time", re.I)
_MOMENT = re.compile(
    r"\bdatetime\s*=\s*[\"']?((?:19|20)\d\d-\d\d-\d\d(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?)", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def prepared(html: str) -> str:
    """The page with its records, its data and the years of its dates in sight. Any string will do."""
    html = _UNPARSABLE.sub("\ufffd", html)
    if "<record" in html:
        html = _with_records(html)
    if _ARRAY.search(html):
        html = _with_data(html)
    return _TIME.sub(_dated, html) if "<time" in html else html


def _with_records(html: str) -> str:
    """The page with every script of jpage records turned into the list that it stands for."""
    parts: list[str] = []
    at = 0
    while script := _RECORD_SCRIPT.search(html, at):
        end = html.find("</script", script.end())
        if end < 0:
            break
        parts += [html[at : script.start()], _as_list(html[script.end() : end])]
        at = html.find(">", end) + 1 or len(html)
    return "".join([*parts, html[at:]])


def _as_list(records: str) -> str:
    rows = [part.partition("</record>")[0].strip() for part in records.split("<record>")[1:]]
    rows = [row.removeprefix("<![CDATA[").removesuffix("]]>") for row in rows]
    kind = "table" if rows and "<tr" in rows[0].lower() else "ul"
    total = _TOTAL.search(records)
    return f'<{kind} class="jpage-records" data-total="{total[1] if total else ""}">{"".join(rows)}</{kind}>'


def _with_data(html: str) -> str:
    """The page with a list after each script whose data has titles and addresses."""
    parts: list[str] = []
    at, tried = 0, 0
    while script := _SCRIPT.search(html, at):
        end = html.find("</script", script.end())
        if end < 0:
            break
        close = html.find(">", end) + 1 or len(html)
        parts.append(html[at:close])
        place = script.end()
        while tried < _MOST_ARRAYS and (array := _ARRAY.search(html, place, end)):
            tried += 1
            rows, place = _array(html, array.start())
            parts.append(_rows(rows))
        at = close
    return "".join([*parts, html[at:]])


def _array(html: str, start: int) -> tuple[Any, int]:
    """The array that begins there, and where to look for the next one."""
    try:
        return json.JSONDecoder().raw_decode(html, start)
    except (ValueError, RecursionError):
        return [], start + 1


def _rows(records: Any) -> str:
    lines = [_row({str(name).lower(): value for name, value in one.items()}) for one in records[:_MOST_ROWS] if isinstance(one, dict)]  # fmt: skip
    lines = [line for line in lines if line]
    return f'<ul class="{FROM_DATA}">{"".join(lines)}</ul>' if lines else ""


def _row(record: dict[str, Any]) -> str:
    title = next((value for name in _TITLES if isinstance(value := record.get(name), str) and value.strip()), "")
    address = next((value for name in _ADDRESSES if isinstance(value := record.get(name), str) and value.strip()), "")
    if not title or not address:
        return ""
    days = [(not _BEST_DATE.search(name), str(value)) for name, value in record.items() if _DATES.match(name) and isinstance(value, (str, int))]  # fmt: skip
    day = min(days, default=(True, ""))[1][:25]
    title, address, day = (entities.escape(entities.unescape(part), quote=True) for part in (title, address, day))
    return f'<li><a href="{address}">{title}</a><span>{day}</span></li>'


def _dated(match: re.Match[str]) -> str:
    """A shown date without its year gets the one that its element carries."""
    moment = _MOMENT.search(match[1])
    if moment is None or _YEAR.search(match[2]) or not match[2].strip():
        return match[0]
    try:
        at = datetime.fromisoformat(moment[1])
    except ValueError:
        return match[0]
    day = (at.astimezone(CHINA) if at.tzinfo else at).date()
    return f"<time{match[1]}>{day}</time"
