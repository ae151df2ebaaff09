"""DingTalk, WeCom and Feishu/Lark robots: signed, and believed only when their answer says 0.

Each is named as its maker writes it (https://oapi.dingtalk.com/robot/send?access_token=…&secret=SEC…), in short
(dingtalk://SECRET@TOKEN), or on a server of one's own (dingtalk+https://ding.example.gov.cn/robot/send?access_token=…).
`secret` is ours: it signs, and is never sent.
"""

import hmac
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from xuncha.alerts.posting import Post


@dataclass(frozen=True, slots=True)
class _Make:
    """A maker of robots. `short`: address of its robot TOKEN; `most`: bytes of text that it takes."""

    host: str
    short: str
    most: int
    post: Callable[[str, str, str, datetime], Post]  # address, secret, text, now


@dataclass(frozen=True, slots=True)
class Robot:
    make: _Make
    url: str
    secret: str

    def post(self, text: str, now: datetime) -> Post:
        """The request that says `text`, cut to what the robot takes."""
        return self.make.post(self.url, self.secret, clipped(text, self.make.most), now)


def robot(address: str) -> Robot | None:
    """The robot that an address names, or None."""
    scheme, _, rest = address.partition("://")
    kind, _, transport = scheme.lower().partition("+")
    try:
        if kind in ("http", "https"):
            host = urlsplit(address).hostname
            made_by = next((make for make in _MAKES.values() if make.host == host), None)
            return _with_secret(made_by, address) if made_by else None
        make = _MAKES.get(kind)
        if make is None or not rest:
            return None
        if transport:
            return _with_secret(make, f"{transport}://{rest}") if transport in ("http", "https") else None
        return _short(make, rest)
    except ValueError:  # e.g. a [ that opens no IPv6 address
        return None


def clipped(text: str, most: int) -> str:
    """The text, cut so that it takes no more than so many bytes in UTF-8.

    >>> clipped("政府信息公开", 10)
    '政府…'
    """
    data = text.encode()
    return text if len(data) <= most else data[: most - 3].decode("utf-8", "ignore") + "…"


def dingtalk_sign(secret: str, milliseconds: str) -> str:
    """https://open.dingtalk.com/document/robots/customize-robot-security-settings"""
    return _hmac(secret, f"{milliseconds}\n{secret}")


def feishu_sign(secret: str, seconds: str) -> str:
    """https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: the text is the key, and nothing is signed."""
    return _hmac(f"{seconds}\n{secret}", "")


def _hmac(key: str, text: str) -> str:
    return b64encode(hmac.new(key.encode(), text.encode(), sha256).digest()).decode()


def _with_secret(make: _Make, url: str) -> Robot | None:
    """The address without our `secret`."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    secret = next((value for name, value in query if name == "secret"), "")
    kept = urlencode([(name, value) for name, value in query if name != "secret"])
    bare = urlunsplit((parts.scheme, parts.netloc, parts.path, kept, ""))
    return Robot(make, bare, secret) if parts.hostname else None


def _short(make: _Make, rest: str) -> Robot | None:
    """[SECRET@]TOKEN[?secret=SECRET], as Apprise writes it."""
    parts = urlsplit(f"//{rest}")
    secret, _, token = parts.netloc.rpartition("@")
    query = dict(parse_qsl(parts.query))
    token = unquote(token)
    if not token or not all(mark.isalnum() or mark in "-_" for mark in token):
        return None
    return Robot(make, make.short.format(token), query.get("secret") or unquote(secret))


def _dingtalk(url: str, secret: str, text: str, now: datetime) -> Post:
    moment = str(int(now.timestamp() * 1000))
    signed = {"timestamp": moment, "sign": dingtalk_sign(secret, moment)} if secret else {}
    payload = {"msgtype": "text", "text": {"content": text}}
    return Post(_joined(url, signed), payload, codes=("errcode",), strict=True)


def _wecom(url: str, secret: str, text: str, now: datetime) -> Post:
    return Post(url, {"msgtype": "text", "text": {"content": text}}, codes=("errcode",), strict=True)


def _feishu(url: str, secret: str, text: str, now: datetime) -> Post:
    moment = str(int(now.timestamp()))
    signed: dict[str, Any] = {"timestamp": moment, "sign": feishu_sign(secret, moment)} if secret else {}
    payload = {**signed, "msg_type": "text", "content": {"text": text}}
    return Post(url, payload, codes=("code", "StatusCode"), strict=True)


def _joined(url: str, more: dict[str, str]) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(more)}" if more else url


_MAKES = {
    "dingtalk": _Make("oapi.dingtalk.com", "https://oapi.dingtalk.com/robot/send?access_token={}", 19_000, _dingtalk),
    "wecombot": _Make("qyapi.weixin.qq.com", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={}", 2_000, _wecom),
    "feishu": _Make("open.feishu.cn", "https://open.feishu.cn/open-apis/bot/v2/hook/{}", 19_000, _feishu),
    "lark": _Make("open.larksuite.com", "https://open.larksuite.com/open-apis/bot/v2/hook/{}", 19_000, _feishu),
}
