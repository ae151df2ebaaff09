"""Meetings, training, staff, budget publishers, reading rooms, powers, funds, fees, normative documents, sued sites."""

import re

from parsers.report.clauses import Figure
from parsers.report.grammar.subjects import own_subject, speaks_of_disclosure
from parsers.report.names import is_agency, trimmed, whole_or
from parsers.report.reading import Reading, State
from parsers.report.short_names import same_as_issuer

_MEETING = re.compile(
    r"(?:会议|专题会|推进会|协调会|部署会|工作会|座谈会|例会)(?:(?:专题)?(?:研究|部署|安排|学习|推进)[^,;]{0,8}公开[^,;]{0,4})?(?:共|共计|累计)*$"
)
_BARE_MEETING = re.compile(
    r"(?:召开|举行|组织)(?:了)?(?:全[市县区局州镇]|专题|工作|现场|领导小组|联席)*(?:会议|推进会|协调会|部署会|专题会|工作会)(?:共)?$"
)
_MEETING_AFTER = re.compile(
    r"^(?:全[市县区省州局]|政府信息公开|政务公开|信息公开|工作|专题|领导小组|"
    r"有关|相关)*(?:会议|专题会|推进会|协调会|部署会|工作会|座谈会)"
)
_COURSE = re.compile(r"培训(?:班|会|活动|讲座|课)?(?:共|共计|累计|达|了)*$")
_COURSE_AFTER = re.compile(
    r"^(?:举办|开展|组织)?(?:政府信息公开|政务公开|信息公开|业务|专题|工作|专项|依申请公开|全[市县区]|和|、)*培训"
)
_TAKES_PART = re.compile(r"[^,;]{0,14}(?:参加|参训|接受|进行)了?[^,;]{0,20}培训|参加|参训|接受")
_OTHER_COURSES = re.compile(r"就业|创业|技能|农民|教师|消防|安全生产|普法|职业|驾驶|农技|党员|党建|执法人员")
_TRAINED = re.compile(r"培训|参训")
_STAFF = re.compile(
    r"(?P<kind>专职|兼职|全职)(?:的)?(?:政府信息公开|政务公开|信息公开)?(?:工作|经办|管理)?(?:人员|联络员|信息员|管理员)?(?:共|有|为|约|达|:)*$"
)
_STAFF_AFTER = re.compile(
    r"^(?:政府信息公开|信息公开|政务公开)?(?P<kind>专职|兼职|全职)(?:从事|负责)?(?:政府信息公开|信息公开|政务公开)?(?:工作|经办|管理)*人员"
)
_STAFF_DOING = re.compile(r"^(?:工作)?人员(?P<kind>专职|兼职)(?:负责|从事|承担)[^,;]*公开")
_STAFF_FIRST = re.compile(r"(?P<kind>专职|兼职|全职)[、和及,]")  # 1名专职、26名兼职工作人员
_STAFF_ALL = re.compile(r"(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:的)?(?:工作)?人员(?:共计?|有|为|总数)*$")
_STAFF_AT_WORK = re.compile(
    r"^(?:政府|政务)?信息公开(?:工作)?人员|^(?:工作)?人员(?:专门)?(?:从事|负责)[^,;]{0,6}(?:信息公开|政务公开)"
)
_OFFICES = re.compile(r"(?:信息公开|政务公开)(?:工作)?机构")
_BROKEN_UP = re.compile(r"其中,?专职")
_STAFF_HERE = re.compile(r"^(?:从事)?(?:工作|专门)?人员(?:共|有|为|总数|计)*$")
_BUDGET = re.compile(r"(?:公开|公布|晒出)[^,;]{0,30}(?:预算|决算|三公)")
_BUDGET_DONE = re.compile(
    r"^[^,;]{0,6}(?:部门|单位)?(?:,)?(?:全部|均|都|按要求|按时|统一|集中)?(?:已经?)?(?:按[^,;]{0,6})?(?:向社会)?(?:主动)?(?:公开|"
    r"公布)[^,;]{0,30}(?:预算|决算|三公)"
)
_ROOM = re.compile(r"(?:查阅(?:点|场所|室|中心|处|窗口)|阅览室)(?:共|共计|有|为|达|:)*$")
_ROOM_AFTER = re.compile(
    r"^(?:[\u4e00-\u9fff]{2})?(?:政府)?(?:信息)?(?:公开)?(?:公共|公众|信息|资料|文件)*(?:查阅|阅览)(?:点|场所|室|中心|处)"
)
_POWER = re.compile(r"行政权力|行政职权|权力清单|权责清单|权力事项|权责事项|职权清单|行政职权事项")
_FUNDS = re.compile(
    r"(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:专项)?(?:工作)?经费(?:投入|支出|共|为|约|达|共计|总额|:|,)*$"
)
_FEES = re.compile(
    r"收取[^,;]{0,20}(?:费用?|金额)?(?:共|共计|合计|总额|为|约|:)*$|(?:收费|"
    r"收取|费用)(?:金额|总额|总计|共计?|合计|计)?(?:为|共|达|:)*$"
)
_SUM = re.compile(r"(?:共计?|合计|总计|金额)(?:为|人民币)?")
_DOCUMENT = re.compile(r"(?:规范性文件|规范性文件总数|规范性文件数)(?:共|共计|累计|总计|合计|有|为|:)*$")
_ISSUED = re.compile(r"制发|制定|印发|出台|发布|公布|新增|发文|下发|制作")
_NOT_ISSUED = re.compile(r"审查|审核|备案|清理|报备|失效|废止|评估|解读|修改|登记|转载|征求")
_DECIDED = {"行政许可": "licensing", "行政处罚": "penalties", "行政强制": "coercion"}
_DECISIONS = re.compile(
    r"(?:其中|作出|办理|实施|本年度?|全年|共|,)*(?P<kind>行政许可|行政处罚|行政强制)(?:处理)?(?:决定)?(?:数量|数|共|为)?"
)
_REGULATIONS = re.compile(r"(?P<verb>制[发定]|出台|废止|现行有效)(?:的|\([^()]*\))?(?:政府|地方政府)?规章(?:共|有)?$")
_SUED = re.compile(r"起诉[^,;]{0,12}$")


