"""What a column promises, by its name, its ColumnType tag and its address."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

ColumnKind = Literal[
    "news", "notice", "policy", "interaction", "planning", "report", "guide", "static", "archive", "other"
]


@dataclass(frozen=True, slots=True)
class ColumnClass:
    """A column's kind; `confidence` 0..1 says how plainly it is named so, `reason` which words did it."""

    kind: ColumnKind
    confidence: float
    reason: str


# Portraits of people and occasions: shown like news, but nobody promised them for every fortnight.
_PORTRAITS = r"活动|风采|掠影|剪影"
_WEAK = 0.45
# In order: the first kind whose words are found wins, so 政策解读 is policy and 信息公开指南 is no news.
_WORDS: tuple[tuple[ColumnKind, str], ...] = (
    ("report", r"年度报告|年报|年度报表|工作报表|信息公开.{0,4}报告"),
    ("static", (
        r"公开指南|公开制度|公开目录|依申请公开|网站地图|站点地图|联系我们|联系方式|关于我们|网站声明|隐私|版权"
        r"|常见(?:问题|问答|疑问)|(?:问题|疑难)解答|百问百答|使用帮助|无障碍|友情链接|(?:网站|部门|相关)链接|检索$|搜索$|查询$|(?:电话|邮箱|地址|二维码)$"
    )),
    ("archive", r"历年|往年|历届|往届|往期|归档|历史(?:信息|数据|文件|公告|新闻|动态|栏目|资料)|过期|已失效|^已?废止|旧版|存档|备查|已(?:结束|完结|闭幕|关闭)|\d{4}年?(?:以|之)前"),
    # What a name ends in is what it promises: 举报指南 is no box for letters, 建议提案办理 no guide.
    ("guide", r"(?:指南|流程|须知|下载)$"),
    ("planning", r"建议提案|提案建议|议案|人大代表建议|政协(?:委员)?提案"),
    ("news", r"(?:领导|政务|公务|党政)活动$|(?:动态|要闻|快讯)$"),
    # The gazette of a government carries policies; a gazette of figures comes once a year.
    ("planning", r"(?:统计|经济|社会|人口|普查|环境|生态|气候|水资源|质量|状况|发展)\S{0,6}公报"),
    ("interaction", (
        r"咨询|信箱|来信|写信|留言|互动|访谈|调查|征集|征求意见|投诉|举报|问政|建言|问答|信访|找错|热线|评议"
        r"|回应关切|直播"
    )),
    ("guide", r"办事|服务指南|办理|流程|指南|下载|便民|政务服务|网上服务|权责清单|权力清单|行政许可|审批"),
    ("notice", r"通知|公告|公示|通告|启事|招标|采购|中标|拍卖|招聘|招考|挂牌|预警|提示|通报"),
    ("policy", r"政策|文件|法规|规章|规范性|法律|条例|解读|规定|标准规范|政府令|公报"),
    ("planning", (
        r"规划|计划|人事|任免|财政|预算|决算|资金|统计|数据|总结|考录|录用|重点项目|重大项目|应急管理|建议提案"
        r"|提案"
    )),
    ("news", (
        r"动态|要闻|新闻|快讯|资讯|时政|头条|播报|时讯|信息$|简报|媒体|关注|工作情况|会议|热点|聚焦|视频"
        r"|图片|图集|报道|进展"
    )),
    ("static", (
        r"概况|简介|机构|职能|职责|领导|处室|科室|直属单位|下属|历史沿革|地理|风光|风景|名胜|行政区划|介绍"
        r"|走进|组织架构"
    )),
    ("news", _PORTRAITS),
)  # fmt: skip
_PATTERNS = [(kind, re.compile(words)) for kind, words in _WORDS]
# Pinyin initials that portals name their folders with.
_FOLDER_NAMES: dict[ColumnKind, str] = {
    "news": "xwzx xwdt gzdt zwdt ywdt bmdt xqdt gqdt jcdt zwyw jrgz yw ywyw xwyw zwxw news xwjj dtxw mtjj tpxw",
    "notice": "tzgg tzgs gsgg gggs gg gs tz ggtz zbcg ggl notice",
    "policy": "zcwj zcfg zcjd gfxwj fggz flfg zfwj xzgfxwj szfwj zfgb wjjd fgwj policy",
    "interaction": "hdjl zxft zjdc yjzj wsdc zxzx jzxx ldxx szxx zmhd zxts myzj ldxj hygq",
    "planning": "ghjh fzgh zfgh rsxx rsrm czzj czyjs yjs tjxx tjsj jhzj gzjh gzgh ghxx sjfb",
    "report": "ndbg nb gknb zfxxgknb xxgknb nbb gkndbg zwgknb xxgkndbg zfxxgkndbg",
    "guide": "bszn bsfw zxbs wsbs bmfw bgxz fwzn zwfw bslc",
    "static": "jgzn jggk jgsz ldzc ldjj zzjg nsjg lxwm gywm zjwm xxgkzn gkzn gkzd ysqgk bmgk wzdt gkml",
}
_FOLDERS = {folder: kind for kind, folders in _FOLDER_NAMES.items() for folder in folders.split()}


def classify_column(name: str, column_type: str = "", url: str = "") -> ColumnClass:
    """The kind of a column. The name counts most; ColumnType is often a number or a hex id and then says nothing.

    >>> classify_column("通知公告").kind
    'notice'
    """
    by_name, by_type, by_folder = _by_words(name), _by_words(column_type), _by_folder(url)
    if by_name is None and by_type is None and by_folder is None:
        return ColumnClass("other", 0.3, "")
    first = by_name or by_type
    if first is None:
        assert by_folder is not None
        return ColumnClass(by_folder[0], 0.5, by_folder[1])
    kind, confidence, reason = first
    if by_name is None:
        confidence -= 0.2
    elif by_type is not None and column_type != name:
        confidence += 0.05 if by_type[0] == kind else -0.15
    if by_folder is not None:
        confidence += 0.05 if by_folder[0] == kind else -0.1
    return ColumnClass(kind, round(min(max(confidence, 0.1), 0.99), 2), reason)


def _by_words(name: str) -> tuple[ColumnKind, float, str] | None:
    """Kind, confidence and the words: sure where they fill or end the name, less where they only occur in it."""
    name = "".join(name.split())
    for kind, pattern in _PATTERNS:
        if match := pattern.search(name):
            if pattern.pattern == _PORTRAITS:
                return kind, _WEAK, match[0]
            ends = match.end() == len(name)
            short = len(name) <= 8
            return kind, 0.9 if ends and short else 0.8 if short else 0.65, match[0]
    return None


def _by_folder(url: str) -> tuple[ColumnKind, str] | None:
    """The kind by the last folder whose name is known."""
    try:
        path = urlsplit(url).path.lower()
    except ValueError:
        return None
    for folder in reversed(re.split(r"[/.]", path)):
        if folder in _FOLDERS:
            return _FOLDERS[folder], folder
    return None
