"""The statistics table of 国办发〔2014〕32号 with its cell borders gone: 2.政府网站公开政府信息数条7523.政务微博…

Its labels are fixed, so what stands between two of them is a unit and one number. A row's own number (one digit) is
taken with its label: 条7523.政务微博 is 752, not 7523.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LABELS = (
    *("主动公开政府信息数", "主动公开规范性文件数", "制发规范性文件总数", "政府公报公开政府信息数"),
    *("政府网站公开政府信息数", "政务微博公开政府信息数", "政务微信公开政府信息数", "其他方式公开政府信息数"),
    *("回应公众关注热点或重大舆情数", "参加或举办新闻发布会总次数", "主要负责同志参加新闻发布会次数"),
    *("政府网站在线访谈次数", "主要负责同志参加政府网站在线访谈次数", "政策解读稿件发布数", "微博微信回应事件数"),
    *("其他方式回应事件数", "收到申请数", "当面申请数", "传真申请数", "网络申请数", "信函申请数", "申请办结数"),
    *("按时办结数", "延期办结数", "申请答复数", "属于已主动公开范围数", "同意公开答复数", "同意部分公开答复数"),
    *("不同意公开答复数", "涉及国家秘密", "涉及商业秘密", "涉及个人隐私", "不是《条例》所指政府信息"),
    *("危及国家安全、公共安全、经济安全和社会稳定", "法律法规规定的其他情形", "不属于本行政机关公开数"),
    *("申请信息不存在数", "告知作出更改补充数", "告知通过其他途径办理数", "行政复议数量", "维持具体行政行为数"),
    *("被依法纠错数", "其他情形数", "行政诉讼数量", "维持具体行政行为或者驳回原告诉讼请求数", "举报投诉数量"),
    *("依申请公开信息收取的费用", "政府信息公开工作专门机构数", "设置政府信息公开查阅点数"),
    *("从事政府信息公开工作人员数", "专职人员数", "兼职人员数", "政府信息公开专项经费"),
    *("召开政府信息公开工作会议或专题会议数", "举办各类培训班数", "接受培训人员数"),
)
_NUMBERING = r"(?:其中:?)?(?:\d[.、]|\([一二三四五六七八九]\)|[一二三四五六七八九]、)?"
_LABEL = re.compile(
    rf"{_NUMBERING}(?P<label>{'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))})"
    r"(?:\([^()]{3,60}\))*(?P<unit>万元|元|人次|条|件|次|篇|个|人)"
)
_VALUE = re.compile(r"\d+(?:\.\d+)?")
_ENOUGH = 20  # rows: no sentence names so many of the form's labels with a unit


@dataclass(frozen=True, slots=True)
class GluedRow:
    label: str
    unit: str
    value: str
    start: int
    end: int


def glued_rows(folded: str) -> list[GluedRow]:
    """The rows whose number is certain; none where the text does not hold the form."""
    found = list(_LABEL.finditer(folded))
    return list(_rows(folded, found)) if len(found) >= _ENOUGH else []


def _rows(folded: str, found: list[re.Match[str]]) -> Iterator[GluedRow]:
    for at, match in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else len(folded)
        value = _VALUE.match(folded, match.end(), stop)
        # Digits up to the next label, a heading or the end: 条3126二、回应解读情况
        if value and (value.end() == stop or re.match(r"[^\d.,%]", folded[value.end()])):
            yield GluedRow(match["label"], match["unit"], value[0], match.start(), value.end())
