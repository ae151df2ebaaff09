"""The words of error pages, in titles and in texts, and a cheap look for any of them."""

import re

from parsers.apology import HINTS as APOLOGY_HINTS
from parsers.apology import any_of

# A title that is nothing else: whatever stands below it, the page is an error page.
WHOLE_TITLE = re.compile(
    r"\W*(?:(?:http\s*)?(?:error|status)?\W*(?:404|500|502|503)(?:\W*(?:error|错误|出错|页面?|not\s*found|找不到(?:页面|网页)?"
    r"|页面(?:不存在|未找到|找不到|丢失)|internal server error|bad gateway|service unavailable))?"
    r"|(?:file|page|object|404)?\W*not\s*found|server\s*error"
    r"|(?:您?(?:所|要|想)?(?:访问|查找|请求|浏览|查看)的?)?(?:页面|网页|文件|文章|内容|信息|栏目|对象|站点|网站|资源)"
    r"(?:已?不存在|未找到|没有?找到|找不到|无法找到|丢失|走丢了?|不见了|已?被?删除|已失效)"
    r"|(?:找不到|无法找到|没有找到)(?:该|此|您(?:要|访问)的)?(?:页面?|网页|文件|对象|网站|站点|资源))\W*",
    re.I,
)
TITLE = re.compile(
    r"^\W*(?:not\s*found|找不到|无法找到|出错(?:了|啦)?|错误(?:页面|提示|信息)?|系统(?:错误|提示|异常)"
    r"|提示信息|信息提示|访问出错|页面错误|对不起|抱歉|error|IIS\d*(?: Windows(?: Server)?)?)\W*$"
    r"|^\W*404\W|\W404\W*(?:not found|页面|错误|找不到|$)|(?:页面|网页|文件|您访问的.{0,6})(?:未找到"
    r"|不存在|找不到|已删除|已失效)|not found|无法找到该页|服务器错误|server error",
    re.I,
)
# A statement that something of the web is gone or broken: thing, then what befell it, or the other way round. What is
# only mentioned (页面打不开等问题, 提示系统异常怎么办) goes on after it; a statement ends there.
_THING = (
    "网页|页面|该页|此页|本页|文件|附件|文档|图片|资源|内容|信息|资料|稿件|文章|新闻|主题|帖子|专题|公告|栏目|频道|目录|链接|地址|网址|网站|站点|域名|URL"
    "|记录|数据|参数|编号|ID|访问|操作|SQL语句|模块|控制器|方法|模板|程序|系统|服务器|数据库|运行时|应用"
)
_BEFELL = (
    "不存在|未找到|找不到|没有?找到|无法找到|查无(?!此[人证药])|不见了|没有了|丢失|走丢|走失|跑丢|飞走|不可用|加载失败|(?:删除|移除|撤销|撤下|撤稿|下架|屏蔽|移走|清除)|失效|无效|下线|过期|到期"
    "|出错|有误|不正确|不合法|缺失|为空|不能为空|错误|异常|繁忙|(?:还没有|尚未|没有|未)(?:发布|公开|审核|上线)|未通过审核|打不开|暂时(?:无法|不可|不能)(?:访问|使用|打开|显示|用)?|(?:无法|不能)(?:访问|显示|打开|加载|找到|浏览|查看)"
)
_STATEMENT = (
    rf"(?:访问|查找|请求|浏览|打开|查看|寻找|查询|点击)的?(?:这个|该)?(?:{_THING})[^。！？；;!?\n]{{0,12}}?(?:{_BEFELL})(?!怎么|如何|等|的?(?:问题|情况|原因|说明)|时)"
    rf"|(?<!如遇)(?<!若)(?:{_THING})(?:(?!是否|如有)[^。！？、；：:?!;\n]){{0,12}}?(?:{_BEFELL})(?:了|啦|的)?(?=$|[\s。！!，,…~～.<（(\d]|[:：]\s*\w*[\\/]|或|及|并|请|且)"
    rf"|(?<!提示)(?<!出现)(?:找不到|没有?找到|无法找到|未找到|没有(?=[该此这您])|(?:没有|无)权限?(?:访问|查看|浏览)|查无|缺少|缺失|无法加载|无法访问|无法打开|(?:(?<![\u4e00-\u9fff])|(?<=[了的有是为]))(?:非法(?!(?:访问|操作|下载|浏览|查询)[\u4e00-\u9fff]{{2}})|无效的?|错误的?))[^。！？、；，\n]{{0,10}}?(?:{_THING})(?=$|[\s。！!，,…~～.:：<（(\d]|或|及|并|请)"
)
_ENGLISH = (
    r"\b(?:page|file|resource|url|article|document|content|site)\b.{0,40}?(?:not|n't) (?:be )?(?:found|available|exist)"
    r"|\b(?:page|article|content|file)\b.{0,30}?no longer (?:exists?|available)|(?:couldn't|could not|can't|cannot) find (?:what|the|that|this|your)"
    r"|page you(?:'re| are| were|'ve| have)? (?:looking for|request|try|tried|visit)|(?:removed|deleted), (?:had|or) |temporarily unavailable"
    r"|(?:file|page|record|article|id) (?:does not|doesn't|did not) exist|invalid (?:id|parameter|request|url)|missing (?:id|parameter)"
    r"|\b(?:40\d|50\d) (?:forbidden|bad request|not found|method not allowed|internal server|bad gateway|service unavailable|gateway time)"
    r"|cannot be displayed|(?:page|article|file|content) has been (?:deleted|removed)|发生(?:未知|内部|系统)?错误|未知错误"
    r"|not found on this server|object not found|file not found|something went wrong|whitelabel error page|internal server error"
    r"|HTTP\s*(?:错误|Error|Status)?\s*[-–—]?\s*(?:404|500)|404\s*(?:not found|错误|[-–—]|页面|error|page)|error\s*(?:code)?\W{0,2}404"
    r"|could(?:n't| not) be located|has gone away|(?<=\w)DoesNotExist\b|nothing (?:to see|found|here|was found)\b|wandered off|(?:page|link|article) (?:has|have) (?:been )?(?:moved|expired)|^\W*no such \w+\W*$|an (?:unexpected )?error (?:has )?occurred"
    r"|directory listing denied|does not allow contents to be listed|no action mapped for|(?:entry|item) not found\b|cannot (?:get|post) /"
    # Portals keep versions in other languages.
    r"|찾을 수 없|존재하지 않|не найден|غير موجود|لم يتم العثور|не существует|[见見]つかりません|削除されました|introuvable|non trouvée|no encontrad[ao]"
)
_DEFAULT = (  # a server that nobody has put a site on
    r"No input file specified|default (?:web )?page|Welcome to (?:nginx|openresty|tengine|caddy|centos|fedora|ubuntu|debian|apache|tomcat|jboss|wildfly|jetty|lighttpd|glassfish|web ?logic|websphere|tongweb|resin|xampp|wamp|lnmp|iis)\b|It works!|IIS(?:7|8| Windows)|successfully installed (?:Apache )?Tomcat"
    r"|(?:站点|网站)[^。\n]{0,6}创建成功|(?:站点|网站)已?成功(?:创建|搭建|开通)|(?:没有|无)默认(?:页|文档)|没有找到(?:对应的)?站点|test page (?:for|powered)|used to test the proper operation|恭喜[^。\n]{0,12}安装成功"
)
_BROKEN = (  # what programs say when they break
    r"(?:Warning|Fatal error|Parse error|Notice|Deprecated)\s*:.{1,200}?\bon\s+line\s+\d+|Fatal error:.{1,200}?:\d+|Stack trace:|failed to open stream|failed opening required|Uncaught (?:\w+)?(?:Error|Exception)|open_basedir restriction|ORA-\d{5}|SQLSTATE\["
    r"|\b(?:[a-z]+\.)+[A-Z]\w*(?:Exception|Error)\b|\b\w{3,}Exception\b|(?:错误|error)\s*'[0-9a-f]{8}'|You have an error in your SQL"
    r"|Server Error in|Traceback \(most recent|Unable to process|Undefined (?:index|variable|offset)|Call to (?:a member function|undefined)"
    r"|用户\s*['‘’\"][^'‘’\"]{1,30}['‘’\"]\s*登录失败|数据库[^。！\n]{0,6}(?:连接|链接|打开|访问)?[^。！\n]{0,4}(?:失败|出错|错误|异常)|建立连接时出现|template error|模板引擎错误|模板[^。！\n]{0,4}(?:解析|编译|渲染|加载)(?:失败|出错|错误|异常)|could not establish the connection|cannot get (?:a )?(?:jdbc )?connection|pool error|no healthy upstream|Unknown column|Table '[^']{1,60}' doesn't exist|DBNETLIB|SQLException|\(0x8[0-9a-f]{7}\)|SQL Server 不存在|Template\w+(?:Exception|Error)"
    r"|can't connect to|connection refused|too many connections|lost connection|access denied for user|link failure|无法连接|未将对象引用设置到|未经?处理的异常|TNS[: ]|ASP\s*0\d{3}\b|SRVE\d{4}E"
)
_SOLD = (  # the name, or the room, is no longer the organ's
    r"域名.{0,12}(?:出售|转让|已过期|已到期|未续费)|(?:domain|name).{0,30}(?:is|may be) for sale|buy this domain|domain (?:has expired|is parked)"
    r"|parked (?:for )?(?:free|domain)|account (?:has been )?suspended|(?:空间|主机|服务器)已被?(?:关闭|停止|暂停|到期|过期)"
    r"|(?:未|没有)(?:进行|取得)?(?:ICP)?备案|(?:网站|域名|站点)[^。\n]{0,10}未(?:根据|完成|办理|依法)[^。\n]{0,20}备案|因?欠费[^。\n]{0,6}(?:停|关)"
)
PROGRAM = re.compile(_BROKEN, re.I)
STATEMENT = re.compile(_STATEMENT, re.I)
WORDS = re.compile("|".join((_STATEMENT, _ENGLISH, _DEFAULT, _BROKEN, _SOLD)), re.I)
# Every text that one of the above finds something in holds one of these, in simplified characters and small letters.
_CHINESE_HINTS = (
    "不存在", "找不到", "未找到", "没有找到", "没找到", "法找到", "查无", "丢失", "走失", "不正确", "不合法", "未审核", "未通过审核", "撤稿", "打不开", "移走", "清除",
    "无法加载", "无法浏览", "无法查看", "不能显示", "不能打开", "不能加载", "不能找到", "不能浏览", "不能查看", "繁忙", "异常", "走丢", "飞走", "不见了", "删除", "移除", "撤销", "撤下", "下架",
    "屏蔽", "失效", "无效", "下线", "过期", "到期", "未续费", "出错", "有误", "错误", "无法访问", "无法显示", "无法打开", "不能访问", "暂时无法",
    "暂时不可", "暂时不能", "未发布", "尚未发布", "对不起", "抱歉", "非法", "系统提示", "提示信息",
    "信息提示", "数据库", "域名", "空间已", "主机已", "服务器已", "未备案", "未进行", "未取得", "没有备案", "没有进行", "没有取得", "没有icp", "未icp", "缺失", "为空", "缺少", "没有发布", "没有公开", "没有审核", "没有上线",
    "未公开", "未上线", "没有该", "没有此", "没有这", "没有您", "无权", "没有权", "没有了", "跑丢", "不可用", "加载失败",
    "站点创建成功", "无法连接", "无此", "无该", "찾을", "غير", "يتم", "найден", "существует", "つかりません", "削除されました", "默认页", "默认文档", "找到站点", "对应的站点", "未将对象", "未根据", "未完成", "未办理", "未依法", "欠费",
)  # fmt: skip
_HINTS = (
    *_CHINESE_HINTS, "404", "500", "502", "503", "found", "error", "input file", "default page", "default web page", "nginx",
    "it works", "iis", "exist", "wrong", "warning", "notice", "stack trace", "java.lang", "ora-", "sqlstate", "for sale",
    "domain", "suspended", "parked", "welcome to", "available", "couldn't find", "could not find", "can't find", "cannot find", "no longer",
    "successfully installed", "looking for", "request", "try", "tried", "visit", "removed,",
    "deleted,", "invalid", "missing", "forbidden", "bad request", "not allowed", "internal server", "gateway", "unavailable", "deprecated",
    "exception", "unable to", "traceback", "cannot be displayed", "has been deleted", "has been removed", "undefined", "call to",
    "be located", "gone", "unknown column", "doesn't exist", "dbnetlib", "sqlexception", "(0x8", "成功创建", "成功搭建", "成功开通", "创建成功", "模板引擎", "doesnotexist", "nothing", "wandered", "moved", "expired", "no such", "occurred", "登录失败", "连接时出现", "template error", "安装成功", "析失败", "译失败", "渲染失败", "pool error", "upstream",
    "찾을 수 없", "존재하지 않", "introuvable", "non trouv", "no encontrad", "directory listing", "open_basedir", "contents to be listed", "action mapped", "cannot get /",
    "cannot post /", "connect", "too many", "access denied", "link failure", "test page", "proper operation", "tns:", "tns ", "asp", "srve",
)  # fmt: skip
# Without re.I: the engine then skips by first letters, which is thirty times faster.
ANY_CHINESE_HINT, ANY_HINT = any_of((*_CHINESE_HINTS, *APOLOGY_HINTS)), any_of((*_HINTS, *APOLOGY_HINTS))
