"""Whether a count of published information is the year's or the running total since disclosure began."""

import re

from parsers.report.clauses import Figure
from parsers.report.reading import State

_FIRST_YEAR = 2008  # 《政府信息公开条例》 has been in force since 1 May 2008
_WHOLE_YEAR = re.compile(r"20\d\d年1月1日(?:起|开始)?[至到-]+(?:20\d\d年)?12月31日")
_UP_TO_NOW = re.compile(r"(?:截[至止]目前|至今|目前)[^,;]{0,10}$")
_OF_THE_YEAR = re.compile(r"^[^,;]{0,6}[,;](?:其中,?)?20\d\d年度?[^,;]{0,12}公开[^,;]{0,8}\d")
_THIS_YEAR = re.compile(
    r"全年|本年度?|今年|(?<!至)(?<!止)(?<!到)(?<!自)20\d\d年度?(?!\d{0,2}月?\d{0,2}日?(?:底|末|止|以来|起|"
    r"初))|年内|一年来|当年|新增"
)


def count_code(figure: Figure, state: State) -> str:
    """累计 over the year is the year's count; 累计 since the beginning is the running total."""
    words = figure.clause.lead[-120:] + figure.clause.text[: figure.quantity.start - figure.clause.start]
    if "历年" in figure.before or re.search(r"20\d\d年以来累计", figure.before):
        return "proactive.cumulative"
    if state.year == _FIRST_YEAR and "累计" in figure.before:
        return "proactive.count"  # disclosure began in that year
    if re.search(r"累计|历年", figure.before) and not _is_within_year(figure, words, state):
        return "proactive.cumulative"
    if _UP_TO_NOW.search(words) and _OF_THE_YEAR.search(figure.clause.rest):
        return "proactive.cumulative"  # 截至目前共发布592条,2019年公开60条
    since = re.search(r"自(20\d\d)年[^,。]{0,16}以来|(?:开通|施行|实施)以来", words)
    if since and not since[1] and state.year == _FIRST_YEAR and "条例" in words:
        return "proactive.count"  # since the Regulations came into force: the first year is all there is
    return "proactive.cumulative" if since and since[1] != str(state.year) else "proactive.count"


def _is_within_year(figure: Figure, words: str, state: State) -> bool:
    """Whether 累计 adds up the year's months: the sentence names the year, or the one before does and no date stands between."""
    if _THIS_YEAR.search(words) or _WHOLE_YEAR.search(words):
        return True
    said = figure.clause.before + words
    return f"{state.year}年" in said and not re.search(r"截[至止]|[到至]20\d\d年[底末]|历年|以来|至今|目前|总计", said)
