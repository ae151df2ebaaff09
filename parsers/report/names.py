"""Who published, where, and what: the words around a verb become agency, channel and category names."""

import re

WHOLE = re.compile(
    r"^(?:全[省市县区州旗][^,;、\d各]{2,6}(?:系统|(?<!属)部门|(?<!行政)机关(?=通过|主动|公开|共|在|$))|(?:我|本|全|整个)(?:自治)?(?:省|市|州|盟|县|区|旗|镇|乡|街道|局|委|"
    r"办事处|办|厅|院|部|署|站|所|关|社|场|港|馆|处|园区?|[总支大]?队|分局|公司|中心|机关|单位|系统|会|级政府|年度)(?:办|委)?"
    r"|我们|[全我本]街(?!道)|全国|全区域|区域内|全系统(?=$|[共主累公])|[全我本]?(?:学校|校)(?=$|主动|公开|共|通过))(?:人民政府|政府系统|政府|行政机关|机关|系统(?=$|[共主累公]))?"
)
_ALL_PARTS = re.compile(
    r"^(?:各级)?(?:各?(?:地区?|地方|部门|单位|行政机关|政府机关|政府|政府部门|工作部门|有关单位|有关部门|(?:政府)?信息公开单位|公开机构|"
    r"行政部门|责任单位|公开单位|处室|科室|股室))*"
    r"(?:(?:各级|[、和及与]|各地|各?部门|各?单位|各级?政府|各?区域))*$"
)
_LEVELS = re.compile(r"^[省市州盟县旗区乡镇街道村、()]+[两二三四]级(?:政府|行政机关|部门)?$")  # 州、县(市)、乡(镇)三级
_BOTH_PARTS = re.compile(
    r"^各(?:职能|直属|有关|相关|区直|县直|市直)?(?:部门|单位)[、和及]各?(?:乡镇|镇街|街镇|街道|乡镇街道|县区|区县|县市区)(?:街道)?$"
)
_PARTS_BOTH = re.compile(
    r"^各(?:乡镇|镇街|街镇|镇|乡|街道|县区|区县|县市区)(?:街道)?[、和及]各?(?:职能|直属|有关|相关|区直|县直|市直)?(?:部门|单位)$"
)
_GOVERNMENT_AND_PARTS = re.compile(
    r"^[省市县区州旗镇乡](?:人民)?政府(?:本级)?(?:及|和|、|以及)(?:其)?(?:各|所属|直属|工作|有关)*(?:部门|单位)$"
)
_TIME = re.compile(
    r"^(?:(?:自|从|截至|截止|到|至|在)+到?)?(?:(?:20)?\d{2}|二[〇○0零oO]..|今|"
    r"本|全|当|上|去|一)学?年(?:度|内|底|末|初|全年|里|中|来|以来|间)*"
    r"(?:第?[\d一二三四]季度)?(?:\d{0,2}(?:-\d{1,2})?月(?:份)?(?:\d{1,2}日|底|"
    r"末)?)?(?:[至到-]\d{1,2}月\d{0,2}日?)?(?:止|起|为止|以来|期间|底|末)*[,: ]*"
    r"|^(?:截至|截止|到)?(?:目前|日前|现在|(?:本|该)?报告(?:年度|期)内?|年末|年底|年内|年度内|期间)(?:为止|止)?[, ]*"
    r"|^(?:截至|截止)\d{0,8}(?:月\d{0,2}日?|日)?(?:底|止)?[, ]*"
    r"|^[自从]\d{1,2}月(?:\d{1,2}日)?(?:起|[至到](?:12月(?:31日|底)|年底))?[, ]*|^\d{1,2}月?[-至]12月(?:份)?[, ]*"
)
_LINKS = re.compile(
    r"^(?:-+|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)(?=.)|[一二三四五六七八九十]{1,3}、(?=[全我本各共])|年?度(?=共|主动|公开|[我全本])|\d{1,2}[、.](?!\d)|主动(?=网上|线上|通过)|包[含括](?=通过|在|利用)|其中|同时|(?:还|也|另)(?=通过|在|利用)|充分(?=利用|发挥|运用)|另外|此外|历年(?:来)?|并且?|且|共(?![青同和])|总计|合计|累计|总共|一共|新增|新(?=公开|发布|收|主动|制)|已经?|"
    r"(?:(?:及时|全面|准确|规范|真实|有效|完整|客观|依法)[、和])+(?:及时|全面|准确|规范|真实|有效|完整|客观|依法)地?|"
    r"均|都(?![江昌匀安])|先后|直接|依法(?!行政|治)|及时|全面|积极|主要|"
    r"分别|进一步|按时|按要求|向社会(?:公众)?|对外(?=公开|发布|公布|$)|面向社会|认真|严格|切实|扎实|"
    r"做好|推进|共计|实际|有效|不断|各界|经(?:审核|审查|统计|批准|梳理|整理|清理)|据统计|[一二三四五六七八九]是|由|的|了|,| |:)+"
)
_TRAILING_LINKS = re.compile(
    r"(?:其中|同时|共|总计|合计|累计|总共|一共|新增|已经?|均|都|先后|直接|依法|"
    r"及时|全面|积极|分别|按时|向社会(?:公众)?|[对向]外|主动|"
    r"面向社会|进一步|年内|全年|共计|(?:准确|规范|真实|有效|完整|主动|公开)+地|(?:(?:及时|全面|准确|规范|真实|有效|完整|客观|依法)[、和])+(?:及时|全面|准确|规范|真实|有效|完整|客观|依法)地?|、(?=$)|,| |向全?(?:社会|[市县区镇乡])(?:公众)?)+$"
)
_THROUGH = re.compile(
    r"(?:通过|利用|依托|借助|运用|经由|使用|在(?!本年|全年|20\d\d)|[向于]|以(?!上|下)|从(?!\d)|经(?!审|统计|核|批准|梳理|整理|清理))(?P<channel>[^,;]{2,60}?)(?:上|中)?$"
)
_CHANNEL_END = re.compile(
    r"(?:(?<!上)网站?|网站群|网络|平台|(?<!统计)(?<!状况)(?<!质量)公报|政报|微博|微信|公众号|订阅号|抖音号?|头条号?|"
    r"新媒体|客户端|APP|系统|栏目?|专栏|频道|屏|(?<![通预年快专申填上])报|报纸|报刊|电视台?|电台|"
    r"广播|媒体|媒介|刊物|简报|手册|宣传栏|公示栏|公告栏|公开栏|[揭公]示板|公开板|查阅点|档案馆|橱窗|宣传窗|子站|子网|两微一端|"
    r"图书馆|渠道|方式|形式|途径|门户|目录|互联网|公示牌|短信|"
    r"微信群|视频号|(?:微信|抖音|头条|南方|企鹅|百家|强国|融合|澎湃|服务)号|政务微博微信|快手|《[^》]*》|云|报道|专版|发布会)(?:等|上)?(?:\([^()]*\))?$",
    re.IGNORECASE,
)
_SERIES = re.compile(r"(?:质量|水质|监测|气象|预报|行情|价格|舆情|统计)(?:日|周|旬|月|季|年)?报$")  # kinds, not papers
_SEVERAL = re.compile(
    r"[、和及].*等(?:多种|各种|多个|主流|新闻|各级|各类|传统|相关|有效|不同)*(?:形式|方式|渠道|途径|平台|载体|媒体|媒介)?$"
)
_TWO_CHANNELS = re.compile(r"(?:网站?|平台|专栏|栏目|公报|公开栏|微博|微信|公众号|报)(?:和|及|与|以及|、)")
_ANY_CHANNEL = re.compile(
    r"^(?:依照|按照|根据|依据)|^各(?:级|部门|单位|地)|^(?:以?上述?|以上|各种|各个|各类|多种|不同|多个|多|各|"
    r"相关|有关|其他各种|上述各种|多元化?)(?:信息公开)?(?:渠道|方式|形式|途径|载体|"
    r"媒体|平台)|^各[类种](?:政务|信息|政府信息)?公开$"
)
_ALL_OF_ONES_OWN = re.compile(
    r"^[^、]*[局委办厅部院镇乡县市区](?:各|全)(?:政务|信息|公开)*(?:平台|渠道|媒体)$|^全(?:平台|渠道|媒体)$"
)
_AGENCY_END = re.compile(
    r"(?:局|委|办|厅|部|院|署|处|科|股|队|站|所|馆|校|会|社|中心|公司|集团|支队|"
    r"总队|大队|部门|单位|政府|机关|机构|乡镇?|镇|街道|街办|县|市|区|旗|州|盟|"
    r"省|"
    r"县市区|区县|旗县区|市县|[省市县区州旗镇乡]\)?级|园区|开发区|管委会|办公室|委员会|农场|银行|学院|"
    r"医院|法院|(?<!农)(?<!乡)村|社区|办事处|组|街镇|镇街|直属单位|企业|企事业单位)"
    r"(?:等|本级)?(?:\([^()]*\))?$"
)
_OF_DISCLOSURE = re.compile(r"(?<=.)(?:政府信息公开|(?<!政府)信息公开|政务公开)(?:工作)?$")  # 镇政府信息公开全年发布…
_OBJECT = re.compile(
    r"^(?:信息(?=政府信息))?(?:了|出|的|各类|各种|各项|各|全部|有关|相关(?!内容)|所有|本级|属于|自主|其[他它])*(?:政府|"
    r"政务|公共|公开|行政)?(?:信息|(?<=政府)工作信息(?:、动态)?|政府信息公开|文件信息|信息公开|相关内容|文件总?数|事项(?=$|数|总数))(?:公开)?(?:目录)?"
    r"(?:条目|内容|事项|件)?(?:的?(?:总数量|总条数|总数|总量|数量|条数|件数|数目|数|量))?$"
)
# 涉及疫情防控、养老服务等方面信息: several kinds with one number are the total of them.
_SEVERAL_KINDS = re.compile(
    r"(?:各类|各种)信息(?:及|和)[^,;]{2,12}信息|(?:各类|各种)[^,;、]{1,6}、[^,;、]{1,6}信息|[^,;]*[^,;、]、[^,;]*等(?:各|多个?|\d{1,3}个|重点|相关|有关)*(?:方面|领域|类别?|内容|事项|栏目)?(?:[^,;、]{0,6}(?:关心|关注|关切)(?:、?关[心注切])?)?的?(?:各类|各项|相关|有关|政府|政务|公开)*信息"
)
_OBJECT_TAIL = re.compile(
    r"(?:,|:| |-|去重后|剔除重复后|(?<=[数量])(?:本年度|本年|全年)|共有?|共计|总计|合计|累计|达到|达|总数|总量|数量|(?:更新|发布|公开)量|历年|数|约|近|超过|"
    r"突破|(?<!行)为|(?<![国公私所])有|是|(?<![侵抢霸强])占|(?<![统审会设预估])计|总共|一共|已|分别|各|在|了|的|等|新增|突破到|增加到|增至)+$"
)
_OPENERS = re.compile(
    r"^(?:其中|涵盖|加上|(?:信息)?(?:公开)?(?:的)?(?:渠道|形式|载体|途径)(?:主要)?(?:为|有|是)|(?:信息)?内容(?:主要)?(?:包括|涵盖|涉及|有|为)|此外|具体(?=包括|有|为|是)|其它是|其次(?:是|为)|再次(?:是|为)|分别|包括|包含|包?含|涉及|主要(?:类别)?(?:是|有|为|包括)?|"
    r"属于?(?!地|实|性|于)|主动公开了?|(?:公开|发布|公布)(?:了|的(?=.{2}))?(?!招|承诺|目录|指南|制度|拍卖|出让)|主动|属于|有关|有(?![关色机线效偿毒])|"
    r"为(?![民企农])|是|共(?![青同享建产和])|新增|对(?![外口台])|及(?!时)|和(?!谐|顺|平|田|县|硕|静|政|龙|林格尔|布克赛尔)|以及|并|另外?|另有|还有|:|,| |/|-|(?:信息)?[中里](?=“)|内[有含]|\d{1,2}[.、]|[一二三四五六七八九]是|\(下同\)|\([一二三四五六七八九\d]{1,2}\)|[①-⑳])+"
)


