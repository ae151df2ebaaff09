"""What stands in the same columns as annual disclosure reports and is none."""

import re

from parsers.report.head import title_in
from parsers.report.records import NotAReport

_KIND = re.compile(r"信息公开|政务公开")
_SITE_REPORT = re.compile(r"政府网站(?:工作|监管)?年度(?:工作)?(?:报表|报告)")
# The last words of another document's title; 年度报告 beside them is what that document is about.
_OTHERS = (
    (re.compile(r"(?<!信息公开)(?<!政务公开)政府工作报告$"), "a government work report (政府工作报告)"),
    (re.compile(r"通知$"), "a notice (通知)"),
    (
        re.compile(r"(?<!^政策)解读$|^(?:一图|一张图|图文?)[^,。]{0,6}(?:读懂|看懂)|^(?:图解|政策解读)(?!$)"),
        "an interpretation (解读)",
    ),
    (re.compile(r"(?:要点|方案|计划|安排|分工|任务)$"), "a plan (要点, 方案)"),
    (re.compile(r"(?:指南|目录|办法|规定|细则|制度|条例|流程图?)$"), "a guide or a rule (指南, 办法)"),
    (
        re.compile(
            r"^(?!.*(?:信息公开|政务公开)).*(?:法治政府|依法行政|财政预算|预算执行|国民经济|审计|营商环境)[^,。]{0,16}(?:报告|公报|总结)$"
        ),
        "another report",
    ),
)
# A report may cite 《…年度报告格式》: only a title that ends so, or a placeholder for the year, is a form's.
_FORM_SIGN = re.compile(
    r"年度报告[^\n《》]{0,6}(?:格式|模板|样式|样表)\s*(?:\n|$)|(?:×{2,}|X{2,}|_{2,}|□{2,}|\*{2,}) ?年", re.MULTILINE
)
_LISTED = re.compile(r"(20\d\d) ?年度?[^\n。]{0,12}信息公开[^\n。]{0,12}(?:报告|年报)")
_LIST = 3  # titles of other years, where a text has hardly a sentence
_REPORTED = re.compile(r"\d+ ?(?:条|件|次|人次)")
_TITLE_LINES = 4
_LONGEST_TITLE = 70  # characters


def check_is_report(title: str | None, folded: str) -> None:
    """Raises NotAReport, with the reason, for what is no annual disclosure report."""
    if not folded.strip():
        raise NotAReport("the text is empty")
    if _SITE_REPORT.search(f"{title or ''}\n{folded[:600]}") and "信息公开条例" not in folded:
        raise NotAReport("this is the yearly form of a web site (政府网站工作年度报表), not a disclosure report")
    if not _KIND.search(folded) and not (title and _KIND.search(title)):
        raise NotAReport("the text does not speak of information disclosure (信息公开)")
    if kind := _other_kind(title, folded):
        raise NotAReport(f"this is {kind}, not a disclosure report")
    if _is_blank_form(folded):
        raise NotAReport("this is the blank form of the report: no figure is filled in")
    if _is_list(folded):
        raise NotAReport("this is a list of reports, not a report")


def _other_kind(title: str | None, folded: str) -> str:
    """What the title says the text is, "" if it may be a report."""
    lines = [line.strip() for line in folded[:600].split("\n") if line.strip()][:_TITLE_LINES]
    titles = [re.split(r"[-_|]", title)[0].strip()] if title else []
    if title_in(folded) is not None:
        return ""  # lines above a report's own title are the page's navigation
    for words in [*titles, *lines]:
        named = words.lstrip("-*•· ").removeprefix("标题:").strip()
        kind = next((kind for pattern, kind in _OTHERS if pattern.search(named)), "")
        if kind and len(named) <= _LONGEST_TITLE:
            return kind
    return ""


def _is_blank_form(folded: str) -> bool:
    """A form with labels, dots or blanks, and hardly a number that is no year, ordinal, code or row number."""
    if not _FORM_SIGN.search(folded[:800]):
        return False
    figures = re.findall(r"(?<![\d.〔\[第年月])(\d+)(?![\d.、)〕\]年月日号令条项])", re.sub(r"20\d\d", "", folded))
    return len(figures) < 8 and _REPORTED.search(folded) is None


def _is_list(folded: str) -> bool:
    years = set(_LISTED.findall(folded[:3000]))
    return len(years) >= _LIST and folded.count("。") < _LIST and _REPORTED.search(folded) is None
