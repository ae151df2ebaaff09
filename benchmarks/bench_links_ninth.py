"""Kinds of links with their truth, the ninth batch: written blind, without a look at the engine or at how it judges.

Time-outs, resets and plain 5xx that never pass are dead, faults of certificates alive, as docs/links.md has it. Whoever
changes the engine because of a row here says so in this line, counts the batch as mended with, and writes a new one.
"""

import gzip
from itertools import count

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import HTML, NEVER, SLOW, Answer, Host, Reply
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, once

# Words are "title|main part"; each is shown once, in one look and one charset.
# fmt: off
LIVING = {
    "about broken links": ("我县集中清理错链断链|<h1>我县集中清理错链断链</h1><p>县大数据中心本周扫描63个网站，发现“404 Not Found”“页面不存在”等问题链接118条，已全部修复。</p><p>来源：澄溪发布</p>", "网站普查通报|<h1>关于2021年第三季度政府网站检查情况的通报</h1><p>县林业局网站首页打不开，县粮食局网站多个栏目“无法访问”，予以点名。</p>", "科普|<h1>网页显示404是什么意思？</h1><p>404表示服务器上没有找到您要的文件，常见原因是网址写错或者页面已被删除。</p>"),
    "cancelled and repealed": ("关于取消部分证明事项的公告|<h1>关于取消部分证明事项的公告</h1><p>经县政府研究，取消婚育状况证明等17项。</p>", "招标终止公告|<h1>澄溪县西环路改造工程招标终止公告</h1><p>因投标人不足三家，本次招标终止，原公告作废。</p>", "注销公告|<h1>食品经营许可证注销公告</h1><p>下列单位已不存在经营场所，现依法注销：<br>1. 好再来饭店　2. 顺风超市</p>", "县政府关于废止和修改部分规范性文件的决定|<p>一、废止《澄溪县暂住人口管理办法》等9件。</p><p>二、本决定自公布之日起施行。</p>"),
    # Articles of their day about a stop elsewhere: the page itself is there.
    "notices of a stop": ("关于社保系统停机维护的公告|<h1>关于社保系统停机维护的公告</h1><p>发布日期：2022-07-28　浏览次数：1306</p><p>因数据迁移，7月30日0时至8月1日8时社保业务暂停办理，请合理安排时间。</p><p>澄溪县人社局</p>", "停水通知|<h1>城东片区停水通知</h1><p>因管网检修，4月2日8:00至18:00停水，恢复供水时间以实际为准。</p>", "暂停服务|<h1>关于春节期间政务大厅暂停对外服务的通知</h1><p>1月21日至27日放假，28日（正月初七）照常办公。</p>"),
    "about attacks and codes": ("网安周|<h1>网络安全宣传周：这样识别钓鱼网站</h1><p>凡要求输入短信验证码、点击“安全验证”的陌生页面，请立即关闭。</p>", "采购需求|<h1>县电子政务外网Web应用防火墙采购需求</h1><p>须支持拦截SQL注入、限制访问频率、封禁恶意IP，并自定义“您的访问被拦截”提示页。</p>", "警示|<h1>非法访问公民信息，辅警被判刑</h1><p>被告人多次违规登录系统查询，法院以侵犯公民个人信息罪判处有期徒刑一年。</p>"),
    "hardly a word": ("意见征集反馈|<p>征集期内未收到意见建议。</p>", "财政拨款|<p>本单位无此项支出。</p>", "附件|<p>附件：<a href=/fj/hz.xls>2023年度汇总表.xls</a></p>", "通知|（此件公开发布）", "|见附件"),
    "blank lists": ("招标公告|<div class=list><p>暂无数据</p></div><div class=page>共0条 第1/0页 首页 上一页 下一页 尾页</div>", "规范性文件|<ul class=gl></ul><script>createPageHTML(1,0,'index','html');</script>", "热点回应|<table><tr><th>标题</th><th>时间</th></tr><tr><td colspan=2>暂无相关内容！</td></tr></table>", "建议提案|<p class=empty>该栏目暂无信息，内容正在整理中</p>", "搜索|<form action=/so><input name=q value=灯会><button>搜索</button></form><p>为您找到相关结果0条</p>"),  # a search that works and finds nothing: a blank list
    "numbers like statuses": ("项目进度|<h1>404套安置房完成分配</h1><p>昨日，幸福家园小区404套安置房摇号结束，503户报名。</p>", "500强|<h1>500强企业考察团来访</h1><p>考察团一行到经开区参观，双方签约502亿元。</p>", "省道S410线|<p>S410线澄溪段于10月正式通车，全长41.0公里。</p>"),
    "answers to letters": ("领导信箱|<p><b>来信：</b>县教育局网站总是提示“服务器错误”，报名页面打不开，怎么办？</p><p><b>回复：</b>您好，因报名首日访问量大，网站一度拥堵，现已恢复正常。感谢监督。</p>", "网民留言|<p>问：我家门口的站牌不见了</p><p>答：经查，该站点已迁移至东门口，原站牌拆除。</p>"),
    "heads with a login": ("办事指南|<div class=top>您好，请 <a href=/login>登录</a> <a href=/reg>注册</a></div><h1>残疾人证换领</h1><p>申请条件：持证满十年。受理地点：县残联一楼。</p>", "网上信访|<div class=user>未登录</div><h3>信访须知</h3><p>信访人应当如实反映情况，对其真实性负责。</p>"),
    "over and still shown": ("征集|<span class=st>已结束</span><h1>《澄溪县养犬管理办法（草案）》意见征集</h1><p>征集时间：2020-03-01至2020-03-31</p><p>公开征求意见稿全文……</p>", "招聘|<h1>2019年县医院招聘公告（已过期）</h1><p>招聘护士20名，报名截止2019年6月5日。</p>"),
    "unfilled by script": ("信息公开目录|<div class=tree>加载中...</div><ul id=list></ul><script src=/gkmlpt/js/app.js></script><p>依申请公开 公开年报 公开指南</p>", "数据发布|<p>正在加载，请稍候……</p><div id=chart></div><h4>2022年全县主要经济指标</h4><p>地区生产总值　312.6亿元</p>"),
    "pictures and films": ("政策图解|<img src=/u/2023/tj1.png><img src=/u/2023/tj2.png><img src=/u/2023/tj3.png>", "视频|<video src=/v/xcp.mp4 controls></video><p>澄溪城市宣传片</p>", "公示牌|<embed src=/fj/gs.pdf width=800 height=1000>"),
    "other tongues": ("About Chengxi|<h1>About Chengxi</h1><p>Chengxi County covers 1,140 square kilometres. Error-free services for investors since 2004.</p>", "བོད་ཡིག|<p>ཁྲིན་ཞི་རྫོང་མི་དམངས་སྲིད་གཞུང་།</p>", "縣情|<p>澄溪縣轄十二個鄉鎮，縣人民政府駐文昌街道。</p>"),
    "advice above the text": ("县情概况|<noscript>您的浏览器不支持脚本，部分功能无法使用</noscript><!--[if lt IE 9]><p>浏览器过旧，请更换</p><![endif]--><h1>县情概况</h1><p>澄溪县地处两省交界，下辖9镇3乡，总人口41万。</p>", "历史资料|<div class=tip>本页为归档内容，仅供查阅，不再更新</div><h1>2009年政府工作报告</h1><p>各位代表：现在我代表县人民政府向大会报告工作，请予审议。</p>"),
}
GONE = {
    "frame of the portal, sorry": ("|<div class=err><h2>404</h2><p>抱歉，您要查看的页面去外星旅行了</p><a href=/>回首页</a></div>", "|<p>您所查看的信息已下线</p>", "系统提示|<p>没有找到该文章，可能已被撤稿</p>", "|<p>当前信息未发布或已取消发布</p>", "|<p>您访问的栏目不存在，请核对地址后重试。</p><p>服务热线：0744-6220000</p>", "|<div class=no><p>内容已过期，系统自动删除</p></div>", "出错了|<p>很遗憾，链接的内容在改版时没有保留</p>", "|<h3>信息已被作者删除</h3>"),
    "with much advice": ("|<h2>无法找到网页</h2><p>可能的原因：</p><ul><li>网址输入有误</li><li>网页已更名、移动</li></ul><p>您可以：</p><ul><li><a href=javascript:history.back()>返回上页</a></li><li><a href=/map>网站导航</a></li></ul>", "|<p>噢！您要的页面躲起来了，去看看别的吧：</p><a href=/1>要闻动态</a> <a href=/2>通知公告</a> <a href=/3>办事大厅</a>", "|<p>该页面暂时找不到了</p><p>猜您想看：<a href=/5>2024年中小学招生政策</a>、<a href=/6>城乡居民养老保险</a></p>", "|<table><tr><td>提示信息</td></tr><tr><td>对不起，您请求的文件没有找到。如有疑问请联系网站管理员：cx@example.gov.cn</td></tr></table>"),
    "counting down": ("|<p>页面不存在，<span id=s>5</span>秒钟后自动跳转到首页</p><script>var i=5;setInterval(function(){if(--i==0)location.href='/';},1000)</script>", "|<meta http-equiv=refresh content='3;url=/'><h3>您打开的网页已经不在了，正在转向网站首页</h3>"),
    "in one line": ("|信息不存在！", "|该信息已删除", "|参数错误", "|No such article", "|您访问的页面找不到了", "|file not found.", "|此文章尚未通过审核"),
    "of content systems": ("提示信息|<p>抱歉，您指定的信息不存在 (catid=0)</p>", "博达站群|<p>该新闻已被删除或归档!</p>", "DedeCMS Error Warning!|<h2>DedeCMS Error Warning!</h2><p>Page: /plus/view.php?aid=</p><p>Error: 无法获知你要访问的文档</p>", "|<p>信息提示：您访问的信息ID有误，没有此信息 [PageAdmin]</p>", "帝国网站管理系统|<p>此信息不存在</p><a href=javascript:history.go(-1)>如果您的浏览器没有自动跳转，请点击这里</a>"),
    "of servers": ("404 Not Found|<center><h1>404 Not Found</h1></center><hr><center>openresty/1.15.8.1</center>", "无法找到该页|<h1>无法找到该页</h1><p>HTTP 错误 404 - 文件或目录未找到。</p><p>Internet 信息服务 (IIS)</p>", "|<H1>Error 404--Not Found</H1><H4>10.4.5 404 Not Found</H4><p>The server has not found anything matching the Request-URI.</p>", "Apache Tomcat/7.0.70 - Error report|<h1>HTTP Status 404 - /cms/show.jsp</h1><p><b>description</b> The requested resource is not available.</p>"),
    "Java falls over": ("|<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div>There was an unexpected error (type=Not Found, status=404).</div>", "|<pre>org.apache.jasper.JasperException: An exception occurred processing JSP page /info/show.jsp at line 27\n\tat org.apache.jasper.servlet.JspServletWrapper.handleJspException(JspServletWrapper.java:568)</pre>", "|<pre>FreeMarker template error: The following has evaluated to null or missing: ==&gt; article.title [in template \"detail.ftl\" at line 6]</pre>", "|org.hibernate.ObjectNotFoundException: No row with the given identifier exists: [com.gov.Info#8812]"),
    "PHP falls over": ("|<b>Fatal error</b>: Uncaught Error: Call to a member function fetch() on bool in /www/wwwroot/cx/show.php:41", "系统发生错误|<h1>无法加载控制器:Artcle</h1><p>ThinkPHP V5.0.24 { 十年磨一剑-为API开发设计的高性能框架 }</p>", "|<div class=exception>Sorry, the page you are looking for could not be found. NotFoundHttpException in RouteCollection.php line 179</div>"),
    "Windows falls over": ("运行时错误|<h1>“/”应用程序中的服务器错误。</h1><h2><i>未将对象引用设置到对象的实例。</i></h2><p>说明: 执行当前 Web 请求期间，出现未经处理的异常。</p>", "|<font face=宋体 size=2>Microsoft OLE DB Provider for ODBC Drivers 错误 '80040e14'</font><p>[Microsoft][ODBC Microsoft Access Driver] 语法错误 (操作符丢失) 在查询表达式 'id=' 中。</p>/view.asp，行 9", "|“/”应用程序中的服务器错误。<h2>无法找到资源。</h2><p>请求的 URL: /News/Detail.aspx</p>"),
    "databases fall over": ("|ORA-12541: TNS:no listener", "Database Error|<p>Error establishing a database connection</p>", "|<p>数据库连接失败！SQLSTATE[HY000] [2002] Connection refused</p>", "|You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version near '' at line 1", "|<p>System.Data.SqlClient.SqlException: 用户 'sa' 登录失败。</p>"),
}
# As programs send them: nothing around.
NAKED = ("<script>alert('信息不存在或已删除！');history.back();</script>", "<script type='text/javascript'>alert('没有找到该栏目');window.location.href='/index.html';</script>", "Cannot GET /info/1041/31887.htm", "<script>alert('ID错误');window.close();</script>", '{"code":30002,"msg":"资源不存在","ok":false,"data":null}', "   \r\n\r\n ", "<html><head></head><body></body></html>", "\ufeff", "<!DOCTYPE html><html><head><meta charset=utf-8><title></title></head><body><script src=/js/stat.js></script></body></html>", "")
ASKED = {
    "members only": ("用户登录|<h3>统一身份认证</h3><form>账号<input name=u>密码<input type=password name=p><button>登录</button></form><p>您尚未登录，登录后方可浏览该信息</p>", "|<p>会话已超时，请<a href=/sso/login>重新登录</a></p>", "|<p>此栏目为内部资料，您没有浏览权限，请使用数字证书登录</p>"),
    "mending": ("|<h1>网站维护中</h1><p>我们正在对网站进行升级改造，给您带来不便敬请谅解。</p>", "系统升级公告|<p>尊敬的用户：本网站正在进行系统升级（今晚22:00至次日6:00），期间无法访问，请稍后再来。</p>"),
    "waiting": ("|<h2>排队中</h2><p>当前访问人数过多，您前面还有 326 人，预计等待3分钟，本页将自动刷新</p>", "|<p>系统繁忙，当前在线人数已达上限，请稍候再试</p>"),
    "fenced": ("|<p>根据网络安全管理要求，本网站仅对境内IP开放，您的IP 203.0.113.9 不在允许范围</p>", "|<p>此系统只能在政务外网环境下使用，请接入专网后访问</p>"),
    "answer first": ("安全验证|<p>为保障访问安全，请按住滑块，拖动到最右边完成验证</p><div id=nc_1_wrapper></div>", "|<p>请输入图中字符后继续访问</p><img src=/vcode.php><form><input name=code><button>提交</button></form>"),
}
# (body, status, headers); the marks of vendors as they are met in public.
WALLS: dict[str, tuple[tuple[str, int, dict[str, str]], ...]] = {
    "Jiasule": (("<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_')+'clearance_s='+'1700000001.2|-1|x%2Bk';location.href=location.pathname+location.search</script>", 521, {"Set-Cookie": "__jsluid_h=5a0; max-age=31536000; path=/", "X-Via-JSL": "70d1b84,-"}),),
    "Ruishu": (("<html><head><meta id='9DhefwqGPrzGxEp9hPaoag' content='{{qYvNBLqz' r='m'><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=82761;$_ts.cd='qxDqrAl'</script><script src='/Ul3bvjL6HOoe/c.FxJzG50F.dfe1675.js' r='m'></script></head><body></body></html>", 412, {"Set-Cookie": "FSSBBIl1UgzbN7N80S=5Hq; path=/; HttpOnly"}), ("<html><head><meta content='z1c' r='m'><script r='m'>window.$_ts=window.$_ts||{};$_ts.cp=3</script></head><body style='display:none'></body></html>", 202, {"Set-Cookie": "enable_undefined=true"})),
    "Aliyun": (("<title>405</title><img src='https://errors.aliyun.com/images/TB1TpamHpXXXXaJXXXXeB7nYVXX-104-162.png'><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p><p>您的请求ID是: 781bad0a17</p>", 405, {"Set-Cookie": "acw_tc=781b; HttpOnly"}), ("<html><script>var arg1='3B0D0C79A1E5F2';var _0x4818=['csKHwqMI'];function setCookie(n,v){document.cookie=n+'='+v}setCookie('acw_sc__v2',arg1);document.location.reload()</script></html>", 200, {"Set-Cookie": "acw_tc=7a; HttpOnly"})),
    "Tencent": (("<html><head><title>501</title></head><iframe src='https://waf-static.tencent.com/501page.html?u=/&id=9d1a-7f' width=100% height=100%></iframe></html>", 501, {}), ("<title>Restricted Access</title><p>Your request was blocked by the site's security policy. Request ID: 11845</p><p>EdgeOne</p>", 567, {"Server": "edgeone"})),
    "Huawei": (("<title>访问被拦截！</title><p>您的请求疑似攻击行为！</p><p>网站管理者可登录云WAF控制台查看事件。事件ID：04-0000-00</p>", 418, {"Server": "HuaweiCloudWAF", "Set-Cookie": "HWWAFSESID=4f1; path=/"}),),
    "Chaitin": (("<title>请求存在威胁，已被拦截</title><p>Security Detection Powered By 雷池 WAF</p><!-- event_id: 6be1 TYPE: A -->", 403, {}), ("<title>人机识别检测</title><script>window.product_data={'self':true};SafeLineChallenge('3f',{level:1})</script><p>正在确认您是不是机器人</p>", 468, {})),
    "BT": (("<title>网站防火墙</title><p>您的请求带有不合法的参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p><a href='https://www.bt.cn/new/btwaf.html' target=_blank>堡塔云WAF</a>", 403, {}), ("<title>检测中</title><div>正在进行人机识别，请稍等 跳转中...</div><script src='/huadun_7f3.js?id=1'></script>", 200, {})),
    "Anheng": (("<title>玄武盾</title><img src='https://error.websaas.cn/img/403s.png'><p>您的访问请求可能对网站造成安全威胁，请求已被 玄武盾 阻断。</p>", 403, {}), ("<p>明御WEB应用防火墙：检测到您的请求存在风险，已阻断本次访问。</p>", 200, {})),
    "360": (("<title>360网站卫士</title><p>抱歉！您的IP被列入黑名单，360主机卫士已为您拦截本次请求</p>", 403, {"WZWS-RAY": "114-1700000000.5-s4lbyd"}),),
    "F5": (("<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1439692931783922649</body></html>", 200, {}),),
    "Imperva": (("<html><head><META NAME='ROBOTS' CONTENT='NOINDEX, NOFOLLOW'></head><iframe id='main-iframe' src='/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1&incident_id=1204'>Request unsuccessful. Incapsula incident ID: 1204000</iframe></html>", 200, {"X-Iinfo": "9-1-0"}),),
    "Cloudflare": (("<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cType:'managed'}</script>", 403, {"Server": "cloudflare", "cf-mitigated": "challenge"}), ("<title>请稍候…</title><p>正在验证您是否是真人。这可能需要几秒钟时间。</p><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1'></script>", 503, {"Server": "cloudflare"})),
    "boxes in the rack": (("<p>铱讯Web应用防护系统：请求中含有非法字符，已记录您的IP</p>", 403, {}), ("<title>提示</title><p>网防G01：当前请求存在安全风险，已被阻止</p>", 403, {}), ("<script>location.href='https://rasp.baidu.com/blocked2/?request_id=5c1a'</script>", 400, {"X-Protected-By": "OpenRASP"}), ("<title>安全防护</title><p>安域云防护节点：您的请求被安全策略拦截，事件编号 20230518-77</p>", 403, {})),
    "too fast": (('{"code":429,"msg":"请求过于频繁，请稍后再试"}', 429, {"Retry-After": "60"}), ("<p>您的访问过于频繁，IP已被临时限制，请30分钟后再试</p>", 503, {}), ("<title>Too Many Requests</title>", 429, {})),
    "asks who you are": (("<h1>401 Authorization Required</h1>", 401, {"WWW-Authenticate": "Basic realm=gov"}), ("<center><h1>403 Forbidden</h1></center><hr>nginx", 403, {})),  # a refusal says nothing of what is behind it
    "mending, 503": (("<h1>系统维护</h1><p>网站正在例行维护，预计5月20日12:00恢复访问。</p>", 503, {"Retry-After": "3600"}), ("<title>Site Maintenance</title><h1>We&rsquo;ll be back soon!</h1><p>Sorry for the inconvenience but we&rsquo;re performing some maintenance at the moment.</p>", 503, {})),
}
# What answers for a whole host that is no portal any more.
RUINS = {
    "parked": ("chengxi-gov.com|<h2>chengxi-gov.com</h2><p>This domain may be for sale. Click here to inquire.</p><p>Related Searches: 贷款 装修 英语培训</p>", "域名停放页|<p>该域名由爱名网提供停放服务，如需购买请联系持有人</p>"),
    "not paid for": ("|<h1>域名已过期</h1><p>您访问的域名已到期，如需继续使用请尽快联系注册商续费</p>", "|<p>对不起，该虚拟主机因欠费已被停止服务，请续费后再使用</p>", "Site suspended|<p>该站点已到期，请联系空间服务商</p>"),
    "unfiled": ("|<h1>网站暂时无法访问</h1><p>该网站未根据工信部相关法规规定进行备案，您可以联系接入服务商处理</p>",),
    "fresh from the box": ("Welcome to nginx!|<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>", "没有找到站点|<h1>没有找到站点</h1><p>您的请求在Web服务器中没有找到对应的站点！可能原因：您没有将此域名或IP绑定到对应站点!</p>", "IIS Windows Server|<a href='http://go.microsoft.com/fwlink/?linkid=66138'><img src=iis-85.png alt=IIS></a>", "站点创建成功|<h1>恭喜, 站点创建成功！</h1><p>这是默认index.html，本页面由系统自动生成</p>", "phpStudy 探针|<p>Hello phpStudy! 站点创建成功</p>"),
    "moved house": ("|<h2>网站关停公告</h2><p>根据政府网站集约化要求，澄溪县水产局网站已于2018年12月31日永久关闭，内容不再提供。新网站：<a href=http://www.chengxi.example/>澄溪县人民政府门户网</a></p>",),  # asked for an article only: that is gone for good
}
# fmt: on
_TOP = ("首页", "澄溪要闻", "信息公开", "网上办事", "政民互动", "魅力澄溪", "专题")
_PLACES = ("/art/2022/6/3/art_{}.html", "/info/1041/{}.htm", "/zwgk/202206/t20220603_{}.html", "/show.asp?id={}", "/c107449/{}.shtml", "/content/post_{}.html")  # fmt: skip
TEXT = "<p>本报讯　昨日，全县防汛抗旱工作视频会议召开。会议传达了省市会议精神，通报了当前雨情水情，要求各镇严格落实二十四小时值班制度，加密巡堤查险频次，备足物料队伍，确保安全度汛。</p>"
PDF = p.file(p.PDF, "application/pdf")


