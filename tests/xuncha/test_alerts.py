"""The outbox empties itself into real channels on loopback: at least once, and one that is broken keeps nobody."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.records import Condition, FindingRecord, FlipRecord, Severity, Verdict
from storage.store import Store
from tests.xuncha.sinks import Webhook, mailbox, webhook
from xuncha.alerts import tick
from xuncha.alerts.delivery import FIRST_PAUSE, JITTER, LEASE_SECONDS, LONGEST_PAUSE, MOST_TRIES, pause_after
from xuncha.alerts.message import LONGEST_TITLE, MOST_ALTOGETHER, MOST_FLIPS, compose, compose_many

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr':DeprecationWarning")  # Apprise imports it

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
SURELY = 1.1 + JITTER  # times a pause: the next try is due
ALIVE = Verdict("pass", "alive", ())
REFUSED = "json://127.0.0.1:9/secret-token"  # nobody listens there


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with webhook() as opened:
        yield opened


def add_channel(store: Store, url: str, name: str = "hook", lang: str = "en", least: Severity = "warning") -> None:
    store.add_channel(name, url, lang=lang, min_severity=least, now=NOW)


def stale(subject: str = "http://a.example/c/", severity: Severity = "warning", **more: Any) -> Condition:
    evidence = {"column": "通知公告", "newest": "2026-01-05", "limit_days": 90, "days_over": 71, **more}
    return Condition("column.stale", subject, severity, datetime(2026, 4, 5, 16, tzinfo=UTC), evidence)


def judged(
    store: Store, *conditions: Condition, now: datetime = NOW, portal: str = "a", verdict: Verdict = ALIVE
) -> None:
    record = store.add_portal(f"http://{portal}.example/", name=f"{portal}县政府", now=NOW)
    store.record_judgement(record.id, conditions=conditions, verdict=verdict, stale_after={}, next_due=None, now=now)


def statuses(store: Store) -> list[str]:
    return [row["status"] for row in store.notifications()]


def drain(store: Store, now: datetime = NOW) -> int:
    """Ticks until there is nothing to do; how many ticks did something."""
    return next(number for number in range(100) if not tick(store, now))


# ── what arrives ─────────────────────────────────────────────────────────────


def test_one_message_a_portal_with_all_that_changed(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    zombie = Verdict("fail", "zombie", ({"code": "columns.stale_many", "count": 6},))
    judged(store, stale(), stale("http://a.example/d/", "critical"), verdict=zombie)
    assert drain(store) == 1
    (message,) = hook.messages
    assert message["title"] == "Xuncha: a县政府: 2 new"
    assert message["type"] == "failure"
    body = message["message"]
    assert "Verdict: fail (zombie): 6 columns are silent" in body
    assert body.index("[new · critical]") < body.index("[new · warning]")
    for words in (
        "Column “通知公告” has had no update since 2026-01-05",
        "http://a.example/d/",
        "since 2026-04-06 00:00",
    ):
        assert words in body
    assert "evidence: column.stale; column=通知公告; newest=2026-01-05; limit_days=90" in body
    assert statuses(store) == ["sent", "sent"]


def test_many_portals_at_once_are_one_message_with_counts_and_a_line_for_each_flip(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url, lang="zh")
    for number in range(8):
        subjects = [f"http://p{number}.example/{n}/" for n in range(6)]
        flips = [stale(one, "critical" if one.endswith("p7.example/5/") else "warning") for one in subjects]
        judged(store, *flips, portal=f"p{number}")
    drain(store)
    (message,) = hook.messages
    assert message["title"] == "【巡查】8 个门户：新发现 48 条"
    lines = message["message"].splitlines()
    assert lines[2] == "p7县政府  http://p7.example/"
    assert lines[3].startswith("  [新发现 · 严重]")
    assert sum("新发现 · 警告" in words and words.endswith("/") for words in lines) == 47
    assert message["type"] == "failure"


def test_a_message_about_many_portals_does_not_grow_without_end() -> None:
    finding = FindingRecord(1, "", "某县", "column.stale", "x", "warning", NOW, NOW, NOW, {})
    flips = [
        FlipRecord(
            number, "opened", NOW, NOW, "warning", {}, replace(finding, portal_url=f"http://p{number // 60}.cn/")
        )
        for number in range(60 * 30)
    ]
    lines = compose_many(flips, "en").body.splitlines()
    assert sum("new · warning" in words for words in lines) == MOST_ALTOGETHER
    assert lines[-1] == "10 more portals: xuncha findings"


def test_two_portals_are_two_messages(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale("http://a.example/c/"), portal="a")
    judged(store, stale("http://b.example/c/"), portal="b")
    drain(store)
    assert sorted(message["title"].split(": ")[1] for message in hook.messages) == ["a县政府", "b县政府"]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "【巡查】a县政府：新发现：栏目“通知公告”自"), ("en", "Xuncha: a县政府: new: Column")]
)
def test_a_channel_is_told_in_its_language(store: Store, hook: Webhook, lang: str, words: str) -> None:
    add_channel(store, hook.url, lang=lang)
    judged(store, stale())
    drain(store)
    assert hook.messages[0]["title"].startswith(words)


def test_a_mailbox_gets_plain_text_that_nothing_is_read_into(store: Store) -> None:
    with mailbox() as box:
        add_channel(store, box.url)
        judged(store, stale(column="<script>alert(1)</script>\r\nBcc: all@example.com"))
        drain(store)
        (mail,) = box.mails
    assert mail["To"] == "office@example.com"
    assert mail["Bcc"] is None
    assert mail.get_content_type() == "text/plain"
    assert "“<script>alert(1)</script> Bcc: all@example.com”" in mail.get_content()


def test_a_message_does_not_grow_without_end(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, *(stale(f"http://a.example/{n}/", column="长" * 500) for n in range(MOST_FLIPS + 7)))
    drain(store)
    assert "7 more: xuncha findings" in hook.messages[0]["message"]
    judged(store, now=LATER)
    judged(store, stale("http://a.example/0/", column="长" * 500), now=LATER + timedelta(hours=1))
    drain(store, LATER + timedelta(hours=2))
    assert all(len(message["title"]) <= LONGEST_TITLE for message in hook.messages)


@settings(deadline=None)
@given(
    st.text(), st.text(), st.sampled_from(["zh", "en"]), st.sampled_from(["opened", "worsened", "reopened", "closed"])
)
def test_whatever_a_portal_writes_forges_no_line(name: str, column: str, lang: str, kind: str) -> None:
    condition = stale(column=column)
    finding = FindingRecord(1, "http://a.example/", name, *condition.key, "warning", NOW, NOW, NOW, condition.evidence)
    message = compose([FlipRecord(1, kind, NOW, NOW, "warning", condition.evidence, finding)], None, lang)
    assert len(message.body.splitlines()) == 6  # the portal, an empty line, the finding in four
    assert len(message.title.splitlines()) == 1
    assert len(message.title) <= LONGEST_TITLE


# ── who is told ──────────────────────────────────────────────────────────────


def test_a_channel_hears_only_what_is_grave_enough_for_it(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url, least="critical")
    judged(store, stale(severity="warning"))
    drain(store)
    assert hook.tries == 0
    judged(store, stale(severity="critical"), now=LATER)
    drain(store, LATER)
    (message,) = hook.messages
    assert message["title"].startswith("Xuncha: a县政府: worse: ")


def test_a_closing_goes_only_to_those_who_were_told(store: Store, hook: Webhook) -> None:
    judged(store, stale("http://a.example/old/"))
    drain(store)  # before there was a channel
    add_channel(store, hook.url)
    judged(store, stale("http://a.example/old/"), stale("http://a.example/new/"))
    judged(store, now=LATER)  # both are well again
    drain(store, LATER)
    subjects = [row["subject"] for row in store.notifications() if row["kind"] == "closed"]
    assert subjects == ["http://a.example/new/"]
    assert "[closed · warning]" in hook.messages[-1]["message"]


def test_nothing_new_is_no_message(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    for hour in range(4):
        judged(store, stale(), now=NOW + timedelta(hours=hour))
        drain(store, NOW + timedelta(hours=hour))
    assert hook.tries == 1


# ── when it does not arrive ──────────────────────────────────────────────────


def test_a_server_error_is_tried_again_after_the_pause_and_not_before(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    hook.statuses.put(500)
    drain(store)
    drain(store, NOW + FIRST_PAUSE - timedelta(seconds=1))
    assert (hook.tries, statuses(store)) == (1, ["pending"])
    drain(store, NOW + FIRST_PAUSE * SURELY)
    assert (hook.tries, len(hook.messages), statuses(store)) == (2, 1, ["sent"])


def test_a_channel_that_asks_for_time_is_given_it(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    hook.statuses.put(429)
    hook.retry_after = "1800"
    drain(store)
    drain(store, NOW + timedelta(minutes=29))
    assert (hook.tries, statuses(store)) == (1, ["pending"])
    drain(store, NOW + timedelta(minutes=31))
    assert (hook.tries, statuses(store)) == (2, ["sent"])


def test_an_answer_with_an_error_code_is_no_delivery(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    hook.always, hook.answer = 200, b'{"errcode": 310000, "errmsg": "keywords not in content"}'
    drain(store)
    (row,) = store.notifications()
    assert row["status"] == "pending"
    assert "errcode 310000: keywords not in content" in row["error"]


def test_pauses_double_up_to_a_limit_and_end() -> None:
    pauses = [pause_after(tries) for tries in range(1, MOST_TRIES)]
    assert pauses[0] == FIRST_PAUSE
    assert pauses[-1] == LONGEST_PAUSE
    assert timedelta(days=2) < sum((pause for pause in pauses if pause), timedelta()) < timedelta(days=4)
    assert pause_after(MOST_TRIES) is None


def test_what_fails_every_time_becomes_a_dead_letter_that_stays_visible(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    hook.always = 500
    for number in range(MOST_TRIES + 3):
        drain(store, NOW + number * LONGEST_PAUSE * SURELY)
    assert (hook.tries, statuses(store)) == (MOST_TRIES, ["dead"])
    assert "500" in store.notifications()[0]["error"]


def test_news_after_an_old_failure_has_all_its_tries(store: Store, hook: Webhook) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    hook.always = 500
    for number in range(MOST_TRIES - 1):
        drain(store, NOW + number * LONGEST_PAUSE * SURELY)
    end = NOW + MOST_TRIES * LONGEST_PAUSE * SURELY
    judged(store, stale(), stale("http://a.example/news/"), now=end)
    drain(store, end)
    assert statuses(store) == ["pending", "dead"]
    hook.always = 204
    drain(store, end + FIRST_PAUSE * SURELY)
    assert statuses(store) == ["sent", "dead"]


def test_a_broken_channel_keeps_no_other(store: Store, hook: Webhook) -> None:
    add_channel(store, REFUSED, name="broken")
    add_channel(store, hook.url, name="sound")
    for name in "abc":
        judged(store, stale(), portal=name)
    drain(store)
    assert len(hook.messages) == 3
    assert {(row["channel"], row["status"]) for row in store.notifications()} == {
        ("broken", "pending"),
        ("sound", "sent"),
    }


class Died(BaseException):
    """A process that ends between sending and marking."""


class DyingStore(Store):
    def mark_sent(self, *_: Any) -> None:
        raise Died


def test_a_crash_after_sending_sends_again_when_the_lease_has_ended(
    store: Store, store_url: str, hook: Webhook
) -> None:
    add_channel(store, hook.url)
    judged(store, stale())
    dying = DyingStore(store_url)
    with pytest.raises(Died):
        tick(dying, NOW)
    dying.close()
    drain(store, NOW + timedelta(seconds=LEASE_SECONDS - 1))
    assert (len(hook.messages), statuses(store)) == (1, ["sending"])
    drain(store, NOW + timedelta(seconds=LEASE_SECONDS + 1))
    assert (len(hook.messages), statuses(store)) == (2, ["sent"])


def test_a_message_that_cannot_be_made_keeps_no_other(
    store: Store, hook: Webhook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from xuncha.alerts import messages

    def compose(flips: Any, *rest: Any) -> Any:
        if "//a." in flips[0].finding.portal_url:
            raise KeyError("newest")
        return made(flips, *rest)

    made = messages.compose
    monkeypatch.setattr(messages, "compose", compose)
    add_channel(store, hook.url)
    judged(store, stale(), portal="a")
    judged(store, stale(), portal="b")
    drain(store)
    assert sorted(statuses(store)) == ["pending", "sent"]
    assert "KeyError" in caplog.text


def test_secrets_stay_out_of_the_log_and_of_the_errors(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="apprise")
    caplog.set_level(logging.INFO)
    with webhook("/secret-token") as hook:
        hook.always = 500
        add_channel(store, hook.url.replace("//", "//user:secret-word@") + "?key=secret-key", name="web")
        add_channel(store, REFUSED, name="refused")
        add_channel(store, "mailto://user:secret-word@127.0.0.1:9?from=a@example.com&to=b@example.com", name="mail")
        judged(store, stale())
        drain(store)
    said = caplog.text + "".join(str(row["error"]) for row in store.notifications())
    assert statuses(store) == ["pending"] * 3
    assert "could not be told" in said
    assert "secret" not in said
