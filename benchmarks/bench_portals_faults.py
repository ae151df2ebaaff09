"""Faults to plant into a portal, each beside what looks like it and is none."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.bench_portals_counties import fill
from benchmarks.bench_portals_model import Answer, Portal

Fault = Callable[[Portal], None]
_ELSEWHERE = (
    "杭州：数字政府建设跑出加速度", "成都推进公园城市示范区建设", "山东：打造营商环境升级版", "广东出台新规规范快递市场", "河南小麦机收超八成",
    "苏州实施企业登记全程网办", "云南旅游市场持续升温", "西安开通多条公交专线", "福建：海上风电并网发电", "武汉推出人才安居新政",
    "黑龙江：黑土地保护见成效", "新疆棉花机采率创新高",
)  # fmt: skip


def unlike_lists(portal: Portal) -> None:
    """Column pages without a list of dated entries that are neither silent nor blank."""
    pictures = "".join(f'<li><a href="/pic/{n}.html"><img src="/images/p{n}.jpg"></a></li>' for n in range(8))
    hosts = ("www.hubei.gov.cn", "www.gov.cn", "www.moe.gov.cn", "www.samr.gov.cn", "www.mot.gov.cn", "www.mwr.gov.cn")
    links = "".join(f'<li><a href="http://{host}/">{name}</a></li>' for host, name in zip(hosts, (
        "省人民政府门户网站", "中国政府网首页", "教育部门户网站", "国家市场监督管理总局", "交通运输部网站", "水利部门户网站"), strict=True))  # fmt: skip
    ask = '<form action="/ask"><p>您的姓名<input name="n"></p><p>来信内容<textarea name="c"></textarea></p><input type="submit"></form>'
    find = '<form action="/search"><input name="q"><select name="c"><option>全部</option></select><input type="submit" value="检索"></form>'
    script = '<div id="list"></div><script>$.ajax({url:"/api/list",type:"post",success:function(d){render(d.rows)}});</script>'
    frame = '<iframe src="/frames/list.html" width="100%" height="600"></iframe>'
    film = '<video src="/films/1.mp4" controls></video><p>宣传片</p>'
    for name, kind, folder, inside in (
        ("城市风光图集", "news", "tj", f'<ul class="pics">{pictures}</ul>'),
        ("部门网站链接", "other", "lj", f"<ul>{links}</ul>"),
        ("我要写信", "interaction", "wyxx", ask),
        ("文件检索", "policy", "wjjs", find),
        ("政务公告栏", "notice", "ggl", script),
        ("招标信息", "notice", "zbxx", frame),
        ("形象宣传", "news", "xcp", film),
    ):
        portal.column(name, kind, folder, inside=inside, on_home=False)
    rows = "".join(
        f'<li><a href="/frames/{n}.html">第{n}期项目招标信息汇总表</a><span>2026-0{n}-11</span></li>'
        for n in range(1, 5)
    )
    portal.page("/frames/list.html", "招标信息列表", f"<ul>{rows}</ul>")
    portal.unclear |= {
        "/frames/list.html",
        "columns.stale_many",
    }  # the column in the frame: silent in the end, under either address
    for n in range(8):
        portal.page(f"/pic/{n}.html", f"风光{n}", f'<p><img src="/images/p{n}.jpg"></p><p>城市风光图片之{n}</p>')
    for n in range(1, 5):
        portal.page(
            f"/frames/{n}.html",
            f"第{n}期项目招标信息汇总表",
            f"<h1>第{n}期项目招标信息汇总表</h1><p>2026-0{n}-11</p>" + _text(portal),
        )


def archives(portal: Portal) -> None:
    """Columns for years long past promise nothing new."""
    for name, folder, year in (
        ("历年政府工作报告", "lnbg", 2016),
        ("2017年县长办公会专题", "zt17", 2017),
        ("往届回顾", "wj", 2015),
    ):
        column = portal.column(name, "archive", folder, on_home=False)
        for back in range(6):
            portal.post(
                column,
                portal.moments[0].replace(year=year) - timedelta(days=31 * back),
                title=f"{year - back}年{portal.words.title('planning')}",
            )


def blank_columns(portal: Portal) -> None:
    """Two columns without a single entry. (The truth finds them by itself.)"""
    portal.column("乡村振兴动态", "news", "xczx", on_home=False)
    portal.column("应急预案公告", "notice", "yjya", on_home=False)


def many_blank(portal: Portal) -> None:
    for number, name in enumerate(("重点领域公告", "财政公告", "惠民政策", "民生动态", "农业动态", "教育动态")):
        portal.column(
            name, "notice" if "公告" in name else "policy" if "政策" in name else "news", f"kb{number}", on_home=False
        )


def odd_rows(portal: Portal) -> None:
    """Old entries on top for good, a day in the future, a fresh side list beside a silent column."""
    start, last = portal.moments[0], portal.moments[-1]
    silent = portal.column("县直动态", "news", "xzdt", on_home=False)
    fill(portal, silent, "alive")
    silent.items = [one for one in silent.items if one.day < start - timedelta(days=40)]
    portal.post(
        silent,
        last.replace(year=last.year + 36),
        posted=start - timedelta(days=45),
        title="关于做好年终总结工作的动态信息",
    )
    fresh = "".join(
        f'<li><a href="/hot/{n}.html">近期热点排行信息第{n}条</a><span>{start - timedelta(days=n)}</span></li>'
        for n in range(4)
    )
    silent.side = f'<div class="right-hot"><h3>热点排行</h3><ul>{fresh}</ul></div>'
    for n in range(4):
        portal.page(
            f"/hot/{n}.html",
            f"近期热点排行信息第{n}条",
            f"<h1>近期热点排行信息第{n}条</h1><p>发布时间：{start - timedelta(days=n)}</p>{_text(portal)}",
        )
    pinned = portal.column("社区动态", "news", "sqdt", on_home=False)
    fill(portal, pinned, "alive")
    portal.post(pinned, start - timedelta(days=900), pinned=True)


def undated(portal: Portal) -> None:
    """Articles without a day; only where the address tells none either."""
    column = next(one for one in portal.columns if one.kind == "policy")
    for number in range(3):
        item = portal.post(column, portal.moments[0] - timedelta(days=20 + number), shows_date=False)
        if "{y}" in portal.style.item:  # its address tells a day
            portal.unclear |= {portal.path_of(column, item), portal.path_of(column), "columns.stale_many"}
        else:
            portal.plant("page.undated", portal.path_of(column, item), since=portal.moments[0])


def shells(portal: Portal) -> None:
    """Guides with a title and nothing in them, beside pages whose content is a file, a picture, a frame or a script."""
    column = portal.column("办事指南", "guide", "bszn", on_home=False)
    start = portal.moments[0]
    day = start - timedelta(days=200)
    for title in ("城乡居民养老保险参保登记", "个体工商户注册登记"):
        item = portal.post(column, day, title=title, body=" ")
        portal.plant("page.blank", portal.path_of(column, item), since=start)
    portal.post(column, day, title="残疾人证办理流程图", body='<p><img src="/images/flow.jpg"></p>')
    portal.post(column, day, title="不动产登记申请表下载", body='<p><a href="/files/form.doc">申请表.doc</a></p>')
    portal.post(column, day, title="建设工程规划许可证办理须知", body='<iframe src="/files/guide.pdf"></iframe>')
    portal.post(
        column,
        day,
        title="婚姻登记预约服务",
        body='<div id="c"></div><script>$.get("/api/guide/8",function(d){$("#c").html(d)})</script>',
    )
    for path in ("/files/guide.pdf", "/files/form.doc"):
        portal.pages[path] = _file
    portal.post(column, day, title="高龄津贴申领", body="<p>凭身份证到乡镇便民服务中心申请，15个工作日办结。</p>")


def garbled(portal: Portal) -> None:
    """Text that was decoded wrongly before it was saved, and an article that only writes about such text."""
    column = next(one for one in portal.columns if one.kind == "news")
    start = portal.moments[0]
    words = "".join(portal.words.paragraphs())
    broken = words.encode("utf-8").decode("gb18030", "replace").replace("\ufffd", "?")
    item = portal.post(column, start - timedelta(days=30), body=f"<p>{broken}</p>")
    portal.plant("page.garbled", portal.path_of(column, item), since=start)
    told = [
        *portal.words.paragraphs(),
        "有群众反映网页出现“锟斤拷”字样的乱码，技术人员已经修复。",
        *portal.words.paragraphs(),
    ]
    portal.post(
        column,
        start - timedelta(days=31),
        title="网站运维人员修复网页乱码问题",
        body="".join(f"<p>{one}</p>" for one in told),
    )


def truncated(portal: Portal) -> None:
    column = next(one for one in portal.columns if one.kind == "notice")
    start = portal.moments[0]
    item = portal.post(column, start - timedelta(days=33), title="关于转发我县（区、市）……")
    portal.plant("title.truncated", portal.path_of(column, item), since=start)
    portal.post(column, start - timedelta(days=34), title="这份民生清单请收好，原来都能办！……")
    portal.post(
        column,
        start - timedelta(days=35),
        listed_as="关于公布全县行政事业性收费目录清单和政府性基金…",
        title="关于公布全县行政事业性收费目录清单和政府性基金目录清单的通知",
    )


def not_found(portal: Portal) -> None:
    """A page that says it is not there and answers 200; an article about such pages; dead links that the patrol follows."""
    start = portal.moments[0]
    column = next(one for one in portal.columns if one.kind == "notice")
    portal.page("/old/gone.html", "提示信息", "<p>对不起，您访问的页面不存在或已被删除！</p>", in_menu="旧版入口")
    portal.plant("page.soft_404", "/old/gone.html", since=start)
    portal.plant("link.dead", "/old/gone.html", since=start)
    told = [
        *portal.words.paragraphs(4),
        "检查发现，部分网页提示“您访问的页面不存在”，出现404错误，要求各单位立即整改。",
        *portal.words.paragraphs(4),
    ]
    portal.post(
        column,
        start - timedelta(days=12),
        title="关于网站页面不存在等问题整改情况的通报",
        body="".join(f"<p>{one}</p>" for one in told),
    )
    portal.post(
        column,
        start - timedelta(days=13),
        body=_text(portal)
        + '<p><a href="/files/gone.pdf">附件：名单.pdf</a> <a href="/files/here.pdf">附件：汇总表.pdf</a></p>',
    )
    portal.post(
        column,
        start - timedelta(days=14),
        body=_text(portal)
        + '<p><img src="/images/gone.jpg"><img src="/images/here.jpg"></p><a href="http://partner.example.com/wall">合作单位</a>',
    )
    for path in ("/files/here.pdf", "/files/guide.pdf", "/files/form.doc"):
        portal.pages[path] = _file
    portal.dead |= {
        "/files/gone.pdf": "http_404",
        "/images/gone.jpg": "http_404",
        "http://partner.example.com/wall": "blocked:412",
    }
    portal.plant("attachment.dead", "/files/gone.pdf", since=start)
    portal.plant("image.dead", "/images/gone.jpg", since=start)


def outdated(portal: Portal) -> None:
    """Old events told as news, beside history, anniversaries and figures of past years."""
    start = portal.moments[0]
    news = next(one for one in portal.columns if one.kind == "news")
    notice = next(one for one in portal.columns if one.kind == "notice")
    day = start - timedelta(days=25)
    old = day - timedelta(days=420)
    told = f"<p>　　{old.year}年{old.month}月{old.day}日，县政府召开安全生产工作会议，{portal.words.sentence()}</p>"
    first = portal.post(news, day, body=told + _text(portal))
    second = portal.post(notice, day, title=f"关于{day.year - 2}年国庆节放假安排的通知")
    for column, item in ((news, first), (notice, second)):
        portal.plant("entry.outdated", portal.path_of(column, item), since=start)
    recent = day - timedelta(days=3)
    portal.post(
        news,
        day,
        body=f"<p>　　{recent.year}年{recent.month}月{recent.day}日，县政府召开会议，{portal.words.sentence()}</p>"
        + _text(portal),
    )
    portal.post(
        news,
        day,
        title="档案里的县城：百年老街的历史记忆",
        body=f"<p>　　{old.year - 3}年3月5日，县里举行建县纪念活动，{portal.words.sentence()}</p>" + _text(portal),
    )
    portal.post(notice, day, title=f"关于{old.year}年度公务员考核结果的公示")
    portal.post(notice, day, title=f"{old.year}年部门决算公开说明")


def off_region(portal: Portal) -> None:
    start = portal.moments[0]
    padded = portal.column("本县动态", "news", "bxdt", on_home=False)
    fill(portal, padded, "alive", step=9)
    padded.items = padded.items[:12]
    own = portal.words.place.province[:2]
    for number, title in enumerate(one for one in _ELSEWHERE if not one.startswith(own)):
        portal.post(padded, start - timedelta(days=2 + 3 * number), title=title)
    portal.plant("entry.off_region", portal.path_of(padded), since=start, until=portal.moments[2] + timedelta(days=5))
    portal.unclear.add("entry.off_region@late")
    for name, folder in (("全国要闻", "qgyw"), ("外地经验动态", "wdjy")):
        column = portal.column(name, "news", folder, on_home=False)
        fill(portal, column, "alive", step=9)
        for number, title in enumerate(_ELSEWHERE):
            portal.post(column, start - timedelta(days=1 + 2 * number), title=title)
    partner = portal.column("协作动态", "news", "xzhz", on_home=False)
    fill(portal, partner, "alive", step=9)
    for number, place in enumerate(("杭州", "苏州", "宁波", "厦门", "深圳", "青岛", "成都")):
        portal.post(partner, start - timedelta(days=1 + 2 * number), title=f"{place}市考察团来我县考察对接协作项目")


def backdated(portal: Portal) -> None:
    """A list filled up backwards between two patrols, and one where two late uploads happen."""
    second = portal.moments[1]
    forged = portal.column("机关动态", "news", "jgdt", on_home=False)
    fill(portal, forged, "alive")
    forged.items = [
        one
        for one in forged.items
        if one.day < portal.moments[0] - timedelta(days=90) or one.day > second + timedelta(days=30)
    ]
    for number in range(7):
        portal.post(forged, portal.moments[0] - timedelta(days=20 + 9 * number), posted=second - timedelta(days=1))
    portal.plant("dates.forged", portal.path_of(forged), since=second)
    late = portal.column("窗口动态", "news", "ckdt", on_home=False)
    fill(portal, late, "alive")
    for number in range(2):
        portal.post(late, portal.moments[0] - timedelta(days=10 + 3 * number), posted=second)


def letters(portal: Portal) -> None:
    """A box with open letters, one with answers, one of complaints."""
    start = portal.moments[0]
    for name, folder, states, planted in (
        ("网上咨询回复", "wszx", ("未回复", "已回复"), True),
        ("书记信箱", "sjxx", ("已回复",), False),
        ("投诉举报", "tsjb", ("未回复", "已回复"), False),
    ):
        column = portal.column(name, "interaction", folder, on_home=False)
        for number in range(10):
            state = states[number % len(states)]
            day = start - timedelta(days=100 + 9 * number)
            title = portal.words.title("interaction") + f"（{number + 1}）"
            answer = f"<p>回复状态：{state}</p>" + (
                f"<p>回复时间：{day + timedelta(days=6)}</p><p>回复内容：{portal.words.sentence()}</p>"
                if state == "已回复"
                else ""
            )
            portal.post(
                column,
                day,
                title=title,
                body=f"<p>来信时间：{day}</p><p>来信内容：{portal.words.sentence()}</p>{answer}",
            )
        if planted:
            portal.plant(
                "interaction.unanswered", portal.path_of(column), since=start, until=start + timedelta(days=260)
            )


def burst(portal: Portal) -> None:
    """Most of a quarter in three days, in several columns at once."""
    start = portal.moments[0]
    for column in [one for one in portal.columns if one.kind in ("news", "notice", "policy") and one.inside is None]:
        for number in range(18 if portal.style.per_page > 30 else 9):
            portal.post(column, start - timedelta(days=14 + number % 3))
    portal.plant("publish.burst", "/", since=start, until=start + timedelta(days=2))
    portal.unclear.add("publish.burst@late")


def stub(portal: Portal) -> None:
    """A column behind a redirect stub, and one whose pages are named by 下一页 before its own name."""
    target = next(one for one in portal.columns if one.kind == "notice")
    path = portal.path_of(target)
    page = f'<html><head><meta http-equiv="Refresh" content="0;URL={path}"></head><body></body></html>'
    portal.pages["/zwgk/index.html"] = lambda _: Answer(page)
    portal.menu.append(("公告中心", "/zwgk/index.html"))


def informing(portal: Portal) -> None:
    """Pages that are called by words of another kind: a guide to informing, a form that is no blank page."""
    text = "<h1>违法违规举报指南</h1>" + _text(portal) + "<p>举报电话：12345。</p>"
    portal.page("/jbzn.html", "举报指南", text, in_menu="举报指南")
    item_form = '<form method="post" action="/appeal"><p>姓名 <input name="a"></p><p>电话 <input name="b"></p><input type="submit" value="提交"></form>'
    column = next((one for one in portal.columns if one.kind == "interaction"), None)
    if column is not None:
        portal.post(
            column, portal.moments[0] - timedelta(days=300), title="关于公交线路优化方案的网上问卷", body=item_form
        )


def _file(_: date) -> Answer:
    return Answer("%PDF-1.4 a file", headers={"content-type": "application/octet-stream"})


def _text(portal: Portal) -> str:
    return "".join(f"<p>　　{one}</p>" for one in portal.words.paragraphs())


FAULTS: tuple[Fault, ...] = (
    unlike_lists, archives, blank_columns, many_blank, odd_rows, undated, shells, garbled, truncated, not_found, outdated,
    off_region, backdated, letters, stub, informing,
)  # fmt: skip
