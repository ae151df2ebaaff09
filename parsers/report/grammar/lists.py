"""How a report opens a list that breaks a count up, and how it repeats the count."""

import re

from parsers.report.clauses import Clause, Figure
from parsers.report.names import clean_channel, is_agency, is_channel, item_name, split_party, trimmed
from parsers.report.numbers import scaled

ACTIVE = re.compile(r"主动(?:向社会|对外|依法|及时|全面)*(?:公开(?!目录|指南|栏)|发布|公布|上传)")
_TYPES = re.compile(
    r"公开.{0,12}(?:(?:类别|种类|类型|内容)(?:主要)?(?:有|是|为|包括|涵盖|涉及|(?:分布)?如下|分别是|分为)?[-—]*|信息(?:主要)?(?:有|包括|分为))$"
)
_LARGEST = re.compile(
    r"公开.{0,10}(?:较大|较多|最多|居前|靠前|前.{1,3}[位名])的(?:单位|部门|乡镇|"
    r"县市区|区县).{0,4}(?:有|是|为|依次|分别)?$"
)
_YEARS_PART = re.compile(
    r"其中,?(?:20\d\d ?年度?|本年度?|今年|全年|当年)(?:[在通][^,;]{2,24})?(?:新增的?|共计?|新)*(?:主动)?公开的?(?:政府)?(?:信息)?(?:共|为)*$|"
    r"^(?:其中,?)?(?:20\d\d ?年度?|本年度?|今年|全年|当年)(?:新增(?:主动)?(?:公开)?|(?:新)?(?:主动)?公开)(?:政府)?(?:信息)?(?:共|为)?$|"
    r"^其中,?(?:20\d\d ?年度?|本年度?|今年|全年|当年)(?:访问量|点击量)?(?:为|达)?$"
)
_ANNOUNCED = re.compile(
    r"^(?:(?:按照?|从|在|以|若以|按|分)[^,;]{0,8}|各(?=单位|部门|乡镇|机构|栏目|类别)|(?:主要)?(?:公开|信息)?(?:的)?(?:主要|具体)?)"
    r"(?:(?P<category>内容|栏目|类别|类目|类型|种类|分类|主题|领域|事项)|(?P<channel>渠道|载体|方式|形式|途径|平台|媒介)|"
    r"(?P<agency>单位|部门|主体|乡镇|机构|层级))(?:公开|发布|报送|更新|数量?|来?[看分]|划分|论|而言|来说|上|统计|情况|构成|分布|主要|为|是|有|如下|包括)*$"
)
_CHANNELS_ARE = re.compile(r"(?:信息)?(?:公开)?(?:的)?(?:渠道|形式|方式|载体|途径)(?:主要)?(?:为|有|是)")
_ON_CHANNEL = re.compile(
    r"(?:在|通过)?(?P<channel>[^,;在]{2,16}?)(?:上)?(?:主动)?(?:公开|发布|公布)?的?(?:政府)?(?:信息|内容)(?:中|里|当中)$"
)
_CONTENTS = re.compile(r"^(?:内容|公开的?内容)?(?:主要)?(?:包括|有|涉及|为|是)")
_KINDS_IN_BRACKETS = re.compile(
    r"公开(?:的)?(?:政府)?(?:信息)?(?:主要)?(?:的)?内容(?:主要)?(?:涵盖|涉及|包括|有|为)(?:[^()\d,;。]{2,20}\(\d[\d,]*条\)、){2}"
)  # 公开内容涵盖义务教育招生(28条)、教师招聘(15条)、…
_PART_OF_TOTAL = re.compile(
    r"公开[^,;:\d]{0,10}\d[\d,.]*万?余?条(?:信息)?(?:,其中|[:,]其中:|:)|发布各类[^,;:\d]{0,8}\d[\d,.]*万?余?条(?:,其中|:)"
)
_LIST_SIGNS = re.compile(
    r"其中|(?:分为|分成|归入|归为|分列)(?:以下|下列)?[一二三四五六七八九十\d]{1,3}(?:大|个)?类|内[有含]|包[括含]|分别|按(?:类别|内容|渠道|主题)|分类|类别|主要(?:有|是|为)"
)
_BREAKDOWN = re.compile(
    r"^(?:(?:按照?|从)[^,;]{0,12}(?:内容|类别|类型|种类|主题|渠道|载体|方式|形式|平台|来源|单位|层级|分类)[^,;]{0,6}$"
    r"|(?:公开)?(?:的)?(?:信息)?(?:主要)?(?:内容|类别|类型)(?:主要)?(?:涉及|包括|有|为|是)$"
    r"|(?:在)?[^,;]{0,12}公开的?(?:政府)?信息(?:中|当中|里)[^,;]{0,2}$)"
)
_FIRSTLY = re.compile(
    r"一是公开[^,;\d]{2,12}\d[\d,]*条(?:[,、][^,;\d]{2,20}\d[\d,]*条){2}|一是[^,;\d]{2,16}(?:公开|信息)?\d[\d,]*条[^;\d]{0,40};二是[^,;\d]{2,20}\d[\d,]*条"
)  # 一是公开政务要闻285条,…
_ITEM = re.compile(
    r"(?:(?!公开|发布|公布|收到|受理|全年|本年|今年|20\d\d)[^\d,;:。]){2,24}(?:信息|类|文件)(?:共|有|为)?[: ]?\d[\d.,]*条"
)
_CHANNEL_COUNT = re.compile(r"[^\d,;:。]{1,14}(?:网站?|平台|微博|微信|公众号|公报|公开栏|专栏)\d[\d,.]*万?余?条")
_COUNT = re.compile(r"\d[\d.,]*万?余?(?:条|件|篇|项|个|份)|(?<=[\u4e00-\u9fff])\d{1,6}(?=[,、;]|$)")
_CHAIN = re.compile(r"(?:[、,;]?(?!通过|在|利用)[^\d、,;。]{2,24}\d[\d,]*条)+")
_KINDS_CHAIN = re.compile(
    r"(?:截[^,]{2,16},)?(?:[我本][局镇乡委办院厅]|全[市县区镇乡])(?:共|主动)*公开(?:了)?(?!(?:政府|各类|政务)*信息[共合总\d])[^\d,;。]{2,12}\d+条(?:[、,][^\d、,;。其]{2,12}(?:类|信息)\d+条){2}"
)  # 我局公开年报1条,规划计划类2条,人事信息5条
_LOST_TOTAL = re.compile(ACTIVE.pattern + r"(?:各类|政府|政务)*(?:信息)?(?:共|共计)?条?,$")  # 共主动公开条,其中…
_SEVERAL = 4
_ENDS_COUNTED = re.compile(r"(?:[^\d、,;。]{2,24}\d[\d,]*条、)+$")
_CHAINED = re.compile(r"(\d[\d,]*)条")
_AVERAGE = re.compile(r"平均|日均|每|增长|增加|减少|下降|含(?:转载|转发|重复|报送)")
_SUM = re.compile(r"(?:以上|上述)?(?:总计|合计|共计|总共|小计|共)+(?:公开|发布)?(?:各类)?(?:政府)?(?:信息)?(?:为|达)?")
TOTAL_AFTER = re.compile(
    r"^(?:的|主动公开的?|[^,;\d]{1,10}[局委办厅院府处镇乡])?(?:(?:网站|网页)?(?:政府|各类|政务)*信息)?"
    r"(?P<inside>中|里|当中|(?<=信息)(?:的)?(?:构成|分布|分类)|,?按[^,;]{0,6}分)?"
)


