"""Who issues a report, and where: of its title, of the field beside it, of what the text calls its own."""

import re
from collections import Counter

_ISSUER_IN_TITLE = re.compile(
    r"^(?:关于)?(?:\d{4} ?年度?)?(?P<issuer>[\u4e00-\u9fff·()、]{2,40}?)(?:关于)?(?:\d{4} ?(?:-\d{4} ?学)?年|"
    r"二[〇○零]..年)?(?:度)?(?:上半年)?(?:海关|税务|环境)?(?:政府)?(?:信息公开|政务公开)"
)
_WRITTEN_BY = re.compile(
    r"(?<!可)由(?P<issuer>[\u4e00-\u9fff()]{3,40}?)(?:(?:负责|组织|综合|汇总|根据|依据|按照|结合)[^。\n]{0,120}?)?"
    r"(?:编制|编写)(?:而成|完成|的|。|,|\n)"
)
_SIGNED = re.compile(
    r"\n\s*([\u4e00-\u9fff()]{3,30}(?:局|委|办|厅|部|院|署|政府|委员会|办公室|管委会|街道办事处|中心|[镇乡]))\s*\n?\s*20\d\d ?年 ?[\d一二三四五六七八九十元]{1,2} ?月"
)
_WROTE = re.compile(
    r"(?:^|[,。\n])(?P<issuer>[\u4e00-\u9fff()]{4,24}?)(?:认真|组织)?(?:编写|编制)了?20\d\d ?年(?:度)?政府信息公开"
)
_DISCLOSURE_OFFICE = re.compile(r"(?:政府)?(?:信息公开|政务公开)(?:工作)?(?:领导小组)?(?:办公室|办)$")
_ISSUER_FIELD = re.compile(
    r"(?:发布机构|发文机构|发布单位|信息来源|主办方|制作单位|公开机构|来源)[:: ]+(?P<issuer>[\u4e00-\u9fff]{3,30})"
)
_REGION = re.compile(
    r"^(?P<region>(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?(?:市(?!场|政|容|民|直|监)|自治州|"
    r"地区|盟))?(?:[\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|新区|示范区|实验区|开发区|县|区|旗|市(?!场|政|容|民|直|监)))?)"
)
_CITY_MANAGEMENT = re.compile(r"(?:^|(?<=[省市县区州旗]))城市(?=管理|规划|建设|综合|执法|运行|更新|公用|园林)")
_NO_NAME = re.compile(
    r"其中|利用|[我本各该全与由和向对将在]|坚持|上级|有关|相关|部门|领导|通过|公开|收到|年度|工作|机关"
)
_NAME = re.compile(r"[\u4e00-\u9fff]+")
_NEARLY_ALWAYS = 0.8
_PLACE = re.compile(r"(?P<kind>市|县|区|旗|州|盟)(?:人民政府|政府|委|党政门户|政府门户|政务公开网|信息公开)")
_NOT_A_PLACE = re.compile(
    r"我|^(?:[全我本各该市省区县由在向对经将使请]|通过|成立|关于|加强|按照|根据|"
    r"完善|利用|依托)|围绕|按照|公布|门户|和[市县区]|部门|城[市区]|行政|级|"
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
_STREET = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[东西南北中]?(?:路|街|大道|巷))")
_OWN_KIND = re.compile(r"[我本](?P<kind>局|办(?!法|理)|委|镇|乡|街道|厅|院|中心|处(?!罚|理)|校|站(?!点)|队|馆|公司)")
_OWN_PLACE = re.compile(r"[我本][省市县区州旗盟]")
_SAID_TO_DO = (
    r"(?:信息公开|认真|高度|严格|积极|全面|主动|坚持|贯彻|深入|始终|按照|根据|结合|围绕|不断|切实|共|未|没有|无|收到|受理|通过|门户网站|政府信息|严格|"
    r"紧紧|依法|本着|充分|结合|对|在)"
)
_FULL_NAMES = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
_FURNITURE = re.compile(
    r"^(?:当前位置|首页|发布时间|发布日期|来源|浏览次数|字体|打印|分享|索引号|文号|栏目|原文链接|本地目录|页面链接)"
)


def issuer_of(title: str | None, folded: str) -> str | None:
    """Who issues the report: of the title, of the field beside it, of the place the text calls its own."""
    if title:
        match = _ISSUER_IN_TITLE.match(re.sub(r"^(?:关于)?(?:公布|发布)?(?:\d{4} ?年度?)?", "", title))
        name = match["issuer"].strip() if match else ""
        if name and not re.fullmatch(r"(?:年|度|年度|工作|本级|本|政府|\(机关\)|机关|我[局市县区]|全[市县区])+", name):
            name = name.removesuffix("年度").removesuffix("年").removesuffix("关于")
            return f"{name}政府" if name.endswith("人民") else name
    field = _ISSUER_FIELD.search(folded[:800])
    if field and not _FURNITURE.match(field["issuer"]):
        return field["issuer"]
    return _writer(folded) or _signature(folded) or (_own_organ(folded) if _is_an_organ(folded) else _own_place(folded))


def _is_an_organ(folded: str) -> bool:
    """Whether the text says 我局 more often than 我县: the place it names is where the organ is, not who it is."""
    return len(_OWN_KIND.findall(folded)) > len(_OWN_PLACE.findall(folded))


def _writer(folded: str) -> str | None:
    """本报告由某某街道办事处编制; an office of disclosure writes for its government."""
    for match in _WRITTEN_BY.finditer(folded[:1500]):
        name = _DISCLOSURE_OFFICE.sub("", match["issuer"])
        name = f"{name}政府" if name.endswith("人民") else name
        sentence = folded[folded.rfind("。", 0, match.start()) + 1 : match.end() + 30]
        if len(name) > 2 and not re.match(r"[我本各概]", name) and re.search(r"报告|年报", sentence):
            return name
    wrote = _WROTE.search(folded[:1500])
    return wrote["issuer"] if wrote and not re.match(r"[我本特现]", wrote["issuer"]) else None


def _signature(folded: str) -> str | None:
    """The name above the date at the text's end."""
    found = _SIGNED.findall(folded[-400:])
    return found[-1] if found and not re.match(r"[我本各]", found[-1]) else None


def _own_organ(folded: str) -> str | None:
    """The name that sentences begin with, of the kind that the text calls its own: 市统计局认真…, where it says 我局."""
    kinds = Counter(match["kind"] for match in _OWN_KIND.finditer(folded))
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    ending = {
        "办": "办公室|办",
        "委": "委员会|委",
        "街道": "街道办事处|街道",
        "镇": "镇人民政府|镇政府|镇",
        "乡": "乡人民政府|乡政府|乡",
    }.get(kind, kind)
    subject = re.compile(
        rf"(?:^|[\n。,;:、 ])(?:20\d\d ?年度?,? ?)?(?P<name>[\u4e00-\u9fff]{{1,14}}?(?:{ending}))(?={_SAID_TO_DO})"
    )
    named = Counter(match["name"] for match in subject.finditer(folded) if not _NO_NAME.search(match["name"]))
    return named.most_common(1)[0][0] if named else None


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
    issuer = _CITY_MANAGEMENT.sub("城", issuer)  # 市城市管理局 is in no place called 市城市
    if re.match(r"[省市县区州旗](?![\u4e00-\u9fff]?[市县区])", issuer):
        return None  # 省市场监管局 does not say of which province
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
