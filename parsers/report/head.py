"""Title, issuer and region of a report."""

import re
from collections import Counter

_TITLE = re.compile(
    r"(?:^|(?<=[\s:“>]))(?P<title>[\u4e00-\u9fff“”·()\d〇○\-、]{0,44}?(?:20[0-3]\d|二[〇○零]"
    r"..) ?学?年(?:度|上半年)?[\u4e00-\u9fff“”·()、]{0,30}?"
    r"(?:信息公开|政务公开)[\u4e00-\u9fff()]{0,6}?(?:年度)?(?:工作)?(?:年度)?(?:报告|"
    r"年报|总结|情况(?:的?报告|的?总结|汇报)?))(?:\([^()\n]{1,12}\))?"
)
_YEAR_BEHIND = re.compile(
    r"(?:^|(?<=\s))(?P<title>[\u4e00-\u9fff]{2,40}?(?:信息公开|政务公开)(?:工作)?20[0-3]\d ?年度?(?:工作)?(?:报告|年报))(?=\s|$)"
)
_MENTION = re.compile(
    r"公开了|《[^《》\n]{0,60}$|(?:做好|关于|发布|编制|公布了?|参照|按照|根据|"
    r"出台|印发|通知|当前位置|首页)[^\n,。;]{0,12}$"
)
_ANNOUNCED = re.compile(
    r"(?:现将|特将|将|公布|编制|本年度报告|中文名:?|标题:)\s*(?P<title>[\u4e00-\u9fff]{2,24}20[0-3]"
    r"\d年(?:度)?政府信息公开(?:工作)?年度(?:工作)?报告)"
)
_ISSUER_IN_TITLE = re.compile(
    r"^(?:关于)?(?:\d{4} ?年度?)?(?P<issuer>[\u4e00-\u9fff·()、]{2,40}?)(?:关于)?(?:\d{4} ?(?:-\d{4} ?学)?年|"
    r"二[〇○零]..年)?(?:度)?(?:上半年)?(?:政府)?(?:信息公开|政务公开)"
)
_ISSUER_FIELD = re.compile(
    r"(?:发布机构|发文机构|发布单位|信息来源|主办方|制作单位|公开机构|来源)[:: ]+(?P<issuer>[\u4e00-\u9fff]{3,30})"
)
_REGION = re.compile(
    r"^(?P<region>(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?(?:市|自治州|"
    r"地区|盟))?(?:[\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|新区|示范区|实验区|开发区|县|区|旗|市))?)"
)
_ABOUT_REPORTS = re.compile(r"[^\n。 ]{0,24}(?:通知|意见|解读|的函|要求)(?=\s|$)")  # behind: it is a text about reports
_NAME = re.compile(r"[\u4e00-\u9fff]+")
_NEARLY_ALWAYS = 0.8
_PLACE = re.compile(r"(?P<kind>市|县|区|旗|州|盟)(?:人民政府|政府|委|党政门户|政府门户|政务公开网|信息公开)")
_NOT_A_PLACE = re.compile(
    r"我|^(?:[全我本各该市省区县由在向对经将使请]|通过|成立|关于|加强|按照|根据|"
    r"完善|利用|依托)|门户|和[市县区]|部门|城[市区]|行政|级|"
    r"辖|旗县|县市|地区|园区|社区|小区|直"
)
_PROVINCES = (
    *(
        [
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
        ]
    ),
    *(["内蒙古", "广西", "西藏", "宁夏", "新疆"]),
)
_FULL_NAMES = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
_ORGAN = re.compile(
    r"[\u4e00-\u9fff]{2,28}(?:局|委|办|厅|部|院|署|处|政府|委员会|办公室|管委会|[市县区旗州省镇乡]|街道办事处|中心)"
)
_FURNITURE = re.compile(
    r"^(?:当前位置|首页|发布时间|发布日期|来源|浏览次数|字体|打印|分享|索引号|文号|栏目|原文链接|本地目录|页面链接)"
)


def title_in(folded: str) -> str | None:
    """The report's own title in its first lines, or as the text announces it; None if it has none."""
    for match in _TITLE.finditer(folded[:3000]):
        before = folded[max(0, match.start() - 30) : match.start()].rsplit("\n", 1)[-1]
        if _ABOUT_REPORTS.match(folded, match.end()):
            continue
        named = re.sub(r"^.*(?:正文|标题:|年报(?=.{10}))", "", match["title"]).strip()
        if not _MENTION.search(before + match["title"][: max(0, len(match["title"]) - len(named))]) and len(named) > 10:
            title = _clean(named)
            return _name_above(folded[: match.start()]) + title if title.startswith("20") else title
    announced = _YEAR_BEHIND.search(folded[:1000]) or _ANNOUNCED.search(folded[:3000])
    return announced["title"] if announced else None


def _name_above(before: str) -> str:
    """The organ's name, where it stands on a line of its own above a title that begins with the year."""
    words = before.split()
    return words[-1] if words and _ORGAN.fullmatch(words[-1]) else ""


def _clean(title: str) -> str:
    return re.sub(r"^(?:\d{1,2}[、.]\s*|[、.\s]+|中文名:?|现将|将|的)", "", title).strip(" ,:")


def issuer_of(title: str | None, folded: str) -> str | None:
    """Who issues the report: of the title, of the field beside it, of the place the text calls its own."""
    if title:
        match = _ISSUER_IN_TITLE.match(re.sub(r"^(?:关于)?(?:公布|发布)?(?:\d{4} ?年度?)?", "", title))
        name = match["issuer"].strip() if match else ""
        if name and not re.fullmatch(r"(?:年|度|年度|工作|本|政府|我[局市县区]|全[市县区])+", name):
            name = name.removesuffix("年度").removesuffix("年").removesuffix("关于")
            return f"{name}政府" if name.endswith("人民") else name
    field = _ISSUER_FIELD.search(folded[:800])
    if field and not _FURNITURE.match(field["issuer"]):
        return field["issuer"]
    return _own_place(folded)


def _own_place(folded: str) -> str | None:
    """The place named most beside 政府 and 门户, where the text says 我市 or 我县."""
    kind = re.search(r"[我本全](?P<kind>市|县|区|旗|州)", folded)
    counts: Counter[str] = Counter()
    for match in _PLACE.finditer(folded):
        end = match.end("kind")
        counts.update(folded[end - length : end] for length in range(3, 7) if end >= length)
    usable = {name: count for name, count in counts.items() if _NAME.fullmatch(name) and not _NOT_A_PLACE.search(name)}
    if kind:
        usable = {name: count for name, count in usable.items() if name.endswith(kind["kind"])}
    if not usable:
        return None
    most = max(usable.values())
    # 清原县 stands behind 过, 在, 从; the longest name that is nearly always the same is the whole one.
    return max((name for name, count in sorted(usable.items()) if count >= _NEARLY_ALWAYS * most), key=len)


def region_of(issuer: str | None, folded: str) -> str | None:
    """The administrative division in the issuer's name; None for a name without one (a ministry)."""
    if not issuer:
        return None
    match = _REGION.match(issuer)
    region = match["region"] if match else ""
    if not region or re.search(r"省|自治区$|^(?:北京|天津|上海|重庆)", region):
        return region or None
    return _province_in(folded) + region


def _province_in(folded: str) -> str:
    """The province that the text names most, "" if it names none."""
    counts = {name: folded.count(name) for name in _PROVINCES if name in folded}
    if not counts:
        return ""
    best = max(sorted(counts), key=lambda name: counts[name])
    return _FULL_NAMES.get(best, f"{best}省")
