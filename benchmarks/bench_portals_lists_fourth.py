"""Columns of the fourth batch that are silent or blank, and lists that only look so."""

from datetime import timedelta

from benchmarks.bench_portals_counties_fourth import fill
from benchmarks.bench_portals_model import Answer, Column, Portal


def first(portal: Portal, kind: str) -> Column:
    return next(one for one in portal.columns if one.kind == kind)


def static_lists(portal: Portal) -> None:
    """Lists that promise nothing new: duties, forms, answers to questions, finished and historic material, guides of old."""
    start = portal.moments[0]
    for name, kind, folder, titles in (
        ("权责清单", "static", "qzqd", ("县林业局权责清单", "县教育局权责清单", "县水务局权责清单", "县统计局权责清单", "县审计局权责清单")),
        ("表格下载", "static", "bgxz", ("低保申请审批表", "建房申请表", "临时救助申请表", "个体户歇业备案表", "老年优待证登记表")),
        ("常见问题", "static", "cjwt", ("灵活就业人员如何参保", "新生儿落户需要哪些材料", "公积金如何提取", "异地就医怎样备案", "怎样查询不动产登记进度")),
        ("历史资料", "archive", "lszl", ("建县初期大事记", "原商业局沿革", "老城墙修缮始末", "县志人物选录", "旧地名考略")),
        ("便民服务指南", "guide", "bmfw", ("自来水报装", "燃气开户", "有线电视迁移", "公交卡办理", "图书借阅证办理")),
    ):  # fmt: skip
        column = portal.column(name, kind, folder, on_home=False)
        for number, title in enumerate(titles):
            portal.post(column, start - timedelta(days=900 + 31 * number), title=title)


def forwarding(portal: Portal) -> None:
    """Columns that lead to another organ's site: by a header, by a script, by a page that says so."""
    portal.pages["/ggzy/index.html"] = lambda _: Answer("", 302, {"location": "http://ggzy.thecity.gov.cn/jyxx/"})
    portal.pages["/zwfw/"] = lambda _: Answer("<html><head><title>政务服务</title><script>top.location='http://www.zwfw-province.gov.cn/xian/';</script></head><body></body></html>")  # fmt: skip
    portal.page("/xyxx/index.html", "双公示专栏", '<div class="tip"><p>双公示信息统一在信用中国网站发布，请点击访问：</p><p><a href="http://www.creditcity.gov.cn/sgs/" target="_blank">信用中国（本市）</a></p></div>')  # fmt: skip
    portal.menu += [
        ("公共资源交易公告", "/ggzy/index.html"),
        ("政务服务", "/zwfw/"),
        ("双公示专栏", "/xyxx/index.html"),
    ]


def subordinate(portal: Portal) -> None:
    """A bureau's channel on the county's host: its lists are columns as well; its notices are not of the first level."""
    channel = Column("县教育体育局", "static", "jtj", 0, path="/bm/jtj/index.html")
    links = ""
    for name, kind, folder, fate in (("教育动态", "news", "jydt", "long"), ("学校新闻", "news", "xxxw", "alive"), ("招生公告", "notice", "zsgg", "long")):  # fmt: skip
        column = portal.column(name, kind, folder, parent=channel, on_home=False)
        fill(portal, column, fate)
        links += f'<li><a href="{portal.path_of(column)}">{name}</a></li>'
    portal.page("/bm/jtj/index.html", "县教育体育局", f"<p>负责全县教育体育工作，内设办公室、基教股、人事股。</p><ul class='lm'>{links}</ul>", in_menu="县教育体育局")  # fmt: skip


