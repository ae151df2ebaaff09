"""The fourth batch of faults: the same codes as officials and reporters meet them on county portals, beside what misleads."""

from collections.abc import Callable
from datetime import timedelta

from benchmarks.bench_portals_counties_fourth import attached, fill, text
from benchmarks.bench_portals_lists_fourth import (
    blank_few,
    blank_many,
    by_script,
    first,
    forwarding,
    many_silent,
    pictured,
    pinned,
    static_lists,
    subordinate,
)  # fmt: skip
from benchmarks.bench_portals_model import Answer, Portal

_FAR = (
    "广东珠海：夜间图书馆受欢迎", "湖南长沙地铁客流创新高", "安徽：千亩油菜花开引客来", "四川自贡灯会亮相", "江西赣州脐橙出口增长", "陕西延安苹果喜获丰收", "湖北宜昌三峡船闸有序通航", "河北雄安新区公交线路优化",
    "浙江义乌市场迎来采购旺季", "甘肃敦煌沙漠光伏并网", "海南三亚推出离岛免税新举措", "贵州遵义辣椒开市", "山东寿光蔬菜保供全国",
)  # fmt: skip
_HEADS = ("办理依据", "受理条件", "申请材料", "办理流程", "办理时限", "收费标准", "办理地点", "咨询电话")


def guides(portal: Portal) -> None:
    """Guides with a title and no content, in three ways; and contents that are few words, a file, a picture, a frame, a link."""
    column = portal.column("民生服务事项", "guide", "mssx", on_home=False)
    start = portal.moments[0]
    rows = "".join(f"<tr><th>{one}</th><td>&nbsp;</td></tr>" for one in _HEADS)
    headings = "".join(f"<p><strong>{n}、{one}</strong></p>" for n, one in zip("一二三四五六七八", _HEADS, strict=True))  # fmt: skip
    for title, body in (("民办幼儿园设立审批", f"<table border=1>{rows}</table>"), ("农机购置补贴申领", headings), ("再生育审批", "<p>待补充</p>"), ("殡葬服务单位设立", "<div><span></span><br/></div>")):  # fmt: skip
        item = portal.post(column, start - timedelta(days=300), title=title, body=body)
        portal.plant("page.blank", portal.path_of(column, item), since=start)
    filled = zip(_HEADS, ("《残疾人证管理办法》第三条", "本县户籍", "身份证、照片2张", "申请—评定—公示—发证", "20个工作日", "不收费", "县残联二楼", "0394-2663312"), strict=True)  # fmt: skip
    for title, body in (
        ("残疾人证新办", "".join(f"<p><strong>{head}：</strong>{words}</p>" for head, words in filled)),
        ("护照换发", "<p>请拨打出入境窗口电话0394-2667788咨询，或到县政务服务中心B区办理。</p>"),
        ("企业开办流程图", '<p align="center"><img src="/upload/lct.png" width="800"></p>'),
        ("医保关系转移接续", '<p><a href="/files/ybzy.docx">医保关系转移接续办事指南.docx</a></p>'),
        ("公租房资格申请", '<p>该事项已实现全程网办，<a href="http://www.zwfw-province.gov.cn/sx/1001">点击进入省政务服务网在线办理</a></p>'),
        ("驾驶证期满换证", '<iframe src="/files/jsz.pdf" width="100%" height="900"></iframe>'),
    ):  # fmt: skip
        portal.post(column, start - timedelta(days=310), title=title, body=body)
    portal.pages |= {"/files/ybzy.docx": attached, "/files/jsz.pdf": attached}


def garbled(portal: Portal) -> None:
    """Letters lost on the way into the database, one paragraph of several, one sign in six; beside signs that only look odd."""
    column, start = first(portal, "news"), portal.moments[0]
    mixed = portal.words.paragraphs()
    broken = "".join(mixed).encode().decode("gb18030", "replace").replace("\ufffd", "?")
    lost = "".join("\ufffd\ufffd" if n % 6 == 5 else one for n, one in enumerate("".join(portal.words.paragraphs())))
    for number, body in enumerate((f"{text(portal)}<p>{broken}</p>{text(portal)}", f"<p>{lost}</p>")):
        item = portal.post(column, start - timedelta(days=28 + number), body=body)
        portal.plant("page.garbled", portal.path_of(column, item), since=start)
    signs = "<p>①面积120㎡；②气温-5℃～8℃；③容积率≤1.5；④★为必填项；⑤单位：hm²、μg/m³、‰；⑥型号DN200×6、Φ325。</p>"
    spoken = "<p>课堂上，孩子们跟读“mā má mǎ mà”“lǜ sè（绿色）”“huā duǒ（花朵）”，字正腔圆。</p>"
    for number, (title, body) in enumerate((("沙河子镇供水管网改造完成", signs), ("推普周活动走进桥头小学", spoken))):
        portal.post(column, start - timedelta(days=31 + number), title=title, body=body + text(portal))


