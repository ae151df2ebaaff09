"""Channels: an address is checked, shown without its secrets, and sent to.

Webhooks and the robots of DingTalk, WeCom and Feishu go through our own client, because Apprise takes every answer with
status 200 for success; mail and everything else goes through Apprise.
"""

import logging
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from apprise import Apprise, AppriseAsset, NotifyFormat

from xuncha.alerts.posting import SEND_LIMIT, Post, Trouble, post
from xuncha.alerts.robots import robot
from xuncha.alerts.words import Message, pick
from xuncha.errors import Mistake
from xuncha.lang import say

__all__ = ["Trouble", "checked_url", "masked", "send", "test_channel"]

LONGEST_ERROR = 500  # characters

# Schemes where the host is no secret; with tgram://, dingtalk:// and the like it is the token.
_OPEN_HOSTS = frozenset({"json", "jsons", "xml", "xmls", "form", "forms", "mailto", "mailtos"})
_EXAMPLES = (
    "json://hooks.example.com/xuncha, mailtos://user:password@smtp.example.com?from=a@example.com&to=b@example.com,"
    " https://oapi.dingtalk.com/robot/send?access_token=…"
)

# Apprise logs addresses with their secrets in them. What it says of a failure comes back with the result.
logging.getLogger("apprise").addHandler(logging.NullHandler())
logging.getLogger("apprise").propagate = False
# httpx logs every address it asks for, at the level of progress.
logging.getLogger("httpx").setLevel(logging.WARNING)


def checked_url(text: str) -> str:
    """The address, if something can be sent there. Raises Mistake, which does not repeat it: it may hold a secret.

    `env:NAME` and `file:PATH` name where the address stands; it is read at every message.
    """
    url = text.strip()
    address = _resolved(url)
    if address is None:
        raise Mistake(say(f"{url}：读不到地址", f"{url}: no address is there"))
    if robot(address) is None and _webhook(address) is None and _service(address) is None:
        raise Mistake(
            say(
                f"这不是能用的渠道地址；请写如 {_EXAMPLES}",
                f"no channel can be made of this address; write {_EXAMPLES}",
            )
        )
    return url


def masked(url: str) -> str:
    """The address for screens and logs: scheme and, where it is no secret, host and port, as in json://host:80/***."""
    if _is_reference(url):
        return url
    scheme, host = url.partition("://")[0], _open_host(url)
    return f"{scheme}://{host}/***" if host else f"{scheme}://***"


def test_channel(url: str, lang: str) -> str | None:
    """Sends a test message; the error in one line, without secrets, or None."""
    title = pick(lang, "【巡查】测试", "Xuncha: test")
    body = pick(lang, "这是一条测试：告警会送到这里。", "This is a test: alerts will arrive here.")
    trouble = send(url, Message(title, body, "info"), "test")
    return trouble.error if trouble else None


def send(url: str, message: Message, key: str) -> Trouble | None:
    """Sends a message of plain text; None if it was taken, else why not, without secrets. Never raises for any channel.

    `key` is the same whenever the same message is sent again, for receivers that want to tell.
    """
    address = _resolved(url)
    if address is None:
        return Trouble(f"{url}: no address is there")
    if (found := robot(address)) is not None:
        trouble = post(found.post(f"{message.title}\n\n{message.body}", datetime.now(UTC)))
    elif (hook := _webhook(address)) is not None:
        trouble = post(_filled(hook, message, key))
    else:
        trouble = _by_apprise(address, message)
    return trouble and Trouble(_without_secrets(trouble.error, address), trouble.retry_after)


def _by_apprise(url: str, message: Message) -> Trouble | None:
    service = _service(url)
    if service is None:
        return Trouble("Apprise does not take the address any more; remove the channel and add it anew")
    courier = Apprise(asset=_asset())
    courier.add(service)
    try:  # Apprise escapes plain text for channels that want HTML or Markdown
        result = courier.notify(
            body=message.body,
            title=message.title,
            notify_type=message.kind,
            body_format=NotifyFormat.TEXT,
            timeout=SEND_LIMIT,
        )
    except Exception as error:  # noqa: BLE001  one of Apprise's 170 senders, not ours; its message may hold the address
        return Trouble(f"{type(error).__name__}: {error}")
    if result:
        return None
    said = dict.fromkeys(entry.message for entry in result.logs())
    return Trouble("; ".join(said) or f"Apprise: {result.status.name.lower()}")


