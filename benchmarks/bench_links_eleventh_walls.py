"""The walls of the eleventh batch: with the marks of their makers, without, and where they send to."""

Wall = tuple[str, int, dict[str, str]]  # body, status, headers; "title|main part" is put on a page of its own

# fmt: off
# With the marks of their makers.
MARKED: dict[str, tuple[Wall, ...]] = {
    "wall: Knownsec": (
        ("<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_clearance')+'=1690000000.42|-1|'+(+[])+'kd%3D;max-age=3600;path=/';location.href=location.pathname+location.search</script>", 521, {"Server": "nginx", "Set-Cookie": "__jsluid_h=0a7e; max-age=31536000; path=/; HttpOnly", "X-Via-JSL": "4e1,-"}),
        ("知道创宇云防御|<h2>请求已被云防御拦截</h2><p>当前访问因疑似攻击行为被创宇盾阻断，如有疑问请联系网站管理员。</p><p>事件ID：c20f-7711</p>", 403, {"X-Via-JSL": "c1,-"}),
        ("访问验证|<p>创宇盾：为确认您是正常用户，请完成下方验证</p><div id=captcha-box></div>", 403, {"Set-Cookie": "__jsluid_s=ee; path=/"}),
    ),
    "wall: Aliyun": (
        ("405|<div class=block_message><h2>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h2><p>您的请求ID是：76b20f7d</p></div><img src=https://errors.aliyun.com/images/TB1.png>", 405, {"Server": "Tengine", "Set-Cookie": "acw_tc=76b2; path=/"}),
        ("<html><script>var arg1='7F4D3A9C21E08B';var _0x4818=['\\x77\\x71'];function setCookie(n,v){document.cookie=n+'='+v+';path=/';}function reload(x){setCookie('acw_sc__v2',x);document.location.reload();}setTimeout(function(){reload(arg1)},2)</script></html>", 200, {"Set-Cookie": "acw_tc=1a; path=/; HttpOnly"}),
        ("<!doctype html><html><head><title>验证码拦截</title></head><body><div id=nocaptcha></div><p>亲，请拖动下方滑块完成验证</p><script src='https://g.alicdn.com/AWSC/AWSC/awsc.js'></script></body></html>", 200, {"Server": "Tengine"}),
    ),
    "wall: Tencent": (
        ("腾讯云 WAF|<h1>您的请求可能存在威胁，已被网站管理员设置的策略拦截</h1><p>UUID：5f1e-8840</p>", 403, {"Server": "stgw"}),
        ("<!DOCTYPE html><html><head><title>Restricted Access</title></head><body><h1>Restricted Access</h1><p>Your request has been blocked by the security policy.</p><p>EdgeOne Request ID: 12882</p></body></html>", 567, {"Server": "TencentEdgeOne", "EO-LOG-UUID": "12882"}),
        ("<!DOCTYPE html><html><body><script src='https://captcha.gtimg.com/TCaptcha.js'></script><p>人机验证，请点击按钮完成</p><button id=TencentCaptcha>验证</button></body></html>", 200, {}),
    ),
    "wall: Huawei": (("访问拦截|<h2>您的请求疑似攻击行为！</h2><p>如果您是网站管理员，请前往Web应用防火墙控制台查看防护日志。</p><p>事件ID：02-0000-18</p>", 418, {"Server": "CloudWAF", "Set-Cookie": "HWWAFSESID=99a; path=/"}), ("<script>var hw=1;document.cookie='HWWAFSESTIME='+new Date().getTime()+';path=/';window.location.reload();</script>", 200, {"Server": "CW", "Set-Cookie": "HWWAFSESID=a1; path=/"})),
    "wall: Baidu": (("百度智能云|<p>该请求被 Web 应用防火墙拦截</p><p>请求 ID：bd-20331</p>", 403, {"Server": "yunjiasu"}), ("请稍候|<h1>浏览器安全检查</h1><p>正在检查您的浏览器，5 秒后自动跳转至目标页面</p><p>百度云加速</p>", 503, {"Server": "yunjiasu-nginx"})),
    "wall: 360 and Qianxin": (("网站卫士|<h2>当前网址访问受限</h2><p>您的访问触发了360网站卫士的防护规则</p>", 403, {"X-Powered-By-360WZB": "wangzhan.360.cn", "WZWS-RAY": "114-1690"}), ("安全域|<p>奇安信网站卫士：您的IP存在异常访问行为，已被限制</p>", 493, {"Server": "qianxin-waf", "WZWS-RAY": "1141"}), ("<script>eval(function(){document.cookie='wzws_cid=7f4;path=/';location.reload()}())</script>", 200, {"Set-Cookie": "wzws_cid=0; path=/", "WZWS-RAY": "1125-169"})),
    "wall: Chaitin": (("已拦截|<h1>请求存在威胁，已被拦截</h1><p>安全检测能力由 长亭雷池 WAF 提供</p><p>EVENT ID: 9a1b3c</p>", 403, {}), ("客户端安全检测|<p>正在确认你是不是机器人，请稍候</p><p>安全检测能力由 雷池 WAF 提供</p><script src='/.safeline/static/js/challenge.js'></script>", 468, {"Set-Cookie": "sl-challenge-server=local; path=/"})),
    "wall: DBAppsecurity": (("玄武盾|<h2>您的访问已被玄武盾拦截</h2><p>访问IP：203.0.113.20　拦截编号：20230714093301</p>", 403, {"Server": "XWD"}), ("明御|<p>明御Web应用防火墙提醒您：当前请求包含攻击特征，已被阻断</p>", 405, {})),
    "wall: NSFOCUS and Venus": (("WAF|<p>绿盟WAF：您的请求因含有非法内容被阻断</p><p>ID: 10000021</p>", 403, {"Server": "NSFOCUS"}), ("天清WAF|<p>您提交的请求存在风险，天清Web应用安全网关已将其阻断</p>", 403, {})),
    "wall: Sangfor and Topsec": (("访问被拒绝|<h3>深信服提示：网站防护</h3><p>您当前访问的页面包含攻击风险，已被管理员禁止</p>", 403, {}), ("天融信|<p>天融信Web应用防火墙：访问行为触发规则 1030，请求被拒绝</p>", 403, {})),
    "wall: safedog and yunsuo": (("网站防火墙|<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p><p>如何解决：如系误报，请联系网站管理员</p><!-- safedog -->", 403, {"X-Powered-By": "WAF/2.0", "Set-Cookie": "safedog-flow-item=3; path=/"}), ("云锁|<p>您的访问被云锁拦截，攻击来源已记录</p>", 403, {}), ("<script>function YunSuoAutoJump(){self.location=self.location.href+'?security_verify_data='+'313932302c31303830'}setTimeout('YunSuoAutoJump()',50)</script>", 200, {"Set-Cookie": "security_session_verify=f01; path=/; HttpOnly"})),
    "wall: panels": (("宝塔网站防火墙|<h1>您的请求带有不合法参数，已被宝塔网站防火墙拦截</h1><p>如果您是网站管理员，请登录宝塔面板查看日志</p>", 403, {}), ("<!DOCTYPE html><html><head><title>人机验证</title></head><body><p>此为人机校验，请勿关闭浏览器，验证通过后自动进入</p><p>堡塔云WAF</p><script>setTimeout(function(){location.href='/huadong_296d626f.js?id=1'},900)</script></body></html>", 200, {}), ("D盾|<p>D盾拦截：访问的地址含有注入特征</p>", 403, {})),
    "wall: Ruishu": (
        ("<!DOCTYPE html><html><head><meta charset='utf-8'><meta id='9DhefwqGPrzGxEp9hPaoag' content='{qqqr0k' r='m'><script type='text/javascript' r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=51077;$_ts.cd='qEyx';</script><script src='/a3Fq1n/8s2.c1d.js' r='m'></script></head><body></body></html>", 412, {"Set-Cookie": "FSSBBIl1UgzbN7N80S=5b; path=/; HttpOnly"}),
        ("<html><head><script r='m'>$_ts=window['$_ts'];$_ts.cd='aa';</script><script src='/xl/7.js' r='m'></script></head><body></body></html>", 202, {"Set-Cookie": "NOh8RTWx6K2dS=60; path=/; HttpOnly"}),
        ("", 412, {"Server": "******"}),
    ),
    "wall: CDNs": (("访问禁止|<p>您的访问被网宿WSS拦截，请联系站点管理员</p>", 403, {"Server": "WS-web-server"}), ("403|<p>白山云 · 访问已被边缘安全策略阻断</p>", 403, {"X-Ser": "BC12_dx"}), ("天翼云|<p>天翼云安全：您的请求被识别为爬虫并已阻断</p>", 403, {"Server": "CTYUN"}), ("联通云|<p>请求触发防护规则，联通云WAF已拦截</p>", 403, {})),
    "wall: from abroad": (
        ("Just a moment...|<h1>Just a moment...</h1><p>Verify you are human by completing the action below.</p><script>window._cf_chl_opt={cType:'managed'}</script>", 403, {"Server": "cloudflare", "cf-mitigated": "challenge"}),
        ("<html><head><META NAME='robots' CONTENT='noindex,nofollow'><script src='/_Incapsula_Resource?SWJIYLWA=5074'></script></head><body><iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful. Incapsula incident ID: 77-1</iframe></body></html>", 200, {"X-Iinfo": "9-1-0"}),
        ("Request Rejected|The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1402", 200, {}), ("error code: 1020", 403, {"Server": "cloudflare"}),
    ),
}
# Home-made, or with the name taken off.
NAMELESS: dict[str, tuple[Wall, ...]] = {
    "stopped, in Chinese": (
        ("访问被拦截|<h2>您的访问请求被拦截</h2><p>原因：疑似网络攻击</p><p>客户端IP：203.0.113.20</p>", 403, {}), ("访问受限|<p>抱歉，您的访问存在安全风险，已被系统阻止</p>", 200, {}), ("安全提示|<p>您的IP已被加入黑名单，如有疑问请致电网站管理员 0799-6660001</p>", 403, {}),
        ("|<p>检测到您的访问行为异常，系统已暂停为您服务</p>", 200, {}), ("拒绝访问|<p>本站拒绝采集程序访问</p>", 403, {}), ("非法访问|<p>非法访问！您的操作已被记录。</p>", 200, {}), ("|<p>请求包含敏感字符，已被防火墙拒绝</p>", 400, {}),
    ),
    "stopped, in English": (("Access Denied|<h1>Access Denied</h1><p>Your request was blocked for security reasons.</p><p>Incident ID: 64-113</p>", 403, {}), ("|<p>Your IP address has been banned.</p>", 403, {}), ("Web Application Firewall|<p>The request was identified as an attack and has been intercepted.</p>", 200, {}), ("Bots are not allowed.", 403, {})),
    "a picture code": (("请输入验证码|<p>您的访问过于频繁，请输入验证码继续访问</p><form><img src=/vcode.jpg><input name=code><button>提交</button></form>", 200, {}), ("安全验证|<p>系统检测到您的网络环境存在异常，请输入图中字符后继续</p><img src=/captcha><input name=c>", 403, {}), ("验证码|<form method=post>验证码：<input name=yzm size=4><img src=checkcode.asp> <input type=submit value=进入></form>", 200, {})),
    "a slide": (("滑动验证|<p>请按住滑块，拖动到最右边</p><div id=slider></div>", 200, {}), ("人机验证|<p>请完成安全验证后继续访问</p><p>向右滑动完成拼图</p>", 200, {}), ("安全校验|<p>点击完成验证</p><script src=https://static.geetest.com/static/js/gt.0.4.9.js></script><script>initGeetest({gt:'0a',challenge:'1'})</script>", 403, {})),
    "a look at the browser": (("正在验证|<p>正在进行浏览器安全检查，请稍候……</p><script src=/_chk/v.js></script>", 503, {}), ("请稍等|<p>正在校验您的访问环境，校验完成后将自动跳转</p><script src=/fp.js></script>", 200, {}), ("|<p>请开启浏览器的 JavaScript 和 Cookie 后重新访问本站</p><script src=/c/1.js></script>", 200, {}), ("Checking|<p>Checking your browser before accessing the site. This process is automatic.</p>", 503, {})),
    "a cookie by script": (
        ("<html><body><script>document.cookie='x_token=a91f3;path=/';window.location.reload();</script></body></html>", 200, {}), ("<script>var t=(new Date()).getTime();document.cookie='ck_v='+(t%9973)+'; path=/; max-age=600';location.href=location.href;</script>", 200, {}),
        ("<html><head><script>function f(a){var s=0;for(var i=0;i<a.length;i++)s+=a.charCodeAt(i)*i;return s}document.cookie='__tst_chk='+f(navigator.userAgent)+';path=/';location.replace(location.href)</script></head><body></body></html>", 403, {}), ("<script src='/aes.min.js'></script><script>var a=toNumbers('f6');document.cookie='__test='+toHex(slowAES.decrypt(a,2,a,a))+'; path=/';location.href='/x?i=1';</script><noscript>This site requires Javascript to work</noscript>", 200, {}),
    ),
    "too often": (
        ("访问过于频繁|<p>您的访问过于频繁，请稍后再试</p>", 200, {}), ("|<p>您的请求次数已超过限制，请5分钟后再访问</p>", 429, {"Retry-After": "300"}), ("429 Too Many Requests|<center><h1>429 Too Many Requests</h1></center><hr><center>nginx</center>", 429, {}),
        ('{"code":429,"msg":"访问频率过高，请稍后重试"}', 200, {"Content-Type": "application/json"}), ("|<p>当前IP访问次数过多，系统已临时限制访问</p>", 503, {}),
    ),
    "a fence of regions": (("访问受限|<p>您所在的地区暂不支持访问本网站</p>", 403, {}), ("|<p>根据网络安全管理要求，本网站仅对境内用户开放</p>", 403, {}), ("|<p>对不起，境外IP禁止访问</p>", 200, {}), ("Access restricted|<p>Access from your country or region is restricted.</p>", 403, {}), ("", 451, {})),
    "within the walls only": (("|<p>该系统仅限政务外网用户访问，互联网用户请从办事大厅进入</p>", 403, {}), ("|<p>您的IP不在允许访问的范围内，请在单位内网打开</p>", 200, {}), ("403|<p>当前IP（203.0.113.20）没有访问权限，请联系信息中心开通</p>", 403, {}), ("零信任网关|<p>请先安装并登录安全接入客户端，再访问该应用</p>", 200, {})),
    "sign in first": (
        ("登录|<p>您还没有登录，请先登录后再查看</p><form><input name=u placeholder=账号><input type=password name=p placeholder=密码><button>登录</button></form>", 200, {}), ("<script>alert('您还未登录或登录已超时，请重新登录！');top.location.href='/login.jsp';</script>", 200, {}), ("|<p>您没有权限查看该页面，请使用有权限的账号登录</p>", 200, {}),
        ("|<p>会话已过期，请重新登录</p><a href=/login>去登录</a>", 440, {}), ('{"code":401,"message":"未登录或登录已失效"}', 401, {"Content-Type": "application/json"}), ("统一身份认证|<h3>沅浦市协同办公平台 统一身份认证</h3><form><input name=username><input type=password name=password><button>登 录</button></form>", 401, {}),
    ),
    "keys and certificates first": (("400 No required SSL certificate was sent|<center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center><hr><center>nginx</center>", 400, {}), ("|<p>请插入USBKey（数字证书）后再访问本系统</p>", 200, {}), ("<h1>401 - Unauthorized: Access is denied due to invalid credentials.</h1>", 401, {"WWW-Authenticate": "NTLM"}), ("Authorization Required", 401, {"WWW-Authenticate": 'Basic realm="yuanpu"'}), ("", 401, {"WWW-Authenticate": "Digest realm=oa"}), ("|<p>该文件已加密，请输入访问密码后查看</p><input type=password name=pw><button>确定</button>", 200, {})),
    "closed while mending": (
        ("网站维护|<h1>网站维护中</h1><p>网站正在维护，请稍后访问。</p>", 200, {}), ("系统升级|<p>系统升级维护中，预计今日18:00恢复，给您带来不便敬请谅解</p>", 503, {"Retry-After": "7200"}), ("|<p>网站正在升级改版，暂停访问，敬请期待</p>", 200, {}),
        ("503|<h2>Site under maintenance</h2><p>We'll be back soon.</p>", 503, {}), ("|<p>因服务器检修，本站暂停服务，恢复后将第一时间开放</p>", 503, {}),
    ),
    "closed by night or by order": (("|<p>本网站服务时间为工作日8:30至17:30，请在服务时间内访问</p>", 200, {}), ("|<p>国庆节期间网站暂停对外服务，10月8日恢复</p>", 200, {}), ("|<p>网络安全保障期间，本站临时关闭，敬请谅解</p>", 403, {})),
    "a queue": (("排队|<p>当前访问人数较多，正在排队，请耐心等待，页面将自动刷新</p>", 200, {}), ("|<p>系统繁忙，当前访问量过大，请稍后再试</p>", 503, {}), ("|<p>服务器繁忙，请稍后重试</p>", 200, {})),
    "another program, please": (("|<p>请在微信客户端打开链接</p>", 200, {}), ("|<p>您的浏览器版本过低，无法访问本站，请使用新版Chrome、Edge或360极速浏览器访问</p>", 200, {}), ("|<p>请使用“沅浦通”手机客户端扫码查看</p>", 200, {})),
    "refused with a name only": (
        ("403 Forbidden|<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>", 403, {}), ("403 - 禁止访问: 访问被拒绝。|<h1>服务器错误</h1><h2>403 - 禁止访问: 访问被拒绝。</h2><h3>您无权使用所提供的凭据查看此目录或页面。</h3>", 403, {}), ("Forbidden|<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>", 403, {}),
        ("405 Not Allowed|<center><h1>405 Not Allowed</h1></center><hr><center>Tengine</center>", 405, {}), ("HTTP状态 403 - 已禁止|<h1>HTTP状态 403 - 已禁止</h1><p>服务器理解该请求，但拒绝授权。</p>", 403, {}), ("406 Not Acceptable|<h1>Not Acceptable</h1><p>An appropriate representation could not be found. This error was generated by Mod_Security.</p>", 406, {}),
    ),
    "refused without a word": tuple(("", status, {}) for status in (401, 403, 405, 412, 418, 429)),
    "hot links": (("|<p>禁止盗链！请从本站页面打开该文件</p>", 403, {}), ("|<p>非法来源，请从网站首页进入</p>", 200, {})),
}
# In GBK, with no charset named anywhere.
OLD_WALLS: tuple[tuple[str, int], ...] = (
    ("<title>网站防火墙</title><p>您的访问触发了安全规则，请求已被拦截</p>", 403), ("<script>alert('请勿在参数中包含非法字符！');history.back();</script>", 200), ("<p>您的IP访问过于频繁，请稍后再来</p>", 200),
    ("<title>网站维护</title><p>网站维护中，暂停访问，请稍后再来</p>", 200), ("<p>请先登录！</p><a href=login.asp>会员登录</a>", 200), ("<p>本站只允许内部网络访问，你的IP被拒绝</p>", 403),
)
# Where walls send to, with what is shown there.
SENT: tuple[tuple[str, str, int], ...] = (
    ("/sso/login?service=%2Foa%2F1", "统一认证|<form><input name=username><input type=password name=password><button>登录</button></form>", 200), ("/login.jsp?from=art", "登录|<p>请登录后查看</p><input type=password>", 200), ("/waf/intercept.html", "拦截|<p>您的请求已被安全策略拦截</p>", 200),
    ("/verify/slide?u=1", "安全验证|<p>拖动滑块完成验证</p>", 200), ("/maintain.html", "维护公告|<p>系统维护中，请稍后访问</p>", 200), ("/403.html", "403|<p>您没有权限访问该页面</p>", 403), ("/limit.html", "访问限制|<p>您的访问过于频繁，请稍后再试</p>", 200), ("/noie.html", "浏览器提示|<p>您的浏览器不受支持，请更换浏览器后访问</p>", 200),
)
# fmt: on
