"""The plain county portal that every case begins with: columns that live, fall silent on the border of a limit, or wake up."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from benchmarks.bench_portals_model import LIMITS, Column, Portal, Style
from benchmarks.bench_portals_reports import Report
from benchmarks.bench_portals_words import NAMES, Words

_FOLDERS = {"news": "xw", "notice": "gg", "policy": "zc", "planning": "gh", "interaction": "hd"}
_STEP = {"news": 6, "notice": 25, "policy": 50, "planning": 110, "interaction": 40}  # days between two entries
_COUNTS = {"news": 4, "notice": 2, "policy": 2, "planning": 2, "interaction": 1}
GAPS = (0, 15, 40, 200)  # days of the patrols, counted from the first


def county(
    style: Style, seed: str, start: date, *, fates: bool = True, columns: dict[str, int] | None = None
) -> Portal:
    """A portal with its menu, columns and reports. `fates`: columns fall silent; else all live."""
    words = Words(seed)
    rng = words.rng
    portal = Portal(seed, style, words, f"www.{''.join(rng.sample('abcdefghjklmnpqrstwxyz', 6))}.gov.cn")
    portal.moments = [start + timedelta(days=days) for days in GAPS]
    portal.judged = [day + timedelta(days=1) for day in portal.moments]
    for kind, many in (columns or _COUNTS).items():
        for number, name in enumerate(rng.sample(NAMES[kind], many)):
            column = portal.column(name, kind, f"{_FOLDERS[kind]}{number + 1}")
            column.on_home = kind in ("news", "notice", "policy")
            fill(portal, column, rng.choice(("alive", "border", "border", "wakes")) if fates else "alive")
    pages(portal)
    reports(portal)
    return portal


def fill(portal: Portal, column: Column, fate: str, *, step: int = 0) -> None:
    """History, and what the fate demands: alive to the end, silent around a limit, or silent and awake again."""
    rng, first, last = portal.words.rng, portal.moments[0], portal.moments[-1]
    step = step or _STEP[column.kind]
    history = first - timedelta(days=step * 22)
    if fate == "alive":
        end = last + timedelta(days=2)
    else:
        moment = rng.choice([*portal.moments, *portal.judged])
        end = moment - LIMITS[column.kind] - timedelta(days=rng.choice((0, 1)))
        history = min(history, end - timedelta(days=step * 8))
    day = end
    while day > history:
        portal.post(column, day)
        day -= timedelta(days=max(1, step - rng.randint(0, step // 3)))
    if fate == "wakes":
        for day in portal.moments[2:]:
            if day > end:
                portal.post(column, day)


def pages(portal: Portal) -> None:
    """What every portal has beside lists: the organ, its people, guides, forms, the map."""
    words = portal.words
    names = words.rng.sample(("李明", "王建国", "张志强", "刘海波", "陈晓东", "杨秀兰"), 4)
    people = "".join(
        f"<p>{name}　副县长　分管工业、商务、{words.rng.choice(('教育', '卫生', '水利'))}等工作。</p>" for name in names
    )
    law = "".join(f"<p>　　{words.sentence()}</p>" for _ in range(4))
    form = (
        '<form action="/apply" method="post"><table><tr><td>申请人姓名</td><td><input name="n"></td></tr><tr><td>证件号码</td><td>'
        '<input name="i"></td></tr><tr><td>所需信息</td><td><textarea name="t"></textarea></td></tr></table><input type="submit" '
        'value="提交"></form>'
    )
    site_map = (
        "<ul>" + "".join(f'<li><a href="{portal.path_of(one)}">{one.name}</a></li>' for one in portal.columns) + "</ul>"
    )
    for path, title, inside in (
        ("/about/ldzc.html", "领导之窗", people),
        ("/about/jgzn.html", "机构职能", law),
        ("/about/gkzn.html", "政府信息公开指南", "<h2>政府信息公开指南</h2>" + law),
        ("/about/gkml.html", "政府信息公开目录", "<h2>政府信息公开目录</h2>" + site_map),
        ("/about/ysqgk.html", "依申请公开", form),
        ("/about/map.html", "网站地图", site_map),
    ):
        portal.page(path, title, inside, in_menu=title)


def reports(portal: Portal, *, years: int = 4, last: int | None = None) -> Column:
    """The column of annual reports, in time and correct; `last`: the last year with one."""
    column = portal.column("政府信息公开年报", "report", "nb", on_home=False)
    rng, words = portal.words.rng, portal.words
    newest = last or portal.moments[0].year - 1
    before = None
    for year in range(newest - years + 1, newest + 1):
        before = Report.of(year, before, rng)
        day = date(year + 1, 1, rng.randint(8, 28))
        text = [words.sentence() + words.sentence() for _ in range(9)]
        portal.post(
            column, day, title=f"{words.place.county}{year}年政府信息公开工作年度报告", body=before.markup(words, text)
        )
    return column


def border(day: date, kind: str) -> date:
    """The last day of an entry that is still news enough on `day`."""
    return day - LIMITS.get(kind, relativedelta(days=14))
