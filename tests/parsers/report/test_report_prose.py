"""Sentences as reports write them, invented for these tests, and what each number in them is."""

import pytest

from parsers.report import Metric, read_report

HEAD = "某市2016年政府信息公开工作年度报告\n"
Found = tuple[str, dict[str, str], float]


def read(text: str, head: str = HEAD) -> list[Metric]:
    return [metric for metric in read_report(head + text).metrics if not metric.code.startswith("other.")]


def found(text: str, head: str = HEAD) -> list[Found]:
    return [(metric.code, metric.dims, metric.value) for metric in read(text, head)]


PROACTIVE = "proactive.count"
RECEIVED = "requests.received"

CASES: list[tuple[str, list[Found]]] = [
    ("全市共主动公开政府信息1,234条。", [(PROACTIVE, {}, 1234)]),
    ("2016年主动公开政府信息1.5万余条。", [(PROACTIVE, {}, 15000)]),
    ("主动公开政府信息200条，同比下降3.4%。", [(PROACTIVE, {}, 200), ("proactive.growth", {}, -3.4)]),
    (
        "各乡镇主动公开政府信息534条，占27%。",
        [(PROACTIVE, {"agency": "各乡镇"}, 534), ("proactive.share", {"agency": "各乡镇"}, 27)],
    ),
    ("自2008年施行以来，全市累计主动公开政府信息18.6万条。", [("proactive.cumulative", {}, 186000)]),
    ("2016年累计主动公开政府信息500条。", [(PROACTIVE, {}, 500)]),
    ("2015年，全市主动公开政府信息75条。", [(PROACTIVE, {}, 75)]),
    ("通过各种渠道主动公开政府信息90条。", [(PROACTIVE, {}, 90)]),
    (
        "主动公开政府信息100条，其中防灾减灾类信息55条、档案管理类信息45条。",
        [
            (PROACTIVE, {}, 100),
            (PROACTIVE, {"category": "防灾减灾类信息"}, 55),
            (PROACTIVE, {"category": "档案管理类信息"}, 45),
        ],
    ),
    (
        "三、依申请公开。共收到申请35件，其中当面申请20件，网上提交申请15件，按期答复34件，延期答复1件。",
        [
            (RECEIVED, {}, 35),
            (RECEIVED, {"channel": "当面"}, 20),
            (RECEIVED, {"channel": "网上"}, 15),
            ("requests.answered", {"timeliness": "on_time"}, 34),
            ("requests.answered", {"timeliness": "extended"}, 1),
        ],
    ),
    (
        "信息发布量由2015年的520条增加到2016年的780条，在省水利门户网站发布信息145条，总计925条。",
        [(PROACTIVE, {}, 520), (PROACTIVE, {"channel": "省水利门户网站"}, 145), (PROACTIVE, {}, 925)],
    ),
    (
        "主动公开政府信息47条（土地流转8条，水费收缴22条，其他政府信息17条）。",
        [
            (PROACTIVE, {}, 47),
            (PROACTIVE, {"category": "土地流转"}, 8),
            (PROACTIVE, {"category": "水费收缴"}, 22),
            (PROACTIVE, {"category": "其他政府信息"}, 17),
        ],
    ),
    (
        "主动公开政务信息26条。全文电子化率达100%。其中，畜牧类信息9条，农机类信息16条。未分类信息1条。",
        [
            (PROACTIVE, {}, 26),
            (PROACTIVE, {"category": "畜牧类信息"}, 9),
            (PROACTIVE, {"category": "农机类信息"}, 16),
            (PROACTIVE, {"category": "未分类信息"}, 1),
        ],
    ),
    ("主动公开涉及疫情防控、养老服务等方面信息423条。", [(PROACTIVE, {}, 423)]),
    ("市、县（区）、乡（镇）三级主动公开政府信息1 532条。", [(PROACTIVE, {}, 1532)]),
    ("公示2015年度部门决算，依申请公开3次，行政复议0次。", [(RECEIVED, {}, 3), ("reconsideration.total", {}, 0)]),
    ("形成政府信息93条，其中不予公开信息12条，主动公开信息66条，依申请公开信息15条。", [(PROACTIVE, {}, 66)]),
    (
        "因政府信息公开发生行政复议1起，正在审理中。",
        [("reconsideration.total", {}, 1), ("reconsideration.pending", {}, 1)],
    ),
    (
        "截至2016年底，全校累计主动公开政务信息437条，其中2016年新公开126条。",
        [("proactive.cumulative", {}, 437), (PROACTIVE, {}, 126)],
    ),
    (
        "2016年主动公开政府信息92条。截止2016年12月底，已主动公开政府信息840多条。",
        [(PROACTIVE, {}, 92), ("proactive.cumulative", {}, 840)],
    ),
    (
        "已答复政府信息公开申请6件，其中“同意公开”的4件，“不予公开”的1件，“信息不存在”的1件。",
        [
            ("requests.answered", {}, 6),
            ("replies.granted", {}, 4),
            ("replies.refused", {}, 1),
            ("replies.nonexistent", {}, 1),
        ],
    ),
    ("受理依申请公开两件，办结率100%。", [(RECEIVED, {}, 2), ("requests.answer_rate", {}, 100)]),
    ("本年度未收到政府信息公开申请。", [(RECEIVED, {}, 0)]),
    ("主动公开政府信息一万二千三百余条，收到依申请公开一百〇五件。", [(PROACTIVE, {}, 12300), (RECEIVED, {}, 105)]),
    ("全年门户网站访问量达一百二十六万人次，日均3452人次。", [("visits.total", {}, 1260000)]),
    ("依申请公开按时答复率继续保持百分之百。", [("requests.answer_rate", {}, 100)]),
    (
        "主动公开政府信息95条。公开政府信息中，规章和规范性文件41条、财政预决算报告54条。历年累计公开1,713条。",
        [
            (PROACTIVE, {}, 95),
            (PROACTIVE, {"category": "规章和规范性文件"}, 41),
            (PROACTIVE, {"category": "财政预决算报告"}, 54),
            ("proactive.cumulative", {}, 1713),
        ],
    ),
    (
        "区政府本级收到政府信息公开申请18件，各部门收到申请41件，合计59件。",
        [(RECEIVED, {"agency": "区政府本级"}, 18), (RECEIVED, {"agency": "各部门"}, 41), (RECEIVED, {}, 59)],
    ),
    ("因信息公开收到行政复议16件，均未被责令重新办理或撤销。", [("reconsideration.total", {}, 16)]),
    (
        "通过市农业局网站主动公开信息186条，开通微信公众服务号，发布农业信息212条。",
        [(PROACTIVE, {"channel": "市农业局网站"}, 186), ("posts.count", {"channel": "微信公众服务号"}, 212)],
    ),
    (
        "局网站自2010年3月改版以来，总访问量831882人次。2016年，网站访问量184685人次。",
        [("visits.total", {}, 184685)],
    ),
    (
        "本 局到2016年底累计主动公开政务信息283条，其中本年度新增79条。",
        [("proactive.cumulative", {}, 283), (PROACTIVE, {}, 79)],
    ),
    (
        "主动公开政府信息27条。在已公开的27条区体育局政府信息中，场馆开放11条，赛事安排16条。",
        [(PROACTIVE, {}, 27), (PROACTIVE, {"category": "场馆开放"}, 11), (PROACTIVE, {"category": "赛事安排"}, 16)],
    ),
    (
        "收到信息公开申请7件，2件为传真申请，5件为信件申请。",
        [(RECEIVED, {}, 7), (RECEIVED, {"channel": "传真"}, 2), (RECEIVED, {"channel": "信件"}, 5)],
    ),
    (
        "出现1起涉及政府信息公开的行政复议案件，该案件至年报付印时尚未审结。",
        [("reconsideration.total", {}, 1), ("reconsideration.pending", {}, 1)],
    ),
    ("通过清河政务网、清河体育微信等网络渠道主动发布信息600余条。", [(PROACTIVE, {}, 600)]),
    (
        "三、咨询情况\n12345热线咨询7000人次，回复局长信箱。电话接听咨询约2.2万人次。",
        [("consultations.total", {"channel": "12345热线"}, 7000), ("consultations.total", {"channel": "电话"}, 22000)],
    ),
    (
        "截至目前共发布614条信息，2016年全年公开政府信息52条，其中，馆情信息3篇，借阅动态49篇等。",
        [
            ("proactive.cumulative", {}, 614),
            (PROACTIVE, {}, 52),
            (PROACTIVE, {"category": "馆情信息"}, 3),
            (PROACTIVE, {"category": "借阅动态"}, 49),
        ],
    ),
    (
        "主动公开政府信息210条，其中，无人员编制类信息；技术规程类信息10条；生产动态类信息200条。",
        [
            (PROACTIVE, {}, 210),
            (PROACTIVE, {"category": "人员编制类信息"}, 0),
            (PROACTIVE, {"category": "技术规程类信息"}, 10),
            (PROACTIVE, {"category": "生产动态类信息"}, 200),
        ],
    ),
    (
        "主动公开信息23条，其中护林动态23条、依申请公开信息0条。",
        [(PROACTIVE, {}, 23), (PROACTIVE, {"category": "护林动态"}, 23), (RECEIVED, {}, 0)],
    ),
    ("依申请公开3件，其中予以部份公开1件。", [(RECEIVED, {}, 3), ("replies.partial", {}, 1)]),
    ("专门配备了1名信息公开工作人员，开设了申请窗口。", [("staff.total", {}, 1)]),
    (
        "行政复议数量4件，维持具体行政行为数3件，被依法纠错数1件。",
        [("reconsideration.total", {}, 4), ("reconsideration.upheld", {}, 3), ("reconsideration.corrected", {}, 1)],
    ),
    (
        "设置政府信息公开查阅点数31个，从事政府信息公开工作人员数68人，专职人员数（不包括政府公报及政府网站工作人员数）11人。",
        [("reading_rooms.count", {}, 31), ("staff.total", {}, 68), ("staff.full_time", {}, 11)],
    ),
    (
        "通过县政府信息公开网发布信息412条（含机构设置8条，规划计划404条），较上年度增长18%。",
        [
            (PROACTIVE, {"channel": "县政府信息公开网"}, 412),
            (PROACTIVE, {"category": "机构设置"}, 8),
            (PROACTIVE, {"category": "规划计划"}, 404),
            ("proactive.growth", {"channel": "县政府信息公开网"}, 18),
        ],
    ),
    (
        "收到依申请公开4件（网上申请3件，来信1件）。",
        [(RECEIVED, {}, 4), (RECEIVED, {"channel": "网上"}, 3), (RECEIVED, {"channel": "来信"}, 1)],
    ),
    (
        "2016年，共计公开各类信息428条（多个渠道公开同一信息计1条），其中发布校园动态381条，转载招生章程15件，公示类信息32条。",
        [
            (PROACTIVE, {}, 428),
            (PROACTIVE, {"category": "校园动态"}, 381),
            (PROACTIVE, {"category": "招生章程"}, 15),
            (PROACTIVE, {"category": "公示类信息"}, 32),
        ],
    ),
    (
        "二、主动公开的信息类别：机构职能类信息3条，占60%；其它类信息2条，40%。",
        [
            (PROACTIVE, {"category": "机构职能类信息"}, 3),
            ("proactive.share", {"category": "机构职能类信息"}, 60),
            (PROACTIVE, {"category": "其它类信息"}, 2),
            ("proactive.share", {"category": "其它类信息"}, 40),
        ],
    ),
    (
        "主动公开政府信息268条，其中：招商文件160条，新增28条；防汛工作108条，新增19条。",
        [
            (PROACTIVE, {}, 268),
            ("proactive.cumulative", {"category": "招商文件"}, 160),
            (PROACTIVE, {"category": "招商文件"}, 28),
            ("proactive.cumulative", {"category": "防汛工作"}, 108),
            (PROACTIVE, {"category": "防汛工作"}, 19),
        ],
    ),
    ("2016年度未接到过公开权利人要求公开有关信息的申请。", [(RECEIVED, {}, 0)]),
    ("召开新闻发布会（通气会）13场。", [("press_conferences.count", {}, 13)]),
    ("通过服务电话、校长信箱、家长留言等渠道，回复社会关切187条。", []),
    ("网站访问量34875次，独立用户访问总量28012个。", [("visits.total", {}, 34875)]),
    ("向省厅网站报送简讯和主动公开文件752项。", []),
    (
        "2016年我镇政府网站更新政务动态信息73条。",
        [(PROACTIVE, {"category": "政务动态信息", "channel": "镇政府网站"}, 73)],
    ),
    (
        "主动公开政务信息625条。在公开的信息中，更新馆舍简介类信息2条，占总体的比例为3‰；新增、更新借阅规则类信息5条，占8‰。",
        [
            (PROACTIVE, {}, 625),
            (PROACTIVE, {"category": "馆舍简介类信息"}, 2),
            ("proactive.share", {"category": "馆舍简介类信息"}, 0.3),
            (PROACTIVE, {"category": "借阅规则类信息"}, 5),
            ("proactive.share", {"category": "借阅规则类信息"}, 0.8),
        ],
    ),
    (
        "主动公开政务信息97条。其中，省政府及其部门公开信息数46条，市县政府及其部门公开信息数51条。",
        [
            (PROACTIVE, {}, 97),
            (PROACTIVE, {"agency": "省政府及其部门"}, 46),
            (PROACTIVE, {"agency": "市县政府及其部门"}, 51),
        ],
    ),
    ("五、咨询处理情况\n2016年度本馆未发生当面及电话咨询。", [("consultations.total", {}, 0)]),
    (
        "主动公开政府信息571条，其中校务信息438条（校园动态431条、教研计划2条、停课通知5条），家校事项133条。",
        [
            (PROACTIVE, {}, 571),
            (PROACTIVE, {"category": "校务信息"}, 438),
            (PROACTIVE, {"category": "校园动态"}, 431),
            (PROACTIVE, {"category": "教研计划"}, 2),
            (PROACTIVE, {"category": "停课通知"}, 5),
            (PROACTIVE, {"category": "家校事项"}, 133),
        ],
    ),
    (
        "主动公开政府信息126条，完成区级下达任务数140条的90%，其中巡河类信息109条、河长名录类17条。",
        [
            (PROACTIVE, {}, 126),
            (PROACTIVE, {"category": "巡河类信息"}, 109),
            (PROACTIVE, {"category": "河长名录类"}, 17),
        ],
    ),
    (
        "共发行《清河政报》12期，发布政府信息662条。",
        [("gazette.issues", {"channel": "清河政报"}, 12), (PROACTIVE, {"channel": "《清河政报》"}, 662)],
    ),
    ("未收到有关信息公开行政复议的申请。", [("reconsideration.total", {}, 0)]),
    (
        "收到依申请公开42件（区政府办35件，其他7件）。",
        [(RECEIVED, {}, 42), (RECEIVED, {"agency": "区政府办"}, 35), (RECEIVED, {"agency": "其他"}, 7)],
    ),
    ("自条例施行以来累计公开16,352条。", [("proactive.cumulative", {}, 16352)]),
    (
        "通过网站主动公开政务信息51条，包含航道新闻42条，停航通知9条。",
        [
            (PROACTIVE, {"channel": "网站"}, 51),
            (PROACTIVE, {"category": "航道新闻"}, 42),
            (PROACTIVE, {"category": "停航通知"}, 9),
        ],
    ),
    ("通过门户网站“局长信箱”“线上访谈”“意见征集”等栏目接收群众意见，全年接收留言82条，答复留言82条。", []),
    (
        "利用门户网站主动公开政府信息94条、灌溉通知3条、账目信息2条、轮作计划4条、招工信息15条。",
        [
            (PROACTIVE, {"channel": "门户网站"}, 94),
            (PROACTIVE, {"category": "灌溉通知"}, 3),
            (PROACTIVE, {"category": "账目信息"}, 2),
            (PROACTIVE, {"category": "轮作计划"}, 4),
            (PROACTIVE, {"category": "招工信息"}, 15),
        ],
    ),
    (
        "主动公开各类政府信息11480余条。一是公开区内要闻264条，停水通知287条，街道、村动态3542条。",
        [
            (PROACTIVE, {}, 11480),
            (PROACTIVE, {"category": "区内要闻"}, 264),
            (PROACTIVE, {"category": "停水通知"}, 287),
            (PROACTIVE, {"category": "街道、村动态"}, 3542),
        ],
    ),
    (
        "主动公开各类信息7714条，其中园区动态信息2985条，日均发布量21条。",
        [(PROACTIVE, {}, 7714), (PROACTIVE, {"category": "园区动态信息"}, 2985)],
    ),
    ("县图书馆汇编了2007年—2013年各县直部门网上发布的主动公开政府信息目录2600余条。", []),
    (
        "2016\n年度共主动公开政务信息9条。在公开的信息中，馆舍简介类的信息占6条，活动计划类的信息3条。",
        [
            (PROACTIVE, {}, 9),
            (PROACTIVE, {"category": "馆舍简介类的信息"}, 6),
            (PROACTIVE, {"category": "活动计划类的信息"}, 3),
        ],
    ),
    (
        "二、主动公开情况 公开信息7条。 三、依申请公开情况 无 四、行政复议、提起行政诉讼的情况 无 五、问题 不足。",
        [("proactive.count", {}, 7), (RECEIVED, {}, 0), ("reconsideration.total", {}, 0), ("litigation.total", {}, 0)],
    ),
    ("四、收费及减免情况\n无。", [("fees.charged", {}, 0)]),
    ("对依申请公开的信息共收取费用1250元。", [("fees.charged", {}, 1250)]),
    (
        "未发生因信息公开引发的行政复议、行政诉讼。",
        [("reconsideration.total", {}, 0), ("litigation.total", {}, 0)],
    ),
    (
        "因信息公开被申请行政复议3件，其中维持2件，1件正在审理中。",
        [("reconsideration.total", {}, 3), ("reconsideration.upheld", {}, 2), ("reconsideration.pending", {}, 1)],
    ),
    (
        "县长信箱收到来信326件，办结320件，办结率98.2%。",
        [
            ("hotline.received", {"channel": "县长信箱"}, 326),
            ("hotline.resolved", {"channel": "县长信箱"}, 320),
            ("hotline.resolution_rate", {"channel": "县长信箱"}, 98.2),
        ],
    ),
    (
        "全年共接受咨询74人次，其中电话咨询22人次，现场咨询52人次。",
        [
            ("consultations.total", {}, 74),
            ("consultations.total", {"channel": "电话"}, 22),
            ("consultations.total", {"channel": "现场"}, 52),
        ],
    ),
    ("政府门户网站访问量达1250万次。", [("visits.total", {}, 12_500_000)]),
    (
        "“某发布”微信公众号推送信息2100篇，微博发布5600条。",
        [("posts.count", {"channel": "微信公众号"}, 2100), ("posts.count", {"channel": "政务微博"}, 5600)],
    ),
    (
        "召开新闻发布会29场，发布政策解读312篇。",
        [("press_conferences.count", {}, 29), ("interpretations.count", {}, 312)],
    ),
    ("编发政府公报1-6期。", [("gazette.issues", {}, 6)]),
    ("有效处置网络舆情23起。", [("opinion_responses.count", {}, 23)]),
    (
        "举办政府信息公开培训班2期，培训工作人员320人次，安排专项经费5万元。",
        [("training.sessions", {}, 2), ("training.people", {}, 320), ("funds.spent", {}, 50_000)],
    ),
    (
        "设立查阅点26个，配备专职人员5名、兼职人员8名。",
        [("reading_rooms.count", {}, 26), ("staff.full_time", {}, 5), ("staff.part_time", {}, 8)],
    ),
    ("将39个部门的1114项行政权力制成权力清单。", [("powers.count", {}, 1114)]),
    ("市政府发布规范性文件12件。", [("normative_documents.issued", {"issuer": "市政府"}, 12)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:24] for text, _ in CASES])
