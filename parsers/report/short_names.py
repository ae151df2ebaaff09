"""The issuer written short in its own report: 区政府办公室, 镇政府, 卫计局, 市人防办."""

import re

_ORGAN_ITSELF = re.compile(
    r"街道(?:办|办事处)?|办事处|学校|学院|医院|管委会|委员会|中心|[总支大中]队|[省市县区州]?(?P<kind>[局厅委院署])(?:机关)?"
)
_PLACE = re.compile(r".*[省市县区州旗盟]")
_BELOW = re.compile(
    r"(?:及|和|、)?(?:其|所)*(?:属|下属|直属)?各(?:级|有关|相关|工作)*(?:事业|二级|直属|职能)?(?:单位|机构|部门|乡镇|镇街|街道|镇|乡|县区|区县|县|区)"
    r"(?:[、和及与]各?(?:事业)?(?:单位|部门|乡镇|镇街|街道|镇|乡|县区|区县|县|区))*$"
    r"|(?:及|和)(?:其|所)*(?:属|下属|直属)(?:事业|二级)?(?:单位|机构|部门)$|(?<=.{2})各级(?:各)?(?:部门|单位)$"
    r"|[省市州盟县旗区乡镇、()]*[两二三四]级[\u4e00-\u9fff]{0,4}(?:部门|单位|系统|政府|机关)$"
)
_ZONE = re.compile(r"[\u4e00-\u9fff]{0,4}(?:新区|开发区|高新区|示范区|试验区|园区|管理区|地区)")


def is_whole_of_issuer(agency: str, issuer: str) -> bool:
    """Whether it is the issuer with all that is below it.

    >>> is_whole_of_issuer("开发区各单位", "某某经济开发区管理委员会"), is_whole_of_issuer("市直各部门", "某市人民政府")
    (True, False)
    >>> is_whole_of_issuer("地直各部门、各县", "某某地区行政公署"), is_whole_of_issuer("县交通局及所属单位", "某县交通局")
    (True, True)
    """
    name = re.sub(r"\((?!市\))[^()]*\)$", "", agency)
    below = _BELOW.search(name)
    place = name[: below.start()] if below else name
    if below and not place and "级" in name:
        return True  # 州、县(市)两级林业部门
    if below and len(re.findall("各", name)) > 1 and place.endswith("直"):
        return True
    if below and _ZONE.fullmatch(place) and place in issuer:
        return True
    return bool(place) and same_as_issuer(place, issuer)


def same_as_issuer(agency: str, issuer: str) -> bool:
    """Whether 区政府办公室 or 镇政府 is the issuer itself, written short.

    >>> same_as_issuer("区政府办公室", "清远市清新区人民政府办公室"), same_as_issuer("镇政府", "某镇")
    (True, True)
    """
    full = issuer.replace("人民政府", "政府")
    if not full.endswith("和管理委员会"):  # 建设和管理委员会 is no 管委会
        full = full.replace("管理委员会", "管委会")
    if len(agency) > 4:
        agency = agency.removesuffix("机关")
    if len(agency) == 1:
        return agency in issuer
    if agency in ("国家局", "总局", "国家总局"):
        return issuer.startswith("国家") and issuer.endswith("局")
    short = re.sub(r"^(?:自治区|自治州|自治县|[省市县区州旗镇乡])", "", agency.replace("人民政府", "政府"))
    itself = _ORGAN_ITSELF.fullmatch(agency)
    if itself and (not issuer or (itself["kind"] or agency[:2]) in issuer):
        return True
    return bool(issuer) and (
        _abbreviates(short, full)
        or _abbreviates_after_place(agency, full)
        or (len(agency) > 2 and full.startswith(agency))
        or (len(short) > 2 and full.endswith(short))
        or f"{full}政府".endswith(agency)
        or (len(agency) > 2 and full.removesuffix("政府").endswith(agency))
        or (len(agency) > 2 and full.removesuffix("管委会").endswith(agency))
        or (len(agency) > 2 and full.removesuffix("办事处").endswith(agency))
        or full == agency
        or (len(full) > 3 and agency.endswith(full))
        or _is_misspelt(agency, full)
    )


def _is_misspelt(agency: str, full: str) -> bool:
    """
    >>> _is_misspelt("大安市牧业管理局", "大安市畜牧业管理局"), _is_misspelt("大安市教育局", "大安市体育局")
    (True, False)
    """
    shorter = len(full) > 6 and len(agency) == len(full) - 1
    return shorter and any(full[:gap] + full[gap + 1 :] == agency for gap in range(2, len(full) - 1))


def _abbreviates_after_place(agency: str, full: str) -> bool:
    """
    >>> _abbreviates_after_place("白鹭市人防办", "白鹭市人民防空办公室")
    True
    """
    place = _PLACE.match(agency)
    at = full.find(place[0]) if place else -1
    return place is not None and at >= 0 and _abbreviates(agency[place.end() :], full[at + place.end() - 1 :])


def _abbreviates(short: str, full: str) -> bool:
    """
    >>> _abbreviates("卫计局", "白鹭区卫生和计划生育局"), _abbreviates("教育局", "白鹭区卫生和计划生育局")
    (True, False)
    """
    if short.endswith(("办", "委")):
        full = re.sub(r"(?<=办)公室$|(?<=委)员会$", "", full)
    start = full.rfind(short[0]) if short else -1
    if not 3 <= len(short) <= 5 or start < 1 or short[-1] != full[-1]:
        return False
    letters = iter(full[start:])
    return all(letter in letters for letter in short)
