"""Which subject a clause speaks of."""

import re
from functools import lru_cache

from parsers.report.clauses import REMARK, Clause, Figure
from parsers.report.reading import State

_SUBJECT = re.compile(
    r"(?P<zombie>僵尸)|(?P<litigation>诉讼|应诉|未经复议|复议后(?=[提再]?起诉))|(?P<reconsideration>复议)|(?P<hotline>热线|信箱|专线电话|12345)|"
    r"(?P<complaints>(?:举报|投诉)(?!(?:、?投诉)?类?申请)(?![^,;]{0,12}不予处理))|(?P<consultations>咨询)|"
    r"(?P<requests>依申请|申请公开|公开的?申请|公开(?:(?!复议|诉讼)[^,;、]){0,5}申请|信息申请|申请(?:获取)?(?:政府)?信息)|"
    r"(?P<press>发布会|新闻通气会)|(?P<opinion>舆情)|(?P<interpretation>解读)|(?P<normative>规范性文件)|"
    r"(?P<posts>微博|微信|公众号|抖音|头条|快手|视频号|新媒体|客户端|订阅号)|(?P<gazette>公报|政报)|(?P<training>培训)|"
    r"(?P<visits>访问|点击|浏览|查阅)|(?P<powers>行政权力|行政职权|权力清单|权责清单|权力事项|权责事项)"
)
_SECTION_SUBJECTS = (
    (re.compile(r"依申请|申请公开|公开申请|收到和处理|受理申请|申请(?:受理|办理|处理|情况)"), "requests"),
    (re.compile(r"咨询"), "consultations"),
)
# Approvals, service halls, motions and petitions count cases too, but none of them is a request for information.
FOREIGN = re.compile(
    r"行政审批|审批|行政许可|许可证|办件|收件|服务中心|服务大厅|办事大厅|服务事项|"
    r"招标|采购|立案|查处|提案|议案|建议|信访|留言|诉求|帖|"
    r"工单|来信(?!来函|申请)|督办|备案|登记证|低保|救助|仲裁|法律援助|公证|监督检查|执法"
)


@lru_cache(maxsize=64)  # a dozen grammars ask about the same words
def subjects_in(words: str) -> tuple[str, ...]:
    """The subjects named in the words, in order.

    >>> subjects_in("因政府信息公开申请行政复议")
    ('requests', 'reconsideration')
    """
    return tuple(str(match.lastgroup) for match in _SUBJECT.finditer(words))


def subject_of(figure: Figure, state: State) -> str:
    """The subject named nearest before the number, else behind it, else that of the clauses before."""
    return own_subject(figure) or state.subject


def own_subject(figure: Figure) -> str:
    before = subjects_in(figure.before)
    if before:
        return before[-1]
    after = subjects_in(figure.after)
    if after:
        return after[0]
    earlier = subjects_in(REMARK.sub("", figure.clause.text[: figure.quantity.start - figure.clause.start]))
    return earlier[-1] if earlier else ""


def section_subject(clause: Clause) -> str:
    """What the headings say the section is about, if it is about one thing."""
    found = {name for pattern, name in _SECTION_SUBJECTS if pattern.search(clause.section.part)}
    if not found:
        found = {name for pattern, name in _SECTION_SUBJECTS if pattern.search(clause.section.title)}
    return found.pop() if len(found) == 1 else ""


def speaks_of_disclosure(clause: Clause) -> bool:
    """Whether sentence or headings tie the clause to information disclosure."""
    words = clause.lead + clause.text
    return (
        re.search(r"信息公开(?:工作)?(?:的)?(?:开展|具体|总体|基本)?情况", clause.section.words) is not None
        or re.search(r"信息公开|政务公开|公开政府信息|依申请公开|申请公开|公开工作|公开信息", words) is not None
        or (re.search(r"复议|诉讼|申请|咨询", clause.section.words) is not None)
    )
