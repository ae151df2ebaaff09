"""Words for made-up portals: titles by what a column promises, sentences, places. Nothing here is shared with the rules."""

import random
from dataclasses import dataclass
from datetime import date

# Site code prefix, letter of filings, province, county.
PLACES = (
    ("421221", "鄂", "湖北省", "嘉禾口县"), ("341523", "皖", "安徽省", "舒平县"), ("610929", "陕", "陕西省", "白江县"),
    ("522627", "黔", "贵州省", "天柱山县"), ("370830", "鲁", "山东省", "汶阳县"), ("430626", "湘", "湖南省", "平水县"),
    ("360730", "赣", "江西省", "宁溪县"), ("511722", "川", "四川省", "宣河县"), ("130224", "冀", "河北省", "滦东县"),
    ("450330", "桂", "广西壮族自治区", "平岩县"), ("330726", "浙", "浙江省", "浦山县"), ("621021", "甘", "甘肃省", "庆川县"),
)  # fmt: skip
TOPICS = (
    "防汛抗旱", "乡村振兴", "安全生产", "生态环境保护", "招商引资", "营商环境", "义务教育", "基层治理", "森林防火", "医疗保障",
    "粮食生产", "数字政府建设", "城市更新", "农村供水", "养老服务", "食品安全", "道路交通", "文明创建", "消防安全", "信访维稳",
    "耕地保护", "河湖长制", "困难群众救助", "秋收秋种", "项目建设", "税收征管", "科技创新", "文化旅游", "法治建设", "统计调查",
)  # fmt: skip
PEOPLE = ("李明", "王建国", "张志强", "刘海波", "陈晓东", "杨秀兰", "赵文斌", "周立新", "孙玉梅", "吴国庆")
TOWNS = ("城关镇", "东风乡", "石桥镇", "青山乡", "双河镇", "龙泉乡", "新华街道", "白塔镇", "柳林乡", "红旗街道")
ORGANS = (
    "教育局",
    "财政局",
    "民政局",
    "水利局",
    "住建局",
    "交通局",
    "卫健局",
    "农业农村局",
    "审计局",
    "统计局",
    "司法局",
    "应急局",
)
_CLAUSES = (
    "各单位要进一步提高认识", "坚持问题导向和目标导向相统一", "把{t}工作摆在更加突出的位置", "层层压实工作责任",
    "{p}到{w}实地察看了{t}工作进展", "详细了解存在的困难和问题", "与基层干部和群众面对面交流", "要求有关部门加强协同配合",
    "{o}主要负责同志作了汇报", "会议传达学习了上级有关{t}的部署", "研究了下一步的具体措施", "对重点任务逐项进行了分解",
    "要抓紧抓实{t}各项举措", "确保按时保质完成全年任务", "切实维护人民群众切身利益", "{w}、{w2}等地负责人参加了座谈",
    "共排查各类隐患{n}处", "已完成整改{m}处", "发放宣传资料{n}余份", "接受群众咨询{m}人次", "落实专项资金{n}万元",
    "{o}将继续跟进问题整改", "不断完善长效机制", "为高质量发展提供有力保障", "推动{t}取得新成效",
    "活动现场气氛热烈", "参与群众纷纷点赞", "工作人员耐心解答了大家关心的问题",
)  # fmt: skip
_TITLES = {
    "news": (
        "我县召开{t}工作推进会", "{p}到{w}调研{t}工作", "{w}扎实开展{t}专项行动", "{o}：多措并举抓好{t}工作", "县政府召开第{n2}次常务会议",
        "{p}主持召开{t}专题会议", "我县{t}工作取得阶段性成效", "{w}举办{t}宣传活动", "{o}到{w}开展{t}督导检查", "全县{t}现场会在{w}召开",
        "{o}组织干部学习{t}业务知识", "{w}：小网格织密{t}大平安",
    ),
    "notice": (
        "关于做好{t}工作的通知", "{o}关于{t}项目的公示", "关于{w}{t}工程施工招标的公告", "关于调整{t}领导小组成员的通知", "{o}关于公开征集{t}线索的公告",
        "关于开展{t}专项检查的通告", "{w}{t}补助资金发放情况公示", "关于举办{t}培训班的通知",
    ),
    "policy": (
        "县人民政府办公室关于印发{t}实施方案的通知", "关于加强{t}工作的实施意见", "{t}管理办法（试行）", "{t}三年行动方案",
        "县人民政府关于进一步推进{t}的若干措施", "{o}{t}行政规范性文件", "关于促进{t}健康发展的意见",
    ),
    "planning": (
        "{o}部门预算公开说明", "全县{t}发展专项规划", "{o}干部任前公示名单", "{t}专项资金分配结果", "全县{t}主要指标完成情况", "{o}财政收支情况表",
    ),
    "interaction": (
        "关于{w}{t}问题的咨询", "建议加强{w}{t}工作", "请问{t}补贴何时发放", "{w}居民反映{t}问题", "咨询{o}{t}办理条件",
    ),
}  # fmt: skip
NAMES = {
    "news": (
        "政务动态", "部门动态", "乡镇动态", "时政要闻", "工作动态", "基层动态", "领导活动", "政府要闻", "新闻发布", "本地要闻", "今日关注",
        "媒体聚焦", "政务要闻", "工作信息", "图片新闻", "会议活动",
    ),
    "notice": ("通知公告", "公示公告", "公告公示", "招标公告", "通知通告", "招考公告", "征地公告", "人事招考公告"),
    "policy": ("政策文件", "规范性文件", "政策解读", "县政府文件", "政府办文件", "部门文件", "政策法规", "上级文件"),
    "planning": ("规划计划", "财政预决算", "人事任免", "统计数据", "重点项目", "专项资金", "建议提案办理", "人事信息"),
    "interaction": ("领导信箱", "网上咨询", "咨询留言", "县长信箱"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    letter: str
    province: str
    county: str


class Words:
    """Titles and texts of one portal; the same seed gives the same words."""

    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)
        self.place = Place(*self.rng.choice(PLACES))

    def _fill(self, pattern: str) -> str:
        pick = self.rng.choice
        return pattern.format(
            t=pick(TOPICS), p=pick(PEOPLE), w=pick(TOWNS), w2=pick(TOWNS), o="县" + pick(ORGANS),
            n=self.rng.randint(20, 900), m=self.rng.randint(3, 90), n2=self.rng.randint(2, 90),
        )  # fmt: skip

    def title(self, kind: str) -> str:
        return self._fill(self.rng.choice(_TITLES.get(kind, _TITLES["news"])))

    def sentence(self) -> str:
        return "，".join(self._fill(one) for one in self.rng.sample(_CLAUSES, self.rng.randint(2, 4))) + "。"

    def paragraphs(self, most: int = 5) -> list[str]:
        return [
            "".join(self.sentence() for _ in range(self.rng.randint(2, 4))) for _ in range(self.rng.randint(2, most))
        ]


def chinese_day(day: date) -> str:
    digits = "〇一二三四五六七八九"
    year = "".join(digits[int(one)] for one in str(day.year))
    return f"{year}年{_number(day.month)}月{_number(day.day)}日"


def _number(value: int) -> str:
    digits = "〇一二三四五六七八九"
    if value < 10:
        return digits[value]
    tens, ones = divmod(value, 10)
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
