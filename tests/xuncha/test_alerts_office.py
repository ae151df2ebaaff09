"""Alerts as an office meets them over days: incidents, flapping, mutes, summaries, and the watchdog's own trouble."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from storage.records import Condition, PortalRecord, Severity
from storage.store import Store
from tests.xuncha.replays import HOUR, START, ProbedReplay, Replay
from tests.xuncha.sinks import Webhook, webhook
from tests.xuncha.test_alerts import ALIVE, drain, judged, stale
from xuncha.alerts.routing import COMPANY_WITHIN, TOGETHER_LEAST
from xuncha.alerts.selfwatch import JUDGE_LATE, PATROLS_LATE, SelfWatch
from xuncha.rules.days import CHINA

NOW = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)  # Monday noon in China
DAY = timedelta(days=1)


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with webhook() as opened:
        yield opened


def listen(store: Store, hook: Webhook, name: str = "hook", severity: Severity = "warning", **setting: str) -> None:
    days = int(setting.pop("remind_days", "0"))
    store.add_channel(name, hook.url, lang="zh", min_severity=severity, now=NOW, remind_days=days, **setting)


def titles(hook: Webhook) -> list[str]:
    return [message["title"].removeprefix("【巡查】") for message in hook.messages]


def down(home: str, at: datetime, severity: Severity = "critical") -> Condition:
    return Condition("site.unreachable", home, severity, at, {"basis": "patrols", "failed": 2, "reason": "timeout"})


def record(store: Store, portal: PortalRecord, now: datetime, *conditions: Condition) -> None:
    store.record_judgement(portal.id, conditions=conditions, verdict=ALIVE, stale_after={}, next_due=None, now=now)


def portals(store: Store, count: int) -> list[PortalRecord]:
    return [store.add_portal(f"http://p{n}.qinghe.gov.cn/", name=f"门户{n}", now=NOW) for n in range(count)]


# ── incidents ────────────────────────────────────────────────────────────────


def test_a_platform_that_fails_is_told_once_and_once_more_when_it_is_back(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    watched = portals(store, 20)
    for number, portal in enumerate(watched):
        record(store, portal, NOW, down(portal.home_url, NOW, "critical" if number < 15 else "warning"))
    drain(store, NOW)
    assert titles(hook) == []
    drain(store, NOW + COMPANY_WITHIN)
    assert titles(hook) == ["20 个门户同时出现：首页打不开"]
    body = hook.messages[0]["message"]
    assert "超时 20" in body
    assert "请先检查本机的网络" in body
    assert all(f"门户{n}  http://p{n}.qinghe.gov.cn/" in body for n in range(20))
    for number, portal in enumerate(watched):
        at = NOW + HOUR + timedelta(minutes=number)
        record(store, portal, at)
        drain(store, at)
    assert titles(hook)[1:] == ["已恢复：首页打不开，20 个门户中 20 个已恢复"]
    assert hook.messages[1]["type"] == "success"


def test_the_last_ones_that_stay_down_are_named_at_the_end_and_then_told_of_one_by_one(
    store: Store, hook: Webhook
) -> None:
    listen(store, hook)
    watched = portals(store, 10)
    for portal in watched:
        record(store, portal, NOW, down(portal.home_url, NOW))
    drain(store, NOW)
    drain(store, NOW + COMPANY_WITHIN)
    for portal in watched[1:]:
        record(store, portal, NOW + HOUR)
    drain(store, NOW + HOUR)
    assert len(hook.messages) == 1
    drain(store, NOW + 8 * HOUR)
    assert titles(hook)[1:] == ["已恢复：首页打不开，10 个门户中 9 个已恢复"]
    assert "未恢复：\n  门户0  http://p0.qinghe.gov.cn/" in hook.messages[1]["message"]
    record(store, watched[0], NOW + 9 * HOUR)
    drain(store, NOW + 9 * HOUR)
    assert titles(hook)[2].startswith("门户0：已了结")


def test_an_incident_that_grows_is_told_again_after_a_day(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    watched = portals(store, TOGETHER_LEAST + 3)
    for portal in watched[:-3]:
        record(store, portal, NOW, down(portal.home_url, NOW))
    drain(store, NOW)
    drain(store, NOW + COMPANY_WITHIN)
    for portal in watched[-3:]:
        record(store, portal, NOW + HOUR, down(portal.home_url, NOW + HOUR))
        drain(store, NOW + HOUR)
    assert len(hook.messages) == 1
    drain(store, NOW + COMPANY_WITHIN + DAY)
    drain(store, NOW + COMPANY_WITHIN + 2 * DAY)
    assert titles(hook)[1:] == ["仍在持续：8 个门户首页打不开，0 个已恢复"]


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_fifteen_minutes_up_fifteen_minutes_down_is_one_message_a_day(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    (portal,) = portals(store, 1)
    quarter = timedelta(minutes=15)
    for turn in range(2 * 96):
        at = NOW + turn * quarter
        record(store, portal, at, *([down(portal.home_url, at, "warning")] if turn % 2 == 0 else []))
        drain(store, at)
    assert len(hook.messages) == 2
    assert titles(hook)[-1] == "门户0：时断时续（首页打不开），变化 96 次"
    drain(store, at + 2 * DAY)
    assert titles(hook)[2:] == ["门户0：不再时断时续，现已正常（首页打不开）"]


# ── the real rules over simulated looks; 30 days are in `make bench-watch` ───


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_probed_outage_is_told_within_the_hour_and_so_is_its_end(store: Store, hook: Webhook) -> None:
    store.add_channel("hook", hook.url, lang="zh", min_severity="info", now=START)
    told: list[datetime] = []
    replay = ProbedReplay(store, pulse=HOUR, on_settled=lambda at: told.extend([at] * (len(hook.messages) > len(told))))
    replay.begin()
    begin, before = START + 4 * HOUR, len(told)
    replay.run(0.5, lambda _, at: begin <= at < begin + 6 * HOUR)
    assert [title.partition("：")[2][:10] for title in titles(hook)[before:]] == [
        "新发现：首页打不开：",
        "已了结：首页打不开：",
    ]
    opened, over = told[before:]
    assert opened - begin < 1.25 * HOUR
    assert over - begin - 6 * HOUR < HOUR


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_an_outage_of_six_hours_is_two_messages(store: Store, hook: Webhook) -> None:
    store.add_channel("hook", hook.url, lang="zh", min_severity="info", now=START)
    replay = Replay(store, pulse=HOUR)
    replay.begin()
    before = len(hook.messages)
    replay.run(0.5, lambda _, at: 2 * HOUR <= at - START < 8 * HOUR)
    opened, recovered = titles(hook)[before:]
    assert opened.startswith("门户0：新发现：首页打不开")
    assert recovered.startswith("门户0：已了结：首页打不开")


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_lost_packets_are_no_message(store: Store, hook: Webhook) -> None:
    store.add_channel("hook", hook.url, lang="zh", min_severity="info", now=START)
    replay = Replay(store, pulse=6 * HOUR, loss=0.55)  # one look in six fails
    replay.begin()
    before = len(hook.messages)
    replay.run(1, lambda _, at: False)
    assert hook.messages[before:] == []


# ── mutes and quiet hours ─────────────────────────────────────────────────


def test_what_comes_and_goes_within_a_maintenance_window_is_never_told(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    store.add_mute("maintenance", portals="a.example", codes="", starts_at=NOW, until=NOW + 4 * HOUR, why="")
    judged(store, stale("http://a.example/gone/"), stale("http://a.example/stays/"))
    judged(store, stale(), portal="b")
    drain(store, NOW)
    assert [title.partition("：")[0] for title in titles(hook)] == ["b县政府"]
    judged(store, stale("http://a.example/stays/"), now=NOW + HOUR)
    drain(store, NOW + 3 * HOUR)
    assert len(hook.messages) == 1
    drain(store, NOW + 4 * HOUR)
    assert "http://a.example/stays/" in hook.messages[1]["message"]
    assert "http://a.example/gone/" not in hook.messages[1]["message"]


def test_the_night_is_told_in_the_morning_and_only_what_is_left_of_it(store: Store, hook: Webhook) -> None:
    listen(store, hook, quiet="22:00-07:00")
    midnight = datetime(2026, 6, 16, tzinfo=CHINA)
    judged(store, stale("http://a.example/gone/"), stale("http://a.example/stays/"), now=midnight)
    drain(store, midnight)
    judged(store, stale("http://a.example/stays/"), now=midnight + HOUR)
    drain(store, midnight + HOUR)
    judged(store, stale(severity="critical"), now=midnight + HOUR, portal="b")
    drain(store, midnight + HOUR)
    assert [title.partition("：")[0] for title in titles(hook)] == ["b县政府"]
    drain(store, midnight + 7 * HOUR)
    assert "http://a.example/gone/" not in hook.messages[1]["message"]
    assert "http://a.example/stays/" in hook.messages[1]["message"]


# ── summaries ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("digest", "days"), [("daily", 1), ("weekly", 7)])
def test_a_digest_comes_in_place_of_single_messages(store: Store, hook: Webhook, digest: str, days: int) -> None:
    listen(store, hook, digest=digest)
    judged(store, stale("http://a.example/c/"), stale("http://a.example/d/", "critical"))
    judged(store, stale("http://a.example/c/"), now=NOW + HOUR)
    morning = datetime(2026, 6, 15, 9, tzinfo=CHINA) + timedelta(days=days)
    for at in (NOW, morning - timedelta(minutes=1)):
        drain(store, at)
    assert hook.messages == []
    for at in (morning, morning + HOUR):
        drain(store, at)
    (message,) = hook.messages
    assert message["title"].endswith("新发现 2 条，了结 1 条")
    assert "未了结：警告 1 条" in message["message"]
    assert "a县政府" in message["message"]
    drain(store, morning + timedelta(days=3 * days, hours=2))  # after a pause there is one, not three
    assert len(hook.messages) == 2


def test_reminders_name_what_nobody_has_acknowledged(store: Store, hook: Webhook) -> None:
    listen(store, hook, remind_days="2")
    judged(store, stale(), portal="a")
    judged(store, stale(), portal="b")
    drain(store, NOW)
    store.add_mute("ack", portals="b.example", codes="", starts_at=NOW, until=None, why="known")
    for day in range(1, 5):
        drain(store, NOW + day * DAY)
    reminders = [message for message in hook.messages if "提醒" in message["title"]]
    assert [message["title"] for message in reminders] == ["【巡查】提醒：仍有 1 条未了结"] * 2
    assert "a县政府" in reminders[0]["message"]
    store.add_mute("ack", portals="", codes="", starts_at=NOW, until=None, why="all known")
    drain(store, NOW + 6 * DAY)
    assert len([title for title in titles(hook) if "提醒" in title]) == 2
    assert {row["status"] for row in store.notifications()} == {"sent"}


# ── the watchdog itself ──────────────────────────────────────────────────────


def patrolled(store: Store, at: datetime) -> None:
    (portal,) = portals(store, 1)
    run = store.start_run(portal.id, trigger="scheduled", now=at)
    store.end_run(run.run_id, status="done", reason="finished", stats={}, now=at)
    record(store, portal, at)
    store.schedule_patrol(portal.id, at + HOUR)


def test_patrols_that_do_not_run_are_an_alert_of_their_own(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    watch = SelfWatch(store)
    patrolled(store, NOW)
    late = NOW + HOUR + PATROLS_LATE
    for at in (NOW, late, late + HOUR, late + 2 * HOUR):
        watch.tick(at)
        drain(store, at)
    assert titles(hook) == ["巡查系统自身：巡查没有进行：1 个门户到期，最近一次巡查在 2026-06-15 12:00"]
    patrolled(store, late + 3 * HOUR)
    watch.tick(late + 3 * HOUR)
    drain(store, late + 3 * HOUR)
    assert titles(hook)[1].startswith("巡查系统自身：已恢复：")


def test_judgements_that_do_not_come_are_one_too(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    (portal,) = portals(store, 1)
    run = store.start_run(portal.id, trigger="scheduled", now=NOW)
    store.end_run(run.run_id, status="done", reason="finished", stats={}, now=NOW)
    store.schedule_patrol(portal.id, NOW + 9 * HOUR)
    at = NOW + JUDGE_LATE + HOUR
    SelfWatch(store).tick(at)
    drain(store, at)
    assert titles(hook) == ["巡查系统自身：判断没有进行：最早的一次本应在 2026-06-15 12:00"]


def test_a_channel_that_takes_nothing_is_told_of_in_the_others(store: Store, hook: Webhook) -> None:
    listen(store, hook)
    store.add_channel("broken", "json://127.0.0.1:9/secret", lang="zh", min_severity="warning", now=NOW)
    judged(store, stale())
    store.schedule_patrol(1, NOW + 9 * DAY)
    for hour in range(6):
        drain(store, NOW + hour * HOUR)
    watch = SelfWatch(store)
    watch.tick(NOW + 6 * HOUR)
    drain(store, NOW + 6 * HOUR)
    assert titles(hook)[1].startswith("巡查系统自身：渠道 broken 收不到告警：1 条没有送达")
    assert "secret" not in str(hook.messages)
    store.remove_channel("broken")
    watch.tick(NOW + 7 * HOUR)
    drain(store, NOW + 7 * HOUR)
    assert titles(hook)[2].startswith("巡查系统自身：已恢复：渠道 broken")


def test_the_heartbeat_is_asked_for_once_a_minute_and_only_when_all_is_well(store: Store, hook: Webhook) -> None:
    watch = SelfWatch(store, hook.url.replace("json://", "http://"))
    for second in (0, 30, 61):
        watch.tick(NOW + timedelta(seconds=second))
    assert hook.tries == 2
    patrolled(store, NOW)
    watch.tick(NOW + HOUR + PATROLS_LATE + timedelta(seconds=1))
    assert hook.tries == 2


def test_a_heartbeat_that_fails_is_one_warning_without_its_address(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    SelfWatch(store, "http://127.0.0.1:9/secret").tick(NOW)
    assert "the heartbeat was not taken" in caplog.text
    assert "secret" not in caplog.text
