"""What a hostile answer is, and what a patrol must make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.faults.server import Answer

NOTHING = "None"  # no reason: the page is read as any other


@dataclass(frozen=True)
class Fault:
    """One kind of hostile answer.

    `outcome` and `reason` are patterns for the visit of every address under `path`; `label` is the link's text,
    `also` what else the portal serves (its robots.txt), `trap` the pattern that the patrol must name, `settings` what
    differs from the patrol's settings of the whole run.
    """

    name: str
    answer: Answer
    outcome: str
    reason: str = NOTHING
    path: str = "/fault.htm"
    label: str = "关于做好有关工作的通知"
    also: Mapping[str, Answer] = field(default_factory=dict)
    trap: str | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    copies: int = 4  # addresses of the kind that the home page links to, so that several are under way at once
