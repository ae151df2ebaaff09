"""Does a page write about something, or speak of itself? 页面不存在 is an apology in the one, and a subject in the other."""

import re

# What documents have and apologies and walls have not.
_DOCUMENT = re.compile(
    r"〔|20\d\d\s*年|\d月\d{1,2}日|第.{1,3}[条期章节款]|现予|现将|特此|如下|[以如]下列?(?:文件|规定|情况|事项)|下列|予以公示|公示[如无]|(?<!超过)(?<!超出)(?<!已过)公示期[^，。]{0,4}(?:[为内自间满至]|限)|来信|(?:(?<!访)问|(?<!请回)答|回复|答复|电话|备注)\s*[：:]|更正|声明|如(?:您|果)?发现|等问题|等情况|其中|附件[：:\d]|\d处"
    r"|本(?:单位|机关|局|年度)|我(?:局|县|市|区|镇|乡|办|委|院|校|中心|单位|公司)|联系人|予以|不予(?!显示|公开)|责令|施行|执行|(?<!未)生效|届满|[自从][^，。]{1,12}[日月年时]起|依法|依据|您反映|现已(?:修复|恢复|解决|整改)|经(?:研究|核查|审查|查实|核实)|当事人|各(?:乡镇|单位|部门|科室)|抽查|整改|\d+\s*(?:个|条|处|项|次|家|篇|批|宗|例|起)(?!数据|记录|信息)"
    r"|\d+(?:\.\d+)?\s*(?:分(?!钟)|元|[％%]|万|亿|吨|公里|千伏|人次|名|平方)|是指|指的是|意味着|如何|怎[么样](?!办|回事)|例如|比如|(?:提示|显示|出现|看到|收到|返回)[“\"「]"
)
_TITLE = re.compile(
    r"公告|公示|通告|通知|通报|声明|启事|说明|简介|决定|批复|报告|问答|更正|勘误|统计|名单|公报|办法|意见|情况|找错|纠错|反馈|关于|致歉"
    r"|普查|(?<!安全)检查|抽查|整治|排查|整改|核查|自查|指南|指引|手册|须知|教程|科普|知识|什么|怎[么样]|如何|为什么|是何|交流|动态|宣传|解读|解答|处罚|裁[决定]|判决|(?<!文件或)目录|规定|细则|条例|规程|制度|预案|方案|规划|总结|计划"
    r"|规范|帮助|流程|建议|清单|征集|招标|采购|成交|中标|招聘|招录|任免|任职|寻[人物狗]|招领|回[复音]|答复|来信|常见问题|(?<!温馨)提醒|案例|资讯|讲座|培训|论坛|会议|投诉|咨询|求助|诉求|信访|请问|谣|回应|澄清"
)
# Columns have such names too, and an apology may stand below them.
_COLUMN = re.compile(
    r"(?:通知|公告|公示|通告|政策|文件|法规|规章|解读|动态|新闻|要闻|工作|信息|公开|政务|政府|详情|详细|内容|列表|正文|查看|浏览|情况|报告|统计|目录|声明|决定|批复|意见|说明|计划|总结|规划|互动|交流|县|市|区|本)+"
)
# What error pages keep of their frame: nothing, the site's name, or that of the template.
_NEUTRAL = re.compile(
    r"\W*|.*(?:政府|政务|网|局|委|厅|办|门户|县|市|州|区|旗|省|中心|站|院|校|镇|乡|村|街道|平台|发布|首页|详情|正文|页面?|文章|专题|栏目|稿件|系统|[a-z]+)\W*"
    r"|.*(?:提示|信息|错误|出错|异常|失败|抱歉|对不起|不存在|找不到|未找到|不到|无法|权限|404|50\d|找|系统|网站|页面|栏目|链接).*",
    re.I,
)
_HERE = re.compile(
    r"[该此这您你]|本[页文站信内栏稿]|当前|所[访查浏请]|原(?:文|页|链)|抱歉|对不起|遗憾|404|返回|首页|[稍以]后|重试|秒|请(?:检查|核对|返回|刷新|从|联系)|sorry"
)
_NAME_ENDS = re.compile(r"\s*[-_|–—>]+\s*")
_QUOTED = re.compile(r"“[^“”]{1,60}”|「[^「」]{1,60}」|《[^《》]{1,60}》|‘[^‘’]{1,60}’")
_LETTERS = re.compile(r"[^\W_]")
_LEAST_BESIDE = 8  # letters beside what is quoted; below, the quotation is all that the page says
_TELLS = re.compile(
    r"第[一二三四五六\d]+?步|[①②③]|(?<!访)问\s*[：:]|(?<!请回)答\s*[：:]|[？?]答(?!对)|怎么办|\d+\s*(?:个|条|处|项|家|篇|批|宗|例|起|台|套|万|亿)"
)


def is_document(title: str, said: str) -> bool:
    """
    >>> is_document("批复", "原批准文件有误，予以撤销。"), is_document("提示", "文件有误或已撤销")
    (True, False)
    """
    return has_subject(title) or _DOCUMENT.search(said) is not None


def has_subject(title: str) -> bool:
    """Whether the title is that of a notice, a report or a guide, and not the name of a column.

    >>> has_subject("三季度抽查通报"), has_subject("通知公告-某县人民政府"), has_subject("404 Not Found")
    (True, False, False)
    """
    named = next((part for part in _NAME_ENDS.split(title.strip()) if part), "")
    return _TITLE.search(named) is not None and not _COLUMN.fullmatch(named)


def speaks_of_itself(title: str, said: str) -> bool:
    """Whether 数据异常 can be the page's own: it names itself or its visitor, or its title is no subject.

    >>> speaks_of_itself("空气", "数据异常"), speaks_of_itself("某县人民政府", "数据异常"), speaks_of_itself("空气", "该数据不存在")
    (False, True, True)
    """
    named = next((part for part in _NAME_ENDS.split(title.strip()) if part), "")
    return (
        _NEUTRAL.fullmatch(named) is not None or _COLUMN.fullmatch(named) is not None or _HERE.search(said) is not None
    )


def tells(said: str) -> bool:
    """A guide, a question with its answer, a report with its figures: who reads 第三步：拖动滑块 need not do it now."""
    return _TELLS.search(said) is not None


def unquoted(said: str) -> str:
    """Without what is only quoted: 提示“页面不存在” says that somebody else said so.

    >>> unquoted("若提示“文件不存在”，请清除缓存后重试"), unquoted("“页面不存在”")
    ('若提示，请清除缓存后重试', '“页面不存在”')
    """
    rest = _QUOTED.sub("", said)
    return rest if len(_LETTERS.findall(rest)) >= _LEAST_BESIDE else said