def pinned(portal: Portal) -> None:
    """Old entries kept on top of a living list; a silent list that shows its deadline as a day; a silent one beside hot links."""
    start, last = portal.moments[0], portal.moments[-1]
    living = portal.column("招商快讯", "news", "zskx", on_home=False)
    fill(portal, living, "alive", many=9)
    for number in range(3):
        portal.post(living, start - timedelta(days=700 + 90 * number), pinned=True)
    future = portal.column("双拥动态", "news", "sydt", on_home=False)
    for number in range(7):
        portal.post(future, start - timedelta(days=70 + 12 * number))
    portal.post(future, last.replace(year=last.year + 3, month=12, day=31), posted=start - timedelta(days=90), pinned=True, title="双拥模范城创建工作长期有效提示")  # fmt: skip
    beside = portal.column("统战动态", "news", "tzdt", on_home=False)
    for number in range(12):
        portal.post(beside, start - timedelta(days=200 + 9 * number))
    news = first(portal, "news")
    rows = "".join(f'<li><a href="{portal.path_of(news, one)}">{one.title}</a><i>{one.day}</i></li>' for one in news.up(start)[:5])  # fmt: skip
    beside.side = f'<div class="tuijian"><h4>最新推荐</h4><ul>{rows}</ul></div>'


def by_script(portal: Portal) -> None:
    """Lists that only a browser fills: nobody can say from the page that they are blank or silent."""
    gkmlpt = '<div id="gkmlpt-app"></div><script>window._CONFIG={SITE_ID:"755027",NODE_ID:"10666"};</script><script src="/gkmlpt/static/js/chunk-vendors.js"></script><script src="/gkmlpt/static/js/app.js"></script>'
    post = '<ul id="dataList"><li class="loading">正在加载，请稍候...</li></ul><script>var pageNo=1;$.post("/api-gateway/jpaas-publish-server/front/page/build/unit",{pageNo:pageNo},function(r){$("#dataList").html(r.data.html);});</script>'
    fetch = '<div class="tbl"><table><thead><tr><th>标题</th><th>日期</th></tr></thead><tbody id="tb"></tbody></table></div><script>fetch("/search/api/list?cid=88").then(r=>r.json()).then(d=>render(d));</script>'
    for name, kind, folder, inside in (("规范性文件统一平台", "policy", "gkmlpt", gkmlpt), ("通知文件", "notice", "tzwj", post), ("行政处罚公示", "notice", "xzcf", fetch)):  # fmt: skip
        portal.column(name, kind, folder, inside=inside, on_home=False)


def blank_few(portal: Portal) -> None:
    """Four blank columns, one in words, one of guides; a page of prose under a column's name is none."""
    portal.column("老龄工作动态", "news", "llgz", on_home=False)
    portal.column("采购意向公告", "notice", "cgyx", on_home=False)
    portal.column("办事指南", "guide", "bszn", on_home=False)
    said = portal.column("听证公告", "notice", "tzh", on_home=False, inside='<div class="list"><p style="text-align:center;color:#999">该栏目暂无信息</p></div>')  # fmt: skip
    portal.plant("column.empty", portal.path_of(said), since=portal.moments[0])
    portal.column("政务新媒体", "static", "xmt", on_home=False, inside='<div><img src="/upload/wx.jpg"><p>扫一扫，关注政务微信公众号</p><img src="/upload/wb.jpg"><p>官方微博</p></div>')  # fmt: skip


def blank_many(portal: Portal) -> None:
    for number, name in enumerate(("妇联动态", "团委动态", "科协新闻", "减税降费政策", "稳岗政策", "拆迁公告", "水质公告")):  # fmt: skip
        kind = "notice" if "公告" in name else "policy" if "政策" in name else "news"
        portal.column(name, kind, f"kl{number}", on_home=False)


def pictured(portal: Portal) -> None:
    """Columns whose entries are pictures with titles and without days: one lives, one is silent."""
    for name, folder, fate in (("图片新闻", "tpxw", "alive"), ("图片动态", "tpdt", "long")):
        fill(portal, portal.column(name, "news", folder, on_home=False), fate, many=8)


def many_silent(portal: Portal) -> None:
    """Ten channels of news and notices that stopped when their people left."""
    for number, name in enumerate(("财政动态", "民政动态", "交通动态", "农业动态", "文旅动态", "应急动态", "招聘公告", "环评公告", "工业政策", "农业政策")):  # fmt: skip
        kind = "notice" if "公告" in name else "policy" if "政策" in name else "news"
        fill(portal, portal.column(name, kind, f"tz{number}", on_home=False), "long", many=6)
