"""The words of findings and verdicts, Chinese first. `{name}` is of the evidence, or a word that messages.py makes."""

SENTENCES: dict[str, tuple[str, str]] = {
    "column.stale": (
        "栏目“{column}”自{newest_zh}以来没有更新，超过规定的{limit_zh}已{days_over}天{unverified_zh}",
        "Column “{column}” has had no update since {newest_en}:"
        " {days_over} days over the limit of {limit_en}{unverified_en}",
    ),
    "column.empty": (
        "栏目“{column}”是空白的{before_zh}",
        "Column “{column}” is blank{before_en}",
    ),
    "column.missing": (
        "全站没有找到“{column}”栏目{law_zh}",
        "No column “{column}” was found anywhere on the portal{law_en}",
    ),
    "columns.stale_many": (
        "有{count}个动态、公告、政策类栏目逾期未更新（单项否决线：{limit}个）",
        "{count} columns of news, notices and policies are silent (the portal fails at {limit})",
    ),
    "columns.overdue_many": (
        "有{count}个应更新的栏目长期未更新（单项否决线：{limit}个）",
        "{count} columns that should be updated are not (the portal fails at {limit})",
    ),
    "columns.empty_many": (
        "有{count}个空白栏目（单项否决线：{limit}个）",
        "{count} columns are blank (the portal fails at {limit})",
    ),
    "link.dead": ("链接已失效：{reason_zh}，{pages_zh}", "Dead link: {reason_en}, {pages_en}"),
    "image.dead": ("图片无法显示：{reason_zh}，{pages_zh}", "Dead picture: {reason_en}, {pages_en}"),
    "attachment.dead": ("附件无法下载：{reason_zh}，{pages_zh}", "Dead attachment: {reason_en}, {pages_en}"),
    "page.undated": ("页面没有发布日期{title_zh}{grouped_zh}", "No publication date{title_en}{grouped_en}"),
    "page.blank": ("页面只有标题没有内容{title_zh}", "The page has a title and no content{title_en}"),
    "page.garbled": (
        "页面文字有乱码{title_zh}，占{share_percent}{repaired_zh}",
        "Garbled text{title_en}, {share_percent} of it{repaired_en}",
    ),
    "report.missing": (
        "没有找到{year}年政府信息公开年度报告，应于{due}前公布",
        "The annual report for {year} was not found; it was due on {due}",
    ),
    "report.late": (
        "{year}年年度报告于{published_on}公布，晚于期限{due}共{days}天",
        "The annual report for {year} was published on {published_on}, {days} days after {due}",
    ),
    "report.early": (
        "{year}年年度报告标注的发布日期{published_on}早于该年结束",
        "The annual report for {year} is dated {published_on}, before that year ended",
    ),
    "report.inconsistent": (
        "{year}年年度报告的数字自相矛盾：{checks_zh}",
        "Figures in the annual report for {year} contradict each other: {checks_en}",
    ),
    "site.home_stale": (
        "首页自{newest_zh}以来没有新信息，超过规定的{limit_days}天已{days_over}天",
        "Nothing new on the home page since {newest_en}: {days_over} days over the limit of {limit_days} days",
    ),
    "site.unreachable": ("首页打不开：{reach_zh}", "The home page does not open: {reach_en}"),
    "site.blocked": (
        "网站的防护系统拒绝程序访问（HTTP {status}），不能判断是否更新，需用浏览器人工查看；这不是网站故障",
        "The portal's protection declines programs (HTTP {status}): whether it is updated must be seen with a browser."
        " This is no outage",
    ),
    "page.soft_404": (
        "网站上仍有入口的这个页面提示“不存在”或“已删除”，应恢复内容或撤下入口{title_zh}",
        "A page that the portal still links to says that it does not exist or was deleted{title_en}",
    ),
    "title.truncated": ("标题不完整{title_zh}", "The title breaks off{title_en}"),
    "entry.outdated": (
        "{published_on}发布的信息，讲的是{told_on}的事{title_zh}",
        "Published on {published_on}, about something of {told_on}{title_en}",
    ),
    "entry.off_region": (
        "栏目“{column}”用外地信息凑数：{entries}条中有{elsewhere}条（{share_percent}）是{provinces_zh}的，例如《{example}》",
        "Column “{column}” is padded with news from elsewhere: {elsewhere} of {entries} entries ({share_percent}),"
        " e.g. “{example}”",
    ),
    "publish.burst": (
        "突击发布：{quarter_from}至{quarter_to}的{entries}条信息有{burst}条（{share_percent}）集中在{from}至{to}",
        "Published in one go: {burst} of the {entries} entries from {quarter_from} to {quarter_to} ({share_percent})"
        " between {from} and {to}",
    ),
    "dates.forged": (
        "栏目“{column}”的发布日期{doubt_zh}：{forged_zh}",
        "Dates in column “{column}” {doubt_en}: {forged_en}",
    ),
    "report.changed": (
        "{year}年年度报告公布后被改动{changed_zh}",
        "The annual report for {year} was altered after publication{changed_en}",
    ),
    "report.copied": (
        "{year}年年度报告与{other_zh}雷同：{sentences}句中有{same}句相同",
        "The annual report for {year} repeats {other_en}: {same} of {sentences} sentences are the same",
    ),
    "report.unreadable": (
        "{year}年年度报告的表格或正文不能读取（可能是图片）{title_zh}",
        "The tables or the text of the annual report for {year} cannot be read (pictures, perhaps){title_en}",
    ),
    "interaction.unanswered": (
        "栏目“{column}”有{unanswered}件留言超过{limit_months}个月未答复，最早的是{oldest}",
        "{messages_en} in column “{column}” unanswered for more than {limit_months} months, the oldest of {oldest}",
    ),
    "tags.missing": (
        "页面源代码缺少《政府网站发展指引》规定的标签：{tags_zh}",
        "The source of the pages lacks tags that the state's guide demands: {tags_en}",
    ),
    "site.suspended": ("网站声明停用：{suspended_zh}", "The site says that it is out of use: {suspended_en}"),
    "site.tls": ("网站加密连接有问题：{tls_zh}", "The portal's encryption is at fault: {tls_en}"),
    "site.hijacked": ("疑似仿冒或域名被他人占用：{hijacked_zh}", "A look-alike or a stolen domain: {hijacked_en}"),
    "crawler.failed": ("巡查程序自身出错：{trouble_zh}", "Our own patrol failed: {trouble_en}"),
}
OTHER = ("{code}：{subject}", "{code}: {subject}")

