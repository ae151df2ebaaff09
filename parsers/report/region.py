"""The administrative division in an issuer's name, with the province that the text names."""

import re

_REGION = re.compile(
    r"^(?P<region>(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?(?:市(?!场|政|容|民|直|监)|自治州|"
    r"州(?!府|政|委|市|区|县)|地区|盟))?(?:[\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|新区|示范区|实验区|开发区|县|区|旗|市(?!场|政|容|民|直|监)))?)"
)
_CITY_MANAGEMENT = re.compile(r"(?:^|(?<=[省市县区州旗]))城市(?=管理|规划|建设|综合|执法|运行|更新|公用|园林)")
_TOWN = re.compile(r"(?:^|(?<=[省市县区州旗]))[\u4e00-\u9fff]{1,2}市(?=[镇乡]|街道)")  # 胡市镇 is no city
_PROVINCES = [
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
]
_FULL_NAMES = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
_STREET = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[东西南北中]?(?:路|街|大道|巷))")


def region_of(issuer: str | None, folded: str) -> str | None:
    """The administrative division in the issuer's name; None for a name without one (a ministry)."""
    if not issuer:
        return None
    issuer = _CITY_MANAGEMENT.sub("城", issuer)  # 市城市管理局 is in no place called 市城市
    if re.match(r"[省市县区州旗](?![\u4e00-\u9fff]?[市县区])", issuer):
        return None  # 省市场监管局 does not say of which province
    issuer = _TOWN.sub("", issuer)
    match = _REGION.match(issuer)
    region = match["region"] if match else ""
    if not region or re.search(r"省|自治区$|^(?:北京|天津|上海|重庆)", region):
        return region or None
    return _province_in(folded) + region


def _province_in(folded: str) -> str:
    """The province that the text names most, "" if it names none."""
    words = _STREET.sub("", folded)  # 枋湖南路 is no province
    counts = {name: words.count(name) for name in _PROVINCES if name in words}
    if not counts:
        return ""
    best = max(sorted(counts), key=lambda name: counts[name])
    return _FULL_NAMES.get(best, f"{best}省")