def truncated(portal: Portal) -> None:
    """Titles that were cut when they were entered; cut only in lists, cut on the page but whole in the list, dots on purpose."""
    start = portal.moments[0]
    news, notice = first(portal, "news"), first(portal, "notice")
    for column, title in ((news, "县委常委会会议传达学习上级精神 研究部署防汛抗旱、安全生产、乡村……"), (notice, "关于公布全县第一批取消和调整的村级组织出具证明事项清单及办理部..."), (notice, "各乡（镇、街道）人民政府（办事处）…")):  # fmt: skip
        item = portal.post(column, start - timedelta(days=26), title=title)
        portal.plant("title.truncated", portal.path_of(column, item), since=start)
    whole = "关于调整城区部分路段机动车单行线及停车泊位设置方案的通告"
    portal.post(notice, start - timedelta(days=27), title=whole, listed_as=whole[:17] + "…")
    portal.post(notice, start - timedelta(days=29), title=whole.replace("调整", "优化")[:20] + "…", listed_as=whole.replace("调整", "优化"))  # fmt: skip
    portal.post(news, start - timedelta(days=29), title="“妈，这条路终于修好了……”")


def dead(portal: Portal) -> None:
    """Targets that are gone, for good and for a while; walls, a search without hits, a page about lost pages live."""
    start, second = portal.moments[0], portal.moments[1]
    notice, news = first(portal, "notice"), first(portal, "news")
    press = f"http://press.{portal.host[4:-7]}.com/"  # its own: one store holds all portals, and failures of a target add up
    portal.page("/zt/2016lxyz/", "提示", "<p>您所访问的内容已被删除或不存在，3秒后返回首页。</p>", in_menu="专题回顾")
    portal.plant("page.soft_404", "/zt/2016lxyz/", since=start)
    portal.plant("link.dead", "/zt/2016lxyz/", since=start)
    portal.menu.append(("网上信访旧版", "/xf/old.html"))  # nothing is there
    portal.plant("link.dead", "/xf/old.html", since=start)
    files = "".join(f'<p><a href="/files/{one}">{name}</a></p>' for one, name in (("mc1.xls", "附件1：候选人名单.xls"), ("mc2.zip", "附件2：图纸.zip"), ("mc3.wps", "附件3：文本.wps")))  # fmt: skip
    portal.post(notice, start - timedelta(days=11), body=text(portal) + files)
    portal.post(news, start - timedelta(days=12), body='<p><img src="/upload/a1.jpg"></p><p><img src="/upload/a2.jpg"></p>' + text(portal))  # fmt: skip
    portal.foot += f'友情链接：<a href="http://www.closed-bureau.gov.cn/">县供销社</a> <a href="http://www.guarded.gov.cn/">市政务网</a> <a href="{press}">县报</a>'
    portal.dead |= {"/files/mc1.xls": "http_404", "/files/mc2.zip": "http_503", "/upload/a1.jpg": "http_404", "/upload/a2.jpg": "timeout", "/xf/old.html": "http_404"}  # fmt: skip
    portal.dead |= {"http://www.closed-bureau.gov.cn/": "dns", "http://www.guarded.gov.cn/": "blocked:412", press: "timeout"}  # fmt: skip
    portal.pages |= {"/files/mc2.zip": lambda _: Answer("Service Unavailable", 503), "/files/mc3.wps": attached}
    for code, subject, since in (("attachment.dead", "/files/mc1.xls", start), ("attachment.dead", "/files/mc2.zip", second), ("image.dead", "/upload/a1.jpg", start), ("image.dead", "/upload/a2.jpg", second), ("link.dead", "http://www.closed-bureau.gov.cn/", start), ("link.dead", press, second)):  # fmt: skip
        portal.plant(code, subject, since=since)
    told = "<p>排查中发现，个别旧链接点击后提示“您访问的页面不存在”，已全部修复。</p>"
    portal.post(news, start - timedelta(days=13), title="我县开展政府网站错链断链专项清理", body=text(portal) + told + text(portal))  # fmt: skip


def outdated(portal: Portal) -> None:
    start = portal.moments[0]
    news, notice = first(portal, "news"), first(portal, "notice")
    day = start - timedelta(days=19)
    old, near = day - timedelta(days=560), day - timedelta(days=4)
    for column, title, body in (
        (news, "县总工会慰问一线环卫工人", f"<p>　　{old.year}年{old.month}月{old.day}日，县总工会来到环卫站看望慰问职工，{portal.words.sentence()}</p>" + text(portal)),
        (notice, f"{day.year - 2}年端午节放假通知", None), (notice, f"关于召开{day.year - 3}年全县三级干部会议的通知", None),
    ):  # fmt: skip
        item = portal.post(column, day, title=title, body=body)
        portal.plant("entry.outdated", portal.path_of(column, item), since=start)
    portal.post(news, day, title="县疾控中心开展消杀", body=f"<p>　　{near.year}年{near.month}月{near.day}日，县疾控中心开展环境消杀，{portal.words.sentence()}</p>" + text(portal))  # fmt: skip
    portal.post(news, day, title="红色记忆：沙河渡口阻击战", body=f"<p>　　1947年9月12日凌晨，部队在沙河渡口与敌遭遇。{portal.words.sentence()}</p>" + text(portal))  # fmt: skip
    for title in (f"{old.year}年度财政专项资金审计结果公告", f"{old.year}—{day.year + 2}年耕地轮作项目实施公告", f"关于{old.year}年城镇低效用地调查成果的公示"):  # fmt: skip
        portal.post(notice, day, title=title)