def read_meeting(figure: Figure, state: State) -> tuple[Reading, ...]:
    """召开政务公开工作会议3次."""
    if figure.quantity.unit not in ("次", "场", "个", "场次"):
        return ()
    if "公开" not in figure.clause.text and not (
        "公开" in figure.clause.before + figure.clause.lead[-80:] and _BARE_MEETING.search(figure.before)
    ):
        return ()
    held = re.search(r"召开|举行|组织", figure.before)
    called = re.match(r"召开[^,;]{0,20}(?:会议|会)$", figure.after)  # 先后3次召开…会议
    held = held or called
    is_meeting = called or _MEETING.search(figure.before) or _MEETING_AFTER.match(figure.after)
    other = re.search(r"常务会|新闻|发布会|听证|代表|列席|参加", figure.clause.text)
    return (Reading("meetings.count", {}, "次"),) if held and is_meeting and not other else ()


def read_training(figure: Figure, state: State) -> tuple[Reading, ...]:
    """举办培训班3期, 培训人员200余人次; 覆盖…人员200余人."""
    words = figure.clause.lead[-60:] + figure.clause.text
    about = figure.clause.before + words + figure.clause.rest[:20]
    if not _TRAINED.search(words) or not re.search(r"公开|《条例》", about) or _OTHER_COURSES.search(words):
        return ()
    unit = figure.quantity.unit
    if unit in ("次", "期", "场", "场次", "个", "批次"):
        is_course = _COURSE.search(figure.before) or _COURSE_AFTER.match(figure.after)
        return (Reading("training.sessions", {}, "次"),) if is_course and "参加" not in figure.before else ()
    if unit not in ("人", "人次", "名", "个") or (unit == "个" and "人" not in figure.after[:2]):
        return ()
    if not re.match(
        r"(?:$|政府|政务|信息|公开|机关|工作|人员|干部|同志|联络员|信息员|参加|参训|接受|进行|左右|以上|[,.)])",
        figure.after,
    ):
        return ()  # 10万名教师 were not trained in disclosure
    said = figure.before or figure.clause.text[: figure.quantity.start - figure.clause.start]  # 培训2批次160人次
    is_people = re.search(r"培训|参训|覆盖|参加|受训|参与", said) or _TAKES_PART.match(figure.after)
    return (Reading("training.people", {}, "人次"),) if is_people else ()


