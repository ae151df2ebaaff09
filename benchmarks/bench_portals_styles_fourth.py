"""A fourth batch of styles, written without a look at the rules: other families, other days, titles that never change."""

from datetime import timedelta

from benchmarks.bench_portals_frame_fourth import Ago, Site

_WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
_HEAD = '<!DOCTYPE html><html lang="zh"><head><meta charset="{charset}"><title>{title}</title>\n{tags}<link href="/static/site.css" rel="stylesheet"></head>'
_OLD = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title></head>'
TRS = Site(
    name="TRS city",
    column="/zwgk/{folder}/",
    item="/zwgk/{folder}/{y}{m:02}/t{y}{m:02}{d:02}_{key}.shtml",
    further="{path}index_{n}.shtml",
    row='<li><a href="{href}" target="_blank" title="{title}">{short}</a><span class="fr">{date}</span></li>',
    listing='<div class="gl_right"><ul class="gl_list">{rows}</ul><div class="page_num"><script>createPageHTML({pages},{page},"index","shtml");</script></div></div>',
    text='<div class="xl_main"><h2>{title}</h2><div class="xl_tit2"><span>{shown}</span><span>来源：县融媒体中心</span><span>【字体：<a>大</a> <a>中</a>】</span></div>'
    '<div class="view TRS_UEDITOR trs_paper_default">{paragraphs}</div></div>',
    shell=_HEAD + '<body><div class="head"><ul class="nav">{menu}</ul><i>{clock}</i></div><div class="dqwz">您所在的位置：<a href="/">首页</a> &gt; 政务公开 &gt; {where}</div>'
    '<div class="w1200">{main}</div><div class="footer">{foot}</div></body></html>',
    section='<div class="mod"><div class="mod_hd"><a href="{href}">{name}</a></div><ul>{rows}</ul></div>',
    home_row='<li><a href="{href}" title="{title}">{short}</a><em>{date}</em></li>',
    home_day=lambda day: f"[{day:%m-%d}]",
    shown_day=lambda day: f"{day} 08:41",
    aside='<div class="gl_left"><ul>{0}</ul></div>',
    is_grouped=True,
)  # fmt: skip
HANWEB = Site(
    name="大汉 table",
    column="/col/col{number}/index.html",
    item="/art/{y}/{m}/{d}/art_{number}_{key}.html",
    further="/col/col{number}/index.html?uid=3{number}&startrecord={n}1",
    pager='<table class="tb_page"><tr><td>{links}<a href="{next}">下页</a></td></tr></table>',
    row='<tr><td width="12"><img src="/picture/dot.gif"></td><td><a class="bt_link" href="{href}" title="{title}" target="_blank">{title}</a></td><td class="bt_time" width="90">[{date}]</td></tr>',
    listing='<table width="100%" cellspacing="0">{rows}</table>{pager}',
    text='<div class="main-fl-tit">{title}</div><div class="main-fl-gn">发布时间：{shown}　作者：　信息来源：县委宣传部</div><div class="main-txt" id="zoom">{paragraphs}</div>',
    shell=_HEAD + '<body><div id="barrierfree_container"><table class="top"><tr><td>{clock}</td></tr></table><div class="dh"><ul>{menu}</ul></div><table><tr><td class="wz">'
    '<a href="/">首页</a>&nbsp;&gt;&nbsp;{where}</td></tr><tr><td>{main}</td></tr></table>{foot}</div></body></html>',
    section='<table class="lm"><tr><td>{name}</td><td align="right"><a href="{href}"><img src="/picture/more.gif" alt="更多"></a></td></tr>{rows}</table>',
    home_day=lambda day: f"{day:%m-%d}",
    shown_day=lambda day: f"{day} 16:20",
    slides='<script>var pics="/upload/1.jpg|/upload/2.jpg";</script><div id="flash">{0}</div>',
    slide='<a href="{href}"><img src="/upload/{key}.jpg" alt="{title}"></a>',
    earlier='<div class="sxp">上一篇：<a href="{href}">{title}</a></div>',
    per_page=10,
)  # fmt: skip
UCAP = Site(
    name="开普 common",
    column="/{folder}/c100{number}/common_list.shtml",
    item="/{folder}/c100{number}/{y}{m:02}/{hexed}.shtml",
    further="/{folder}/c100{number}/common_list_{n}.shtml",
    row='<li><a href="{href}"><span class="tit">{title}</span><span class="time">{date}</span></a></li>',
    listing='<ul class="common_list">{rows}</ul><div id="page_div"></div><script>createPageHTML("page_div",{pages},1,"common_list","shtml",{total});</script>',
    text='<div class="xq"><h1 id="ti">{title}</h1><p class="xq_sx"><b>发布日期：{shown}</b><b>来源：政府办公室</b><b>浏览次数：<i id="viewcount"></i></b></p><div id="UCAP-CONTENT">'
    '<div class="conTxt">{paragraphs}</div></div></div>',
    shell=_HEAD + '<body><div class="top">{clock}<ul id="nav">{menu}</ul></div><div class="local"><span>当前位置：</span><a href="/">首页</a>&gt;<a>{where}</a></div>'
    '<div class="container">{main}</div><div class="foot">{foot}</div></body></html>',
    section='<div class="qh"><div class="qh_t"><a href="{href}">{name}</a></div><div class="qh_c"><ul>{rows}</ul></div></div>',
    list_day=lambda day: f"{day:%Y/%m/%d}",
    home_day=lambda day: f"{day:%m/%d}",
    shown_day=lambda day: f"{day} 11:32:05",
    ticker='<div class="gg"><b>公告：</b><marquee onmouseover="this.stop()">{0}</marquee></div>',
    sign='<p>主办单位：{site}　备案序号：<a href="https://beian.miit.gov.cn/">{icp}</a></p><p>{police}　政府网站标识码:{code}</p>',
    is_grouped=True,
)  # fmt: skip
BODA = Site(
    name="博达 list",
    column="/{folder}.htm",
    item="/info/{number}/{key}.htm",
    further="/{folder}/{n}.htm",
    pager='<div class="pb_sys_common"><span class="p_pages">{links}<span class="p_next"><a href="{next}">下页</a></span></span></div>',
    row='<li id="line_u7_{day}"><a href="{href}" title="{title}">{short}</a>（{date}）</li>',
    listing='<div class="list"><ul>{rows}</ul>{pager}</div>',
    text='<form name="_newscontent_fromname"><h3>{title}</h3><div class="sj">（{shown}）　作者： 　点击：[<script>_showDynClicks("wbnews",12,3)</script>]</div><div id="vsb_content_2">'
    '<div class="v_news_content">{paragraphs}</div></div></form>',
    shell=_HEAD + '<body><div class="top"><ul class="menu">{menu}</ul></div><div class="crumb">当前位置: <a href="/">首页</a>&gt;&gt; 正文 {where}</div><div class="ny">{main}</div>'
    '<div class="bq">{foot}</div></body></html>',
    section='<div class="k"><h2>{name}<a href="{href}">更多&gt;&gt;</a></h2><ul>{rows}</ul></div>',
    list_day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    home_day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    shown_day=lambda day: f"{day.year}年{day.month}月{day.day}日",
    page_title="{title}-{site}门户网站",
    earlier='<p>上一条：<a href="{href}">{title}</a></p>',
)  # fmt: skip
PHP = Site(
    name="PHP tables",
    column="/class.php?cid={number}",
    item="/content.php?id={key}",
    further="/class.php?cid={number}&p={n}",
    pager='<tr><td colspan="2" align="center">{links}<a href="{next}">下一页</a></td></tr>',
    row='<tr><td height="26"><img src="/img/arrow.gif"> <a href="{href}" target="_blank"><font color="#000000">{title}</font></a></td><td width="60">[{date}]</td></tr>',
    listing='<table width="690" border="0">{rows}{pager}</table>',
    text='<table width="690"><tr><td align="center"><font size="5"><b>{title}</b></font></td></tr><tr><td align="center" bgcolor="#EEEEEE">更新时间：{shown}　点击数：41　文章录入：admin</td></tr>'
    "<tr><td><font size='3'>{paragraphs}</font></td></tr></table>",
    shell=_OLD + '<body topmargin="0"><table width="960" align="center"><tr><td colspan="2"><ul>{menu}</ul></td></tr><tr><td width="240">{clock}</td><td><b>{where}</b></td></tr>'
    '<tr><td>　</td><td>{main}</td></tr><tr><td colspan="2" align="center">{foot}</td></tr></table></body></html>',
    section='<table width="340" background="/img/bg.gif"><tr><td><font color="red">{name}</font></td><td><a href="{href}">更多..</a></td></tr>{rows}</table>',
    encoding="gb2312",
    is_tagged=False,
    tagged=(),
    page_title="{site}",
    list_day=lambda day: f"{day:%m/%d}",
    home_day=lambda day: f"{day:%m/%d}",
    shown_day=lambda day: f"{day.year}/{day.month}/{day.day} 10:21:08",
    paragraph="　　{0}<br>",
    blank='<table width="690" border="0"><tr><td align="center">没有找到任何记录！</td></tr></table>',
    ticker='<table><tr><td><marquee scrollamount="3">{0}</marquee></td></tr></table>',
    per_page=20,
)  # fmt: skip
AGO = Ago(
    name="time ago",
    column="/front/list/{number}",
    item="/front/detail/{key}",
    further="/front/list/{number}?page={n}",
    pager='<div class="layui-laypage">{links}<a href="{next}" class="layui-laypage-next">下一页</a></div>',
    row='<div class="item"><div class="item-title"><a href="{href}">{title}</a></div><div class="item-meta"><span>县政府办</span><span>{date}</span><span>1{day}次浏览</span></div></div>',
    listing='<div class="item-list">{rows}</div>{pager}',
    text='<div class="detail-title">{title}</div><div class="detail-meta"><span>县政府办</span><span>发布于 {shown}</span></div><div class="detail-body">{paragraphs}</div>',
    shell=_HEAD + '<body><div class="layout"><ul class="layui-nav">{menu}</ul><p>{clock}</p><span class="layui-breadcrumb"><a href="/">首页</a><a><cite>{where}</cite></a></span>{main}'
    '<div class="layout-foot">{foot}</div></div></body></html>',
    section='<div class="panel"><div class="panel-head"><b>{name}</b><a href="{href}">更多</a></div>{rows}</div>',
    home_day=lambda day: f"{day}",
    shown_day=lambda day: f"{day} 15:07",
    blank='<div class="item-list"><div class="nodata"><img src="/static/nodata.png"><p>暂无内容</p></div></div>',
    slides='<div class="layui-carousel"><div carousel-item>{0}</div></div>',
    slide='<div><a href="{href}"><img src="/upload/{key}.jpg"><p>{title}</p></a></div>',
)  # fmt: skip
WIDE = Site(
    name="wide dl",
    column="/n{number}/index.html",
    item="/n{number}/c{key}/content.html",
    further="/n{number}/index_{n}.html",
    pager='<p class="fenye">{links}<a href="{next}">后页</a></p>',
    row='<dl><dt><a href="{href}">{title}</a></dt><dd>（{date}）</dd></dl>',
    listing='<div class="ej">{rows}</div>{pager}',
    text='<h1>{title}</h1><div class="ly">来源：县人民政府网　日期：{shown}</div><div class="content">{paragraphs}</div>',
    shell=_HEAD + '<body><div id="t"><ul>{menu}</ul></div><div id="path">首页 - {where}</div><div id="c">{main}</div><div id="b">{foot}</div></body></html>',
    section='<div class="b1"><h5><span>{name}</span><a href="{href}">MORE</a></h5>{rows}</div>',
    list_day=lambda day: f"{day}".translate(_WIDE),
    home_day=lambda day: f"{day:%m-%d}".translate(_WIDE),
    shown_day=lambda day: f"{day.year}年{day.month:02}月{day.day:02}日".translate(_WIDE),
    blank='<div class="ej"></div>',
    earlier='<div class="xg">相关阅读：<a href="{href}">{title}</a></div>',
)  # fmt: skip
OPEN = Site(
    name="index table",
    column="/xxgk/{folder}/index.htm",
    item="/xxgk/{folder}/info_{key}.htm",
    further="/xxgk/{folder}/index_{n}.htm",
    pager='<div class="fanye">{links}<a href="{next}">下一页</a></div>',
    row='<tr><td>{day}</td><td align="left"><a href="{href}" title="{title}">{short}</a><div class="tips" style="display:none">{date}</td></tr>',
    listing='<table class="gkml"><tr><th>序号</th><th>名称</th><th>索引号</th><th>发布日期</th></tr>{rows}</table>{pager}',
    text='<table class="gkxx"><tr><td>索引号</td><td>SN0147-2019-00128</td><td>发布机构</td><td>县政府办</td></tr><tr><td>名称</td><td>{title}</td><td>发布日期</td><td>{shown}</td></tr></table>'
    '<h3 align="center">{title}</h3><div class="zwnr">{paragraphs}</div>',
    shell=_HEAD + '<body><div class="hd"><ul>{menu}</ul><span>{clock}</span></div><div class="loc">首页 / 信息公开 / {where}</div><div class="bd">{main}</div><div class="ft">{foot}</div></body></html>',
    section='<div class="gk"><h4>{name} <a href="{href}">更多</a></h4><ul>{rows}</ul></div>',
    home_row='<li><span>{date}</span><a href="{href}" title="{title}">{short}</a></li>',
    is_tagged=False,  # the site's tags alone, none of columns and articles
    tagged=("Site",),
    list_day=lambda day: f"生成日期：{day - timedelta(days=11)}</div></td><td>SN0147-{day.year}-001{day.day:02}</td><td>{day}",
    home_day=lambda day: f"{day.year}-{day.month}-{day.day}",
    shown_day=lambda day: f"{day}",
    aside='<div class="tree"><ul>{0}</ul></div>',
)  # fmt: skip
BARE = Site(
    name="no days in lists",
    column="/{folder}/list.html",
    item="/{folder}/show-{key}.html",
    further="/{folder}/list-{n}.html",
    pager='<ul class="pagination">{links}<li><a href="{next}">&raquo;</a></li></ul>',
    row='<li class="wz"><a href="{href}">{title}</a></li>',
    listing='<ul class="wzlb">{rows}</ul>{pager}',
    text='<div class="art"><h1>{title}</h1><div class="art-bar">发布日期：{shown}<span>责任编辑：王敏</span></div><div class="art-con">{paragraphs}</div></div>',
    shell=_HEAD + '<body><nav><ul>{menu}</ul></nav><div class="wei">当前位置：<a href="/">首页</a> » {where}</div><section>{main}</section><footer>{clock}{foot}</footer></body></html>',
    section='<div class="lan"><h3><a href="{href}">{name}</a></h3><ul>{rows}</ul></div>',
    home_row='<li><a href="{href}">{title}</a><time>{date}</time></li>',
    home_day=lambda day: f"{day:%m月%d日}",
    shown_day=lambda day: f"{day:%Y.%m.%d}",
    aside='<div class="cebian"><ul>{0}</ul></div>',
)  # fmt: skip
FOURTH_STYLES = (TRS, HANWEB, UCAP, BODA, PHP, AGO, WIDE, OPEN, BARE)
