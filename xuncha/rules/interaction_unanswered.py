"""interaction.unanswered: a message in 政务咨询 unanswered for more than 3 months, within the last year.

Only where the list or the message's own page plainly says that it is open, with the day it was asked; interviews, surveys and
complaints are not asked about. And we must have looked after the three months were over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from storage.records import ColumnFact, Condition, EntryFact, PageFact, PortalFacts
from xuncha.rules.days import china_day, end_of, months_later
from xuncha.rules.freshness import pages_by_url, promising
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown
from xuncha.rules.patrols import shown_visit

_OTHER_KIND = re.compile(r"访谈|调查|征集|投诉|举报|信访|直播|热线|评议|征求|建言")


@dataclass(frozen=True, slots=True)
class _Letter:
    url: str
    title: str
    asked: date
    state: str | None
    seen_at: datetime


def interaction_unanswered(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    pages = pages_by_url(facts)
    for column in promising(facts):
        if column.kind != "interaction" or _OTHER_KIND.search(column.name) or column.last_visit_at is None:
            continue
        letters = [letter for entry in column.entries if (letter := _letter(entry, column, pages))]
        late = [letter for letter in letters if _is_late(letter, facts, limits)]
        if late:
            yield _condition(column, sorted(late, key=lambda one: one.asked), limits)


def _letter(entry: EntryFact, column: ColumnFact, pages: dict[str, PageFact]) -> _Letter | None:
    """By its own page, which says more, else by its row in the list."""
    page, listed = pages.get(entry.url), pages.get(column.url)
    own = page.meta.get("letter") if page and is_shown(page) else None
    asked = date.fromisoformat(own["asked"]) if own and "asked" in own else entry.dated
    if page and own and asked and (seen := shown_visit(page)):
        return _Letter(entry.url, entry.title, asked, own["state"], seen.at)
    rows = listed.meta.get("letters") or () if listed else ()
    row = next((one for one in rows if one["url"] == entry.url and one["title"] == entry.title), None)
    if row is None or entry.dated is None or column.last_visit_at is None:
        return None
    return _Letter(entry.url, entry.title, entry.dated, row["state"], column.last_visit_at)


def _due(letter: _Letter, limits: RuleSet) -> datetime:
    return end_of(months_later(letter.asked, int(limits.value("interaction.months"))))


def _is_late(letter: _Letter, facts: PortalFacts, limits: RuleSet) -> bool:
    """Open when we looked, after its time was over, and asked within the year that the rule looks at."""
    recent = letter.asked >= months_later(china_day(facts.as_of), -int(limits.value("interaction.within_months")))
    return letter.state == "open" and recent and letter.seen_at >= _due(letter, limits)


def _condition(column: ColumnFact, late: list[_Letter], limits: RuleSet) -> Condition:
    rule = limits.number("interaction.months")
    evidence: dict[str, Any] = {
        "column": column.name,
        "unanswered": len(late),
        "limit_months": int(rule.value),
        "oldest": late[0].asked.isoformat(),
        "letters": [
            {"url": one.url, "title": one.title, "asked": one.asked.isoformat(), "seen_at": one.seen_at.isoformat()}
            for one in late[: int(limits.value("pages.sample"))]
        ],
        "veto": rule.verified,
        "rule_set": limits.name,
        "source": rule.source,
    }
    return Condition("interaction.unanswered", column.url, "critical", _due(late[0], limits), evidence)
