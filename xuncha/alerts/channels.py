"""Channels: an Apprise address is checked, shown without its secrets, and sent to."""

import logging
import re
from typing import Any
from urllib.parse import unquote

from apprise import Apprise, AppriseAsset, NotifyFormat

from xuncha.alerts.message import Kind, pick
from xuncha.errors import Mistake
from xuncha.lang import say

SEND_LIMIT = 20.0  # seconds for one message; within it Apprise gives a webhook 4 s to answer, a mail server 15 s
LONGEST_ERROR = 500  # characters

# Schemes where the host is no secret; with tgram://, dingtalk:// and the like it is the token.
_OPEN_HOSTS = frozenset({"json", "jsons", "xml", "xmls", "form", "forms", "mailto", "mailtos"})

# Apprise logs addresses with their secrets in them. What it says of a failure comes back with the result.
logging.getLogger("apprise").addHandler(logging.NullHandler())
logging.getLogger("apprise").propagate = False


def checked_url(text: str) -> str:
    """The address, if Apprise takes it. Raises Mistake, which does not repeat the address: it may hold a secret."""
    url = text.strip()
    if _service(url) is None:
        examples = "json://hooks.example.com/xuncha, mailtos://user:password@smtp.example.com?from=a@example.com&to=b@example.com"
        raise Mistake(
            say(
                f"这不是 Apprise 能用的地址；请写如 {examples}", f"Apprise does not take this address; write {examples}"
            )
        )
    return url


def masked(url: str) -> str:
    """The address for screens and logs: scheme and, where it is no secret, host and port, as in json://host:80/***."""
    scheme, host = url.partition("://")[0], _open_host(url)
    return f"{scheme}://{host}/***" if host else f"{scheme}://***"


def test_channel(url: str, lang: str) -> str | None:
    """Sends a test message; the error in one line, without secrets, or None."""
    title = pick(lang, "【巡查】测试", "Xuncha: test")
    return send(url, title, pick(lang, "这是一条测试：告警会送到这里。", "This is a test: alerts will arrive here."))


def send(url: str, title: str, body: str, kind: Kind = "info") -> str | None:
    """Sends a message of plain text; the error in one line, without secrets, or None. Never raises for any channel."""
    service = _service(url)
    if service is None:
        return "Apprise does not take the address any more; remove the channel and add it anew"
    courier = Apprise(asset=_asset())
    courier.add(service)
    try:  # Apprise escapes plain text for channels that want HTML or Markdown
        result = courier.notify(
            body=body, title=title, notify_type=kind, body_format=NotifyFormat.TEXT, timeout=SEND_LIMIT
        )
    except Exception as error:  # noqa: BLE001  one of Apprise's 170 senders, not ours; its message may hold the address
        return _without_secrets(f"{type(error).__name__}: {error}", url)
    if result:
        return None
    said = dict.fromkeys(entry.message for entry in result.logs())
    return _without_secrets("; ".join(said) or f"Apprise: {result.status.name.lower()}", url)


def _service(url: str) -> Any:
    """Apprise's sender for the address; None if it takes no such address."""
    return Apprise.instantiate(url, asset=_asset()) if "://" in url else None


def _asset() -> AppriseAsset:
    return AppriseAsset(app_id="Xuncha", app_desc="Xuncha 巡查")


def _open_host(url: str) -> str | None:
    """host[:port] as Apprise reads it, where it is no secret."""
    service = _service(url) if url.partition("://")[0].lower() in _OPEN_HOSTS else None
    if service is None:
        return None
    host, port = getattr(service, "smtp_host", None) or service.host, service.port
    return f"{host}:{port}" if port else str(host)


def _without_secrets(error: str, url: str) -> str:
    """Blots out every part of the address but its scheme and an open host."""
    host = _open_host(url) or ""
    parts = re.split(r"[/?#&=:@,+]", url.partition("://")[2])
    secrets = {part for part in [*parts, *map(unquote, parts)] if len(part) > 2 and part not in host}
    for secret in sorted(secrets, key=len, reverse=True):
        error = error.replace(secret, "***")
    return " ".join(error.split())[:LONGEST_ERROR]