def padding(portal: Portal) -> None:
    """A column of local news filled with other provinces; a column that is meant for them; two guests are no padding."""
    start, own = portal.moments[0], portal.words.place.province[:2]
    far = [one for one in _FAR if not one.startswith(own)]
    padded = portal.column("民生资讯动态", "news", "mszx", on_home=False)
    for number in range(12):
        portal.post(padded, start - timedelta(days=4 + 4 * number))
    for number, title in enumerate(far):
        portal.post(padded, start - timedelta(days=1 + 3 * number), title=title)
    portal.plant("entry.off_region", portal.path_of(padded), since=start, until=portal.moments[2] + timedelta(days=5))
    portal.unclear.add("entry.off_region@late")
    meant = portal.column("全国时政要闻", "news", "qgsz", on_home=False)
    fill(portal, meant, "alive", many=8)
    for number, title in enumerate(far):
        portal.post(meant, start - timedelta(days=1 + 2 * number), title=title)
    guests = portal.column("招商引资动态", "news", "zsyz", on_home=False)
    fill(portal, guests, "alive", many=12)
    for number, title in enumerate(("广东客商来我县考察农产品加工", "四川籍返乡创业代表座谈会召开")):
        portal.post(guests, start - timedelta(days=3 + number), title=title)


def backdated(portal: Portal) -> None:
    """A list filled backwards between two looks; a month's lag of two articles; all budgets on one day, as the law wants it."""
    start, second = portal.moments[0], portal.moments[1]
    forged = portal.column("卫健工作动态", "news", "wjgz", on_home=False)
    for number in range(6):
        portal.post(forged, start - timedelta(days=210 + 15 * number))
    for number in range(9):
        portal.post(forged, start - timedelta(days=15 + 11 * number), posted=second - timedelta(days=number % 3))
    portal.plant("dates.forged", portal.path_of(forged), since=second)
    honest = portal.column("档案工作动态", "news", "dagz", on_home=False)
    fill(portal, honest, "alive", many=10)
    for number in range(2):
        portal.post(honest, start - timedelta(days=9 + 20 * number), posted=second)
    budgets = portal.column("部门预算信息公开", "planning", "bmys", on_home=False)
    for number in range(12):
        portal.post(budgets, start - timedelta(days=95), title=f"{portal.words.place.county}第{number + 1}预算单位部门预算公开")  # fmt: skip


def letters(portal: Portal) -> None:
    """Letters left open in two boxes, old ones and young ones that grow old; a box of complaints, which no rule counts."""
    start = portal.moments[0]
    third = portal.moments[2]  # the oldest of the young letters is then 106 days old
    for name, folder, ages, since in (("咨询问答", "zxwd", (104, 113, 121, 130, 142), start), ("县长信箱来信", "xzxx", (7, 33, 61), third), ("举报投诉", "jbts", (110, 125, 150), third)):  # fmt: skip
        column = portal.column(name, "interaction", folder, on_home=False)
        for number, age in enumerate((*ages, *ages)):
            day = start - timedelta(days=age + 2 * (number >= len(ages)))
            said = number >= len(ages)
            reply = f"<p><b>答复单位：</b>县住建局</p><p><b>答复时间：</b>{day + timedelta(days=5)}</p><p><b>答复内容：</b>您好！{portal.words.sentence()}</p>" if said else "<p><b>答复内容：</b></p>"  # fmt: skip
            body = f"<p><b>写信时间：</b>{day}</p><p><b>信件状态：</b>{'已答复' if said else '待答复'}</p><p><b>来信内容：</b>{portal.words.sentence()}</p>{reply}"
            portal.post(column, day, title=portal.words.title("interaction") + f"（{number + 1}）", body=body)
        if folder != "jbts":
            portal.plant("interaction.unanswered", portal.path_of(column), since=since)


def undated(portal: Portal) -> None:
    """Articles without a day, where the address tells none; organs and guides owe none (county's own pages)."""
    if "{y}" in portal.style.item:
        return
    column = portal.column("信访工作动态", "news", "xfgz", on_home=False)
    fill(portal, column, "alive", many=9)
    for number in range(3):
        item = portal.post(column, portal.moments[0] - timedelta(days=22 + number), shows_date=False)
        portal.plant("page.undated", portal.path_of(column, item), since=portal.moments[0])


FOURTH_FAULTS: tuple[Callable[[Portal], None], ...] = (
    static_lists, blank_few, guides, truncated, letters, padding, forwarding, pinned, garbled, dead, undated, backdated, subordinate, by_script, outdated,
    pictured, many_silent, blank_many,
)  # fmt: skip