_TRAILING_TIME = re.compile(r"(?:20\d\d ?年度?|[今本全当]年度?)(?:内|中|里)?$")


def trimmed(words: str) -> str:
    """The words without times and link words at the front, without 共 and the like behind."""
    before = None
    while before != words:
        before = words
        words = _LINKS.sub("", _TIME.sub("", words.strip()))
        words = _TRAILING_TIME.sub("", _TRAILING_LINKS.sub("", words))
    return words.strip()


def without_quotes(name: str) -> str:
    """
    >>> without_quotes("“直报系统”"), without_quotes("“中国平潭网”门户网站")
    ('直报系统', '“中国平潭网”门户网站')
    """
    inner = name[1:-1]
    return inner if name[:1] + name[-1:] in ("“”", '""', "《》") and not set(inner) & set("“”《》") else name


def split_party(words: str) -> tuple[str, str]:
    """The agency and the channel named before a verb: "12个县市区向市本级平台" has both, either may be empty."""
    words = trimmed(words)
    channel = ""
    match = _THROUGH.search(words)
    if match and words.count("“", 0, match.start()) == words.count("”", 0, match.start()):  # not “船检在线”栏目
        channel, words = match["channel"], trimmed(words[: match.start()])
        if _SEVERAL.search(channel):
            channel = ""  # "通过A、B、C等渠道" says that all of them were used, not which one
    elif is_channel(words) and whole_or(words):
        whole = WHOLE.match(words)
        channel, words = words[whole.end() :] if whole and words[whole.end() :][:1] == "“" else words, ""
    return whole_or(words), clean_channel(channel)


