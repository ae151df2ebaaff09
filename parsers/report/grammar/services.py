"""Consultations, hotlines and mailboxes, visits to the site."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.lists import is_years_part
from parsers.report.grammar.subjects import own_subject, section_subject, speaks_of_disclosure, subjects_in
from parsers.report.names import trimmed, without_quotes
from parsers.report.reading import Reading, State

_PEOPLE = frozenset({"人次", "人", "名", "次"})
_CASES = frozenset("件条起个例宗") | {"件次"}
_CONSULTED_BY = re.compile(
    r"(?P<channel>[\u4e00-\u9fff]{2,6}平台(?=咨询)|(?:(?:来人|现场|当面|当场|电话|网上|网络|网站|在线|线上|来电|来访|"
    r"来信|来函|信函|书面|邮件|电子邮件|电邮|微信|微博|窗口|上门|传真|其他(?:方式|"
    r"形式)?)"
    r"[、和及]?)+)(?:接听|接受|受理|接待|提供|解答|群众|公众|政府信息公开|政策|业务|"
    r"信息公开|依申请公开|的|类|回复|答复)*咨询"
)
_THROUGH = re.compile(r"通过(?P<channel>[^,;、]{2,10}?)(?:受理|接受|接待|解答|回复|答复)[^,;]{0,6}咨询")
_ELSEWHERE = re.compile(
    r"热线|信箱|12345|服务中心|服务大厅|法律咨询|就业|医疗|招商|答复咨询率|咨询台|咨询点|咨询会|咨询、?(?:投诉|举报)"
)
_ITEM = re.compile(
    r"(?:其中,?)?(?P<channel>现场|当面|电话|网上|网络|来访|来电|来信|信函|书面|窗口|来人|上门)(?:咨询|接待|答复|解答|接听|回复)?"
)
_TOGETHER = re.compile(r"(?:共|共计|总计|合计)(?:接受|接待)?(?:咨询)?")
_BY_LINE = re.compile(
    r"(?P<channel>“?1(?!2345)\d{4}”?[\u4e00-\u9fff]{0,8}热线)(?:共|全年|累计)*(?:接受|受理|接听|接待|解答|回复)?[^,;\d]{0,8}咨询"
)
_BY_COLUMN = re.compile(
    r"(?P<channel>[^,;\d]{2,16}(?:栏目|平台|专栏|信箱))(?:共|全年)*(?:受理|接受|解答|答复|回复)(?:群众|市民|公众|网民)?(?:的)?咨询"
)
_OWN_WAY = re.compile(
    r"(?:(?:现场|当面|电话|网上|网络|来访|来电|窗口|线上)(?:答复|受理|接受|解答|回复|接待)?(?:群众|公众|市民|网民)?咨询|咨询电话)(?:共|约|近|达|有|累计)*$"
)
_ACTIVITY = re.compile(r"宣传(?:活动|资料|周|日|单|册)|发放|义诊|下乡|现场会|展板|普法|讲座")
_HOTLINE = re.compile(r"(?P<name>[\d\u4e00-\u9fff“”]{0,14}?(?:热线|信箱|专线)(?:\((?:热线|信箱|电话)\))?)")
_HOTLINE_OPENERS = re.compile(
    r"^.*(?:通过|转办|交办|收到|接到|开通了?|依托|利用|办理|加强了?|同时|受理了?|在|了|等|对|及|"
    r"和|与|是|的|处理|回复|答复|年|月|日|其中|拨打|接听|由|向|完善|发挥|“|各条|拓展|做好|“)"
    r"(?=.{2})"
)
_CENTRE = re.compile(
    r"^(?:.*[,;])?(?P<name>(?:指挥|受理|呼叫|接警|联动|便民服务|社会服务|服务热线)(?:服务)?(?:中心|平台))"
)
_NO_HOTLINE = re.compile(
    r"(?:直接|转|转来|其[他它])(?:来信|来电|来访)|(?:回复|答复|办理)?(?:网络问政|(?:网民|网站|网上)留言)"
)  # behind the mailboxes in a list
_RECEIVED = re.compile(r"受理|接听|收到|接到|呼入|派单|登记|来电|来信|接收|接待|转办|交办|接办|承办")
_RESOLVED = re.compile(r"办结|回复|答复|解决|办复|处理完|处结|办理完")
_RATE = re.compile(r"(?:办结|回复|答复|解决|办复|办理|处结)率(?:均|达到?|为|是|实现|保持|了|到|:| )*$")
_VISITS = re.compile(
    r"(?:访问|点击|浏览|阅览)(?:总)?(?:量|率|数|率|次数|人次|人数|总量|总人次)?(?:累计|"
    r"共|已|突破|超过|高达|达到?|达|为|约|有|近|逾|超|了|的|总计|合计|:| )*$|"
    r"查阅(?:[^,;]{0,12})?(?:信息|网站)?(?:的)?(?:群众|人员)?(?:累计|共|已|达到?|为|约|有|近|的)*$"
)
_SINCE = re.compile(r"自(?P<year>20\d\d)年[^;]{0,30}(?:开通|创建|改版|建成|上线|运行|以来)")
_VISITED = re.compile(r"网|专栏|栏目|平台|页面|频道|系统")


def read_consultation(figure: Figure, state: State) -> tuple[Reading, ...]:
    """现场咨询3460人次; 326453人次通过各种方式咨询."""
    unit = figure.quantity.unit
    if figure.quantity.low is not None or not (unit in _PEOPLE or unit in _CASES):
        return ()
    around = figure.before + figure.after
    item = _ITEM.fullmatch(figure.before) if state.last and state.last.code == "consultations.total" else None
    is_sum = state.last and state.last.code == "consultations.total" and "channel" in state.last.dims
    if is_sum and _TOGETHER.fullmatch(figure.before):
        return (Reading("consultations.total", {}, "件" if unit in "件起例宗" else "人次"),)
    if item and unit in _PEOPLE:
        return (Reading("consultations.total", {"channel": item["channel"]}, "人次"),)
    if re.search(r"咨询、?信访|信访、?咨询", figure.before):
        return ()
    if re.search(r"(?:属于?|作为|视为|转为?)[^,]{0,4}咨询", figure.before):
        return ()  # an outcome of requests
    in_section = section_subject(figure.clause) == "consultations" or "咨询" in figure.clause.section.title
    line = _by_line(figure)
    elsewhere = _ELSEWHERE.search(figure.clause.lead[-60:].split(";")[-1] + figure.clause.text)
    elsewhere = elsewhere if "信息公开咨询" not in figure.before else None
    own_way = _OWN_WAY.search(figure.before) and not _ELSEWHERE.search(figure.before)
    if "咨询" not in around or (elsewhere and not (in_section or line or own_way)):
        return ()
    if re.search(r"(?:告知|建议)[^,;]*(?:其[他它]|向|有关)[^,;]*咨询", figure.after):
        return ()
    if re.search(r"(?:告知|建议|请)[^,;]*(?:其[他它]|向|有关)[^,;]*$", figure.before):
        return ()  # 告知向其他机关咨询的4件: an answer to a request
    if own_subject(figure) != "consultations" and "咨询" not in figure.after[:20]:
        return ()
    is_people = unit in _PEOPLE and not re.search(r"办事|业务|税|社保", figure.clause.text)
    is_people = is_people or bool(own_way or line)
    if not (is_people or speaks_of_disclosure(figure.clause) or in_section):
        return ()
    if re.search(r"(?:增加|减少|增长|下降|多|少)(?:了)?$", figure.before):
        return ()
    dims = line or _consulted_by(figure) or _of_line_before(figure)
    if not dims and _ACTIVITY.search(figure.clause.lead[-80:] + figure.clause.text):
        return ()  # farmers asked at a fair, not citizens about disclosure
    return (Reading("consultations.total", dims, "件" if unit in "件起例宗" else "人次"),)


def _of_line_before(figure: Figure) -> dict[str, str]:
    """12366纳税服务热线接听来电9264次,其中业务咨询9017次."""
    if not figure.before.startswith("其中"):
        return {}
    lines = re.findall(r"1(?!2345)\d{4}[\u4e00-\u9fff]{0,8}热线", figure.clause.lead)
    return {"channel": lines[-1]} if lines else {}


def _by_line(figure: Figure) -> dict[str, str]:
    """“12316”热线接受农民咨询3260人次; 12366热线:受理咨询8415人次; “咨询建议”栏目受理咨询248条."""
    words = figure.before
    if figure.clause.opener == ":":
        words = re.split(r"[,;。]", figure.clause.lead.rstrip(": "))[-1] + words
    words = re.sub(r"^[-— ]+", "", trimmed(words))
    match = _BY_LINE.search(words) or _BY_COLUMN.fullmatch(words)
    return {"channel": re.sub(r"^.*(?:接受|接听|通过)(?=“?1\d{4})", "", match["channel"])} if match else {}


def _consulted_by(figure: Figure) -> dict[str, str]:
    words = figure.before if "咨询" in figure.before else re.sub(r"各种方式|多种方式", "", figure.after)
    match = _CONSULTED_BY.search(words) or _THROUGH.search(words)
    if hotline := re.search(r"(?P<number>12\d{3}) ?热线咨询", words):
        return {"channel": f"{hotline['number']}热线"}
    if match is None and re.search(r"咨询(?:类|服务)?(?:来电|电话)", words):
        return {"channel": "电话"}
    channel = match["channel"].rstrip("、和及") if match else ""
    return (
        {"channel": channel} if channel and "、" not in channel else {}
    )  # 来人、来电咨询: nobody can tell how many each


def hotline_name(words: str) -> str:
    """The last hotline or mailbox named in the words, "" if there is none."""
    found = list(_HOTLINE.finditer(words))
    if not found:
        match = _CENTRE.search(words)
        return match["name"] if match else ""
    if re.match(r"等" if len(found) > 1 else r"”?[、“][^,;]{2,30}等", words[found[-1].end() :]):
        return ""  # 公安热线、12345热线、局长信箱等: which of them?
    name = _HOTLINE_OPENERS.sub("", trimmed(found[-1]["name"]))
    if name.count("”") > name.count("“"):
        name = f"“{name}"
    return without_quotes(name) if name.count("“") == name.count("”") else name.strip("“")


def read_hotline(figure: Figure, state: State) -> tuple[Reading, ...]:
    """市长热线受理16730件, 办结16262件, 办结率为97.2%."""
    said = figure.clause.text[: figure.quantity.start - figure.clause.start]
    if state.subject != "hotline" and "hotline" not in subjects_in(said):
        return ()
    if own_subject(figure) in ("requests", "reconsideration", "litigation"):
        return ()
    if "hotline" not in subjects_in(said) and re.search(r"许可|审批|建议|提案|咨询", figure.clause.text):
        return ()  # the sentence before was about a hotline, this one is not
    if _NO_HOTLINE.match(figure.before) or (
        "12345" not in state.name and re.search(r"1\d{4}.*(?<!投诉)咨询(?:电话)?(?:共|约|近|达|了)*$", said)
    ):
        return ()
    dims = {"channel": state.name} if state.name else {}
    if figure.quantity.unit == "%":
        return (Reading("hotline.resolution_rate", dims, "%"),) if dims and _RATE.search(figure.before) else ()
    if figure.quantity.unit not in (_CASES | {"次", "人次", "通", "项", "封"}) or not dims:
        return ()
    if _RESOLVED.search(figure.before):
        return (Reading("hotline.resolved", dims, figure.quantity.unit),)
    is_part = re.search(r"增加|减少|增长|类$", figure.before) or (
        "其中" in figure.before and "hotline" not in subjects_in(figure.before)
    )
    is_received = _RECEIVED.search(figure.before) and not is_part
    return (Reading("hotline.received", dims, figure.quantity.unit),) if is_received else ()


def read_visits(figure: Figure, state: State) -> tuple[Reading, ...]:
    """专栏访问量达72065人次; 查阅政府信息的有1885590人次."""
    if figure.quantity.unit not in ("人次", "次", "人", "个", "条次"):
        return ()
    if not (_VISITS.search(figure.before) or is_years_part(figure.before)):
        return ()
    words = figure.clause.lead[-60:] + figure.before
    if is_years_part(figure.before) and re.search(r"(?:访问|点击|浏览)(?:总)?量", words):
        return (Reading("visits.total", {}, "人次"),)
    if re.search(r"查阅$|查阅(?:群众|人员|者)?(?:共|达|约)*$", figure.before) and re.search(
        r"查阅(?:点|场所|室|中心|窗口)", words
    ):
        return ()  # people who came to the reading rooms
    since = _SINCE.search(words)
    if re.search(r"日均|平均|每天|每日|月均|独立(?:用户|访客|IP)", figure.before) or (
        since and since["year"] != str(state.year)
    ):
        return ()  # 网站自2010年改版以来总访问量831882人次
    if not _VISITED.search(figure.clause.before + words) or re.search(
        r"阅读量|微博|微信|公众号|单日|视频|直播|图书馆|档案馆", figure.before if "网站" in figure.before else words
    ):
        return ()
    return (Reading("visits.total", {}, "人次"),)
