"""The counties of the fourth batch: other places, titles, names of columns and lengths of lists; nothing shared with the rules."""

import re
from datetime import date, timedelta

from benchmarks.bench_portals_model import LIMITS, Answer, Column, Portal, Style
from benchmarks.bench_portals_reports import Report
from benchmarks.bench_portals_words import Place, Words

_PLACES = (
    ("411424", "豫", "河南省", "柘山县"), ("320831", "苏", "江苏省", "湖溪县"), ("530925", "滇", "云南省", "双沧县"), ("350429", "闽", "福建省", "泰源县"),
    ("210423", "辽", "辽宁省", "清岭县"), ("640424", "宁", "宁夏回族自治区", "泾沟县"), ("500237", "渝", "重庆市", "巫岩县"), ("220521", "吉", "吉林省", "柳甸县"),
    ("140925", "晋", "山西省", "武川县"), ("632521", "青", "青海省", "共水县"),
)  # fmt: skip
_MATTERS = (
    "高标准农田", "老旧小区改造", "秸秆禁烧", "防溺水", "移风易俗", "供热保障", "电动车充电设施", "农村公路", "职业技能培训", "疫苗接种", "厕所革命", "饮用水源保护",
    "校园食堂", "燃气管道更新", "畜禽养殖", "档案管理", "退役军人服务", "基本医保参保", "政务公开", "夏粮收购", "非遗保护", "小微企业融资", "地质灾害", "普法宣传",
)  # fmt: skip
_WHO = ("县长马国强", "副县长孟晓燕", "县委副书记罗海", "常务副县长田文军", "副县长康丽", "县政协主席史立军")
_WHERE = ("云台乡", "鹿鸣镇", "桥头街道", "沙河子镇", "经济开发区", "北关社区", "赵庄村", "五里坡村")
_OFFICE = ("县人社局", "县发改局", "县自然资源局", "县商务局", "县气象局", "县市场监管局", "县医保局", "县林业局", "县退役军人事务局", "县公安局", "县税务局")  # fmt: skip
_TITLES = {
    "news": (
        "{p}到{w}督导{t}工作", "{w}：{t}“跑”出加速度", "{o}三项举措推进{t}", "全县{t}工作调度会召开", "{p}调研{t}项目建设", "{w}志愿者走进农户宣讲{t}知识",
        "{o}开展{t}“回头看”", "{t}让{w}群众得实惠", "县委常委会会议专题研究{t}工作", "{o}与{w}结对共建 合力抓好{t}", "{w}组织{t}应急演练",
    ),
    "notice": (
        "{o}{t}项目中标候选人公示", "关于{w}{t}项目环境影响评价的公示", "{o}关于{t}资金安排的公示", "关于暂停办理{t}业务的通告", "{o}关于申报{t}示范点的通知",
        "{w}{t}项目竞争性磋商公告", "关于{t}听证会的公告", "关于公布{t}监督电话的公告",
    ),
    "policy": (
        "县人民政府关于印发{t}管理办法的通知", "县政府办公室关于推进{t}工作的实施意见", "{t}补贴实施细则", "{o}等五部门关于规范{t}的通知", "一图读懂：{t}若干措施", "{t}专项资金使用办法",
    ),
    "planning": ("{t}专项规划（文本）", "{o}单位预算公开表", "关于{w}干部职务任免的通知", "{t}领域项目储备清单", "{o}决算公开报表", "{t}主要数据公报"),
    "interaction": ("{w}{t}什么时候能解决", "关于《{t}办法（征求意见稿）》公开征求意见", "咨询{o}{t}手续", "希望{w}加快{t}", "{t}补助如何申领"),
}  # fmt: skip
_CLAUSES = (
    "{p}一行先后来到{w}、{w2}", "每到一处都仔细询问{t}推进情况", "现场协调解决企业反映的用地用工难题", "{o}业务骨干进行了专题讲解", "今年以来，全县{t}投入稳步增长",
    "目前主体工程已经完工", "累计走访群众{n}户", "召开院坝会{m}场", "整改销号问题{m}个", "惠及居民{n}人", "工作人员逐项核对材料", "为群众节省了跑腿时间", "大家纷纷表示服务越来越贴心",
    "要强化底线思维，守牢安全红线", "压紧压实属地责任和部门责任", "以钉钉子精神抓好落实", "各乡镇要结合实际制定细则", "下一步，{o}将持续加大力度", "建立台账、倒排工期、挂图作战",
    "让{t}成果更多更公平惠及百姓", "形成了可复制可推广的经验做法", "会议还审议了其他事项", "活动共发放手册{n}份",
)  # fmt: skip
NAMES = {
    "news": ("{s}要闻", "{s}新闻", "部门快讯", "镇街动态", "时政新闻", "领导动态", "工作快报", "政务快讯", "要闻速览", "督查动态", "乡镇快讯", "民生新闻", "县域动态"),
    "notice": ("公告栏", "公示信息", "通知通报", "招投标公告", "土地出让公告", "招录公告", "政务公示", "征收补偿公告", "重要公告"),
    "policy": ("县政府规章文件", "县政府办公室文件", "行政规范性文件", "法规规章", "政策图解", "部门政策文件", "惠农政策", "文件解读"),
    "planning": ("发展规划", "专项规划", "财政预算公开", "部门预决算", "干部任免", "人事变动", "统计公报", "统计信息", "重大建设项目", "资金分配"),
    "interaction": ("来信选登", "民意征集", "意见征集", "在线访谈"),
}  # fmt: skip
_FOLDERS = {"news": "xwzx", "notice": "gsgg", "policy": "zcfg", "planning": "zdly", "interaction": "zmhd"}
_STEP = {"news": 8, "notice": 24, "policy": 45, "planning": 100, "interaction": 60}  # days between two entries
_MANY = {"news": (6, 38), "notice": (5, 24), "policy": (5, 18), "planning": (5, 9), "interaction": (5, 10)}
_COUNTS = {"news": 4, "notice": 2, "policy": 3, "planning": 2, "interaction": 1}
_FATES = ("alive", "alive", "border", "border", "long", "wakes")
_CELL = r'<td\1 style="border:1px solid #000"><p style="text-align:center"><span style="font-family:仿宋">\2</span></p></td>'


