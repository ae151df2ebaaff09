"""The marks of walls, in headers, cookies, markup and words, and the parts that a wall's own words are made of."""

import re

# (reason, header names, cookie names): marks that stand in the headers whatever the status is.
HEADER_MARKS: tuple[tuple[str, str, str], ...] = (
    ("加速乐", "x-via-jsl", r"__jsl(?:uid|_clearance)"),
    ("瑞数", "", r"FSSBBIl1UgzbN7N80[ST]|[A-Za-z0-9]{12,14}80[STP]="),
    ("网宿 WZWS", "wzws-ray", r"wzws_(?:cid|sessionid)"),
    ("安全狗", "", r"safedog[\w-]*="),
    ("云锁", "", r"(?:security_session|yunsuo)[\w-]*="),
    ("华为云 WAF", "", r"HWWAFSES(?:ID|TIME)"),
    ("创宇云防御", "x-cloud-defense", r"__yjs|yunaq"),
    ("Cloudflare", "cf-mitigated", r""),
    ("阿里云 WAF", "bxpunish", r"acw_sc__v[23]"),
    ("OpenRASP", "x-protected-by", r""),
    ("节点防护", "", r"\bguard=|ge_js_validator|C3VK="),
    ("AWS WAF", "x-amzn-waf-action", r"aws-waf-token"),
)
# (reason, pattern): challenges that stand in the body, whatever the status is.
_CRAWLER = r"(?:爬虫|(?:采集|抓取|扫描)(?:工具|软件|程序|器|脚本)|机器人(?:程序|访问|抓取)|自动化(?:程序|工具|脚本|访问)|恶意(?:采集|抓取|扫描|访问|请求|刷)|采集(?=[^\u4e00-\u9fff]|$))"
_ENGLISH = (
    r"(?:your|this) (?:request|ip|access|visit|connection|session|network|traffic)\b[^.\n]{0,50}(?:recorded|logged|blocked|banned|suspicious|flagged|automated|rejected|refused|blacklisted|limited)|illegal (?:operation|access|request|visit)|forbidden by (?:administrative )?rules?|(?:logged in|signed in|authorized) to (?:view|access|see)|(?:not|n't|un\w+|restricted|blocked)\b[^.\n]{0,40}your (?:country|region|location|area)\b|only[^.\n]{0,40}mainland|not available (?:in|to|for) (?:your|visitors|users)|request (?:has been |was )?(?:blocked|rejected|denied)|web page blocked|unusual traffic|verif(?:y|ying) (?:that )?you are (?:a )?human|human verification|you have been blocked|think you (?:were|are) a (?:ro)?bot|pardon our interruption"
    r"|(?:you are|you're) (?:a )?human|not a (?:ro)?bot|prove (?:that )?you|type the (?:characters|letters|text|code|words)|drag the (?:slider|puzzle)|slide to (?:verify|unlock|continue|complete)|verifying (?:your )?(?:browser|connection|request)|are you (?:a )?(?:human|(?:ro)?bot)\b(?! \w)|solve the (?:puzzle|following|problem)|suspicious (?:activity|traffic|request)|access to this page has been denied|mod_security|isn't available in your (?:region|country)|please solve this captcha|enable JavaScript (?:and (?:cookies|refresh|reload)|to view)|checking (?:if the site|your browser)|website firewall"
    r"|access denied.{0,200}reference\s*(?:#|&#35;)|attack(?:s)? (?:detected|blocked)|(?:security|bot) (?:check|verification|challenge)|complete the (?:check|security|captcha)|press (?:and|&(?:amp;)?) hold|automated (?:\w+ )?(?:access|request|quer|traffic|tool|client)|(?:try|come) (?:again )?(?:with|using|from) (?:a|another|your|the) (?:web )?browser|not available in your (?:region|country|area)|(?:access|you)[^.]{0,40}(?:has been|have been|is|are) (?:temporarily )?(?:limited|restricted|banned)|bots? (?:is|are) not|(?:ro)?bot (?:detected|activity)|rate.?limit|\A\W{0,40}slow down\W{0,9}\Z|malicious|hacking|too many requests|unusual activity|blocked by|only (?:open|available|accessible) (?:to|from|in|within)|access (?:is |was )?(?:denied|forbidden|restricted)(?! for)"
)
VENDORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("瑞数", re.compile(r"\$_ts\s*=|\$_ts\[|FSSBBIl1UgzbN7N80")),
    ("加速乐", re.compile(r"__jsl_clearance|document\.cookie\s*=\s*\(?['\"_]+(?:\s*\+\s*['\"_]+)*.{0,40}jsl", re.S)),
    ("网宿 WZWS", re.compile(r"WZWS[-_](?:RAY|CONFIRM)|wzwschallenge", re.I)),
    ("安全狗", re.compile(r"safedog|网站防火墙.{0,80}(?:拦截|安全狗)|您的请求带有不合法参数", re.S | re.I)),
    ("云锁", re.compile(r"yunsuo|云锁|security_verify_data", re.I)),
    ("创宇云防御", re.compile(r"创宇(?:云防御|盾)|知道创宇|365cyd|yunaq\.com", re.I)),
    ("360 网站卫士", re.compile(r"wangzhan\.360|网站卫士|360wzb")),
    ("阿里云 WAF", re.compile(r"acw_sc__v[23]|errors\.aliyun\.com|aliyun_?waf|_waf_bd|_____tmd_____|x5secdata")),
    ("腾讯云 WAF", re.compile(r"waf\.tencent|waf-static\.tencent|T-Sec-Waf|TencentCaptcha|EO_Bot|EO-LOG", re.I)),
    ("Cloudflare", re.compile(r"cf-browser-verification|challenge-platform/(?!scripts/jsd)|_cf_chl_opt|Just a moment\.\.\.|Attention Required!")),
    ("百度云加速", re.compile(r"yunjiasu|百度云加速.{0,60}(?:验证|拦截)|wappass\.(?:bdimg|baidu)", re.S)),
    ("节点防护", re.compile(r"/_guard/\w{1,20}\.js|ge_js_validator|\bC3VK=|/uewaf_|__test=.{0,80}slowAES|slowAES.{0,80}__test=", re.S)),
    ("F5", re.compile(r"requested URL was rejected|your support ID is|/TSPD/|TSPD_101", re.I)),
    ("Imperva", re.compile(r"_Incapsula_Resource|Incapsula incident", re.I)),
    ("雷池", re.compile(r"/\.safeline/|safeline|slg-(?:bg|title)", re.I)),
    ("宝塔", re.compile(r"btwaf|bt-waf|宝塔(?:网站)?防火墙|huadong_[0-9a-f]", re.I)),
    ("Akamai", re.compile(r"errors\.edgesuite\.net|bm-verify", re.I)),
    ("机器人防护", re.compile(r"px-captcha|captcha-delivery\.com|ddos-guard|distil_r", re.I)),
    ("AWS WAF", re.compile(r"awswaf|gokuProps|aws-waf-token")),
)  # fmt: skip
# What a wall says to its visitor.
WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("防火墙", re.compile(_ENGLISH, re.I | re.S)),
    ("验证码", re.compile((
        r"完成[^。！\n]{0,8}(?:拼图|验证|挑战|校验)[^。！\n]{0,6}(?:继续|进入|访问|浏览|打开)|(?:(?<![\u4e00-\u9fff])|(?<=正在)|(?<=进行)|(?<=您的))(?:访问|浏览器?|网络|运行|客户端|设备)?(?:环境|浏览器|安全|身份|访问|访客|人机|客户端|设备)(?:检[测查]|校验|验证|核验|识别|评估)(?:正在)?(?:进行)?中(?=\W|$)|(?:点[击选]|选[择出]|找出)(?:下|上|出)?图[中片]?[^。！\n]{0,10}(?:文字|汉字|字符|图形|物体|图标)|请(?:输入|完成|进行)(?:下方|图片|滑动|人机|安全)?的?验证码?.{0,30}(?:访问|继续)|(?:访问"
        r"|操作)过于频繁|异常(?:访问|流量).{0,40}验证|人机(?:身份|交互)?(?:[验校]验?证?|识别|检测|核验|认证)|(?:滑动|滑块|拼图|访问)验证|拖动.{0,8}滑块"
        r"|(?:按住|拖动|滑动).{0,8}滑块|滑块.{0,8}(?:拖动|滑动)|不是机器人|访客验证|输入.{0,4}(?:图中|图片中|下图|右侧|下方|上图).{0,4}(?:字符|数字|文字|验证码)"
        r"|完成.{0,8}验证.{0,8}(?:访问|继续)|验证.{0,6}(?:后|才能|方可).{0,6}(?:访问|继续|浏览)|点击.{0,4}完成验证|(?:依次|按顺序|顺序)点[击选]|(?:拖动|滑动|旋转|按住|勾选|选[出择]|按顺序|依次|向[左右])[^。！\n]{0,14}(?:拼图|滑块|图片|图中|按钮|方块|角度|滑条)|证明[您你]是|请输入验证码|(?:确认|验证|证明|判断|核实|检测)[^。！\n]{0,6}(?:您|你|访问者|访客|操作者)[^。！\n]{0,4}(?:真人|人类|真实用户|正常用户|本人操作|机器)|(?:安全|访问|浏览器|人工)[验校]验?证?(?:中|页面|…|\.{3})|按住[^。！\n]{0,6}按钮|把?图片?[^。！\n]{0,4}(?:转正|旋转)|点[选击][^。！\n]{0,10}(?:所有|全部|包含)[^。！\n]{0,10}图|点[选击][^。！\n]{0,6}图[中片][^。！\n]{0,4}(?:所有|全部|每)"
        r"|(?:计算|回答|答对|答题|作答|算[出对]|填写|选[对择])[^。！\n]{0,16}(?:后|才|方可|即可|以)[^。！\n]{0,6}(?:继续|访问|浏览|进入网?站|查看网?页)|(?:验证|检[测查]|校验)(?:通过|完成|成功)?(?:之?后|完毕)[^。！\n]{0,6}(?:自动)?(?:跳转|进入|打开|加载|显示)|(?:点击|按下)[^。！\n]{0,8}(?:证明|确认|表明)[^。！\n]{0,6}(?:人|机器)|正在.{0,6}(?:验证|校验).{0,8}(?:访问|请求|身份|连接|浏览器)"
    ), re.S)),
    ("防火墙", re.compile((
        r""
        rf"{_CRAWLER}[^。！\n]{{0,12}}(?:不予|谢绝|不允许|不欢迎|禁止|拒绝|关闭)|(?:禁止|拒绝|谢绝|不允许|不欢迎|请勿|请关闭|防)(?:使用|任何|通过|以|用|利用)*[^。！\n，,]{{0,8}}{_CRAWLER}"
        r"|(?:出于|因|由于|基于)[^。！\n，,]{0,4}安全(?:考虑|原因|策略|需要|因素|起见)"
        r"|(?:SQL|防|尝试|进行|参数|通用)[^。！\n，,]{0,4}注入|(?:含有?|带有|包含|存在|有|提交)[^。！\n，,]{0,8}(?:非法|不合法|敏感|危险|可疑|不允许的|特殊|恶意)(?:的)?(?:字符|字符串|参数|内容|关键[字词]|词|代码|脚本|请求|特征)"
        r"|[您你]的?(?:IP|操作|访问|地址)[^。！\n]{0,20}(?:已被|被|已经?)[^。！\n]{0,4}记录|[您你](?:已|被|已被)[^。！\n]{0,6}(?:列入|加入|拉入)[^。！\n]{0,10}名单|(?:防火墙|CC防[御护]|安全防护)[^。！\n]{0,20}(?:继续(?:浏览|访问)|点击)"
        r"|(?:您的)?(?:访问|请求)(?:已)?被(?:管理员|系统|防火墙|网站防火墙|WAF)?(?:设置)?(?:拦截|阻断|拒绝"
        r"|禁止)|Web应用防火墙|web application firewall|可能(?:存在|对网站造成)(?:安全)?(?:威胁|攻击)|攻击行为"
        r"|[您你]已?被[^。！\n]{0,6}(?:限制|禁止|封禁|拉黑|拦截|拒绝)|IP.{0,12}(?:黑名单|被封|封禁|限制访问)|疑似.{0,4}攻击|攻击特征|拦截提示"
        r"|您的?(?:IP|访问|请求|操作|行为)[^。！\n]{0,40}(?:拦截|阻断|阻止|受限|封禁|触发)"
        r"|(?:爬虫|机器人程序|自动化(?:程序|工具|脚本))[^。！\n]{0,16}(?:禁止|拒绝|限制|拦截)"
        r"|(?:开启|启用|允许|打开)\s*(?:浏览器的?)?\s*(?:JavaScript|Cookies?).{0,12}(?:刷新|访问|继续)|(?:正在|检查中?|检测).{0,6}您的浏览器|(?:(?<![\u4e00-\u9fff])|(?<=正在)|(?<=进行)|(?<=网站))(?:安全|访问|浏览器)(?:安全)?检[查测](?:中(?!心)|页面|…|\.{3})"
    ), re.I | re.S)),
    ("访问过于频繁", re.compile(r"(?:访问|请求|操作|点击|刷新)[^。！\n]{0,6}(?:过于频繁|频繁|过快|太快|过高|太高|过多|太多|次数过多)|(?:次数|频率|流量|频次)[^。！\n]{0,6}(?:超过|超出|超限|达到|上限|太高|过高)|触发.{0,6}限流|(?:频率|频次|次数|速率)(?:受到)?限制")),
    ("地区或地址限制", re.compile((
        r"(?:境外|海外|国外)[^。！\n]{0,6}访问[^。！\n]{0,4}(?:受限|限制|禁止)|(?:境外|海外|国外|非中国大陆)[^。！\n]{0,12}(?:不能|无法|禁止|限制|暂不|不予|不支持|暂停)[^。！\n]{0,8}访问"
        r"|(?:只|仅)(?:对|向|面向|供)[^。！\n]{0,10}(?:大陆|境内|国内|中国|政务外网|内网)[^。！\n]{0,10}(?:开放|访问|用户|使用)"
        r"|(?:网络|访问)环境[^。！\n]{0,6}(?:风险|异常|不安全)|(?:IP|地址)[^。！\n]{0,4}(?:属于|来自)[^。！\n]{0,2}(?:境外|海外|国外)"
        r"|所在(?:的)?(?:地区|国家|区域)[^。！\n]{0,10}(?:不能|无法|禁止|限制|暂不|不支持|不提供|无权)|请?使用[^。！\n]{0,6}(?:大陆|境内|国内)[^。！\n]{0,4}(?:网络|IP|地址)"
        r"|(?:仅限|只允许|仅允许|仅支持|仅供)[^。！\n]{0,10}(?:境内|国内|大陆|内网|政务外网|IP)[^。！\n]{0,8}访问"
        r"|IP[^。！\n]{0,12}(?:不在|未在|不属于)[^。！\n]{0,10}(?:允许|授权|许可|白名单)|access from your (?:country|region|ip)|only (?:accessible|available) (?:from|in|within)"
    ), re.I)),
)  # fmt: skip
# The parts of what no list holds: whose doing it was, what is wrong with it, what was done, and under what number.
WHO = re.compile(
    r"(?:您|你)(?:当前|本次|所在|现在)?的?\s*(?:IP|访问(?=[^的]{0,10}(?:被|存在|已|行为|频))|网络|浏览器|设备|终端)|判定您|(?:您|你)的\s*(?:IP|访问|请求|操作|行为|网络|浏览器|设备|终端|环境|连接|会话)|(?:当前|本次|此次|该次)(?:的)?(?:IP|访问|请求|操作|会话|连接|行为)|检测到[^。！\n]{0,10}(?:访问|请求|流量|行为|程序|攻击|操作|工具)|(?:访问|请求)(?:行为)?(?:存在|异常|受限|已?被|疑似|包含|含有|命中|触发|已终止)|非正常访问",
    re.I,
)
# The visitor's, or at hand: what was done to it says enough.
YOURS = re.compile(
    r"(?:您|你)(?:的|已|被|提交|请求|没有通过|未通过|当前|所|访问)|(?:该|此|本次|这次|来自)(?:请求|访问|操作|会话|IP|连接)|(?:来源|客户端|访问者|来访者|用户)(?:IP|地址)|IP(?:地址)?\s*[:：]?\s*\d|发现[^。！\n]{0,6}(?:攻击|扫描)",
    re.I,
)
WRONG = re.compile(
    r"越权|敏感(?:字|词|内容)|非法字符|不合法|不允许的|入侵|特征|可疑|机器(?:访问|行为|请求)|异常|攻击|威胁|恶意|危险|风险|爬虫|机器人|自动(?:化)?程序|不安全|非正常|非法(?:请求|访问|操作)|注入|违规|安全(?:策略|规则|检[测查]|验证|防护|网关|中心|系统)|云?防护|防火墙|WAF|云盾|盾\b",
    re.I,
)
DONE = re.compile(
    r"拦截|阻断|阻止|拒绝|禁止|限制|封[禁锁停]|终止|拉黑|黑名单|已?记录|屏蔽|受限|解封|中断|未通过|误[报判拦]|申诉|稍[候等]|点[击选]|验证"
)
ACCESS = re.compile(r"访问|请求|IP|浏览器|流量|抓取|网站|连接", re.I)
NUMBER = re.compile(
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|流水号|(?:事件|请求|拦截|追踪|跟踪|日志|访问|防护|攻击|规则)\s*(?:ID|编号|号|标识|UUID)|(?:event|request|trace|ray|incident|support|reference|block)[\s_-]*(?:id|#|no|number)\b|uuid",
    re.I,
)
# What a visitor is asked to do stands in the markup, whatever the words are.
CONTROL = re.compile(
    r"<[^<>]*\b(?:src|id|class|action|name|data-sitekey|onload)\s*=\s*[\"']?[^\"'<>]*(?:captcha|challenge(?!-platform/scripts/jsd)|_guard|btn-?verify|verify-?b|slide-?(?:block|bar|box)|puzzle|geetest|/gt\d?\.js|yidun|dun\.163|AWSC|nocaptcha|turnstile|vcode|v(?:erify|alidate)[-_]?(?:code|img|slide|box)|check_?code|verif(?:y|ication)[/._?-]|__verify|bot-?(?:check|detect)|slider?-?(?:verify|captcha|check)|/waf[/_.-]|antibot|anti-?spider|humancheck|yzm)",
    re.I,
)
# Who may come in with another browser, network, name or hour: for pages that say little else, and are no documents.
FENCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("浏览器限制", re.compile((
        r"浏览器[^。！\n]{0,10}(?:过低|太低|过旧|太旧|低于|不受支持|不支持|不被支持|不兼容|暂不支持)|(?:仅|只)支持[^。！\n]{0,20}(?:浏览器|内核|Chrome|谷歌|极速)|请?(?:使用|改用|更换|换用|升级|换成?)[^。！\n]{0,20}(?:浏览器|极速模式|Chrome|Firefox|火狐)[^。！\n]{0,8}(?:打开|访问|浏览|查看|重试|后)"
        r"|browser[^.\n]{0,20}(?:not supported|unsupported|out ?dated|too old)|(?:本页|本站|此页|网站|页面)[^。！\n]{0,8}(?:要求|需要?|必须)[^。！\n]{0,8}(?:开启|启用|允许|支持)[^。！\n]{0,6}(?:脚本|JavaScript|Cookie)"
        r"|(?:仅|只|须|请在|请用|请使用|请通过|请到|请前往)[^。！\n，,]{0,16}(?:微信|钉钉|支付宝|政易|政钉|客户端|APP|小程序|公众号|手机端|移动端)[^。！\n，,]{0,8}(?:打开|访问|浏览|查看|阅读)|(?:使用|改用|请用)(?:手机|移动端|移动设备)[^。！\n，,]{0,6}(?:打开|访问|浏览|查看)|在[^。！\n，,]{0,10}(?:微信|钉钉|支付宝|客户端|APP|小程序)[内中里]?(?:打开|查看|访问|浏览|阅读)(?=\W|$)"
    ), re.I)),
    ("地区或地址限制", re.compile((
        r"(?:不在|未在|超出|不属于)[^。！\n]{0,10}(?:服务|开放|允许|访问|授权)[^。！\n]{0,4}(?:区域|范围|地区|之内)|(?:请|需要?|须|应)[^。！\n]{0,6}(?:接入|连接|使用|通过|切换)[^。！\n]{0,12}(?:内网|外网|专网|局域网|VPN)"
        r"|(?:省|市|县|区|境|国|校|院)外(?:用户|网络|IP|地区|访问|访客)[^。！\n]{0,12}(?:暂|不|无法|请|限制|禁止)|(?:仅|只)(?:限|对|向|供|面向|允许)[^。！\n]{0,8}(?:省|市|县|区|境|国|校|院)内"
    ), re.I)),
    ("需要证书", re.compile((
        r"(?:client|required|valid|personal) (?:SSL |TLS )?certificate|(?:SSL|TLS|client) certificate (?:was|is|error|required|failed|verif\w+)|certificate (?:is |was )?(?:required|not (?:sent|provided|presented))"
        r"|(?:未|没有)能?(?:提供|提交|检测到|发现|识别到|安装|找到|插入|选择)[^。！\n，,]{0,8}(?:证书|U-?Key|USB-?Key|U盾|加密锁)|(?:请|需要?|须|应)[^。！\n，,]{0,12}(?:证书|U-?Key|USB-?Key|U盾|加密锁)[^。！\n，,]{0,8}(?:访问|浏览|打开|查看|重试|继续)"
        r"|(?:客户端|数字|个人|CA|SSL)证书(?:无效|已?失效|已?过期|已?被吊销|(?:验证|校验)失败|错误)"
    ), re.I)),
    ("需要登录", re.compile((
        r"(?:级别|等级|积分|权限|会员资格)[^。！\n，,]{0,6}(?:不够|不足|过低)|(?:请)?输入[^。！\n，,]{0,4}(?:访问|查看|阅读|浏览|提取)(?:密码|口令|码)|(?:仅|只)(?:限|对|向|供|面向)[^。！\n]{0,10}(?:实名|注册|会员|登[录陆]|认证|内部)[^。！\n]{0,8}(?:开放|查看|浏览|访问|阅读)"
        r"|(?:登[录陆]|会话|令牌|token|身份)[^。！\n]{0,6}(?:失效|过期|超时|已?退出)|(?:正在|即将)(?:前往|跳转|转到|进入)[^。！\n]{0,6}登[录陆]|(?:must|need to|have to|required to) (?:be )?(?:log|sign)(?:ged)?[ -]?(?:in|on)"
    ), re.I)),
)  # fmt: skip
# A wall's title, below which next to nothing is said.
TASK_TITLE = re.compile(
    r"^\W*\w{0,8}?(?:安全|人机|访问|身份|滑动|浏览器|访客|真人)(?:(?:验证|校验|认证|识别)(?:页面?|中心?)?|检[测查](?:页面?|中)?)(?:\W|$)",
    re.I,
)
# A wall's title, and nothing else.
TITLE_ALONE = re.compile(
    r"\W*(?:正在|请)?(?:进行|完成|通过)?(?:安全|人机|访问|访客|真人)(?:验证|校验|认证|检测)(?:页面?|中心?)?\W*|\W*(?:captcha|(?:security|human) (?:check|verification))\W*",
    re.I,
)
# A sum to be done: with one field, and little beside it.
SUM = re.compile(
    r"\d{1,3}\s*(?:[+＋×xX*÷－-]|加|减|乘)\s*\d{1,3}\s*(?:[=＝?？]|等于|是多少|的结果)|(?:what is|solve:?) \d+ ?[+x*-] ?\d+",
    re.I,
)
# Every wall's page of some length holds one of these: one of scripts alone shows no Chinese.
HINTS = re.compile(
    "安全狗|真人|答对|方可继续|拦截|滑块|云锁|创宇|卫士|验证|频繁|防火墙|威胁|攻击|黑名单|被封|封禁|限制访问|阻断|被拒绝|被禁止|不合法|云加速"
    "|受限|过快|太快|次数已|次数过|次数超|爬虫|机器人|境外|疑似|限流|登录后|登陆后|未登|仅限|只允许|仅允许|仅支持|您的浏览器|人机|可疑"
)
