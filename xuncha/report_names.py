"""What a report's codes, dims and checks are called, Chinese and English: for people; the codes themselves are the data."""

from typing import Final

Names = tuple[str, str]

GROUPS: Final[dict[str, Names]] = {
    "proactive": ("主动公开", "published information"),
    "requests": ("依申请公开", "requests for information"),
    "replies": ("答复情况", "replies to requests"),
    "reconsideration": ("行政复议", "administrative reconsideration"),
    "litigation": ("行政诉讼", "administrative litigation"),
    "complaints": ("举报投诉", "complaints"),
    "consultations": ("咨询", "consultations"),
    "fees": ("收费", "fees"),
    "hotline": ("热线信箱", "hotlines and mailboxes"),
    "regulations": ("规章", "regulations"),
    "normative_documents": ("规范性文件", "normative documents"),
    "licensing": ("行政许可", "licensing"),
    "other_services": ("其他对外管理服务事项", "other services"),
    "penalties": ("行政处罚", "penalties"),
    "coercion": ("行政强制", "coercive measures"),
    "charges": ("行政事业性收费", "administrative charges"),
    "procurement": ("政府集中采购", "procurement"),
    "responses": ("回应解读", "responses to the public"),
    "staff": ("工作人员", "staff"),
    "training": ("培训", "training"),
    "other": ("没有代码的数字", "numbers without a code"),
}
_PARTS: Final[dict[str, Names]] = {
    "count": ("数量", "count"),
    "share": ("占比", "share"),
    "growth": ("同比", "growth"),
    "cumulative": ("历年累计", "running total"),
    "received": ("收到", "received"),
    "answered": ("答复办结", "answered"),
    "answer_rate": ("答复率", "answer rate"),
    "resolved": ("办结", "resolved"),
    "resolution_rate": ("办结率", "resolution rate"),
    "total": ("总数", "total"),
    "upheld": ("维持", "upheld"),
    "corrected": ("纠正", "corrected"),
    "pending": ("尚未审结", "pending"),
    "direct": ("未经复议", "without reconsideration"),
    "after_review": ("复议后", "after reconsideration"),
    "charged": ("收取", "charged"),
    "spent": ("支出", "spent"),
    "new": ("本年新收", "new"),
    "carried_in": ("上年结转", "carried in"),
    "carried_out": ("结转下年", "carried out"),
    "closed": ("办理结果总计", "closed"),
    "granted": ("予以公开", "granted"),
    "partial": ("部分公开", "granted in part"),
    "refused": ("不予公开", "refused"),
    "unavailable": ("无法提供", "unavailable"),
    "unprocessed": ("不予处理", "not processed"),
    "already_public": ("已主动公开", "already public"),
    "not_ours": ("不属于本机关", "not ours"),
    "nonexistent": ("信息不存在", "does not exist"),
    "amend": ("更改补充", "to be amended"),
    "elsewhere": ("其他途径办理", "handled elsewhere"),
    "issued": ("制发", "issued"),
    "repealed": ("废止", "repealed"),
    "in_force": ("现行有效", "in force"),
    "made": ("新制作", "made"),
    "published": ("公开", "published"),
    "items_last_year": ("上一年项目", "items last year"),
    "change": ("本年增减", "change"),
    "decisions": ("处理决定", "decisions"),
    "amount": ("金额", "amount"),
    "projects": ("项目", "projects"),
    "full_time": ("专职", "full-time"),
    "part_time": ("兼职", "part-time"),
    "sessions": ("期次", "sessions"),
    "people": ("人次", "people"),
    "issues": ("期数", "issues"),
    "by_leaders": ("主要负责同志", "by leaders"),
    "press_conferences": ("新闻发布会", "press conferences"),
    "interviews": ("在线访谈", "interviews"),
    "interpretations": ("政策解读", "interpretations"),
    "new_media": ("微博微信", "new media"),
    "other": ("其他", "other"),
    "visits": ("网站访问", "visits"),
    "posts": ("新媒体发布", "posts"),
    "gazette": ("公报", "gazette"),
    "meetings": ("会议", "meetings"),
    "reading_rooms": ("查阅点", "reading rooms"),
    "organs": ("专门机构", "organs"),
    "powers": ("权力清单", "powers"),
    "funds": ("经费", "funds"),
    "opinion_responses": ("舆情回应", "answers to public opinion"),
    "budget_publishers": ("公开预决算的单位", "budget publishers"),
    "sued_zombie_sites": ("被起诉的僵尸网站", "sued zombie sites"),
}
VALUES: Final[dict[str, Names]] = {
    "natural_person": ("自然人", "natural persons"),
    "business": ("商业企业", "businesses"),
    "research": ("科研机构", "research"),
    "social": ("社会公益组织", "social organisations"),
    "legal_service": ("法律服务机构", "legal services"),
    "other": ("其他", "others"),
    "state_secret": ("国家秘密", "state secret"),
    "law_forbids": ("法律禁止公开", "forbidden by law"),
    "security_stability": ("三安全一稳定", "security and stability"),
    "third_party": ("第三方权益", "third party's rights"),
    "internal_affairs": ("内部事务", "internal affairs"),
    "process_information": ("过程性信息", "process information"),
    "enforcement_file": ("行政执法案卷", "enforcement file"),
    "administrative_query": ("行政查询事项", "administrative query"),
    "not_held": ("本机关不掌握", "not held"),
    "needs_making": ("需另行制作", "needs making"),
    "unclear": ("内容不明确", "unclear"),
    "petition": ("信访举报投诉", "petition"),
    "repeated": ("重复申请", "repeated"),
    "publication": ("公开出版物", "publication"),
    "excessive": ("大量反复申请", "excessive"),
    "reconfirm": ("确认或重新出具", "asks to confirm again"),
    "no_correction": ("逾期不补正", "not corrected"),
    "unpaid": ("未缴费", "unpaid"),
    "on_time": ("按时", "on time"),
    "extended": ("延期", "extended"),
}
CHECKS: Final[dict[str, Names]] = {
    "sum.agencies": ("各单位相加等于总数", "agencies add up"),
    "sum.categories": ("各类别相加等于总数", "categories add up"),
    "sum.channels": ("各渠道相加等于总数", "channels add up"),
    "share.matches": ("占比与数字相符", "shares match"),
    "growth.matches": ("增幅与数字相符", "growth matches"),
    "requests.balance": ("新收＋结转＝办结＋结转下年", "requests in and out balance"),
    "requests.rows": ("申请表各行各列相加", "rows and columns add up"),
    "review.rows": ("复议诉讼结果相加等于总计", "review results add up"),
    "narrative.table": ("正文与表格一致", "words agree with the table"),
    "year.continuity": ("上年结转与上年报告一致", "carried over from last year's report"),
    "rate.possible": ("比率与数量可能成立", "rates are possible"),
}
ERAS: Final[dict[str, Names]] = {
    "narrative": ("叙述式（2013 年及以前）", "narrative (to 2013)"),
    "statistics": ("统计表式（2014–2018）", "statistics (2014–2018)"),
    "tables-2019": ("2019 版表格（2019–2020）", "tables of 2019"),
    "tables-2021": ("2021 版表格（2021 年起）", "tables of 2021"),
}


def group_names(code: str) -> Names:
    """The names of a code's first part."""
    prefix = code.partition(".")[0]
    return GROUPS.get(prefix) or _PARTS.get(prefix) or (prefix, prefix)


def code_names(code: str) -> Names:
    """The names of a whole code.

    >>> code_names("litigation.after_review.upheld")
    ('行政诉讼·复议后·维持', 'administrative litigation: after reconsideration: upheld')
    """
    first, *rest = code.split(".")
    if first == "other":
        return group_names(code)
    parts = [group_names(first), *(_PARTS.get(part, (part, part)) for part in rest)]
    return "·".join(zh for zh, _ in parts), ": ".join(en for _, en in parts)


def value_names(value: str) -> Names:
    """The names of a dims value; a free name (an agency, a channel) stands for itself."""
    return VALUES.get(value, (value, ""))