def modern(title: str, main: str) -> str:
    menu = "".join(f'<li class="m{n}"><a href="/col/col12{n}/index.html">{name}</a></li>' for n, name in enumerate(_TOP))  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="CHARSET"><meta name="viewport" content="width=device-width"><meta name="SiteName" content="澄溪县人民政府门户网站"><title>{title or "澄溪县人民政府"}</title><link rel="stylesheet" href="/css/common.css"><script src="/js/jquery-1.12.4.min.js"></script></head>'
        f'<body><header><a href="/"><img src="/img/logo.png" alt="澄溪县人民政府"></a><form action="/so"><input name="q" placeholder="请输入关键字"></form><nav><ul>{menu}</ul></nav></header><section class="wrap"><div class="path">您的位置：<a href="/">首页</a> &gt; 正文</div>{main}</section>'
        '<footer><p>主办单位：澄溪县人民政府办公室　承办单位：澄溪县大数据中心</p><p>网站标识码：4308230012　湘ICP备07003311号-1　<a href="https://beian.mps.gov.cn/#/query/webSearch">湘公网安备43082302000118号</a></p><p>网站地图 | 联系我们 | 隐私声明</p></footer><script>var _hmt=_hmt||[];</script></body></html>'
    )


def old(title: str, main: str) -> str:
    cells = "".join(f"<td align=center><a href=list.asp?bid={n}><font color=#ffffff>{name}</font></a></td>" for n, name in enumerate(_TOP))  # fmt: skip
    return f"<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=CHARSET'><TITLE>{title or '澄溪县农业局'}</TITLE></HEAD><BODY topmargin=0><table width=778 align=center bgcolor=#cc0000><tr>{cells}</tr></table><table width=778 align=center><tr><td height=300 valign=top>{main}</td></tr></table><center><font size=2>澄溪县农业局 版权所有　湘ICP备07003311号　技术支持：宏图网络　您是第88121位访客</font></center></BODY></HTML>"


