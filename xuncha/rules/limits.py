"""Rule sets as data: every number with its source, and whether it was read there (sets/*.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from xuncha.rules.days import months_later


class UnknownRuleSet(ValueError):
    """Raised by load_rule_set for a name that no file has; the message lists the names that exist."""


@dataclass(frozen=True, slots=True)
class Number:
    value: float
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class SilenceLimit:
    """How long a kind of column may be silent: days, or calendar months (the checks count months back from the day)."""

    days: int
    months: int
    verified: bool
    source: str
    counts: str = ""  # the veto that it counts for, beside overdue_many
    first_level_only: bool = False  # for that veto

    def last_day(self, newest: date) -> date:
        """The last day on which `newest` is news enough."""
        return months_later(newest, self.months) + timedelta(days=self.days)


class RuleSet:
    """One rule set. A number that is missing is our mistake: KeyError with its dotted name."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self.name: str = table["name"]
        self.title: str = table["title"]
        self.document: str = table["document"]
        self.unverified_vetoes: bool = table["vetoes"]["unverified"]
        self.inspections: tuple[date, ...] = tuple(sorted(table["burst"]["inspections"]))
        self.score: Mapping[str, Any] | None = table.get("score")
        self.score_always: bool = bool(self.score and self.score.get("always"))

    def _at(self, dotted: str) -> Any:
        found: Any = self._table
        for part in dotted.split("."):
            if part not in found:
                raise KeyError(f"rule set {self.name} has no {dotted}")
            found = found[part]
        return found

    def number(self, dotted: str) -> Number:
        row = self._at(dotted)
        return Number(row["value"], row["verified"], row["source"])

    def value(self, dotted: str) -> float:
        return self.number(dotted).value

    def silence(self, kind: str) -> SilenceLimit | None:
        """The limit for a kind of column; None for kinds that promise no updates."""
        table = self._at("silence")
        if kind in table["never"]:
            return None
        row = table.get(kind)
        if not isinstance(row, dict) or not {"days", "months"} & row.keys():
            row = table["other"]
        return SilenceLimit(
            row.get("days", 0),
            row.get("months", 0),
            row["verified"],
            row["source"],
            row.get("counts", ""),
            row.get("first_level_only", False),
        )

    def report_due(self, year: int, organ: str) -> tuple[date, str]:
        """The last day on which the report about `year` is in time, and the law that says so."""
        law = "new_law" if year >= self._at("reports.new_law_from_year") else "old_law"
        row = self._at(f"reports.{law}")[organ if organ == "government" else "department"]
        return date.fromisoformat(f"{year + 1}-{row['value']}"), row["source"]


def rule_set_names() -> list[str]:
    names = (entry.name.removesuffix(".toml") for entry in files("xuncha.rules.sets").iterdir())
    return sorted(name for name in names if name not in ("common", "__init__.py", "__pycache__"))


@cache
def load_rule_set(name: str) -> RuleSet:
    """Raises UnknownRuleSet."""
    if name not in rule_set_names():
        raise UnknownRuleSet(f"unknown rule set {name!r}, use one of: {', '.join(rule_set_names())}")
    return RuleSet(_read(name))


def _read(name: str) -> dict[str, Any]:
    table = tomllib.loads(files("xuncha.rules.sets").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return _merge(_read(table.pop("extends")), table) if "extends" in table else table


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
