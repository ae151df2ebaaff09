"""Which year the figures of a clause belong to."""

import re

from parsers.report.clauses import Clause

Years = list[tuple[int, int]]  # from which place of the text on which year is spoken of

# The year of a document says nothing about a figure behind it: 公示2024年度部门决算, …
_YEAR = re.compile(
    r"(?<!\d)(20\d\d) ?年(?!度?(?:(?!公开|发布|公布|印发)[^,;。\d]){0,10}(?:(?:信息|政务)公开(?:工作)?(?:年报|年度报告)|预算|决算|年报|年度报告|工作报告|要点))"
)
_BEGINNING = re.compile(
    r" ?年?(?:\d{1,2} ?月)?(?:\d{1,2} ?日)?起,?[^,;]{0,8}(?:开始|着手|开展)"
)  # 2004年5月1日起本局开始…
_THIS_YEAR = re.compile(r"今年|本年度?|当年")
_LAST_YEAR = re.compile(
    r"去年(?!同期相?比)|(?<!结转)上年(?!结转|度?结转|度?接转|同期相?比)|(?<!结转)上一?年度(?!结转|接转)"
)
_OWN_COUNT = re.compile(r"度?(?:收到|受理|公开|发布)[^,;()\d]{0,8}\d+[件条]")
_COMPARED = re.compile(r"(?:比|较|与|同|和|相比)(?:于)?$|结转(?:至|到)?$")


def years_in(clause: Clause, carried: int, reporting: int) -> Years:
    """The years that the clause names, behind the one it inherits; none is changed by a year only compared with."""
    years = [(clause.start, carried)]
    for match in _YEAR.finditer(clause.text):
        before = clause.text[: match.start()]
        if re.match(r"度?以来", clause.text[match.end() :]):
            continue  # 2008年以来累计公开1537条
        since = re.search(r"[自从]$", before) and re.search(r"以来|至今|起|开始", clause.text[match.end() :])
        if (
            not _BEGINNING.match(clause.text[match.start() + 4 :])
            and (not _COMPARED.search(before[-4:]) or _tells_of(clause, match.end()))
            and not clause.text[match.end() :].startswith(("结转", "度结转", "接转", "度接转"))
            and "《" not in before
            and not since
        ):
            years.append((clause.start + match.start(), int(match[1])))
    if _THIS_YEAR.match(clause.text):
        years.append((clause.start, reporting))
    if _LAST_YEAR.search(clause.text) and not re.search(r"(?:比|较|与|同|和)(?:去|上)", clause.text):
        years.append((clause.start, reporting - 1))
    return years


def _tells_of(clause: Clause, place: int) -> bool:
    """与2017年收到60件(网络38件)相比: the other year's own figures stand in front of 相比."""
    return _OWN_COUNT.match(clause.text, place) is not None and "相比" in clause.rest


def year_at(years: Years, place: int) -> int:
    """The year named last in front of the place."""
    return next(year for start, year in reversed(years) if start <= place)
