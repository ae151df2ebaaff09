"""Stolen and copied portals of the fourth batch, columns of law, portals that fall silent, hurry or move their data."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.bench_portals_counties_fourth import county, fill, planted, small, text
from benchmarks.bench_portals_model import Portal, Style

_BETS = ("amjs7708.com", "xpjdz55.vip", "kaiyun-sport.app", "leyu333.net", "jbb8080.com", "pg-dianzi.top", "ylc6688.cc", "hth-ty.xyz", "mg4355.com", "bet3658.cc", "tyc980.com", "xj-qipai.net")  # fmt: skip


def _bet(style: Style, seed: str, start: date, before: str, after: str) -> Portal:
    portal = small(style, seed, start)
    portal.hidden = before + "".join(f'<a href="https://www.{one}/" title="澳门{n}号">{one[:-4]}</a>' for n, one in enumerate(_BETS)) + after  # fmt: skip
    return planted(portal, "site.hijacked")


def hidden_by_id(style: Style, seed: str, start: date) -> Portal:
    return _bet(style, seed, start, '<div id="fdl9">', "</div><script>document.getElementById('fdl9').style.display='none';</script>")  # fmt: skip


def hidden_by_marquee(style: Style, seed: str, start: date) -> Portal:
    return _bet(style, seed, start, '<marquee scrollAmount=2000 width="1" height="5">', "</marquee>")


def hidden_by_place(style: Style, seed: str, start: date) -> Portal:
    return _bet(style, seed, start, '<ul style="position: fixed; left: -2000px; top: 0">', "</ul>")


def foreign_domain(style: Style, seed: str, start: date) -> Portal:
    """A copy: its tags name another .gov.cn host. (Styles without tags: two of three codes are those of another province.)"""
    portal = small(style, seed, start)
    if not style.is_tagged:
        portal.site_code, portal.police = "4600000012", "琼公网安备 46010602000123号"
    portal.site_domain = "www.linxiashi.gov.cn"
    return planted(portal, "site.hijacked")


def foreign_codes(style: Style, seed: str, start: date) -> Portal:
    portal = small(style, seed, start)
    portal.icp, portal.police = "粤ICP备2021088812号", "粤公网安备 44030702004455号"
    return planted(portal, "site.hijacked")


def folded_links(style: Style, seed: str, start: date) -> Portal:
    """Neighbours, banks and operators of the county behind a folding box, a QR code that shows on hover: no hijack."""
    portal = small(style, seed, start)
    neighbours = "".join(f'<option value="http://www.{one}.gov.cn/">{one}</option>' for one in ("nx", "yn", "js", "hn", "fj", "ln"))  # fmt: skip
    banks = "".join(f'<a href="http://www.{one}/">{name}</a>' for one, name in (("icbc.com.cn", "工商银行"), ("abchina.com", "农业银行"), ("boc.cn", "中国银行"), ("ccb.com", "建设银行"), ("10086.cn", "中国移动"), ("189.cn", "中国电信"), ("sgcc.com.cn", "国家电网")))  # fmt: skip
    portal.hidden = f'<select onchange="window.open(this.value)"><option>市县网站</option>{neighbours}</select><div class="box">{banks}</div><div class="ewm" style="display:none"><img src="/upload/ewm.png"></div>'
    return portal


# ── columns of law, whole portals that fall silent or hurry ──────────────────


def _without(style: Style, seed: str, start: date, path: str, lost: str) -> Portal:
    portal = small(style, seed, start)
    portal.menu = [one for one in portal.menu if one[1] != path]
    portal.pages = {one: page for one, page in portal.pages.items() if one != path}
    return planted(portal, "column.missing", lost)


def without_guide(style: Style, seed: str, start: date) -> Portal:
    return _without(style, seed, start, "/xxgkzn/index.html", "公开指南")


def without_catalogue(style: Style, seed: str, start: date) -> Portal:
    return _without(style, seed, start, "/xxgkml/index.html", "公开目录")


def without_reports(style: Style, seed: str, start: date) -> Portal:
    portal = small(style, seed, start)
    portal.columns = [one for one in portal.columns if one.kind != "report"]
    lists = "".join(f'<li><a href="{portal.path_of(one)}">{one.name}</a></li>' for one in portal.columns)
    portal.page("/xxgkml/index.html", "信息公开目录", f"<h3>信息公开目录</h3><ul>{lists}</ul>")
    portal.unclear.add("report.missing")
    return planted(portal, "column.missing", "年度报告")


def by_pictures(style: Style, seed: str, start: date) -> Portal:
    """Guide, catalogue and applications are reached by pictures on the home page: they are there."""
    portal = small(style, seed, start)
    moved = [one for one in portal.menu if "gk" in one[1]]
    portal.menu = [one for one in portal.menu if one not in moved]
    portal.hidden = "".join(f'<a href="{path}"><img src="/upload/b.png" alt="{name}"></a>' for name, path in moved)
    return portal


def zombie(style: Style, seed: str, start: date) -> Portal:
    """Nothing new anywhere for years, under a clock that tells the day."""
    portal = county(style, seed, start, fates=False, columns={"news": 6, "notice": 4, "policy": 3, "planning": 1})
    portal.moments = portal.moments[:2]
    portal.judged = [portal.moments[1] + timedelta(days=1)]
    for column in portal.columns:
        if column.kind != "report":
            column.items = []
            fill(portal, column, "long", many=6)
    return portal


def forgotten(style: Style, seed: str, start: date) -> Portal:
    portal = zombie(style, seed, start)
    portal.hidden = f"<marquee>热烈庆祝建县{start.year - 1953}周年</marquee>"
    return portal


def quiet_home(style: Style, seed: str, start: date) -> Portal:
    """All that the home page shows stops on one day; a column that it does not show lives on. The border is the fifteenth day."""
    portal = county(style, seed, start, fates=False)
    portal.moments = [start + timedelta(days=days) for days in (0, 14, 15)]
    portal.judged = []
    for column in portal.columns:
        if column.on_home:
            column.items = [one for one in column.items if one.day <= start]
    portal.post(portal.columns[0], start)
    fill(portal, portal.column("乡村快报动态", "news", "xckb", on_home=False), "alive", many=8)
    return portal


def rush(style: Style, seed: str, start: date) -> Portal:
    """Five days of work for a whole quarter, in five columns."""
    portal = county(style, seed, start, fates=False)
    portal.judged = portal.judged[:1]
    portal.moments = portal.moments[:1]
    some = [one for one in portal.columns if one.on_home][:5]
    for column in some:
        for number in range(19):
            portal.post(column, start - timedelta(days=10 + number % 5))
    return planted(portal, "publish.burst")


def opened_lately(style: Style, seed: str, start: date) -> Portal:
    """A new portal has everything of one week and nothing before it: no burst."""
    portal = small(style, seed, start)
    for column in portal.columns:
        if column.kind != "report":
            column.items = [one for one in column.items if one.day > start]
            for number in range(8):
                portal.post(column, start - timedelta(days=3 + number % 4))
    return portal


def migrated(style: Style, seed: str, start: date) -> Portal:
    """A move to another system wrote one day on all that there was; addresses and signatures tell of years."""
    portal = small(style, seed, start)
    portal.moments, portal.judged = [start], [start + timedelta(days=1)]
    for column in portal.columns:
        if column.kind in ("notice", "policy"):
            column.items = []
            for number in range(9):
                told = start - timedelta(days=400 + 67 * number)
                sign = f'<p style="text-align:right">县人民政府办公室<br>{told.year}年{told.month}月{told.day}日</p>'
                portal.post(column, start - timedelta(days=30), posted=told, body=text(portal) + sign)
            portal.plant("dates.forged", portal.path_of(column), since=start)
    portal.unclear |= {"column.stale", "publish.burst", "entry.outdated"}  # the shown day hides what is silent
    return portal


WHOLE_CASES: tuple[Callable[[Style, str, date], Portal], ...] = (
    hidden_by_id, hidden_by_marquee, hidden_by_place, foreign_domain, foreign_codes, folded_links, without_guide, without_catalogue, without_reports,
    by_pictures, zombie, forgotten, quiet_home, rush, opened_lately, migrated,
)  # fmt: skip