def opens_types(clause: Clause) -> bool:
    """Whether the clause announces a list of kinds without a total: 主动公开政府信息的主要类别有, 主动公开信息(其中…"""
    words = clause.text
    if "公开" in clause.section.words and _KINDS_CHAIN.match(words + clause.rest):
        return True
    if clause.opener == "(" and words.startswith("其中"):
        return re.search(ACTIVE.pattern + r"[^\d,;]*\($", clause.lead) is not None
    if words.startswith("其中") and _LOST_TOTAL.search(clause.lead):
        return True
    return ACTIVE.search(words + clause.section.part) is not None and _TYPES.search(words) is not None


def kind_announced(clause: Clause) -> str:
    """What the items will be: 按信息类别, 公开的主要内容: kinds; 在公开载体上: channels; 按发布单位: agencies. "" if nothing says so."""
    if re.search(r"答复|办理|受理|结果|咨询|复议|诉讼|申请", clause.text) or "申请" in clause.section.words:
        return ""
    if clause.quantities or not (match := _ANNOUNCED.search(clause.text)):
        return ""
    return next(kind for kind in ("category", "channel", "agency") if match[kind])


def kind_in_front(words: str) -> str:
    """公开渠道为政府网站29条,公众号17条: what the items are, said in front of the first."""
    front = re.match(r"(?P<said>[^-、,\d]{2,12}?)--", words)  # 按载体分——政府网站:55条
    match = _ANNOUNCED.search(front["said"]) if front else None
    if match:
        return next(kind for kind in ("category", "channel", "agency") if match[kind])
    return "channel" if _CHANNELS_ARE.match(words) else ""


