"""Words of alerts in Chinese and English, and text that forges nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.records import FlipRecord, Severity
from xuncha.rules.days import CHINA
from xuncha.rules.messages import sentence
from xuncha.rules.wording import REASONS

Kind = Literal["info", "success", "warning", "failure"]  # Apprise's words: colour or icon of a message

LONGEST_TITLE = 100  # characters; mail programs cut the subject there

KINDS = {
    "opened": ("新发现", "new"),
    "worsened": ("加重", "worse"),
    "reopened": ("再次出现", "back again"),
    "closed": ("已了结", "closed"),
}
SEVERITIES: Mapping[str, tuple[str, str]] = {
    "critical": ("严重", "critical"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
}
TYPES: Mapping[str, Kind] = {"critical": "failure", "warning": "warning", "info": "info"}
# What a code says of many portals at once; elsewhere the whole sentence is there.
_SHORT = {
    "site.unreachable": ("首页打不开", "the home page does not open"),
    "site.tls": ("加密连接有问题", "encryption is at fault"),
    "site.blocked": ("拒绝程序访问", "programs are declined"),
    "crawler.failed": ("巡查程序自身出错", "our own patrol failed"),
}


@dataclass(frozen=True, slots=True)
class Message:
    title: str
    body: str
    kind: Kind


def pick(lang: str, zh: str, en: str) -> str:
    """
    >>> pick("en", "门户", "portal")
    'portal'
    """
    return zh if lang.startswith("zh") else en


def titled(lang: str, zh: str, en: str) -> str:
    """A title in the language, with our name before it."""
    return clip(pick(lang, f"【巡查】{zh}", f"Xuncha: {en}"), LONGEST_TITLE)


def flip_sentence(flip: FlipRecord, lang: str) -> str:
    return line(sentence(flip.finding.code, flip.finding.subject, flip.evidence, flip.finding.since, lang))


def code_words(code: str, lang: str) -> str:
    """A finding code in words that need no evidence.

    >>> code_words("site.tls", "en"), code_words("column.stale", "zh")
    ('encryption is at fault', 'column.stale')
    """
    return pick(lang, *_SHORT[code]) if code in _SHORT else code


def reason_words(reason: str, lang: str) -> str:
    """
    >>> reason_words("timeout", "zh"), reason_words("http_502", "zh")
    ('超时', 'HTTP 502')
    """
    known = REASONS.get(reason)
    return pick(lang, *known) if known else reason.replace("http_", "HTTP ")


def kind_counts(kinds: Iterable[str], lang: str) -> str:
    """
    >>> kind_counts(["opened", "closed", "opened"], "zh")
    '新发现 2 条，已了结 1 条'
    """
    counts = Counter(kinds)
    parts = [(pick(lang, *words), counts[kind]) for kind, words in KINDS.items() if counts[kind]]
    return pick(lang, "，", ", ").join(pick(lang, f"{word} {n} 条", f"{n} {word}") for word, n in parts)


def severity_counts(severities: Iterable[Severity], lang: str) -> str:
    """
    >>> severity_counts(["warning", "critical"], "en")
    '1 critical, 1 warning'
    """
    counts: Counter[str] = Counter(severities)
    parts = [(pick(lang, *words), counts[name]) for name, words in SEVERITIES.items() if counts[name]]
    return pick(lang, "，", ", ").join(pick(lang, f"{word} {n} 条", f"{n} {word}") for word, n in parts)


def local(when: datetime) -> str:
    return when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def line(text: str) -> str:
    """On one line: what a portal writes must not forge lines of ours.

    >>> line("通知\\n[已了结] 一切正常")
    '通知 [已了结] 一切正常'
    """
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())


def clip(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