def read_staff(figure: Figure, state: State) -> tuple[Reading, ...]:
    """专职人员2名; 3名兼职工作人员."""
    if figure.quantity.unit not in "人名个位" or figure.quantity.low is not None:
        return ()
    words = figure.clause.lead[-40:] + figure.clause.text
    if re.search(r"专\(?兼|专、兼|兼\)职|各[^,]{0,8}[都均]|每个|[都均](?:配备|明确|指定|落实)|执法|消防|热线", words):
        return ()
    kind = _STAFF.search(figure.before) or _STAFF_AFTER.match(figure.after) or _STAFF_FIRST.fullmatch(figure.after)
    kind = kind or _STAFF_DOING.match(figure.after)
    if kind:
        return (Reading("staff.part_time" if kind["kind"] == "兼职" else "staff.full_time", {}, "人"),)
    following = figure.clause.rest.lstrip(",(、 ")
    is_all = (
        _STAFF_ALL.search(figure.before)
        or _STAFF_AT_WORK.match(figure.after)
        or (_STAFF_HERE.search(figure.before) and (_OFFICES.search(words) or _BROKEN_UP.match(following)))
    )
    return (Reading("staff.total", {}, "人"),) if is_all else ()


def read_budget_publishers(figure: Figure, state: State) -> tuple[Reading, ...]:
    """15个单位公开了预算; 公开预算的部门达到80个; 共有政府部门24个,全部已公开财政预算."""
    if figure.quantity.unit not in ("个", "家") or re.search(r"中的?$|的$|试点", figure.before):
        return ()
    following = figure.after + figure.clause.rest[:30]
    is_organ = re.match(r"(?:[^,;]{0,8})(?:部门|单位)", figure.after) or re.search(
        r"(?:部门|单位)(?:共|有|达到?|为|已)*$", figure.before
    )
    if not is_organ or re.search(r"试点|年度报告|选择", figure.after[:20] + figure.before):
        return ()
    done = _BUDGET_DONE.match(following) or (
        _BUDGET.search(figure.before) and re.search(r"(?:部门|单位)(?:共|有|达到?|为|已)*$", figure.before)
    )
    return (Reading("budget_publishers.count", {}, "家"),) if done else ()


def read_reading_rooms(figure: Figure, state: State) -> tuple[Reading, ...]:
    """设立查阅点3个."""
    if figure.quantity.unit not in ("个", "处", "家") or figure.quantity.low is not None:
        return ()
    is_room = _ROOM.search(figure.before) or _ROOM_AFTER.match(figure.after)
    return (Reading("reading_rooms.count", {}, "个"),) if is_room else ()


def read_powers(figure: Figure, state: State) -> tuple[Reading, ...]:
    """1114项行政权力制成权力清单."""
    if figure.quantity.unit not in ("项", "条") or re.search(
        r"取消|下放|调整|新增|承接|审批|减少|增加|修改", figure.before
    ):
        return ()
    is_power = _POWER.match(figure.after) or _POWER.search(figure.before[-16:])
    return (Reading("powers.count", {}, "项"),) if is_power else ()


def read_money(figure: Figure, state: State) -> tuple[Reading, ...]:
    """收取费用120元; 专项经费5万元."""
    said = figure.clause.section.words + figure.clause.lead[-24:] + figure.clause.text
    is_fund = _FUNDS.search(figure.before) and ("公开" in figure.clause.before or speaks_of_disclosure(figure.clause))
    about = is_fund or speaks_of_disclosure(figure.clause) or re.search(r"收费|费用|处理费", said)
    if figure.quantity.unit != "元" or not about:
        return ()
    if re.search(r"减免|免收|免除|行政事业性|(?<!信息)(?<!公开)处理费|污水|垃圾|停车|学费", figure.before) or re.search(
        r"每|/", figure.after[:2]
    ):
        return ()
    if _SUM.fullmatch(figure.before) and re.search(r"收取[^,;]{0,12}费", figure.clause.lead[-24:]):
        return (Reading("fees.charged", {}, "元"),)  # 收取信息处理费2件次, 共计130元
    if is_fund:
        return (Reading("funds.spent", {}, "元"),)
    return (Reading("fees.charged", {}, "元"),) if _FEES.search(figure.before) else ()


