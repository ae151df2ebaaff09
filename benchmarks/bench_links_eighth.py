"""Kinds of links with their truth, the eighth batch: all kinds at once, written without a look at the engine.

Time-outs, resets and plain 5xx that never pass are dead, faults of certificates alive, as docs/links.md has it. The
engine was mended because of its rows on 26 November: the batch counts as mended with.
"""

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import HTML, NEVER, SLOW, Answer, Host, Reply
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, numbered, once

# Words are "title|main part"; each is shown once, in one look and one charset.
LIVING = {
    "complaints found groundless": ("信访答复|<h1>关于反映河西社区占道经营的答复</h1><p>经核查，您反映的问题不存在。如有疑问请致电0733-2880000。</p><p>市城管局　2024年3月9日</p>", "政民互动|<dl><dt>问：为什么查询不到我的缴费记录？</dt><dd>答：可能是参保信息有误，请携带身份证到大厅更正。</dd></dl>"),
    "documents no longer in force": ("云河市燃气管理办法|<div class=tip>该文件已失效</div><h1>云河市燃气管理办法</h1><p>第一条　为了加强燃气管理，制定本办法。</p><p>第二条　（已删除）</p><p>第三条　本办法自2003年5月1日起施行。</p>", "规范性文件清理结果|<table><tr><th>文号</th><th>效力</th></tr><tr><td>云政发〔2009〕12号</td><td>废止</td></tr><tr><td>云政办〔2011〕4号</td><td>已失效</td></tr></table>"),
    "warnings above the text": ("我市开展燃气安全检查|<div class=old>您的浏览器版本过低，请升级后访问</div><noscript>请开启JavaScript</noscript><h1>我市开展燃气安全检查</h1><p>4月3日，市住建局对城区16家餐饮企业开展检查，发现隐患9处，已督促整改。</p>", "防汛宣传片|<video src=/v.mp4>抱歉，您的浏览器不支持播放</video><h1>防汛宣传片</h1><p>2024-06-02　时长3分12秒</p>", "安全教育进校园|<h1>安全教育进校园</h1><p>5月20日，市消防救援支队走进实验小学。</p><h3>评论</h3><p>暂无评论，快来抢沙发</p>"),
    "notices about portals": ("关于清理僵尸网站的通知|<h1>关于清理僵尸网站的通知</h1><p>各县区：对长期不更新、打不开、栏目空白的网站，一律于6月底前关停。</p><p>市政府办　2023年5月11日</p>", "改版公告|<h1>新版网站上线公告</h1><p>云河市人民政府网站新版将于8月1日正式上线，旧版同时停止访问，原收藏的网址请及时更新。</p>", "停机通知|<h1>机房停电检修通知</h1><p>6月15日8时至20时机房检修，期间门户网站、邮箱无法访问，给您带来不便，敬请谅解。</p><p>市数据局</p>"),
    "news of blocking": ("反诈|<h1>我市本月拦截诈骗电话3.2万次</h1><p>市反诈中心提醒：陌生链接不点击，验证码不告诉他人。</p><p>2024-02-18</p>", "通报|<h1>关于两起违规访问事件的通报</h1><p>某单位工作人员违规访问境外网站，IP被封禁，现予通报。</p>", "保密提示|<p>严禁在非涉密网络处理涉密信息，未经授权不得访问内部系统。</p>"),
    "forms with a code": ("市长信箱|<form action=/xf/save>姓名<input name=n>内容<textarea name=c></textarea>验证码<input name=v><img src=/code.jsp>看不清？换一张<button>提交</button></form>", "公积金查询|<form>身份证号<input>密码<input type=password><input placeholder=请输入验证码><img src=/vc.png><button>查询</button></form>"),
    "short facts": ("政府采购公告|流标。", "公开年报|2016年度我局无依申请公开件。", "联系方式|<p>办公室：2880001</p>", "政策问答|不可以。"),
    "pictures for a text": ("一图读懂|<img src=/upload/long1.jpg><img src=/upload/long2.jpg>", "线路图|<p align=center><img src=/img/xl.jpg alt=公交线路图></p>"),
    "ended, and on show": ("专题|<h1>党史学习教育（已结束）</h1><ul><li><a href=/1>我市召开总结会议</a></li><li><a href=/2>为民办实事清单</a></li></ul>", "投票结果|<h1>最美教师评选</h1><p>本活动已于9月10日结束，谢谢您的参与！</p><p>李红 3021票</p><p>王强 2877票</p>", "公示|<h1>低保对象公示</h1><p>公示期：5月6日至5月12日（公示期已满）</p><p>张某　河西社区　已通过</p>"),
    "columns of departments": ("审计局|<h3>审计公告</h3><p>正在更新</p><h3>工作动态</h3><ul><li><a href=/3>市审计局召开年度会议</a>[04-02]</li><li><a href=/4>我局赴县区调研</a>[03-28]</li></ul>", "领导分工|<table><tr><td>局长</td><td>赵伟</td></tr><tr><td>副局长</td><td>（空缺）</td></tr></table>"),
    "words of the screen": ("操作手册|<h1>一网通办操作手册</h1><p>若系统提示“登录超时，请重新登录”，关闭浏览器后重试；若提示“服务器错误500”，请联系技术支持。</p>", "招标公告|<h1>网站防篡改系统采购</h1><p>功能：网页防护、访问控制、错误页面自定义、恶意请求拦截。预算12万元。</p>"),
    "names of places": ("断头岭村|<h1>走进断头岭</h1><p>断头岭村位于市西北，下辖迷路沟、无路坪等6个村民小组，共404户。</p>", "地名公告|<p>撤销“空山路”地名，更名为“金源大道”。</p>"),
    "far languages": ("Уйғур|<p>يۇنخې شەھەرلىك خەلق ھۆكۈمىتى</p>", "關於我們|<p>雲河市位於省境東部，面積一千二百平方公里。</p>", "Yunhe Tourism|<p>Lost Lake scenic area: open 9:00-17:00, tickets 40 yuan.</p>"),
}  # fmt: skip
GONE = {
    "sorry, in a frame": ("|<div class=e404><img src=/i/e.png><p>很抱歉，网页君没有找到您要的东西</p></div>", "友情提示|该信息因超过公示期限已自动撤下", "|啊哦，你所访问的内容已飞走~<a href=/>返回首页</a>", "|非常抱歉，我们无法提供您想要的网页", "|当前页面暂时无法显示或已删除", "提示|<p>您输入的网址不在本站范围内</p><p>您可以：<a href='javascript:history.go(-1)'>返回上页</a> <a href=/>网站首页</a> <a href=/map>网站地图</a></p>"),
    "taken away by staff": ("|该稿件已被编辑删除", "|文档不存在或未签发", "|资源已迁移至新平台，旧地址不再提供", "|此专题已结束并下线", "|根据相关规定，该页面已被屏蔽"),
    "words of content systems": ("信息提示|您来自的链接不存在", "错误|文档ID为空！", "|未找到对应的信息(iid=20193)", "|抱歉，指定的主题不存在或已被删除或正在被审核", "|栏目编号错误", "|内容页不存在或者没有生成静态"),
    "words of servers": ("HTTP 错误 404.0 - Not Found|<h3>HTTP 错误 404.0 - Not Found</h3><h4>您要找的资源已被删除、已更名或暂时不可用。</h4>", "|<h1>HTTP状态 404 - 未找到</h1><p>源服务器未能找到目标资源的表示</p><h3>Apache Tomcat/8.5.32</h3>", "Error 404--Not Found|<h2>Error 404--Not Found</h2><p>From RFC 2068 Hypertext Transfer Protocol</p>", "|错误 404: SRVE0190E: 找不到文件：/info/show.jsp", "|No input file specified."),
    "words of frameworks": ("Page not found at /a/|<h1>Page not found <span>(404)</span></h1><p>Using the URLconf defined in portal.urls, Django tried these URL patterns</p>", "|There is no Action mapped for namespace [/] and action name [show].", "|Sorry, the page you are looking for could not be found.", "|<h1>500</h1><p>Server internal error</p><p>SpringBoot</p>"),
    "ASP and its tables": ("|Microsoft VBScript 运行时错误 '800a000d'<p>类型不匹配: 'CLng'</p><p>/show.asp，行 14</p>", "|ADODB.Field 错误 '800a0bcd'<p>BOF 或 EOF 中有一个是“真”，或者当前的记录已被删除</p>", "|<b>Warning</b>: mysql_connect(): Can't connect to MySQL server on 'localhost' (10061)", "|javax.servlet.ServletException: java.sql.SQLException: Io 异常: The Network Adapter could not establish the connection", "|<b>Parse error</b>: syntax error, unexpected '}' in D:\\wwwroot\\inc\\fun.php on line 88"),
    "sorry, with a way on": ("|<p>内容被搬走了</p><form action=/s><input name=q placeholder=搜搜看><button>搜索</button></form><h4>大家都在看</h4><ul><li><a href=/1>医保缴费</a></li><li><a href=/2>公租房申请</a></li></ul>", "|<h3>糟糕，链接断了</h3><p>技术人员正在抢修</p><ul class=guide><li><a href=/zw>政务公开</a></li><li><a href=/bs>办事服务</a></li><li><a href=/hd>互动交流</a></li></ul>"),
    "soon to the home page": ("|<p id=t>文章找不着了，系统将在<b>8</b>秒后带您去首页</p><script>setTimeout(\"location.href='/'\",8000)</script>", "|<meta http-equiv=refresh content='5;url=/index.html'><p>地址有误，正在返回首页...</p>"),
    "few words": ("|404", "|未找到", "|页面已失效", "|Not Found", "出错啦|:("),
    "abroad": ("|Sorry! We can't seem to find the page you're looking for.", "|很抱歉，系統找不到您要的網頁，請確認網址是否正確", "|This article has been removed."),
}  # fmt: skip
# As those programs send them: nothing around the script.
SCRIPTS = ("<script>alert('该新闻已删除');window.history.go(-1);</script>", "<script language=javascript>alert('参数非法，请勿尝试！');location.replace('/');</script>", "<html><body><script src=/layer.js></script><script>layer.msg('信息未发布或已过期',function(){history.back()})</script></body></html>")  # fmt: skip
ASKED = {
    "for members": ("提示|请使用政务微信扫码登录后查看全文", "|该文件仅限云河市党政机关工作人员查阅<p>用户名<input> 口令<input type=password></p>"),
    "waiting rooms": ("|您正在排队进入，前面还有1208人，请勿关闭页面", "|当前系统访问量过大，为保证服务质量已启用限流，请稍后重试"),
    "closed until an hour named": ("|系统维护公告<p>我单位将于6月1日20:00—6月2日8:00进行系统升级，期间暂停对外服务。</p>", "|服务暂停中，恢复时间：今日14:30"),  # it says itself when it is back
}  # fmt: skip
# (body, status, headers); the marks of vendors as they are met in public.
WALLS: dict[str, tuple[tuple[str, int, dict[str, str]], ...]] = {
    "Knownsec": (("<title>403</title><h2>当前访问疑似黑客攻击，已被网站管理员设置为拦截</h2><p>您的IP: 1.2.3.4　事件ID: 9c　创宇盾</p><a href='https://help.365cyd.com/cyd-error-help.html?code=403'>误报反馈</a>", 403, {}), ("<p>创宇盾提示您：您的IP最近有可疑的攻击行为，请稍后重试</p>", 200, {})),
    "Yunsuo": (("<script>function stringToHex(s){return s}function YunSuoAutoJump(){var screendate=screen.width+','+screen.height;document.cookie='srcurl='+stringToHex(location.href);self.location=location.href+'?security_verify_data='+stringToHex(screendate)}</script><script>setTimeout('YunSuoAutoJump()',50)</script>", 200, {"Set-Cookie": "yunsuo_session_verify=0e"}), ("<title>网站访问认证页面</title><p>请输入验证码后继续访问</p><img alt=verify_img src=/?security_verify_img=1>", 200, {})),
    "Safedog": (("<title>网站防火墙</title><p>您的请求带有不合法参数，已被拦截。如果您是网站管理员，请登录安全狗查看详情</p>", 403, {"X-Powered-By": "WAF/2.0"}), ("<title>服务器安全狗防护验证页面</title><p>请点击继续访问</p><a href='/?safedog=1'>继续访问</a>", 200, {})),
    "Qi An Xin": (("<img src=/wzws-waf-cgi/wzblogo.png><p>您的访问存在安全隐患，已被网站卫士阻断</p>", 493, {}), ("<noscript><h1><strong>请开启JavaScript并刷新该页.</strong></h1></noscript><script>var wzwschallenge='bba9',dynamicurl='/WZWSRELw==';eval(function(p,a,c,k,e,d){return p}('0',1,1,'x'))</script>", 200, {"Set-Cookie": "wzws_cid=7f"})),
    "NSFOCUS": (("<title>访问禁止</title><p>您提交的内容触发了站点的防护规则，请求已被丢弃</p><p>event_id: 44172</p>", 403, {"Server": "NSFocus"}),),
    "Venustech and Sangfor": (("<title>天清Web应用安全网关</title><p>您的访问行为被判定为异常，连接已中断</p>", 200, {}), ("<title>拦截提示</title><p>尊敬的用户，您的请求含有潜在风险，NGAF已终止本次会话</p>", 403, {"Server": "SANGFOR"})),
    "Wangsu and UCloud": (("<title>Security check</title><p>Your access has been intercepted. If you are the site owner please contact wangsu.</p>", 403, {"X-Via": "1.1 PSzjwz5re91:3"}), ("<img src=/uewaf_deny_pages/default/img/deny.png><p>请求被拒绝</p>", 405, {"Server": "uewaf/3.5"})),
    "Baidu and Sucuri": (("<title>友情提示 | 百度云加速</title><p>当前请求被安全规则命中</p>", 403, {"Server": "yunjiasu-nginx"}), ("<title>Sucuri WebSite Firewall - Access Denied</title><p>Block ID: BNP005</p>", 403, {"X-Sucuri-ID": "14011"})),
    "Akamai": (("<TITLE>Access Denied</TITLE><H1>Access Denied</H1>You don't have permission to access \"http://www.yunhe.gov.cn/\" on this server.<P>Reference #18.2f3a1002.1700000000.1a2b", 403, {"Server": "AkamaiGHost"}),),
    "DataDome": (("<p id=cmsg>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'AHrl','host':'geo.captcha-delivery.com'}</script>", 403, {"X-DataDome": "protected"}), ("<script>var dd={'rt':'i','host':'geo.captcha-delivery.com'}</script><script src=https://ct.captcha-delivery.com/i.js></script>", 200, {})),
    "AWS": (("", 202, {"x-amzn-waf-action": "challenge"}), ("<title>Human Verification</title><div id=captcha-container></div><script>window.gokuProps={key:'AQ'}</script>", 405, {"x-amzn-waf-action": "captcha"}), ("<H1>403 ERROR</H1><H2>The request could not be satisfied.</H2>The Amazon CloudFront distribution is configured to block access from your country.", 403, {"Server": "CloudFront"})),
    "Fortinet and Radware": (("<h2>Web Page Blocked!</h2><p>The page cannot be displayed. Attack ID: 20000051</p>", 200, {}), ("<h1>Unauthorized Request Blocked</h1><p>Unauthorized Activity Has Been Detected. Case Number: 5821</p>", 200, {"X-SL-CompState": "Un"})),
    "HUMAN": (("<script>window._pxAppId='PX1'</script><div id=px-captcha></div><p>Press & Hold to confirm you are a human (and not a bot).</p>", 403, {}),),
    "ModSecurity": (("<h1>Not Acceptable!</h1><p>An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security.</p>", 406, {}),),
    "guards of Windows hosts": (("<title>D盾_拦截提示</title><p>您的操作含有非法信息，已被拦截！</p>", 403, {}), ("<title>护卫神·入侵防护系统</title><p>防护拦截提示：当前访问有攻击嫌疑</p>", 200, {})),
    "questions": (("<title>验证</title><script src=https://turing.captcha.qcloud.com/TCaptcha.js></script><button id=TencentCaptcha>点击完成验证</button>", 200, {}), ("<p>请计算：7+5=<input name=ans></p><p>回答正确后方可继续浏览</p>", 200, {}), ("<p>正在检测您的访问环境，请稍候…</p><script>setTimeout(function(){document.cookie='ck='+navigator.plugins.length;location.reload()},1500)</script>", 200, {})),
    "too often": (("<center><h1>429 Too Many Requests</h1></center><hr>nginx", 429, {}), ("<p>访问频率过高，请完成下方滑块验证后继续</p><div id=nc></div><script src=//g.alicdn.com/sd/nch5/index.js></script>", 200, {}), ("<p>每分钟最多浏览30页，您已超限</p>", 403, {})),
    "abroad": (("<p>您所在的地区暂不支持访问，本服务仅面向中国境内用户</p>", 403, {}), ("<h1>Unavailable For Legal Reasons</h1>", 451, {})),
    "later": (("<p>网站正在升级，两小时后恢复</p>", 503, {"Retry-After": "7200"}),),
}  # fmt: skip
# What answers for a whole host that is no portal any more.
RUINS = {
    "domain for sale": ("yunhe-gov.cn 域名出售|<h1>yunhe-gov.cn</h1><p>此域名可转让，有意请联系 domain@example.com 报价</p>", "yunhe.org|<p>The domain yunhe.org is registered but not yet configured. Buy this domain.</p>", "|<h3>热门搜索</h3><a href=/r?1>信用卡</a> <a href=/r?2>车险</a> <a href=/r?3>留学</a><p>2024 版权所有 域名停靠服务</p>"),
    "hosting stopped": ("站点已暂停|<h1>抱歉！该站点已经被管理员停止运行，请联系管理员了解详情！</h1>", "Account Suspended|<h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider.</p>", "|<p>您访问的域名未绑定到该虚拟主机，请登录控制面板绑定</p>"),
    "name not filed": ("|<p>该网站暂时无法进行访问</p><p>根据工信部相关法规，域名未完成备案或未将备案信息接入</p>", "|温馨提示：该网站的备案号已被注销，现停止接入"),
    "installed": ("Apache2 Ubuntu Default Page: It works|<p>This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems.</p>", "Apache Tomcat/9.0.1|<h2>If you're seeing this, you've successfully installed Tomcat. Congratulations!</h2>", "Welcome to OpenResty!|<h1>Welcome to OpenResty!</h1>", "|<h1>建设中</h1><p>您想要查看的站点当前没有默认页。可能正在对它进行升级和配置操作。</p>"),
}  # fmt: skip
_NAV = ("网站首页", "云河概览", "新闻资讯", "政务公开", "政务服务", "互动交流", "数据云河", "专题专栏")
TEXT = "<p>3月21日，全市农业农村工作会议召开，安排部署今年重点任务。会议要求，扛稳粮食安全责任，做好春季田间管理，巩固拓展脱贫攻坚成果，推进乡村建设。</p>"
PDF = p.file(p.PDF, "application/pdf")


