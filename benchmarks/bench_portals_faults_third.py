"""The third batch of faults: once more the same codes in other shapes, beside new look-alikes."""

from collections.abc import Callable
from datetime import timedelta

from benchmarks.bench_portals_counties import fill
from benchmarks.bench_portals_faults import _file, _text, undated
from benchmarks.bench_portals_model import Answer, Portal

_AFAR = (
    "江苏：以赛促学提升窗口服务", "贵州梵净山迎来客流高峰", "上海优化住房公积金提取流程", "浙江台州渔船集中返港", "内蒙古草原补播工作启动", "海南自贸港航线再增加",
    "天津港吞吐量稳步增长", "重庆轨道交通新线试运行", "广西糖料蔗开榨", "宁夏枸杞采摘忙", "青海湖裸鲤洄游", "辽宁海参丰收上市",
)  # fmt: skip


def unlike_lists(portal: Portal) -> None:
    """A directory of telephones, portraits, covers of a gazette, a chart with its query, a calendar."""
    phones = "".join(f"<tr><td>县{one}局</td><td>0855-322{n}100</td></tr>" for n, one in enumerate("财政 民政 水利 教育 司法 审计".split()))  # noqa: SIM905  # fmt: skip
    people = "".join(f'<dl><dt><img src="/p/{n}.jpg"></dt><dd>{name}</dd><dd>党组成员</dd></dl>' for n, name in enumerate(("李明", "王强", "赵敏")))  # fmt: skip
    covers = "".join(f'<li><a href="/gb/{n}.pdf"><img src="/gb/{n}.jpg"><p>总第{n}期</p></a></li>' for n in range(61, 67))  # fmt: skip
    chart = '<select id="y"><option>2025</option></select><canvas id="c" width="700"></canvas><script>echarts.init(c).setOption(o)</script>'
    days = "<table class='cal'><tr>" + "".join(f"<td>{n}</td>" for n in range(1, 29)) + "</tr></table><script>initCalendar()</script>"  # fmt: skip
    for name, kind, folder, inside in (("办公电话公告", "notice", "bgdh", f"<table>{phones}</table>"), ("局领导动态", "news", "jld", people), ("政府公报", "policy", "zfgb", f"<ul>{covers}</ul>"),
                                       ("数据发布解读", "policy", "sjfb", chart), ("会议预告", "notice", "hyyg", days)):  # fmt: skip
        portal.column(name, kind, folder, inside=inside, on_home=False)
    portal.pages |= {f"/gb/{n}.pdf": _file for n in range(61, 67)}


def archives(portal: Portal) -> None:
    start = portal.moments[0]
    for name, folder, back in (("原县畜牧局网站归档", "yxmj", 2100), ("“两学一做”学习教育（已结束）", "lxyz", 2500), ("2018年以前文件", "jwj", 2900)):  # fmt: skip
        column = portal.column(name, "archive", folder, on_home=False)
        for number in range(6):
            portal.post(column, start - timedelta(days=back + 25 * number))


def blank_columns(portal: Portal) -> None:
    """Blank in the style's own way, and in words."""
    portal.column("商务动态", "news", "swdt", on_home=False)
    portal.column("拍卖公告", "notice", "pmgg", on_home=False)
    worded = portal.column(
        "人口普查公告", "notice", "rkpc", on_home=False, inside='<div class="none">栏目正在建设中，敬请期待！</div>'
    )
    portal.plant("column.empty", portal.path_of(worded), since=portal.moments[0])


def odd_rows(portal: Portal) -> None:
    """Silent beside what is fresh: a banner with a term, links of related services, a ticker of today."""
    start = portal.moments[0]
    silent = portal.column("窗口风采动态", "news", "ckfc", on_home=False)
    fill(portal, silent, "alive")
    silent.items = [one for one in silent.items if one.day < start - timedelta(days=75)]
    silent.side = (
        f'<div class="banner"><a href="http://www.apply-now.gov.cn/">{start.year}年{start.month}月{start.day}日前完成网上申报</a></div>'
        f'<div class="roll"><marquee>{start} 天气：多云转晴</marquee></div>'
    )


