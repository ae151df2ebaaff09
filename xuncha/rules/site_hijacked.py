"""site.hijacked: a look-alike, or a lapsed domain that somebody else took.

Two signs, each enough: a hidden block of the page links to many hosts that have nothing to do with a portal (hidden blocks alone
are everywhere: menus, font sizes); or the codes at its foot name different provinces. Links to authorities, schools, the press
and to services that portals use are no sign; nor is a filing that names no province.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from storage.records import Condition, PageFact, PortalFacts, Severity
from xuncha.rules.limits import RuleSet
from xuncha.rules.page_undated import is_shown
from xuncha.rules.patrols import front_page
from xuncha.rules.regions import province_of_name, province_of_site_code, provinces_on

_RELATED = re.compile(
    r"(?:\.|^)(?:gov\.cn|edu\.cn|ac\.cn|mil\.cn|政务|公益|政务\.cn|公益\.cn|conac\.cn|12377\.cn|12371\.cn|12388\.cn|people\.(?:com\.)?cn"
    r"|people\.com|xinhuanet\.com|news\.cn|cctv\.(?:com|cn)|cnr\.cn|gmw\.cn|china\.com\.cn|chinadaily\.com\.cn|chinanews\.com(?:\.cn)?"
    r"|youth\.cn|huanqiu\.com|ce\.cn|cri\.cn|qstheory\.cn|legaldaily\.com\.cn|chinacourt\.org|weibo\.(?:com|cn)|qq\.com|sina\.com(?:\.cn)?"
    r"|163\.com|sohu\.com|ifeng\.com|baidu\.com|bshare\.cn|jiathis\.com|bdimg\.com|cnzz\.com|51\.la|xuexi\.cn|icbc\.com\.cn"
    r"|abchina\.com|ccb\.com|boc\.cn|bankcomm\.com|psbc\.com|chinamobile\.com|10086\.cn|189\.cn|10010\.com|wenming\.cn)$"
)
_CODES = ("site_code", "icp", "police")
_RESERVED = frozenset({"test", "example", "invalid", "localhost", "local", "internal"})
_OFFICE_ELSEWHERE = "驻"  # 河南省人民政府驻北京办事处: its filing may well be Beijing's


def site_hijacked(facts: PortalFacts, limits: RuleSet) -> Iterable[Condition]:
    home = front_page(facts)
    if home is None or not is_shown(home):
        return
    page, hosts = _hidden_block(facts, limits)
    codes = _disagreeing(_with_frames(home, facts), facts.portal.home_url)
    if not hosts and not codes:
        return
    evidence: dict[str, Any] = {
        "hidden_page": page.url if page else None,
        "hidden_hosts": hosts,
        "hidden_count": len(hosts),
        "codes": codes,
        "site_name": home.meta.get("site_name"),
        "rule_set": limits.name,
        "source": limits.number("hijacked.hidden_hosts").source,
    }
    severity: Severity = "critical" if hosts else "warning"
    since = (page or home).shown_since or (page or home).first_seen_at
    yield Condition("site.hijacked", facts.portal.home_url, severity, since, evidence)


def _with_frames(home: PageFact, facts: PortalFacts) -> PageFact:
    """The home page with the codes at the foot of the pages that it shows in frames, where it has none itself."""
    framed = {
        target.url
        for target in facts.targets
        for one in target.sources
        if one.kind == "frame" and one.page_url == home.url
    }
    codes = {
        name: page.meta[name]
        for page in facts.pages
        if page.url in framed and is_shown(page)
        for name in _CODES
        if page.meta.get(name) and not home.meta.get(name)
    }
    return replace(home, meta={**home.meta, **codes}) if codes else home


def _hidden_block(facts: PortalFacts, limits: RuleSet) -> tuple[PageFact | None, list[str]]:
    """The page whose hidden blocks lead to the most unrelated hosts, if those are many and the greater part."""
    most: tuple[PageFact | None, list[str]] = None, []
    for page in facts.pages if facts.home in facts.pages else (*facts.pages, *filter(None, [facts.home])):
        hidden = page.meta.get("hidden_hosts") or ()
        if not hidden or not is_shown(page):
            continue
        unrelated = [host for host in hidden if not _RELATED.search(host.lower())]
        many = len(unrelated) >= limits.value("hijacked.hidden_hosts")
        if many and len(unrelated) >= limits.value("hijacked.hidden_share") * len(hidden) > 0:
            most = max(most, (page, unrelated), key=lambda one: len(one[1]))
    return most


def _disagreeing(home: PageFact, home_url: str) -> list[dict[str, str]]:
    """The codes of the home page with what each says; [] where they agree or are too few."""
    name = str(home.meta.get("site_name") or "")
    said = [
        {"what": what, "written": written, "says": province.name}
        for what, (written, province) in provinces_on(home.meta).items()
    ]
    tag = str(home.meta.get("SiteIDCode") or "")
    for what, written, province in (
        ("SiteIDCode", tag, province_of_site_code(tag)),
        ("name", name, province_of_name(name)),
    ):
        if province:
            said.append({"what": what, "written": written, "says": province.name})
    if len({one["says"] for one in said}) > 1 and _OFFICE_ELSEWHERE not in name:
        return said
    return _foreign_host(home, home_url)


def _foreign_host(home: PageFact, home_url: str) -> list[dict[str, str]]:
    """SiteDomain names a .gov.cn host and the page stands on one that is none: a copy of that portal."""
    own = (urlsplit(home_url).hostname or "").lower()
    named = re.findall(r"[\w.-]+\.gov\.cn", str(home.meta.get("SiteDomain") or "").lower())
    if not named or own.endswith(".gov.cn") or _says_nothing(own):
        return []
    return [
        {"what": "SiteDomain", "written": named[0], "says": named[0]},
        {"what": "host", "written": own, "says": own},
    ]


def _says_nothing(host: str) -> bool:
    """An address, or a name that is nobody's on the open net (RFC 6761)."""
    if "." not in host or host.rpartition(".")[2] in _RESERVED:
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