class Told(Words):
    """The words of this batch."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self.place = Place(*self.rng.choice(_PLACES))
        self.short = self.place.county.removesuffix("县")

    def _fill(self, pattern: str) -> str:
        pick = self.rng.choice
        return pattern.format(
            t=pick(_MATTERS), p=pick(_WHO), w=pick(_WHERE), w2=pick(_WHERE), o=pick(_OFFICE), n=self.rng.randint(30, 800), m=self.rng.randint(2, 60)
        )  # fmt: skip

    def title(self, kind: str) -> str:
        return self._fill(self.rng.choice(_TITLES.get(kind, _TITLES["news"])))

    def sentence(self) -> str:
        return "，".join(self._fill(one) for one in self.rng.sample(_CLAUSES, self.rng.randint(2, 4))) + "。"


def county(
    style: Style, seed: str, start: date, *, fates: bool = True, columns: dict[str, int] | None = None
) -> Portal:
    """A portal on which the first news column always lives. `fates`: others fall silent; else all live."""
    words = Told(seed)
    rng = words.rng
    portal = Portal(seed, style, words, f"www.{''.join(rng.sample('abcdefghjklmnpqrstwxyz', 5))}xian.gov.cn")
    portal.moments = [start + timedelta(days=days) for days in (0, 17, 45, 190)]
    portal.judged = [day + timedelta(days=1) for day in portal.moments]
    for kind, many in (columns or _COUNTS).items():
        for number, name in enumerate(rng.sample(NAMES[kind], many)):
            column = portal.column(name.format(s=words.short), kind, f"{_FOLDERS[kind]}{number + 1}")
            column.on_home = kind in ("news", "notice", "policy")
            if fates:
                fill(portal, column, rng.choice(_FATES) if len(portal.columns) > 1 else "alive")
            else:  # so slow that a hurry stands out clearly
                fill(portal, column, "alive", step=12 if kind == "news" else 0)
    pages(portal)
    yearbooks(portal)
    return portal


def fill(portal: Portal, column: Column, fate: str, *, many: int = 0, step: int = 0) -> None:
    """5 to 38 entries. border: silent on the last good day or the first bad one; long: for years; wakes: new on the later patrols."""
    rng, first = portal.words.rng, portal.moments[0]
    step = step or _STEP[column.kind]
    end = portal.moments[-1] + timedelta(days=2)
    if fate == "long":
        end = first - timedelta(days=rng.randint(400, 1900))
    elif fate != "alive":
        moment = rng.choice([*portal.moments, *portal.judged])
        end = moment - LIMITS[column.kind] - timedelta(days=rng.choice((0, 1)))
    many, day = many or rng.randint(*_MANY[column.kind]), end
    while many > 0:
        portal.post(column, day)
        many -= day <= first
        day -= timedelta(days=max(1, step - rng.randint(0, step // 3)))
    if fate == "wakes":
        for later in portal.moments[2:]:
            if later > end:
                portal.post(column, later)


def pages(portal: Portal) -> None:
    """The organ, its people, the guide, the catalogue, applications and a map, in words of their own."""
    words = portal.words
    people = "".join(f"<dl><dt>{one[-3:]}</dt><dd>{one}，{words.rng.choice(('主持政府全面工作', '负责农业农村、水利', '分管教育、卫生健康'))}。办公电话：{words.rng.randint(2000000, 8999999)}</dd></dl>" for one in _WHO[:4])  # fmt: skip
    duty = "".join(f"<p>（{one}）{words.sentence()}</p>" for one in "一二三四")
    ask = '<p>公民、法人或者其他组织可以向本机关申请获取政府信息。</p><p><a href="/files/sqb.doc">政府信息公开申请表.doc</a></p><form method="post" action="/ysq/save"><input name="xm"><input name="dh"><textarea name="nr"></textarea><button>提交申请</button></form>'
    lists = (
        "<ul>" + "".join(f'<li><a href="{portal.path_of(one)}">{one.name}</a></li>' for one in portal.columns) + "</ul>"
    )
    portal.pages["/files/sqb.doc"] = attached
    for path, title, inside in (
        ("/zfld/index.html", "政府领导", people),
        ("/jgsz/index.html", "机构设置", duty),
        ("/xxgkzn/index.html", "信息公开指南", "<h3>信息公开指南</h3>" + duty),
        ("/xxgkml/index.html", "信息公开目录", "<h3>信息公开目录</h3>" + lists),
        ("/ysqgk/index.html", "依申请公开", ask),
        ("/contact.html", "联系我们", "<p>地址：府前街18号　邮编：466000　值班电话：0394-2660001</p>"),
    ):
        portal.page(path, title, inside, in_menu=title)


def attached(_: date) -> Answer:
    return Answer("%PDF-1.4 a file", headers={"content-type": "application/octet-stream"})


def text(portal: Portal) -> str:
    return "".join(f"<p>　　{one}</p>" for one in portal.words.paragraphs())


def yearbooks(portal: Portal, *, years: int = 4, last: int | None = None) -> Column:
    """Annual reports, in time and right, with cells as a word processor writes them."""
    words, rng = portal.words, portal.words.rng
    column = portal.column("信息公开年度报告", "report", "gknb", on_home=False)
    newest, before = last or portal.moments[0].year - 1, None
    for year in range(newest - years + 1, newest + 1):
        before = Report.of(year, before, rng)
        told = [words.sentence() + words.sentence() for _ in range(9)]
        title = f"{words.place.county}人民政府{year}年政府信息公开工作年度报告"
        portal.post(column, date(year + 1, 1, rng.randint(9, 29)), title=title, body=written(before, words, told))
    return column


def written(report: Report, words: Words, told: list[str], **more: int | bool) -> str:
    made = report.markup(words, told, **more)  # type: ignore[arg-type]
    return re.sub(r"<td([^>]*)>(.*?)</td>", _CELL, made)


def small(style: Style, seed: str, start: date) -> Portal:
    portal = county(style, seed, start, fates=False, columns={"news": 2, "notice": 1, "policy": 1})
    portal.moments = portal.moments[:2]
    portal.judged = [portal.moments[1] + timedelta(days=1)]
    return portal


def planted(portal: Portal, code: str, subject: str = "/", at: int = 0) -> Portal:
    portal.plant(code, subject, since=portal.moments[at])
    return portal