def city(title: str, main: str) -> str:
    menu = "".join(
        f'<div class="swiper-slide"><a href="/channel/{n}.shtml">{name}</a></div>' for n, name in enumerate(_NAV)
    )
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="CHARSET"><meta name="SiteName" content="云河市人民政府"><meta name="SiteDomain" content="www.yunhe.gov.cn"><meta name="SiteIDCode" content="4302890001"><meta name="ColumnName" content="动态"><title>{title}</title><link rel="stylesheet" href="/assets/common.css">'
        f'</head><body><div id="ariascripts">无障碍 | 关怀版 | 简 | 繁 | EN</div><div class="logo"><img src="/logo.png" alt="云河市人民政府"></div><div class="menu">{menu}</div><div class="crumbs">当前位置：首页 / 动态</div><div class="wrap">{main}</div><div class="foot"><p>主办：云河市人民政府　承办：云河市数据局　地址：云河市人民路1号</p>'
        '<p>网站标识码：4302890001　湘ICP备06002222号-3　湘公网安备43028902000009号</p><span id="_ideConac"></span><a href="https://zfwzzc.www.gov.cn/">政府网站找错</a></div><script src="/assets/slow.js"></script></body></html>'
    )


def bureau(title: str, main: str) -> str:
    left = "".join(f'<li><a href="NewsList.aspx?cid={n}">{name}</a></li>' for n, name in enumerate(_NAV[2:]))
    return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=CHARSET" /><title>{title}</title></head><body><form id="form1"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTE=" /><div id="top"><img src="banner.jpg" /><marquee>欢迎光临云河市水利局网站</marquee></div><div id="left"><ul>{left}</ul><h4>下载中心</h4><a href="/d/1.doc">取水许可申请表</a></div><div id="right">{main}</div><div id="bottom">版权所有：云河市水利局 湘ICP备11009999号 您是第103245位访问者</div></form></body></html>'


