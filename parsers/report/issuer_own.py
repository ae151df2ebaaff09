"""Who issues a report that does not say so: what the text calls its own, and who it says published."""

import re
from collections import Counter

_NO_NAME = re.compile(
    r"^[局办委处年]|均|以(?=[镇乡县区市省局]|$)|调整|成立|大部分|所有|的|推动|推进|其中|利用|[我本各该全与由和向对将在]|坚持|负责|上级|有关|相关|部门|领导|通过|公开|收到|年度|机关|"
    r"(?:本职|中心|各项|日常|具体)工作|工作(?:领导|机构|要求|部署)"
)
_TWO_TASKS = re.compile(
    r"(?<=资源|卫生|住房|经济|工业|文化|发展|保障|草原|教育|农业|科技)和(?=[\u4e00-\u9fff]{2,6}[局委厅部])"
)
_NAME = re.compile(r"[\u4e00-\u9fff]+")
_NEARLY_ALWAYS = 0.8
_SURE = 2  # mentions that make a name
_PLACE = re.compile(
    r"(?P<kind>市|县|区|旗|州|盟)(?:(?P<sure>人民政府|党政门户|政府门户|政府网|政务公开网)|政府|委|信息公开)"
)
_NOT_A_PLACE = re.compile(
    r"我|是|推[动进]|全[市县区州]|局|委|办|依托|贯彻|落实|坚持|通过|利用|围绕|按照|遵循|执行|服务|[街镇乡]|^(?:[全我本各该市省区县由在向对经将使请度过]|通过|成立|关于|加强|按照|根据|"
    r"完善|利用|依托|绕|托)|[年在]|围绕|[市县区]委[市县区]|按照|公布|门户|和[市县区]|部门|城[市区]|行政|级|"
    r"自治州|辖|旗县|县市|地区|园区|社区|小区|直"
)
_OWN_KIND = re.compile(r"[我本](?P<kind>局|办(?!法|理)|委|镇|乡|街道|街|厅|院|中心|处(?!罚|理)|校|站(?!点)|队|馆|公司)")
_OWN_PLACE = re.compile(r"[我本][省市县区州旗盟]")
_SAID_TO_DO = (
    r"(?:信息公开|党委|认真|高度|严格|积极|全面|主动|坚持|贯彻|深入|始终|按照|根据|结合|围绕|不断|切实|共|未|没有|无|收到|受理|通过|门户网站|政府信息|严格|依托|立足|"
    r"紧紧|依法|本着|充分|结合|对|在)"
)
_ENDINGS = {
    "办": "办公室|办",
    "委": "委员会|委",
    "街道": "街道办事处|街道",
    "街": "街道办事处|街道",
    "镇": "镇人民政府|镇政府|镇",
    "乡": "乡人民政府|乡政府|乡",
}
_ANY_KIND = "局|委员会|委|办公室|厅|院|街道办事处"
_ORGAN = r"[\u4e00-\u9fff]{1,18}?(?:局|委员会|委|办公室|办|厅|院|街道办事处|街道|镇|乡|中心|支队|大队)"
_PUBLISHED = re.compile(
    rf"(?:^|[\n。,;:、 ])(?:20\d\d ?年度?,? ?)?(?P<name>{_ORGAN})(?:20\d\d ?年度?)?(?:累计|共)*(?:主动公开|(?:收到|受理)(?:政府)?信息公开申请|(?<=[局委厅院])政府信息公开工作(?=在|取得))",
)
_OWN_RULES = re.compile(
    rf"《(?P<name>{_ORGAN})(?:机关)?(?:政府|政务)?信息(?:主动|依申请)?公开[^《》]{{0,16}}(?:制度|指南|目录)》"
)


def own_name(folded: str) -> str | None:
    """The organ or the place that the text speaks of as its own."""
    if not _is_an_organ(folded):
        organ = None if _OWN_PLACE.search(folded) else _short_or_long(_subject(_ANY_KIND), folded)
        return _publisher(folded) or organ or _own_place(folded)
    return _most_named(_OWN_RULES, folded, 2) or _own_organ(folded) or _publisher(folded)


def _is_an_organ(folded: str) -> bool:
    """Whether the text says 我局 more often than 我县: the place it names is where the organ is, not who it is."""
    return len(_OWN_KIND.findall(folded)) > len(_OWN_PLACE.findall(folded))


def _publisher(folded: str) -> str | None:
    """区文委2010年共主动公开政府信息50条, where nothing is said of 我委."""
    return _most_named(_PUBLISHED, folded, 1)


def _most_named(pattern: re.Pattern[str], folded: str, least: int) -> str | None:
    named = Counter(match["name"] for match in pattern.finditer(folded) if _is_a_name(match["name"]))
    return next((name for name, count in named.most_common(1) if count >= least and len(name) > 2), None)


def _own_organ(folded: str) -> str | None:
    """The name that sentences begin with, of the kind that the text calls its own: 市统计局认真…, where it says 我局."""
    kinds = Counter(match["kind"] for match in _OWN_KIND.finditer(folded))
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    return _most_named(_subject(_ENDINGS.get(kind, kind)), folded, 1)


def _subject(endings: str) -> re.Pattern[str]:
    """An organ that a sentence begins with."""
    return re.compile(
        rf"(?:^|[\n。,;:、) ])(?:20\d\d ?年度?,? ?)?(?P<name>[\u4e00-\u9fff]{{1,14}}?(?:{endings}))(?={_SAID_TO_DO})"
    )


def _short_or_long(pattern: re.Pattern[str], folded: str) -> str | None:
    """The longest name of the organ that begins most sentences, written short (市交通运输局) or long."""
    named = Counter(match["name"] for match in pattern.finditer(folded) if _is_a_name(match["name"]))
    often = {name: sum(n for other, n in named.items() if name.endswith(other)) for name in named}
    return max((name for name in often if often[name] > 1), key=lambda name: (often[name], len(name)), default=None)


def _is_a_name(words: str) -> bool:
    """Whether the words are a name, 和 only within one: 自然资源和规划局."""
    return _NO_NAME.search(_TWO_TASKS.sub("", words)) is None


def _own_place(folded: str) -> str | None:
    """The place named most beside 政府 and 门户, where the text says 我市 or 我县."""
    kind = re.search(r"[我本全](?P<kind>市|县|区|旗|州)", folded)
    counts: Counter[str] = Counter()
    for match in _PLACE.finditer(folded):
        end = match.end("kind")
        weight = _SURE if match["sure"] else 1  # 坚持县委县政府… is no place called 坚持县
        counts.update({folded[end - length : end]: weight for length in range(3, 7) if end >= length})
    usable = {name: count for name, count in counts.items() if _NAME.fullmatch(name) and not _NOT_A_PLACE.search(name)}
    if kind:
        usable = {name: count for name, count in usable.items() if name.endswith(kind["kind"])}
    most = max(usable.values(), default=0)
    if most < _SURE:
        return None
    # 清原县 stands behind 过, 在, 从; the longest name that is nearly always the same is the whole one.
    return max((name for name, count in sorted(usable.items()) if count >= _NEARLY_ALWAYS * most), key=len)
