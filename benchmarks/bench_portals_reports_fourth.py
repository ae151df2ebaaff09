"""Annual reports of the fourth batch: late, early, missing, wrong, changed, copied, not to be read; and those that only look so."""

from collections.abc import Callable
from datetime import date

from benchmarks.bench_portals_counties_fourth import attached, planted, small, written, yearbooks
from benchmarks.bench_portals_model import Answer, Item, Portal, Style
from benchmarks.bench_portals_reports import Report


def _reporting(style: Style, seed: str, start: date, **more: int) -> tuple[Portal, list[Item], str]:
    portal = small(style, seed, start)
    portal.columns = [one for one in portal.columns if one.kind != "report"]
    column = yearbooks(portal, **more)  # type: ignore[arg-type]
    return portal, column.items, portal.path_of(column, column.items[-1])


def _told(portal: Portal, many: int = 9) -> list[str]:
    return [portal.words.sentence() + portal.words.sentence() for _ in range(many)]


def report_late(style: Style, seed: str, start: date) -> Portal:
    portal, items, _ = _reporting(style, seed, start)
    items[-1].day = date(start.year, 4, 18)
    return planted(portal, "report.late", portal.path_of(portal.columns[-1], items[-1]))


def _bureau(portal: Portal) -> Portal:
    """The portal and its reports are those of a department."""
    county, name = portal.words.place.county, f"{portal.words.place.county}林业局"
    portal.organ, portal.site_name = "department", name
    for item in portal.columns[-1].items:
        item.title = item.title.replace(f"{county}人民政府", name)
        item.body = str(item.body).replace(f"现公布{county}", f"现公布{name}")
    return portal


def bureau_late(style: Style, seed: str, start: date) -> Portal:
    portal, items, _ = _reporting(style, seed, start)
    items[-1].day = date(start.year, 2, 26)
    return planted(_bureau(portal), "report.late", portal.path_of(portal.columns[-1], items[-1]))


def on_the_last_day(style: Style, seed: str, start: date) -> Portal:
    """In time by a hair, beside the yearly form of the web site, which is no disclosure report."""
    portal, items, _ = _reporting(style, seed, start)
    items[-1].day = date(start.year, 3, 31)
    body = '<p>附件：<a href="/files/bb.xlsx">政府网站工作年度报表.xlsx</a></p>'
    portal.post(portal.columns[-1], date(start.year, 1, 16), title=f"{start.year - 1}年政府网站工作年度报表", body=body)
    portal.pages["/files/bb.xlsx"] = attached
    return portal


def report_early(style: Style, seed: str, start: date) -> Portal:
    portal, items, _ = _reporting(style, seed, start)
    items[-1].day = date(start.year - 1, 12, 26)
    return planted(portal, "report.early", portal.path_of(portal.columns[-1], items[-1]))


def early_before(style: Style, seed: str, start: date) -> Portal:
    """The last but one was dated in November of its own year."""
    portal, items, _ = _reporting(style, seed, start)
    items[-2].day = date(start.year - 2, 11, 30)
    return planted(portal, "report.early", portal.path_of(portal.columns[-1], items[-2]))


def late_before(style: Style, seed: str, start: date) -> Portal:
    portal, items, _ = _reporting(style, seed, start)
    items[-2].day = date(start.year - 1, 5, 9)
    return planted(portal, "report.late", portal.path_of(portal.columns[-1], items[-2]))


def bureau_early(style: Style, seed: str, start: date) -> Portal:
    portal, items, _ = _reporting(style, seed, start)
    items[-1].day = date(start.year - 1, 12, 30)
    return planted(_bureau(portal), "report.early", portal.path_of(portal.columns[-1], items[-1]))


def report_missing(style: Style, seed: str, start: date) -> Portal:
    portal, _, _ = _reporting(style, seed, start, last=start.year - 2)
    return planted(portal, "report.missing", f"/#{start.year - 1}")


def missing_bureau(style: Style, seed: str, start: date) -> Portal:
    """A department owes its report from 1 February on."""
    portal, _, _ = _reporting(style, seed, date(start.year, 1, 31), last=start.year - 2)
    portal.moments, portal.judged = [date(start.year, 1, 31), date(start.year, 2, 1)], []
    return planted(_bureau(portal), "report.missing", f"/#{start.year - 1}", at=1)


def missing_years(style: Style, seed: str, start: date) -> Portal:
    portal, _, _ = _reporting(style, seed, start, last=start.year - 3)
    portal.unclear.add(f"/#{start.year - 2}")  # the rule speaks of the last due year
    return planted(portal, "report.missing", f"/#{start.year - 1}")


def wrong_total(style: Style, seed: str, start: date) -> Portal:
    portal, items, path = _reporting(style, seed, start, years=1)
    items[-1].body = written(Report.of(start.year - 1, None, portal.words.rng), portal.words, _told(portal), slip=5)
    return planted(portal, "report.inconsistent", path)


