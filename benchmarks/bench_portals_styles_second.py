"""A second batch of styles, written after the rules were mended by the first: the hold-out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.bench_portals_model import Portal
from benchmarks.bench_portals_styles import _HEAD, Drawn, iso
from benchmarks.bench_portals_words import chinese_day

DEDE = Drawn(
    name="织梦",
    column="/a/{folder}/",
    item="/a/{folder}/{y}/{m:02}{d:02}/{key}.html",
    further="/a/{folder}/list_{number}_{n}.html",
    pager='<div class="dede_pages"><ul class="pagelist"><li>首页</li>{links}<li><a href="{next}">下一页</a></li></ul></div>',
    row='<li><a href="{href}" class="title">{title}</a><span class="info"><small>日期：</small>{date} 10:21:33<small>点击：'
    '</small>112 <small>好评：</small>0</span><p class="intro">本网讯 近日，我县认真落实有关部署，取得良好成效……</p></li>',
    listing='<div class="pleft"><dl class="tbox"><dd class="listbox"><ul class="e2">{rows}</ul></dd></dl>{pager}</div>',
    text='<div class="viewbox"><div class="title"><h2>{title}</h2></div><div class="info"><small>时间:</small>{shown}<small>'
    '来源:</small>未知 <small>作者:</small>admin <small>点击:</small>次</div><div class="content"><table width="100%"><tr><td>'
    "{paragraphs}</td></tr></table></div></div>",
    shell=_HEAD
    + '<body class="articlelist"><div class="header"><ul class="nav">{menu}</ul>{clock}</div><div class="place">'
    '<strong>当前位置:</strong> <a href="/">主页</a> > {where}</div>{main}<div class="footer">{foot}</div></body></html>',
    section='<dl class="tbox"><dt><strong><a href="{href}">{name}</a></strong><span class="more"><a href="{href}">更多...</a>'
    '</span></dt><dd><ul class="d1">{rows}</ul></dd></dl>',
    home_row='<li><span class="date">{date}</span><a href="{href}">{short}</a></li>',
    is_tagged=False,
    shown_day=lambda day: f"{day} 10:21",
    home_day=lambda day: f"{day:%m-%d}",
    paragraph="<div>　　{0}</div>",
)
CARDS = Drawn(
    name="cards",
    column="/{folder}/index.html",
    item="/{folder}/details/{key}.html",
    further="/{folder}/index_{n}.html",
    pager='<div class="pages">{links}<a href="{next}">&gt;</a></div>',
    row='<div class="card"><div class="cal"><strong>{day}</strong><span>{month}</span></div><div class="txt"><a href="{href}">'
    "<h4>{title}</h4><p>各单位要进一步提高认识，把工作摆在更加突出的位置，层层压实工作责任……</p></a></div></div>",
    listing='<div class="cards">{rows}</div>{pager}',
    text='<article><h1>{title}</h1><ul class="meta"><li>发布日期：{shown}</li><li>信息来源：县政府办</li><li>浏览次数：<b>12</b></li>'
    '</ul><section class="rich-text">{paragraphs}</section></article>',
    shell=_HEAD
    + '<body><header><div class="w">{clock}</div><nav>{menu}</nav></header><div class="bread"><span>您现在的位置：'
    '</span><a href="/">首页</a><i>/</i><b>{where}</b></div><main>{main}</main><footer>{foot}</footer></body></html>',
    section='<section><h3>{name}<a href="{href}">MORE+</a></h3>{rows}</section>',
    blank='<div class="cards"><p class="none">没有相关信息</p></div>',
    shown_day=lambda day: f"{day:%Y/%m/%d}",
)
TERMS = Drawn(
    name="dl",
    column="/channels/{number}.html",
    item="/contents/{number}/{key}.html",
    further="/channels/{number}_{n}.html",
    pager="<p>{links}<a href='{next}'>后一页</a></p>",
    row="<dt><a href='{href}' title='{title}'>{short}</a></dt><dd>{date}</dd>",
    listing="<div id='c1'><dl>{rows}</dl>{pager}</div>",
    text="<div id='c2'><p class='t'>{title}</p><p class='d'>{shown}　信息来源：县府办　【字号：大 中 小】</p><div class='b'>{paragraphs}"
    "</div><p>上一篇：<a href='/about/jgzn.html'>关于召开全县经济工作会议的通知</a></p></div>",
    shell=_HEAD
    + "<body><div id='h'><ul>{menu}</ul><em>{clock}</em></div><div id='p'>首页 &gt; {where}</div><div id='m'>{main}"
    "</div><div id='f'>{foot}</div></body></html>",
    section="<div class='s'><h2>{name}</h2><a href='{href}'>更多</a><dl>{rows}</dl></div>",
    list_day=lambda day: f"{day:%Y.%m.%d}",
    home_day=lambda day: f"{day:%Y.%m.%d}",
    shown_day=lambda day: f"{day:%Y.%m.%d}",
    blank="<div id='c1'><dl></dl></div>",
)
YEARLESS = Drawn(
    name="yearless",
    column="/lb.asp?lm={number}",
    item="/nr.asp?id={key}",
    row='<p>· <a href="{href}">{title}</a> ({date})</p>',
    listing="<td valign=top width=700>{rows}</td>",
    text="<td valign=top width=700><center><font face=黑体 size=5>{title}</font></center><center>（{shown}）</center><hr>"
    "{paragraphs}</td>",
    shell='<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title></head><body>'
    "<table width=900><tr><td>{clock}</td></tr><tr><td>{menu}</td></tr></table><table width=900><tr><td width=180 bgcolor=#eee>"
    "栏目导航</td>{main}</tr></table><table width=900><tr><td align=center>{foot}</td></tr></table></body></html>",
    section='<td width=440><b>{name}</b> <a href="{href}">更多&gt;&gt;</a>{rows}</td>',
    encoding="gb2312",
    is_tagged=False,
    list_day=lambda day: f"{day.month}月{day.day}日",
    home_day=lambda day: f"{day.month}月{day.day}日",
    shown_day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    blank="<td valign=top width=700>本栏目内容正在整理中</td>",
    paragraph="　　{0}<br><br>",
    per_page=60,
)
WEBPLUS = Drawn(
    name="webplus",
    column="/{number}/list.htm",
    item="/{y}/{m:02}{d:02}/c{number}a{key}/page.htm",
    further="/{number}/list{n}.htm",
    pager='<div id="wp_paging_w6"><ul class="wp_paging clearfix"><li class="pages_count">每页 15 记录</li><li class="page_nav">'
    '{links}<a class="next" href="{next}"><span>下一页&gt;&gt;</span></a></li></ul></div>',
    row='<li class="news n1 clearfix"><span class="news_title"><a href="{href}" target="_blank" title="{title}">{title}</a></span>'
    '<span class="news_meta">{date}</span></li>',
    listing='<div id="wp_news_w6"><ul class="news_list list2">{rows}</ul></div>{pager}',
    text='<div class="article" frag="窗口3"><h1 class="arti_title">{title}</h1><p class="arti_metas"><span class="arti_publisher">'
    '发布者：县政府办</span><span class="arti_update">发布时间：{shown}</span><span class="arti_views">浏览次数：<span>10</span>'
    '</span></p><div class="entry"><div class="read"><div class=\'wp_articlecontent\'>{paragraphs}</div></div></div></div>',
    shell=_HEAD
    + '<body><div class="wrapper header">{clock}</div><div class="wrapper nav"><ul class="wp_nav">{menu}</ul></div>'
    '<div class="col_metas"><span class="path_name">当前位置：</span><a href="/">首页</a><span>&gt;</span>{where}</div>{main}'
    '<div class="wrapper foot">{foot}</div></body></html>',
    section='<div class="post"><div class="tt"><h3 class="tit">{name}</h3><a href="{href}" class="more_text">More</a></div><ul>'
    "{rows}</ul></div>",
)
TABULAR = Drawn(
    name="tabular",
    column="/openness/{folder}/index.jhtml",
    item="/openness/detail?infoId={key}",
    further="/openness/{folder}/index_{n}.jhtml",
    pager='<div class="turn">共 {links} 页 <a href="{next}">下一页</a></div>',
    row='<tr><td>{day}</td><td><a href="{href}" title="{title}">{short}</a></td><td>县政府办</td><td>{date}</td></tr>',
    listing='<table class="xxgk"><thead><tr><th>序号</th><th>信息名称</th><th>发布机构</th><th>公开日期</th></tr></thead><tbody>'
    "{rows}</tbody></table>{pager}",
    text='<table class="head"><tr><td>索引号：</td><td>0147/2026-00123</td><td>信息分类：</td><td>其他</td></tr><tr><td>发布机构：'
    "</td><td>县政府办</td><td>公开日期：</td><td>{shown}</td></tr><tr><td>名　称：</td><td colspan=3>{title}</td></tr></table>"
    '<h1>{title}</h1><div id="content-text">{paragraphs}</div>',
    shell=_HEAD
    + '<body><div id="head"><ul>{menu}</ul><span>{clock}</span></div><div class="loc">所在位置：<a href="/">首页</a>'
    '-{where}</div><div id="main">{main}</div><div id="footer">{foot}</div></body></html>',
    section='<table class="idx"><caption>{name} <a href="{href}">更多</a></caption>{rows}</table>',
    list_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    home_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    shown_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
)
WIDE = Drawn(
    name="full-width",
    column="/cms/list-{number}-1.html",
    item="/cms/show-{number}-{key}-1.html",
    further="/cms/list-{number}-1{n}.html",
    pager="<div>{links}<a href='{next}'>下一页</a></div>",
    row="<li>[{date}] <a href='{href}'>{title}</a></li>",
    listing="<ol>{rows}</ol>{pager}",
    text="<h2 align=center>{title}</h2><p align=center>发布日期：{shown}</p><div>{paragraphs}</div>",
    shell="<!DOCTYPE html><html><head><meta charset={charset}><title>{title}</title>{tags}</head><body><p>{clock}</p><ul>{menu}"
    "</ul><p>您的位置：首页 &gt; {where}</p>{main}<hr><address>{foot}</address></body></html>",
    section="<h3><a href='{href}'>{name}</a></h3><ol>{rows}</ol>",
    list_day=lambda day: day.isoformat().translate(str.maketrans("0123456789-", "０１２３４５６７８９－")),
    home_day=lambda day: day.isoformat().translate(str.maketrans("0123456789-", "０１２３４５６７８９－")),
    shown_day=chinese_day,
    blank="<ol></ol>",
)


@dataclass
class Framed(Drawn):
    """A home page that is a frameset: the menu in one frame, the news in another."""

    def extra(self, portal: Portal, today: date) -> Iterator[tuple[str, str]]:
        menu = "".join(f'<a href="{href}" target="main">{name}</a> ' for name, href in self._menu(portal))
        yield (
            "/top.htm",
            f"<html><head><title>{portal.site_name}</title></head><body><table><tr><td>{menu}</td></tr></table></body></html>",
        )
        yield "/main.htm", super().home(portal, today)

    def home(self, portal: Portal, today: date) -> str:
        if portal.home_inside is not None:
            return super().home(portal, today)
        return (
            f"<html><head><title>{portal.site_name}</title></head><frameset rows='120,*'><frame src='top.htm' name='top'>"
            f"<frame src='main.htm' name='main'><noframes><body>请使用支持框架的浏览器 {portal.icp} {portal.site_code}</body></noframes>"
            f"</frameset>{portal.hidden}</html>"
        )


FRAMES = Framed(
    name="frames",
    column="/class.php?cid={number}",
    item="/news.php?nid={key}",
    further="/class.php?cid={number}&page={n}",
    pager="<tr><td>{links}<a href='{next}'>下一页</a></td></tr>",
    row="<tr><td>◆<a href='{href}' target='_blank'>{title}</a></td><td align=right>{date}</td></tr>",
    listing="<table width=600>{rows}{pager}</table>",
    text="<table width=600><tr><td align=center><strong>{title}</strong></td></tr><tr><td align=center>{shown} 来源：本站</td></tr>"
    "<tr><td>{paragraphs}</td></tr></table>",
    shell="<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'><title>{title}</title></head><body>"
    "{main}<p align=center>{foot}</p></body></html>",
    section="<table width=480><tr><td bgcolor=#cccccc>{name}</td><td><a href='{href}'>更多</a></td></tr>{rows}</table>",
    encoding="gb2312",
    is_tagged=False,
    list_day=lambda day: f"{day.year}-{day.month}-{day.day}",
    home_day=iso,
    shown_day=lambda day: f"{day.year}-{day.month}-{day.day}",
    blank="<table width=600><tr><td>　</td></tr></table>",
)
SECOND_STYLES = (DEDE, CARDS, TERMS, YEARLESS, WEBPLUS, TABULAR, WIDE, FRAMES)
