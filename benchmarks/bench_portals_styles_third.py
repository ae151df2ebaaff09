"""A third batch of styles, in shapes of real portals that the first two have not: written without a look at the rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.bench_portals_model import Column, Portal, esc
from benchmarks.bench_portals_styles import _HEAD, Drawn, iso, month_day

_SHELL = (
    _HEAD
    + '<body><div class="topbar">{clock}</div><div class="navbox"><ul>{menu}</ul></div><div class="mbx">您当前所在位置：'
    '<a href="/">首页</a>&nbsp;&gt;&nbsp;{where}</div><div class="mainbox">{main}</div><div class="footbox">{foot}</div></body></html>'
)
_SECTION = '<div class="block"><div class="bt"><em>{name}</em><a class="gd" href="{href}">查看更多</a></div><ul>{rows}</ul></div>'
_HOME_ROW = '<li><a href="{href}" title="{title}">{short}</a><span>{date}</span></li>'
_TEXT = (
    '<div class="xl"><h1 class="xl-title">{title}</h1><div class="xl-info"><span>发布时间：{shown}</span><span>信息来源：县融媒体中心</span>'
    '</div><div class="xl-text">{paragraphs}</div></div>'
)


@dataclass
class Footed(Drawn):
    """The foot of every page, with the codes of the site, is a page in a frame."""

    def extra(self, portal: Portal, today: date) -> Iterator[tuple[str, str]]:
        foot = f"<p>主办：{portal.site_name}办公室</p><p>{portal.foot}网站标识码：{portal.site_code}　{portal.icp}　{portal.police}</p>"
        yield "/inc/bottom.html", f"<html><head><title></title></head><body><center>{foot}</center></body></html>"


GRIDVIEW = Footed(
    name="GridView",
    column="/List.aspx?ClassID={number}",
    item="/Show.aspx?ID={key}",
    row='<tr style="background-color:White;"><td><a id="ctl00_Main_GridView1_ctl02_HyperLink1" href="{href}" target="_blank">{title}</a></td>'
    "<td>{date}</td></tr>",
    listing='<div><table cellspacing="0" id="ctl00_Main_GridView1"><tr><th scope="col">标题</th><th scope="col">添加时间</th></tr>{rows}</table>'
    "</div><div>共{total}条 <a href=\"javascript:__doPostBack('ctl00$Main$Pager','2')\">下页</a></div>",
    text='<span id="ctl00_Main_lblTitle">{title}</span><br><span id="ctl00_Main_lblTime">{shown}</span><span id="ctl00_Main_lblHits">107</span>'
    '<div id="ctl00_Main_divContent">{paragraphs}</div>',
    shell='<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title>'
    '</head><body><form name="aspnetForm" method="post" action="List.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK">'
    '<div id="menu"><ul>{menu}</ul></div><div>{clock}</div><div>当前栏目：{where}</div>{main}</form><iframe src="/inc/bottom.html" width="100%" '
    'height="120" frameborder="0"></iframe></body></html>',
    section='<table><tr><td class="h"><a href="{href}">{name}</a></td></tr>{rows}</table>',
    encoding="gb2312",
    is_tagged=False,
    list_day=lambda day: f"{day.year}/{day.month}/{day.day} 0:00:00",
    home_day=lambda day: f"{day.year}/{day.month}/{day.day}",
    shown_day=lambda day: f"{day.year}/{day.month}/{day.day} 9:41:07",
    blank='<div><table id="ctl00_Main_GridView1"><tr><th scope="col">标题</th><th scope="col">添加时间</th></tr></table></div><div>共0条</div>',
    per_page=60,
)
CATALOGUE = Drawn(
    name="catalogue",
    column="/zfxxgk/fdzdgknr/{folder}/index.html",
    item="/zfxxgk/fdzdgknr/{folder}/gk_{key}.html",
    further="/zfxxgk/fdzdgknr/{folder}/index_{n}.html",
    pager='<div class="fy">{links}<a href="{next}">下一页</a></div>',
    row='<li class="row"><p class="xh">{day}</p><p class="bt"><a href="{href}" title="{title}">{title}</a></p><p class="wh">政办发〔2026〕{day}号</p>'
    '<p class="rq">{date}</p></li>',
    listing='<div class="xxgk-r"><ul><li class="th"><p>序号</p><p>标题</p><p>文号</p><p>成文日期</p><p>发布日期</p></li>{rows}</ul>{pager}</div>',
    text='<table class="xxsx"><tr><td>索 引 号：</td><td>000014349/2026-00031</td><td>发文机关：</td><td>县政府办公室</td></tr><tr><td>成文日期：</td>'
    "<td>{shown}</td></tr><tr><td>主题分类：</td><td>综合政务</td><td>有 效 性：</td><td>有效</td></tr></table><h2>{title}</h2><div class='nr'>{paragraphs}</div>",
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    list_day=lambda day: f'{day - timedelta(days=9)}</p><p class="rq">{day}',
    home_day=month_day,
    shown_day=lambda day: f"{day - timedelta(days=9)}</td><td>发布日期：</td><td>{day} 11:05",
)


@dataclass
class Grouped(Drawn):
    """Rows stand under the heading of their month and show the day only."""

    def _column_page(self, portal: Portal, column: Column, inside: str, today: date) -> str:
        last = ""

        def heading(found: re.Match[str]) -> str:
            nonlocal last
            same, last = found[1] == last, found[1]
            year, month = last.split("-")
            return "" if same else f"</ul><h4>{year}年{int(month)}月</h4><ul>"

        return super()._column_page(portal, column, re.sub(r"@([\d-]+)@", heading, inside), today)


TIMELINE = Grouped(
    name="timeline",
    column="/sy/{folder}.html",
    item="/sy/{folder}/{key}.shtml",
    further="/sy/{folder}-{n}.html",
    pager='<div class="page">{links}<a href="{next}">下页</a></div>',
    row='@{month}@<li><i>{day}日</i><a href="{href}">{title}</a></li>',
    listing='<div class="time-axis"><ul>{rows}</ul>{pager}</div>',
    text=_TEXT,
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    home_day=lambda day: f"{day:%m/%d}",
    shown_day=lambda day: f"{day:%Y年%m月%d日}",
    blank='<div class="time-axis"><ul></ul></div>',
)
BARE_LIST = Drawn(
    name="dates on pages only",
    column="/{folder}/index.htm",
    item="/{folder}/{key}.htm",
    further="/{folder}/index{n}.htm",
    pager='<p align="right">{links}<a href="{next}">下一页</a></p>',
    row='<li><a href="{href}" target="_blank">{title}</a></li>',
    listing='<ul class="wz">{rows}</ul>{pager}',
    text='<h1>{title}</h1><p class="sj">{shown}　县政府办　<a href="javascript:window.print()">打印</a></p><div class="wzzw">{paragraphs}</div>',
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    home_day=month_day,
    shown_day=lambda day: f"{day} 08:00:00",
    is_tagged=False,
)
ONCLICK = Drawn(
    name="onclick",
    column="/publish/{folder}/list.html",
    item="/publish/{folder}/detail_{key}.html",
    further="/publish/{folder}/list_{n}.html",
    pager='<div class="pg">{links}<a href="{next}">下一页</a></div>',
    row='<li><a href="javascript:void(0)" onclick="window.open(\'{href}\')" title="{title}">{title}</a><span class="rq">{date}</span></li>',
    listing='<div class="zx-list"><ul>{rows}</ul>{pager}</div>',
    text=_TEXT,
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    home_day=lambda day: f"（{day:%m-%d}）",
    list_day=lambda day: f"（{day}）",
    shown_day=lambda day: f"{day:%Y-%m-%d %H:%M}",
)


@dataclass
class Inlined(Drawn):
    """The rows are data in a script of the page."""

    def _column_page(self, portal: Portal, column: Column, inside: str, today: date) -> str:
        return super()._column_page(portal, column, inside.replace("},]", "}]"), today)


INLINED = Inlined(
    name="inlined data",
    column="/channel/{number}",
    item="/channel/{number}/content/{key}",
    row='{{"id":{day},"title":"{title}","url":"{href}","publishTime":"{date}","top":0}},',
    listing='<div id="newsList" class="list"></div><script>var listData=[{rows}];$(function(){{renderList("#newsList",listData,15);}});</script>',
    text=_TEXT,
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    list_day=lambda day: f"{day} 09:30:00",
    home_day=iso,
    shown_day=lambda day: f"{day} 09:30",
    blank='<div id="newsList" class="list"></div><script>var listData=[];$(function(){renderList("#newsList",listData,15);});</script>',
    per_page=60,
)
DIGEST = Drawn(
    name="digest",
    column="/html/{folder}/",
    item="/html/{folder}/{key}/",
    further="/html/{folder}/page-{n}/",
    pager='<div class="pagebar">{links}<a href="{next}">下一页»</a></div>',
    row='<div class="item"><a class="pic" href="{href}"><img src="/u/{day}.jpg" alt=""></a><div class="tx"><h3>[<a href="/about/map.html">县内</a>] <a href="{href}">'
    '{title}</a></h3><p>据悉，自2019年6月1日新规施行以来，截至4月30日已惠及群众三千余人次，下一步将于12月31日前全面完成……<a href="{href}">[详细]</a></p>'
    "<span>{date}　来源：融媒体中心　浏览：2{day}1次</span></div></div>",
    listing='<div class="digest">{rows}</div>{pager}',
    text=_TEXT.replace("发布时间：{shown}", "{shown}"),
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    list_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    home_day=month_day,
    shown_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日 17:40",
)


@dataclass
class Tabbed(Drawn):
    """The page of a column holds the list of its neighbour behind a tab."""

    def _column_page(self, portal: Portal, column: Column, inside: str, today: date) -> str:
        others = [
            one for one in portal.columns if one is not column and one.on_home and one.inside is None and one.up(today)
        ]
        if not others or column.inside is not None:
            return super()._column_page(portal, column, inside, today)
        other = others[column.number % len(others)]
        rows = "".join(self._row(self.row, portal, other, item, self.list_day) for item in other.up(today)[:8])
        tabs = f'<ul class="tabs"><li class="on">{column.name}</li><li><a href="{esc(portal.path_of(other))}">{other.name}</a></li></ul>'
        behind = f'<div class="tab-c" style="display:none"><ul class="lb">{rows}</ul></div>'
        return super()._column_page(portal, column, f'{tabs}<div class="tab-c">{inside}</div>{behind}', today)


TABS = Tabbed(
    name="tabs",
    column="/{folder}/list.shtml",
    item="/{folder}/{y}-{m:02}/{key}.shtml",
    further="/{folder}/list_{n}.shtml",
    pager='<div class="pageturn">{links}<a href="{next}">下一页</a></div>',
    row='<li><a href="{href}">{title}</a><small>{date}</small></li>',
    listing='<ul class="lb">{rows}</ul>{pager}',
    text=_TEXT,
    shell=_SHELL,
    section=_SECTION,
    home_row=_HOME_ROW,
    shown_day=lambda day: f"{day}",
)
SSR = Drawn(
    name="rendered",
    column="/c/{folder}",
    item="/c/{folder}/{hexed}",
    further="/c/{folder}?page={n}",
    pager='<nav class="el-pagination">{links}<a href="{next}">›</a></nav>',
    row='<article class="news-item"><a href="{href}"><h3>{title}</h3></a><time {date}</time></article>',
    listing='<section class="news-list">{rows}</section>{pager}',
    text='<article class="detail"><header><h1>{title}</h1><time {shown}</time><span>县政府办</span></header><section>{paragraphs}</section></article>',
    shell='<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{charset}"><title>{title}</title>{tags}</head><body><div id="__nuxt"><header><nav>{menu}</nav>'
    '</header><div class="crumb"><a href="/">首页</a><i>/</i>{where}</div><main>{main}</main><footer>{foot}</footer></div><script>window.__NUXT__={{}}</script>'
    "</body></html>",
    section='<section class="panel"><h2>{name}</h2><a href="{href}">更多</a>{rows}</section>',
    list_day=lambda day: f'datetime="{day}T09:12:00+08:00">{day:%m/%d}',
    home_day=lambda day: f'datetime="{day}T09:12:00+08:00">{day:%m/%d}',
    shown_day=lambda day: f'datetime="{day}T09:12:00+08:00">{day:%m/%d} 09:12',
    blank='<section class="news-list"><div class="el-empty"><p>暂无数据</p></div></section>',
)
THIRD_STYLES = (GRIDVIEW, CATALOGUE, TIMELINE, BARE_LIST, ONCLICK, INLINED, DIGEST, TABS, SSR)