def nuxt(title: str, main: str) -> str:
    return f'<!doctype html><html><head><title>{title}</title><meta data-n-head="ssr" charset="CHARSET"></head><body><div id="__nuxt"><div id="__layout"><div class="el-container"><div class="el-header">云河市政务服务网 个人服务 法人服务 我要评价</div><div class="el-main">{main}</div><div class="el-footer">云河市行政审批服务局 服务热线 12345</div></div></div></div><script>window.__NUXT__={{serverRendered:!0}}</script></body></html>'


def simple(title: str, main: str) -> str:
    return f'<html><head><meta charset="CHARSET"><title>{title}</title><style>body{{font:14px 微软雅黑}}</style></head><body><center>{main}</center></body></html>'


LOOKS = (city, bureau, simple, city, nuxt)


def build(certificates: Certificates) -> World:
    world = World()
    a = world.host()
    for table, truth in ((LIVING, "alive"), (GONE, "dead"), (ASKED, "unknown")):
        for number, (name, texts) in enumerate(table.items()):
            answers = (said(text, number * 2 + n) for n, text in enumerate(texts))
            world.add(name, truth, a, numbered(f"/{truth}/{number}/{{}}.shtml", answers))
    world.add("script and back", "dead", a, numbered("/js/{}.asp", (Reply(one.encode()) for one in SCRIPTS)))
    _pages(world, a)
    _files(world, a)
    _jumps(world, a, certificates)
    _hosts(world)
    for number, (name, walls) in enumerate(WALLS.items()):
        replies = [
            Reply(body.encode(), status, (*({"Content-Type": HTML} | more).items(),)) for body, status, more in walls
        ]
        world.add(f"wall: {name}", "unknown", a, numbered(f"/w{number}/{{}}.shtml", replies))
        if number in (0, 3, 10, 15):  # the same wall before everything that a host has
            world.all_of("walled host", "unknown", _whole(world, replies[-1]), ("/", "/zwgk/1.shtml"))
    return world


