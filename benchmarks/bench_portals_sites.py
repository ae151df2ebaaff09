"""Portals with one trouble of the whole site, or of their annual reports; and those that only look so."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from benchmarks.bench_portals_counties import county, reports
from benchmarks.bench_portals_model import Answer, Portal, Style
from benchmarks.bench_portals_reports import Report

Case = Callable[[Style, str, date], Portal]
_FEW = {"news": 2, "notice": 1, "policy": 1}


def _small(style: Style, seed: str, start: date) -> Portal:
    portal = county(style, seed, start, fates=False, columns=_FEW)
    portal.moments = portal.moments[:2]
    portal.judged = [portal.moments[1] + timedelta(days=1)]
    return portal


def _alone(portal: Portal, title: str, inside: str) -> None:
    """A page in place of the portal, and nothing else."""
    portal.columns, portal.menu, portal.pages = [], [], {}
    portal.home_inside = f"<h1>{title}</h1>{inside}"


# ── the whole site ───────────────────────────────────────────────────────────


def rebuilt(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    _alone(portal, "网站升级公告", "<p>为提供更好的服务，本网站正在升级改版，给您带来不便敬请谅解。</p>")
    portal.plant("site.suspended", since=start)
    return portal


def closed(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    _alone(
        portal,
        "公告",
        "<p>根据上级关于政府网站集约化建设的要求，本网站已于2026年1月1日关停，相关内容迁移至县政府门户网站。</p>",
    )
    portal.plant("site.suspended", since=start)
    return portal


def moved_host(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu = [], []
    jump = (
        '<html><head><meta http-equiv="refresh" content="0;url=http://www.newplace.gov.cn/"></head><body></body></html>'
    )
    portal.pages = {"/": lambda _: Answer(jump)}
    portal.plant("site.suspended", since=start)
    return portal


def news_of_closing(style: Style, seed: str, start: date) -> Portal:
    """An own item about another site's closing, maintenance at night, a works notice: no suspension."""
    portal = _small(style, seed, start)
    notice = next(one for one in portal.columns if one.kind == "notice")
    portal.post(notice, start - timedelta(days=3), title="关于县旅游网关停并迁移至县政府门户网站的公告")
    portal.post(notice, start - timedelta(days=2), title="关于网站系统凌晨升级维护期间短时无法访问的通知")
    portal.foot = "本站建设升级由县大数据中心负责　"
    return portal


def stolen(style: Style, seed: str, start: date, hide: str = 'style="display:none"') -> Portal:
    portal = _small(style, seed, start)
    links = "".join(f'<a href="http://www.{name}.com/">{name}</a> ' for name in (
        "betking88", "yulecheng9", "qipai365", "lottomax7", "casino77", "poker998", "slots51", "caipiao33", "zuqiu22", "huangguan6", "bocai11", "wanbo7"))  # fmt: skip
    portal.hidden = f"<div {hide}>{links}</div>"
    portal.plant("site.hijacked", since=start)
    return portal


def stolen_off_screen(style: Style, seed: str, start: date) -> Portal:
    return stolen(style, seed, start, 'style="position:absolute;left:-9999px;top:-9999px"')


def stolen_tiny(style: Style, seed: str, start: date) -> Portal:
    return stolen(style, seed, start, 'style="font-size:0;line-height:0"')


def stolen_colour(style: Style, seed: str, start: date) -> Portal:
    return stolen(style, seed, start, 'style="color:#ffffff;background-color:#FFF;height:1px;overflow:hidden"')


def stolen_marquee(style: Style, seed: str, start: date) -> Portal:
    return stolen(style, seed, start, 'style="height:0px;overflow:hidden"')


