"""entry.off_region: padding. A local column filled with news of other provinces.

Told by titles that begin with a place of another province, in a column of news that does not promise such news. The portal's
own province is known from its codes; where it is not, the province named most may be it, and is left out. Visits, partnerships and lessons from elsewhere are local news.
"""

import re
from collections import Counter
from collections.abc import Iterable

from storage.records import ColumnFact, Condition, PortalFacts
from xuncha.rules.freshness import promising
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown
from xuncha.rules.patrols import front_page
from xuncha.rules.regions import Province, first_place, province_of_name, provinces_on

_PROMISES_OTHERS = re.compile(
    r"国内|国际|国家|全国|外地|外省|省外|他山|各地|行业|兄弟|媒体|转载|借鉴|交流|经验|视野|天下|域外|旅游|招商|上级"
)
_LOCAL = re.compile(
    r"[我本]([县市区省局州委镇乡]|院|单位)|赴|来访|考察|来.{0,6}[县市区]|对口|协作|支援|帮扶|援助|招商|推介|学习|交流|合作|签约|参展|展会|博览|务工|返乡|直飞|直达|高铁|航线"
)


def entry_off_region(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    known = own_province(facts)
    for column in promising(facts):
        if column.kind != "news" or column.confidence < limits.value("silence.sure"):
            continue
        if _PROMISES_OTHERS.search(column.name):
            continue
        found = _elsewhere(column, known or _named_most(column))
        least = limits.value("off_region.provinces" if known else "off_region.provinces_unknown")
        if _is_padded(found, column, least, limits):
            yield _condition(found, column, known, limits)


def own_province(facts: PortalFacts) -> Province | None:
    """The province that the home page's codes and its name agree on; None where they say nothing, or differ."""
    home = front_page(facts)
    if home is None or not is_shown(home):
        return None
    said = {province for _, province in provinces_on(home.meta).values()}
    named = province_of_name(str(home.meta.get("site_name") or ""))
    said |= {named} if named else set()
    return said.pop() if len(said) == 1 else None


def _named_most(column: ColumnFact) -> Province | None:
    places = Counter(place[1] for entry in column.entries if (place := first_place(entry.title)))
    return places.most_common(1)[0][0] if places else None


def _elsewhere(column: ColumnFact, own: Province | None) -> list[tuple[str, str, Province]]:
    """Title, place and province of the entries that are about another province, the newest first."""
    found = []
    for entry in column.entries:
        place = first_place(entry.title)
        if place and place[1] != own and not (own and own.name in entry.title) and not _LOCAL.search(entry.title):
            found.append((entry.title, *place))
    return found


def _is_padded(found: list[tuple[str, str, Province]], column: ColumnFact, least: float, limits: RuleSet) -> bool:
    enough = len(found) >= limits.value("off_region.entries")
    provinces = len({province for _, _, province in found})
    share = len(found) / len(column.entries) if column.entries else 0.0
    return enough and provinces >= least and share >= limits.value("off_region.share")


def _condition(
    found: list[tuple[str, str, Province]], column: ColumnFact, own: Province | None, limits: RuleSet
) -> Condition:
    evidence = {
        "column": column.name,
        "province": own.name if own else None,
        "elsewhere": len(found),
        "entries": len(column.entries),
        "share": round(len(found) / len(column.entries), 4),
        "provinces": sorted({province.name for _, _, province in found}),
        "sample": [
            {"title": title, "place": place, "province": province.name}
            for title, place, province in found[: int(limits.value("pages.sample"))]
        ],
        "rule_set": limits.name,
        "source": limits.number("off_region.share").source,
    }
    return Condition("entry.off_region", column.url, "warning", column.first_seen_at, evidence)
