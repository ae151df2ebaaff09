"""The fourth batch of troubles of whole sites: suspended, behind a wall, out of order; and what only looks so."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.bench_portals_counties_fourth import planted, small
from benchmarks.bench_portals_hijacks_fourth import WHOLE_CASES
from benchmarks.bench_portals_model import Answer, Portal, Style
from benchmarks.bench_portals_reports_fourth import REPORT_CASES


def _only(portal: Portal, answer: Answer) -> Portal:
    """One answer in place of the whole portal."""
    portal.columns, portal.menu, portal.pages = [], [], {"/": lambda _: answer}
    portal.unclear.add("tags.missing")  # such a page has none, and nobody asks it for them
    return portal


def rebuilding(style: Style, seed: str, start: date) -> Portal:
    portal = small(style, seed, start)
    body = '<html><head><title>{0}</title></head><body style="text-align:center"><img src="/1.png"><h2>{0}网站改版升级中</h2><p>为进一步提升服务水平，我站正在进行改版升级，预计近期恢复访问，敬请期待。</p></body></html>'
    return planted(_only(portal, Answer(body.format(portal.site_name))), "site.suspended")


def gone_over(style: Style, seed: str, start: date) -> Portal:
    portal = small(style, seed, start)
    body = '<html><head><title>网站迁移公告</title></head><body><p>因机构改革，本站已于近日并入市政府门户网站集约化平台，原网址不再使用。新网址：<a href="http://www.greatcity.gov.cn/xian/">www.greatcity.gov.cn</a></p></body></html>'
    return planted(_only(portal, Answer(body)), "site.suspended")


def jumps_away(style: Style, seed: str, start: date) -> Portal:
    body = '<html><head><script>window.location.replace("http://www.newcounty.gov.cn/");</script></head><body></body></html>'
    return planted(_only(small(style, seed, start), Answer(body)), "site.suspended")


def stopped_banner(style: Style, seed: str, start: date) -> Portal:
    """Plain words about the site itself above lists that still stand there."""
    portal = small(style, seed, start)
    for column in portal.columns:
        column.items = [one for one in column.items if one.day < start - timedelta(days=40)]
    portal.hidden = '<div class="tzgg-top"><h3>公告</h3><p>本网站已停止更新，不再发布信息，请访问新网站：<a href="http://www.newcounty.gov.cn/">http://www.newcounty.gov.cn/</a></p></div>'
    return planted(portal, "site.suspended")


def inner_home(style: Style, seed: str, start: date, script: bool = False) -> Portal:
    """The root sends every visitor to the true home page on the same host: no move."""
    portal = small(style, seed, start)
    to = Answer("<html><head><meta http-equiv='refresh' content='0; url=/portal/index.html'></head></html>") if script else Answer("", 302, {"location": "/portal/index.html"})  # fmt: skip
    portal.pages |= {"/": lambda _: to, "/portal/index.html": lambda today: Answer(style.home(portal, today))}
    return portal


def inner_home_by_page(style: Style, seed: str, start: date) -> Portal:
    return inner_home(style, seed, start, script=True)


def news_of_moves(style: Style, seed: str, start: date) -> Portal:
    """Notices about an office that moves, a hotline that pauses, a renamed account: nothing of the site itself."""
    portal = small(style, seed, start)
    notice = next(one for one in portal.columns if one.kind == "notice")
    for number, title in enumerate(("县不动产登记中心搬迁公告", "关于12345热线系统升级暂停服务的公告", "关于“县发布”微博账号停止更新的公告")):  # fmt: skip
        portal.post(notice, start - timedelta(days=1 + number), title=title)
    return portal


def walled_202(style: Style, seed: str, start: date) -> Portal:
    body = '<!DOCTYPE html><html><head><meta content="x"/><script r="m">$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.cd="qEyxcaE";</script><script src="/8fK2/a9.js" r="m"></script></head><body></body></html>'
    return planted(_only(small(style, seed, start), Answer(body, 202, {"set-cookie": "FSSBBIl1UgzbN7N80T=60x"})), "site.blocked")  # fmt: skip


def walled_403(style: Style, seed: str, start: date) -> Portal:
    body = '<html><head><title>网站防火墙</title></head><body><p>您的请求带有不合法的参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p><a href="http://www.safedog.cn/">网站安全狗</a></body></html>'
    return planted(_only(small(style, seed, start), Answer(body, 403, {"server": "safedog"})), "site.blocked")


def walled_later(style: Style, seed: str, start: date) -> Portal:
    """Open on the first patrol, behind a wall on the second: what the lists say then is not known."""
    portal = small(style, seed, start)
    second = portal.moments[1]
    wall = Answer("<html><script>document.cookie='__jsl_clearance_s='+Math.random();location.reload()</script></html>", 521, {"set-cookie": "__jsluid_s=77aa", "x-via-jsl": "8a1"})  # fmt: skip
    portal.pages["/"] = lambda today: wall if today >= second else None
    portal.unclear |= {"column.stale", "columns.stale_many", "site.home_stale"}
    return planted(portal, "site.blocked", at=1)


def _tls(style: Style, seed: str, start: date, reason: str) -> Portal:
    return planted(_only(small(style, seed, start), Answer(reason, 0)), "site.tls")


def tls_expired(style: Style, seed: str, start: date) -> Portal:
    return _tls(style, seed, start, "tls:certificate has expired")


def tls_old(style: Style, seed: str, start: date) -> Portal:
    return _tls(style, seed, start, "tls_obsolete:TLSv1.1")


def tls_renewed(style: Style, seed: str, start: date) -> Portal:
    """Expired on the first patrol, mended before the second."""
    portal = small(style, seed, start)
    portal.pages["/"] = lambda today: Answer("tls:certificate has expired", 0) if today < portal.moments[1] else None
    portal.plant("site.tls", since=start, until=portal.moments[1] - timedelta(days=1))
    portal.unclear.add("tags.missing")  # nothing was seen on the first
    return portal


def _down(style: Style, seed: str, start: date, answer: Answer, back: bool = False) -> Portal:
    """Down on the second patrol, and on a third the day after unless it is `back`."""
    portal = small(style, seed, start)
    second = portal.moments[1]
    third = second + timedelta(days=1)
    portal.moments, portal.judged = [start, second, third], []
    portal.pages["/"] = lambda today: answer if today == second or (today > second and not back) else None
    portal.plant("site.unreachable", since=second, until=second if back else date.max)
    portal.unclear |= {"column.stale", "site.home_stale", "link.dead"}
    return portal


def bad_gateway(style: Style, seed: str, start: date) -> Portal:
    return _down(style, seed, start, Answer("<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>", 502))  # fmt: skip


def no_answer(style: Style, seed: str, start: date) -> Portal:
    return _down(style, seed, start, Answer("timeout", 0))


def hiccup(style: Style, seed: str, start: date) -> Portal:
    """One failing patrol is a warning that the next one takes back."""
    return _down(style, seed, start, Answer("timeout", 0), back=True)


def _week(style: Style, seed: str, start: date, looks: int, failed: int) -> Portal:
    portal = small(style, seed, start)
    portal.probes, portal.judged = (looks, failed), []
    return planted(portal, "site.unreachable", at=1) if failed / looks >= 0.03 else portal


def slow_week(style: Style, seed: str, start: date) -> Portal:
    return _week(style, seed, start, 196, 14)


def doubtful_week(style: Style, seed: str, start: date) -> Portal:
    return _week(style, seed, start, 150, 6)


def fair_week(style: Style, seed: str, start: date) -> Portal:
    return _week(style, seed, start, 210, 5)


def _broken(style: Style, seed: str, start: date, at: int, until: int | None) -> Portal:
    """Our own patrol breaks off; the next whole one closes the finding."""
    portal = small(style, seed, start)
    portal.moments.append(portal.moments[1] + timedelta(days=3))
    portal.judged, portal.patrol_fails = [], portal.moments[at]
    last = date.max if until is None else portal.moments[until] - timedelta(days=1)
    portal.plant("crawler.failed", since=portal.moments[at], until=last)
    return portal


def broken_first(style: Style, seed: str, start: date) -> Portal:
    return _broken(style, seed, start, 0, 1)


def broken_between(style: Style, seed: str, start: date) -> Portal:
    return _broken(style, seed, start, 1, 2)


def broken_last(style: Style, seed: str, start: date) -> Portal:
    return _broken(style, seed, start, 2, None)


def fourth_cases() -> tuple[Callable[[Style, str, date], Portal], ...]:
    return (
        rebuilding, gone_over, jumps_away, stopped_banner, inner_home, inner_home_by_page, news_of_moves, walled_202, walled_403, walled_later,
        tls_expired, tls_old, tls_renewed, bad_gateway, no_answer, hiccup, slow_week, doubtful_week, fair_week, broken_first, broken_between, broken_last,
        *WHOLE_CASES, *REPORT_CASES,
    )  # fmt: skip