def names_several_channels(channel: str) -> bool:
    """在市政府网站和民政局网站公开268条: both were used, and nobody can tell how much stands on which."""
    return _TWO_CHANNELS.search(channel) is not None


def clean_channel(channel: str) -> str:
    """A channel's name; "各种渠道" and the like are no channel."""
    channel = re.sub(r"各(?:栏目|频道|板块)$", "", channel)
    channel = re.sub(r"(?:等(?:多种|各种)?(?:形式|方式|渠道|途径|平台)?|(?<!^网)(?<!^线)上|中)$", "", trimmed(channel))
    channel = (
        re.sub(r"(?:(?<=[网站台号博信报栏])公开)?(?:的)?(?<!其[他它])(?:方式|形式|渠道|途径)$", "", channel)
        if len(channel) > 4 or channel == "网站方式"
        else channel
    )
    channel = re.sub(r"^(?:(?:纳入|列入)(?=.*目录)|(?:召开|举办|举行)(?=.*会$))", "", channel)
    channel = re.sub(r"(?<=.)(?:作?为)(?:主要?|重要|第一)?[^,;]{0,6}(?:平台|渠道|载体|阵地|窗口|途径)$", "", channel)
    channel = re.sub(r"^[我本](?:街(?!道))?(?=[省市县区州旗镇乡局委政网])", "", channel)
    return "" if _ANY_CHANNEL.match(channel) or _ALL_OF_ONES_OWN.search(channel) else without_quotes(channel)