def wrong_prose(style: Style, seed: str, start: date) -> Portal:
    """The text counts six applications more than the table."""
    portal, items, path = _reporting(style, seed, start, years=1)
    figures = Report.of(start.year - 1, None, portal.words.rng)
    made, new = written(figures, portal.words, _told(portal)), sum(figures.new)
    items[-1].body = made.replace(f"共收到政府信息公开申请{new}件", f"共收到政府信息公开申请{new + 6}件")
    return planted(portal, "report.inconsistent", path)


def wrong_reviews(style: Style, seed: str, start: date) -> Portal:
    """The total of reviews is not the sum of its four results."""
    portal, items, path = _reporting(style, seed, start, years=1)
    figures = Report.of(start.year - 1, None, portal.words.rng)
    figures.review = [7, 2, 0, 1]
    made = figures.markup(portal.words, _told(portal))
    good = "".join(f"<td>{one}</td>" for one in (7, 2, 0, 1, 10))
    items[-1].body = made.replace(good, good.replace("<td>10</td>", "<td>13</td>"))
    return planted(portal, "report.inconsistent", path)


def _changing(style: Style, seed: str, start: date, other: Callable[[str, Portal], str], opens: bool) -> Portal:
    portal, items, path = _reporting(style, seed, start, years=1)
    column, item, later, before = portal.columns[-1], items[-1], portal.moments[1], str(items[-1].body)
    after = other(before, portal)

    def shown(today: date) -> Answer:
        item.body = after if today >= later else before
        return Answer(style.article(portal, column, item))

    portal.pages[path] = shown
    return planted(portal, "report.changed", path, at=1) if opens else portal


def figures_changed(style: Style, seed: str, start: date) -> Portal:
    return _changing(style, seed, start, lambda body, _: body.replace(">1562<", ">1265<").replace(">311<", ">131<"), True)  # fmt: skip


def money_changed(style: Style, seed: str, start: date) -> Portal:
    return _changing(style, seed, start, lambda body, _: body.replace("1280.5", "2180.5"), True)


def prose_changed(style: Style, seed: str, start: date) -> Portal:
    """What was said of problems is exchanged for other sentences."""

    def other(body: str, portal: Portal) -> str:
        head, tail = body.split("<p>五、", 1)
        told = "".join(f"<p>　　{one}</p>" for one in _told(portal, 6))
        return f"{head}<p>五、存在的主要问题及改进情况</p>{told}<p>六、{tail.split('<p>六、', 1)[1]}"

    return _changing(style, seed, start, other, True)


def furniture_changed(style: Style, seed: str, start: date) -> Portal:
    """A share button, a corrected mark: nothing that was published."""
    return _changing(style, seed, start, lambda body, _: body.replace("规定，现公布", "规定，现将公布") + "<p>分享到：微信</p>", False)  # fmt: skip


def _copied(style: Style, seed: str, start: date, kept: int, years: int) -> Portal:
    portal, items, path = _reporting(style, seed, start, years=years)
    same, before = _told(portal, 16), None
    for at, item in enumerate(items):
        own = _told(portal, 16 if 0 < at < years - 1 else 16 - kept)
        before = Report.of(item.day.year - 1, before, portal.words.rng)
        item.body = written(before, portal.words, [*own, *same[: 16 - len(own)]])
    return planted(portal, "report.copied", path)


def copied_whole(style: Style, seed: str, start: date) -> Portal:
    return _copied(style, seed, start, 16, 2)


def copied_mostly(style: Style, seed: str, start: date) -> Portal:
    return _copied(style, seed, start, 15, 2)


def copied_older(style: Style, seed: str, start: date) -> Portal:
    """The text of two years before, with another between them."""
    return _copied(style, seed, start, 16, 3)


def _unreadable(style: Style, seed: str, start: date, body: str | None, *about: str) -> Portal:
    portal, items, path = _reporting(style, seed, start, years=1)
    figures = Report.of(start.year - 1, None, portal.words.rng)
    items[-1].body = figures.markup(portal.words, _told(portal), pictures=True) if body is None else body
    portal.unclear |= set(about)
    return planted(portal, "report.unreadable", path)


def tables_pictured(style: Style, seed: str, start: date) -> Portal:
    return _unreadable(style, seed, start, None)


def pages_scanned(style: Style, seed: str, start: date) -> Portal:
    return _unreadable(style, seed, start, "".join(f'<p style="text-align:center"><img src="/upload/nb{n}.jpg" style="width:700px"></p>' for n in range(1, 6)))  # fmt: skip


def report_void(style: Style, seed: str, start: date) -> Portal:
    """A title, a day and nothing. (Whether such a page is blank as well is not asked.)"""
    return _unreadable(style, seed, start, "<p>&nbsp;</p>", "page.blank")


REPORT_CASES: tuple[Callable[[Style, str, date], Portal], ...] = (
    report_late, bureau_late, late_before, on_the_last_day, report_early, early_before, bureau_early, report_missing, missing_bureau, missing_years,
    wrong_total, wrong_prose, wrong_reviews, figures_changed, money_changed, prose_changed, furniture_changed, copied_whole, copied_mostly, copied_older,
    tables_pictured, pages_scanned, report_void,
)  # fmt: skip
