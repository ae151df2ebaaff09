"""title.truncated: an article's own title breaks off, as 我县（区、市）……

The title of the article counts, not the line of a list, which templates shorten everywhere. Where the list has it in full,
nothing is lost; and a headline that asks, exclaims or teases may end in dots on purpose, as does what somebody is quoted with:
who cuts a title off cuts the closing quotation mark off too.
"""

import re
from collections.abc import Iterable

from storage.records import Condition, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown

_TITLED = frozenset({"article", "report"})
_CUT = re.compile(r"(?:[…⋯]+|\.{3,}|。{2,})[\s）)】」”\"]*$")
_QUOTED = re.compile(r"[“「『‘\"'][^“”「」『』‘’\"']*(?:[…⋯]+|\.{3,}|。{2,})[。！]?\s*[”」』’\"']\s*$")
_RHETORIC = re.compile(r"[！？!?~～]|竟|居然|原来|究竟|到底|[吗呢啦吧你您咋啥]")


def title_truncated(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    listed: dict[str, list[str]] = {}
    for column in facts.columns:
        for entry in column.entries:
            listed.setdefault(entry.url, []).append(entry.title)
    for page in facts.pages:
        title = (page.title or "").strip()
        if page.kind not in _TITLED or not is_shown(page) or not _breaks_off(title):
            continue
        stem = _CUT.sub("", title)
        titles = listed.get(page.url, [])
        if any(one.startswith(stem) and not _CUT.search(one) for one in titles):
            continue
        evidence = {"title": title, "listed_as": titles[0] if titles else None, "rule_set": limits.name}
        yield Condition("title.truncated", page.url, "info", page.shown_since or page.first_seen_at, evidence)


def _breaks_off(title: str) -> bool:
    return _CUT.search(title) is not None and not (_RHETORIC.search(title) or _QUOTED.search(title))
