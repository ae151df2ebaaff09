"""When silence turns bad: the dates that make the judge look again although nothing was crawled."""

from collections.abc import Iterator
from datetime import datetime

from storage.records import PortalFacts
from xuncha.rules.column_stale import silences
from xuncha.rules.days import china_day, end_of
from xuncha.rules.limits import RuleSet
from xuncha.rules.reports import report_columns
from xuncha.rules.site_home import home_silence


def due_after(facts: PortalFacts, limits: RuleSet) -> tuple[dict[int, datetime], datetime | None]:
    """Each column's moment (by id, past ones too), and the next moment after as_of at which something turns bad."""
    stale_after = {silence.column.id: silence.since for silence in silences(facts, limits)}
    moments = [*stale_after.values(), *_others(facts, limits)]
    return stale_after, min((moment for moment in moments if moment > facts.as_of), default=None)


def _others(facts: PortalFacts, limits: RuleSet) -> Iterator[datetime]:
    home = home_silence(facts, limits)
    if home:
        yield home.since
    if report_columns(facts):
        year = china_day(facts.as_of).year
        for reported in (year - 1, year):
            yield end_of(limits.report_due(reported, facts.portal.organ)[0])