def look_alike(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    other = {"豫": "琼"}.get(portal.words.place.letter, "豫")
    portal.icp = f"{other}ICP备05017763号-1"
    portal.plant("site.hijacked", since=start)
    return portal


def hidden_menus(style: Style, seed: str, start: date) -> Portal:
    """Hidden menus, a hidden list of authorities, a visible list of partners: no hijack."""
    portal = _small(style, seed, start)
    towns = "".join(
        f'<a href="http://www.{name}.gov.cn/">{name}</a>'
        for name in ("hb", "yc", "xf", "jz", "hg", "sy", "es", "xn", "sz", "xt")
    )
    firms = "".join(f'<a href="http://www.firm{n}.com.cn/">合作企业{n}</a>' for n in range(12))
    menu = "".join(f'<a href="{portal.path_of(one)}">{one.name}</a>' for one in portal.columns)
    portal.hidden = f'<div style="display:none">{menu}</div><div style="display:none">{towns}</div><div>{firms}</div><div style="display:none">字号：大 中 小</div>'
    return portal


def walled(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu = [], []
    script = "<script>document.cookie=('_')+('_')+('j')+('s')+('l')+'_clearance_s=1';location.href=location.pathname</script>"
    portal.pages = {"/": lambda _: Answer(script, 521, {"set-cookie": "__jsluid_h=ab12", "x-via-jsl": "1"})}
    portal.plant("site.blocked", since=start)
    return portal


def bad_tls(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu = [], []
    portal.pages = {"/": lambda _: Answer("tls:certificate has expired", 0)}
    portal.plant("site.tls", since=start)
    return portal


def gone(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    last = portal.moments[1]
    portal.pages["/"] = lambda today: Answer("timeout", 0) if today >= last else None
    portal.moments.append(last + timedelta(days=1))
    portal.judged = []
    portal.plant("site.unreachable", since=last)
    portal.unclear |= {"column.stale", "site.home_stale"}
    return portal


def slow(style: Style, seed: str, start: date, failed: int = 9) -> Portal:
    """168 looks in a week; 9 failed are 5.4 %, 6 are 3.6 % (a warning), 4 are 2.4 %."""
    portal = _small(style, seed, start)
    portal.probes, portal.judged = (168, failed), []
    if failed / 168 >= 0.03:
        portal.plant("site.unreachable", since=portal.moments[-1])
    return portal


def slow_warning(style: Style, seed: str, start: date) -> Portal:
    return slow(style, seed, start, 6)


def slow_enough(style: Style, seed: str, start: date) -> Portal:
    return slow(style, seed, start, 4)


def ours(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.patrol_fails = portal.moments[-1]
    portal.plant("crawler.failed", since=portal.moments[-1])
    return portal


def without_columns(style: Style, seed: str, start: date) -> Portal:
    """No annual reports anywhere; the guide and the catalogue are gone as well."""
    portal = _small(style, seed, start)
    portal.columns = [one for one in portal.columns if one.folder != "nb"]
    portal.menu = [one for one in portal.menu if one[0] not in ("政府信息公开指南", "政府信息公开目录")]
    portal.pages = {
        path: page for path, page in portal.pages.items() if path not in ("/about/gkzn.html", "/about/gkml.html")
    }
    for name, folder in (("政府信息公开", "xxgk"), ("重点领域信息公开", "zdly")):
        column = portal.column(name, "policy", folder, on_home=False)
        for back in range(8):
            portal.post(column, start - timedelta(days=3 + 20 * back))
    portal.plant("column.missing", "年度报告", since=start)
    portal.plant("column.missing", "公开指南", since=start)
    portal.plant("column.missing", "公开目录", since=start)
    return portal


def elsewhere_columns(style: Style, seed: str, start: date) -> Portal:
    """The reports stand on the city's portal, and the menu says so."""
    portal = _small(style, seed, start)
    portal.columns = [one for one in portal.columns if one.folder != "nb"]
    portal.menu.append(("政府信息公开年报", "http://www.thecity.gov.cn/nb/"))
    portal.unclear.add("report.missing")
    return portal


# ── reports ──────────────────────────────────────────────────────────────────


def _reporting(style: Style, seed: str, start: date, **more: int) -> tuple[Portal, list]:
    portal = _small(style, seed, start)
    portal.columns = [one for one in portal.columns if one.folder != "nb"]
    column = reports(portal, **more)  # type: ignore[arg-type]
    return portal, column.items


def _path(portal: Portal, at: int) -> str:
    column = portal.columns[-1]
    return portal.path_of(column, column.items[at])


def report_missing(style: Style, seed: str, start: date) -> Portal:
    portal, _ = _reporting(style, seed, start, last=start.year - 2)
    portal.plant("report.missing", f"/#{start.year - 1}", since=start)
    return portal


def report_due(style: Style, seed: str, start: date) -> Portal:
    """The border: nothing is missing on 31 March, it is on 1 April."""
    portal, _ = _reporting(style, seed, start, last=start.year - 2)
    portal.moments = [date(start.year, 3, 31), date(start.year, 4, 1)]
    portal.judged = []
    portal.plant("report.missing", f"/#{start.year - 1}", since=date(start.year, 4, 1))
    return portal


def report_late(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start)
    items[-1].day = date(start.year, 4, 1)
    portal.plant("report.late", _path(portal, -1), since=start)
    return portal


def report_on_time(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start)
    items[-1].day = date(start.year, 3, 31)
    form = portal.post(
        portal.columns[-1],
        date(start.year, 1, 20),
        title=f"政府网站工作年度报表（{start.year - 1}年度）",
        body="<p>表详见附件</p><p><a href='/files/table.pdf'>附件：年度报表.pdf</a></p>",
    )
    form.key += 1
    portal.pages["/files/table.pdf"] = lambda _: Answer("%PDF-1.4 a file", headers={"content-type": "application/pdf"})
    return portal


def report_early(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start)
    items[-1].day = date(start.year - 1, 12, 20)
    portal.plant("report.early", _path(portal, -1), since=start)
    return portal


def _remade(portal: Portal, items: list, **more: object) -> None:
    """The last report anew, with a fault."""
    rng, words = portal.words.rng, portal.words
    figures = Report.of(items[-1].day.year - 1, None, rng)
    text = [words.sentence() + words.sentence() for _ in range(9)]
    items[-1].body = figures.markup(words, text, **more)  # type: ignore[arg-type]


def report_wrong(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=1)
    _remade(portal, items, slip=3)
    portal.plant("report.inconsistent", _path(portal, -1), since=start)
    return portal


def report_pictures(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=1)
    _remade(portal, items, pictures=True)
    portal.plant("report.unreadable", _path(portal, -1), since=start)
    return portal


def report_changed(style: Style, seed: str, start: date) -> Portal:
    """Between two patrols the figures of a published report become others."""
    portal, items = _reporting(style, seed, start, years=1)
    rng, words = portal.words.rng, portal.words
    text = [words.sentence() + words.sentence() for _ in range(9)]
    year = items[-1].day.year - 1
    first, second = Report.of(year, None, rng), Report.of(year, None, rng)
    column, item = portal.columns[-1], items[-1]
    later = portal.moments[1]

    def shown(today: date) -> Answer:
        item.body = (second if today >= later else first).markup(words, text)
        return Answer(style.article(portal, column, item))

    portal.pages[portal.path_of(column, item)] = shown
    portal.plant("report.changed", portal.path_of(column, item), since=later)
    return portal


def report_copied(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=2)
    rng, words = portal.words.rng, portal.words
    text = [words.sentence() + words.sentence() for _ in range(12)]
    before = None
    for item in items:
        before = Report.of(item.day.year - 1, before, rng)
        item.body = before.markup(words, text)
    portal.plant("report.copied", _path(portal, -1), since=start)
    return portal


def cases() -> Iterator[Case]:
    yield from (
        rebuilt, closed, moved_host, news_of_closing, stolen, stolen_off_screen, stolen_tiny, stolen_colour, stolen_marquee,
        look_alike, hidden_menus, walled, bad_tls, gone, slow, slow_warning, slow_enough, ours, without_columns,
        elsewhere_columns, report_missing, report_due, report_late, report_on_time, report_early, report_wrong,
        report_pictures, report_changed, report_copied,
    )  # fmt: skip
