"""entry.outdated: published as news now, about something a year old.

Asserted where the article itself begins with the day of an event (“2024年3月5日，县政府召开……”) in a column of news; or where the title
of a notice or a piece of news names the day, month or year of something that passes (a holiday, a meeting, a recruitment). The
publication day must have been read on the page and be no day of a migration. History, law, results and figures of past years
are no news.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from storage.records import ColumnFact, Condition, PageFact, PortalFacts
from xuncha.rules.days import china_day, end_of, months_later
from xuncha.rules.freshness import pages_by_url, promising
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown

_EVENT = re.compile(
    r"召开|举行|举办|开展|组织|调研|检查|慰问|参加|出席|主持|部署|启动|开幕|传达|培训|座谈|督导|走访|宣传|签约|开工|揭牌|视察|学习"
)
_HISTORY = re.compile(
    r"回顾|周年|历史|记忆|故事|人物|事迹|纪实|纪念|盘点|综述|案例|以案|曝光|榜样|先进|模范|英雄|烈士|大事记|年鉴|史|缅怀|追忆|档案"
    r"|[判处诉]决|处罚|预算|决算|年报|[〔\[（(]20\d\d"
)
_NO_NEWS = re.compile(r"通报|公告|公示|通告")
_PASSES = re.compile(
    r"放假|春节|国庆|元旦|防汛|汛期|征兵|停水|停电|招聘|报名|高考|中考|会议|启动|举行|召开|开幕|活动|比赛"
)
_RESULT = re.compile(
    r"成绩|结果|名单|录用|拟聘|验收|审计|考核|失效|废止|修订|修改|征求|采购|中标|第.{1,3}批|年度|总结|统计|决算|预算|报告|规划|解读|问答|[《》]"
)
_TITLE_DAY = re.compile(r"(?<!\d)(20\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?!度)")


def entry_outdated(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    pages = pages_by_url(facts)
    days = Counter(page.published_on for page in facts.pages if page.published_on)
    least = max(limits.value("outdated.crowded_day"), limits.value("outdated.crowded_share") * sum(days.values()))
    crowded = {day for day, many in days.items() if many >= least}
    named: set[str] = set()
    for column in promising(facts):
        if column.kind not in ("news", "notice") or column.confidence < limits.value("silence.sure"):
            continue
        for entry in column.entries:
            page = pages.get(entry.url)
            if page is None or page.url in named or page.published_on in crowded or not _is_datable(page, facts):
                continue
            told = _told_on(page, limits) if column.kind == "news" else None
            told = told or _named_in_title(page, limits)
            if told:
                named.add(page.url)
                yield _condition(page, column, told, limits)


def _is_datable(page: PageFact, facts: PortalFacts) -> bool:
    """Its publication day was read on the page, and it is no history."""
    if not is_shown(page) or page.published_source not in ("shown", "meta") or page.published_on is None:
        return False
    return page.published_on <= china_day(facts.as_of) and not _HISTORY.search(page.title or "")


def _told_on(page: PageFact, limits: RuleSet) -> date | None:
    """The day of the event that the text begins with, where it is so long before the publication that it is no news."""
    if not _EVENT.search(str(page.meta.get("told_text") or "")) or _NO_NEWS.search(page.title or ""):
        return None
    try:
        told = date.fromisoformat(str(page.meta.get("told_on")))
    except ValueError:
        return None
    return told if _is_old(told, page, limits) else None


def _named_in_title(page: PageFact, limits: RuleSet) -> date | None:
    """The last day of the day, month or year that the title names, if what it is about passes."""
    title = page.title or ""
    match = _TITLE_DAY.search(title)
    if match is None or not _PASSES.search(title) or _RESULT.search(title):
        return None
    year, month = int(match[1]), int(match[2] or 12)
    try:
        first = date(year, month, int(match[3] or 1))
    except ValueError:
        return None
    told = first if match[3] else months_later(first, 1) - timedelta(days=1)
    return told if _is_old(told, page, limits) else None


def _is_old(told: date, page: PageFact, limits: RuleSet) -> bool:
    assert page.published_on is not None
    days = (page.published_on - told).days
    return limits.value("outdated.days") <= days <= limits.value("outdated.most_days")


def _condition(page: PageFact, column: ColumnFact, told: date, limits: RuleSet) -> Condition:
    assert page.published_on is not None
    evidence = {
        "title": page.title,
        "column": column.name,
        "published_on": page.published_on.isoformat(),
        "date_source": page.published_source,
        "told_on": told.isoformat(),
        "told_text": page.meta.get("told_text"),
        "days": (page.published_on - told).days,
        "limit_days": int(limits.value("outdated.days")),
        "rule_set": limits.name,
    }
    return Condition("entry.outdated", page.url, "info", end_of(page.published_on), evidence)