def shells(portal: Portal) -> None:
    """A guide whose headings have nothing behind them; one that says it is being put in order."""
    column = portal.column("办事流程", "guide", "bslc", on_home=False)
    start = portal.moments[0]
    day = start - timedelta(days=170)
    heads = ("事项名称", "设定依据", "申请条件", "办理材料", "办理地点", "办理时间", "联系电话", "办理流程")
    table = "<table>" + "".join(f"<tr><td>{one}</td><td></td></tr>" for one in heads) + "</table>"
    for title, body in (
        ("户外广告设置审批", table),
        ("城市道路挖掘许可", "<p>内容正在整理中</p>"),
        ("渔业船员证书核发", "<p></p><p>　</p>"),
    ):
        item = portal.post(column, day, title=title, body=body)
        portal.plant("page.blank", portal.path_of(column, item), since=start)
    full = "<table>" + "".join(f"<tr><td>{one}</td><td>{text}</td></tr>" for one, text in zip(heads, ("林木采伐许可", "《森林法》第五十六条", "权属清楚", "申请表1份", "县政务大厅3楼", "工作日9:00-17:00", "0855-3220000", "申请、受理、审核、发证"), strict=True)) + "</table>"  # fmt: skip
    portal.post(column, day, title="林木采伐许可证核发", body=full)
    portal.post(
        column,
        day,
        title="公租房申请",
        body='<object data="/files/guide.pdf" type="application/pdf" width="800" height="900"></object>',
    )
    portal.post(
        column,
        day,
        title="社保卡补办",
        body='<p style="text-align:center"><img src="/u/sbk.png" alt="社保卡补办流程"></p>',
    )
    portal.post(column, day, title="身份证到期换领", body="<p>持旧证到户籍派出所办理，当场受理。</p>")
    portal.pages["/files/guide.pdf"] = _file


def garbled(portal: Portal) -> None:
    """Letters that a database lost; beside it a text in another script."""
    column = next(one for one in portal.columns if one.kind == "news")
    start = portal.moments[0]
    lost = "".join("?" if one > "\u2e7f" else one for one in "".join(portal.words.paragraphs()).replace("，", ",")) * 2
    item = portal.post(column, start - timedelta(days=30), body=f"<p>{lost}</p>")
    portal.plant("page.garbled", portal.path_of(column, item), since=start)
    english = "<p>" + "The county held a meeting on rural roads and schools. What shall be done? Who shall pay? " * 6 + "</p>"  # fmt: skip
    portal.post(column, start - timedelta(days=31), title="外国专家来我县考察纪行（英文）", body=english)


def truncated(portal: Portal) -> None:
    column = next(one for one in portal.columns if one.kind == "notice")
    start = portal.moments[0]
    item = portal.post(
        column, start - timedelta(days=33), title="关于公布全县第三批非物质文化遗产代表性项目代表性传承人名单的通…"
    )
    portal.plant("title.truncated", portal.path_of(column, item), since=start)
    portal.post(column, start - timedelta(days=36), title="“等我回家过年……”公安机关发布反诈提醒")


def not_found(portal: Portal) -> None:
    """Dead at once, and dead for sure only after the second patrol; walls and a login are not dead."""
    start, second = portal.moments[0], portal.moments[1]
    column = next(one for one in portal.columns if one.kind == "policy")
    portal.page("/zt/2015/", "青岩", "<p>您访问的专题已下线或网址有误，请返回首页重新进入。</p>", in_menu="专题旧版")
    portal.plant("page.soft_404", "/zt/2015/", since=start)
    portal.plant("link.dead", "/zt/2015/", since=start)
    portal.post(column, start - timedelta(days=9), body=_text(portal) + '<p><a href="/files/b1.docx">附件1.docx</a><a href="/files/b2.docx">附件2.docx</a><a href="/files/b3.docx">附件3.docx</a></p>')  # fmt: skip
    portal.post(column, start - timedelta(days=10), body=_text(portal) + '<p><img src="/images/b1.png"></p><p><a href="http://www.walled-office.com/">统计直报</a></p>')  # fmt: skip
    portal.dead |= {"/files/b1.docx": "http_404", "/files/b2.docx": "http_502", "/images/b1.png": "timeout", "http://www.walled-office.com/": "blocked:521"}  # fmt: skip
    portal.pages |= {"/files/b3.docx": _file, "/files/b2.docx": lambda _: Answer("Bad Gateway", 502)}
    portal.plant("attachment.dead", "/files/b1.docx", since=start)
    portal.plant("attachment.dead", "/files/b2.docx", since=second)
    portal.plant("image.dead", "/images/b1.png", since=second)


