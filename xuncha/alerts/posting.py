"""One HTTP client for webhooks and chat robots: bounded in time and size, and an error code in the answer is a failure."""

import asyncio
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx

SEND_LIMIT = 20.0  # seconds for one message, from name look-up to the last byte of the answer
MOST_ANSWER = 65_536  # bytes read of an answer
LONGEST_RETRY_AFTER = timedelta(hours=6)  # a channel that asks for more is asked again all the same
_FINE = frozenset({"", "0", "200", "201", "202", "204", "ok", "success", "none", "true"})  # as codes of a plain webhook


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a message was not taken, in one line, and how long the channel asked us to wait."""

    error: str
    retry_after: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Post:
    """One request. `codes`: where the answer says whether it was taken; `strict`: an answer that does not is a failure."""

    url: str
    payload: Mapping[str, Any]
    codes: tuple[str, ...] = ("errcode", "StatusCode", "code")
    strict: bool = False
    method: str = "POST"
    headers: Mapping[str, str] | None = None
    params: Mapping[str, str] | None = None
    auth: tuple[str, str] | None = None
    verify: bool = True


def post(request: Post) -> Trouble | None:
    """Sends it; None if it was taken. Never raises for what the network or the other side does."""
    try:
        status, headers, body = asyncio.run(_send(request))
    except TimeoutError:
        return Trouble(f"{_place(request.url)}: no answer within {SEND_LIMIT:.0f} s")
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        return Trouble(f"{_place(request.url)}: {type(error).__name__}: {error}")
    if not 200 <= status < 300:
        return Trouble(f"HTTP {status} {_said(body)}".strip(), _retry_after(headers.get("retry-after", "")))
    return _refusal(request, body)


async def _send(request: Post) -> tuple[int, httpx.Headers, bytes]:
    verify: ssl.SSLContext | bool = _certificates() if request.verify else False
    direct: Mapping[str, None] = {"all://127.0.0.1": None, "all://localhost": None, "all://[::1]": None}
    async with asyncio.timeout(SEND_LIMIT):
        client = httpx.AsyncClient(verify=verify, mounts=direct, timeout=SEND_LIMIT, follow_redirects=False)
        async with (
            client,
            client.stream(
                request.method,
                request.url,
                json=request.payload,
                headers=request.headers,
                params=request.params,
                auth=request.auth,
            ) as answer,
        ):
            body = b""
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > MOST_ANSWER:
                    break
            return answer.status_code, answer.headers, body[:MOST_ANSWER]


@cache
def _certificates() -> ssl.SSLContext:
    """Read once: it takes longer than a message."""
    return httpx.create_ssl_context()


def _refusal(request: Post, body: bytes) -> Trouble | None:
    """What an answer with status 200 says against it: chat services refuse with an error code in the body."""
    try:
        said = json.loads(body)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        return Trouble(f"an answer that is none of the service's: {_said(body)}") if request.strict else None
    codes = {name: said[name] for name in request.codes if name in said}
    if request.strict and not codes:
        return Trouble(f"an answer that does not say whether it was taken: {_said(body)}")
    fine = {"0"} if request.strict else _FINE
    wrong = {name: code for name, code in codes.items() if str(code).lower() not in fine}
    if not wrong:
        return None
    words = next((said[name] for name in ("errmsg", "msg", "StatusMessage", "message") if said.get(name)), "")
    name, code = next(iter(wrong.items()))
    return Trouble(f"refused with {name} {code}: {words}")


def _place(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]


def _said(body: bytes) -> str:
    return " ".join(body[:200].decode("utf-8", "replace").split())


def _retry_after(value: str) -> timedelta:
    """
    >>> _retry_after("120"), _retry_after("soon")
    (datetime.timedelta(seconds=120), datetime.timedelta(0))
    """
    if value.strip().isdecimal():
        asked = timedelta(seconds=min(int(value), LONGEST_RETRY_AFTER.total_seconds()))
    else:
        try:
            asked = parsedate_to_datetime(value) - datetime.now(UTC)
        except (ValueError, TypeError):
            return timedelta()
    return min(max(asked, timedelta()), LONGEST_RETRY_AFTER)
