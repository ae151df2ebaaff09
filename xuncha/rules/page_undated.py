"""page.undated: articles and reports that show no publication date.

Up to twenty are named one by one, so that somebody can repair them. More than that is one fault of the template: one
finding for the portal, with the share and a sample.
"""

import re
from collections.abc import Iterable

from storage.records import Condition, PageFact, PortalFacts
from xuncha.rules.limits import RuleSet
from xuncha.rules.patrols import is_soft_404, shown_visit

_DATED_KINDS = frozenset({"article", "report"})
# Pages that stand for years: the organ, its people, its guides, its website. As a whole title, not within one.
_DESCRIPTION = re.compile(
    r"^.{0,12}(?:简介|概况|章程|联系我们|联系方式|关于我们|网站声明|版权声明|隐私(?:声明|政策)|网站地图|使用帮助|机构职能|主要职责|工作职责"
    r"|机构设置|组织(?:机构|架构)|(?:内设|直属|下属)(?:机构|科室|单位)|职能配置|部门职责|领导(?:简介|介绍|分工|之窗|信息|班子|成员|名单)?|班子成员"
    r"|[省市州县区]情|行政区划|历史沿革|自然地理|办公(?:地址|时间)|交通路线|常见问题|(?:政府)?信息公开(?:指南|目录|制度)|依申请公开(?:指南)?|.{2,12}(?:指南|须知|流程图?))$"
)


def is_shown(page: PageFact) -> bool:
    """The page was there when it was reached last, and was no page-not-found (those are page.soft_404)."""
    visit = shown_visit(page)
    if visit is None:  # it was never reached, or so long ago that only what it showed is known
        return page.shown_since is not None
    return visit.outcome in ("ok", "not_modified") and not is_soft_404(visit)


def is_script_filled(page: PageFact) -> bool:
    return bool(page.meta.get("script_filled") or page.meta.get("is_script_filled"))


def page_undated(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    texts = [page for page in facts.pages if _owes_a_date(page)]
    undated = [page for page in texts if page.published_on is None and not is_script_filled(page)]
    if len(undated) > limits.value("pages.group_undated"):
        return [_grouped(facts, undated, len(texts), limits)]
    return [_single(page, limits) for page in undated]


def _owes_a_date(page: PageFact) -> bool:
    """An article or a report that a visitor can read. What describes the organ itself, as 联系我们, is no news."""
    if page.kind not in _DATED_KINDS or not is_shown(page) or not page.text_length:
        return False
    return _DESCRIPTION.search(page.title or "") is None


def _single(page: PageFact, limits: RuleSet) -> Condition:
    evidence = {"title": page.title, "kind": page.kind, "rule_set": limits.name}
    return Condition("page.undated", page.url, "info", page.first_seen_at, evidence)


def _grouped(facts: PortalFacts, undated: list[PageFact], texts: int, limits: RuleSet) -> Condition:
    sample = undated[: int(limits.value("pages.sample"))]
    evidence = {
        "undated": len(undated),
        "pages": texts,
        "share": round(len(undated) / texts, 4),
        "sample": [{"url": page.url, "title": page.title} for page in sample],
        "rule_set": limits.name,
    }
    since = min(page.first_seen_at for page in undated)
    return Condition("page.undated", facts.portal.home_url, "warning", since, evidence)
