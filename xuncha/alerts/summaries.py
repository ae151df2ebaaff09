"""Digests and reminders: when they are due, and what they say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from storage.findings import severity_rank
from storage.records import ChannelRecord, FindingRecord, PortalRecord, Telling
from storage.store import Store
from xuncha.alerts.routing import is_acknowledged
from xuncha.alerts.scope import about_portal, covers
from xuncha.alerts.words import Message, clip, line, local, pick, severity_counts, titled
from xuncha.rules.days import CHINA, china_day
from xuncha.rules.messages import sentence, word

HOUR = time(9)  # of China's clock; a digest waits on the desk, it does not ring at night
MOST_LISTED = 30  # portals of a digest, findings of a reminder
LONGEST_LINE = 200  # characters
_PERIODS = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}


def summaries_due(channels: Sequence[ChannelRecord], now: datetime) -> Iterator[tuple[str, Telling]]:
    """(key, telling) of the last digest and reminder of each channel. A pause of weeks is made up for once, not weekly."""
    for channel in channels:
        if not channel.enabled:
            continue
        period = _PERIODS.get(channel.digest)
        if period and (moment := _last(channel, period.days, now)):
            since = moment - period
            evidence = {"since": since.isoformat(), "until": moment.isoformat()}
            yield f"digest:{china_day(moment)}", Telling(channel.id, "digest", now, evidence=evidence)
        if channel.remind_days > 0 and (moment := _last(channel, channel.remind_days, now)):
            yield f"reminder:{china_day(moment)}", Telling(channel.id, "reminder", now, evidence={})


def digest_message(
    store: Store, channel: ChannelRecord, portals: Sequence[PortalRecord], since: datetime, until: datetime
) -> Message:
    """What changed in the period, what is open now, and the portals that need somebody most."""
    lang = channel.lang
    mine = [portal for portal in portals if about_portal(channel.portals, portal)]
    by_url = {portal.home_url: portal for portal in mine}
    found = [
        finding
        for finding in store.findings(open_only=True)
        if finding.portal_url in by_url and covers(channel, by_url[finding.portal_url], finding.code)
    ]
    flips = store.flip_counts([portal.id for portal in mine], since, until)
    new = sum(count for (_, kind), count in flips.items() if kind in ("opened", "reopened"))
    gone = sum(count for (_, kind), count in flips.items() if kind == "closed")
    verdicts = Counter(portal.word or "unknown" for portal in mine)
    parts = [f"{word(name, lang)} {count}" for name, count in verdicts.most_common()]
    span = f"{local(since)[:10]} – {local(until)[:10]}"
    lines = [
        pick(lang, f"{span}：新发现 {new} 条，了结 {gone} 条", f"{span}: {new} new, {gone} closed"),
        pick(lang, f"门户 {len(mine)} 个：", f"{len(mine)} portals: ") + ", ".join(parts),
        pick(lang, "未了结：", "open: ") + (severity_counts((one.severity for one in found), lang) or "0"),
        *_worst_portals(found, lang),
        *_undelivered(store, lang),
    ]
    zh, en = f"汇总 {span}：新发现 {new} 条，了结 {gone} 条", f"digest {span}: {new} new, {gone} closed"
    return Message(titled(lang, zh, en), "\n".join(lines), "info")


def reminder_message(
    store: Store, channel: ChannelRecord, portals: Sequence[PortalRecord], now: datetime
) -> Message | None:
    """What is grave enough for the channel, still open and acknowledged by nobody; None if there is nothing."""
    lang, by_url, mutes = channel.lang, {portal.home_url: portal for portal in portals}, store.mutes(now)
    left = [
        finding
        for finding in store.findings(open_only=True)
        if severity_rank(finding.severity) >= severity_rank(channel.min_severity)
        and (portal := by_url.get(finding.portal_url)) is not None
        and covers(channel, portal, finding.code)
        and not is_acknowledged(finding, portal, mutes)
    ]
    if not left:
        return None
    lines = [
        clip(
            f"{line(one.portal_name)}  {line(sentence(one.code, one.subject, one.evidence, one.since, lang))}",
            LONGEST_LINE,
        )
        for one in left[:MOST_LISTED]
    ]
    if (more := len(left) - MOST_LISTED) > 0:
        lines.append(pick(lang, f"另有 {more} 条：xuncha findings --open", f"{more} more: xuncha findings --open"))
    zh, en = f"提醒：仍有 {len(left)} 条未了结", f"reminder: {len(left)} findings are still open"
    return Message(titled(lang, zh, en), "\n".join([pick(lang, zh, en), "", *lines]), "warning")


def _last(channel: ChannelRecord, days: int, now: datetime) -> datetime | None:
    """The last moment for a summary every so many days (7: Mondays); None if the channel was not there yet."""
    day = china_day(now - timedelta(hours=HOUR.hour))
    day -= timedelta(days=(day - date(2001, 1, 1)).days % days)  # a Monday
    moment = datetime.combine(day, HOUR, CHINA)
    return moment if channel.created_at and channel.created_at < moment <= now else None


def _worst_portals(found: Sequence[FindingRecord], lang: str) -> list[str]:
    by_portal: dict[str, list[FindingRecord]] = {}
    for finding in found:
        by_portal.setdefault(finding.portal_url, []).append(finding)
    ranked = sorted(by_portal.values(), key=lambda some: (-sum(one.severity == "critical" for one in some), -len(some)))
    rows = [
        clip(
            f"  {line(some[0].portal_name)}  {severity_counts((one.severity for one in some), lang)}  {some[0].portal_url}",
            LONGEST_LINE,
        )
        for some in ranked[:MOST_LISTED]
    ]
    return ["", pick(lang, "问题最多的门户：", "the portals with most:"), *rows] if rows else []


def _undelivered(store: Store, lang: str) -> list[str]:
    dead = {name: counts["dead"] for name, counts in store.delivery_counts().items() if counts.get("dead")}
    said = ", ".join(f"{name} {count}" for name, count in dead.items())
    return ["", pick(lang, f"没有送达的告警：{said}", f"alerts never delivered: {said}")] if said else []
