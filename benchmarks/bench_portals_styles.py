"""How CMS families and home-made sites draw a portal. A style is data: addresses, rows, frames, the way of a date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.bench_portals_model import Column, Item, Portal, esc
from benchmarks.bench_portals_words import chinese_day


def iso(day: date) -> str:
    return day.isoformat()


def month_day(day: date) -> str:
    return f"{day:%m-%d}"


@dataclass
class Drawn:
    """A style by its pieces, each a pattern for str.format."""

    name: str
    column: str
    item: str
    row: str
    listing: str
    text: str  # an article: title, shown, paragraphs
    shell: str  # the whole page: head, menu, main, foot
    section: str  # of the home page: name, href, rows
    encoding: str = "utf-8"
    is_tagged: bool = True
    further: str = ""  # address of page n of a list; none: no paging
    pager: str = ""
    list_day: Callable[[date], str] = iso
    home_day: Callable[[date], str] = iso
    shown_day: Callable[[date], str] = iso
    blank: str | None = None  # a list without rows; None: the listing with nothing in it
    paragraph: str = "<p>　　{0}</p>"
    home_row: str = ""
    per_page: int = 15

    # ── addresses ────────────────────────────────────────────────────────────

    def column_path(self, column: Column) -> str:
        return self.column.format(folder=column.folder, number=column.number)

    def item_path(self, column: Column, item: Item) -> str:
        day = item.posted or item.day
        hexed = f"{item.key * 2654435761 % 16**16:016x}" * 2
        return self.item.format(
            folder=column.folder, number=column.number, key=item.key, y=day.year, m=day.month, d=day.day, hexed=hexed
        )

    # ── pages ────────────────────────────────────────────────────────────────

    def column_pages(self, portal: Portal, column: Column, today: date) -> Iterator[tuple[str, str]]:
        path = portal.path_of(column)
        items = column.up(today)
        if column.inside is not None or not items:
            if column.inside is not None:
                inside = column.inside
            elif self.blank is not None:
                inside = self.blank
            else:
                inside = self.listing.format(rows="", pages=1, total=0, pager="", page=0)
            yield path, self._column_page(portal, column, inside, today)
            return
        sheets = [items[at : at + self.per_page] for at in range(0, len(items), self.per_page)]
        sheets = sheets if self.further else sheets[:1]
        names = {"path": path, "folder": column.folder, "number": column.number}
        addresses = [path, *(self.further.format(n=number, **names) for number in range(1, len(sheets)))]
        for number, sheet in enumerate(sheets):
            rows = "\n".join(self._row(self.row, portal, column, item, self.list_day) for item in sheet)
            pager = ""
            if len(sheets) > 1:
                links = "".join(f'<a href="{esc(one)}">{at + 1}</a> ' for at, one in enumerate(addresses))
                pager = self.pager.format(links=links, next=addresses[min(number + 1, len(sheets) - 1)])
            inside = self.listing.format(rows=rows, pages=len(sheets), total=len(items), pager=pager, page=number)
            yield addresses[number], self._column_page(portal, column, inside, today)

    def _column_page(self, portal: Portal, column: Column, inside: str, today: date) -> str:
        children = [one for one in portal.columns if one.parent is column]
        links = "".join(f'<li><a href="{esc(portal.path_of(one))}">{one.name}</a></li>' for one in children)
        tags = [("ColumnName", column.name), ("ColumnType", column.name), ("ColumnDescription", f"{column.name}栏目")]
        inside = (f'<ul class="subnav">{links}</ul>' if links else "") + inside + column.side
        return self._page(portal, f"{column.name}_{portal.site_name}", inside, tags, column.name, today)

    def article(self, portal: Portal, column: Column, item: Item) -> str:
        text = item.body or "\n".join(self.paragraph.format(one) for one in item.paragraphs)
        shown = self.shown_day(item.day) if item.shows_date else ""
        main = self.text.format(title=esc(item.title), shown=shown, paragraphs=text)
        if not item.shows_date:
            main = _without_empty_labels(main)
        tags = [("ColumnName", column.name), ("ArticleTitle", esc(item.title)), ("ContentSource", portal.site_name)]
        tags += [("PubDate", f"{item.day} 09:{item.key % 60:02}")] if item.shows_date else []
        return self._page(portal, f"{item.title}_{column.name}_{portal.site_name}", main, tags, column.name, None)

    def plain(self, portal: Portal, title: str, inside: str) -> str:
        return self._page(portal, f"{title}_{portal.site_name}", inside, [], title, None)

    def home(self, portal: Portal, today: date) -> str:
        if portal.home_inside is not None:
            return self._page(portal, portal.site_name, portal.home_inside, [], "", today)
        sections = []
        for column in portal.columns:
            if column.on_home and column.inside is None and column.up(today):
                row = self.home_row or self.row
                row = row.replace("<record><![CDATA[", "").replace("]]></record>", "")
                rows = "\n".join(self._row(row, portal, column, one, self.home_day) for one in column.up(today)[:6])
                sections.append(self.section.format(name=column.name, href=esc(portal.path_of(column)), rows=rows))
        return self._page(portal, portal.site_name, "\n".join(sections) + portal.hidden, [], "", today)

    # ── pieces ───────────────────────────────────────────────────────────────

    def _row(self, row: str, portal: Portal, column: Column, item: Item, day: Callable[[date], str]) -> str:
        title = item.listed_as or item.title
        short = title if len(title) <= 26 else title[:24] + "..."
        return row.format(
            href=esc(portal.path_of(column, item)), title=esc(title), short=esc(short), state=item.state,
            date=day(item.day) if item.shows_date else "", day=item.day.day, month=f"{item.day:%Y-%m}",
        )  # fmt: skip

    def _page(
        self, portal: Portal, title: str, main: str, tags: list[tuple[str, str]], where: str, today: date | None
    ) -> str:
        site = [("SiteName", portal.site_name), ("SiteDomain", portal.site_domain), ("SiteIDCode", portal.site_code)]
        metas = "".join(f'<meta name="{name}" content="{value}">\n' for name, value in [*site, *tags])
        menu = "".join(f'<li><a href="{esc(href)}">{name}</a></li>' for name, href in self._menu(portal))
        clock = f"今天是{today.year}年{today.month}月{today.day}日 星期一" if today else ""
        foot = f"<p>主办：{portal.site_name}办公室　地址：人民路1号</p><p>{portal.foot}"
        foot += f"政府网站标识码：{portal.site_code}　{portal.icp}　{portal.police}　Copyright &copy; 2019 版权所有</p>"
        page = self.shell.format(
            charset=self.encoding, tags=metas if self.is_tagged else "", title=esc(title), menu=menu, main=main,
            foot=foot, clock=clock, site=portal.site_name, where=where,
        )  # fmt: skip
        return page.replace("http-charset", self.encoding)

    def _menu(self, portal: Portal) -> Iterator[tuple[str, str]]:
        yield "首页", "/"
        for column in portal.columns:
            if column.parent is None:
                yield column.name, portal.path_of(column)
        yield from portal.menu


def _without_empty_labels(main: str) -> str:
    for label in ("发布时间：", "发布日期：", "时间：", "日期：", "[]", "更新时间：", "发表于 "):
        main = main.replace(label, "")
    return main


_HEAD = """<!DOCTYPE html>
<html><head><meta charset="{charset}">
<title>{title}</title>
{tags}<link rel="stylesheet" href="/css/style.css"><script src="/js/jquery.min.js"></script></head>
"""
TRS = Drawn(
    name="TRS",
    column="/zwgk/{folder}/",
    item="/zwgk/{folder}/{y}{m:02}/t{y}{m:02}{d:02}_{key}.html",
    further="{path}index_{n}.html",
    row='<li><a href="{href}" target="_blank" title="{title}">{short}</a><span>{date}</span></li>',
    listing='<div class="list_box"><ul class="list">{rows}</ul></div><div class="page"><script>createPageHTML({pages}, '
    '{page}, "index", "html");</script></div>',
    text='<div class="article"><h1>{title}</h1><div class="info"><span>发布时间：{shown}</span><span>来源：本站</span>'
    "<span>字体：[大 中 小]</span></div><div class='TRS_Editor'>{paragraphs}</div><div class='share'>分享到：微信 微博"
    "</div><div>【打印本页】【关闭窗口】</div></div>",
    shell=_HEAD
    + '<body><div class="header"><a href="/"><img src="/images/logo.png" alt="{site}"></a><div class="date">'
    '{clock}</div><ul class="nav">{menu}</ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; {where}</div>'
    '<div class="main">{main}</div><div class="footer">{foot}</div></body></html>',
    section='<div class="box"><div class="tit"><h3>{name}</h3><a class="more" href="{href}">更多&gt;&gt;</a></div><ul>'
    "{rows}</ul></div>",
    home_day=month_day,
    shown_day=lambda day: f"{day} 09:15",
)
JCMS = Drawn(
    name="jcms",
    column="/col/col{number}/index.html",
    item="/art/{y}/{m}/{d}/art_{number}_{key}.html",
    row="<record><![CDATA[<li><a title='{title}' href='{href}' target='_blank'>{title}</a><span>{date}</span></li>]]>"
    "</record>",
    listing='<div class="bt-mod"><div id="{total}99"><script type="text/xml"><datastore><nextgroup></nextgroup>'
    "<recordset>{rows}</recordset><totalrecord>{total}</totalrecord></datastore></script></div>"
    '<script src="/script/jquery.jpage.min.js"></script></div>',
    text='<table id="article" width="100%"><tr><td class="title">{title}</td></tr><tr><td>发布日期：{shown}　浏览次数：'
    '<script src="/module/visitcount/articlehits.jsp?colid=1&artid=2"></script>　字号：[ 大 中 小 ]</td></tr><tr><td>'
    '<div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{paragraphs}<meta name="ContentEnd"></div>'
    "</td></tr></table>",
    shell=_HEAD + '<body><div id="top">{clock}</div><table class="daohang"><tr><td><ul>{menu}</ul></td></tr></table>'
    '<div class="weizhi">您现在的位置：<a href="/">首页</a> / {where}</div>{main}<div id="bottom">{foot}</div></body></html>',
    section='<div class="con"><h2><a href="{href}">{name}</a></h2><ul>{rows}</ul></div>',
    per_page=60,
)
UCAP = Drawn(
    name="UCAP",
    column="/c1074{number}/list.shtml",
    item="/c1074{number}/{y}{m:02}/{hexed}.shtml",
    further="/c1074{number}/list_{n}.shtml",
    pager='<div class="pagination">{links}<a href="{next}">下一页</a></div>',
    row='<li><i></i><a href="{href}" title="{title}">{title}</a><b>{date}</b></li>',
    listing='<div class="gl-list"><ul>{rows}</ul>{pager}</div>',
    text='<div class="detail"><h2 class="title">{title}</h2><p class="explain">时间：{shown}　来源：<span>政府办</span>　'
    '浏览量：<em id="hits">0</em></p><div id="UCAP-CONTENT">{paragraphs}</div><p>扫一扫在手机打开当前页</p></div>',
    shell=_HEAD
    + '<body><header>{clock}<nav><ul>{menu}</ul></nav></header><section class="location">当前位置：<a href="/">'
    "首页</a>&gt;<span>{where}</span></section><main>{main}</main><footer>{foot}</footer></body></html>",
    section='<div class="tab-item"><div class="hd"><a href="{href}">{name}</a></div><ul>{rows}</ul></div>',
    list_day=month_day,
    home_day=month_day,
    shown_day=lambda day: f"{day} 10∶08",
)
BODA = Drawn(
    name="博达",
    column="/{folder}.htm",
    item="/info/{number}/{key}.htm",
    further="/{folder}/{n}.htm",
    pager='<div>{links}<a href="{next}">下页</a> <a href="{next}">尾页</a></div>',
    row='<tr id="line_u8_{day}" height="24"><td width="2%"><span class="leaderfont57">·</span></td><td><a class="c57" '
    'href="{href}" title="{title}" target="_blank">{title}</a></td><td width="1%" nowrap><span class="timestyle57">{date}'
    "&nbsp;</span></td></tr>",
    listing='<table class="winstyle57" width="100%">{rows}</table>{pager}',
    text='<form name="_newscontent_fromname"><table class="winstyle1" width="100%"><tr><td class="titlestyle1" align="'
    'center">{title}</td></tr><tr><td align="center"><span class="timestyle1">{shown}</span><span class="authorstyle1">'
    '&nbsp;政府办&nbsp;</span>(点击: <script>_showDynClicks("wbnews", 1, 2)</script>)</td></tr><tr><td><div id="vsb_content'
    '">{paragraphs}</div></td></tr></table></form>',
    shell=_HEAD
    + '<body><table width="1000" align="center"><tr><td>{clock}</td></tr><tr><td><ul id="menu">{menu}</ul></td>'
    '</tr></table><table width="1000"><tr><td class="winstyle2">当前位置: <a href="/">首页</a>&gt;&gt;{where}</td></tr><tr>'
    '<td valign="top">{main}</td></tr></table><table width="1000"><tr><td align="center">{foot}</td></tr></table></body>'
    "</html>",
    section='<table class="box"><tr><td>{name}</td><td><a href="{href}">更多</a></td></tr><tr><td colspan="2"><table>{rows}'
    "</table></td></tr></table>",
    list_day=lambda day: f"{day:%Y/%m/%d}",
    home_day=lambda day: f"{day:%Y/%m/%d}",
    shown_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日 15:22",
    blank="",
)
GUANGDONG = Drawn(
    name="南方网",
    column="/{folder}/index.html",
    item="/{folder}/content/post_{key}.html",
    further="/{folder}/index_{n}.html",
    pager='<div class="pages">{links}<a class="next" href="{next}">下一页</a></div>',
    row='<li><span class="sj">{date}</span><a href="{href}">{title}</a></li>',
    listing='<div class="con-right"><ul class="news_list">{rows}</ul>{pager}</div>',
    text='<div class="content-box"><h3 class="zw-title">{title}</h3><div class="zw-info"><span class="ly">来源：本网</span>'
    '<span class="time">发布时间：{shown}</span></div><div class="zw"><div class="article-content">{paragraphs}</div></div>'
    "</div>",
    shell=_HEAD
    + '<body><div class="top">{clock}</div><div class="menu"><ul>{menu}</ul></div><div class="position">当前位置'
    '：<a href="/">首页</a> &gt; {where}</div><div class="wrap">{main}</div><div class="foot">{foot}</div></body></html>',
    section='<div class="part"><p class="bt"><span>{name}</span><a href="{href}">更多+</a></p><ul>{rows}</ul></div>',
    list_day=lambda day: f"[{day}]",
    home_day=lambda day: f"[{day}]",
    shown_day=lambda day: f"{day} 16:33:20",
)
GOVCN = Drawn(
    name="gov.cn",
    column="/{folder}/",
    item="/{folder}/content_{key}.htm",
    further="/{folder}/home_{n}.htm",
    pager='<div class="newspage cl">{links}<a href="{next}">下一页</a></div>',
    row='<li><h4><a href="{href}" target="_blank">{title}</a><span class="date"> {date} </span></h4></li>',
    listing='<div class="news_box"><div class="list list_1 list_2"><ul>{rows}</ul></div>{pager}</div>',
    text='<div class="article oneColumn pub_border"><h1>{title}</h1><div class="pages-date">{shown} <span class="font">来源：'
    ' 政府网站</span></div><div class="pages_content" id="UCAP-CONTENT">{paragraphs}</div><div class="editor">责任编辑：李梅'
    "</div></div>",
    shell=_HEAD
    + '<body><div class="header">{clock}<ul class="nav_list">{menu}</ul></div><div class="BreadcrumbNav"><a '
    'href="/">首页</a> &gt; {where}</div><div class="content">{main}</div><div class="footer">{foot}</div></body></html>',
    section='<div class="column"><div class="column_top"><a href="{href}">{name}</a></div><ul>{rows}</ul></div>',
    home_day=month_day,
    shown_day=lambda day: f"{day} 17:21",
)
ASP = Drawn(
    name="ASP tables",
    column="/list.asp?id={number}",
    item="/show.asp?id={key}",
    further="/list.asp?id={number}&page={n}",
    pager='<tr><td>{links}<a href="{next}">下一页</a></td></tr>',
    row='<tr><td><font color="#333333">·<a href="{href}">{title}</a></font></td><td><font color="#999999">[{date}]</font>'
    "</td></tr>",
    listing='<table border="0" width="700"><tr><td bgcolor="#F0F0F0">栏目列表</td></tr>{rows}{pager}</table>',
    text='<table border="0" width="90%"><tr><td align="center"><b><font size="4">{title}</font></b></td></tr><tr><td align="'
    'center"><font color="red">发布时间：{shown}　　阅读：23 次</font></td></tr><tr><td><font size="3">{paragraphs}</font>'
    "</td></tr></table>",
    shell='<html><head><meta http-equiv="Content-Type" content="text/html; charset=http-charset"><title>{title}</title>'
    '</head><body bgcolor="#ffffff"><table width="980"><tr><td>{clock}</td></tr><tr><td><ul>{menu}</ul></td></tr></table>'
    '<table width="980"><tr><td>您的位置：<a href="/">首页</a> -&gt; {where}</td></tr><tr><td>{main}</td></tr></table><table '
    'width="980"><tr><td align="center">{foot}</td></tr></table></body></html>',
    section='<table width="480" border="1"><tr><td><b>{name}</b></td><td><a href="{href}">more...</a></td></tr>{rows}</table>',
    encoding="gb2312",
    is_tagged=False,
    list_day=lambda day: f"{day.year}-{day.month}-{day.day}",
    home_day=lambda day: f"{day.year}-{day.month}-{day.day}",
    shown_day=lambda day: f"{day.year}-{day.month}-{day.day} 8:05:09",
    paragraph="　　{0}<br>",
    blank='<table border="0" width="700"><tr><td>暂无信息！</td></tr></table>',
)
INLINE = Drawn(
    name="home-made",
    column="/{folder}.php",
    item="/view.php?nid={key}",
    further="/{folder}.php?p={n}",
    pager='<div style="text-align:right">{links}</div>',
    row='<div style="line-height:28px;border-bottom:1px dashed #ccc"><span style="color:#888">{date}</span> <a style="color'
    ':#000" href="{href}">{title}</a></div>',
    listing='<div style="width:720px;float:right">{rows}{pager}</div>',
    text='<div style="padding:20px"><div style="font-size:22px;text-align:center">{title}</div><div style="text-align:center'
    ';color:#999">时间：{shown} 作者：管理员 点击：56</div><div style="font-size:16px;line-height:2">{paragraphs}</div></div>',
    shell='<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title></head><body><div style="background:'
    '#036"><ul style="list-style:none">{menu}</ul></div><div style="color:#666">{clock}</div><div style="margin:8px">'
    '<a href="/">首页</a> » {where}</div><div style="width:1000px">{main}</div><div style="text-align:center">{foot}</div>'
    "</body></html>",
    section='<div style="float:left;width:480px"><div style="font-weight:bold">{name} <a href="{href}">更多</a></div>{rows}'
    "</div>",
    is_tagged=False,
    list_day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    home_day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    shown_day=lambda day: chinese_day(day),
    blank='<div style="width:720px;float:right"></div>',
)
FIRST_STYLES = (TRS, JCMS, UCAP, BODA, GUANGDONG, GOVCN, ASP, INLINE)