# ── plain webhooks ───────────────────────────────────────────────────────────


def _webhook(url: str) -> Post | None:
    """The request of json://, jsons:// (all that Apprise lets them say) and of http(s):// that Apprise knows nothing of."""
    scheme = url.partition("://")[0].lower()
    if scheme in ("http", "https"):
        has_path = url.partition("://")[2].partition("/")[2].strip("/")  # without, it is somebody's home page
        return Post(url, {}) if _host_of(url) and has_path and _service(url) is None else None
    service = _service(url) if scheme in ("json", "jsons") else None
    if service is None:
        return None
    port = f":{service.port}" if service.port else ""
    return Post(
        f"{'https' if service.secure else 'http'}://{service.host}{port}{service.fullpath}",
        dict(service.payload_extras),
        method=service.method,
        headers=dict(service.headers),
        params=dict(service.params) or None,
        auth=(service.user, service.password or "") if service.user else None,
        verify=service.verify_certificate,
    )


def _filled(hook: Post, message: Message, key: str) -> Post:
    """Apprise's payload, its renamed and added fields included, with a key that is the same at every try."""
    payload: dict[str, Any] = {
        "version": "1.0",
        "title": message.title,
        "message": message.body,
        "attachments": [],
        "type": message.kind,
        "id": key,
    }
    for name, value in hook.payload.items():
        if name not in payload:
            payload[name] = value
        elif value:
            payload[value] = payload.pop(name)
        else:
            del payload[name]
    return Post(
        hook.url,
        payload,
        method=hook.method,
        headers={"Idempotency-Key": key, **(hook.headers or {})},  # draft-ietf-httpapi-idempotency-key-header
        params=hook.params,
        auth=hook.auth,
        verify=hook.verify,
    )


# ── addresses and their secrets ──────────────────────────────────────────────


def _resolved(url: str) -> str | None:
    """The address itself, wherever it stands; None if it is not there."""
    kind, _, where = url.partition(":")
    if not _is_reference(url):
        return url
    try:
        found = os.environ.get(where, "") if kind == "env" else Path(where).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    return found.strip() or None


def _is_reference(url: str) -> bool:
    return url.startswith(("env:", "file:")) and "://" not in url


def _service(url: str) -> Any:
    """Apprise's sender for the address; None if it takes no such address."""
    return Apprise.instantiate(url, asset=_asset()) if "://" in url else None


def _asset() -> AppriseAsset:
    return AppriseAsset(app_id="Xuncha", app_desc="Xuncha 巡查")


def _open_host(url: str) -> str | None:
    """host[:port], where it is no secret."""
    scheme = url.partition("://")[0].lower()
    if scheme.endswith(("http", "https")):
        return _host_of(url)
    service = _service(url) if scheme in _OPEN_HOSTS else None
    if service is None:
        return None
    host, port = getattr(service, "smtp_host", None) or service.host, service.port
    return f"{host}:{port}" if port else str(host)


def _host_of(url: str) -> str | None:
    """host[:port]; None where an @ further on says that a password holds a / or ? and the host is none."""
    try:
        parts = urlsplit(url.partition("+")[2] if "+" in url.partition("://")[0] else url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or "@" in parts.path + parts.query + parts.fragment:
        return None
    return f"{host}:{port}" if port else host


def _without_secrets(error: str, url: str) -> str:
    """Blots out every part of the address but its scheme and an open host."""
    host = _open_host(url) or ""
    parts = re.split(r"[/?#&=:@,+]", url.partition("://")[2])
    secrets = {part for part in [*parts, *map(unquote, parts)] if len(part) > 2 and part not in host}
    for secret in sorted(secrets, key=len, reverse=True):
        error = error.replace(secret, "***")
    return " ".join(error.split())[:LONGEST_ERROR]
