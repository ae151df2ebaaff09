"""Kinds of links with their truth, the tenth batch: walls above all; written without a look at the engine; mended with since.

Time-outs, resets and plain 5xx that never pass are dead, faults of certificates alive, as docs/links.md has it. The
engine was mended because of its rows on 26 November: the batch counts as mended with.
"""

import zlib
from itertools import count

from benchmarks import bench_links_pages as p
from benchmarks.bench_links_server import HTML, NEVER, SLOW, Answer, Host, Reply
from benchmarks.bench_links_tenth_walls import GBK, MARKED, NAMELESS, ROUNDABOUT, Wall
from benchmarks.bench_links_tls import Certificates
from benchmarks.bench_links_world import JUMPS, Case, World, by_method, once

# Words are "title|main part"; each is shown once, in one look and one charset.
# fmt: off
LIVING = {
    "about walls": ("Web应用防火墙常见拦截页面识别|<h1>Web应用防火墙常见拦截页面识别</h1><p>浏览网站时如遇“您的请求已被拦截”“访问过于频繁，请稍后再试”，多为安全策略误判，可联系网站运维人员。</p>", "中标公告|<h1>蓼江县政务云安全服务项目中标公告</h1><p>中标内容：创宇盾云防护一年、雷池WAF两台、云锁授权40点。中标金额：38.6万元。</p>", "网站防护升级|<h1>县政府网站完成防护升级</h1><p>升级后累计阻断攻击请求12万次，封停可疑IP地址863个。</p>", "验证码短信诈骗|<p>警方提醒：收到“请输入验证码完成人机验证”的短信，一律不要回复。</p>"),
    "about closing and mending": ("关于网站升级维护的公告|<h1>关于网站升级维护的公告</h1><p>2023-11-02　信息来源：县政府办</p><p>因系统升级，本网站将于11月4日凌晨暂停访问，届时请您谅解。</p><p>蓼江县人民政府办公室　2023年11月2日</p>", "关于关停政务微博的公告|<h1>关于关停“蓼江林业”政务微博的公告</h1><p>账号自即日起停止更新，原有内容不再保留。</p>", "县粮油站网站下线|<h1>我县完成部门网站集约化</h1><p>县粮油站等21家网站已关闭，域名全部注销。</p>"),
    "about queues and crowds": ("县医院门诊排队叫号|<h1>县医院上线排队叫号系统</h1><p>患者取号后可在手机上看到“您前面还有5人”，不必在窗口久等。</p>", "景区限流|<h1>蓼江古镇实行限流</h1><p>当前人数达到上限时，暂停入园，请游客稍后再来。</p>"),
    "about dead things": ("找不到|<h1>找不到主人的三轮车</h1><p>停在人民路口半个月的三轮车至今没有找到主人，请失主到城管大队认领。</p>", "遗失声明|<p>张某遗失身份证一张，声明作废。</p>", "不存在的快递|<h1>“不存在的快递”骗走2万元</h1><p>骗子称包裹丢失，让她点开链接，页面显示“系统错误”。</p>", "撤销公告|<h1>关于撤销刘家湾社区居委会的批复</h1><p>同意撤销刘家湾社区，其辖区并入新桥社区。</p>", "删除|<h1>哪些个人信息可以要求删除？</h1><p>处理目的已实现、个人撤回同意的，平台应当主动删除。</p>"),
    "heads of guests": ("机构职能|<div class=bar>未登录 | <a href=/login>登录</a></div><h1>县审计局主要职责</h1><p>主管全县审计工作，拟订审计制度并监督执行。</p>", "办件公示|<div>您还没有登录，<a href=/login>请登录</a></div><table><tr><th>事项</th><th>日期</th></tr><tr><td>食品小作坊登记</td><td>2024-01-09</td></tr></table>", "留言选登|<div class=hd>欢迎您，游客！请登录后留言</div><ul><li><a href=/ly/1>路灯不亮</a> 已办结</li><li><a href=/ly/2>公交改线建议</a> 已办结</li></ul>"),
    "a login box beside": ("教育动态|<table><tr><td width=180><form action=/login>用户名：<input name=u><br>密　码：<input type=password name=p><br><input type=submit value=登录></form></td><td><h2>县一中举行成人礼</h2><p>5月4日，县一中高三年级八百余名学生步入成人门。</p></td></tr></table>", "信用公示|<div class=login><input type=password placeholder=密码><input placeholder=验证码></div><h1>行政处罚公示</h1><p>蓼江县宏发沙场未按规定设置防尘网，罚款一万元。</p>"),
    "forms with a code": ("县长信箱|<form action=/xj><p>姓名<input name=n></p><p>内容<textarea name=t></textarea></p><p>验证码<input name=yzm><img src=/yzm></p><button>提交</button></form><p>来信须知：请如实填写，三个工作日内受理。</p>", "办件查询|<form>受理编号<input name=bh>查询密码<input type=password name=mm>验证码<input name=yzm><button>查询</button></form><p>编号见受理通知单左上角。</p>", "问卷|<h3>营商环境问卷调查</h3><p>1. 您对办事效率是否满意？</p><p><input type=radio>满意 <input type=radio>一般</p><p>请拖动滑块完成验证后提交</p>"),
    "notice pages": ("放假通知|<h1>关于2024年清明节放假的通知</h1><p>4月4日至6日放假调休，共3天。</p>", "停电|<h1>计划停电</h1><p>10千伏蓼西线5月8日检修，恢复送电时间18:00。</p>", "通知|<p>原定6月1日的听证会改期举行，时间另行通知。</p>", "温馨提示|<h1>温馨提示</h1><p>近期寒潮来袭，请广大市民注意防寒保暖，错峰出行。</p>"),
    "lists with nothing": ("征地信息|<div class=lb><p>没有查询到相关数据</p></div>", "建议征集|<ul></ul><p>当前没有正在进行的征集活动</p>", "人事任免|<div class=none><img src=/nodata.png><span>本栏目下暂未发布信息</span></div>", "双公示|<table><thead><tr><th>文号</th><th>对象</th></tr></thead><tbody></tbody></table><p>显示第 0 至 0 项结果，共 0 项</p>", "下级栏目|<h2>财政专项资金</h2><p>（空）</p>", "更多|<script>function gl(t){return t||'暂时没有内容'}</script><ul id=ul></ul><div>首页　上页　下页　尾页　共 1 页</div>"),
    "few words": ("公示|<p>经公示无异议。</p>", "回复|<p>已阅，谢谢您的建议！</p>", "三公经费|<p>我局2022年无因公出国（境）支出。</p>", "|<p>详见附件</p><a href=/f/1.pdf>下载</a>", "废止|<p>本文件已失效。</p><p>蓼政发〔2009〕7号　关于加强河道采砂管理的通知</p>"),
    "kept though over": ("投票|<h2>最美村医评选</h2><p>投票已结束，感谢参与！</p><table><tr><td>王秀英</td><td>8123票</td></tr></table>", "直播|<h1>新闻发布会</h1><p>直播已结束</p><p>主题：一季度经济运行情况</p><p>发布人：县统计局局长</p>", "拍卖|<h1>国有土地使用权拍卖公告</h1><p class=st>状态：已终止</p><p>地块编号LJ2020-11，面积3.2公顷。</p>", "历史文件|<div class=tag>已失效</div><h1>蓼江县烟花爆竹管理办法</h1><p>第一条　为加强烟花爆竹安全管理，制定本办法。</p>"),
    "statuses in the text": ("门牌|<h1>人民路404号老宅挂牌保护</h1><p>老宅建于1921年，为砖木结构。</p>", "502厂旧址|<h1>502厂旧址改建文创园</h1><p>园区占地403亩，昨日开园。</p>", "文号|<p>蓼府办函〔2022〕500号</p><p>关于同意设立农业科技园区的函</p>"),
    "answers of hotlines": ("12345|<p>市民：手机打开县医保网总是显示“403 禁止访问”。</p><p>答复：该提示系浏览器缓存所致，清除后即可正常使用。</p>", "常见问题|<dl><dt>提示“登录超时，请重新登录”怎么办？</dt><dd>刷新页面后再次登录即可。</dd><dt>上传附件失败？</dt><dd>附件不得超过5兆。</dd></dl>", "回信|<p>您反映的网页打不开问题，系链接失效，现已修复。</p>"),
    "shells of programs": ("政府信息公开平台|<div id=app></div><noscript>We're sorry but gkmlpt doesn't work properly without JavaScript enabled. Please enable it to continue.</noscript><script src=/js/chunk-vendors.4f1.js></script><script src=/js/app.0a9.js></script>", "数据开放|<div v-cloak><p>{{ item.title }}</p><p v-if='list.length==0'>暂无数据</p></div><h2>开放目录</h2>"),
    "pictures only": ("一图读懂|<p><img src=/t/1.jpg></p>", "手绘地图|<map name=m><area href=/xz/1><area href=/xz/2></map><img usemap=#m src=/dt.png>", "|<object data=/f/2023.pdf type=application/pdf width=100% height=900></object>"),
    "other tongues": ("Investment|<h1>Why Liaojiang</h1><p>Access to two expressways; no site is blocked by terrain. Contact us for a visit.</p>", "ᠮᠣᠩᠭᠣᠯ|<p>ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ</p>", "公告|<p>玆因颱風來襲，本縣停止上班上課一日。</p>"),
    "advice around": ("法规|<div class=ie>您正在使用的浏览器版本过低，建议升级以获得更好体验</div><h1>蓼江县城市绿化条例</h1><p>第一条　为了改善生态环境，制定本条例。</p>", "要闻|<div id=loading>页面加载中，请稍候</div><h1>县委常委会召开会议</h1><p>会议传达学习了有关文件精神。</p><div class=share>分享失败？点此重试</div>", "跳转提示|<div class=pop style='display:none'>您访问的链接即将离开“蓼江县人民政府门户网站”，是否继续？</div><h1>友情链接</h1><p>省人民政府　市人民政府　各县区</p>", "通知|<div class=pop style='display:none'>登录超时，请重新登录</div><h1>关于举办插花培训班的通知</h1><p>时间：3月6日，地点：县妇联四楼。</p>"),
}
# Pages that carry a maker's mark and are there all the same: (more markup, status, headers).
GUARDED: tuple[Wall, ...] = (
    ("<script>(function(){var d=document.createElement('script');d.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.body.appendChild(d)})()</script>", 200, {"Server": "cloudflare", "CF-RAY": "8a1-HKG"}),
    ("", 200, {"Set-Cookie": "acw_tc=0b1; path=/; HttpOnly"}), ("", 200, {"Set-Cookie": "HWWAFSESID=4f1; path=/", "Server": "CW"}), ("", 200, {"X-Via-JSL": "9f,-", "Set-Cookie": "__jsluid_h=5a; path=/"}),
    ("<script src='/aq/x9.js' r='m'></script>", 200, {"Set-Cookie": "FSSBBIl1UgzbN7N80T=4q; path=/"}), ("<script src='https://turing.captcha.qcloud.com/TCaptcha.js'></script>", 200, {}),
    ("", 200, {"Server": "yunjiasu-nginx"}), ("", 200, {"X-Powered-By": "WAF/2.0", "Set-Cookie": "safedog-flow-item=1; path=/"}), ("<!-- protected by safeline -->", 203, {}),
)
GONE = {
    "apologies within the portal": ("|<p>哎呀，这个网页跑丢了……</p>", "|<div class=msg>您要看的内容已经撤下</div>", "|<p>抱歉，此链接对应的稿件已不在库中</p>", "|<h2>页面走失</h2><p>我们正在努力寻找，您可以先去<a href=/>首页</a>逛逛</p>", "|<p>该条信息暂未公开或已被取消</p>", "|<p>访问的文章已转入回收站</p>", "提示|<p>所请求的栏目已停用</p>", "|<p>网页丢失了，<a href=/sitemap>看看网站地图</a></p>", "|<p>此网址已经失效，请从首页重新进入</p>", "|<p>您来晚了，该内容已被发布者撤回</p>", "|<h1>啊哦</h1><p>没有这个页面</p>"),
    "apologies with advice": ("|<h3>无法显示您请求的页面</h3><p>请检查网址拼写，或稍后从栏目首页重新查找。</p><p>12345热线为您服务</p>", "|<p>找不到这篇文章</p><p>热门推荐</p><ul><li><a href=/a1>夏粮收购价格公布</a></li><li><a href=/a2>高考志愿填报咨询会</a></li><li><a href=/a3>城区限行调整</a></li></ul>", "|<div>出错啦！链接可能已过期，<a href=/so>搜一搜</a>试试</div><form><input name=q></form>", "|<p>资源未找到</p><p>错误代码：404　错误时间：2024-05-06 10:00:00　服务器：web03</p>"),
    "apologies that count": ("|<p>该页已删除，<b id=t>3</b> 秒后回到首页</p><script>setTimeout(function(){location='/'},3000)</script>", "|<meta http-equiv=refresh content='5;url=/'><p>网页地址有变，系统将带您回到主站首页</p>", "|<p>文章不见了！正在为您返回上一页……</p><script>setTimeout('history.back()',2000)</script>"),
    "one line": ("|没有此记录", "|无此信息", "|文章ID不正确", "|该栏目已被删除", "|查无此文", "|文件已丢失", "|Record not found", "|非法参数", "|指定的页面无效", "|Page does not exist."),
    "of content systems": ("提示|<p>您访问的内容不存在或者已下架</p><p>Powered by MetInfo</p>", "KesionCMS|<p>错误提示：参数传递有误，找不到对应的文章！</p>", "动易提示|<h3>产生错误的可能原因</h3><ul><li>没有找到指定的文章，或者已被管理员删除！</li></ul>", "SiteServer|<p>页面未生成或已被移除</p>", "PbootCMS|<p>您访问的页面不存在，请核对后重试！</p><p>系统会在5秒后跳转</p>", "Discuz! 提示信息|<p>抱歉，指定的主题不存在或已被删除或正在被审核</p>", "乔客|<p>对不起，不存在此ID的文章</p>", "Typecho|<h2>404 - 页面没找到</h2><p>你想查看的页面已被转移或删除了, 要不要搜索看看:</p>", "WordPress|<h1>未找到页面</h1><p>此处似乎没有您要找的内容，试试搜索？</p>", "迅睿|<p>此内容已被删除(#218)</p>"),
    "of servers": ("Error 404|<h1>Error 404: SRVE0190E: File not found: /info/show.jsp</h1>", "Error|<h1>HTTP Web Server: IBM Notes Exception - Invalid or nonexistent document</h1>", "Error 404 Not Found|<h2>HTTP ERROR 404</h2><p>Problem accessing /art/9.html. Reason:<pre> Not Found</pre></p><hr>Powered by Jetty://", "404 Not Found|<h1>404 Not Found</h1>/x.jsp was not found on this server.<p>Resin/3.1.8</p>", "|default backend - 404", "404 - Not Found|<h1>404 - Not Found</h1><p>TongWeb Server</p>", "|404 page not found", "The page cannot be found|<h1>The page cannot be found</h1><p>HTTP Error 404 - File or directory not found.</p>"),
    "programs fall over": ("|<h1>JSP Error:</h1><pre>java.lang.NumberFormatException: For input string: \"null\"\n\tat java.lang.Integer.parseInt(Integer.java:580)</pre>", "|<h1>Page not found <span>(404)</span></h1><p>Using the URLconf defined in <code>portal.urls</code>, Django tried these URL patterns</p>", "|<p>Notice: Undefined index: title in /data/web/view.php on line 18</p><p>Fatal error: Call to a member function row() on null</p>", "|Server Error in '/' Application. <h2>The resource cannot be found.</h2>", "|Traceback (most recent call last):\n  File \"/srv/app.py\", line 31, in show\nKeyError: 'id'", "|<font face='宋体' size=2>ADODB.Field 错误 '800a0bcd'</font><p>BOF 或 EOF 中有一个是“真”，或者当前的记录已被删除，所需的操作要求一个当前的记录。</p>", "|<h1>Struts Problem Report</h1><p>There is no Action mapped for namespace [/] and action name [show].</p>", "页面错误|<h1>页面错误！请稍后再试～</h1><p>ThinkPHP</p>", "|Velocity模板解析失败：$!article.content"),
    "databases fall over": ("|Microsoft JET Database Engine 错误 '80004005'<p>未指定的错误</p>/conn.asp，行 12", "|<p>Can't connect to local MySQL server through socket '/tmp/mysql.sock' (2)</p>", "|Io 异常: The Network Adapter could not establish the connection", "|<p>dm.jdbc.driver.DMException: 网络通信异常</p>", "|Cannot get a connection, pool error Timeout waiting for idle object", "|redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool"),
    "gateways": ("|no healthy upstream", '|{"message":"no Route matched with those values"}', "|<p>upstream connect error or disconnect/reset before headers. reset reason: connection failure</p>", "|<h1>HTTP 错误 500.19 - Internal Server Error</h1><p>无法访问请求的页面，因为该页的相关配置数据无效。</p>"),
}
# As programs send them, nothing around: (body, charset, type).
NAKED = (
    ("<script>alert('该文章不存在！');location.href='../';</script>", "gb18030", "text/html"), ("<script language=javascript>window.alert('无此ID，请返回！');window.history.go(-1);</script>", "gb18030", ""),
    ("参数非法", "gb18030", "text/html"), ("404", "utf-8", HTML), ("null", "utf-8", HTML), ("error", "utf-8", HTML), ("-1", "utf-8", HTML),
    ('{"timestamp":"2024-05-06T02:11:09","status":404,"error":"Not Found","path":"/art/1"}', "utf-8", "application/json"), ('{"errcode":"E404","errmsg":"文章已删除"}', "utf-8", "application/json"),
    ('{"error_msg":"404 Route Not Found"}', "utf-8", "application/json"), ("<html></html>", "utf-8", HTML), ("<!-- -->\n\n", "utf-8", HTML), ("<html><head><title></title></head><body>&nbsp;</body></html>", "utf-8", HTML), ("<br><br>", "utf-8", HTML),
    ("<?xml version='1.0'?><Error><Code>NoSuchBucket</Code><BucketName>lj</BucketName></Error>", "utf-8", "application/xml"),
)
# What answers for a whole host that is no portal any more.
RUINS = {
    "parked": ("liaojiang.gov域名出售|<h1>您正在访问的域名可以转让！</h1><p>This domain name is available for purchase.</p><a href=/buy>立即询价</a>", "|<p>本域名由西部数码提供解析停放，联系QQ 40000</p>", "域名未绑定|<p>该域名尚未绑定到任何站点，请在控制台完成绑定</p>"),
    "not paid for": ("|<h2>网站已过期</h2><p>您的主机服务已到期停机，续费后自动开通</p>", "|<p>Account Suspended</p><p>This Account has been suspended. Contact your hosting provider for more information.</p>", "|<p>云服务器欠费停机，站点不可访问</p>"),
    "unfiled": ("|<p>您所访问的域名未完成ICP备案，根据管理要求已被接入商阻止</p>", "|<h1>备案信息已注销，网站停止接入</h1>"),
    "fresh from the box": ("Apache2 Ubuntu Default Page: It works|<h1>It works!</h1><p>This is the default welcome page used to test the correct operation of the Apache2 server.</p>", "Apache Tomcat/8.5.40|<h1>Apache Tomcat/8.5.40</h1><h2>If you're seeing this, you've successfully installed Tomcat. Congratulations!</h2>", "Test Page for the Nginx HTTP Server on CentOS|<h1>Welcome to nginx on CentOS!</h1>", "LNMP一键安装包|<h1>恭喜您，LNMP一键安装包安装成功！</h1>", "WebLogic|<h1>Welcome to Weblogic Application Server</h1>"),
    "moved house": ("|<p>蓼江县水务局门户网站已并入县政府门户，本站自2020年1月1日起停止运行，不再保留历史信息。</p>", "|<h1>本站已永久下线</h1><p>感谢您多年来的关注与支持！</p>"),  # asked for an article: that is gone for good
}
# fmt: on
_TOP = ("网站首页", "蓼江概览", "要闻", "政府信息公开", "政务服务", "互动", "专栏", "无障碍")
_PLACES = ("/p/202404/{}.html", "/system/2024/04/11/{}.shtml", "/Article_Show.asp?ArticleID={}", "/col3/art/{}.html", "/ljxzf/c1014/{}.html", "/content.jsp?urltype=news.NewsContentUrl&wbnewsid={}")  # fmt: skip
TEXT = "<p>记者从县农业农村局获悉，今年全县早稻栽插面积达二十三万亩，目前已完成九成。农技人员分片包村，指导农户科学配方施肥，推广侧深施肥、无人机飞防等新技术，预计每亩可节本增效八十余元。</p>"
PDF = p.file(p.PDF, "application/pdf")
SHORT_WALL = Reply("<p>请求被安全策略阻止，编号 66-9</p>".encode(), 403)