def plain(title: str, main: str) -> str:
    return f'<html><head><title>{title}</title><meta charset="CHARSET"><style>.box{{width:600px;margin:80px auto}}</style></head><body><div class="box">{main}</div></body></html>'


def shown(text: str, number: int, status: int = 200) -> Reply:
    title, _, main = text.partition("|")
    look = (modern, plain, old, modern)[number % 4]
    return p.page(title, main, look, "gb18030" if look is old else "utf-8", status=status)


def news(number: int) -> Reply:
    title = ("全县防汛工作会议召开", "澄溪茶叶节开幕", "县图书馆延长开放时间")[number % 3]
    return shown(f"{title}|<h1>{title}</h1><p>2022-06-0{number % 9 + 1}　来源：澄溪融媒</p>{TEXT * 3}", number)


def typed(body: bytes, kind: str = "", **more: str) -> Reply:
    heads = {"Content-Type": kind} if kind else {}
    return Reply(body, 200, tuple((heads | {name.replace("_", "-"): value for name, value in more.items()}).items()))


def whole(world: World, answer: Answer) -> Host:
    host = world.host(answer)
    host.pages.clear()
    return host


def build(certificates: Certificates) -> World:
    world = World()
    a, serial = world.host(), count(7001)
    for table, truth in ((LIVING, "alive"), (GONE, "dead"), (ASKED, "unknown")):
        for number, (name, texts) in enumerate(table.items()):
            bare = "fall" in name or name == "of servers" or (truth == "unknown" and number)  # no portal around these
            rows = [(_PLACES[number % 6].format(next(serial)), shown(one, 1 if bare else number + n)) for n, one in enumerate(texts)]  # fmt: skip
            world.add(name, truth, a, rows)
    world.add("naked answers", "dead", a, [(_PLACES[1].format(next(serial)), Reply(one.encode())) for one in NAKED])
    for number, (name, walls) in enumerate(WALLS.items()):
        answers = [Reply(said.encode(), status, tuple(({"Content-Type": HTML} | more).items())) for said, status, more in walls]  # fmt: skip
        world.add(f"wall: {name}", "unknown", a, [(_PLACES[number % 6].format(next(serial)), one) for one in answers])
        if name in ("Jiasule", "Chaitin"):  # before everything that a host has
            world.all_of("walled host", "unknown", whole(world, answers[0]), ("/col/col120/index.html",))
    world.all_of("host being mended", "unknown", whole(world, shown(ASKED["mending"][0], 1)), ("/", "/info/1041/5.htm"))
    for name, texts in RUINS.items():
        for text in texts:
            world.all_of(name, "dead", whole(world, shown(text, 1)), ("/zwgk/201706/t20170603_88.html",))
    _pages(world, a)
    _files(world, a)
    _jumps(world, a, certificates)
    _hosts(world)
    return world


