"""The third batch of troubles of whole sites and of annual reports, and those that only look so."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.bench_portals_counties import county
from benchmarks.bench_portals_model import Answer, Portal, Style
from benchmarks.bench_portals_reports import Report
from benchmarks.bench_portals_sites import _alone, _path, _remade, _reporting, _small


def paused(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    _alone(portal, "暂停服务公告", "<p>因机房搬迁，本网站自即日起暂停服务，恢复时间另行通知。</p>")
    portal.plant("site.suspended", since=start)
    return portal


def moved_by_answer(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu, portal.pages = (
        [],
        [],
        {"/": lambda _: Answer("", 301, {"location": "http://www.otherplace.gov.cn/xj/"})},
    )
    portal.plant("site.suspended", since=start)
    return portal


def will_be_mended(style: Style, seed: str, start: date) -> Portal:
    """A living portal with a window that announces a night of maintenance."""
    portal = _small(style, seed, start)
    portal.hidden = '<div class="pop"><h4>温馨提示</h4><p>因系统升级，本网站将于周六凌晨1点至3点暂停访问，给您带来不便敬请谅解。</p><a>关闭</a></div>'
    return portal


def _gambling(style: Style, seed: str, start: date, before: str, after: str) -> Portal:
    portal = _small(style, seed, start)
    links = "".join(f'<a href="https://www.{name}/">{name}</a> ' for name in ("js55008.cc", "vns6626.com", "amdc-vip.net", "hg0088x.top", "pj8810.com", "bmw-sport7.com", "kk-lottery.xyz", "365tybet.cc", "ttqp99.com", "mh-slots.vip"))  # fmt: skip
    portal.hidden = f"{before}{links}{after}"
    portal.plant("site.hijacked", since=start)
    return portal


def stolen_by_indent(style: Style, seed: str, start: date) -> Portal:
    return _gambling(style, seed, start, '<div style="text-indent:-9999px;white-space:nowrap">', "</div>")


def stolen_by_clip(style: Style, seed: str, start: date) -> Portal:
    return _gambling(style, seed, start, '<div style="position:absolute;clip:rect(0,0,0,0)">', "</div>")


def stolen_by_sight(style: Style, seed: str, start: date) -> Portal:
    return _gambling(style, seed, start, '<div style="visibility:hidden;height:1px">', "</div>")


def media_links(style: Style, seed: str, start: date) -> Portal:
    """A folded list of well-known media: no hijack."""
    portal = _small(style, seed, start)
    media = (("sina.com.cn", "新浪网"), ("sohu.com", "搜狐"), ("163.com", "网易"), ("qq.com", "腾讯网"), ("ifeng.com", "凤凰网"), ("thepaper.cn", "澎湃新闻"), ("huanqiu.com", "环球网"), ("caixin.com", "财新网"), ("china.com", "中华网"), ("jrj.com.cn", "金融界"), ("yicai.com", "第一财经"))  # fmt: skip
    links = "".join(f'<li><a href="http://www.{host}/">{name}</a></li>' for host, name in media)
    portal.hidden = f'<div class="yqlj"><span>媒体网站</span><ul style="display:none">{links}</ul></div>'
    return portal


def other_police(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    letter, code = ("粤", "44010") if portal.words.place.letter != "粤" else ("黑", "23010")
    portal.icp, portal.police = f"{letter}ICP备18099123号-2", f"{letter}公网安备 {code}302000123号"
    portal.plant("site.hijacked", since=start)
    return portal


def challenged(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    body = "<html><script>document.cookie='__test=c3f1;path=/';location.href='/?i=1';</script><noscript>请开启JavaScript和Cookie后访问</noscript></html>"
    portal.columns, portal.menu, portal.pages = [], [], {"/": lambda _: Answer(body, 403, {"server": "waf"})}
    portal.plant("site.blocked", since=start)
    return portal


def _no_answer(style: Style, seed: str, start: date, reason: str, code: str) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu, portal.pages = [], [], {"/": lambda _: Answer(reason, 0)}
    portal.plant(code, since=start)
    return portal


def wrong_host(style: Style, seed: str, start: date) -> Portal:
    return _no_answer(style, seed, start, "tls:wrong_host", "site.tls")


def own_certificate(style: Style, seed: str, start: date) -> Portal:
    return _no_answer(style, seed, start, "tls:self_signed", "site.tls")


def no_name(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    last = portal.moments[1]
    portal.pages["/"] = lambda today: Answer("dns", 0) if today >= last else None
    portal.moments.append(last + timedelta(days=1))
    portal.judged = []
    portal.plant("site.unreachable", since=last)
    portal.unclear |= {"column.stale", "site.home_stale", "link.dead"}
    return portal


def slow_by_a_hair(style: Style, seed: str, start: date) -> Portal:
    """9 of 180 looks: five in a hundred, and that is enough."""
    portal = _small(style, seed, start)
    portal.probes, portal.judged = (180, 9), []
    portal.plant("site.unreachable", since=portal.moments[-1])
    return portal


def quick_by_a_hair(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.probes, portal.judged = (168, 5), []
    return portal


def twice_broken(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.patrol_fails = portal.moments[-1]
    portal.plant("crawler.failed", since=portal.moments[-1])
    return portal


def without_applications(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.menu = [one for one in portal.menu if one[0] != "依申请公开"]
    portal.pages = {path: page for path, page in portal.pages.items() if path != "/about/ysqgk.html"}
    portal.plant("column.missing", "依申请公开", since=start)
    return portal


def department_late(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start)
    portal.organ = "department"
    items[-1].day = date(start.year, 2, 1)
    portal.plant("report.late", _path(portal, -1), since=start)
    return portal


def report_before(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start)
    items[-1].day = date(start.year - 1, 12, 31)
    portal.plant("report.early", _path(portal, -1), since=start)
    return portal


def report_less(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=1)
    _remade(portal, items, slip=-1)
    portal.plant("report.inconsistent", _path(portal, -1), since=start)
    return portal


def report_hole(style: Style, seed: str, start: date) -> Portal:
    """A year in the middle has no report, and neither has the last."""
    portal, _ = _reporting(style, seed, start, last=start.year - 2)
    portal.plant("report.missing", f"/#{start.year - 1}", since=start)
    return portal


def figure_changed(style: Style, seed: str, start: date) -> Portal:
    """One figure of a published report becomes another."""
    portal, items = _reporting(style, seed, start, years=1)
    column, item, later = portal.columns[-1], items[-1], portal.moments[1]
    before, figures = str(item.body), Report.of(items[-1].day.year - 1, None, portal.words.rng)
    text = [portal.words.sentence() for _ in range(9)]
    before = figures.markup(portal.words, text)
    figures.made = (figures.made[0] + 7, figures.made[1], figures.made[2] + 7)
    after = figures.markup(portal.words, text)

    def shown(today: date) -> Answer:
        item.body = after if today >= later else before
        return Answer(style.article(portal, column, item))

    portal.pages[portal.path_of(column, item)] = shown
    portal.plant("report.changed", portal.path_of(column, item), since=later)
    return portal


def nearly_copied(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=2)
    text = [portal.words.sentence() + portal.words.sentence() for _ in range(14)]
    before = None
    for item in items:
        before = Report.of(item.day.year - 1, before, portal.words.rng)
        item.body = before.markup(portal.words, [portal.words.sentence(), *text[1:]])
    portal.plant("report.copied", _path(portal, -1), since=start)
    return portal


def pictured(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=1)
    _remade(portal, items, pictures=True)
    portal.plant("report.unreadable", _path(portal, -1), since=start)
    return portal


def quiet_home(style: Style, seed: str, start: date) -> Portal:
    """The home page falls silent between two patrols; columns that it does not show live on."""
    portal = county(style, seed, start, fates=False)
    portal.moments = [start + timedelta(days=days) for days in (0, 14, 15)]
    portal.judged = [start + timedelta(days=16)]
    for column in portal.columns:
        if column.on_home:
            column.items = [one for one in column.items if one.day <= start]
    portal.post(portal.columns[0], start)
    return portal


def third_cases() -> tuple[Callable[[Style, str, date], Portal], ...]:
    return (
        paused, moved_by_answer, will_be_mended, stolen_by_indent, stolen_by_clip, stolen_by_sight, media_links, other_police, challenged, wrong_host,
        own_certificate, no_name, slow_by_a_hair, quick_by_a_hair, twice_broken, without_applications, department_late, report_before, report_less,
        report_hole, figure_changed, nearly_copied, pictured, quiet_home,
    )  # fmt: skip
