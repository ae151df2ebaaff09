"""Lines of text and data that came where a page was meant: do they say that nobody may come in, or that it is not there?"""

import re

from crawler.answer import Answer
from parsers.answers import data_of, forbids, sayings_of
from parsers.blocked import refusal
from parsers.kept_out import names_condition
from parsers.notices import not_now
from parsers.soft404 import error_in_data, may_be_error, says_error

_DATA = re.compile(r"json|text/plain|^$", re.I)  # kinds of bodies that may be an apology without markup
_LONGEST_DATA = 2000  # bytes of such an apology


def wall_in_data(answer: Answer, text: str) -> str | None:
    """Why a program lets nobody in, as a line of text or as JSON that holds nothing: too often, or not without a login."""
    if len(answer.body) > _LONGEST_DATA:
        return None
    data = data_of(text)
    said = text if data is None else sayings_of(data)[1]
    if forbids(data):
        return "限制访问 (200)"
    if not said.strip():
        return None
    if told := refusal(200, {}, said) or not_now("", said):
        return told
    is_refused = data is not None and not may_be_error(said) and names_condition(said)
    return "限制访问 (200)" if is_refused else None


def apologises_in_data(answer: Answer, text: str) -> bool:
    """An apology as plain text, or as JSON with status 200 outside and 404 within."""
    if len(answer.body) > _LONGEST_DATA:
        return False
    if (told := error_in_data(text)) is not None:
        return told
    kind = answer.headers.get("content-type", "").partition(";")[0]
    return bool(_DATA.search(kind)) and says_error(text)
