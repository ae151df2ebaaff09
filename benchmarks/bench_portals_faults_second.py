"""The second batch of faults: the same codes shown in other ways, and other things that only look like faults."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.bench_portals_counties import county, fill
from benchmarks.bench_portals_faults import _file, _text, backdated, letters, off_region, undated
from benchmarks.bench_portals_model import Answer, Portal, Style
from benchmarks.bench_portals_reports import Report
from benchmarks.bench_portals_sites import _alone, _path, _remade, _reporting, _small


def unlike_lists(portal: Portal) -> None:
    """Lists by other scripts, a survey, a register, a picture wall with captions, a map."""
    app = '<div id="app"><li v-for="one in rows">{{ one.title }}</li></div><script src="/static/js/app.3f9a0c12.js"></script>'
    table = '<table id="demo"></table><script>layui.use("table",function(){layui.table.render({elem:"#demo",url:"/api/q"})});</script>'
    survey = (
        "<form><p>1. 您对县政府网站的总体评价</p>"
        + "".join(f'<label><input type="radio" name="a">{one}</label>' for one in ("满意", "一般", "不满意"))
        + '<p>2. 您的建议</p><textarea name="b"></textarea><button>提交</button></form>'
    )
    wall = "".join(
        f'<div class="pic"><a href="/wall/{n}.html"><img src="/images/w{n}.jpg"><span>风景</span></a></div>'
        for n in range(9)
    )
    chart = '<div id="map" style="width:600px;height:400px"></div><object data="/images/map.svg" type="image/svg+xml"></object>'
    for name, kind, folder, inside in (
        ("招标采购公告", "notice", "zbcg", app), ("行政执法公示", "notice", "xzzf", table), ("网上调查", "interaction", "wsdc", survey),
        ("图说新闻", "news", "tsxw", f"<div>{wall}</div>"), ("项目进展动态", "news", "xmjz", chart),
    ):  # fmt: skip
        portal.column(name, kind, folder, inside=inside, on_home=False)
    for n in range(9):
        portal.page(
            f"/wall/{n}.html",
            f"图说风景之{n}",
            f'<p><img src="/images/w{n}.jpg"></p><p>图说风景之{n}，摄于县城南郊</p>',
        )


def archives(portal: Portal) -> None:
    start = portal.moments[0]
    for name, folder, back in (
        ("往期公告", "wqgg", 1500),
        ("2019年主题教育动态", "zt19", 2000),
        ("历史新闻", "lsxw", 1100),
    ):
        column = portal.column(name, "archive", folder, on_home=False)
        for number in range(7):
            portal.post(column, start - timedelta(days=back + 20 * number))


def blank_columns(portal: Portal) -> None:
    portal.column("企业动态", "news", "qydt", on_home=False)
    portal.column("听证公告", "notice", "tzgg2", on_home=False, inside=None)
    portal.column("惠企政策", "policy", "hqzc", on_home=False)


def odd_rows(portal: Portal) -> None:
    """A silent column whose page shows the day of its visitor, a fresh ticker and a counter."""
    start = portal.moments[0]
    silent = portal.column("园区动态", "news", "yqdt", on_home=False)
    fill(portal, silent, "alive")
    silent.items = [one for one in silent.items if one.day < start - timedelta(days=60)]
    silent.side = f'<div class="weather">更新时间：{start} 08:00　晴 12℃~20℃</div><div>本栏目访问量：20263</div>'
    for number in range(2):
        portal.post(silent, start - timedelta(days=1200 + number), pinned=True)


def shells(portal: Portal) -> None:
    """Empty guides by other names; pages with an answer of few words, a film, a table, a form."""
    column = portal.column("服务指南", "guide", "fwzn", on_home=False)
    start = portal.moments[0]
    day = start - timedelta(days=150)
    for title, body in (
        ("道路运输经营许可办理指南", "<p>&nbsp;</p>"),
        ("食品经营许可证核发", "<p><br></p><div>　</div>"),
        ("取水许可审批", "<p>略</p>"),
    ):
        item = portal.post(column, day, title=title, body=body)
        portal.plant("page.blank", portal.path_of(column, item), since=start)
    portal.post(column, day, title="生育登记办理视频", body='<video controls src="/files/film.mp4"></video>')
    portal.post(
        column,
        day,
        title="收费标准一览",
        body="<table><tr><td>项目</td><td>金额</td></tr><tr><td>工本费</td><td>10元</td></tr></table>",
    )
    portal.post(
        column,
        day,
        title="失业登记在线申请",
        body='<form><input name="a"><input name="b"><select name="c"><option>男</option></select></form>',
    )
    portal.post(column, day, title="办事大厅电话", body="<p>办公电话：0712-8323456</p>")
    portal.pages["/files/film.mp4"] = _file


def garbled(portal: Portal) -> None:
    column = next(one for one in portal.columns if one.kind == "news")
    start = portal.moments[0]
    text = "".join(portal.words.paragraphs())
    broken = text.encode("utf-8").decode("latin-1") if portal.style.encoding == "utf-8" else "锟斤拷" * 40 + text
    item = portal.post(column, start - timedelta(days=30), body=f"<p>{broken}</p>")
    portal.plant("page.garbled", portal.path_of(column, item), since=start)
    rare = "县档案馆征集到的族谱中有龘、靐、齉、爩等生僻字，馆员逐一考证，译成现代文字。" * 2
    portal.post(column, start - timedelta(days=31), title="县档案馆整理馆藏古籍", body=f"<p>{rare}</p>" + _text(portal))


def truncated(portal: Portal) -> None:
    column = next(one for one in portal.columns if one.kind == "policy")
    start = portal.moments[0]
    item = portal.post(column, start - timedelta(days=33), title="关于印发全县2026年度安全生产责任制考核办法和实施...")
    portal.plant("title.truncated", portal.path_of(column, item), since=start)
    portal.post(column, start - timedelta(days=36), title="“放管服”改革怎么看、怎么干？……")


def not_found(portal: Portal) -> None:
    start = portal.moments[0]
    column = next(one for one in portal.columns if one.kind == "news")
    portal.page(
        "/old/lost.html", "出错了", "<h2>出错了</h2><p>抱歉，您请求的文章已被删除或正在审核中。</p>", in_menu="专题旧链"
    )
    portal.plant("page.soft_404", "/old/lost.html", since=start)
    portal.plant("link.dead", "/old/lost.html", since=start)
    portal.page(
        "/search?q=abc",
        "站内搜索",
        '<form><input name="q"></form><p>抱歉，没有找到与“abc”相关的内容，请更换关键词。</p>',
        in_menu="站内搜索",
    )
    portal.post(
        column,
        start - timedelta(days=12),
        title="网站无障碍改造完成 找不到页面问题减少",
        body="".join(
            f"<p>{one}</p>"
            for one in [
                *portal.words.paragraphs(4),
                "以往点击旧链接常出现找不到页面的提示。",
                *portal.words.paragraphs(4),
            ]
        ),
    )
    portal.post(
        column,
        start - timedelta(days=14),
        body=_text(portal)
        + '<p><a href="/files/lost.xls">附件1.xls</a><a href="http://www.lapsed-partner.com/">技术支持单位</a></p>',
    )
    portal.dead |= {"/files/lost.xls": "http_410", "http://www.lapsed-partner.com/": "dns"}
    portal.plant("attachment.dead", "/files/lost.xls", since=start)
    portal.plant("link.dead", "http://www.lapsed-partner.com/", since=start)


def outdated(portal: Portal) -> None:
    start = portal.moments[0]
    news = next(one for one in portal.columns if one.kind == "news")
    notice = next(one for one in portal.columns if one.kind == "notice")
    day = start - timedelta(days=22)
    old = day - timedelta(days=500)
    first = portal.post(
        news,
        day,
        title="县消防大队深入企业检查",
        body=f"<p>　　{old.year}年{old.month}月{old.day}日上午，县消防救援大队深入企业开展检查，{portal.words.sentence()}</p>"
        + _text(portal),
    )
    second = portal.post(notice, day, title=f"{old.year - 1}年全县征兵工作公告")
    for column, item in ((news, first), (notice, second)):
        portal.plant("entry.outdated", portal.path_of(column, item), since=start)
    portal.post(
        news,
        day,
        title="老党员的从军记忆",
        body=f"<p>　　{old.year - 2}年10月1日，他参加了阅兵活动，{portal.words.sentence()}</p>" + _text(portal),
    )
    portal.post(notice, day, title=f"关于废止{old.year - 1}年第3号文件的公告")
    portal.post(notice, day, title=f"{old.year - 1}年度会计师事务所年检结果公告")


def many_silent(portal: Portal) -> None:
    """Exactly five more news columns fall silent; with others the vetoes are met, as the truth counts."""
    for number, name in enumerate(("司法动态", "水利动态", "审计动态", "卫健动态", "住建动态")):
        column = portal.column(name, "news", f"sd{number}", on_home=False)
        fill(portal, column, "alive")
        column.items = [one for one in column.items if one.day < portal.moments[1] - timedelta(days=15)]


def inner_columns(portal: Portal) -> None:
    """Columns that only their parent's page links to: one silent, one blank, one alive."""
    parent = portal.column("政务公开动态", "news", "zwgkdt", on_home=False)
    fill(portal, parent, "alive")
    for name, kind, folder, fate in (
        ("人大公告", "notice", "rd", "border"),
        ("政协动态", "news", "zx", "alive"),
        ("群团动态", "news", "qt", ""),
    ):
        column = portal.column(name, kind, folder, parent=parent, on_home=False)
        if fate:
            fill(portal, column, fate)


