"""Totals that a section on published information says shortly: 共公开信息135条, 录入信息95条, 公开的417条信息里, 总量:165条."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.chains import is_on_disclosure
from parsers.report.grammar.items import UNITS, known_channel
from parsers.report.grammar.running import count_code
from parsers.report.grammar.subjects import own_subject
from parsers.report.names import is_agency, is_channel, names_several_channels, split_party, trimmed
from parsers.report.reading import Reading, State
from parsers.report.short_names import same_as_issuer

_VERB = r"(?:主动)?(?:(?:公开|发布|公布|上传|录入|登载|更新|上网)(?:和|并|、)?)+(?:了|的)?"
_SAID = re.compile(
    rf"(?P<doer>[^,;:]*){_VERB}(?:各类|各种|各项|有关|相关|全部|政府|政务)*(?P<kind>[^,;:、\d]{{0,8}}?)信息"
    r"(?:总?数?量?|总条数)?(?:共计?|总计|合计|累计|达到?|为|有|是| )*"
)
_SAID_BEHIND = re.compile(rf"(?P<doer>[^,;:]*?){_VERB}(?:共|总计)?")
_INFORMATION = re.compile(r"(?:的)?(?:各类|各种|政府|政务|有关|相关)*(?:公开)?信息(?!公开|中心)")
_LABEL = re.compile(
    r"(?:^|[-,;:。])(?:政府)?(?:信息)?(?:主动)?(?:公开|发布)?(?:的)?(?:政府)?(?:信息)?(?:总数量?|总量|数量|条数)(?:情况)?[:为共]*(?:全年|本年度?|今年|20\d\d ?年度?|共|为)*$"
)
_SHARE_OF_ALL = re.compile(
    r"占(?:全年|本年度?|全部|总)?(?:主动)?公开(?:政府)?(?:信息)?(?:总量|总数|总条数|(?=\())(?:的)?\(?"
)
_SUMMED_UP = re.compile(r"(?:以上|上述)(?:[^,;\d]{0,8})(?:合计|共计?|总计)(?:公开|发布)?(?:信息)?")
_WHOLE_AND_BELOW = re.compile(
    r"(?:及|和)(?:其)?(?:所属|下属|直属|各)(?:各)?(?:事业)?(?:单位|机构|部门)$|系统(?:[\d一二三四五六七八九十]+个?单位)?$"
)
_ELSEWHERE = re.compile(r"杂志|期刊|简报|报送|采用|录用|短信|微博|微信|依申请|审批|招聘|信用")


def read_short_total(figure: Figure, state: State) -> tuple[Reading, ...]:
    """The first count of a sentence in such a section, without a kind of its own."""
    section = figure.clause.section
    if figure.quantity.unit not in UNITS - {"个", "项"} or figure.quantity.low is not None:
        return ()
    if _SHARE_OF_ALL.fullmatch(figure.before):
        return (Reading("proactive.count", {}, "条"),)  # 占全年公开总量3120条的79.46%
    if state.head is not None:
        return ()
    if not (is_on_disclosure(section) or "主动公开" in section.words) or own_subject(figure) not in ("", "visits"):
        return ()
    is_first = not figure.clause.lead.strip()
    if _SUMMED_UP.fullmatch(figure.before) or (is_first and figure.before in ("合计", "总计", "共计")):
        return (Reading("proactive.count", {}, "条"),)
    if _LABEL.search(figure.clause.lead[-24:] + figure.before):
        return (Reading("proactive.count", {}, "条"),)
    said = _SAID.fullmatch(figure.before)
    if said is None and _INFORMATION.match(figure.after):
        said = _SAID_BEHIND.fullmatch(figure.before)
    if said is None or _ELSEWHERE.search(figure.clause.lead[-16:].rpartition(";")[2] + figure.before):
        return ()
    kind = said.groupdict().get("kind") or ""
    dims = _dims(said["doer"], state)
    if dims is None or (kind and not ("channel" in dims or kind in state.issuer or re.search("各类|各种", said[0]))):
        return ()
    return (Reading(count_code(figure, state), dims, "条"),)


def _dims(doer: str, state: State) -> dict[str, str] | None:
    """Where and by whom; None if that is not clear."""
    agency, channel = split_party(doer)
    agency = _WHOLE_AND_BELOW.sub("", agency)
    if channel and (not is_channel(channel) or names_several_channels(channel) or "、" in channel):
        return None
    if agency and not (same_as_issuer(agency, state.issuer) or not trimmed(agency)):
        return {"agency": agency, **({"channel": channel} if channel else {})} if is_agency(agency) else None
    return {"channel": known_channel(channel, state)} if channel else {}
