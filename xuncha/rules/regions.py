"""Provinces: the codes and letters that name them on a page, and the places that a title may begin with.

Codes: GB/T 2260, first two digits (of the 标识码 and of the police number); letters: those of an ICP filing. Places are the
prefecture-level cities whose name means no other place; districts and counties repeat all over the country and are left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TABLE = """
11 京 北京 -
12 津 天津 -
13 冀 河北 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
14 晋 山西 太原 阳泉 晋城 朔州 晋中 运城 忻州 临汾 吕梁
15 蒙 内蒙古 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布
21 辽 辽宁 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛
22 吉 吉林 长春 四平 辽源 通化 白山 松原 白城 延边
23 黑 黑龙江 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化
31 沪 上海 -
32 苏 江苏 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
33 浙 浙江 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水
34 皖 安徽 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 六安 亳州 池州 宣城
35 闽 福建 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
36 赣 江西 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 上饶
37 鲁 山东 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
41 豫 河南 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店
42 鄂 湖北 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施
43 湘 湖南 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
44 粤 广东 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
45 桂 广西 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
46 琼 海南 海口 三亚 三沙 儋州
50 渝 重庆 -
51 川蜀 四川 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 凉山
52 贵黔 贵州 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔东南 黔南 黔西南
53 云滇 云南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 红河 西双版纳
54 藏 西藏 拉萨 日喀则 昌都 林芝 山南 那曲
61 陕秦 陕西 西安 铜川 宝鸡 咸阳 渭南 汉中 榆林 商洛
62 甘陇 甘肃 兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南
63 青 青海 西宁 海东 玉树 果洛
64 宁 宁夏 银川 石嘴山 吴忠 固原 中卫
65 新 新疆 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 和田 阿克苏
"""


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str


def _read() -> tuple[dict[str, Province], dict[str, Province], dict[str, Province]]:
    codes, letters, places = {}, {}, {}
    for line in _TABLE.split("\n"):
        if line:
            code, marks, name, *cities = line.split()
            codes[code] = province = Province(code, name)
            letters.update(dict.fromkeys(marks, province))
            places.update(dict.fromkeys((name, *cities), province))
    return codes, letters, places


_CODES, _LETTERS, _PLACES = _read()
_SITE_CODE = re.compile(r"\d{10}")
_ICP = re.compile(r"(.)ICP", re.I)
_POLICE = re.compile(r"(?:(.)公网安备)?(\d{14})号?")
# With 省 or the like only: 海南 is a prefecture of 青海, 吉林 a city, 河南 a county of 青海 as well.
_FULL_NAME = re.compile(
    r"^(?:中国|中共)?(?:("
    + "|".join(one.name for one in _CODES.values())
    + r")(?:省|自治区|壮族自治区|回族自治区|维吾尔自治区)"
    r"|(北京|天津|上海|重庆)市)"
)
_FIRST_PLACE = re.compile(
    r"^[【\[“]?(" + "|".join(sorted((place for place in _PLACES if place != "-"), key=len, reverse=True)) + ")"
)


def province_of_site_code(code: str) -> Province | None:
    """Of the 标识码; None for central departments (bm…), and for what is no such code."""
    return _CODES.get(code.strip()[:2]) if _SITE_CODE.fullmatch(code.strip()) else None


def province_of_icp(filing: str) -> Province | None:
    """
    >>> province_of_icp("豫ICP备05017763号-1").name, province_of_icp("ICP备05017763号")
    ('河南', None)
    """
    match = _ICP.search(filing)
    return _LETTERS.get(match[1]) if match else None


def province_of_police(number: str) -> Province | None:
    """By its letter, else by its digits; None where the two do not agree."""
    match = _POLICE.search(number)
    if match is None:
        return None
    by_letter, by_digits = _LETTERS.get(match[1] or ""), _CODES.get(match[2][:2])
    return None if by_letter and by_digits and by_letter != by_digits else by_letter or by_digits


def province_of_name(name: str) -> Province | None:
    """
    >>> province_of_name("河南省水利厅").name, province_of_name("海南建设信息网")
    ('河南', None)
    """
    match = _FULL_NAME.search(name)
    return _PLACES[match[1] or match[2]] if match else None


def first_place(title: str) -> tuple[str, Province] | None:
    """The place that a title begins with, and its province.

    >>> first_place("杭州：数字政府建设提速")[1].name, first_place("清河县召开会议")
    ('浙江', None)
    """
    match = _FIRST_PLACE.search(title)
    return (match[1], _PLACES[match[1]]) if match else None


def provinces_on(meta: Mapping[str, object]) -> dict[str, tuple[str, Province]]:
    """What a page's codes say, by what says it: the code as written, and its province."""
    readers = {
        "site_code": (province_of_site_code, ("site_code", "SiteIDCode")),
        "icp": (province_of_icp, ("icp",)),
        "police": (province_of_police, ("police",)),
    }
    found = {}
    for what, (read, names) in readers.items():
        written = next((str(meta[name]) for name in names if meta.get(name)), "")
        province = read(written) if written else None
        if province:
            found[what] = (written, province)
    return found
