"""Channels as an operator meets them: an address is taken or refused with an example, and never shown in full."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.xuncha.sinks import mailbox, webhook
from xuncha import lang
from xuncha.alerts import channels
from xuncha.commands.channels import app
from xuncha.errors import Mistake

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr':DeprecationWarning")  # Apprise imports it


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("json://hooks.example.com/secret", "json://hooks.example.com/***"),
        ("jsons://user:secret@hooks.example.com:8443/a?k=secret", "jsons://hooks.example.com:8443/***"),
        ("mailtos://user:secret@smtp.example.com?to=o@example.com", "mailtos://smtp.example.com:587/***"),
        ("tgram://123456789:AAabcdefghijklmnopqrstuvwxyz_012345/12345", "tgram://***"),
        ("https://hooks.example.com/secret?key=secret", "https://hooks.example.com/***"),
        ("https://oapi.dingtalk.com/robot/send?access_token=t&secret=s", "https://oapi.dingtalk.com/***"),
        ("dingtalk+http://127.0.0.1:80/robot/send?access_token=t", "dingtalk+http://127.0.0.1:80/***"),
        ("dingtalk://secret@token", "dingtalk://***"),
        ("wecombot://key", "wecombot://***"),
        ("feishu://token?secret=s", "feishu://***"),
    ],
)
def test_an_address_is_taken_and_shown_without_its_secrets(url: str, shown: str) -> None:
    assert channels.checked_url(f" {url} ") == url
    assert channels.masked(url) == shown


@pytest.mark.parametrize(
    "url", ["", "nonsense", "json://", "nosuch://secret", "mailto://user:secret@x", "http://secret/"]
)
def test_what_apprise_does_not_take_is_refused_with_an_example_and_not_repeated(url: str) -> None:
    with pytest.raises(Mistake, match="json://") as raised:
        channels.checked_url(url)
    assert "secret" not in str(raised.value)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=6, max_size=20))
@example("pa/ss@word")
@example("secret:word")
@example("secret?word")
def test_no_password_is_ever_shown(password: str) -> None:
    for scheme in ("json", "https", "dingtalk+https"):
        for url in (f"{scheme}://user:{password}@hooks.example.com/hook", f"{scheme}://hooks.example.com/{password}"):
            shown = channels.masked(url)
            assert shown in (f"{scheme}://***", f"{scheme}://hooks.example.com/***") or password not in shown


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """`xuncha channels …` in this process: what it prints; a mistake is raised."""
    monkeypatch.setenv("XUNCHA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    lang.use("en")

    def run(*words: str) -> str:
        return CliRunner().invoke(app, words, catch_exceptions=False).output

    return run


def test_a_test_message_arrives_by_webhook_and_by_mail(run: Callable[..., str]) -> None:
    with webhook() as hook, mailbox() as box:
        run("add", "hook", hook.url, "--lang", "zh")
        run("add", "mail", box.url, "--lang", "en")
        assert run("test", "hook") == run("test", "mail") == "delivered\n"
        assert [message["title"] for message in hook.messages] == ["【巡查】测试"]
        assert [mail["Subject"] for mail in box.mails] == ["Xuncha: test"]


def test_a_channel_that_does_not_answer_is_one_line_without_secrets(run: Callable[..., str]) -> None:
    run("add", "hook", "json://user:secret@127.0.0.1:9/secret?key=secret")
    with pytest.raises(Mistake, match=r"^not delivered: .*127\.0\.0\.1") as raised:
        run("test", "hook")
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_list_shows_the_settings_and_no_secret(run: Callable[..., str]) -> None:
    url = "json://user:secret@hooks.example.com/secret"
    run("add", "hook", url, "--min-severity", "critical", "--codes", "site.*", "--quiet", "22:00-07:00")
    shown = json.loads(run("list", "--json"))
    row = {"name": "hook", "url": "json://hooks.example.com/***", "lang": "en", "min_severity": "critical"}
    assert row.items() <= shown.items()
    assert (shown["codes"], shown["quiet"], shown["notifications"]) == ("site.*", "22:00-07:00", {})
    assert "secret" not in run("list")


@pytest.mark.parametrize(
    "words", [("--quiet", "at night"), ("--digest", "hourly"), ("--min-severity", "grave"), ("--lang", "fr")]
)
def test_a_setting_that_is_none_is_one_line(run: Callable[..., str], words: tuple[str, str]) -> None:
    with pytest.raises(Mistake, match=words[1]) as raised:
        run("add", "hook", "json://hooks.example.com/a", *words)
    assert "\n" not in str(raised.value)


def test_an_address_may_stand_in_a_file_or_the_environment(
    run: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with webhook("/secret") as hook:
        (tmp_path / "address").write_text(f"{hook.url}\n")
        monkeypatch.setenv("OFFICE_HOOK", hook.url)
        for name, where in (("file", f"file:{tmp_path}/address"), ("env", "env:OFFICE_HOOK")):
            run("add", name, where)
            assert run("test", name) == "delivered\n"
        assert f"file:{tmp_path}/address" in run("list", "--json")
        assert len(hook.messages) == 2
    with pytest.raises(Mistake, match="env:NOBODY"):
        run("add", "nobody", "env:NOBODY")


def test_a_name_is_taken_once_and_free_again_when_removed(run: Callable[..., str]) -> None:
    run("add", "hook", "json://hooks.example.com/a")
    with pytest.raises(Mistake, match="hook"):
        run("add", "hook", "json://hooks.example.com/b")
    run("remove", "hook")
    run("add", "hook", "json://hooks.example.com/b")
    with pytest.raises(Mistake, match="nobody"):
        run("remove", "nobody")
