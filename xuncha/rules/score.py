"""The score of a rule set: 100 less the deductions that the facts can tell, each with the items it was lost on.

Only amounts that stand in the set are taken off; what the set asks and programs cannot see is listed as not scored, so the
score is an upper bound. With a veto nothing is scored, as the tables say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from storage.records import Condition, PortalFacts
from xuncha.rules.days import china_day
from xuncha.rules.limits import RuleSet
from xuncha.rules.site_unreachable import probe_week

FULL = 100.0
_DEAD = ("link.dead", "image.dead", "attachment.dead")
_SAMPLE = 10


@dataclass(frozen=True, slots=True)
class Deduction:
    """`points` lost in all; `examples` are addresses, at most ten of `count`."""

    item: str
    points: float
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    score: float
    lost: tuple[Deduction, ...]
    not_scored: tuple[str, ...]
    fails: bool  # below the line of the set

    def as_reason(self) -> Mapping[str, Any]:
        lost = [{"item": d.item, "points": d.points, "count": d.count, "examples": list(d.examples)} for d in self.lost]
        return {"code": "score", "score": self.score, "lost": lost, "not_scored": list(self.not_scored)}


def score_of(facts: PortalFacts, conditions: Sequence[Condition], limits: RuleSet) -> Score | None:
    """None where the rule set has no amounts."""
    if limits.score is None:
        return None
    amounts = limits.score["amounts"]
    unknown = list(limits.score["not_scored"])
    lost = [
        *_by_columns(facts, conditions, amounts),
        *_by_links(facts, conditions, amounts),
        *_by_home(facts, limits, amounts, unknown),
    ]
    score = round(max(0.0, FULL - sum(deduction.points for deduction in lost)), 1)
    return Score(score, tuple(lost), tuple(unknown), score < limits.score["fail_below"])


def _by_columns(
    facts: PortalFacts, conditions: Sequence[Condition], amounts: Mapping[str, Mapping[str, Any]]
) -> Iterator[Deduction]:
    """Silent columns, by kind; an item may be narrowed to names, and to columns of the first level."""
    silent = [c for c in conditions if c.code == "column.stale" and c.severity != "info"]
    depth = {column.url: column.depth for column in facts.columns}
    for amount in amounts.values():
        if "kinds" not in amount:
            continue
        named = re.compile(amount.get("names", ""))
        urls = [
            c.subject
            for c in silent
            if c.evidence["kind"] in amount["kinds"]
            and named.search(str(c.evidence["column"]))
            and not (amount.get("first_level_only") and depth.get(c.subject, 0) > 1)
        ]
        if urls:
            yield _deduction(amount, urls)


def _by_links(
    facts: PortalFacts, conditions: Sequence[Condition], amounts: Mapping[str, Mapping[str, Any]]
) -> Iterator[Deduction]:
    """A dead target costs once: on the home page if that links to it, else as an attachment or a link elsewhere."""
    homes = {facts.portal.home_url, *([facts.home.url] if facts.home else [])}
    found: dict[str, list[str]] = {"dead_on_home": [], "dead_attachment": [], "dead_elsewhere": []}
    for c in conditions:
        if c.code in _DEAD and c.severity != "info":
            on_home = any(page["url"] in homes for page in c.evidence["pages"])
            where = "dead_on_home" if on_home else "dead_attachment" if c.code == _DEAD[2] else "dead_elsewhere"
            found[where].append(c.subject)
    for where, urls in found.items():
        if urls and where in amounts:
            yield _deduction(amounts[where], urls)


def _by_home(
    facts: PortalFacts, limits: RuleSet, amounts: Mapping[str, Mapping[str, Any]], unknown: list[str]
) -> Iterator[Deduction]:
    """The home page: the share of failed visits in a week of probes, and its updates in two weeks."""
    if amount := amounts.get("home_failures"):
        week = probe_week(facts, limits)
        percent = int(100 * sum(not probe.opened for probe in week) / len(week)) if week else 0
        if not week:
            unknown.append(amount["item"])
        elif percent:
            yield _deduction(amount, [facts.portal.home_url] * percent)
    if amount := amounts.get("home_updates"):
        updates = _home_updates(facts, int(limits.value("home.days")), limits)
        if updates is None:
            unknown.append(amount["item"])
        elif updates < amount["fewer_than"]:
            yield _deduction(amount, [facts.portal.home_url])


def _home_updates(facts: PortalFacts, days: int, limits: RuleSet) -> int | None:
    """Entries of the home page's own list dated within the last days; None where it has no list that could tell."""
    today, first = china_day(facts.as_of), china_day(facts.as_of) - timedelta(days=days)
    home = {facts.portal.home_url, *([facts.home.url] if facts.home else [])}
    own = next((column for column in facts.columns if column.url in home and column.last_visit_at), None)
    dated = [entry for entry in own.entries if entry.dated] if own else []
    if len(dated) < limits.value("home.own_list"):
        return None
    return len({entry.url for entry in dated if entry.dated and first <= entry.dated <= today})


def _deduction(amount: Mapping[str, Any], urls: Sequence[str]) -> Deduction:
    examples = tuple(dict.fromkeys(urls))[:_SAMPLE]
    return Deduction(amount["item"], round(amount["points"] * len(urls), 1), len(urls), examples)
