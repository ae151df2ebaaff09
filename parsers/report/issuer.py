"""Who issues a report: of its title, of the field beside it, of who wrote, signed or answers for it."""

import re

from parsers.report.issuer_own import own_name

_YEAR = r"(?:\d{4} ?(?:-\d{4} ?学)?年|二[〇○零]..年)(?:度)?(?:上半年)?"
_ISSUER_IN_TITLE = re.compile(  # behind the year a field may stand: 2009年度政府交通信息公开
    r"^(?:关于)?(?:\d{4} ?年度?)?(?P<issuer>[\u4e00-\u9fff·()、]{2,40}?)(?:关于)?"
    rf"(?:{_YEAR}(?:政府)?[\u4e00-\u9fff]{{0,4}}?|(?:度)?(?:上半年)?(?:海关|税务|环境)?)(?:政府)?(?:信息公开|政务公开)"
)
_NAMELESS = re.compile(
    r"(?:年|度|年度|工作|本级|本|政府|\(机关\)|机关|[我本](?:[局委办厅院部署镇乡市县区处站校队]|街道|单位|部门|中心|学院|公司)|全[市县区])+"
)
_WRITTEN_BY = re.compile(
    r"(?<!可)由(?P<issuer>[\u4e00-\u9fff()、]{3,40}?)(?:(?:负责|组织|综合(?!行政|执法|服务|办|保障|管理|改革|治理)|汇总|根据|依据|按照|结合)[^。\n]{0,120}?)?"
    r"(?:\(以下简称[^()]{1,16}\))?(?:编制|编写)(?:而成|完成|的|。|,|\n)"
)
_SIGNED = re.compile(
    r"\n\s*([\u4e00-\u9fff()]{3,30}(?:局|委|办|厅|部|院|署|政府|委员会|办公室|管委会|街道办事处|中心|[镇乡]))\s*\n?\s*20\d\d ?年 ?[\d一二三四五六七八九十元]{1,2} ?月"
)
_WROTE = re.compile(
    r"(?:^|[,。\n])(?P<issuer>[\u4e00-\u9fff()]{4,24}?)(?:认真|组织|特此?|现|谨)?(?:编写|编制)了?20\d\d ?年(?:度)?政府信息公开"
)
_DISCLOSURE = r"(?:政府|政务)?(?:信息公开|政务公开)(?:工作)?(?:领导小组)?"
_DISCLOSURE_OFFICE = re.compile(rf"{_DISCLOSURE}(?:办公室|办)$")
_TOWN_OFFICE = re.compile(r"(?<=[镇乡府道])(?:党政)(?:综合)?办(?:公室)?$")
_CONTACT = re.compile(
    r"(?:请(?:及时|直接)?(?:与|联系|致电|向|致函)|联系,单位)[:: ]*(?P<issuer>[\u4e00-\u9fff()]{2,40}?)(?=联系|[,,(。)]|$)"
)
_WITHOUT_OFFICE = re.compile(  # the longest name that ends as an organ or a place does: 白鹭区水务局 of 白鹭区水务局党政办
    r"(?P<issuer>.*(?:局|委|厅|院|政府|委员会|办事处|管委会|中心|[乡镇县区市]|街道|(?<!干)部))[\u4e00-\u9fff]{0,4}(?:办公室|办|科|股|处|室)?"
)
_ISSUER_FIELD = re.compile(
    r"(?:发布机构|发文机构|发布单位|信息来源|主办方|制作单位|公开机构|来 ?源)[:: |]+(?P<issuer>[\u4e00-\u9fff]{3,30})"
)
_MEDIA = re.compile(r"(?:报|网|社|台|在线|频道|传媒|周刊|杂志)$")  # who printed it
_FURNITURE = re.compile(
    r"^(?:当前位置|首页|发布时间|发布日期|来源|浏览次数|字体|打印|分享|索引号|文号|栏目|原文链接|本地目录|页面链接|本站|网站)"
)


def issuer_of(title: str | None, folded: str) -> str | None:
    """Who issues the report: of the title, of the field beside it, of the place the text calls its own."""
    if title:
        match = _ISSUER_IN_TITLE.match(re.sub(r"^(?:关于)?(?:公布|发布)?(?:\d{4} ?年度?)?", "", title))
        name = match["issuer"].strip() if match else ""
        if name and not _NAMELESS.fullmatch(name):
            name = name.removesuffix("年度").removesuffix("年").removesuffix("关于")
            return f"{name}政府" if name.endswith("人民") else name
    if writer := _writer(folded):
        return writer
    field = _ISSUER_FIELD.search(folded[:800])
    if field and not (_FURNITURE.match(field["issuer"]) or _MEDIA.search(field["issuer"])):
        return field["issuer"]
    return _signature(folded) or _contact(folded) or own_name(folded)


def _writer(folded: str) -> str | None:
    """本报告由某某街道办事处编制; an office of disclosure writes for its government."""
    for match in _WRITTEN_BY.finditer(folded[:1500]):
        name = _TOWN_OFFICE.sub("", _DISCLOSURE_OFFICE.sub("", match["issuer"]))
        name = f"{name}政府" if name.endswith("人民") else name
        sentence = folded[folded.rfind("。", 0, match.start()) + 1 : match.end() + 30]
        if len(name) > 2 and not re.match(r"[我本各概]", name) and re.search(r"报告|年报", sentence):
            return name
    wrote = _WROTE.search(folded[:1500])
    return wrote["issuer"] if wrote and not re.match(r"[我本特现]|结合|根据|按照|依据", wrote["issuer"]) else None


def _signature(folded: str) -> str | None:
    """The name above the date at the text's end."""
    found = _SIGNED.findall(folded[-400:])
    return found[-1] if found and not re.match(r"[我本各]", found[-1]) else None


def _contact(folded: str) -> str | None:
    """如有疑问,请与某某区教育局办公室联系: the organ that answers for the report."""
    for contact in _CONTACT.finditer(folded[:2000]):
        match = _WITHOUT_OFFICE.fullmatch(_DISCLOSURE_OFFICE.sub("", contact["issuer"]))
        if match and len(match["issuer"]) > 2 and not re.search(r"[我本各该]|有关|相关|部门", match["issuer"]):
            return match["issuer"]
    return None
