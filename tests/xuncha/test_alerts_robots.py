"""Chat robots on loopback: signed as their makers check it, and believed only when their answer says 0."""

import hmac
import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.xuncha.sinks import Webhook, webhook
from xuncha.alerts import posting
from xuncha.alerts.channels import send
from xuncha.alerts.robots import clipped, robot
from xuncha.alerts.words import Message

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
MESSAGE = Message("【巡查】清河县：新发现", "首页打不开", "failure")
FINE = b'{"errcode": 0, "errmsg": "ok"}'


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with webhook("/robot/send") as opened:
        opened.always, opened.answer = 200, FINE
        yield opened


def address(kind: str, hook: Webhook, query: str = "") -> str:
    return hook.url.replace("json://", f"{kind}+http://") + query


def mac(key: str, text: str) -> str:
    return b64encode(hmac.new(key.encode(), text.encode(), sha256).digest()).decode()


def test_dingtalk_decodes_our_signature_to_the_one_it_computes(hook: Webhook) -> None:
    assert send(address("dingtalk", hook, "?access_token=T&secret=SEC+/="), MESSAGE, "k") is None
    query = parse_qs(urlsplit(hook.paths[0]).query)
    (moment,) = query["timestamp"]
    assert query["sign"] == [mac("SEC /=", f"{moment}\nSEC /=")]
    assert query["access_token"] == ["T"]
    assert "secret" not in query
    assert hook.messages == [{"msgtype": "text", "text": {"content": f"{MESSAGE.title}\n\n{MESSAGE.body}"}}]


def test_feishu_gets_its_signature_in_the_body(hook: Webhook) -> None:
    hook.answer = b'{"StatusCode": 0, "StatusMessage": "success", "code": 0, "data": {}, "msg": "success"}'
    assert send(address("feishu", hook, "?secret=SEC"), MESSAGE, "k") is None
    (said,) = hook.messages
    assert said["sign"] == mac(f"{said['timestamp']}\nSEC", "")
    assert said["content"] == {"text": f"{MESSAGE.title}\n\n{MESSAGE.body}"}


def test_wecom_is_told_in_plain_text_of_the_length_it_takes(hook: Webhook) -> None:
    assert send(address("wecombot", hook, "?key=K"), Message("标题", "长" * 5000, "info"), "k") is None
    assert len(hook.messages[0]["text"]["content"].encode()) <= 2048


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("dingtalk", b'{"errcode": 310000, "errmsg": "sign not match"}'),
        ("wecombot", b'{"errcode": 93000, "errmsg": "invalid webhook url"}'),
        ("feishu", b'{"code": 19021, "msg": "sign match fail"}'),
        ("lark", b'{"StatusCode": 9499, "StatusMessage": "Bad Request"}'),
        ("dingtalk", b"<html>log in first</html>"),
        ("feishu", b"{}"),
    ],
)
def test_status_200_is_no_delivery_when_the_body_says_otherwise(hook: Webhook, kind: str, answer: bytes) -> None:
    hook.answer = answer
    trouble = send(address(kind, hook, "?access_token=secret-token"), MESSAGE, "k")
    assert trouble is not None
    assert "\n" not in trouble.error
    said = json.loads(answer) if answer.startswith(b"{") else {}
    assert all(str(value) in trouble.error for value in said.values())


def test_what_a_robot_says_back_shows_no_secret(hook: Webhook) -> None:
    hook.answer = b'{"errcode": 300001, "errmsg": "token secret-token does not exist"}'
    trouble = send(address("dingtalk", hook, "?access_token=secret-token&secret=secret-word"), MESSAGE, "k")
    assert trouble is not None
    assert "secret" not in trouble.error


@pytest.mark.parametrize(
    ("text", "url", "secret"),
    [
        ("dingtalk://TOKEN", "https://oapi.dingtalk.com/robot/send?access_token=TOKEN", ""),
        ("dingtalk://SEC@TOKEN", "https://oapi.dingtalk.com/robot/send?access_token=TOKEN", "SEC"),
        (
            "https://oapi.dingtalk.com/robot/send?access_token=T&secret=S",
            "https://oapi.dingtalk.com/robot/send?access_token=T",
            "S",
        ),
        ("wecombot://K-1", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K-1", ""),
        (
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K",
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K",
            "",
        ),
        ("feishu://T?secret=S", "https://open.feishu.cn/open-apis/bot/v2/hook/T", "S"),
        ("lark://T", "https://open.larksuite.com/open-apis/bot/v2/hook/T", ""),
        (
            "https://open.feishu.cn/open-apis/bot/v2/hook/T",
            "https://open.feishu.cn/open-apis/bot/v2/hook/T",
            "",
        ),
        ("dingtalk+https://ding.example.gov.cn/send?a=1", "https://ding.example.gov.cn/send?a=1", ""),
    ],
)
def test_robots_are_named_as_their_makers_or_apprise_write_them(text: str, url: str, secret: str) -> None:
    found = robot(text)
    assert found is not None
    assert (found.url, found.secret) == (url, secret)


@pytest.mark.parametrize(
    "text", ["json://x/y", "https://example.com/a", "dingtalk://", "dingtalk://a b", "wecombot://"]
)
def test_everything_else_is_no_robot(text: str) -> None:
    assert robot(text) is None


@settings(deadline=None)
@given(st.text(), st.integers(min_value=3, max_value=200))
def test_a_text_is_cut_between_characters(text: str, most: int) -> None:
    cut = clipped(text, most) if text.isprintable() else ""
    assert len(cut.encode()) <= most
    assert cut.removesuffix("…") == text[: len(cut.removesuffix("…"))] or cut == ""


# ── plain webhooks ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "answer", [b"", b"ok", b"[]", b'{"code": 200}', b'{"code": 0}', b'{"code": "OK"}', b'{"id": 7}']
)
def test_a_plain_webhook_may_answer_what_it_likes(hook: Webhook, answer: bytes) -> None:
    hook.answer = answer
    assert send(hook.url, MESSAGE, "k") is None
    assert (hook.messages[0]["id"], hook.keys) == ("k", ["k"])  # for receivers that want to take each message once


def test_a_plain_webhook_says_what_apprise_lets_it_say(hook: Webhook) -> None:
    url = hook.url.replace("//", "//user:word@") + "?+X-Office=7&-q=1&:message=text&:team=patrol"
    assert send(url, MESSAGE, "k") is None
    assert hook.paths == ["/robot/send?q=1"]
    assert (hook.messages[0]["text"], hook.messages[0]["team"]) == (MESSAGE.body, "patrol")
    assert "message" not in hook.messages[0]


@pytest.mark.parametrize(("asked", "seconds"), [("90", 90), ("99999999", 6 * 3600), ("soon", 0), ("-5", 0)])
def test_how_long_a_webhook_asks_us_to_wait(hook: Webhook, asked: str, seconds: int) -> None:
    hook.always, hook.retry_after = 503, asked
    trouble = send(hook.url, MESSAGE, "k")
    assert trouble is not None
    assert trouble.retry_after == timedelta(seconds=seconds)


def test_an_endless_answer_is_cut(hook: Webhook) -> None:
    hook.answer = b"x" * (posting.MOST_ANSWER * 4)
    assert send(hook.url, MESSAGE, "k") is None
