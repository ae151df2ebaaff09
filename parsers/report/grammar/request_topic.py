"""Whether a figure is about requests for information, by its words, its sentence and its section."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.request_parts import is_by_agency
from parsers.report.grammar.subjects import FOREIGN, own_subject, section_subject
from parsers.report.reading import State

_CHANNEL_ALONE = re.compile(
    r"(?:其中|通过|以)*(?:当面|现场|网上|网络|互联网|信函|邮寄|传真|书面|电子邮件|邮件|来函)(?:提交|递交|方式|形式)?"
)
_FOLLOW_UP = re.compile(
    r"结转|办理结果|不掌握|另行制作|重复申请|已(?:经)?主动公开|^(?:属于)?主动公开的?\d|^(?:其中)?“?不?公开”?的?\d|涉及(?:国家|商业)秘密|涉及个人隐私|更[改正]|补正|其他途径|答复|办结率|办复率|办结|(?:予以|同意|全部|给予|"
    r"部分|不予|免予)(?:公开|提供)|不存在|不属于|非[本我]|无法提供|不予处理|其他处理|"
    r"(?:当面|网上|网络|信函|传真|邮件|邮寄|书面)申请"
)
_FORMS_OWN = re.compile(
    r"行政执法案卷|信访、?(?:举报)?、?投诉类?(?:申请)?"
)  # rows of the form, no inspections and petitions
_LETTERS_SAID = frozenset({"来信", "来信来函", "来信申请", "来访"})
_TAKEN = re.compile(r"(?:收到|受理|接到|新收)(?:各类|群众|公民)?申请(?:书|表|件)?(?:共)?$")
TOGETHER = re.compile(r"(?:共|共计|合计|总计)")


def is_about_requests(figure: Figure, state: State) -> bool:
    """收到申请43件 anywhere; 网上3件, 予以公开5件 where the sentence, the one before or the heading is about requests."""
    own = own_subject(figure)
    if own:
        return own == "requests"
    if is_by_agency(figure):
        return True
    if figure.before in _LETTERS_SAID and state.last and state.last.code == "requests.received":
        return True  # 网上申请3件,来信1件
    if figure.before.endswith("不予处理"):
        return state.subject == "requests"  # 信访、投诉举报类申请不予处理: petitions are only what they were
    if FOREIGN.search(_FORMS_OWN.sub("", figure.clause.text)):
        return False
    if (
        _TAKEN.search(figure.before)
        and (not state.subject or figure.clause.opener == ";")
        and not FOREIGN.search(figure.clause.lead[-80:])
    ):
        return True
    if state.subject:
        return state.subject == "requests"
    if FOREIGN.search(figure.clause.lead[-80:]) and "申请" not in figure.before:
        return False
    if re.search(r"申请(?:的)?(?:方式|渠道|途径)", figure.clause.lead):
        return True
    is_follow_up = state.previous_subject == "requests" or "申请" in figure.clause.lead
    if is_follow_up and _FOLLOW_UP.search(figure.clause.text):
        return True
    if section_subject(figure.clause) != "requests":
        return False
    if figure.quantity.unit in "件份宗起条" and _CHANNEL_ALONE.fullmatch(figure.before):
        return True
    return (
        re.search(r"申请|受理|收到|回复|公民|自然人|法人|企业|递交|^经批准延期", figure.clause.text) is not None
        or (TOGETHER.fullmatch(figure.before) is not None and "申请" in figure.clause.lead)
        or _FOLLOW_UP.search(figure.clause.text) is not None
    )
