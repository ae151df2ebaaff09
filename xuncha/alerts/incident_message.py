"""Messages about incidents: many portals at once, a finding that flaps, our own trouble."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from xuncha.alerts.words import TYPES, Kind, Message, code_words, line, local, pick, reason_words, titled

# What is wrong with ourselves, in words; `over` when it is past.
_SELF: Mapping[str, tuple[str, str]] = {
    "patrols": (
        "巡查没有进行：{due} 个门户到期，最近一次巡查在 {last}",
        "patrols do not run: {due} portals are due, the last patrol was at {last}",
    ),
    "judge": ("判断没有进行：最早的一次本应在 {last}", "nothing is judged: the oldest judgement was due at {last}"),
    "channel": (
        "渠道 {channel} 收不到告警：{count} 条没有送达（{error}）",
        "channel {channel} cannot be told: {count} alerts undelivered ({error})",
    ),
}


def incident_message(kind: str, evidence: Mapping[str, Any], lang: str) -> Message:
    """`evidence` is what was known when the message was decided on, and what of it concerns the channel."""
    say = {"many": _many, "flapping": _flapping}.get(kind, _ourselves)
    title, lines = say(evidence, lang)
    severity: Kind = TYPES.get(str(evidence.get("severity")), "warning")
    over = evidence.get("phase") == "closed" and not evidence.get("open")
    return Message(title, "\n".join(lines), "success" if over else severity)


def _many(evidence: Mapping[str, Any], lang: str) -> tuple[str, list[str]]:
    what, count, left = code_words(evidence["code"], lang), evidence["count"], evidence["open"]
    gone = count - left
    if evidence["phase"] == "closed":
        zh, en = (
            f"已恢复：{what}，{count} 个门户中 {gone} 个已恢复",
            f"over: {what}: {gone} of {count} portals are back",
        )
    elif evidence["phase"] == "still":
        zh, en = f"仍在持续：{left} 个门户{what}，{gone} 个已恢复", f"goes on: {left} portals: {what}; {gone} are back"
    else:
        zh, en = f"{count} 个门户同时出现：{what}", f"{count} portals at once: {what}"
    lines = [pick(lang, zh, en), *_since(evidence, lang), *_reasons(evidence, lang)]
    if evidence["phase"] == "opened" and evidence["watched"] and count >= 0.8 * evidence["watched"]:
        lines.append(
            pick(
                lang,
                "几乎所有门户同时如此：请先检查本机的网络。",
                "Almost every portal at once: look at our own network first.",
            )
        )
    return titled(lang, zh, en), [*lines, *_listed(evidence, lang)]


def _flapping(evidence: Mapping[str, Any], lang: str) -> tuple[str, list[str]]:
    name = line(str(evidence["portals"][0][0])) if evidence["portals"] else line(str(evidence["subject"]))
    what = code_words(evidence["code"], lang)
    if evidence["phase"] == "closed":
        state = (
            pick(lang, "目前仍未恢复", "it is so still") if evidence["open"] else pick(lang, "现已正常", "all is well")
        )
        zh, en = f"{name}：不再时断时续，{state}（{what}）", f"{name}: no longer on and off; {state} ({what})"
    else:
        flips = evidence["flips"]
        zh, en = f"{name}：时断时续（{what}），变化 {flips} 次", f"{name}: on and off ({what}), {flips} changes"
    daily = pick(lang, "持续期间每天只发一条。", "While this goes on there is one message a day.")
    lines = [pick(lang, zh, en), pick(lang, "对象：", "subject: ") + line(str(evidence["subject"]))]
    return titled(lang, zh, en), lines if evidence["phase"] == "closed" else [*lines, daily]


def _ourselves(evidence: Mapping[str, Any], lang: str) -> tuple[str, list[str]]:
    words = pick(lang, *_SELF.get(str(evidence.get("what")), ("{what}", "{what}")))
    values = {name: line(str(value)) for name, value in evidence.items()}
    for name in ("last",):
        values[name] = (
            local(datetime.fromisoformat(evidence[name])) if evidence.get(name) else pick(lang, "无", "never")
        )
    said = words.format_map(values)
    if evidence.get("phase") == "closed":
        said = pick(lang, f"已恢复：{said}", f"over: {said}")
    zh, en = f"巡查系统自身：{said}", f"the watchdog itself: {said}"
    return titled(lang, zh, en), [said]


def _since(evidence: Mapping[str, Any], lang: str) -> list[str]:
    if not evidence.get("since"):
        return []
    return [pick(lang, "最早自 ", "the first since ") + local(datetime.fromisoformat(evidence["since"]))]


def _reasons(evidence: Mapping[str, Any], lang: str) -> list[str]:
    counts = [f"{reason_words(line(str(name)), lang)} {count}" for name, count in evidence["reasons"].items()]
    return [pick(lang, "原因：", "reasons: ") + ", ".join(counts)] if counts else []


def _listed(evidence: Mapping[str, Any], lang: str) -> list[str]:
    rows = [f"  {line(str(name))}  {url}" for name, url in evidence["portals"]]
    total = evidence["count"] if evidence["phase"] == "opened" else evidence["open"]
    if (more := total - len(rows)) > 0:
        rows.append(pick(lang, f"  另有 {more} 个：xuncha alerts list", f"  {more} more: xuncha alerts list"))
    head = (
        pick(lang, "门户：", "portals:") if evidence["phase"] == "opened" else pick(lang, "未恢复：", "not back yet:")
    )
    return ["", head, *rows] if rows else []