def said(text: str, number: int, status: int = 200) -> Reply:
    title, _, main = text.partition("|")
    main = main if main.startswith("<") else f"<p>{main}</p>"
    return p.page(title, main, LOOKS[number % len(LOOKS)], ("gb18030", "utf-8")[number % 2], status=status)


def news(number: int) -> Reply:
    title = ("全市农业农村工作会议召开", "市领导调研重点项目", "市医保局举办开放日")[number % 3]
    return said(f"{title}|<h1>{title}</h1><p>2024-03-2{number % 9} 来源：云河日报</p>{TEXT * 2}", number)


def _whole(world: World, answer: Answer) -> Host:
    host = world.host(answer)
    host.pages.clear()
    return host


def _pages(world: World, a: Host) -> None:
    body = p.page("", f"<h1>春耕</h1>{TEXT}", city).body
    gb = p.page("公告", f"<h1>公告</h1>{TEXT}", bureau, "gb18030").body
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    a.pages |= {"/b.html": news(1), "/s?q=%E6%94%BF%E5%BA%9C": p.listing(2, city)}
    world.all_of("addresses as browsers mend them", "alive", a, ("/x/../b.html", "/./b.html", "/s?q=政府"))
    alive: dict[str, list[tuple[str, Answer]]] = {
        "odd addresses": [("/ZWGK/Index.HTML", p.listing(3, bureau, "gb18030")), ("//zw//a.html", news(2)), ("/n.jsp;jsessionid=8F1", news(3)), ("/c.html?", news(4)), ("/c.html", news(4)), ("/d,1.html", news(5))],
        "HEAD lies": [("/hd/1.html", by_method(Reply(b"", 404), news(1))), ("/hd/2.html", by_method(Reply(wait=NEVER), news(2))), ("/hd/3.html", by_method(p.moved("/"), news(3)))],
        "charsets at odds": [("/ch/1.htm", Reply(gb, headers=(("Content-Type", "text/html; charset=iso-8859-1"),))), ("/ch/2.htm", Reply(b"\xef\xbb\xbf" + body)), ("/ch/3.htm", Reply(gb.replace(b"\xb4\xba", b"\xb4", 1), headers=(("Content-Type", "text/html"),))), ("/ch/4.htm", Reply(b"<title>&#20844;&#21578;</title><p>&#20826;&#25919;&#20998;&#24037;&#20844;&#21578;&#65292;&#19979;&#21608;&#19968;&#36215;&#25191;&#34892;</p>"))],
        "slow, in drops, in chunks": [("/sl/1.html", Reply(body, wait=SLOW)), ("/sl/2.html", Reply(body, drip=0.004)), ("/sl/3.html", Reply(raw=ok + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))), ("/sl/4.html", Reply(raw=ok + b"\r\n" + body))],
        "only at first unwell": [("/fw/1.html", once(Reply(b"", 500), news(1))), ("/fw/2.html", once(Reply(b"", 504), news(2))), ("/fw/3.html", once(Reply(wait=NEVER), news(3)))],
        "directory listing": [("/files/", p.page("Index of /files", "<h1>Index of /files</h1><pre><a href=1.doc>1.doc</a> 2019-03-01 40K</pre>", p.bare))],
    }  # fmt: skip
    dead: dict[str, list[tuple[str, Answer]]] = {
        "statuses": [("/st/400.html", Reply(b"<h1>Bad Request</h1>", 400)), ("/st/500.jsp", said("HTTP Status 500|<pre>java.lang.NullPointerException at com.cms.Show</pre>", 2, 500)), ("/st/504.html", Reply(b"<h1>504 Gateway Time-out</h1>", 504)), ("/st/410.html", said(f"要闻|{TEXT}", 0, 410))],
        "404 whatever it shows": [("/nf/1.pdf", Reply(p.PDF, 404, (("Content-Type", "application/pdf"),))), ("/nf/2.html", Reply(news(2).body, 404)), ("/nf/3.html", Reply(p.listing(1).body, 404))],
        "nothing": [("/no/1.html", Reply(b"<!-- error -->")), ("/no/2.html", Reply(b"null")), ("/no/3.html", Reply(b"<html><head><title></title><script src=/tongji.js></script></head><body>&nbsp;</body></html>"))],
        "broken off at once": [("/bk/1.html", Reply(raw=b"HTTP/1.1 200 O", then="reset")), ("/bk/2.html", Reply(raw=b"\0\1\2\3")), ("/bk/3.pdf", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 900\r\n\r\n"))],
        "answers of programs": [("/ap/1", p.text('{"status":"error","info":"该数据不存在","data":[]}', "application/json")), ("/ap/2", p.text('{"errcode":40004,"errmsg":"article not exist"}', "application/json")), ("/ap/3", p.text("<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>", "application/xml"))],
    }  # fmt: skip
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for kind, pages in kinds.items():
            world.add(kind, truth, a, pages)
    world.all_of("not there", "dead", a, ("/zwgk/old/201105/t20110506_77.htm", "/d/2.doc", "/skin/top.gif"))
    world.cases += [Case("host gone", "dead", one) for one in ("http://127.7.7.7:9/", "https://127.7.7.8:9/a.html", "http://sfj.yunhe.invalid/a.html")]  # fmt: skip


def _files(world: World, a: Host) -> None:
    sheet = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><meta charset=utf-8><table><tr><td>姓名</td><td>金额</td></tr><tr><td>张某</td><td>500</td></tr></table></html>".encode()
    kinds = {
        "files of old": {"1.swf": (b"CWS\x09" + bytes(900), "application/x-shockwave-flash"), "2.wmv": (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11" + bytes(4000), "video/x-ms-wmv"), "3.tif": (b"II*\0" + bytes(900), "image/tiff"), "4.ico": (b"\0\0\1\0" + bytes(900), "image/x-icon"), "5.bmp": (b"BM" + bytes(900), "image/bmp")},
        "files of now": {"1.webp": (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(900), "image/webp"), "2.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", "image/svg+xml"), "3.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(900), "application/octet-stream"), "4.apk": (p.ZIP, "application/vnd.android.package-archive"), "5.docx": (p.ZIP, "application/msword")},
        # Exports of web systems: office programs open a table of HTML.
        "office files of HTML": {"1.xls": (sheet, "application/vnd.ms-excel"), "2.doc": (sheet, "application/msword")},
    }  # fmt: skip
    for kind, files in kinds.items():
        world.add(kind, "alive", a, [(f"/{kind[-3:]}/{name}", p.file(*given)) for name, given in files.items()])
    named = Reply(p.OLE, 200, (("Content-Type", "application/octet-stream"), ("Content-Disposition", "attachment; filename=%B1%ED.doc")))  # fmt: skip
    partly = Reply(p.PDF, 206, (("Content-Type", "application/pdf"),))
    world.add("downloads by number", "alive", a, [("/DownLoad.aspx?id=12", named), ("/attachDir/down.do?aid=7", named), ("/part/1.pdf", lambda asked: partly if "range" in asked.headers else PDF)])  # fmt: skip
    oss = "<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>"
    world.add("downloads of nothing", "dead", a, [("/DownLoad.aspx?id=0", said("|该附件已被删除或移动", 1)), ("/att/1.pdf", p.text('{"code":500,"message":"文件未找到"}', "application/json")), ("/att/2.docx", p.text(oss, "application/xml")), ("/att/3.xls", said("统一登录|附件服务已关闭", 2)), ("/att/4.rar", p.home(city))])  # fmt: skip
    world.add("files of no length", "dead", a, [("/len0/1.docx", p.file(b"", "application/msword")), ("/len0/2.zip", p.file(b"", "application/zip")), ("/len0/3.mp4", p.file(b"", "video/mp4")), ("/len0/4.png", p.file(b"", "image/png"))])  # fmt: skip


def _jumps(world: World, a: Host, certificates: Certificates) -> None:
    new, safe = world.host(), world.host(tls=certificates.context("self-signed"))
    new.pages["/zx/5.html"] = safe.pages["/zx/6.html"] = news(6)
    a.pages |= {
        "/to/end.html": news(7),
        "/404.htm": said("|您走得太快，页面没跟上", 0),
        "/html/error/notfound.html": said("|空空如也", 4),
    }
    world.add("sent on", "alive", a, [(f"/to/{n}.html", p.moved("end.html", n)) for n in (301, 303, 308)] + [("/to/up/1.html", p.moved("../end.html"))])  # fmt: skip
    world.add("sent far", "alive", a, [("/zx/5.html", lambda _: p.moved(JUMPS[id(new)].removeprefix("http:") + "/zx/5.html")), ("/zx/6.html", lambda _: p.moved(JUMPS[id(safe)] + "/zx/6.html"))])  # fmt: skip
    world.add("sent on by the page", "alive", a, [("/by/1.html", Reply(b"", headers=(("Refresh", "0; url=/to/end.html"), ("Content-Type", HTML)))), ("/by/2.html", Reply(b"<script>setTimeout(function(){window.location.replace('/to/end.html')},0)</script>")), ("/by/3.html", p.page("", "<meta http-equiv='Refresh' content='1;URL=../to/end.html'>正在进入……", simple))])  # fmt: skip
    a.pages |= {f"/chain/{n}": p.moved(f"/chain/{n + 1}" if n < 6 else "/to/end.html") for n in range(7)}
    world.all_of("seven steps", "alive", a, ("/chain/0",))
    world.add("sent to an error", "dead", a, [("/er/1.aspx", p.moved("/404.htm?aspxerrorpath=/er/1.aspx")), ("/er/2.html", p.moved("/html/error/notfound.html")), ("/er/3.html", Reply(b"<script>location='/404.htm'</script>"))])  # fmt: skip
    a.pages["/404.htm?aspxerrorpath=/er/1.aspx"] = a.pages["/404.htm"]
    world.add("sent into nothing", "dead", a, [("/in/1.html", p.moved("/in/nowhere.html")), ("/in/2.html", p.moved("http://127.7.7.7:9/")), ("/in/3.html", p.moved("http://new.yunhe.invalid/")), ("/in/4.html", p.moved("/in/4.html"))])  # fmt: skip
    for kind, truth in (("old ciphers", "alive"), ("expired", "alive"), ("TLS 1.1", "unknown")):
        world.add(f"TLS: {kind}", truth, world.host(tls=certificates.context(kind)), [("/zx/1.html", news(1))])


def _hosts(world: World) -> None:
    """Hosts by what they do with a wrong address, their living pages beside it."""
    main = world.host()
    missing: dict[str, Answer] = {
        "shows its map": p.page("网站地图", "".join(f"<a href=/channel/{n}.shtml>{name}</a>" for n, name in enumerate(_NAV)), city),
        "sends to the city": lambda _: p.moved(JUMPS[id(main)] + "/"),
        "sends to its map": p.moved("/map.html"),
        "sends home by script": Reply("<script>alert('页面走丢啦');location.href='/index.html'</script>".encode()),
        "shows an empty article": said("云河市水利局|<h1></h1><p>作者： 发布日期： 点击数：</p><div class=content></div>", 1),
        "names what was asked": lambda asked: said(f"|您请求的 {asked.target} 没有结果", 3),
    }  # fmt: skip
    for name, answer in missing.items():
        host = world.host(answer)
        host.pages["/map.html"] = p.page("网站地图", "<a href=/channel/1.shtml>新闻</a><a href=/channel/2.shtml>公开</a>", city)  # fmt: skip
        world.all_of(f"host that {name}", "dead", host, ("/art/2018/5/2/art_31_99.html", "/col/col77/index.html"))
        world.add("living where nothing is 404", "alive", host, [("/art/1.html", news(len(name))), ("/col/2/", p.listing(6, city))])  # fmt: skip
    for name, texts in RUINS.items():
        paths = ("/zwgk/9.shtml",) if name == "installed" else ("/", "/zwgk/9.shtml")
        for text in texts:
            title, _, words = text.partition("|")
            world.all_of(name, "dead", _whole(world, p.page(title, words, simple)), paths)