def test_numbers_get_the_right_code(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


TRAPS = [
    "根据《条例》第十二条和第二百零三条的规定公开。",
    "行政审批窗口共受理申请1200件，办结1198件。",
    "三、依申请公开\n我局办理人大建议、政协提案56件，办结率100%。",
    "共发生行政复议、行政诉讼3件。",
    "报送舆情信息1000多条。",
    "刊出政务公开栏12期，拥有粉丝10659名，总阅读量9000万次。",
    "未发生行政诉讼败诉案件，未超期答复。",
    "不存在违规收费的情况。",
    "举办就业技能培训班12期，培训农民3000人次。",
    "选择12个部门作为试点。",
    "五、存在的主要问题和改进措施\n主动公开政府信息仅50条。",
    "2017年将主动公开政府信息5000条。",
    "各单位落实兼职人员1-2名。",
]


@pytest.mark.parametrize("text", TRAPS)
def test_other_numbers_are_not_forced_into_a_code(text: str) -> None:
    assert found(text) == []


def test_a_figure_of_the_year_before_carries_that_year() -> None:
    assert [metric.year for metric in read("2015年，全市主动公开政府信息75条。")] == [2015]


LAST_YEAR = [
    ("主动公开政府信息276条，比2015年的201条增加75条，增长37.3%。", (PROACTIVE, {}, 201)),
    ("主动公开政府信息276条，同比（2015年201条）增长37.3%。", (PROACTIVE, {}, 201)),
    (
        "我局门户网站公开信息276条（其中业务动态195条、其他81条），比上年的201条增加75条，增长37.3%。",
        (PROACTIVE, {"channel": "局门户网站"}, 201),
    ),
    ("收到依申请公开12件，去年同期为9件。", (RECEIVED, {}, 9)),
    ("收到信息公开申请22起，比2015年（31起）减少9起。", (RECEIVED, {}, 31)),
]


@pytest.mark.parametrize(("text", "expected"), LAST_YEAR)
def test_what_the_year_before_had_is_a_figure_of_that_year(text: str, expected: Found) -> None:
    metrics = read(text)
    assert [(one.code, one.dims, one.value) for one in metrics if one.year == 2015] == [expected]
    growth = [(one.code, one.dims, one.value, one.year) for one in metrics if one.unit == "%"]
    assert growth == ([("proactive.growth", expected[1], 37.3, 2016)] if "增长" in text else [])


def test_a_growth_has_two_years() -> None:
    metrics = read("局网站点击量由2015年的250万次上升到475万次。")
    assert [(one.code, one.value, one.year) for one in metrics] == [
        ("visits.total", 2500000, 2015),
        ("visits.total", 4750000, 2016),
    ]


def test_key_fields_are_a_kind_with_a_share() -> None:
    text = "主动公开政府信息数340条。重点领域公开政府信息数68条，占总量的20%。"
    assert found(text) == [
        (PROACTIVE, {}, 340),
        (PROACTIVE, {"category": "重点领域公开政府信息"}, 68),
        ("proactive.share", {"category": "重点领域公开政府信息"}, 20),
    ]


def test_a_share_of_a_count_that_contradicts_is_no_share_of_the_total() -> None:
    metrics = read("主动公开政府信息数340条。主动公开政府信息68条，占总量的17.2%。")
    assert [(one.code, one.value) for one in metrics] == [(PROACTIVE, 340)]


def test_words_of_later_forms_get_their_codes() -> None:
    head = "某区2022年政府信息公开工作年度报告\n"
    text = "共收到政府信息公开申请124件，上年结转4件，无法提供27件，予以公开88件，结转下年度继续办理5件。"
    assert [code for code, _, _ in found(text, head)] == [
        RECEIVED,
        "requests.carried_in",
        "requests.unavailable",
        "requests.granted",
        "requests.carried_out",
    ]


def test_answers_that_the_later_forms_have_no_row_for_keep_their_code() -> None:
    head = "某区2022年政府信息公开工作年度报告\n"
    text = "收到政府信息公开申请61件，办结21件（信息不存在3件，予以公开7件，不属于本机关公开11件）。"
    assert found(text, head)[2:] == [
        ("replies.nonexistent", {}, 3),
        ("requests.granted", {}, 7),
        ("replies.not_ours", {}, 11),
    ]


def test_decisions_in_words_where_a_sentence_names_several() -> None:
    head = "某区2021年政府信息公开工作年度报告\n"
    assert found("全年办理行政许可30件，行政处罚16件，行政强制6件。", head) == [
        ("licensing.decisions", {}, 30),
        ("penalties.decisions", {}, 16),
        ("coercion.decisions", {}, 6),
    ]
    assert found("全年办理行政许可30件。", head) == []  # one alone may be anything


def test_regulations_in_words() -> None:
    head = "某市2024年政府信息公开工作年度报告\n"
    assert found("本年共制发（修改）政府规章3份，现行有效政府规章11份，废止政府规章2份。", head) == [
        ("regulations.issued", {}, 3),
        ("regulations.in_force", {}, 11),
        ("regulations.repealed", {}, 2),
    ]


def test_a_kind_on_two_channels_keeps_both() -> None:
    text = "在甲网站公开各类信息65条，包括助农文件5条，春耕动态60条。在乙网站公开各类信息52条，其中用工公示6条，春耕动态46条。"
    kinds = [(dims, value) for code, dims, value in found(text) if dims.get("category") == "春耕动态"]
    assert kinds == [({"category": "春耕动态"}, 60), ({"channel": "乙网站", "category": "春耕动态"}, 46)]


def test_levels_of_government_are_parts_where_several_are_told() -> None:
    text = (
        "2016年，全省受理政府信息公开申请4110件。省政府及其部门受理政府信息公开申请617件，答复600件，同意公开381件。"
        "省政府及其部门收到涉及政府信息公开的复议申请40件，维持25件，其它情况9件；市、县政府及其部门收到涉及政府信息公开的复议申请23件。"
    )
    province, others = {"agency": "省政府及其部门"}, {"agency": "市、县政府及其部门"}
    assert found(text) == [
        (RECEIVED, {}, 4110),
        (RECEIVED, province, 617),
        ("requests.answered", province, 600),
        ("replies.granted", province, 381),
        ("reconsideration.total", province, 40),
        ("reconsideration.upheld", province, 25),
        ("reconsideration.other", province, 9),
        ("reconsideration.total", others, 23),
    ]
    assert found("市政府及其部门受理政府信息公开申请617件。") == [(RECEIVED, {}, 617)]  # one level is the whole


def test_rows_of_the_later_forms_in_words() -> None:
    head = "某区2023年政府信息公开工作年度报告\n"
    text = "收到政府信息公开申请9件，属于行政执法案卷5件，申请人逾期未按收费通知要求缴纳费用1件。其余3件均为《条例》所指本机关不掌握相关政府信息。"
    assert found(text, head)[1:] == [
        ("requests.refused", {"reason": "enforcement_file"}, 5),
        ("requests.other", {"reason": "unpaid"}, 1),
        ("requests.unavailable", {"reason": "not_held"}, 3),
    ]


def test_approximate_numbers_say_so() -> None:
    assert [metric.method for metric in read("主动公开政府信息约8500条，受理依申请公开6件。")] == [
        "approximate",
        "stated",
    ]


def test_a_figure_stated_twice_differently_is_taken_once_with_a_warning() -> None:
    report = read_report(HEAD + "全市主动公开政府信息100条。\n全年主动公开政府信息120条。")
    assert [metric.value for metric in report.metrics if metric.code == PROACTIVE] == [100]
    assert "stated twice: 100" in report.warnings[0]


def test_a_department_with_hardly_any_numbers() -> None:
    head = "某县审计局2015年政府信息公开工作年度报告\n"
    text = (
        "一、主动公开情况\n本局主动公开信息28条。\n二、依申请公开情况\n无\n三、收费情况\n无\n四、行政复议、诉讼情况\n无"
    )
    assert found(text, head) == [
        (PROACTIVE, {}, 28),
        (RECEIVED, {}, 0),
        ("fees.charged", {}, 0),
        ("reconsideration.total", {}, 0),
        ("litigation.total", {}, 0),
    ]
