"""One message about one portal: what changed since the last one, in the channel's language, as plain text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.records import FlipRecord, PortalRecord, Verdict
from xuncha.rules.days import CHINA
from xuncha.rules.messages import sentence, verdict_sentence

Kind = Literal["info", "success", "warning", "failure"]  # Apprise's words: colour or icon of a message

MOST_FLIPS = 50  # listed in one message; a portal that goes down with 2,000 links must not fill a mailbox
LONGEST_TITLE = 100  # characters; mail programs cut the subject there
LONGEST_EVIDENCE = 300  # characters

_KINDS = {
    "opened": ("新发现", "new"),
    "worsened": ("加重", "worse"),
    "reopened": ("再次出现", "back again"),
    "closed": ("已了结", "closed"),
}
_SEVERITIES = {"critical": ("严重", "critical"), "warning": ("警告", "warning"), "info": ("提示", "info")}
_TYPES: Mapping[str, Kind] = {"critical": "failure", "warning": "warning", "info": "info"}


@dataclass(frozen=True, slots=True)
class Message:
    title: str
    body: str
    kind: Kind


def compose(flips: Sequence[FlipRecord], portal: PortalRecord | None, lang: str) -> Message:
    """The message about `flips`, which are all of one portal; `portal` is None if it is no longer under watch."""
    ordered = sorted(flips, key=_gravity)
    blocks = [_head(ordered[0], portal, lang), *(_block(flip, lang) for flip in ordered[:MOST_FLIPS])]
    if (more := len(ordered) - MOST_FLIPS) > 0:
        blocks.append(pick(lang, f"另有 {more} 条：xuncha findings", f"{more} more: xuncha findings"))
    return Message(_title(ordered, lang), "\n\n".join(blocks), _type(ordered))


def pick(lang: str, zh: str, en: str) -> str:
    """
    >>> pick("en", "门户", "portal")
    'portal'
    """
    return zh if lang.startswith("zh") else en


def _gravity(flip: FlipRecord) -> tuple[bool, int, int]:
    """News before closings, the worst first, then in their order."""
    return flip.kind == "closed", list(_SEVERITIES).index(flip.severity), flip.id


def _type(flips: Sequence[FlipRecord]) -> Kind:
    return "success" if flips[0].kind == "closed" else _TYPES[flips[0].severity]


def _title(flips: Sequence[FlipRecord], lang: str) -> str:
    """The portal, and what happened: the sentence if it is one flip, else how many of each kind."""
    name = _line(flips[0].finding.portal_name)
    if len(flips) == 1:
        what = pick(lang, "{}：{}", "{}: {}").format(pick(lang, *_KINDS[flips[0].kind]), _sentence(flips[0], lang))
    else:
        counts = Counter(flip.kind for flip in flips)
        parts = [(pick(lang, *words), counts[kind]) for kind, words in _KINDS.items() if counts[kind]]
        what = pick(lang, "，", ", ").join(pick(lang, f"{word} {n} 条", f"{n} {word}") for word, n in parts)
    return _clip(pick(lang, f"【巡查】{name}：{what}", f"Xuncha: {name}: {what}"), LONGEST_TITLE)


def _head(flip: FlipRecord, portal: PortalRecord | None, lang: str) -> str:
    """Name and address of the portal, and its verdict as it stands now."""
    lines = [f"{_line(flip.finding.portal_name)}  {flip.finding.portal_url}"]
    if portal and portal.verdict and portal.word:
        verdict = Verdict(portal.verdict, portal.word, portal.verdict_reasons)  # type: ignore[arg-type]
        lines.append(pick(lang, "判定：", "Verdict: ") + _line(verdict_sentence(verdict, lang)))
    return "\n".join(lines)


def _block(flip: FlipRecord, lang: str) -> str:
    """One flip: what, since when, where, and the evidence."""
    label = f"[{pick(lang, *_KINDS[flip.kind])} · {pick(lang, *_SEVERITIES[flip.severity])}]"
    lines = [
        f"{label} {_sentence(flip, lang)}",
        _dates(flip, lang),
        pick(lang, "对象：", "subject: ") + _line(flip.finding.subject),
        pick(lang, "依据：", "evidence: ") + _evidence(flip),
    ]
    return "\n  ".join(lines)


def _sentence(flip: FlipRecord, lang: str) -> str:
    return _line(sentence(flip.finding.code, flip.finding.subject, flip.evidence, flip.finding.since, lang))


def _dates(flip: FlipRecord, lang: str) -> str:
    since, noticed = _local(flip.finding.since), _local(flip.noticed_at)
    if flip.kind == "closed":
        return pick(lang, f"自 {since}，{noticed} 起不再存在", f"since {since}; no longer so at {noticed}")
    return pick(lang, f"自 {since}（{noticed} 发现）", f"since {since} (noticed {noticed})")


def _local(when: datetime) -> str:
    return when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def _evidence(flip: FlipRecord) -> str:
    """The finding's code and the plain values of its evidence; lists stand in `xuncha findings --json`."""
    finding = flip.finding
    plain = (
        f"{name}={value}"
        for name, value in flip.evidence.items()
        if isinstance(value, (str, int, float)) and value != finding.subject
    )
    return _clip(_line("; ".join([finding.code, *plain])), LONGEST_EVIDENCE)


def _line(text: str) -> str:
    """On one line: what a portal writes must not forge lines of ours.

    >>> _line("通知\\n[已了结] 一切正常")
    '通知 [已了结] 一切正常'
    """
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())


def _clip(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