def channel_announced(clause: Clause) -> str:
    """The channel of 在网站公开的信息中, 网站公开的内容中; "" if the clause names none."""
    match = None if clause.quantities else _ON_CHANNEL.match(clause.text)
    return match["channel"] if match and is_channel(match["channel"]) else ""


def changes_kind(clause: Clause, kind: str) -> bool:
    """市级部门5万条,区县7万条;网站12万条,公报2千条: behind the semicolon other parts of the same total."""
    if not clause.quantities or kind not in ("agency", "channel"):
        return False
    name = item_name(clause.text[: clause.quantities[0].start - clause.start])
    if kind == "agency":
        return len(name) > 2 and is_channel(name) and not is_agency(name)  # 祥云 is a county
    return is_agency(name) and not is_channel(name)


def is_of_all_years(words: str) -> bool:
    """历年主动公开的政府信息中: what follows breaks up the running total."""
    return re.match(r"历年", words) is not None


def opens_agencies(words: str) -> bool:
    """Whether the words announce the agencies that published most: 公开量较大的单位有."""
    return _LARGEST.search(words) is not None


def opens_breakdown(clause: Clause) -> bool:
    """Whether the words break up the total that an earlier sentence stated: 按内容分, 在主动公开的政府信息中."""
    if "申请" in clause.text + clause.section.words:
        return False
    part = clause.section.part
    return (
        _BREAKDOWN.search(clause.text) is not None
        or (
            _CONTENTS.match(clause.text) is not None
            and re.search(r"内容|类别|种类|数量|形式|渠道|方式", part) is not None
        )
        or _FIRSTLY.match(clause.text + clause.rest) is not None
        or _KINDS_IN_BRACKETS.match(clause.text + clause.rest) is not None
        or (bool(clause.quantities) and re.search(r"分类|类别|种类|构成|分布", part) is not None)
        or (
            re.search(r"形式|渠道|方式|载体|平台|途径", part) is not None
            and _CHANNEL_COUNT.match(clause.text) is not None
        )
    )


def is_years_part(words: str) -> bool:
    """Whether the words take the year's count out of a running total: 其中2013年公开."""
    return _YEARS_PART.search(words) is not None


def breaks_up_total(clause: Clause) -> bool:
    """Whether the sentence stated a total and breaks it up: 发布信息694条:通过网站302条,通过微信公众号发布358条."""
    return _PART_OF_TOTAL.search(clause.lead) is not None


def opens_list(words: str) -> bool:
    return _LIST_SIGNS.search(words) is not None


def is_item(words: str) -> bool:
    """Whether a sentence goes on with the list of the one before: …类信息2条。未分类信息1条."""
    return _ITEM.match(words) is not None


def adding_up(clause: Clause, total: float) -> int:
    """How far items reach that add up to the total before them: 公开507条,公告公示40条、工作动态328条,其他139条; 0 if none do."""
    chain = _CHAIN.match(clause.text + clause.rest)
    counts = [scaled(count, None) for count in _CHAINED.findall(chain[0])] if chain else []
    return len(chain[0]) if chain and len(counts) > 1 and sum(counts) == total else 0


def chains_on(figure: Figure) -> bool:
    """公开政府信息88条、规范性文件2条、财政信息2条、人事信息13条: a 、 right behind a count, and several more behind."""
    if figure.clause.opener != "、" or figure.quantity.unit != "条":
        return False
    chain = _CHAIN.match(figure.clause.text + figure.clause.rest)
    before = _ENDS_COUNTED.search(figure.clause.lead)
    return chain is not None and before is not None and len(_CHAINED.findall(before[0] + chain[0])) >= _SEVERAL


def has_more(clause: Clause) -> bool:
    """Whether the bracket that the clause opens holds several counts."""
    return len(_COUNT.findall((clause.text + clause.rest).partition(")")[0])) > 1 and not _AVERAGE.search(clause.text)


def names_sum(figure: Figure) -> bool:
    """总计2401条 behind parts."""
    return figure.quantity.unit in "条件篇" and _SUM.fullmatch(figure.before) is not None


def names_total(figure: Figure, total: float | None = None) -> str | None:
    """The channel of "在区网站主动公开的1913条政府信息中", which repeats a total and opens its list; else None."""
    inside = TOTAL_AFTER.match(figure.after)
    repeated = total is not None and total == figure.quantity.value
    is_said = repeated or ACTIVE.search(figure.before) or re.search(r"(?:公开|发布|公布)的$", figure.before)
    if not (inside and inside["inside"] and is_said):
        return None
    active = ACTIVE.search(figure.before) or re.search(r"(?:公开|发布|公布)的$", figure.before)
    return split_party(figure.before[: active.start()])[1] if active else clean_channel(trimmed(figure.before))
