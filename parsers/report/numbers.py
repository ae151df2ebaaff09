"""Quantities in Chinese prose: 5622条, 1.5万余人次, 509.97亿元, 两件, 1-12期."""

import re
from dataclasses import dataclass

import cn2an

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDS = {0x3000: 0x20, 0xA0: 0x20, 0x2003: 0x20, 0x2002: 0x20, 0x2009: 0x20, 0xFE50: 0x2C, ord("﹪"): ord("%")}
_TABLE = {
    **_FULL_WIDTH,
    **_FOLDS,
    ord("\t"): 0x20,
    ord("\r"): 0x20,
    ord("—"): ord("-"),
    ord("–"): ord("-"),
    ord("谘"): ord("咨"),
}

_UNIT = (
    r"人次|件次|场次|批次|条次|篇次|人\(次\)|件\(次\)|件/次|场\(次\)|条\(次\)|篇\(次\)|次\(件\)|条\(件\)|件\(条\)|"
    r"个百分点|%|‰|元|条|件|篇|份|封|项|次|场|期|起|例|宗|个|家|人|名|位|帖|册|通|处|余?户|幅|部"
)
_UNIT_NAMES = {
    "人(次)": "人次",
    "件(次)": "件次",
    "件/次": "件次",
    "场(次)": "场次",
    "条(次)": "条",
    "篇(次)": "篇",
    "次(件)": "次",
}
_UNIT_NAMES |= {"条(件)": "条", "件(条)": "件"}
_NUMBER = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?!\d)|\d{1,3}(?: \d{3}){1,3}(?=[条件次人篇个期份封宗起元])|\d{1,15}(?:\.\d{1,8})?"
_ROUGH = "余多来几"
_QUANTITY = re.compile(
    r"(?<![\d.A-Za-z/第])(?:(?P<low>\d{1,4}) ?[-~至] ?)?"
    rf"(?P<number>{_NUMBER}) ?(?P<rough>[{_ROUGH}]?)(?P<scale>万|亿|千)?"
    rf"(?P<rough2>[{_ROUGH}]?) ?(?P<unit>{_UNIT})(?P<around>左右|以上)?"
)
_HAN_DIGITS = "一二两三四五六七八九十百千万亿零〇廿卅"
# 一万二千三百余件, 1万2千条; neither 第十二条 nor 几十条, 上千条. Nothing of a numeral is read without its beginning.
_SPELLED = re.compile(
    rf"(?<![第每逐任唯进统同初再之前后历首数几\d.{_HAN_DIGITS}])"
    rf"(?P<number>[{_HAN_DIGITS}]{{1,14}}|\d{{1,4}}[万亿]\d{{1,4}}[千百]?)(?P<rough>[{_ROUGH}]?)"
    rf"(?P<unit>人次|件次|件|条|篇|起|例|宗|期|场|次|名|份|封|(?:(?<=[十百千万]\S)|(?<=[百千万]))(?:个|人|家|项|元))"
    rf"(?![{_HAN_DIGITS}])(?!以上|以下|性|途径|渠道|主线|措施|原则)"
)
_PERCENT = re.compile(rf"百分之(?P<number>百|[{_HAN_DIGITS}]{{1,4}}(?:点[{_HAN_DIGITS}]{{1,3}})?)(?![{_HAN_DIGITS}])")
# 法规文件类信息45,占总体的100%: the unit was left out.
_UNITLESS = re.compile(
    r"(?:(?<=信息)|(?<=类))(?P<number>\d{1,6})(?= ?,占|[\u4e00-\u9fff]{2,16}(?:信息|类)\d{1,6}条)"
    r"|(?<=[\u4e00-\u9fff])(?P<cases>\d{1,5})(?= ?,占)|(?<=申请)(?P<requests>\d{1,5})(?= ?(?:[;。]|,(?!\d)|$))"
    r"|(?<=\d条;)[^;。,\d\n]{2,24}(?:信息|类)(?P<last>\d{1,5})(?= ?(?:[;。]|$))",
    re.MULTILINE,
)
# 949条(林业动态512,通知公告203), 66条:规划计划类5,业务动态类47: the items have the unit of their total.
_BARE_ITEMS = re.compile(
    r"\d(?P<unit>条|件|篇|人次|次)[(:](?P<items>[^\d,、;:。()\n]{2,16}\d{1,6}(?:[,、;和][^\d,、;:。()\n]{2,16}\d{1,6})+)(?=[)(。;\n]|$)"
)
_BARE_LIST = re.compile(  # 各单位发布情况:综合办公室 1720;公共事业局 1398;…, 公开数量(条):财政局(166)、…
    r"(?:情况|数量|条数|如下|分布)(?:\(条\))?(?::|为|是)(?P<items>[^\d,、;:。()\n]{2,16}\(?\d{1,6}\)?(?:[,、;和][^\d,、;:。()\n]{2,16}\(?\d{1,6}\)?){2,})(?=[。;\n]|$)"
)
_BARE_ITEM = re.compile(r"\d+")
_NONE = re.compile(r"(?<=[开请理到复议讼为诉])零(?P<unit>件|宗|起|条|次|人次)(?![\u4e00-\u9fff])")  # 受理申请零件
_SCALES = {"万": 10_000, "亿": 100_000_000, "千": 1_000}
_NOT = re.compile(r"(?:没有|未|无)[^,;。]{0,8}$")
_ROUGH_BEFORE = re.compile(r"(?:约|近|超过?|突破|逾|大约|将近|共约|不少于|至少)(?:为|有|达)? ?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at `[start, end)`. `low` is set for a range (1-12期 has low 1 and value 12)."""

    value: float | int
    unit: str
    start: int
    end: int
    approximate: bool = False
    spelled: bool = False
    low: int | None = None


def fold(text: str) -> str:
    """The text with full-width signs and odd blanks made ASCII; every character keeps its place.

    >>> fold("增长２７．４％，共（３）件")
    '增长27.4%,共(3)件'
    """
    return text.translate(_TABLE)


def scaled(number: str, scale: str | None) -> float | int:
    """
    >>> scaled("2.4", "万"), scaled("1,234", None)
    (24000, 1234)
    """
    digits, _, decimals = re.sub(r"[, ]", "", number).partition(".")
    factor = _SCALES.get(scale or "", 1)
    # Whole arithmetic: 509.97 * 100000000 in floats is 50997000000.00001.
    numerator = int(digits + decimals) * factor
    whole, rest = divmod(numerator, 10 ** len(decimals))
    return whole if rest == 0 else float(numerator / 10 ** len(decimals))


def find_quantities(folded: str) -> list[Quantity]:
    """All quantities of a folded text, in order, without overlaps."""
    spelled = (_spelled(match, folded) for match in _SPELLED.finditer(folded))
    found = [quantity for quantity in spelled if quantity.value > 0 and not _not_even_one(quantity, folded)]
    for bare in _BARE_ITEMS.finditer(folded):
        at = _BARE_ITEM.finditer(folded, *bare.span("items"))
        found += [Quantity(int(match[0]), bare["unit"], *match.span()) for match in at]
    for bare in _BARE_LIST.finditer(folded):
        found += [
            Quantity(int(match[0]), "条", *match.span()) for match in _BARE_ITEM.finditer(folded, *bare.span("items"))
        ]
    ends = {quantity.end for quantity in found}
    others = [_arabic(match, folded) for match in _QUANTITY.finditer(folded)]
    others += [_percent(match) for match in _PERCENT.finditer(folded)]
    others += [_unitless(match) for match in _UNITLESS.finditer(folded)]
    others += [Quantity(0, match["unit"], *match.span(), spelled=True) for match in _NONE.finditer(folded)]
    found += [quantity for quantity in others if quantity.end not in ends]  # of 1万2千条, not the 2千条
    return sorted(found, key=lambda quantity: quantity.start)


def _unitless(match: re.Match[str]) -> Quantity:
    group = str(match.lastgroup)
    return Quantity(int(match[group]), "条" if group in ("number", "last") else "件", *match.span(group))


def _not_even_one(quantity: Quantity, folded: str) -> bool:
    """没有收到一份 says none."""
    return quantity.value == 1 and _NOT.search(folded, max(0, quantity.start - 12), quantity.start) is not None


def _arabic(match: re.Match[str], folded: str) -> Quantity:
    unit = match["unit"]
    rough = bool(match["rough"] or match["rough2"] or match["around"]) or _is_rough(match, folded)
    value = scaled(match["number"], match["scale"])
    return Quantity(
        value=round(value / 10, 6) if unit == "‰" else value,
        unit="%" if unit == "‰" else _UNIT_NAMES.get(unit, unit),
        start=match.start(),
        end=match.end(),
        approximate=rough,
        low=int(match["low"]) if match["low"] else None,
    )


def _spelled(match: re.Match[str], folded: str) -> Quantity:
    rough = bool(match["rough"]) or _is_rough(match, folded)
    return Quantity(chinese(match["number"]), match["unit"], *match.span(), approximate=rough, spelled=True)


def _percent(match: re.Match[str]) -> Quantity:
    number = "一百" if match["number"] == "百" else match["number"]
    return Quantity(chinese(number), "%", *match.span(), spelled=True)


def _is_rough(match: re.Match[str], folded: str) -> bool:
    return _ROUGH_BEFORE.search(folded, max(0, match.start() - 6), match.start()) is not None


def chinese(numeral: str) -> float | int:
    """The value of a Chinese numeral, 0 if cn2an cannot read it.

    >>> chinese("两"), chinese("一百二十"), chinese("三万零五"), chinese("九十七点五")
    (2, 120, 30005, 97.5)
    """
    try:
        value: float | int = cn2an.cn2an(numeral, "smart")
    except ValueError:
        return 0
    return value