def cloud(title: str, main: str) -> str:
    menu = "".join(f'<a class="item" href="/ljxzf/c10{n}/list.shtml"><span>{name}</span></a>' for n, name in enumerate(_TOP))  # fmt: skip
    return (
        f'<!DOCTYPE html><html><head><meta charset="CHARSET"/><meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1"/><title>{title or "蓼江县人民政府"}</title><meta name="ColumnName" content="正文"/><link rel="stylesheet" href="/css/web.css"/></head><body><div id="barrierfree_container">'
        f'<div class="top"><span>今天是星期四</span><a href="javascript:;">繁体</a><a href="/login">登录</a></div><div class="nav">{menu}</div><div class="crumb">当前位置：<a href="/">网站首页</a>&gt;<span>详情</span></div><div class="box">{main}</div>'
        '<div class="foot"><a href="/about/">关于我们</a><a href="/law/">法律声明</a><p>蓼江县人民政府主办　蓼江县政务公开办承办　网站标识码4411250009</p><p>粤ICP备05070829号　<img src="/img/ga.png"/>粤公网安备44112502000031号</p></div></div><script src="/js/wza.js"></script></body></html>'
    )


def table(title: str, main: str) -> str:
    cells = "".join(f'<td background=images/m.gif><a href="Article_Class.asp?ClassID={n}">{name}</a></td>' for n, name in enumerate(_TOP))  # fmt: skip
    return f"<html><head><title>{title or '蓼江县水利局'}</title><meta http-equiv='Content-Type' content='text/html; charset=CHARSET'></head><body bgcolor=#e6f2ff leftmargin=0><table width=760 border=0 align=center><tr>{cells}</tr><tr><td colspan=8><marquee>欢迎光临蓼江水利网</marquee></td></tr><tr><td colspan=8 valign=top>{main}</td></tr></table><p align=center>Copyright 2006 蓼江县水利局 地址：江滨路2号 邮编：526300 粤ICP备06033211号</p></body></html>"