def read_decisions(figure: Figure, state: State) -> tuple[Reading, ...]:
    """行政许可30件,行政处罚16件,行政强制6件: rows of the form from 2021 on, where a sentence names several of them."""
    match = _DECISIONS.fullmatch(figure.before)
    if state.year < 2021 or match is None or figure.quantity.unit not in ("件", "项", "个", "宗", "起"):
        return ()
    sentence = figure.clause.lead + figure.clause.text + figure.clause.rest
    if len({kind for kind in _DECIDED if kind in sentence}) < 2:
        return ()
    return (Reading(f"{_DECIDED[match['kind']]}.decisions", {}, "件"),)


def read_regulations(figure: Figure, state: State) -> tuple[Reading, ...]:
    """制发政府规章1份,废止政府规章1份,现行有效政府规章8份."""
    match = _REGULATIONS.search(figure.before)
    if state.year < 2021 or match is None or figure.quantity.unit not in ("件", "部", "份", "个"):
        return ()
    part = "repealed" if match["verb"] == "废止" else "in_force" if match["verb"] == "现行有效" else "issued"
    return (Reading(f"regulations.{part}", {}, "件"),)


def read_normative(figure: Figure, state: State) -> tuple[Reading, ...]:
    """县政府共发布规范性文件103件; 现行有效行政规范性文件393件."""
    if figure.quantity.unit not in ("件", "个", "份", "部", "条", "篇"):
        return ()
    words = figure.before
    inherited = (
        own_subject(figure) == ""
        and state.subject == "normative"
        and re.search(r"(?:(?:新?制[发定]|印发|出台|发布)(?:的)?|(?:废止|现行有效)(?:的)?(?:文件)?)$", words)
    )
    if not _DOCUMENT.search(words) and not inherited:
        if not re.match(r"(?:行政)?规范性文件", figure.after):
            return ()
        words = figure.before + figure.after
    if state.year >= 2019 and re.search(r"现行有效", words):
        return (Reading("normative_documents.in_force", {}, "件"),) if state.year >= 2021 else ()
    if state.year >= 2021 and re.search(r"废止|宣布失效", words) and not re.search(r"修改|清理(?!废止)", words):
        return (Reading("normative_documents.repealed", {}, "件"),)
    if re.search(r"主动公开|公开了?(?:行政)?规范性文件", words):
        return (Reading("normative_documents.published", {}, "件"),) if state.year <= 2020 else ()
    verb = _ISSUED.search(words)
    if verb is None or _NOT_ISSUED.search(words):
        return ()
    return (Reading("normative_documents.issued", _issuer(words[: verb.start()], state), "件"),)


def _issuer(words: str, state: State) -> dict[str, str]:
    words = trimmed(words)
    if same_as_issuer(words, state.issuer) and not re.search(r"(?:政府|[省市县区州旗镇乡])$", state.issuer):
        return {}
    is_part = re.match(r"[省市县区州旗镇乡](?:人民)?政府|各?(?:[省市县区州旗]直)?(?:部门|单位)$|各乡镇", words)
    name = words if is_part else whole_or(words)
    return {"issuer": name} if name and is_agency(name) else {}


def read_organs(figure: Figure, state: State) -> tuple[Reading, ...]:
    """设立信息公开专门机构1个."""
    is_organ = figure.quantity.unit == "个" and re.search(r"公开(?:工作)?专门机构(?:数|共|有)*$", figure.before)
    return (Reading("organs.count", {}, "个"),) if is_organ else ()


def read_sued_sites(figure: Figure, state: State) -> tuple[Reading, ...]:
    """起诉27家“僵尸”政府网站."""
    is_sued = own_subject(figure) == "zombie" and _SUED.search(figure.before)
    if figure.quantity.unit not in ("家", "个") or not is_sued:
        return ()
    return (Reading("sued_zombie_sites.count", {}, "家"),)
