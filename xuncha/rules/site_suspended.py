"""site.suspended: the portal says that it is closed, being rebuilt, or has moved; a move names the new host.

Where the notice stands in place of the portal (`whole`), the verdict is `suspended`: nothing else can be told. Where the home
page still has its lists, only plain words about the website itself, outside of links, count: news about another site's
closing is a link, and a night of maintenance is no suspension.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from storage.records import Condition, PageFact, PortalFacts, Severity
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown
from xuncha.rules.patrols import shown_visit

_SITE = r"(?:网站|网页|站点|本站|门户|原网址|[本我].{0,6}网)"
_MOVED = (
    r"(?:迁移|搬迁|切换|归并|合并|整合)(?:至|到|入|进)|(?:并|迁|归|融)入[^，。；\n]{0,20}(?:平台|网站|门户|站群|集约)|纳入[^，。；\n]{0,20}(?:集约|站群|门户网站)|已?迁[至到往]|启用新(?:网址|域名|网站)"
    r"|新(?:网址|域名|地址)(?:为|是|[:：])|域名(?:已)?(?:变更|更换|调整)为|已(?:整体|全部)?(?:迁移|搬家)(?=[\s，。；！!)）]|$)"
)
_CLOSED = r"关停|停止(?:运行|服务|访问|更新|使用|维护|运维|运营|发布)|永久关闭|(?:已|将|正式|予以|日起)(?:经)?(?:正式)?(?:关闭|下线|停用|注销)|不再(?:更新|维护|运行|使用|发布(?:任何|新的?|有关)?(?:信息|内容|新闻)?)(?=[\s，。；！!)）]|$)|暂停(?:服务|访问|运行)"
_REBUILT = r"(?:升级|改版|维护|建设|改造|整改|调试)(?:之)?中|(?:正在|正进行|进行|全面)(?:系统)?(?:升级|改版|维护|建设|改造|整改)|升级改版|改版升级|升级维护"
_KINDS = (("moved", re.compile(_MOVED)), ("closed", re.compile(_CLOSED)), ("rebuilt", re.compile(_REBUILT)))
_OWN = r"(?:[本我][\u4e00-\u9fff]{0,6}?(?:网站|站点|网(?![讯络格民友消记综])|站)|原网址)"
_PLAIN = re.compile(rf"{_OWN}[^。！\n]{{0,30}}?(?:{_MOVED}|{_CLOSED})")
_ANOTHER = re.compile(r"旧版|老版|测试|备份")
_NOT_THE_SITE = re.compile(_ANOTHER.pattern + r"|短时|凌晨|期间|\d+[时点]")
_SENTENCE = re.compile(r"[^。！!\n]+")
_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+(?:gov\.cn|cn|com|net|org))", re.I | re.A)
_ALIAS = re.compile(r"^(?:www|m|wap|3g)\.")
_HOPS = 5
_NOTICE = 200  # characters


def site_suspended(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    found = _moved_away(facts) or _notice(facts, limits)
    if found:
        page, evidence = found
        severity: Severity = "critical" if evidence["whole"] else "warning"
        since = page.shown_since or page.first_seen_at
        yield Condition("site.suspended", facts.portal.home_url, severity, since, {**evidence, "rule_set": limits.name})


def is_suspended(facts: PortalFacts, limits: RuleSet) -> bool:
    """A notice, or a redirect to another host, stands in place of the portal: what is not there says nothing more."""
    return any(condition.evidence["whole"] for condition in site_suspended(facts, limits))


def _moved_away(facts: PortalFacts) -> tuple[PageFact, dict[str, Any]] | None:
    """The home page sends its visitors to another host."""
    pages = {page.url: page for page in facts.pages}
    page = pages.get(facts.portal.home_url, facts.home)
    for _ in range(_HOPS):
        target = _sent_to(page) if page else None
        if page is None or target is None:
            return None
        if _site(target) != _site(facts.portal.home_url):
            host = urlsplit(target).netloc
            return page, {"kind": "moved", "whole": True, "notice": None, "moved_to": target, "host": host}
        page = pages.get(target)
    return None


def _sent_to(page: PageFact) -> str | None:
    newest = shown_visit(page)
    if newest and newest.outcome == "redirect":
        return newest.location
    moved = page.meta.get("moved_to")
    return str(moved) if moved and is_shown(page) else None


def _site(url: str) -> tuple[str, int | None]:
    parts = urlsplit(url)
    return _ALIAS.sub("", (parts.hostname or "").lower()), None if parts.port in (80, 443) else parts.port


def _notice(facts: PortalFacts, limits: RuleSet) -> tuple[PageFact, dict[str, Any]] | None:
    home = facts.home
    if home is None or not _is_there(home):
        return None
    whole = _stands_alone(facts, home, limits)
    words = f"{home.title or ''}\n{home.meta.get('own_words') or ''}"
    for sentence, kind in _sentences(words, whole):
        host = _HOST.search(words) if whole else _HOST.search(sentence)
        own = urlsplit(facts.portal.home_url).hostname
        elsewhere = host[1] if host and host[1].lower() != own and kind == "moved" else None
        return home, {"kind": kind, "whole": whole, "notice": sentence, "moved_to": elsewhere, "host": elsewhere}
    return None


def _is_there(home: PageFact) -> bool:
    visit = shown_visit(home)
    return visit is not None and visit.outcome in ("ok", "not_modified")


def _stands_alone(facts: PortalFacts, home: PageFact, limits: RuleSet) -> bool:
    entries = next(
        (len(c.entries) if c.entries_found is None else c.entries_found for c in facts.columns if c.url == home.url), 0
    )
    short = home.meta.get("words_total", 0) <= limits.value("suspended.words")
    return short and entries < limits.value("suspended.entries")


def _sentences(words: str, whole: bool) -> Iterator[tuple[str, str]]:
    """Sentences that say so, with the kind of what they say."""
    says = _says_alone if whole else _says_beside_lists
    for match in _SENTENCE.finditer(words):
        sentence = match[0].strip()
        kind = next((kind for kind, pattern in _KINDS if pattern.search(sentence)), None)
        if kind and says(sentence, words):
            yield sentence[:_NOTICE], kind


def _says_alone(sentence: str, words: str) -> bool:
    about_it = re.search(_SITE + "|系统|平台|页面", sentence) is not None
    return (about_it or len(words) <= _NOTICE) and not _ANOTHER.search(sentence)


def _says_beside_lists(sentence: str, words: str) -> bool:
    return _PLAIN.search(sentence) is not None and not _NOT_THE_SITE.search(sentence)