def plain(title: str, main: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="CHARSET"><title>{title}</title></head><body style="text-align:center;padding-top:90px">{main}</body></html>'


def shown(text: str, number: int, status: int = 200) -> Reply:
    title, _, main = text.partition("|")
    look = (cloud, plain, table, cloud)[number % 4]
    return p.page(title, main, look, "gb18030" if look is table else "utf-8", status=status)


def news(number: int) -> Reply:
    title = ("早稻栽插过九成", "蓼江大桥合龙", "县博物馆举办玉器展")[number % 3]
    return shown(f"{title}|<h1>{title}</h1><p>2024-04-1{number % 9}　来源：蓼江发布</p>{TEXT * 3}", number)


def typed(body: bytes, kind: str = "", **more: str) -> Reply:
    heads = {"Content-Type": kind} if kind else {}
    return Reply(body, 200, tuple((heads | {name.replace("_", "-"): value for name, value in more.items()}).items()))


def walled(wall: Wall) -> Reply:
    said, status, more = wall
    return Reply(said.encode(), status, tuple(({"Content-Type": HTML} | more).items()))


def whole(world: World, answer: Answer) -> Host:
    host = world.host(answer)
    host.pages.clear()
    return host


def build(certificates: Certificates) -> World:
    world = World()
    a, serial = world.host(), count(12001)
    for table_of, truth in ((LIVING, "alive"), (GONE, "dead")):
        for number, (name, texts) in enumerate(table_of.items()):
            bare = truth == "dead" and ("fall" in name or name in ("of servers", "gateways"))  # no portal around these
            rows = [(_PLACES[number % 6].format(next(serial)), shown(one, 1 if bare else number + n)) for n, one in enumerate(texts)]  # fmt: skip
            world.add(name, truth, a, rows)
    for said, charset, kind in NAKED:
        world.add("naked answers", "dead", a, [(_PLACES[2].format(next(serial)), typed(said.encode(charset), kind))])
    for more, status, heads in GUARDED:
        body = news(next(serial)).body.replace(b"</body>", more.encode() + b"</body>")
        kind = HTML if b"utf-8" in body else "text/html"
        world.add("pages behind a guard", "alive", a, [(_PLACES[4].format(next(serial)), Reply(body, status, tuple(({"Content-Type": kind} | heads).items())))])  # fmt: skip
    _walls(world, a, serial)
    for name, ruins in RUINS.items():
        for text in ruins:
            world.all_of(name, "dead", whole(world, shown(text, 1)), ("/zwgk/201509/t20150911_7.html",))
    _pages(world, a)
    _files(world, a)
    _jumps(world, a, certificates)
    _hosts(world)
    return world


def _walls(world: World, a: Host, serial: "count[int]") -> None:
    for number, (name, walls) in enumerate((MARKED | NAMELESS).items()):
        world.add(f"wall: {name}", "unknown", a, [(_PLACES[number % 6].format(next(serial)), walled(one)) for one in walls])  # fmt: skip
    world.add("walls in GBK", "unknown", a, [(_PLACES[2].format(next(serial)), Reply(said.encode("gb18030"), status, (("Content-Type", "text/html"),))) for said, status in GBK])  # fmt: skip
    for number, (place, said, status) in enumerate(ROUNDABOUT):
        a.pages[place] = shown(f"|{said}", 1, status)
        world.add("walls that send elsewhere", "unknown", a, [(f"/rd/{number}.html", p.moved(place))])
    world.add("walls that send by script", "unknown", a, [("/rs/1.html", Reply(b"<script>location.href='/waf/block.html?id=31'</script>")), ("/rs/2.html", Reply(b"<meta http-equiv=refresh content='0;url=/verify?return=%2Fart'>")), ("/rs/3.html", p.moved("https://blocked.guard-centre.invalid/?ip=203.0.113.77", 302, ("Server", "WAF")))])  # fmt: skip
    # The cookie is asked for again and again, whoever brings it back.
    loops = (("/lp/1.html", ("Set-Cookie", "acw_sc__v3=91; path=/")), ("/lp/2.html", ("Set-Cookie", "waf_cookie=7c; path=/")), ("/lp/3.html", ("Set-Cookie", "wzws_sessionid=d1; path=/")))  # fmt: skip
    world.add("walls in a ring of cookies", "unknown", a, [(path, p.moved(path, 302, cookie)) for path, cookie in loops])  # fmt: skip
    ok, reset = Reply(b""), Reply(raw=b"", then="reset")
    wall = [walled(NAMELESS["stopped, in Chinese"][n]) for n in (0, 1, 5)]
    world.add("walls for GET only", "unknown", a, [("/go/1.html", by_method(ok, wall[0])), ("/go/2.html", by_method(news(1), wall[1])), ("/go/3.html", by_method(reset, wall[2])), ("/go/4.pdf", by_method(PDF, SHORT_WALL))])  # fmt: skip
    world.add("walls for HEAD only", "alive", a, [("/ho/1.html", by_method(SHORT_WALL, news(1))), ("/ho/2.html", by_method(Reply(b"", 521), news(2))), ("/ho/3.pdf", by_method(Reply(b"", 468), PDF)), ("/ho/4.html", by_method(Reply(b"", 418), news(0)))])  # fmt: skip
    for one in (MARKED["slides of Aliyun"][0], NAMELESS["scripts without words"][0], NAMELESS["stopped, in Chinese"][4], MARKED["guards of nodes"][0], NAMELESS["region fences"][2], MARKED["Ruishu again"][0], NAMELESS["closed for now"][1]):  # fmt: skip
        world.all_of("walled host", "unknown", whole(world, walled(one)), ("/", "/ljxzf/c1014/55.html"))
    host = world.host(SHORT_WALL)  # what it does not know it takes for an attack; its pages are open
    world.all_of("host that walls off wrong addresses", "unknown", host, ("/none/1.html",))
    world.add("well, on a host with a wall", "alive", host, [("/ljxzf/c1/1.html", news(2)), ("/fj/2.pdf", PDF)])


def _passed(name: str) -> Answer:
    sent = p.moved(f"/{name}.html", 302, ("Set-Cookie", f"{name}=1; path=/"))
    return lambda asked: news(1) if name in asked.headers.get("cookie", "") else sent


def _pages(world: World, a: Host) -> None:
    body, gb = p.page("早稻", TEXT * 2, cloud).body, p.page("早稻", TEXT * 2, table, "gb18030").body
    a.pages |= {"/%E9%80%9A%E7%9F%A5/2.html": news(1), "/c%20d.html": news(2), "/top.asp": news(3), "/right.asp": news(4), "/end/index.html": news(1)}  # fmt: skip
    world.all_of("addresses written raw", "alive", a, ("/通知/2.html", "/c d.html"))
    # fmt: off
    alive: dict[str, list[tuple[str, Answer]]] = {
        "addresses in GBK": [("/%D0%C5%CF%A2/1.htm", news(0)), ("/so.asp?kw=%CB%AE%BF%E2&page=2", p.listing(2, table))],
        "odd addresses": [("/Show.aspx?id=7&&cid=", news(1)), ("/a;jsessionid=9F.n1?x=1", news(2)), ("/index.php/home/news/1.html?s=/a:b", news(0)), ("/n/1.html?t=2024-04-11%2008:00:00", news(2)), ("/A/B/C.HTM#top", news(1))],
        "HEAD refused": [("/h/1.html", by_method(Reply(b"", 404), news(1))), ("/h/2.html", by_method(Reply(b"", 500), news(2))), ("/h/3.doc", by_method(Reply(b"", 400), typed(p.OLE, "application/msword"))), ("/h/4.html", by_method(Reply(raw=b""), news(0)))],
        "old charsets": [("/o/1.htm", typed(gb, "text/html")), ("/o/2.htm", typed(gb.replace(b"gb18030", b"x-gbk"), "text/html; charset=iso-8859-1")), ("/o/3.htm", typed(gb.replace(b"gb18030", b"utf-8"), "text/html; charset=gbk")), ("/o/4.htm", typed(b"\xef\xbb\xbf" + body, "text/html; charset=gb2312"))],
        "frames": [("/fr/1.asp", Reply(b"<html><head><title>x</title></head><frameset cols='20%,*'><frame src=top.asp><frame src=right.asp><noframes>your browser has no frames</noframes></frameset></html>"))],
        "slow and in drops": [("/s/1.html", Reply(body, wait=SLOW)), ("/s/2.html", Reply(body, drip=0.004)), ("/s/3.pdf", Reply(p.PDF, 200, (("Content-Type", "application/pdf"),), drip=0.004))],
        "on the wire": [("/w/1.html", typed(zlib.compress(body), HTML, Content_Encoding="deflate")), ("/w/2.html", Reply(raw=b"HTTP/1.1 200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n")), ("/w/3.html", Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\nConnection: close\r\n\r\n" + body))],
        "ill at first": [("/i/1.html", once(Reply(b"<h1>504 Gateway Time-out</h1>", 504), news(1))), ("/i/2.html", once(Reply("<p>访问过于频繁</p>".encode(), 429, (("Retry-After", "1"),)), news(2))), ("/i/3.html", once(Reply(raw=b"HTTP/1.1 2"), news(0), 1))],
        "a cookie, then the page": [("/waf_pass.html", _passed("waf_pass")), ("/ASPSESSION.html", _passed("ASPSESSION"))],  # any browser gets it, no script needed
    }
    dead: dict[str, list[tuple[str, Answer]]] = {
        "404 and 410": [("/d/1.html", shown("|<p>页面失联了</p>", 0, 404)), ("/d/2.html", Reply(b"", 410)), ("/d/3.html", Reply(b"<h1>Not Found</h1>", 404)), ("/d/4.pdf", Reply(p.PDF, 404, (("Content-Type", "application/pdf"),)))],
        "404 that looks well": [("/d/5.html", Reply(news(2).body, 404)), ("/d/6.html", Reply(p.home(cloud).body, 404))],
        "plain 5xx": [("/x/1.jsp", Reply(b"", 500)), ("/x/2.html", Reply(b"<html><head><title>502 Bad Gateway</title></head><center>Tengine</center></html>", 502)), ("/x/3.html", Reply(b"The service is unavailable.", 503)), ("/x/4.html", Reply(b"<title>x | 521: Web server is down</title><h1>Error 521</h1>", 521, (("Server", "cloudflare"),))), ("/x/5.html", Reply(b"<h1>504 Gateway Time-out</h1>", 504)), ("/x/6.aspx", shown("|<p>系统异常，请联系管理员</p>", 2, 500))],  # 521: the origin is down, and nothing is asked of the visitor
        "no answer": [("/n/1.html", Reply(wait=NEVER)), ("/n/2.html", Reply(raw=b"", then="reset")), ("/n/3.html", Reply(raw=b"\x15\x03\x01\x00\x02\x02\x50")), ("/n/4.html", Reply(raw=b"HTTP/1.1 200 OK\r\n", then="reset"))],
    }
    # fmt: on
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for kind, rows in kinds.items():
            world.add(kind, truth, a, rows)
    world.all_of("plainly not there", "dead", a, ("/zwgk/2011/3.html", "/images/2010/c.gif", "/fj/y.rar"))
    world.cases += [Case("nobody there", "dead", one) for one in ("http://127.7.8.9:9/", "http://slj.liaojiang.invalid/x.asp")]  # fmt: skip


def _files(world: World, a: Host) -> None:
    sorry, blob, named = p.page("", "<p>您下载的附件已失效</p>", cloud).body, "application/octet-stream", {"Content_Disposition": "attachment; filename*=UTF-8''%E8%A1%A8.doc"}  # fmt: skip
    xml = "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>蓼江要闻</title><item><title>早稻</title><link>/1</link></item></channel></rss>".encode()
    # fmt: off
    alive = {
        "office files": {"1.doc": typed(p.OLE, "application/msword"), "2.docx": typed(p.ZIP, "application/zip"), "3.et": typed(p.OLE, blob), "4.ceb": typed(b"Founder CEB" + bytes(900), blob), "5.txt": typed("办事流程：一、申请；二、受理。".encode("gb18030"), "text/plain")},
        "other files": {"1.7z": typed(b"7z\xbc\xaf\x27\x1c" + bytes(900), blob), "2.flv": typed(b"FLV\x01" + bytes(900), "video/x-flv"), "3.ico": typed(b"\0\0\x01\0\x01\0" + bytes(900), "image/x-icon"), "4.svg": typed(b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>", "image/svg+xml"), "5.apk": typed(p.ZIP, "application/vnd.android.package-archive")},
        "data": {"rss.xml": typed(xml, "application/rss+xml"), "n.json": typed('{"code":0,"msg":"操作成功","data":[{"title":"早稻"}]}'.encode(), "application/json"), "e.json": typed(b'{"success":true,"error":null,"rows":[]}', "application/json"), "cb.js": typed(b"jsonp12({\"total\":3})", "application/javascript")},
        "wrong types": {"1.xls": typed(p.OLE, HTML), "2.zip": typed(p.ZIP, "text/html; charset=gb2312"), "3.png": typed(p.PNG), "4.html": typed(news(1).body, blob)},
    }
    dead = {
        "files of nothing": {"1.pdf": typed(b"", "application/pdf"), "2.xls": typed(b"", blob, **named), "3.png": typed(b"", "image/png")},
        "files that are a sorry": {"1.pdf": typed(sorry, HTML), "2.xls": typed(sorry, "application/vnd.ms-excel"), "3.rar": typed("附件已被移走".encode("gb18030"), "text/html"), "4.docx": typed('{"code":1,"msg":"文件不存在或已被清理"}'.encode(), "application/json"), "dl.do?f=9": typed("<script>alert('找不到要下载的文件');history.back();</script>".encode(), HTML)},
    }
    # fmt: on
    for truth, kinds in (("alive", alive), ("dead", dead)):
        for number, (kind, files) in enumerate(kinds.items()):
            world.add(kind, truth, a, [(f"/{kind[:2].lower()}{number}t/{name}", one) for name, one in files.items()])
    asks = Reply("<p>下载前请先登录</p>".encode())
    world.add("files that ask for a login", "unknown", a, [("/dl.do?f=1", asks), ("/fl/2.pdf", p.moved("/cas/login?service=http%3A%2F%2Fx"))])  # fmt: skip


def _jumps(world: World, a: Host, certificates: Certificates) -> None:
    new, safe, moved = world.host(), world.host(tls=certificates.context("self-signed")), world.host()
    a.pages |= {"/e404.htm": shown("|<p>网页未找到</p>", 0), "/%BE%AF.html": news(3)}
    new.pages["/yw/1.html"] = safe.pages["/yw/2.html"] = news(5)
    steps = [news(1), *(p.moved(f"/st/{n}") for n in range(5))]
    a.pages |= {f"/st/{n}": one for n, one in enumerate(steps)}
    # fmt: off
    world.add("to slash, page, raw address", "alive", a, [("/end", p.moved("/end/index.html", 301)), ("/j/3.html", p.moved("/警.html".encode("gb18030").decode("latin-1"))), ("/j/4.html", p.moved("../end/index.html", 303)), ("/st/5", steps[5])])
    world.add("to a new house", "alive", moved, [("/yw/1.html", lambda _: p.moved(JUMPS[id(new)] + "/yw/1.html", 308)), ("/yw/2.html", lambda _: p.moved(JUMPS[id(safe)] + "/yw/2.html", 301))])
    world.add("refresh and script", "alive", a, [("/g/1.html", Reply(b"<meta content='0;url=/end/index.html' http-equiv=refresh>")), ("/g/2.html", Reply(b"<script>window.location.replace(\"/end/index.html\")</script>")), ("/g/3.html", Reply("<p>正在跳转到新地址……</p><script>setTimeout(\"window.open('/end/index.html','_self')\",100);location.href='/end/index.html'</script>".encode()))])
    world.add("to an error", "dead", a, [("/k/1.html", p.moved("/e404.htm")), ("/k/2.html", Reply(b"<script>location='/e404.htm'</script>")), ("/k/3.html", p.moved("/k/nothing.html", 301))])
    world.add("round and round", "dead", a, [("/l/1.html", p.moved("/l/2.html")), ("/l/2.html", p.moved("/l/1.html", 301)), ("/l/3.html", p.moved("http://127.7.8.8:9/")), ("/l/4.html", p.moved("https://www.gone-liaojiang.invalid/"))])
    # fmt: on
    for kind in ("wrong host", "expired", "self-signed"):
        world.add(f"certificate: {kind}", "alive", world.host(tls=certificates.context(kind)), [("/yw/3.html", news(2))])  # fmt: skip


def _hosts(world: World) -> None:
    """Hosts by what they do with a wrong address, a living page beside it."""
    home = p.home(cloud)
    # fmt: off
    missing: dict[str, Answer] = {
        "sends home": p.moved("/index.html", 301), "shows its home page": home, "sends to a map of the site": p.moved("/map.html"), "sends to an error page": p.moved("/msg.html"),
        "says sorry at 200": shown("|<p>这里什么都没有，像极了刚收割的稻田</p>", 0), "goes home by script": Reply(b"<script>window.location.href='/'</script>"), "sends a blank": Reply(b"<html><body></body></html>"),
    }
    # fmt: on
    for number, (name, answer) in enumerate(missing.items()):
        host = world.host(answer)
        host.pages |= {"/": home, "/index.html": home, "/msg.html": shown("提示|<p>出了点小状况</p>", 3), "/map.html": shown("网站地图|<p>要闻　公开　服务　互动　专栏</p>", 0)}  # fmt: skip
        world.all_of(
            f"host that {name}", "dead", host, ("/system/2015/06/01/011.shtml", "/Article_Show.asp?ArticleID=88")
        )
        world.add("well, on a host without 404", "alive", host, [("/system/2024/04/01/2.shtml", news(number))])