def outdated(portal: Portal) -> None:
    start = portal.moments[0]
    news = next(one for one in portal.columns if one.kind == "news")
    notice = next(one for one in portal.columns if one.kind == "notice")
    day = start - timedelta(days=20)
    old = day - timedelta(days=450)
    first = portal.post(news, day, title="县医院开展义诊活动", body=f"<p>　　本网讯　{old.year}年{old.month}月{old.day}日，县医院组织医护人员到社区义诊，{portal.words.sentence()}</p>" + _text(portal))  # fmt: skip
    second = portal.post(notice, day, title=f"关于{day.year - 2}年春节期间禁放烟花爆竹的通告")
    for column, item in ((news, first), (notice, second)):
        portal.plant("entry.outdated", portal.path_of(column, item), since=start)
    near = day - timedelta(days=2)
    portal.post(news, day, title="县供电公司巡线保供", body=f"<p>　　本网讯　{near.month}月{near.day}日，县供电公司开展巡线，去年同期曾发生断线，{portal.words.sentence()}</p>" + _text(portal))  # fmt: skip
    portal.post(notice, day, title=f"{old.year}年度企业信用评价结果公告")
    portal.post(notice, day, title=f"关于{old.year}—{day.year + 1}年度森林防火期的公告")


def off_region(portal: Portal) -> None:
    start = portal.moments[0]
    padded = portal.column("镇村动态", "news", "zcdt", on_home=False)
    fill(portal, padded, "alive", step=8)
    padded.items = padded.items[:11]
    own = portal.words.place.province[:2]
    for number, title in enumerate(one for one in _AFAR if not one.startswith(own)):
        portal.post(padded, start - timedelta(days=2 + 3 * number), title=title)
    portal.plant("entry.off_region", portal.path_of(padded), since=start, until=portal.moments[2] + timedelta(days=5))
    portal.unclear.add("entry.off_region@late")
    column = portal.column("国内要闻", "news", "gnyw", on_home=False)
    fill(portal, column, "alive", step=9)
    for number, title in enumerate(_AFAR):
        portal.post(column, start - timedelta(days=1 + 2 * number), title=title)


def backdated(portal: Portal) -> None:
    second = portal.moments[1]
    forged = portal.column("站所动态", "news", "zsdt", on_home=False)
    fill(portal, forged, "alive")
    forged.items = [one for one in forged.items if one.day < portal.moments[0] - timedelta(days=120) or one.day > second + timedelta(days=20)]  # fmt: skip
    for number in range(10):
        portal.post(forged, portal.moments[0] - timedelta(days=12 + 8 * number), posted=second - timedelta(days=2))
    portal.plant("dates.forged", portal.path_of(forged), since=second)


def letters(portal: Portal) -> None:
    start = portal.moments[0]
    for name, folder, answered, planted in (("在线咨询", "zxzx", 2, True), ("局长信箱", "jzxx", 1, False)):
        column = portal.column(name, "interaction", folder, on_home=False)
        for number in range(9):
            day = start - timedelta(days=105 + 8 * number)
            said = number % answered == 0
            state = f"<td>办理状态</td><td>{'已办结' if said else '办理中'}</td>"
            reply = f"<tr><td>答复单位</td><td>县司法局</td></tr><tr><td>答复时间</td><td>{day + timedelta(days=4)}</td></tr><tr><td>答复内容</td><td>{portal.words.sentence()}</td></tr>"  # fmt: skip
            table = f"<table><tr><td>提交时间</td><td>{day}</td></tr><tr>{state}</tr><tr><td>内容</td><td>{portal.words.sentence()}</td></tr>{reply if said else ''}</table>"  # fmt: skip
            portal.post(column, day, title=portal.words.title("interaction") + f"[{number + 1}]", body=table)
        if planted:
            portal.plant(
                "interaction.unanswered", portal.path_of(column), since=start, until=start + timedelta(days=255)
            )


def many_blank(portal: Portal) -> None:
    for number, name in enumerate(("工会动态", "残联动态", "供销动态", "惠农政策", "防震公告")):
        portal.column(
            name, "notice" if "公告" in name else "policy" if "政策" in name else "news", f"kc{number}", on_home=False
        )


def without_day(portal: Portal) -> None:
    """As before, but where a list has room for the day."""
    if portal.style.name != "timeline":
        undated(portal)


def stub(portal: Portal) -> None:
    """A column behind two stubs, and a menu entry that leads to the home page by a script."""
    path = portal.path_of(next(one for one in portal.columns if one.kind == "notice"))
    portal.pages["/gsgg/index.html"] = lambda _: Answer(
        "<html><body onload=\"location.replace('/gsgg/default.html')\"></body></html>"
    )
    portal.pages["/gsgg/default.html"] = lambda _: Answer("", 301, {"location": path})
    portal.menu.append(("公示中心", "/gsgg/index.html"))


THIRD_FAULTS: tuple[Callable[[Portal], None], ...] = (
    unlike_lists, archives, blank_columns, odd_rows, shells, garbled, truncated, not_found, outdated, off_region, backdated, letters, many_blank, stub, without_day,
)  # fmt: skip
