"""Whether the home page is down now, told from all looks at it: probes and the visits of patrols.

One lost packet fails a look, so an outage is believed when chance has been ruled out: so many requests in a row without
an answer as would come by chance once in 50,000 looks, at the rate at which single looks at this portal may fail; and over
a quarter of an hour, in which a server restarts. Two failing patrols hours apart are enough, too. It is over when two
looks in a row open, or one patrol reads the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import merge
from math import ceil, log, sqrt

from storage.records import PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import home_visits, is_failure, is_tls

BACK_AGAIN = 2  # probes in a row that open
# What is supposed before anything is known: one look in twenty failed.
_PRIOR_FAILED, _PRIOR_LOOKS = 1, 20
_LEAST_RATE, _MOST_RATE = 0.05, 0.5
_MOST_COUNTED = 2  # of a patrol's requests, which follow each other within seconds: one cause may fail them all


@dataclass(frozen=True, slots=True)
class Look:
    at: datetime
    opened: bool
    requests: int
    is_patrol: bool
    reason: str | None
    status: int | None
    is_tls: bool = False


@dataclass(slots=True)
class Outage:
    """The looks since the home page stopped opening, the oldest first; `is_sure`: it is no chance."""

    looks: list[Look] = field(default_factory=list)
    is_sure: bool = False
    began_before: bool = False  # before the first look that is known

    @property
    def span(self) -> timedelta:
        return self.looks[-1].at - self.looks[0].at if self.looks else timedelta()

    @property
    def patrols(self) -> list[Look]:
        return [look for look in self.looks if look.is_patrol]


def outage_now(facts: PortalFacts, limits: RuleSet) -> Outage:
    """The outage that goes on at `facts.as_of`; without looks if the home page opens."""
    now, opened_in_row = Outage(began_before=True), 0
    failed, looked = _PRIOR_FAILED, _PRIOR_LOOKS
    for look in _looks(facts):
        if not look.opened:
            opened_in_row = 0
            now.looks.append(look)
            rate = _at_most(failed, looked)
            now.is_sure = now.is_sure or _is_no_chance(now, rate, limits) or is_twice(now, limits)
            continue
        opened_in_row += 1
        if not now.is_sure:  # it was chance
            failed, looked = failed + len(now.looks), looked + len(now.looks) + 1
        if look.is_patrol or not now.is_sure or opened_in_row >= BACK_AGAIN:
            now = Outage()
    return Outage() if all(look.is_tls for look in now.looks) else now


def is_twice(outage: Outage, limits: RuleSet) -> bool:
    """Two patrols, hours apart, in which the home page did not open: what counts where no week of looks is there."""
    patrols = outage.patrols
    apart = patrols[-1].at - patrols[0].at if patrols else timedelta()
    enough = len(patrols) >= limits.value("links.failing_patrols")
    return enough and apart >= timedelta(hours=limits.value("links.second_look_hours"))


def requests_needed(rate: float, chance: float) -> int:
    """Failing requests in a row that come by chance less often than that.

    >>> requests_needed(0.05, 2e-5), requests_needed(0.2, 2e-5)
    (4, 7)
    """
    return ceil(log(chance) / log(min(max(rate, _LEAST_RATE), _MOST_RATE)))


def _at_most(failed: int, looked: int) -> float:
    """What the rate of failing looks may well be, given those that are known: two standard errors above their share.

    >>> round(_at_most(1, 20), 2), round(_at_most(2, 230), 2), round(_at_most(44, 220), 2)
    (0.15, 0.02, 0.25)
    """
    share = failed / looked
    return share + 2 * sqrt(share * (1 - share) / looked)


def _is_no_chance(outage: Outage, rate: float, limits: RuleSet) -> bool:
    requests = sum(min(look.requests, _MOST_COUNTED) for look in outage.looks)
    long_enough = outage.span >= timedelta(minutes=limits.value("outage.minutes"))
    return long_enough and requests >= requests_needed(rate, limits.value("outage.chance"))


def _looks(facts: PortalFacts) -> Sequence[Look]:
    """All looks that say something, the oldest first."""
    probes = (
        Look(probe.at, probe.opened, 1, False, probe.reason, probe.status)
        for probe in reversed(facts.probes)
        if probe.says_something
    )
    visits = (
        Look(visit.at, not is_failure(visit), visit.attempts, True, visit.reason, visit.status, is_tls(visit))
        for visit in reversed(home_visits(facts))
    )
    return list(merge(probes, visits, key=lambda look: look.at))