def _pages(world: World, a: Host) -> None:
    body, gb = p.page("茶叶节", TEXT, modern).body, p.page("茶叶节", TEXT * 2, old, "gb18030").body
    big5 = p.page("消防", "<h1>消防安全宣導</h1><p>請定期檢查滅火器。</p>", plain, "big5").body
    wide = p.page("旧版", TEXT, plain, "utf-16").body
    a.pages |= {"/%E5%85%AC%E5%91%8A/1.html": news(1), "/a%20b.html": news(2), "/top.htm": news(3), "/main.htm": news(4)}  # fmt: skip
    world.all_of("addresses written raw", "alive", a, ("/公告/1.html", "/a b.html"))
    # fmt: off
    alive: dict[str, list[tuple[str, Answer]]] = {
        "addresses in GBK and Big5": [("/%CD%A8%D6%AA/%B9%AB%B8%E6.htm", news(0)), ("/list.asp?lm=%D5%FE%CE%F1%B9%AB%BF%AA", p.listing(1, old)), ("/%a4%bd%a7i.html", news(2))],
        "fragments": [("/f/1.html#", news(0)), ("/f/2.html#pinglun", news(1)), ("/f/3.html#/detail?id=3", news(2))],
        "long and crooked": [("/Item.aspx?ID=12&Class=&Lm=%7B9A%7D&r=" + "0" * 400, news(1)), ("/(S(q1w2e3))/a.aspx", news(2)), ("/e/action/ShowInfo.php?classid=9&amp;id=4", news(3))],
        "HEAD refused": [("/h/1.html", by_method(Reply(b"", 405), news(1))), ("/h/2.html", by_method(Reply(b"", 501), news(2))), ("/h/3.html", by_method(Reply(raw=b"", then="reset"), news(3))), ("/h/4.pdf", by_method(Reply(b"", 403), PDF))],
        "ranges refused": [("/r/1.pdf", lambda asked: Reply(b"", 416) if "range" in asked.headers else PDF), ("/r/2.html", lambda asked: Reply(b"", 400) if "range" in asked.headers else news(1))],
        "old charsets": [("/o/1.htm", typed(gb, "text/html")), ("/o/2.htm", typed(gb.replace(b"gb18030", b"gb2312"), "text/html; charset=utf-8")), ("/o/3.htm", typed(big5, "text/html; charset=big5")), ("/o/4.htm", typed(wide, "text/html")), ("/o/5.htm", typed(gb[:400] + b"\xd4" + gb[400:], "text/html"))],
        "frames": [("/fr/1.htm", Reply(b"<html><frameset rows='80,*'><frame src=/top.htm><frame src=/main.htm></frameset></html>")), ("/fr/2.htm", Reply("<html><title>办公</title><body><iframe src=/main.htm width=100% height=900></iframe></body></html>".encode()))],
        "slow and in drops": [("/s/1.html", Reply(body, wait=SLOW)), ("/s/2.html", Reply(body, wait=2 * SLOW)), ("/s/3.html", Reply(body, drip=0.005))],
        "on the wire": [("/w/1.html", typed(gzip.compress(body), HTML, Content_Encoding="gzip")), ("/w/2.html", Reply(raw=b"HTTP/1.0 200 OK\r\n\r\n" + body)), ("/w/3.html", Reply(body, 203))],
        "ill at first": [("/i/1.html", once(Reply(b"<h1>502 Bad Gateway</h1>", 502), news(1))), ("/i/2.html", once(Reply(raw=b"", then="reset"), news(2)))],
        "a cookie, then the page": [("/ck.html", lambda asked: news(1) if "sid=" in asked.headers.get("cookie", "") else p.moved("/ck.html", 302, ("Set-Cookie", "sid=1; path=/")))],  # any browser gets it, no script needed
    }
    dead: dict[str, list[tuple[str, Answer]]] = {
        "404 and 410": [("/d/1.html", shown("404|<p>页面没找到</p>", 0, 404)), ("/d/2.html", Reply(b"", 404)), ("/d/3.html", Reply(b"<h1>Gone</h1>", 410)), ("/d/4.doc", Reply(p.OLE, 404, (("Content-Type", "application/msword"),)))],
        "404 that looks well": [("/d/5.html", Reply(news(1).body, 404)), ("/d/6.html", Reply(p.home(modern).body, 404)), ("/d/7.html", Reply(news(3).body, 410))],
        "plain 5xx": [("/x/1.jsp", Reply(b"<h1>500 Internal Server Error</h1>", 500)), ("/x/2.html", Reply(b"<center><h1>502 Bad Gateway</h1></center><hr>nginx/1.20.1", 502)), ("/x/3.html", Reply(b"<h1>503 Service Temporarily Unavailable</h1>", 503)), ("/x/4.html", Reply(b"<h1>Error 522</h1>Connection timed out", 522)), ("/x/5.aspx", shown("|<p>服务器内部错误</p>", 2, 500))],  # 522: the origin behind a cache is down
        "no answer": [("/n/1.html", Reply(wait=NEVER)), ("/n/2.html", Reply(raw=b"", then="reset")), ("/n/3.html", Reply(raw=b"")), ("/n/4.html", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Le", then="hang"))],
    }
    # fmt: on
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for kind, rows in kinds.items():
            world.add(kind, truth, a, rows)
    world.all_of("plainly not there", "dead", a, ("/zwgk/2012/1.html", "/upload/2011/b.jpg", "/fj/x.pdf"))
    world.cases += [Case("nobody there", "dead", one) for one in ("http://127.7.9.9:9/", "http://nyj.chengxi.invalid/index.asp")]  # fmt: skip


def _files(world: World, a: Host) -> None:
    table = "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8></head><body><table border=1><tr><td>序号</td><td>单位</td></tr><tr><td>1</td><td>县医院</td></tr></table></body></html>".encode()
    xml = "<datastore><totalrecord>1</totalrecord><recordset><record><![CDATA[<li><a href='/art/1.html'>通知</a></li>]]></record></recordset></datastore>".encode()
    oss = b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>"
    word, sheet, blob = "application/msword", "application/vnd.ms-excel", "application/octet-stream"
    sorry = p.page("", "<p>附件不存在或已被删除</p>", modern).body
    named = {"Content_Disposition": "attachment; filename=a.doc"}
    # fmt: off
    alive = {
        "office files": {"1.doc": typed(p.OLE, word), "2.xlsx": typed(p.ZIP, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "3.wps": typed(p.OLE, "application/vnd.ms-works"), "4.ofd": typed(p.ZIP, "application/ofd"), "5.rtf": typed(b"{\\rtf1\\ansi " + b"x" * 900 + b"}", "application/rtf")},
        "HTML for office programs": {"1.xls": typed(table, sheet), "2.doc": typed(table, word)},
        "other files": {"1.rar": typed(b"Rar!\x1a\x07\x00" + bytes(900), "application/x-rar-compressed"), "2.mp4": typed(b"\0\0\0\x18ftypmp42" + bytes(900), "video/mp4"), "3.gif": typed(b"GIF89a\x01\0\x01\0\0\0\0;", "image/gif"), "4.mp3": typed(b"ID3\x03" + bytes(900), "audio/mpeg"), "5.csv": typed("乡镇,人口\n文昌,52000\n".encode("gb18030"), "text/csv")},
        "data": {"dataproxy.xml": typed(xml, "text/xml"), "list.json": typed(b'{"code":200,"data":{"total":0,"rows":[]},"msg":"success"}', "application/json"), "robots.txt": typed(b"User-agent: *\nDisallow: /admin\n", "text/plain")},
        "wrong types": {"1.pdf": typed(p.PDF, HTML), "2.doc": typed(p.OLE, "text/plain"), "3.jpg": typed(p.JPEG, "text/html"), "4.pdf": typed(p.PDF), "5.html": typed(news(1).body, "text/plain")},
    }
    dead = {
        "files of nothing": {"1.pdf": typed(b"", "application/pdf"), "2.doc": typed(b"", word), "3.jpg": typed(b"", "image/jpeg"), "down.jsp?id=8": typed(b"", blob, **named)},
        "files that are a sorry": {"1.pdf": typed(sorry, HTML), "2.doc": typed(sorry, word), "3.xls": typed(b"File does not exist", sheet), "4.zip": typed(oss, "application/xml"), "5.docx": typed('{"success":false,"message":"下载失败，文件不存在"}'.encode(), "application/json"), "down.jsp?id=9": typed("<script>alert('附件已被删除');window.close();</script>".encode(), HTML)},
    }
    # fmt: on
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for number, (kind, files) in enumerate(kinds.items()):
            world.add(kind, truth, a, [(f"/{kind[:2].lower()}{number}/{name}", one) for name, one in files.items()])
    world.add("downloads by number", "alive", a, [("/down.jsp?id=7", typed(p.OLE, blob, **named)), ("/system/_content/download.jsp?wbfileid=55", typed(p.ZIP, "application/x-download", **named))])  # fmt: skip


def _jumps(world: World, a: Host, certificates: Certificates) -> None:
    new, safe, moved = world.host(), world.host(tls=certificates.context("self-signed")), world.host()
    a.pages |= {"/j/end/": news(1), "/j/end.html": news(2), "/%CD%A8.html": news(3), "/%E9%80%9A.html": news(4)}
    a.pages |= {"/error/404.html": shown("|<p>页面不存在</p>", 0), "/login.jsp?from=/j/u1": shown(ASKED["members only"][0], 0), "/verify/slide.html": shown(ASKED["answer first"][0], 0)}  # fmt: skip
    raw = {"GBK": "/通.html".encode("gb18030").decode("latin-1"), "UTF-8": "/通.html".encode().decode("latin-1")}
    new.pages["/zx/1.html"] = safe.pages["/zx/2.html"] = news(5)
    # fmt: off
    world.add("to slash, page, raw address", "alive", a, [("/j/end", p.moved("/j/end/", 301)), ("/j/2.html", p.moved("end.html", 307)), ("/j/3.html", p.moved(raw["GBK"])), ("/j/4.html", p.moved(raw["UTF-8"])), ("/j/5", p.moved("/down.jsp?id=7"))])
    world.add("www and https", "alive", moved, [("/", lambda _: p.moved(JUMPS[id(new)] + "/", 301)), ("/zx/1.html", lambda _: p.moved(JUMPS[id(new)] + "/zx/1.html", 301)), ("/zx/2.html", lambda _: p.moved(JUMPS[id(safe)] + "/zx/2.html"))])
    world.add("refresh and script", "alive", a, [("/g/1.html", Reply(b"<html><head><meta http-equiv='Refresh' content='0;URL=../j/end.html'></head></html>")), ("/g/2.html", Reply(b"<script language=javascript>window.location.href='/j/end.html';</script>")), ("/g/3.html", Reply("<META HTTP-EQUIV=REFRESH CONTENT='2; url=/j/end.html'>页面跳转中，请稍候".encode()))])
    world.add("to an error", "dead", a, [("/k/1.html", p.moved("/error/404.html")), ("/k/2.html", Reply(b"<meta http-equiv=refresh content='0;url=/error/404.html'>")), ("/k/3.html", p.moved("/k/none.html"))])
    world.add("round and round", "dead", a, [("/l/1.html", p.moved("/l/2.html")), ("/l/2.html", p.moved("/l/1.html")), ("/l/3/", p.moved("/l/3/", 301)), ("/l/4.html", p.moved("http://127.7.9.8:9/")), ("/l/5.html", p.moved("http://www.old-chengxi.invalid/"))])
    world.add("to a gate", "unknown", a, [("/j/u1", p.moved("/login.jsp?from=/j/u1")), ("/j/u2", p.moved("/verify/slide.html"))])
    # fmt: on
    for kind in ("wrong host", "expired", "self-signed"):
        world.add(f"certificate: {kind}", "alive", world.host(tls=certificates.context(kind)), [("/zx/3.html", news(1))])  # fmt: skip


def _hosts(world: World) -> None:
    """Hosts by what they do with a wrong address, a living page beside it."""
    home = p.home(modern)
    # fmt: off
    missing: dict[str, Answer] = {
        "sends home": p.moved("/"), "shows its home page": home, "sends to its search": p.moved("/so?q="),
        "sends to an error page": p.moved("/error.html", 301), "says sorry at 200": shown("|<p>你要找的页面搬家了，没留下地址</p>", 0),
        "goes home by refresh": Reply(b"<meta http-equiv=refresh content='0;url=/'>"), "sends nothing": Reply(b""),
    }
    # fmt: on
    for number, (name, answer) in enumerate(missing.items()):
        host = world.host(answer)
        host.pages |= {"/": home, "/index.html": home, "/error.html": shown("错误|<p>访问出错啦</p>", 3), "/so?q=": shown("站内搜索|<form action=/so><input name=q><button>搜</button></form>", 0)}  # fmt: skip
        world.all_of(f"host that {name}", "dead", host, ("/art/2016/3/9/art_12_77.html", "/info/1003/912.htm"))
        world.add("well, on a host without 404", "alive", host, [("/info/1003/2.htm", news(number))])