def stub(portal: Portal) -> None:
    target = next(one for one in portal.columns if one.kind == "policy")
    path = portal.path_of(target)
    script = f"<html><head><title>正在跳转</title><script>window.location.href='{path}';</script></head><body>正在跳转，请稍候……</body></html>"
    portal.pages["/zcwj/default.html"] = lambda _: Answer(script)
    portal.menu.append(("政策中心", "/zcwj/default.html"))
    portal.pages["/jump/index.html"] = lambda _: Answer("", 302, {"location": path})
    portal.menu.append(("文件中心", "/jump/index.html"))


SECOND_FAULTS: tuple[Callable[[Portal], None], ...] = (
    unlike_lists, archives, blank_columns, odd_rows, undated, shells, garbled, truncated, not_found, outdated, many_silent,
    inner_columns, stub, off_region, backdated, letters,
)  # fmt: skip

# ── whole sites ──────────────────────────────────────────────────────────────


def maintained(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    _alone(portal, "网站维护中", "<p>网站正在维护，请稍后访问。</p>")
    portal.plant("site.suspended", since=start)
    return portal


def merged(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    _alone(
        portal,
        "温馨提示",
        '<p>本站已整合至县人民政府门户网站，请访问 <a href="http://www.bigcounty.gov.cn/">http://www.bigcounty.gov.cn/</a></p>',
    )
    portal.plant("site.suspended", since=start)
    return portal


def old_version(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.foot = "旧版网站已停用，请使用新版　"
    notice = next(one for one in portal.columns if one.kind == "notice")
    portal.post(notice, start - timedelta(days=3), title="关于停用原县农机局网站的通知")
    return portal


def _casino(style: Style, seed: str, start: date, before: str, after: str) -> Portal:
    portal = _small(style, seed, start)
    links = "".join(f'<a href="http://{name}.net/">{name}</a> ' for name in (
        "xpj001", "agylc88", "pt-laohuji", "bcwz99", "tycjt7", "dafa888x", "ylzz365", "lhc49tm", "ssc-jihua", "mgdz55", "sands118"))  # fmt: skip
    portal.hidden = f"{before}{links}{after}"
    portal.plant("site.hijacked", since=start)
    return portal


def stolen_by_sheet(style: Style, seed: str, start: date) -> Portal:
    return _casino(style, seed, start, "<style>.kx{position:absolute;top:-3000px}</style><div class='kx'>", "</div>")


def stolen_by_script(style: Style, seed: str, start: date) -> Portal:
    return _casino(
        style,
        seed,
        start,
        "<script>document.write('<div style=\"display:none\">')</script>",
        "<script>document.write('</div>')</script>",
    )


def stolen_in_marquee(style: Style, seed: str, start: date) -> Portal:
    return _casino(style, seed, start, '<marquee height="1" width="3" scrollamount="3000">', "</marquee>")


def other_county(style: Style, seed: str, start: date) -> Portal:
    """The codes of another province at the foot of the page."""
    portal = _small(style, seed, start)
    code = "4600" if portal.words.place.code[:2] != "46" else "1100"
    portal.site_code = f"{code}000017"
    portal.plant("site.hijacked", since=start)
    return portal


def partners(style: Style, seed: str, start: date) -> Portal:
    """Folded menus, a tab off the screen with authorities and the press, friendly links in sight."""
    portal = _small(style, seed, start)
    press = "".join(
        f'<a href="http://www.{one}/">{one}</a>'
        for one in (
            "people.com.cn",
            "xinhuanet.com",
            "cctv.com",
            "gmw.cn",
            "ce.cn",
            "chinanews.com.cn",
            "youth.cn",
            "cnr.cn",
            "qstheory.cn",
        )
    )
    firms = "".join(f'<a href="http://www.mall{n}.com/">商户{n}</a>' for n in range(10))
    portal.hidden = f'<div style="height:0;overflow:hidden">{press}</div><div style="font-size:0"><a href="http://www.one.com/">图</a></div><div>{firms}</div>'
    return portal


def walled_by_waf(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu = [], []
    body = '<html><script>$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.nsd=17;</script><body></body></html>'
    portal.pages = {"/": lambda _: Answer(body, 412, {"set-cookie": "FSSBBIl1UgzbN7N80S=abc"})}
    portal.plant("site.blocked", since=start)
    return portal


def obsolete_tls(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.columns, portal.menu = [], []
    portal.pages = {"/": lambda _: Answer("tls_obsolete:TLSv1", 0)}
    portal.plant("site.tls", since=start)
    return portal


def refused(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    last = portal.moments[1]
    portal.pages["/"] = lambda today: (
        Answer("<html><body>Internal Server Error</body></html>", 500) if today >= last else None
    )
    portal.moments.append(last + timedelta(days=1))
    portal.judged = []
    portal.plant("site.unreachable", since=last)
    portal.unclear |= {"column.stale", "site.home_stale", "link.dead"}
    return portal


def broken_off(style: Style, seed: str, start: date) -> Portal:
    portal = _small(style, seed, start)
    portal.patrol_fails = portal.moments[0]
    portal.plant("crawler.failed", since=portal.moments[0], until=portal.moments[0])
    return portal


def department_due(style: Style, seed: str, start: date) -> Portal:
    """A department's report: in time on 31 January, late on 3 February."""
    portal, items = _reporting(style, seed, start)
    portal.organ = "department"
    items[-1].day = date(start.year, 1, 31)
    items[-2].day = date(start.year - 1, 2, 3)
    portal.plant("report.late", _path(portal, -2), since=start)
    return portal


def carried_wrong(style: Style, seed: str, start: date) -> Portal:
    """What one year carries over does not arrive in the next."""
    portal, items = _reporting(style, seed, start, years=2)
    rng, words = portal.words.rng, portal.words
    first = Report.of(items[0].day.year - 1, None, rng)
    first.carried_out[0] += 4
    first.new[0] += 4
    second = Report.of(items[1].day.year - 1, None, rng)
    for item, figures in zip(items, (first, second), strict=True):
        item.body = figures.markup(words, [words.sentence() + words.sentence() for _ in range(9)])
    portal.plant("report.inconsistent", _path(portal, -1), since=start)
    return portal


def report_in_frame(style: Style, seed: str, start: date) -> Portal:
    portal, items = _reporting(style, seed, start, years=1)
    _remade(portal, items, pictures=True)
    items[-1].body = '<p><img src="/images/page1.jpg"></p><p><img src="/images/page2.jpg"></p>'
    portal.plant("report.unreadable", _path(portal, -1), since=start)
    return portal


def words_changed(style: Style, seed: str, start: date) -> Portal:
    """A typing error mended and a counter that moves: no change of what was published."""
    portal, items = _reporting(style, seed, start, years=1)
    column, item, later = portal.columns[-1], items[-1], portal.moments[1]
    body = str(item.body)

    def shown(today: date) -> Answer:
        item.body = (
            body.replace("各单位要进一步", "各单位应进一步", 1) + f"<p>浏览次数：{today.toordinal() % 977}</p>"
            if today >= later
            else body
        )
        return Answer(style.article(portal, column, item))

    portal.pages[portal.path_of(column, item)] = shown
    return portal


def silent_home(style: Style, seed: str, start: date) -> Portal:
    """Every list of the home page ends fifteen days before the second patrol, and on its border before the first."""
    portal = county(style, seed, start, fates=False)
    portal.moments = [start, start + timedelta(days=1)]
    portal.judged = [start + timedelta(days=2)]
    for column in portal.columns:
        if column.on_home:
            column.items = [one for one in column.items if one.day < start - timedelta(days=14)]
    portal.post(portal.columns[0], start - timedelta(days=14))
    return portal


def second_cases() -> tuple[Callable[[Style, str, date], Portal], ...]:
    return (
        maintained, merged, old_version, stolen_by_sheet, stolen_by_script, stolen_in_marquee, other_county, partners,
        walled_by_waf, obsolete_tls, refused, broken_off, department_due, carried_wrong, report_in_frame, words_changed, silent_home,
    )  # fmt: skip
