"""The title of a report."""

import re
from collections.abc import Iterator

_TITLE = re.compile(
    r"(?:^|(?<=[\s:“>]))(?P<title>[\u4e00-\u9fff“”·()\d〇○\-、]{0,44}?(?:20[0-3]\d|二[〇○零]"
    r"..) ?学?年(?:度|上半年)?[\u4e00-\u9fff“”·()、]{0,30}?"
    r"(?:信息公开|政务公开|信息(?=年度公开))[\u4e00-\u9fff()]{0,6}?(?:年度)?(?:工作)?(?:年度)?(?:公开)?(?:报告|"
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
    r"(?:现将|特将|将|公布|编[制写]了?|公开|发布|本年度报告|中文名:?|标题:)\s*《?"
    r"(?P<title>(?:[\u4e00-\u9fff()、]{2,30}?20[0-3]\d年(?:度)?(?:本级)?|20[0-3]\d年(?:度)?[\u4e00-\u9fff()、]{3,30}?)(?:政府(?:\(机关\))?)?信息公开(?:年度工作|工作年度|年度|工作)(?:工作)?报告)"
)
_ABOUT_REPORTS = re.compile(r"[^\n。 ]{0,24}(?:通知|意见|解读|的函|要求)(?=\s|$)")  # behind: it is a text about reports
# 2013年度没有关于信息公开的收费情况; 一、2015年政府信息公开工作的情况 is a heading.
_FRONT = re.compile(
    r"^(?:\d{1,2}[、.]\s*|[、.\s]+|中文名:?|[现特兹](?:将|向)?(?:社会)?(?:公众)?(?:公布|公开|发布|报告)|现将|将|的)"
)
_NO_TITLE = re.compile(r"编制[了的]|关于(?:认真|切实)?做好|没有|未|不予|收费|减免|存在|^[一二三四五六七八九十]、")
_NAMELESS = re.compile(r"20\d\d ?年(?:度|上半年)?(?:本级)?(?:政府)?(?:信息公开|政务公开)")
_HEAD = 600  # characters
_WRAPPED = re.compile(
    r"(?<=[\u4e00-\u9fff\d)])\n\s*(?=(?:政府信息公开|信息公开|政务公开|工作|年度)[\u4e00-\u9fff\d]{0,16}(?:报告|年报)\s*(?:\n|$)|(?:报告|年报)\s*\n)"
)
_ORGAN = re.compile(
    r"[\u4e00-\u9fff]{2,28}(?:局|委|办|厅|部|院|署|处|政府|委员会|办公室|管委会|[市县区旗州省镇乡]|街道办事处|中心)"
)


def title_in(folded: str) -> str | None:
    """The report's own title in its first lines, or as the text announces it; None if it has none."""
    titles = list(_titles(folded))
    if titles and not titles[0].startswith("20"):
        return titles[0]
    announced = _YEAR_BEHIND.search(folded[:1000]) or _ANNOUNCED.search(folded[:3000])
    if announced and _NO_TITLE.search(announced["title"]):
        announced = None
    named = next((title for title in titles if not _NAMELESS.match(title)), None)
    return named or (announced["title"] if announced else titles[0] if titles else None)


def _titles(folded: str) -> Iterator[str]:
    for match in _TITLE.finditer(folded[:3000]):
        before = folded[max(0, match.start() - 30) : match.start()].rsplit("\n", 1)[-1]
        if _ABOUT_REPORTS.match(folded, match.end()) or _NO_TITLE.search(match["title"]):
            continue
        named = re.sub(r"^.*(?:正文|标题:|年报(?=.{10}))", "", match["title"]).strip()
        if not _MENTION.search(before + match["title"][: max(0, len(match["title"]) - len(named))]) and len(named) > 10:
            title = _clean(named)
            yield _name_above(folded[: match.start()]) + title if title.startswith("20") else title


def joined_lines(folded: str) -> str:
    """The first lines with a title that was wrapped on one line: 某局2013年度信息公开工作⏎年度报告."""
    return _WRAPPED.sub("", folded[:_HEAD]) + folded[_HEAD:]


def _name_above(before: str) -> str:
    """The organ's name, where it stands on a line of its own above a title that begins with the year."""
    words = before.split()
    name = re.sub(r"^[!-~]+", "", words[-1]) if words else ""  # a mirror's own address in front of it
    return name if _ORGAN.fullmatch(name) else ""


def _clean(title: str) -> str:
    return _FRONT.sub("", title).strip(" ,:")
