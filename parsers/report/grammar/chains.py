"""Lists that nothing announces: 机构职能9条、政策法规21条、规划计划6条 in a section on what was published is a list of kinds."""

import re
from functools import lru_cache

from parsers.report.clauses import Clause, Section
from parsers.report.grammar.naming import counts_first
from parsers.report.names import item_name
from parsers.report.numbers import find_quantities

_DISCLOSED = re.compile(
    r"主动公开|公开(?:的)?(?:政府|政务|海关|重点|领域)*(?:信息)?(?:的)?(?:主要|具体|基本|分类)?(?:情况|内容|数量|形式|渠道|方式|类别|目录)|公开政府信息|信息公开(?!工作的?(?:组织|制度|领导))|重点领域|信息发布"
)
_OTHER_SECTION = re.compile(
    r"申请|复议|诉讼|咨询|收费|费用|减免|举报|投诉|机构|队伍|人员|培训|解读|回应|保障|监督|考核"
)
_BETWEEN = re.compile(
    r"(?:[、,;和及与:/ ]|以及|其中|包括|具体[为是有]|(?:[,(]?(?:约|共)?(?:占|比例)?[^、,;。()\d]{0,14}\d[\d.]*%\)?)|\([^()]{1,60}\)|"
    r"\d{1,2}[.、]|\(?[一二三四五六七八九十\d]{1,2}\)|[①-⑳]|[一二三四五六七八九]是)*"
)
_NAME = re.compile(
    r"(?P<name>(?:[^、,;。:()\n\d]{2,12}、)+[^、,;。:()\n\d]{2,12}各"
    r"|(?:[^、,;。:()\n\d/]{2,14}、){0,2}(?:[^、,;。:()\n\d]|\([^()\d]{1,30}\)){2,30})(?:[:(])?"
)
# What is counted in 条 beside published information, and words that no name of a kind holds.
_YEAR = re.compile(r"^20\d\d年度?(?:,|全年)?")
_NO_KIND = re.compile(
    r"产生|生成|收到|受理(?!公示)|办理|办结|答复|申请|复议(?!决定)|诉讼|咨询|建议|提案|来信|来电|留言|投诉|举报|增加|减少|增长|下降|同比|去年|上年|访问|点击|"
    r"培训|采用|采纳|录用|报送|上报|短信|线索|意见(?!稿)|平均|日均|其余|20\d\d|超过|不足|余下|季度|任务|指标|目标|(?:^|[^\d])\d{1,2}月|评论|转发|粉丝|未|不予"
)
_TOTAL = re.compile(
    r"(?:公开|发布|公布|上传|更新)(?:了)?(?:政府|各类|政务|有关|相关)*信息(?:总?数量?|总量|条数)?[共总合累为达计:]*$|信息(?:共|共计|总计|合计|累计)$|(?<!方面)(?:公开|发布|推送|公布|更新|刊登|播出|报道|转发)$|通过|利用"
)
_UNITS = frozenset("条件篇份则期")
_PUTS_OUT = re.compile(
    r"(?:[^,;:、。]{0,18}?(?:[我本全][局镇乡委办院厅县市区]|上网|网上|网站))?[^,;:、。]{0,12}?(?:主动)?(?:公布|公开|发布|公示)(?!栏|牌|平台|专栏|(?:各类|政府|政务)*信息)"
)
_KINDS = re.compile(r"(?:[^\d,;]{2,20}(?:类|信息)\d[\d,]*条[,、;]){2}[^\d,;]{2,20}(?:类|信息)\d[\d,]*条")
_ON_SITE = re.compile(r"[^,;:]{0,12}(?:在|通过)[^,;:]{2,20}(?:网站?|平台|公开栏)上?(?:主动)?(?:公开|发布|公布)")
_BARE = re.compile(r"(?:[^\d,、;:。()]{2,16}\d{1,6}[、,;]){2}[^\d,、;:。()]{2,16}\d{1,6}(?=[、,;。()]|$)")
_FEWEST, _FEWEST_PUT_OUT, _ENOUGH = 3, 2, 5  # items
_REACH = 240  # characters


def opens_chain(clause: Clause, total_is_near: bool, unit: str = "条") -> bool:
    """Whether a list of at least three counted kinds (two behind 公开 or 公布) begins here, in a section on published information."""
    is_near = total_is_near or is_on_disclosure(clause.section) or _ON_SITE.match(clause.text)
    if not ((clause.quantities or clause.rest.startswith("(")) and is_near):
        return False
    words = (clause.text + clause.rest)[:_REACH]
    if counts_first(words) or (clause.quantities and _BARE.match(words)):
        return True
    units, at = _chain(words)
    puts_out = _PUTS_OUT.match(words) is not None and not re.search("规范性文件|解读", words[:at])
    said_so = puts_out or units[:1] == ("条",) or units.count("条") > 1 or units.count(unit) > 1
    return len(units) >= (_FEWEST_PUT_OUT if puts_out and not _YEAR.match(words) else _FEWEST) and said_so


def names_kinds(clause: Clause) -> bool:
    """警情通报类26条,办事指南类118条,防诈骗类907条: each says itself that it is a kind."""
    return _KINDS.match(clause.text + clause.rest) is not None


@lru_cache(maxsize=64)  # several ask about the same clause
def _chain(words: str) -> tuple[tuple[str, ...], int]:
    """The units of the named counts that stand one behind the other at the front, and where they end."""
    units: list[str] = []
    at = len(words) - len(_YEAR.sub("", words))
    for quantity in find_quantities(words):
        if quantity.unit == "%":
            continue
        between = _BETWEEN.match(words, at)
        name = _NAME.fullmatch(words, between.end() if between else at, quantity.start)
        if name is None or quantity.unit not in _UNITS or _is_no_kind(name["name"]) or len(units) == _ENOUGH:
            break
        units.append(quantity.unit)
        at = quantity.end + words[quantity.end :].startswith(")")
    return tuple(units), at


def _is_no_kind(name: str) -> bool:
    return _NO_KIND.search(item_name(name)) is not None or _TOTAL.search(name) is not None


def is_on_disclosure(section: Section) -> bool:
    """Whether the nearest heading speaks of published information, and of nothing else."""
    for words in (section.part, section.title):
        if _DISCLOSED.search(words):
            return not _OTHER_SECTION.search(re.sub("主动公开|政府信息公开", "", words))
        if _OTHER_SECTION.search(words):
            return False
    return False