REASONS: dict[str, tuple[str, str]] = {
    "http_404": ("页面不存在（404）", "not found (404)"),
    "http_410": ("页面已删除（410）", "gone (410)"),
    "soft_404:taken_over": ("网址已被他人占用，显示赌博、色情等广告", "somebody else advertises there now"),
    "soft_404": ("显示“页面不存在”", "the server shows a page-not-found page"),
    "dns": ("域名无法解析", "the host has no address"),
    "timeout": ("超时", "timed out"),
    "tls_obsolete": ("只支持已淘汰的加密协议", "only obsolete TLS"),
    "tls": ("加密连接失败", "TLS failed"),
    "bad_url": ("地址无法识别", "no address can be read out of it"),
    "bad_address": ("跳转地址无法识别", "it leads to what is no address"),
    "robots": ("robots.txt不允许访问", "robots.txt forbids it"),
    "refused": ("连接被拒绝", "connection refused"),
    "reset": ("连接中断", "connection reset"),
    "incomplete": ("回应不完整", "the answer broke off"),
    "truncated": ("回应不完整", "the answer broke off"),
    "unreachable": ("网络不可达", "the host cannot be reached"),
    "protocol": ("回应不合HTTP规范", "the answer is no HTTP"),
    "too_many_redirects": ("跳转次数过多", "too many redirects"),
    "redirect_loop": ("循环跳转", "redirects in a circle"),
    "too_large": ("回应过大", "the answer is too large"),
    "private_address": ("指向内网地址", "a private address"),
    "own_line": ("本机网络不通", "our own line was down"),
}
# Why a patrol ended as it did: the reason itself, or what stands before its colon.
RUN_REASONS: dict[str, tuple[str, str]] = {
    "hung": ("爬虫停滞不动，已终止", "the crawl stood still and was ended"),
    "time_limit": ("超过时限", "its time was over"),
    "page_budget": ("达到页数上限", "all its pages were used up"),
    "byte_budget": ("达到流量上限", "all its bytes were used up"),
    "stopped": ("被要求停止", "it was told to stop"),
    "shutdown": ("被要求停止", "it was told to stop"),
    "lease_lost": ("由另一进程接手", "another process took over"),
    "its process died": ("进程意外终止", "its process died"),
    "died_again": ("进程多次意外终止", "its process died again and again"),
    "home_unreachable": ("首页打不开", "the home page does not open"),
    "store_failed": ("数据库写不进去", "the database could not be written"),
    "crawler": ("程序出错：{detail}", "our program failed: {detail}"),
}
# Addresses without end that a patrol left alone (docs/hostile.md).
TRAPS: dict[str, tuple[str, str]] = {
    "digits": ("只有数字不同的地址", "addresses that differ in digits only"),
    "session": ("带会话编号的地址", "addresses with a session in them"),
    "query": ("参数任意组合的地址", "parameters in every combination"),
    "repeated_path": ("路径重复的地址", "paths that repeat themselves"),
    "deep_path": ("层级过深的地址", "paths that are too deep"),
    "long_address": ("过长的地址", "addresses that are too long"),
    "same_page": ("内容相同的页面", "pages that are all alike"),
}
TROUBLES: dict[str, tuple[str, str]] = {
    "broke_off": ("上次巡查中断（{reason}）", "the last patrol broke off ({reason})"),
    "brought_nothing": (
        "上次巡查一页也没有读到，此前有{pages_before}页",
        "the last patrol brought no page, {pages_before} before",
    ),
    "refused": ("首页地址在本机被禁止访问（{reason}）", "our guard forbids the home page's address ({reason})"),
    "stopped": ("{last_patrol}以后没有再巡查", "no patrol since {last_patrol}"),
    "rule_failed": ("规则{rule}执行失败（{error}）", "rule {rule} failed ({error})"),
}
TLS: dict[str, tuple[str, str]] = {
    "obsolete": ("只支持已淘汰的加密协议", "only obsolete versions are offered"),
    "expired": ("证书已过期", "the certificate has expired"),
    "wrong_name": ("证书与域名不符", "the certificate is for another name"),
    "untrusted": ("证书不受信任", "the certificate is not trusted"),
    "other": ("无法建立加密连接（{reason}）", "no connection can be made ({reason})"),
}
SUSPENDED: dict[str, tuple[str, str]] = {
    "moved": ("已迁移", "it has moved"),
    "closed": ("已关停", "it is closed"),
    "rebuilt": ("升级改版", "it is being rebuilt"),
}
# What a code at the foot of a page is called.
CODES: dict[str, tuple[str, str]] = {
    "site_code": ("网站标识码", "site code"),
    "SiteIDCode": ("标签中的标识码", "site code in the tag"),
    "icp": ("ICP备案", "ICP filing"),
    "police": ("公安备案", "police filing"),
    "name": ("网站名称", "name"),
    "SiteDomain": ("标签中的域名", "domain in the tag"),
    "host": ("实际域名", "host"),
}
WORDS: dict[str, tuple[str, str]] = {
    "alive": ("正常更新", "alive"),
    "stale": ("更新不及时", "stale"),
    "zombie": ("僵尸网站", "zombie"),
    "unreachable": ("打不开", "unreachable"),
    "unknown": ("无法判断", "unknown"),
    "pass": ("合格", "pass"),
    "fail": ("不合格", "fail"),
    "blocked": ("拒绝访问", "blocked"),
    "suspended": ("停用", "suspended"),
    "done": ("完成", "done"),
    "failed": ("失败", "failed"),
    "interrupted": ("中断", "interrupted"),
}
VERDICT_REASONS: dict[str, tuple[str, str]] = {
    "site.unreachable": ("首页打不开", "the home page does not open"),
    "site.home_stale": ("首页2周没有新信息", "nothing new on the home page for two weeks"),
    "columns.stale_many": ("{count}个栏目逾期未更新", "{count} columns are silent"),
    "columns.overdue_many": ("{count}个栏目长期未更新", "{count} columns are long overdue"),
    "columns.empty_many": ("{count}个空白栏目", "{count} columns are blank"),
    "columns.all_silent": (
        "应更新的{count}个栏目全部停更或空白",
        "all {count} columns that promise updates are silent or blank",
    ),
    "site.blocked": ("网站拒绝程序访问", "the portal declines programs"),
    "site.suspended": ("网站声明停用或改版", "the site says it is suspended"),
    "interaction.unanswered": ("留言超过3个月未答复", "messages unanswered for more than three months"),
    "dates.forged": ("发布日期不实", "publication dates are not true"),
    "score": ("已知扣分项评分{score}分", "{score} points by the deductions that are known"),
}
MISSING: dict[str, tuple[str, str]] = {
    "patrol": ("尚未巡查", "no patrol yet"),
    "home_page": ("首页没有读到", "the home page was not read"),
    "columns": ("没有读到任何栏目", "no column was read"),
    "home_news": ("首页没有可读的信息列表", "no list of news could be read on the home page"),
    "whole_patrol": ("没有完整的巡查", "no complete patrol"),
}
# The words in which the parsers put a check, for those who read no codes.
CHECK_WORDS: dict[str, tuple[str, str]] = {
    "natural_person": ("自然人", "natural persons"),
    "business": ("商业企业", "companies"),
    "research": ("科研机构", "research institutes"),
    "social": ("社会公益组织", "social organisations"),
    "legal_service": ("法律服务机构", "law firms"),
    "total": ("总计", "total"),
    "new": ("新收", "new"),
    "carried_in": ("上年结转", "carried in"),
    "closed": ("办结", "closed"),
    "carried_out": ("结转下年", "carried out"),
    "stated": ("文中为", "stated"),
    "difference": ("相差", "difference"),
    "text": ("正文", "text"),
    "table": ("表格", "table"),
    "column": ("列", "column"),
    "result rows add up to": ("各类结果相加为", "results add up to"),
    "requests.received": ("收到申请", "requests received"),
    "requests.answered": ("答复申请", "requests answered"),
    "consultations.total": ("咨询总数", "consultations"),
    "proactive.count": ("主动公开", "published"),
    "proactive.cumulative": ("历年累计公开", "published so far"),
    "reconsideration": ("行政复议", "reconsideration"),
    "reconsideration.total": ("行政复议", "reconsiderations"),
    "litigation.total": ("行政诉讼", "lawsuits"),
    "litigation.direct": ("未经复议直接起诉", "lawsuits without reconsideration"),
    "litigation.after_review": ("复议后起诉", "lawsuits after reconsideration"),
    "answered": ("答复", "answered"),
    "other": ("其他", "others"),
    "received": ("收到", "received"),
}
