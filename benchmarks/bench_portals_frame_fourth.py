"""What the styles of the fourth batch share: a carousel, a running line, a menu in groups, pictures, the article before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.bench_portals_model import Column, Item, Portal, esc
from benchmarks.bench_portals_styles import Drawn, _without_empty_labels

_TYPES = {"news": "工作动态", "notice": "通知公告", "policy": "政策文件", "planning": "规划计划", "interaction": "互动交流", "guide": "办事服务"}  # fmt: skip
_GROUPS = (("新闻中心", ("news",)), ("政务公开", ("notice", "policy", "planning", "report")), ("互动交流", ("interaction",)))  # fmt: skip
_PICTURE = '<div class="pic"><a href="{href}" target="_blank"><img src="/upload/s{day}.jpg" alt=""><span>{title}</span></a></div>\n'


@dataclass
class Site(Drawn):
    """Beside what every style has: a carousel and a running line at home, the neighbours of a column, the article before."""

    page_title: str = "{title}-{site}"
    is_grouped: bool = False
    slides: str = '<div class="focus"><ul>{0}</ul></div>'
    slide: str = '<li><a href="{href}"><img src="/upload/{key}.jpg" width="480"></a><h4>{title}</h4></li>'
    ticker: str = ""
    earlier: str = ""
    aside: str = ""  # the list of neighbouring columns
    tagged: tuple[str, ...] = ("Site", "Column", "Article")
    sign: str = "<p>版权所有：{site}　承办：县数据局</p><p>网站标识码：{code}　{icp}　<a href='http://www.beian.gov.cn/'>{police}</a></p>"

    def column_pages(self, portal: Portal, column: Column, today: date) -> Iterator[tuple[str, str]]:
        row, listing = self.row, self.listing
        if column.name.startswith("图片"):
            self.row, self.listing = _PICTURE, '<div class="piclist">{rows}</div>{pager}'
        yield from super().column_pages(portal, column, today)
        self.row, self.listing = row, listing

    def _column_page(self, portal: Portal, column: Column, inside: str, today: date) -> str:
        near = [one for one in portal.columns if one.kind == column.kind and one.parent is column.parent]
        links = "".join(f'<li><a href="{esc(portal.path_of(one))}">{one.name}</a></li>' for one in near)
        main = (self.aside.format(links) if self.aside else "") + inside + column.side
        tags = [("ColumnName", column.name), ("ColumnType", _TYPES.get(column.kind, column.name)), ("ColumnDescription", column.name)]  # fmt: skip
        return self._page(portal, column.name, main, tags, column.name, today)

    def article(self, portal: Portal, column: Column, item: Item) -> str:
        text = item.body or "\n".join(self.paragraph.format(one) for one in item.paragraphs)
        shown = self.shown_day(item.day) if item.shows_date else ""
        main = self.text.format(title=esc(item.title), shown=shown, paragraphs=text)
        if not item.shows_date:
            main = _without_empty_labels(main)
        up = item.posted or item.day
        older = [one for one in column.items if (one.posted or one.day) < up and not one.listed_as]
        if self.earlier and older:
            last = max(older, key=lambda one: ((one.posted or one.day), one.key))
            main += self.earlier.format(href=esc(portal.path_of(column, last)), title=esc(last.title))
        tags = [("ColumnName", column.name), ("ColumnType", _TYPES.get(column.kind, column.name)), ("ArticleTitle", esc(item.title)), ("ContentSource", portal.site_name)]  # fmt: skip
        tags += [("PubDate", f"{item.day} 10:{item.key % 60:02}")] if item.shows_date else []
        return self._page(portal, item.title, main, tags, column.name, None)

    def plain(self, portal: Portal, title: str, inside: str) -> str:
        return self._page(portal, title, inside, [], title, None)

    def home(self, portal: Portal, today: date) -> str:
        if portal.home_inside is not None:
            return self._page(portal, portal.site_name, portal.home_inside, [], "", today)
        shown = [one for one in portal.columns if one.on_home and one.inside is None and one.up(today)]
        blocks = []
        for column in shown:
            rows = "\n".join(self._row(self.home_row or self.row, portal, column, one, self.home_day) for one in column.up(today)[:6])  # fmt: skip
            blocks.append(self.section.format(name=column.name, href=esc(portal.path_of(column)), rows=rows))
        return self._page(portal, portal.site_name, self._top(portal, shown, today) + "\n".join(blocks) + portal.hidden, [], "", today)  # fmt: skip

    def _top(self, portal: Portal, shown: list[Column], today: date) -> str:
        """What moves on the home page: pictures of old and new articles, a line of notices. None of it has a date."""
        if not shown:
            return ""
        pictures = shown[0].up(today)[1:9:2]
        slides = "".join(self.slide.format(href=esc(portal.path_of(shown[0], one)), key=one.key, title=esc(one.title)) for one in pictures)  # fmt: skip
        running = "".join(f'<a href="{esc(portal.path_of(shown[-1], one))}">{esc(one.title)}</a>　' for one in shown[-1].up(today)[:2])  # fmt: skip
        return self.slides.format(slides) + (self.ticker.format(running) if self.ticker else "")

    def _page(
        self, portal: Portal, title: str, main: str, tags: list[tuple[str, str]], where: str, today: date | None
    ) -> str:
        site = [("SiteName", portal.site_name), ("SiteDomain", portal.site_domain), ("SiteIDCode", portal.site_code)]
        kept = [(name, value) for name, value in [*site, *tags] if name.startswith(self.tagged) or (name in ("PubDate", "ContentSource") and "Article" in self.tagged)]  # fmt: skip
        metas = "".join(f'<meta name="{name}" content="{value}" />\n' for name, value in kept)
        clock = f"今天是：{today.year}年{today.month}月{today.day}日" if today else ""
        sign = self.sign.format(site=portal.site_name, code=portal.site_code, icp=portal.icp, police=portal.police)
        named = self.page_title.format(title=esc(title), site=portal.site_name) if where else portal.site_name
        return self.shell.format(
            charset=self.encoding, tags=metas, title=named, menu=self._menus(portal), main=main, where=where or "首页",
            foot=(f"<p>{portal.foot}</p>" if portal.foot else "") + sign, clock=clock, site=portal.site_name,
        )  # fmt: skip

    def _menus(self, portal: Portal) -> str:
        if not self.is_grouped:
            return "".join(f'<li><a href="{esc(href)}">{name}</a></li>' for name, href in self._menu(portal))
        first = [one for one in portal.columns if one.parent is None]
        known = {kind for _, kinds in _GROUPS for kind in kinds}
        rest = "".join(f'<li><a href="{esc(portal.path_of(one))}">{one.name}</a></li>' for one in first if one.kind not in known)  # fmt: skip
        groups = ""
        for name, kinds in _GROUPS:
            links = "".join(f'<dd><a href="{esc(portal.path_of(one))}">{one.name}</a></dd>' for one in first if one.kind in kinds)  # fmt: skip
            groups += f'<li><a href="javascript:void(0)">{name}</a><dl class="sub" style="display:none">{links}</dl></li>'  # fmt: skip
        further = "".join(f'<li><a href="{esc(href)}">{name}</a></li>' for name, href in portal.menu)
        return f'<li><a href="/">首页</a></li>{groups}{rest}{further}'


@dataclass
class Ago(Site):
    """Young entries of a list tell how long ago they came."""

    def column_pages(self, portal: Portal, column: Column, today: date) -> Iterator[tuple[str, str]]:
        def ago(day: date) -> str:
            days = (today - day).days
            return {0: "3小时前", 1: "昨天"}.get(days) or (f"{days}天前" if 0 < days < 8 else f"{day}")

        self.list_day = ago
        yield from super().column_pages(portal, column, today)