def whole_or(words: str) -> str:
    """ "" when the words mean the whole organisation (全市, 我局, 全市各级各部门), the part's name otherwise."""
    words = _OF_DISCLOSURE.sub("", re.sub(r"(?<=.)各(?:渠道|平台|载体)?$", "", trimmed(words)))
    named, words = trimmed(words), trimmed(re.sub(r"\([^()]*\)", "", words))
    whole = WHOLE.match(words)
    if whole:
        words = trimmed(words[whole.end() :])
        named = words = re.sub(r"^(?:的|在|对|就)", "", words)
    parts = (_ALL_PARTS, _BOTH_PARTS, _PARTS_BOTH, _GOVERNMENT_AND_PARTS, _LEVELS)
    return "" if any(pattern.match(words) for pattern in parts) else named


def is_channel(name: str) -> bool:
    """
    >>> is_channel("微信公众号“白鹭发布”"), is_channel("财政信息")
    (True, False)
    """
    if name.endswith("联系方式") or _SERIES.search(name):
        return False
    quoted = re.search(r"“([^“”]*)”$", name)
    words = (name[: quoted.start()], quoted[1]) if quoted else (name,)
    return any(_CHANNEL_END.search(part) for part in words)


def is_agency(name: str) -> bool:
    return _AGENCY_END.search(name) is not None and not re.search(r"信息|类$|(?:组织|内设)机构$", name)


def is_plain_object(words: str) -> bool:
    """Whether the verb's object is information as such: 政府信息, 各类信息总数, the empty word."""
    words = re.sub(r"^政府信息[、和及与](?=[^,;]*信息)", "各类信息及", words)  # 政府信息、工作动态信息
    if _OBJECT.match(words):
        return True
    words = _OBJECT_TAIL.sub("", words.strip())
    words = WHOLE.sub("", re.sub(r"^(?:了|的)*(?:20\d\d年(?:度)?(?:以来)?的?)?", "", words))
    if names_several_kinds(words):
        return True
    words = re.sub(r"^(?:各级|各)?(?:单位|部门|政府部门|行政机关)的?", "", words)
    return not words or _OBJECT.match(words) is not None


def names_several_kinds(words: str) -> bool:
    """
    >>> names_several_kinds("涉及疫情防控、养老服务等方面信息"), names_several_kinds("政策、法规类信息")
    (True, False)
    """
    return _SEVERAL_KINDS.fullmatch(_OBJECT_TAIL.sub("", words)) is not None


def object_name(words: str) -> str:
    """The category in a verb's object: "财政信息共" is 财政信息."""
    return _OBJECT_TAIL.sub("", re.sub(r"^(?:了|出|的|各类|有关|相关)+", "", words.strip())).strip()


def item_name(words: str) -> str:
    """A list item's name: "其中涉及征地信息共" is 征地信息."""
    return without_quotes(_OBJECT_TAIL.sub("", _OPENERS.sub("", _TIME.sub("", _OPENERS.sub("", words)))).strip(" ,、"))
