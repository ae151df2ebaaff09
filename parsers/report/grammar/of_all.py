"""What is said of all requests, without a number of its own: 收到申请3件,均为当面申请,均已按时答复."""

import re
from collections.abc import Sequence

from parsers.report.clauses import Clause
from parsers.report.reading import Reading
from parsers.report.records import Metric

_REACH = 160  # characters between the count and what is said of all of them
_ALL = r"(?:均|全部|全都|都|皆)"
_NOT = re.compile(
    r"未(?!经)|没有|尚|正在|除|部分|其[中余他它]|超期|逾期|率|不予|无法|仍|暂|复议|诉讼|咨询|来信|留言|投诉|提案"
)
_ON_TIME = r"(?:按(?:规定)?[时期]|如期|准时|(?:在|于)?[^,;\d]{0,8}(?:期限|时限|时间)(?:要求)?(?:之)?内)"
_ANSWERED = re.compile(
    r"(?:(?:以上|上述|所有|这些|该|全部)?(?:的)?申请(?:件|事项)?|[我本][局委办镇乡厅院处关]|目前|现|并|且)*"
    rf"(?:已经?|{_ALL}|依法|依规|依照规定|按照?规定|按要求|及时|当场|当面|书面|逐一|(?P<on_time>{_ON_TIME}))+"
    r"(?:予以|给予|作出|作了|进行|得到|做出|完成|全部|了|书面|明确|妥善|的)*"
    r"(?:答复|办结|回复|办复|办理完毕|处理完毕|办理(?=并|和|、|$))(?:申请人|完毕|到位|处理|并?办结|[、和并]+(?:答复|办结|回复))*"
)
_GRANTED = re.compile(
    rf"(?:(?:以上|上述)?申请|已|经审查|答复(?:结果)?为)*{_ALL}(?:已|按(?:申请人)?要求|依法|为)*(?:予以|同意|给予)(?:全部)?(?:公开|提供)"
)
_ENDED = re.compile(r"(?P<on_time>按[时期]|如期)(?:答复|办结)")
_BY = re.compile(
    rf"(?:申请人|申请(?:的)?(?:方式|渠道|途径|形式)|提交方式)?(?P<all>{_ALL}|全)?(?:为|系|是|属于?|由|以|通过|采[取用]|经|来自)*(?P<who>(?:自然人|公民(?:个人)?|个人|村民|居民|市民)(?=$|申请|通过|以|提出|提交|当面|网|信|在|采|的|、|现))?"
    r"(?:通过|以|采[取用]|在|经|由)?(?P<way>(?:当面|现场|网上|网络|互联网|在线|线上|信函|邮寄|邮件|电子邮件|传真|书面|来函|窗口)(?!答复|回复|告知))?"
    r"(?:方式|形式|途径|渠道|平台|系统)?(?:的)?(?:提交|提出|递交|寄送|受理|发来)?(?:的)?(?:(?:信息公开|公开)?申请)?(?:的)?(?:方式|形式)?"
)


def said_of_all(clause: Clause, metrics: Sequence[Metric], year: int) -> tuple[Metric | None, tuple[Reading, ...]]:
    """The count that the clause speaks of, and what it says of all that were counted.

    The count is that of the requests received, right in front: no other count stands between.
    """
    if clause.quantities:
        return None, ()
    received = _received(metrics, year)
    if received is None or not 0 <= clause.start - received.evidence.end < _REACH:
        return None, ()
    return received, _answered(clause) or _granted(clause, year) or _came(clause, received)


def _received(metrics: Sequence[Metric], year: int) -> Metric | None:
    only: Metric | None = None  # 收到公民书面申请9件: the count is told on its one channel
    most = 0.0  # the largest count behind it that has no code: a part of it, or something else
    for metric in reversed(metrics):
        if metric.code == "requests.received" and set(metric.dims) == {"channel"}:
            only = metric if only is None and metric.value > most and metric.year == year else None
        if metric.code == "requests.received" and not metric.dims:
            return metric if metric.value > most and metric.year == year else None
        is_about_it = metric.code.startswith(("requests.", "replies.")) or metric.year != year or metric.unit == "%"
        if metric.code == "other.件" and metric.year == year:
            is_about_it, most = True, max(most, metric.value)
        if not is_about_it or (metric.code == "requests.carried_in" and metric.value):
            break  # 收到29件,上年结转1件,均已答复: all thirty
    return only


def _answered(clause: Clause) -> tuple[Reading, ...]:
    words = clause.text.strip()
    said = _ANSWERED.fullmatch(words) or _ENDED.fullmatch(words)
    if said is None or _NOT.search(words):
        return ()
    return (Reading("requests.answered", {"timeliness": "on_time"} if said["on_time"] else {}, "件"),)


def _granted(clause: Clause, year: int) -> tuple[Reading, ...]:
    """收到申请3件,全部予以公开."""
    if not _GRANTED.fullmatch(clause.text.strip()):
        return ()
    return (Reading("requests.granted" if year >= 2019 else "replies.granted", {}, "件"),)


def _came(clause: Clause, received: Metric) -> tuple[Reading, ...]:
    words = clause.text.strip()
    said = _BY.fullmatch(words)
    if said is None or not (said["who"] or said["way"]) or not (said["all"] or received.value == 1):
        return ()
    named = {"applicant": "natural_person" if said["who"] else "", "channel": said["way"] or ""}
    return tuple(Reading("requests.received", {key: name}, "件") for key, name in named.items() if name)
