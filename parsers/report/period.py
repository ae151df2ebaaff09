"""The reporting year and the period, also where a mirror lost the year and month signs (截至1231日, 201612月底)."""

import re
from datetime import date

from parsers.report.records import Era, Period

_DIGITS = {
    **{sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")},
    "○": "0",
    "零": "0",
    "O": "0",
    "o": "0",
    "0": "0",
}
_SPELLED = re.compile(r"二([〇○零Oo0])([〇○零Oo0一二])([〇○零Oo0一二三四五六七八九])(?= ?年)")
_SCHOOL_YEAR = re.compile(r"20[0-3]\d ?-+ ?(20[0-3]\d) ?学年")  # a university reports on the year that ends
_TITLE_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?: ?年| ?年度|)[^\n。,;]{0,30}?(?:信息公开|政务公开|年度报告|年报)")
_SPAN = re.compile(
    r"(?P<y1>20\d\d) ?[年./-] ?(?P<m1>\d{1,2}) ?[月./-] ?(?P<d1>\d{1,2}) ?日?(?:起|开始)?(?:,| )*(?:至|到|-+|~|止)+ ?"
    r"(?:(?P<y2>20\d\d) ?[年./-] ?)?(?P<m2>\d{1,2}) ?[月./-] ?(?P<d2>\d{1,2})(?: ?日|(?![\d月./-]))"
)
_LOST = re.compile(
    r"(?:截[至止](?:到|至)?|止)? ?(?<!\d)(?:(?P<year>20[0-3]\d)(?P<month>0?[1-9]"
    r"|1[0-2])(?P<day>[0-3]\d)?(?P<sign>月底|月|日|号)"
    r"|(?P<bare>(?<=截[至止])(?:0[1-9]|1[0-2])[0-3]\d)日)"
)
_YEARS = re.compile(r"(?<![\d与比较同])(20[0-3]\d) ?年(?!.{0,2}(?:月|工作要点))")
_UNTIL = re.compile(r"截[至止](?:到|至)? ?(20[0-3]\d) ?年 ?1?\d ?月")
_HEAD = 600  # characters in which a title has a line of its own
_NEXT = re.compile(r"(?<!\d)(20[0-3]\d) ?年[^,。]{0,12}(?:将|继续|进一步|要(?![点求闻素])|工作(?:计划|打算))")


def spelled_years(folded: str) -> str:
    """二〇一二年 as 2012年, in place; also 二○一二 and 二O一二.

    >>> spelled_years("二○一三年一月")
    '2013年一月'
    """
    return _SPELLED.sub(lambda match: "2" + "".join(_DIGITS[sign] for sign in match.groups()), folded)


def year_of(title: str | None, folded: str, published: date | None) -> int | None:
    """The reporting year: the title's, the stated period's, the one named most, the one before publication."""
    stated = (
        _SCHOOL_YEAR.search(title) or _TITLE_YEAR.search(title) or re.search(r"(?<!\d)(20[0-3]\d)", title)
        if title
        else None
    )
    span = _SPAN.search(folded)
    covered = int(span["y2"] or span["y1"]) if span else None
    if stated and (covered is None or not _is_slip(int(stated[1]), covered, title or "", folded)):
        return int(stated[1])
    if covered:
        return covered
    years = [int(year) for year in _YEARS.findall(folded)]
    planned = {int(year) for year in _NEXT.findall(folded)}
    counted = [year for year in years if year not in planned] or years
    if counted:
        return max(set(counted), key=lambda year: (counted.count(year), year))
    ends = _UNTIL.search(folded)
    if ends:
        return int(ends[1])
    return published.year - 1 if published else None


def _is_slip(stated: int, covered: int, title: str, folded: str) -> bool:
    """Whether the year in a title that only a sentence names was left over from the year before: the period and the text say another."""
    heads = [line for line in folded[:_HEAD].split("\n") if title in line and len(line.strip()) <= len(title) + 4]
    named = _YEARS.findall(folded)
    return not heads and covered - stated in (-1, 1) and named.count(str(covered)) > named.count(str(stated))


def era_of(year: int) -> Era:
    if year <= 2013:
        return "narrative"
    if year <= 2018:
        return "statistics"
    return "tables-2019" if year <= 2020 else "tables-2021"


def period_of(folded: str, year: int) -> tuple[Period, list[str]]:
    """The period that the figures cover, and a warning for every date that had to be repaired or that ends it early."""
    warnings = [
        f"lost digits or signs in the date {match[0].strip()!r}: read as {repaired}"
        for match in _LOST.finditer(folded)
        if (repaired := _repaired(match, year)) is not None
    ]
    span = _SPAN.search(folded)
    if span and int(span["y1"]) in (year - 1, year):
        start = _day(int(span["y1"]), int(span["m1"]), int(span["d1"]))
        end = _day(int(span["y2"] or span["y1"]), int(span["m2"]), int(span["d2"]))
        if start and end and start <= end:
            return Period(start, end), warnings
    return Period(date(year, 1, 1), date(year, 12, 31)), warnings


def _repaired(match: re.Match[str], year: int) -> date | str | None:
    if match["bare"]:
        return _day(year, int(match["bare"][:2]), int(match["bare"][2:]))
    if int(match["year"]) not in (year, year + 1):
        return None
    if match["day"] is None and match["sign"] in "日号" and len(match["month"]) == 2:
        return _day(int(match["year"]), int(match["month"][0]), int(match["month"][1]))  # 201011日: 2010年1月1日
    if match["day"] is None:
        return f"{match['year']}-{int(match['month']):02d}"
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
